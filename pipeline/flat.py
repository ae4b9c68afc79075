"""The claims of a run as one flat table: a row a claim, that needs no other table to be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.records import Change, Claim, Document, Period, Sentence
from pipeline.tables import Run

COLUMNS: dict[str, str] = {
    "claim_id": "string", "source_file": "string", "title": "string", "published": "date", "publisher": "string",
    "company": "string", "type": "string", "stance": "string", "negated": "bool", "subject": "string",
    "subject_text": "string", "subject_id": "string", "metric": "string", "scope": "string", "value": "float",
    "value_max": "float", "unit": "string", "bound": "string", "change_direction": "string", "change_value": "float",
    "change_value_max": "float", "change_unit": "string", "change_basis": "string", "change_from_value": "float",
    "period": "string", "period_first_day": "date", "period_last_day": "date", "speaker": "string",
    "source": "string", "quoted": "bool", "confidence": "float", "text": "string", "sentence": "string",
    "doc_id": "string", "start": "int", "end": "int",
}  # fmt: skip
"""The columns and their kinds; `source` is the third party that a figure is from, `source_file` the input."""

_SAME = (
    "claim_id", "type", "stance", "negated", "metric", "scope", "value", "value_max", "unit", "bound", "speaker",
    "source", "quoted", "confidence", "text", "doc_id", "start", "end",
)  # fmt: skip
_CHANGE = tuple(name for name in Change.model_fields if name != "quantity_id")


def flat_rows(run: Run) -> Iterator[dict[str, Any]]:
    """Yield the claims as rows with the COLUMNS; days are dates."""
    for article in run.articles:
        sentences = {sentence.sentence_id: sentence for sentence in article.sentences}
        for claim in article.claims:
            yield flat_row(claim, article.document, sentences[claim.sentence_id])


def flat_row(claim: Claim, document: Document, sentence: Sentence) -> dict[str, Any]:
    """Return one claim as a row with the COLUMNS."""
    period = claim.period or Period(text="")
    return {
        **{name: getattr(claim, name) for name in _SAME},
        **{name: getattr(document, name) for name in ("title", "published", "publisher", "company")},
        "source_file": document.source,
        "subject": claim.subject.name,
        "subject_text": claim.subject.text,
        "subject_id": claim.subject.entity_id,
        **{f"change_{name}": getattr(claim.change, name, None) for name in _CHANGE},
        "period": period.text or None,
        "period_first_day": period.first_day,
        "period_last_day": period.last_day,
        "sentence": sentence.text,
    }
