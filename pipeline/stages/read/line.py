"""A line of a source, and what its words and shape say of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from pipeline.stages.read.bylines import Byline, byline
from pipeline.stages.read.captions import is_caption
from pipeline.stages.read.datelines import Dateline, dateline
from pipeline.stages.read.furniture import Role, furniture_role
from pipeline.stages.read.shape import LIST_MARKER, is_about, is_prose, is_title_like, word_count

_SHORT, _MANY = 60, 8192
"""Lines so short come again, on a page and on all pages of a site; so many are remembered."""


class Traits(NamedTuple):
    """What the text of a line says of it; the fields are those of `Line`."""

    words: int
    role: Role
    is_prose: bool
    is_caption: bool
    dateline: Dateline | None
    mark: Byline | None
    is_about: bool


def _judge(text: str) -> Traits:
    prose, mark = is_prose(text), byline(text)
    role = "" if mark and mark.date else furniture_role(text)
    opening = dateline(text) if prose else None
    return Traits(word_count(text), role, prose, is_caption(text), opening, mark, is_about(text))


_judge_again = lru_cache(maxsize=_MANY)(_judge)


@dataclass(eq=False)
class Line:
    """A line that is not blank: its span without surrounding white space, and what stands before it.

    `gap` says that a blank line (or the start of the text) precedes.  `hint` is what mark-up says of the
    line: a block's name, "nav" for navigation and the like, "link" for a line that is all links, "" where
    nothing is known.  The rest is judged from the text when the line is made: the number of words, the kind
    of furniture by its words ("" for none), whether it is running text or a caption, the dateline that it
    opens with, who wrote and when where it says just that, whether it is the heading of a company's portrait.
    """

    start: int
    end: int
    text: str
    gap: bool
    hint: str = ""
    words: int = field(init=False)
    role: Role = field(init=False)
    is_prose: bool = field(init=False)
    is_caption: bool = field(init=False)
    dateline: Dateline | None = field(init=False)
    mark: Byline | None = field(init=False)
    is_about: bool = field(init=False)

    def __post_init__(self) -> None:
        """Judge the line."""
        found = (_judge_again if len(self.text) <= _SHORT else _judge)(self.text)
        self.words, self.role, self.is_prose, self.is_caption, self.dateline, self.mark, self.is_about = found
        self.is_caption = self.is_caption or self.hint == "caption"

    @property
    def is_item(self) -> bool:
        """Whether the line opens with a list item's marker."""
        return not self.text[0].isupper() and LIST_MARKER.match(self.text) is not None

    @property
    def is_title_like(self) -> bool:
        """Whether the line can be a headline."""
        return is_title_like(self.text)
