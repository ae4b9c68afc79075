"""Expressions that belong together: ranges, clock times with their day, coordinations that share a year."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.stages.times.grammar import numbers
from pipeline.stages.times.grammar.years import DASHES
from pipeline.stages.times.nodes import (
    Bound,
    Clock,
    Edge,
    Ended,
    FiscalYear,
    Fixed,
    Matching,
    Node,
    Piece,
    Range,
    Recurring,
    Shift,
    Vague,
    Window,
    Within,
    is_day,
)
from pipeline.stages.times.parser import Parser
from pipeline.stages.times.tense import Tense

_TO = frozenset({"to", "through", "thru", "until", "till", *DASHES})
_AND = frozenset({"and", "&", "or", ",", "/"})
_PERIODS = frozenset({"period", "quarter", "half"})
_NOW = frozenset({"now", "date", "present"})
_LAST_LINKS = frozenset({"and", "or", "&", "to", "through"})
_LINKS = _LAST_LINKS | {","}
"""What may stand between ordinals of one noun: before the noun's own, and before the others."""
_CLOCK_LINKS = frozenset({"/", "on", ",", "-", "–", "—", "at", "of", "from", "(", "|", "·"})


@dataclass(slots=True)
class Found:
    """An expression over the tokens `[start, end)` of its sentence.

    `tense`, and whether it is of something to come for sure (`ahead`), are set when its sentence is scanned.
    """

    start: int
    end: int
    node: Node
    tense: Tense = ""
    ahead: bool = False


def joined(p: Parser, found: list[Found]) -> list[Found]:
    """Return the sentence's expressions with those joined that are one, in order."""
    out: list[Found] = []
    for item in found:
        for extra in (*_elided(p, item), *_unfolded(p, item)):
            if not (out and _join(p, out, extra)):
                out.append(extra)
    _share_years(p, out)
    return [_to_now(p, item) for item in out]


def _gap(p: Parser, left: Found, right: Found) -> tuple[str, ...]:
    words = p.words[left.end : right.start] if right.start - left.end <= 4 else ["?"] * 5
    return tuple(w for w in words if w != "the")


def _join(p: Parser, out: list[Found], right: Found) -> bool:
    """Merge `right` into the last expression where they are one; say whether that was done."""
    left = out[-1]
    gap = _gap(p, left, right)
    if len(gap) == 3 and gap[0] in DASHES and gap[2] in DASHES:
        gap = gap[1:2]  # "July-to-September"
    if len(gap) > 2:
        return False
    if gap == (",",) and p.words[left.start : left.end] == ["today"] and _is_full_day(right.node):
        left.node, left.end = right.node, right.end
        return True
    if isinstance(left.node, Clock) or isinstance(right.node, Clock):
        return _join_clock(left, right, gap)
    if _is_range(p, left, right, gap):
        named = _grain(right.node) == "month" and p.words[right.end] in _PERIODS and p.words[left.start - 1] != "from"
        left.node, left.end = Range(left.node, right.node), right.end + named
        k = left.start - 2 if p.words[left.start - 1] == "the" else left.start - 1
        if p.words[k] in ("from", "between"):
            left.start = k
        return True
    if gap == ("of",) and isinstance(left.node, Range) and isinstance(end := left.node.end, Piece) and not end.year:
        year = _year_node(right.node)
        if year is not None:  # "the July-September quarter of 2019"
            left.node, left.end = Range(left.node.start, replace(end, year=year)), right.end
            return True
    if gap == ("and",) and _repeats_day(p, left, right):
        right.node = Matching(year=right.node, of=left.node)
    return False


def _is_full_day(node: Node) -> bool:
    """Tell whether a node is a day that is named whole, with its hour or not: "(today,) May 5, 2021, at 9 a.m."."""
    day = node.day if isinstance(node, Clock) else node
    return isinstance(day, Fixed | Piece) and is_day(day) and not (isinstance(day, Piece) and day.year is None)


def _join_clock(left: Found, right: Found, gap: tuple[str, ...]) -> bool:
    a, b = left.node, right.node
    if isinstance(a, Clock) and isinstance(b, Clock):
        if gap and gap[0] in _TO | _AND | {"(", "or"}:
            left.end = right.end
            return True
        return False
    if not set(gap) <= _CLOCK_LINKS:
        return False
    clock, day = (a, b) if isinstance(a, Clock) else (b, a)
    if not isinstance(clock, Clock) or clock.day is not None or not is_day(day):
        return False
    left.node, left.end = replace(clock, day=day), right.end
    return True


def _grain(node: Node) -> str:
    """Return the size of a node: what a dash may join is of one size."""
    if isinstance(node, Range):
        return ""
    if is_day(node):
        return "day"
    if isinstance(node, Piece):
        return node.unit
    if isinstance(node, Fixed):
        return "month" if "-" in (node.span.value or "") else "year"
    if isinstance(node, (FiscalYear, Edge)):
        return "year"
    return node.unit if isinstance(node, (Shift, Within)) else ""


_UNRANGED = (Vague, Window, Recurring, Ended, Bound, Range)


def _is_range(p: Parser, left: Found, right: Found, gap: tuple[str, ...]) -> bool:
    if isinstance(left.node, _UNRANGED) or isinstance(right.node, _UNRANGED):
        return False
    before = p.words[left.start - 1] if p.words[left.start - 1] != "the" else p.words[left.start - 2]
    if len(gap) == 2:
        return before == "from" and gap[0] == "up" and gap[1] in ("to", "until")
    if not gap or not (gap[0] in _TO or (gap[0] == "and" and before == "between")):
        return False
    return before == "between" or _fits(_grain(left.node), _grain(right.node), gap[0], before)


def _fits(left: str, right: str, link: str, before: str) -> bool:
    """Say whether times of two sizes make a range: a dash joins equals, "to" also a month and a day."""
    if not left or not right:
        return False
    if left == right or {left, right} == {"month", "day"}:
        return True
    return link not in DASHES and (before == "from" or link != "to")


def _repeats_day(p: Parser, left: Found, right: Found) -> bool:
    """Tell "(as of) September 30, 2019 and 2018" and "the years ended December 31, 2019 and 2018"."""
    if not isinstance(right.node, Fixed) or right.end - right.start != 1 or _grain(right.node) != "year":
        return False
    if isinstance(left.node, (Ended, Matching)):
        return True
    return is_day(left.node) and p.words[left.start - 1] in ("of", "at", "ended", "and", "on")


def _unfolded(p: Parser, item: Found) -> list[Found]:
    """Split "the third quarter, which ended on May 5, 2019" into the period and its last day."""
    node = item.node
    if not isinstance(node, Ended) or node.label is None:
        return [item]
    words = p.words[item.start : item.end]
    clause = next((item.start + k for k, w in enumerate(words) if w in ("which", "that")), None)
    if clause is None:
        return [item]
    day = clause + 2 + (p.words[clause + 2] in ("on", "at", "in"))
    return [Found(item.start, clause - (p.words[clause - 1] == ","), node), Found(day, item.end, node.end)]


def _elided(p: Parser, item: Found) -> list[Found]:
    """Return what shares the head behind it: "three (and nine months ended …)", "first (and second …)"."""
    node, i = item.node, item.start
    if p.words[i - 1] == "the":
        i -= 1
    if p.words[i - 1] not in ("and", "or", "&", "to", "through", ","):
        return []
    k = i - 2
    k -= p.words[k] == "-"
    if isinstance(node, Ended) and node.n and p.words[i - 1] == "and":
        found = numbers.integer(p, k)
        if found and found[0] < node.n:
            return [Found(k, found[1], replace(node, n=found[0], label=None))]
    return _listed(p, item.start, node) if isinstance(node, Piece) and node.unit in ("quarter", "half") else []


def _listed(p: Parser, start: int, node: Piece) -> list[Found]:
    """Return the ordinals that share the noun of a quarter or half: "the first, second and (third quarter)"."""
    found: list[Found] = []
    links, apart = _LAST_LINKS, False
    while True:
        k = start - 1 - (p.words[start - 1] == "the")
        if p.words[k] not in links:
            break
        k -= 1
        apart = apart or (p.words[k] == "," and not found)
        k -= p.words[k] == ","
        k -= p.words[k] == "-"
        rank = numbers.ordinal_at(p, k)
        if rank is None or rank[1] != k + 1 or not isinstance(node.n, int) or rank[0] >= node.n:
            break
        node, start, links = replace(node, n=rank[0]), k, _LINKS
        found.insert(0, Found(k, k + 1, node))
    return found if len(found) > apart else []  # "came second, and third-quarter sales fell"


def _share_years(p: Parser, found: list[Found]) -> None:
    """Give a month, day or quarter without a year the year of what it is coordinated with on its right.

    "The second quarter and the half-year ended 30 September" end on one day.
    """
    for left, right in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        gap = _gap(p, left, right)
        if not gap or len(gap) > 2 or gap[0] not in _AND or not isinstance(left.node, Piece) or left.node.year:
            continue
        if isinstance(right.node, Ended) and right.node.label is None and left.node.unit in ("quarter", "half"):
            left.node = replace(right.node, unit=left.node.unit, n=1, label=left.node)
            continue
        year = _year_node(right.node)
        if year is not None and _continues(left.node, right.node):
            left.node = replace(left.node, year=year)


def _continues(left: Piece, right: Node) -> bool:
    if isinstance(right, Piece):
        return left.unit != "month" or (right.unit == "month" and (left.day is None) == (right.day is None))
    return left.unit != "month"


def _year_node(node: Node) -> Node | None:
    if isinstance(node, Ended):
        return _year_node(node.label) or _year_node(node.end) if node.label else _year_node(node.end)
    if isinstance(node, Piece):
        return node.year
    if isinstance(node, Edge):
        return _year_node(node.whole)
    if isinstance(node, Fixed) and node.span.value and len(node.span.value) == 4:
        return node
    return node if isinstance(node, FiscalYear) else None


def _to_now(p: Parser, item: Found) -> Found:
    """Extend "from 2016" over "to date", "to the present", "until now"; open "between now and May 5"."""
    i = item.end
    opened = p.words[item.start - 1] in ("from", "between", "since")
    links = ("to", "until", "till", "and") if opened else ("to", "until", "-", "–")
    k = i + 2 if p.words[i + 1] in ("the", "current") else i + 1
    if p.words[i] in links and p.words[k] in _NOW and not isinstance(item.node, (Recurring, Vague)):
        start = item.start - 1 if opened else item.start
        return Found(start, k + 1, Range(item.node, None))
    if p.words[item.start - 1] == "and" and p.words[item.start - 2] == "now" and p.words[item.start - 3] == "between":
        return Found(item.start - 3, item.end, Range(Shift("day", 0), item.node))
    return item
