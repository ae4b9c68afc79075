"""Reads an article's own calendar off its expressions before they are resolved."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Set
from dataclasses import replace

from pipeline.stages.times.calendars import LATEST_RESULTS, Sentences, fiscal_calendar, names_fiscal_quarter
from pipeline.stages.times.joining import Found
from pipeline.stages.times.nodes import Ended, Fixed, Node, Piece, Range, Shift, is_day
from pipeline.stages.times.resolution import discourse
from pipeline.stages.times.resolution.anaphora import is_just_over
from pipeline.stages.times.resolution.article import Article
from pipeline.stages.times.scan import Scanned
from pipeline.stages.times.spans import ONE_DAY, Span, piece_span, shift_months

_QUOTED = r"[“\"‘'](?:the\s+)?([^“”\"‘’']{1,30})[”\"’']"
_TERMS = re.compile(rf",?\s*\(\s*(?:the\s+)?{_QUOTED}(?:,?\s*(?:or|and|,)?\s*(?:the\s+)?{_QUOTED})?", re.IGNORECASE)
_COMPARED = re.compile(r"\b(?:over|than|from|versus|against|compared\s(?:with|to))\s(?:[^,;.]|[.,]\d){1,90}$")
_COMPARED_WITHIN = 100
_FIRST = 4
"""Sentences with a time among which the dateline stands, and that which monthly figures are of."""
_ONE_YEAR = dt.timedelta(366)
_PLACE = 8
"""Tokens at most before a dateline's day."""
_LATEST_REPORT, _LATEST_NAMED = 400, 100
"""Days after which a period "ended …", and a quarter whose year is not said, are history and not what is reported."""


def read_context(published: dt.date | None, sentences: Sentences) -> Article:
    """Return the article's publication day, fiscal calendar, defined terms and reporting period."""
    article = Article(published)
    article.fiscal = fiscal_calendar(published, sentences)
    article.unknown_quarters = article.fiscal is None and names_fiscal_quarter(sentences)
    article.terms = dict(_terms(article, sentences))
    article.reporting = article.terms.get("period") or _reporting(article, sentences)
    article.month = _month(article, sentences)
    article.told = _told(article, sentences)
    article.dateline = _dateline(article, sentences)
    return article


def _told(article: Article, sentences: Sentences) -> dt.date | None:
    """Return the first of an undated article's days and months that have a year, where none is far from it."""
    if article.published is not None:
        return None
    nodes = [found.node for _, scanned in sentences for found in scanned.found]
    dated = [n for n in nodes if isinstance(n, Piece) and n.unit == "month" and isinstance(n.year, Fixed)]
    spans = [discourse(article).resolve(node, "") for node in dated]
    days = [span.first for span in spans if span.first]
    return days[0] if days and max(days) - min(days) <= _ONE_YEAR else None


def _dateline(article: Article, sentences: Sentences) -> dt.date | None:
    """Return the day of "SYDNEY, April 4 (Reuters) –" on a page that is dated April 3, half the world away."""
    if article.published is None:
        return None
    state = discourse(article)
    morrow = article.published + ONE_DAY
    for _, scanned in sentences[:_FIRST]:
        first = scanned.found[0]
        around = (scanned.parser.words[first.start - 1], scanned.parser.words[first.end])
        if first.start < _PLACE and is_day(first.node) and around == (",", "("):
            return morrow if state.resolve(first.node, "").first == morrow else None
    return None


def _month(article: Article, sentences: Sentences) -> Span | None:
    """Return the month that monthly figures are of: just over, and named before any quarter in the first sentences."""
    first = [found for _, scanned in sentences[:_FIRST] for found in scanned.found]
    if any(isinstance(found.node, Ended) for found in first):
        return None
    state = discourse(article)
    for found in first:
        node = found.node
        if isinstance(node, Piece) and node.unit in ("quarter", "half"):
            return None
        if isinstance(node, Piece) and node.unit == "month" and node.day is None and node.count == 1:
            month = state.resolve(node, found.tense)
            if is_just_over(month, article.published):
                return month
    return None


def _terms(article: Article, sentences: Sentences) -> Iterator[tuple[str, Span]]:
    """Yield the terms defined behind an expression: (“3Q2019” or “the Period”)."""
    resolver = discourse(article)
    for _, scanned in sentences:
        p = scanned.parser
        before: Found | None = None
        for found in scanned.found:
            opened = p.words[found.end] in ("(", ",")
            m = _TERMS.match(p.text, p.ends[found.end - 1], p.ends[p.size - 1]) if opened else None
            defined = before if before and isinstance(before.node, Ended) and before.node.end == found.node else found
            span = resolver.resolve(defined.node, defined.tense) if m else None
            before = found
            if m and span and span.first and span.last:
                for term in filter(None, m.groups()):
                    yield term.split()[-1].lower(), span


def _reporting(article: Article, sentences: Sentences) -> Span | None:
    """Return the latest period "ended …", else the latest recent quarter or half, titles before the rest."""
    state = discourse(article)
    ended: list[Span] = []
    titles: list[Span] = []
    rest: list[Span] = []
    named: list[Span] = []
    this_year = set(_quarters_of_this_year(sentences))
    for block, scanned in sentences:
        for found in scanned.found:
            if isinstance(found.node, Ended) and not isinstance(found.node.label, Shift):
                ended.append(state.resolve(found.node, ""))
            elif _explicit(found) and not (article.published is None and found.tense in ("future", "present")):
                span = state.resolve(found.node, found.tense)
                before = article.published is None and _is_year_before(scanned, found, this_year)
                (titles if block == "title" else rest).append(shift_months(span, 12) if before else span)
            elif found.tense != "future" and _names_quarter(found.node):
                named.append(state.resolve(found.node, found.tense))
    if article.published is None:
        told = [span for span in (*ended, *titles, *rest) if span.last]
        ended = titles = rest = told or _before_outlook(sentences)
    tiers = ((ended, _LATEST_REPORT), (titles, LATEST_RESULTS), (rest, LATEST_RESULTS), (named, _LATEST_NAMED))
    for spans, most in tiers:
        recent = [span for span in spans if _is_recent(article, span, most)]
        if recent:
            return replace(max(recent, key=lambda span: span.last or dt.date.min), kind="period")
    return None


def _before_outlook(sentences: Sentences) -> list[Span]:
    """Return the fourth quarter that an undated article reports on: that before the one year it looks ahead to."""
    found = [f for _, scanned in sentences for f in scanned.found]
    fourth = any(isinstance(f.node, Piece) and (f.node.unit, f.node.n) == ("quarter", 4) for f in found)
    years = [(f.node.span.first.year, f.tense) for f in found if isinstance(f.node, Fixed) and f.node.span.first]
    last = max((year for year, _ in years), default=0)
    alone = any(year == last - 2 for year, _ in years) and all(year != last - 1 for year, _ in years)
    ahead = all(tense in ("future", "present") for year, tense in years if year == last)
    return [piece_span("quarter", 4, last - 1)] if fourth and alone and ahead else []


def _quarters_of_this_year(sentences: Sentences) -> Iterator[int]:
    """Yield the quarters that the text says to be of "this year"."""
    for _, scanned in sentences:
        for found in scanned.found:
            node = found.node
            if isinstance(node, Piece) and node.unit == "quarter" and isinstance(node.year, Shift) and node.year.n == 0:
                yield from [node.n] if isinstance(node.n, int) else []


def _is_year_before(scanned: Scanned, found: Found, this_year: Set[int]) -> bool:
    """Tell whether a quarter is that which another is compared with: "up 5% over the units sold in Q2 2014"."""
    parser, start = scanned.parser, scanned.parser.starts[found.start]
    told = isinstance(found.node, Piece) and found.node.unit == "quarter" and found.node.n in this_year
    return told and bool(_COMPARED.search(parser.text[max(0, start - _COMPARED_WITHIN) : start]))


def _explicit(found: Found) -> bool:
    node = found.node
    return isinstance(node, Piece) and node.unit in ("quarter", "half") and node.year is not None


def _names_quarter(node: Node) -> bool:
    """Say whether a node is a quarter or half of no year, or months from one to another of no year."""
    if isinstance(node, Range):
        ends = (node.start, node.end)
        return all(isinstance(end, Piece) and end.unit == "month" and not end.day and not end.year for end in ends)
    return isinstance(node, Piece) and node.unit in ("quarter", "half") and node.count == 1


def _is_recent(article: Article, span: Span, most: int) -> bool:
    """Say whether a period was over at publication, for no more than `most` days."""
    if span.first is None or span.last is None:
        return False
    published = article.published
    return published is None or -20 <= (published - span.last).days < most
