"""Fiscal years and their quarters in words: "fiscal 2024", "financial year 2020-21", "full-year 2019"."""

from __future__ import annotations

from dataclasses import replace

from pipeline.stages.times.grammar import numbers
from pipeline.stages.times.grammar.codes import TRAILING, coded_piece, piece_of_year
from pipeline.stages.times.grammar.ended import FISCAL, ended_after, ended_on
from pipeline.stages.times.grammar.quarters import ordinal_piece, piece_year
from pipeline.stages.times.grammar.years import DASHES
from pipeline.stages.times.nodes import Ended, FiscalYear, Fixed, Node, Piece, Shift
from pipeline.stages.times.parser import Match, Parser
from pipeline.stages.times.spans import year_span

_PLACING = frozenset({"in", "for", "during", "over", "of"})
_POSTMODIFIERS = frozenset({"of", "to", "that", "when", "ended", "ending", "beginning", "starting", "between"})


def fiscal(p: Parser, i: int) -> Match | None:
    """Read "fiscal 2024", "fiscal year 2024 second quarter", "financial year 2020-21", "fiscal Q3"."""
    j = i + 1
    j += p.words[j] in ("year", "years")
    if j == i + 1 and (piece := _piece(p, j)):
        return _fiscal_piece(p, *piece)
    j += p.words[j] == "of" and numbers.is_year(p.words[j + 1])
    found_year = numbers.year(p, j)
    if found_year is None:
        return _bare_fiscal(p, j) if j == i + 2 else None
    label, j = found_year
    second = p.words[j + 1]
    if p.words[j] in ("/", "-", "–") and p.glued(j) and second.isdecimal() and len(second) in (2, 4):
        label, j = numbers.full_year(int(second)), j + 2
    year = FiscalYear(label)
    return ended_after(p, piece_of_year(p, year, j) or (year, j))


def _piece(p: Parser, j: int) -> tuple[Piece, int] | None:
    """Read "third quarter" or "Q3" behind "fiscal"."""
    if found := ordinal_piece(p, j):
        return found
    m = TRAILING.fullmatch(p.words[j])
    return coded_piece(m[1], int(m[2]), None, j + 1) if m and not m[3] else None


def _fiscal_piece(p: Parser, piece: Piece, j: int) -> Match:
    year = piece_year(p, j)
    label: Node = FiscalYear()
    if year:
        label, j = year
        if isinstance(label, Fixed) and label.span.first:
            label = FiscalYear(label.span.first.year)
        elif isinstance(label, Shift):
            label = replace(label, fiscal=True)
    return ended_after(p, (replace(piece, year=label if year else None, fiscal=True), j))


def _bare_fiscal(p: Parser, j: int) -> Match | None:
    ended = ended_on(p, Ended("year", 1, FiscalYear(), fiscal=True), j)
    if ended or p.words[j - 3] != "the" or p.words[j - 4] not in _PLACING or p.words[j] in _POSTMODIFIERS:
        return ended
    return FiscalYear(), j  # "for the financial year"


def full_year(p: Parser, i: int) -> Match | None:
    """Read "full-year 2019", "full year 2019", "full financial year 2023-24"."""
    j = i + 2 if p.words[i + 1] in DASHES else i + 1
    if p.words[j] in FISCAL:
        return fiscal(p, j)
    found = numbers.year(p, j + 1) if p.words[j] == "year" else None
    return (Fixed(year_span(found[0]), fiscal=True), found[1]) if found else None
