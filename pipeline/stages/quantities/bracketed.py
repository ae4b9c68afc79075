"""Numbers with their former level in brackets before what both count: "3.12 (3.16; -1.3 per cent) million vehicles"."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.stages.quantities.amounts import Amount
from pipeline.stages.quantities.counted_nouns import counted_noun
from pipeline.stages.quantities.scales import SCALES, WORD_SCALES
from pipeline.stages.quantities.tokens import Tokens

_LONGEST = 16
"""Tokens that such brackets take at most."""
_MOST = 20
"""How many times the former level the present one is at most."""


def share_over_brackets(t: Tokens, amounts: Sequence[Amount]) -> None:
    """Give a number and the one in the brackets behind it the scale and the noun behind these."""
    for k, amount in enumerate(amounts):
        if t.words[amount.last] != "(" or amount.kind not in (None, "money") or amount.numeral.scale > 1:
            continue
        closing = _closing(t, amount.last)
        if closing is None:
            continue
        inner = [a for a in amounts[k + 1 :] if a.last <= closing and _is_level(a, amount)]
        behind = closing + 1
        scale = SCALES[t.low[behind]][0] if t.low[behind] in WORD_SCALES else 1
        behind += scale > 1
        if not inner or (scale == 1 and (amount.kind or counted_noun(t, behind) is None)):
            continue
        for each in (amount, inner[0]):
            each.numeral.scale, each.numeral.plain, each.after = scale, False, behind


def _is_level(former: Amount, present: Amount) -> bool:
    """Say whether a number in the brackets is of the kind and about the size of the one before them, and no year."""
    alike = former.kind == present.kind and not former.signed and present.value
    return bool(alike) and 1 / _MOST < former.value / present.value < _MOST


def scaled_behind(t: Tokens, i: int) -> bool:
    """Say whether brackets with a number open at token `i`, and a scale word follows them: "2.5 (2.4) million"."""
    closing = _closing(t, i) if t.words[i] == "(" else None
    return (
        closing is not None and t.low[closing + 1] in WORD_SCALES and any(w[:1].isdigit() for w in t.words[i:closing])
    )


def _closing(t: Tokens, i: int) -> int | None:
    """Return where the brackets that open at token `i` close, None where that is far off."""
    return next((k for k in range(i, i + _LONGEST) if t.words[k : k + 1] == [")"]), None)
