"""Candidates that a table names: in a row's label, in the head over a figure's column, over the labels."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.records import Subject
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.ranking import DECIDES, Candidate
from pipeline.stages.claims.subjects.place import Sought

_OWNERS = frozenset({"ORG", "PRODUCT", "FAC", "PERSON"})
"""What a table's figures are of; a place only says where."""


def cell_subjects(parsed: Parsed, sought: Sought) -> Iterator[Candidate[Subject]]:
    """Yield the names in the cells that a figure of a table stands under and beside."""
    if parsed.row is None or sought.figure is None:
        return
    cells = {"label": parsed.row.label, "column": parsed.row.over(sought.figure.start), "title": parsed.row.title}
    for place, cell in cells.items():
        if cell is None:
            continue
        for entity in cell.names:
            if entity.label in _OWNERS:
                subject = Subject(text=entity.text, name=entity.name, entity_id=entity.entity_id)
                traits = {f"cell:{place}", f"cell:{place}|{entity.label}"}
                if place == "label" and entity.start == cell.start:
                    traits.add(DECIDES)
                yield Candidate(entity.name, subject, f"subject.{place}", (entity.start, entity.end), traits)
