"""Whom or what a claim is about: the grammatical agent, resolved through pronouns, nominals and sections."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from pipeline.records import Document, Entity, Subject
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.syntax import clause_head, is_noun, subject_of

_FIRST_PERSON = frozenset({"we", "our", "us", "ours"})
_SPEAKER = frozenset({"i", "my", "me"})
_PRONOUNS = frozenset({"it", "its", "they", "their", "he", "his", "she", "her", "this", "that", "which", "who", "these", "those"})
_AGENTS = ("ORG",)
_THING_TYPES = frozenset({"spec", "price", "product"})
_KINDS = {"ORG": "company", "PRODUCT": "product", "PERSON": "person", "GPE": "place", "LOC": "place", "FAC": "place", "EVENT": "event"}
_NAMEABLE = frozenset({"ORG", "PERSON", "PRODUCT", "GPE", "FAC", "EVENT", "LOC", "NORP", "WORK_OF_ART"})


class SubjectMemory:
    """What a reader carries on through an article: its company, the last subject, the section's product."""

    def __init__(self, document: Document, entities: Sequence[Entity]) -> None:
        self.by_name = {e.name: e for e in reversed(entities)}
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


def find_subject(
    parsed: Parsed, anchor: Token, memory: SubjectMemory, *, about_thing: bool, business: bool, speaker: str | None
) -> Subject:
    """Return the subject of the clause around `anchor`.

    `about_thing` prefers a product over its maker (specifications, prices); `business` says that the
    metric is one of a company, so that a subject without a name is the company's segment.
    """
    verb = clause_head(anchor)
    token = subject_of(verb)
    if about_thing and (product := _product_of(parsed, anchor, token, memory)):
        return product
    if token is not None:
        start, end = parsed.span(list(token.subtree))
        if subject := _named_in(parsed, token, (start, end), memory, about_thing=about_thing, business=business):
            return subject
        if speaker and _words(token) & _SPEAKER:
            return memory.named(token.text, speaker)
        if subject := _resolved(token, memory):
            return subject
        if not business and is_noun(token):
            return _thing(parsed, token, memory, about_thing=about_thing)
    return _carried(parsed, anchor, memory, about_thing=about_thing)


def _product_of(parsed: Parsed, anchor: Token, token: Token | None, memory: SubjectMemory) -> Subject | None:
    """Return the product that a specification or price is of.

    The one in the subject phrase; else the nearest one before the figure, then after it; else, where the
    subject is a part, a pronoun or a nominal ("the device"), the one that the article speaks of.
    """
    products = [e for e in parsed.entities if e.label == "PRODUCT"]
    if token is not None:
        start, end = parsed.span(list(token.subtree))
        if inside := [e for e in products if start <= e.start and e.end <= end]:
            return _entity_subject(inside[0])
    if products:
        at = parsed.starts[anchor.i]
        return _entity_subject(min(products, key=lambda e: (e.start > at, abs(e.start - at))))
    if memory.product is None or (token is not None and token.tag_ in ("NNP", "NNPS")):
        return None
    text = token.text if token is not None else memory.product.text
    return Subject(text=text, name=memory.product.name, entity_id=memory.product.entity_id)


def _entity_subject(entity: Entity) -> Subject:
    return Subject(text=entity.text, name=entity.name, entity_id=entity.entity_id)


def _named_in(
    parsed: Parsed, token: Token, span: tuple[int, int], memory: SubjectMemory, *, about_thing: bool, business: bool
) -> Subject | None:
    """Return the named thing in a subject phrase: its head, else the company that owns what it names."""
    inside = [e for e in parsed.entities_in(*span) if e.label in _NAMEABLE]
    heads = [e for e in inside if parsed.root(e.start, e.end) == token]
    products = [e for e in inside if e.label == "PRODUCT"]
    agents = [e for e in inside if e.label in _AGENTS]
    if about_thing and products:
        return _entity_subject((heads and heads[0] in products and heads[0]) or products[0])
    if heads and heads[0].label in ("ORG", "PERSON", "PRODUCT", "GPE", "FAC", "EVENT", "WORK_OF_ART"):
        return _entity_subject(heads[0])
    if agents and (business or not about_thing):
        return _entity_subject(agents[0])
    if business and memory.company and not products:
        return _company_for(parsed, token, memory)
    return _entity_subject(products[0]) if products else None


def _company_for(parsed: Parsed, token: Token, memory: SubjectMemory) -> Subject:
    text = parsed.sentence.text[parsed.span([token])[0] - parsed.sentence.start : parsed.span([token])[1] - parsed.sentence.start]
    return memory.named(text, memory.company or text)


def _words(token: Token) -> set[str]:
    """Return a subject's own word and its possessor's, in lower case."""
    return {token.lower_, *(child.lower_ for child in token.children if child.dep_ == "poss")}


def _resolved(token: Token, memory: SubjectMemory) -> Subject | None:
    """Return what a pronoun or possessive stands for."""
    words = _words(token)
    if words & _FIRST_PERSON and memory.company:
        return memory.named(token.text, memory.company)
    if words & _PRONOUNS and memory.last:
        return memory.last.model_copy(update={"text": token.text})
    return None


def _thing(parsed: Parsed, token: Token, memory: SubjectMemory, *, about_thing: bool) -> Subject:
    """Return an unnamed subject by its head phrase; an attribute of a product stands for the product."""
    if about_thing and memory.product and _definite(token):
        return Subject(text=token.text, name=memory.product.name, entity_id=memory.product.entity_id)
    words = [t for t in token.subtree if t.i <= token.i and t.dep_ not in ("det", "poss", "case", "punct") and t.tag_ != "PRP$"]
    near = [t for t in words if t == token or t.head == token]
    start, end = parsed.span(near or [token])
    text = parsed.sentence.text[start - parsed.sentence.start : end - parsed.sentence.start]
    return Subject(text=text, name=re.sub(r"\s+", " ", text))


def _definite(token: Token) -> bool:
    return any(child.lower_ in ("the", "its", "this") for child in token.children)


def _carried(parsed: Parsed, anchor: Token, memory: SubjectMemory, *, about_thing: bool) -> Subject:
    """Return the subject that a reader carries over to a clause that names none."""
    if about_thing:
        products = [e for e in parsed.entities if e.label == "PRODUCT"]
        if products:
            return _entity_subject(products[0])
        if memory.product:
            return _entity_subject(memory.product)
    agents = [e for e in parsed.entities if e.label in _AGENTS and e.name == memory.company]
    if agents:
        return _entity_subject(agents[0])
    if memory.company:
        return memory.named(memory.company, memory.company)
    if memory.last:
        return memory.last
    return Subject(text=anchor.text, name=anchor.text)


def is_about_thing(claim_type: str) -> bool:
    """Tell whether claims of a type speak of a product rather than of its maker."""
    return claim_type in _THING_TYPES
