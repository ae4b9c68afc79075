"""The records of the dataset contract: the only thing that stages, writer and evaluation share.

Offsets (`start`, `end`) count Unicode code points in the decoded source text, `end` exclusive, and
`source_text[start:end] == text` holds for every record that has a text.  Days are ISO dates, inclusive.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "1.1"

Block = Literal["title", "heading", "paragraph", "list_item", "caption", "byline", "furniture"]
EntityLabel = Literal[
    "PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "NORP", "LANGUAGE"
]
EntityForm = Literal["name", "nominal", "pronoun"]
QuantityKind = Literal["money", "percent", "measure", "duration", "count", "rank", "ratio", "multiple", "number"]
Bound = Literal["approx", "gt", "ge", "lt", "le"]
Trend = Literal["up", "down"]
TimeKind = Literal["date", "period", "set"]
ClaimType = Literal[
    "revenue", "profit_loss", "expense", "financial_report", "sales_volume", "usage", "market_position",
    "product", "spec", "price", "investment", "financing", "dividend", "security_value", "rating",
    "merger_acquisition", "deal", "employment", "facility", "legal", "brand", "macroeconomics",
    "corporate", "strategy", "other",
]  # fmt: skip
Stance = Literal["asserted", "planned", "target", "forecast", "possible", "opinion"]
Direction = Literal["up", "down", "flat"]
Basis = Literal["yoy", "qoq", "mom", "since", "versus"]
Number = int | float


class Record(BaseModel):
    """Immutable, closed: a field that the contract does not name is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Document(Record):
    """One article; a source file may hold several.  `sha256` is of the source's bytes."""

    doc_id: str
    source: str
    sha256: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    title: str | None = None
    published: dt.date | None = None
    place: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str = "en"
    company: str | None = None


class Grounded(Record):
    """What stands at a place in an article."""

    doc_id: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class Sentence(Grounded):
    """One sentence or line-like unit of an article, and the kind of block it stands in."""

    sentence_id: str
    block: Block


class Entity(Grounded):
    """One mention; all mentions of one thing share `entity_id`, `name` is the fullest name seen.

    `ids` are external identifiers from the user's gazetteer (`lei`, `ticker`, `wikidata`).
    """

    sentence_id: str
    label: EntityLabel
    form: EntityForm = "name"
    entity_id: str
    name: str
    ids: dict[str, str] | None = None


class Quantity(Grounded):
    """One quantity in real units: `value` is scaled, `unit` as the contract's table names it."""

    sentence_id: str
    quantity_id: str
    kind: QuantityKind
    value: Number
    value_max: Number | None = None
    unit: str | None = None
    bound: Bound | None = None
    change: Trend | None = None
    per: str | None = None


class Time(Grounded):
    """One date, period or recurring time, resolved to first and last day where that is possible."""

    sentence_id: str
    time_id: str
    kind: TimeKind
    value: str | None = None
    first_day: dt.date | None = None
    last_day: dt.date | None = None


class Subject(Record):
    """What a claim is about: as the text says it, and under its canonical name."""

    text: str
    name: str
    entity_id: str | None = None


class Change(Record):
    """How a metric moved; the direction is the metric's, not good or bad."""

    direction: Direction
    value: Number | None = None
    value_max: Number | None = None
    unit: str | None = None
    basis: Basis | None = None
    from_value: Number | None = None
    quantity_id: str | None = None


class Period(Record):
    """The days a claim holds for."""

    text: str
    first_day: dt.date | None = None
    last_day: dt.date | None = None


class Evidence(Record):
    """Why a field of a claim holds what it holds: the rule that set it, and the characters that it read.

    `rule` is a stable id ("metric.subject", "period.section"); the span is null where a rule reads no text.
    """

    field: str
    rule: str
    start: int | None = Field(default=None, ge=0)
    end: int | None = Field(default=None, ge=0)


class Claim(Grounded):
    """One claim: the main product.  The main quantity's fields are copied so that a line reads alone."""

    sentence_id: str
    claim_id: str
    type: ClaimType
    stance: Stance
    negated: bool = False
    subject: Subject
    metric: str | None = None
    scope: str | None = None
    quantity_id: str | None = None
    value: Number | None = None
    value_max: Number | None = None
    unit: str | None = None
    bound: Bound | None = None
    change: Change | None = None
    period: Period | None = None
    speaker: str | None = None
    source: str | None = None
    quoted: bool = False
    confidence: float = Field(ge=0, le=1)
    evidence: tuple[Evidence, ...] = ()


class Quarantined(Record):
    """A source that could not be processed, where it failed and why."""

    source: str
    stage: str
    error: str


TABLES: dict[str, type[Record]] = {
    "documents": Document,
    "sentences": Sentence,
    "entities": Entity,
    "quantities": Quantity,
    "times": Time,
    "claims": Claim,
}
"""The tables of a run in the order of the flow; each is written to `<name>.jsonl`."""


class Span(NamedTuple):
    """A block of an article before it is split into sentences: never written, so that nothing checks it again."""

    start: int
    end: int
    block: Block


class Article(NamedTuple):
    """What reading hands on: one article's metadata and its blocks, in order, without overlap."""

    document: Document
    blocks: tuple[Span, ...]


class Input(NamedTuple):
    """A file to read, the name it is recorded under, and the hash and size of its bytes when the run began.

    Without a hash (None) the file could not be read then, or nobody asked.
    """

    path: Path
    source: str
    sha256: str | None = None
    size: int = 0


class Source(NamedTuple):
    """One source, decoded.  `rendered` says that `text` is not the bytes decoded (HTML)."""

    source: str
    sha256: str
    text: str
    rendered: bool = False
    articles: tuple[Article, ...] = ()
