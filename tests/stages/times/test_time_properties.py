"""Properties that hold for any text: round trips, true offsets, one reading whatever the day, linear time."""

from __future__ import annotations

import datetime as dt
import locale
import time as clock
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.times.grammar.fallback import unknown_date
from pipeline.stages.times.resolution.fiscal import FiscalCalendar, period_back
from pipeline.stages.times.spans import add_months, easter, month_end, piece_span, year_span
from tests.stages.times.dated_text import times_of

DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31))
YEARS = st.integers(1950, 2090)
DAY_FORMATS = (
    "{d:%B} {d.day}, {d.year}", "{d.day} {d:%B} {d.year}", "{d:%b} {d.day}, {d.year}",
    "{d:%A}, {d:%B} {d.day}, {d.year}",
    "{d.year}-{d:%m}-{d:%d}", "the {d.day}th of {d:%B}, {d.year}", "{d:%d}.{d:%m}.{d.year}",
    "{d:%d}-{d:%b}-{d.year}",
)  # fmt: skip
MONTH_FORMATS = ("{d:%B} {d.year}", "{d:%B} of {d.year}", "{d:%b} {d.year}", "{d:%m}/{d.year}")
PIECES = {
    "quarter": (
        "Q{n} {y}", "{n}Q{y}", "{y}Q{n}", "{n}Q {y}", "the {o} quarter of {y}", "Q{n}-{y}", "{y} {o} quarter",
    ),
    "half": ("H{n} {y}", "{n}H{y}", "{y}-H{n}", "the {o} half of {y}", "{o}-half {y}"),
}  # fmt: skip
ORDINALS = ("", "first", "second", "third", "fourth")


def only(text: str, published: str | None = None) -> tuple[dt.date | None, dt.date | None]:
    (found,) = times_of(text, published)
    return found.first_day, found.last_day


@given(DAYS, st.sampled_from(DAY_FORMATS))
def test_rendered_day_resolves_to_itself(day: dt.date, form: str) -> None:
    assert only(f"It opened on {form.format(d=day)}.") == (day, day)


@given(DAYS, st.sampled_from(MONTH_FORMATS))
def test_rendered_month_resolves_to_itself(day: dt.date, form: str) -> None:
    assert only(f"It opened in {form.format(d=day)}.") == (day.replace(day=1), month_end(day))


@given(YEARS, st.sampled_from(("quarter", "half")), st.integers(1, 4), st.integers(0, 6))
def test_rendered_quarter_or_half_resolves_to_itself(year: int, unit: str, n: int, form: int) -> None:
    n = n if unit == "quarter" else (n + 1) // 2
    form_text = PIECES[unit][form % len(PIECES[unit])]
    span = piece_span(unit, n, year)
    assert only(f"It grew in {form_text.format(n=n, y=year, o=ORDINALS[n])}.") == (span.first, span.last)


@given(DAYS, st.integers(1, 4000), st.sampled_from(("from {a} to {b}", "between {a} and {b}", "{a} - {b}")))
def test_rendered_range_resolves_to_itself(first: dt.date, length: int, form: str) -> None:
    last = first + dt.timedelta(days=length)
    a, b = (f"{d:%B} {d.day}, {d.year}" for d in (first, last))
    assert only(f"It closed {form.format(a=a, b=b)}.") == (first, last)


@given(YEARS, YEARS)
def test_rendered_years_resolve_to_themselves(a: int, b: int) -> None:
    first, last = min(a, b), max(a, b) + 1
    assert only(f"It grew from {first} to {last}.") == (year_span(first).first, year_span(last).last)


@given(DAYS, st.integers(1, 60))
def test_months_ended_run_up_to_their_end(day: dt.date, months: int) -> None:
    end = month_end(day)
    first, last = only(f"In the {months} months ended {end:%B} {end.day}, {end.year}, it grew.")
    assert last == end
    assert first == period_back(end, "month", months)
    assert add_months(first, months) == end + dt.timedelta(days=1)


@given(DAYS, st.integers(1, 4), st.integers(-5, 5))
def test_fiscal_quarters_tile_the_fiscal_year(end: dt.date, quarter: int, years: int) -> None:
    calendar = FiscalCalendar.learn("quarter", quarter, end, 2020)
    year = calendar.year(2020 + years)
    pieces = [calendar.piece("quarter", n, 2020 + years) for n in (1, 2, 3, 4)]
    assert pieces[0].first == year.first
    assert pieces[3].last == year.last
    for left, right in pairwise(pieces):
        assert left.last is not None
        assert right.first == left.last + dt.timedelta(days=1)


@given(DAYS)
def test_label_of_a_day_is_the_year_that_holds_it(day: dt.date) -> None:
    calendar = FiscalCalendar.learn("year", 1, dt.date(2024, 6, 30), 2024)
    span = calendar.year(calendar.label_of(day))
    assert span.first is not None
    assert span.last is not None
    assert span.first <= day <= span.last


@pytest.mark.parametrize(("year", "day"), [(2000, "04-23"), (2018, "04-01"), (2024, "03-31"), (2038, "04-25")])
def test_easter(year: int, day: str) -> None:
    assert easter(year).isoformat() == f"{year}-{day}"


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60), st.text(max_size=20))
def test_offsets_hold_in_any_surroundings(before: str, after: str) -> None:
    text = f"{before} It opened on May 5, 2020. {after}"
    for found in times_of(text, "2020-06-01"):
        assert text[found.start : found.end] == found.text


def test_ids_count_from_zero_in_text_order() -> None:
    found = times_of("In 2019 it grew.\nIn 2020 and 2021 it fell.")
    assert [t.time_id for t in found] == ["d7.t0", "d7.t1", "d7.t2"]
    assert [t.sentence_id for t in found] == ["d7.s0", "d7.s1", "d7.s1"]
    assert [t.start for t in found] == sorted(t.start for t in found)


def test_results_do_not_depend_on_today_or_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "It opened on Sep-23-2020, last month, on Monday, in October and on 04/05/2019; it closes by Easter."
    before = times_of(text)
    unknown_date.__globals__["_parsed"].cache_clear()
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    locale.setlocale(locale.LC_ALL, "C")
    assert times_of(text) == before
    assert [t.value for t in before][:3] == ["2020-09-23", "2024-07", "2024-08-05"]


@pytest.mark.parametrize(
    "unit",
    [
        "the end of ", "first week of ", "May ", "2019-", "1/1", "twenty ", "last ", "Q3 ", "on 9, ",
        "'", "3 days after ",
        "a year ago ", "second half ", "2019 ", "from May to ", "Mon ", "the three and ", "(“the Period” or ",
        "In 2019 it said to ", "May 5 and ", "from mid-", "prior to ", "H1 2024/25 ", "on May 5 to open to ",
    ],
)  # fmt: skip
def test_time_is_linear_on_pumped_input(unit: str) -> None:
    _seconds(unit * (500 // len(unit)))
    assert _seconds(unit * (24_000 // len(unit))) < 6 * max(_seconds(unit * (8_000 // len(unit))), 0.01)


def test_time_is_linear_where_dates_stand_before_many_verbs() -> None:
    def text(n: int) -> str:
        return "on May 5 " * n + "to open " * n

    assert _seconds(text(4_500)) < 6 * max(_seconds(text(1_500)), 0.01)


def _seconds(text: str) -> float:
    runs = []
    for _ in range(3):
        began = clock.process_time()
        times_of(text)
        runs.append(clock.process_time() - began)
    return min(runs)
