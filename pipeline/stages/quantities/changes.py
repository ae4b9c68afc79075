"""Says whether an amount is itself a change, and in which direction ("up 5%", "a 5% rise", "fell by 300")."""

from __future__ import annotations

from pipeline.stages.quantities.amounts import Amount
from pipeline.stages.quantities.change_words import SIGNS
from pipeline.stages.quantities.changes_ahead import changed_ahead
from pipeline.stages.quantities.changes_behind import changed_behind
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.tokens import Tokens

_LANDMARK = cue("landmark")
_AHEAD, _BEHIND = 16, 8  # tokens before and behind an amount that are near


def read_change(t: Tokens, amount: Amount, before: int) -> None:
    """Set `amount.change`; `before` is the first token of the amount with its words of bound."""
    if amount.kind in ("rank", "ratio") or amount.change or t.low[amount.after] in _LANDMARK:
        return
    if amount.unit == "time" or (amount.kind == "multiple" and t.low[amount.after] == "as"):
        return  # "crashed three times", "twice as fast as": a level beside another
    if not SIGNS.isdisjoint(t.low[max(before - _AHEAD, 0) : amount.after + _BEHIND]):
        own = changed_behind(t, amount) if t.low[before - 1] in ("a", "an") else None  # "a fall and a 21% rise"
        amount.change = own or changed_ahead(t, amount, before) or changed_behind(t, amount)
