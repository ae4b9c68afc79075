"""Quarters, halves and other ordinal periods in words: "the third quarter of 2019", "first nine months"."""

from __future__ import annotations

from dataclasses import replace

from pipeline.stages.times.grammar import numbers
from pipeline.stages.times.grammar.ended import FISCAL, ended_after
from pipeline.stages.times.grammar.units import unit_whole
from pipeline.stages.times.grammar.years import double_label, year_of
from pipeline.stages.times.nodes import Anaphor, Ended, FiscalYear, Fixed, Node, Piece, Range, Shift, Vague, Within
from pipeline.stages.times.parser import Match, Parser
from pipeline.stages.times.spans import piece_span, years_span
from pipeline.stages.times.vocabulary import TIME_UNITS, WEEKDAYS, Unit

_QUARTERS = {"quarter": 4, "half": 2}
_OWNERS = frozenset({"its", "their", "our", "his", "her", "my", "whose"})
_DURING = frozenset({"in", "over", "during", "within", "for", "after"})


def ordinal_piece(p: Parser, i: int) -> tuple[Piece, int] | None:
    """Read "third quarter", "third-quarter", "first fiscal quarter", "second half", "final quarter"."""
    found = _rank(p, i)
    if found is None:
        return None
    n, j = found
    j += p.words[j] in ("-", "‑")
    fiscal = p.words[j] in FISCAL
    j += fiscal or p.words[j] == "calendar"
    j += p.words[j] in ("-", "‑")
    word = p.words[j]
    unit = TIME_UNITS[word].name if word in TIME_UNITS else ""
    if unit not in _QUARTERS or abs(n) > _QUARTERS[unit]:
        return None
    if p.at(j + 1, "running") or p.at(j + 1, "in", "a", "row") or p.at(j + 1, "on", "the", "trot"):
        return None  # "for the fourth quarter running"
    n = n if n > 0 else _QUARTERS[unit] + 1 + n
    return Piece(unit, n, fiscal=fiscal), j + 1 + (p.at(j + 1, "-", "year") and unit == "half") * 2


def _short_whole(p: Parser, j: int) -> tuple[Node, int] | None:
    """Read what has halves of days and weeks: "(the first half of) the quarter", "March", "last month"."""
    whole = p.whole(j)
    if whole and isinstance(whole[0], (Piece, Shift)) and whole[0].unit in ("quarter", "month"):
        return None if isinstance(whole[0], Piece) and whole[0].day else whole
    if p.words[j] == "the" and p.words[j + 1] in ("quarter", "month"):
        return Anaphor(p.words[j + 1]), j + 2
    return None


def _rank(p: Parser, i: int) -> tuple[int, int] | None:
    if p.words[i] == "back":
        if p.words[i - 1] != "the" or p.words[i + 1] != "half":
            return None
        return 2, i + 1
    if p.words[i] in ("final", "closing"):
        return -1, i + 1
    if p.words[i] == "opening":
        return 1, i + 1
    return numbers.ordinal_at(p, i)


def ordinal_period(p: Parser, i: int) -> Match | None:
    """Read "third quarter of 2019", "first half", "first nine months", "first week of May"."""
    if found := ordinal_piece(p, i):
        piece, j = found
        if piece.unit == "half" and p.words[j] == "of" and (short := _short_whole(p, j + 1)):
            return Within("half", int(piece.n), short[0]), short[1]
        if p.at(j, "of", "calendar") and (calendar := numbers.year(p, j + 2 + (p.words[j + 2] == "year"))):
            return Fixed(piece_span(piece.unit, piece.n, calendar[0])), calendar[1]
        year = piece_year(p, j)
        if year:
            piece, j = replace(piece, year=year[0], fiscal=isinstance(year[0], FiscalYear)), year[1]
        return ended_after(p, (piece, j))
    rank = _rank(p, i)
    return _ordinal_units(p, *rank) if rank else None


def piece_year(p: Parser, j: int) -> tuple[Node, int] | None:
    """Read the year of a quarter or half: "2019", "of last year", "of the year ended …", "of the decade"."""
    if found := year_of(p, j):
        return double_label(p, *found) or found
    if p.words[j] == "of":
        if p.at(j + 1, "the", "decade"):
            return Shift("decade", 0), j + 3
        whole = p.whole(j + 1)
        if whole and isinstance(whole[0], (FiscalYear, Ended, Range, Piece)):
            return whole
    return None


def _ordinal_units(p: Parser, n: int, j: int) -> Match | None:
    """Read "first nine months (of 2019)", "first week of 2015", "second Tuesday of March", "21st century"."""
    found = numbers.integer(p, j)
    count, k = found if found else (1, j)
    k += p.words[k] == "-"
    word = p.words[k]
    if word in WEEKDAYS and not found and p.words[k + 1] in ("of", "in"):
        whole = p.whole(k + 2)
        return (Within("day", n, whole[0], 1, WEEKDAYS[word]), whole[1]) if whole else None
    unit = TIME_UNITS.get(word)
    if not found and word.endswith("s"):
        return None  # "the first months": nobody knows how many
    if unit is None or not 1 <= count <= 52:
        return None
    if n == 1 and _is_of_something(p, k, unit, count):
        return Vague(f"P{count * unit.size}{unit.iso}"), k + 1
    if unit.size == 100 and not found:
        return Fixed(years_span((n - 1) * 100, 100)), k + 1
    return _of_whole(p, unit.name, n if n > 0 else -count, count, k + 1)


def _is_of_something(p: Parser, k: int, unit: Unit, count: int) -> bool:
    """Tell "its first nine months" of life, "in the first year" of use from "the first nine months" of a year.

    `k` is the token of the unit.
    """
    i = k - 1
    while i and p.words[i] not in ("first", "1st", "opening"):
        i -= 1
    if p.words[i - 1] in _OWNERS or (p.words[i - 1] == "s" and p.words[i - 2] == "'"):
        return p.words[k + 1] not in ("of", "in")
    years = unit.name == "year" or (unit.name == "month" and count > 11)
    return years and p.words[i - 1] == "the" and p.words[i - 2] in _DURING and p.words[k + 1] not in ("of", "in")


def _of_whole(p: Parser, unit: str, n: int, count: int, j: int) -> Match | None:
    complement = p.words[j] in ("of", "in")
    whole = p.whole(j + 1) or unit_whole(p, j + 1) if complement else year_of(p, j)
    if whole:
        return Within(unit, n, whole[0], count), whole[1]
    if count > 1 and unit in ("month", "quarter") and n == 1:
        return ended_after(p, (Piece(unit, 1, count=count), j))
    return None
