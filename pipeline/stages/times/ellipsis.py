"""Quarters and halves named by their number alone: "3.9% in the first half and 2.3% in the second"."""

from __future__ import annotations

from pipeline.stages.times.grammar import numbers
from pipeline.stages.times.joining import Found
from pipeline.stages.times.nodes import Anaphor, Node, Piece
from pipeline.stages.times.parser import Parser
from pipeline.stages.times.vocabulary import ORDINAL_WORDS

_MOST = {"quarter": 4, "half": 2}
_BEFORE = frozenset({"in", "of", "for", "from", "to", "than", "during", "over", "with", "and"})
_BEHIND = frozenset({"", ".", ",", ";", ":", ")", "—", "–", "”", '"'})
_BEHIND |= {"and", "as", "but", "to", "from", "with", "after", "because", "when", "while", "was", "were"}


def with_ordinals(p: Parser, found: list[Found]) -> list[Found]:
    """Return the expressions of a sentence with "the second" added where a quarter or half stands before it."""
    pieces = [item for item in found if _unit(item.node)]
    if not pieces or ORDINAL_WORDS.isdisjoint(p.words):
        return found
    taken = {i for item in found for i in range(item.start, item.end)}
    added = [
        item
        for i in range(pieces[0].end, p.size)
        if i not in taken and (item := _ordinal(p, i, [f for f in pieces if f.end <= i][-1].node))
    ]
    return sorted([*found, *added], key=lambda item: item.start) if added else found


def _unit(node: Node) -> str:
    if isinstance(node, (Piece, Anaphor)) and node.unit in _MOST:
        return node.unit if not isinstance(node, Piece) or node.count == 1 else ""
    return ""


def _ordinal(p: Parser, i: int, like: Node) -> Found | None:
    if p.words[i - 1] != "the" or p.words[i - 2] not in _BEFORE or p.words[i + 1] not in _BEHIND:
        return None
    rank, unit = numbers.ordinal_at(p, i), _unit(like)
    if rank is None or rank[1] != i + 1 or not 1 <= rank[0] <= _MOST[unit]:
        return None
    year, fiscal = (like.year, like.fiscal) if isinstance(like, Piece) else (None, False)
    return Found(i, i + 1, Piece(unit, rank[0], year, fiscal=fiscal))
