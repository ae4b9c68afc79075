"""Articles for annotation tools that read a JSON object a line: Prodigy and doccano."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.export.annotated import Annotated, Mark
from pipeline.export.tokens import tokenized

Json = dict[str, Any]
_LAYER = {"entities": "entity", "quantities": "quantity", "times": "time", "claims": "claim"}


def label(mark: Mark) -> str:
    """Return a mark's label in a tool with one list of labels: "claim.revenue", "quantity.money"."""
    return f"{_LAYER[mark.table]}.{mark.label}"


def meta(article: Annotated) -> Json:
    """Return what identifies an article and places its text in the source."""
    document = article.document
    published = document.published.isoformat() if document.published else None
    return {"source": document.source, "doc_id": document.doc_id, "start": document.start, "published": published}


def prodigy(articles: Sequence[Annotated]) -> Iterator[Json]:
    """Yield one Prodigy task an article, with tokens, spans and relations (recipes spans.manual, rel.manual).

    `token_end` is the last token of a span; a relation's head and child are the last tokens of their spans.
    """
    for article in articles:
        doc = tokenized(article.text, article.marks)
        at = {token.idx: token.i for token in doc}
        until = {token.idx + len(token.text): token.i for token in doc}
        spans = {
            mark.id: {
                "start": mark.start, "end": mark.end, "token_start": at[mark.start], "token_end": until[mark.end],
                "label": label(mark), "id": mark.id,
            }
            for mark in article.marks
        }  # fmt: skip
        tokens = [
            {"text": t.text, "start": t.idx, "end": t.idx + len(t.text), "id": t.i, "ws": bool(t.whitespace_)}
            for t in doc
        ]
        relations = [_prodigy_relation(spans[link.claim], spans[link.target], link.role) for link in article.links]
        yield {"text": article.text, "tokens": tokens, "spans": list(spans.values()), "relations": relations,
               "meta": meta(article)}  # fmt: skip


def _prodigy_relation(head: Json, child: Json, role: str) -> Json:
    ends = {"head": head["token_end"], "child": child["token_end"]}
    return {**ends, "head_span": head, "child_span": child, "label": role}


def doccano(articles: Sequence[Annotated]) -> Iterator[Json]:
    """Yield one doccano example an article (sequence labelling with relations, format JSONL).

    Ids are numbers and count through the whole file, as doccano joins spans and relations by them.
    """
    numbers: dict[str, int] = {}
    relations = 0
    for article in articles:
        for mark in article.marks:
            numbers[mark.id] = len(numbers)
        entities = [
            {"id": numbers[m.id], "start_offset": m.start, "end_offset": m.end, "label": label(m)}
            for m in article.marks
        ]
        related = [
            {"id": relations + n, "from_id": numbers[link.claim], "to_id": numbers[link.target], "type": link.role}
            for n, link in enumerate(article.links)
        ]
        relations += len(related)
        yield {"text": article.text, "entities": entities, "relations": related, **meta(article)}
