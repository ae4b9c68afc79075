"""A line of a source, and what its words and shape say of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.stages.read.bylines import Byline, byline
from pipeline.stages.read.captions import is_caption
from pipeline.stages.read.datelines import Dateline, dateline
from pipeline.stages.read.furniture import Role, furniture_role
from pipeline.stages.read.shape import LIST_MARKER, is_about, is_prose, is_title_like, word_count


@dataclass(eq=False)
class Line:
    """A line that is not blank: its span without surrounding white space, and what stands before it.

    `gap` says that a blank line (or the start of the text) precedes.  `hint` is what mark-up says of the
    line: a block's name, "nav" for navigation and the like, "link" for a line that is all links, "" where
    nothing is known.  The rest is judged from the text when the line is made: the number of words, the kind
    of furniture by its words ("" for none), whether it is running text or a caption, the dateline that it
    opens with, who wrote and when where it says just that.
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

    def __post_init__(self) -> None:
        """Judge the line."""
        text = self.text
        self.words = word_count(text)
        self.role = furniture_role(text)
        self.is_prose = is_prose(text)
        self.is_caption = self.hint == "caption" or is_caption(text)
        self.dateline = dateline(text) if self.is_prose else None
        self.mark = byline(text)

    @property
    def is_item(self) -> bool:
        """Whether the line opens with a list item's marker."""
        return not self.text[0].isupper() and LIST_MARKER.match(self.text) is not None

    @property
    def is_about(self) -> bool:
        """Whether the line is the heading of a company's portrait."""
        return is_about(self.text)

    @property
    def is_title_like(self) -> bool:
        """Whether the line can be a headline."""
        return is_title_like(self.text)
