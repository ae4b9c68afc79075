"""A company's fiscal calendar, learnt from what its article says ("fiscal 2024 ended June 30, 2024")."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from pipeline.stages.times.spans import ONE_DAY, Span, add_months, month_end, named

_WEEKS = {"quarter": 13, "half": 26, "year": 52}
_WEEK = 7
_SHORTEST = 80
"""Days that the shortest period has that is compared by weeks: a quarter of twelve of them."""
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def on_week_calendar(day: dt.date) -> bool:
    """Say whether a period ends by a 52-53-week calendar: on a Friday to Sunday near a month's end."""
    if day == month_end(day) or day.weekday() < 4:
        return False
    return day.day <= 7 or (month_end(day) - day).days < 7


def to_weekday(day: dt.date, weekday: int) -> dt.date:
    """Return the given day of the week that is nearest to a day."""
    return day + dt.timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)


def weeks_years_on(span: Span, n: int) -> Span | None:
    """Return the matching weeks of `n` years on for a span of whole weeks; None for one of months."""
    if span.first is None or span.last is None:
        return None
    length = span.last - span.first
    of_months = span.first.day == 1 and span.last == month_end(span.last)
    if of_months or length.days < _SHORTEST or (length.days + 1) % 7:
        return None
    last = to_weekday(add_months(span.last, 12 * n), span.last.weekday())
    return named(Span(last - length, last))


def period_back(end: dt.date, unit: str, n: int) -> dt.date:
    """Return the first day of `n` units that run up to `end` (inclusive)."""
    if unit in ("month", "quarter", "half", "year"):
        months = n * _MONTHS[unit]
        if on_week_calendar(end) and months % 3 == 0:
            return end - dt.timedelta(weeks=months // 3 * 13) + ONE_DAY
        first = add_months(end + ONE_DAY, -months)
        return first if end != month_end(end) else first.replace(day=1)
    return end - dt.timedelta(days=n * (7 if unit == "week" else 1)) + ONE_DAY


def _months_on(day: dt.date, n: int) -> dt.date:
    """Return the day `n` months on; month ends stay month ends."""
    moved = add_months(day, n)
    return month_end(moved) if day == month_end(day) else moved


@dataclass(frozen=True, slots=True)
class FiscalCalendar:
    """The end of one fiscal year with the label it goes by; other years follow from it.

    `weeks`: the years are of 52 or 53 weeks.
    """

    label: int
    end: dt.date
    weeks: bool = False

    @classmethod
    def learn(cls, unit: str, n: int, end: dt.date, label: int | None) -> FiscalCalendar:
        """Return the calendar in which the `n`-th `unit` (or the year, n = 1) of year `label` ends on `end`.

        Without a label a year goes by the calendar year that it ends in; one of weeks that ends in the first days of
        January by the year before, of which it has all but those.
        """
        left = {"year": 1, "half": 2, "quarter": 4}[unit] - n
        if on_week_calendar(end):
            year_end = end + dt.timedelta(weeks=left * _WEEKS[unit])
        else:
            year_end = _months_on(end, left * _MONTHS[unit])
        named_for = year_end - dt.timedelta(_WEEK) if on_week_calendar(end) else year_end
        return cls(label if label is not None else named_for.year, year_end, on_week_calendar(end))

    def year_end(self, label: int) -> dt.date:
        """Return the last day of the fiscal year with a label."""
        moved = _months_on(self.end, 12 * (label - self.label))
        return moved if not self.weeks or label == self.label else to_weekday(moved, self.end.weekday())

    def year(self, label: int) -> Span:
        """Return the fiscal year with a label."""
        last = self.year_end(label)
        span = named(Span(self.year_end(label - 1) + ONE_DAY, last))
        return replace(span, value=f"FY{label:04}")

    def piece(self, unit: str, n: int, label: int, count: int = 1) -> Span:
        """Return the `n`-th quarter, half or month of a fiscal year, or `count` of them from there on."""
        last = self._piece_end(unit, n + count - 1, label)
        first = self._piece_end(unit, n - 1, label) + ONE_DAY
        span = named(Span(first, last))
        if self.is_calendar or count > 1 or unit == "month":
            return span
        return replace(span, value=f"FY{label:04}-{unit[0].upper()}{n}")

    def _piece_end(self, unit: str, n: int, label: int) -> dt.date:
        if n == 0:
            return self.year_end(label - 1)
        end = self.year_end(label)
        left = 12 // _MONTHS[unit] - n
        if self.weeks and unit in _WEEKS:
            return end - dt.timedelta(weeks=left * _WEEKS[unit])
        return _months_on(end, -left * _MONTHS[unit])

    def label_of(self, day: dt.date) -> int:
        """Return the label of the fiscal year that holds a day."""
        label = self.label + day.year - self.end.year
        while self.year_end(label) < day:
            label += 1
        while self.year_end(label - 1) >= day:
            label -= 1
        return label

    @property
    def is_calendar(self) -> bool:
        """Say whether the fiscal year is the calendar year under its own number."""
        return (self.end.month, self.end.day) == (12, 31) and self.label == self.end.year
