"""The words that tell a stance, from `stance_cues.tsv` and the lists beside it."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple, cast, get_args

from pipeline.language.inflection import inflected
from pipeline.lexicon import LexiconError, entries, rows
from pipeline.records import Stance

Slot = Literal["modal", "verb", "adjective", "noun", "preposition"]


class Cue(NamedTuple):
    """What a word says about the stance of what it governs.

    `past`: it does so in the past tense, too; `clause`: only where it governs a clause or an infinitive.
    """

    stance: Stance
    past: bool
    clause: bool


@cache
def cues(slot: Slot) -> dict[str, Cue]:
    """Return the cues that stand in a slot of the clause, by each of their forms."""
    table = {}
    for row in rows("stance_cues"):
        if row["stance"] not in get_args(Stance) or row["slot"] not in get_args(Slot):
            raise LexiconError(f"stance_cues.tsv: {row['stance']!r} or {row['slot']!r} is unknown")
        for word in row["cues"].split("|"):
            for form in inflected(word) if row["slot"] == "verb" else (word,):
                table[row["slot"], form] = Cue(cast(Stance, row["stance"]), row["past"] == "y", row["clause"] == "y")
    return {form: cue for (name, form), cue in table.items() if name == slot}


@cache
def outlook_verbs() -> frozenset[str]:
    """Return the forms of the verbs by which somebody outside a company says what to expect of it."""
    return all_forms(*entries("outlook_verbs"))


@cache
def creation_verbs() -> frozenset[str]:
    """Return all forms of the verbs by which what they count comes into being ("open", "hire")."""
    return all_forms(*entries("creation_verbs"))


@cache
def denying_verbs() -> frozenset[str]:
    """Return all forms of the verbs that deny by themselves ("rule out", "stop"): a negation undoes them."""
    return all_forms(*entries("denying_verbs"))


@cache
def uncontrolled_nouns() -> frozenset[str]:
    """Return the things that nobody plans: what they will do is a forecast."""
    return frozenset(entries("uncontrolled_nouns"))


def all_forms(*verbs: str) -> frozenset[str]:
    """Return all forms of some verbs."""
    return frozenset(form for verb in verbs for form in inflected(verb))
