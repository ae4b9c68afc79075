"""What looks like a date and is none, beside the same words as dates."""

from __future__ import annotations

import pytest

from tests.stages.times.dated_text import dated, times_of


@pytest.mark.parametrize(
    "text",
    [
        "Prices may march higher; we will see.",
        "It won Block 2012A and blocks 1911A, 1912B and 2011A.",
        "It ordered five 88-10s.",
        "Theresa May and June Lee met Jan Muller.",
        "They spend a quarter of their time on it.",
        "It opened a second headquarters.",
        "They foresee a fall in retail profits.",
        "Vela (1810.HK) made the Global 2000 list.",
        "The stock code is 1810.",
        "Support is available 24/7 in 36 countries.",
        "It sold 2000 shares to 1950 people.",
        "It bought Sun, Sat and Mar.",
        "The bag costs $1943, €2019 or RMB 1999.",
        "Version 20.19 replaces 3.11.20 and v2019.1.",
        "The sensor is 1/1.33-inch with a ratio of 16:9 and 12032 x 9024 pixels.",
        "Sales rose 5% year-on-year and 2% quarter-on-quarter (YoY).",
        "It is the leader in 5G, the S&P 500 and the Russell 2000.",
        "Quarterly revenue and monthly active users beat the annual report.",
        "Currently, it soon grows; recently it fell.",
        "It took two years to build, for the first time in three years.",
        "It signed a five-year deal with a 30-year-old firm.",
        "The Audi Q3 and Q5 sold well.",
        "Call +44 20 2019 1234 or 138-2010-2015.",
        "She is in her 50s and runs Monday.com.",
        "The striker scored twice in the second half.",
        "The plant burns H2 fuel.",
        "Profit fell 3% on the year.",
        "It weighs 1997 grams at 2019 rpm.",
        "Unlike phones of today, it folds.",
        "Today, phones have become cameras.",
        "It met today's consumers.",
        "Today 900 people work for Norvik.",
        "The market will be twice as big as today.",
    ],
)
def test_no_time_is_found(text: str) -> None:
    assert dated(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("May sales were up.", ["2024-05-01..2024-05-31"]),
        ("It closed in March.", ["2024-03-01..2024-03-31"]),
        ("It opened its second half strongly.", ["2023-07-01..2023-12-31"]),
        ("The Group today announced results.", ["2024-08-07"]),
        ("The board of Norvik has today approved the plan.", ["2024-08-07"]),
        ("Today the committee of the Group has decided on a bonus.", ["2024-08-07"]),
        ("It spoke at today’s conference.", ["2024-08-07"]),
        ("It made the 2019 Vela 500 list.", ["2019-01-01..2019-12-31"]),
        ("It grew in around 2025.", ["2025-01-01..2025-12-31"]),
    ],
)
def test_the_same_word_as_a_time_is_found(text: str, expected: list[str]) -> None:
    assert dated(text) == expected


def test_furniture_gives_nothing() -> None:
    assert times_of("Published on May 5, 2020", block="furniture") == []
