"""How probable it is that a claim is right: in its type, subject, metric, value and change together.

A logistic model over how sure each choice was.  Its weights are fitted by `benchmarks/train_rankers.py` on claims
of articles that the choosing models had not seen, so that a share p of the claims with confidence p is right.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from typing import Any

from pipeline.lexicon import rows
from pipeline.stages.claims.ranking import Choice

SUREST = 4.0
"""Log odds beyond which a choice counts as no surer."""
BOUNDS = (0.01, 0.99)
"""No claim is impossible, none certain."""


def signs(chosen: Mapping[str, Choice[Any]], type_probability: float, traits: Mapping[str, bool]) -> dict[str, float]:
    """Return what bears on a claim's being right: the log odds of its choices and of its type, and its traits."""
    kind = "figure" if "role" in chosen else "assertion"
    sure = {name: _log_odds(choice.probability) for name, choice in chosen.items()}
    sure["type"] = _log_odds(type_probability)
    found = {"bias": 1.0, kind: 1.0, **sure, **{f"{name}|{kind}": value for name, value in sure.items()}}
    found |= {f"rule:{choice.candidate.rule.split('.')[1]}|{name}": 1.0 for name, choice in chosen.items()}
    return found | {f"{trait}|{kind}": 1.0 for trait, holds in traits.items() if holds}


def confidence(found: Mapping[str, float]) -> float:
    """Return the probability that a claim with these signs is right."""
    weights = _weights()
    score = sum(weights.get(name, 0.0) * value for name, value in found.items())
    low, high = BOUNDS
    return round(min(high, max(low, 1 / (1 + math.exp(-score)))), 2)


def _log_odds(probability: float) -> float:
    clipped = min(max(probability, 1e-3), 1 - 1e-3)
    return max(-SUREST, min(SUREST, math.log(clipped / (1 - clipped))))


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in rows("confidence_weights")}
