"""Lists that give each name its figure: "Acme One: 27,247", "2. Acme Two – 3.4 million (+12%)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.records import Sentence

_LINE = re.compile(
    r"(?:[0-9]{1,2}[.)]\s+)?(?=[^:\n]{0,12}[^\W\d_])([^\W_][^:;?!\n]{0,58}?[^\s:;,–—-])(?::|\s[–—-])\s+"
    r"(?=[(~≈+−–-]{0,2}(?:[A-Z]{1,3})?[$€£¥₹]?[0-9])"
)
LEAST = 2
"""Lines of one shape that make a list."""


class Line(NamedTuple):
    """A line of a list with its label, `start` to `end`, and where what follows the label begins; source offsets."""

    sentence: Sentence
    start: int
    end: int
    behind: int

    @property
    def label(self) -> str:
        """The label's text."""
        return self.sentence.text[self.start - self.sentence.start : self.end - self.sentence.start]


class Listing(NamedTuple):
    """Lines that follow each other; `head` is the heading or the sentence with a colon right before them, if any."""

    head: Sentence | None
    lines: Sequence[Line]


def listings(sentences: Sequence[Sentence]) -> Iterator[Listing]:
    """Yield the lists of an article, in text order."""
    head: Sentence | None = None
    lines: list[Line] = []
    for sentence in sentences:
        line = _line(sentence) if sentence.block == "list_item" else None
        if line is not None:
            lines.append(line)
            continue
        if len(lines) >= LEAST:
            yield Listing(head, lines)
        leads = sentence.block in ("title", "heading") or (sentence.block == "paragraph" and sentence.text[-1] == ":")
        head, lines = (sentence if leads else None), []
    if len(lines) >= LEAST:
        yield Listing(head, lines)


def _line(sentence: Sentence) -> Line | None:
    match = _LINE.match(sentence.text)
    if match is None:
        return None
    start, end = match.span(1)
    return Line(sentence, sentence.start + start, sentence.start + end, sentence.start + match.end())
