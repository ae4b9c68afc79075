"""Finds an article's title among the lines above its body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.stages.read.bylines import is_salutation
from pipeline.stages.read.line import Line
from pipeline.stages.read.shape import stems

_NEAR = 15
"""How many lines above the body the title can stand."""
_FIRST = 5
"""A page's first lines, where the title may stand alone for the first time."""
_BREADCRUMB = 6
"""How many lines round a title may run it together with a breadcrumb."""
_TAKEN_UP = 0.3
"""The share of a title's words that its body takes up."""
_SAID, _OPENING = 4, 300
"""How many paragraphs of the body, and characters of each, are asked for the title's words."""


def find_title(lines: Sequence[Line], body: int, named: str | None) -> int | None:
    """Return the index of the title in lines[:body], None where there is none.

    `named` is the title that mark-up gives.  Without it, of the headline-like lines above the body the one
    with most in its favour: the page's own title holds it, the page repeats it, a byline follows it, the body
    takes up its words.  Where the page repeats it, the title is the first time that it stands alone.
    """
    hinted = [n for n in range(body) if lines[n].hint == "title"]
    equal = [n for n in range(body) if named and lines[n].text.casefold() == named.casefold()]
    if equal or hinted:
        return (equal or hinted[-1:])[0]
    said = stems(" ".join(line.text[:_OPENING] for line in lines[body : body + _SAID]))
    counts = Counter(line.text.casefold() for line in lines[:body])
    window = range(max(0, body - _NEAR), body)
    scores = {n: _score(lines, n, said, counts) for n in window if _may_be_title(lines[n])}
    if not scores:
        return None
    best = max(scores, key=lambda n: (scores[n], -n))
    while best - 1 in scores and _share(lines[best - 1], said) >= _TAKEN_UP:
        best -= 1  # a sub-headline can say more than the title above it
    key = lines[best].text.casefold()
    places = (n for n in range(best + 1) if n < _FIRST or n in window)
    return next(n for n in places if lines[n].text.casefold() == key)


def _may_be_title(line: Line) -> bool:
    if not line.is_title_like or line.hint == "nav" or line.role or line.mark or line.is_item:
        return False
    return not (line.is_caption or is_salutation(line.text))


def _share(line: Line, said: set[str]) -> float:
    """Return the share of the line's words that the body takes up."""
    words = stems(line.text)
    return len(words & said) / max(1, len(words))


def _score(lines: Sequence[Line], n: int, said: set[str], counts: Counter[str]) -> float:
    """Return the evidence that line `n` is the title."""
    line = lines[n]
    key = line.text.casefold()
    round_it = [0, *range(max(0, n - _BREADCRUMB), min(len(lines), n + _BREADCRUMB))]
    run_together = any(key in (other := lines[m].text.casefold()) and key != other for m in round_it)
    followed = any(below.mark for below in lines[n + 1 : n + 3])
    leads = n == 0 or lines[n - 1].role == "release"
    return (
        2 * min(1.0, line.words / 5)
        + 2 * min(0.5, _share(line, said))
        + 2 * (counts[key] > 1)
        + 2 * run_together
        + followed
        + leads
        + 0.5 * line.gap
    )
