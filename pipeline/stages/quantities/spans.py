"""Looks up spans of the source text, such as times and names, that touch or hold another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Spans:
    """A set of half-open spans; a look-up takes logarithmic time."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._furthest = list(accumulate((end for _, end in ordered), max))

    def __bool__(self) -> bool:
        return bool(self._starts)

    def touch(self, start: int, end: int) -> bool:
        """Say whether one of the spans overlaps `start` to `end`."""
        i = bisect_left(self._starts, end)
        return i > 0 and self._furthest[i - 1] > start

    def hold(self, start: int, end: int) -> bool:
        """Say whether one of the spans holds all of `start` to `end`."""
        i = bisect_right(self._starts, start)
        return i > 0 and self._furthest[i - 1] >= end
