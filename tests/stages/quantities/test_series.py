"""Ranges, lists and pairs of values."""

import pytest

from tests.stages.quantities.facts import facts

CASES: list[tuple[str, list[str]]] = [
    ("It rose from $2.1bn to $2.4bn.", ["$2.1bn = money 2100000000 USD", "$2.4bn = money 2400000000 USD"]),
    (
        "It sees sales of $2.1bn to $2.4bn, $2-3 million and $2 to $4 million.",
        [
            "$2.1bn to $2.4bn = money 2100000000..2400000000 USD",
            "$2-3 million = money 2000000..3000000 USD",
            "$2 to $4 million = money 2000000..4000000 USD",
        ],
    ),
    ("Tickets cost from €5 to €20.", ["€5 to €20 = money 5..20 EUR"]),
    ("It cut the cost from €20 to €5.", ["€20 = money 20 EUR", "€5 = money 5 EUR"]),
    ("Lamps priced from $20 to $90 sell best.", ["$20 to $90 = money 20..90 USD"]),
    ("Houses cost $500 to $2 million.", ["$500 to $2 million = money 500000..2000000 USD"]),
    (
        "It is 5-7%, 5%-7%, 5 to 7 percent and between 5 and 7 percent.",
        [
            "5-7% = percent 5..7 percent",
            "5%-7% = percent 5..7 percent",
            "5 to 7 percent = percent 5..7 percent",
            "5 and 7 percent = percent 5..7 percent",
        ],
    ),
    ("It costs eight or nine euros.", ["eight = money 8 EUR", "nine euros = money 9 EUR"]),
    ("It has a 7- or 8-inch screen.", ["7 = measure 7 inch", "8-inch = measure 8 inch"]),
    ("It sold 5 and 6 million cars.", ["5 = count 5000000 car", "6 million = count 6000000 car"]),
    ("Prices range from $499 to $1,299.", ["$499 to $1,299 = money 499..1299 USD"]),
    (
        "Sales rose 5% to 20%; sales will rise 5% to 7%.",
        ["5% = percent 5 percent ↑", "20% = percent 20 percent", "5% to 7% = percent 5..7 percent ↑"],
    ),
    ("It rose 5 to 7 percent.", ["5 to 7 percent = percent 5..7 percent ↑"]),
    (
        "It raised its forecast by $50 million to $1.25 billion.",
        ["$50 million = money 50000000 USD ↑", "$1.25 billion = money 1250000000 USD"],
    ),
    ("It lost 2 cents to 45 cents.", ["2 cents = money 0.02 USD ↓", "45 cents = money 0.45 USD"]),
    ("It scored 109 – 14 points more than before.", ["109 = number 109", "14 = count 14 point ↑"]),
    (
        "It lasts 12, 24 or 36 months.",
        ["12 = duration 12 month", "24 = duration 24 month", "36 months = duration 36 month"],
    ),
    (
        "The hall is 10 x 20 x 5 metres.",
        ["10 = measure 10 metre", "20 = measure 20 metre", "5 metres = measure 5 metre"],
    ),
    ("It fell 300 to 1,200.", ["300 = number 300 ↓", "1,200 = number 1200"]),
    ("Over three to five years it grew.", ["three to five years = duration 3..5 year"]),
    ("Sales are to be down 1% to 2%.", ["1% to 2% = percent 1..2 percent ↓"]),
    (
        "It now sees $1.70 to $1.90, down from $2.45 to $2.65.",
        ["$1.70 to $1.90 = money 1.7..1.9 USD", "$2.45 to $2.65 = money 2.45..2.65 USD"],
    ),
    ("It brakes from 100-0 km/h.", ["100 = measure 100 kilometre_per_hour", "0 km/h = measure 0 kilometre_per_hour"]),
    (
        "It does 0-62mph in 8 seconds, and the battery charges from 10 to 80 per cent in 19 minutes.",
        [
            "0 = measure 0 mile_per_hour",
            "62mph = measure 62 mile_per_hour",
            "8 seconds = duration 8 second",
            "10 = percent 10 percent",
            "80 per cent = percent 80 percent",
            "19 minutes = duration 19 minute",
        ],
    ),
    ("It comes as 8/256GB.", ["8 = measure 8 gigabyte", "256GB = measure 256 gigabyte"]),
    (
        "Sales will be between 8,000 bicycles and 9,000 bicycles.",
        ["8,000 bicycles and 9,000 = count 8000..9000 bicycle"],
    ),
    ("The tents range in width from 2 to 3 metres.", ["2 to 3 metres = measure 2..3 metre"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_series_is_read(text: str, expected: list[str]) -> None:
    assert facts(text) == expected
