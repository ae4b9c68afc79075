"""The lexicons of the times stage as dictionaries, read once."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.language.numerals import ORDINALS, SCALES, UNITS
from pipeline.lexicon import entries, rows


@dataclass(frozen=True, slots=True)
class Unit:
    """A noun of time: its calendar unit, how many of it one is ("decade" = 10 years), its ISO 8601 letter."""

    name: str
    size: int
    iso: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A word such as "last" or "following": offset -1, 0, 1 from the article's day or from the focus."""

    offset: int
    anchor: str


MONTHS = {r["word"]: int(r["month"]) for r in rows("months")}
MONTH_FORMS = {r["word"]: r["form"] for r in rows("months")}
WEEKDAYS = {r["word"]: int(r["number"]) for r in rows("weekdays")}
WEEKDAY_FORMS = {r["word"]: r["form"] for r in rows("weekdays")}
TIME_UNITS = {r["word"]: Unit(r["unit"], int(r["size"]), r["iso"]) for r in rows("time_units")}
RELATIONS = {r["word"]: Relation(int(r["offset"]), r["anchor"]) for r in rows("time_relations")}
EDGES = {r["word"]: r["part"] for r in rows("time_edges")}
SEASONS = {r["word"]: r["code"] for r in rows("seasons")}
SEASON_VERBS = frozenset(r["word"] for r in rows("seasons") if r["form"] == "verb")
DECADES = {r["word"]: int(r["decade"]) for r in rows("decades")}
RECURRING = {r["word"]: r["value"] for r in rows("recurring")}
ZONES = frozenset(entries("time_zones"))
HOLIDAYS = {r["name"]: r["rule"] for r in rows("holidays")}
FEASTS = {(r["name"], int(r["year"])): r["days"].split() for r in rows("movable_feasts")}
NUMBER_WORDS = frozenset(UNITS) | frozenset(SCALES)
ORDINAL_WORDS = frozenset(ORDINALS)
FUNCTION_WORDS = frozenset(w for r in rows("function_words") if r["language"] == "en" for w in r["words"].split())


def cues(role: str) -> frozenset[str]:
    """Return the words of `time_cues.tsv` with a role; an unknown role is an error."""
    return _CUES[role]


_CUES = {
    role: frozenset(r["word"] for r in rows("time_cues") if r["role"] == role)
    for role in {r["role"] for r in rows("time_cues")}
}
