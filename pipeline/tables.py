"""A run read back from its folder: typed records, checked, and the text of each article.

What reports, reviews and exports share.  The sources are not needed: an article's text is put together again
from its sentences.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from pipeline.records import SCHEMA_VERSION, TABLES, Claim, Document, Entity, Grounded, Quantity, Record, Sentence, Time


class RunError(ValueError):
    """A folder holds no run that can be read; the message names it and says what to do."""


class ArticleRecords(NamedTuple):
    """All records of one article, each table in text order."""

    document: Document
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    claims: tuple[Claim, ...]

    @property
    def text(self) -> str:
        """The article's text; a record stands at [start - document.start, end - document.start] of it."""
        return article_text(self.document, self.sentences)

    def grounded(self) -> Iterator[Grounded]:
        """Yield the records of every table but documents, table by table."""
        for table in self[1:]:
            yield from table


class Run(NamedTuple):
    """One run: its manifest and its articles in the order of `documents.jsonl`."""

    manifest: dict[str, Any]
    articles: tuple[ArticleRecords, ...]

    @property
    def claims(self) -> list[Claim]:
        """The claims of all articles."""
        return [claim for article in self.articles for claim in article.claims]


def load_run(folder: Path) -> Run:
    """Return the run in `folder`.

    Raises RunError where the folder holds no run, the run has another schema version than this package, or a
    line is no record of its table.
    """
    manifest = _manifest(folder)
    tables: dict[str, dict[str, list[Any]]] = {}
    for name, model in TABLES.items():
        tables[name] = defaultdict(list)
        for record in _records(folder / f"{name}.jsonl", model):
            tables[name][record.doc_id].append(record)
    documents = [document for found in tables["documents"].values() for document in found]
    known = {document.doc_id for document in documents}
    for name, found in tables.items():
        if strays := found.keys() - known:
            raise RunError(
                f"{folder / name}.jsonl: no article {min(strays)} in documents.jsonl; run the pipeline again"
            )
    parts = [name for name in TABLES if name != "documents"]
    articles = (ArticleRecords(d, *(tuple(tables[name].get(d.doc_id, ())) for name in parts)) for d in documents)
    return Run(manifest, tuple(articles))


def _manifest(folder: Path) -> dict[str, Any]:
    if not folder.is_dir():
        raise RunError(f"{folder} is no folder; give the output folder of a run: python -m pipeline run --output DIR")
    path = folder / "manifest.json"
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        hint = "python -m pipeline run --output " + str(folder)
        raise RunError(f"{folder} holds no run (no manifest.json); make one: {hint}") from None
    except (OSError, ValueError) as error:
        raise RunError(f"cannot read {path}: {error}") from error
    version = manifest.get("schema") if isinstance(manifest, dict) else None
    if version != SCHEMA_VERSION:
        raise RunError(
            f"{folder} was written with schema {version or 'unknown'}, this version reads {SCHEMA_VERSION}; "
            "run the pipeline again on its sources, or use the version of newsclaims that wrote it"
        )
    return dict(manifest)


def _records(path: Path, model: type[Record]) -> Iterator[Any]:
    try:
        with path.open(encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(lines, start=1):
                yield _record(model, line, f"{path}:{number}")
    except FileNotFoundError:
        raise RunError(f"{path.parent} is no whole run (no {path.name}); run the pipeline again") from None
    except (OSError, UnicodeDecodeError) as error:
        raise RunError(f"cannot read {path}: {error}") from error


def _record(model: type[Record], line: str, place: str) -> Record:
    try:
        return model.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"]))
        raise RunError(f"{place}: {field + ': ' if field else ''}{first['msg']}; run the pipeline again") from error


def article_text(document: Document, sentences: Sequence[Sentence]) -> str:
    """Return the text of an article from its sentences (in text order), as long as the article itself.

    White space stands in the place of what no sentence holds: line ends between blocks, and where a list's
    marker was left out; a space between two sentences of a paragraph.
    """
    pieces, at = [], document.start
    for before, sentence in zip([None, *sentences], sentences, strict=False):
        joined = before is not None and before.block == sentence.block == "paragraph"
        pieces += [_gap(sentence.start - at, joined), sentence.text]
        at = sentence.end
    return "".join([*pieces, _gap(document.end - at, False)])


def _gap(length: int, joined: bool) -> str:
    if length == 1:
        return " " if joined else "\n"
    return "\n" + " " * (length - 2) + "\n" if length > 1 else ""
