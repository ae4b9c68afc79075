"""A linear model of claim types: weights from a text file, probabilities, and their fit to one article.

The weights are fitted by `benchmarks/train_types.py` on this project's own gold and on invented examples;
applying them takes plain Python.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple, cast, get_args

from pipeline.lexicon import LexiconError, rows
from pipeline.records import ClaimType

Probabilities = dict[ClaimType, float]

ARTICLE = 0.75
"""How much the mix of types in the rest of the article counts beside a clause's own words, which count 1."""
NEAR = {0: 0.2, 1: 0.2, 2: 0.15}
"""How much the other clauses of a sentence so many sentences away count."""
INERTIA = 10.0
"""How many clauses the general mix of types counts for beside those of the article."""
KNOWN_WEIGHT = 0.5
"""How much a figure's type counts for the article's mix, beside a clause's."""
KNOWN_SURE = 0.9
"""How sure a known type is that a clause near it is held against."""
DOUBT = 0.3
"""How much the general mix counts beside what a neighbour speaks of."""
LEAST = 1e-4
"""What is added to every probability, so that its logarithm is none of a zero."""


class TypeModel(NamedTuple):
    """Weights by feature and type, and how frequent each type is in general."""

    weights: Mapping[str, tuple[tuple[ClaimType, float], ...]]
    frequency: Probabilities

    def scores(self, features: Mapping[str, float]) -> Probabilities:
        """Return what these features of a clause add to the score of each type."""
        scores = dict.fromkeys(self.frequency, 0.0)
        for feature, value in features.items():
            for claim_type, weight in self.weights.get(feature, ()):
                scores[claim_type] += weight * value
        return scores

    def probabilities(self, features: Mapping[str, float]) -> Probabilities:
        """Return how probable each type is for a clause with these features."""
        return shares(self.scores(features))


def shares(scores: Probabilities) -> Probabilities:
    """Return the softmax of scores."""
    top = max(scores.values())
    return normalized({name: math.exp(score - top) for name, score in scores.items()})


def normalized(weights: Probabilities) -> Probabilities:
    """Return weights scaled to sum to one."""
    total = sum(weights.values())
    return {name: weight / total for name, weight in weights.items()}


class ArticleContext(NamedTuple):
    """What the clauses of an article speak of, and its figures whose type is `known`: by sentence, and in all."""

    frequency: Probabilities
    clauses: Sequence[Sequence[Probabilities]]
    known: Sequence[Sequence[ClaimType]]
    total: Probabilities
    sentences: Sequence[Probabilities | None]
    """For each sentence the logarithms of how much more probable each type is in it than in general."""

    def fitted(self) -> list[list[Probabilities]]:
        """Return the probabilities of each sentence's clauses in the light of the article."""
        found = []
        for n, (clauses, known) in enumerate(zip(self.clauses, self.known, strict=True)):
            figures = [surely(name, self.frequency) for name in known]
            found.append([self.around(n, own, [c for c in clauses if c is not own] + figures) for own in clauses])
        return found

    def around(self, sentence: int, clause: Probabilities, rest: Sequence[Probabilities]) -> Probabilities:
        """Return the probabilities of a clause in the light of its article.

        `sentence` is its sentence's index, `rest` what the other clauses and figures of that sentence speak of.
        """
        near = [(weight, self._at(sentence + step)) for n, weight in NEAR.items() if n for step in (-n, n)]
        near.append((NEAR[0], _relative(rest, self.frequency)))
        factors = self.factors(clause)
        scores = {name: math.log(p + LEAST) + math.log(factors[name]) for name, p in clause.items()}
        for weight, told in near:
            for name, value in (told or {}).items():
                scores[name] += weight * value
        return shares(scores)

    def factors(self, without: Probabilities | None = None) -> Probabilities:
        """Return by how much more probable each type is in the article, but for one clause of it, than in general."""
        own = without or {}
        mix = normalized(
            {name: INERTIA * share + self.total[name] - own.get(name, 0.0) for name, share in self.frequency.items()}
        )
        return {name: (mix[name] / share) ** ARTICLE for name, share in self.frequency.items()}

    def _at(self, sentence: int) -> Probabilities | None:
        return self.sentences[sentence] if 0 <= sentence < len(self.sentences) else None


def article_context(
    clauses: Sequence[Sequence[Probabilities]], known: Sequence[Sequence[ClaimType]], frequency: Probabilities
) -> ArticleContext:
    """Return what an article speaks of, given by sentence its clauses and the types that its figures are known by."""
    figures = Counter(name for types in known for name in types)
    total = {
        name: sum(clause[name] for found in clauses for clause in found) + KNOWN_WEIGHT * figures[name]
        for name in frequency
    }
    told = [
        _relative([*found, *(surely(name, frequency) for name in types)], frequency)
        for found, types in zip(clauses, known, strict=True)
    ]
    return ArticleContext(frequency, clauses, known, total, told)


def surely(known: ClaimType, frequency: Probabilities) -> Probabilities:
    """Return a known type as probabilities."""
    return {name: (1 - KNOWN_SURE) / len(frequency) + KNOWN_SURE * (name == known) for name in frequency}


def _relative(told: Sequence[Probabilities], frequency: Probabilities) -> Probabilities | None:
    """Return the logarithm of how much more probable each type is, on average, than in general; None of nothing."""
    if not told:
        return None
    means = {name: sum(p[name] for p in told) / len(told) for name in frequency}
    return {name: math.log((means[name] + DOUBT * share) / ((1 + DOUBT) * share)) for name, share in frequency.items()}


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
