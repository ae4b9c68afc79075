"""Lists that run in parallel: "A and B cost $5 and $7 respectively"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from pipeline.records import Entity, Quantity, Time
from pipeline.stages.claims.parsed import Parsed

_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
_LISTED = re.compile(r"(?:\s*[,/]\s*|\s*(?:,\s*)?\band\b\s*|\s*\+\s*)(?:the\s+|in\s+|for\s+)*", re.IGNORECASE)

Item = TypeVar("Item", Entity, Time, Quantity)


def counterpart(parsed: Parsed, quantity: Quantity, items: Sequence[Item]) -> Item | None:
    """Return which of `items` a figure belongs to where the sentence says "respectively".

    The figures are the list of one kind that `quantity` stands in; the items are the last list before it that
    is as long, or the first behind it.  None where the sentence has no such pair of lists.
    """
    if _RESPECTIVELY.search(parsed.behind(quantity.end)) is None:
        return None
    figures = list_around(parsed, [q for q in parsed.quantities if q.kind == quantity.kind], quantity)
    if len(figures) < 2:
        return None
    ahead = [item for item in items if item.end <= figures[0].start]
    behind = [item for item in items if item.start >= figures[-1].end]
    for side, nearest in ((ahead, -1), (behind, 0)):
        listed = list_around(parsed, side, side[nearest]) if side else []
        if len(listed) == len(figures):
            return listed[figures.index(quantity)]
        if 2 * len(listed) == len(figures) > 2:  # "A and B have 3GB+32GB and 4GB+64GB respectively"
            return listed[figures.index(quantity) // 2]
    return None


def list_around(parsed: Parsed, items: Sequence[Item], member: Item) -> list[Item]:
    """Return the run of items around `member` with only commas, "and" or "+" between them."""
    at = items.index(member)
    first = last = at
    while first > 0 and _LISTED.fullmatch(parsed.between(items[first - 1].end, items[first].start)):
        first -= 1
    while last + 1 < len(items) and _LISTED.fullmatch(parsed.between(items[last].end, items[last + 1].start)):
        last += 1
    return list(items[first : last + 1])
