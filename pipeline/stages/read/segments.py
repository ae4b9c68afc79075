"""Where one article of a source ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lexicon import entries
from pipeline.stages.read.limits import is_end_mark, is_release, is_salutation
from pipeline.stages.read.line import Line

_WORD = re.compile(r"[\w-]+")
_CLOSING_WORDS = frozenset(entries("section_words"))
_LEAST_AFTER_END, _LEAST_WORDS, _LEAST_UNMARKED = 12, 30, 80
"""The least words of running text before a new article: where an end stands before it, where an article was
begun by a mark, and where none was: less is a page's head."""
_UNDER_TITLE = 4
"""The most lines of writer and day under a title."""
_TITLE_WORDS, _TITLE_LEAST = 5, 4
_BELOW = 6
_STANDFIRST = 45
"""A title that only an end above it announces has five words, others four; text stands so many lines below a
mark; a standfirst has so many words at most."""
_INTRODUCED = re.compile(r"\bthe (?:following|below) (?:\w+ ){0,2}(?:letter|message|memo|note|e-?mail)\b")
"""Announces the letter below, so that its greeting begins no article of its own."""


def segment_starts(lines: Sequence[Line]) -> list[int]:
    """Return the index of the first line of every article, the first one 0.

    A new one begins at the head of a dateline, a salutation, "For immediate release" or a title with its
    writer or day below, or its day above; after an end mark or a company's portrait at a title alone.
    """
    starts = [0]
    closing = marked = False
    above_marks = {n - 1 for n, line in enumerate(lines) if line.mark}
    for n, line in enumerate(lines):
        dated = n > 0 and _has_day_above(lines, n)
        if not (line.gap or line.is_limit or line.is_about or line.dateline or n in above_marks or dated):
            continue
        if _opens(lines, n, closing):
            start = n - 1 if dated else _head_of(lines, n, starts[-1])
            least = _least_words(lines, start, n, closing, marked)
            if least and _has_words(lines, starts[-1], start, least):
                starts.append(start)
            closing, marked = False, True
        elif _ends(lines, n):
            closing = True
    return starts


def _least_words(lines: Sequence[Line], start: int, mark: int, closing: bool, marked: bool) -> int:
    """Return how many words must stand before `start` for a new article there, 0 where none begins."""
    if closing or is_salutation(lines[mark].text):
        return 0 if not closing and _INTRODUCED.search(lines[mark - 1].text) else _LEAST_AFTER_END
    titled = any(line.is_title_like and line.words >= _TITLE_LEAST for line in lines[start:mark])
    if lines[mark].is_prose and not (marked or titled):
        return 0
    return _LEAST_WORDS if marked else _LEAST_UNMARKED


def _ends(lines: Sequence[Line], n: int) -> bool:
    """Return whether line `n` ends an article, or heads the company's portrait that does."""
    line = lines[n]
    if line.is_prose or n + 1 == len(lines):
        return False
    portrait = line.is_about and not line.role and lines[n + 1].is_prose
    return portrait or (line.is_limit and is_end_mark(line.text))


def _has_words(lines: Sequence[Line], first: int, last: int, least: int) -> bool:
    """Return whether lines[first:last] hold so many words of running text at least."""
    words = 0
    for n in range(last - 1, first - 1, -1):
        words += lines[n].words if _is_text(lines[n]) else 0
        if words >= least:
            return True
    return False


def _is_text(line: Line) -> bool:
    return line.is_prose and not line.role


def _opens(lines: Sequence[Line], n: int, closing: bool) -> bool:
    """Return whether line `n` shows that an article begins here or just above."""
    line = lines[n]
    if line.is_limit and not is_end_mark(line.text):
        return any(_is_text(below) for below in lines[n + 1 : n + _BELOW])
    if line.is_prose:
        whole = line.dateline is not None and not line.text.endswith(("...", "…"))
        return whole and (closing or not (line.dateline and line.dateline.lone))
    if not line.is_title_like:
        return False
    return _has_byline(lines, n) or _has_day_above(lines, n) or (closing and line.gap and _is_new_title(lines, n))


def _has_byline(lines: Sequence[Line], n: int) -> bool:
    """Return whether the writer or the day stand under the headline `n`, and running text after that."""
    text = n + 1
    while text < len(lines) and text - n <= _UNDER_TITLE and lines[text].mark:
        text += 1
    below = lines[text : text + 2]
    if text == n + 1 or len(below) < 2 or not all(_is_text(line) for line in below):
        return False
    under = lines[n + 1].mark
    if not lines[n].gap and (lines[n].words < _TITLE_LEAST or under is None or under.date is None):
        return False  # where no blank line sets headlines apart, only one with its day is sure
    return not lines[n].role and not lines[n].mark


def _has_day_above(lines: Sequence[Line], n: int) -> bool:
    """Return whether a day alone stands over the headline `n`, and running text below: "14 September 2023"."""
    above, line = lines[n - 1].mark, lines[n]
    if n == 0 or above is None or above.date is None or above.author or not lines[n - 1].gap:
        return False
    if not line.is_title_like or line.words < _TITLE_LEAST or line.role or line.mark:
        return False
    return _has_words(lines, n + 1, min(n + 1 + _BELOW, len(lines)), _LEAST_WORDS)


def _is_new_title(lines: Sequence[Line], n: int) -> bool:
    """Return whether the headline `n` is a new article's, and not that of a release's closing section."""
    words = {word.casefold() for word in _WORD.findall(lines[n].text)}
    if len(words) < _TITLE_WORDS or words & _CLOSING_WORDS or lines[n].role or lines[n].mark:
        return False
    return any(line.is_prose for line in lines[n + 1 : n + _BELOW])


def _head_of(lines: Sequence[Line], mark: int, floor: int) -> int:
    """Return the first line of the head above `mark`: its title, sub-headlines, bullets, date lines.

    One paragraph may stand between title and mark: the standfirst.
    """
    n, titled = mark, False
    while n - 1 > floor:
        line = lines[n - 1]
        if not is_release(line.text):
            if line.role and not line.mark:
                break
            if line.is_prose and not line.is_item and (titled or not _is_standfirst(lines, n - 1, floor)):
                break
        titled = titled or (line.is_title_like and not line.mark)
        n -= 1
    return n


def _is_standfirst(lines: Sequence[Line], n: int, floor: int) -> bool:
    """Return whether paragraph `n` is short and stands right under a title."""
    above = lines[n - 1]
    if n - 1 <= floor or lines[n].words > _STANDFIRST or above.role or above.is_prose or above.is_about:
        return False
    return above.is_title_like and above.gap and not above.mark
