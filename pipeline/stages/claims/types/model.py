"""A linear model of claim types: weights from a text file, probabilities, and their fit to one article.

The weights are fitted by `benchmarks/train_types.py` on this project's own gold and on invented examples;
applying them takes plain Python.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple, cast, get_args

from pipeline.lexicon import LexiconError, rows
from pipeline.records import ClaimType

Probabilities = dict[ClaimType, float]

ROUNDS = 3
SHARPNESS = 0.7
"""How far the types of an article's clauses follow the article's own mix of types (0 not at all, 1 fully)."""
INERTIA = 10.0
"""How many clauses the general mix of types counts for beside those of the article."""
KNOWN_WEIGHT = 0.5
"""How much a figure's type counts for the article's mix, beside a clause's."""


class TypeModel(NamedTuple):
    """Weights by feature and type, and how frequent each type is in general."""

    weights: Mapping[str, tuple[tuple[ClaimType, float], ...]]
    frequency: Probabilities

    def probabilities(self, features: Mapping[str, float]) -> Probabilities:
        """Return how probable each type is for a clause with these features."""
        scores = dict.fromkeys(self.frequency, 0.0)
        for feature, value in features.items():
            for claim_type, weight in self.weights.get(feature, ()):
                scores[claim_type] += weight * value
        top = max(scores.values())
        return normalized({name: math.exp(score - top) for name, score in scores.items()})


def normalized(weights: Probabilities) -> Probabilities:
    """Return weights scaled to sum to one."""
    total = sum(weights.values())
    return {name: weight / total for name, weight in weights.items()}


def article_factors(
    clauses: Sequence[Probabilities], known: Iterable[ClaimType], frequency: Probabilities
) -> Probabilities:
    """Return by how much each type is more, or less, probable in an article than in general.

    The article's mix of types is estimated from its clauses and from the types that its figures have (after
    Saerens, Latinne and Decaestecker 2002, adjusting a classifier to new prior probabilities).
    """
    figures = Counter(known)
    factors = dict.fromkeys(frequency, 1.0)
    for _ in range(ROUNDS):
        current = [adjusted(clause, factors) for clause in clauses]
        mix = normalized(
            {
                name: INERTIA * share + sum(clause[name] for clause in current) + KNOWN_WEIGHT * figures[name]
                for name, share in frequency.items()
            }
        )
        factors = {name: (mix[name] / frequency[name]) ** SHARPNESS for name in frequency}
    return factors


def adjusted(clause: Probabilities, factors: Probabilities) -> Probabilities:
    """Return a clause's probabilities with each type weighted by its factor."""
    return normalized({name: p * factors[name] for name, p in clause.items()})


@cache
def _opinion_weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in rows("opinion_weights")}


def opinion_probability(features: Mapping[str, float]) -> float:
    """Return how probable it is that a clause without any cue of stance is a judgement, not a fact."""
    weights = _opinion_weights()
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in features.items())))


@cache
def type_model() -> TypeModel:
    """Return the model of `type_weights.tsv`; the row of the feature "frequency" holds the types' frequencies."""
    weights: dict[str, tuple[tuple[ClaimType, float], ...]] = {}
    for row in rows("type_weights"):
        weights[row["feature"]] = tuple(_weight(cell) for cell in row["weights"].split("|"))
    return TypeModel(weights, normalized(dict(weights.pop("frequency"))))


def _weight(cell: str) -> tuple[ClaimType, float]:
    name, _, number = cell.rpartition(":")
    if name not in get_args(ClaimType):
        raise LexiconError(f"type_weights.tsv: {name!r} is no claim type")
    return cast(ClaimType, name), float(number)
