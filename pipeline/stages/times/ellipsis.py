"""Times that leave their noun to one before: "3.9% in the first half and 2.3% in the second", "or the next"."""

from __future__ import annotations

from dataclasses import replace

from pipeline.stages.times.grammar import numbers
from pipeline.stages.times.joining import Found
from pipeline.stages.times.nodes import Anaphor, Node, Piece, Shift, Window
from pipeline.stages.times.parser import Parser
from pipeline.stages.times.vocabulary import ORDINAL_WORDS

_MOST = {"quarter": 4, "half": 2}
_LETTERS = {"week": "W", "month": "M", "quarter": "Q", "year": "Y"}
_BEFORE = frozenset({"in", "of", "for", "from", "to", "than", "during", "over", "with", "and", "above", "below"})
_BEFORE_NEXT = frozenset({"or", "in", "and", "into", "over", "for", "during"})
_BEHIND = frozenset({"", ".", ",", ";", ":", ")", "—", "–", "”", '"'})
_BEHIND |= {"and", "as", "but", "to", "from", "with", "after", "because", "when", "while", "was", "were", "yet"}


def with_ordinals(p: Parser, found: list[Found]) -> list[Found]:
    """Return the expressions of a sentence with "the second" and "the next" added where their noun stands before."""
    pieces = [item for item in found if _unit(item.node)]
    added = _nexts(p, found) if "next" in p.words else []
    if pieces and not ORDINAL_WORDS.isdisjoint(p.words):
        taken = {i for item in found for i in range(item.start, item.end)}
        added += [
            item
            for i in range(pieces[0].end, p.size)
            if i not in taken and (item := _ordinal(p, i, [f for f in pieces if f.end <= i][-1].node))
        ]
    return sorted([*found, *added], key=lambda item: item.start) if added else found


def _nexts(p: Parser, found: list[Found]) -> list[Found]:
    """Return "the next" and "the next three" behind "this year"."""
    added: list[Found] = []
    present = [item for item in found if isinstance(item.node, Shift) and item.node.n == 0]
    for item in present[:1]:
        assert isinstance(item.node, Shift)
        unit = item.node.unit
        for i in range(item.end + 2, p.size):
            if p.words[i] != "next" or p.words[i - 1] != "the" or p.words[i - 2] not in _BEFORE_NEXT:
                continue
            count = numbers.integer(p, i + 1)
            if p.words[count[1] if count else i + 1] not in _BEHIND or unit not in _LETTERS:
                continue
            after = Window(unit, count[0], 1, _LETTERS[unit]) if count else replace(item.node, n=1)
            added.append(Found(i, count[1] if count else i + 1, after))
    return added


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
