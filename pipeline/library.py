"""The pipeline as a library: text in, typed records out."""

from __future__ import annotations

import datetime as dt
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from pydantic import ValidationError

from pipeline.config import ConfigError, Settings
from pipeline.flow import Extraction, Flow
from pipeline.records import Article, Claim, Document, Entity, Quantity, Sentence, Time
from pipeline.stages.read import UnreadableSource, read_bytes


class Records(NamedTuple):
    """The records of one text by table, each in text order; a text may hold several articles.

    `text` is what all offsets count in: the text given, or for HTML what was taken out of it.
    """

    text: str
    documents: list[Document]
    sentences: list[Sentence]
    entities: list[Entity]
    quantities: list[Quantity]
    times: list[Time]
    claims: list[Claim]


class Extractor:
    """Extracts records from texts; the model is loaded once, on the first text."""

    def __init__(self, settings: Settings | None = None, **changes: Any) -> None:
        """Take the settings (default: those of a run) and single ones to change: `Extractor(dollar="CAD")`.

        Raises ConfigError for an unknown setting or a value out of range.
        """
        try:
            self.settings = Settings(**{**(settings or Settings()).model_dump(), **changes})
        except ValidationError as error:
            first = error.errors()[0]
            raise ConfigError(f"setting {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
        self._flow: Flow | None = None

    @property
    def flow(self) -> Flow:
        """The loaded pipeline.  Raises ModelNotFoundError or GazetteerError where it cannot be loaded."""
        if self._flow is None:
            self._flow = Flow(self.settings)
        return self._flow

    def __call__(self, text: str, *, source: str = "text.txt", published: dt.date | None = None) -> Records:
        """Return the records of `text`: plain text, or HTML (told by its content or a `source` in .html).

        source: the name that documents and ids are made from; give each text its own.
        published: the day of publication where you know it; else it is read from the text.

        Raises ValueError for a text without content and for a day that is none, StageError where a stage fails.
        """
        try:
            read = read_bytes(text.encode("utf-8", "replace"), source, PurePosixPath(source).suffix)
        except UnreadableSource as error:
            raise ValueError(f"{source}: {error}") from error
        found = [self.flow.extract(read.text, _dated(article, published)) for article in read.articles]
        return _records(read.text, found)


def _dated(article: Article, published: dt.date | None) -> Article:
    if published is None:
        return article
    fields = {**article.document.model_dump(), "published": published}
    return article._replace(document=Document.model_validate(fields))


def _records(text: str, found: list[Extraction]) -> Records:
    return Records(
        text,
        documents=[one.document for one in found],
        sentences=[record for one in found for record in one.sentences],
        entities=[record for one in found for record in one.entities],
        quantities=[record for one in found for record in one.quantities],
        times=[record for one in found for record in one.times],
        claims=[record for one in found for record in one.claims],
    )
