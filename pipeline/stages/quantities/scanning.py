"""Finds in one sentence what may be an amount, from left to right."""

from __future__ import annotations

import re
from itertools import compress

from pipeline.language.numerals import UNITS
from pipeline.stages.quantities import numerals, ranks
from pipeline.stages.quantities.amounts import Amount
from pipeline.stages.quantities.bracketed import scaled_behind
from pipeline.stages.quantities.coins import COINS, coin_at
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.currency_context import CurrencyContext
from pipeline.stages.quantities.fractions import VULGAR
from pipeline.stages.quantities.labels import Names, is_label
from pipeline.stages.quantities.measured import amount_at
from pipeline.stages.quantities.multiples import MULTIPLIERS, multiplier_at, read_multiple
from pipeline.stages.quantities.ratios import every_nth, part_with_noun, read_mark, read_one_in, read_ratio, read_share
from pipeline.stages.quantities.stretches import STRETCHES, stretch_at
from pipeline.stages.quantities.taken_units import take_former
from pipeline.stages.quantities.tokens import HYPHENS, Tokens

_DIGIT = re.compile("[0-9" + "".join(VULGAR) + "]")
_WORD = re.compile("[a-z]+")
_WITHIN = ("in", "out")
_STRETCHES = STRETCHES | {"decade"}
_STARTERS = numerals.STARTERS | ranks.STARTERS | frozenset(MULTIPLIERS) | frozenset(VULGAR) | _STRETCHES | COINS
_SPECIAL = ranks.STARTERS | frozenset(MULTIPLIERS) | _STRETCHES | COINS
_WORDS_ONLY = _STRETCHES | COINS
"""Nouns that begin no number in words."""
_RELATED = frozenset({":", "to", "in", "out", "times", "x", "×", "fold"}) | HYPHENS
"""What stands behind a number that may be a ratio, a part of a whole or a multiple."""

_TRIGGERS = (_STARTERS - cue("rank_number") - {"top"} - _WORDS_ONLY) | {"decade"}
_ONE_OF_THEM = re.compile(rf"\b[Aa]n? (?:\w+ )?(?:{'|'.join(sorted(_WORDS_ONLY))})\b")
"""An article with one of the nouns that begin no number."""


def may_hold(text: str, start: int, end: int) -> bool:
    """Say whether `text[start:end]` has a digit or number word at all; what has none need not be cut into tokens."""
    if _DIGIT.search(text, start, end):
        return True
    words = _WORD.findall(text[start:end].lower())
    if not _TRIGGERS.isdisjoint(words):
        return True
    return not _WORDS_ONLY.isdisjoint(words) and _ONE_OF_THEM.search(text, start, end) is not None


def scan(t: Tokens, currencies: CurrencyContext, names: Names) -> list[Amount]:
    """Return what may be an amount, from left to right; kind None where nothing beside it expresses a unit."""
    amounts: list[Amount] = []
    floor = t.first
    ranked = shared = False
    for i in _candidates(t):
        if i < floor:
            continue
        amount = None
        if t.low[i] in _SPECIAL or (t.glued[i + 1] and t.low[i + 1] in ranks.SUFFIXES):
            amount = _special(t, i, currencies, ranked)
            if amount is None and (t.low[i] in _WORDS_ONLY or ranks.is_ordinal(t, i)):
                continue  # "1st" is never a measure of steres
        if t.low[i + 2] in _WITHIN and t.low[i] in UNITS:
            amount = amount or part_with_noun(t, i)
        amount = amount or amount_at(t, i, currencies, floor)
        if amount and _is_clock(t, amount):
            floor = amount.last
        elif amount and amount.kind is None and not _settle(t, amount, names, shared, amounts):
            floor = amount.numeral.last
        elif amount:
            ranked, shared = ranked or amount.kind == "rank", shared or amount.kind == "percent"
            amounts.append(amount)
            floor = amount.after
    return amounts


def _candidates(t: Tokens) -> list[int]:
    """Return the places where a number, rank or multiple may begin."""
    # letters sort behind ":", so that words are done with after one cheap test; the point and digits stand before it
    low = t.low[t.first : t.last]
    found = [i for i, word in enumerate(low, t.first) if ":" > word > "." and word.strip(".")[:1].isdigit()]
    if not _STARTERS.isdisjoint(low):
        found += compress(range(t.first, t.last), map(_STARTERS.__contains__, low))
        found.sort()
    return found


def _settle(t: Tokens, amount: Amount, names: Names, shared: bool, before: list[Amount]) -> bool:
    """Say whether a number without unit may be an amount, and decide the kind of fractions, ratios and multiples."""
    if amount.numeral.share:
        return read_share(t, amount, shared)
    i = amount.numeral.first
    inside = t.glued[i] and t.words[i - 1][-1].isalpha()  # "LPDDR4X"
    if (
        t.low[amount.numeral.last] in _RELATED
        and not inside
        and (read_ratio(t, amount) or read_one_in(t, amount) or read_multiple(t, amount))
    ):
        return True
    if t.words[i + 1] == "/" and read_mark(t, amount):
        return True
    if t.words[i - 1] == "/" and t.low[i - 2] == "f" and t.glued[i] and t.glued[i - 1] and _opens(t, i - 2):
        amount.kind, amount.first = "number", i - 2  # the aperture of a lens, "f/1.8"
        return True
    if t.words[amount.numeral.last] == ")" and before and take_former(t, amount, before[-1]):
        return True
    if scaled_behind(t, amount.numeral.last) or (before and scaled_behind(t, before[-1].last)):
        return True
    return not is_label(t, amount, names)


def _is_clock(t: Tokens, amount: Amount) -> bool:
    """Say whether hours are a time of the day: "at 1109 hours"."""
    clock = amount.kind == "duration" and amount.unit == "hour" and t.low[amount.first - 1] in ("at", "by", "until")
    word = t.words[amount.numeral.first]
    return clock and len(word) == 4 and word.isdigit() and int(word[:2]) < 24 and int(word[2:]) < 60


def _opens(t: Tokens, i: int) -> bool:
    return not t.glued[i] or t.words[i - 1] == "("


def _special(t: Tokens, i: int, currencies: CurrencyContext, ranked: bool) -> Amount | None:
    low = t.low[i]
    if low in MULTIPLIERS:
        return multiplier_at(t, i)
    if low in COINS:
        return coin_at(t, i, currencies)
    if low in _STRETCHES:
        return stretch_at(t, i)
    if low in ranks.STARTERS or t.words[i][0].isdigit():
        return (every_nth(t, i) if t.low[i - 1] == "every" else None) or ranks.rank_at(t, i, ranked)
    return None
