"""What an article reports on: the reporting period of its sections, the trading day, the last claim's period."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from pipeline.records import Document, Period, Sentence, Time

COMPARED = re.compile(
    r"(?:compared\s+(?:with|to)|versus|vs\.?|against|than|from)\s+(?:[\w$€£¥%.,’'-]+\s+){0,6}$|\($", re.IGNORECASE
)
"""What stands before a time of comparison: "than in", "from €5m in", or a bracket ("(Q3 2024: €41 million)")."""

YEAR_BEFORE = re.compile(
    r"(?:a|one|the)?\s*(?:year|quarter|month)[-\s](?:earlier|ago|before)|"
    r"(?:the\s+)?(?:same|prior|previous|year-ago|corresponding|comparable)\b|prior-year",
    re.IGNORECASE,
)


OPENING = 25
"""A time within so many characters of a sentence's start sets the scene for what follows."""


class PeriodMemory:
    """What an article's sections report on: their business period, and the day on which markets traded."""

    def __init__(self, document: Document, times: Sequence[Time]) -> None:
        self.current: Time | None = None
        self.closed = False
        self.published = document.published
        self.last: Period | None = None
        """The period of the last claim that has one."""
        self.age = 0
        """Sentences since `last` was noted."""
        days = (t for t in times if t.kind == "date" and t.first_day and t.first_day == document.published)
        self.trading_day = next(days, None)

    def note(self, sentence: Sentence, times: Sequence[Time]) -> None:
        """Take over the reporting period that a heading names or a sentence opens with.

        The first one that an article names holds until then.  A comparison ("than in 2018") never is one,
        nor a period that was not over when the article appeared, nor the months so far, of which the
        current period is the last part.  An "About" section reports on none.
        """
        titled = sentence.block in ("title", "heading")
        if titled and sentence.text.lower().startswith("about"):
            self.current, self.closed = None, True
        for time in times:
            if self.closed or not _reports(time, MONTH if titled else QUARTER) or compares(sentence, time):
                continue
            if not _over(time, self.published) or (not titled and self._includes_current(time)):
                continue
            opens = time.start - sentence.start < OPENING
            if self.current is None or titled or (opens and self._is_later(time)):
                self.current = time
                return

    def remember(self, period: Period | None) -> None:
        """Remember the period of a claim, where it has one."""
        if period is not None:
            self.last, self.age = period, 0

    def _is_later(self, time: Time) -> bool:
        return self.current is None or (time.last_day or dt.date.min) >= (self.current.last_day or dt.date.min)

    def _includes_current(self, time: Time) -> bool:
        """Tell whether a period ends with the current one and begins before it."""
        now = self.current
        if now is None or now.first_day is None or time.first_day is None:
            return False
        return time.first_day < now.first_day and time.last_day == now.last_day


MONTH, QUARTER, YEAR = 27, 80, 370
"""Days at least of a month and of a quarter, and at most of a year."""


def _over(time: Time, published: dt.date | None) -> bool:
    return published is None or time.last_day is None or time.last_day <= published


def _reports(time: Time, shortest: int) -> bool:
    if time.kind != "period" or not (time.first_day and time.last_day) or YEAR_BEFORE.match(time.text):
        return False
    return shortest <= (time.last_day - time.first_day).days <= YEAR


def compares(sentence: Sentence, time: Time) -> bool:
    """Tell whether a time is one of comparison ("than in 2018", "from 5% in May")."""
    return COMPARED.search(sentence.text[: time.start - sentence.start]) is not None


def as_period(time: Time) -> Period:
    """Return a time as a claim's period."""
    return Period(text=time.text, first_day=time.first_day, last_day=time.last_day)


def at_level(period: Period) -> Period:
    """Return the period of a stock (cash, users): its last day, where the text gives one."""
    if period.last_day is None:
        return period
    return period.model_copy(update={"first_day": period.last_day})
