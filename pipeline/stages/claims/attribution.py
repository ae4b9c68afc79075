"""Who says it: quotations tied to their speaker, indirect speech, and third parties whose figures are cited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.lexicon import alternatives
from pipeline.records import Entity, Sentence
from pipeline.stages.claims.vocabulary import reporting_verbs

_SPEAKERS = ("PERSON", "ORG")
_VERB = alternatives(reporting_verbs())
_AFTER = re.compile(rf"\s*(?:,[^,”\"]{{1,90}},)?\s*(?:has |had |have |also |then |later )?{_VERB}\b", re.IGNORECASE)
_BEFORE = re.compile(rf"{_VERB}\s+(?:[a-z][\w-]*\s+){{0,6}}$", re.IGNORECASE)
_SOURCE = re.compile(
    r"(?:according to|(?:data|figures|estimates|numbers|research|a report|report|study|survey|statistics)\s+(?:released\s+)?(?:from|by)|"
    r"as reported by|as measured by|cited by|quot(?:ed|ing)|citing)\s+(?:the\s+|market\s+|research\s+|firm\s+|researcher\s+|consultancy\s+|analysts\s+at\s+)*$",
    re.IGNORECASE,
)
_SOURCE_AFTER = re.compile(r"(?:['’]s)?\s*(?:data|figures|numbers|estimates|statistics|report|survey|study)\s+(?:show|suggest|say|indicate)", re.IGNORECASE)
_OF = re.compile(r"\b(?:of|at|for|with|by|in)\s+(?:the\s+)?$", re.IGNORECASE)
_OPEN, _CLOSE = "“", "”"


class Quotation(NamedTuple):
    """A quoted stretch of the source, without its marks."""

    start: int
    end: int


def quotations(text: str, sentences: Sequence[Sentence]) -> list[Quotation]:
    """Return the quotations of an article: between marks, within a block; a missing close ends with it.

    Single quoted words (terms, titles of things) are no quotations.
    """
    found: list[Quotation] = []
    for block in _blocks(sentences):
        begun: int | None = None
        for i in range(block[0], block[1]):
            if text[i] == _OPEN or (text[i] == '"' and begun is None):
                begun = i + 1
            elif begun is not None and (text[i] == _CLOSE or text[i] == '"'):
                found.append(Quotation(begun, i))
                begun = None
        if begun is not None:
            found.append(Quotation(begun, block[1]))
    return [q for q in found if text[q.start : q.end].count(" ") >= 3]


def _blocks(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Return runs of sentences that stand in one paragraph: nothing but spaces between them."""
    runs: list[tuple[int, int]] = []
    for sentence in sentences:
        if sentence.block == "furniture":
            continue
        if runs and sentence.start - runs[-1][1] <= 3 and sentence.block == "paragraph":
            runs[-1] = (runs[-1][0], sentence.end)
        else:
            runs.append((sentence.start, sentence.end))
    return runs


class Attribution:
    """Speakers of an article's quotations and sentences."""

    def __init__(self, text: str, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> None:
        self.text = text
        self.quotes = quotations(text, sentences)
        self.people = sorted((e for e in entities if e.label in _SPEAKERS), key=lambda e: e.label != "PERSON")
        self.runs = _blocks(sentences)

    def quoted(self, start: int, end: int) -> bool:
        """Tell whether most of a span stands inside quotation marks."""
        inside = sum(max(0, min(end, q.end) - max(start, q.start)) for q in self.quotes)
        return 2 * inside > end - start

    def speaker(self, start: int, end: int) -> str | None:
        """Return the canonical name of who says the clause at a span, where the text says so."""
        if self.quoted(start, end):
            run = next(((a, b) for a, b in self.runs if a <= start < b), (start, end))
            return self._reporter(*run)
        sentence = next(((a, b) for a, b in self.runs if a <= start < b), (start, end))
        return self._reporter(max(sentence[0], self._sentence_start(start)), end)

    def _sentence_start(self, start: int) -> int:
        return max(self.text.rfind(". ", 0, start) + 2, self.text.rfind("\n", 0, start) + 1)

    def _reporter(self, start: int, end: int) -> str | None:
        """Return who reports within a stretch: "X said", "said X"; a quotation's words do not count."""
        for person in self.people:
            if not start <= person.start < end or self.quoted(person.start, person.end):
                continue
            before = self.text[max(start, person.start - 60) : person.start]
            if _AFTER.match(self.text, person.end, min(len(self.text), person.end + 120)) and not _OF.search(before):
                return person.name
            if _BEFORE.search(before) and any(start <= q.start < end for q in self.quotes):
                return person.name
        return None

    def source(self, start: int, end: int) -> str | None:
        """Return the third party that the figure of a clause is taken from."""
        for entity in self.people:
            if entity.label != "ORG" or not start <= entity.start < end:
                continue
            if _SOURCE.search(self.text[max(0, entity.start - 80) : entity.start]):
                return entity.name
            if _SOURCE_AFTER.match(self.text, entity.end, min(len(self.text), entity.end + 60)):
                return entity.name
        return None
