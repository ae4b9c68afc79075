"""What an article reports on: the reporting period of its sections, the trading day, the last claim's period."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from pipeline.records import ClaimType, Document, Period, Sentence, Time
from pipeline.stages.claims.periods.days import MONTH, QUARTER, WHOLE_YEAR, YEAR, as_period, length
from pipeline.stages.claims.periods.spoken import YEAR_BEFORE, SpokenTimes, compares

OPENING = 25
"""A time within so many characters of a sentence's start sets the scene for what follows."""
HISTORY = 500
"""Days after which a period is history and not what an article reports on."""
LONG_AGO = 20 * 365
"""Days before the last one that an article without a date speaks of, which may lie ahead."""
_AHEAD = re.compile(r"\b(?:outlook|guidance|forecast|target|expects?)\b", re.IGNORECASE)
"""What a list's line is about that speaks of a period to come."""
_TRADED_SINCE = 4
"""Days at most from a trading day to the article that reports on it: a long weekend."""
_LEAD = 3
"""Sentences at the start of an article's text that tell on which day its news happened."""
_CLOSE = re.compile(r"['’]s\s+(?:clos|(?:share\s+)?price)", re.IGNORECASE)
_PART_OF_YEAR = re.compile(r"\b(?:quarter|half|Q[1-4])\b", re.IGNORECASE)
_REPORTED = re.compile(r"\b(?:quarter|half|year|months|weeks)\b.*\b(?:to|ended|ending)\b", re.IGNORECASE)
_PART_RESULTS = re.compile(
    r"\b(?:half[\s-]?year(?:ly)?|first[\s-]half|six[\s-]months?|(?P<nine>nine[\s-]months?|9M))\s+"
    r"(?:financial\s+|interim\s+|consolidated\s+|business\s+|trading\s+)?"
    r"(?:results?|reports?|figures|statements?|update|accounts|earnings)\s+(?:for\s+|of\s+)?$",
    re.IGNORECASE,
)
"""What stands before a title's year and says that a part of it is meant: "half-year results 2025"."""
_MONTHS = {"quarter": 3, "half": 6, "annual": 12, "full": 12}
_LENGTH = re.compile(r"\b(?:quarter(?:ly)?|half[\s-]?year(?:ly)?|annual|full[\s-]year)\b", re.IGNORECASE)
"""How long what a title reports on is, and months that its words stand for."""
_EVENTS = frozenset({"product", "spec", "facility", "corporate", "merger_acquisition", "deal", "legal"})
_HAPPENED = re.compile(
    r"\b(?:founded|established|acquired|bought|purchased|sold|launched|opened|closed|joined|entered|merged|listed|"
    r"floated|created|formed|started|began|became|took\s+(?:over|private)|set\s+up|moved|appointed|named|signed|won|built)\b",
    re.IGNORECASE,
)
"""Verbs of what happens once."""
_QUARTER_MONTHS = (1, 4, 7, 10)


class PeriodMemory:
    """What an article's sections report on: their business period, and the day on which markets traded."""

    def __init__(self, document: Document, sentences: Sequence[Sentence], times: Sequence[Time]) -> None:
        self.current: Time | None = None
        self.closed = False
        self.published = document.published
        self.last: Period | None = None
        """The period of the last claim that has one."""
        self.dates_event = False
        """Whether it is the time of an event, such as a launch: figures of business that follow are of another."""
        self.age = 0
        """Sentences since `last` was noted."""
        self.spoken = SpokenTimes(sentences, times)
        lead = [s for s in sentences if s.block == "paragraph"][:_LEAD]
        leading = [t for t in self.spoken.times for s in lead if t.sentence_id == s.sentence_id and not _closed(s, t)]
        self.trading_day = _trading_day(document.published, leading) or _trading_day(document.published, times)
        self.latest = max((t.last_day for t in times if t.last_day), default=None)
        """The last day that the article speaks of, which tells what is history in one without a date."""
        self._years = [t for t in times if WHOLE_YEAR < length(t) <= YEAR]
        self._rounds: dict[dt.date, Time | None] = {}
        blocks = {s.sentence_id: s for s in sentences}
        reported = [t for t in times if self._may_report(blocks[t.sentence_id], t, MONTH)]
        self.first = next((t for t in reported if length(t) >= QUARTER), reported[0] if reported else None)
        """The first period of the article that it may report on, which a title leaves to the text."""
        told = next((t for t in times if _is_open(t)), None) if document.published is None else None
        if told is not None and self.first is not None and told.start < self.first.start:
            self.first = self.current = told

    def note(self, sentence: Sentence, times: Sequence[Time]) -> None:
        """Take over the reporting period that a heading names or a sentence opens with.

        The first one that an article names holds until then.  A comparison ("than in 2018") never is one,
        nor a period that was not over when the article appeared or over long before, nor the months so far, of
        which the current period is the last part.  An "About" section reports on none.
        """
        titled = _is_titled(sentence)
        if sentence.block == "list_item" and _AHEAD.search(sentence.text):
            return
        if titled and sentence.text.lower().startswith("about"):
            self.current, self.closed = None, True
        for told in times:
            time = _part_of_year(sentence, _whole_period(sentence, told)) if titled else told
            if titled and not self.closed and self._has_no_days(sentence, time):
                self.current = time
                return
            if self.closed or not self._may_report(sentence, time, MONTH if titled else QUARTER):
                continue
            if not titled and self._includes_current(time):
                continue
            opens = time.start - sentence.start < OPENING
            if self.current is None or titled or (opens and self._is_later(time)):
                self.current = time
                return

    def remember(self, period: Period | None, of: ClaimType) -> None:
        """Remember the period of a claim of the type `of`, where it has one."""
        if period is not None:
            self.last, self.age, self.dates_event = period, 0, of in _EVENTS

    def year(self) -> Period | None:
        """Return the year that is reported on: the one that the article names, else that of its calendar quarters."""
        base = self.current or self.first
        if base is None or base.first_day is None or base.last_day is None:
            return None
        if named := self._year_round(base.last_day):
            return as_period(named)
        if base.first_day.day != 1 or base.first_day.month not in _QUARTER_MONTHS:
            return None
        year = base.last_day.year
        return Period(text=base.text, first_day=dt.date(year, 1, 1), last_day=dt.date(year, 12, 31))

    def is_history(self, period: Period) -> bool:
        """Tell whether a period was over long before the article appeared: nothing else is told of it."""
        now, most = (self.published, HISTORY) if self.published else (self.latest, LONG_AGO)
        return now is not None and period.last_day is not None and (now - period.last_day).days > most

    def is_ahead(self, period: Period) -> bool:
        """Tell whether a period had not begun when the article appeared: nothing that has happened is of it."""
        return bool(self.published and period.first_day and period.first_day > self.published)

    def _year_round(self, day: dt.date) -> Time | None:
        if day not in self._rounds:
            years = (t for t in self._years if t.first_day and t.last_day and t.first_day <= day <= t.last_day)
            self._rounds[day] = next(years, None)
        return self._rounds[day]

    def _may_report(self, sentence: Sentence, time: Time, shortest: int) -> bool:
        if time.kind != "period" or YEAR_BEFORE.match(time.text) or not shortest <= length(time) <= YEAR:
            return False
        return not (compares(sentence, time) or _dates_event(sentence, time)) and _is_over(time, self.published)

    def _has_no_days(self, sentence: Sentence, time: Time) -> bool:
        """Tell whether a heading reports on a quarter of a fiscal year that the article leaves open, as all of it."""
        if self.current is not None and self.current.last_day is not None:
            return False
        if time.kind != "period" or time.first_day or time.last_day or YEAR_BEFORE.match(time.text):
            return False
        return _PART_OF_YEAR.search(time.text) is not None and not compares(sentence, time)

    def _is_later(self, time: Time) -> bool:
        return self.current is None or (time.last_day or dt.date.min) >= (self.current.last_day or dt.date.min)

    def _includes_current(self, time: Time) -> bool:
        """Tell whether a period ends with the current one and begins before it."""
        now = self.current
        if now is None or now.first_day is None or time.first_day is None:
            return False
        return time.first_day < now.first_day and time.last_day == now.last_day


def _dates_event(sentence: Sentence, time: Time) -> bool:
    """Tell whether a time only dates what happened once, without any figure: "Acme bought Orvelle in 2019"."""
    start, end = time.start - sentence.start, time.end - sentence.start
    rest = f"{sentence.text[:start]} {sentence.text[end:]}"
    return not _is_titled(sentence) and _HAPPENED.search(rest) is not None and not any(c.isdigit() for c in rest)


def _whole_period(sentence: Sentence, time: Time) -> Time:
    """Return a title's period that only has its end with its beginning, where the title says how long it is.

    "Quarterly report for the period ended 30 September 2019" is of three months.
    """
    long = _LENGTH.search(sentence.text)
    if long is None or time.kind != "period" or time.first_day is not None or time.last_day is None:
        return time
    months = next(months for word, months in _MONTHS.items() if long[0].lower().startswith(word))
    last = time.last_day
    index = last.year * 12 + last.month - months
    return time.model_copy(update={"first_day": dt.date(index // 12, index % 12 + 1, 1)})


def _part_of_year(sentence: Sentence, time: Time) -> Time:
    """Return the part of a year that a title says its results are of: "half-year results 2025"; else the time itself.

    The year is taken to begin in January, and only where the title gives no days of that part.
    """
    if not (WHOLE_YEAR < length(time) <= YEAR) or time.first_day is None or time.first_day.timetuple().tm_yday != 1:
        return time
    found = _PART_RESULTS.search(sentence.text[: time.start - sentence.start])
    if found is None:
        return time
    months = 9 if found["nine"] else 6
    last = dt.date(time.first_day.year, months, 30)
    start = sentence.start + found.start()
    text = sentence.text[found.start() : time.end - sentence.start]
    return time.model_copy(update={"text": text, "start": start, "last_day": last})


def _closed(sentence: Sentence, time: Time) -> bool:
    """Tell whether a day is told only for the price at its end: "a premium of 30% to Tuesday's close"."""
    return _CLOSE.match(sentence.text, time.end - sentence.start) is not None


def _is_open(time: Time) -> bool:
    """Tell whether a business period has no days, as an article without a date leaves it: "the year to May 3"."""
    return time.first_day is None and time.last_day is None and _REPORTED.search(time.text) is not None


def _is_titled(sentence: Sentence) -> bool:
    return sentence.block in ("title", "heading")


def _is_over(time: Time, published: dt.date | None) -> bool:
    """Tell whether a period was over when the article appeared, and not for long."""
    if published is None or time.last_day is None:
        return True
    return 0 <= (published - time.last_day).days <= HISTORY


def _trading_day(published: dt.date | None, times: Sequence[Time]) -> Time | None:
    """Return the day that an article on markets speaks of: that of its publication, else one just before it."""
    found = [
        t for t in times
        if t.kind == "date" and t.first_day and published and 0 <= (published - t.first_day).days <= _TRADED_SINCE
    ]  # fmt: skip
    return next((t for t in found if t.first_day == published), found[0] if found else None)
