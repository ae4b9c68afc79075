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
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        self._lengths: dict[str, list[int]] = {}
        for words in sorted(self._values, key=len, reverse=True):
            self._by_first.setdefault(words[0], []).append(words)
            lengths = self._lengths.setdefault(words[-1], [])
            if len(words) not in lengths:
                lengths.append(len(words))

    def starts(self) -> Iterable[str]:
        """Return the words that a phrase begins with."""
        return self._by_first.keys()

    def ends(self) -> Iterable[str]:
        """Return the words that a phrase ends with."""
        return self._lengths.keys()

    def may_end(self, word: str) -> bool:
        """Say whether a phrase ends with `word`."""
        return word in self._lengths

    def at(self, words: Sequence[str], start: int) -> tuple[T, int] | None:
        """Return value and end of the longest phrase that begins at `start`; hyphens may join its words."""
        for phrase in self._by_first.get(words[start], ()):
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
