"""Articles as spaCy Docs in a DocBin: a span group a table, names as `doc.ents`, records in `doc.user_data`."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans

from pipeline.export.annotated import Annotated, Mark
from pipeline.export.lines import meta
from pipeline.export.tokens import tokenized

GROUPS = ("entities", "quantities", "times", "claims")
ATTRIBUTES = ["ORTH", "SPACY", "ENT_IOB", "ENT_TYPE", "SENT_START"]


def doc_bin(articles: Sequence[Annotated]) -> bytes:
    """Return the bytes of a DocBin with one Doc an article.

    `doc.spans[group]` holds the spans, each with the record's kind as label and its id as id;
    `doc.user_data["records"]` the records by id, `["links"]` (claim, role, target), `["article"]` the source.
    """
    docs = DocBin(attrs=ATTRIBUTES, store_user_data=True)
    for article in articles:
        docs.add(_doc(article))
    return docs.to_bytes()


def _doc(article: Annotated) -> Doc:
    doc = tokenized(article.text, article.marks)
    for group in GROUPS:
        doc.spans[group] = [_span(doc, mark) for mark in article.marks if mark.table == group]
    names = [m for m in article.marks if m.table == "entities" and getattr(m.record, "form", "") == "name"]
    doc.set_ents(filter_spans([_span(doc, mark) for mark in names]))
    doc.user_data["article"] = meta(article)
    doc.user_data["records"] = {mark.id: mark.record.model_dump(mode="json") for mark in article.marks}
    doc.user_data["links"] = [list(link) for link in article.links]
    return doc


def _span(doc: Doc, mark: Mark) -> Span:
    span = doc.char_span(mark.start, mark.end, label=mark.label, span_id=mark.id)
    if span is None:
        raise AssertionError(f"{mark.id} does not begin and end with a token")
    return span
