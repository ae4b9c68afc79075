"""The hard shapes of numeric claims, by name: each figure with its metric, change and previous value."""

import pytest


def rows(extraction):
    """Return (metric, value, unit, direction, change, from_value) of an article's numeric claims."""
    return [
        (
            claim.metric,
            claim.value,
            claim.unit,
            claim.change.direction if claim.change else None,
            claim.change.value if claim.change else None,
            claim.change.from_value if claim.change else None,
        )
        for claim in extraction.claims
        if claim.quantity_id or (claim.change and claim.change.quantity_id)
    ]


SHAPES = {
    "change before value": (
        "Orvelle’s revenue rose 5.5% to €53.7 billion in the quarter.",
        [("revenue", 53.7e9, "EUR", "up", 5.5, None)],
    ),
    "change after value": (
        "Gross profit was approximately €8.2 billion, up 25.2% YoY.",
        [("gross_profit", 8.2e9, "EUR", "up", 25.2, None)],
    ),
    "bullet without a verb": (
        "Adjusted net profit of €3.5 billion, up 20.3% YoY;",
        [("adjusted_net_profit", 3.5e9, "EUR", "up", 20.3, None)],
    ),
    "change alone": ("Orvelle’s net profit jumped 12% last year.", [("net_profit", None, None, "up", 12, None)]),
    "from a level to a level": (
        "Orvelle’s gross margin rose from 21.3% in 2018 to 29.1% in 2019.",
        [("gross_margin", 29.1, "percent", "up", None, 21.3)],
    ),
    "compared with": (
        "Net income was $44.2 million, compared with $36.8 million a year earlier.",
        [("net_profit", 44.2e6, "USD", "up", None, 36.8e6)],
    ),
    "swing from a loss": (
        "Orvelle reported an operating profit of $20 million, against a loss of $5 million a year earlier.",
        [("operating_profit", 20e6, "USD", "up", None, -5e6)],
    ),
    "accounting for a share": (
        "Overseas revenue grew 17.2% to €26.1 billion, accounting for 48.7% of total revenue.",
        [("revenue", 26.1e9, "EUR", "up", 17.2, None), ("revenue_share", 48.7, "percent", None, None, None)],
    ),
    "market share in passing": (
        "Orvelle led the market with a market share of 16.9%.",
        [("market_share", 16.9, "percent", None, None, None)],
    ),
    "volume and rank": (
        "Orvelle ranked 4th globally with shipments of 32.10 million units, according to Datalys.",
        [("rank", 4, "rank", None, None, None), ("shipments", 32_100_000, "unit", None, None, None)],
    ),
    "per share": (
        "Earnings per share were €0.66, compared with €0.55 a share a year earlier.",
        [("eps", 0.66, "EUR", "up", None, 0.55)],
    ),
    "guidance range": (
        "Orvelle expects earnings of €5.15 to €5.30 per share in 2021.",
        [("eps", 5.15, "EUR", None, None, None)],
    ),
    "passive": (
        "A net profit of $12 million was recorded in the quarter.",
        [("net_profit", 12e6, "USD", None, None, None)],
    ),
    "another currency": (
        "Orvelle invested 220 million pesos (US$11.3 million) in the plant.",
        [("investment", 220e6, "MXN", None, None, None)],
    ),
    "headline": ("Orvelle Q3 revenue climbs 8%", [("revenue", None, None, "up", 8, None)]),
    "funding round": (
        "Orvelle has raised $64 million in a Series B round.",
        [("funding", 64e6, "USD", None, None, None)],
    ),
    "share price": (
        "Orvelle SA shares fell 4.6% to $68.64 on Thursday.",
        [("share_price", 68.64, "USD", "down", 4.6, None)],
    ),
    "dimensions are one claim": (
        "The Orvelle Nova 3 has a resolution of 3120 x 1440 pixels.",
        [("resolution", 3120, "pixel", None, None, None)],
    ),
    "compared to, another verb": (
        "Orvelle’s costs for the quarter were $36.7 million, compared to $38.9 million a year earlier.",
        [("cost", 36.7e6, "USD", "down", None, 38.9e6)],
    ),
    "a duration between, compared with": (
        "Orvelle’s operating cash flow rose 16% to $39.7 billion for the trailing twelve months, compared with "
        "$34.4 billion for the trailing twelve months ended March 31, 2019.",
        [("operating_cash_flow", 39.7e9, "USD", "up", 16, 34.4e9)],
    ),
    "compared with the metric named again": (
        "Orvelle’s operating income decreased to $4.0 billion, compared with operating income of $4.4 billion in 2019.",
        [("operating_profit", 4e9, "USD", "down", None, 4.4e9)],
    ),
    "two levels and two earlier ones": (
        "Orvelle’s net earnings rose to $708 million, or $2.48 per share, from $706 million, or $2.43 per share.",
        [("net_profit", 708e6, "USD", "up", None, 706e6), ("eps", 2.48, "USD", "up", None, 2.43)],
    ),
    "another unit in brackets": (
        "The Orvelle Nova 3 travels 620 miles (1,000 km) on a charge.",
        [("range", 620, "mile", None, None, None)],
    ),
    "prices in several currencies": (
        "The Orvelle Nova 3 costs €599 / £519 / CHF 629.",
        [("price", 599, "EUR", None, None, None)],
    ),
    "words that praise a fall": (
        "Orvelle’s gross margin improved to 23.9% from 24.4%.",
        [("gross_margin", 23.9, "percent", "down", None, 24.4)],
    ),
    "a word of another movement": (
        "Orvelle’s gross margin edged down to 11.4% from 12.6%, owing to higher memory prices.",
        [("gross_margin", 11.4, "percent", "down", None, 12.6)],
    ),
    "tolerance": (
        "Orvelle expects revenue of $324 million, plus or minus 3 percent.",
        [("revenue", 324e6, "USD", None, None, None)],
    ),
    "a bare share": (
        "Orvelle had a 34 percent share of the handset market.",
        [("market_share", 34, "percent", None, None, None)],
    ),
    "a rate before a noun": (
        "Orvelle’s $6.99-a-month service starts in May.",
        [("price", 6.99, "USD", None, None, None)],
    ),
    "two metrics with their former levels": (
        "Orvelle had net sales of €812m (Q1 2020: €745m), net profit of €344m (291m).",
        [("revenue", 812e6, "EUR", "up", None, 745e6), ("net_profit", 344e6, "EUR", "up", None, 291e6)],
    ),
    "the same as before": (
        "Orvelle’s gross margin of 39.3% in the second quarter was flat to last year.",
        [("gross_margin", 39.3, "percent", "flat", None, None)],
    ),
    "a lower level": (
        "Orvelle posted a lower net profit of $473 million.",
        [("net_profit", 473e6, "USD", "down", None, None)],
    ),
    "a share beside the clause": (
        "Subscription revenue, which makes up 88% of Orvelle’s total, increased 19%.",
        [("revenue", None, None, "up", 19, None), ("revenue_share", 88, "percent", None, None, None)],
    ),
    "a change of what the verb before it reached": (
        "The round values Orvelle at $310 million, more than double its valuation of 2022, and brings its total "
        "funding to $71 million.",
        [("valuation", 310e6, "USD", "up", 2, None), ("funding", 71e6, "USD", "up", None, None)],
    ),
    "a drop of another metric": (
        "Orvelle kept a market share of 34%, despite a 12% drop in its shipments.",
        [("market_share", 34, "percent", None, None, None), ("shipments", None, None, "down", 12, None)],
    ),
    "a change behind the counted noun": (
        "Orvelle shipped 7.3 million units, a 6.2 percent rise on 2019.",
        [("shipments", 7.3e6, "unit", "up", 6.2, None)],
    ),
    "more than before behind a comma": (
        "Orvelle handed over 58,914 vehicles to customers, four per cent fewer than in 2020.",
        [("deliveries", 58914, "vehicle", "down", 4, None)],
    ),
    "an amount more behind a comma": (
        "Orvelle plans to pay a dividend of 3.4p per share, 0.3p more than last year.",
        [("dividend", 0.034, "GBP", "up", 0.003, None)],
    ),
    "a consensus beaten": (
        "Orvelle’s adjusted earnings of $1.12 a share beat the consensus by seven cents.",
        [("adjusted_eps", 1.12, "USD", "up", 0.07, None)],
    ),
    "estimates topped": (
        "Orvelle’s earnings of $0.74 a share topped estimates by $0.09.",
        [("eps", 0.74, "USD", "up", 0.09, None)],
    ),
    "a price where it was left": (
        "Orvelle’s shares gained 0.7 per cent and closed at $69.12.",
        [("share_price", 69.12, "USD", "up", 0.7, None)],
    ),
    "a change to a record": (
        "Orvelle’s shares surged 9.7% to a 52-week high of $118.45.",
        [("share_price", 118.45, "USD", "up", 9.7, None)],
    ),
    "a change over how far it reaches": (
        "Orvelle has 9.8 million users in 52 countries, 21 percent more than a year ago.",
        [("users", 9.8e6, "user", "up", 21, None), ("countries", 52, "country", None, None, None)],
    ),
    "a former level with its year in brackets": (
        "Orvelle’s gross margin was 36.8% (35.1% in 2019).",
        [("gross_margin", 36.8, "percent", "up", None, 35.1)],
    ),
    "the present level first": (
        "Orvelle aims to bring its cost-income ratio, at present 46%, down to 43%.",
        [("cost_income_ratio", 43, "percent", "down", None, 46)],
    ),
    "a rate’s former level without the rate": (
        "Orvelle proposed a dividend of 85 cents per share, up from 70 cents.",
        [("dividend", 0.85, "USD", "up", None, 0.7)],
    ),
    "a profit a share and its former one behind their time": (
        "Net income was $35.4 million, or $0.37 per share, compared to $28.2 million last year, or $0.30 per share.",
        [("net_profit", 35.4e6, "USD", "up", None, 28.2e6), ("eps", 0.37, "USD", "up", None, 0.3)],
    ),
    "a list of reductions": (
        "Analysts cut Orvelle’s earnings forecasts, with reductions of 6.3%, 3.8% and 5.8%.",
        [
            ("net_profit", None, None, "down", 6.3, None),
            ("net_profit", None, None, "down", 3.8, None),
            ("earnings_forecast", None, None, "down", 5.8, None),
        ],
    ),
    "a price at a high": (
        "Orvelle’s shares soared to a more than one-year high of $51.80 in early trade.",
        [("share_price", 51.8, "USD", "up", None, None)],
    ),
    "what brackets add up": (
        "Orvelle’s overall car sales (at home + exports) stood at 36,437 vehicles.",
        [("sales_volume", 36437, "vehicle", None, None, None)],
    ),
    "a stake sold for a price": (
        "Orvelle completed the sale of its 50% stake in Halden Foods for $500 million.",
        [("stake", 50, "percent", None, None, None), ("price", 500e6, "USD", None, None, None)],
    ),
    "two ranked respectively": (
        "Orvelle and Halden Foods ranked fifth and sixth respectively.",
        [("rank", 5, "rank", None, None, None), ("rank", 6, "rank", None, None, None)],
    ),
    "a consensus in brief": (
        "Revenue: $88.4M (+22% YoY), consensus $85.1M",
        [("revenue", 88.4e6, "USD", "up", 22, None), ("revenue", 85.1e6, "USD", None, None, None)],
    ),
    "a rate of return beside another": (
        "Orvelle’s return on assets was 1.31% and its return on equity was 13.2%.",
        [
            ("return_on_asset", 1.31, "percent", None, None, None),
            ("return_on_equity", 13.2, "percent", None, None, None),
        ],
    ),
    "swing to a loss": (
        "Orvelle’s net loss was $20 million, against a profit of $5 million a year earlier.",
        [("net_loss", 20e6, "USD", "up", None, -5e6)],
    ),
    "swing to a loss in brackets": (
        "Orvelle made an operating loss of €23 million (H1 2018: profit of €8 million).",
        [("operating_loss", 23e6, "EUR", "up", None, -8e6)],
    ),
    "a movement still to come": (
        "Orvelle’s capital expenditure is likely to fall to $3 billion in 2021.",
        [("capital_expenditure", 3e9, "USD", "down", None, None)],
    ),
    "unchanged behind a comma": (
        "Orvelle’s service revenue was $174 million, almost unchanged.",
        [("revenue", 174e6, "USD", "flat", None, None)],
    ),
    "the size of who is named in passing": (
        "Orvelle, a part of the $19 billion Quillon Group, sold 36,437 cars in April.",
        [("sales_volume", 36437, "car", None, None, None)],
    ),
    "a version to come": ("The Orvelle Nova 3 runs Corvos 2.1 (upgradeable to 2.2).", []),
    "out first": (
        "The Orvelle Nova 3, which is 7.9mm thick, is due to come out first.",
        [
            ("thickness", 7.9, "millimetre", None, None, None),
        ],
    ),
    "participants are none": ("The survey was carried out by two research firms.", []),
}


@pytest.mark.parametrize("name", SHAPES)
def test_shape(extract, name):
    sentence, expected = SHAPES[name]
    assert rows(extract(sentence, company="Orvelle SA")) == expected
