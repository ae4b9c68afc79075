"""Resolves lengths of time that lead up to a day or on from it: "the past three years", "the next ten days"."""

from __future__ import annotations

import datetime as dt

from pipeline.stages.times.nodes import Window
from pipeline.stages.times.resolution.discourse import Discourse
from pipeline.stages.times.resolution.fiscal import period_back
from pipeline.stages.times.spans import ONE_DAY, Span, add_months, add_units, month_end, named, shift_months, year_span
from pipeline.stages.times.tense import Tense


def window(d: Discourse, node: Window, tense: Tense) -> Span | None:
    """Resolve "the past three years" (up to publication) and "the next ten years" (on from it).

    "The three prior years" are the calendar years before the one spoken of; a past sentence that has named
    another time counts from that ("at the start of last year … over the next five years").
    """
    if node.n and (before := _before_spoken(d, node) or _up_to_report(d, node)):
        return before
    published = d.article.published
    if published is None:
        return None
    if node.n is None:
        return Span(value=f"PX{node.iso}")
    value = f"P{node.n * node.size:g}{node.iso}"
    if node.unit == "quarter":
        return _quarters(d, int(node.n), node.direction, value)
    if node.anchor == "focus" and node.unit == "year" and (year := d.article.current_year(False)) and year.first:
        before = year_span(year.first.year - 1)
        if node.direction < 0 and before.last:
            return Span(dt.date(before.last.year - int(node.n * node.size) + 1, 1, 1), before.last, value)
    anchor = published
    if node.anchor == "focus" and node.direction < 0 and node.unit == "month" and d.near and d.near.first:
        return shift_months(Span(d.near.first, add_months(d.near.first, int(node.n)) - ONE_DAY), -int(node.n))
    if node.direction > 0 and tense == "past" and d.said and d.said.first and d.said.first < published:
        anchor = d.said.first
    other = _moved(anchor, node)
    return Span(min(anchor, other), max(anchor, other), value)


def _before_spoken(d: Discourse, node: Window) -> Span | None:
    """Resolve "the previous five years" after a span of so many years, quarters or months, or in an undated article."""
    if node.anchor != "focus" or node.direction > 0 or node.n is None or node.unit not in ("month", "quarter", "year"):
        return None
    span = d.near or d.article.reporting
    months = int(node.n * node.size * {"month": 1, "quarter": 3, "year": 12}[node.unit])
    if span is None or span.first is None or span.last is None or span.first.day != 1:
        return None
    as_long = months > 1 and shift_months(Span(span.first, span.first), months).first == span.last + ONE_DAY
    if not as_long and d.article.published:
        return None
    return named(Span(add_months(span.first, -months), span.first - ONE_DAY))


def _up_to_report(d: Discourse, node: Window) -> Span | None:
    """Resolve "the trailing twelve months" of a report: up to the end of the period that it reports on."""
    end = d.article.reporting.last if d.article.reporting else None
    if node.anchor != "report" or node.unit not in ("month", "quarter", "year") or node.n is None or end is None:
        return None
    return named(Span(period_back(end, node.unit, int(node.n * node.size)), end))


def _moved(day: dt.date, node: Window) -> dt.date:
    amount = (node.n or 0) * node.size * node.direction
    months = {"year": 12, "month": 1, "half": 6}.get(node.unit)
    return add_months(day, round(amount * months)) if months else add_units(day, node.unit, int(amount))


def _quarters(d: Discourse, n: int, direction: int, value: str) -> Span | None:
    """Return the last or next `n` whole quarters."""
    published = d.article.published
    now = d.article.containing("quarter", published) if published else None
    if now is None or now.first is None or now.last is None:
        return None
    if direction > 0:
        return Span(now.last + ONE_DAY, month_end(add_months(now.last, 3 * n)), value)
    return Span(add_months(now.first, -3 * n), now.first - ONE_DAY, value)
