"""Reads one sentence: finds its amounts and decides kind, unit, bound, change and rate of each."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.records import Bound, Number, QuantityKind, Trend
from pipeline.stages.quantities.amounts import Amount
from pipeline.stages.quantities.bare_money import read_bare_money
from pipeline.stages.quantities.bounds import read_bound
from pipeline.stages.quantities.bracketed import share_over_brackets
from pipeline.stages.quantities.changes import read_change
from pipeline.stages.quantities.counted_nouns import counted_noun
from pipeline.stages.quantities.counts import read_count
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.currency_context import CurrencyContext
from pipeline.stages.quantities.labels import Names
from pipeline.stages.quantities.left_out import Mentioned, read_left_out
from pipeline.stages.quantities.rates import rate_of
from pipeline.stages.quantities.scanning import scan
from pipeline.stages.quantities.scores import lend_points, read_points, take_points, without_scores
from pipeline.stages.quantities.series import join
from pipeline.stages.quantities.shared_changes import share_bound, share_change, share_elided
from pipeline.stages.quantities.shared_rates import list_rate, share_rate
from pipeline.stages.quantities.signs import read_sign
from pipeline.stages.quantities.taken_units import (
    is_expected,
    is_of_them,
    is_parallel,
    is_part,
    name_thing,
    read_elided,
    set_against,
    take_noun,
    take_unit,
)
from pipeline.stages.quantities.tokens import Tokens

_OF_THEM = cue("of_them")
_POSSESSIVE = cue("possessive")


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
    amounts = without_scores(t, join(t, scan(t, currencies, names)))
    share_over_brackets(t, amounts)
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
    next_one = following
    following = amount.linked or (following if following and is_parallel(t, amount, following) else None)
    if next_one and is_part(t, amount, next_one):
        following = next_one
    if t.low[amount.after] == "of" and t.low[amount.after + 1] in _OF_THEM and counted_noun(t, amount.after) is None:
        return
    if is_expected(t, amount) or (counted_noun(t, amount.after) is None and is_of_them(t, amount)):
        return  # "below the 160,000 economists forecast", "90 flats, of which 70 are let"
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


def _reading(t: Tokens, a: Amount) -> Reading:
    if a.unit == "point":
        read_points(t, a)
    start, end = t.span(a.first + (t.words[a.first] == "+"), a.last)
    upper = a.upper.value(a.factor, a.divisor) if a.upper else None
    assert a.kind is not None
    return Reading(start, end, a.kind, a.numeral.value(a.factor, a.divisor), upper, a.unit, a.bound, a.change, a.per)
