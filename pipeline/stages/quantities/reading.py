"""Reads one sentence: finds its amounts and decides kind, unit, bound, change and rate of each."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from pipeline.records import Bound, Number, QuantityKind, Trend
from pipeline.stages.quantities import numerals, ranks
from pipeline.stages.quantities.amounts import Amount, Numeral
from pipeline.stages.quantities.bounds import read_bound
from pipeline.stages.quantities.changes import may_change, read_change, read_sign
from pipeline.stages.quantities.counts import counted_noun, read_count
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.currencies import CurrencyContext
from pipeline.stages.quantities.fractions import VULGAR
from pipeline.stages.quantities.labels import Names, is_label
from pipeline.stages.quantities.measured import amount_at
from pipeline.stages.quantities.multiples import multiplier_at, multipliers, read_multiple
from pipeline.stages.quantities.rates import rate_of
from pipeline.stages.quantities.ratios import read_one_in, read_ratio, read_share
from pipeline.stages.quantities.series import join
from pipeline.stages.quantities.tokens import HYPHENS, Tokens

_ARTICLE = cue("article")
_BEFORE_DECADE = cue("before_decade")
_ELIDED_MORE = cue("elided_more")
_ELIDED_PLACE = cue("elided_place")
_ELIDED_SIGN = cue("elided_sign")
_LIST_JOINT = cue("list_joint")
_OF_THEM = cue("of_them")
_SET_AGAINST = cue("set_against")
_PERIOD = cue("period")
_DIGIT = re.compile("[0-9" + "".join(VULGAR) + "]")
_WORD = re.compile("[a-z]+")
_STARTERS = numerals.STARTERS | ranks.STARTERS | frozenset(multipliers()) | frozenset(VULGAR) | {"decade"}
_SPECIAL = ranks.STARTERS | frozenset(multipliers()) | {"decade"}
_RELATED = frozenset({":", "to", "in", "out", "times", "x", "×", "fold"}) | HYPHENS
"""What stands behind a number that may be a ratio, a part of a whole or a multiple."""

_TRIGGERS = _STARTERS - cue("rank_number") - {"top"}


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


def read(t: Tokens, currencies: CurrencyContext, names: Names) -> list[Reading]:
    """Return the quantities of one sentence in text order; their spans do not overlap."""
    amounts = _without_scores(t, join(t, _scan(t, currencies, names)))
    for k in range(len(amounts) - 1, -1, -1):
        if amounts[k].kind is None:
            _classify(t, amounts[k], next((a for a in amounts[:k][-1:-3:-1] if a.kind != "duration"), None))
    changing = may_change(t)
    before: Amount | None = None
    for amount in amounts:
        if amount.kind is None and before:
            _elided(t, amount, before)
        if amount.kind is not None:
            _read_context(t, amount, before, changing)
            before = amount
    return [_reading(t, amount, amount.kind) for amount in amounts if amount.kind is not None]


def _without_scores(t: Tokens, amounts: list[Amount]) -> list[Amount]:
    """Leave out the score of a match or vote, "won 3-1": two whole numbers, the larger first, and no noun behind."""
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


def _classify(t: Tokens, amount: Amount, before: Amount | None) -> None:
    """Decide what a number without unit is, by itself, from the next one of its list or from the one before it."""
    following = amount.linked
    if t.low[amount.after] == "of" and t.low[amount.after + 1] in _OF_THEM and counted_noun(t, amount.after) is None:
        return
    if before and before.kind == "money" and _set_against(t, amount):
        amount.kind, amount.unit = "money", before.unit
    elif following and following.kind == "count" and counted_noun(t, amount.after) is None:
        amount.kind, amount.unit = "count", following.unit
    else:
        read_count(t, amount)


def _set_against(t: Tokens, amount: Amount) -> bool:
    """Say whether a large number is compared with money before it: "41 million pounds from 58 million"."""
    if amount.numeral.scale < 10**6 or t.low[amount.first - 1] not in _SET_AGAINST:
        return False
    return counted_noun(t, amount.after) is None


def _elided(t: Tokens, amount: Amount, before: Amount) -> None:
    """Give a number without noun the noun counted before: "12 users, 4 of whom", "2 in Spain", "closed three."."""
    of_them = t.low[amount.after] == "of" and t.low[amount.after + 1] in _OF_THEM
    listed = t.low[amount.first - 1] in _LIST_JOINT and t.low[amount.after] in _ELIDED_PLACE
    rated = t.low[amount.after] in _ARTICLE and t.low[amount.after + 1] in _PERIOD
    more = t.low[amount.after] in _ELIDED_MORE or t.low[amount.first - 1] in _ELIDED_SIGN
    ends = not t.words[amount.after][:1].isalnum() or t.low[amount.after] in _ELIDED_PLACE
    ends = ends and t.low[amount.first - 1].endswith("ed")
    if before.kind == "count" and before.unit != "time" and (of_them or ends or listed or rated or more):
        amount.kind, amount.unit = "count", before.unit


def _read_context(t: Tokens, amount: Amount, before: Amount | None, changing: bool) -> None:
    """Read bound, change and rate from the words round an amount; `changing`: the sentence has words of change."""
    start = read_bound(t, amount)
    if amount.signed:
        read_sign(t, amount)
    if changing:
        read_change(t, amount, start)
    if before:
        _read_pair(t, before, amount, start)
    if amount.per is None:
        amount.per = rate_of(t, amount)
    if before and (before.kind, before.unit) == (amount.kind, amount.unit):
        _share_rate(t, before, amount)


def _read_pair(t: Tokens, before: Amount, amount: Amount, start: int) -> None:
    """Carry a change between an amount and the one before it, where they state the same or move together."""
    if amount.change is None and amount.bound is None and amount.kind in ("money", "percent"):
        restated = t.low[before.after : start] in ([",", "or"], ["or"], [",", "equal", "to"])
        amount.change = before.change if restated else None
    if amount.change and before.change is None and t.low[before.after : start] == [",", "or"]:
        before.change = amount.change if before.kind not in ("rank", "ratio") else None  # "33.2, or 0.4%, lower"
    if before.change and amount.change is None and amount.kind in ("money", "measure", "duration"):
        together = before.kind in ("money", "measure", "duration") and t.low[before.after : start] == ["and"]
        amount.change = before.change if together else None


def _share_rate(t: Tokens, before: Amount, amount: Amount) -> None:
    """Carry the rate over a movement: "$3 a share from $2", "from 5 to 8 tonnes a year"."""
    near = amount.first - before.last < 7
    if near and amount.per is None and t.low[amount.first - 1] == "from":
        amount.per = before.per
    elif before.per is None and t.low[before.first - 1] == "from" and t.low[amount.first - 1] == "to":
        before.per = amount.per if amount.first - before.after == 1 else None


def may_hold(text: str, start: int, end: int) -> bool:
    """Say whether `text[start:end]` has a digit or number word at all; what has none need not be cut into tokens."""
    if _DIGIT.search(text, start, end):
        return True
    return not _TRIGGERS.isdisjoint(_WORD.findall(text[start:end].lower()))


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
            amount = _special(t, i, ranked)
            if amount is None and ranks.is_ordinal(t, i):
                continue  # "1st" is never a measure of steres
        amount = amount or amount_at(t, i, currencies, floor)
        if amount and amount.kind is None and not _settle(t, amount, names, shared):
            floor = amount.numeral.last
        elif amount:
            ranked, shared = ranked or amount.kind == "rank", shared or amount.kind == "percent"
            amounts.append(amount)
            floor = amount.after
    return amounts


def _candidates(t: Tokens) -> list[int]:
    """Return the places where a number, rank or multiple may begin."""
    # the point, digits and nothing else sort from "." to ":", so that most words are done with after one cheap test
    low = t.low[t.first : t.last]
    found = [i for i, word in enumerate(low, t.first) if "." < word < ":" and word.strip(".")[:1].isdigit()]
    if not _STARTERS.isdisjoint(low):
        found += [i for i, word in enumerate(low, t.first) if word in _STARTERS]
        found.sort()
    return found


def _settle(t: Tokens, amount: Amount, names: Names, shared: bool) -> bool:
    """Say whether a number without unit may be an amount, and decide the kind of fractions, ratios and multiples."""
    if amount.numeral.share:
        return read_share(t, amount, shared)
    if t.low[amount.numeral.last] in _RELATED and (
        read_ratio(t, amount) or read_one_in(t, amount) or read_multiple(t, amount)
    ):
        return True
    return not is_label(t, amount, names)


def _special(t: Tokens, i: int, ranked: bool) -> Amount | None:
    low = t.low[i]
    if low in multipliers():
        return multiplier_at(t, i)
    if low == "decade":
        return _decade(t, i)
    if low in ranks.STARTERS or t.words[i][0].isdigit():
        return ranks.rank_at(t, i, ranked)
    return None


def _decade(t: Tokens, i: int) -> Amount | None:
    if t.low[i - 1] not in _BEFORE_DECADE:
        return None
    return Amount(Numeral(i, i + 1, 10, spelled=True), i, i + 1, "duration", "year", after=i + 1)


def _reading(t: Tokens, a: Amount, kind: QuantityKind) -> Reading:
    start, end = t.span(a.first + (t.words[a.first] == "+"), a.last)
    upper = a.upper.value(a.factor, a.divisor) if a.upper else None
    return Reading(start, end, kind, a.numeral.value(a.factor, a.divisor), upper, a.unit, a.bound, a.change, a.per)
