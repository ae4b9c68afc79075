"""Carries what an amount is per to another of its unit."""

from __future__ import annotations

from pipeline.stages.quantities.amounts import Amount
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.tokens import Tokens

_PARTING = cue("parting")
_PERIOD = cue("period")
_SAME_RATE = cue("same_rate")
_SUMMED = cue("summed")
_REACH = 14
"""Tokens that may stand between two amounts at the same rate."""


def share_rate(t: Tokens, before: Amount, amount: Amount, last: Amount) -> None:
    """Carry the rate over a movement or comparison: "$3 a share from $2", "from 5 to 8 tonnes a year".

    `before` is an amount of the same unit as `amount`, `last` the one right before that, often the same.
    """
    if before.per is None and amount.per and t.low[amount.first - 1] == "to":
        opened = before is last and t.low[before.first - 1] == "from" and amount.first - before.after == 1
        moved = before.change is not None and amount.first - before.last < _REACH
        before.per = amount.per if opened or moved else None
    elif before.per and amount.per is None and _is_same_rate(t, before, amount):
        amount.per = before.per


def list_rate(t: Tokens, before: Amount, amount: Amount) -> None:
    """Carry a rate from the second of two things to the first: "1.8 million fans and 650,000 pumps a year"."""
    between = t.low[before.after : amount.first]
    listed = between[:1] == ["and"] and len(between) < _REACH // 2 and _PARTING.isdisjoint(between)
    if listed and amount.per in _PERIOD and before.kind == amount.kind and amount.kind in ("count", "measure"):
        before.per = amount.per


def _is_same_rate(t: Tokens, before: Amount, amount: Amount) -> bool:
    if "from" in t.low[amount.first - 3 : amount.first] and amount.first - before.last < _REACH:
        return before.per != "share" or amount.numeral.scale == 1
    small = amount.kind == "money" and before.numeral.scale == amount.numeral.scale == 1
    if not small:
        return False
    if not _SUMMED.isdisjoint(t.low[before.after : amount.first]):
        return amount.first - before.last < 2 * _REACH  # "21 cents a share, taking the total for the year to 34 cents"
    between = t.low[before.after : amount.first]
    moved = before.change is not None and between[-1:] == ["to"] and "," not in between and ";" not in between
    told = t.low[amount.first - 1] in _SAME_RATE or amount.change is not None or moved  # "rose by $0.28 to $0.45"
    return told and amount.first - before.last < _REACH
