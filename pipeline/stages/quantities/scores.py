"""Tells scores and points from counts: the score of a match, a level of points, points of change."""

from __future__ import annotations

from itertools import pairwise

from pipeline.stages.quantities.amounts import Amount
from pipeline.stages.quantities.counted_nouns import counted_noun
from pipeline.stages.quantities.tokens import Tokens

_MOST_POINTS = 30
"""A percentage does not change by more; an index does."""


def without_scores(t: Tokens, amounts: list[Amount]) -> list[Amount]:
    """Leave out the score of a match or vote, "won 3-1": two whole numbers, the larger first, and no noun behind."""
    if len(amounts) < 2:
        return amounts
    scores = {
        k
        for k, (a, b) in enumerate(pairwise(amounts))
        if a.kind is b.kind is None
        and a.numeral.plain
        and b.numeral.plain
        and b.first == a.last + 1
        and t.is_hyphen(a.last)
        and counted_noun(t, b.after) is None
    }
    return [a for k, a in enumerate(amounts) if k not in scores and k - 1 not in scores] if scores else amounts


def read_points(t: Tokens, amount: Amount) -> None:
    """Make points that are a level a bare number, as scores and indices are: "1,412 points in the test"."""
    level = amount.kind == "count" and amount.change is None
    if level and t.low[amount.numeral.last] in ("points", "pts") and t.low[amount.after] != "of":
        amount.kind, amount.unit = "number", None


def take_points(amount: Amount, before: Amount) -> None:
    """Make a count of points, if it changes the percentage before, one too: "61% of sales, down five points"."""
    level = before.kind == "percent" and before.change is None
    if level and amount.change and amount.value <= _MOST_POINTS:
        amount.kind, amount.unit, amount.last = "percent", "percentage_point", amount.after


def lend_points(t: Tokens, before: Amount, amount: Amount) -> None:
    """Make points right before the level they lead to, if it is a percentage, such too: "improved 0.6 point to 27%"."""
    points = before.kind in ("count", "number") and t.low[before.numeral.last] in ("point", "points")
    if points and t.low[before.numeral.last + 1 : amount.first] in (["to"], ["from"]) and before.value <= _MOST_POINTS:
        before.kind, before.unit = "percent", "percentage_point"
        before.last = before.after = before.numeral.last + 1
