"""The stages in order.  Read this first: one source goes in, the records of all tables come out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.config import Settings
from pipeline.engine import load_model
from pipeline.records import (
    Article,
    Claim,
    Document,
    Entity,
    Input,
    Quantity,
    Quarantined,
    Record,
    Sentence,
    Source,
    Time,
)
from pipeline.stages.claims import extract_claims
from pipeline.stages.entities import load_gazetteer, main_company, recognize_entities
from pipeline.stages.quantities import extract_quantities
from pipeline.stages.read import UnreadableSource, read_source
from pipeline.stages.sentences import split_sentences
from pipeline.stages.times import extract_times
from pipeline.stages.write import sort_key, write_part

KEPT_WORDS = 20_000
"""Words that spaCy may keep for good: twice as many strings as its tokenizer caches."""
KEPT_FROM = 100_000
"""Characters of an article at most that is a sample of common words."""


class Extraction(NamedTuple):
    """All records of one article."""

    document: Document
    sentences: list[Sentence]
    entities: list[Entity]
    quantities: list[Quantity]
    times: list[Time]
    claims: list[Claim]


class StageError(Exception):
    """A stage failed on a source; `stage` names it, the message says why."""

    def __init__(self, stage: str, reason: str) -> None:
        super().__init__(reason)
        self.stage = stage


Line = tuple[str, Record | dict[str, Any]]


class Flow:
    """The loaded pipeline: settings, the model that two of its stages use, and the user's gazetteer.

    Raises ModelNotFoundError or GazetteerError where these cannot be loaded.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.nlp = load_model(settings.model)
        self.gazetteer = load_gazetteer(settings.gazetteer) if settings.gazetteer else None

    def extract(self, text: str, article: Article) -> Extraction:
        """Run every stage after reading on one article of the source text `text`; StageError where one fails."""
        with self._words(article.document):
            return self._extract(text, article)

    def _words(self, document: Document) -> AbstractContextManager[object]:
        """Return the context in which spaCy keeps the words of an article, or forgets them: memory stays flat.

        The first words are kept, as the tokenizer's cache takes no new ones where they are forgotten.
        """
        keeps = len(self.nlp.vocab) < KEPT_WORDS and document.end - document.start <= KEPT_FROM
        return nullcontext() if keeps else self.nlp.memory_zone()

    def _extract(self, text: str, article: Article) -> Extraction:
        document, settings = article.document, self.settings
        stage = "sentences"
        try:
            sentences = split_sentences(text, article)
            if document.language != "en":  # read and listed, nothing extracted
                return Extraction(document, sentences, [], [], [], [])
            stage = "entities"
            entities = recognize_entities(self.nlp, text, document, sentences, self.gazetteer)
            document = document.model_copy(
                update={"company": document.company or main_company(document, sentences, entities)}
            )
            stage = "times"
            times = extract_times(text, document, sentences, day_first=settings.day_first)
            stage = "quantities"
            quantities = extract_quantities(text, sentences, times, entities, dollar=settings.dollar)
            stage = "claims"
            claims = [
                claim
                for claim in extract_claims(self.nlp, text, document, sentences, entities, quantities, times)
                if claim.confidence >= settings.min_confidence
            ]
        except Exception as error:  # whatever a text provokes: the source is quarantined, the run goes on
            raise StageError(stage, f"{type(error).__name__}: {error}") from error
        return Extraction(document, sentences, entities, quantities, times, claims)

    def process(self, item: Input) -> Iterator[Line]:
        """Yield the (table, record) lines of one source, or its one quarantine line."""
        try:
            source = self._read(item)
            found = [self.extract(source.text, article) for article in source.articles]
        except StageError as error:
            yield "quarantine", Quarantined(source=item.source, stage=error.stage, error=str(error))
            return
        if source.rendered:
            yield "text", {"source": source.source, "text": source.text}
        for table, *columns in zip(Extraction._fields, *found, strict=True):
            records = columns if table == "document" else [r for column in columns for r in column]
            name = "documents" if table == "document" else table
            for record in sorted(records, key=sort_key):
                yield name, record

    def _read(self, item: Input) -> Source:
        try:
            source = read_source(item.path, item.source, max_bytes=int(self.settings.max_megabytes * 1_000_000))
        except UnreadableSource as error:
            raise StageError("read", str(error)) from error
        except Exception as error:  # a parser's own failure on hostile bytes
            raise StageError("read", f"{type(error).__name__}: {error}") from error
        if item.sha256 not in (None, source.sha256):
            raise StageError("read", "changed while the run was at work; run again")
        return source


Process = Callable[[Input], Iterable[Line]]
"""What makes the lines of one source: `Flow.process`, or a guard round it."""


def run_shard(process: Process, shard: Sequence[Input], part: Path, drafts: Path) -> None:
    """Process the sources of one shard and make their records visible as the one file `part`.

    `drafts` is a folder of the same file system for what is not yet whole.  The function knows no engine:
    who calls it, where and in which order changes nothing in the bytes.
    """
    write_part(part, (line for item in shard for line in process(item)), drafts)
