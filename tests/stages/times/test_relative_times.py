"""Expressions that lean on the publication day, the tense, or what was last spoken of."""

from __future__ import annotations

import pytest

from tests.stages.times.dated_text import dated, times_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orla on Wednesday opened a plant.", "2024-08-07"),
        ("Orla on Monday opened a plant.", "2024-08-05"),
        ("Orla will open a plant on Monday.", "2024-08-12"),
        ("It closed last Friday.", "2024-08-02"),
        ("It reopens this Friday.", "2024-08-09"),
        ("It closed yesterday.", "2024-08-06"),
        ("It will close tomorrow.", "2024-08-08"),
        ("It closed last week.", "2024-07-29..2024-08-04"),
        ("It closed last month.", "2024-07-01..2024-07-31"),
        ("It closed last year.", "2023-01-01..2023-12-31"),
        ("It closed last quarter.", "2024-04-01..2024-06-30"),
        ("It will close next year.", "2025-01-01..2025-12-31"),
        ("It closed two years ago.", "2022-01-01..2022-12-31"),
        ("It closed three months ago.", "2024-05-01..2024-05-31"),
        ("It closed two weeks ago.", "2024-07-24"),
        ("It closed ten days ago.", "2024-07-28"),
        ("It closed in November last year.", "2023-11-01..2023-11-30"),
        ("It closed last November.", "2023-11-01..2023-11-30"),
        ("It closed in October.", "2023-10-01..2023-10-31"),
        ("It will close in October.", "2024-10-01..2024-10-31"),
        ("It closed on October 30.", "2023-10-30"),
        ("It will celebrate its birthday on April 6th.", "2025-04-06"),
        ("It closed earlier this year.", "2024-01-01..2024-08-07"),
        ("It is up 5% so far this year.", "2024-01-01..2024-08-07"),
        ("It is up 5% year to date.", "2024-01-01..2024-08-07"),
        ("It will open later this year.", "2024-08-07..2024-12-31"),
        ("It opened early last year.", "2023-01-01..2023-12-31"),
        ("It will open at the end of December.", "2024-12-31"),
        ("It rose over the past ten years.", "2014-08-07..2024-08-07"),
        ("It rose over the past five difficult years.", "2019-08-07..2024-08-07"),
        ("It will invest over the next decade.", "2024-08-07..2034-08-07"),
        ("It will lead within the next 15 to 20 years.", "2024-08-07..2044-08-07"),
        ("It rose in the past 75 days.", "2024-05-24..2024-08-07"),
        ("It will decide in two weeks.", "2024-08-21"),
        ("It wants 100 stores by the end of 2025.", "..2025-12-31"),
        ("By the end of 2023, it held cash of $3m.", "2023-12-31"),
        ("It has grown since 2019.", "2019-01-01.."),
        ("From 2026 it will ship cars.", "2026-01-01.."),
        ("Sales are up 5% from 2018.", "2018-01-01..2018-12-31"),
        ("A replay is available until August 22.", "..2024-08-22"),
        ("The launch was delayed until October 2024.", "2024-10-01..2024-10-31"),
        ("In recent years, it grew.", ".."),
        ("It will lead in the next few years.", ".."),
        ("It was the highest in the three prior years.", "2021-01-01..2023-12-31"),
        ("Last summer it opened.", "2023-06-01..2023-08-31"),
        ("Two weeks before Christmas 2023 it closed.", "2023-12-11"),
    ],
)
def test_relative_expression(text: str, expected: str) -> None:
    assert dated(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On May 5, 2023 it opened.\nOn that day, it sold 500 cars.", "2023-05-05"),
        ("On May 5, 2023 it opened.\nThe next day, it closed.", "2023-05-06"),
        ("On May 5, 2023 it opened.\nThree days later it closed.", "2023-05-08"),
        ("In 2021 it opened.\nThe following year it closed.", "2022-01-01..2022-12-31"),
        ("In 2020 it opened.\nTwo years later it closed.", "2022-01-01..2022-12-31"),
        ("In May 2023 it opened.\nThat same month a rival closed.", "2023-05-01..2023-05-31"),
    ],
)
def test_anaphor_finds_its_antecedent(text: str, expected: str) -> None:
    assert dated(text)[-1] == expected


def test_future_window_counts_from_what_the_past_sentence_names() -> None:
    text = "At the start of last year, it allocated $3m over the next five years."
    assert dated(text) == ["2023-01-01", "2023-01-01..2028-01-01"]


def test_without_a_publication_day_relative_times_are_listed_undated() -> None:
    text = "Last year it grew. In recent years it led. It will ship in 2026."
    last_year, recent, absolute = times_of(text, None)
    for time in (last_year, recent):
        assert (time.value, time.first_day, time.last_day) == (None, None, None)
    assert absolute.value == "2026"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The board meets quarterly.", "P3M"),
        ("The board meets every two weeks.", "P2W"),
        ("The board meets each year.", "P1Y"),
        ("It ships 10 million units annually in Peru.", "P1Y"),
        ("It is used on a daily basis.", "P1D"),
    ],
)
def test_recurring_time_is_a_set_without_days(text: str, expected: str) -> None:
    (time,) = times_of(text)
    assert (time.kind, time.value, time.first_day, time.last_day) == ("set", expected, None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It grew between 2018 and 2020.", "2018-01-01..2020-12-31"),
        ("It grew in 2018-2020.", "2018-01-01..2020-12-31"),
        ("It grew in 2018-19.", "2018-01-01..2019-12-31"),
        ("It closed from April 6 to 8.", "2024-04-06..2024-04-08"),
        ("It closed on April 6-8, 2020.", "2020-04-06..2020-04-08"),
        ("It closed from 6 to 8 April 2020.", "2020-04-06..2020-04-08"),
        ("It closed from March to May.", "2024-03-01..2024-05-31"),
        ("It closed from November to February 2017.", "2016-11-01..2017-02-28"),
        ("It closed between late 2009 and February 2010.", "2009-01-01..2010-02-28"),
        ("It grew from Q1 2023 to Q2 2024.", "2023-01-01..2024-06-30"),
        ("It grew from 2016 to date.", "2016-01-01..2024-08-07"),
        ("It was open from 10/1/2018 to 10/7/2018.", "2018-10-01..2018-10-07"),
    ],
)
def test_range_is_one_time(text: str, expected: str) -> None:
    assert dated(text) == [expected]


def test_a_part_of_a_year_behind_its_possessive() -> None:
    text = "It sold more than in last year's second quarter, this year’s first half and last year's July."
    assert dated(text, "2015-08-01") == [
        "2014-04-01..2014-06-30",
        "2015-01-01..2015-06-30",
        "2014-07-01..2014-07-31",
    ]
