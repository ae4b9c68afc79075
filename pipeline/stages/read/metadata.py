"""An article's day, place, author and publisher, from what its lines and its page say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.stages.read.boxes import portrayed_writer
from pipeline.stages.read.bylines import Byline
from pipeline.stages.read.datelines import Dateline, is_american
from pipeline.stages.read.dates import month_first
from pipeline.stages.read.days import dated_by_weekday, day_called_today
from pipeline.stages.read.limits import is_salutation
from pipeline.stages.read.publisher import Pairs, find_publisher
from pipeline.stages.read.writers import named_writers

_OPENING = 3
"""The dateline stands in one of the first paragraphs."""
_STORY = ("paragraph", "list_item")


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

    The day is the dateline's, the page's, a line's that names it, a letter's at its end; a day of revision, one that
    opens a paragraph without a place, and one in figures that the place has to explain count last, and after these
    what the story says of its own day.
    """
    title = next((n for n, (_, label) in enumerate(pairs) if label == "title"), 0)
    below_title = [*pairs[title:], *pairs[:title]]
    marks = [line.mark for line, label in below_title if label == "byline" and line.mark]
    paragraphs = [line for line, label in pairs if label == "paragraph"][:_OPENING]
    opening = next((line.dateline for line in paragraphs if line.dateline), None)
    author = page.author or _author(pairs, marks)
    house = next((mark.house for mark in marks if mark.house), None)
    publisher = page.publisher or find_publisher(pairs, opening, author) or house
    return Metadata(
        published=_published(opening, page, marks) or _told(opening, pairs),
        place=opening.place if opening else next((mark.place for mark in marks if mark.place), None),
        author=_without(_written(author), publisher),
        publisher=publisher,
    )


def _published(opening: Dateline | None, page: PageMetadata, marks: Sequence[Byline]) -> dt.date | None:
    if opening and opening.date and not opening.lone:
        return opening.date
    if page.published:
        return page.published
    dated = [mark for mark in marks if mark.date]
    named = next((mark.date for mark in sorted(dated, key=lambda mark: mark.updated)), None)
    return named or (opening.date if opening else None) or _american(opening, marks)


def _american(opening: Dateline | None, marks: Sequence[Byline]) -> dt.date | None:
    """Return the day in figures of an article from the United States, where the month stands first."""
    if not (opening and opening.place and is_american(opening.place)):
        return None
    written = [opening.day, *(mark.figures for mark in marks)]
    return next((date for day in written if day and (date := month_first(day))), None)


def _told(opening: Dateline | None, pairs: Pairs) -> dt.date | None:
    """Return the day of publication that the story gives away."""
    story = [line.text for line, label in pairs if label in _STORY]
    if today := day_called_today(story[:_OPENING]):
        return today
    return dated_by_weekday(opening.day, story[0], story) if opening and opening.day else None


def _author(pairs: Pairs, marks: Sequence[Byline]) -> str | None:
    """Return who wrote the article: by its byline, its signature, or the portrait of a journalist at its end."""
    named = next((mark.author for mark in marks if mark.author), None) or _signer(pairs, marks)
    portraits = (portrayed_writer(line.text) for line, label in pairs if label == "furniture")
    return named or next(filter(None, portraits), None)


def _signer(pairs: Pairs, marks: Sequence[Byline]) -> str | None:
    """Return the name alone on a line that dates the article or stands under a letter."""
    if not marks and not any(label == "paragraph" and is_salutation(line.text) for line, label in pairs):
        return None
    signed = [line.text for line, label in pairs if label == "byline"]
    return next(filter(None, map(named_writers, signed)), None)


def _written(author: str | None) -> str | None:
    """Return an author's name in capitals in mixed letters; an abbreviation ("PTI") as it is."""
    return author.title() if author and author.isupper() and " " in author else author


def _without(author: str | None, publisher: str | None) -> str | None:
    """Return the author without the publisher's name behind it."""
    if not (author and publisher):
        return author
    name, _, house = author.rpartition(", ")
    return name if name and house.casefold() == publisher.casefold() else author
