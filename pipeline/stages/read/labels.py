"""Which block each line of an article is, once its body is known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lexicon import entries
from pipeline.records import Block
from pipeline.stages.read.bylines import is_person, is_salutation
from pipeline.stages.read.line import Line
from pipeline.stages.read.related import is_related

_STRAYS = 3
"""Lines of furniture that may stand between a title and what belongs to it."""
_CLOSE = 3
"""A date stands at most so many lines above its title."""
_SUBTITLE_WORDS = 4
_SIGNATURE, _SIGNED_WORDS = 5, 8
"""The most lines of a signature, and the most words of each."""
_LIST = 3
"""So many short lines in a row are a list."""
_SECTION = 4
"""How many paragraphs under a heading are asked whether it is theirs."""
_BOX = 4
"""The portrait of a writer stands among so many last lines."""
_BOX_WORDS = frozenset(entries("box_words"))
_WORD = re.compile(r"[a-z]+")
_HAS_DIGIT = re.compile(r"\d")


def label_head(lines: Sequence[Line], title: int | None, body: int) -> list[Block]:
    """Return the blocks of lines[:body], what stands above the body; `title` is the title's index.

    What stands under the title belongs to the article as long as no navigation comes between.
    """
    if title is None:
        return [_above_title(lines, n, body) for n in range(body)]
    labels = [_above_title(lines, n, title) for n in range(title)]
    labels.append("title")
    named, strays = lines[title].text.casefold(), 0
    for n in range(title + 1, body):
        label = _below_title(lines, n, named)
        strays += label == "furniture" and named not in lines[n].text.casefold()
        labels.append(label if strays <= _STRAYS or label in ("byline", "caption") else "furniture")
    return labels


def _above_title(lines: Sequence[Line], n: int, title: int) -> Block:
    line = lines[n]
    if line.role or line.hint == "nav":
        return "furniture"
    if line.is_caption:
        return "caption"
    if is_salutation(line.text):
        return "paragraph"
    return "byline" if title - n <= _CLOSE and line.mark else "furniture"


def _below_title(lines: Sequence[Line], n: int, title: str) -> Block:
    line = lines[n]
    found = _plain_label(line)
    if found != "heading":
        return found
    if title in line.text.casefold():
        return "furniture"
    if is_person(line.text) and any(near.mark for near in lines[max(0, n - 2) : n + 3]):
        return "byline"
    return "heading" if line.words >= _SUBTITLE_WORDS else "furniture"


def label_body(body: Sequence[Line]) -> list[Block]:
    """Return the blocks of the lines of an article's body."""
    labels = [_plain_label(line) for line in body]
    _mark_contacts(body, labels)
    _mark_box(body, labels)
    _mark_lists(body, labels)
    headings = [n for n, label in enumerate(labels) if label == "heading"]
    for n in headings:
        if is_related(body[n].text, _section(body, labels, n), len(headings) - 1):
            labels[n] = "furniture"
    return labels


def _plain_label(line: Line) -> Block:
    """Return the block that a line is by itself; "heading" for every short line that is nothing else."""
    if line.hint == "nav" or line.role:
        return "furniture"
    if line.is_caption:
        return "caption"
    if line.hint == "heading":
        return "heading"
    if line.hint == "list_item" or line.is_item:
        return "list_item"
    if line.mark:
        return "byline"
    return "paragraph" if line.hint == "paragraph" or line.is_prose or is_salutation(line.text) else "heading"


def _mark_contacts(body: Sequence[Line], labels: list[Block]) -> None:
    """Make the short lines after "Media contact" and the like furniture, up to the next paragraph."""
    asked = False
    for n, line in enumerate(body):
        if line.role == "contact":
            asked = True
        elif labels[n] in ("paragraph", "list_item") or line.is_about:
            asked = False
        elif asked and labels[n] == "heading":
            labels[n] = "furniture"


def _mark_box(body: Sequence[Line], labels: list[Block]) -> None:
    """Make the portrait of the writer or the publication furniture: a name, and a paragraph on it."""
    for n in range(max(1, len(body) - _BOX), len(body)):
        name, portrait = body[n - 1].text, body[n].text
        portrays = labels[n - 1 : n + 1] == ["heading", "paragraph"] and portrait.startswith(name)
        if portrays and not _BOX_WORDS.isdisjoint(_WORD.findall(portrait.lower())):
            labels[n - 1 : n + 1] = ["furniture", "furniture"]


def _mark_lists(body: Sequence[Line], labels: list[Block]) -> None:
    """Make a list of short lines in a row that a colon introduces, or of three and more of them."""
    n = 1
    while n < len(labels):
        end = n
        while end < len(labels) and _may_be_item(body[end], labels[end], end == n):
            end += 1
        introduced = body[n - 1].text.endswith(":") and end - n > 1
        if introduced or end - n >= _LIST:
            headed = not introduced and _HAS_DIGIT.search(body[n].text) is None
            labels[n + headed : end] = ["list_item"] * (end - n - headed)
        n = max(end, n + 1)


def _may_be_item(line: Line, label: Block, opens: bool) -> bool:
    return label == "heading" and line.hint != "heading" and (opens or not line.gap) and not line.is_about


def _section(body: Sequence[Line], labels: Sequence[Block], heading: int) -> list[str]:
    """Return the first paragraphs that a heading stands over."""
    found: list[str] = []
    for n in range(heading + 1, len(labels)):
        if labels[n] in ("paragraph", "list_item"):
            found.append(body[n].text)
        if len(found) == _SECTION or (labels[n] == "heading" and found):
            break
    return found


def label_tail(tail: Sequence[Line]) -> list[Block]:
    """Return the blocks of the lines that follow an article's body: a signature, then furniture."""
    signed = _signature(tail)
    labels: list[Block] = ["byline"] * signed
    ended = False
    for line in tail[signed:]:
        ended = ended or line.role in ("break", "end")
        labels.append("caption" if not (ended or line.role) and line.is_caption else "furniture")
    return labels


def _signature(tail: Sequence[Line]) -> int:
    """Return how many lines a signature takes: greeting, name, role and full date, a short line each."""
    for n, line in enumerate(tail[:_SIGNATURE]):
        if line.role or line.words > _SIGNED_WORDS:
            break
        if line.mark and line.mark.date and not line.mark.updated and (n or not line.mark.author):
            return n + 1
    return 0
