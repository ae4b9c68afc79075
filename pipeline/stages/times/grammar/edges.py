"""Parts of periods: early 2019, late last year, the end of March, year to date, the rest of the year."""

from __future__ import annotations

from pipeline.stages.times.grammar import numbers
from pipeline.stages.times.grammar.units import unit_whole
from pipeline.stages.times.grammar.years import DASHES
from pipeline.stages.times.nodes import Anaphor, Edge, Fixed, Holiday, Node, Piece, Recurring, Shift, Vague
from pipeline.stages.times.parser import Match, Parser
from pipeline.stages.times.spans import year_span
from pipeline.stages.times.vocabulary import EDGES, FUNCTION_WORDS, TIME_UNITS, cues

_NOUN = 3
"""Tokens at most in "(the) coronavirus pandemic"."""
_THE = ("the", "this", "that")

_PARTS_OF_DAY = ("today", "tonight", "yesterday")


def edge(p: Parser, i: int) -> Match | None:
    """Read "early 2019", "mid-December", "the end of 2020", "later this year", "end-March"."""
    part, j = EDGES[p.words[i]], i + 1
    if part in ("early", "start", "end") and (era := _of_era(p, j)):
        return era
    if p.words[j] in (*DASHES, "to") and (p.words[j] == "to" or p.words[j + 1] == "to"):
        k = j + 1 if p.words[j] == "to" else j + 2  # "mid-to-late 2019"
        k += p.words[k] in DASHES
        if EDGES.get(p.words[k]) in ("mid", "late"):
            part, j = "mid", k + 1
    if part in ("earlier", "later"):
        return _earlier(p, part, j)
    linked = p.words[j] in DASHES and p.glued(j)
    j += linked
    if part in ("early", "mid", "late"):
        j += p.words[j] in ("in", "into", "of", "on") or p.words[j] == "part"
        j += p.words[j] == "of"
    elif p.words[j] == "of" or (p.words[j] == "to" and part == "start"):
        j += 1
    elif not linked:
        return None
    found = p.whole(j) or unit_whole(p, j)
    return (Edge(part, found[0]), found[1]) if found and _has_parts(found[0], part) else None


def _of_era(p: Parser, j: int) -> Match | None:
    """Read "(the early) days of the pandemic", "(the end) of the trade war": nobody knows the days."""
    j += p.words[j] in ("days", "weeks", "months", "years", "stages")
    if p.words[j] != "of" or p.words[j + 1] not in ("the", "this", "that"):
        return None
    end = next((k for k in range(j + 2, j + 2 + _NOUN) if p.words[k] in cues("era")), None)
    return (Vague("PAST_REF"), end + 1) if end and all(w.isalpha() for w in p.words[j + 2 : end]) else None


def _has_parts(node: Node, part: str) -> bool:
    if isinstance(node, (Recurring, Vague, Edge)):
        return False
    if isinstance(node, Holiday):
        return False
    return part not in ("early", "mid", "late") or not (isinstance(node, Piece) and node.day)


def _earlier(p: Parser, part: str, j: int) -> Match | None:
    if p.words[j] in _PARTS_OF_DAY:
        return Shift("day", -1 if p.words[j] == "yesterday" else 0), j + 1
    j += p.words[j] in ("in", "on")
    found = p.phrase(j) if p.words[j] not in _THE else p.phrase(j) or unit_whole(p, j)
    if found is None:
        return None
    node = found[0]
    if isinstance(node, Shift) and node.unit == "day":
        return found
    return (Edge(part, node), found[1]) if isinstance(node, (Shift, Piece, Fixed)) else None


def so_far(p: Parser, i: int) -> Match | None:
    """Read "so far this year", "so far in 2019"."""
    if not p.at(i, "so", "far"):
        return None
    found = p.whole(i + 3 if p.words[i + 2] in ("in", "during") else i + 2) or None
    if found is None and p.words[i + 2] in ("in", "during"):
        found = unit_whole(p, i + 3)
    return (Edge("so_far", found[0]), found[1]) if found and isinstance(found[0], (Shift, Fixed)) else None


def to_date(p: Parser, i: int) -> Match | None:
    """Read "year to date", "year-to-date", "YTD", "quarter-to-date", "year-end 2019", "(the) year so far"."""
    if p.words[i] == "ytd":
        return Edge("so_far", Shift("year", 0)), i + 1
    unit = TIME_UNITS[p.words[i]].name
    if p.words[i - 1].endswith("est") or p.words[i - 1] == "best":
        return None  # "our strongest quarter to date"
    if p.at(i + 1, "to", "date"):
        return Edge("so_far", Shift(unit, 0)), i + 3
    if p.at(i + 1, "-", "to", "-", "date"):
        return Edge("so_far", Shift(unit, 0)), i + 5
    if p.at(i + 1, "so", "far"):
        return Edge("so_far", Shift(unit, 0)), i + 3
    j = i + 2 if p.words[i + 1] in DASHES else i + 1
    if p.words[j] != "end" or unit not in ("year", "quarter", "month"):
        return None
    adjective = j == i + 2 and p.words[j + 1].isalpha() and p.words[j + 1] not in FUNCTION_WORDS
    return None if adjective else _unit_end(p, unit, j)  # "the year-end dividend"


def _unit_end(p: Parser, unit: str, j: int) -> Match:
    j += 1
    k = j + 1 if p.words[j] in ("of", "in") else j
    if unit == "year" and (found := numbers.year(p, k)):
        return Edge("end", Fixed(year_span(found[0]))), found[1]
    return Edge("end", Anaphor("year") if unit == "year" else Shift(unit, 0)), j
