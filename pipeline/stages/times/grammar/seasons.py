"""Seasons and holidays."""

from __future__ import annotations

from pipeline.stages.times.grammar.years import year_of
from pipeline.stages.times.nodes import Edge, Holiday, Piece, Shift
from pipeline.stages.times.parser import Match, Parser
from pipeline.stages.times.vocabulary import HOLIDAYS, SEASON_VERBS, SEASONS, WEEKDAYS

_CLOSERS = frozenset({"", ".", ",", ";", ")", "and", "or", "when", "as", "with", "after", "before"})

_BEFORE_THE = frozenset({"in", "since", "by", "until", "before", "after", "from", "of", "for", "during"})
_BEFORE_SEASON = frozenset({"the", "early", "late", "-", "mid", "in", "until", "by", "since", "before", "after"})
_HOLIDAYS: dict[str, list[tuple[tuple[str, ...], str]]] = {}

for _name in sorted(HOLIDAYS, key=len, reverse=True):
    _words = tuple(_name.replace("'", " ' ").replace(".", " . ").replace("-", " - ").split())
    _HOLIDAYS.setdefault(_words[0], []).append((_words, _name))


def holiday_starts() -> frozenset[str]:
    """Return the first words of all holiday names."""
    return frozenset(_HOLIDAYS)


def season(p: Parser, i: int) -> Match | None:
    """Read "summer 2019", "(the) summer of last year", "(in the) autumn", "fall of 2020"."""
    if p.words[i] in SEASON_VERBS and p.words[i + 1] == "in":
        return None  # "a fall in 2015 profit"
    if found := year_of(p, i + 1):
        return Piece("season", SEASONS[p.words[i]], found[0]), found[1]
    before = p.words[i - 1]
    placed = (
        before in ("by", "until", "since", "before")
        or (before == "the" and p.words[i - 2] in _BEFORE_THE)
        or (before in ("early", "late", "mid") and p.words[i + 1] != "of")
    )
    if p.words[i] in SEASON_VERBS and not placed:
        return None
    in_the = before in _BEFORE_SEASON and p.words[i + 1] in _CLOSERS
    return (Piece("season", SEASONS[p.words[i]]), i + 1) if in_the else None


def holiday(p: Parser, i: int) -> Match | None:
    """Read a holiday of the lexicon, with its year where one follows ("Christmas 2019")."""
    for words, name in _HOLIDAYS[p.words[i]]:
        if p.at(i, *words):
            j = i + len(words)
            if p.capital(j) and p.words[j].isalpha() and p.words[j] not in WEEKDAYS:
                return None  # "New Year Global Holdings"
            if name == "new year" and p.words[i - 1] == "the":
                return Shift("year", 0, Holiday(name)), j
            return _festive(p, name, j)
    return None


def _festive(p: Parser, name: str, j: int) -> Match:
    """Read on after a holiday's name: its year, "weekend", or both in either order."""
    long = p.words[j] == "weekend"
    found = year_of(p, j + long)
    node, j = (Holiday(name, found[0]), found[1]) if found else (Holiday(name), j + long)
    if not long and p.words[j] == "weekend":
        long, j = True, j + 1
    return (Edge("weekend", node) if long else node), j


def weekend_of(p: Parser, i: int) -> Match | None:
    """Read "weekend of Thanksgiving 2023", "weekend of May 4"."""
    found = p.whole(i + 2) if p.words[i + 1] == "of" else None
    dated = found and (isinstance(found[0], Holiday) or (isinstance(found[0], Piece) and found[0].day))
    return (Edge("weekend", found[0]), found[1]) if found and dated else None
