"""Currencies, scales and signs."""

import pytest

from tests.stages.quantities.facts import facts

CASES: list[tuple[str, list[str]]] = [
    (
        "Tarvo sold the unit for RMB 500 million, Rs 1,200 crore, RM5.2 million and A$30m.",
        [
            "RMB 500 million = money 500000000 CNY",
            "Rs 1,200 crore = money 12000000000 INR",
            "RM5.2 million = money 5200000 MYR",
            "A$30m = money 30000000 AUD",
        ],
    ),
    (
        "The bid of CHF 12.5 million beat HK$1.1 billion and C$900,000.",
        [
            "CHF 12.5 million = money 12500000 CHF",
            "HK$1.1 billion = money 1100000000 HKD",
            "C$900,000 = money 900000 CAD",
        ],
    ),
    (
        "It owes MUSD 60, EURm 12 and 120 MEUR.",
        ["MUSD 60 = money 60000000 USD", "EURm 12 = money 12000000 EUR", "120 MEUR = money 120000000 EUR"],
    ),
    (
        "They lost 75 USD million in three years.",
        ["75 USD million = money 75000000 USD", "three years = duration 3 year"],
    ),
    (
        "A cheque for U.S.$40,000 and one for US $5 million arrived.",
        ["U.S.$40,000 = money 40000 USD", "US $5 million = money 5000000 USD"],
    ),
    (
        "The plant cost 3 billion won, 450,000 yen and 20 million Swiss francs.",
        [
            "3 billion won = money 3000000000 KRW",
            "450,000 yen = money 450000 JPY",
            "20 million Swiss francs = money 20000000 CHF",
        ],
    ),
    (
        "It paid 5.2 billion Danish kroner and 40 million kroner in Denmark.",
        ["5.2 billion Danish kroner = money 5200000000 DKK", "40 million kroner = money 40000000 DKK"],
    ),
    ("Norlund, of Oslo, booked 40 million kroner.", ["40 million kroner = money 40000000 NOK"]),
    ("The fee is 12.5p a share; the shares rose to 320p.", ["12.5p = money 0.125 GBP /share", "320p = money 3.2 GBP"]),
    (
        "It pays 45 cents a share, or 12 US cents.",
        ["45 cents = money 0.45 USD /share", "12 US cents = money 0.12 USD /share"],
    ),
    (
        "The price fell by 5 euro cents to 1.10 euros.",
        ["5 euro cents = money 0.05 EUR ↓", "1.10 euros = money 1.1 EUR"],
    ),
    ("It cost three dollars and fifty cents.", ["three dollars and fifty cents = money 3.5 USD"]),
    (
        "The fine of $10-billion is a record five-million-dollar loss.",
        ["$10-billion = money 10000000000 USD", "five-million-dollar = money 5000000 USD"],
    ),
    (
        "The five-year, $700 million contract was signed.",
        ["five-year = duration 5 year", "$700 million = money 700000000 USD"],
    ),
    (
        "The company booked $(12.3) million and −$4.5 million.",
        ["$(12.3) million = money -12300000 USD", "−$4.5 million = money -4500000 USD"],
    ),
    ("Operating profit: (3.4) million euros.", ["(3.4) million euros = money -3400000 EUR"]),
    (
        "The ticket is R$45, the fare S$2.30 and the toll NT$40.",
        ["R$45 = money 45 BRL", "S$2.30 = money 2.3 SGD", "NT$40 = money 40 TWD"],
    ),
    (
        "Tolls of ₹250, ₩9,000, ₺45, ₦1,200 and ₱500 apply.",
        [
            "₹250 = money 250 INR",
            "₩9,000 = money 9000 KRW",
            "₺45 = money 45 TRY",
            "₦1,200 = money 1200 NGN",
            "₱500 = money 500 PHP",
        ],
    ),
    (
        "It raised $30MM, £45m, €1.2bn, $4.5B, $10K and $1.5trn.",
        [
            "$30MM = money 30000000 USD",
            "£45m = money 45000000 GBP",
            "€1.2bn = money 1200000000 EUR",
            "$4.5B = money 4500000000 USD",
            "$10K = money 10000 USD",
            "$1.5trn = money 1500000000000 USD",
        ],
    ),
    ("It raised £45 m and EUR 3.4 mn.", ["£45 m = money 45000000 GBP", "EUR 3.4 mn = money 3400000 EUR"]),
    (
        "About $1bn-plus is due; assets of $10bn+ are held.",
        ["$1bn = money ~1000000000 USD", "$10bn = money >10000000000 USD"],
    ),
    ("The Series A round raised $10 million.", ["$10 million = money 10000000 USD"]),
    ("Revenue was 53.7亿元.", ["53.7亿元 = money 5370000000 CNY"]),
    (
        "He has P1.5 billion, R250m and 1,234 pesos.",
        ["P1.5 billion = money 1500000000 PHP", "R250m = money 250000000 ZAR", "1,234 pesos = money 1234 MXN"],
    ),
    ("In Manila it paid 1,234 pesos.", ["1,234 pesos = money 1234 PHP"]),
    (
        "The park cost 1.9 billion Swiss francs ($2.1 billion).",
        ["1.9 billion Swiss francs = money 1900000000 CHF", "$2.1 billion = money 2100000000 USD"],
    ),
    ("The pound was worth 1.25 dollars.", ["1.25 dollars = money 1.25 USD"]),
    (
        "The farm grew 25 pounds of beans and 2.5 million pounds of nuts.",
        ["25 pounds = measure 25 pound", "2.5 million pounds = measure 2500000 pound"],
    ),
    (
        "The mill cost $90 million and makes 60 million pounds.",
        ["$90 million = money 90000000 USD", "60 million pounds = measure 60000000 pound"],
    ),
    (
        "The mill in Wales cost $90 million and earns 60 million pounds.",
        ["$90 million = money 90000000 USD", "60 million pounds = money 60000000 GBP"],
    ),
    ("Its profit of 361 million pounds beat the forecast.", ["361 million pounds = money 361000000 GBP"]),
    (
        "It sold 10 $5 notes and 3 USD50 cards.",
        ["10 = count 10 note", "$5 = money 5 USD", "3 = count 3 card", "USD50 = money 50 USD"],
    ),
    (
        "Half a million dollars and a quarter of a million euros were spent.",
        ["Half a million dollars = money 500000 USD", "a quarter of a million euros = money 250000 EUR"],
    ),
    ("It won 3 awards; the 12 won prizes were small.", ["3 = count 3 award", "12 = count 12 award"]),
    ("It is worth two and a half billion euros.", ["two and a half billion euros = money 2500000000 EUR"]),
    ("($1 = 0.81 pounds)", ["$1 = money 1 USD", "0.81 pounds = money 0.81 GBP"]),
    (
        "Its target fell to 45p from 50p after it had paid 40 pence.",
        ["45p = money 0.45 GBP", "50p = money 0.5 GBP", "40 pence = money 0.4 GBP"],
    ),
    (
        "Profit slid to 41.2 million pounds from 58 million.",
        ["41.2 million pounds = money 41200000 GBP", "58 million = money 58000000 GBP"],
    ),
    ("It paid out 8.50 crowns a share to Swedes in Sweden.", ["8.50 crowns = money 8.5 SEK /share"]),
    (
        "It earned a penny more; the target went up a dollar.",
        ["a penny = money 0.01 USD ↑", "a dollar = money 1 USD ↑"],
    ),
    ("A dollar buys 150 yen, a penny share little.", ["150 yen = money 150 JPY"]),
    (
        "It made R1.2 billion with plans at R379; the R6 sold well.",
        ["R1.2 billion = money 1200000000 ZAR", "R379 = money 379 ZAR"],
    ),
    (
        "It earmarked 13 billion yuan and has spent 12 billion so far.",
        ["13 billion yuan = money 13000000000 CNY", "12 billion = money 12000000000 CNY"],
    ),
    (
        "Revenue was NOK 4,912 million (4,740), or NOK 2.12 per share (1.77); orders EUR 1,214.6 million (H1 2024: 1,098.3).",
        [
            "NOK 4,912 million = money 4912000000 NOK",
            "4,740 = money 4740000000 NOK",
            "NOK 2.12 = money 2.12 NOK /share",
            "1.77 = money 1.77 NOK /share",
            "EUR 1,214.6 million = money 1214600000 EUR",
            "1,098.3 = money 1098300000 EUR",
        ],
    ),
    ("It has $5 million (2) and $300 (2019).", ["$5 million = money 5000000 USD", "$300 = money 300 USD"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_money_is_read(text: str, expected: list[str]) -> None:
    assert facts(text) == expected


def test_a_letter_marks_yen_where_an_amount_of_the_text_is_large() -> None:
    text = "Sales slid to Y1.41 trillion, and the shares ended at Y611."
    assert facts(text) == ["Y1.41 trillion = money 1410000000000 JPY", "Y611 = money 611 JPY"]
    assert facts("The Y611 is a lamp.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NAIROBI - It earned Sh11.6 billion.", ["Sh11.6 billion = money 11600000000 KES"]),
        ("KAMPALA - It earned Sh11.6 billion.", ["Sh11.6 billion = money 11600000000 UGX"]),
        (
            "It lost R612m. It pays a dividend of 50c a share.",
            ["R612m = money 612000000 ZAR", "50c = money 0.5 ZAR /share"],
        ),
        ("Hole KD0417 was drilled.", []),
        (
            "It cost $20,000 and a third of them.",
            ["$20,000 = money 20000 USD", "a third = percent 33.33333333 percent"],
        ),
        ("It lost £9m. Hinge height: 2.87m.", ["£9m = money 9000000 GBP", "2.87m = measure 2.87 metre"]),
        ("It adds to earnings per share and saves $18 million.", ["$18 million = money 18000000 USD ↓"]),
    ],
)
def test_amounts_are_told_by_their_article(text: str, expected: list[str]) -> None:
    assert facts(text) == expected
