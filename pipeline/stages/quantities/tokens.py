"""Cuts one sentence into numbers, words and marks, with their offsets in the source text."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from itertools import accumulate
from operator import eq

PAD = 12
"""Empty tokens on either side of a sentence, so that rules may look this far round without a check."""

_EMPTY = [""] * PAD
_APART = [False] * (PAD + 1)

HYPHENS = frozenset("-‐‑")
DASHES = frozenset("-‐‑–—−")

_TOKEN = re.compile(
    r"""(?:
      [A-Za-z]++(?![^\W\d_]|[&.:]\S)                                     # most words, at once
    | [,()%$;?!€£“”"+\[\]-]                                            # most marks, at once
    | (?:https?://|www\.)\S++                                          # an address holds no numbers
    | [0-9]++(?![0-9.,'’/ \u00a0\u202f\u2009eE])                       # most integers, at once
    | [0-9]++(?:\.[0-9]++)?[eE][+-]?[0-9]{1,2}(?![^\W_])               # 1.3e6
    | [0-9]{1,3}(?:,[0-9]{2,3}){0,8},[0-9]{3}(?![0-9])(?:\.[0-9]++)?   # 1,234,567.8 and 3,48,173
    | [1-9][0-9]{0,2}(?:[ \u00a0\u202f\u2009][0-9]{3}){1,8}(?![0-9]|s\b)(?:[.,][0-9]{1,4}(?![0-9]))?  # 1 234
    | [0-9]{1,3}(?:['’][0-9]{3}){1,8}(?![0-9])(?:\.[0-9]++)?           # 1'234'567
    | [0-9]{1,3}(?:\.[0-9]{3}){1,8},[0-9]{1,2}(?![0-9])                # 1.234.567,8
    | (?<!,)[0-9]++,[0-9]{1,2}(?![0-9,])                               # 3,4
    | [0-9]++(?>(?:\.[0-9]++)*)                                       # 12, 1.5, 3.0.1
    | (?<![\w.])\.[0-9]++                                              # .25
    | [¼½¾⅐-⅞万亿億兆千百만억]
    | (?<![^\W_])[^\W\d_](?>(?:\.[^\W\d_](?![^\W_]))+)\.?              # U.S., p.m.
    | [A-Za-z]{4,}+(?=[¹²³⁴-⁹])                                        # lower¹: a note behind a word
    | [^\W\d_¼½¾⅐-⅞]++(?>(?:&[^\W\d_]++)*)                            # words, R&D
    | ['’](?:s|S|re|ve|ll|d|t)(?![^\W_])                               # possessive and clitic endings
    | ['’′‘]{2}                                                        # inch marks of two strokes
    | \S
    )\s*+                                                             # white space behind belongs to the token
    """,
    re.VERBOSE | re.DOTALL,
)


def words_of(text: str) -> tuple[str, ...]:
    """Return the tokens of a phrase as a sentence would have them, without white space."""
    return tuple(word.rstrip() for word in _TOKEN.findall(text.strip()))


class Tokens:
    """The tokens of `text[start:end]`; `words`, `low` (lower case) and `glued` run in parallel.

    `glued` says of each token whether it touches the one before it.  Real tokens have the indices `first` to
    `last` (exclusive); round them stand `PAD` empty ones.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        while start < end and text[start].isspace():
            start += 1
        raw: list[str] = _TOKEN.findall(text, start, end)
        words = list(map(str.rstrip, raw))
        self.words = _EMPTY + words + _EMPTY
        self.low = [*_EMPTY, *map(str.lower, words), *_EMPTY]
        self.glued = [*_APART, *map(eq, words, raw), *_APART]
        self.glued[PAD + len(words)] = False
        self.first, self.last = PAD, PAD + len(words)
        self._raw, self._start = raw, start
        self._offsets: list[int] = []
        self._places: dict[str, list[int]] = {}

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets in the source text of the tokens `first` to `last` (exclusive)."""
        if not self._offsets:
            self._offsets = list(accumulate(map(len, self._raw), initial=self._start))
        start = self._offsets[last - 1 - self.first]
        return self._offsets[first - self.first], start + len(self.words[last - 1])

    def is_hyphen(self, i: int) -> bool:
        """Say whether token `i` is a hyphen that touches both neighbours."""
        return self.words[i] in HYPHENS and self.glued[i] and self.glued[i + 1]

    def after_hyphen(self, i: int) -> int:
        """Return the index behind a hyphen at `i` that touches both neighbours, else `i`."""
        return i + 1 if self.words[i] in HYPHENS and self.glued[i] and self.glued[i + 1] else i

    def capital(self, i: int) -> bool:
        """Say whether token `i` is a word that begins with a capital letter."""
        return self.words[i][:1].isupper()

    def count_before(self, i: int, word: str) -> int:
        """Return how many tokens before `i` are `word`."""
        if word not in self._places:
            self._places[word] = [k for k, other in enumerate(self.words) if other == word]
        return bisect_left(self._places[word], i)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The different tokens of the sentence, in lower case."""
        return frozenset(self.low)

    @cached_property
    def title_case(self) -> bool:
        """Whether the sentence is set in title case, so that a capital tells nothing."""
        capitals = [w[0].isupper() for w in self.words[self.first : self.last] if len(w) > 3 and w.isalpha()]
        return len(capitals) > 1 and sum(capitals) >= 0.8 * len(capitals)
