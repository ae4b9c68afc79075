"""Resolves what leans on another time: shifts and the matching period of another year."""

from __future__ import annotations

import datetime as dt

from pipeline.stages.times.nodes import Matching, Shift
from pipeline.stages.times.resolution.discourse import Discourse
from pipeline.stages.times.spans import ONE_DAY, Span, add_units, day_span, month_end, named, shift_months
from pipeline.stages.times.tense import Tense

_HALF = 190
"""More days than a half-year has."""
_QUARTER = (83, 97)
"""Days between the first and the last of 12 to 14 weeks."""
_MOST_OF_YEAR = 300
"""More days than nine months have."""
_LONG = ("quarter", "half", "year")


def shift(d: Discourse, node: Shift, tense: Tense) -> Span | None:
    """Resolve "last month", "two years ago", "yesterday", "the following year", "3 days after X"."""
    if node.anchor == "focus" and node.n < 0 and d.compares and (before := _set_against(d, node, tense)):
        return before
    if told := _beside_results(d, node, tense):
        return told
    base = _anchor(d, node, tense)
    if base is None:  # an undated article's "this quarter", "the last quarter" are those under report
        return d.article.reported("quarter") if node.unit == "quarter" and node.n in (0, -1) else None
    if node.unit == "quarter" and node.anchor == "focus" and node.n < 0 and (before := _weeks_before(d)):
        return before
    if node.fiscal:
        calendar = d.article.fiscal
        return calendar.year(calendar.label_of(base) + node.n) if calendar else None
    day = add_units(base, node.unit, node.n)
    late = node.anchor == "focus" and node.n > 0 and tense == "past" and d.article.published
    if late and day > late:
        return None  # "a year later" of something that the text has not dated
    if node.exact or node.unit == "workday":
        return day_span(day)
    if node.unit == "weekend" and node.n == 0 and tense == "past" and base.weekday() < 5:
        day -= dt.timedelta(7)
    return d.article.containing(node.unit, day)


def _set_against(d: Discourse, node: Shift, tense: Tense) -> Span | None:
    """Return what a comparison's "the month before", "the prior year" is: that of what the sentence has figures of."""
    if node.unit == "month":
        same = _compared(d)
        return shift_months(same, node.n) if same else None
    if (node.unit, node.n, node.exact) != ("year", -1, False) or tense == "future":
        return None
    part = _part_of_year(d)
    return d.article.years_on(part, -1) if part else None


def _part_of_year(d: Discourse) -> Span | None:
    """Return the quarter to nine months whose figures the present sentence sets against those of "the prior year"."""
    span = d.near or d.article.reporting
    if span is None or span.first is None or span.last is None or (span.last - span.first).days > _MOST_OF_YEAR:
        return None
    return span if (span.last - span.first).days >= _QUARTER[0] else None


def _tells_quarter(d: Discourse) -> bool:
    """Say whether an article reports on one quarter, which is "this quarter" to those who speak in it."""
    span = d.article.reporting
    return bool(span and span.first and span.last and _QUARTER[0] <= (span.last - span.first).days < _QUARTER[1])


def _beside_results(d: Discourse, node: Shift, tense: Tense) -> Span | None:
    """Resolve, beside the results of a fiscal year, "this year" ahead and the "last year" of a comparison.

    Beside those of a quarter "this quarter" is that one to who speaks of it in the past.
    """
    if (node.unit, node.anchor, node.n, tense) == ("quarter", "published", 0, "past") and _tells_quarter(d):
        return d.article.reporting
    if node.unit != "year" or node.anchor != "published" or node.exact:
        return None
    if node.n == 0 and tense != "past":
        return d.article.beside_results(1)
    return d.article.beside_results(-1) if node.n == -1 and d.compares else None


def _weeks_before(d: Discourse) -> Span | None:
    """Return the weeks before "the 13 weeks to 5 January", a quarter that no calendar has."""
    span = d.near or d.article.reporting
    if span is None or span.first is None or span.last is None or not _QUARTER[0] <= (span.last - span.first).days:
        return None
    own = d.article.containing("quarter", span.last)
    length = span.last - span.first
    if length.days > _QUARTER[1] or (length.days + 1) % 7 or (own.first, own.last) == (span.first, span.last):
        return None
    return named(Span(span.first - ONE_DAY - length, span.first - ONE_DAY))


def _compared(d: Discourse) -> Span | None:
    """Return what a comparison sets against an earlier time: a balance sheet's day, else a month to a half."""
    period = d.near or d.article.reporting or d.focus
    if day := _balance_day(d):
        return day
    if period and period.first and period.last and (period.last - period.first).days < _HALF:
        return period
    return None


def _balance_day(d: Discourse) -> Span | None:
    """Return the month's end that a comparing sentence speaks of, where that is not the end of its own period."""
    day = d.said_day() if d.compares else None
    if day is None or day.last is None or day.last != month_end(day.last) or day.last == d.article.published:
        return None
    return None if d.near and d.near.last == day.last else day


def _anchor(d: Discourse, node: Shift, tense: Tense) -> dt.date | None:
    """Return the day that a shift counts from; None where nobody knows which quarter that day is in."""
    if node.unit == "quarter" and d.article.unknown_quarters and d.near is None:
        return None
    if node.anchor == "published":
        return d.article.published
    if not isinstance(node.anchor, str):
        span = d.span(node.anchor, tense)
        return (span.first if node.n < 0 else span.last) if span else None
    if node.unit in ("day", "workday", "weekend", "week"):
        return d.day or d.article.published
    span = d.near or (d.article.reporting if node.unit in _LONG else None) or d.focus
    return span.last if span and span.last else d.article.published


def matching(d: Discourse, node: Matching, tense: Tense) -> Span | None:
    """Resolve "the same quarter last year", "a year earlier", "the year-ago period"."""
    base = d.span(node.of, tense) if node.of else _matched(d, node)
    if base is None or base.last is None:
        return None
    if node.year is None:
        return d.article.years_on(base, node.offset)
    if isinstance(node.year, Shift) and node.year.unit == "year" and node.year.n < 0:
        return d.article.years_on(base, node.year.n)
    year = d.span(node.year, tense)
    if year is None or year.first is None or year.last is None or (year.last - year.first).days < 350:
        return year
    fiscal = d.article.fiscal
    number = fiscal.label_of(year.last) - fiscal.label_of(base.last) if fiscal else year.last.year - base.last.year
    return d.article.years_on(base, number)


def _matched(d: Discourse, node: Matching) -> Span | None:
    """Return the period that is matched: the sentence's, the report's, else the latest complete quarter.

    "A year ago" that compares nothing is the calendar year before.
    """
    unit, article = node.unit, d.article
    if unit in ("day", "date", "week"):
        return d.discussed_day()
    if unit == "year":
        return article.current_year(False)
    if unit in ("quarter", "half", "month"):
        base = d.near or article.reporting
        if base and base.last and named(base) == article.containing(unit, base.last):
            return base
        return article.reported(unit)
    base = (_balance_day(d) if unit is None else None) or d.near or d.section or article.month or article.reporting
    if base is None and (unit is not None or d.compares):
        base = article.reported("quarter")
    return base or (None if d.compares and article.unknown_quarters else article.current_year(False))
