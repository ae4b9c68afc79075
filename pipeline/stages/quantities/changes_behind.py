"""Reads from the words behind an amount that it is a change: "a 5% rise", "5% higher", "$5m was wiped off"."""

from __future__ import annotations

from pipeline.records import Trend
from pipeline.stages.quantities.amounts import Amount
from pipeline.stages.quantities.change_words import COMPARE, NOUN, NOUN_OR_BEHIND, is_relative
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.tokens import HYPHENS, Tokens

_BE = cue("be")
_BEHIND_COMPARE = cue("behind_compare")
_CHANGE_STOP = cue("change_stop")
_COMPARE_OR_LEVEL = cue("compare_or_level")
_COUNT_COMPARE = cue("count_compare")
_DETERMINER = cue("determiner")
_EXTRA = cue("extra")
_GAIN = cue("gain")
_PERIOD = cue("period")
_TAKING_OFF = cue("taking_off")
_BASIS = cue("basis")
_LEVEL = cue("to_level")
_ASIDES = frozenset({"excluding", "including", "before", "after", "with", "without", "net"})
_MISSING = frozenset({"short", "shy"})
_VERB_TAIL = frozenset({"due", "theirs", "into"})


def changed_behind(t: Tokens, amount: Amount) -> Trend | None:
    """Return the change that the words after an amount make it: "a 5% yearly rise", "5% higher", "12% sales growth"."""
    k = amount.after
    if t.low[k] == "of" and is_relative(amount):
        k += 1  # "290 basis points of improvement"
        while t.low[k] in _BASIS or t.words[k] in HYPHENS:
            k += 1
        noun = NOUN.at(t.low, k)
        return noun[0] if noun else None
    if t.words[k] == "(" and t.low[k + 1] in _ASIDES:
        return None  # "a margin of 21% (excluding a gain)"
    if _is_taken_off(t, amount, k) or t.low[amount.numeral.last] == "fewer":
        return "down"  # "wiped $5m off", "58 fewer trips"
    if amount.kind == "money" and t.low[k] == "in" and t.low[k + 1] in _EXTRA:
        return "up"
    if t.low[k] in ("a", "an", "per") and (t.low[k + 1] in _PERIOD or t.low[k + 1] == "share"):
        k += 2  # "500 tonnes a year lower", "7 cents a share better than"
    if t.low[k] == "on" and not is_relative(amount) and COMPARE.at(t.low, k + 1):
        return None  # "to $214 million on lower fees"
    while t.low[k] in _BASIS or t.words[k] in HYPHENS:
        k += 1
    if t.words[k] == "," and t.low[k + 1] in _COUNT_COMPARE and "or" in t.low[amount.first - 2 : amount.first]:
        k += 1  # "33 points, or 0.4%, lower"
    compare = COMPARE.at(t.low, k)
    if compare and (is_relative(amount) or t.low[k] in _COUNT_COMPARE or _sets_off(t, amount, k, compare[1])):
        return None if t.low[k] in _COMPARE_OR_LEVEL and t.low[k + 1] == "to" else compare[0]
    if amount.kind in ("count", "rank", "duration") and not is_relative(amount):
        return None
    return _noun_behind(t, amount, k)


def _noun_behind(t: Tokens, amount: Amount, k: int) -> Trend | None:
    """Look for a noun of change in the three words from token `k` on; "a $3m gain on the sale" is none."""
    if amount.kind == "money" and t.low[k] in _GAIN and t.low[k + 1] == "on":
        return None
    for step in range(3):
        noun = (NOUN_OR_BEHIND if is_relative(amount) else NOUN).at(t.low, k + step)
        if noun and (t.low[noun[1]] in _DETERMINER or t.low[noun[1]] in _VERB_TAIL):
            return None  # "those on less than $50,000 cut theirs", "$110 million falls due"
        if noun and (step == 0 or is_relative(amount)):
            return noun[0] if not t.is_hyphen(noun[1]) else None
        if not t.low[k + step].isalpha() or t.low[k + step] in _LEVEL | _CHANGE_STOP:
            return None
    return None


def _sets_off(t: Tokens, amount: Amount, k: int, end: int) -> bool:
    """Say whether an amount before a comparative is a difference: "0.4 mm thinner.", "€100 below the Pro"."""
    if t.low[end] == "than" or (t.low[k] == "off" and amount.kind == "money") or t.low[k] in _MISSING:
        return True
    if t.low[k] in _COMPARE_OR_LEVEL and t.words[amount.first - 1] == "," and t.low[end] == "the":
        return True  # "310,000 cars, 5,000 below the level of 2022"
    if amount.kind not in ("money", "measure"):
        return False
    if t.low[k] in _COMPARE_OR_LEVEL:
        return t.low[end] in _DETERMINER and t.low[amount.first - 1] not in _LEVEL
    goes_on = t.low[end] in _BEHIND_COMPARE and t.low[k] not in ("up", "down")
    return (goes_on or not t.words[end][:1].isalnum()) and not t.is_hyphen(end)


def _is_taken_off(t: Tokens, amount: Amount, k: int) -> bool:
    """Read "wiped $5m off", "$5m was wiped off": the verb stands up to three tokens before or behind."""
    if t.low[k] in _BE and not _TAKING_OFF.isdisjoint(t.low[k + 1 : k + 4]):
        return "off" in t.low[k + 2 : k + 5]
    return t.low[k] == "off" and not _TAKING_OFF.isdisjoint(t.low[amount.first - 3 : amount.first])
