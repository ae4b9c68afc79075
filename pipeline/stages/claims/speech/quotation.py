"""Quotations of an article and the paragraphs that bound them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.records import Sentence

_MARK = re.compile(r"[“”„«»\"]|(?<![\w’'])‘(?=\w)|(?<=[\w.,!?…])’(?!\w)")
_CLOSES = {"“": "”“", "„": "“”", "«": "»", "»": "«", '"': '"', "‘": "’"}
_FEWEST_SPACES = 3
_GAP = 60
"""Characters between the parts of a split quotation."""


class Quotation(NamedTuple):
    """A quoted stretch of the source without its marks; `closed` is False where its paragraph ends first."""

    start: int
    end: int
    closed: bool


def quotations(text: str, sentences: Sequence[Sentence]) -> list[Quotation]:
    """Return the quotations of an article in text order; single quoted words (terms, titles) are none."""
    found = [q for start, end in paragraphs(text, sentences) for q in _within(text, start, end)]
    following = [*found[1:], Quotation(len(text) + _GAP, len(text) + _GAP, False)]
    return [q for q, then in zip(found, following, strict=False) if _is_speech(text, q, then)]


def _is_speech(text: str, quote: Quotation, then: Quotation) -> bool:
    """Tell whether a quotation is more than a term: long enough, or soon taken up again (“Well,” she said, “…”)."""
    if text.count(" ", quote.start, quote.end) >= _FEWEST_SPACES:
        return True
    return text[quote.end - 1] == "," and then.start - quote.end < _GAP


def paragraphs(text: str, sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Return the spans of an article's paragraphs.

    A line break between sentences ends a paragraph, unless lines are wrapped: then only a blank line does.
    """
    content = [s for s in sentences if s.block != "furniture"]
    wrapped = any("\n" in s.text for s in content)
    runs: list[tuple[int, int]] = []
    for sentence in content:
        between = text[runs[-1][1] : sentence.start] if runs else "\n\n"
        breaks = between.count("\n")
        if sentence.block == "paragraph" and len(between) < 8 and breaks <= wrapped:
            runs[-1] = (runs[-1][0], sentence.end)
        else:
            runs.append((sentence.start, sentence.end))
    return runs


def _within(text: str, start: int, end: int) -> Iterator[Quotation]:
    """Yield the quotations of one paragraph; the marks inside another pair of marks do not count."""
    begun: int | None = None
    closes = ""
    for match in _MARK.finditer(text, start, end):
        mark = match[0]
        if begun is None:
            if mark in _CLOSES:
                begun, closes = match.end(), _CLOSES[mark]
        elif mark in closes:
            yield Quotation(begun, match.start(), True)
            begun = None
    if begun is not None and closes != "’":
        yield Quotation(begun, end, False)
