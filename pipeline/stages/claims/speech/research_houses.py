"""Who publishes figures of others: "market researcher X", "X's tracker".  What it counts is not its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from spacy.tokens import Token

from pipeline.lexicon import alternatives, entries
from pipeline.records import Document, Entity, Sentence
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.syntax import clause_head, clause_tokens

_HOUSE = alternatives(entries("research_houses"))
_AHEAD = re.compile(
    rf"(?:\b{_HOUSE}\s+|\b(?:analysts?|economists?|research\s+(?:director|manager|associate|head))\s+(?:at|with|for)\s+)(?:the\s+)?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"(?:,|\s+\(|\s+is)\s*(?:an?|the)\s+(?:[\w’'-]+\s+){{0,5}}?{_HOUSE}\b"
    r"|(?:['’]s?)?\s+(?:[\w&-]+\s+){0,4}?"
    r"(?:tracker|(?:latest|newest|recent|new)\s+(?:\w+\s+)?(?:research|investigations?|report|study|survey|forecast|data|figures)|(?:principal|senior|chief|lead|research|industry)\s+(?:\w+\s+)?analysts?|research\s+(?:director|manager|associate))\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:Research|Insights?|Consulting|Intelligence|Analytics|Advisory|Tracker)(?:\s+(?:Group|Ltd\.?|Inc\.?))?$"
)
_RECKONS = re.compile(
    r"\s+(?:estimates?|reckons?|predicts?|forecasts?|expects?|counts?|puts?|sees|has\s+(?:trimmed|raised|cut|lowered)\s+its\s+forecast)\b"
)
_TAIL = re.compile(r"\s(?:estimates|calculates|reckons)\.?$")
_REACH = 60
"""Characters beside a name in which it is told what it is."""
_GAP = 3
"""Characters at most between a house and what it publishes: "Acme's Phone Tracker"."""
_OWNERS = frozenset({"ORG", "PRODUCT", "FAC"})
"""Labels of what has sales or users of its own."""


class Survey(NamedTuple):
    """The houses whose figures an article gives, and whether its own company is one of them."""

    houses: frozenset[str] = frozenset()
    own: bool = False

    def counts_in(self, parsed: Parsed, anchor: Token) -> bool:
        """Tell whether the clause of `anchor` speaks of no one but such houses: what it counts, a whole market sells.

        In an article by a house that is so in every such clause, elsewhere where its sentence names a house.
        """
        if not self.houses:
            return False
        owners = [e for e in parsed.entities if e.label in _OWNERS]
        houses = [e for e in owners if e.name in self.houses]
        told = {e.start for e in houses} | {e.start for e in owners for h in houses if 0 <= e.start - h.end <= _GAP}
        start, end = parsed.span(list(clause_tokens(clause_head(anchor))))
        return (self.own or bool(houses)) and all(e.start in told for e in owners if start <= e.start < end)


def survey_of(document: Document, sentences: Iterable[Sentence], entities: Iterable[Entity]) -> Survey:
    """Return which organisations an article calls researchers, speaks of a tracker of, or has the forecasts of."""
    texts = {s.sentence_id: s for s in sentences}
    houses = frozenset(
        e.name
        for e in entities
        if e.label == "ORG"
        and (_is_house(e, texts[e.sentence_id]) or (e.name != document.company and _ends(e, texts[e.sentence_id])))
    )
    return Survey(houses, document.company in houses)


def _ends(entity: Entity, sentence: Sentence) -> bool:
    """Tell whether a name ends its sentence as that of who counts: "Sales fell by 4%, Acme estimates."."""
    start, end = entity.start - sentence.start, entity.end - sentence.start
    return sentence.text[:start].endswith(", ") and _TAIL.match(sentence.text, end) is not None


def _is_house(entity: Entity, sentence: Sentence) -> bool:
    if _NAMED.search(entity.name) and _RECKONS.match(sentence.text, entity.end - sentence.start):
        return True
    start, end = entity.start - sentence.start, entity.end - sentence.start
    ahead, behind = sentence.text[max(0, start - _REACH) : start], sentence.text[end : end + 2 * _REACH]
    return _AHEAD.search(ahead) is not None or _BEHIND.match(behind) is not None
