"""Amounts that are changes."""

import pytest

from tests.stages.quantities.facts import facts

CASES: list[tuple[str, list[str]]] = [
    (
        "Sales rose 5%, grew by 6%, were up 7% and gained nearly 8%.",
        [
            "5% = percent 5 percent ↑",
            "6% = percent 6 percent ↑",
            "7% = percent 7 percent ↑",
            "8% = percent ~8 percent ↑",
        ],
    ),
    (
        "Sales fell 5%, dropped by about 6%, were down 7% and lost 8%.",
        [
            "5% = percent 5 percent ↓",
            "6% = percent ~6 percent ↓",
            "7% = percent 7 percent ↓",
            "8% = percent 8 percent ↓",
        ],
    ),
    (
        "Sales rose to 5%, from 4%, above 3%.",
        ["5% = percent 5 percent", "4% = percent 4 percent", "3% = percent >3 percent"],
    ),
    (
        "Kettles and pans were 1.4% and 2.9% lower.",
        ["1.4% = percent 1.4 percent ↓", "2.9% = percent 2.9 percent ↓"],
    ),
    ("It rose 12% and the rate is 5%.", ["12% = percent 12 percent ↑", "5% = percent 5 percent"]),
    (
        "An increase of 17.7%, a decline of 3% and growth of 12%.",
        ["17.7% = percent 17.7 percent ↑", "3% = percent 3 percent ↓", "12% = percent 12 percent ↑"],
    ),
    ("A year-on-year increase in shipments of 63.7% was seen.", ["63.7% = percent 63.7 percent ↑"]),
    (
        "A 29.7% year-on-year increase, a 63% improvement and a 12% drop.",
        ["29.7% = percent 29.7 percent ↑", "63% = percent 63 percent ↑", "12% = percent 12 percent ↓"],
    ),
    ("Growth slowed to 5%; revenue growth was 12%.", ["5% = percent 5 percent ↑", "12% = percent 12 percent ↑"]),
    (
        "It grew at a compound rate of 9%; it grows at 15% a year.",
        ["9% = percent 9 percent ↑", "15% = percent 15 percent ↑ /year"],
    ),
    (
        "It cut costs by 10%, raised prices 5% and lowered its debt by $30 million.",
        ["10% = percent 10 percent ↓", "5% = percent 5 percent ↑", "$30 million = money 30000000 USD ↓"],
    ),
    (
        "It is 5% cheaper, 20% faster, 14 points higher and 389% larger than before.",
        [
            "5% = percent 5 percent ↓",
            "20% = percent 20 percent ↑",
            "14 = count 14 point ↑",
            "389% = percent 389 percent ↑",
        ],
    ),
    (
        "It rose 2.3 percentage points, or 230 basis points.",
        ["2.3 percentage points = percent 2.3 percentage_point ↑", "230 basis points = percent 230 basis_point ↑"],
    ),
    (
        "Revenue: $4.5bn (-3% YoY), EBIT: $1.2bn (+5%).",
        [
            "$4.5bn = money 4500000000 USD",
            "3% = percent 3 percent ↓",
            "$1.2bn = money 1200000000 USD",
            "5% = percent 5 percent ↑",
        ],
    ),
    (
        "The margin was -3.2%, after minus 4.5 percent.",
        ["-3.2% = percent -3.2 percent", "minus 4.5 percent = percent -4.5 percent"],
    ),
    (
        "A net loss of $5 million and a 5% loss of volume.",
        ["$5 million = money 5000000 USD", "5% = percent 5 percent ↓"],
    ),
    ("Driven by 200 new shops, sales went up 10%.", ["200 = count 200 shop", "10% = percent 10 percent ↑"]),
    ("Earnings jumped by an even more impressive 45%.", ["45% = percent 45 percent ↑"]),
    ("It raised $5 million and cut 500 jobs.", ["$5 million = money 5000000 USD", "500 = count 500 job"]),
    ("It was 0.3 points lower and 5% below plan.", ["0.3 = count 0.3 point ↓", "5% = percent 5 percent ↓"]),
    (
        "Shares were off 0.4%; they added 3% and shed 2%.",
        ["0.4% = percent 0.4 percent ↓", "3% = percent 3 percent ↑", "2% = percent 2 percent ↓"],
    ),
    ("Sales rose for 8 quarters.", ["8 quarters = duration 8 quarter"]),
    (
        "At the end of June the chain had 1,420 drivers, 95 more than twelve months earlier.",
        ["1,420 = count 1420 driver", "95 = count 95 driver ↑", "twelve months = duration 12 month"],
    ),
    ("The new crane is 3.4 kg lighter than the old one.", ["3.4 kg = measure 3.4 kilogram ↓"]),
    ("Emissions will be 700 tonnes a year lower.", ["700 tonnes = measure 700 tonne ↓ /year"]),
    ("At constant currencies the increase was 3.9%.", ["3.9% = percent 3.9 percent ↑"]),
    ("Rents would fall between 2% and 3% in May.", ["2% and 3% = percent 2..3 percent ↓"]),
    (
        "The index closed 21.5 points, or 0.3%, lower at 4,310.2.",
        ["21.5 = count 21.5 point ↓", "0.3% = percent 0.3 percent ↓", "4,310.2 = number 4310.2"],
    ),
    (
        "The rule adds four days and roughly 90 miles to each trip.",
        ["four days = duration 4 day ↑", "90 miles = measure ~90 mile ↑ /trip"],
    ),
    ("The slide wiped $20 million off its value.", ["$20 million = money 20000000 USD ↓"]),
    (
        "It expects $5 million to $9 million in extra sales.",
        ["$5 million to $9 million = money 5000000..9000000 USD ↑"],
    ),
    (
        "Brenna lays off 9% of its staff and cut 12% of its drivers.",
        ["9% = percent 9 percent", "12% = percent 12 percent"],
    ),
    ("Shares lost 4% of their value.", ["4% = percent 4 percent ↓"]),
    ("Churn climbed above 2%.", ["2% = percent >2 percent"]),
    ("Debt fell below $40 million.", ["$40 million = money <40000000 USD"]),
    ("It booked a one-off gain of $2.5 million.", ["$2.5 million = money 2500000 USD"]),
    ("The lens zooms 4x without loss.", ["4x = multiple 4 times"]),
    (
        "Copper lost 4 cents, or 1.2 percent, to $3.10.",
        ["4 cents = money 0.04 USD ↓", "1.2 percent = percent 1.2 percent ↓", "$3.10 = money 3.1 USD"],
    ),
    (
        "It shed $1.20, or 3%, to $38.80.",
        ["$1.20 = money 1.2 USD ↓", "3% = percent 3 percent ↓", "$38.80 = money 38.8 USD"],
    ),
    ("It lost $5 million.", ["$5 million = money 5000000 USD"]),
    (
        "It cut its growth forecast by half a percentage point.",
        ["half a percentage point = percent 0.5 percentage_point ↓"],
    ),
    ("Gains were offset by a 2% rise in costs.", ["2% = percent 2 percent ↑"]),
    ("Sales rose 9% (7% at constant currency).", ["9% = percent 9 percent ↑", "7% = percent 7 percent ↑"]),
    (
        "Starts fell to a seasonally adjusted annual rate of 1.2 million units.",
        ["1.2 million = count 1200000 unit /year"],
    ),
    ("Spreads tightened 6 bps.", ["6 bps = percent 6 basis_point ↓"]),
    ("The plant will almost double the output.", ["double = multiple ~2 times ↑"]),
    ("A pay rise that is double the going rate.", ["double = multiple 2 times"]),
    ("The drop in volume stood at 30.3% in May.", ["30.3% = percent 30.3 percent ↓"]),
    (
        "Sales rose 2.4% year-over-year and 1.3% on a currency-neutral basis.",
        ["2.4% = percent 2.4 percent ↑", "1.3% = percent 1.3 percent ↑"],
    ),
    (
        "Traffic rose 19 percent last year and 34 percent the year before.",
        ["19 percent = percent 19 percent ↑", "34 percent = percent 34 percent ↑"],
    ),
    ("Only kits grew, by 6%.", ["6% = percent 6 percent ↑"]),
    ("The new phone is 0.4 mm thinner.", ["0.4 mm = measure 0.4 millimetre ↓"]),
    ("It comes in at €100 below the Pro.", ["€100 = money 100 EUR"]),
    ("Trading at $50, below the average.", ["$50 = money 50 USD"]),
    (
        "Retention was 114%, down four points from May.",
        ["114% = percent 114 percent", "four points = percent 4 percentage_point ↓"],
    ),
    ("The index lost 0.2%, down four points.", ["0.2% = percent 0.2 percent ↓", "four = count 4 point ↓"]),
    (
        "It cut fees by 31% in May, compared with 8% for the rest.",
        ["31% = percent 31 percent ↓", "8% = percent 8 percent ↓"],
    ),
    ("It needs half as much again.", ["half = percent 50 percent ↑"]),
    ("It is 2.2% short of the plan.", ["2.2% = percent 2.2 percent ↓"]),
    ("It made 58 fewer trips.", ["58 = count 58 trip ↓"]),
    ("It burns 3 million fewer litres.", ["3 million fewer litres = measure 3000000 litre ↓"]),
    ("It sold 214 vans, 58 short of the plan.", ["214 = count 214 van", "58 = count 58 van ↓"]),
    ("It sold 214 vans, 58 below the level of May.", ["214 = count 214 van", "58 = count 58 van ↓"]),
    ("The rival is 1.2 percentage points behind.", ["1.2 percentage points = percent 1.2 percentage_point ↓"]),
    ("It undercuts the Pro by £200.", ["£200 = money 200 GBP ↓"]),
    ("Output exceeded the plan by 20%.", ["20% = percent 20 percent ↑"]),
    ("Ferro Ltd. FRRO, -3.1% fell; its margin was -5%.", ["3.1% = percent 3.1 percent ↓", "-5% = percent -5 percent"]),
    ("The index ended 12.36 points or 0.5% lower.", ["12.36 = count 12.36 point ↓", "0.5% = percent 0.5 percent ↓"]),
    ("It is $70 off in black, which saves you $70.", ["$70 = money 70 USD ↓", "$70 = money 70 USD ↓"]),
    (
        "Grain surged 19%, while ore slipped 3% and coal 8%.",
        ["19% = percent 19 percent ↑", "3% = percent 3 percent ↓", "8% = percent 8 percent ↓"],
    ),
    (
        "Sales rose by 58% in Spain, 41% in Italy and 22% in Greece.",
        ["58% = percent 58 percent ↑", "41% = percent 41 percent ↑", "22% = percent 22 percent ↑"],
    ),
    ("Revenue is up 11%; load factor 84%.", ["11% = percent 11 percent ↑", "84% = percent 84 percent"]),
    (
        "It cuts the weight of a hybrid pack by 15% and costs an extra £24.",
        ["15% = percent 15 percent ↓", "£24 = money 24 GBP ↑"],
    ),
    (
        "It is 0.4mm slimmer and grew twice as fast as before.",
        ["0.4mm = measure 0.4 millimetre ↓", "twice = multiple 2 times"],
    ),
    (
        "It booked a $3 million gain on the sale; the app crashed twice.",
        ["$3 million = money 3000000 USD", "twice = count 2 time"],
    ),
    (
        "It leads in advanced 3nm nodes with margins of 21 percent (excluding an insurance recovery).",
        ["3nm = measure 3 nanometre", "21 percent = percent 21 percent"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_change_has_its_direction(text: str, expected: list[str]) -> None:
    assert facts(text) == expected


ELIDED: list[tuple[str, list[str]]] = [
    ("Shipments were up 61.5% from last year and 9% from August.", ["61.5%↑", "9%↑"]),
    ("It shipped 51,203 cars, up just 4%.", ["51,203", "4%↑"]),
    ("The stock rose 2%, taking this year's gain to 17%.", ["2%↑", "17%↑"]),
    (
        "The index closed down 6.4 percent, or 486.18 points, to close at 7,162.90.",
        ["6.4 percent↓", "486.18↓", "7,162.90"],
    ),
    ("The gauge dropped by 4.08%, or 280.52 points.", ["4.08%↓", "280.52↓"]),
    ("Varnizol lowered attacks by 37%, compared with 6% for placebo.", ["37%↓", "6%↓"]),
    ("So that's a 10 percent bump.", ["10 percent↑"]),
    ("Sales rose 5%, compared with a margin of 6% for rivals.", ["5%↑", "6%"]),
    ("Ostrel closed down 12 shops.", ["12"]),
    ("It had gained $704 million, or fifteen cents per share.", ["$704 million", "fifteen cents"]),
    ("It could push the value as high as US$100 billion.", ["US$100 billion"]),
    ("Shares gained $1.20, or 3%.", ["$1.20↑", "3%↑"]),
    ("The index rose 40 points (1.2 percent) from Monday.", ["40↑", "1.2 percent↑"]),
    ("Turnover grew 10% in May, compared with a previous goal of 8%.", ["10%↑", "8%↑"]),
    ("Sales rose 9%, up from 2% in the spring.", ["9%↑", "2%↑"]),
    ("Turnover rose 14% to €80 million and EBITDA 22% to €9 million.", ["14%↑", "€80 million", "22%↑", "€9 million"]),
    ("Shares rose, bringing their gain over the past year to 44%.", ["44%↑"]),
    ("The van gives up 25 km of range.", ["25 km↓"]),
    ("The margin improved 0.6 point to 27.1%.", ["0.6 point↑", "27.1%"]),
    ("Volumes fell 19%, prices 14%, while costs rose.", ["19%↓", "14%↓"]),
    ("The shares have a 30% upside.", ["30%↑"]),
    ("It has forecast a sales drop for March of 37 percent.", ["37 percent↓"]),
    ("Varno lost 94 cents a share.", ["94 cents"]),
    ("Crude drifted to a loss of about 2%.", ["2%↓"]),
    ("It made a loss of 12% of revenue.", ["12%"]),
    ("Profit dropped 9% to $214 million on lower fees.", ["9%↓", "$214 million"]),
    (
        "Those who earn less than $50,000 cut theirs by 2%; $110 million falls due in May.",
        ["$50,000", "2%↓", "$110 million"],
    ),
    ("It made 61 cents a share, 7 cents a share better than expected.", ["61 cents", "7 cents↑"]),
    ("Ostrel put up 410 masts and hosts nearly double last year's number.", ["410", "double"]),
]


@pytest.mark.parametrize(("text", "expected"), ELIDED)
def test_change_is_carried_over_what_is_left_out(text: str, expected: list[str]) -> None:
    found = [line.split(" = ")[0] + "".join(sign for sign in "↑↓" if sign in line) for line in facts(text)]
    assert found == expected


def test_orders_that_are_picked_up_are_no_change() -> None:
    assert facts("Orvelle picked up three orders.") == ["three = count 3 order"]
    assert facts("Sales picked up 3 percent.") == ["3 percent = percent 3 percent ↑"]
