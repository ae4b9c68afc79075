"""Dates that stand on their own, full and partial, in all orders of English."""

from __future__ import annotations

import pytest

from tests.stages.times.dated_text import dated, times_of

FULL = [
    "September 24, 2019", "September 24 2019", "Sept. 24, 2019", "Sep 24, 2019", "September 24th, 2019",
    "24 September 2019", "24th September 2019", "the 24th of September, 2019", "24 Sept 2019", "24-Sep-2019",
    "24-Sep-19", "24 Sep '19", "Tuesday, September 24, 2019", "Tue, 24 Sep 2019",
    "Tuesday 24th September 2019",
    "2019-09-24", "2019/09/24", "2019.09.24", "24/09/2019", "24.09.2019", "9/24/2019", "9/24/19", "20190924",
    "2019-09-24T18:30:00Z", "2019/sep/24", "September the 24th, 2019", "September twenty-fourth 2019",
    "Sep-24-2019", "2019/24/Sep", "24-2019-September",
]  # fmt: skip


@pytest.mark.parametrize("written", FULL)
def test_full_date_is_its_day_in_any_order(written: str) -> None:
    assert dated(f"Norvane opened its plant on {written}.") == ["2019-09-24"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was founded in April 2010.", "2010-04-01..2010-04-30"),
        ("It was founded in April of 2010.", "2010-04-01..2010-04-30"),
        ("It was founded in April, 2010.", "2010-04-01..2010-04-30"),
        ("It was founded in 2010.", "2010-01-01..2010-12-31"),
        ("It was founded in the 1990s.", "1990-01-01..1999-12-31"),
        ("It was founded in the late '90s.", "1990-01-01..1999-12-31"),
        ("It was founded in the nineties.", "1990-01-01..1999-12-31"),
        ("It was founded in the 19th century.", "1800-01-01..1899-12-31"),
        ("It was founded in nineteen ninety six.", "1996-01-01..1996-12-31"),
        ("It was founded in the summer of 2012.", "2012-06-01..2012-08-31"),
        ("It opened in autumn 2012.", "2012-09-01..2012-11-30"),
        ("The class of '99 met.", "1999-01-01..1999-12-31"),
        ("In 2019-04 it grew.", "2019-04-01..2019-04-30"),
        ("It opened on Christmas Eve 2021.", "2021-12-24"),
        ("It opened on Thanksgiving 2021.", "2021-11-25"),
        ("It opened on Easter Monday 2024.", "2024-04-01"),
        ("It opened on Singles’ Day 2019.", "2019-11-11"),
        ("It opened on Diwali 2022.", "2022-10-24"),
        ("It met in the first week of 2021.", "2021-01-04..2021-01-10"),
        ("It met on the second Tuesday of March 2021.", "2021-03-09"),
        ("It rose in the last three months of 2020.", "2020-10-01..2020-12-31"),
        ("It closed at the end of February 2024.", "2024-02-29"),
        ("It opened at the start of 2020.", "2020-01-01"),
        ("It opened in early 2020.", "2020-01-01..2020-12-31"),
        ("It opened in mid-May 2020.", "2020-05-01..2020-05-31"),
    ],
)
def test_period_covers_all_its_days(text: str, expected: str) -> None:
    assert dated(text) == [expected]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Orders open at 18:00 China time on November 5, 2024.", "2024-11-05T18:00"),
        ("The call is on Thursday, November 7, 2024 at 8:30 a.m. Eastern Time.", "2024-11-07T08:30"),
        ("It closed at 4 pm on 3 May 2024.", "2024-05-03T16:00"),
        ("The call starts today at 5:00 p.m. ET.", "2024-08-07T17:00"),
        ("The index stood at 1.2% at 16:08 UTC.", "2024-08-07T16:08"),
    ],
)
def test_clock_time_joins_its_day(text: str, value: str) -> None:
    (time,) = times_of(text)
    assert (time.value, time.kind) == (value, "date")


def test_ambiguous_figures_follow_the_order_asked_for() -> None:
    assert dated("It expires on 04/05/2019.") == ["2019-04-05"]
    assert dated("It expires on 04/05/2019.", day_first=True) == ["2019-05-04"]
    assert dated("It expires on 25/05/2019.") == ["2019-05-25"]


def test_day_and_month_take_the_year_that_they_are_coordinated_with() -> None:
    assert dated("It closed on May 5 and June 8, 2020.") == ["2020-05-05", "2020-06-08"]
    assert dated("As of June 30, 2023 and 2022, it held cash.") == ["2023-06-30", "2022-06-30"]
