import os
import subprocess
import sys

import pytest

from pipeline.stages.claims import ranking
from pipeline.stages.claims.ranking import Candidate, choose, merged


@pytest.fixture
def weighed(monkeypatch):
    def with_weights(**weights):
        monkeypatch.setattr(ranking, "_weights", lambda name: weights)

    return with_weights


def test_the_candidate_with_the_heaviest_evidence_is_chosen_with_its_share_of_the_odds(weighed):
    weighed(near=2.0, far=-1.0)
    choice = choose(
        "subject", [Candidate("a", "A", "r", evidence={"far"}), Candidate("b", "B", "r", evidence={"near"})]
    )
    assert choice.value == "B"
    assert choice.probability == pytest.approx(0.9526, abs=1e-4)  # e^2 / (e^2 + e^-1)


def test_evidence_that_the_weights_do_not_know_counts_nothing_and_the_first_of_equals_wins(weighed):
    weighed()
    choice = choose("subject", [Candidate("a", "A", "r", evidence={"new"}), Candidate("b", "B", "r")])
    assert (choice.value, choice.probability) == ("A", 0.5)


def test_candidates_of_one_key_are_one_with_the_evidence_of_both():
    (one,) = merged([Candidate("a", "A", "first", (0, 1), {"x"}), Candidate("a", "A", "second", None, {"y"})])
    assert (one.rule, one.span, one.evidence) == ("first", (0, 1), {"x", "y"})


SUM = """
from pipeline.stages.claims.ranking import Candidate, choose
from pipeline.stages.claims import ranking
ranking._weights = lambda name: {f"f{n}": 0.1 + n / 1e16 for n in range(60)}
print(repr(choose("x", [Candidate("a", 1, "r", evidence={f"f{n}" for n in range(60)}), Candidate("b", 2, "r")]).probability))
"""


def test_the_order_of_a_set_changes_nothing():
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SUM], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1
