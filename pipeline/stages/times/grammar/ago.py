"""Distances in time: two years ago, a week later, 3 days after Christmas, two weeks from now."""

from __future__ import annotations

from pipeline.stages.times.grammar import numbers
from pipeline.stages.times.grammar.units import unit_at
from pipeline.stages.times.nodes import (
    Bound,
    Fixed,
    Matching,
    Node,
    Piece,
    Shift,
    Vague,
    Weekday,
    Window,
    Within,
    is_day,
)
from pipeline.stages.times.parser import Match, Parser
from pipeline.stages.times.vocabulary import RELATIONS, TIME_UNITS, Unit

PERIODS = frozenset({"period", "periods", "quarter", "half", "month", "year", "week", "day", "date", "time"})
APPROXIMATE = frozenset({"about", "approximately", "around", "roughly"})
_BEFORE = frozenset({"earlier", "before", "previously", "prior"})
_AFTER = frozenset({"later", "after", "on", "hence"})
_OF_THEM = frozenset({"of", "to", "ended", "ending", "that", "in", "and", "with", "from", "beginning", "starting"})
_ENDS = frozenset({"", ".", ",", ";", ")"})
_GOES_ON = _ENDS | {"—", "–", "”", '"', "and", "but", "when", "while"}


def amount_ago(p: Parser, i: int) -> Match | None:
    """Read "two years ago", "a week later", "3 days after Christmas", "5 upcoming years"."""
    if p.words[i + 1] == "year" and p.words[i] in ("a", "one"):
        if p.at(i + 2, "and", "a", "half", "ago"):
            return Shift("month", -18), i + 6
        if p.words[i - 1] == "in" and p.words[i + 2] in _GOES_ON:
            return Bound("ahead", Window("year", 1, -1, "Y")), i + 2  # "up 9% in a year"
    found = numbers.amount(p, i)
    if found is None:
        return None
    n, j = found
    j += p.words[j] == "-"
    if n and (window := _window(p, n, j)):
        return window
    unit = unit_at(p, j)
    if unit is None or (p.words[i] == "one" and p.words[j] == "day"):
        return None
    return _starting(p, unit[0], n, unit[1]) or _placed(p, unit[0], n, i, unit[1]) or _ahead(p, unit[0], n, i, unit[1])


def bare_ago(p: Parser, i: int) -> Match | None:
    """Read "years ago", "(for) years", "(the) weeks ahead", "(for) years to come": no number, no days."""
    if p.words[i - 1] == "the" and (p.words[i + 1] == "ahead" or p.at(i + 1, "to", "come")):
        return Vague("FUTURE_REF"), i + (2 if p.words[i + 1] == "ahead" else 3)
    if p.words[i - 1] in ("for", "in") and p.at(i + 1, "to", "come") and p.words[i].endswith("s"):
        return Vague("FUTURE_REF"), i + 3
    if p.words[i].endswith("s") and p.words[i + 1] == "ago":
        return Vague("PAST_REF"), i + 2
    if p.words[i - 1] == "for" and TIME_UNITS[p.words[i]].name == "year" and p.words[i + 1] not in _OF_THEM:
        return Vague("PAST_REF"), i + 1
    return None


def _window(p: Parser, n: float, j: int) -> Match | None:
    """Read "(5) upcoming years", "(three) prior years"."""
    relation = RELATIONS.get(p.words[j])
    if relation is None or not relation.offset:
        return None
    unit = unit_at(p, j + 1)
    if unit is None or not p.words[unit[1] - 1].endswith("s"):
        return None
    noun, end = unit
    return Window(noun.name, n, relation.offset, noun.iso, noun.size, relation.anchor), end


def _starting(p: Parser, noun: Unit, n: float | None, j: int) -> Match | None:
    """Read "(3 days) starting (from) next Monday", "(two weeks) beginning May 20"."""
    if p.words[j] not in ("starting", "beginning", "commencing") or not n:
        return None
    start = p.whole(j + 2 if p.words[j + 1] in ("from", "on") else j + 1)
    if start is None or not isinstance(start[0], (Piece, Weekday, Shift, Fixed)):
        return None
    weekly = noun.name == "week"
    count = int(n * noun.size) * (7 if weekly else 1)
    return Within("day" if weekly else noun.name, 1, start[0], count), start[1]


def _placed(p: Parser, noun: Unit, n: float | None, i: int, j: int) -> Match | None:
    word = p.words[j]
    if n is None and p.at(j, "from", "now"):
        return Vague("FUTURE_REF"), j + 2
    if n is None or n != int(n):
        return (Vague("PAST_REF"), j + 1) if word in ("ago", "earlier", "back") and n is None else None
    size = int(n) * noun.size
    if word == "ago" or (word == "back" and p.words[j + 1] in _ENDS):
        return _ago(p, noun, size, j + 1)
    if word == "from" and p.words[j + 1] in ("now", "today"):
        return Shift(noun.name, size, exact=True), j + 2
    lasts = word == "from" and p.words[i - 1] == "for"  # "shut for two weeks from May 26"
    counted = p.words[i - 1].endswith("s") or p.words[i - 1][:1].isdigit()
    lasts = lasts or (word == "from" and p.words[i] in ("a", "an") and counted)  # "four flights a week from May 26"
    return (None if lasts else _beside(p, noun, size, j)) or _from_focus(p, noun, size, j)


def _ago(p: Parser, noun: Unit, size: int, j: int) -> Match:
    """Read on after "ago": weeks count in days; "a year ago" may match a period."""
    if noun.name != "year":
        return Shift(noun.name, -size, exact=noun.name == "week"), j
    k = j + 1 if p.words[j] == "-" else j
    if p.words[k] in PERIODS and p.words[k] != "time":
        return Matching(p.words[k], -size), k + 1
    return (Matching(offset=-size) if size == 1 else Shift("year", -size)), j


def _beside(p: Parser, noun: Unit, size: int, j: int) -> Match | None:
    """Read "after Christmas", "before the launch date", "from Tuesday", "prior to May 5"."""
    word = p.words[j]
    if word not in ("before", "after", "from", "prior", "following", "since"):
        return None
    base = p.whole(j + 2 if word == "prior" and p.words[j + 1] == "to" else j + 1)
    if base is None or (word in ("from", "since") and not is_day(base[0])):
        return None  # "39 tonnes a year from 2026", "for the first time in seven quarters since 2022"
    sign = -1 if word in ("before", "prior") else 1
    return Shift(noun.name, sign * size, base[0], exact=True), base[1]


def _from_focus(p: Parser, noun: Unit, size: int, j: int) -> Match | None:
    """Read "earlier", "before", "later", "after", counted from the time last spoken of."""
    word, exact = p.words[j], noun.name in ("day", "week", "workday")
    if p.words[j + 1] == "than":
        return None  # "three months earlier than planned"
    if word in _BEFORE and (word not in ("prior", "before") or p.words[j + 1] in _GOES_ON):
        node: Node = Matching(offset=-size) if noun.name == "year" else Shift(noun.name, -size, "focus", exact)
        return node, j + 1
    if word in _AFTER and (word == "later" or p.words[j + 1] in _ENDS):
        return Shift(noun.name, size, "focus", exact), j + 1
    return None


def _ahead(p: Parser, noun: Unit, n: float | None, i: int, j: int) -> Match | None:
    """Read "(in) two weeks", "(in) two years' time", "(within) 9 months": kept only where it lies ahead."""
    if n is None and p.words[i - 1] == "in" and p.words[j - 1].endswith("s"):
        return Bound("ahead", Vague("FUTURE_REF")), j  # "in a few months"
    if n is None or n != int(n):
        return None
    node = Shift(noun.name, int(n) * noun.size, exact=noun.name in ("day", "week", "workday"))
    if p.at(j, "'", "time") or p.at(j, "'", "s", "time"):
        return node, j + (2 if p.words[j + 1] == "time" else 3)
    if p.words[i - 1 - (p.words[i - 1] in APPROXIMATE)] == "in":
        return Bound("ahead", node), j
    if p.words[i - 1] == "within":
        return Bound("ahead", Window(noun.name, n, 1, noun.iso, noun.size)), j
    return None
