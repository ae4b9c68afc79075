"""Candidates that the sentence itself names, each with its place in the grammar around the claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from pipeline.language.inflection import singular
from pipeline.records import Entity, Quantity, Subject
from pipeline.stages.claims.figures.respective import ahead_of_name, behind_name, counterpart
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.ranking import DECIDES, Candidate
from pipeline.stages.claims.speech.acts import says
from pipeline.stages.claims.subjects.place import Place, Sought
from pipeline.stages.claims.subjects.told import is_told, only_describes, only_supplies
from pipeline.stages.claims.syntax import is_verb, subject_of
from pipeline.stages.claims.vocabulary import appraisal_verbs, chip_families, part_nouns

_NAMEABLE = frozenset({"ORG", "PERSON", "PRODUCT", "GPE", "FAC", "EVENT", "LOC", "NORP", "WORK_OF_ART"})
_COMPARISON = re.compile(
    r"(?:\(|\b(?:than|versus|vs\.?|against|replac\w+|original|predecessor|unlike|like|from)\s+)"
    r"(?:the\s+|its\s+)?(?:original\s+)?$"
    r"|\b(?:than|versus|from|against|with)\s+(?:\S+\s+){1,3}(?:on|of|in|for)\s+(?:the\s+|its\s+)?$"
    r"|\b(?:last\s+year['’]s|predecessor,|previous|outgoing|older|that\s+of|those\s+of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_CODE = re.compile(r":\s?[A-Z0-9.]{1,6}\)")
_LEADER = re.compile(r"(?:\s*\([^()]{1,30}\))?(?:\s+[–—-]+\s|:\s)")
"""What follows a name that a paragraph begins with and speaks of."""
_JOINT = re.compile(r"\s+(on|for|of|from|with|in|at|by)\s+(?:(?:the|its|a|an)\s+)?", re.IGNORECASE)
_BREAK = re.compile(r"[,;:]|\b(?:and|but|while|whereas|versus|against|compared|than)\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\(")
OPENING = 2
"""Words at most before a name that opens its sentence: "Another arm, Acme Retail, …"."""
LEAD = 3
"""Words at most between a name and the figure that it leads to."""
NEAR = 40
"""Characters within which a name stands close to a figure."""
MOST_NAMES = 40
"""So many names of a sentence at most may be meant."""


_LISTS = (counterpart, behind_name, ahead_of_name)
"""How lists give each of their names its figure."""


def named_subjects(parsed: Parsed, place: Place, sought: Sought) -> Iterator[Candidate[Subject]]:
    """Yield a candidate for each name and company nominal of the sentence."""
    figure = sought.figure
    at = figure.start if figure else parsed.starts[sought.anchor.i]
    mentions = _nearest([e for e in parsed.entities if e.label in _NAMEABLE], at)
    orders = {label: _Order.of([e for e in mentions if e.label == label], at) for label in {e.label for e in mentions}}
    partner = last = None
    if figure:
        last = max((q.end for q in parsed.quantities if q.end <= at and q.kind == figure.kind), default=None)
        owners = [e for e in mentions if e.label in ("PRODUCT", "ORG")]
        partner = next(filter(None, (find(parsed, figure, owners) for find in _LISTS)), None)
    for entity in mentions:
        if _is_market_of_code(parsed, entity):
            continue
        role = _role(parsed, place, entity)
        joined = sought.anchor.dep_ == "conj" and role.startswith("phrase")  # "an Acme A1 chip and 16GB of memory"
        if (figure and only_supplies(parsed, entity, sought.anchor)) or only_describes(parsed, place, entity):
            continue
        beside = joined or not role.startswith(("subject", "phrase"))
        if (beside and is_part(parsed, entity)) or (sought.of_device and _is_processor(entity)):
            continue
        traits = {"named", f"{entity.label}|{role}", f"{role}|{sought.group}", role, f"{role}|subject:{place.kind}"}
        traits |= {f"{entity.label}|{role}|{sought.group}", f"{role}|holder:{place.holder}"}
        traits |= set(orders[entity.label].traits(entity, at))
        if _leads(parsed, entity, at):
            traits |= {"leads_figure", f"leads_figure|{entity.label}", f"leads_figure|{sought.group}"}
        traits |= {f"{role}|{place.voice}", f"{role}|{place.voice}|{sought.group}"}
        traits |= set(_opening(parsed, place, entity, role))
        if figure:
            traits |= set(_beside(parsed, figure, entity))
        if entity == partner or is_told(parsed, place, entity, sought):
            traits.add(DECIDES)
        if last is not None and last <= entity.start < at:
            traits |= {"since_last", f"since_last|{entity.label}", f"since_last|{role}"}
        if place.verb.lower_ in appraisal_verbs():
            traits.add(f"appraised|{role}")
        if role == "subject" and place.owner != "none":
            traits.add(f"subject|owner:{place.owner}")
        if is_compared(parsed, entity):
            traits |= {"compared", f"compared|{entity.label}"}
        subject = Subject(text=entity.text, name=entity.name, entity_id=entity.entity_id)
        yield Candidate(entity.name, subject, f"subject.{role}", (entity.start, entity.end), traits)


def _is_market_of_code(parsed: Parsed, entity: Entity) -> bool:
    """Tell whether a name is the exchange of a stock code: "Acme Inc. (NYSE: ACM)"."""
    return parsed.ahead(entity.start)[-1:] == "(" and _CODE.match(parsed.behind(entity.end)) is not None


def _opening(parsed: Parsed, place: Place, entity: Entity, role: str) -> Iterator[str]:
    """Yield how a name opens its sentence: among its first words, or as what its paragraph speaks of ("Acme – …")."""
    ahead = parsed.ahead(entity.start)
    if not ahead and _LEADER.match(parsed.behind(entity.end)):
        yield "leader"
        yield f"leader|{entity.label}"
    if len(ahead.split()) <= OPENING:
        yield f"opens|{entity.label}"
        yield f"opens|owner:{place.owner}"
        yield f"opens|{role}"


def _beside(parsed: Parsed, figure: Quantity, entity: Entity) -> Iterator[str]:
    """Yield how a name stands beside a figure: behind it with a preposition, modified by it, with no break between."""
    before = entity.end <= figure.start
    between = parsed.between(entity.end, figure.start) if before else parsed.between(figure.end, entity.start)
    if not before and (joint := _JOINT.fullmatch(between)):
        yield f"owns|{joint[1].lower()}"
        yield f"owns|{joint[1].lower()}|{entity.label}"
        yield f"owns|{entity.label}|{figure.kind}"
    if not before and _IN_BRACKETS.fullmatch(between):
        yield "in_brackets"
        yield f"in_brackets|{entity.label}"
    if not before and between == " ":
        yield f"modified|{entity.label}|{figure.kind}"
        yield f"modified|{entity.label}"
    if not _BREAK.search(between):
        side = "before" if before else "after"
        yield f"segment|{side}"
        yield f"segment|{side}|{entity.label}"


def is_compared(parsed: Parsed, entity: Entity) -> bool:
    """Tell whether a name only stands for comparison: "lighter than the Acme One", "(Acme One: 31 minutes)"."""
    return _COMPARISON.search(parsed.ahead(entity.start, NEAR)) is not None


def is_part(parsed: Parsed, entity: Entity) -> bool:
    """Tell whether a name is that of a part: "powered by the Acme A1", "the Acme A1 chipset"."""
    if entity.label not in ("PRODUCT", "ORG"):
        return False
    words = [*entity.text.split()[-1:], *parsed.behind(entity.end).split()[:1]]
    return any(singular(w.strip(".,;:()").lower()) in part_nouns() for w in words) or (
        entity.label == "PRODUCT" and _DRIVES.search(parsed.ahead(entity.start, NEAR)) is not None
    )


def _is_processor(entity: Entity) -> bool:
    """Tell whether a name is that of a processor: "an Acme A1 with 12GB of RAM" tells of the phone."""
    return entity.label == "PRODUCT" and not chip_families().isdisjoint(entity.name.split())


_DRIVES = re.compile(r"\b(?:powered|driven)\s+by\s+(?:(?:the|a|an|its)\s+)?(?:[\w.-]+\s+){0,3}$", re.IGNORECASE)


def _leads(parsed: Parsed, entity: Entity, at: int) -> bool:
    """Tell whether a name stands right before the figure, with no verb between: "and the Acme Two $949"."""
    between = parsed.tokens(entity.end, at) if entity.end < at else []
    return entity.end < at and len(between) <= LEAD and not any(is_verb(token) for token in between)


def _nearest(mentions: list[Entity], at: int) -> list[Entity]:
    """Return the names nearest to a place, in text order: what stands behind hundreds of others is not meant."""
    if len(mentions) <= MOST_NAMES:
        return mentions
    return sorted(sorted(mentions, key=lambda e: abs(e.start - at))[:MOST_NAMES], key=lambda e: e.start)


class _Order(NamedTuple):
    """Which of a sentence's names of one label stands nearest to a claim's place, which first, whether it is alone."""

    near: str
    first: str
    alone: bool

    @classmethod
    def of(cls, alike: list[Entity], at: int) -> _Order:
        near = min(alike, key=lambda e: (e.start > at, abs(e.start - at)))
        return cls(near.name, alike[0].name, len({e.name for e in alike}) == 1)

    def traits(self, entity: Entity, at: int) -> Iterator[str]:
        """Yield where a name stands among those of its label."""
        side = "before" if entity.start < at else "after"
        yield f"{side}|{entity.label}"
        if entity.name == self.near:
            yield f"nearest|{entity.label}"
        if entity.name == self.first:
            yield f"first|{entity.label}"
        if self.alone:
            yield f"only|{entity.label}"
        if (at - entity.end if side == "before" else entity.start - at) < NEAR:
            yield f"close|{side}"


def _role(parsed: Parsed, place: Place, entity: Entity) -> str:
    """Return how a name is tied to the claim: the place on its way up the parse where it meets the claim's words."""
    root = parsed.root(entity.start, entity.end)
    if root is None:
        return "unparsed"
    link = ""
    for node in (root, *root.ancestors):
        if node == place.subject:
            return f"subject{link}"
        if node in place.phrase:
            return f"phrase{link}"
        if node == place.verb:
            return _under_verb(root, node, link)
        if is_verb(node) and node.is_ancestor(place.verb):
            return _above(root, node)
        if not link or node.dep_ in ("relcl", "acl", "advcl", "ccomp"):
            link = _link(node)
    return "beside"


def _link(node: Token) -> str:
    if node.dep_ in ("pobj", "pcomp"):
        return f".{node.head.lower_}" if node.head.lower_ in _PREPOSITIONS else ".prep"
    return f".{node.dep_}"


_PREPOSITIONS = frozenset(
    {"of", "in", "at", "by", "for", "from", "with", "to", "on", "according", "as", "like", "than"}
)


def _under_verb(root: Token, verb: Token, link: str) -> str:
    side = "front" if root.i < verb.i else "verb"
    return f"{side}{link}"


def _above(root: Token, verb: Token) -> str:
    voice = "says" if says(verb) else "upper"
    return f"{voice}.subject" if subject_of(verb) == root else voice
