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
    enclosed = t.words[amount.first - 1] in ("(", ";") and t.words[amount.last] in (")", ",", ";")
    if amount.value >= 0:
        amount.change = "up"
    elif (
        enclosed
        or _stands_apart(t, amount.first - 1)
        or t.low[amount.last] in _BASIS_SHORT
        or t.low[amount.last : amount.last + 3] in _SLASHED
        or t.low[amount.last : amount.last + 3] == ["year", "-", "on"]
    ):
        amount.numeral.numerator = -amount.numeral.numerator
        amount.change = "down"
        amount.first += t.glued[amount.first + 1]  # the sign is no part of an amount that is a change


def _stands_apart(t: Tokens, k: int) -> bool:
    """Say whether a signed percentage is set beside a name or a level: "Acme -3.1%", "ACME, -3.1%", "sales of 5, -2%".

    The token at `k` is before the sign.  Behind a verb or preposition the sign belongs to a level: "a margin of -5%".
    """
    k -= t.words[k] == ","
    return t.capital(k) or t.words[k][:1].isdigit() or (t.words[k + 1] == "," and t.words[k].isalpha())
