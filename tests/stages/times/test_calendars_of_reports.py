"""Fiscal calendars that a report teaches without stating them, and periods of whole weeks."""

from __future__ import annotations

import pytest

from tests.stages.times.dated_text import dated


@pytest.mark.parametrize(
    ("opening", "mention", "published", "expected"),
    [
        ("Moorfell's half-year to 31 December 2024 was good.", "EPS of 9c in 1H25", "2025-02-20",
         "2024-07-01..2024-12-31"),
        ("Moorfell's half-year to 31 December 2024, called 1H25, was good.", "Outlook for FY25", "2025-02-20",
         "2024-07-01..2025-06-30"),
        ("Orlo reports on the half-year to 31 December 2024.", "It targets more in 1H26", "2025-02-20",
         "2026-01-01..2026-06-30"),
        ("Kestra Inns reports on the 28 weeks to 13 October 2024.", "Rents are fixed for FY25", "2024-11-21",
         "2024-04-01..2025-03-30"),
        ("Kestra Inns made £9m in the 28 weeks to 13 October 2024.", "Margin of 8% (2023: 7%)", "2024-11-21",
         "2023-04-03..2023-10-15"),
        ("Q3 FY25: Sorrel earned Rs 80 crore.", "In the nine months ended December 31, 2024 it earned more.\nOutlook for FY25",
         "2025-01-30", "2024-04-01..2025-03-31"),
        ("Sorrel's fiscal first quarter was weak: sales in the three months through May 3 fell.", "For the full year",
         "2025-05-28", "2025-02-02..2026-01-31"),
        ("In its last fiscal year, which ended in September, Orlo lost $9m.", "It saves more from fiscal 2026", "2025-01-22",
         "2025-10-01..2026-09-30"),
        ("In its last fiscal year, which ended in September, Orlo lost $9m.", "It will hire 90 people this year",
         "2025-01-22", "2025-01-01..2025-12-31"),
        ("Figures for the second quarter and for the half-year to September 30, 2024", "In the first half", "2024-10-30",
         "2024-04-01..2024-09-30"),
    ],
)  # fmt: skip
def test_report_teaches_its_calendar_by_parts_of_the_year(
    opening: str, mention: str, published: str, expected: str
) -> None:
    assert dated(f"{opening}\n{mention}", published)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tavora's Q2FY25 profit was Rs 90 crore.", "2024-07-01..2024-09-30"),
        ("Tavora, valued at ₹400 crore, should grow in FY26.", "2025-04-01..2026-03-31"),
        ("Tavora's Q2 FY25 profit was $90 million.", ".."),
        ("Tavora will spend Rs 90 crore this fiscal.", "2024-04-01..2025-03-31"),
        ("Tavora earned Rs 90 crore in the full 2023-24 fiscal.", "2023-04-01..2024-03-31"),
    ],
)
def test_fiscal_years_of_a_text_in_crores_begin_in_april(text: str, expected: str) -> None:
    assert dated(text, "2024-11-05")[-1] == expected


def test_quarters_beside_a_fiscal_one_that_nothing_defines_stay_open() -> None:
    text = "Halvar Reports Third Quarter Fiscal 2025 Results\nQ3 sales rose.\nSales were 3% above those of a year ago."
    text += "\nCosts fell from last quarter.\nThe fourth quarter looks good."
    assert set(dated(text, "2025-07-30")) == {".."}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales in the 13 weeks to 4 May fell, against a rise a year earlier.", "2024-02-05..2024-05-05"),
        ("Sales in the three months through May 3 fell from those of the year-ago period.", "2024-02-04..2024-05-04"),
        ("Sales in the three months to April 30 fell from those of the year-ago period.", "2024-02-01..2024-04-30"),
    ],
)
def test_weeks_are_compared_with_the_weeks_of_another_year(text: str, expected: str) -> None:
    assert dated(text, "2025-05-20")[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Registrations of Ovar cars rose in July, by a third in the second quarter.\nVans sold less than a year ago.",
         "2023-07-01..2023-07-31"),
        ("Ovar delivered 900 vans in July, up from 800 in June.\nIt opened two shops during the month.",
         "2024-07-01..2024-07-31"),
        ("Ovar delivered 900 vans in July, up from 800 in June.\nOrders were 300 at the end of the month.",
         "2024-07-31"),
        ("Ovar, which named a chief in July, sold more vans in the quarter ended June 30.\nIt sold less a year ago.",
         "2023-04-01..2023-06-30"),
    ],
)  # fmt: skip
def test_monthly_figures_compare_with_their_month(text: str, expected: str) -> None:
    assert dated(text, "2024-08-07")[-1] == expected


@pytest.mark.parametrize("published", ["2012-07-20", None])
def test_a_quarter_by_another_number_than_the_calendars_tells_the_fiscal_year(published: str | None) -> None:
    text = "Orla posts lower profit in Q1\nIt was for the quarter ended June 30, 2012.\nFirst-quarter sales fell."
    assert dated(text, published) == ["2012-04-01..2012-06-30"] * 3


def test_the_quarter_after_the_one_reported_keeps_its_fiscal_year() -> None:
    text = "Orla, July 22: profit fell in its third quarter.\nIt was EUR 3m in the three months to June.\n"
    found = dated(text + "Fourth-quarter demand is strong.", "2012-07-22")
    assert found[1:] == ["2012-04-01..2012-06-30", "2012-04-01..2012-06-30", "2012-07-01..2012-09-30"]


def test_two_quarters_by_number_tell_no_fiscal_year() -> None:
    text = "Orla posts lower profit than in Q1\nIt was for the quarter ended June 30, 2012: the second quarter."
    assert dated(text, "2012-07-20")[0] == "2012-01-01..2012-03-31"


def test_an_undated_text_in_crores_counts_indias_years() -> None:
    text = "Orla lost Rs 20 crore in Q2FY23, and Rs 10 crore in the year-ago period.\nIn the June quarter it had not."
    assert dated(text, None) == ["2022-07-01..2022-09-30", "2021-07-01..2021-09-30", "2022-04-01..2022-06-30"]
