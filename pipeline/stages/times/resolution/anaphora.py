"""Resolves what only refers to a time: "the quarter", "that day", "the nine months", "the Period"."""

from __future__ import annotations

import datetime as dt

from pipeline.stages.times.nodes import Again, Anaphor, Shift
from pipeline.stages.times.resolution.discourse import Discourse
from pipeline.stages.times.resolution.fiscal import period_back
from pipeline.stages.times.resolution.relations import shift
from pipeline.stages.times.spans import Span, unit_span, year_span
from pipeline.stages.times.tense import Tense

_LATEST_MONTH = 45
"""Days after its end for which a month is just over."""


def again(d: Discourse, node: Again, tense: Tense) -> Span | None:
    """Resolve "the nine months" to those that the article has dated, else to as long a period under report."""
    reporting = d.article.reporting
    if known := d.lengths.get((node.unit, node.n)):
        return known
    if reporting is None or reporting.last is None or node.unit != "month":
        return None
    return reporting if reporting.first == period_back(reporting.last, "month", node.n) else None


def anaphor(d: Discourse, node: Anaphor, tense: Tense) -> Span | None:
    """Resolve "the Period", "the quarter", "the year", "that day", "the same month"."""
    article, unit = d.article, node.unit
    if not node.back and unit in article.terms:
        return article.terms[unit]
    if unit == "day":
        return d.discussed_day() if d.day or not node.back else None
    if unit == "time":
        return d.last
    if unit == "period":
        antecedent = d.focus if node.back else None
        return article.terms.get("period") or antecedent or article.reporting or article.reported("quarter")
    if node.back:
        span = d.near or d.focus
        day = span.last if span else d.day
        return article.containing(unit, day) if day else None
    return _present(d, unit, tense)


def _present(d: Discourse, unit: str, tense: Tense) -> Span | None:
    """Resolve "the quarter", "the year", "the weekend", "the month" without an antecedent of their own."""
    article = d.article
    if unit in ("quarter", "half"):
        ahead = tense == "future" and article.reporting is None and article.published
        return article.containing(unit, ahead) if ahead else article.reported(unit)
    if unit == "year":
        return _year_spoken_of(d, tense) or article.current_year(article.fiscal is not None)
    if unit == "weekend":
        return shift(d, Shift("weekend", 0), tense)
    if unit == "month" and d.near and d.near.last:
        return unit_span("month", d.near.last)
    if unit == "month" and tense != "future" and article.month:
        return article.month
    if unit == "month" and tense != "future" and d.month and is_just_over(d.month, article.published):
        return d.month  # monthly figures, told in the weeks after
    return unit_span(unit, article.published) if article.published else None


def _year_spoken_of(d: Discourse, tense: Tense) -> Span | None:
    """Return the year just over that an article without figures of its own period has last spoken of."""
    focus, published = d.focus, d.article.published
    if tense == "future" or d.article.reporting or not (focus and focus.last and published):
        return None
    return focus if focus == year_span(published.year - 1) else None


def is_just_over(month: Span, published: dt.date | None) -> bool:
    """Say whether a month ended in the weeks before publication."""
    return bool(month.last and published and 0 <= (published - month.last).days < _LATEST_MONTH)
