"""What a quantity of a sentence can do, whatever the weights."""

import pytest

from pipeline.stages.claims.figures.roles import role_candidates
from pipeline.stages.claims.parsed import parse
from pipeline.stages.quantities import extract_quantities

ROLES = {"value", "change", "previous", "none"}
RUNS = {
    "The car does 0-100 km/h in 4.7 seconds.": [{"none"}, {"none"}, ROLES],
    "It offers 0-60 mph acceleration.": [{"none"}, {"none"}],
    "It brakes from 100-0 km/h.": [{"none"}, {"none"}],
    "Its top speed is 200 km/h.": [ROLES],
}


@pytest.mark.parametrize(("text", "expected"), RUNS.items(), ids=RUNS)
def test_the_ends_of_a_run_of_speed_measure_nothing(nlp, parsed, text, expected):
    sentence = parsed(text).sentence
    (found,) = parse(nlp, [sentence], (extract_quantities(text, [sentence]),))
    assert [{c.key for c in role_candidates(found, q, [])} for q in found.quantities] == expected


CHANGES = {
    "It made 300 fewer trips.": [{"change"}],
    "Lyon lost 21,400 passengers.": [{"change"}],
    "The deal will add about 4% to earnings.": [{"change"}],
    "It is 2.2% short of the plan.": [{"change"}],
    "The lake lies 400 metres above sea level.": [ROLES],
    "It added 40 shops.": [ROLES],
    "It closed its 72 shops.": [ROLES],
}


@pytest.mark.parametrize(("text", "expected"), CHANGES.items(), ids=CHANGES)
def test_what_something_differs_by_is_a_change(nlp, parsed, text, expected):
    sentence = parsed(text).sentence
    (found,) = parse(nlp, [sentence], (extract_quantities(text, [sentence]),))
    assert [{c.key for c in role_candidates(found, q, [])} for q in found.quantities] == expected


@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        ("Lyon lost 21,400 passengers.", ("down", 21400, None)),
        (
            "Orvelle expects to end the year with 46 million users, up from an earlier forecast of 45 million.",
            ("up", None, 45e6),
        ),
        ("The phone costs €300, half the price of its rival.", ("down", 50, None)),
        ("Orvelle moved 19.6 million tonnes in 2020 (2019: 20.3 million).", ("down", None, 20.3e6)),
        ("Orvelle pays an unchanged dividend of €3.20 per share.", ("flat", None, None)),
    ],
)
def test_changes_told_beside_the_figure_have_their_direction(extract, sentence, change):
    (claim,) = [c for c in extract(sentence).claims if c.metric]
    assert (claim.change.direction, claim.change.value, claim.change.from_value) == change


@pytest.mark.parametrize(
    ("sentence", "changes"),
    [
        (
            "Orvelle drew €38 million on a facility that grew from €200 million to €275 million.",
            {38e6: None, 275e6: 200e6},
        ),
        ("Orvelle's workforce has gone from 90 people in 2019 to 412 now.", {412: 90}),
    ],
)
def test_what_a_level_has_moved_to_takes_it_as_its_former_one(extract, sentence, changes):
    claims = [c for c in extract(sentence).claims if c.value]
    assert {c.value: c.change and c.change.from_value for c in claims} == changes


def test_the_whole_of_which_a_part_is_told_measures_nothing(extract):
    assert [c.value for c in extract("Orvelle handed over 12 of 40 trams to Lund.").claims if c.value] == [12]
