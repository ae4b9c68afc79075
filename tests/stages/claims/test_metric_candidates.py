"""Candidates for the metric of a figure that no phrase names: shares of a whole, profits a share, prices."""

import pytest

from pipeline.stages.claims.metrics import Named, choose_metric
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
