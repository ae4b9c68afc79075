"""Times as wires, market pages and results releases write them: months that are verbs, datelines, eras, calendars."""

from __future__ import annotations

import pytest

from tests.stages.times.dated_text import dated, times_of

_QUARTER = "Sales for the quarter ended 30 June 2024 rose.\n"
_WEEKS = "Sellbrook today announced results for the fourth quarter and full year ended January 4, 2025.\n"


@pytest.mark.parametrize(
    "text",
    [
        "Weak demand drives UK March tyre sales down.",
        "When you look at March, the shops were shut.",
        "How bad March was is open.",
    ],
)
def test_capital_makes_a_month_of_a_verb_inside_a_sentence(text: str) -> None:
    assert dated(text) == ["2024-03-01..2024-03-31"]


@pytest.mark.parametrize(
    "text",
    ["Lena May runs it.", "They met at March Networks.", "March with us.", "It may rise.", "He said May would go."],
)
def test_names_and_verbs_stay_no_months(text: str) -> None:
    assert dated(text) == []


def test_share_of_a_month_is_no_year() -> None:
    assert dated("It forecast a drop for June of 37 percent.") == ["2024-06-01..2024-06-30"]


def test_code_of_a_share_is_no_day_of_the_week() -> None:
    assert dated("It bid for its rival Sundale SUN.AX on 5 August.") == ["2024-08-05"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Inventories fell through the first half of the quarter.", ["2024-04-01..2024-05-15"]),
        ("Orders rose in the second half of June.", ["2024-06-16..2024-06-30"]),
    ],
)
def test_half_of_a_quarter_or_month_is_halved_by_days(text: str, expected: list[str]) -> None:
    assert dated(_QUARTER + text)[1:] == expected


def test_through_a_period_is_its_end_only_where_that_lies_ahead() -> None:
    assert dated("It will freeze hiring through 2025.") == ["..2025-12-31"]
    assert dated("Acme extended its lease through 2027.") == ["..2027-12-31"]
    assert dated("Hiring fell through 2023.") == ["2023-01-01..2023-12-31"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is good news for years to come.", [".."]),
        ("Since the onset of the pandemic, we have hired.", [".."]),
        ("Use soared in the early days of the price war.", [".."]),
        ("It has grown for the first time in seven quarters since the third quarter of 2022.", ["2022-07-01.."]),
    ],
)
def test_what_nobody_dates_is_listed_without_days(text: str, expected: list[str]) -> None:
    assert dated(text) == expected


def test_new_year_is_the_one_whose_start_is_near() -> None:
    assert dated("Shops are quiet as we ring in the new year.", "2024-12-28") == ["2025-01-01..2025-12-31"]


def test_quarter_that_passes_is_the_one_under_report() -> None:
    assert dated(_QUARTER + "It gained share as the quarter progressed.")[1:] == ["2024-04-01..2024-06-30"]
    assert dated("The shares fell as the day progressed.") == []


def test_name_of_a_service_is_no_day() -> None:
    assert dated("It extended its Parcelo Same Day service.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales were $5m, compared to $4m in the prior year", "2023-04-01..2023-06-30"),
        ("It expects sales up 5% from the prior year.", "2023-01-01..2023-12-31"),
    ],
)
def test_prior_year_of_a_quarters_figures_is_its_quarter(text: str, expected: str) -> None:
    assert dated(_QUARTER + text)[-1] == expected


def test_year_of_weeks_that_ends_in_early_january_goes_by_the_year_before() -> None:
    report = "Sellbrook Reports Fourth Quarter and Full Year 2024 Results\n" + _WEEKS
    assert dated(report, "2025-02-12")[:2] == ["2024-10-06..2025-01-04", "2024-01-07..2025-01-04"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Full Year Net Sales Increased 4.1% to $2.1B", ["2024-01-07..2025-01-04"]),
        ("Full Year Guidance Raised", []),
        ("Full-year margin is now expected at 9%.", []),
    ],
)
def test_full_year_before_what_it_brought_is_the_year_under_report(text: str, expected: list[str]) -> None:
    assert dated(_WEEKS + text, "2025-02-12")[3:] == expected


def test_quarter_in_its_last_days_is_the_one_told_of() -> None:
    assert dated("It reports first quarter deliveries soon.", "2024-03-29") == ["2024-01-01..2024-03-31"]


def test_month_behind_a_participle_may_lie_ahead() -> None:
    assert dated("With the confirmed November launch of the game, we are well placed.") == ["2024-11-01..2024-11-30"]


def test_weekday_is_counted_from_the_dateline_of_another_time_zone() -> None:
    text = "PERTH, April 4 (Wireco) - Sundale said it had sold a mine.\nIt told its staff on Thursday."
    assert dated(text, "2024-04-03") == ["2024-04-04", "2024-04-04"]


def test_undated_outlook_gives_no_year_to_a_day() -> None:
    text = "We expect profit to peak in the fourth quarter of 2023.\nIt said so in the July 13 note."
    assert dated(text, None) == ["2023-10-01..2023-12-31", ".."]


def test_a_half_of_a_calendar_year_is_none_of_the_fiscal_one() -> None:
    text = "Sellbrook gave its results for the fiscal 2026 third quarter ended February 28, 2026.\n"
    text += "The offer is to close in the second half of calendar year 2026, or the first quarter of calendar 2027."
    found = dated(text, "2026-03-25")
    assert found[1:] == ["2026-07-01..2026-12-31", "2027-01-01..2027-03-31"]


@pytest.mark.parametrize("text", ["He told a Danish weekly so.", "It was in the Swiss daily, he said."])
def test_a_paper_by_how_often_it_comes_is_no_time(text: str) -> None:
    assert dated(text) == []


def test_today_and_the_day_behind_it_are_one_time() -> None:
    text = "It will hold a call today, Wednesday, August 7, 2024, at 4:30 P.M. ET."
    assert [time.text for time in times_of(text)] == ["today, Wednesday, August 7, 2024, at 4:30 P.M. ET"]
