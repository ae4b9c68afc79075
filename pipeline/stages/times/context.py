"""Reads an article's own calendar off its expressions before they are resolved."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.records import Block
from pipeline.stages.times.joining import Found
from pipeline.stages.times.nodes import Bound, Ended, FiscalYear, Fixed, Node, Piece, Range, is_day
from pipeline.stages.times.resolution import discourse
from pipeline.stages.times.resolution.article import Article
from pipeline.stages.times.resolution.fiscal import FiscalCalendar
from pipeline.stages.times.scan import Scanned
from pipeline.stages.times.spans import Span, piece_span

Sentences = Sequence[tuple[Block, Scanned]]

_CALENDAR_HALVES = ((6, 30), (12, 31))
_QUOTED = r"[“\"‘'](?:the\s+)?([^“”\"‘’']{1,30})[”\"’']"
_TERMS = re.compile(rf",?\s*\(\s*(?:the\s+)?{_QUOTED}(?:,?\s*(?:or|and|,)?\s*(?:the\s+)?{_QUOTED})?", re.IGNORECASE)
_LATEST_REPORT, _LATEST_RESULTS, _LATEST_NAMED = 400, 200, 100
"""Days after which a period "ended …", a quarter named in passing, and one whose year is not said, are history
and not what is reported."""


def read_context(published: dt.date | None, sentences: Sentences) -> Article:
    """Return the article's publication day, fiscal calendar, defined terms and reporting period."""
    article = Article(published)
    article.fiscal = _fiscal_calendar(published, sentences)
    article.terms = dict(_terms(article, sentences))
    article.reporting = article.terms.get("period") or _reporting(article, sentences)
    return article


def _nodes(sentences: Sentences) -> Iterator[Node]:
    for _, scanned in sentences:
        before: Found | None = None
        for found in scanned.found:
            node = found.node.node if isinstance(found.node, Bound) else found.node
            if isinstance(node, Ended) and node.n is None and (told := _quarter_before(scanned, found)):
                yield replace(node, unit=told.unit, n=1, label=told)  # "fourth-quarter sales … for the period ended"
            label = _label(node) or _code(node)
            if before and isinstance(before.node, Ended) and label and found.start - before.end <= 3:
                yield replace(before.node, label=label)  # "ended March 31, 2024 (Q4 FY24)"
            yield node
            before = found


def _quarter_before(scanned: Scanned, ended: Found) -> Piece | None:
    nodes = [f.node for f in scanned.found if f.end <= ended.start]
    pieces = [n for n in nodes if isinstance(n, Piece) and n.unit in ("quarter", "half") and n.count == 1]
    return pieces[-1] if pieces and isinstance(pieces[-1].n, int) else None


def _end(node: Ended, published: dt.date | None) -> dt.date | None:
    return discourse(Article(published)).resolve(node, "").last


def _fiscal_calendar(published: dt.date | None, sentences: Sentences) -> FiscalCalendar | None:
    """Return the calendar that "the second quarter of fiscal 2024 ended December 31, 2023" states.

    A year that is still to end may be somebody else's: it counts only where nothing tells the calendar year.
    """
    nodes = list(_nodes(sentences))
    periods = [n for n in nodes if isinstance(n, Ended) and n.n]
    labels = [label for n in nodes if (label := _label(n))]
    ahead: FiscalCalendar | None = None
    for node in sorted(periods, key=lambda n: not _is_fiscal(n)):
        end = _end(node, published)
        if end and (calendar := _learnt(node, end, labels)):
            if node.label or published is None or end <= published:
                return calendar
            ahead = ahead or calendar
    told = _calendar_years(published, sentences) if published and (labels or ahead) else None
    return told or ahead or _between_labels(published, sentences) or _interim(published, periods)


def _interim(published: dt.date | None, periods: list[Ended]) -> FiscalCalendar | None:
    """Return the calendar of a half-year report: "26 weeks" and "six months" by themselves are a year's first."""
    for node in periods:
        end = _end(node, published) if (node.unit, node.n) in (("week", 26), ("month", 6)) else None
        recent = end is not None and published is not None and 0 <= (published - end).days < _LATEST_RESULTS
        if end and recent and (end.month, end.day) not in _CALENDAR_HALVES:
            return FiscalCalendar.learn("half", 1, end, None)
    return None


def _between_labels(published: dt.date | None, sentences: Sentences) -> FiscalCalendar | None:
    """Return the calendar of a report on a period after which one fiscal year is over and the next an outlook."""
    tenses: dict[int, set[str]] = {}
    for _, scanned in sentences:
        for found in scanned.found:
            if isinstance(found.node, FiscalYear) and found.node.number:
                tenses.setdefault(found.node.number, set()).add(found.tense)
    ends = [end for n in _nodes(sentences) if isinstance(n, Ended) and n.n and (end := _end(n, published))]
    over = [end for end in ends if published and 0 <= (published - end).days < _LATEST_RESULTS]
    for label, seen in tenses.items():
        if over and label == max(over).year and seen == {"past"} and "future" in tenses.get(label + 1, ()):
            return FiscalCalendar.learn("year", 1, max(over), label)
    return None


def _calendar_years(published: dt.date, sentences: Sentences) -> FiscalCalendar | None:
    """Return the calendar year as fiscal year where a quarter under report ends on a day that the text names.

    "The first nine months" beside "at 30 September" is told by a company whose year is the calendar's, and so is
    "the third quarter" beside "July-September".
    """
    state = discourse(Article(published))
    found = [(f.node, state.resolve(f.node, f.tense)) for _, s in sentences for f in s.found]
    days = {span.last for node, span in found if is_day(node) or isinstance(node, Range)}
    for node, span in found:
        end = span.last if isinstance(node, Piece) and _is_reportable(node) else None
        if end and end in days and 0 <= (published - end).days < _LATEST_RESULTS:
            return FiscalCalendar(end.year, dt.date(end.year, 12, 31))
    return None


def _is_reportable(node: Piece) -> bool:
    """Say whether a node is a quarter, a half or a count of months that is not called fiscal."""
    of_year = node.unit in ("quarter", "half") or node.count > 1
    return of_year and not node.fiscal and not isinstance(node.year, FiscalYear)


def _is_fiscal(node: Ended) -> bool:
    return node.fiscal or isinstance(node.label, FiscalYear) or (isinstance(node.label, Piece) and node.label.fiscal)


def _learnt(node: Ended, end: dt.date, labels: list[Piece | FiscalYear]) -> FiscalCalendar | None:
    label = node.label
    if isinstance(label, Piece) and label.unit in ("quarter", "half") and isinstance(label.n, int):
        return FiscalCalendar.learn(label.unit, label.n, end, _number(label.year))
    if isinstance(label, FiscalYear) or (node.fiscal and node.unit == "year"):
        return FiscalCalendar.learn("year", 1, end, _number(label))
    if (node.unit == "year" and node.n == 1 and (labels or _is_dated(node, end))) or _is_year_of_weeks(node):
        return FiscalCalendar.learn("year", 1, end, None)
    if (node.unit, node.n) in (("quarter", 1), ("month", 3), ("week", 13), ("week", 14)):
        for known in labels:
            number = _number(known.year) if isinstance(known, Piece) else None
            if isinstance(known, Piece) and known.unit == "quarter" and number and isinstance(known.n, int):
                calendar = FiscalCalendar.learn("quarter", known.n, end, number)
                if abs(calendar.end.year - number) <= 1:
                    return calendar
    return None


def _is_year_of_weeks(node: Ended) -> bool:
    return node.unit == "week" and node.n in (52, 53)


def _is_dated(node: Ended, end: dt.date) -> bool:
    """Tell "the year ended 31 March", a company's, from "the year to March", which statistics also count."""
    return (is_day(node.end) or node.verb) and (end.month, end.day) != (12, 31)


def _label(node: Node) -> Piece | FiscalYear | None:
    """Return a fiscal year or a quarter of one."""
    if isinstance(node, FiscalYear) and node.number:
        return node
    return node if isinstance(node, Piece) and isinstance(node.year, FiscalYear) else None


def _code(node: Node) -> Piece | None:
    """Return a quarter or half with its year, which behind "six months ended 30 June 2025" is its label: "(1H25)"."""
    of_year = isinstance(node, Piece) and node.unit in ("quarter", "half") and isinstance(node.year, Fixed)
    return node if isinstance(node, Piece) and of_year else None


def _number(node: Node | None) -> int | None:
    if isinstance(node, FiscalYear):
        return node.number
    return node.span.first.year if isinstance(node, Fixed) and node.span.first else None


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
    for block, scanned in sentences:
        for found in scanned.found:
            if isinstance(found.node, Ended):
                ended.append(state.resolve(found.node, ""))
            elif _explicit(found):
                (titles if block == "title" else rest).append(state.resolve(found.node, found.tense))
            elif found.tense != "future" and _names_quarter(found.node):
                named.append(state.resolve(found.node, found.tense))
    if article.published is None:
        told = [span for span in (*ended, *titles, *rest) if span.last]
        ended = titles = rest = told or _before_outlook(sentences)
    tiers = ((ended, _LATEST_REPORT), (titles, _LATEST_RESULTS), (rest, _LATEST_RESULTS), (named, _LATEST_NAMED))
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
