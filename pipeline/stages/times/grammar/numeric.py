"""Dates in figures: 2019-09-24, 24/09/2019, 9/24/19, 24.09.2019, 20190924, 2019/aug/01, 2015-12, 10/25."""

from __future__ import annotations

import datetime as dt
import re

from pipeline.stages.times.grammar import numbers
from pipeline.stages.times.nodes import Fixed, Node, Piece, Range
from pipeline.stages.times.parser import Match, Parser
from pipeline.stages.times.spans import day_span, piece_span, year_span
from pipeline.stages.times.vocabulary import MONTHS, TIME_UNITS, WEEKDAYS

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_ISO = re.compile(
    r"(\d{4})([-/.]|(?= \d\d \d\d\b))\s?(\d{1,2})\2\s?(\d{1,2})(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?)?(?![\d])"
)
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d\d(?![\d:%]))|, ?(\d{4}))(?!\d)")
_COMPACT = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?!\w)")
_MONTH_YEAR = re.compile(r"(0?[1-9]|1[0-2])[-/](\d{4})(?![\d/-])")
_YEAR_MONTH = re.compile(r"(\d{4})-(0?[1-9]|1[0-2])(?![\w-])")
_DAY_MONTH = re.compile(r"(\d{1,2})([-/.])(\d{1,2})(?![\d/.%-]{0,9}\d)(?!%)")
_NAMED = re.compile(rf"(\d{{1,4}})[-/]({_MONTH})[-/](\d{{1,4}})(?!\w)", re.IGNORECASE)
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2}) ?[-–] ?(\d{1,2})/(\d{1,2})(?:(?:/|, ?)(\d{4}))?(?![\d/])")
_LICENCE = frozenset({"on", "by", "from", "to", "between", "until", "till", "this", "next", "dated", "date", ","})


def numeric_date(p: Parser, i: int, day_first: bool = False) -> Match | None:
    """Read a date in figures at token `i`; `day_first` decides "04/05/2019" where the numbers don't."""
    if not _goes_together(p, i) or not _stands_free(p, i):
        return None
    text, at = p.text, p.starts[i]
    if m := _SLASHES.match(text, at):
        found = _slash_range(p, i, m, day_first)
        return (found, p.index(m.end())) if found else None
    for pattern, read in _READERS:
        m = pattern.match(text, at)
        if m and not _goes_on(text, m.end()):
            found = read(m, day_first)
            return (found, p.index(m.end())) if found else None
    m = _DAY_MONTH.match(text, at)
    if m and _licensed(p, i, m) and (found := _day_month(m, day_first)):
        end = p.index(m.end())
        return (found, end) if p.words[end] not in TIME_UNITS else None  # "the next 12-18 months"
    return None


def _goes_together(p: Parser, i: int) -> bool:
    """Say whether figures or a month are joined to token `i`: all that the patterns below can match."""
    joined = p.words[i + 1] in ("-", "/", ".", "–") and p.glued(i + 1) and p.glued(i + 2)
    return joined or len(p.words[i]) == 8 or (len(p.words[i]) == 4 and p.words[i + 1].isdecimal())


def _slash_range(p: Parser, i: int, m: re.Match[str], day_first: bool) -> Node | None:
    """Read "10/1-11/7", "5/1-5/7, 2020": from a day to a day."""
    if not m[5] and p.words[i - 1] not in ("from", "between") and i:
        return None
    ends = []
    for a, b in ((m[1], m[2]), (m[3], m[4])):
        month, day = _order(int(a), int(b), day_first)
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        ends.append(Piece("month", month, day=day, year=Fixed(year_span(int(m[5]))) if m[5] else None))
    return Range(ends[0], ends[1])


def _stands_free(p: Parser, i: int) -> bool:
    """Refuse figures that go on to the left: phone numbers, codes, versions ("133-03-03-2020")."""
    if not p.glued(i):
        return True
    before = p.words[i - 1]
    if before == "-" and numbers.is_year(p.words[i - 2]) and p.words[i - 3] in ("/", "-"):
        return True  # the second day of "10/1/2018-10/7/2018"
    return not (before in ("-", "/", ".", ":", "+", "$") and p.glued(i - 1) and p.words[i - 2][-1:].isdecimal())


def _goes_on(text: str, end: int) -> bool:
    """Say whether the figures go on to the right ("2019-09-24-118")."""
    return text[end : end + 1] in ("-", "/", ".") and text[end + 1 : end + 2].isdecimal() and not _is_range(text, end)


def _is_range(text: str, end: int) -> bool:
    return text[end] == "-" and bool(_DAY_MONTH_YEAR.match(text, end + 1))


def _licensed(p: Parser, i: int, m: re.Match[str]) -> bool:
    """Say whether a word or date beside it licenses a day and a month alone ("10/25", "5.12")."""
    before = p.words[i - 1]
    if before in WEEKDAYS or (before in _LICENCE and m[2] == "/" and before != ",") or before in ("this", "next"):
        return True
    if m[2] == "." or m[2] == "-":
        return before == "on" and p.words[i - 2] in ("done", "due", "start", "held")
    listed = before in (",", "or", "-", "to", "and") and "/" in p.text[max(0, p.starts[i] - 8) : p.starts[i]]
    return listed or (i == 0 and p.text[m.end() : m.end() + 1] == "-")


def _iso(m: re.Match[str], day_first: bool) -> Node | None:
    return _day(int(m[1]), int(m[3]), int(m[4]))


def _compact(m: re.Match[str], day_first: bool) -> Node | None:
    return _day(int(m[1]), int(m[2]), int(m[3]))


def _day_month_year(m: re.Match[str], day_first: bool) -> Node | None:
    if m[2] == "." and len(m[4] or m[5]) == 2:
        return None  # a version number
    month, day = _order(int(m[1]), int(m[3]), day_first or m[2] == ".")
    return _day(numbers.full_year(int(m[4] or m[5])), month, day)


def _order(a: int, b: int, day_first: bool) -> tuple[int, int]:
    """Return (month, day) of two numbers."""
    if a > 12 or (day_first and b <= 12):
        return b, a
    return a, b


def _day(year: int, month: int, day: int) -> Node | None:
    try:
        return Fixed(day_span(dt.date(year, month, day)))
    except ValueError:
        return None


def _month_year(m: re.Match[str], day_first: bool) -> Node | None:
    return Fixed(piece_span("month", int(m[1]), int(m[2]))) if numbers.is_year(m[2]) else None


def _year_month(m: re.Match[str], day_first: bool) -> Node | None:
    follows = int(m[2]) == (int(m[1]) + 1) % 100  # "2011-12" is two years
    return Fixed(piece_span("month", int(m[2]), int(m[1]))) if numbers.is_year(m[1]) and not follows else None


def _named(m: re.Match[str], day_first: bool) -> Node | None:
    month, first, last = MONTHS[m[2].lower()], int(m[1]), int(m[3])
    if len(m[1]) == 4:
        return _day(first, month, last)
    return _day(numbers.full_year(last), month, first) if len(m[3]) in (2, 4) else None


def _day_month(m: re.Match[str], day_first: bool) -> Node | None:
    month, day = _order(int(m[1]), int(m[3]), day_first)
    return Piece("month", month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None


_READERS = (
    (_ISO, _iso),
    (_COMPACT, _compact),
    (_DAY_MONTH_YEAR, _day_month_year),
    (_NAMED, _named),
    (_MONTH_YEAR, _month_year),
    (_YEAR_MONTH, _year_month),
)
