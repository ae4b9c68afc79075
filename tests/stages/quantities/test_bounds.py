"""Bounds and approximations."""

import pytest

from tests.stages.quantities.facts import facts

CASES: list[tuple[str, list[str]]] = [
    (
        "It sold more than 5 million, 2 million and 1 million units and has 40 staff.",
        [
            "5 million = count >5000000 unit",
            "2 million = count >2000000 unit",
            "1 million = count >1000000 unit",
            "40 = count 40 staff",
        ],
    ),
    (
        "It is well over 5%, just under 6%, slightly more than 7% and upwards of 8%.",
        ["5% = percent >5 percent", "6% = percent <6 percent", "7% = percent >7 percent", "8% = percent >8 percent"],
    ),
    (
        "It is 5% or more, 6% or less, 7% or so and 8%-plus.",
        ["5% = percent ≥5 percent", "6% = percent ≤6 percent", "7% = percent ~7 percent", "8% = percent >8 percent"],
    ),
    (
        "Sales exceeded $5 million and surpassed $6 million, topping $7 million.",
        ["$5 million = money >5000000 USD", "$6 million = money >6000000 USD", "$7 million = money >7000000 USD"],
    ),
    (
        "It will not exceed 5%; it never surpassed $6 million.",
        ["5% = percent ≤5 percent", "$6 million = money ≤6000000 USD"],
    ),
    (
        "As many as 200 shops and as much as $5 million; as little as $3.",
        ["200 = count ≤200 shop", "$5 million = money ≤5000000 USD", "$3 = money ≥3 USD"],
    ),
    (
        "Some 40 firms, roughly 50 banks and an estimated 60 funds took part.",
        ["40 = count ~40 firm", "50 = count ~50 bank", "60 = count ~60 fund"],
    ),
    (
        "No fewer than 10 firms, no more than 20 banks and at most 30 funds joined.",
        ["10 = count ≥10 firm", "20 = count ≤20 bank", "30 = count ≤30 fund"],
    ),
    ("It took over the 10 firms.", ["10 = count 10 firm"]),
    ("The top 10 percent earn most.", ["10 percent = percent ≤10 percent"]),
    (
        "It is larger than 5 acres; it is 20% larger than 5 rivals.",
        ["5 acres = measure >5 acre", "20% = percent 20 percent ↑", "5 = count 5 rival"],
    ),
    (
        "Sub-$500 phones sell in the range of $200 to $300.",
        ["$500 = money <500 USD", "$200 to $300 = money 200..300 USD"],
    ),
    (
        "Sales added up to $3bn and inched up to 4 million units.",
        ["$3bn = money 3000000000 USD", "4 million = count 4000000 unit"],
    ),
    ("You can save up to 20%.", ["20% = percent ≤20 percent"]),
    ("Limited to 900 pieces, it sells out.", ["900 = count 900 piece"]),
    ("Plans start at $49 a month.", ["$49 = money ≥49 USD /month"]),
    ("Sales went past the mark of 3 million units.", ["3 million = count >3000000 unit"]),
    ("We expect something closer to 6%.", ["6% = percent ~6 percent"]),
    (
        "It pays 3.8% plus a bonus, or $4 plus $2, and 20 plus managers came.",
        [
            "3.8% = percent 3.8 percent",
            "$4 = money 4 USD",
            "$2 = money 2 USD",
            "20 = count >20 manager",
        ],
    ),
    ("It topped the $2 billion mark.", ["$2 billion = money >2000000000 USD"]),
    ("Orders fell short of the $3 million mark.", ["$3 million = money <3000000 USD"]),
    ("It is 5% for adults over 60.", ["5% = percent 5 percent", "60 = duration >60 year"]),
    ("Priced from €38,900, it is small.", ["€38,900 = money ≥38900 EUR"]),
    ("Prices fell from €38,900.", ["€38,900 = money 38900 EUR"]),
    ("It had never sold one for less than $199.", ["$199 = money ≥199 USD"]),
    ("None of the 40 brands has over 5%.", ["40 = count 40 brand", "5% = percent ≤5 percent"]),
    ("It is no surprise that more than 40 shops closed.", ["40 = count >40 shop"]),
    (
        "Repairs take place within 90 minutes, failures within 20 years of sale.",
        ["90 minutes = duration ≤90 minute", "20 years = duration 20 year"],
    ),
    ("It brings an air purifier from $59.", ["$59 = money ≥59 USD"]),
    (
        "It cut its target to $46 from $59; prices fell from $9.",
        ["$46 = money 46 USD", "$59 = money 59 USD", "$9 = money 9 USD"],
    ),
    (
        "It is estimated at 40 tonnes, at or above $4,000, and to pass 50%.",
        ["40 tonnes = measure 40 tonne", "$4,000 = money ≥4000 USD", "50% = percent >50 percent"],
    ),
    (
        "It began buying back up to $2 billion; it opens up to an 8-inch screen.",
        ["$2 billion = money ≤2000000000 USD", "8-inch = measure 8 inch"],
    ),
    (
        "It takes up to 160 carriages or 80 lorries and costs from €4,490 in Spain and €4,390 in Italy.",
        ["160 = count ≤160 carriage", "80 = count ≤80 lorry", "€4,490 = money ≥4490 EUR", "€4,390 = money ≥4390 EUR"],
    ),
    ("As many as 240 stocks declined and 155 advanced.", ["240 = count ≤240 stock", "155 = count 155 stock"]),
    (
        "It was more like 300 miles, or 35 acres approx.",
        ["300 miles = measure ~300 mile", "35 acres = measure ~35 acre"],
    ),
    ("It trades higher than its 5 day and 20 day averages.", ["5 day = duration 5 day", "20 day = duration 20 day"]),
    ('It plans "at least" 35 openings.', ["35 = count ≥35 opening"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_bound_is_read(text: str, expected: list[str]) -> None:
    assert facts(text) == expected
