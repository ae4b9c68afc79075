"""Which lines hold the article: the best contiguous run of running text.

A page's navigation is many short lines, its article few long ones that end in full stops.  Every line gets a
weight, words for running text and a price for the rest; the run of lines with the greatest sum is the body.
One pass (Kadane's algorithm), linear in the lines.  The prices were set on pages of the Scrapinghub article
extraction benchmark, so that neither a subhead ends a body nor a teaser joins it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.stages.read.line import Line
from pipeline.stages.read.neighbours import gives_fact
from pipeline.stages.read.tables import is_header, is_row

_MOST, _CLOSED = 40, 2
"""A paragraph's words count up to here, a long one is no better than a few; and its full stop counts."""
_MARKED_UP = 3
"""What it counts that mark-up calls a line a paragraph."""
_SHORT, _PLAIN = -8, -1
"""A short line on a page with navigation, and one in plain text."""
_NEUTRAL, _ITEM, _ABOUT, _BYLINE = -1, 2, 10, -10
"""A caption or a heading that mark-up shows; a list item; the heading of a company's portrait; a byline."""
_COST = {"inside": -8, "break": -15, "end": -45, "contact": -4, "release": -2}
_PROMPTS = frozenset(("inside", "break", "end"))
_FEW_PROMPTS, _FEW_SHORT = 5, 40
"""A text with fewer prompts, and at most so many short lines, is no page with navigation."""
_HEADED, _NEAR = 3.0, 10
"""The bonus of a run with a byline at most so many lines above it."""
_OPENING, _OPENING_WORDS = 30, 15
"""The most lines between a byline and a run that goes on with its article, and the least words of text there."""
_COUNTER = 3
"""A prompt so near below a byline, such as the number of comments, ends nothing."""
_BEGUN, _TEASER = 60, -40
"""The sum from which on an article has begun, and what a byline costs in it: another one's begins there."""
_CUT_OFF = 45
"""A paragraph of fewer words that ends in dots is a teaser."""
_ITEM_WORDS = 3
_TITLED = 2
"""The most lines between a body or a table and the next table: its title, its units."""
_FACTS = 2
"""So many lines with a label and a figure are a box of facts."""
_NOTE_LINES, _NOTE_WORDS = 12, 5
_ENTRY = 6
"""An entry of a running report stands so many lines below the last."""
_CLOCK = re.compile(r"\b\d{1,2}[.:]\d\d\b")
_NUMBERS = re.compile(r"\d\D+\d")


def weigh(lines: Sequence[Line]) -> list[int]:
    """Return one weight a line: positive for running text."""
    weights = [_weight(line) for line in lines]
    if sum(line.role in _PROMPTS for line in lines) >= _FEW_PROMPTS:
        return weights
    short = [n for n, weight in enumerate(weights) if weight == _SHORT and not lines[n].role]
    if sum(_NUMBERS.search(lines[n].text) is None for n in short) <= _FEW_SHORT:
        for n in short:
            weights[n] = _PLAIN
    return weights


def _weight(line: Line) -> int:
    if line.hint == "nav":
        return _COST["end"]
    if line.role or line.hint == "link":
        return _COST[line.role or "inside"]
    if line.is_prose and line.hint != "heading":
        teaser = line.words < _CUT_OFF and line.text.endswith(("...", "…"))
        return _ITEM if teaser else min(line.words + _CLOSED + (line.hint == "paragraph") * _MARKED_UP, _MOST)
    if line.hint:
        return _ITEM if line.hint in ("paragraph", "list_item") else _NEUTRAL
    return _shape_weight(line)


def _shape_weight(line: Line) -> int:
    """Return the weight of a line that is no running text and of which mark-up says nothing."""
    if line.is_item:
        return _ITEM
    if line.is_about:
        return _ABOUT
    return _BYLINE if line.mark else _SHORT


def find_body(lines: Sequence[Line], weights: Sequence[int], first: int, last: int) -> tuple[int, int]:
    """Return (from, to) of the article's body in lines[first:last]; an empty run where there is none.

    The lines are cut where the page's own matter begins; of the best runs between the cuts, one under a
    byline or date counts more, so that a short article beats a long discussion of it.
    """
    cuts = [n for n in range(first, last) if lines[n].role == "end"]
    best, most = (first, first), 0.0
    for begin, end in zip([first, *cuts], [*cuts, last], strict=True):
        start, stop, total = _best_run(weights, begin, end)
        value = total * (_HEADED if total and _is_headed(lines, start, first) else 1.0)
        if value > most and any(line.is_prose or line.hint or line.is_item for line in lines[start:stop]):
            best, most = (start, stop), value
    if best == (first, first) and _is_note(lines[first:last]):
        return first, last
    stop = _with_facts(lines, _with_table(lines, _with_list(lines, weights, *best, last), last), last)
    return _up_to_byline(lines, best[0], first), _with_entries(lines, best[0], stop, first, last)


def _up_to_byline(lines: Sequence[Line], start: int, first: int) -> int:
    """Return where the body begins if running text stands between its byline or date and the line `start`.

    Lists of short lines in an article's first part can outweigh it.
    """
    begin = start
    for n in range(start - 1, max(first, start - _OPENING) - 1, -1):
        line = lines[n]
        if line.mark:
            return begin
        if line.hint in ("nav", "link"):
            break
        if line.role in ("end", "break") and not any(above.mark for above in lines[max(first, n - _COUNTER) : n]):
            break
        if line.is_prose and not line.role and line.words >= _OPENING_WORDS:
            begin = n
    return start


def _is_note(lines: Sequence[Line]) -> bool:
    """Return whether the lines are a few headlines or notes without full stops, and no navigation."""
    return (
        len(lines) <= _NOTE_LINES
        and not any(line.role for line in lines)
        and 2 * sum(line.words >= _NOTE_WORDS for line in lines) > len(lines)
    )


def _is_headed(lines: Sequence[Line], start: int, first: int) -> bool:
    """Return whether a byline or a date stands above the run, or a dateline opens it."""
    return lines[start].dateline is not None or any(line.mark for line in lines[max(first, start - _NEAR) : start])


def _best_run(weights: Sequence[int], first: int, last: int) -> tuple[int, int, int]:
    """Return (from, to, sum) of the run in [first, last) with the greatest sum; empty if none is positive."""
    best = (first, first, 0)
    start, total = first, 0
    for n in range(first, last):
        weight = weights[n]
        if total > 0:
            total += weight if weight != _BYLINE or total < _BEGUN else _TEASER
        elif weight > 0:
            start, total = n, weight
        if weight > 0 and total >= best[2]:
            best = (start, n + 1, total)
    return best


def _with_list(lines: Sequence[Line], weights: Sequence[int], start: int, stop: int, last: int) -> int:
    """Return where the body ends if the list that its last line introduces is part of it."""
    if start == stop or not lines[stop - 1].text.endswith(":"):
        return stop
    while stop < last and weights[stop] in (_SHORT, _PLAIN, _ITEM) and lines[stop].words >= _ITEM_WORDS:
        if lines[stop].role:
            break
        stop += 1
    return stop


def _with_entries(lines: Sequence[Line], start: int, stop: int, first: int, last: int) -> int:
    """Return where the body ends if it is a running report: its entries bear its own day, and an hour."""
    marks = (line.mark for line in lines[max(first, start - _NEAR) : start])
    days = {mark.date for mark in marks if mark and mark.date}
    n, timed = stop, False
    while days and n < min(last, stop + _ENTRY) and lines[n].role != "end":
        line = lines[n]
        timed = timed or bool(line.mark and line.mark.date in days and _CLOCK.search(line.text))
        n += 1
        if timed and line.is_prose and not line.role:
            stop, timed = n, False
    return stop


def _with_facts(lines: Sequence[Line], stop: int, last: int) -> int:
    """Return where the body ends if a box of facts below it is part of it, with one line at most that heads it."""
    first = next((n for n in range(stop, min(stop + _TITLED, last)) if gives_fact(lines[n])), last)
    end = first
    while end < last and gives_fact(lines[end]):
        end += 1
    headed = all(not (line.role or line.mark or line.hint in ("nav", "link")) for line in lines[stop:first])
    return end if end - first >= _FACTS and headed else stop


def _with_table(lines: Sequence[Line], stop: int, last: int) -> int:
    """Return where the body ends if the tables below it are part of it, each with its title and units above it."""
    at = stop
    while at < last and at - stop <= _TITLED and not (lines[at].role or lines[at].hint in ("nav", "link")):
        below = lines[at + 1].text if at + 1 < last else ""
        if is_row(lines[at].text) or is_header(lines[at].text, below):
            stop = at + 1
        at += 1
    return stop
