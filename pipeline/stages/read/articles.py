"""Lines into articles: the body, blocks and metadata of each."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.records import Article, Block, Document, Span
from pipeline.stages.read.body import find_body, weigh
from pipeline.stages.read.labels import label_body, label_head, label_tail
from pipeline.stages.read.language import guess_language
from pipeline.stages.read.limits import is_salutation
from pipeline.stages.read.line import Line
from pipeline.stages.read.metadata import PageMetadata, gather
from pipeline.stages.read.publisher import Pairs
from pipeline.stages.read.segments import segment_starts
from pipeline.stages.read.titles import find_title, is_closed_headline, is_long_headline, without_site
from pipeline.stages.read.writers import is_person


class Labelled(NamedTuple):
    """An article's lines, with one block each."""

    lines: Sequence[Line]
    labels: list[Block]


def find_articles(lines: Sequence[Line], source: str, sha256: str, page: PageMetadata) -> tuple[Article, ...]:
    """Return the articles of a source's `lines`, in order; an empty tuple for a page that holds none.

    `page` counts only where the source holds a single article.
    """
    found = classify_blocks(lines, page)
    if len(found) > 1:
        page = PageMetadata()
    key = hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return tuple(_article(labelled, f"d{key}-{n}", source, sha256, page) for n, labelled in enumerate(found, start=1))


def classify_blocks(lines: Sequence[Line], page: PageMetadata) -> list[Labelled]:
    """Return the lines of each article of a source with their blocks, in order."""
    if not lines:
        return []
    weights = weigh(lines)
    starts = segment_starts(lines)
    title = page.title if len(starts) == 1 else None
    found: list[Labelled] = []
    for first, last in zip(starts, [*starts[1:], len(lines)], strict=True):
        begin, end = find_body(lines, weights, first, last)
        if begin < end:
            closed = begin == first and end - begin > 1 and is_closed_headline(lines[begin], lines[begin + 1 : end])
            begin = begin + 1 if closed else _below_headline(lines, begin, end)
            found.append(_label(lines[first:last], begin - first, end - first, title, page.author))
    return found


def _below_headline(lines: Sequence[Line], begin: int, end: int) -> int:
    """Return where the body begins without the headlines at its front that are as long as a paragraph."""
    named = next((n for n in range(begin, end) if lines[n].is_prose or lines[n].hint == "title"), end)
    if named < end - 1 and lines[named].hint == "title":
        return named + 1
    n, marked = begin, False
    while n < end - 1 and (is_long_headline(lines[n]) or (n > begin and _is_of_head(lines[n]))):
        marked = marked or lines[n].mark is not None
        n += 1
    plain = marked or all(is_long_headline(line) for line in lines[begin:n])
    return n if plain and (lines[n].is_prose or lines[n].is_item) else begin


def _is_of_head(line: Line) -> bool:
    """Return whether a line may stand between a long title and the text: its byline, or a short one."""
    return line.mark is not None or not (line.is_prose or line.is_item or line.hint)


def _label(lines: Sequence[Line], begin: int, end: int, named: str | None, author: str | None) -> Labelled:
    """Return the blocks of an article's lines, whose body is lines[begin:end], by `author` if that is known."""
    title = find_title(lines, begin, named)
    if title is None and begin == 1 and is_closed_headline(lines[0], lines[1:]):
        title = 0
    head = label_head(lines, title, begin)
    marked = (line.mark.author for line in lines[:end] if line.mark and line.mark.author)
    alone = (line.text for line, label in zip(lines, head, strict=False) if label == "byline" and is_person(line.text))
    writers = {author, *marked, *alone} - {None}
    letter = any(is_salutation(line.text) for line in lines[:end])
    labels = [*head, *label_body(lines[begin:end], {w for w in writers if w}), *label_tail(lines[end:], letter=letter)]
    return Labelled(lines, labels)


def _article(labelled: Labelled, doc_id: str, source: str, sha256: str, page: PageMetadata) -> Article:
    lines = labelled.lines
    pairs = list(zip(lines, labelled.labels, strict=True))
    content = [line.text for line, label in pairs if label in ("paragraph", "list_item")]
    known = gather(pairs, page)
    document = Document(
        doc_id=doc_id,
        source=source,
        sha256=sha256,
        start=lines[0].start,
        end=lines[-1].end,
        title=_title(pairs) or page.title,
        published=known.published,
        place=known.place,
        publisher=known.publisher,
        author=known.author,
        language=guess_language(" ".join(content), page.language or "en"),
    )
    blocks = tuple(Span(line.start, line.end, label) for line, label in pairs)
    return Article(document=document, blocks=blocks)


def _title(pairs: Pairs) -> str | None:
    """Return the text of the title's line, without the name of the site behind it."""
    title = next((line.text for line, label in pairs if label == "title"), None)
    return title and without_site(title, [line.text for line, _ in pairs if line.text != title])[0]
