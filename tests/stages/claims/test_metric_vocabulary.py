"""Which metrics are candidates for a figure by the vocabulary and the verbs, whatever their weights."""

import pytest

from pipeline.stages.claims.metrics import choose_metric
from pipeline.stages.claims.parsed import parse
from pipeline.stages.quantities import extract_quantities


@pytest.fixture
def named(nlp, parsed):
    """Return the names of the metrics that the last figure of a sentence may be of."""

    def run(text):
        sentence = parsed(text).sentence
        quantities = extract_quantities(sentence.text, [sentence])
        found = parse(nlp, [sentence], (quantities,))[0]
        quantity = quantities[-1]
        choice = choose_metric(found, quantity, change_only=quantity.change is not None, before=[])
        return {c.value.name for c in choice.candidates}

    return run


VALUES = {
    "Orvelle returned to a statutory NPAT of A$41 million.": "net_profit",
    "Talvio's bad-loan ratio stood at 1.7% in June.": "non_performing_loan_ratio",
    "Kestrix had a Solvency II coverage ratio of 212%.": "solvency_ii_coverage_ratio",
    "The mine has an after-tax NPV of $620 million.": "net_present_value",
    "RevPAR was 94 euros in the quarter.": "revenue_per_available_room",
    "The stock’s peak was 94 euros.": "share_price",
    "Shares of the Lyon brewer peaked at 94 euros.": "share_price",
    "Sorvik reported net dollar-based retention of 118%.": "net_revenue_retention",
    "The pack charges to 80% in 18 minutes.": "charging_time",
    "The Ombra snaps from 0 to 62mph in 4.1 seconds.": "acceleration_time",
    "Orvelle spends 14% of its sales on R&D.": "rd_expense",
    "Operating expenses were €4 million.": "operating_expense",
    "Selling and marketing expenses were €4 million.": "sales_and_marketing_expense",
    "Income before income taxes was €4 million.": "pre_tax_profit",
    "Net asset value was €14 per share.": "net_asset_value",
    "Shareholders’ equity was €4 million.": "shareholders_equity",
    "Interest cover was 6.1 times.": "interest_cover",
    "Depreciation and amortisation came to €4 million.": "depreciation_and_amortisation",
    "It has a 1/1.28-inch camera.": "sensor_size",
}
BARRED = {
    "Income before income taxes was €4 million.": "tax",
    "Net asset value was €14 per share.": "eps",
    "Funds from operations were €2 per share.": "eps",
}


@pytest.mark.parametrize(("sentence", "metric"), VALUES.items(), ids=VALUES)
def test_the_vocabulary_names_the_metrics_of_the_sectors(named, sentence, metric):
    assert metric in named(sentence)


@pytest.mark.parametrize(("sentence", "metric"), BARRED.items(), ids=BARRED)
def test_what_a_longer_phrase_names_is_not_named_by_a_word_of_it(named, sentence, metric):
    assert metric not in named(sentence)


CHANGES = {
    "Talvio shipped 12% more handsets than a year earlier.": "shipments",
    "Kestrix earned 8% more than a year earlier.": "net_profit",
}


@pytest.mark.parametrize(("sentence", "metric"), CHANGES.items(), ids=CHANGES)
def test_a_change_takes_the_metric_that_its_verb_gives_an_amount(named, sentence, metric):
    assert metric in named(sentence)


def test_the_head_alone_stays_a_candidate_beside_a_phrase_of_the_vocabulary(named):
    assert {"goodwill_impairment", "impairment"} <= named("Sorvik booked a goodwill impairment of $9 million.")
