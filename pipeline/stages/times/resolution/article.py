"""What an article says of its own time: publication, reporting period, fiscal calendar, defined terms."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from pipeline.stages.times.resolution.fiscal import FiscalCalendar, weeks_years_on
from pipeline.stages.times.spans import (
    ONE_DAY,
    Span,
    add_months,
    piece_span,
    shift_months,
    unit_span,
    year_span,
)


@dataclass(slots=True)
class Article:
    """The context that expressions are resolved in.

    `dateline`: the day that its dateline gives where that is the one after publication (in another time zone);
    `reporting` is the period that the article reports on where it names one; `terms` maps the last word of a
    defined term ("period", "year") to its span; `month`: what monthly figures are of; `told`: the first day or
    month with a year in an undated article all of whose are within a year.  `unknown_quarters`: it reports on
    quarters of a fiscal year that nothing in it defines.
    """

    published: dt.date | None = None
    dateline: dt.date | None = None
    fiscal: FiscalCalendar | None = None
    reporting: Span | None = None
    terms: dict[str, Span] = field(default_factory=dict)
    month: Span | None = None
    told: dt.date | None = None
    unknown_quarters: bool = False

    def reported(self, unit: str) -> Span | None:
        """Return the quarter, half or month under report: the article's own, else the latest complete one."""
        base = self.reporting.last if self.reporting else None
        if base is not None:
            return self.containing(unit, base)
        if self.published is None or (self.unknown_quarters and unit != "month"):
            return None
        current = self.containing(unit, self.published)
        return self.containing(unit, current.first - ONE_DAY) if current.first else None

    def containing(self, unit: str, day: dt.date) -> Span:
        """Return the unit that holds a day; quarters and halves by the fiscal calendar where there is one."""
        calendar = self.fiscal
        if calendar is None or calendar.is_calendar or unit not in ("quarter", "half"):
            return unit_span(unit, day)
        label = calendar.label_of(day)
        pieces = (calendar.piece(unit, n, label) for n in range(1, 5 if unit == "quarter" else 3))
        return next((s for s in pieces if s.last and s.last >= day), calendar.piece(unit, 1, label))

    def fiscal_year(self, label: int) -> Span:
        """Return a fiscal year; without a calendar it has a name and no days."""
        return self.fiscal.year(label) if self.fiscal else Span(value=f"FY{label:04}")

    def results_label(self, label: int) -> Span | None:
        """Return what "(2024: £5m)" means in results: of a year that or the one before, of less the matching part.

        None elsewhere.
        """
        if (part := self.reporting) and part.last and not self.reports_year() and self.fiscal:
            return self.years_on(part, -1) if label == part.last.year - 1 else None
        own, before = self.beside_results(0), self.beside_results(-1)
        return next((year for year in (own, before) if year and year.value == f"FY{label:04}"), None)

    def beside_results(self, offset: int) -> Span | None:
        """Return the fiscal year `offset` years from the one under report, None where that is no such year."""
        calendar, reporting = self.fiscal, self.reporting
        if calendar is None or calendar.is_calendar or not (self.reports_year() and reporting and reporting.last):
            return None
        return calendar.year(calendar.label_of(reporting.last) + offset)

    def current_year(self, fiscal: bool) -> Span | None:
        """Return the year that "the year" means: that of the reporting period, else of publication."""
        day = self.reporting.last if self.reporting else self.published
        if day is None:
            return None
        if self.fiscal and (fiscal or self.reports_year()):
            return self.fiscal.year(self.fiscal.label_of(day))
        return None if fiscal else year_span(day.year)

    def reports_year(self) -> bool:
        """Say whether the period under report is a whole year."""
        span = self.reporting
        return bool(span and span.first and span.last and (span.last - span.first).days > 350)

    def piece(self, unit: str, n: int | str, label: int, count: int, fiscal: bool) -> Span:
        """Return a piece of the year with a number; "fiscal" ones have no days where no calendar is known."""
        if isinstance(n, str) or (unit == "month" and count == 1):
            return piece_span(unit, n, label, count)
        if self.fiscal:
            return self.fiscal.piece(unit, n, label, count)
        if fiscal:
            return Span(value=f"FY{label:04}-{unit[0].upper()}{n}" if count == 1 else None)
        return piece_span(unit, n, label, count)

    def years_on(self, span: Span, n: int) -> Span:
        """Return the matching span `n` years on.

        A fiscal quarter, half or year of a 52-53-week calendar gives that of the other year, other whole weeks
        the same number of weeks; days are mirrored.
        """
        calendar = self.fiscal
        if calendar is None or span.first is None or span.last is None or not calendar.weeks:
            return weeks_years_on(span, n) or shift_months(span, 12 * n)
        middle = span.first + (span.last - span.first) / 2
        for unit in ("quarter", "half", "year"):
            own = self._fiscal_unit(unit, middle)
            fiscal = unit == "year" or (span.value or "").startswith("FY")
            if fiscal and own and (own.first, own.last) == (span.first, span.last):
                return self._fiscal_unit(unit, add_months(middle, 12 * n)) or own
        return weeks_years_on(span, n) or shift_months(span, 12 * n)

    def _fiscal_unit(self, unit: str, day: dt.date) -> Span | None:
        if unit != "year" or self.fiscal is None:
            return self.containing(unit, day)
        return self.fiscal.year(self.fiscal.label_of(day))
