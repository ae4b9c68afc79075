"""Which of a sentence's names grammar alone tells to be meant, and which only to be mentioned."""

from __future__ import annotations

import re

from spacy.tokens import Token

from pipeline.language.inflection import inflected
from pipeline.records import Entity
from pipeline.stages.claims.metrics.mentions import metric_mentions
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.subjects.place import Place, Sought
from pipeline.stages.claims.syntax import own_subject
from pipeline.stages.claims.vocabulary import appraisal_verbs, word_classes

_HELD_BY = re.compile(
    r"\s*(?:of\s+[^.;,]{1,30}\s+)?(?:(?:is|are|was|were)\s+)?(?:owned|held)\s+by\s+(?:the\s+)?(?:[\w-]+\s+){0,4}?"
)
_MOVING = frozenset({"rise", "fall"})
_SUPPLIED = frozenset(
    ("supplied", "made", "built", "provided", "manufactured", "designed", "developed", "produced", "sold")
)
_RANKING = frozenset(form for verb in ("rank", "list", "crown") for form in inflected(verb))
_RELATIVES = frozenset({"which", "who"})
_WITH = re.compile(r"(?:\s*\([^()]{1,30}\))?,\s+with\s+(?:(?!and\b|its\b|their\b|the\b)[\w-]+\s+){0,6}")
_COMMA = re.compile(r"(?:\s*\([^()]{1,30}\))?,\s")
"""What stands between a name and the relative clause that speaks of it."""


def is_told(parsed: Parsed, place: Place, entity: Entity, sought: Sought) -> bool:
    """Tell whether a name is the subject of a claim whatever else the sentence names."""
    return any(told(parsed, place, entity, sought) for told in _TELLING)


def _owns_metric(parsed: Parsed, place: Place, entity: Entity, sought: Sought) -> bool:
    """Tell whether a name owns the words of a metric that are the clause's subject or hold the figure.

    "Acme's shipments slipped to 7m", "compared with Acme's 13 orders".
    """
    business = sought.metric is not None and sought.metric.business and sought.group != "rating"
    if not business or entity.label not in ("ORG", "PRODUCT"):
        return False
    owner = parsed.root(entity.start, entity.end)
    if owner is None or owner.dep_ != "poss" or owner.head not in (place.subject, *place.phrase[:1]):
        return False
    at = parsed.starts[owner.head.i]
    return any(m.start <= at < m.end and m.metric.business for m in metric_mentions(parsed, None))


def _is_holder(parsed: Parsed, place: Place, entity: Entity, sought: Sought) -> bool:
    """Tell whether a name is that of who holds a stake: "a stake of 9% is held by Acme"."""
    if sought.metric is None or sought.metric.name != "stake" or sought.figure is None:
        return False
    return _HELD_BY.fullmatch(parsed.between(sought.figure.end, entity.start)) is not None


def _is_antecedent(parsed: Parsed, place: Place, entity: Entity, sought: Sought) -> bool:
    """Tell whether the claim's clause is a relative one right behind a name: "with Acme Inc. (ACM), which owns"."""
    relative = own_subject(place.verb)
    if relative is None or relative.lower_ not in _RELATIVES or relative.tag_ not in ("WDT", "WP"):
        return False
    if entity.label not in ("ORG", "PRODUCT", "PERSON") or sought.group in ("rating", "security"):
        return False
    moves = not _MOVING.isdisjoint(word_classes("verb").get(place.verb.lower_, ()))  # "sales at Acme, which rose 5%"
    if moves or place.verb.tag_ == "VBP" or place.verb.lower_ in appraisal_verbs():
        return False
    return _COMMA.fullmatch(parsed.between(entity.end, parsed.starts[relative.i])) is not None


def _is_ranked(parsed: Parsed, place: Place, entity: Entity, sought: Sought) -> bool:
    """Tell whether a name is what others rank: "the report ranked Acme first, with shipments of 7m"."""
    root = parsed.root(entity.start, entity.end)
    ranked = root is not None and root.dep_ == "dobj" and root.head == place.verb and place.verb.lower_ in _RANKING
    return ranked and sought.figure is not None and entity.label in ("ORG", "PRODUCT")


def _is_that_of(parsed: Parsed, place: Place, entity: Entity, sought: Sought) -> bool:
    """Tell whether a name is whose thing the clause's subject means: "that of the Acme Two measures 7 inches"."""
    if place.subject is None or place.subject.lower_ not in ("that", "those") or sought.figure is None:
        return False
    root = parsed.root(entity.start, entity.end)
    of = root.head if root is not None else None
    return of is not None and of.lower_ == "of" and of.head == place.subject and entity.label in ("ORG", "PRODUCT")


def _is_with(parsed: Parsed, place: Place, entity: Entity, sought: Sought) -> bool:
    """Tell whether a figure is what a name comes with, between commas: "rival Acme, with a market share of 58%"."""
    if sought.figure is None or entity.label not in ("ORG", "PRODUCT"):
        return False
    root = parsed.root(entity.start, entity.end)
    free = root is not None and root.dep_ != "pobj"
    return free and _WITH.fullmatch(parsed.between(entity.end, sought.figure.start)) is not None


def _has_metric_at(parsed: Parsed, place: Place, entity: Entity, sought: Sought) -> bool:
    """Tell whether the clause's metric is told to be at a name: "sales at Acme slid 11 percent"."""
    business = sought.metric is not None and sought.metric.business and sought.group != "rating"
    if not business or entity.label != "ORG" or place.subject is None or entity.form != "name":
        return False
    root = parsed.root(entity.start, entity.end)
    at = root.head if root is not None and root.dep_ == "pobj" else None
    if at is None or at.lower_ != "at" or at.head != place.subject:
        return False
    start = parsed.starts[place.subject.i]
    return any(m.start <= start < m.end and m.metric.business for m in metric_mentions(parsed, None))


_TELLING = (_is_holder, _owns_metric, _is_antecedent, _is_ranked, _is_that_of, _is_with, _has_metric_at)


def only_supplies(parsed: Parsed, entity: Entity, anchor: Token) -> bool:
    """Tell whether a name only is who makes or sells what is measured: "43 turbines of 15 MW, supplied by Acme"."""
    root = parsed.root(entity.start, entity.end)
    by = root.head if root is not None and root.dep_ == "pobj" else None
    if by is None or by.dep_ != "agent" or by.head.dep_ != "acl" or by.head.lower_ not in _SUPPLIED:
        return False
    return not by.head.is_ancestor(anchor)


def only_describes(parsed: Parsed, place: Place, entity: Entity) -> bool:
    """Tell whether a name only says what the clause's named subject is: "Acme Ridge, the Group's largest mine"."""
    root = parsed.root(entity.start, entity.end)
    if root is None or place.subject is None or place.subject == root or place.subject.tag_ not in ("NNP", "NNPS"):
        return False
    for node in (root, *root.ancestors):
        if node.head == place.subject:
            return node.dep_ == "appos" and node != root
    return False
