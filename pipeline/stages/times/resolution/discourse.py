"""The state of resolving an article: its context, and what the text last spoke of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.records import TimeKind
from pipeline.stages.times.nodes import (
    Anaphor,
    Clock,
    DayOfMonth,
    Edge,
    Ended,
    Holiday,
    Matching,
    Node,
    Piece,
    Recurring,
    Shift,
    Vague,
    Weekday,
    Window,
    Within,
)
from pipeline.stages.times.resolution.article import Article
from pipeline.stages.times.spans import Span, day_span
from pipeline.stages.times.tense import Tense

_MONTH = 31
Resolver = Callable[["Discourse", Any, Tense], Span | None]


@dataclass(slots=True)
class Discourse:
    """Resolves nodes in text order.

    `focus` and `day` are the last period and day spoken of, `near` the last period of the present sentence,
    `said` its last expression of any kind, `last` that of any sentence, `month` the last month; `section` what the
    last heading reports on; `lengths` the first "nine months ended …" by their length; `compares`: the sentence
    sets two periods against each other; `ahead`: what is resolved is of something to come for sure; `beside`: it
    lies on the side of a day that its tense says.
    """

    article: Article
    resolvers: Mapping[type, Resolver]
    focus: Span | None = None
    day: dt.date | None = None
    near: Span | None = None
    said: Span | None = None
    month: Span | None = None
    section: Span | None = None
    last: Span | None = None
    lengths: dict[tuple[str, int], Span] = field(default_factory=dict)
    compares: bool = False
    ahead: bool = False
    beside: bool = False

    def enter(self, found: Node, span: Span) -> None:
        """Take the quarter, half or "… ended" that a heading names as what the text below it reports on."""
        whole = isinstance(found, Ended) or (isinstance(found, Piece) and found.unit in ("quarter", "half"))
        published = self.article.published
        if whole and span.first and span.last and not (published and span.last > published):
            self.section = span

    def sentence(self, compares: bool) -> None:
        """Begin a new sentence."""
        self.near, self.said, self.compares = None, None, compares

    def span(self, node: Node, tense: Tense) -> Span | None:
        """Resolve a node inside another one; None where it cannot be dated."""
        return self.resolvers[type(node)](self, node, tense)

    def resolve(self, node: Node, tense: Tense) -> Span:
        """Resolve an expression; what cannot be dated has a kind only."""
        try:
            return self.span(node, tense) or Span(kind=kind_of(node))
        except (ValueError, OverflowError):  # no such day, or beyond the calendar
            return Span(kind=kind_of(node))

    def note(self, node: Node, span: Span) -> None:
        """Remember a resolved expression for the anaphora that follow."""
        if span.first or span.last:
            self.last = span
        if span.first is None or span.last is None or isinstance(node, (Window, Recurring, Vague)):
            return
        self.said = span
        if isinstance(node, Ended) and node.n:
            self.lengths.setdefault((node.unit, node.n), span)
        elif isinstance(node, (Piece, Within)) and node.count > 1:
            self.lengths.setdefault((node.unit, node.count), span)
        if span.first == span.last:
            self.day = span.first
        elif isinstance(node, Anaphor) and node.unit == "month":
            self.near = span
        elif not isinstance(node, (Matching, Anaphor)) and not _looks_back(node):
            self.focus = self.near = span
            if isinstance(node, (Piece, Shift)) and node.unit == "month" and (span.last - span.first).days < _MONTH:
                self.month = span

    def said_day(self) -> Span | None:
        """Return the last expression of the present sentence where it is a day."""
        return self.said if self.said and self.said.first == self.said.last else None

    def discussed_day(self) -> Span | None:
        """Return the day last spoken of, else the day of publication."""
        day = self.day or self.article.published
        return day_span(day) if day else None


def _looks_back(node: Node) -> bool:
    """Say whether an expression only names what is compared with: "unchanged from the prior quarter"."""
    return isinstance(node, Shift) and node.anchor == "focus" and node.n < 0


def kind_of(node: Node) -> TimeKind:
    """Return the kind of an expression by its form alone."""
    if isinstance(node, Recurring):
        return "set"
    match node:
        case Weekday() | DayOfMonth() | Holiday() | Clock():
            is_day = True
        case Piece(day=day):
            is_day = day is not None
        case Shift(unit=unit, exact=exact):
            is_day = exact or unit == "day"
        case Anaphor(unit=unit):
            is_day = unit == "day"
        case Edge(part=part):
            is_day = part in ("start", "end")
        case _:
            is_day = False
    return "date" if is_day else "period"
