"""Third parties that figures are taken from: "according to X", "X data show", who issues a score or rank."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.language.inflection import inflected
from pipeline.lexicon import alternatives, entries
from pipeline.records import Entity, Sentence

_DATA = alternatives(entries("data_nouns"))
_SHOWS = alternatives(form for verb in entries("showing_verbs") for form in inflected(verb))
_FILLER = (
    r"(?:the\s+|a\s+|an\s+)?(?:(?!at\b|by\b|in\b|to\b|with\b|filed\b)[a-z][a-z-]*\s+){0,4}(?:at\s+|firm\s+)?(?:the\s+)?"
)
_TAKEN_FROM = re.compile(
    rf"(?:\b(?:[Aa]ccording\s+to|[Aa]s\s+per|[Cc]iting|[Qq]uoting|cited\s+by|[Pp]er(?!\s+cent\b))\s+{_FILLER}"
    rf"|\b(?:reported|measured|tracked|compiled|calculated|estimated|ranked|published|released|provided|collected|rated|polled|surveyed)\s+by\s+{_FILLER}"
    rf"|\b{_DATA}\s+(?:(?:recently|newly|just)\s+)?(?:(?:released|published|compiled|collected|provided|gathered)\s+)?(?:from|by)\s+{_FILLER}"
    rf"|\b(?:survey|poll)\s+of\s+(?:[\w-]+\s+){{1,4}}by\s+{_FILLER})$"
)
_SHOWING = re.compile(rf"(?:['’]s?)?\s+(?:[a-z-]+\s+){{0,3}}{_DATA}\s+(?:\w+ly\s+)?{_SHOWS}\b")
_CONSENSUS = re.compile(r"(?:['’]s?)?\s+consensus\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"\s+(?:has\s+|had\s+)?(?:recently\s+|just\s+|newly\s+)?(?:published|released|compiled)\b")
_AFTER_DATA = re.compile(rf"\b{_DATA}\s+(?:that\s+|which\s+)?$")
_ISSUES = re.compile(
    r"(?:,[^,.;:]{1,60},)?\s+(?:has\s+|had\s+|also\s+|now\s+)?(?:(?:ranks?|ranked|rates|rated)\s+(?!(?:as|among|in|at|first|second|third|fourth|fifth|no\.|number|\d))"
    r"|(?:puts?|estimates?|estimated|values?|valued|counts?|counted)\s+[^.;]{1,80}\bat\b|estimates?\s+(?:that\s+)?\w+)",
    re.IGNORECASE,
)
_ESTIMATES = alternatives(
    form for name in ("expectation_verbs", "belief_verbs") for verb in entries(name) for form in inflected(verb)
)
_ASIDE = re.compile(rf"\s+(?:{_ESTIMATES}|{_SHOWS})\s*[.”\"]*$")
"""What closes a sentence behind the one who has its figures: "rose 3%, Acme estimates."."""
_LIKE = re.compile(r",\s+like\s+[^,]{1,40},")
_SCORES = re.compile(
    r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,3}?(?:scores?|ratings?|benchmarks?|tests?|sub-?tests?|rankings?|test\s+programme)\b"
)
_SCORER = re.compile(r"\b(?:[Ww]ith|[Ff]rom|[Bb]y|[Ii]n)\s+(?:the\s+)?$")
_SCORE = re.compile(r"\b(?:scor(?:e|es|ed|ing)|rating|rated)\b")
_EDGE = re.compile(r";|,\s+(?:and|but|while|whereas)\s")


class Cited(NamedTuple):
    """A stretch of the source, the one its figures come from, and whether that is stated as "according to"."""

    start: int
    end: int
    entity: Entity


def citations(text: str, sentence: Sentence, entities: Sequence[Entity]) -> list[Cited]:
    """Return the sources cited in a sentence, each with the stretch it holds for.

    In front or at the end a source holds for the whole sentence, elsewhere for its clause.
    """
    found = []
    givers = []
    for entity in entities:
        if entity.label not in ("ORG", "PERSON"):
            continue
        before = _TAKEN_FROM.search(text, max(sentence.start, entity.start - 110), entity.start)
        if before:
            found.append(Cited(*_stretch(text, sentence, before.start(), entity.end), entity))
        elif entity.label == "ORG" and _gives(text, sentence, entity):
            givers.append(entity)
    if len(givers) == 1:
        return [*found, Cited(sentence.start, sentence.end, givers[0])]
    return found + [Cited(*_clause(text, sentence, giver.start, giver.end), giver) for giver in givers]


def _gives(text: str, sentence: Sentence, entity: Entity) -> bool:
    """Tell whether an organisation gives the sentence's figure: its data show it, it ranks or scores."""
    end = sentence.end
    if (
        _CONSENSUS.match(text, entity.end, end)
        or _SHOWING.match(text, entity.end, end)
        or _ISSUES.match(text, _past_like(text, entity.end, end), end)
    ):
        return True
    if text[entity.start - 2 : entity.start] == ", " and _ASIDE.match(text[entity.end : end]):
        return True
    if _PUBLISHED.match(text, entity.end, end) and _AFTER_DATA.search(text, sentence.start, entity.start):
        return True
    scorer = _SCORER.search(text, max(sentence.start, entity.start - 12), entity.start)
    if _SCORES.match(text, entity.end, end) and (scorer or _SCORE.search(text, entity.end, end)):
        return True
    return bool(scorer) and text[entity.end : entity.end + 1] == "," and bool(_SCORE.search(text, entity.end, end))


def _past_like(text: str, start: int, end: int) -> int:
    match = _LIKE.match(text, start, end)
    return match.end() if match else start


def _stretch(text: str, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    if start - sentence.start < 3 or not re.search(r"\w", text[end : sentence.end].partition("(")[0]):
        return sentence.start, sentence.end
    return _clause(text, sentence, start, end)


def _clause(text: str, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Return the stretch around a place of a sentence that commas with conjunctions or semicolons bound."""
    left = [m.end() for m in _EDGE.finditer(text, sentence.start, start)]
    right = _EDGE.search(text, end, sentence.end)
    return (left[-1] if left else sentence.start), (right.start() if right else sentence.end)
