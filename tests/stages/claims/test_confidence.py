import pytest

from pipeline.stages.claims import confidence as module
from pipeline.stages.claims.confidence import confidence, signs
from pipeline.stages.claims.ranking import Candidate, Choice


def choice(probability, rule="subject.named"):
    candidate = Candidate("a", "A", rule)
    return Choice(candidate, probability, [candidate], [probability])


def test_signs_hold_the_log_odds_of_each_choice_and_what_kind_of_claim_it_is():
    found = signs({"subject": choice(0.5), "role": choice(0.9, "role.value")}, 1.0, {"change": True, "money": False})
    assert found["subject"] == pytest.approx(0)
    assert found["role"] == pytest.approx(2.197, abs=1e-3)
    assert found["type|figure"] == 4.0  # as sure as any choice counts
    assert "change|figure" in found
    assert "money|figure" not in found


def test_a_claim_without_a_figure_has_signs_of_its_own():
    assert "assertion" in signs({"subject": choice(0.5)}, 0.7, {})


def test_confidence_stays_between_its_bounds(monkeypatch):
    monkeypatch.setattr(module, "_weights", lambda: {"bias": 50.0})
    assert confidence({"bias": 1.0}) == 0.99
    assert confidence({"bias": -1.0}) == 0.01


def test_surer_choices_make_a_surer_claim():
    def of(probability):
        chosen = {name: choice(probability, f"{name}.x") for name in ("role", "metric", "subject", "period")}
        return confidence(signs(chosen, probability, {"money": True}))

    assert of(0.3) < of(0.6) < of(0.95)
