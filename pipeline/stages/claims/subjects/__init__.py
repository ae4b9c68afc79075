"""Whom or what a claim is about: named things, what a reader carries over, unnamed things; weighed, one chosen."""

from __future__ import annotations

from pipeline.records import Subject
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.ranking import Choice, choose, decisive, merged
from pipeline.stages.claims.subjects.carried import carried_subjects
from pipeline.stages.claims.subjects.cells import cell_subjects
from pipeline.stages.claims.subjects.currencies import priced_currencies
from pipeline.stages.claims.subjects.markets import spoken_market
from pipeline.stages.claims.subjects.memory import SubjectMemory
from pipeline.stages.claims.subjects.named import named_subjects
from pipeline.stages.claims.subjects.place import Place, Sought, describe
from pipeline.stages.claims.subjects.surveyed import surveyed_subjects
from pipeline.stages.claims.subjects.things import anchor_subject, unnamed_subjects

__all__ = ["Sought", "SubjectMemory", "find_subject", "spoken_market"]


def find_subject(parsed: Parsed, memory: SubjectMemory, sought: Sought) -> Choice[Subject]:
    """Return the subject of the claim that `sought` describes, its name resolved by what `memory` holds."""
    place = Place.of(parsed, sought)
    candidates = merged(
        [
            *named_subjects(parsed, place, sought),
            *cell_subjects(parsed, sought),
            *priced_currencies(parsed, sought),
            *carried_subjects(place, memory, sought),
            *unnamed_subjects(parsed, place, sought),
            *surveyed_subjects(parsed, place, memory, sought),
        ]
    )
    fit = [c for c in candidates if not (sought.inanimate and memory.label(c.value.name) == "PERSON")] or candidates
    if place.kind == "I" and any(c.value.name == sought.speaker for c in fit):  # no other person than who speaks
        fit = [c for c in fit if c.value.name == sought.speaker or memory.label(c.value.name) != "PERSON"]
    fit = decisive(fit)
    fit = fit or [anchor_subject(parsed, sought)]
    for candidate in fit:
        describe(candidate, memory, sought)
    return choose("subject", fit)
