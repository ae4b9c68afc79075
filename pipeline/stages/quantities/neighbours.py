"""Says what an amount takes from the one before it: a noun, a currency, a change, a rate."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from pipeline.stages.quantities.amounts import Amount
from pipeline.stages.quantities.bounds import bound_after
from pipeline.stages.quantities.changes import changed_behind
from pipeline.stages.quantities.counted_nouns import counted_noun, ends_phrase
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.tokens import Tokens

_AND = cue("moving_along")
_ARTICLE = cue("article")
_CLAUSE_JOINT = cue("clause_joint")
_BASIS_START = cue("basis_start")
_BESIDE = cue("beside")
_ELIDED_MORE = cue("elided_more")
_ELIDED_PLACE = cue("elided_place")
_ELIDED_SIGN = cue("elided_sign")
_FORECAST = cue("forecast")
_FORECASTER = cue("forecaster")
_LIST_JOINT = cue("list_joint")
_MORE = cue("more_than")
_OF_THEM = cue("of_them")
_PARTING = cue("parting")
_OTHERS = cue("for_others")
_PARALLEL = cue("parallel_basis")
_PERIOD = cue("period")
_POINTS = cue("points")
_SAME_RATE = cue("same_rate")
_SUMMED = cue("summed")
_FELL_SHORT = cue("fell_short")
_SET_AGAINST = cue("set_against")
_SET_BESIDE = cue("set_beside")

_LEAST_FORMER = 10
"""A smaller whole number in brackets is a footnote."""
_UNCARRIED = ("time", "point")
_MOST_POINTS = 30
"""A percentage does not change by more; an index does."""
_REACH = 14
"""Tokens that may stand between two amounts at the same rate."""


def without_scores(t: Tokens, amounts: list[Amount]) -> list[Amount]:
    """Leave out the score of a match or vote, "won 3-1": two whole numbers, the larger first, and no noun behind."""
    if len(amounts) < 2:
        return amounts
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


def set_against(t: Tokens, amount: Amount) -> bool:
    """Say whether a large number is compared with a measure before it: "41 million barrels from 58 million"."""
    told = t.low[amount.first - 1] in _SET_AGAINST or t.low[amount.after] in _FELL_SHORT
    if amount.numeral.scale < 10**6 or not told:
        return False
    return counted_noun(t, amount.after) is None


def read_elided(t: Tokens, amount: Amount, counted: Amount | None, mentioned: str | None) -> None:
    """Give a number without noun the noun counted before: "12 users, 4 of whom", "2 in Spain", "closed three."."""
    of_them = _is_of_them(t, amount)
    noun = counted.unit if counted else mentioned if of_them else None
    if t.low[amount.after : amount.after + 2] == ["of", "us"] and amount.numeral.value() != 1:
        noun, of_them = "person", True
    if noun and noun != "time" and (of_them or _is_elided(t, amount)):
        amount.kind, amount.unit = "count", noun


def _is_of_them(t: Tokens, amount: Amount) -> bool:
    """Say whether a number is one of those counted before: "4 of whom", "five or more of them", "Of these, 30"."""
    if amount.numeral.value() == 1:
        return False  # "one of them" counts nothing
    bound = bound_after(t, amount.after)
    behind, before = bound[1] if bound else amount.after, amount.first - 1
    if t.low[behind] == "of" and t.low[behind + 1] in _OF_THEM:
        return True
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
    if before.kind in ("measure", "money", "duration") and not more:
        if _is_near(amount, before) and before.numeral.scale == amount.numeral.scale:
            amount.kind, amount.unit = before.kind, before.unit
            amount.factor, amount.divisor = before.factor, before.divisor
    elif counted and counted.unit != "time" and (_is_near(amount, counted) or more):
        amount.kind, amount.unit = "count", counted.unit


def take_former(t: Tokens, amount: Amount, before: Amount) -> bool:
    """Make a number in brackets right behind money its former level: "NOK 4,912 million (4,740)", "(2023: 4,740)"."""
    n, opening = amount.numeral, amount.first - 1
    note = n.plain and (n.numerator < _LEAST_FORMER or 1900 <= n.numerator < 2100)
    if before.kind != "money" or t.words[n.last] != ")" or n.scale > 1 or before.upper or note:
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
    amount.kind, amount.unit, amount.divisor = "money", before.unit, before.divisor
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


def read_points(t: Tokens, amount: Amount) -> None:
    """Make points that are a level a bare number, as scores and indices are: "1,412 points in the test"."""
    level = amount.kind == "count" and amount.change is None
    if level and t.low[amount.numeral.last] == "points" and t.low[amount.after] != "of":
        amount.kind, amount.unit = "number", None


def take_points(amount: Amount, before: Amount) -> None:
    """Make a count of points, if it changes the percentage before, one too: "61% of sales, down five points"."""
    level = before.kind == "percent" and before.change is None
    if level and amount.change and amount.value <= _MOST_POINTS:
        amount.kind, amount.unit, amount.last = "percent", "percentage_point", amount.after


def _is_beside(t: Tokens, first: int) -> bool:
    """Say whether "from", "against", "instead of" or "compared with an average of" stands before token `first`."""
    before, word = t.low[first - 2], t.low[first - 1]
    if word == "of":
        return before == "instead" or not _SET_BESIDE.isdisjoint(t.low[first - 8 : first - 1])
    return word in _BESIDE or (before, word) == ("rather", "than")


def _is_near(amount: Amount, other: Amount, scale: int = 1) -> bool:
    """Say whether two amounts are of one size, the first one times `scale`: neither is ten times the other."""
    a, b = float(amount.numeral.value()) * scale, float(other.numeral.value())
    return 0 < a < 10 * b and b < 10 * a


_PAIRED = (["and"], ["or"], [",", "and"])
_LISTED = ([","], ["and"], [",", "and"])


def share_bound(t: Tokens, before: Amount, amount: Amount, start: int) -> None:
    """Carry a bound over a bare list: "exceeded 5.1 million, 2.2 million and 1.6 million units"."""
    listed = t.low[before.last : start] in _LISTED and (before.kind, before.unit) == (amount.kind, amount.unit)
    if listed and amount.kind != "duration" and amount.bound is None and before.bound in ("gt", "approx"):
        amount.bound = before.bound


def share_change(t: Tokens, before: Amount, amount: Amount, start: int) -> None:
    """Carry a change between an amount and the one before it, where they state the same or move together."""
    restating = amount.kind in ("money", "percent") or amount.unit in _POINTS
    if amount.change is None and amount.bound is None and restating:
        restated = t.low[before.after : start] in ([",", "or"], ["or"], [",", "equal", "to"])
        amount.change = before.change if restated else None
    if before.change and amount.change is None and t.low[before.after : start] == ["("]:
        alike = (amount.kind, amount.unit) == (before.kind, before.unit) and not amount.signed
        amount.change = before.change if alike else None  # "up 10.6% (8.2% at constant currency)"
    pointed = before.unit in _POINTS and t.low[before.after : start] == ["or"]
    if amount.change and before.change is None and (pointed or t.low[before.after : start] == [",", "or"]):
        before.change = amount.change if before.kind not in ("rank", "ratio") else None  # "33.2, or 0.4%, lower"
    if amount.change and before.change is None and amount.kind == before.kind == "percent":
        listed = t.low[before.after : start] in _PAIRED and before.unit == amount.unit
        before.change = changed_behind(t, amount) if listed else None  # "1.4% and 2.9% lower"
    if before.change and amount.change is None and amount.kind == before.kind == "percent":
        amount.change = before.change if _moves_along(t, before, amount, start) else None
    if before.change and amount.change is None and amount.kind in ("money", "measure", "duration"):
        together = before.kind in ("money", "measure", "duration") and t.low[before.after : start] == ["and"]
        amount.change = before.change if together else None


def _moves_along(t: Tokens, before: Amount, amount: Amount, start: int) -> bool:
    """Say whether a percentage leaves out the verb of the one before: "X fell 6% and Y 5%", "… by 2% and Z by 4%"."""
    between = t.low[before.after : start]
    if before.linked is amount:
        return between == ["and"]
    if _is_parallel(t, amount, between) or _is_repeated(between) or _is_placed(t, amount, between):
        return True
    if not between or len(between) > _REACH or not _PARTING.isdisjoint(between[1:-1]):
        return False
    if between[-1] == "to" and t.low[before.first - 1] == "from":
        return True  # "growth slowed from 3.9% in May to 2.3%"
    if between[0] not in _AND or any(word.endswith("ed") or word[:1].isdigit() for word in between):
        return False
    if between[-1] in _PARTING:
        return False
    name = start - 2 if between[-1] == "by" else start - 1
    if between[-1] == "by":
        return t.words[name].isalpha() and len(between) < 6
    return t.words[name].isalpha() and (t.capital(name) or _is_noun(between))


def _is_noun(between: list[str]) -> bool:
    """Say whether the words between two changes only name what changed too: "fell 3% and coal" 8%."""
    names = between[2:] if between[1:2] == ["the"] else between[1:]
    return between[0] not in (",", ";") and 0 < len(names) < 4 and not any(ends_phrase(word) for word in names)


def _is_placed(t: Tokens, amount: Amount, between: list[str]) -> bool:
    """Read "rose by 58% in Spain, 41% in Italy and 22% at home": each has its place behind it."""
    place = between[:1]
    return (
        place in (["in"], ["at"])
        and t.low[amount.after] in ("in", "at")
        and between[-1] in (",", "and")
        and (len(between) < _REACH // 2 and _PARTING.isdisjoint(between[1:-1]))
    )


def _is_repeated(between: list[str]) -> bool:
    """Read "up 2.4% year-over-year and 1.3% in dollars", "rose 19% last year and 34% the year before"."""
    linked = between[-1:] == ["and"] and between[0] in _BASIS_START and len(between) < _REACH
    return linked and _PARTING.isdisjoint(between) and "," not in between


def _is_parallel(t: Tokens, amount: Amount, between: list[str]) -> bool:
    """Read "up 6% from last year and 9% from August", "lowered it by 37%, compared with 6% for the others"."""
    following = t.low[amount.after]
    if following in _PARALLEL:
        return between[:1] == [following] and between[-1] == "and" and len(between) < _REACH
    return following in _OTHERS and between[-2:] == ["compared", "with"] and len(between) < _REACH


def share_rate(t: Tokens, before: Amount, amount: Amount, last: Amount) -> None:
    """Carry the rate over a movement or comparison: "$3 a share from $2", "from 5 to 8 tonnes a year".

    `before` is an amount of the same unit as `amount`, `last` the one right before that, often the same.
    """
    if before.per is None and amount.per and t.low[amount.first - 1] == "to":
        opened = before is last and t.low[before.first - 1] == "from" and amount.first - before.after == 1
        moved = before.change is not None and amount.first - before.last < _REACH
        before.per = amount.per if opened or moved else None
    elif before.per and amount.per is None and _is_same_rate(t, before, amount):
        amount.per = before.per


def list_rate(t: Tokens, before: Amount, amount: Amount) -> None:
    """Carry a rate from the second of two things to the first: "1.8 million fans and 650,000 pumps a year"."""
    between = t.low[before.after : amount.first]
    listed = between[:1] == ["and"] and len(between) < _REACH // 2 and _PARTING.isdisjoint(between)
    if listed and amount.per in _PERIOD and before.kind == amount.kind and amount.kind in ("count", "measure"):
        before.per = amount.per


def _is_same_rate(t: Tokens, before: Amount, amount: Amount) -> bool:
    if "from" in t.low[amount.first - 3 : amount.first] and amount.first - before.last < _REACH:
        return before.per != "share" or amount.numeral.scale == 1
    small = amount.kind == "money" and before.numeral.scale == amount.numeral.scale == 1
    if not small:
        return False
    if not _SUMMED.isdisjoint(t.low[before.after : amount.first]):
        return amount.first - before.last < 2 * _REACH  # "21 cents a share, taking the total for the year to 34 cents"
    between = t.low[before.after : amount.first]
    moved = before.change is not None and between[-1:] == ["to"] and "," not in between and ";" not in between
    told = t.low[amount.first - 1] in _SAME_RATE or amount.change is not None or moved  # "rose by $0.28 to $0.45"
    return told and amount.first - before.last < _REACH
