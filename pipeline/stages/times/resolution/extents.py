"""Resolves what has ends: ranges, edges, bounds, "the n months ended", the n-th weeks of a whole."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from pipeline.stages.times.nodes import (
    Anaphor,
    Bound,
    DayOfMonth,
    Edge,
    Ended,
    Node,
    Piece,
    Range,
    Shift,
    Weekday,
    Within,
)
from pipeline.stages.times.resolution.discourse import Discourse
from pipeline.stages.times.resolution.fiscal import period_back
from pipeline.stages.times.resolution.pieces import within
from pipeline.stages.times.spans import ONE_DAY, Span, day_span, long_weekend, named, unit_span
from pipeline.stages.times.tense import Tense

_RUNNING = ("rest", "earlier", "later", "so_far")
"""Parts that run up to the day of publication, or on from it."""


def ended(d: Discourse, node: Ended, tense: Tense) -> Span | None:
    """Resolve "the nine months ended September 30, 2019"; "the period ended …" is the reporting period."""
    end = d.span(node.end, tense)
    if end is None or end.last is None:
        return None
    if node.n is None:
        reporting = d.article.reporting
        if reporting and reporting.last == end.last:
            return reporting
        quarter = d.article.containing("quarter", end.last) if d.article.fiscal else None
        return quarter if quarter and quarter.last == end.last else Span(None, end.last)
    return replace(named(Span(period_back(end.last, node.unit, node.n), end.last)), kind="period")


def range_(d: Discourse, node: Range, tense: Tense) -> Span | None:
    """Resolve "from A to B"; the value is that of both ends, where they have one."""
    first, last = _both(d, node, tense)
    if first and last and not first.first and not last.last and first.value and last.value:
        return Span(value=f"{first.value}/{last.value}")  # fiscal years that nothing defines
    if first is None or last is None or first.first is None or last.last is None or first.first > last.last:
        return None
    span = replace(named(Span(first.first, last.last)), kind="period")
    values = (first.value, last.value)
    if all(v and v[0].isdecimal() and "/" not in v for v in values):
        return replace(span, value="/".join(map(str, values)))
    return span


def _both(d: Discourse, node: Range, tense: Tense) -> tuple[Span | None, Span | None]:
    """Resolve both ends: the one that leaves its year open follows the other."""
    start, end = node.start, node.end
    if end is None:
        published = d.article.published
        return d.span(start, "past"), day_span(published) if published else None
    if _is_open(start) and (not _is_open(end) or isinstance(end, (Piece, Edge))):
        last = d.span(end, tense)
        return (_beside(d, start, last.last, "past") if last and last.last else None), last
    first = d.span(start, tense)
    if isinstance(start, Shift) and start.n == 0 and isinstance(end, Weekday):
        return first, d.span(end, "past")  # "this year through Thursday"
    if first and first.first and _is_open(end):
        return first, _beside(d, end, first.first, "future")
    return first, d.span(end, tense)


def _is_open(node: Node) -> bool:
    """Say whether a node leaves its year, month or week to the context."""
    match node:
        case Piece():
            return node.year is None
        case Edge(whole=whole):
            return _is_open(whole)
        case Weekday():
            return node.week is None and node.offset is None
        case DayOfMonth():
            return node.month is None
    return False


def _beside(d: Discourse, node: Node, day: dt.date, side: Tense) -> Span | None:
    """Resolve an open node beside a day: the last one before it ("past") or the first after it ("future")."""
    there = Discourse(replace(d.article, published=day, reporting=None), d.resolvers, beside=True)
    return there.span(node, side)


def bound(d: Discourse, node: Bound, tense: Tense) -> Span | None:
    """Resolve since X (open at the end), by X and until X (open at the start), before X (up to its eve)."""
    if node.word == "through":
        whole, published = d.span(node.node, tense), d.article.published
        over = whole is not None and (published is None or (whole.last is not None and whole.last <= published))
        return whole if over else bound(d, Bound("until", node.node), tense)
    season = isinstance(node.node, Piece) and node.node.unit == "season"
    to_come = isinstance(node.node, Edge) and isinstance(node.node.whole, (Shift, Anaphor))
    ahead = node.word == "until" or (node.word in ("by", "before") and (tense != "past" or season or to_come))
    of_now = node.word == "since" and isinstance(node.node, Edge)  # "since the start of the year"
    inner = d.span(node.node, "future" if ahead else "present" if of_now else tense)
    if inner is None or node.word == "ahead":
        return inner
    if node.word == "since":
        return replace(inner, last=None, kind="period")
    last = inner.last
    if node.word == "before" and inner.first and not (isinstance(node.node, Edge) and node.node.part == "end"):
        last = inner.first - ONE_DAY
    return replace(inner, first=None, last=last, kind="period")


def edge(d: Discourse, node: Edge, tense: Tense) -> Span | None:
    """Resolve early, mid, late (all of it), start, end (a day), rest, earlier, so far (up to publication)."""
    whole = d.span(node.whole, tense) if node.part in _RUNNING else _whole(d, node.whole, tense, node.part)
    if whole is None or whole.first is None or whole.last is None:
        return whole
    if node.part in ("start", "end"):
        return day_span(whole.first if node.part == "start" else whole.last)
    if node.part == "weekend":
        return long_weekend(whole.first)
    published = d.article.published
    if published is None and node.part == "rest":
        return replace(whole, first=None)
    holds = published is not None and whole.first <= published <= whole.last
    if node.part not in _RUNNING or not holds:
        return whole
    if node.part in ("earlier", "so_far"):
        return replace(whole, last=published)
    return replace(whole, first=published)


def _whole(d: Discourse, node: Node, tense: Tense, part: str) -> Span | None:
    """Return the whole of an edge: behind a past verb "the end of the year" is of the reporting period's.

    An end that was still to come at publication is then that of the year or quarter before.
    """
    if isinstance(node, Anaphor) and node.unit == "year":
        return _reporters_year(d, tense)
    if tense == "past" and isinstance(node, Shift) and (node.unit, node.n) == ("month", 0) and d.article.month:
        return d.article.month
    if tense != "past" or not isinstance(node, Shift) or node.n != 0 or node.unit not in ("year", "quarter", "half"):
        return d.span(node, tense)
    whole = d.article.current_year(node.fiscal) if node.unit == "year" else d.span(node, tense)
    published = d.article.published
    if part == "end" and whole and whole.first and whole.last and published and whole.last > published:
        return unit_span("year", whole.first - ONE_DAY) if node.unit == "year" else d.article.reported(node.unit)
    return whole


def _reporters_year(d: Discourse, tense: Tense) -> Span | None:
    """Return the year of "year-end", the fiscal one where it is known: behind a past verb the last that was over."""
    fiscal, published = d.article.fiscal, d.article.published
    if tense == "past":
        whole = d.article.current_year(fiscal is not None)
        late = whole and whole.first and whole.last and published and whole.last > published
        if not (late and whole and whole.first):
            return whole
        eve = whole.first - ONE_DAY
        return fiscal.year(fiscal.label_of(eve)) if fiscal else unit_span("year", eve)
    if published is None:
        return d.article.current_year(fiscal is not None)
    return fiscal.year(fiscal.label_of(published)) if fiscal else unit_span("year", published)


def part(d: Discourse, node: Within, tense: Tense) -> Span | None:
    """Resolve "the first week of 2015", "week 31"."""
    whole = d.span(node.whole, tense) if node.whole else d.article.current_year(False)
    return within(node, whole) if whole else None
