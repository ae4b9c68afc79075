"""Articles into sentences and line-like units, with exact offsets."""

from __future__ import annotations

import re

from pipeline.records import Article, Sentence, Span
from pipeline.stages.sentences.boundaries import ends

__all__ = ["sentence_spans", "split_sentences"]

_MARKER = re.compile(r"\s*+(?:[•·▪◦‣⁃●○■□➢➤✓✔*–—-]\s*+|\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)]\s++)(?=\S)")


def split_sentences(text: str, article: Article) -> list[Sentence]:
    """Return the sentences of every block of `article` in order; `text` is the source text.

    Every block gives one at least, a line of furniture just one.  Ids are `<doc_id>.s<n>`, counted from 0.
    White space round a sentence and the marker of a list item are outside its span.
    """
    doc_id = article.document.doc_id
    units = [(start, end, block.block) for block in article.blocks for start, end in _units(text, block)]
    return [
        Sentence(
            doc_id=doc_id,
            sentence_id=f"{doc_id}.s{n}",
            start=start,
            end=end,
            text=text[start:end],
            block=block,
        )
        for n, (start, end, block) in enumerate(units)
    ]


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the (start, end) of the sentences of text[start:end], surrounding white space left out.

    A blank stretch gives an empty list.
    """
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    spans = []
    for close, after in ends(text, start, end):
        spans.append((start, close))
        start = after
    if start < end:
        spans.append((start, end))
    return spans


def _units(text: str, block: Span) -> list[tuple[int, int]]:
    start, end = block.start, block.end
    if block.block == "list_item" and (marker := _MARKER.match(text, start, end)):
        start = marker.end()
    spans = sentence_spans(text, start, end)
    if block.block == "furniture" and spans:
        return [(spans[0][0], spans[-1][1])]
    return spans
