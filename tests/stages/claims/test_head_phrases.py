"""Which nouns are candidates for what a figure measures, whatever their weights."""

import pytest

from pipeline.records import Time
from pipeline.stages.claims.metrics.heads import head_phrases
from pipeline.stages.claims.parsed import parse
from pipeline.stages.quantities import extract_quantities


@pytest.fixture
def candidates(nlp, parsed):
    """Return the candidates of the figure at a place in a sentence: by name, the rules that found each."""

    def run(text, index):
        sentence = parsed(text).sentence
        quantities = extract_quantities(sentence.text, [sentence])
        found = parse(nlp, [sentence], (quantities,))[0]
        money = [q for q in quantities if q.kind == "money"]
        return {(c.value.name, c.rule.removeprefix("metric.head.")) for c in head_phrases(found, money[index])}

    return run


SHAPES = {
    "Orvelle recorded a $26 million increase in the goodwill.": (0, ("goodwill", "moved.in")),
    "Orvelle holds vouchers totaling $8 million.": (0, ("voucher", "shared.acl")),
    "About $6 million was recorded in patents.": (0, ("patent", "recorded.in")),
    "Rent and freight were $2 million and $5 million, respectively.": (1, ("freight", "in_parallel")),
    "It spent $2 million and $5 million, respectively, on freight.": (0, ("freight", "behind.prep")),
}


@pytest.mark.parametrize(("sentence", "expected"), SHAPES.items(), ids=SHAPES)
def test_a_noun_tied_to_the_figure_by_its_place_is_a_candidate(candidates, sentence, expected):
    index, candidate = expected
    assert candidate in candidates(sentence, index)


def test_a_time_is_no_candidate(nlp, parsed):
    sentence = parsed("Rent was $5 million in the year.").sentence
    quantities = extract_quantities(sentence.text, [sentence])
    start = sentence.text.index("the year")
    time = Time(
        doc_id="d", sentence_id=sentence.sentence_id, time_id="t", start=start, end=start + 8, text="the year",
        kind="period",
    )  # fmt: skip
    found = parse(nlp, [sentence], (quantities, [time]))[0]
    assert {c.value.name for c in head_phrases(found, quantities[0])} == {"rent"}


def test_a_noun_that_the_vocabulary_names_is_marked_so(nlp, parsed):
    sentence = parsed("Orvelle holds contracts totaling $8 million.").sentence
    quantities = extract_quantities(sentence.text, [sentence])
    found = {c.value.name: c for c in head_phrases(parse(nlp, [sentence], (quantities,))[0], quantities[0])}
    assert "head:known" in found["contract"].evidence
