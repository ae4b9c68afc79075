"""An article as annotation tools see it: its text, marks on it, and links from each claim to what it is made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.records import Claim, Document, Entity, Quantity, Sentence, Time
from pipeline.tables import ArticleRecords

ROLES = ("subject", "value", "change", "period", "speaker", "source")
"""What a link says that its target is for the claim."""


Markable = Entity | Quantity | Time | Claim


class Mark(NamedTuple):
    """A record on the article's text: `start` and `end` count in that text, `label` is its kind, label or type."""

    id: str
    table: str
    label: str
    start: int
    end: int
    record: Markable


class Link(NamedTuple):
    """A claim's id, the role, and the id of the mark that has it."""

    claim: str
    role: str
    target: str


class Annotated(NamedTuple):
    """One article, ready for a tool that knows texts, marks and links; marks are in text order."""

    document: Document
    sentences: tuple[Sentence, ...]
    text: str
    marks: list[Mark]
    links: list[Link]


def annotate(article: ArticleRecords) -> Annotated:
    """Return the article with offsets that count in its own text."""
    marks = list(_marks(article))
    known = _Index(marks)
    links = [link for claim in article.claims for link in known.links(claim)]
    marks.sort(key=lambda mark: (mark.start, -mark.end, mark.table, mark.id))
    return Annotated(article.document, article.sentences, article.text, marks, links)


def _marks(article: ArticleRecords) -> Iterator[Mark]:
    def mark(mark_id: str, table: str, label: str, record: Markable) -> Mark:
        first = article.document.start
        return Mark(mark_id, table, label, record.start - first, record.end - first, record)

    yield from (mark(f"{e.doc_id}.e{n}", "entities", e.label, e) for n, e in enumerate(article.entities))
    yield from (mark(q.quantity_id, "quantities", q.kind, q) for q in article.quantities)
    yield from (mark(t.time_id, "times", t.kind, t) for t in article.times)
    yield from (mark(c.claim_id, "claims", c.type, c) for c in article.claims)


class _Index:
    """The marks of an article by what a claim knows of them; of several that fit, a link goes to the nearest."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks: dict[tuple[object, ...], list[Mark]] = defaultdict(list)
        for mark in marks:
            for key in _keys(mark.record):
                self._marks[key].append(mark)

    def links(self, claim: Claim) -> Iterator[Link]:
        """Yield the links of a claim in the order of ROLES."""
        for role, keys in _wanted(claim):
            fitting = next((found for key in keys if (found := self._marks.get(key))), None)
            if fitting:
                yield Link(claim.claim_id, role, min(fitting, key=lambda mark: _distance(claim, mark)).id)


def _keys(record: Markable) -> Iterator[tuple[object, ...]]:
    if isinstance(record, Entity):
        yield "entity", record.entity_id, record.text
        yield "entity", record.entity_id
        yield "name", record.name
    elif isinstance(record, Quantity):
        yield "quantity", record.quantity_id
    elif isinstance(record, Time):
        yield "time", record.text, record.first_day, record.last_day


def _wanted(claim: Claim) -> Iterator[tuple[str, Sequence[tuple[object, ...]]]]:
    """Yield each role with the keys of what may fill it, the best first."""
    subject, change, period = claim.subject, claim.change, claim.period
    if subject.entity_id:
        yield "subject", [("entity", subject.entity_id, subject.text), ("entity", subject.entity_id)]
    if claim.quantity_id:
        yield "value", [("quantity", claim.quantity_id)]
    if change and change.quantity_id:
        yield "change", [("quantity", change.quantity_id)]
    if period:
        yield "period", [("time", period.text, period.first_day, period.last_day)]
    for role, name in (("speaker", claim.speaker), ("source", claim.source)):
        if name:
            yield role, [("name", name)]


def _distance(claim: Claim, mark: Mark) -> tuple[bool, int]:
    """Rank marks of the claim's sentence first, then by the characters between."""
    record = mark.record
    between = max(record.start - claim.end, claim.start - record.end, 0)
    return record.sentence_id != claim.sentence_id, between
