"""Reads multiples: "doubled", "threefold", "twice as much", "10x"; "4 times a day" is a count."""

from __future__ import annotations

from fractions import Fraction

from pipeline.lexicon import rows
from pipeline.records import Trend
from pipeline.stages.quantities.amounts import Amount, Numeral
from pipeline.stages.quantities.change_words import follows_past_change
from pipeline.stages.quantities.counted_nouns import is_plural
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.tokens import Tokens

_BEFORE_ONCE = cue("before_once")
_BEHIND_DOUBLE = cue("behind_double")
_DOUBLE_SIGN = cue("double_sign")
_DOUBLE_ADVERB = cue("double_adverb")
_DOUBLE_VERB = cue("double_verb")
_FREQUENCY_FOLLOWER = cue("frequency_follower")
_MULTIPLE_FOLLOWER = cue("multiple_follower")
_MULTIPLE_FOLLOWER_CHANGED = cue("multiple_follower_changed")
_MULTIPLE_SIGN = cue("multiple_sign")
_MULTIPLIED = cue("multiplied")
_MULTIPLYING = cue("multiplying")
_NOT_COMPARATIVE = cue("not_comparative")
_NO_MULTIPLE = cue("no_multiple")
_PORTS = cue("port")


_MODEL = 2
"""More digits before a capital "X" are a model's number."""
_TRENDS: dict[str, Trend | None] = {"up": "up", "down": "down", "": None}
MULTIPLIERS = {r["word"]: (Fraction(r["value"]), _TRENDS[r["direction"]], r["use"]) for r in rows("multipliers")}
"""Value, direction and use of the words that say how many times as much."""


def multiplier_at(t: Tokens, i: int) -> Amount | None:
    """Return the multiple, or count of times, that "doubled", "threefold", "twice" or the like states at token `i`."""
    value, change, use = MULTIPLIERS[t.low[i]]
    following = t.low[i + 1]
    multiplies = following in _MULTIPLIED
    if following in _NO_MULTIPLE or t.is_hyphen(i + 1) or t.is_hyphen(i - 1):
        return None
    if use == "verb" and not (multiplies or t.low[i - 1] in _DOUBLE_SIGN or _is_verb_of_plural(t, i)):
        return None
    if use == "once" and t.low[i - 1] not in _BEFORE_ONCE:
        return None
    amount = Amount(Numeral(i, i + 1, value.numerator, value.denominator, spelled=True), i, i + 1, after=i + 1)
    if use == "once" or (use == "twice" and not multiplies and t.low[i - 1] not in _MULTIPLYING):
        amount.kind, amount.unit = "count", "time"
        return amount
    amount.kind, amount.unit = "multiple", "times"
    noun = use == "verb" and multiplies and not _is_verb(t, i)
    amount.change = None if noun else change
    return amount


def _is_verb_of_plural(t: Tokens, i: int) -> bool:
    """Read "as shipments triple.", "orders double in May": a plural before it and no noun behind it."""
    ends = not t.words[i + 1][:1].isalnum() or t.low[i + 1] in _BEHIND_DOUBLE
    return ends and not t.is_hyphen(i + 1) and is_plural(t.low[i - 1])


def _is_verb(t: Tokens, i: int) -> bool:
    """Say whether "to" or "will" makes a verb of "double" at token `i`: "will almost double", "to more than double"."""
    for k in range(i - 1, i - 4, -1):
        if t.low[k] in _DOUBLE_VERB or (t.low[k] not in _DOUBLE_ADVERB and not t.low[k].endswith(("ly", "fore"))):
            return t.low[k] in _DOUBLE_VERB
    return False


def read_multiple(t: Tokens, amount: Amount) -> bool:
    """Make a number with "x", "-fold" or "times" behind it a multiple, or a count of times."""
    last = amount.numeral.last
    end = t.after_hyphen(last) + 1
    word = t.low[end - 1]
    if word == "times":
        multiple = _is_multiple(t, amount, end)
    elif word in ("x", "×") and t.low[end] in _PORTS and amount.numeral.plain:
        amount.kind, amount.unit, amount.after = "count", "port", end
        return True
    elif (word in ("x", "×") and _is_factor(t, end)) or (word == "fold" and t.glued[end - 1]):
        multiple = True
    else:
        return False
    amount.after = end
    if multiple:
        amount.kind, amount.unit, amount.last = "multiple", "times", end
    else:
        amount.kind, amount.unit = "count", "time"
    return True


def _is_factor(t: Tokens, end: int) -> bool:
    """Say whether the "x" before token `end` multiplies, and is no sign between two numbers or part of a name."""
    if t.words[end - 1] == "X" and len(t.words[end - 2]) > _MODEL:
        return False  # "the Varno 450X"
    return t.glued[end - 1] and not t.words[end][:1].isdigit() and not (t.glued[end] and t.words[end].isalpha())


def _is_multiple(t: Tokens, amount: Amount, end: int) -> bool:
    """Tell "three times as much" and "15 times earnings" from "three times a day" and "met four times"."""
    following = t.low[end]
    if following in _FREQUENCY_FOLLOWER:
        return False
    if amount.numeral.denominator > 1 and amount.numeral.scale == 1:
        return True  # "2.4 times its debt"
    changed = follows_past_change(t, amount.first)
    comparative = following.endswith("er") and len(following) > 4 and following not in _NOT_COMPARATIVE
    if comparative or following in _MULTIPLE_FOLLOWER:
        return changed or following not in _MULTIPLE_FOLLOWER_CHANGED
    return changed or not _MULTIPLE_SIGN.isdisjoint(t.low[max(amount.first - 6, t.first) : amount.first])
