"""Why a claim's fields hold what they hold: for each the rule that set it and the characters that it read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.records import Evidence
from pipeline.stages.claims.figures.measurement import Measurement
from pipeline.stages.claims.ranking import Choice
from pipeline.stages.claims.speech.attribution import Attributed

Span = tuple[int, int]


def chosen_evidence(chosen: Mapping[str, Choice[Any]]) -> Iterator[Evidence]:
    """Yield the rules behind the fields that were chosen among candidates."""
    for name, choice in chosen.items():
        field = name if name != "role" else "value" if choice.value == "value" else "change"
        if choice.value is not None:
            yield told(field, choice.candidate.rule, choice.candidate.span)


def change_evidence(measurement: Measurement) -> Iterator[Evidence]:
    """Yield what tells a measurement's change: a figure, the level before it, or the words alone."""
    parts = [("change.figure", measurement.change), ("change.previous", measurement.previous)]
    parts_told = [
        (rule, (part.start, part.end)) for rule, part in parts if part is not None and part != measurement.main
    ]
    if measurement.direction is not None and not parts_told and measurement.change is None:
        yield told("change", "change.words", None)
    for rule, span in parts_told:
        yield told("change", rule, span)


def attribution_evidence(attributed: Attributed) -> Iterator[Evidence]:
    """Yield the statements that make somebody the speaker or the source of a clause."""
    for field, statement in (("speaker", attributed.said), ("source", attributed.cited)):
        if statement is not None:
            yield told(field, f"{field}.statement", (statement.start, statement.end))


def told(field: str, rule: str, span: Span | None = None) -> Evidence:
    """Return the evidence of one rule for one field; `span` are the characters that it read."""
    start, end = span or (None, None)
    return Evidence(field=field, rule=rule, start=start, end=end)
