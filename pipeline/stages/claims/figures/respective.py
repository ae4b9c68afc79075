"""Lists that go with figures: "A and B cost $5 and $7 respectively", "ahead of A (24%), B (17%) and C (9%)"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Protocol, TypeVar

from pipeline.records import Quantity
from pipeline.stages.claims.parsed import Parsed

_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
_LISTED = re.compile(
    r"(?:\s*[,/]\s*|\s*(?:,\s*)?\band\b\s*|\s*\+\s*)(?:(?:the|in|for|its|adjusted|underlying|total)\s+)*", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"\s*\(\s*[+±−–-]?\s*")
_WITH = re.compile(
    r"\s+(?:with|at|on)\s+(?:(?:about|around|some|nearly|just|over|under|an?|the)\s+){0,2}", re.IGNORECASE
)
_OWN = re.compile(r"\s+(on|for|from|at)\s+(?:(?:the|its|a|an)\s+)?", re.IGNORECASE)
_AT = re.compile(r"\s+(?:(?:now\s+)?(?:costs?|is|sells|starts)\s+)?(?:at|for|from)?\s*", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:^|[,;]|\b(?:and|while|but|with))\s+(?:the\s+)?$", re.IGNORECASE)
_CUE = 24
"""Characters before a name in which words go down a ranking."""
_NEXT_IN_RANK = re.compile(r"\b(?:followed\s+by|ahead\s+of|trailed\s+by|in\s+front\s+of)\s+(?:the\s+)?$", re.IGNORECASE)


class Spanned(Protocol):
    """What has a place in the source: an entity, a time, a quantity, a phrase that names a metric."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """The place behind the last character."""


Item = TypeVar("Item", bound=Spanned)


def is_respective(parsed: Parsed, quantity: Quantity) -> bool:
    """Tell whether the sentence says behind a figure that its lists run in parallel."""
    return _RESPECTIVELY.search(parsed.behind(quantity.end)) is not None


def counterpart(parsed: Parsed, quantity: Quantity, items: Sequence[Item]) -> Item | None:
    """Return which of `items` a figure belongs to where the sentence says "respectively".

    The figures are the list of one kind that `quantity` stands in; the items are the last list before it that
    is as long, or the first such behind it.  None where the sentence has no such pair of lists.
    """
    return in_parallel(parsed, quantity, items) if is_respective(parsed, quantity) else None


def in_parallel(parsed: Parsed, quantity: Quantity, items: Sequence[Item]) -> Item | None:
    """Return which of `items` stands in their list where a figure stands in its own, as `counterpart` does.

    It does not ask whether the sentence says "respectively".
    """
    figures = listed_figures(parsed, quantity)
    if len(figures) < 2:
        return None
    ahead = [item for item in items if item.end <= figures[0].start]
    behind = [item for item in items if item.start >= figures[-1].end]
    for listed in (*reversed(_runs(parsed, ahead)), *_runs(parsed, behind)):
        if len(listed) == len(figures):
            return listed[figures.index(quantity)]
        if 2 * len(listed) == len(figures) > 2:  # "A and B have 3GB+32GB and 4GB+64GB respectively"
            return listed[figures.index(quantity) // 2]
    return None


def behind_name(parsed: Parsed, quantity: Quantity, items: Sequence[Item]) -> Item | None:
    """Return which of `items`, in text order, a figure stands right behind in a list that gives each its figure.

    That is in brackets, where the next such figure before or behind has a name so, too ("A (24%) and B (17%)"), or
    joined by "with" behind words that go down a ranking ("followed by A with $4 million and B with $3 million").
    """
    alike = [q for q in parsed.quantities if q.kind == quantity.kind]
    at = alike.index(quantity)
    beside = [*alike[max(0, at - 1) : at], *alike[at + 1 : at + 2]]
    if item := _named_by(parsed, quantity, items, _IN_BRACKETS):
        return item if any(_named_by(parsed, other, items, _IN_BRACKETS) for other in beside) else None
    if item := _named_by(parsed, quantity, items, _AT):  # "A starts at $299 and B at $499"
        told = at > 0 and any(other.end <= alike[at - 1].start for other in items)
        if told and _GOES_ON.search(parsed.between(alike[at - 1].end, item.start)):
            return item
    first = found = _named_by(parsed, quantity, items, _WITH)
    while first is not None and not _NEXT_IN_RANK.search(parsed.ahead(first.start, _CUE)):
        before = alike[at - 1] if at else None
        if before is None or not _LISTED.fullmatch(parsed.between(before.end, first.start)):
            return None
        at, first = at - 1, _named_by(parsed, before, items, _WITH)
    return found if first is not None else None


def ahead_of_name(parsed: Parsed, quantity: Quantity, items: Sequence[Item]) -> Item | None:
    """Return which of `items`, in text order, a figure belongs to where each of two figures has its own behind it.

    "A discount of $15 on A and $20 on B", "from 9 W for A to 45 W for B": the same preposition behind both.
    """
    alike = [q for q in parsed.quantities if q.kind == quantity.kind]
    own = _owned_by(parsed, quantity, items)
    if own is None:
        return None
    at = alike.index(quantity)
    beside = (_owned_by(parsed, other, items) for other in (*alike[max(0, at - 1) : at], *alike[at + 1 : at + 2]))
    return own[1] if any(other and other[0] == own[0] and other[1] != own[1] for other in beside) else None


def _owned_by(parsed: Parsed, figure: Quantity, items: Sequence[Item]) -> tuple[str, Item] | None:
    """Return the preposition and the item right behind a figure, None where they do not stand there."""
    behind = bisect_left(items, figure.end, key=lambda item: item.start)
    item = items[behind] if behind < len(items) else None
    joint = _OWN.fullmatch(parsed.between(figure.end, item.start)) if item is not None else None
    return (joint[1].lower(), item) if item is not None and joint else None


def _named_by(parsed: Parsed, figure: Quantity, items: Sequence[Item], joint: re.Pattern[str]) -> Item | None:
    """Return the item right before a figure that only `joint` parts from it, None where there is none."""
    before = bisect_right(items, figure.start, key=lambda item: item.end)
    item = items[before - 1] if before else None
    return item if item is not None and joint.fullmatch(parsed.between(item.end, figure.start)) else None


def listed_figures(parsed: Parsed, quantity: Quantity) -> list[Quantity]:
    """Return the list of figures of one kind that a figure stands in, itself included, in text order."""
    alike = [q for q in parsed.quantities if q.kind == quantity.kind]
    return next(run for run in _runs(parsed, alike) if quantity in run)


def _runs(parsed: Parsed, items: Sequence[Item]) -> list[list[Item]]:
    """Return the runs of items in text order with only commas, "and" or "+" between them."""
    found: list[list[Item]] = []
    for item in items:
        if found and _LISTED.fullmatch(parsed.between(found[-1][-1].end, item.start)):
            found[-1].append(item)
        else:
            found.append([item])
    return found
