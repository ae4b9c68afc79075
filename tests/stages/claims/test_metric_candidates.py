"""Candidates for the metric of a figure that no phrase names: shares of a whole, profits a share, prices."""

import re

import pytest

from pipeline.lexicon import LexiconError
from pipeline.stages.claims.metrics import Named, choose_metric, turns
from pipeline.stages.claims.metrics.per_share import not_a_share
from pipeline.stages.claims.parsed import parse
from pipeline.stages.claims.vocabulary import metrics
from pipeline.stages.quantities import extract_quantities
from tests.stages.claims.conftest import NAMES, records


@pytest.fixture
def candidates(nlp):
    """Return the names that the figure `text` of a sentence may be of."""

    def run(words, figure, before=()):
        text, sentences, entities = records([[words]], NAMES)
        quantities = extract_quantities(text, sentences)
        (parsed,) = parse(nlp, sentences, (entities, quantities))
        quantity = next(q for q in parsed.quantities if q.text == figure)
        choice = choose_metric(parsed, quantity, change_only=False, before=before)
        return {candidate.value.name for candidate in choice.candidates}

    return run


REVENUE = Named("revenue", metrics()["revenue"])


@pytest.mark.parametrize(
    ("sentence", "figure", "name"),
    [
        ("Phones accounted for 57% of shipments.", "57%", "sales_share"),
        ("Europe made up 40% of the total.", "40%", "revenue_share"),
        ("Some 57% of these were electric.", "57%", "sales_share"),
        ("Orvelle captured 10.6% of the tablet market.", "10.6%", "market_share"),
        ("Orvelle will lay off 5% of its staff.", "5%", "layoff"),
    ],
)
def test_a_percentage_of_a_whole_may_be_a_share_of_what_the_whole_is(candidates, sentence, figure, name):
    assert name in candidates(sentence, figure, [REVENUE])


def test_a_percentage_that_makes_nothing_up_is_no_share(candidates):
    assert not candidates("Inflation stood at 3% in May.", "3%") & {"sales_share", "market_share"}


def test_a_profit_a_share_is_no_total(candidates):
    names = candidates("Orvelle earned $1.04 a share in the quarter.", "$1.04")
    assert "eps" in names
    assert "net_profit" not in names


@pytest.mark.parametrize(
    ("name", "entry", "total"),
    [("eps", "eps", "net_profit"), ("adjusted_eps", "eps", "adjusted_net_profit"), ("revenue", "revenue", "revenue")],
)
def test_a_metric_a_share_leads_back_to_its_total(name, entry, total):
    assert not_a_share(Named(name, metrics()[entry])).name == total


def test_an_amount_beside_a_product_may_be_its_price(candidates):
    assert "price" in candidates("The $179 Lumo One will be discontinued in March.", "$179")


@pytest.mark.parametrize(
    ("sentence", "figure", "name"),
    [
        ("Camera: 4.5 out of 5", "4.5", "score"),
        ("Orvelle Inc. ORVL, -2.31% said that it would close a plant.", "2.31%", "share_price"),
        ("It touched a 52-week low of $7.20 on Monday.", "$7.20", "share_price"),
        ("The average kettle sells for $41.", "$41", "average_selling_price"),
        ("Orvelle has 61,000 employees, 54% of them in R&D.", "54%", "rd_headcount"),
        ("Some 900 people work in research and development.", "900", "rd_headcount"),
        ("It runs on a team of 14 analysts.", "14", "headcount"),
        ("Orvelle wants 300 additional engineers.", "300", "new_hires"),
        ("One in three bicycles that it sells is electric.", "One in three", "sales_share"),
        ("Every month 12 million people open it at least once a month.", "12 million", "monthly_active_users"),
        ("Orvelle spends $12 million a year on research.", "$12 million", "rd_expense"),
    ],
)
def test_a_turn_of_phrase_tells_a_metric_that_no_phrase_names(candidates, sentence, figure, name):
    assert name in candidates(sentence, figure)


def test_a_turn_that_is_no_regular_expression_is_refused(monkeypatch):
    row = {"turn": "x", "metric": "score", "kinds": "number", "sure": "", "before": "(", "inside": "", "after": ""}
    monkeypatch.setattr(turns, "rows", lambda name: [row])
    with pytest.raises(LexiconError, match="no regular expression"):
        turns._metric_turns.__wrapped__()


@pytest.mark.parametrize("pair", ["8GB+256GB", "8 GB + 256 GB", "8GB/1TB", "8GB RAM + 256GB", "4GB DDR4 RAM / 64GB"])
def test_of_a_pair_the_first_is_memory_and_the_second_storage(candidates, pair):
    figures = re.findall(r"[0-9]+ ?[GT]B", pair)
    sentence = f"The Lumo One with {pair} costs more."
    assert [candidates(sentence, figure) for figure in figures] == [{"memory"}, {"storage"}]


@pytest.mark.parametrize("sizes", ["128GB/256GB", "8GB/12GB/16GB", "8GB/16GB", "128GB + 256GB"])
def test_variants_of_one_size_are_no_pair(candidates, sizes):
    named = candidates(f"The Lumo One with {sizes} of storage costs more.", re.findall(r"[0-9]+GB", sizes)[0])
    assert "storage" in named


@pytest.mark.parametrize(
    ("sentence", "figure", "name"),
    [
        ("Adjusted for one-time items, Orvelle earned $1.04 a share.", "$1.04", "adjusted_eps"),
        (
            "Excluding restructuring charges, operating profit was $7 million.",
            "$7 million",
            "adjusted_operating_profit",
        ),
        ("On an adjusted basis, Orvelle lost 12 cents a share.", "12 cents", "adjusted_net_loss_per_share"),
        ("Analysts expect an adjusted loss of 12 cents a share.", "12 cents", "adjusted_net_loss_per_share"),
        ("Orvelle bet on ovens, spending more than $3 billion on research sites.", "$3 billion", "investment"),
        ("Volume was twice the daily average of 1.4 million shares.", "1.4 million", "average_trading_volume"),
        ("Orvelle closed at a fresh 52-week — and all-time — low of $13.18.", "$13.18", "share_price"),
        ("The bakery, a 70% owned subsidiary, is in Peru.", "70%", "stake"),
        ("The site is 12 km from the port.", "12 km", "distance"),
        ("It has an 8MP (f/2.0) camera.", "f/2.0", "aperture"),
        ("Orvelle returned $7 million to its shareholders in buybacks.", "$7 million", "shareholder_return"),
    ],
)
def test_a_turn_of_the_sentence_gives_a_figure_its_metric(candidates, sentence, figure, name):
    assert name in candidates(sentence, figure)


def test_a_profit_is_not_adjusted_where_the_sentence_leaves_nothing_out(candidates):
    names = candidates("Before noon, operating profit was put at $7 million.", "$7 million")
    assert names & {"operating_profit", "adjusted_operating_profit"} == {"operating_profit"}


def test_a_word_that_begins_with_a_digit_gives_no_name_without_it(candidates):
    names = candidates("Orvelle will build 63 per cent of the 5G infrastructure.", "63 per cent")
    assert "infrastructure" in names
    assert not any(name.startswith("g_") for name in names)


def test_what_is_aimed_at_is_the_metric_and_no_price_target(candidates):
    names = candidates("Orvelle set a medium-term sales target of $7 million.", "$7 million")
    assert names & {"revenue", "price_target"} == {"revenue"}


def test_a_currency_in_an_amount_is_no_exchange_rate(candidates):
    assert "exchange_rate" not in candidates("Orvelle spent 10 billion yuan on its plant.", "10 billion yuan")


@pytest.mark.parametrize(("figure", "name"), [("$335 million", "revenue"), ("$44 million", "adjusted_ebitda")])
def test_respectively_leaves_no_choice_of_metric(candidates, figure, name):
    sentence = (
        "Orvelle confirmed its revenue and adjusted EBITDA guidance of $335 million and $44 million, respectively."
    )
    assert candidates(sentence, figure) == {name}


def test_what_a_fund_gains_is_its_return_and_what_its_holdings_lose_their_price(extract):
    text = (
        "Our fund lost 2.1% net in May. This year the fund is up 8.4% net. Halden Foods (-11.2%) and Quillon Bank (-3.4%) "
        "hurt us.\n"
    )
    found = [(c.subject.name, c.metric, c.change.value) for c in extract(text).claims if c.change]
    assert found == [
        ("fund", "return", 2.1),
        ("fund", "return", 8.4),
        ("Halden Foods", "share_price", 11.2),
        ("Quillon Bank", "share_price", 3.4),
    ]


def test_a_phrase_right_before_its_amount_names_it(extract):
    text = "Orvelle SA expects the brands to bring net sales of $45 to $50 million and EBITDA of about $8 million.\n"
    assert [(c.metric, c.value) for c in extract(text).claims] == [("revenue", 45e6), ("ebitda", 8e6)]


def test_the_mark_of_a_footnote_is_no_part_of_a_metric(extract):
    text = "Orvelle SA reported.\n\nAdjusted net income1 was $35.4 million. Adjusted EBITDA2 was $61 million.\n"
    assert [c.metric for c in extract(text).claims if c.value] == ["adjusted_net_profit", "adjusted_ebitda"]


@pytest.mark.parametrize(
    ("sentence", "metric"),
    [
        ("Orvelle SA sells power to 15 million people in Peru.", "person"),
        ("The study tried the pill on 526 people with asthma.", "person"),
        ("Orvelle SA employs 526 people.", "headcount"),
    ],
)
def test_people_are_not_always_staff(extract, sentence: str, metric: str) -> None:
    assert [c.metric for c in extract(sentence).claims if c.value] == [metric]
