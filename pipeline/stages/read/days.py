"""The day of an article that its story gives away: "today, 3 May 2021", or a dateline's "May 3" and "on Monday"."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence

from pipeline.stages.read.dates import DATE, find_date

_NOW = r"(?:today|tonight|this (?:morning|afternoon|evening))(?:,\s|\s\(|\s(?:on\s)?)"
_TODAY = re.compile(rf"\b{_NOW}(?P<date>{DATE})(?!\w)", re.IGNORECASE)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(rf"\bon (?P<day>{'|'.join(_WEEKDAYS)})\b")
_OWN_WEEKDAY = re.compile(rf"(?P<day>{'|'.join(_WEEKDAYS)})\b")
_HISTORY = 10
"""Years before the last one that a story names, of which it is not told."""
_AHEAD = (
    r"\b(?:by|until|through|before)\s(?:the\send\sof\s|late\s|early\s|mid-)?{year}\b"
    r"|\b(?:will|expects?|plans?)\s[^.]{{1,80}}\b{year}\b"
)
"""How a story speaks of a year that is still to come."""
_YEAR = re.compile(r"(?<![\w.,])(?:19|20)\d\d(?![\d.,]\d|\w)")


def day_called_today(paragraphs: Sequence[str]) -> dt.date | None:
    """Return the first full date that one of the paragraphs calls today, None where none does."""
    found = (match for text in paragraphs if (match := _TODAY.search(text)))
    return next((date for match in found if (date := find_date(match["date"]))), None)


def dated_by_weekday(day: str, opening: str, story: Sequence[str]) -> dt.date | None:
    """Return the date of a dateline's day without a year ("May 3"), None where the text does not tell it.

    The weekday of the dateline, else that which the `opening` names, has to fit, in a year that the story names, in
    the one after it or in the two before one that is still to come ("by the end of 2025"), or else be that of the day
    before in a year that it names; of several such years the one that it names most often, and then the latest.  Years
    long before the last one are history.
    """
    weekday = _OWN_WEEKDAY.match(day) or _WEEKDAY.search(opening)
    if weekday is None:
        return None
    day = day.removeprefix(weekday["day"]).lstrip(" ,-")
    named = Counter(int(year) for text in story for year in _YEAR.findall(text))
    last = max(named, default=0)
    named = Counter({year: times for year, times in named.items() if year >= last - _HISTORY})
    told = _WEEKDAYS.index(weekday["day"])
    near = {year + 1 for year in named}
    for year in sorted(named, reverse=True):
        ahead = re.compile(_AHEAD.format(year=year), re.IGNORECASE)
        if not any(ahead.search(text) for text in story):
            break
        near |= {year - 1, year - 2}
        named.pop(year)
    dates = {year: find_date(f"{day} {year}") for year in named.keys() | near}
    fitting = [(named[year], date) for year, date in dates.items() if date and date.weekday() == told]
    newest = max(named, default=0)
    fitting = [(times, date) for times, date in fitting if times or date.year > newest] or fitting
    if fitting and max(fitting)[0] == 0 and max(fitting)[1].year < newest:
        later = find_date(f"{day} {newest + 2}")  # a year that none of the years told comes behind
        fitting = [(0, later)] if later and later.weekday() == told else []
    if not fitting:  # what happened on Monday is told on Tuesday
        fitting = [(named[y], d) for y, d in dates.items() if d and y in named and d.weekday() == (told + 1) % 7]
    return max(fitting)[1] if fitting else None
