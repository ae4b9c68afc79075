"""Periods by their end: "the nine months ended September 30, 2019", "the year to March 2020"."""

from __future__ import annotations

from dataclasses import replace

from pipeline.stages.times.grammar import numbers
from pipeline.stages.times.nodes import Again, Edge, Ended, FiscalYear, Fixed, Node, Piece, Shift
from pipeline.stages.times.parser import Match, Parser
from pipeline.stages.times.vocabulary import MONTHS, TIME_UNITS

FISCAL = ("fiscal", "financial")
_DURING = frozenset({"in", "for", "during", "over", "throughout"})
_LENGTHS = frozenset({"month", "months", "week", "weeks"})
_FEWEST = 3
_GOES_ON = frozenset({"of", "since", "after", "before", "that", "from", "until", "through", "beginning", "starting"})
_GOES_ON |= {"following", "ahead", "prior", "and", "or", "in", "between", "ended", "ending", "it"}
"""Behind these "the nine months" are others than those that the article has dated."""
_ENDED = ("ended", "ending", "ends", "end")


def units_ended(p: Parser, i: int) -> Match | None:
    """Read "nine months ended September 30, 2019", "the year to March 2020", "13-week period ended May 4"."""
    found = numbers.amount(p, i)
    count, j = found if found else (1, i)
    j += p.words[j] == "-"
    if not count or count != int(count):
        return None
    return _unit_ended(p, int(count), j) or _again(p, i, int(count), j)


def _again(p: Parser, i: int, n: int, j: int) -> Match | None:
    """Read "(during the) nine months", "(for the) 26 weeks", "(in the) nine-month period"."""
    if p.words[i - 1] != "the" or p.words[i - 2] not in _DURING or n < _FEWEST or p.words[j] not in _LENGTHS:
        return None
    end = j + 1 + (p.words[j + 1] == "-")
    end = end + 1 if p.words[end] == "period" else j + 1
    bare = p.words[end - 1] != "period" and not p.words[j].endswith("s")
    goes_to = p.words[end] == "to" and p.words[end + 1][:1].isalpha()
    return None if bare or goes_to or p.words[end] in _GOES_ON else (Again(TIME_UNITS[p.words[j]].name, n), end)


def unit_ended(p: Parser, i: int) -> Match | None:
    """Read "(the) quarter ended …", "year ending …", "half-year to …", "period ended …"."""
    return _unit_ended(p, 1, i)


def _unit_ended(p: Parser, count: int, j: int) -> Match | None:
    is_fiscal = p.words[j] in FISCAL
    j += is_fiscal
    word = p.words[j]
    if word == "period":
        return ended_on(p, Ended("period", None, FiscalYear()), j + 1)
    if word not in TIME_UNITS:
        return None
    unit, j = TIME_UNITS[word], j + 1
    if unit.name == "half" and p.at(j, "-", "year"):
        j += 2
    elif unit.name == "half" and p.words[j] == "year":
        j += 1
    j += p.words[j] == "-"
    j += p.words[j] in ("period", "periods")
    if p.words[j] == "and" and unit.name != "year":  # "the quarter and year ended 31 March"
        year = j + 1 + (p.words[j + 1] in (*FISCAL, "full"))
        return _unit_ended(p, 1, year) if p.words[year] == "year" else None
    return ended_on(p, Ended(unit.name, count * unit.size, FiscalYear(), fiscal=is_fiscal), j)


def ended_on(p: Parser, node: Ended, j: int) -> Match | None:
    """Read "ended (on) DATE" or "to DATE"; the placeholder end of `node` is replaced."""
    j += p.words[j] == "that" and p.words[j + 1] in _ENDED
    if p.words[j] in (*_ENDED, "to", "through"):
        verb = p.words[j] in _ENDED
        k = j + 1 + (p.words[j + 1] in ("on", "at", "in"))
        end = p.whole(k + (p.words[k] == "the")) if p.words[k] not in ("a", "its") else None
        if (
            end
            and _is_date(end[0], node.n or 1)
            and (verb or isinstance(end[0], Edge) or p.words[k] in MONTHS or p.words[k][:1].isdecimal())
        ):
            return replace(node, end=end[0], verb=verb), end[1]
    return None


def _is_date(node: Node, count: int) -> bool:
    if isinstance(node, Edge):
        return node.part == "end" and _is_date(node.whole, count)
    if isinstance(node, Piece):
        return node.unit == "month" and node.count == 1
    if isinstance(node, Fixed) and count > 1 and node.span.kind == "period":
        return True
    return isinstance(node, Fixed) and (node.span.kind == "date" or "-" in (node.span.value or ""))


def ended_after(p: Parser, found: Match) -> Match:
    """Extend "the third quarter of 2019" over ", which ended September 30, 2019"; keep it as the label."""
    label, j = found
    k = j + 1 if p.words[j] in (",", "(") else j
    clause = p.words[k] in ("which", "that")
    k += clause
    k += p.words[k] == "period" and p.words[j] != ","
    if p.words[k] not in ("ended", "ending") and not (clause and p.words[k] in ("ends", "end")):
        return found
    unit, n = _length(label)
    extended = ended_on(p, Ended(unit, n, FiscalYear(), label, fiscal=isinstance(label, Shift)), k)
    if extended is None or not unit:
        return found
    node, end = extended
    return node, end + (p.words[j] == "(" and p.words[end] == ")")


def _length(node: Node) -> tuple[str, int]:
    if isinstance(node, (FiscalYear, Shift)):
        return "year", 1
    return (node.unit, node.count) if isinstance(node, Piece) else ("", 0)
