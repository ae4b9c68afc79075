"""Amounts that take unit or change from the one they are set against, and words of bound that bound nothing."""

from __future__ import annotations

import pytest

from tests.stages.quantities.facts import facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It handed over 4,208 vans to customers, up from 2,526.", "2,526 = count 2526 van"),
        ("It flies 87 jets today, compared with 64 before.", "64 = count 64 jet"),
        ("The site employs 910 people, 270 more than the old one.", "270 = count 270 person ↑"),
        (
            "Some 2.1 billion shares were sold, against an average of 1.7 billion.",
            "1.7 billion = count 1700000000 share",
        ),
        ("Cargo rose to 61,500 tonnes from 58,200.", "58,200 = measure 58200 tonne"),
        ("The dollar was at 149.35 yen, against 152.6 on Monday.", "152.6 = money 152.6 JPY"),
        ("Its bikes last 6.2 years instead of 4.8.", "4.8 = duration 4.8 year"),
        ("It sold 1,240, or 57 percent of its goal.", "57 percent = percent 57 percent"),
        ("It opened seven stores, closed two and moved on.", "two = count 2 store"),
    ],
)
def test_number_takes_the_unit_of_what_it_is_set_against(text: str, expected: str) -> None:
    assert facts(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vendel fell 6.3 percent and Orr Precision 4.8 percent.", "4.8 percent = percent 4.8 percent ↓"),
        ("Loans grew by 2% and deposits by 4%.", "4% = percent 4 percent ↑"),
        ("Growth slowed from 3.9% in May to 2.3%.", "2.3% = percent 2.3 percent ↑"),
        ("Rivals followed with gains of 2.2 and 1.8 percent.", "1.8 percent = percent 1.8 percent ↑"),
        ("Profit was 9% ahead of last year.", "9% = percent 9 percent ↑"),
        ("The jets burn a fifth less fuel.", "a fifth = percent 20 percent ↓"),
        ("Turnover was a third above the average.", "a third = percent 33.33333333 percent ↑"),
        ("Margin -3.4% y/y", "3.4% = percent 3.4 percent ↓"),
        ("The group had shed 820 positions.", "820 = count 820 position"),
        ("Of it two thirds will fall in May.", "two thirds = percent 66.66666667 percent"),
        ("It gave 5% to staff and Orr 4%.", "4% = percent 4 percent"),
    ],
)
def test_change_without_a_verb_of_its_own(text: str, expected: str) -> None:
    assert facts(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It handed over 4,208 vans.", "4,208 = count 4208 van"),
        ("Power comes under a 12-year contract.", "12-year = duration 12 year"),
        ("It is built around a 3nm chip.", "3nm = measure 3 nanometre"),
        ("Its refresh rate tops out at 120Hz.", "120Hz = measure ≤120 hertz"),
        ("It runs for over 10 years.", "10 years = duration >10 year"),
    ],
)
def test_words_of_bound_that_belong_to_a_verb_bound_nothing(text: str, expected: str) -> None:
    assert facts(text)[-1] == expected


def test_cents_are_of_the_euro_where_the_article_speaks_of_euros() -> None:
    assert facts("Profit was €4m. It pays 21 cents.")[-1] == "21 cents = money 0.21 EUR"
    assert facts("Profit was $4m. It pays 21 cents.")[-1] == "21 cents = money 0.21 USD"
