"""Periods that a report defines for itself, and quarters, months and years that lean on them."""

from __future__ import annotations

import pytest

from tests.stages.times.dated_text import dated, days, times_of

_YEAR = "Vessel Foods plc: results for the 52 weeks ended 29 March 2025\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales were £80m (2024: £78m).", "2023-04-02..2024-03-30"),
        ("Profit was 3% ahead of last year.", "2023-04-02..2024-03-30"),
        ("In the second half we shut a depot.", "2024-09-29..2025-03-29"),
        ("This year we plan to open a depot.", "2025-03-30..2026-03-28"),
        ("Debt should be lower at year-end.", "2026-03-28"),
        ("Work began in October last year.", "2024-10-01..2024-10-31"),
    ],
)
def test_year_of_weeks_defines_the_years_and_halves_of_its_report(text: str, expected: str) -> None:
    assert dated(_YEAR + text, "2025-05-15")[-1] == expected


@pytest.mark.parametrize(
    ("opening", "mention", "published", "expected"),
    [
        ("Sales for the 26 weeks to 27 January 2024 rose", "During the half", "2024-02-28", "2023-07-30..2024-01-27"),
        ("It cut its forecast for the year ending March 2026", "In the first half", "2025-10-31", "2025-04-01..2025-09-30"),
        ("Fourth-quarter sales for the period ended November 2 fell", "For the first quarter", "2024-12-10",
         "2024-11-03..2025-02-01"),
        ("Sales in the 13 weeks to 5 January were flat", "In the preceding quarter", "2025-01-09", "2024-07-08..2024-10-06"),
        ("Output in the three months to 30 June lifted the FY24 total", "Outlook for FY25", "2024-07-22",
         "2024-07-01..2025-06-30"),
    ],
)  # fmt: skip
def test_report_teaches_its_calendar(opening: str, mention: str, published: str, expected: str) -> None:
    assert dated(f"{opening}.\n{mention}", published)[-1] == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Growth slowed from 4% in the first half to 2% in the second.", "2025-02-06", "2024-07-01..2024-12-31"),
        ("Margins, 9% in the second quarter, may slip in the third.", "2025-09-01", "2025-07-01..2025-09-30"),
        ("It came first in the third quarter, the second time in a row.", "2025-11-01", "2025-07-01..2025-09-30"),
    ],
)
def test_ordinal_alone_is_of_the_unit_named_before(text: str, published: str, expected: str) -> None:
    assert dated(text, published)[-1] == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Analysts expect a loss for the third quarter.", "2025-10-17", "2025-07-01..2025-09-30"),
        ("It expects to close the deal in the first quarter.", "2025-12-04", "2026-01-01..2026-03-31"),
        ("It reiterated a forecast of 900 sales for the quarter.", "2025-09-01", "2025-07-01..2025-09-30"),
        ("Sales fell 4% in March.\nExports rose in the month.", "2025-04-02", "2025-03-01..2025-03-31"),
        ("The group earned €4m between October and December.\nIt pays €2 for the year.", "2025-01-30",
         "2024-01-01..2024-12-31"),
        ("The firm reports on Tuesday.", "2025-02-27", "2025-03-04"),
        ("The dividend is payable on 28 March.", "2025-02-27", "2025-03-28"),
        ("Our staff, of whom there were 90 at the end of May, will get a bonus.", "2025-06-05", "2025-05-31"),
        ("It plans to hire 40 people by spring.", "2024-09-05", "..2025-05-31"),
        ("Traders expect another cut in June.", "2025-05-20", "2025-06-01..2025-06-30"),
        ("Profit rose in the fourth quarter.\nRates have fallen since the turn of the year.", "2025-02-13", "2025-01-01.."),
        ("It was above the figure projected in July.", "2024-11-05", "2024-07-01..2024-07-31"),
        ("It has been idle since a fire broke out in March.", "2024-11-07", "2024-03-01.."),
        ("The index finished the week 1.1% lower.", "2025-03-20", "2025-03-17..2025-03-23"),
        ("That brought the total for the year to 34 cents.", "2024-12-20", "2024-01-01..2024-12-31"),
        ("In the corresponding period of the previous fiscal it lost money, after Q1 FY25 ended June 30, 2024.",
         "2024-08-21", "2024-04-01..2024-06-30"),
    ],
)  # fmt: skip
def test_period_of_no_year_is_placed_by_what_the_sentence_does(text: str, published: str, expected: str) -> None:
    assert dated(text, published)[-1] == expected


@pytest.mark.parametrize(
    "text",
    ["The battery will last two years.", "That is half of the full-year target.", "It has 87 shops today, compared with 64."],
)  # fmt: skip
def test_lengths_and_adjectives_are_no_times(text: str) -> None:
    assert times_of(text) == []


def test_thirteen_weeks_under_a_numbered_fiscal_quarter_teach_the_calendar_and_its_label() -> None:
    title = "Vessel Outfitters reports third quarter fiscal 2024 results\n"
    text = title + "Sales for the thirteen weeks ended November 2, 2024 rose.\nIn the second quarter they fell."
    assert dated(text, "2024-11-21")[0] == "2024-08-04..2024-11-02"
    assert dated(text, "2024-11-21")[-1] == "2024-05-05..2024-08-03"


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Vela today reported results for the fourth quarter.", "2025-11-20", ".."),
        ("Vela reported a profit in the second quarter.", "2007-06-19", ".."),
        ("Vela expects sales to rise in the second quarter.", "2007-06-19", "2007-04-01..2007-06-30"),
        ("Vela reported a profit in the third quarter.", "2025-11-20", "2025-07-01..2025-09-30"),
    ],
)
def test_a_quarter_told_shortly_before_its_namesake_ends_is_of_an_open_fiscal_year(
    text: str, published: str, expected: str
) -> None:
    assert days(times_of(text, published)[-1]) == expected


def test_a_quarter_of_this_year_is_a_year_on_from_the_one_it_is_compared_with() -> None:
    text = "Makers sold 21 million lamps in the second quarter of this year. That is 5 percent over the 20 million lamps sold in the second quarter of 2014."
    assert dated(text, None)[0] == "2015-04-01..2015-06-30"
