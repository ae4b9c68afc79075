"""Lists: names with their figures, rankings in a sentence, and what a list takes over from its lead-in."""

import pytest

from pipeline.records import Document
from pipeline.stages.claims import extract_claims
from pipeline.stages.quantities import extract_quantities
from tests.stages.claims.conftest import NAMES, records

MORE = {**NAMES, "Vesto": "ORG", "Kirla": "ORG", "Lumo Two": "PRODUCT", "BERLIN": "GPE", "NYSE": "ORG"}


def claimed(nlp, *paragraphs):
    """Return (subject, metric, value, stance) of the claims with a value of paragraphs of lines."""
    text, sentences, entities = records(paragraphs, MORE)
    document = Document(doc_id="d", source="a.txt", sha256="0", start=0, end=len(text), company="Orvelle")
    found = extract_claims(
        nlp, text, document, sentences, entities, extract_quantities(text, sentences, names=entities), []
    )
    return [(c.subject.name, c.metric, c.value, c.stance) for c in found if c.value is not None]


def test_each_name_of_a_list_has_its_figure_and_the_metric_of_the_heading(nlp):
    lines = [("list_item", "Lumo One: 27,247 (+12%)"), ("list_item", "Lumo Two: 6,999")]
    found = claimed(nlp, [("heading", "Deliveries by model")], lines)
    assert [row[:3] for row in found] == [("Lumo One", "deliveries", 27_247), ("Lumo Two", "deliveries", 6_999)]


RANKINGS = {
    "Orvelle took 31% of the market, ahead of Datalys (24%), Vesto (17%) and Kirla (9%).": {
        31: "Orvelle", 24: "Datalys", 17: "Vesto", 9: "Kirla",
    },
    "Orvelle led with 31% of the market, followed by Datalys with 24% and Vesto with 17%.": {
        31: "Orvelle", 24: "Datalys", 17: "Vesto",
    },
}  # fmt: skip


@pytest.mark.parametrize("sentence", RANKINGS)
def test_the_figures_of_a_ranking_belong_to_the_names_before_them(nlp, sentence):
    assert {value: subject for subject, _, value, _ in claimed(nlp, [sentence])} == RANKINGS[sentence]


OWNED = {
    "Buyers of Orvelle phones get a discount of $15 on the Lumo One and $20 on the Lumo Two.": {
        15: "Lumo One", 20: "Lumo Two",
    },
    "Their weight ranges from 900 grams for the Lumo One to 1,200 grams for the Lumo Two.": {
        900: "Lumo One", 1200: "Lumo Two",
    },
}  # fmt: skip


@pytest.mark.parametrize("sentence", OWNED)
def test_each_of_two_figures_has_the_name_behind_it(nlp, sentence):
    assert {value: subject for subject, _, value, _ in claimed(nlp, [sentence])} == OWNED[sentence]


def test_the_exchange_of_a_stock_code_is_no_subject(nlp):
    found = claimed(nlp, ["Vesto Inc. (NYSE: VST) sold 40,000 tractors in May."])
    assert [(subject, value) for subject, _, value, _ in found] == [("Vesto", 40_000)]


LEADS = {
    ("paragraph", "For the third quarter Orvelle expects:"): "forecast",
    ("heading", "Outlook for 2025"): "forecast",
    ("heading", "Medium-term targets"): "target",
    ("paragraph", "In the third quarter Orvelle reported:"): "asserted",
    ("heading", "Key figures"): "asserted",
    ("title", "Orvelle raises its outlook"): "asserted",
}


@pytest.mark.parametrize("lead", LEADS, ids=lambda lead: lead[1])
def test_a_list_takes_over_the_stance_of_what_introduces_it(nlp, lead):
    items = [("list_item", "Revenue of $500 million"), ("list_item", "An operating margin of 12%")]
    assert {stance for *_, stance in claimed(nlp, [lead], items)} == {LEADS[lead]}


def test_a_list_item_with_a_verb_has_its_own_stance(nlp):
    items = [("list_item", "Revenue was $500 million in May.")]
    assert [row[3] for row in claimed(nlp, [("heading", "Outlook")], items)] == ["asserted"]


EXPECTED = {
    "Orvelle had revenue of €1.2 billion, beating the €1.1 billion analysts had expected.": [1.2e9, 1.1e9],
    "Orvelle earned €96 million, missing the consensus of €101 million.": [96e6, 101e6],
    "Orvelle’s profit was €96 million, above the €90 million expected by economists.": [96e6, 90e6],
}


@pytest.mark.parametrize("sentence", EXPECTED)
def test_what_outsiders_expected_is_a_forecast_and_no_earlier_level(nlp, sentence):
    result, expectation = EXPECTED[sentence]
    assert {value: stance for *_, value, stance in claimed(nlp, [sentence])} == {
        result: "asserted", expectation: "forecast",
    }  # fmt: skip


def test_an_earlier_forecast_is_the_level_before(nlp):
    sentence = "Orvelle now expects a profit of €3 million, against a previous estimate of €2 million."
    assert [value for *_, value, _ in claimed(nlp, [sentence])] == [3e6]


def test_the_agency_of_a_dateline_is_no_subject(nlp):
    found = claimed(nlp, ["BERLIN (Datalys) - It cut 1,200 jobs.", "Orvelle is a carmaker."])
    assert "Datalys" not in {row[0] for row in found}
