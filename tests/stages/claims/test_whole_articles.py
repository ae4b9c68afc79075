"""Shapes of company news that only a whole article shows: who is meant, what a title or list says, which days hold."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline import Extractor
from pipeline.records import Claim

Read = Callable[[str], list[Claim]]


@pytest.fixture(scope="session")
def claims() -> Read:
    extractor = Extractor()
    return lambda text: extractor(text).claims


def subjects(found: list[Claim]) -> dict[float | None, str]:
    """Return the subject of each figure: of its value, or of its change where it has none."""
    return {c.value if c.value is not None else c.change.value: c.subject.name for c in found if _measured(c)}  # type: ignore[union-attr]


def _measured(claim: Claim) -> bool:
    return claim.value is not None or (claim.change is not None and claim.change.value is not None)


HEAD = "Orvelle Pumps reports results\n\nLYON, May 5, 2021 - Orvelle Pumps said on Wednesday that it is doing well.\n\n"


def test_who_orders_is_the_subject_and_not_the_company_of_the_article(claims: Read) -> None:
    text = HEAD + "Orvelle Pumps got a lift as Tessel Leasing Corp., a lessor, ordered 63 Orvelle Pumps machines."
    assert subjects(claims(text))[63] == "Tessel Leasing Corp."


def test_a_share_of_the_total_is_of_what_was_told_to_be_sold(claims: Read) -> None:
    text = HEAD + "Orvelle Pumps sold 3,000 machines in China, or 31% of the total."
    assert [c.metric for c in claims(text) if c.unit == "percent"] == ["sales_share"]
    text = HEAD + "Exports reached €40 million, or 31% of the total."
    assert [c.metric for c in claims(text) if c.unit == "percent"] == ["revenue_share"]


def test_the_moves_of_an_index_are_macroeconomics(claims: Read) -> None:
    text = HEAD + "Its shares fell 3%, while the FTSE 100 index had gained 2%."
    assert [(c.type, c.metric) for c in claims(text) if c.subject.name == "FTSE 100"] == [("macroeconomics", "index")]


def test_weekly_users_are_no_others(claims: Read) -> None:
    text = HEAD + "Orvelle Pumps has 9 million weekly active users."
    assert [c.metric for c in claims(text) if c.value == 9e6] == ["weekly_active_users"]


@pytest.mark.parametrize(
    ("sentence", "metrics"),
    [
        ("Tessel agreed to buy 40 machines from Orvelle Pumps for €11 million.", ["orders", "contract"]),
        ("Orvelle Pumps agreed to buy Tessel for €11 million.", ["price"]),
        ("The contract is worth €45 million and runs for six years.", ["contract", "contract"]),
        ("The new ferry carries 800 passengers and 150 cars.", ["capacity", "capacity"]),
        ("The first phase costs €12 million.", ["investment"]),
        ("It bought back 2.1 million shares for €33 million.", ["share_buyback", "share_buyback"]),
        ("Passenger numbers rose to 4,000.", ["passenger"]),
        ("The court fined Orvelle Pumps €12 million.", ["fine"]),
        ("Net debt to EBITDA is expected to rise to 2.9x and to fall below 2.0x in 2023.", ["net_debt", "net_debt"]),
        ("Orvelle Pumps has 2.4 GW in operation.", ["power"]),
        ("The plant can sort 48,000 parcels an hour.", ["capacity"]),
        ("Early buyers get a second pump worth €39.", ["price"]),
        ("The pump has a power draw of 9 W.", ["power_draw"]),
        ("Orvelle Pumps has opened a €38 million foundry near Lyon.", ["investment"]),
        ("The works can cast 24,000 tonnes of iron a year.", ["capacity"]),
        ("Orvelle Pumps casts about 11 million kilos a year.", ["production"]),
        ("The regional government contributed €4.5 million.", ["subsidy"]),
        ("The contract includes an option for 60 further pumps.", ["option"]),
        ("About a third of buyers pay €6 a month for its app.", ["buyer", "price"]),
        ("The ferry line carried 9,800 tonnes of cargo.", ["cargo"]),
        ("Average fares were 2% lower.", ["average_fare"]),
        ("Orvelle Pumps raised €45 million in a round at a valuation of €520 million.", ["funding", "valuation"]),
        ("The group could save €30 million.", ["saving"]),
        (
            "The deal should add 5 cents to earnings per share and produce €18 million of cost savings.",
            ["eps", "saving"],
        ),
    ],
)
def test_turns_of_business_english_name_their_metric(claims: Read, sentence: str, metrics: list[str]) -> None:
    assert [c.metric for c in claims(HEAD + sentence) if _measured(c)] == metrics


def test_a_former_loss_is_below_zero_also_a_share(claims: Read) -> None:
    text = HEAD + (
        "Net income was $96 million, or 31 cents per share, compared with a loss of $22 million, or 7 cents per share, "
        "a year earlier."
    )
    found = [c.change.from_value for c in claims(text) if c.change]
    assert found == [-22e6, -0.07]


def test_a_former_level_is_of_the_outcome_that_is_named_again(claims: Read) -> None:
    text = HEAD + "It lost €310 million last year on revenue of €4.2 billion, against a loss of €120 million in 2019."
    found = {c.metric: c.change.from_value if c.change else None for c in claims(text) if _measured(c)}
    assert found == {"net_loss": 120e6, "revenue": None}


def test_a_ratio_is_compared_with_a_number_alone(claims: Read) -> None:
    found = claims(HEAD + "Net debt would rise to 2.9 times EBITDA from 2.1.")
    assert [(c.value, c.change.from_value) for c in found if c.change] == [(2.9, 2.1)]


def test_an_option_is_held_as_a_fact_and_asserts_nothing_beside_it(claims: Read) -> None:
    found = claims(HEAD + "The contract includes an option for 60 further pumps.")
    assert [(c.value, c.stance) for c in found if "option" in c.text] == [(60, "asserted")]


def test_what_stays_strong_has_not_stood_still(claims: Read) -> None:
    found = {
        c.text: c.change.direction if c.change else None for c in claims(HEAD + "Orders stay high. Costs stay flat.")
    }
    assert found["Orders stay high."] is None
    assert found["Costs stay flat."] == "flat"


def test_the_year_of_a_takeover_is_no_reporting_period(claims: Read) -> None:
    text = "Orvelle Pumps buys Tessel\n\nBrenning bought Tessel in 2019. Orvelle Pumps' shares rose 2%."
    assert [c.period for c in claims(text) if c.metric == "share_price"] == [None]


def test_each_of_two_figures_has_the_time_behind_it(claims: Read) -> None:
    found = claims(HEAD + "Orvelle Pumps raised its prices by 8% in March 2020 and 6% in September 2020.")
    assert [c.period.first_day.month for c in found if c.change and c.period and c.period.first_day] == [3, 9]


def test_what_a_rival_comes_with_is_its_own(claims: Read) -> None:
    text = HEAD + "Rival Tessel, with a market share of 58%, cut prices by €50 last month."
    assert subjects(claims(text)) == {58: "Tessel", 50: "Tessel"}


@pytest.mark.parametrize(
    "speaker",
    ["Ada Quist, Tessel's head of buying", "Tessel chief executive Ada Quist", "Ada Quist, a director at Tessel"],
)
def test_we_are_those_for_whom_a_person_speaks(claims: Read, speaker: str) -> None:
    text = HEAD + f"“We have bought 40 of these pumps and our stock is full,” said {speaker}."
    assert {c.subject.name for c in claims(text) if c.quoted} == {"Tessel"}


def test_sentences_in_capitals_are_read_as_others(claims: Read) -> None:
    text = "ORVELLE AIR CARRIES 3.6 MILLION PASSENGERS, LOAD FACTOR CLIMBS TO 84.7%\n\nLYON, May 5, 2021 - It met."
    assert [(c.metric, c.value) for c in claims(text) if c.value] == [("passenger", 3.6e6), ("load_factor", 84.7)]


def test_wholes_partners_and_levels_of_years_ago_are_no_values(claims: Read) -> None:
    text = HEAD + (
        "Of the 46 jets, five were parked. It has signed agreements with 43 farms. "
        "Gross margin, which stood at 19% three years ago, narrowed to 6.4%."
    )
    found = {c.value: c.change.from_value if c.change else None for c in claims(text) if _measured(c)}
    assert found == {5: None, 6.4: 19}


def test_who_hopes_to_do_something_aims_at_it(claims: Read) -> None:
    found = claims(HEAD + "Orvelle Pumps hopes to ship 300 pumps by 2023.")
    assert [c.stance for c in found if c.value == 300] == ["target"]


def test_what_is_said_today_of_a_plan_is_not_of_today(claims: Read) -> None:
    text = HEAD + "Orvelle Pumps today announced that it will invest €15 million in a foundry."
    assert [c.period for c in claims(text) if c.value == 15e6] == [None]


def test_shares_moved_on_the_day_of_the_news(claims: Read) -> None:
    text = (
        "Orvelle Pumps' loss grows\n\nMay 6, 2021\n\nOrvelle Pumps said on Wednesday that its loss had grown.\n\n"
        "Shares in Orvelle Pumps fell 3%."
    )
    assert [str(c.period.first_day) for c in claims(text) if c.metric == "share_price"] == ["2021-05-05"]


@pytest.mark.parametrize(
    ("sentence", "metric"),
    [
        ("Orvelle Pumps will deliver 8,000 tonnes in 2022, 12,000 tonnes in 2023.", "deliveries"),
        ("Orvelle Pumps sold 19,400 tonnes.", "sales_volume"),
        ("The deal covers up to 96,000 tonnes.", "orders"),
        ("The plant will turn out 125,000 tonnes of flakes a year.", "production"),
    ],
)
def test_what_is_done_with_tonnes_names_their_metric(claims: Read, sentence: str, metric: str) -> None:
    assert {c.metric for c in claims(HEAD + sentence) if _measured(c)} == {metric}


def test_a_loss_after_a_profit_and_its_amount_a_share_are_former_levels(claims: Read) -> None:
    text = HEAD + (
        "Highlights\n\n• Net income of $4.2 million ($0.11 per share), after a loss of $1.9 million ($0.05 per share) a year ago\n"
        "• EBITDA came in at $11.3 million, or 17.5% of revenue, versus $8.6 million\n"
        "• The unit lost $1.4 million, a little less than the $1.6 million of the year before"
    )
    found = {c.metric: (c.value, c.change.from_value if c.change else None) for c in claims(text) if _measured(c)}
    assert found == {
        "net_profit": (4.2e6, -1.9e6),
        "eps": (0.11, -0.05),
        "ebitda": (11.3e6, 8.6e6),
        "ebitda_margin": (17.5, None),
        "net_loss": (1.4e6, 1.6e6),
    }


def test_sales_at_a_company_and_its_share_are_that_companys(claims: Read) -> None:
    text = HEAD + "Sales at Tessel slid 11% to 2,987 pumps. Brenning Inc. lost its lead as its share narrowed to 23%."
    assert subjects(claims(text)) == {2987: "Tessel", 23: "Brenning Inc."}


def test_infinitives_joined_to_a_plan_are_planned(claims: Read) -> None:
    text = (
        HEAD
        + "Orvelle Pumps will open 24 shops by 2023, hire about 1,900 full- and part-time staff and rebuild 96 shops."
    )
    found = [(c.value, c.unit, c.stance) for c in claims(text) if c.value]
    assert [(value, stance) for value, _, stance in found] == [(24, "planned"), (1900, "planned"), (96, "planned")]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Orvelle Pumps trimmed its export target for 2021 to 6,500 pumps from 7,200.", "target"),
        ("Orvelle Pumps lifted its forecast to 6,500 pumps.", "forecast"),
        ("The sales target was raised to 6,500 pumps.", "target"),
        ("Orvelle Pumps targets 9,000 pumps in 2022.", "target"),
        ("An analyst took her target to €30 from €28.", "asserted"),
    ],
)
def test_an_aim_moved_to_a_level_is_an_aim(claims: Read, sentence: str, stance: str) -> None:
    assert {c.stance for c in claims(HEAD + sentence) if c.value} == {stance}


@pytest.mark.parametrize(
    ("sentence", "metric"),
    [
        ("Roughly €6 million of the new money will go into cold rooms.", "investment"),
        ("Order backlog climbs to 84 million euros.", "order_backlog"),
        ("It cut 1,150 of its 4,300 jobs.", "headcount"),
        ("It wrote €24 million off its furnaces.", "write_off"),
    ],
)
def test_turns_of_money_and_staff_name_their_metric(claims: Read, sentence: str, metric: str) -> None:
    assert metric in {c.metric for c in claims(HEAD + sentence) if _measured(c)}


def test_a_headline_without_a_name_tells_what_a_group_is_to_do(claims: Read) -> None:
    text = "Pump group to take over idle Lyon plant and hire 2,400 people\n\nLYON, May 5, 2021 - Orvelle Pumps met."
    assert [(c.metric, c.stance) for c in claims(text) if c.value] == [("new_hires", "planned")]


def test_a_row_in_capitals_is_no_ticker(claims: Read) -> None:
    text = "ORVELLE PUMPS SALES RISE 21% IN APRIL\n\nLYON, May 5, 2021 - Orvelle Pumps met."
    assert "share_price" not in {c.metric for c in claims(text)}


def test_rows_of_a_table_have_their_scale_and_their_change(claims: Read) -> None:
    text = (
        "Orvelle Air statistics\n\nLYON, May 5, 2021 - Orvelle Air met.\n\n"
        "Operating statistics              1Q2021    1Q2020    Change\n"
        "Guests carried ('000)             3,618     2,990     21%\n"
        "Load factor (%)                   84.7      80.8      3.9 pp\n"
    )
    found = [(c.value, c.change.value, c.change.from_value) for c in claims(text) if c.value and c.change]
    assert found == [(3_618_000, 21, 2_990_000), (84.7, 3.9, 80.8)]


def test_a_quarterly_report_is_of_the_three_months_to_its_end(claims: Read) -> None:
    text = (
        "Quarterly report for the period ended 30 September 2019\n\nLYON, 24 October 2019 - Orvelle Mines met.\n\n"
        "Production was 6,412 tonnes, up 9% on the June quarter (5,883 tonnes). Orvelle Mines sold 6,050 tonnes."
    )
    found = [c for c in claims(text) if c.value]
    assert {(str(c.period.first_day), str(c.period.last_day)) for c in found} == {("2019-07-01", "2019-09-30")}
    assert [c.change and c.change.from_value for c in found] == [5883, None]


def test_a_metric_that_opens_a_sentence_is_no_name(claims: Read) -> None:
    assert subjects(claims(HEAD + "Punctuality was 81%. It carried 40,000 tonnes of cargo.")) == {
        40000: "Orvelle Pumps",
        81: "Orvelle Pumps",
    }


@pytest.mark.parametrize(
    ("title", "days"),
    [
        ("Half-year results 2021", ("2021-01-01", "2021-06-30")),
        ("Nine-month report 2021", ("2021-01-01", "2021-09-30")),
        ("Annual results 2020", ("2020-01-01", "2020-12-31")),
    ],
)
def test_a_title_tells_which_part_of_its_year_is_reported_on(claims: Read, title: str, days: tuple[str, str]) -> None:
    text = f"Orvelle Pumps: {title}\n\nLYON, November 5, 2021 - Orvelle Pumps met.\n\nRevenue rose 4% to €9 million."
    (claim,) = [c for c in claims(text) if c.metric == "revenue"]
    assert (str(claim.period.first_day), str(claim.period.last_day)) == days


def test_a_measure_in_another_unit_is_no_former_level(claims: Read) -> None:
    found = claims(HEAD + "Drilling returned 14 metres at 6.3 g/t from 182 metres.")
    assert [c.change for c in found if c.unit == "gram_per_tonne"] == [None]


def test_the_age_of_a_low_measures_nothing(claims: Read) -> None:
    assert subjects(claims(HEAD + "The stock hit a three-year low of €19.40.")) == {19.4: "Orvelle Pumps"}


def test_the_day_of_a_piece_of_news_is_no_reporting_period(claims: Read) -> None:
    text = "Orvelle Pumps opens a plant\n\nLYON, May 5, 2021 - Orvelle Pumps opened a plant today. Revenue rose 4%."
    (claim,) = [c for c in claims(text) if c.metric == "revenue"]
    assert claim.period is None


def test_what_a_compared_company_owns_is_its_own(claims: Read) -> None:
    text = HEAD + "Orvelle Pumps had 584 orders, compared with Tessel's 13 orders for its machine."
    assert subjects(claims(text)) == {584: "Orvelle Pumps", 13: "Tessel"}


def test_the_figures_of_a_plant_without_a_name_are_the_plants(claims: Read) -> None:
    text = HEAD + "Orvelle Pumps opened a plant in Lyon. The plant covers 100 acres and employs 125 people."
    assert subjects(claims(text)) == {100: "plant", 125: "plant"}


def test_i_is_the_person_who_speaks(claims: Read) -> None:
    text = (
        HEAD
        + "“We are glad,” said Ada Quist, chief executive of Orvelle Pumps.\n\n“I have rarely seen customers so happy,” said Lena Hart, partner at Tessel Ventures."
    )
    assert [c.subject.name for c in claims(text) if "rarely" in c.text] == ["Lena Hart"]


def test_a_letter_that_names_no_company_is_about_those_who_write(claims: Read) -> None:
    text = (
        "Dear shareholders,\n\nOur customers stopped ordering in the spring.\n\nWe ended the year with revenue of €412 "
        "million. Our order book stood at €290 million.\n\nSincerely,\nAda Quist"
    )
    assert set(subjects(claims(text)).values()) == {"we"}


def test_a_title_that_opens_with_a_name_and_a_verb_states_its_figures(claims: Read) -> None:
    text = (
        "Ledgerly raises $85 million Series C at $1.1 billion valuation\n\nAUSTIN, Texas - March 11, 2025 - Ledgerly, an "
        "accounting platform, today announced a round."
    )
    assert {c.value for c in claims(text)} >= {85e6, 1.1e9}


def test_a_level_moved_from_belongs_to_the_figure_that_moved_so(claims: Read) -> None:
    (first, second) = claims("Orvelle Pumps serves 4,200 hospitals in 46 states, up from 1,900 a year ago.")
    assert first.change is not None
    assert (first.change.from_value, second.change) == (1900, None)


def test_the_year_of_its_founding_is_not_when_a_company_has_what_it_has(claims: Read) -> None:
    for text in (
        "Founded in 2018, Orvelle Pumps serves 4,200 hospitals.",
        "Orvelle Pumps, founded in 2018 in Lyon, has 310 employees.",
    ):
        assert [c.period for c in claims(text) if c.value] == [None], text


def test_the_figures_of_an_outlook_line_are_forecasts_and_leave_the_period_of_the_report(claims: Read) -> None:
    text = (
        "Orvelle A/S: Interim report for the first nine months of 2025\n\nCopenhagen, 30 October 2025\n\nHighlights\n"
        "• 2025 outlook: organic growth of 5-6% (previously 4-6%) and EBIT margin of around 17%\n\n"
        "In Q3 2025, revenue increased by 9% to DKK 1,874m. Gross margin improved to 41.3%."
    )
    found = claims(text)
    assert {c.metric: c.stance for c in found}["operating_margin"] == "forecast"
    margin = next(c for c in found if c.metric == "gross_margin")
    assert margin.period is not None
    assert str(margin.period.first_day) == "2025-07-01"
    assert 4 not in {c.value for c in found}


def test_the_level_of_before_in_brackets_may_stand_behind_the_noun_or_the_day(claims: Read) -> None:
    text = (
        HEAD
        + "At the end of the year the Group had 5,412 employees (5,106). Net debt was €2.9bn at 30 June 2020 (€2.4bn)."
    )
    found = {c.value: c.change.from_value for c in claims(text) if c.value and c.change}
    assert found == {5412: 5106, 2.9e9: 2.4e9}


def test_a_share_price_moved_by_a_raised_forecast_is_a_fact(claims: Read) -> None:
    text = HEAD + "Orvelle Pumps raised its profit forecast on Tuesday, sending its shares up 6.4% to 412 pence."
    assert [c.stance for c in claims(text) if c.metric == "share_price"] == ["asserted"]


def test_what_a_metric_leaves_out_is_not_measured(claims: Read) -> None:
    text = HEAD + "Key figures\n• Free cash flow before acquisitions of €612m\n• Net profit of €12m"
    assert [c.metric for c in claims(text) if c.value == 612e6] == ["free_cash_flow"]


def test_no_margin_grows_by_a_share(claims: Read) -> None:
    text = (
        HEAD
        + "Revenue rose 9 per cent to €4 million, while the EBITDA margin expanded to 15.2 per cent. Foods grew 28 per cent."
    )
    assert [c.metric for c in claims(text) if c.change and c.change.value == 28] == ["revenue"]


@pytest.mark.parametrize(("word", "metric"), [("lighter", "weight"), ("cheaper", "price"), ("slimmer", "thickness")])
def test_a_comparative_names_what_differs(claims: Read, word: str, metric: str) -> None:
    text = HEAD + f"The Lumo Two costs $299. It is 20% {word} than the Lumo One."
    assert [c.metric for c in claims(text) if c.change and c.change.value == 20] == [metric]


def test_the_second_of_two_prices_is_of_the_product_before_it(claims: Read) -> None:
    text = HEAD + "The Lumo X2 starts at $299 and the Lumo X2 Max at $499."
    assert subjects(claims(text)) == {299: "Lumo X2", 499: "Lumo X2 Max"}


def test_the_ends_of_a_charge_measure_nothing(claims: Read) -> None:
    text = HEAD + "The battery of the Lumo X2 charges from 10 to 80 per cent in 27 minutes."
    assert [c.value for c in claims(text) if c.value] == [27]


def test_customers_added_are_a_net_addition(claims: Read) -> None:
    text = HEAD + "Orvelle Pumps added 1.4 million subscribers in the quarter and has 9 million subscribers."
    assert {c.value: c.metric for c in claims(text) if c.value} == {1.4e6: "net_addition", 9e6: "subscribers"}


def test_a_metric_moves_where_a_verbs_object_names_the_movement(claims: Read) -> None:
    (claim,) = [c for c in claims(HEAD + "Orvelle Pumps saw an increase in orders.") if c.metric]
    assert (claim.metric, claim.change and claim.change.direction) == ("orders", "up")


def test_never_been_fuller_denies_nothing(claims: Read) -> None:
    assert not any(c.negated for c in claims(HEAD + "The order book of Orvelle Pumps has never been fuller."))


@pytest.mark.parametrize(
    ("sentence", "metric", "direction"),
    [
        ("Orvelle SA plans to report higher profits in 2021.", "net_profit", "up"),
        ("The new ovens led to a drop in revenue.", "revenue", "down"),
    ],
)
def test_a_movement_that_a_noun_tells(extract, sentence: str, metric: str, direction: str) -> None:
    found = [c for c in extract(f"Orvelle SA sells ovens.\n\n{sentence}\n").claims if c.change]
    assert [(c.metric, c.change.direction) for c in found] == [(metric, direction)]


def test_shares_of_a_market_told_by_the_lead(extract) -> None:
    text = "Orvelle SA leads in ovens\n\nOrvelle SA kept the lead with 28%, ahead of Halden Foods with 21%.\n"
    found = {(c.subject.name, c.value) for c in extract(text).claims if c.metric == "market_share"}
    assert found == {("Orvelle SA", 28), ("Halden Foods", 21)}


def test_a_phones_memory_is_not_its_processors(extract) -> None:
    text = (
        "Lumo X3 review\n\nThe Lumo X3 has a 6.7-inch display. Inside there's a Snapdragon 8 Gen 3 with 12GB of RAM.\n"
    )
    assert [c.subject.name for c in extract(text).claims if c.metric == "memory"] == ["Lumo X3"]


@pytest.mark.parametrize(
    ("sentence", "metric", "value"),
    [
        (
            "Orvelle SA said it agreed to acquire Halden Foods, a maker of bread, for $1.2 billion in cash.",
            "price",
            1.2e9,
        ),
        (
            "Orvelle SA said its global sales rose 7.4% from a year earlier to 212,300 vehicles.",
            "sales_volume",
            212_300,
        ),
    ],
)
def test_what_a_sum_and_a_count_measure(extract, sentence: str, metric: str, value: float) -> None:
    found = extract(f"Orvelle SA grows\n\n{sentence}\n").claims
    assert [c.metric for c in found if c.value == value] == [metric]


def test_a_base_in_brackets_behind_a_change_and_a_multiple_with_an_object(extract) -> None:
    text = "Orvelle SA reported revenue of €612 million, up 9% (H1 2023: €561 million).\n"
    assert [(c.value, c.change.from_value) for c in extract(text).claims if c.metric == "revenue"] == [(612e6, 561e6)]
    text = "Orvelle SA serves 300,000 merchants and has tripled its revenue since 2021.\n"
    found = extract(text).claims
    assert [(c.change.value, c.change.unit) for c in found if c.metric == "revenue" and c.change] == [(3, "times")]
    assert [c.change for c in found if c.value == 300_000] == [None]


def test_what_a_value_is_a_multiple_of_or_came_from_is_no_value(extract) -> None:
    text = "Orvelle SA reported a pre-tax profit of £184 million for 2023, more than double the £86 million of the previous year.\n"
    assert [(c.value, c.change.from_value) for c in extract(text).claims if c.unit == "GBP"] == [(184e6, 86e6)]
    text = (
        "Orvelle Mining said gold output rose to 142,000 ounces in the second quarter from 131,000 ounces a year ago.\n"
    )
    assert [(c.value, c.change.from_value) for c in extract(text).claims if c.unit == "ounce"] == [(142e3, 131e3)]


def test_customers_that_are_gained_are_a_value(extract) -> None:
    found = extract(
        "Streaming service Orvelle gains 2.1 million subscribers\n\nOrvelle SA said so on Monday in Lima.\n"
    ).claims
    assert [(c.metric, c.value) for c in found if c.type == "usage"] == [("net_addition", 2.1e6)]


@pytest.mark.parametrize(
    ("title", "metric", "value"),
    [
        ("Orvelle Pumps to invest €1.4 billion in a plant", "investment", 1.4e9),
        ("Orvelle Pumps to hire 900 people", "new_hires", 900),
        ("Orvelle Pumps to Build $300 Million Plant", "investment", 3e8),
    ],
)
def test_a_headline_tells_what_a_company_is_to_do(claims: Read, title: str, metric: str, value: float) -> None:
    found = claims(f"{title}\n\nLYON, May 5, 2021 - Orvelle Pumps said so on Wednesday. It makes pumps.\n")
    assert ("planned", metric, value) in [(c.stance, c.metric, c.value) for c in found]


def test_a_heading_that_only_names_what_to_do_tells_nothing(claims: Read) -> None:
    found = claims("A letter to the owners of Orvelle Pumps\n\nLYON, May 5, 2021 - Orvelle Pumps makes pumps.\n")
    assert [c.text[-12:] for c in found] == ["makes pumps."]


def test_what_is_ours_is_no_other_companys(claims: Read) -> None:
    text = (
        HEAD
        + "Tessel Leasing Corp. has entered Peru.\n\nTessel Leasing Corp. delivers in three days. Our repair rate is 97 percent."
    )
    assert subjects(claims(text))[97] != "Tessel Leasing Corp."


def test_a_label_of_guidance_forecasts_in_running_text_too(claims: Read) -> None:
    found = claims(HEAD + "Q3 guidance: revenue of $90-91M. FY guidance: revenue of $357-360M (prior: $350-355M).\n")
    assert [c.stance for c in found if c.value] == ["forecast", "forecast"]


def test_whose_largest_operation_a_named_mine_is_does_not_own_its_figures(claims: Read) -> None:
    text = HEAD + "Brakfontein, Orvelle Pumps's largest mine, produced 418,300 ounces."
    assert subjects(claims(text)) == {418300: "Brakfontein"}


def test_an_article_on_a_project_gives_it_the_figures(claims: Read) -> None:
    text = (
        "Orvelle Copper feasibility study for Tallow Creek shows NPV of $600 million\n\nTORONTO, May 5, 2021 - Orvelle Copper "
        "Corp. has completed a feasibility study of Tallow Creek, its wholly owned copper project.\n\nThe mine life is 14 "
        "years."
    )
    assert subjects(claims(text)) == {600_000_000: "Tallow Creek", 14: "Tallow Creek"}


def _metrics(found: list[Claim]) -> dict[float | None, str | None]:
    return {c.value: c.metric for c in found if c.value is not None}


def test_only_people_and_their_jobs_are_staff(claims: Read) -> None:
    text = HEAD + "Orvelle Pumps, founded by two engineers, has 34 batteries in service. It employs 85 people."
    assert _metrics(claims(text)) == {34: "battery", 85: "headcount"}


def test_those_of_means_the_noun_that_was_named_before(claims: Read) -> None:
    text = HEAD + "Orvelle Pumps cut 200 jobs. Sales of pumps fell 3%, while those of valves were flat at 84,000 units."
    assert _metrics(claims(text))[84_000] == "sales_volume"


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("The closures would save £48m a year from 2025.", "saving"),
        ("It bought Tessel, a maker of valves, from the fund Quist Partners for £48m in cash.", "price"),
        ("The mine lies 48 km to the north.", "distance"),
        ("The deposit holds ore grading 48% copper.", "grade"),
        ("It ordered vessels of 48 TEU each.", "capacity"),
    ],
)
def test_turns_of_phrase_tell_a_metric(claims: Read, text: str, metric: str) -> None:
    assert list(_metrics(claims(HEAD + text)).values()) == [metric]


def test_what_a_bought_company_earns_is_its_own(claims: Read) -> None:
    text = (
        HEAD
        + "Orvelle Pumps has agreed to buy the valve maker Tessel Brothers. Tessel Brothers had net sales of €130 million."
    )
    assert subjects(claims(text)) == {130_000_000: "Tessel Brothers"}


def test_a_column_of_growth_is_of_the_shipments_and_not_of_the_share(claims: Read) -> None:
    text = (
        HEAD
        + "Shipments of the leading makers in 2020:\n\nVendor     Units   Share   Growth\nTessel     58,100   18%   +29%\n"
        "Brunn     31,400   11%   -13%"
    )
    found = {c.value: c.change and (c.change.direction, c.change.value) for c in claims(text) if c.value in (18, 11)}
    moved = {(c.change.direction, c.change.value) for c in claims(text) if c.change}
    assert found == {18: None, 11: None}
    assert moved >= {("up", 29), ("down", 13)}


@pytest.mark.parametrize(
    ("text", "metric", "value"),
    [
        ("The group will close its Lyon office, where 45 developers work.", "headcount", 45),
        ("Tessel cut 75 positions last week.", "layoff", 75),
    ],
)
def test_jobs_that_are_held_or_ended_are_values(claims: Read, text: str, metric: str, value: int) -> None:
    assert [(c.metric, c.value) for c in claims(HEAD + text) if c.value] == [(metric, value)]


def test_a_label_of_a_list_names_a_share_that_no_word_before_it_fits(claims: Read) -> None:
    text = HEAD + "Traffic in July 2020:\n\n- Average fare: €71 (+11%)\n- On-time arrivals: 78% (-4pp)"
    assert _metrics(claims(text)) == {71: "average_fare", 78: "on_time_arrival"}


def test_the_tower_is_the_one_that_the_article_names(claims: Read) -> None:
    text = (
        HEAD
        + "Orvelle Pumps has let 11 floors of the Ülemiste Tower. The tower has an area of 44,000 m² and cost €128 million."
    )
    assert {v: s for v, s in subjects(claims(text)).items() if v != 11} == {
        44_000: "Ülemiste Tower",
        128_000_000: "Ülemiste Tower",
    }


def test_a_change_behind_its_value_is_not_of_the_next_one(claims: Read) -> None:
    text = HEAD + "Revenue came to £214m, 5% more than in 2019, and adjusted operating profit was £26.8m."
    found = {c.value: c.change and c.change.value for c in claims(text) if c.value}
    assert found == {214_000_000: 5, 26_800_000: None}


def test_a_target_of_millions_is_of_no_share(claims: Read) -> None:
    text = HEAD + "Revenue came to £214m. Our target of £300m by 2026 stands."
    assert _metrics(claims(text))[300_000_000] != "price_target"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is to shutter 11 of its 94 shops by March.", {11: "store_closure", 94: "stores"}),
        ("Tessel delivered 11,000 robots to Germany.", {11_000: "deliveries"}),
        ("The founder is left with 22% of the shares.", {22: "stake"}),
    ],
)
def test_verbs_and_what_stands_behind_a_figure_tell_its_metric(
    claims: Read, text: str, expected: dict[float, str]
) -> None:
    assert _metrics(claims(HEAD + text)) == expected


def test_what_a_part_adds_is_no_change_of_its_measure(claims: Read) -> None:
    text = HEAD + "The chip is made on a 4nm process and delivers 32% more performance than its predecessor."
    assert {c.value: c.change for c in claims(text) if c.value} == {4: None}


def test_a_former_level_is_of_the_figure_that_is_as_large(claims: Read) -> None:
    text = HEAD + "Orvelle Pumps handles 38 million calls a month for 240 companies, up from 9 million a year ago."
    assert {c.value: c.change and c.change.from_value for c in claims(text) if c.value} == {
        38_000_000: 9_000_000,
        240: None,
    }
