"""Corrects the blocks of lines by the lines beside them: contacts, captions, prompts, footnotes, lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from pipeline.lexicon import entries
from pipeline.records import Block
from pipeline.stages.read.captions import is_credit
from pipeline.stages.read.dates import DATE
from pipeline.stages.read.line import Line
from pipeline.stages.read.shape import has_small_word
from pipeline.stages.read.tables import is_fact, is_header, is_key_figure, is_row

_LIST = 3
"""So many short lines in a row are a list."""
_BOX = 2
"""So many headlines are a box of them, and no subhead."""
_CAPTION_WORDS = 45
"""The most words of a caption whose credit stands on the line below."""
_ITEMS = 12
_QUOTES = "“\"‘'"
_SECTION_WORDS = frozenset(entries("section_words"))
_HAS_DIGIT = re.compile(r"\d")
_LABELLED = re.compile(r"[A-Z](?:[^\s:]{0,30}\s){0,3}[^\s:]{1,30}:\s.{1,80}(?<![.:?!])")
_PULLED = re.compile(r"[“\"](?P<words>[^“”\"]{30,300})[”\"]")
_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"]?\s")
_KEY = re.compile(r"[\W_]+")
_DATED = re.compile(rf"[a-z].*\s(?:{DATE})\.$")
_TOP = 5
_FOOTNOTE = re.compile(r"[*†‡]{1,3}\s")


def mark_contacts(body: Sequence[Line], labels: list[Block]) -> None:
    """Make the short lines after "Media contact" and the like furniture, up to the next paragraph."""
    asked = False
    for n, line in enumerate(body):
        if line.role == "contact":
            asked = True
        elif labels[n] in ("paragraph", "list_item") or line.is_about or _heads_section(body, n):
            asked = False
        elif asked and labels[n] == "heading":
            labels[n] = "furniture"


def _heads_section(body: Sequence[Line], n: int) -> bool:
    """Return whether the line is the heading of a closing section: "Notes to editors"."""
    if n + 1 == len(body) or not body[n + 1].is_prose:
        return False
    return not _SECTION_WORDS.isdisjoint(body[n].text.casefold().split())


def mark_captions(lines: Sequence[Line], labels: list[Block], first: int) -> None:
    """Make what stands right above a picture's credit its caption, where blank lines set the two apart."""
    for n, (line, below) in enumerate(pairwise(lines[first:]), start=first):
        joined = line.gap and not below.gap and line.words <= _CAPTION_WORDS
        if joined and labels[n] in ("heading", "paragraph") and is_credit(below.text):
            labels[n] = "caption"


def mark_prompted(body: Sequence[Line], labels: list[Block]) -> None:
    """Make short lines right below "Advertisement", "Most read" and the like furniture, up to a blank line."""
    prompted = False
    for n, line in enumerate(body):
        prompted = bool(line.role) if line.gap else prompted
        if prompted and not line.gap and labels[n] == "heading":
            labels[n] = "furniture"


def mark_boxes(body: Sequence[Line], labels: list[Block]) -> None:
    """Make two short lines and more below "Most read" and the like furniture, blank lines or not: other headlines."""
    for n, line in enumerate(body):
        end = n + 1
        while line.role == "break" and end < len(body) and labels[end] == "heading":
            end += 1
        if end > n + _BOX:
            labels[n + 1 : end] = ["furniture"] * (end - n - 1)


def mark_footnotes(body: Sequence[Line], labels: list[Block]) -> None:
    """Make a sentence behind a star a paragraph, where no list item stands beside it."""
    for n, line in enumerate(body):
        beside = {label for m, label in enumerate(labels[max(0, n - 1) : n + 2], start=max(0, n - 1)) if m != n}
        if labels[n] == "list_item" and line.is_prose and "list_item" not in beside and _FOOTNOTE.match(line.text):
            labels[n] = "paragraph"


def mark_above_dateline(body: Sequence[Line], labels: list[Block]) -> None:
    """Make what stands above the opening with the dateline, and ends with a day, the caption of a picture.

    A further line between that and the dateline leads to other pictures.
    """
    opening = next((n for n, line in enumerate(body[:_TOP]) if line.dateline), 0)
    pictured = False
    for n, line in enumerate(body[:opening]):
        if labels[n] in ("paragraph", "heading") and (dated := _DATED.search(line.text) is not None) | pictured:
            labels[n] = "caption" if dated else "furniture"
            pictured = True


def mark_pull_quotes(body: Sequence[Line], labels: list[Block]) -> None:
    """Make a quotation that stands alone furniture where a paragraph says the same: it is set large to draw the eye."""
    alone = {n: _PULLED.fullmatch(line.text) for n, line in enumerate(body) if labels[n] == "paragraph"}
    quotes = {n: match["words"] for n, match in alone.items() if match}
    if not quotes:
        return
    said = Counter(_KEY.sub("", part) for line in body for part in _SENTENCE_END.split(line.text))
    for n, words in quotes.items():
        if all(said[_KEY.sub("", part)] > 1 for part in _SENTENCE_END.split(words)):
            labels[n] = "furniture"


def gives_fact(line: Line) -> bool:
    """Return whether a line gives a fact of the article: no byline, nothing that pages print."""
    return not (line.role or line.mark or line.is_prose or line.is_item) and is_fact(line.text)


def gives_figure(line: Line) -> bool:
    """Return whether a line gives a fact or a key figure, as the lists do whose marks got lost."""
    return gives_fact(line) or (not (line.role or line.mark or line.is_item) and is_key_figure(line.text))


def mark_facts(lines: Sequence[Line], labels: list[Block], first: int = 0, *, among: frozenset[Block]) -> None:
    """Make the lines from `first` on that give figures one below the other, and are `among` some blocks, a list."""
    facts = [label in among and gives_figure(line) for line, label in zip(lines, labels, strict=True)]
    for n in range(first + 1, len(lines)):
        if facts[n - 1] and facts[n] and not lines[n].gap:
            labels[n - 1] = labels[n] = "list_item"
    n = first
    while n < len(lines):  # with blank lines between
        end = n
        while end < len(lines) and labels[end] in among and _is_labelled(lines[end]):
            end += 1
        if end - n >= _LIST and sum(facts[n:end]) > 1:
            labels[n:end] = ["list_item"] * (end - n)
        n = max(end, n + 1)


def _is_labelled(line: Line) -> bool:
    """Return whether a line gives something behind a label, figure or not: "Processor: Orbin 9"."""
    plain = not (line.role or line.mark or line.is_prose or line.is_item or line.hint == "heading")
    return plain and _LABELLED.fullmatch(line.text) is not None


def mark_introduced(body: Sequence[Line], labels: list[Block]) -> None:
    """Make the paragraphs that a colon introduces a list where they stand close and blank lines set them apart."""
    for n, line in enumerate(body[:-_BOX]):
        if not line.text.endswith(":") or not (line.gap and body[n + 1].gap):
            continue
        end = n + 2
        while end < len(body) and not body[end].gap:
            end += 1
        items = range(n + 1, end)
        said = any(body[m].text[0] in _QUOTES for m in items)
        if _BOX <= len(items) <= _ITEMS and not said and all(labels[m] == "paragraph" for m in items):
            labels[n + 1 : end] = ["list_item"] * len(items)


def mark_lists(body: Sequence[Line], labels: list[Block]) -> None:
    """Make a list of short lines in a row that a colon introduces, of three and more of them, and of a table's rows."""
    n = 1
    while n < len(labels):
        introduced = body[n - 1].text.endswith(":")
        end = n
        while end < len(labels) and _may_be_item(body[end], labels[end], end == n, introduced):
            end += 1
        introduced = introduced and end - n > 1
        headed = end - n > 1 and is_header(body[n].text, body[n + 1].text)
        if introduced or headed or end - n >= _LIST:
            headed = headed or (not introduced and _HAS_DIGIT.search(body[n].text) is None)
            headed = headed or (not gives_fact(body[n]) and all(map(gives_fact, body[n + 1 : end])))
            labels[n + headed : end] = ["list_item"] * (end - n - headed)
        n = max(end, n + 1)


def _may_be_item(line: Line, label: Block, opens: bool, introduced: bool) -> bool:
    """Return whether a line can go on with a list; below a blank line it is a row, or no subhead after a colon."""
    follows = opens or not line.gap or is_row(line.text) or (introduced and has_small_word(line.text))
    return label == "heading" and line.hint != "heading" and follows and not line.is_about
