"""The fiscal calendar that an article teaches: by what ended when under which label, or by where it is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.records import Block
from pipeline.stages.times.joining import Found
from pipeline.stages.times.nodes import Bound, Ended, FiscalYear, Fixed, Node, Piece, Range, Shift, is_day
from pipeline.stages.times.resolution import discourse
from pipeline.stages.times.resolution.article import Article
from pipeline.stages.times.resolution.fiscal import FiscalCalendar
from pipeline.stages.times.scan import Scanned
from pipeline.stages.times.vocabulary import cues

Sentences = Sequence[tuple[Block, Scanned]]

LATEST_RESULTS = 200
"""Days after which a quarter named in passing is history and not what is reported."""
_CALENDAR_HALVES = ((6, 30), (12, 31))
_HALF_OF_WEEKS = range(24, 31)
_QUARTERS_IN = {("quarter", 1): 1, ("month", 3): 1, ("week", 13): 1, ("week", 14): 1, ("half", 1): 2, ("month", 6): 2,
                ("week", 26): 2, ("month", 9): 3, ("week", 39): 3}  # fmt: skip
"""How many quarters run up to the end of "the … ended": the last of them may be the one with a label."""
_QUARTER = (("quarter", 1), ("month", 3))


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


def fiscal_calendar(published: dt.date | None, sentences: Sentences) -> FiscalCalendar | None:
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
    if calendar := _by_codes(periods, published, sentences) or _by_country(published, sentences, labels, periods):
        return calendar
    if calendar := _by_number(published, sentences, periods):
        return calendar
    told = _calendar_years(published, sentences) if published and (labels or ahead) else None
    return told or ahead or _between_labels(published, sentences) or _interim(published, periods)


def _by_codes(periods: list[Ended], published: dt.date | None, sentences: Sentences) -> FiscalCalendar | None:
    """Return the calendar of "the half-year to 31 December 2025" that the text calls "1H26" elsewhere."""
    halves = [end for n in periods if _is_half(n) and (end := _end(n, published))]
    if not halves:
        return None
    codes = {
        _number(found.node.year)
        for _, scanned in sentences
        for found in scanned.found
        if isinstance(found.node, Piece) and found.node.unit == "half" and found.node.n == 1 and found.tense != "future"
    }
    learnt = [FiscalCalendar.learn("half", 1, end, None) for end in halves]
    return next((c for c in learnt if not c.is_calendar and c.label in codes), None)


def _is_half(node: Ended) -> bool:
    return (node.unit, node.n) in (("half", 1), ("month", 6), ("week", 26))


def _by_country(
    published: dt.date | None, sentences: Sentences, labels: list[Piece | FiscalYear], periods: list[Ended]
) -> FiscalCalendar | None:
    """Return the year from April to March of a text that counts in crores and speaks of "FY26": India's by law.

    Without a day of publication its labels or the ends of its `periods` tell near which year it was written.
    """
    indian = cues("april_year")
    said = labels or any(isinstance(f.node, Shift) and f.node.fiscal for _, s in sentences for f in s.found)
    if not said or all(indian.isdisjoint(s.parser.seen) for _, s in sentences):
        return None
    numbers = (_number(label.year if isinstance(label, Piece) else label) for label in labels)
    years = [published.year] if published else [n for n in numbers if n]
    years = years or [end.year for period in periods if (end := _end(period, None))]
    return FiscalCalendar(max(years), dt.date(max(years), 3, 31)) if years else None


def _by_number(published: dt.date | None, sentences: Sentences, periods: list[Ended]) -> FiscalCalendar | None:
    """Return the calendar of a text that opens with the quarter that it reports on, under its own number.

    "Profit falls in Q1" over "the quarter ended June 30" is told by a company whose year begins in April; the next
    quarter may be spoken of too.
    """
    found = [f for _, scanned in sentences for f in scanned.found if not is_day(f.node)]
    quarters = [f.node for f in found if isinstance(f.node, Piece) and f.node.unit == "quarter"]
    if not quarters or found[0].node is not quarters[0] or any(node.year or node.count > 1 for node in quarters):
        return None
    ends = {end for n in periods if (n.unit, n.n) in _QUARTER and (end := _end(n, published))}
    number, others = quarters[0].n, [node for node in quarters if node.n != quarters[0].n]
    if len(ends) != 1 or not isinstance(number, int) or any(node.n != number % 4 + 1 for node in others):
        return None
    of_period = [[f.node for f in s.found] for _, s in sentences if any(isinstance(f.node, Ended) for f in s.found)]
    if any(node in nodes for nodes in of_period for node in others):
        return None  # "the quarter ended June 30: the second quarter"
    if any(f.tense == "future" for f in found if f.node == quarters[0]):
        return None
    calendar = FiscalCalendar.learn("quarter", number, ends.pop(), None)
    return None if calendar.is_calendar or calendar.weeks else calendar


def _interim(published: dt.date | None, periods: list[Ended]) -> FiscalCalendar | None:
    """Return the calendar of a half-year report: "26 weeks" and "six months" by themselves are a year's first.

    So are the 28 weeks, or any number near half a year, that some companies report on.
    """
    for node in periods:
        weeks = node.n if node.unit == "week" and node.n in _HALF_OF_WEEKS else None
        end = _end(node, published) if weeks or (node.unit, node.n) == ("month", 6) else None
        recent = end is not None and published is not None and 0 <= (published - end).days < LATEST_RESULTS
        if end and recent and weeks and weeks != 26:
            year_end = end + dt.timedelta(weeks=52 - weeks)
            return FiscalCalendar(year_end.year, year_end, weeks=True)
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
    over = [end for end in ends if published and 0 <= (published - end).days < LATEST_RESULTS]
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
        if end and end in days and 0 <= (published - end).days < LATEST_RESULTS:
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
    if node.n and (quarters := _QUARTERS_IN.get((node.unit, node.n))):
        return next((c for known in labels if (c := _of_quarter(known, end, quarters))), None)
    return None


def _of_quarter(label: Piece | FiscalYear, end: dt.date, quarters: int) -> FiscalCalendar | None:
    """Return the calendar in which the labelled quarter ends on `end`, as do so many quarters of its year in a row."""
    if not isinstance(label, Piece) or label.unit != "quarter" or not isinstance(label.n, int):
        return None
    number = _number(label.year)
    if label.n % quarters or (number is None and not label.fiscal):
        return None
    calendar = FiscalCalendar.learn("quarter", label.n, end, number)
    return calendar if number is None or abs(calendar.end.year - number) <= 1 else None


def _is_year_of_weeks(node: Ended) -> bool:
    return node.unit == "week" and node.n in (52, 53)


def _is_dated(node: Ended, end: dt.date) -> bool:
    """Tell "the year ended 31 March", a company's, from "the year to March", which statistics also count."""
    return (is_day(node.end) or node.verb) and (end.month, end.day) != (12, 31)


def _label(node: Node) -> Piece | FiscalYear | None:
    """Return a fiscal year or a quarter of one, of no year too where it is called fiscal."""
    if isinstance(node, FiscalYear) and node.number:
        return node
    if not isinstance(node, Piece):
        return None
    return node if isinstance(node.year, FiscalYear) or (node.fiscal and node.year is None) else None


def names_fiscal_quarter(sentences: Sentences) -> bool:
    """Say whether a text names a quarter or half of a numbered fiscal year."""
    nodes = (found.node for _, scanned in sentences for found in scanned.found)
    return any(isinstance(n, Piece) and n.fiscal and isinstance(n.year, FiscalYear) for n in nodes)


def _code(node: Node) -> Piece | None:
    """Return a quarter or half with its year, which behind "six months ended 30 June 2025" is its label: "(1H25)"."""
    of_year = isinstance(node, Piece) and node.unit in ("quarter", "half") and isinstance(node.year, Fixed)
    return node if isinstance(node, Piece) and of_year else None


def _number(node: Node | None) -> int | None:
    if isinstance(node, FiscalYear):
        return node.number
    return node.span.first.year if isinstance(node, Fixed) and node.span.first else None
