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
