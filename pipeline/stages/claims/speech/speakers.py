"""The canonical names of those who speak: names, nominals and pronouns beside a verb of saying."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Token

from pipeline.language.inflection import inflected, singular
from pipeline.lexicon import alternatives
from pipeline.records import Document, Entity
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.speech.quotation import Quotation
from pipeline.stages.claims.vocabulary import expecters, reporting_verbs

_VERB = alternatives(reporting_verbs())
_VERB_AFTER = re.compile(
    rf"(?:\s+(?:of|at|from|with)(?:\s+[A-Z][\w&.'’-]*){{1,5}})?\s*(?:,[^,.;:]{{1,90}}(?:,[^,.;:]{{1,60}})?,|\([^()]{{1,40}}\))?\s*"
    rf"(?:has |had |have |also |then |later |recently |[a-z]+ly )*{_VERB}\b",
    re.IGNORECASE,
)
_ADDRESSING = frozenset(form for verb in ("tell", "inform", "remind") for form in inflected(verb)) | {"told"}
"""Forms of verbs behind which stands who is spoken to: "he told Acme News"."""
_SAYING = alternatives(form for form in reporting_verbs() if form not in _ADDRESSING)
_VERB_BEFORE = re.compile(rf"\b{_SAYING}\s+(?:[\w&.'’-]+\s+){{0,8}}$", re.IGNORECASE)
_VERB_BEFORE_ROLE = re.compile(rf"\b{_SAYING}\s+(?:[\w&.'’-]+\s+){{0,8}}[\w&.'’-]+,\s+$", re.IGNORECASE)
"""What may also stand before a person: "said Acme's chief executive, Ada Nwosu"."""
_ACCORDING = re.compile(r"\baccording\s+to\s+(?:[\w&.'’-]+\s+){0,4}$", re.IGNORECASE)
"""What stands before a person where no verb says that one speaks: "According to Ada Nwosu, CEO, “…”"."""
_PRONOUN = re.compile(
    rf"\b(he|she|it)\s+(?:has |had |also |then |later |[a-z]+ly )*{_VERB}\b|\b{_VERB}\s+(he|she|it)\b", re.IGNORECASE
)
_PERSONAL = ("he", "she")
_OWN_DOCUMENTS = frozenset({"statement", "filing", "release", "prospectus", "announcement"})
_BELONGS = re.compile(r"\b(?:of|at|for|with|by|in|from)\s+(?:the\s+)?$|[’']s?\s+$", re.IGNORECASE)


class Statement(NamedTuple):
    """A stretch of the source and the canonical name of who says it, or of the source it is taken from."""

    start: int
    end: int
    name: str


class SpeakerNames:
    """Resolves who speaks in one article."""

    def __init__(self, text: str, document: Document, entities: Sequence[Entity], quotes: Sequence[Quotation]) -> None:
        self._text = text
        self.company = document.company
        spans = [(q.start, q.end) for q in quotes]
        free = [e for e in entities if not _inside(e, spans)]
        self._people = sorted((e for e in free if e.label == "PERSON"), key=lambda e: e.start)
        self._person_names = {e.name for e in self._people}
        self._places = [e.start for e in self._people]
        self._speakers = sorted((e for e in free if e.label in ("PERSON", "ORG")), key=lambda e: e.start)
        self._speaker_starts = [e.start for e in self._speakers]

    def of_token(self, parsed: Parsed, token: Token) -> str | None:
        """Return the name of what a subject token stands for, None where it is no known speaker."""
        if token.lower_ in ("he", "she", "him", "her"):
            return self.person_before(parsed.starts[token.i])
        if token.lower_ in ("it", "we"):
            return self.company
        start, end = parsed.starts[token.i], parsed.ends[token.i]
        named = [e for e in parsed.entities if e.label in ("PERSON", "ORG")]
        own = next((e for e in named if e.start <= start and end <= e.end), None)
        if own is not None and own.label == "PERSON":
            return own.name
        left, right = self._phrase(parsed, token)
        inside = [e for e in named if left <= e.start and e.end <= right]
        person = next((e for e in inside if e.label == "PERSON" and e.start >= start - 60), None)
        if person is not None and (own is None or person.start > own.start):
            return person.name
        if own is not None:
            return own.name
        if token.lower_.startswith("spokes") and inside:
            return inside[0].name
        return self.company if token.lower_ in _OWN_DOCUMENTS else None

    def house_of(self, parsed: Parsed, token: Token) -> str | None:
        """Return the organisation whose analysts or the like a subject token stands for: "economists at Acme Bank"."""
        if not {token.lower_, singular(token.text)} & expecters():
            return None
        left, right = self._phrase(parsed, token)
        inside = (e for e in parsed.entities if e.label == "ORG" and left <= e.start and e.end <= right)
        return next((e.name for e in inside), None)

    @staticmethod
    def _phrase(parsed: Parsed, token: Token) -> tuple[int, int]:
        """Return the span of a subject phrase without the clauses that modify it."""
        kept, stack = [], [token]
        while stack:
            node = stack.pop()
            kept.append(node)
            stack += [child for child in node.children if child.dep_ not in ("relcl", "acl")]
        return parsed.span(kept)

    def is_person(self, name: str | None) -> bool:
        """Tell whether a canonical name is that of a person of the article."""
        return name in self._person_names

    def named_between(self, start: int, end: int) -> str | None:
        """Return the person named last between two places of the source, outside quotations."""
        at = bisect_left(self._places, end)
        return self._people[at - 1].name if at and self._people[at - 1].start >= start else None

    def person_before(self, offset: int) -> str | None:
        """Return the person named last before a place of the source, outside quotations."""
        at = bisect_left(self._places, offset)
        return self._people[at - 1].name if at else None

    def beside_verb(self, start: int, end: int) -> str | None:
        """Return who stands beside a verb of saying in an unquoted stretch: "X said", "said X", "he added"."""
        first = bisect_left(self._speaker_starts, start)
        inside = []
        for entity in self._speakers[first:]:
            if entity.start >= end:
                break
            inside.append(entity)
        for entity in sorted(inside, key=lambda e: e.label != "PERSON"):
            reach = max(start, entity.start - 90)
            if entity.label == "PERSON" and _VERB_BEFORE_ROLE.search(self._text, reach, entity.start):
                return entity.name
            if entity.label == "PERSON" and _ACCORDING.search(self._text, reach, entity.start):
                return entity.name
            if _VERB_BEFORE.search(self._text, reach, entity.start) and (
                entity.label == "PERSON" or not _BELONGS.search(self._text, max(start, entity.start - 20), entity.start)
            ):
                return entity.name
            if _VERB_AFTER.match(self._text, entity.end, min(end, entity.end + 190)) and not _BELONGS.search(
                self._text, max(start, entity.start - 20), entity.start
            ):
                return entity.name
        pronoun = _PRONOUN.search(self._text, start, end)
        if pronoun is None:
            return None
        personal = (pronoun[1] or pronoun[2]).lower() in _PERSONAL
        return self.person_before(pronoun.start()) if personal else self.company


def _inside(entity: Entity, spans: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(spans, (entity.start + 1, 0)) - 1
    return at >= 0 and spans[at][0] <= entity.start < spans[at][1]
