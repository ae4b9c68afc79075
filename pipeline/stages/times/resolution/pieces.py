"""The n-th weeks, months, days … within a resolved whole."""

from __future__ import annotations

import datetime as dt

from pipeline.stages.times.nodes import Within
from pipeline.stages.times.spans import ONE_DAY, Span, add_units, named, nth_weekday, unit_span

_HALVED = 100
"""More days than what is halved by days has: a quarter or a month."""


def within(node: Within, whole: Span) -> Span | None:
    """Return `count` units from the `n`-th on of a whole; a negative `n` counts from its end.

    A week belongs to the whole that holds most of its days, as ISO 8601 has it for years.
    """
    if whole.first is None or whole.last is None:
        return None
    if node.weekday is not None:
        day = nth_weekday(whole.first.year, whole.first.month, node.weekday, node.n)
        return named(Span(day, day))
    if node.unit in ("week", "workweek", "weekend"):
        return _weeks(node, whole.first, whole.last)
    days = (whole.last - whole.first).days + 1
    if node.unit == "half" and days < _HALVED:
        middle = whole.first + dt.timedelta(days // 2)
        return named(Span(whole.first, middle - ONE_DAY) if node.n == 1 else Span(middle, whole.last))
    if node.n > 0:
        first = add_units(whole.first, node.unit, node.n - 1)
        last = add_units(whole.first, node.unit, node.n - 1 + node.count) - ONE_DAY
    else:
        first = add_units(whole.last + ONE_DAY, node.unit, node.n)
        last = add_units(whole.last + ONE_DAY, node.unit, node.n + node.count) - ONE_DAY
    return named(Span(first, last))


def _weeks(node: Within, first: dt.date, last: dt.date) -> Span:
    if node.n > 0 and first.day > 1 and first.weekday() > 4 and node.unit == "week":  # of a year of weeks
        start = first + dt.timedelta(days=7 * (node.n - 1))
        return named(Span(start, start + dt.timedelta(days=7 * node.count - 1)))
    if node.n > 0:
        start = first + dt.timedelta(days=3 + 7 * (node.n - 1))
    else:
        start = last - dt.timedelta(days=3 + 7 * (-node.n - 1))
    head = unit_span(node.unit, start)
    if node.count == 1 or head.first is None:
        return head
    return named(Span(head.first, head.first + dt.timedelta(days=7 * node.count - 1)))
