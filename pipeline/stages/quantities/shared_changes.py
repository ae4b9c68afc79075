"""Carries a bound or a change between an amount and the one before it."""

from __future__ import annotations

from pipeline.stages.quantities.amounts import Amount
from pipeline.stages.quantities.changes_behind import changed_behind
from pipeline.stages.quantities.counted_nouns import ends_phrase
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.tokens import Tokens

_AND = cue("moving_along")
_BASIS_START = cue("basis_start")
_COMPARING = cue("comparing")
_FORMER_GOAL = cue("former_goal")
_NEW_CLAUSE = cue("new_clause")
_PARTING = cue("parting")
_OTHERS = cue("for_others")
_PARALLEL = cue("parallel_basis")
_POINTS = cue("points")
_PAIRED = (["and"], ["or"], [",", "and"])
_LISTED_REACH = 6
"""Tokens that may stand between two amounts under one bound."""
_FEW = 100
_LIST_MARKS = ("and", "or", ",")
_LISTED_STOPS = frozenset({"and", "or", "that", "which", "to", "from"})
_LISTED = ([","], ["and"], [",", "and"])
_REACH = 14
"""Tokens that may stand between two amounts that move together."""
_TO_LEVEL = 4
"""Tokens from a change to the level that it leads to."""


def share_bound(t: Tokens, before: Amount, amount: Amount, start: int) -> None:
    """Carry a bound over a bare list: "exceeded 5.1 million, 2.2 million and 1.6 million units"."""
    if amount.bound or before.kind != amount.kind or amount.kind == "duration":
        return
    between = t.low[before.last : start]
    listed = between in _LISTED and before.unit == amount.unit and before.bound in ("gt", "approx")
    if listed or (before.bound in ("gt", "ge", "le") and _is_listed(before, amount, between)):
        amount.bound = before.bound


def _is_listed(before: Amount, amount: Amount, between: list[str]) -> bool:
    """Say whether a noun or place at most parts two amounts of a list: "up to 160 lines or 80 stations"."""
    if not 1 < len(between) < _LISTED_REACH or between[-1] not in _LIST_MARKS or before.unit == "time":
        return False
    if amount.kind == "count" and between[-2].endswith("ed"):
        return False  # "as many as 40 firms gained and 30 lost"
    if amount.numeral.spelled and amount.value < _FEW and not before.numeral.spelled:
        return False  # "more than 80 visits and four debates"
    return all(word.isalpha() and word not in _LISTED_STOPS for word in between[:-1])


def share_change(t: Tokens, before: Amount, amount: Amount, start: int) -> None:
    """Carry a change between an amount and the one before it, where they state the same or move together."""
    restating = amount.kind in ("money", "percent") or amount.unit in _POINTS
    if amount.change is None and amount.bound is None and restating:
        restated = t.low[before.after : start] in ([",", "or"], ["or"], [",", "equal", "to"])
        amount.change = before.change if restated else None
    if before.change and amount.change is None and t.low[before.after : start] == ["("]:
        alike = (amount.kind, amount.unit) == (before.kind, before.unit)
        alike = alike or (amount.kind == "percent" and t.words[amount.after] == ")" and before.kind != "percent")
        amount.change = before.change if alike and not amount.signed else None  # "up 37 points (1.3%)"
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


def share_elided(t: Tokens, changed: Amount, before: Amount, amount: Amount, start: int) -> None:
    """Carry a change over the level it leads to: "rose 14% to €80 million and profit 22% to €9 million".

    `changed` is the last percentage, `before` the level behind it, `amount` a percentage without a change.
    """
    between = t.low[before.after : start]
    level = t.low[changed.after] == "to" and before.first - changed.after <= _TO_LEVEL
    if not level or not 1 < len(between) < _REACH or between[0] not in _AND or not _PARTING.isdisjoint(between):
        return
    if (between[-1] == "by" or t.low[amount.after] == "to") and not any(word.endswith("ed") for word in between):
        amount.change = changed.change


def _is_compared(between: list[str]) -> bool:
    """Say whether a change is set against the next: "grew 4%, compared with 8% before", "up 9%, from 2% in May"."""
    if not _COMPARING.isdisjoint(between[-2:]) or between == ["(", "previously"]:
        return _NEW_CLAUSE.isdisjoint(between) and len(between) < _REACH
    k = len(between) - 1
    while k > 0 and between[k] in _FORMER_GOAL:
        k -= 1
    goal = between[-1:] == ["of"] and between[k] in _COMPARING
    return goal and _NEW_CLAUSE.isdisjoint(between) and len(between) < _REACH


def _moves_along(t: Tokens, before: Amount, amount: Amount, start: int) -> bool:
    """Say whether a percentage leaves out the verb of the one before: "X fell 6% and Y 5%", "… by 2% and Z by 4%"."""
    between = t.low[before.after : start]
    if before.linked is amount or _is_item(t, before, amount, between):
        return between in ([","], *_PAIRED)
    compared = _is_compared(between) and t.low[amount.after] != "of"
    shapes = (_is_parallel, _is_placed, _is_next)
    if compared or _is_repeated(between) or any(fits(t, amount, between) for fits in shapes):
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


def _is_item(t: Tokens, before: Amount, amount: Amount, between: list[str]) -> bool:
    """Read a list of three at least: "with reductions of 6.3%, 3.8% and 5.8%"."""
    if between == [","]:
        return t.low[amount.after] in ("and", ",") and t.words[amount.after + 1][:1].isdigit()
    return between in _PAIRED and t.low[before.first - 1] == "," and t.low[amount.after] != "of"


def _is_noun(between: list[str]) -> bool:
    """Say whether the words between two changes only name what changed too: "fell 3% and coal" 8%."""
    names = between[2:] if between[1:2] == ["the"] else between[1:]
    return between[0] not in (",", ";") and 0 < len(names) < 4 and not any(ends_phrase(word) for word in names)


def _is_next(t: Tokens, amount: Amount, between: list[str]) -> bool:
    """Read "volumes rose 19%, prices 14%, and …": a lone noun behind a comma shares the verb of the one before."""
    lone = len(between) == 2 and between[0] == "," and between[1].isalpha() and between[1].endswith("s")
    return lone and not ends_phrase(between[1]) and t.low[amount.after] in (",", ".", "and")


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
