"""Finds the unit of percentages, measures and lengths of time behind a number."""

from __future__ import annotations

from dataclasses import replace

from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.tokens import HYPHENS, Tokens
from pipeline.stages.quantities.unit_tables import Unit, glued_only, reserve, tables, unit_starts

_ARTICLE = cue("article")
_POINTS_OF_TIME = cue("point_of_time")
_UNIT_HOMONYM = cue("unit_homonym")
_UNIT_TAIL = cue("unit_tail")
_LONG = frozenset({"day", "week", "month", "quarter", "year"})
"""Lengths of time that an amount is counted per; shorter ones make a unit of speed or flow."""

_TABLES, _RESERVE, _STARTS, _GLUED_ONLY = tables(), reserve(), unit_starts(), glued_only()
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}

BEGINNINGS = frozenset(_STARTS | HYPHENS | _BRACKETS.keys())
"""Tokens, in lower case, that a unit, or what joins it to its number, may begin with."""


def unit_at(t: Tokens, i: int) -> tuple[Unit, int] | None:
    """Return the unit that begins at token `i`, behind a number, and the index of the token after it."""
    if t.words[i] in _BRACKETS:
        inner = _simple(t, i + 1)
        closed = inner and t.words[inner[1]] == _BRACKETS[t.words[i]]
        return (inner[0], inner[1] + 1) if inner and closed else None
    start = i + 1 if _is_loose_percent(t, i) else t.after_hyphen(i)
    found = _simple(t, start)
    if found is None:
        return None
    unit, end = found
    singular = start == i and end == start + 1 and t.low[end] != "old"
    if singular and t.low[start] in _UNIT_HOMONYM:
        return None  # "three second homes", "two quarter finals": only "3-second", "two quarters"
    if start == i and _is_compound_word(t, end):
        return None
    return _compound(t, unit, end)


def _is_loose_percent(t: Tokens, i: int) -> bool:
    """Say whether a hyphen that stands apart joins a number with its percent: "a 23 - per cent rise"."""
    return t.words[i] in HYPHENS and (t.low[i + 1 : i + 3] == ["per", "cent"] or t.low[i + 1] in ("percent", "pc"))


def _is_compound_word(t: Tokens, end: int) -> bool:
    """Say whether the unit's word before `end` is the first of a compound, as in "two day-care centres"."""
    joined = t.is_hyphen(end) and t.words[end - 1].isalpha() and t.words[end + 1].isalpha()
    return joined and t.low[end + 1] not in _UNIT_TAIL


def _simple(t: Tokens, i: int) -> tuple[Unit, int] | None:
    """Return the unit without a rate at token `i`: the longer of name and symbol, else one of the reserve."""
    if t.low[i] not in _STARTS:
        return None
    named = _TABLES.words.at(t.low, i)
    symbol = _symbol(t, i)
    if symbol and (named is None or symbol[1] > named[1]):
        return symbol
    return named or _reserved(t, i)


def _symbol(t: Tokens, i: int) -> tuple[Unit, int] | None:
    word, glued = t.words[i], t.glued[i] and t.words[i - 1] not in HYPHENS
    found = _TABLES.symbols.at(t.words, i)
    if found and found[1] > i + 1 and t.words[found[1] - 1].isdigit() and not t.glued[found[1] - 1]:
        found = _TABLES.symbols.at([word, ""], 0)  # "12 m 2 dm" has no square metres
        found = (found[0], i + 1) if found else None
    if found and t.words[found[1] - 1] == "." and found[1] >= t.last:
        found = found[0], found[1] - 1  # the full stop of the sentence
    folded = _TABLES.folded.get(t.low[i])
    shouted = folded and folded.kind == "percent" and word.isupper() and not t.words[i + 1].isupper()
    if found is None and folded and not shouted and (glued or len(word) > 2 or not word.istitle()):
        found = folded, i + 1
    feet_before = t.low[i] == "in" and t.low[i - 2] in ("ft", "feet")
    if found is None or (not glued and word in _GLUED_ONLY and not feet_before):
        return None
    model = t.glued[found[1]] and t.words[found[1]][0].isalnum() and t.words[found[1] - 1].isalpha()
    return None if model else found  # "24703m212" is no measure


def _reserved(t: Tokens, i: int) -> tuple[Unit, int] | None:
    words, symbols = _RESERVE
    unit = symbols.get(t.words[i]) if t.glued[i] and t.words[i - 1] not in HYPHENS else None
    return (unit, i + 1) if unit else words.at(t.low, i)


def _compound(t: Tokens, unit: Unit, end: int) -> tuple[Unit, int]:
    """Join "km/h", "grams per kilometre", "kWh/100 km", "miles an hour"; "barrels per day" is a rate."""
    if unit.kind == "percent" or unit.per:
        return unit, end
    k = _behind_joint(t, end)
    hundred = f"{t.words[k]}_" if t.words[k] in ("100", "1000") else ""
    below = _simple(t, k + 1 if hundred else k) if k > end else None
    if below is None or below[0].kind == "percent":
        return unit, end
    name = below[0].name
    if name in _LONG:
        return (replace(unit, per=name), end) if unit.kind == "measure" else (unit, end)
    if unit.kind == "duration" or (t.low[end] in _ARTICLE and below[0].kind != "duration"):
        return unit, end
    return Unit(f"{unit.name}_per_{hundred}{name}", "measure", unit.factor), below[1]


def _behind_joint(t: Tokens, end: int) -> int:
    """Return the index behind "/", "per", "-per-", "a" or "an" at token `end`, else `end`."""
    if t.words[end] == "/":
        return end + 1 if t.glued[end] else end
    k = t.after_hyphen(end)
    dated = t.low[k] in _ARTICLE and t.low[k + 2] in _POINTS_OF_TIME - {"from"}  # "131,000 ounces a year ago"
    if t.low[k] == "per" or (k == end and t.low[k] in _ARTICLE and not dated):
        return t.after_hyphen(k + 1)
    return end
