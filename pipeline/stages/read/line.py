"""A line of a source, and what its words and shape say of it."""

from __future__ import annotations

from functools import lru_cache

from pipeline.stages.read.bylines import Byline, byline
from pipeline.stages.read.captions import is_caption
from pipeline.stages.read.datelines import Dateline, dateline
from pipeline.stages.read.furniture import Role, furniture_role, is_plain, plain_role
from pipeline.stages.read.limits import is_limit
from pipeline.stages.read.shape import is_about, is_item, is_prose, is_title_like, word_count

_SHORT, _MANY = 60, 8192
"""Lines so short come again, on a page and on all pages of a site; so many are remembered."""
_LONG = 20
"""From so many spaces on, plain words are running text."""
_TELLING = frozenset(("about", "dear", "end", "ends", "for", "source", "to"))
"""First words of what is more than a label: the heads and ends of articles, of portraits, a release's last line."""

_Traits = tuple[int, Role, bool, bool, bool, bool, bool, Dateline | None, Byline | None]
"""What the text of a line says of it, in the order in which `Line` takes it."""


def _judge(text: str) -> _Traits:
    if len(text) <= _SHORT and text.isascii() and is_plain(text) and not _may_be_more(low := text.lower()):
        return text.count(" ") + 1, plain_role(low), False, is_caption(text), False, False, False, None, None
    words, mark = word_count(text), byline(text)
    prose = is_prose(text, words)
    role: Role = "" if mark and (mark.date or mark.author or mark.figures) else furniture_role(text)
    opening = dateline(text) if prose else None
    caption = not (mark and mark.date) and is_caption(text)
    return words, role, prose, caption, is_item(text), is_about(text), is_limit(text), opening, mark


_judge_again = lru_cache(maxsize=_MANY)(_judge)


def _may_be_more(low: str) -> bool:
    """Return whether plain words, small letters, may be more than a label, a headline, furniture or a caption."""
    return "by" in low or low.partition(" ")[0] in _TELLING or low.count(" ") >= _LONG


def forget_lines() -> None:
    """Empty the memory of short lines, for a measurement of their first reading."""
    _judge_again.cache_clear()


class Line:
    """A line that is not blank: its span without surrounding white space, and what stands before it.

    `gap` says that a blank line (or the start of the text) precedes.  `hint` is what mark-up says of the
    line: a block's name, "nav" for navigation and the like, "link" for a line that is all links, "" where
    nothing is known.  The rest is judged from the text when the line is made: the number of words, the kind
    of furniture by its words ("" for none), whether it is running text, a caption, a list item by its marker,
    the heading of a company's portrait, a limit of an article; the dateline that it opens with, who wrote and
    when where it says just that.
    """

    __slots__ = (
        "dateline", "end", "gap", "hint", "is_about", "is_caption", "is_item", "is_limit", "is_prose", "mark",
        "role", "start", "text", "words",
    )  # fmt: skip

    def __init__(self, start: int, end: int, text: str, gap: bool, hint: str = "") -> None:
        self.start, self.end, self.text, self.gap, self.hint = start, end, text, gap, hint
        found = _judge_again(text) if len(text) <= _SHORT else _judge(text)
        (
            self.words, self.role, self.is_prose, self.is_caption, self.is_item, self.is_about, self.is_limit,
            self.dateline, self.mark,
        ) = found  # fmt: skip
        if hint == "caption":
            self.is_caption = True

    @property
    def is_title_like(self) -> bool:
        """Whether the line can be a headline."""
        return is_title_like(self.text)
