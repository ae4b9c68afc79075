"""Gives a number without a unit that of an earlier amount: a noun, a currency, a measure."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.language.inflection import singular
from pipeline.stages.quantities.amounts import Amount
from pipeline.stages.quantities.bounds import bound_after
from pipeline.stages.quantities.counted_nouns import counted_noun, ends_phrase, is_plural
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.left_out import Mentioned
from pipeline.stages.quantities.tokens import Tokens

_ARTICLE = cue("article")
_CLAUSE_JOINT = cue("clause_joint")
_BESIDE = cue("beside")
_DETERMINER = cue("determiner")
_ELIDED_MORE = cue("elided_more")
_ELIDED_PLACE = cue("elided_place")
_ELIDED_SIGN = cue("elided_sign")
_FORECAST = cue("forecast")
_FORECASTER = cue("forecaster")
_LIST_JOINT = cue("list_joint")
_MORE = cue("more_than")
_OF_THEM = cue("of_them")
_PERIOD = cue("period")
_FELL_SHORT = cue("fell_short")
_SET_AGAINST = cue("set_against")
_SET_BESIDE = cue("set_beside")
_WITH_FORMER = ("money", "percent", "multiple")
_LEAST_FORMER = 10
"""A smaller whole number in brackets is a footnote."""
_POSSESSIVE = cue("possessive")
_NAME = 5
"""Tokens of a name at most, with its possessive: "of Acme Foods's 72 shops"."""
_PRONOUNS = ("one", "other")
_UNCARRIED = ("time", "point")


def set_against(t: Tokens, amount: Amount) -> bool:
    """Say whether a large number is compared with a measure before it: "41 million barrels from 58 million".

    Brackets may hold it, behind a label or alone: "41 million barrels (2022: 58 million)".
    """
    enclosed = t.words[amount.first - 1] in ("(", ":") and t.words[amount.after] == ")"
    told = enclosed or t.low[amount.first - 1] in _SET_AGAINST or t.low[amount.after] in _FELL_SHORT
    if amount.numeral.scale < 10**6 or not told:
        return False
    return counted_noun(t, amount.after) is None


def read_elided(
    t: Tokens, amount: Amount, counted: Amount | None, earlier: Iterable[Amount], mentioned: Mentioned | None
) -> None:
    """Give a number without noun the noun counted before: "12 users, 4 of whom", "2 in Spain", "closed three."."""
    of_them = is_of_them(t, amount)
    noun = counted.unit if counted else mentioned.whole(amount.value) if of_them and mentioned else None
    if of_them and counted and counted.value < amount.value:  # "43 lines in five cities, 27 of which": a part of 43
        noun = next((a.unit for a in earlier if a.kind == "count" and a.value >= amount.value), noun)
    if noun is None and of_them and amount.numeral.value() != 1:
        noun = _named_before(t, amount.first)
    if t.low[amount.after : amount.after + 2] == ["of", "us"] and amount.numeral.value() != 1:
        noun, of_them = "person", True
    if noun and noun != "time" and (of_them or _is_elided(t, amount)):
        amount.kind, amount.unit = "count", noun


def name_thing(t: Tokens, amount: Amount, counted: Amount | None, mentioned: Mentioned | None) -> None:
    """Give "four small ones" and the units of a metric or verb the noun counted before: "delivered 7,800"."""
    if amount.unit in _PRONOUNS:
        amount.unit = (counted.unit if counted else mentioned.last if mentioned else None) or amount.unit
    elif amount.unit == "unit" and counted and counted.unit not in _UNCARRIED:
        whole = amount.after == amount.numeral.last  # no "units" behind the number
        amount.unit = counted.unit if whole and _is_near(amount, counted) else "unit"


def _named_before(t: Tokens, first: int) -> str | None:
    """Return the last plural noun before token `first`, singular: "tested early versions and rejected two of them"."""
    for k in range(first - 1, t.first - 1, -1):
        if t.words[k].isalpha() and is_plural(t.low[k]) and not ends_phrase(t.low[k]):
            return singular(t.low[k])
    return None


def is_of_them(t: Tokens, amount: Amount) -> bool:
    """Say whether a number is one of those counted before: "4 of whom", "five or more of them", "Of these, 30"."""
    if amount.numeral.value() == 1:
        return False  # "one of them" counts nothing
    bound = bound_after(t, amount.after)
    behind, before = bound[1] if bound else amount.after, amount.first - 1
    if t.low[behind] == "of" and t.low[behind + 1] in _OF_THEM:
        return True
    if t.words[before] == "," and t.low[t.first] == "of" and is_plural(t.low[before - 1]):
        return not any(word[:1].isdigit() for word in t.words[t.first : before])  # "Of its subscribers, 12 million"
    before -= t.words[before] == ","
    return t.low[before - 1] == "of" and (
        t.low[before] == "which" or (before == t.first + 1 and t.low[before] in _OF_THEM)
    )


def _is_elided(t: Tokens, amount: Amount) -> bool:
    """Say whether the words round a number leave its noun out."""
    listed = t.low[amount.first - 1] in _LIST_JOINT and t.low[amount.after] in _ELIDED_PLACE
    rated = t.low[amount.after] in _ARTICLE and t.low[amount.after + 1] in _PERIOD
    more = t.low[amount.after] in _ELIDED_MORE or t.low[amount.first - 1] in _ELIDED_SIGN
    ends = not t.words[amount.after][:1].isalnum() or t.low[amount.after] in _ELIDED_PLACE
    ends = (ends or t.low[amount.after] in _CLAUSE_JOINT) and t.low[amount.first - 1].endswith(("ed", "ing"))
    return ends or listed or rated or more or is_expected(t, amount)


def is_expected(t: Tokens, amount: Amount) -> bool:
    """Say whether the noun behind a number is who expected it: "below the 160,000 economists forecast"."""
    told = t.low[amount.after] in _FORECASTER and t.low[amount.after + 1] in _FORECAST
    return told and "the" in t.low[amount.first - 2 : amount.first]


def is_parallel(t: Tokens, amount: Amount, following: Amount) -> bool:
    """Say whether only an adjective parts two numbers of one noun: "3 million mobile and 700,000 fixed customers"."""
    k = amount.after
    joined = following.first == k + 2 and t.low[k + 1] in ("and", "or") and t.words[k].isalpha()
    return joined and not ends_phrase(t.low[k]) and following.after > following.last + 1


def is_part(t: Tokens, amount: Amount, following: Amount) -> bool:
    """Say whether a number tells how many of the next one: "12 of 40 trams", "five of its 72 shops"."""
    k = amount.after
    between = following.first - k - 1
    owned = t.low[following.first - 1] in _POSSESSIVE and between < _NAME
    told = between == 0 or (between == 1 and t.low[k + 1] in _DETERMINER) or owned
    return t.low[k] == "of" and told and following.kind == "count"


def take_unit(t: Tokens, amount: Amount, before: Amount, counted: Amount | None) -> None:
    """Give a number set against an earlier amount its unit: "64 jets, up from 58", "149.3 yen against 152.6".

    `before` is the amount right before, `counted` the last count with a noun of its own.
    """
    behind = amount.numeral.last
    if amount.kind not in (None, "count", "number") or counted_noun(t, behind) is not None or t.is_hyphen(behind):
        return
    more = t.low[behind] in _MORE and t.low[behind + 1] == "than"
    if not more and not _is_beside(t, amount.first):
        return
    if before.kind in ("measure", "money", "duration", "multiple") and not more:
        if _is_near(amount, before) and before.numeral.scale == amount.numeral.scale:
            amount.kind, amount.unit = before.kind, before.unit
            amount.factor, amount.divisor = before.factor, before.divisor
    elif counted and counted.unit != "time" and (_is_near(amount, counted) or more):
        amount.kind, amount.unit = "count", counted.unit


def take_former(t: Tokens, amount: Amount, before: Amount) -> bool:
    """Make a number in brackets right behind an amount its former level: "NOK 4,912 million (4,740)", "12% (11.8)"."""
    n, opening = amount.numeral, amount.first - 1
    note = n.plain and (n.numerator < _LEAST_FORMER or 1900 <= n.numerator < 2100)
    if before.kind not in _WITH_FORMER or t.words[n.last] != ")" or n.scale > 1 or before.upper or note:
        return False
    if t.words[opening] == ":":
        opening = next((k for k in range(opening - 1, opening - 6, -1) if t.words[k] == "("), opening)
    if (
        t.words[opening] != "("
        or opening - before.last not in (0, 2)
        or not _is_near(amount, before, before.numeral.scale)
    ):
        return False
    n.scale, n.plain = before.numeral.scale, False
    amount.kind, amount.unit, amount.divisor = before.kind, before.unit, before.divisor
    return True


def take_noun(t: Tokens, amount: Amount, earlier: Iterable[Amount]) -> None:
    """Give a large bare number the noun of the last count of its size: "20,000 rooms; today it has 6,800."."""
    n, behind = amount.numeral, amount.after
    large = n.scale > 1 or "," in t.words[n.first]
    if not large or isinstance(n.value(), float):
        return
    if t.words[behind].isalpha() and not ends_phrase(t.low[behind]):
        return
    alike = [a.unit for a in earlier if a.kind == "count" and a.unit not in _UNCARRIED and _is_near(amount, a)]
    if alike:
        amount.kind, amount.unit = "count", alike[-1]


def _is_beside(t: Tokens, first: int) -> bool:
    """Say whether "from", "against", "instead of" or "compared with an average of" stands before token `first`."""
    first -= t.low[first - 1] == "the"
    before, word = t.low[first - 2], t.low[first - 1]
    if word == "of":
        return before == "instead" or not _SET_BESIDE.isdisjoint(t.low[first - 8 : first - 1])
    return word in _BESIDE or (before, word) == ("rather", "than")


def _is_near(amount: Amount, other: Amount, scale: int = 1) -> bool:
    """Say whether two amounts are of one size, the first one times `scale`: neither is ten times the other."""
    a, b = float(amount.numeral.value()) * scale, float(other.numeral.value())
    return 0 < a < 10 * b and b < 10 * a
