"""Choosing a field's value: candidates with what speaks for each, weights from a text file, a softmax over them.

A conditional logit model: the probability of a candidate is its exponentiated sum of weights over that of all
candidates of the claim.  The weights are fitted by `benchmarks/train_rankers.py` on this project's own gold;
applying them takes plain Python.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import repeat
from typing import Generic, TypeVar

from pipeline.lexicon import rows

T = TypeVar("T")

DECIDES = "decides"
"""What speaks for a candidate beside which there is no choice."""


@dataclass
class Candidate(Generic[T]):
    """A possible value of a field: the rule that found it, the characters it read, and what speaks for it.

    Candidates with the same `key` are the same value; `span` counts in the source, None where no text is read.
    """

    key: str
    value: T
    rule: str
    span: tuple[int, int] | None = None
    evidence: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Choice(Generic[T]):
    """The most probable candidate, how probable it is, and those that it was chosen from, each as probable as given."""

    candidate: Candidate[T]
    probability: float
    candidates: Sequence[Candidate[T]]
    probabilities: Sequence[float]

    @property
    def value(self) -> T:
        """The chosen value."""
        return self.candidate.value


def merged(candidates: Iterable[Candidate[T]]) -> list[Candidate[T]]:
    """Return candidates with those of one key joined into the first: what speaks for any speaks for all.

    The rule and the span are those of the first that reads words.
    """
    found: dict[str, Candidate[T]] = {}
    for candidate in candidates:
        first = found.setdefault(candidate.key, candidate)
        if first is not candidate:
            first.evidence |= candidate.evidence
            if first.span is None and candidate.span is not None:
                first.rule, first.span = candidate.rule, candidate.span
    return list(found.values())


def choose(name: str, candidates: Sequence[Candidate[T]]) -> Choice[T]:
    """Return the most probable of `candidates` by the weights of the field `name`; the first of equals.

    `candidates` must not be empty.
    """
    table = _weights(name)
    # fsum: the order of a set differs from process to process, its exact sum does not
    scores = [math.fsum(map(table.get, candidate.evidence, repeat(0.0))) for candidate in candidates]
    top = max(scores)
    shares = [math.exp(score - top) for score in scores]
    total = sum(shares)
    return Choice(candidates[scores.index(top)], 1 / total, candidates, [share / total for share in shares])


def decisive(candidates: Sequence[Candidate[T]]) -> list[Candidate[T]]:
    """Return the candidates that DECIDES speaks for, all where it speaks for none."""
    return [c for c in candidates if DECIDES in c.evidence] or list(candidates)


def weighed(name: str, feature: str) -> bool:
    """Tell whether the field `name` has learned a weight for a feature: none for what was added to a lexicon since."""
    return feature in _weights(name)


@cache
def _weights(name: str) -> dict[str, float]:
    """Return the weights of a field's features."""
    return {row["feature"]: float(row["weight"]) for row in rows(f"{name}_weights")}
