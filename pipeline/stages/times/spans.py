"""Calendar arithmetic: days, weeks, months, quarters, halves, years as inclusive spans with a TIMEX3 value.

Weeks are ISO weeks (Monday to Sunday); seasons are the meteorological ones of TIMEX3 (SP SU FA WI).
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.records import TimeKind

ONE_DAY = dt.timedelta(days=1)
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12}


@dataclass(frozen=True, slots=True)
class Span:
    """A resolved time: inclusive days (either may be open), its TIMEX3 value, and the contract's kind."""

    first: dt.date | None = None
    last: dt.date | None = None
    value: str | None = None
    kind: TimeKind = "period"

    @property
    def anchor(self) -> dt.date | None:
        """Return the day that stands for the span where a point is needed: its last one."""
        return self.last or self.first


def add_months(day: dt.date, n: int) -> dt.date:
    """Return the same day `n` months on, or the month's last day where it has no such day."""
    index = day.year * 12 + day.month - 1 + n
    year, month = divmod(index, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_end(day: dt.date) -> dt.date:
    """Return the last day of the month of `day`."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def day_span(day: dt.date) -> Span:
    """Return one day as a span of kind `date`."""
    return Span(day, day, day.isoformat(), "date")


def months_span(year: int, month: int, count: int, value: str) -> Span:
    """Return `count` whole months from `month` of `year` on; `month` may lie outside 1 to 12."""
    first = add_months(dt.date(year, 1, 1), month - 1)
    return Span(first, add_months(first, count) - ONE_DAY, value)


@lru_cache(maxsize=1024)
def piece_span(unit: str, n: int | str, year: int, count: int = 1) -> Span:
    """Return the `n`-th month, quarter or half (or the season with code `n`) of a calendar year.

    With `count` above one the span covers so many of them from the `n`-th on.
    """
    if isinstance(n, str):
        return months_span(year, SEASON_MONTHS[n], 3, f"{year:04}-{n}")
    length = _MONTHS_IN[unit]
    return named(months_span(year, 1 + (n - 1) * length, length * count, ""))


@lru_cache(maxsize=256)
def year_span(year: int) -> Span:
    """Return a calendar year."""
    return Span(dt.date(year, 1, 1), dt.date(year, 12, 31), f"{year:04}")


def years_span(year: int, count: int) -> Span:
    """Return a decade (value "201") or a century (value "20") that starts with `year`."""
    value = f"{year:04}"[: 3 if count == 10 else 2]
    return Span(dt.date(year, 1, 1), dt.date(year + count - 1, 12, 31), value)


def unit_span(unit: str, day: dt.date) -> Span:
    """Return the calendar unit that holds `day` (a fiscal year counts as the calendar's)."""
    if unit in ("week", "workweek", "weekend"):
        return _week_span(unit, day)
    if unit == "month":
        return months_span(day.year, day.month, 1, f"{day.year:04}-{day.month:02}")
    if unit in ("quarter", "half"):
        return piece_span(unit, (day.month - 1) // _MONTHS_IN[unit] + 1, day.year)
    if unit == "decade":
        return years_span(day.year // 10 * 10, 10)
    return year_span(day.year) if unit == "year" else day_span(day)


def _week_span(unit: str, day: dt.date) -> Span:
    monday = day - dt.timedelta(days=day.weekday())
    year, week, _ = day.isocalendar()
    first, length = {"week": (0, 7), "workweek": (0, 5), "weekend": (5, 2)}[unit]
    start = monday + dt.timedelta(days=first)
    value = f"{year:04}-W{week:02}" + ("-WE" if unit == "weekend" else "")
    return Span(start, start + dt.timedelta(days=length - 1), value)


def long_weekend(day: dt.date) -> Span:
    """Return the weekend of a holiday, with the days between: Saturday to Monday, Thursday to Sunday."""
    saturday = day + dt.timedelta(days=(5 - day.weekday()) if day.weekday() > 1 else -2 - day.weekday())
    return named(Span(min(day, saturday), max(day, saturday + ONE_DAY)))


def add_units(day: dt.date, unit: str, n: int) -> dt.date:
    """Return the day `n` units on (`n` may be negative); working days skip Saturdays and Sundays."""
    if unit == "decade":
        return add_months(day, 120 * n)
    if unit in _MONTHS_IN:
        return add_months(day, n * _MONTHS_IN[unit])
    if unit == "workday":
        return _add_workdays(day, n)
    return day + dt.timedelta(days=n * (7 if unit in ("week", "workweek", "weekend") else 1))


def _add_workdays(day: dt.date, n: int) -> dt.date:
    weeks, left = divmod(abs(n), 5)
    sign = 1 if n >= 0 else -1
    day += dt.timedelta(days=7 * weeks * sign)
    while left or day.weekday() > 4:
        day += sign * ONE_DAY
        left -= day.weekday() < 5 and left > 0
    return day


def named(span: Span) -> Span:
    """Return the span with the name of the calendar unit that it covers, else "first/last" as its value."""
    first, last = span.first, span.last
    if first is None or last is None:
        return span
    return replace(span, value=_name(first, last), kind="date" if first == last else "period")


def _name(first: dt.date, last: dt.date) -> str:
    if first == last:
        return first.isoformat()
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if first.day == 1 and last == month_end(last):
        year, n = first.year, first.month - 1
        if months == 1:
            return f"{year:04}-{first.month:02}"
        if months == 12 and n == 0:
            return f"{year:04}"
        if months in (3, 6) and n % months == 0:
            return f"{year:04}-{'Q' if months == 3 else 'H'}{n // months + 1}"
    if (last - first).days == 6 and first.weekday() == 0:
        iso = first.isocalendar()
        return f"{iso.year:04}-W{iso.week:02}"
    return f"{first.isoformat()}/{last.isoformat()}"


def shift_months(span: Span, n: int) -> Span:
    """Return the matching span `n` months on: month ends stay month ends."""
    if span.first is None or span.last is None:
        return Span(kind=span.kind)
    last = add_months(span.last, n)
    if span.last == month_end(span.last):
        last = month_end(last)
    return named(Span(last if span.first == span.last else add_months(span.first, n), last))


def easter(year: int) -> dt.date:
    """Return Easter Sunday of the Gregorian calendar (Anonymous Gregorian algorithm, Meeus 1991)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> dt.date:
    """Return the `n`-th given weekday of a month; counted from the month's end where `n` is negative."""
    if n > 0:
        first = dt.date(year, month, 1)
        return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))
    last = month_end(dt.date(year, month, 1))
    return last - dt.timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-n - 1))
