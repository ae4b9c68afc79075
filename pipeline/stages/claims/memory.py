"""What a reader carries on through an article: its company, the last subject, the product it speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.records import Document, Entity, Subject

_KINDS = {
    "ORG": "company",
    "PRODUCT": "product",
    "PERSON": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "EVENT": "event",
}


class SubjectMemory:
    """What a reader carries on through an article: its company, the last subject, the section's product."""

    def __init__(self, document: Document, entities: Sequence[Entity]) -> None:
        self.by_name = {e.name: e for e in reversed(entities)}
        self.mentions = Counter(e.name for e in entities)
        self.company = document.company
        self.last: Subject | None = None
        self.product: Entity | None = None

    def note_heading(self, entities: Sequence[Entity]) -> None:
        """Let a title or heading set the product that the section speaks of."""
        products = [e for e in entities if e.label == "PRODUCT"]
        self.product = products[0] if products else self.product

    def note(self, subject: Subject) -> None:
        """Remember a claim's subject; a named one is what later pronouns stand for."""
        if subject.entity_id or self.last is None or self.last.entity_id is None:
            self.last = subject
        entity = self.by_name.get(subject.name)
        if entity is not None and entity.label == "PRODUCT":
            self.product = entity

    def kind(self, subject: Subject) -> str:
        """Return what a subject is: company, product, person, place, event, or another thing."""
        entity = self.by_name.get(subject.name)
        return _KINDS.get(entity.label, "thing") if entity else "thing"

    def named(self, text: str, name: str) -> Subject:
        """Return a subject by canonical name, with its entity where the article has one."""
        entity = self.by_name.get(name)
        return Subject(text=text, name=name, entity_id=entity.entity_id if entity else None)
