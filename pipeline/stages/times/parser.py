"""Tokens of one sentence and the engine that runs the grammar's rules over them.

A rule is a function `(parser, i) -> (node, end) | None` that reads an expression at token `i`.  Rules are
filed under the words they start with, so that a token costs one dictionary look-up: the trigger scan.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pipeline.stages.times.nodes import Node

_TOKEN = re.compile(r"\w+|[^\w\s]")
_DIGIT = re.compile("[0-9]")
_DIGITS = frozenset("0123456789")
_SCALES = frozenset({"%", "percent", "million", "billion", "trillion"})
"""A number before one of these is no part of a time."""
_PADDING = 12
_DEPTH = 5

Match = tuple[Node, int]
Rule = Callable[["Parser", int], Match | None]
YEAR, NUMBER, MIXED, CODE = "0000", "0", "0a", "a0"
"""Keys of the rules for tokens of four figures, of other figures, of figures with letters ("3Q19", "24th"), and
for those that only end with a figure ("Q3", "FY24")."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules by the word they start with; a sentence with none of `heads` and no digit has no time."""

    by_word: Mapping[str, tuple[Rule, ...]]
    heads: frozenset[str]


def _lower_tokens(segment: str) -> list[str]:
    """Return the tokens in lower case, with a straight apostrophe."""
    lowered = segment.lower()
    if len(lowered) == len(segment):
        return _TOKEN.findall(lowered.replace("’", "'"))
    tokens = _TOKEN.findall(segment)  # a letter such as "İ" changes its length
    return [t.lower() if t != "’" else "'" for t in tokens]


class Parser:
    """The tokens of `text[start:end]`, lower case, with offsets into `text`; beyond both ends stands "".

    `triggers` are the tokens that a rule may start at.
    """

    __slots__ = ("_depth", "_seen", "ends", "rules", "size", "starts", "text", "triggers", "words")

    def __init__(self, text: str, start: int, end: int, rules: Rules) -> None:
        self.text, self.rules, self._depth = text, rules, 0
        self._seen: frozenset[str] | None = None
        self.words = _lower_tokens(text[start:end])
        self.size = len(self.words)
        self.triggers = self._triggers(text, start, end)
        self.starts: list[int] = []
        self.ends: list[int] = []
        if self.triggers:
            self._locate(start, end)

    def _triggers(self, text: str, start: int, end: int) -> list[int]:
        if self.rules.heads.isdisjoint(self.words) and not _DIGIT.search(text, start, end):
            return []
        known = self.rules.by_word
        return [i for i, w in enumerate(self.words) if w in known or w[-1] in _DIGITS or w[0] in _DIGITS]

    def _locate(self, start: int, end: int) -> None:
        spans = [m.span() for m in _TOKEN.finditer(self.text, start, end)]
        self.starts = [a for a, _ in spans] + [end] * _PADDING
        self.ends = [b for _, b in spans] + [end] * _PADDING
        self.words += [""] * _PADDING

    @property
    def seen(self) -> frozenset[str]:
        """Return the sentence's words as a set."""
        if self._seen is None:
            self._seen = frozenset(self.words)
        return self._seen

    def glued(self, i: int) -> bool:
        """Say whether no white space stands between token `i - 1` and token `i`."""
        return bool(0 < i < self.size and self.starts[i] == self.ends[i - 1])

    def capital(self, i: int) -> bool:
        """Say whether token `i` starts with a capital."""
        return 0 <= i < self.size and self.text[self.starts[i]].isupper()

    def proper(self, i: int) -> bool:
        """Say whether token `i` is a word with one capital, its first ("Lee", not "LTD" and not "A")."""
        return self.capital(i) and self.text[self.starts[i] + 1 : self.ends[i]].islower()

    def at(self, i: int, *words: str) -> bool:
        """Say whether the tokens from `i` on are `words`."""
        return self.words[i : i + len(words)] == [*words]

    def index(self, offset: int) -> int:
        """Return the first token that starts at `offset` or after it, counted from the sentence's start."""
        low, high = 0, self.size
        while low < high:
            middle = (low + high) // 2
            if self.starts[middle] < offset:
                low = middle + 1
            else:
                high = middle
        return low

    def rules_at(self, i: int) -> tuple[Rule, ...]:
        """Return the rules that may start at token `i`."""
        word = self.words[i]
        found = self.rules.by_word.get(word)
        if found is not None:
            return found
        if word[:1] in _DIGITS:
            if self.words[i + 1] in _SCALES:
                return ()
            key = MIXED if not word.isdecimal() else YEAR if len(word) == 4 else NUMBER
            return self.rules.by_word[key]
        return self.rules.by_word[CODE] if word[-1:] in _DIGITS else ()

    def phrase(self, i: int) -> Match | None:
        """Return the longest time expression that starts at token `i`; nesting is bounded."""
        rules = self.rules_at(i)
        if not rules or self._depth >= _DEPTH:
            return None
        self._depth += 1
        best: Match | None = None
        for rule in rules:
            found = rule(self, i)
            if found and (best is None or found[1] > best[1]):
                best = found
        self._depth -= 1
        return best

    def whole(self, i: int) -> Match | None:
        """Return the expression at token `i`, leading "the" and "its" skipped: the complement of "of"."""
        while self.words[i] in ("the", "its", "our", "their", "a"):
            i += 1
        return self.phrase(i)
