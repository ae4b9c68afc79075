"""Lists that go with figures: "A and B cost $5 and $7 respectively", "ahead of A (24%), B (17%) and C (9%)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

from pipeline.records import Quantity
from pipeline.stages.claims.parsed import Parsed

_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
_LISTED = re.compile(
    r"(?:\s*[,/]\s*|\s*(?:,\s*)?\band\b\s*|\s*\+\s*)(?:(?:the|in|for|its|adjusted|underlying|total)\s+)*", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"\s*\(\s*[+±−–-]?\s*")


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


def bracketed(parsed: Parsed, quantity: Quantity, items: Sequence[Item]) -> Item | None:
    """Return which of `items` a figure stands right behind in brackets, where at least two of them have one so."""
    pairs = {
        q.quantity_id: item
        for q in parsed.quantities
        if q.kind == quantity.kind
        for item in items
        if item.end <= q.start and _IN_BRACKETS.fullmatch(parsed.between(item.end, q.start))
    }
    return pairs.get(quantity.quantity_id) if len(pairs) > 1 else None


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
