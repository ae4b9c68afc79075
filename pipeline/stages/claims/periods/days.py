"""Periods as days: the last day of one, how long it is, and how one lies to another."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pipeline.records import Period, Time

MONTH, QUARTER, YEAR = 27, 80, 370
"""Days from first to last at least of a month and of a quarter, and at most of a year."""
WHOLE_YEAR = 350
"""Days from first to last at least of a year."""

Place = Literal["same", "before", "after", "within", "round", "across"]


def as_period(time: Time) -> Period:
    """Return a time as a claim's period."""
    return Period(text=time.text, first_day=time.first_day, last_day=time.last_day)


def at_level(period: Period) -> Period:
    """Return the period of a stock (cash, users): its last day, where the text gives one."""
    if period.last_day is None:
        return period
    return period.model_copy(update={"first_day": period.last_day})


def length(period: Time | Period) -> int:
    """Return how many days lie between the first and the last day of a period, 0 where it is open."""
    if period.first_day is None or period.last_day is None:
        return 0
    return (period.last_day - period.first_day).days


def place(one: Time | Period, other: Time | Period) -> Place:
    """Return how a period lies to another: before it, behind it, within it, round it or across one of its ends."""
    begin, end = one.first_day or dt.date.min, one.last_day or dt.date.max
    first, last = other.first_day or dt.date.min, other.last_day or dt.date.max
    if (begin, end) == (first, last):
        return "same"
    if end < first:
        return "before"
    if begin > last:
        return "after"
    if first <= begin and end <= last:
        return "within"
    return "round" if begin <= first and last <= end else "across"
