"""spaCy components for anyone's pipeline: `nlp.add_pipe("press_quantities")`.

Each writes a span group of its own name to `doc.spans`; a span's label is the record's kind, label or type.
`span._.press` is the typed record, whose offsets are exact and count in `doc.text`; the span covers the tokens
that it touches.  `doc._.press_published`, set before, is the day that relative dates are resolved against.
Records are kept in `doc.user_data["press"]`, so that they are serialised with the Doc.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.config import Settings
from pipeline.engine import load_model
from pipeline.records import TABLES, Article, Block, Document, Entity, Quantity, Record, Sentence, Time
from pipeline.records import Span as Paragraph
from pipeline.stages.claims import extract_claims
from pipeline.stages.entities import load_gazetteer, main_company, recognize_entities
from pipeline.stages.quantities import extract_quantities
from pipeline.stages.sentences import split_sentences
from pipeline.stages.times import extract_times

STORE, DAY = "press", "press_published"
_DEFAULTS = Settings()
_LABELS = {"entities": "label", "quantities": "kind", "times": "kind", "claims": "type"}
_IDS = {"quantities": "quantity_id", "times": "time_id", "claims": "claim_id"}
_PARAGRAPH = re.compile(r"[^\r\n]*\S[^\r\n]*")


def record_of(span: Span) -> Record | None:
    """Return the record that a span of one of our groups stands for; None for any other span."""
    stored = span.doc.user_data.get(STORE, {})
    table, fields = next(((t, found[span.id_]) for t, found in stored.items() if span.id_ in found), ("", None))
    return TABLES[table].model_validate(fields) if fields else None


def published(doc: Doc) -> dt.date | None:
    """Return the day that relative dates resolve against."""
    day = doc.user_data.get(DAY)
    return dt.date.fromisoformat(day) if day else None


def set_published(doc: Doc, day: dt.date | str | None) -> None:
    """Set that day, a date or ISO text; it is kept as text, which a Doc can be serialised with."""
    doc.user_data[DAY] = dt.date.fromisoformat(str(day)).isoformat() if day else None


if not Span.has_extension(STORE):
    Span.set_extension(STORE, getter=record_of)
if not Doc.has_extension(DAY):
    Doc.set_extension(DAY, getter=published, setter=set_published)


@Language.factory(
    "press_quantities",
    assigns=["doc.spans"],
    default_config={"dollar": _DEFAULTS.dollar, "day_first": _DEFAULTS.day_first},
)
def press_quantities(nlp: Language, name: str, dollar: str, day_first: bool) -> PressComponent:
    """Money, percentages, measures, durations, counts, ranks, ratios and multiples with their values."""
    return PressComponent("quantities", Settings(dollar=dollar, day_first=day_first))


@Language.factory("press_times", assigns=["doc.spans"], default_config={"day_first": _DEFAULTS.day_first})
def press_times(nlp: Language, name: str, day_first: bool) -> PressComponent:
    """Dates, periods and recurring times with their first and last days."""
    return PressComponent("times", Settings(day_first=day_first))


@Language.factory("press_entities", assigns=["doc.spans"], default_config={"model": _DEFAULTS.model, "gazetteer": None})
def press_entities(nlp: Language, name: str, model: str, gazetteer: str | None) -> PressComponent:
    """Names with their canonical names, found with the model `model` (which need not be this pipeline's)."""
    return PressComponent("entities", Settings(model=model, gazetteer=Path(gazetteer) if gazetteer else None))


@Language.factory(
    "press_claims",
    assigns=["doc.spans"],
    default_config={"model": _DEFAULTS.model, "dollar": _DEFAULTS.dollar, "day_first": _DEFAULTS.day_first},
)
def press_claims(nlp: Language, name: str, model: str, dollar: str, day_first: bool) -> PressComponent:
    """Claims; what no earlier component of ours has found (entities, times, quantities) is found for them."""
    return PressComponent("claims", Settings(model=model, dollar=dollar, day_first=day_first))


class PressComponent:
    """Finds the records of one table in a Doc."""

    def __init__(self, table: str, settings: Settings) -> None:
        """Take the table's name and the settings of its stage."""
        self.table, self.settings = table, settings

    def __call__(self, doc: Doc) -> Doc:
        """Add the records to `doc` and return it."""
        records = _Stages(doc, self.settings).records(self.table)
        group: list[Span] = []
        stored = doc.user_data.setdefault(STORE, {}).setdefault(self.table, {})
        for n, record in enumerate(records):
            fields = record.model_dump(mode="json")
            key = fields[_IDS[self.table]] if self.table in _IDS else f"e{n}"
            stored[key] = fields
            place = (fields["start"], fields["end"])
            span = doc.char_span(*place, label=fields[_LABELS[self.table]], span_id=key, alignment_mode="expand")
            if span is not None:
                group.append(span)
        doc.spans[f"press_{self.table}"] = group
        return doc


class _Stages:
    """The stages on one Doc, each run when its records are asked for and not on the Doc already."""

    def __init__(self, doc: Doc, settings: Settings) -> None:
        self.text, self.settings = doc.text, settings
        published: dt.date | None = doc._.press_published
        self.document = Document(doc_id="d", source="doc", sha256="", start=0, end=len(self.text), published=published)
        self._stored: dict[str, dict[str, Any]] = doc.user_data.get(STORE, {})
        self._sentences: list[Sentence] | None = None

    @property
    def sentences(self) -> list[Sentence]:
        if self._sentences is None:
            block: Block = "paragraph"
            lines = _PARAGRAPH.finditer(self.text)
            blocks = tuple(Paragraph(start=line.start(), end=line.end(), block=block) for line in lines)
            self._sentences = split_sentences(self.text, Article(document=self.document, blocks=blocks))
        return self._sentences

    def records(self, table: str) -> Sequence[Any]:
        if table in self._stored:
            return [TABLES[table].model_validate(fields) for fields in self._stored[table].values()]
        found: Sequence[Any] = getattr(self, f"_{table}")()
        return found

    def _entities(self) -> list[Entity]:
        settings = self.settings
        gazetteer = load_gazetteer(settings.gazetteer) if settings.gazetteer else None
        return recognize_entities(load_model(settings.model), self.text, self.document, self.sentences, gazetteer)

    def _times(self) -> list[Time]:
        return extract_times(self.text, self.document, self.sentences, day_first=self.settings.day_first)

    def _quantities(self) -> list[Quantity]:
        names = self.records("entities") if "entities" in self._stored else ()
        return extract_quantities(self.text, self.sentences, self.records("times"), names, dollar=self.settings.dollar)

    def _claims(self) -> Sequence[Record]:
        entities, quantities, times = (self.records(table) for table in ("entities", "quantities", "times"))
        company = main_company(self.document, self.sentences, entities)
        document = self.document.model_copy(update={"company": company})
        return extract_claims(
            load_model(self.settings.model), self.text, document, self.sentences, entities, quantities, times
        )
