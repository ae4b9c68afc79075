"""Large numbers without noun or sign that are money, and those that are not."""

import pytest

from tests.stages.quantities.facts import facts

MONEY: list[tuple[str, str]] = [
    ("Storm damage cost €96 million, less than half the 210 million budgeted.", "210 million = money 210000000 EUR"),
    ("It made a profit of €4.3 million on sales of 96 million.", "96 million = money 96000000 EUR"),
    (
        "Loans stood at $90 million. Fees grew 6% to 2.4 billion, a record for Ostrel.",
        "2.4 billion = money 2400000000 USD",
    ),
    ("Profit was €300 million and analysts had pencilled in 390 million.", "390 million = money 390000000 EUR"),
    ("Turnover was $6.5 billion, ahead of the 6.41 billion seen by analysts.", "6.41 billion = money 6410000000 USD"),
    (
        "Sales were 6.85 billion Swedish crowns, above the 6.41 billion seen by brokers.",
        "6.41 billion = money 6410000000 SEK",
    ),
    ("It lost $2 million. Savers at Ostrel pulled out a net 11 billion.", "11 billion = money 11000000000 USD"),
    ("Ostrel had £700 billion of assets, up from 642 billion.", "642 billion = money 642000000000 GBP"),
    ("It won orders of Rs 500 crore. Receipts came in at 320 crore, it said.", "320 crore = money 3200000000 INR"),
    (
        "Profit was 900 million Danish crowns. Its deposits reached 878 billion crowns.",
        "878 billion crowns = money 878000000000 DKK",
    ),
]
NO_MONEY: list[tuple[str, str]] = [
    ("Turnover was $3 billion and units rose to 2.4 million.", "2.4 million = count 2400000 unit"),
    ("It paid $3 billion while users climbed from 310 million to 390 million.", "390 million = count 390000000 user"),
    ("It made $2 billion and sold 3 million last year.", "3 million = count 3000000 unit"),
    ("It spent $2 billion; the number of parcels rose to 2.4 million.", "2.4 million = count 2400000 parcel"),
    ("It has 1.3 billion users, 40 million of whom pay, and made $5 million.", "40 million = count 40000000 user"),
    ("Parcels rose to 2.4 million, while turnover was $3 billion.", "2.4 million = count 2400000 parcel"),
]


@pytest.mark.parametrize(("text", "expected"), MONEY)
def test_large_number_takes_the_currency_spoken_of(text: str, expected: str) -> None:
    assert expected in facts(text)


@pytest.mark.parametrize(("text", "expected"), NO_MONEY)
def test_counted_things_stay_counts(text: str, expected: str) -> None:
    assert expected in facts(text)


def test_article_with_several_currencies_shows_none() -> None:
    found = facts("Ostrel has $5 billion, Varn €4 billion. Fees grew to 2.4 billion.")
    assert not any("2400000000 USD" in line or "2400000000 EUR" in line for line in found)


def test_a_conversion_in_brackets_shows_no_currency() -> None:
    found = facts("Profit slipped to 6.85 billion Swedish crowns ($708 million) from 7.12 billion a year before.")
    assert "7.12 billion = money 7120000000 SEK" in found


def test_article_without_money_has_none() -> None:
    assert not any("money" in line for line in facts("Analysts had pencilled in 390 million."))


def test_what_a_noun_before_of_counts_is_no_money() -> None:
    found = facts("It made $2 billion. Analysts had expected net additions of 1.7 million.")
    assert [line for line in found if "1.7 million = money" in line] == []


def test_end_of_a_number_cut_apart_is_no_money() -> None:
    assert not any("6000000000" in line for line in facts("The fees came to 1 . 6 billion ( $ 2.54 billion )."))
