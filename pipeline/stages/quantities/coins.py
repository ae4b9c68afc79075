"""Reads one coin or note behind an article where it is an amount: "a penny short", "rose by a dollar"."""

from __future__ import annotations

from pipeline.stages.quantities.amounts import Amount, Numeral
from pipeline.stages.quantities.change_words import follows_change
from pipeline.stages.quantities.counted_nouns import ends_phrase
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.currencies import NAMES
from pipeline.stages.quantities.currency_context import CurrencyContext
from pipeline.stages.quantities.tokens import Tokens

_ARTICLE = cue("article")
_BEFORE_COIN = cue("before_coin")
_BEHIND_COIN = cue("behind_coin")
COINS = cue("coin")


def coin_at(t: Tokens, i: int, currencies: CurrencyContext) -> Amount | None:
    """Return the one coin named at token `i`, None where its article means any: "a dollar at 150 yen", "$5 a pound"."""
    found = NAMES.at(t.low, i)
    if t.low[i - 1] not in _ARTICLE or found is None or t.is_hyphen(i + 1):
        return None
    behind = t.low[i + 1]
    small = found[0].divisor > 1 and not (t.words[i + 1].isalpha() and not ends_phrase(behind))
    if not (behind in _BEHIND_COIN or small or t.low[i - 2] in _BEFORE_COIN or follows_change(t, i - 1)):
        return None
    amount = Amount(Numeral(i - 1, i + 1, 1, spelled=True), i - 1, i + 1, after=i + 1)
    amount.kind, amount.divisor, amount.fixed = "money", found[0].divisor, True
    pence = found[0].divisor > 1 and not currencies.in_pence()
    amount.unit = currencies.code("*cent" if pence else found[0].currency)
    return amount
