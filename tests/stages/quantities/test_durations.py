"""Lengths of time and ages."""

import pytest

from tests.stages.quantities.facts import facts

CASES: list[tuple[str, list[str]]] = [
    (
        "It led for 8 consecutive quarters, two full years and ten tumultuous months.",
        [
            "8 consecutive quarters = duration 8 quarter",
            "two full years = duration 2 year",
            "ten tumultuous months = duration 10 month",
        ],
    ),
    (
        "It is a 10-year bond, a three-month trial and a 24-hour shop.",
        ["10-year = duration 10 year", "three-month = duration 3 month", "24-hour = duration 24 hour"],
    ),
    (
        "It will take 6-7 years, 15 to 20 years, or half an hour.",
        ["6-7 years = duration 6..7 year", "15 to 20 years = duration 15..20 year", "half an hour = duration 0.5 hour"],
    ),
    (
        "Over the past decade and the next two decades it grew.",
        ["decade = duration 10 year", "two decades = duration 20 year"],
    ),
    ("At the end of the decade it closed.", []),
    ("The 34-year-old founder, aged 62, left.", ["34-year = duration 34 year", "62 = duration 62 year"]),
    ("Maria Lopes, 47, takes over as chief executive.", ["47 = duration 47 year"]),
    ("It has run for over 20 years.", ["20 years = duration >20 year"]),
    ("Over three years it will spend little.", ["three years = duration 3 year"]),
    (
        "It needs more than 90 days and under 65 minutes.",
        ["90 days = duration >90 day", "65 minutes = duration <65 minute"],
    ),
    ("It runs 24 hours a day.", ["24 hours = duration 24 hour /day"]),
    (
        "It was built two years ago; it opens in 18 months.",
        ["two years = duration 2 year", "18 months = duration 18 month"],
    ),
    ("In her 20s, in the 1990s and the mid-2000s.", []),
    ("Three second homes and two day-care centres were sold.", ["Three = count 3 home", "two = count 2 centre"]),
    ("We look forward to one day opening a shop.", []),
    ("It was done in one day.", ["one day = duration 1 day"]),
    ("The fee runs for three (3) years.", ["three (3) years = duration 3 year"]),
    ("Profit was flat in the quarter a year ago.", []),
    (
        "It answers within an hour, and sales fell for more than a year.",
        ["an hour = duration ≤1 hour", "a year = duration >1 year"],
    ),
    (
        "A year and a half ago it paid £2 a month; a year earlier, nothing.",
        ["A year and a half = duration 1.5 year", "£2 = money 2 GBP /month"],
    ),
    ("It may last a week or two.", ["a week or two = duration 1..2 week"]),
    ("In a year when prices rose it had the best week that it ever had in a month.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_duration_is_read(text: str, expected: list[str]) -> None:
    assert facts(text) == expected
