"""Words in front of an expression that belong to its meaning: since, by, until, from, over, as of."""

from __future__ import annotations

from pipeline.stages.times.joining import Found, is_day
from pipeline.stages.times.nodes import (
    Bound,
    Clock,
    Edge,
    Fixed,
    Matching,
    Node,
    Range,
    Recurring,
    Vague,
    Window,
)
from pipeline.stages.times.parser import Parser
from pipeline.stages.times.tense import Tense
from pipeline.stages.times.vocabulary import cues

_ARTICLES = frozenset({"the", "a", "an", "this", "that"})
_UNTIL = frozenset({"until", "till", "through"})
_OPENERS = ("starting", "beginning", "commencing", "effective")
_ONWARD = frozenset({"onward", "onwards", "forward", "forwards"})


def bounded(p: Parser, found: Found, tense: Tense) -> Found:
    """Return the expression with its article and preposition in the span and in the node."""
    node, start, end = found.node, found.start, found.end
    if p.words[start - 1] in _ARTICLES and not isinstance(node, Recurring) and not _attributive(node):
        start -= 1
    if isinstance(node, Bound) and node.word == "ahead":
        return Found(start - 1, end, node.node)
    word = p.words[start - 1]
    if isinstance(node, (Range, Recurring)):
        return Found(start, end, node)
    if word in ("over", "within", "in", "during") and isinstance(node, (Window, Vague)):
        return Found(start - 1, end, node)
    if word in ("of", "at") and p.words[start - 2] == "as":
        return Found(start - 2, end, node)
    return _opened(p, start, end, node, tense)


def _attributive(node: Node) -> bool:
    """Say whether an article before the node belongs to the noun behind it: "the 2019 list"."""
    return isinstance(node, Fixed) and len(node.span.value or "") == 4


def _opened(p: Parser, start: int, end: int, node: Node, tense: Tense) -> Found:
    word, before = p.words[start - 1], p.words[start - 2]
    onward = _onward(p, end)
    if before in _OPENERS and word in ("in", "on", "from", "with"):
        return Found(start - 2, onward, Bound("since", node))
    opens = word == "from" and (onward > end or start == 1 or _opens(p, start, tense))
    if word == "since" or word in _OPENERS or opens:
        return Found(start - 1, onward, Bound("since", node))
    if onward > end and not isinstance(node, Matching):
        return Found(start, onward, Bound("since", node))
    if (word == "by" or word in _UNTIL) and not isinstance(node, (Window, Vague, Clock)):
        closed = by(node, tense) if word == "by" else _until(p, start, node)
        return Found(start - 1, end, closed)
    return Found(start, end, node)


def _onward(p: Parser, end: int) -> int:
    """Return the token after "onwards", "on" or "and beyond"."""
    if p.words[end] in _ONWARD or (p.words[end] == "on" and p.words[end + 1] in ("", ".", ",")):
        return end + 1
    return end + 2 if p.words[end] == "and" and p.words[end + 1] in ("beyond", "after", *_ONWARD) else end


def by(node: Node, tense: Tense) -> Node:
    """Return what "by X" means: a deadline; after a past verb ("by the end of 2020 it held …") X itself."""
    if tense == "past" and (isinstance(node, Edge) or not is_day(node)):
        return node
    return Bound("by", node)


def _opens(p: Parser, start: int, tense: Tense) -> bool:
    """Tell "available from May" from "up 5% from 2018" and "figures from 2018"."""
    left = p.words[max(0, start - 9) : start - 1]
    if any(w in cues("compare") for w in left):
        return False
    return tense == "future" or any(w in cues("begin") for w in left[-4:])


def _until(p: Parser, start: int, node: Node) -> Node:
    """Return what "until X" means: its end, but after "delayed" and "not" that something happens in X."""
    delayed = not cues("delay").isdisjoint(p.words[max(0, start - 8) : start - 1])
    return node if delayed else Bound("until", node)
