"""Figures of a whole market: who counts them, and what they are about."""

import pytest

from pipeline.records import Document
from pipeline.stages.claims import extract_claims
from pipeline.stages.claims.speech.research_houses import survey_of
from pipeline.stages.quantities import extract_quantities
from tests.stages.claims.conftest import NAMES, records

HOUSES = {
    "Sales fell, market researcher Datalys said.": {"Datalys"},
    "Datalys, a data provider, sees a rise.": {"Datalys"},
    "Analysts at Bramford Securities expect less.": {"Bramford Securities"},
    "So says Datalys's Kettle Tracker.": {"Datalys"},
    "Datalys' latest research shows a fall.": {"Datalys"},
    "Tessel Research expects sales of 9 million kettles.": {"Tessel Research"},
    "Kettle sales rose by 4%, Orvelle estimates.": {"Orvelle"},
    "Datalys sold fewer kettles.": set(),
    "Orvelle hired a research firm.": set(),
}


@pytest.mark.parametrize(("sentence", "houses"), HOUSES.items(), ids=HOUSES)
def test_a_research_house_is_known_by_what_it_is_called(sentence, houses):
    _, sentences, entities = records([[sentence]], NAMES)
    document = Document(doc_id="d", source="a.txt", sha256="0", start=0, end=999, company="Datalys")
    survey = survey_of(document, sentences, entities)
    assert survey.houses == houses
    assert survey.own == ("Datalys" in houses)


MARKET = "The kettle market is old, says market researcher Datalys."
SUBJECTS = {
    "Datalys puts shipments at 9 million units in May.": ["kettle market"],
    "Shipments of electric kettles rose to 9 million units, according to Datalys.": ["electric kettles"],
    "Shipments of kettles rose to 9 million units, according to Datalys.": ["kettle market"],
    "Makers shipped 9 million units in May, figures from Datalys show.": ["kettle market"],
    "Orvelle shipped 9 million units in May, figures from Datalys show.": ["Orvelle"],
}


@pytest.fixture
def surveyed_claims(nlp):
    """Return the claims with a figure of sentences behind one that names a house and its market."""

    def run(sentence):
        text, sentences, entities = records([[MARKET, sentence]], NAMES)
        document = Document(doc_id="d", source="a.txt", sha256="0", start=0, end=len(text), company="Orvelle")
        quantities = extract_quantities(text, sentences, [], entities)
        claims = extract_claims(nlp, text, document, sentences, entities, quantities, [])
        return [c for c in claims if c.quantity_id]

    return run


@pytest.mark.parametrize(("sentence", "subjects"), SUBJECTS.items(), ids=SUBJECTS)
def test_what_a_research_house_counts_is_of_the_market_or_of_the_goods_named(surveyed_claims, sentence, subjects):
    assert [c.subject.name for c in surveyed_claims(sentence)] == subjects
