"""Articles as Label Studio tasks with one prediction each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline import __version__
from pipeline.export.annotated import Annotated, Mark
from pipeline.export.label_studio.fields import CHOICES, FLAGS, Fields, text_fields, told
from pipeline.records import Claim

Json = dict[str, Any]
TEXT = "text"
"""The name of the text in a task's data and of its object in the labeling configuration."""


def task(article: Annotated, articles_in_source: int) -> Json:
    """Return an article as a task; its data holds the document and sentences, which people do not edit."""
    linked = _linked(article)
    result = [item for mark in article.marks for item in _region(mark, linked.get(mark.id, {}))]
    result += [
        {"type": "relation", "from_id": link.claim, "to_id": link.target, "direction": "right", "labels": [link.role]}
        for link in article.links
    ]
    confidences = [mark.record.confidence for mark in article.marks if isinstance(mark.record, Claim)]
    score = {"score": round(sum(confidences) / len(confidences), 4)} if confidences else {}
    data = {
        TEXT: article.text,
        "title": article.document.title or article.document.source,
        "document": article.document.model_dump(mode="json"),
        "sentences": [sentence.model_dump(mode="json", exclude={"text"}) for sentence in article.sentences],
        "articles_in_source": articles_in_source,
    }
    return {"data": data, "predictions": [{"model_version": f"newsclaims {__version__}", **score, "result": result}]}


def _linked(article: Annotated) -> dict[str, Fields]:
    marks = {mark.id: mark.record for mark in article.marks}
    out: dict[str, Fields] = {}
    for link in article.links:
        out.setdefault(link.claim, {}).update(told(link.role, marks[link.target]))
    return out


def _region(mark: Mark, linked: Fields) -> Iterator[Json]:
    """Yield the region of a mark and its values of other controls."""
    record, place = mark.record, {"start": mark.start, "end": mark.end}
    base = {"id": mark.id, "to_name": TEXT}
    score = {"score": record.confidence} if isinstance(record, Claim) else {}
    value = {**place, "text": record.text, "labels": [mark.label]}
    yield {**base, "from_name": mark.table, "type": "labels", "value": value, **score}
    for name in CHOICES[mark.table]:
        if choice := getattr(record, name):
            yield {**base, "from_name": name, "type": "choices", "value": {**place, "choices": [choice]}}
    if flags := [name for name in FLAGS if getattr(record, name, False)]:
        yield {**base, "from_name": "flags", "type": "choices", "value": {**place, "choices": flags}}
    known = {"name": record.text} if mark.table == "entities" else linked
    if lines := text_fields(mark.table, record, known):
        yield {**base, "from_name": "fields", "type": "textarea", "value": {**place, "text": lines}}
