"""Who says a clause and what its figures are taken from: look-ups in what an article's texts were found to say."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from pipeline.records import Document, Entity, Sentence
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.speech.quotation import Quotation, paragraphs, quotations
from pipeline.stages.claims.speech.quoted_speech import quoted_statements
from pipeline.stages.claims.speech.raters import goes_on, rater_of
from pipeline.stages.claims.speech.reported_speech import list_statements, reported_statements
from pipeline.stages.claims.speech.sources import citations
from pipeline.stages.claims.speech.speakers import SpeakerNames, Statement
from pipeline.stages.claims.speech.transcript import transcript_statements

_REMEMBERED = 2
"""Sentences after which a rating that names no rater is by no earlier one."""


class Attributed(NamedTuple):
    """Who says a clause and whom its figure is taken from."""

    said: Statement | None
    """The quotation or report that makes somebody the speaker."""
    cited: Statement | None
    """The statement that takes the figure from a third party."""
    quoted: bool
    """Whether most of the clause stands inside quotation marks."""

    @property
    def speaker(self) -> str | None:
        """The canonical name of who says the clause."""
        return self.said.name if self.said else None

    @property
    def source(self) -> str | None:
        """The canonical name of the third party that the figure is taken from."""
        return self.cited.name if self.cited else None


class Attribution:
    """Speakers and sources of one article's claims; all are found once, a look-up only compares spans."""

    def __init__(
        self,
        text: str,
        document: Document,
        sentences: Sequence[Sentence],
        entities: Sequence[Entity],
        parsed: Sequence[Parsed],
    ) -> None:
        content = [s for s in sentences if s.block != "furniture"]
        self._starts = [s.start for s in content]
        self._quotes = quotations(text, content)
        self._quote_starts = [q.start for q in self._quotes]
        self._names = names = SpeakerNames(text, document, entities, self._quotes)
        self._rater: Statement | None = None
        """Who gave the last rating, from the start of its sentence on."""
        reported = [s for p in parsed for s in reported_statements(p, names)]
        sources: list[Statement] = []
        for cited in (c for p in parsed for c in citations(text, p.sentence, p.entities)):
            own = cited.entity.label == "PERSON" or cited.entity.name == document.company
            (reported if own else sources).append(Statement(cited.start, cited.end, cited.entity.name))
        reported += transcript_statements(text, paragraphs(text, content), entities)
        self.sources = frozenset(s.name for s in sources)
        """The third parties that the article takes figures from."""
        self._sources = self._by_sentence(sources)
        self._reported = self._by_sentence([*reported, *list_statements(content, reported, names)])
        self._quoted = self._by_sentence(quoted_statements(text, content, self._quotes, names))

    def of(self, start: int, end: int) -> Attributed:
        """Return who says the clause at a span and whom its figure is taken from, where the text says so."""
        inside = sum(max(0, min(end, q.end) - max(start, q.start)) for q in self._quotes_at(start, end))
        quoted = 2 * inside > end - start
        said = self._covering(self._quoted, start, end) if quoted else None
        said = said or self._covering(self._reported, start, end)
        return Attributed(said, self._covering(self._sources, start, end), quoted)

    def rated(self, parsed: Parsed, verb: Token, attributed: Attributed) -> Attributed:
        """Return who gives the rating that a clause tells as its source: no one reports it unless it is quoted.

        `attributed` is what the text says of the clause. Ratings come in text order: one whose clause names nobody
        is by the rater of the sentence before.
        """
        if attributed.cited is not None or attributed.quoted:
            self._rater = attributed.cited
            return attributed
        sentence = parsed.sentence
        found = rater_of(parsed, verb, self._names)
        if found is None and self._rater is not None and goes_on(verb):
            age = self._home(sentence.start) - self._home(self._rater.start)
            found = self._rater if age <= _REMEMBERED else None
        if found is None:
            return attributed
        self._rater = found._replace(start=sentence.start)
        said = attributed.said if attributed.said and attributed.said.name != found.name else None
        return Attributed(said, found, quoted=False)

    def _quotes_at(self, start: int, end: int) -> Iterator[Quotation]:
        at = max(bisect_right(self._quote_starts, start) - 1, 0)
        while at < len(self._quotes) and self._quotes[at].start < end:
            yield self._quotes[at]
            at += 1

    def _home(self, offset: int) -> int:
        """Return the index of the sentence that holds a place of the source."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def _by_sentence(self, statements: Iterable[Statement]) -> dict[int, list[Statement]]:
        table: dict[int, list[Statement]] = defaultdict(list)
        for statement in statements:
            for i in range(self._home(statement.start), self._home(statement.end - 1) + 1):
                table[i].append(statement)
        return table

    def _covering(self, table: dict[int, list[Statement]], start: int, end: int) -> Statement | None:
        """Return the shortest statement that covers most of a span."""
        around = [
            s for s in table.get(self._home(start), ()) if 2 * (min(end, s.end) - max(start, s.start)) > end - start
        ]
        return min(around, key=lambda s: s.end - s.start) if around else None
