"""Words and letters that multiply a number: "million", "bn", "lakh", "m"."""

from __future__ import annotations

from pipeline.lexicon import rows
from pipeline.stages.quantities.amounts import Numeral
from pipeline.stages.quantities.tokens import Tokens

SCALES = {row["form"]: (int(row["factor"]), row["use"]) for row in rows("scales")}
"""Factor and use of each form; see the head of the lexicon `scales.tsv`."""

WORD_SCALES = frozenset(form for form, (_, use) in SCALES.items() if use == "word")
_BILLIONS = 1000
"""So many billions are written as trillions."""
DOZENS = frozenset({"dozen", "dozens", "doz", "dozs", "dz", "dzs"})


def letter_scale(t: Tokens, n: Numeral, money: bool) -> Numeral | None:
    """Return `n` multiplied by the scale letter behind it ("45m", "5 k"), None where there is none."""
    factor, use = SCALES.get(t.low[n.last], (0, ""))
    if use not in ("letter", "money") or (use == "money" and not money):
        return None
    if t.low[n.last] == "b" and n.numerator >= _BILLIONS * n.denominator:
        return None  # "Block 2213B"
    if not money and not t.glued[n.last] and not (t.words[n.last] == "k" and not t.words[n.last + 1].isalnum()):
        return None
    return Numeral(n.first, n.last + 1, n.numerator, n.denominator, n.scale * factor)


def scale_factor(word: str) -> int | None:
    """Return what a scale word or letter multiplies by, None where `word` is none."""
    return SCALES[word][0] if word in SCALES else None
