"""Whether a claim's confidence can be believed, and what a threshold on it costs: of claims of a run against gold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.evaluate.criteria import LEVELS
from pipeline.evaluate.scores import Comparison

BINS = 10
LEVEL = "core"
"""What a claim's confidence is the probability of: the level of comparison at which a claim counts as right."""


class Reliability(NamedTuple):
    """The claims of one range of confidence: how many, their mean confidence, and the share that is right."""

    low: float
    high: float
    claims: int
    mean: float
    right: float


class Threshold(NamedTuple):
    """Precision and recall of the claims at least as sure as `confidence`."""

    confidence: float
    claims: int
    precision: float
    recall: float


def reliability(comparisons: Sequence[Comparison]) -> list[Reliability]:
    """Return a row for each tenth of confidence that any claim has."""
    judged = _judged(comparisons)
    rows = []
    for n in range(BINS):
        inside = [(sure, right) for sure, right in judged if min(int(sure * BINS), BINS - 1) == n]
        if inside:
            mean, share = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            rows.append(Reliability(n / BINS, (n + 1) / BINS, len(inside), mean, share))
    return rows


def thresholds(comparisons: Sequence[Comparison]) -> list[Threshold]:
    """Return precision and recall of claims right at the level "core" by least confidence, in tenths."""
    judged = _judged(comparisons)
    wanted = sum(pair.gold is not None for c in comparisons for pair in c.pairs["claims"])
    rows = []
    for n in range(BINS):
        kept = [right for sure, right in judged if sure >= n / BINS]
        if kept:
            rows.append(Threshold(n / BINS, len(kept), sum(kept) / len(kept), sum(kept) / wanted if wanted else 0.0))
    return rows


def _judged(comparisons: Sequence[Comparison]) -> list[tuple[float, bool]]:
    test = LEVELS["claims"][LEVEL]
    return [
        (pair.found["confidence"], pair.gold is not None and test(pair.gold, pair.found))
        for comparison in comparisons
        for pair in comparison.pairs["claims"]
        if pair.found is not None and "confidence" in pair.found
    ]
