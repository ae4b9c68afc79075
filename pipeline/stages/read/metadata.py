"""An article's day, place, author and publisher, from what its lines and its page say."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.records import Block
from pipeline.stages.read.bylines import Byline, is_person, is_salutation
from pipeline.stages.read.datelines import Dateline
from pipeline.stages.read.line import Line

_OPENING = 3
"""The dateline stands in one of the first paragraphs."""
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)(?:\s(?:©|\(c\)|copyright))?\s*(?:by\s)?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?)?[\s,by]*"
    r"(?P<name>[A-Z][\w&.’' -]{1,60}?)(?=\s*(?:[.,|(]\s|[.,]?$|\ball rights|\ba\s|(?:19|20)\d\d))",
    re.IGNORECASE,
)
_SITE = re.compile(r"\s[|–—-]\s(?P<name>[^|–—]{2,40})$")
_LONGEST_SITE = 6


Pairs = Sequence[tuple[Line, Block]]


@dataclass(frozen=True)
class PageMetadata:
    """What mark-up says of a page as a whole; None where it says nothing."""

    title: str | None = None
    published: dt.date | None = None
    author: str | None = None
    publisher: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Metadata:
    """What is known of one article."""

    published: dt.date | None
    place: str | None
    author: str | None
    publisher: str | None


def gather(pairs: Pairs, page: PageMetadata) -> Metadata:
    """Return the metadata of an article from its lines with their blocks; `page` is what its mark-up says.

    The day is the dateline's, the page's, a line's that names it, a letter's at its end; a day of revision
    counts last.  It is never taken from the story.
    """
    marks = [line.mark for line, label in pairs if label == "byline" and line.mark]
    paragraphs = [line for line, label in pairs if label == "paragraph"][:_OPENING]
    opening = next((line.dateline for line in paragraphs if line.dateline), None)
    author = page.author or next((mark.author for mark in marks if mark.author), None) or _signer(pairs)
    return Metadata(
        published=_published(opening, page, marks),
        place=opening.place if opening else next((mark.place for mark in marks if mark.place), None),
        author=author,
        publisher=page.publisher or _publisher(pairs, opening, author),
    )


def _published(opening: Dateline | None, page: PageMetadata, marks: Sequence[Byline]) -> dt.date | None:
    if opening and opening.date:
        return opening.date
    if page.published:
        return page.published
    dated = [mark for mark in marks if mark.date]
    return next((mark.date for mark in sorted(dated, key=lambda mark: mark.updated)), None)


def _signer(pairs: Pairs) -> str | None:
    """Return the name under a letter."""
    if not any(label == "paragraph" and is_salutation(line.text) for line, label in pairs):
        return None
    signed = [line.text for line, label in pairs if label == "byline"]
    return next((text for text in signed if is_person(text)), None)


def _publisher(pairs: Pairs, opening: Dateline | None, author: str | None) -> str | None:
    """Return the site of a copyright line, a page title's tail or a closing portrait; else the agency."""
    margin = [line.text for line, label in pairs if label == "furniture"]
    for text in reversed(margin):
        if len(text) < 160 and (match := _COPYRIGHT.search(text)):
            return match["name"].strip(" .,")
    title = next((line.text for line, label in pairs if label == "title"), None)
    top = pairs[0][0].text
    if title and top.startswith(title) and (site := _SITE.match(top, len(title))):
        return site["name"].strip()
    for name, portrait in pairwise(margin):
        portrays = portrait.startswith((f"{name} is a", f"{name} is the"))
        if portrays and name != author and len(name.split()) <= _LONGEST_SITE:
            return name
    return opening.agency if opening and opening.agency and "wire" not in opening.agency.lower() else None
