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
_WITH = re.compile(
    r"\s+(?:with|at|on)\s+(?:(?:about|around|some|nearly|just|over|under|an?|the)\s+){0,2}", re.IGNORECASE
)
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
    """Return which of `items` a figure stands right behind in a list that gives each its figure.

    That is in brackets, where at least two have one so ("ahead of A (24%) and B (17%)"), or joined by "with" behind
    words that go down a ranking ("followed by A with $430 million and B with $320 million").
    """
    alike = [q for q in parsed.quantities if q.kind == quantity.kind]
    enclosed = _pairs(parsed, alike, items, _IN_BRACKETS)
    if len(enclosed) > 1 and quantity.quantity_id in enclosed:
        return enclosed[quantity.quantity_id]
    joined, ranked, last = _pairs(parsed, alike, items, _WITH), dict[str, Item](), None
    for figure in alike:
        item = joined.get(figure.quantity_id)
        chained = item is not None and last is not None and _LISTED.fullmatch(parsed.between(last.end, item.start))
        last = None
        if item is not None and (chained or _NEXT_IN_RANK.search(parsed.ahead(item.start))):
            ranked[figure.quantity_id], last = item, figure
    return ranked.get(quantity.quantity_id)


def _pairs(
    parsed: Parsed, figures: Sequence[Quantity], items: Sequence[Item], joint: re.Pattern[str]
) -> dict[str, Item]:
    """Return the item before each figure that `joint` joins with one, by the figure's id."""
    return {
        figure.quantity_id: item
        for figure in figures
        for item in items
        if item.end <= figure.start and joint.fullmatch(parsed.between(item.end, figure.start))
    }


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
