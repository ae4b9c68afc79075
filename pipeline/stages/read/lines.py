"""A text's lines with their offsets: what blocks are made of.  Wrapped paragraphs become one line again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, repeat

from pipeline.stages.read.dates import MONTH_DAY
from pipeline.stages.read.line import Line
from pipeline.stages.read.shape import ends_sentence, is_heading_like

_WRAP_WIDTHS = range(45, 161)
_WRAP_SHARE = 0.3
_WRAP_LEAST = 3
_WRAP_FULL = 0.75
"""A text is hard-wrapped where so many of its adjacent lines of such a width, three at least, break in mid-sentence;
a line is full at three quarters of the usual width."""
_MARKDOWN = re.compile(
    r"(?:(?P<level>#{1,6})\s+|>\s+)?(?P<emphasis>\*{1,3}|_{1,3})?(?P<text>.*?)(?(emphasis)(?P=emphasis))(?:\s#+)?",
    re.DOTALL,
)
_LABEL = re.compile(r"(?P<day>(?:date|published):?\s\d{4}-\d\d(?:-\d\d)?)\s+(?=[^\s\d])", re.IGNORECASE)
"""A day with its label in front of a text's first words."""
_DATELINE = re.compile(rf"[A-Z][\w.\s-]{{2,30}},\s(?:[A-Z][\w.\s]{{1,20}},\s)?(?i:{MONTH_DAY})\b")
"""How a dateline begins, which no line before it goes on in."""
_RULE = re.compile(r"(?>(?:[-*_]\s?){3,})")
_BOLD = 2
"""So many signs of emphasis stand on each side of bold words."""


def split_lines(text: str, hints: Sequence[str] | None = None) -> list[Line]:
    """Return the non-blank lines of plain `text`, or those of rendered text with one hint a line."""
    lines: list[Line] = []
    offset, gap = 0, True
    for raw, hint in zip(text.splitlines(keepends=True), hints or repeat(""), strict=False):
        body = raw.strip()
        if body:
            start = offset + raw.index(body[0])
            if not lines and (label := _LABEL.match(body)):  # a crawler's field run together with the text
                lines.append(Line(start, start + label.end("day"), label["day"], gap, hint))
                start, body, gap = start + label.end(), body[label.end() :], True
            lines.append(Line(start, start + len(body), body, gap, hint))
        gap = not body
        offset += len(raw)
    return lines if hints else _unwrap(text, lines)


def split_markdown(text: str, matter: int = 0) -> list[Line]:
    """Return the lines of Markdown, rules left out; up to `matter` they are fields and no text.

    The signs of headings and quotations stand outside a line's span; those of emphasis round a whole line are
    in its span, but not in its text.
    """
    lines = [line for line in split_lines(text) if not _RULE.fullmatch(line.text)]
    fields = [Line(line.start, line.end, line.text, line.gap, "nav") for line in lines if line.start < matter]
    return fields + [_unmarked(line) for line in lines[len(fields) :]]


def _unmarked(line: Line) -> Line:
    match = _MARKDOWN.fullmatch(line.text)
    if match is None or not match["text"]:
        return line
    start = line.start + match.start("text")
    emphasis, level = match["emphasis"] or "", match["level"]
    bold = len(emphasis) == _BOLD and is_heading_like(match["text"])
    hint = "title" if level == "#" else "heading" if level or bold else ""
    end = start + len(match["text"]) + len(emphasis)
    return Line(start - len(emphasis), end, match["text"], line.gap, hint)


def _unwrap(text: str, lines: list[Line]) -> list[Line]:
    """Join the lines of paragraphs that were wrapped at a fixed width."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap]
    wide = [(a.text, b.text) for a, b in pairs if len(a.text) in _WRAP_WIDTHS]
    widths = sorted(len(text) for text, below in wide if below[0].islower() and not ends_sentence(text))
    if len(widths) < max(_WRAP_LEAST, _WRAP_SHARE * len(wide)):
        return lines
    full = _WRAP_FULL * widths[len(widths) // 2]
    joined = [lines[0]]
    for previous, line in pairwise(lines):
        last = joined[-1]
        if line.gap or line.is_item or not _continues(previous, line, full, last.is_item):
            joined.append(line)
        else:
            joined[-1] = Line(last.start, line.end, text[last.start : line.end], last.gap)
    return joined


def _continues(a: Line, b: Line, full: float, in_item: bool) -> bool:
    """Return whether `b` goes on with the paragraph, or list item, that ends in line `a`."""
    if len(a.text) > _WRAP_WIDTHS[-1] or (_DATELINE.match(b.text) and not a.text.endswith(",")):
        return False
    if len(a.text) >= full:
        return True
    small = b.text[0].islower() or a.text.endswith(",")  # "April 2,", "2021 - Orbin Lines"
    return not ends_sentence(a.text) and (small or (not in_item and len(a.text) >= _WRAP_WIDTHS[0]))
