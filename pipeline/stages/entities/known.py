"""Names whose label the head of an article gives: the place of its dateline, its writers, its publisher."""

from __future__ import annotations

import re

from pipeline.records import Document, EntityLabel
from pipeline.stages.entities.keys import decision_key

_WRITERS = re.compile(r",\s|\s(?:and|&)\s")


def known_names(document: Document) -> dict[str, EntityLabel]:
    """Return the decision keys of the names that the metadata of an article hold, with what each one is.

    A writer of one word, or one that is no person ("Staff"), says nothing.
    """
    known: dict[str, EntityLabel] = {}
    if document.publisher:
        known[decision_key(document.publisher)] = "ORG"
    for writer in _WRITERS.split(document.author or ""):
        if " " in writer and writer.istitle():
            known[decision_key(writer)] = "PERSON"
    if document.place:
        known[decision_key(document.place.partition(",")[0])] = "GPE"
    return known
