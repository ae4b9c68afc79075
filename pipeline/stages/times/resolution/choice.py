"""Which year, month or week a reader takes where the text leaves it open: by tense, nearness and weekday."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from pipeline.stages.times.spans import Span, add_months
from pipeline.stages.times.tense import Tense

_AWAY, _CLOSE = 240, 100
"""Days to a month or day that is most of a year away, and to one that is close."""
_MONTH = 31
_NEAR, _FAR = range(-1, 2), range(-8, 9)
"""Years round the one of publication; a day that not every year has (February 29) is looked for farther off."""


def candidates(make: Callable[[int], Span], numbers: Iterable[int]) -> list[Span]:
    """Return what `make` gives for each number; days that do not exist (February 29) are left out."""
    out = []
    for n in numbers:
        try:
            out.append(make(n))
        except (ValueError, OverflowError):
            continue
    return out


def choose(spans: list[Span], day: dt.date, tense: Tense) -> Span | None:
    """Return the latest span begun by `day` (past), the first not yet over then (future), or the nearest.

    `spans` are in order of time.
    """
    if tense == "future":
        return next((s for s in spans if s.last and s.last >= day), None)
    if tense == "past":
        return next((s for s in reversed(spans) if s.first and s.first <= day), None)
    return min(spans, key=lambda s: _distance(s, day), default=None)


def _distance(span: Span, day: dt.date) -> float:
    if span.first is None or span.last is None:
        return float("inf")
    if span.first <= day <= span.last:
        return 0
    ahead = (span.first - day).days
    return ahead * 1.2 if ahead > 0 else (day - span.last).days  # news looks back more than ahead


def of_years(
    make: Callable[[int], Span], day: dt.date, tense: Tense, weekday: int | None = None, *, sure: bool = False
) -> Span | None:
    """Return what `make(year)` gives for the year that a reader takes; a weekday that was named must fit.

    A tense that points most of a year away, past a day (or a month just over) that is close on the other side, was
    read off the wrong verb: the text would have named that year; not so a tense that is `sure`.
    """
    spans = candidates(make, (day.year + n for n in _NEAR))
    if len(spans) < len(_NEAR):
        spans = candidates(make, (day.year + n for n in _FAR))
    if weekday is not None:
        near = [s for s in spans if s.first and abs(s.first.year - day.year) <= 1 and s.first.weekday() == weekday]
        spans = near or spans
    chosen = choose(spans, day, tense)
    if chosen and not sure and _is_doubtful(chosen, day, tense):
        nearest = choose(spans, day, "")
        return nearest if nearest and _distance(nearest, day) < _CLOSE else chosen
    return chosen


def _is_doubtful(span: Span, day: dt.date, tense: Tense) -> bool:
    """Say whether a tense has led most of a year away: back to a day, or ahead to a day or a month."""
    if span.first is None or span.last is None or not tense:
        return False
    length = (span.last - span.first).days
    return length < (_MONTH if tense == "future" else 1) and _distance(span, day) > _AWAY


def of_months(number: int, day: dt.date, tense: Tense, weekday: int | None) -> dt.date | None:
    """Return the day with a number in the month that a reader takes; a weekday that was named must fit."""
    days = []
    for n in range(-14, 15):
        month = add_months(day.replace(day=1), n)
        try:
            found = month.replace(day=number)
        except ValueError:
            continue
        if weekday is None or found.weekday() == weekday:
            days.append(found)
    chosen = choose([Span(d, d) for d in days], day, tense)
    return chosen.first if chosen else None
