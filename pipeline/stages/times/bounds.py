"""Words in front of an expression that belong to its meaning: since, by, until, from, over, as of."""

from __future__ import annotations

from pipeline.stages.times.grammar.ago import APPROXIMATE
from pipeline.stages.times.joining import Found
from pipeline.stages.times.nodes import (
    Anaphor,
    Bound,
    Clock,
    Edge,
    Fixed,
    Holiday,
    Matching,
    Node,
    Piece,
    Range,
    Recurring,
    Shift,
    Vague,
    Window,
    is_day,
)
from pipeline.stages.times.parser import Parser
from pipeline.stages.times.tense import Tense, is_past
from pipeline.stages.times.vocabulary import TIME_UNITS, cues

_ARTICLES = frozenset({"the", "this", "that"})
_UNTIL = frozenset({"until", "till", "through"})
OPENERS = ("starting", "beginning", "commencing", "effective")
_ASIDE = frozenset({"(", ",", "–", "—", "-", ":"})
_EVENT = 9
"""How many tokens before a time "since" and what happened then may begin."""
_OWNED = frozenset({"its", "their", "his", "her", "our", "my", "the"})
_NOUN = 5
"""Tokens at most from "since" to a time behind one noun: "since its record high in"."""
_STATE = 12
"""Tokens at most from "available" to the day that it starts on."""
_ONWARD = frozenset({"onward", "onwards", "forward", "forwards"})


def bounded(p: Parser, found: Found, tense: Tense) -> Found:
    """Return the expression with its article and preposition in the span and in the node."""
    node, start, end = found.node, found.start, found.end
    if (
        p.words[start - 1] in _ARTICLES
        and p.words[start] not in ("from", "between")
        and not isinstance(node, Recurring)
        and not _attributive(node)
    ):
        start -= 1
    if isinstance(node, Bound) and node.word == "ahead":
        return Found(start - 1 - (p.words[start - 1] in APPROXIMATE), end, node.node)
    word = p.words[start - 1]
    if isinstance(node, (Range, Recurring)):
        return Found(start, end, node)
    if word in ("over", "within") and _lies_ahead(node):
        return Found(start - 1, end, node)
    if word == "before" and p.words[start - 2] == "or" and p.words[start - 3] == "on":
        return Found(start - 3, end, Bound("by", node))
    if word == "than" and p.words[start - 2] == "later" and p.words[start - 3] == "no":
        return Found(start - 3, end, Bound("by", node))
    length = 1 if word == "before" else 2 if word == "to" and p.words[start - 2] == "prior" else 0
    if length and _has_a_before(p, start - length, end, node):
        return Found(start - length, end, Bound("before", node))
    return _opened(p, start, end, node, tense)


def _lies_ahead(node: Node) -> bool:
    """Say whether a window runs on from the article's day: "over the next two years", "the coming weeks"."""
    return (isinstance(node, Window) and node.direction > 0) or (isinstance(node, Vague) and node.value == "FUTURE_REF")


def _has_a_before(p: Parser, start: int, end: int, node: Node) -> bool:
    """Tell "before 2030" from "(the) day before Christmas" and "before Monday's meeting"."""
    if isinstance(node, (Window, Vague, Clock, Matching, Anaphor)) or p.at(end, "'", "s"):
        return False
    return p.words[start - 1] not in TIME_UNITS


def _attributive(node: Node) -> bool:
    """Say whether an article before the node is the noun's behind it: "the 2019 list", "the August report"."""
    if isinstance(node, Piece):
        return node.unit == "month" and node.day is None and node.count == 1
    if isinstance(node, Holiday):
        return True
    return isinstance(node, Fixed) and len(node.span.value or "") == 4


def _opened(p: Parser, start: int, end: int, node: Node, tense: Tense) -> Found:
    word, before = p.words[start - 1], p.words[start - 2]
    if (since := _since_event(p, start)) is not None:
        return Found(since, end, Bound("since", node))
    if word == "after" and before == "or" and p.words[start - 3] == "on":
        return Found(start - 3, end, Bound("since", node))
    onward = _onward(p, end)
    if before in OPENERS and word in ("in", "on", "from", "with") and _lasts(p, start - 2, node):
        return Found(start - 2, onward, Bound("since", node))
    opens = word == "from" and (onward > end or start == 1 or _opens(p, start, end, tense))
    if word == "since" or (word in OPENERS and _lasts(p, start - 1, node)) or opens:
        return Found(start - 1, onward, Bound("since", node))
    if onward > end and not isinstance(node, Matching):
        return Found(start, onward, Bound("since", node))
    if (word == "by" or word in _UNTIL) and not isinstance(node, (Window, Vague, Clock)):
        closed = _by(p, start, end, node, tense) if word == "by" else _until(p, start, node, tense)
        return Found(start - isinstance(closed, Bound), end, closed)
    return Found(start, end, node)


def _since_event(p: Parser, start: int) -> int | None:
    """Return the token of "since" in "since the firm was founded in 2017", "since its peak in August"."""
    if p.words[start - 1] not in ("in", "on"):
        return None
    for i in range(start - 2, max(-1, start - _EVENT), -1):
        if p.words[i] == "since":
            owned = p.words[i + 1] in _OWNED and start - i <= _NOUN
            return i if owned or any(is_past(w) for w in p.words[i + 1 : start]) else None
        if not p.words[i].isalpha():
            return None
    return None


def _lasts(p: Parser, i: int, node: Node) -> bool:
    """Tell "available starting 5 May", "Starting today all shops …" from a change "effective 5 May".

    `i` is the token of "starting" or the like.
    """
    return i == 0 or not is_day(node) or not cues("begin").isdisjoint(p.words[max(0, i - _STATE) : i])


def _onward(p: Parser, end: int) -> int:
    """Return the token after "onwards", "on" or "and beyond"."""
    if p.words[end] in _ONWARD or (p.words[end] == "on" and p.words[end + 1] in ("", ".", ",")):
        return end + 1
    return end + 2 if p.words[end] == "and" and p.words[end + 1] in ("beyond", "after", *_ONWARD) else end


def _by(p: Parser, start: int, end: int, node: Node, tense: Tense) -> Node:
    """Return what "by X" means: a deadline; for what stood so in the past ("by 30 June it had …") that day."""
    if tense != "past" or not is_day(node):
        return Bound("by", node)
    near = (*p.words[max(0, start - 9) : start], *p.words[end : end + 7])
    named = isinstance(node, Edge) and not isinstance(node.whole, (Shift, Anaphor))
    over = named or (isinstance(node, Edge) and "had" in p.seen)
    return node if over or not cues("stock").isdisjoint(near) else Bound("by", node)


def _opens(p: Parser, start: int, end: int, tense: Tense) -> bool:
    """Tell "available from May" from "up 5% from 2018" and "figures from 2018"."""
    left = p.words[max(0, start - 9) : start - 1]
    if any(w in cues("compare") for w in left) or p.words[end] in cues("level"):
        return False
    if p.words[start - 2] in _ASIDE:
        return True
    return tense == "future" or any(w in cues("begin") for w in left[-4:])


def _until(p: Parser, start: int, node: Node, tense: Tense) -> Node:
    """Return what "until X" means: its end, but of what is "delayed until X" that it happens in X.

    "Sales fell through the first half" tells of all of it, where it is over: its resolution decides.
    """
    if p.words[start - 1] == "through" and tense == "past" and not is_day(node):
        return Bound("through", node)
    delayed = not cues("delay").isdisjoint(p.words[max(0, start - 8) : start - 1])
    return node if delayed else Bound("until", node)
