"""Resolves what names its own place in the calendar: months and their days, quarters, weekdays, holidays."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from pipeline.stages.times.nodes import (
    Clock,
    DayOfMonth,
    Ended,
    FiscalYear,
    Fixed,
    Holiday,
    Piece,
    Range,
    Shift,
    Weekday,
    Within,
)
from pipeline.stages.times.resolution import choice
from pipeline.stages.times.resolution.discourse import Discourse
from pipeline.stages.times.resolution.feasts import holiday_date
from pipeline.stages.times.resolution.pieces import within
from pipeline.stages.times.spans import Span, day_span, months_span, named, year_span
from pipeline.stages.times.tense import Tense

_WEEKS_OFF = 10
"""Days at most between the end of a quarter of weeks and that of the month that it is named for."""
_AT_ITS_END = 8
"""Days before its end from which on a quarter is that which is told of."""
_LONG_TOLD = 315
"""Days after which no news tells of a quarter by its number alone."""
_UNREPORTED = 92
"""Days within which a quarter that is over is still to be reported."""


def piece(d: Discourse, node: Piece, tense: Tense) -> Span | None:
    """Resolve a month, quarter, half or season, with or without its year."""
    if node.year is None and (node.unit in ("quarter", "half", "quarter_to") or node.count > 1):
        return _reported(d, node, tense)
    if node.year is None or (isinstance(node.year, Shift) and node.year.unit == "occurrence"):
        return _open(d, node, tense)
    year = d.span(node.year, tense)
    if year is None and isinstance(node.year, Shift) and node.year.n == 0 and node.unit in ("quarter", "half"):
        return _named_elsewhere(d, node)
    if year is None or (year.first is None and not isinstance(node.year, FiscalYear)):
        return None
    if isinstance(node.year, Shift) and not node.year.fiscal and node.unit == "month" and d.article.published:
        year = _calendar_year(node.year, year, d.article.published)
    if isinstance(node.year, (Range, Ended)) and isinstance(node.n, int):
        return within(Within(node.unit, node.n, node.year, node.count), year)
    by_label = isinstance(node.year, FiscalYear) or (isinstance(node.year, Fixed) and node.year.fiscal)
    if by_label and year.value and year.value.startswith("FY"):
        return _in_year(d, node, int(year.value[2:6]), fiscal=True)
    return _in_year(d, node, year.last.year) if year.last else None


def _calendar_year(node: Shift, year: Span, published: dt.date) -> Span:
    """Return the calendar's year for "October this year" where "this year" alone is the fiscal one."""
    return year_span(published.year + node.n) if (year.value or "").startswith("FY") else year


def _named_elsewhere(d: Discourse, node: Piece) -> Span | None:
    """Resolve "the third quarter of this year" in an undated article that reports on a third quarter by name."""
    reporting = d.article.reporting
    if reporting is None or reporting.last is None or not isinstance(node.n, int):
        return None
    span = d.article.piece(node.unit, node.n, reporting.last.year, node.count, node.fiscal)
    return span if (span.first, span.last) == (reporting.first, reporting.last) else None


def _in_year(d: Discourse, node: Piece, year: int, fiscal: bool = False) -> Span:
    if isinstance(node.n, int):
        if isinstance(node.year, Shift) and node.year.unit == "decade":  # "the second half of the decade"
            return named(months_span(year - 9, 1 if node.n == 1 else 61, 60, ""))
        if node.day:
            return day_span(dt.date(year, node.n, node.day))
        if node.unit == "quarter_to":
            return _quarter_to(d, named(months_span(year, node.n - 2, 3, "")))
    return d.article.piece(node.unit, node.n, year, node.count, fiscal or node.fiscal)


def _quarter_to(d: Discourse, months: Span) -> Span:
    """Return "the September quarter": of a calendar of weeks that which ends near the month's end."""
    if d.article.fiscal is None or months.last is None or not d.article.fiscal.weeks:
        return months
    own = d.article.containing("quarter", months.last - dt.timedelta(_WEEKS_OFF))
    return own if own.last and abs((own.last - months.last).days) <= _WEEKS_OFF else months


def _open(d: Discourse, node: Piece, tense: Tense) -> Span | None:
    """Resolve "October", "October 30", "last September" by tense and nearness to the day of publication."""
    published = d.article.published
    if published is None:
        return _after_report(d, node, tense)
    if node.year is None:
        sure = d.beside or (d.ahead and tense == "future" and node.unit == "month")
        return choice.of_years(lambda y: _in_year(d, node, y), published, tense, node.weekday, sure=sure)
    assert isinstance(node.year, Shift)
    if node.year.n == 0 and node.unit != "season":
        return _in_year(d, node, published.year)
    years = range(published.year - 2, published.year + 3)
    spans = choice.candidates(lambda y: _in_year(d, node, y), years)
    if node.year.n == 0:
        return choice.choose(spans, published, tense if tense == "future" else "")
    if node.year.n > 0:
        return next((s for s in spans if s.first and s.first > published), None)
    return next((s for s in reversed(spans) if s.last and s.last < published), None)


def _after_report(d: Discourse, node: Piece, tense: Tense) -> Span | None:
    """Resolve a month or day of no year in an undated article.

    It is that nearest to the weeks after the period that the article reports on, else to what it has dated.
    """
    reporting = d.article.reporting
    if isinstance(node.year, Shift) and node.year.n != 0:
        return None
    if reporting is None or reporting.last is None:
        told = d.article.told
        return choice.of_years(lambda y: _in_year(d, node, y), told, "", node.weekday) if told else None
    told = reporting.last + dt.timedelta(weeks=6)
    return choice.of_years(lambda y: _in_year(d, node, y), told, tense, node.weekday)


def _reported(d: Discourse, node: Piece, tense: Tense) -> Span | None:
    """Resolve "the third quarter" to that of the year which the article speaks of."""
    article = d.article
    base = article.reporting.last if article.reporting else article.published
    unknown = node.fiscal or (article.unknown_quarters and node.unit in ("quarter", "half"))
    if base is None or (unknown and article.fiscal is None):
        return None
    spans = choice.candidates(lambda y: _in_year(d, node, y), range(base.year - 2, base.year + 3))
    if article.reporting is None:
        over = base + dt.timedelta(_AT_ITS_END if node.unit == "quarter" else 0)
        past = [s for s in spans if s.last and s.last < over]
    else:
        past = [s for s in spans if s.last and s.last <= base]
    ahead = spans[len(past)] if len(past) < len(spans) else None
    last = past[-1] if past else None
    if last and last == article.reporting:
        return last
    if tense == "future":
        return last if not d.ahead and _just_over(base, node, last, ahead) else ahead
    unread = article.reporting is None and article.fiscal is None and node.unit == "quarter" and node.count == 1
    if unread and last and last.last and (base - last.last).days > _LONG_TOLD:
        return None  # "fourth-quarter results" in November: of a fiscal year that the article leaves open
    follows = article.reporting and ahead and ahead.first and (ahead.first - base).days < 40
    begun = not article.reports_year() and _has_begun(ahead, article.published)
    return ahead if follows and (tense != "past" or begun) and node.count == 1 else last


def _has_begun(span: Span | None, published: dt.date | None) -> bool:
    return bool(span and span.first and published and span.first <= published)


def _just_over(base: dt.date, node: Piece, last: Span | None, ahead: Span | None) -> bool:
    """Say whether a quarter or first half is still to be reported rather than the next of its name, not begun yet.

    The next quarter is over half a year ahead; a year's second half is spoken of before it has begun.
    """
    if node.count > 1 or not (last and last.last and ahead and ahead.first) or (base - last.last).days >= _UNREPORTED:
        return False
    if node.unit == "half":
        return node.n == 1 and ahead.first > base
    return node.unit == "quarter" and (ahead.first - base).days > 2 * _UNREPORTED


def weekday(d: Discourse, node: Weekday, tense: Tense) -> Span | None:
    """Resolve "Tuesday", "last Friday", "Monday of next week"."""
    if node.week is not None:
        week = d.span(node.week, tense)
        return day_span(week.first + dt.timedelta(node.number)) if week and week.first else None
    base = d.day if node.back and d.day else d.article.dateline or d.article.published
    if base is None:
        return None
    if node.offset is not None and not node.recent and not (node.back and d.day):
        monday = base - dt.timedelta(base.weekday())
        return day_span(monday + dt.timedelta(7 * node.offset + node.number))
    whole_week = 7 if node.offset else 0
    if tense == "future" or node.offset == 1:
        return day_span(base + dt.timedelta((node.number - base.weekday()) % 7 or whole_week))
    return day_span(base - dt.timedelta((base.weekday() - node.number) % 7 or whole_week))


def day_of_month(d: Discourse, node: DayOfMonth, tense: Tense) -> Span | None:
    """Resolve "the 18th", "Monday 21", "the 15th day of next month"."""
    if node.month is not None:
        month = d.span(node.month, tense)
        return day_span(month.first + dt.timedelta(node.day - 1)) if month and month.first else None
    if d.article.published is None:
        return None
    found = choice.of_months(node.day, d.article.published, tense, node.weekday)
    return day_span(found) if found else None


def holiday(d: Discourse, node: Holiday, tense: Tense) -> Span | None:
    """Resolve a holiday in the year that is named, or that a reader takes."""
    if node.year is not None:
        year = d.span(node.year, tense)
        return day_span(holiday_date(node.name, year.last.year)) if year and year.last else None
    if d.article.published is None:
        return None
    if node.offset is not None:
        tense = "past" if node.offset < 0 else "future"
    return choice.of_years(lambda y: day_span(holiday_date(node.name, y)), d.article.published, tense)


def clock(d: Discourse, node: Clock, tense: Tense) -> Span | None:
    """Resolve a clock time on its day, else on the day that its sentence names, else on that of publication."""
    span = d.span(node.day, tense) if node.day else d.said_day() or _publication(d)
    if span is None or span.first is None:
        return None
    return replace(span, value=span.first.isoformat() + node.time, kind="date")


def _publication(d: Discourse) -> Span | None:
    published = d.article.published
    return day_span(published) if published else None
