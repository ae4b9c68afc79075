"""Finds phrases of a lexicon in a list of tokens: the longest that begins, or ends, at a place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from pipeline.stages.quantities.tokens import HYPHENS, words_of

T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases and what they stand for.  They are given as text and compared token by token, exactly."""

    def __init__(self, pairs: Iterable[tuple[str, T]]) -> None:
        self._values: dict[tuple[str, ...], T] = {}
        for phrase, value in pairs:
            self._values.setdefault(words_of(phrase), value)
        self._lone = {words[0]: value for words, value in self._values.items() if len(words) == 1}
        self._longer: dict[str, list[tuple[str, ...]]] = {}
        self._seconds: dict[str, set[str]] = {}
        self._lengths: dict[str, list[int]] = {}
        for words in sorted(self._values, key=len, reverse=True):
            if len(words) > 1:
                self._longer.setdefault(words[0], []).append(words)
                self._seconds.setdefault(words[0], set(HYPHENS)).add(words[1])
            lengths = self._lengths.setdefault(words[-1], [])
            if len(words) not in lengths:
                lengths.append(len(words))

    def starts(self) -> Iterable[str]:
        """Return the words that a phrase begins with."""
        return self._lone.keys() | self._longer.keys()

    def ends(self) -> Iterable[str]:
        """Return the words that a phrase ends with."""
        return self._lengths.keys()

    def at(self, words: Sequence[str], start: int) -> tuple[T, int] | None:
        """Return value and end of the longest phrase that begins at `start`; hyphens may join its words."""
        first = words[start]
        if first in self._seconds and words[start + 1] in self._seconds[first]:
            found = self._longest(words, start)
            if found:
                return found
        return (self._lone[first], start + 1) if first in self._lone else None

    def _longest(self, words: Sequence[str], start: int) -> tuple[T, int] | None:
        """Return value and end of the longest phrase of several words that begins at `start`."""
        for phrase in self._longer[words[start]]:
            i = start + 1
            for word in phrase[1:]:
                if words[i] in HYPHENS and word != words[i]:
                    i += 1
                if words[i] != word:
                    break
                i += 1
            else:
                return self._values[phrase], i
        return None

    def before(self, words: Sequence[str], end: int) -> tuple[T, int] | None:
        """Return value and start of the longest phrase that ends just before `end`."""
        for length in self._lengths.get(words[end - 1], ()):
            phrase = tuple(words[max(end - length, 0) : end])
            if phrase in self._values:
                return self._values[phrase], end - length
        return None
