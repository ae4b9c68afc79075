"""What a reader carries from sentence to sentence: subjects and reporting periods."""

import pytest


def figures(extraction):
    return [claim for claim in extraction.claims if claim.quantity_id]


@pytest.mark.parametrize(
    ("paragraphs", "subject"),
    [
        (("Orvelle SA is based in Lyon. It has 5,000 employees.",), "Orvelle SA"),
        (("Orvelle SA is based in Lyon. The company has 5,000 employees.",), "Orvelle SA"),
        (("Orvelle SA (“Orvelle” or the “Group”) is based in Lyon. The Group has 5,000 employees.",), "Orvelle SA"),
        (("Orvelle SA is based in Lyon.", "“We have 5,000 employees,” said Mara Quint."), "Orvelle SA"),
        (("Orvelle SA is based in Lyon.", "Net profit was €5 million."), "Orvelle SA"),
    ],
)
def test_a_company_is_carried_through_pronouns_nominals_and_bare_metrics(extract, paragraphs, subject):
    (claim,) = figures(extract(*paragraphs))
    assert claim.subject.name == subject
    assert claim.subject.entity_id is not None


def test_a_rival_named_in_the_clause_is_its_own_subject(extract):
    claims = figures(extract("Orvelle SA sold 5 million units, while Castellan Ltd sold 3 million units."))
    assert [(claim.subject.name, claim.value) for claim in claims] == [("Orvelle SA", 5e6), ("Castellan Ltd", 3e6)]


def test_a_research_firm_that_ranks_is_not_the_subject(extract):
    (claim,) = figures(extract("Datalys Research ranks Orvelle third in Europe.", company="Orvelle"))
    assert claim.subject.name == "Orvelle"


def test_a_dateline_is_neither_subject_nor_period(extract):
    text = "LYON, France, 12 November 2020 – Orvelle SA reported revenue of €5 million."
    (claim,) = figures(extract(text, published="2020-11-12"))
    assert claim.subject.name == "Orvelle SA"
    assert claim.period is None


def test_the_reporting_period_of_the_opening_holds_for_later_metrics_of_the_business(extract):
    extraction = extract(
        "In the third quarter of 2020, Orvelle’s revenue was €5 million. Net profit was €1 million.",
        "Orvelle’s Nova phone has a 4050mAh battery.",
        published="2020-11-12",
    )
    periods = {c.metric: c.period and (str(c.period.first_day), str(c.period.last_day)) for c in figures(extraction)}
    assert periods["revenue"] == periods["net_profit"] == ("2020-07-01", "2020-09-30")
    assert periods["battery_capacity"] is None


def test_a_stock_that_inherits_a_period_holds_at_its_last_day(extract):
    extraction = extract(
        "In the third quarter of 2020, Orvelle’s revenue was €5 million. Its cash was €2 million.",
        published="2020-11-12",
    )
    cash = next(claim for claim in figures(extraction) if claim.metric == "cash")
    assert str(cash.period.first_day) == str(cash.period.last_day) == "2020-09-30"


def test_a_time_of_comparison_is_not_the_period(extract):
    (claim,) = figures(extract("Orvelle’s revenue rose to €5 million in 2020 from €4 million in 2019."))
    assert claim.period.text == "2020"


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("Orvelle sold 5 million units in Spain.", "Spain"),
        ("Orvelle ranked third across Europe.", "Europe"),
        ("LYON, France, 12 November 2020 – Orvelle sold 5 million units.", None),
        ("Orvelle of Spain sold 5 million units.", None),
    ],
)
def test_a_place_that_a_preposition_joins_is_the_scope(extract, sentence, scope):
    (claim,) = figures(extract(sentence, company="Orvelle"))
    assert claim.scope == scope


def test_a_time_of_comparison_behind_a_figure_is_not_its_period(extract):
    found = extract("Orvelle’s sales in May 2020 were 6% higher than in October 2019.", company="Orvelle")
    assert [str(c.period.first_day) for c in found.claims if c.change and c.period] == ["2020-05-01"]
    found = extract("Orvelle’s revenue increased 10% from the first quarter of 2020.", company="Orvelle")
    assert [c.period.text for c in found.claims if c.period and "first quarter" in c.period.text] == []


def test_respectively_leaves_no_choice_of_subject_or_period(extract):
    prices = "The Lumo One and the Lumo One Premium will be priced at €279 and €349 respectively."
    assert [c.subject.name for c in figures(extract(prices))] == ["Lumo One", "Lumo One Premium"]
    quarters = "in the third quarter and the fourth quarter"
    ahead = f"{quarters.capitalize()}, Orvelle earned a net margin of 7.4% and 6.2%, respectively."
    behind = f"Orvelle earned a net margin of 7.4% and 6.2%, respectively, {quarters}."
    for margins in (ahead, behind):
        days = [c.period.first_day.isoformat() for c in figures(extract(margins, published="2022-02-20"))]
        assert days == ["2021-07-01", "2021-10-01"]


@pytest.mark.parametrize(
    "event",
    [
        "Orvelle will open a mill in 2031.",
        "Deliveries of the Nova phone will start in the first quarter of 2021.",
    ],
)
def test_the_time_of_an_event_is_not_that_of_business_figures_behind_it(extract, event):
    extraction = extract(f"{event} Net profit fell to €5 million.", published="2020-11-12")
    assert [claim.period for claim in figures(extraction)] == [None]
