"""What an amount is per."""

import pytest

from tests.stages.quantities.facts import facts

CASES: list[tuple[str, list[str]]] = [
    (
        "It costs $9.99 a month, $5 per diluted share, $70-a-share and $9,500/tonne.",
        [
            "$9.99 = money 9.99 USD /month",
            "$5 = money 5 USD /share",
            "$70 = money 70 USD /share",
            "$9,500 = money 9500 USD /tonne",
        ],
    ),
    ("Oil is $85 a barrel; gold is $1,950 an ounce.", ["$85 = money 85 USD /barrel", "$1,950 = money 1950 USD /ounce"]),
    ("It earns $5 million a year from 2027.", ["$5 million = money 5000000 USD /year"]),
    ("It will be worth $5 a year from now.", ["$5 = money 5 USD"]),
    ("It makes 900 boards* a month.", ["900 = count 900 board /month"]),
    ("It makes 900 units of the Orbit per month.", ["900 = count 900 unit /month"]),
    (
        "It makes 12,000 cars a month and 200 million chips per year.",
        ["12,000 = count 12000 car /month", "200 million = count 200000000 chip /year"],
    ),
    (
        "Earnings per share were $1.20 and EPS of $2.35 was due.",
        ["$1.20 = money 1.2 USD /share", "$2.35 = money 2.35 USD /share"],
    ),
    (
        "Earnings of $1.12 per share on sales of $4.56 billion.",
        ["$1.12 = money 1.12 USD /share", "$4.56 billion = money 4560000000 USD"],
    ),
    (
        "It earned $5 billion a year earlier and 1.33% a quarter ago.",
        ["$5 billion = money 5000000000 USD", "1.33% = percent 1.33 percent"],
    ),
    ("It refines 400,000 barrels of crude a day.", ["400,000 barrels = measure 400000 barrel /day"]),
    (
        "It uses 148 kWh per person and pays 5% per annum.",
        ["148 kWh = measure 148 kilowatt_hour /person", "5% = percent 5 percent /year"],
    ),
    (
        "It pays $3 million annually and runs 6 billion times on a daily basis.",
        ["$3 million = money 3000000 USD /year", "6 billion = count 6000000000 time /day"],
    ),
    ("It raised its payout to $3 a share from $2.", ["$3 = money 3 USD /share", "$2 = money 2 USD /share"]),
    (
        "Capacity goes from 5 tonnes to 8 tonnes a year.",
        ["5 tonnes = measure 5 tonne /year", "8 tonnes = measure 8 tonne /year"],
    ),
    ("It pays $40.50 in cash per share.", ["$40.50 = money 40.5 USD /share"]),
    ("It pays €1.10 per share (2024: €0.95).", ["€1.10 = money 1.1 EUR /share", "€0.95 = money 0.95 EUR /share"]),
    (
        "Brent rose $1.83, or 2.3%, to $81.04 a barrel.",
        ["$1.83 = money 1.83 USD ↑ /barrel", "2.3% = percent 2.3 percent ↑", "$81.04 = money 81.04 USD /barrel"],
    ),
    ("It sees annual savings of up to $95 million.", ["$95 million = money ≤95000000 USD /year"]),
    (
        "It lifts annual capacity to 120 GWh from the current 86 GWh.",
        ["120 GWh = measure 120 gigawatt_hour /year", "86 GWh = measure 86 gigawatt_hour /year"],
    ),
    ("It pays $4 for each share.", ["$4 = money 4 USD /share"]),
    ("Ore costs $92 per dry metric tonne.", ["$92 = money 92 USD /tonne"]),
    (
        "It earned $5 million, or 8 cents a share, from $6 million, or 9 cents a share.",
        [
            "$5 million = money 5000000 USD",
            "8 cents = money 0.08 USD /share",
            "$6 million = money 6000000 USD",
            "9 cents = money 0.09 USD /share",
        ],
    ),
    (
        "It repurchased 41,000 shares at an average price of $27.85.",
        ["41,000 = count 41000 share", "$27.85 = money 27.85 USD /share"],
    ),
    ("Shares of Tarvo closed at Rs 1,308.90 apiece.", ["Rs 1,308.90 = money 1308.9 INR /share"]),
    ("It has two halls, of 45 MW each.", ["two = count 2 hall", "45 MW = measure 45 megawatt /hall"]),
    (
        "The first 300 vans will cost $40,000 each, paid in full.",
        ["300 = count 300 van", "$40,000 = money 40000 USD /van"],
    ),
    (
        "A dividend of 21 cents a share is proposed, taking the total for the year to 34 cents.",
        ["21 cents = money 0.21 USD /share", "34 cents = money 0.34 USD /share"],
    ),
    (
        "Net result was EUR 2.14 per share (EUR 1.97).",
        ["EUR 2.14 = money 2.14 EUR /share", "EUR 1.97 = money 1.97 EUR /share"],
    ),
    ("Average revenue per user slipped 1% to $9.12.", ["1% = percent 1 percent ↓", "$9.12 = money 9.12 USD /user"]),
    ("It will lift annual capacity to 90,000 vans.", ["90,000 = count 90000 van /year"]),
    ("The annual meeting of 300 members was held.", ["300 = count 300 member"]),
    (
        "ARPU was up $2 at $41; in cities it slipped to $43 from $44.",
        [
            "$2 = money 2 USD ↑ /user",
            "$41 = money 41 USD /user",
            "$43 = money 43 USD /user",
            "$44 = money 44 USD /user",
        ],
    ),
    ("Earnings per share: 41 cents.", ["41 cents = money 0.41 USD /share"]),
    (
        "It can make 1.8 million fans and 650,000 pumps a year.",
        ["1.8 million = count 1800000 fan /year", "650,000 = count 650000 pump /year"],
    ),
    ("It sees a compound annual growth rate of 6% and pays R200 per 6E ounce.", ["6% = percent 6 percent ↑ /year"]),
    ("Volume fell below the daily average of 325,000 shares.", ["325,000 = count 325000 share /day"]),
    (
        "It pays $30+ an hour and burns 27,000 tonnes of CO2e per annum.",
        ["$30 = money >30 USD /hour", "27,000 tonnes = measure 27000 tonne /year"],
    ),
    ("It holds 128 TB per standard-size drawer.", ["128 TB = measure 128 terabyte /drawer"]),
    (
        "The detour adds ten days to each voyage; it gave $5 to each of them.",
        ["ten days = duration 10 day ↑ /voyage", "$5 = money 5 USD"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_rate_is_read(text: str, expected: list[str]) -> None:
    assert facts(text) == expected
