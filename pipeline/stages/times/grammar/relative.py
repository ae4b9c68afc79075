"""Periods beside the present one: last month, this fiscal year, the next ten years, previous Monday."""

from __future__ import annotations

from dataclasses import replace

from pipeline.stages.times.grammar import numbers
from pipeline.stages.times.grammar.ago import PERIODS
from pipeline.stages.times.grammar.ended import FISCAL, ended_after, units_ended
from pipeline.stages.times.grammar.quarters import ordinal_piece
from pipeline.stages.times.grammar.units import is_fiscal, unit_at, unit_whole, units_after_number
from pipeline.stages.times.nodes import Holiday, Matching, Node, Piece, Shift, Vague, Weekday, Window, Within
from pipeline.stages.times.parser import Match, Parser
from pipeline.stages.times.vocabulary import (
    MONTH_FORMS,
    MONTHS,
    RELATIONS,
    SEASONS,
    TIME_UNITS,
    WEEKDAYS,
    Unit,
)

_DAYTIMES = ("morning", "afternoon", "evening", "night")
_DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "tmrw": 1, "otd": 0}
_LASTING = frozenset({"that", "which", "to", "will", "would", "can", "could", "should", "may", "might", "must", "not"})
"""Behind these "last two years" is a verb with a length of time."""
_CLOSERS = frozenset({"", ".", ",", ";", ")", "and", "or", "but", "to", "as", "with", "while", "from"})
_RECENT = frozenset({"past", "coming", "upcoming"})


def deictic(p: Parser, i: int) -> Match | None:
    """Read "today", "yesterday evening", "tomorrow"."""
    j = i + 2 if p.words[i + 1] in _DAYTIMES else i + 1
    return Shift("day", _DEICTIC[p.words[i]]), j


def day_beside(p: Parser, i: int) -> Match | None:
    """Read "(the) day before yesterday", "(the) day after tomorrow", "(the) day after", "the day before"."""
    if p.words[i + 1] not in ("before", "after"):
        return None
    sign = -1 if p.words[i + 1] == "before" else 1
    offset = _DEICTIC.get(p.words[i + 2])
    if offset:
        return Shift("day", offset + sign), i + 3
    if p.words[i - 1] == "the" and p.words[i + 2] in ("", ".", ",", "?", ";"):
        return Shift("day", sign, "focus"), i + 2
    return None


def relation(p: Parser, i: int) -> Match | None:
    """Read "last month", "the next ten years", "this September", "previous Monday", "the past few years"."""
    if p.words[i + 1] == "time" and p.at(i, "this", "time", "last", "year"):
        return Shift("year", -1, exact=True), i + 4
    word = RELATIONS[p.words[i]]
    offset, anchor, j = word.offset, word.anchor, i + 1
    if anchor == "focus" and p.words[i - 1] not in ("the", "that", "its", "a"):
        anchor = "published"
    if p.at(i, "next", "day") and p.words[i - 1] == "the":
        anchor = "focus"
    recent = p.words[i] in _RECENT
    if p.words[j] in RELATIONS and p.words[i] in ("this", "last"):
        offset, recent, j = RELATIONS[p.words[j]].offset, True, j + 1
    return (
        _named(p, i, j, offset, recent)
        or _counted(p, i, j, offset, anchor)
        or _single(p, i, j, offset, anchor)
        or _compound(p, i, j, offset)
        or _season(p, j, offset)
    )


def _season(p: Parser, j: int, offset: int) -> Match | None:
    """Read "(this) festive season", "(next) season": no calendar has its days."""
    k = j if p.words[j] == "season" else j + 1
    if p.words[k] != "season" or not p.words[j].isalpha():
        return None
    return Vague({-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[offset]), k + 1


def _named(p: Parser, i: int, j: int, offset: int, recent: bool) -> Match | None:
    """Read the weekday, month, season or day behind the relation."""
    word = p.words[j]
    if word in WEEKDAYS:
        return _weekday(p, i, j, offset, recent)
    if word in MONTHS and (p.capital(j) or MONTH_FORMS[word] != "verb"):
        found = p.phrase(j)
        return (_in_relative_year(found[0], offset), found[1]) if found else None
    if word in SEASONS:
        return Piece("season", SEASONS[word], Shift("occurrence", offset)), j + 1
    if word in _DAYTIMES and p.words[i] in ("this", "last"):
        today = p.words[i] == "this"
        return (Shift("day", 0 if today else -1), j + 1) if today or word in ("night", "evening") else None
    return _dated(p, j, offset)


def _weekday(p: Parser, i: int, j: int, offset: int, recent: bool) -> Match | None:
    found = p.phrase(j)
    if found and not isinstance(found[0], Weekday):
        return found
    back = p.words[i - 1] == "the" and offset == 1
    number = WEEKDAYS[p.words[j]]
    return (Weekday(number, offset, recent=recent, back=back), found[1]) if found else None


def _dated(p: Parser, j: int, offset: int) -> Match | None:
    found = p.phrase(j)
    if not found:
        return None
    if isinstance(found[0], Holiday):
        return Holiday(found[0].name, found[0].year, offset), found[1]
    if isinstance(found[0], Piece) and found[0].day and p.words[j][:1].isdecimal():
        return _in_relative_year(found[0], offset), found[1]
    return None


def _in_relative_year(node: Node, offset: int) -> Node:
    if isinstance(node, Piece) and node.year is None:
        return Piece(node.unit, node.n, Shift("occurrence", offset), node.count, node.day, node.weekday)
    return node


def _counted(p: Parser, i: int, j: int, offset: int, anchor: str) -> Match | None:
    """Read "last two years", "next 15 to 20 years", "past few months"."""
    found = numbers.amount(p, j) if offset and p.words[j] not in ("a", "an") else None
    if found is None or (p.words[i] == "last" and p.words[i - 1] in _LASTING):
        return None
    n, k = found
    k += p.words[k] == "of"
    unit = units_after_number(p, k)
    if unit is None:
        return None
    noun, end = unit
    if n is None:
        return Window(noun.name, None, offset, noun.iso), end
    if p.words[end] == "of" and p.words[i] == "last":
        return _last_of(p, noun, int(n), end)
    if offset < 0 and (ended := units_ended(p, j)):
        return ended  # "the trailing twelve months ended March 31"
    return Window(noun.name, n, offset, noun.iso, noun.size, anchor), end


def _single(p: Parser, i: int, j: int, offset: int, anchor: str) -> Match | None:
    """Read "last month", "this fiscal year", "past year", "coming years", "last quarter of 2019"."""
    if p.words[j] == "fiscal" and p.words[j + 1] in _CLOSERS:
        return Shift("year", offset, anchor, fiscal=True), j + 1  # "this fiscal"
    found = unit_at(p, j)
    if found is None or (p.words[found[1]] in ("-", "‑") and p.glued(found[1])):
        return None
    noun, end = found
    if p.words[end - 1].endswith("s"):
        return (Vague("PAST_REF" if offset < 0 else "FUTURE_REF"), end) if offset else None
    if offset and _runs(p, i, noun):
        return Window(noun.name, 1, offset, noun.iso, noun.size, "published"), end
    last_of = p.words[i] == "last" and p.words[end] == "of" and _last_of(p, noun, 1, end)
    return last_of or _matching(p, i, noun, end) or _unit(p, j, found, Shift("", offset, anchor))


def _unit(p: Parser, j: int, found: tuple[Unit, int], frame: Shift) -> Match | None:
    """Read the unit itself: "last month", "this fiscal year"; halves are only read with an ordinal."""
    noun, end = found
    if noun.name == "half":
        return None
    node = replace(frame, unit="decade" if noun.size == 10 else noun.name, fiscal=is_fiscal(p, j, end))
    if noun.name == "year" and (part := _part_of_years(p, node, end)):
        return part
    if node.fiscal and noun.name == "year":
        return ended_after(p, (node, end))
    return _weekday_in(p, node, end) or (node, end)


def _part_of_years(p: Parser, year: Shift, j: int) -> Match | None:
    """Read the quarter, half, month or season behind a possessive: "last year's second quarter"."""
    if not p.at(j, "'", "s"):
        return None
    fiscal, word = p.words[j + 2] in FISCAL, p.words[j + 2]
    piece = ordinal_piece(p, j + 2 + fiscal)
    if piece is None and word in MONTHS and p.capital(j + 2):
        piece = Piece("month", MONTHS[word]), j + 3
    elif piece is None and word in SEASONS:
        piece = Piece("season", SEASONS[word]), j + 3
    return (replace(piece[0], year=replace(year, fiscal=fiscal or year.fiscal)), piece[1]) if piece else None


def _runs(p: Parser, i: int, noun: Unit) -> bool:
    """Tell periods that run up to now ("the past year", "over the last month", "the next decade")."""
    if noun.size > 1 or (p.words[i] in ("past", "trailing") and noun.name != "quarter"):
        return True
    over = "over" in (p.words[i - 1], p.words[i - 2])
    return over and p.words[i] in ("last", "next", "coming") and noun.name in ("year", "month")


def _last_of(p: Parser, noun: Unit, n: int, end: int) -> Match | None:
    """Read "last quarter of 2019", "last three weeks of this year"."""
    whole = p.whole(end + 1) or (unit_whole(p, end + 1) if noun.name != "day" else None)
    return (Within(noun.name, -n, whole[0], n), whole[1]) if whole else None


def _matching(p: Parser, i: int, noun: Unit, end: int) -> Match | None:
    """Read "prior year period", "last year's quarter": the matching period of the year before."""
    if noun.name != "year" or p.words[i] not in ("last", "prior", "previous", "preceding"):
        return None
    if p.words[i - 1] == "(" and p.words[end] == ":":
        return Matching(), end  # "€5m (previous year: €4m)"
    k = end + 2 if p.at(end, "'", "s") else end
    if p.words[k] in PERIODS and (k > end or p.words[i] != "last"):
        return Matching(p.words[k]), k + 1
    return None


def _weekday_in(p: Parser, node: Shift, j: int) -> Match | None:
    """Read "next week Wednesday", "next week on Tuesday", "previous week - Monday"."""
    k = j + 1 if p.words[j] in ("on", "-", ",") else j
    if node.unit == "week" and p.words[k] in WEEKDAYS and len(p.words[k]) > 2 and p.words[k] != "sun":
        return Weekday(WEEKDAYS[p.words[k]], week=node), k + 1
    return None


def _compound(p: Parser, i: int, j: int, offset: int) -> Match | None:
    """Read "prior-year quarter", "previous-year period", "prior-year": the tokens from `j` on."""
    k = j + 1 if p.words[j] == "-" else j
    if p.words[k] != "year" or offset >= 0:
        return None
    k += 2 if p.words[k + 1] == "-" else 1
    if p.words[k] in PERIODS:
        return Matching(p.words[k]), k + 1
    return (Shift("year", -1, "focus"), k) if p.words[j] == "-" and p.words[i] != "last" else None


def after_next(p: Parser, i: int) -> Match | None:
    """Read "(the) week after next", "(the) month before last"."""
    offset = {"next": 2, "last": -2}.get(p.words[i + 2])
    if offset and p.words[i + 1] == ("after" if offset > 0 else "before"):
        return Shift(TIME_UNITS[p.words[i]].name, offset), i + 3
    return None
