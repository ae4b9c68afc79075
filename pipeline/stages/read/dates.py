"""Full dates as datelines, bylines and letters write them: day, month and year, nothing relative."""

from __future__ import annotations

import datetime as dt
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBERS = {name: n for n, name in enumerate(_MONTHS, start=1)}
MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
"""Pattern source of a month (use with `re.IGNORECASE`)."""
WEEKDAY_NAME = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
"""Pattern source of a weekday."""
WEEKDAY = rf"{WEEKDAY_NAME},?\s"
"""Pattern source of a weekday before a date."""
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
MONTH_DAY = rf"(?:{MONTH}\.?\s{_DAY}|{_DAY}\.?\s{MONTH}\.?)"
"""Pattern source of a day and its month, no year (use with `re.IGNORECASE`)."""
DATE = (
    rf"(?:{MONTH}\.?\s{_DAY},?\s{_YEAR}|{_DAY}\.?(?:\sof)?[\s-]{MONTH}\.?,?[\s-]{_YEAR}"
    rf"|{_YEAR}[-/.](?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\d|3[01])|(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])/{_YEAR}"
    rf"|(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.{_YEAR}"
    rf"|(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])/(?:{_YEAR}|\d\d(?![\d/])))"
)
"""Pattern source of a full date, no captured groups (use with `re.IGNORECASE`).  Of dates in figures only
those that can be read in one way; with stops the day is first, and a year of two figures stands after month and day."""
FIGURES = rf"(?:0?[1-9]|1[0-2])(?:/(?:0?[1-9]|1[0-2])/|-(?:0[1-9]|1[0-2])-)(?:{_YEAR}|\d\d)(?![\w/-])"
"""Pattern source of a date in figures that could be read in two ways, no captured groups."""
CLOCK = (
    r"(?:at\s)?\d{1,2}(?:[:.]\d\d){1,2}(?:\s?(?i:[ap]\.?m)\b\.?)?(?:\s\(?(?:[A-Z]{2,4}(?:[+-]\d{1,2})?|(?:[A-Z][a-z]+\s){1,3}[Tt]ime|local\stime)\)?)?"
    r"|(?:at\s)?\d{1,2}\s?(?i:[ap]m)\b"
)
"""Pattern source of an hour with its time zone, no captured groups."""
_CENTURY, _PIVOT, _LAST_CENTURY, _THIS_CENTURY = 100, 68, 1900, 2000
"""Years of two figures up to the pivot are of this century, as in POSIX."""
_DATE = re.compile(rf"(?<!\w){DATE}(?!\w)", re.IGNORECASE)
_FIGURES = re.compile(FIGURES)
_MONTH_NAME = re.compile(MONTH, re.IGNORECASE)
_NUMBER = re.compile(r"\d+")


def find_date(text: str) -> dt.date | None:
    """Return the first full date in `text`, None where there is none that exists in the calendar."""
    match = _DATE.search(text)
    return _parse(match[0]) if match else None


def month_first(figures: str) -> dt.date | None:
    """Return the day that a date in figures alone is where its month stands first, as in the United States."""
    return _parse(figures) if _FIGURES.fullmatch(figures) else None


def _parse(text: str) -> dt.date | None:
    numbers = [int(n) for n in _NUMBER.findall(text)]
    if month := _MONTH_NAME.search(text):
        day, year = numbers
        parts = (year, _NUMBERS[month[0][:3].lower()], day)
    elif numbers[0] > 31:
        parts = (numbers[0], numbers[1], numbers[2])
    else:
        first, second, year = numbers
        year += (_LAST_CENTURY if year > _PIVOT else _THIS_CENTURY) if year < _CENTURY else 0
        parts = (year, second, first) if first > 12 or "." in text else (year, first, second)
    try:
        return dt.date(*parts)
    except ValueError:
        return None
