"""Ordinals that share a noun, seasons, recurring months, lives of products, and words that only look like times."""

from __future__ import annotations

import pytest

from tests.stages.times.dated_text import dated, times_of


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("Sales rose in the third and the fourth quarter.", ["the third", "the fourth quarter"]),
        (
            "It paid for the first, second and third quarters of 2021.",
            ["the first", "second", "third quarters of 2021"],
        ),
        ("It paid for the first, second, and third quarters.", ["the first", "second", "third quarters"]),
        ("Second- and third-quarter sales rose.", ["Second", "third-quarter"]),
        ("Orlo came second, and third-quarter sales fell.", ["third-quarter"]),
        ("Orlo came first, third quarter sales fell.", ["third quarter"]),
    ],
)
def test_ordinals_share_the_noun_and_year_behind_them(text: str, texts: list[str]) -> None:
    assert [t.text for t in times_of(text)] == texts


def test_listed_quarters_are_of_the_year_that_the_last_one_names() -> None:
    days = ["2021-01-01..2021-03-31", "2021-04-01..2021-06-30", "2021-07-01..2021-09-30"]
    assert dated("It paid for the first, second and third quarters of 2021.") == days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Its lease ran out in the spring.", "2024-03-01..2024-05-31"),
        ("The post has been vacant since the spring, he said.", "2024-03-01.."),
        ("Prices have doubled since spring.", "2024-03-01.."),
        ("It hopes to bring back those who worked there by the summer.", "..2024-08-31"),
        ("Shares rose 9% this year through Friday.", "2024-01-01..2024-08-02"),
        ("Bookings are ahead of this time last year.", "2023-08-07"),
        ("Third-quarter costs fell from the linked quarter.", "2023-04-01..2023-06-30"),
        ("The new lamp is in shops from October.", "2024-10-01.."),
        ("The lamp will be sold in nine markets starting September 3.", "2024-09-03.."),
        ("It will spend $9m this year and $20m over the next three.", "2024-08-07..2027-08-07"),
        ("Costs will rise this year, but fall in the next.", "2025-01-01..2025-12-31"),
        ("Sales in the second quarter were 3% below the first.", "2024-01-01..2024-03-31"),
        ("Ida Ost will leave on 3 September.\nUntil then she runs the plant.", "..2024-09-03"),
        ("The rule came in on May 3.\nIt has cost $3m since that time.", "2024-05-03.."),
        ("Output rose in July.\nThe month had 23 working days.", "2024-07-01..2024-07-31"),
        ("Sales grew in the three months to June 30.\nHighlights of the quarter", "2024-04-01..2024-06-30"),
        ("The lamp won't be ready until October.", "..2024-10-31"),
        ("It has promised a new lamp by the end of the year.", "..2024-12-31"),
        ("By the end of the quarter it had bought back all of its shares.", "2024-06-30"),
        ("On or after May 5, 2028 the notes may be redeemed.", "2028-05-05.."),
        ("The shares have lost 70% in a year.", "2023-08-07..2024-08-07"),
        ("A year and a half ago it was worth $3m.", "2023-02-01..2023-02-28"),
        ("Costs will rise in the back half of 2025.", "2025-07-01..2025-12-31"),
        ("Norvik earned $3m in the quarter ended June 30.\nIt sold more lamps in this quarter than ever.",
         "2024-04-01..2024-06-30"),
        ("Sales rose in the first nine months of 2023.\nDebt fell during the nine months to $9m.", "2023-01-01..2023-09-30"),
        ("Norvik reports on the 26 weeks to 30 June 2024.\nFor the 26-week period, sales rose.", "2024-01-01..2024-06-30"),
        ("Costs should fall over the next 12-18 months.", "2024-08-07..2026-02-07"),
        ("Sales rose in the last three months of the year.", "2024-10-01..2024-12-31"),
        ("It must be paid on or before June 30, 2026.", "..2026-06-30"),
        ("It must be paid no later than June 30, 2026.", "..2026-06-30"),
        ("2024-08-07T12:18:41.189Z", "2024-08-07"),
        ("Norvik named Ida Ost its chief, effective September 3.", "2024-09-03"),
    ],
)  # fmt: skip
def test_time_with_its_preposition_is_placed(text: str, expected: str) -> None:
    assert dated(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "It sold 9,000 lamps in its first six months.",
        "The lamp's first year was hard.",
        "Output should be 9 tonnes a year in the first five years.",
        "For years nobody wanted it.",
    ],
)
def test_time_in_the_life_of_something_has_no_days(text: str) -> None:
    assert dated(text) == [".."]


@pytest.mark.parametrize(
    "text",
    ["We publish our figures every September.", "The list comes out each spring.", "A fair takes place every March."],
)
def test_month_or_season_of_every_year_is_a_set(text: str) -> None:
    assert dated(text) == ["set"]


@pytest.mark.parametrize(
    "text",
    [
        "The year-end dividend is to rise.",
        "Shops stocked up for year-end sales.",
        "Symptoms eased by 37% at week 24.",
        "It runs Nightcity 2077 smoothly.",
        "The plan “Together 2030” is halfway through.",
        "The board meets twice a month.",
        "By Ida Ost, Lantern Weekly",
        "It offers same-day delivery.",
        "Those under-16s may not use it.",
        "It was our strongest quarter to date.",
        "Work began half a year earlier than planned.",
        "Sales fell for the fourth quarter running.",
        "May you be well in the Year of the Hare!",
    ],
)
def test_word_that_looks_like_a_time_is_none(text: str) -> None:
    assert dated(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bakery will open in June.", "2025-06-01..2025-06-30"),
        ("The merger is due to be completed in June.", "2025-06-01..2025-06-30"),
        ("It plans to leave by July.", "..2025-07-31"),
        ("Closing is expected in the second quarter.", "2025-04-01..2025-06-30"),
        ("It opened its shop in June and will hire staff.", "2024-06-01..2024-06-30"),
        ("It will publish its results for June.", "2024-06-01..2024-06-30"),
        ("It pushed the start of its Lyon works to June.", "2024-06-01..2024-06-30"),
    ],
)
def test_month_of_a_plan_just_over_is_that_of_the_next_year(text: str, expected: str) -> None:
    assert dated(text)[-1:] == [expected]
