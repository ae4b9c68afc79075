"""Reads lengths of time that have an article or nothing as number: "the next decade", "an hour", "a week or two"."""

from __future__ import annotations

from pipeline.stages.quantities.amounts import Amount, Numeral
from pipeline.stages.quantities.counted_nouns import ends_phrase
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.tokens import Tokens

_AFTER_STRETCH = cue("after_stretch")
_ARTICLE = cue("article")
_BEFORE_DECADE = cue("before_decade")
_BEFORE_STRETCH = cue("before_stretch")
_FULL = cue("full_stretch")
_NO_STRETCH_BEHIND = cue("no_stretch_behind")
_RECORD = cue("record_sign")
STRETCHES = frozenset({"minute", "hour", "day", "week", "month", "year"})
"""Units of time that stand behind an article as a length; "a second" and "a quarter" are mostly something else."""


def stretch_at(t: Tokens, i: int) -> Amount | None:
    """Return the length of time that the noun at token `i` states without a number, None where it states none."""
    if t.low[i] == "decade":
        return _length(t, i, i, 10, "year") if t.low[i - 1] in _BEFORE_DECADE else None
    first = i - 1 - (t.low[i - 1] in _FULL)
    if t.low[first] not in _ARTICLE:
        return None
    behind = t.low[i + 1 : i + 4]
    if behind == ["and", "a", "half"]:
        amount = _length(t, first, i, 3, t.low[i], below=2)
        amount.last = amount.after = i + 4
        return amount
    if behind[:2] == ["or", "two"]:
        amount = _length(t, first, i, 1, t.low[i])
        amount.upper, amount.last, amount.after = Numeral(i + 2, i + 3, 2, spelled=True), i + 3, i + 3
        return amount
    return _length(t, first, i, 1, t.low[i]) if _is_length(t, first, i) else None


def _is_length(t: Tokens, first: int, i: int) -> bool:
    """Tell "for a year", "within an hour of", "a day ahead" from "$2 a year", "a year ago" and "a year when"."""
    before, behind = t.low[first - 1], t.low[i + 1]
    if behind in _AFTER_STRETCH:
        return True
    if before == "of" and t.low[first - 2] == "part":
        return True
    if before not in _BEFORE_STRETCH or behind in _NO_STRETCH_BEHIND or t.is_hyphen(i + 1):
        return False
    if t.words[i + 1].isalpha() and not ends_phrase(behind):
        return False  # "in a year-end letter", "for a day trip"
    if before == "in" and not _RECORD.isdisjoint(t.low[first - 6 : first - 1]):
        return False  # "the most that it has ever sold in a month"
    return behind != "of" or before == "within"


def _length(t: Tokens, first: int, i: int, value: int, unit: str, below: int = 1) -> Amount:
    amount = Amount(Numeral(first, i + 1, value, below, spelled=True), first, i + 1, after=i + 1)
    amount.kind, amount.unit, amount.fixed = "duration", unit, True
    return amount
