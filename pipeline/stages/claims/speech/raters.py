"""Who rates a share, a debt or a company: "Acme cut its target", "upgraded to buy at Acme", "he rates it"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from pipeline.records import Entity
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.speech.speakers import SpeakerNames, Statement
from pipeline.stages.claims.syntax import clause_tokens, own_subject, subject_of

_AT = re.compile(r"\b(?:at|by|from)\s+(?:the\s+)?(?:(?:brokers?|analysts?|economists?)\s+(?:at\s+)?)?$", re.IGNORECASE)
"""What stands before a rater who is not the subject: "was cut to neutral by Acme", "a target of $60 at Acme"."""
_OPINIONS = frozenset(("rating", "target", "objective", "recommendation", "call", "price", "stance", "view"))
"""Nouns for what a rater has of a company: "Acme's price target"."""
_ANALYSTS = frozenset(("analyst", "broker", "brokerage", "bank", "agency", "house", "firm", "they"))
"""Nouns for a rater who was named before."""

_OF_MANY = frozenset(("consensus", "average", "mean", "median"))


def rater_of(parsed: Parsed, verb: Token, names: SpeakerNames) -> Statement | None:
    """Return who gives the rating or price target that the clause of `verb` tells, where the clause names them.

    It is the clause's subject ("he", "analysts at Acme"), who stands behind "at" or "by", or whose target it is.
    """
    subject = subject_of(verb)
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    if subject is not None and not passive and (name := _subject_name(parsed, verb, subject, names)):
        return Statement(*parsed.span([subject]), name)
    others = [e for e in parsed.entities if e.label in ("ORG", "PERSON") and e.name != names.company]
    start, end = parsed.span(list(clause_tokens(verb)))
    inside = [e for e in others if start <= e.start < end]
    found = [e for e in inside if _AT.search(parsed.ahead(e.start, 30))] or [e for e in inside if _owns(parsed, e)]
    return Statement(found[-1].start, found[-1].end, found[-1].name) if found else None


def goes_on(verb: Token) -> bool:
    """Tell whether a clause that names no rater may go on with the last: it is about a nominal or a target."""
    subject = subject_of(verb)
    if subject is None:
        return True
    of_many = any(child.lower_ in _OF_MANY for child in subject.children)
    return subject.lower_ in _ANALYSTS | _OPINIONS and not of_many


def _subject_name(parsed: Parsed, verb: Token, subject: Token, names: SpeakerNames) -> str | None:
    own = own_subject(verb)
    if own is not None and own.lower_ == "who" and verb.tag_ != "VBP":
        at = parsed.starts[own.i]
        if (name := names.named_between(parsed.sentence.start, at)) is not None:
            return name
    if subject.lower_ in ("it", "we"):
        return None
    name = names.house_of(parsed, subject) or names.of_token(parsed, subject)
    return name if name != names.company else None


def _owns(parsed: Parsed, entity: Entity) -> bool:
    """Tell whether a rating or a price target is an entity's: "Acme's price target"."""
    root = parsed.root(entity.start, entity.end)
    return root is not None and root.dep_ == "poss" and root.head.lower_ in _OPINIONS
