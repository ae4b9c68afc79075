"""From nodes to days: which function resolves which node."""

from __future__ import annotations

from pipeline.stages.times.nodes import (
    Again,
    Anaphor,
    Bound,
    Clock,
    DayOfMonth,
    Edge,
    Ended,
    FiscalYear,
    Fixed,
    Holiday,
    Matching,
    Piece,
    Range,
    Recurring,
    Shift,
    Vague,
    Weekday,
    Window,
    Within,
)
from pipeline.stages.times.resolution import anaphora, dates, extents, relations, windows
from pipeline.stages.times.resolution.article import Article
from pipeline.stages.times.resolution.discourse import Discourse, Resolver
from pipeline.stages.times.spans import Span
from pipeline.stages.times.tense import Tense


def discourse(article: Article) -> Discourse:
    """Return a fresh state for resolving an article's expressions in text order."""
    return Discourse(article, _RESOLVERS)


def _fixed(d: Discourse, node: Fixed, tense: Tense) -> Span | None:
    if node.fiscal and d.article.fiscal and not d.article.fiscal.is_calendar and node.span.first:
        return d.article.fiscal.year(node.span.first.year)
    apart = d.near is not None and d.near != d.article.reporting
    if not node.compared or apart or node.span.first is None:
        return node.span
    return d.article.results_label(node.span.first.year) or node.span


def _fiscal_year(d: Discourse, node: FiscalYear, tense: Tense) -> Span | None:
    return d.article.fiscal_year(node.number) if node.number else d.article.current_year(True)


def _recurring(d: Discourse, node: Recurring, tense: Tense) -> Span | None:
    return Span(value=node.value, kind="set")


def _vague(d: Discourse, node: Vague, tense: Tense) -> Span | None:
    return Span(value=node.value) if d.article.published else None


_RESOLVERS: dict[type, Resolver] = {
    Fixed: _fixed,
    FiscalYear: _fiscal_year,
    Recurring: _recurring,
    Vague: _vague,
    Piece: dates.piece,
    Weekday: dates.weekday,
    DayOfMonth: dates.day_of_month,
    Holiday: dates.holiday,
    Clock: dates.clock,
    Ended: extents.ended,
    Range: extents.range_,
    Bound: extents.bound,
    Edge: extents.edge,
    Within: extents.part,
    Window: windows.window,
    Shift: relations.shift,
    Matching: relations.matching,
    Anaphor: anaphora.anaphor,
    Again: anaphora.again,
}
