"""Recurring and undatable times: every year, quarterly, in recent years."""

from __future__ import annotations

from pipeline.stages.times.grammar import numbers
from pipeline.stages.times.nodes import Recurring, Vague
from pipeline.stages.times.parser import Match, Parser
from pipeline.stages.times.vocabulary import MONTHS, RECURRING, SEASONS, TIME_UNITS, WEEKDAYS

_CLOSERS = frozenset({"", ".", ",", ";", ")", "and", "or", "when", "as", "with", "after", "before"})


def every(p: Parser, i: int) -> Match | None:
    """Read "every year", "each quarter", "every two weeks", "every Monday", "each March"."""
    j = i + 1
    j += p.words[j] in ("single", "other", "calendar", "fiscal", "business", "working", "trading")
    if p.words[j] in WEEKDAYS:
        return Recurring(f"XXXX-WXX-{WEEKDAYS[p.words[j]] + 1}"), j + 1
    if p.words[j] in SEASONS or (p.words[j] in MONTHS and p.capital(j)):
        return Recurring(f"XXXX-{SEASONS.get(p.words[j]) or format(MONTHS[p.words[j]], '02')}"), j + 1
    found = (numbers.integer(p, j) or numbers.ordinal_at(p, j)) if p.words[i] == "every" else None
    n, j = found if found else (1, j)
    if found and p.words[j] in WEEKDAYS:
        return Recurring(f"P{n}W"), j + 1
    unit = TIME_UNITS.get(p.words[j])
    if unit is None or (p.words[j + 1] == "of" and p.words[j + 2] != "the"):
        return None  # "every year of service"
    return Recurring(f"P{n * unit.size}{unit.iso}"), j + 1


def plural_day(p: Parser, i: int) -> Match | None:
    """Read "(on) Mondays", "(on) weekdays"."""
    name = p.words[i].removesuffix("s")
    return Recurring(f"XXXX-WXX-{WEEKDAYS[name] + 1}" if name in WEEKDAYS else "P1D"), i + 1


def adverb(p: Parser, i: int) -> Match | None:
    """Read "quarterly", "annually", "(on a) daily basis" where they tell how often, not what kind."""
    value = RECURRING[p.words[i]]
    if i and p.capital(i - 1) and (p.capital(i) or p.words[i - 2] in ("a", "an", "the")):
        return None  # "the Fleet Weekly", "a Danish weekly"
    if p.words[i + 1] == "basis":
        return Recurring(value), i + 2
    if p.words[i].endswith("ally") or (p.words[i + 1] in _CLOSERS and p.words[i - 1] not in ("the", "a", "and")):
        return Recurring(value), i + 1
    return None


def recent(p: Parser, i: int) -> Match | None:
    """Read "recent years", "recent weeks"."""
    unit = TIME_UNITS.get(p.words[i + 1])
    return (Vague("PAST_REF"), i + 2) if unit and p.words[i + 1].endswith("s") else None
