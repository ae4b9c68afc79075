"""Articles into sentences and line-like units, with exact offsets."""

from __future__ import annotations

import re

from pipeline.lexicon import alternatives, rows
from pipeline.records import Article, Block, Sentence, Span
from pipeline.stages.sentences.boundaries import ends

__all__ = ["sentence_spans", "split_sentences"]

_MARKER = re.compile(r"\s*+(?:[•·▪◦‣⁃●○■□➢➤✓✔*–—-]\s*+|\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)]\s++)(?=\S)")
_FOOTNOTE = re.compile(r"[*†‡]{1,3}\s++(?=\S)")
_POINTER = re.compile(
    r"(?:For (?:more(?! than)|further|additional|complete)|To (?:learn|find out|read|see) more"
    r"|(?:Learn|Find out|Read) more|Please)\b[^!?]*?\b(?:visit|click|go to|(?:https?://|www\.)\w)"
)
"""Leads elsewhere and tells nothing: "For more information, visit ..."."""
_OPENINGS = frozenset(("Fo", "To", "Le", "Fi", "Re", "Pl"))
"""How a pointer begins."""
_DIAL = re.compile(r"\bdial(?:ing|ling|-in|s|ed)?\b.*\d{3}[ .)-]{1,2}\d")
_CREDIT = re.compile(
    rf"(?<=[^\s(\[])\s++(?={alternatives(row['cue'] for row in rows('caption_cues') if row['place'] == 'credit')})"
)
"""The white space before the credit of a picture, where no stop closes its caption."""


def split_sentences(text: str, article: Article) -> list[Sentence]:
    """Return the sentences of every block of `article` in order; `text` is the source text.

    Every block gives one at least.  Ids are `<doc_id>.s<n>`, counted from 0.  White space round a sentence
    and the marker of a list item or footnote are outside its span; a caption's credit is a unit of its own.  A sentence
    that only leads elsewhere is furniture in a paragraph, too.
    """
    doc_id = article.document.doc_id
    units = [(start, end, block.block) for block in article.blocks for start, end in _units(text, block)]
    called = text.find("dial", article.document.start, article.document.end) >= 0
    return [
        Sentence(
            doc_id=doc_id,
            sentence_id=f"{doc_id}.s{n}",
            start=start,
            end=end,
            text=(said := text[start:end]),
            block="furniture" if (called or said[:2] in _OPENINGS) and _leads_away(said, block) else block,
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


def _leads_away(sentence: str, block: Block) -> bool:
    """Return whether a sentence of a paragraph only says where to read, listen or call."""
    return block == "paragraph" and bool(_POINTER.match(sentence) or _DIAL.search(sentence))


def _units(text: str, block: Span) -> list[tuple[int, int]]:
    start, end = block.start, block.end
    pattern = _MARKER if block.block == "list_item" else _FOOTNOTE
    if block.block in ("list_item", "paragraph") and (marker := pattern.match(text, start, end)):
        start = marker.end()
    if block.block == "caption" and (credit := _CREDIT.search(text, start, end)):
        return [*sentence_spans(text, start, credit.start()), *sentence_spans(text, credit.end(), end)]
    return sentence_spans(text, start, end)
