"""Reads the sign of a percentage that is a change: "(+5.5%)", "-3% YoY"."""

from __future__ import annotations

from pipeline.stages.quantities.amounts import Amount
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.tokens import Tokens

_BASIS_SHORT = cue("basis_short")
_SLASHED = (["y", "/", "y"], ["q", "/", "q"], ["m", "/", "m"])


def read_sign(t: Tokens, amount: Amount) -> None:
    """Turn the sign of a percentage that is a change ("(+5.5%)", "-3% YoY") into its direction."""
    if not amount.signed or amount.kind != "percent" or amount.change:
        return
    enclosed = t.words[amount.first - 1] == "(" and t.words[amount.last] in (")", ",", ";")
    if amount.value >= 0:
        amount.change = "up"
    elif (
        enclosed
        or t.low[amount.last] in _BASIS_SHORT
        or t.low[amount.last : amount.last + 3] in _SLASHED
        or t.low[amount.last : amount.last + 3] == ["year", "-", "on"]
    ):
        amount.numeral.numerator = -amount.numeral.numerator
        amount.change = "down"
