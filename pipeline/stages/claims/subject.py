"""Whom or what a claim is about: the grammatical agent, resolved through pronouns, nominals and sections."""

from __future__ import annotations

import re
from typing import NamedTuple

from spacy.tokens import Token

from pipeline.language.inflection import singular
from pipeline.records import Entity, Quantity, Subject
from pipeline.stages.claims.memory import SubjectMemory
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.respective import counterpart
from pipeline.stages.claims.syntax import clause_head, is_noun, subject_of
from pipeline.stages.claims.vocabulary import appraisal_verbs, nominals

_FIRST_PERSON = frozenset({"we", "our", "us", "ours"})
_SPEAKER = frozenset({"i", "my", "me"})
_PRONOUNS = frozenset(
    {
        "it",
        "its",
        "they",
        "their",
        "he",
        "his",
        "she",
        "her",
        "this",
        "that",
        "which",
        "who",
        "these",
        "those",
    }
)
_AGENTS = ("ORG",)
_THING_TYPES = frozenset({"spec", "price", "product"})
_NAMEABLE = frozenset({"ORG", "PERSON", "PRODUCT", "GPE", "FAC", "EVENT", "LOC", "NORP", "WORK_OF_ART"})


class Sought(NamedTuple):
    """What is known of a claim when its subject is sought.

    `about_thing` prefers a product over its maker (specifications, prices); `business` says that the
    metric is one of a company, so that a subject without a name is the company's segment; `rated`, that
    somebody else's rating or price target is given, which is about the company that is rated; `figure` is
    the claim's quantity and `speaker` who says it, where there is one.
    """

    about_thing: bool = False
    business: bool = False
    rated: bool = False
    speaker: str | None = None
    figure: Quantity | None = None


def find_subject(parsed: Parsed, anchor: Token, memory: SubjectMemory, sought: Sought) -> Subject:
    """Return the subject of the clause around `anchor`: by its grammar, else what a reader carries over."""
    verb = clause_head(anchor)
    token = subject_of(verb)
    if token is not None and _is_figure(parsed, token, anchor, business=sought.business):
        token = None
    if sought.rated:
        return _rated(parsed, token, memory)
    found = _told_elsewhere(parsed, verb, token, sought)
    if found is None and sought.about_thing:
        found = _product_of(parsed, anchor, token, memory)
    if found is None and token is not None:
        found = _grammatical(parsed, verb, token, memory, sought)
    return found or _carried(parsed, anchor, memory, about_thing=sought.about_thing)


def _told_elsewhere(parsed: Parsed, verb: Token, token: Token | None, sought: Sought) -> Subject | None:
    """Return a subject that is not the grammatical one: what a third party appraises, a list's counterpart."""
    if token is not None and verb.lower_ in appraisal_verbs() and (appraised := _appraised(parsed, verb, token)):
        return appraised
    named = [e for e in parsed.entities if e.label in ("PRODUCT", "ORG")]
    partner = counterpart(parsed, sought.figure, named) if sought.figure else None
    return _entity_subject(partner) if partner else None


def _grammatical(parsed: Parsed, verb: Token, token: Token, memory: SubjectMemory, sought: Sought) -> Subject | None:
    """Return what the grammatical subject names or stands for, None where a company's metric names nobody."""
    if subject := _named_in(parsed, token, memory, sought):
        return subject
    if sought.speaker and _words(token) & _SPEAKER:
        return memory.named(token.text, sought.speaker)
    if subject := _resolved(parsed, verb, token, memory):
        return subject
    stands = is_noun(token) and (not sought.business or singular(token.text) in nominals("facility"))
    return _thing(parsed, token) if stands else None


def _is_figure(parsed: Parsed, token: Token, anchor: Token, *, business: bool) -> bool:
    """Tell whether the figure itself is the grammatical subject: "300 people were hired", "half of it is new"."""
    at = parsed.starts[token.i]
    if any(q.start <= at < q.end for q in parsed.quantities if q.kind in ("percent", "money", "count", "multiple")):
        return True
    counted = token == anchor or (
        token in anchor.ancestors and anchor.dep_ in ("nummod", "compound", "quantmod", "amod")
    )
    return business and counted and not token.tag_.startswith("NNP")


def _rated(parsed: Parsed, rater: Token | None, memory: SubjectMemory) -> Subject:
    """Return the company that a rating or price target is about: one in the sentence that does not rate."""
    inside = parsed.span(list(rater.subtree)) if rater is not None else (0, 0)
    others = [e for e in parsed.entities if e.label == "ORG" and not inside[0] <= e.start < inside[1]]
    named = next((e for e in others if e.name == memory.company), None) or (others[0] if others else None)
    if named is not None:
        return _entity_subject(named)
    last = memory.last if memory.last and memory.kind(memory.last) == "company" else None
    return last or memory.named(memory.company or "", memory.company or "")


def _appraised(parsed: Parsed, verb: Token, subject: Token) -> Subject | None:
    """Return the object of a third party's verb: "Acme Research ranks Bolt third" is about Bolt."""
    for child in verb.children:
        if child.dep_ in ("dobj", "ccomp", "nsubj") and child.i > verb.i and child != subject:
            inside = parsed.entities_in(*parsed.span(list(child.subtree)))
            named = [e for e in inside if e.label in ("ORG", "PRODUCT")]
            return _entity_subject(named[0]) if named else None
    return None


def _product_of(parsed: Parsed, anchor: Token, token: Token | None, memory: SubjectMemory) -> Subject | None:
    """Return the product that a specification or price is of.

    The one in the subject phrase; the one a possessive or pronoun stands for; else the nearest before the
    figure, then after it; else, for a part or a nominal ("the device"), the one that the article speaks of.
    """
    products = [e for e in parsed.entities if e.label == "PRODUCT" and not _compared(parsed, e)]
    known = memory.product
    if token is not None:
        start, end = parsed.span(list(token.subtree))
        if inside := [e for e in products if start <= e.start and e.end <= end]:
            return _entity_subject(inside[0])
        if known is not None and _words(token) & _PRONOUNS:
            return Subject(text=token.text, name=known.name, entity_id=known.entity_id)
    if products:
        at = parsed.starts[anchor.i]
        best = min(products, key=lambda e: (-memory.mentions[e.name], e.start > at, abs(e.start - at)))
        return _entity_subject(best)
    if known is None or (token is not None and token.tag_ in ("NNP", "NNPS")):
        return None
    return Subject(text=token.text if token is not None else known.text, name=known.name, entity_id=known.entity_id)


_COMPARISON = re.compile(
    r"(?:\(|\b(?:than|versus|vs\.?|against|replac\w+|original|predecessor|for)\s+)(?:the\s+|its\s+)?(?:original\s+)?$",
    re.IGNORECASE,
)


def _compared(parsed: Parsed, product: Entity) -> bool:
    """Tell whether a product only stands for comparison: "lighter than the Acme One", "(Acme One: 31 minutes)"."""
    return _COMPARISON.search(parsed.sentence.text[: product.start - parsed.sentence.start]) is not None


def _entity_subject(entity: Entity) -> Subject:
    return Subject(text=entity.text, name=entity.name, entity_id=entity.entity_id)


def _named_in(parsed: Parsed, token: Token, memory: SubjectMemory, sought: Sought) -> Subject | None:
    """Return the named thing in a subject phrase: its head, else the company that owns what it names."""
    span = parsed.span(list(token.subtree))
    inside = [e for e in parsed.entities_in(*span) if e.label in _NAMEABLE]
    heads = [e for e in inside if parsed.root(e.start, e.end) == token]
    products = [e for e in inside if e.label == "PRODUCT"]
    agents = [e for e in inside if e.label in _AGENTS]
    if sought.about_thing and products:
        return _entity_subject((heads and heads[0] in products and heads[0]) or products[0])
    if heads and heads[0].label in ("ORG", "PERSON", "PRODUCT", "GPE", "FAC", "EVENT", "WORK_OF_ART"):
        return _entity_subject(heads[0])
    if agents and (sought.business or not sought.about_thing):
        return _entity_subject(agents[0])
    if sought.business and memory.company and not products:
        return _company_for(parsed, token, memory)
    return _entity_subject(products[0]) if products else None


def _company_for(parsed: Parsed, token: Token, memory: SubjectMemory) -> Subject:
    text = parsed.sentence.text[
        parsed.span([token])[0] - parsed.sentence.start : parsed.span([token])[1] - parsed.sentence.start
    ]
    return memory.named(text, memory.company or text)


def _words(token: Token) -> set[str]:
    """Return a subject's own word and its possessor's, in lower case."""
    return {token.lower_, *(child.lower_ for child in token.children if child.dep_ == "poss")}


def _resolved(parsed: Parsed, verb: Token, token: Token, memory: SubjectMemory) -> Subject | None:
    """Return what a pronoun, a possessive, or a part of a company or product stands for."""
    words = _words(token)
    if words & _FIRST_PERSON and memory.company:
        return memory.named(token.text, memory.company)
    if words & _PRONOUNS:
        if above := _antecedent(parsed, verb, token):
            return _entity_subject(above).model_copy(update={"text": token.text})
        if memory.last:
            return memory.last.model_copy(update={"text": token.text})
    noun = singular(token.text)
    if noun in nominals("company") and memory.company and not any(c.dep_ == "prep" for c in token.children):
        focus = memory.last if memory.last and memory.kind(memory.last) == "company" else None
        return (focus or memory.named(token.text, memory.company)).model_copy(update={"text": token.text})
    if noun in nominals("product") and memory.product is not None and _definite(token):
        return Subject(text=token.text, name=memory.product.name, entity_id=memory.product.entity_id)
    return None


def _antecedent(parsed: Parsed, verb: Token, token: Token) -> Entity | None:
    """Return the company or product that is the subject of the clause above a pronoun's."""
    for node in verb.ancestors:
        above = subject_of(node) if node.tag_.startswith("VB") else None
        if above is not None and above.i < token.i:
            named = [e for e in parsed.entities_in(*parsed.span(list(above.subtree))) if e.label in ("ORG", "PRODUCT")]
            return named[0] if named and parsed.root(named[0].start, named[0].end) == above else None
    return None


def _thing(parsed: Parsed, token: Token) -> Subject:
    """Return an unnamed subject by its head phrase, without determiner and possessor."""
    words = [
        t
        for t in token.subtree
        if t.i <= token.i and t.dep_ not in ("det", "poss", "case", "nummod", "predet") and t.tag_ != "PRP$"
    ]
    near = [t for t in words if t.i == token.i or token.is_ancestor(t)]
    start, end = parsed.span([t for t in near if not t.is_punct] or [token])
    text = parsed.sentence.text[start - parsed.sentence.start : end - parsed.sentence.start]
    return Subject(text=text, name=re.sub(r"\s+", " ", text))


def _definite(token: Token) -> bool:
    return any(child.lower_ in ("the", "its", "this", "these") for child in token.children)


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
