"""Years and decades, and the year that a partial date belongs to: absolute, fiscal, relative, in words."""

from __future__ import annotations

import datetime as dt
import re

from pipeline.stages.times.grammar import numbers
from pipeline.stages.times.grammar.ended import ended_after
from pipeline.stages.times.nodes import FiscalYear, Fixed, Node, Range, Shift
from pipeline.stages.times.parser import Match, Parser
from pipeline.stages.times.spans import year_span, years_span
from pipeline.stages.times.vocabulary import DECADES, RELATIONS

DASHES = ("-", "–", "—", "‑", "~")


_FISCAL_LABEL = re.compile(r"fy(\d\d|\d{4})")

_DECADE = re.compile(r"(\d{4}|\d\d)s")


def year_of(p: Parser, i: int, near: bool = True) -> tuple[Node, int] | None:
    """Read the year that a partial date belongs to: "2019", ", 2019", "of last year", "FY24", "this year".

    `near` False admits an absolute year only.
    """
    j = i + 1 if p.words[i] in (",", "of", "in", "for") else i
    if p.words[j] in ("the", "its") and p.words[i] in ("of", "in", "for"):
        j += 1
    if p.words[j] == "year" and numbers.is_year(p.words[j + 1]):
        j += 1
    if p.words[j] == "of" and j > i:
        j += 1
    if found := _absolute_year(p, j):
        return found if p.words[i] != "in" or not _counts(p, found[1]) else None
    return _relative_year(p, j) if near and p.words[i] != "," else None


def _counts(p: Parser, i: int) -> bool:
    return p.words[i] in ("%", "percent", "units", "people", "million")


def _absolute_year(p: Parser, i: int) -> tuple[Node, int] | None:
    if label := _FISCAL_LABEL.fullmatch(p.words[i]):
        return FiscalYear(numbers.full_year(int(label[1]))), i + 1
    if p.words[i] in ("fiscal", "financial", "fy"):
        j = i + 2 if p.words[i + 1] == "year" else i + 1
        found = numbers.year(p, j)
        if found:
            return FiscalYear(found[0]), found[1]
        return (FiscalYear(), j) if j == i + 2 else None
    if p.words[i] in ("calendar", "cy"):
        i += 2 if p.words[i + 1] == "year" else 1
    found = numbers.year(p, i)
    if found and p.words[found[1]] in ("fiscal", "financial") and p.words[found[1] + 1] == "year":
        return FiscalYear(found[0]), found[1] + 2
    return (Fixed(year_span(found[0])), found[1]) if found else None


def _relative_year(p: Parser, i: int) -> tuple[Node, int] | None:
    if p.words[i] == "year":
        return (Shift("year", 0, "focus"), i + 1) if p.words[i - 1] in ("the", "each") else None
    relation = RELATIONS.get(p.words[i])
    if relation is None:
        return (Shift("year", 0, "focus"), i + 2) if p.at(i, "that", "year") or p.at(i, "same", "year") else None
    fiscal = p.words[i + 1] in ("fiscal", "financial")
    j = i + 2 if fiscal or p.words[i + 1] == "calendar" else i + 1
    if p.words[j] != "year" or p.words[j + 1] in ("-", "ago"):
        return None
    anchor = "published" if p.words[i - 1] != "the" else relation.anchor
    return Shift("year", relation.offset, anchor, fiscal=fiscal), j + 1


def year_first(p: Parser, i: int) -> Match | None:
    """Read "2019", "2018-19", "1990s", "2019 fiscal year"."""
    word = p.words[i]
    if (m := _DECADE.fullmatch(word)) and word[-2] == "0":
        return Fixed(years_span(numbers.full_year(int(m[1])) // 10 * 10, 10)), i + 1
    if not numbers.is_year(word) or not numbers.plain(p, i):
        return None
    if p.words[i + 1] in ("fiscal", "financial") and p.words[i + 2] == "year":
        return ended_after(p, (FiscalYear(int(word)), i + 3))
    j = i + 2 if p.words[i + 1] == "'" else i + 1
    if p.words[j] == "s" and word[3] == "0":
        return Fixed(years_span(int(word), 10)), j + 1
    whole = Fixed(year_span(int(word)), compared=p.words[i - 1] == "(" and p.words[i + 1] == ":")
    return _double_year(p, int(word), i) or (whole, i + 1)


def _double_year(p: Parser, number: int, i: int) -> Match | None:
    """Read "2018-19" and "2018/19", two years in a row."""
    joined = p.words[i + 1] in (*DASHES, "/") and p.glued(i + 1) and p.glued(i + 2)
    if not joined or not is_next(p.words[i + 2], number):
        return None
    if p.words[i + 3] in ("fiscal", "financial") and p.words[i + 4] == "year":
        return ended_after(p, (FiscalYear(number + 1), i + 5))
    if p.words[i + 3] == "fiscal" and not p.words[i + 4].isalpha():
        return FiscalYear(number + 1), i + 4
    return Range(Fixed(year_span(number)), Fixed(year_span(number + 1))), i + 3


def double_label(p: Parser, year: Node, j: int) -> tuple[FiscalYear, int] | None:
    """Read on after the first year of "(H1) 2024/25", "(the first quarter of) 2024-25": one financial year."""
    if p.words[j] not in (*DASHES, "/") or not p.glued(j) or not p.glued(j + 1):
        return None
    number = year.number if isinstance(year, FiscalYear) else year.span.first if isinstance(year, Fixed) else None
    first = number.year if isinstance(number, dt.date) else number
    return (FiscalYear(first + 1), j + 2) if first and is_next(p.words[j + 1], first) else None


def is_next(word: str, number: int) -> bool:
    """Say whether `word` is the year after `number`, in two or four digits."""
    if not word.isdecimal() or len(word) not in (2, 4):
        return False
    return bool(int(word) == (number + 1) % 10 ** len(word))


def short_year(p: Parser, i: int) -> Match | None:
    """Read "'82" and "'90s"."""
    if not p.glued(i + 1):
        return None
    word = p.words[i + 1]
    if len(word) == 2 and word.isdecimal() and not p.glued(i):
        return Fixed(year_span(numbers.full_year(int(word)))), i + 2
    if m := _DECADE.fullmatch(word):
        return Fixed(years_span(numbers.full_year(int(m[1])) // 10 * 10, 10)), i + 2
    return None


def spelled_year(p: Parser, i: int) -> Match | None:
    """Read "(in) nineteen ninety six", "two thousand and twenty"."""
    found = numbers.year_in_words(p, i)
    if found is None or (p.words[i - 1] not in ("in", "since", "by", "of", "from", "until", "year")):
        return None
    return Fixed(year_span(found[0])), found[1]


def decade(p: Parser, i: int) -> Match | None:
    """Read "(the) nineties"."""
    if p.words[i - 1] not in ("the", "in", "mid", "-", "early", "late"):
        return None
    return Fixed(years_span(numbers.full_year(DECADES[p.words[i]]), 10)), i + 1


def calendar_year(p: Parser, i: int) -> Match | None:
    """Read "year 2008", "calendar 2019", "calendar year 2008"."""
    j = i + 2 if p.words[i] == "calendar" and p.words[i + 1] == "year" else i + 1
    j += p.words[j] == "of" and p.words[j - 1] == "year" and numbers.is_year(p.words[j + 1])
    found = numbers.year(p, j)
    return (Fixed(year_span(found[0])), found[1]) if found and not p.glued(j) else None
