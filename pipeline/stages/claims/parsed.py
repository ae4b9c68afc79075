"""A parsed sentence with what earlier stages found in it.

The parser sees a rewritten sentence: each quantity in the plain form it was trained on ("$ 53.7 billion" for
"RMB53.7bn"), typographic quotes made plain.  Every token keeps the span of the source that it stands for.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc, Token

from pipeline.inference import annotate
from pipeline.language.characters import plain
from pipeline.records import Entity, Quantity, Sentence, Time
from pipeline.stages.claims.tables import Row

_PARSER_FORM = {"money": "$5 billion", "percent": "5%"}
MAX_PARSED = 2_000
"""Characters of a sentence that the parser sees; what is longer is no prose."""


@dataclass
class Parsed:
    """One sentence with its parse.  `starts` and `ends` are the tokens' places in the source."""

    sentence: Sentence
    doc: Doc
    starts: list[int]
    ends: list[int]
    entities: list[Entity] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    row: Row | None = None
    """The sentence as a row of a table, where it is one."""
    _roots: dict[tuple[int, int], Token | None] = field(default_factory=dict)
    """Governors found so far: each claim asks for those of every name and phrase around it."""

    @cached_property
    def words(self) -> list[Token]:
        """The tokens: spaCy makes each anew whenever its Doc is read."""
        return list(self.doc)

    @cached_property
    def taken(self) -> set[int]:
        """The indices of the tokens of names, figures and times."""
        spans = [(x.start, x.end) for x in (*self.entities, *self.quantities, *self.times)]
        return {t.i for start, end in spans for t in self.tokens(start, end)}

    def tokens(self, start: int, end: int) -> list[Token]:
        """Return the tokens that the source span touches."""
        return self.words[bisect_right(self.ends, start) : bisect_left(self.starts, end)]

    def root(self, start: int, end: int) -> Token | None:
        """Return the token of a source span that governs the others, None where the span has no token."""
        if (start, end) not in self._roots:
            tokens = self.tokens(start, end)
            inside = {token.i for token in tokens}
            governors = (token for token in tokens if token.head.i not in inside or token.head == token)
            self._roots[start, end] = next(governors, None)
        return self._roots[start, end]

    def span(self, tokens: Sequence[Token]) -> tuple[int, int]:
        """Return the source span from the first to the last of `tokens`."""
        indices = [token.i for token in tokens]
        return self.starts[min(indices)], self.ends[max(indices)]

    def ahead(self, start: int, reach: int | None = None) -> str:
        """Return the sentence's text before a place in the source, at most `reach` characters of it."""
        at = start - self.sentence.start
        return self.sentence.text[0 if reach is None else max(0, at - reach) : at]

    def behind(self, end: int) -> str:
        """Return the sentence's text from a place in the source on."""
        return self.sentence.text[end - self.sentence.start :]

    def between(self, start: int, end: int) -> str:
        """Return the sentence's text between two places in the source."""
        return self.sentence.text[start - self.sentence.start : end - self.sentence.start]

    def entities_in(self, start: int, end: int) -> list[Entity]:
        """Return the entity mentions inside a source span, in text order."""
        return [e for e in self.entities if start <= e.start and e.end <= end]


def parse(
    nlp: Language, sentences: Sequence[Sentence], found: Sequence[Sequence[Entity | Quantity | Time]]
) -> list[Parsed]:
    """Parse `sentences`, each once, without the entity recogniser, and give each what was `found` in it."""
    by_sentence: dict[str, list[Entity | Quantity | Time]] = {s.sentence_id: [] for s in sentences}
    for records in found:
        for record in records:
            if record.sentence_id in by_sentence:
                by_sentence[record.sentence_id].append(record)
    out = [_unparsed(nlp, sentence, by_sentence[sentence.sentence_id]) for sentence in sentences]
    components = [name for name in nlp.pipe_names if name != "ner"]
    for parsed, doc in zip(out, annotate(nlp, (p.doc for p in out), components), strict=True):
        parsed.doc = doc
    return out


def _unparsed(nlp: Language, sentence: Sentence, records: Sequence[Entity | Quantity | Time]) -> Parsed:
    quantities = [r for r in records if isinstance(r, Quantity)]
    entities = _spoken_of(sentence, [r for r in records if isinstance(r, Entity)])
    times = [r for r in records if isinstance(r, Time)]
    words = _calm(sentence, entities)
    return Parsed(sentence, *_tokenized(nlp, sentence, words, quantities), entities, quantities, times)


def _calm(sentence: Sentence, entities: Sequence[Entity]) -> str:
    """Return a sentence's text, without its capitals where it has no other letters: a parser takes them for names.

    The names found in it keep a capital for each word.  No character moves.
    """
    text = sentence.text
    if not text.isupper() or len(text.split()) < _SHOUTED:
        return text
    calm = text.lower()
    for entity in entities:
        start, end = entity.start - sentence.start, entity.end - sentence.start
        calm = calm[:start] + calm[start:end].title() + calm[end:]
    return calm if len(calm) == len(text) else text


def _spoken_of(sentence: Sentence, entities: Sequence[Entity]) -> list[Entity]:
    """Return the names of a sentence without those of its dateline: "BERLIN (Acme News) - Quill said …"."""
    begin = sentence.start + dateline_length(sentence.text)
    dated = [e for e in entities if e.end <= begin]
    return list(entities[len(dated) :] if dated and dated[0].label == "GPE" else entities)


_SHOUTED = 4
"""Words at least of a sentence in capitals."""
_DATELINE = re.compile(r"[A-Z][^;:“”\"?!]{2,100}?(?:\s*[–—]{1,2}\s*|\s+--?\s+)(?=[A-Z“\"])")
_DATED = re.compile(r"\d|\([A-Z][^)]+\)|^[A-Z]{3,}")


def dateline_length(text: str) -> int:
    """Return how many characters a sentence's dateline takes ("LYON, 3 May 2021 – "), 0 without one."""
    match = _DATELINE.match(text)
    return match.end() if match and _DATED.search(match[0]) else 0


def _tokenized(
    nlp: Language, sentence: Sentence, words: str, quantities: Sequence[Quantity]
) -> tuple[Doc, list[int], list[int]]:
    """Return the tokens of the rewritten sentence, whose text is `words`, with their source spans."""
    pieces: list[tuple[str, int, int]] = []  # (rewritten text, source start, source end)
    cursor, limit = (
        sentence.start + dateline_length(sentence.text),
        min(sentence.end, sentence.start + MAX_PARSED),
    )
    for quantity in quantities:
        if quantity.start < cursor or quantity.end > limit or quantity.kind not in _PARSER_FORM:
            continue
        pieces.append((plain(words[cursor - sentence.start : quantity.start - sentence.start]), cursor, quantity.start))
        pieces.append((_PARSER_FORM[quantity.kind], quantity.start, quantity.end))
        cursor = quantity.end
    pieces.append((plain(words[cursor - sentence.start : limit - sentence.start]), cursor, limit))
    doc = nlp.make_doc("".join(text for text, _, _ in pieces) or " ")
    starts, ends = [], []
    spans = list(_source_spans(pieces))
    at = 0
    for token in doc:
        while at + 1 < len(spans) and token.idx >= spans[at][1]:
            at += 1
        begin, _, source, source_end, rewritten = spans[at]
        starts.append(source if rewritten else source + token.idx - begin)
        ends.append(source_end if rewritten else min(source + token.idx - begin + len(token), sentence.end))
    return doc, starts, ends


def _source_spans(pieces: Sequence[tuple[str, int, int]]) -> Iterator[tuple[int, int, int, int, bool]]:
    """Yield (start and end in the rewritten text, source start, source end, whether it was rewritten)."""
    at = 0
    for text, start, end in pieces:
        if text:
            yield at, at + len(text), start, end, len(text) != end - start or text in _PARSER_FORM.values()
        at += len(text)
