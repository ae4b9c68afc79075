"""Numbers with their former level in brackets before the scale and the noun of both."""

from __future__ import annotations

import pytest

from tests.stages.quantities.facts import facts

LEVELS = {
    "It delivered 2.5 (2.4) million cars.": ["2.5 = count 2500000 car", "2.4 = count 2400000 car"],
    "Dealers took 3.12 (April-May 2021: 3.16; -1.3 per cent) million cars.": [
        "3.12 = count 3120000 car",
        "3.16 = count 3160000 car",
        "1.3 per cent = percent 1.3 percent ↓",
    ],
    "It sold 212,000 (187,600; +13.0 per cent) cars.": [
        "212,000 = count 212000 car",
        "187,600 = count 187600 car",
        "13.0 per cent = percent 13 percent ↑",
    ],
    "Sales were €3.12 (3.16) million.": ["€3.12 = money 3120000 EUR", "3.16 = money 3160000 EUR"],
}


@pytest.mark.parametrize("sentence", LEVELS)
def test_what_stands_behind_the_brackets_counts_for_both(sentence: str) -> None:
    assert facts(sentence) == LEVELS[sentence]


def test_a_version_before_another_in_brackets_is_no_amount() -> None:
    assert facts("Version 2.5 (2.4) is out.") == []


def test_accounting_brackets_behind_words_are_negative() -> None:
    assert facts("The net loss was $(12.3) million.") == ["$(12.3) million = money -12300000 USD"]


def test_quarters_of_decline_are_a_length_of_time() -> None:
    assert facts("Sales grew after five quarters of decline.") == ["five quarters = duration 5 quarter"]
    assert facts("They sold three quarters of the stock.") == ["three quarters = percent 75 percent"]


def test_a_range_without_currency_behind_money_of_its_size_is_money() -> None:
    assert (
        facts("It expects $118 million, up from 110-115 million.")[-1]
        == "110-115 million = money 110000000..115000000 USD"
    )
    assert facts("It made $118 million with 110-115 million users.")[-1].startswith("110-115 million = count")
