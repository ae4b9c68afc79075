"""Unit nouns with their adjectives: "fiscal year", "business days", "consecutive quarters"."""

from __future__ import annotations

from pipeline.stages.times.nodes import Shift
from pipeline.stages.times.parser import Parser
from pipeline.stages.times.vocabulary import TIME_UNITS, Unit, cues

_WORKING = frozenset({"business", "working", "trading"})
_FISCAL = frozenset({"fiscal", "financial"})


def unit_at(p: Parser, j: int) -> tuple[Unit, int] | None:
    """Read a unit noun at token `j`, after the adjectives that may stand before one."""
    if p.words[j] in _WORKING and p.words[j + 1] in ("day", "days", "week"):
        weekly = p.words[j + 1] == "week"
        return Unit("workweek" if weekly else "workday", 1, "W" if weekly else "D"), j + 2
    while p.words[j] in cues("adjective"):
        j += 1
    unit = TIME_UNITS.get(p.words[j])
    return (unit, j + 1) if unit else None


def units_after_number(p: Parser, j: int) -> tuple[Unit, int] | None:
    """Read the same after a number, where any one adjective may come between: "ten difficult years"."""
    found = unit_at(p, j)
    if found is None and p.words[j].isalpha() and len(p.words[j]) > 3 and p.words[j + 1].endswith("s"):
        return unit_at(p, j + 1)
    return found


def is_fiscal(p: Parser, start: int, end: int) -> bool:
    """Say whether one of the tokens `[start, end)` is "fiscal" or "financial"."""
    return any(p.words[k] in _FISCAL for k in range(start, end))


def unit_whole(p: Parser, j: int) -> tuple[Shift, int] | None:
    """Read "(end of the) year", "(the start of the) day": a unit with its article alone, as a whole."""
    j += p.words[j] in ("the", "this", "that")
    j += p.words[j] in ("fiscal", "financial", "calendar")
    unit = TIME_UNITS.get(p.words[j])
    if unit is None or unit.size > 10 or p.words[j] in ("night", "half") or p.words[j].endswith("s"):
        return None
    if p.words[j + 1] in ("-", "‑", "–") and p.glued(j + 1):
        return None
    if unit.size == 10:
        return Shift("decade", 0), j + 1
    return Shift(unit.name, 0, "published" if unit.name != "day" else "focus"), j + 1
