"""Reads one sentence: finds its amounts and decides kind, unit, bound, change and rate of each."""

from __future__ import annotations

import re
from itertools import compress
from typing import NamedTuple

from pipeline.language.numerals import UNITS
from pipeline.records import Bound, Number, QuantityKind, Trend
from pipeline.stages.quantities import numerals, ranks
from pipeline.stages.quantities.amounts import Amount
from pipeline.stages.quantities.bare_money import read_bare_money
from pipeline.stages.quantities.bounds import read_bound
from pipeline.stages.quantities.changes import read_change
from pipeline.stages.quantities.coins import COINS, coin_at
from pipeline.stages.quantities.counted_nouns import counted_noun
from pipeline.stages.quantities.counts import read_count
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.currency_context import CurrencyContext
from pipeline.stages.quantities.fractions import VULGAR
from pipeline.stages.quantities.labels import Names, is_label
from pipeline.stages.quantities.left_out import Mentioned, read_left_out
from pipeline.stages.quantities.measured import amount_at
from pipeline.stages.quantities.multiples import MULTIPLIERS, multiplier_at, read_multiple
from pipeline.stages.quantities.rates import rate_of
from pipeline.stages.quantities.ratios import every_nth, part_with_noun, read_mark, read_one_in, read_ratio, read_share
from pipeline.stages.quantities.scores import lend_points, read_points, take_points, without_scores
from pipeline.stages.quantities.series import join
from pipeline.stages.quantities.shared_changes import share_bound, share_change, share_elided
from pipeline.stages.quantities.shared_rates import list_rate, share_rate
from pipeline.stages.quantities.signs import read_sign
from pipeline.stages.quantities.stretches import STRETCHES, stretch_at
from pipeline.stages.quantities.taken_units import (
    is_expected,
    is_parallel,
    name_thing,
    read_elided,
    set_against,
    take_former,
    take_noun,
    take_unit,
)
from pipeline.stages.quantities.tokens import HYPHENS, Tokens

_OF_THEM = cue("of_them")
_POSSESSIVE = cue("possessive")
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


class Reading(NamedTuple):
    """One quantity of a text, with offsets into it; the fields are those of `pipeline.records.Quantity`."""

    start: int
    end: int
    kind: QuantityKind
    value: Number
    value_max: Number | None
    unit: str | None
    bound: Bound | None
    change: Trend | None
    per: str | None


def read(t: Tokens, currencies: CurrencyContext, names: Names, mentioned: Mentioned | None = None) -> list[Reading]:
    """Return the quantities of one sentence in text order; their spans do not overlap.

    mentioned: what the sentences before counted, of which this one may say "150 of them"; None where no
        number has its noun left out, as in the rows of a table.
    """
    amounts = without_scores(t, join(t, _scan(t, currencies, names)))
    for k in range(len(amounts) - 1, -1, -1):
        if amounts[k].kind is None:
            earlier = [a for a in amounts[max(k - 2, 0) : k] if a.kind != "duration"]
            if not read_bare_money(t, amounts[k], amounts[max(k - 8, 0) : k], currencies):
                _classify(t, amounts[k], earlier[-1] if earlier else None, amounts[k + 1] if amounts[k + 1 :] else None)
    amounts = [a for k, a in enumerate(amounts) if not (k and _names_model(t, amounts[k - 1], a))]
    before: Amount | None = None
    counted: Amount | None = None
    latest: dict[tuple[str, str | None], Amount] = {}
    for k, amount in enumerate(amounts):
        if before:
            take_unit(t, amount, before, counted)
        if amount.kind is None:
            read_elided(t, amount, counted, latest.values(), mentioned)
        if before and (amount.kind is None or amount.kind == "number"):
            take_noun(t, amount, latest.values())
        if mentioned and (amount.kind is None or amount.kind == "number"):
            read_left_out(t, amounts, k, mentioned)
        if amount.kind is not None:
            if amount.kind == "count":
                name_thing(t, amount, counted, mentioned)
            alike = latest.get((amount.kind, amount.unit))
            _read_context(t, amount, before, alike, counted)
            if alike and before and (alike.per or amount.per):
                share_rate(t, alike, amount, before)
            if before and amount.per and before.per is None:
                list_rate(t, before, amount)
            latest[amount.kind, amount.unit] = before = amount
            counted = amount if amount.kind == "count" else counted
    return [_reading(t, amount) for amount in amounts if amount.kind is not None]


def _classify(t: Tokens, amount: Amount, before: Amount | None, following: Amount | None) -> None:
    """Decide what a number without unit is, by itself, from the next one of its list or from the one before it."""
    following = amount.linked or (following if following and is_parallel(t, amount, following) else None)
    if t.low[amount.after] == "of" and t.low[amount.after + 1] in _OF_THEM and counted_noun(t, amount.after) is None:
        return
    if is_expected(t, amount):
        return
    if before and before.kind == "measure" and set_against(t, amount):
        amount.kind, amount.unit, amount.factor, amount.divisor = (
            before.kind,
            before.unit,
            before.factor,
            before.divisor,
        )
    elif following and following.kind == "count" and counted_noun(t, amount.after) is None:
        amount.kind, amount.unit = "count", following.unit
    else:
        read_count(t, amount)


def _names_model(t: Tokens, before: Amount, a: Amount) -> bool:
    """Say whether a number inside what the one before counts is a model's name: "20 of Varn's larger 777 planes"."""
    if before.kind != "count" or a.kind != "count" or before.after != a.after or not a.numeral.plain:
        return False
    qualified = t.low[a.first - 1].isalpha() and len(t.words[a.first]) == 3
    return qualified and not _POSSESSIVE.isdisjoint(t.low[before.last : a.first - 1])


def _read_context(
    t: Tokens, amount: Amount, before: Amount | None, alike: Amount | None, counted: Amount | None
) -> None:
    """Read bound, change and rate from the words round an amount.

    `alike` is the last amount of its kind and unit before it, `counted` the last count.
    """
    start = read_bound(t, amount)
    if amount.signed:
        read_sign(t, amount)
    read_change(t, amount, start)
    if before and before.bound:
        share_bound(t, before, amount, start)
    if before and (before.change or amount.change):
        share_change(t, before, amount, start)
        if amount.unit == "point":
            take_points(amount, before)
        if before.change and amount.kind == "percent":
            lend_points(t, before, amount)
    if amount.kind == "percent" and alike and alike.change and not amount.change and before and alike is not before:
        share_elided(t, alike, before, amount, start)
    if amount.per is None:
        amount.per = rate_of(t, amount, counted)


def may_hold(text: str, start: int, end: int) -> bool:
    """Say whether `text[start:end]` has a digit or number word at all; what has none need not be cut into tokens."""
    if _DIGIT.search(text, start, end):
        return True
    words = _WORD.findall(text[start:end].lower())
    if not _TRIGGERS.isdisjoint(words):
        return True
    return not _WORDS_ONLY.isdisjoint(words) and _ONE_OF_THEM.search(text, start, end) is not None


def _scan(t: Tokens, currencies: CurrencyContext, names: Names) -> list[Amount]:
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
        if amount and amount.kind is None and not _settle(t, amount, names, shared, amounts):
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
    if t.words[i - 1] == "/" and t.low[i - 2] == "f" and t.glued[i] and t.glued[i - 1] and not t.glued[i - 2]:
        amount.kind, amount.first = "number", i - 2  # the aperture of a lens, "f/1.8"
        return True
    if t.words[amount.numeral.last] == ")" and before and take_former(t, amount, before[-1]):
        return True
    return not is_label(t, amount, names)


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


def _reading(t: Tokens, a: Amount) -> Reading:
    if a.unit == "point":
        read_points(t, a)
    start, end = t.span(a.first + (t.words[a.first] == "+"), a.last)
    upper = a.upper.value(a.factor, a.divisor) if a.upper else None
    assert a.kind is not None
    return Reading(start, end, a.kind, a.numeral.value(a.factor, a.divisor), upper, a.unit, a.bound, a.change, a.per)
