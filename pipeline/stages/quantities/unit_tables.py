"""The units that are known, by symbol and by name: our lexicon, and quantulum3's tables for what it lacks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files

from pipeline.lexicon import entries, rows
from pipeline.records import QuantityKind
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.phrases import Phrases

_KINDS: dict[str, QuantityKind] = {"percent": "percent", "measure": "measure", "duration": "duration"}
_JOINTS = (" per ", " of ", " an ", " a ")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit form: name and kind as the contract has them, how many of the unit the form means, its rate."""

    name: str
    kind: QuantityKind
    factor: Fraction = Fraction(1)
    per: str | None = None


@dataclass(frozen=True, slots=True)
class Tables:
    """Units by symbol, by name in lower case, and by symbol in any case (where two differ, the first)."""

    symbols: Phrases[Unit]
    words: Phrases[Unit]
    folded: dict[str, Unit]


@cache
def tables() -> Tables:
    """Return the units of the lexicon `units.tsv` with their prefixed and plural forms."""
    symbols: dict[str, Unit] = {}
    words: dict[str, Unit] = {}
    for row in rows("units"):
        kind, factor, per = _KINDS[row["kind"]], Fraction(row["factor"] or 1), row["per"] or None
        for form, name in _symbols(row):
            symbols.setdefault(form, Unit(name, kind, factor, per))
        for form, name in _words(row):
            words.setdefault(form, Unit(name, kind, factor, per))
    folded: dict[str, Unit] = {}
    for form, unit in symbols.items():
        if len(form) > 1 and form.isalpha():
            folded.setdefault(form.lower(), unit)
    return Tables(Phrases(symbols.items()), Phrases(words.items()), folded)


def _symbols(row: dict[str, str]) -> list[tuple[str, str]]:
    """Return symbol and unit name of a row: its own symbols, and its first one with each of its prefixes."""
    symbols = [s for s in row["symbols"].split("|") if s]
    prefixed = [(p["symbol"] + s.lstrip("-"), p["name"] + row["name"]) for p in _prefixes(row) for s in symbols[:1]]
    return [(s, row["name"]) for s in symbols if s[0] != "-"] + prefixed


def _words(row: dict[str, str]) -> list[tuple[str, str]]:
    """Return name forms and unit name of a row: singular and plural, with each of its prefixes too."""
    names = [form for word in row["words"].split("|") if word for form in (word, _plural(word))]
    prefixed = [
        (p["name"] + joint + form, p["name"] + row["name"])
        for p in _prefixes(row)
        for form in names
        for joint in ("", " ")
    ]
    return [(form, row["name"]) for form in names] + prefixed


def _prefixes(row: dict[str, str]) -> list[dict[str, str]]:
    taken = row["prefixes"].split()
    return [prefix for prefix in rows("unit_prefixes") if prefix["symbol"] in taken]


def _plural(words: str) -> str:
    """Return the regular plural of a unit's name; its first noun takes the -s ("miles per hour")."""
    if words.startswith("degree "):
        return "degrees" + words[6:]
    joint = next((joint for joint in _JOINTS if joint in words), "")
    head, _, tail = words.partition(joint) if joint else (words, "", "")
    return head + ("" if head.endswith(("s", "z")) else "s") + joint + tail


@cache
def unit_starts() -> frozenset[str]:
    """Return the words, in lower case, that the name or symbol of a unit may begin with."""
    known, (names, symbols) = tables(), reserve()
    first = {word.lower() for table in (known.symbols, known.words, names) for word in table.starts()}
    return frozenset(first | known.folded.keys() | {symbol.lower() for symbol in symbols})


@cache
def glued_only() -> frozenset[str]:
    """Return the symbols that are units only at once after the number."""
    return frozenset(entries("glued_symbols"))


@cache
def reserve() -> tuple[Phrases[Unit], dict[str, Unit]]:
    """Return names and symbols of quantulum3's units that measure something; loaded when first needed."""
    words: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    listed = json.loads(files("quantulum3").joinpath("units.json").read_text(encoding="utf-8"))
    for name, row in listed.items():
        if row["entity"] in cue("reserve_entity_left_out"):
            continue
        unit = Unit(name.lower().replace(" ", "_").replace("-", "_"), "measure")
        for word in set(row.get("surfaces", ())) - cue("reserve_unit_left_out"):
            words.setdefault(word.lower(), unit)
            words.setdefault(_plural(word.lower()), unit)
        for symbol in row.get("symbols", ()):
            if len(symbol) > 1 and symbol.isalpha():
                symbols.setdefault(symbol, unit)
    return Phrases(words.items()), symbols
