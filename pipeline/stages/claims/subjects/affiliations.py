"""For whom the people of an article speak: "Tom Brandt, Acme's head of sales", "Acme chief executive Ada Quist"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise

from pipeline.records import Entity, Sentence

_OFFICE = (
    r"(?:chief|head|president|chair(?:man|woman|person)?|director|ceo|cfo|coo|cto|officer|founder|boss|manager|executive|"
    r"secretary|spokes(?:man|woman|person)|partner|treasurer|commissioner|minister|leader|engineer|designer|owner)"
)
_BEHIND = re.compile(
    rf",\s+(?:the\s+)?(?:[\w&’'-]+\s+){{0,6}}?{_OFFICE}\s+(?:[\w&-]+\s+){{0,5}}?(?:of|at|for|with)\s+(?:the\s+)?", re.I
)
"""Between a person and the organisation that is named behind: "Tom Brandt, head of sales at Acme"."""
_OF = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?", re.I)
_COMMA = re.compile(r",\s+(?:the\s+)?", re.I)
_POSSESSED = re.compile(rf"['’]s?\s+(?:[\w&-]+\s+){{0,5}}?{_OFFICE}\b", re.I)
"""Behind an organisation whose officer was named before it: "Tom Brandt, Acme's head of sales"."""
_AHEAD = re.compile(rf"(?:['’]s?)?\s+(?:[\w&-]+\s+){{0,5}}?{_OFFICE}(?:\s+(?:of\s+|for\s+)?[\w&-]+){{0,4}}?,?\s+", re.I)
"""Between an organisation and its officer: "Acme's chief executive, Ada Quist", "Acme CEO Ada Quist"."""

_WITHIN = re.compile(r"\b(?:Committee|Board|Council|Department|Division|Foundation|Team)\b")
"""What ends the name of a part of an organisation, which is no "we"."""


def affiliations(sentences: Sequence[Sentence], entities: Sequence[Entity]) -> Mapping[str, str]:
    """Return the canonical name of the organisation of each person of an article whose office there it tells."""
    texts = {s.sentence_id: s for s in sentences}
    found: dict[str, str] = {}
    ordered = sorted((e for e in entities if e.label in ("PERSON", "ORG")), key=lambda e: e.start)
    for sentence_id, group in groupby(ordered, key=lambda e: e.sentence_id):
        sentence, named = texts[sentence_id], list(group)
        for one, other in pairwise(named):
            between = sentence.text[one.end - sentence.start : other.start - sentence.start]
            behind = sentence.text[other.end - sentence.start :]
            if (one.label, other.label) == ("PERSON", "ORG"):
                possessed = _COMMA.fullmatch(between) and _POSSESSED.match(behind)
                if _WITHIN.search(other.name):
                    continue
                if possessed or _BEHIND.fullmatch(between) or _OF.fullmatch(between):
                    found.setdefault(one.name, other.name)
            elif (one.label, other.label) == ("ORG", "PERSON") and _AHEAD.fullmatch(between):
                found.setdefault(other.name, one.name)
    return found
