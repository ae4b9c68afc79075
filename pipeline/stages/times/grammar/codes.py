"""Codes of quarters, halves, months and fiscal years: 3Q2019, Q3'19, 2021Q1, 1H20, 9M 2019, FY24."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.stages.times.grammar import numbers
from pipeline.stages.times.grammar.ended import ended_after
from pipeline.stages.times.grammar.quarters import ordinal_piece
from pipeline.stages.times.grammar.years import DASHES, double_label, is_next, year_of
from pipeline.stages.times.nodes import FiscalYear, Fixed, Node, Piece, Range
from pipeline.stages.times.parser import Match, Parser
from pipeline.stages.times.spans import year_span

_LEADING = re.compile(r"(\d{1,2})([qhm])((?:fy|cy)?(?:\d{4}|\d\d))?")
TRAILING = re.compile(r"([qh])([1-4])((?:fy|cy)?(?:\d{4}|\d\d))?")
_YEAR_CODE = re.compile(r"(\d{4}|fy\d\d|fy\d{4})([qh])([1-4])")
_ESTIMATE = re.compile(r"(.*\d\d)[aef]")
_YEAR_ONLY = re.compile(r"(fy|cy|fye)(\d{4}|\d\d)")
_PLOT, _PLOTS = re.compile(r"\d{4}[bcd]"), frozenset({"block", "blocks", "lot", "lots", "unit", "plot"})
"""Numbers of plots of land or sea: "blocks 2011A and 2213B" has no year that analysts estimate."""
_CODE_YEAR = re.compile(r"[ \u00a0]?(?:[-/'’]|of )?[ \u00a0]?((?:fy|cy)?['’ ]?)(\d{4}|\d\d)(?!\w)", re.IGNORECASE)
_CLOSES = re.compile(r"[;:)]|[.,](?!\d)|\s*\Z|\n")
_PIECES = {"q": ("quarter", 4), "h": ("half", 2)}


def code(p: Parser, i: int) -> Match | None:
    """Read a quarter, half, months or year code with its year: 3Q2019, Q3'19, 2021Q1, 1H20, 9M 2019, FY24."""
    word = p.words[i]
    if m := _ESTIMATE.fullmatch(word):  # "2Q24E", "FY2024F"
        word = m[1]
        if numbers.is_year(word):
            if p.words[i - 1] in _PLOTS or any(map(_PLOT.fullmatch, p.seen)):
                return None
            return Fixed(year_span(int(word))), i + 1
    if m := _YEAR_CODE.fullmatch(word):
        return coded_piece(m[2], int(m[3]), _year_label(m[1]), i + 1)
    if m := _YEAR_ONLY.fullmatch(word):
        return _year_code(p, m, i)
    if m := _LEADING.fullmatch(word):
        return _numbered(p, m[2], int(m[1]), m[3], i)
    if m := TRAILING.fullmatch(word):
        return _numbered(p, m[1], int(m[2]), m[3], i)
    return None


def _year_label(label: str) -> Node:
    number = numbers.full_year(int(label.lstrip("fcye")))
    return FiscalYear(number) if label.startswith("fy") else Fixed(year_span(number))


def _numbered(p: Parser, letter: str, n: int, label: str | None, i: int) -> Match | None:
    if label:
        return coded_piece(letter, n, _year_label(label), i + 1)
    year, j = _year_after_code(p, i + 1)
    if letter == "m" and (year is None or p.text[p.ends[i] - 1] != "M"):
        return None  # "€9m in 2021", and not "9M 2021"
    found = coded_piece(letter, n, year, j)
    return ended_after(p, found) if found else None


def coded_piece(letter: str, n: int, year: Node | None, j: int) -> tuple[Piece, int] | None:
    """Return the piece of a year that a code letter and number stand for, None where there is none."""
    if letter == "m":
        return (Piece("month", 1, year, count=n), j) if n in (3, 6, 9, 12) else None
    unit, most = _PIECES[letter]
    return (Piece(unit, n, year, fiscal=isinstance(year, FiscalYear)), j) if 1 <= n <= most else None


def _year_after_code(p: Parser, j: int) -> tuple[Node | None, int]:
    """Read the year behind "Q3": " 2019", "'19", "-2019", "/19", " FY24", " of fiscal 2024", " last year"."""
    m = _CODE_YEAR.match(p.text, p.ends[j - 1], p.ends[p.size])
    if m and _plausible(m):
        number = numbers.full_year(int(m[2]))
        year: Node = FiscalYear(number) if m[1][:2].lower() == "fy" else Fixed(year_span(number))
        end = p.index(m.end())
        return double_label(p, year, end) or (year, end)
    found = year_of(p, j)
    return found if found else (None, j)


def _plausible(m: re.Match[str]) -> bool:
    if len(m[2]) == 4:
        return numbers.is_year(m[2])
    ends = _CLOSES.match(m.string, m.end()) is not None  # "in Q4 25;"
    return "'" in m[0] or "’" in m[0] or bool(m[1]) or m[0][0] in "-/" or ends


def _year_code(p: Parser, m: re.Match[str], i: int) -> Match | None:
    """Read "FY24", "FY2020/21", "FY2021-23", "FY24 Q3", "FY24 second quarter"."""
    year, j = _year_label(m[0]), i + 1
    second = p.words[j + 1]
    if p.words[j] in ("/", *DASHES) and p.glued(j) and second.isdecimal() and len(second) in (2, 4):
        last = FiscalYear(numbers.full_year(int(second)))
        double = is_next(second, numbers.full_year(int(m[2])))
        return (last if double else Range(year, last)), j + 2
    return piece_of_year(p, year, j) or (year, j)


def piece_of_year(p: Parser, year: Node, j: int) -> Match | None:
    """Read the quarter or half that follows its year: "2019 Q3", "FY24 second quarter", "2019-H2"."""
    k = j + 1 if p.words[j] in ("-", ",", "'") and p.words[j + 1] else j
    k += p.words[k] == "s" and p.words[j] == "'"
    if m := TRAILING.fullmatch(p.words[k]):
        return coded_piece(m[1], int(m[2]), year, k + 1) if not m[3] else None
    found = ordinal_piece(p, k)
    if found and isinstance(found[0], Piece) and found[0].year is None and p.words[j] != ",":
        return replace(found[0], year=year), found[1]
    return None


def year_first_code(p: Parser, i: int) -> Match | None:
    """Read "2019 Q3", "2019-H2", "2019 third quarter"."""
    if not numbers.is_year(p.words[i]):
        return None
    return piece_of_year(p, Fixed(year_span(int(p.words[i]))), i + 1)
