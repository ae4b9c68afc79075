"""Loads the vocabulary files of `pipeline/lexicons/`: data that a non-programmer can extend.

Two formats.  A *table* is tab-separated with a header line; a *list* is one entry a line.  In both, blank
lines and lines that start with `#` are comments.  Files are read once per process and checked on reading.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Generic, TypeVar

LEXICONS = Path(__file__).with_name("lexicons")


class LexiconError(ValueError):
    """A vocabulary file is malformed; the message names the file and the line."""


def _lines(name: str) -> list[tuple[int, str]]:
    text = (LEXICONS / name).read_text(encoding="utf-8")
    numbered = enumerate(text.splitlines(), start=1)
    return [(n, line.rstrip()) for n, line in numbered if line.strip() and not line.startswith("#")]


@cache
def entries(name: str) -> tuple[str, ...]:
    """Return the entries of the list `<name>.txt`, in file order; a repeated entry is an error."""
    found: dict[str, int] = {}
    for n, line in _lines(f"{name}.txt"):
        if line in found:
            raise LexiconError(f"{name}.txt:{n}: {line!r} stands already on line {found[line]}")
        found[line] = n
    return tuple(found)


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the table `<name>.tsv` as dictionaries; short rows are filled with ''."""
    (_, head), *body = _lines(f"{name}.tsv")
    columns = head.split("\t")
    out = []
    for n, line in body:
        cells = line.split("\t")
        if len(cells) > len(columns):
            raise LexiconError(f"{name}.tsv:{n}: {len(cells)} cells under {len(columns)} columns")
        out.append(dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True)))
    return tuple(out)


def alternatives(words: Iterable[str]) -> str:
    """Return a regular-expression group that matches any of `words`, longest first, white space flexible.

    Words with one first letter stand behind it, once: `re` tries every word of a flat list at every place.
    """
    by_letter: dict[str, list[str]] = defaultdict(list)
    for word in sorted(set(words), key=lambda w: (-len(w), w)):
        by_letter[word[:1].lower()].append(word)
    return "(?:" + "|".join(map(_with_letter, by_letter.values())) + ")"


def _with_letter(words: list[str]) -> str:
    """Return the alternatives of words that begin with the same letter, small or capital."""
    if len(words) == 1 or len({word[:1] for word in words}) > 1:  # whatever the case, the longest comes first
        return "|".join(map(_flexible, words))
    return f"{_flexible(words[0][:1])}(?:{'|'.join(_flexible(word[1:]) for word in words)})"


def _flexible(words: str) -> str:
    return re.escape(words).replace(r"\ ", r"\s+")


_WORD = re.compile(r"(\w+(?:[-&/.]\w+|['’](?!s\b)\w+)*)(?:['’]s\b)?")
"""A word, with its possessive: "stock’s" is the word "stock"."""
T = TypeVar("T")


FOOTNOTE = re.compile(r"(?<=[^\W\d]{4})[\d¹²³⁴-⁹]$")
"""The mark of a footnote that touches a word: "net income1"."""


class PhraseTable(Generic[T]):
    """Finds known phrases in text word by word: one dictionary look-up a word, however long the table.

    Phrases are matched whole, in any case, over any white space, with or without possessives; a hyphenated word
    is one word, so "wide" does not match in "wide-angle".
    """

    def __init__(self, phrases: Mapping[str, T]) -> None:
        """Take the phrases with what each stands for."""
        self._by_first: dict[str, list[tuple[list[str], T]]] = defaultdict(list)
        for phrase, meaning in phrases.items():
            words = _WORD.findall(phrase.lower())
            self._by_first[words[0]].append((words, meaning))
        for entries_ in self._by_first.values():
            entries_.sort(key=lambda entry: -len(entry[0]))

    def find(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Yield (start, end, meaning) of the phrases in `text`, leftmost and longest first, without overlap."""
        matches = list(_WORD.finditer(text))
        words = [FOOTNOTE.sub("", match[1].lower()) for match in matches]
        at = 0
        while at < len(words):
            for phrase, meaning in self._by_first.get(words[at], ()):
                last = at + len(phrase) - 1
                if words[at : last + 1] == phrase and _adjacent(text, matches[at : last + 1]):
                    yield matches[at].start(), matches[last].end(1), meaning
                    at = last
                    break
            at += 1


def _adjacent(text: str, matches: list[re.Match[str]]) -> bool:
    """Tell whether only white space stands between words, a plural's apostrophe aside: a comma ends a phrase."""
    return all(text[one.end() : other.start()].lstrip("'’").isspace() for one, other in pairwise(matches))
