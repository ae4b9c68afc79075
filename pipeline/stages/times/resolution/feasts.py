"""The day of a holiday in a year, by the rules of the lexicon."""

from __future__ import annotations

import datetime as dt

from pipeline.stages.times.spans import easter, nth_weekday
from pipeline.stages.times.vocabulary import FEASTS, HOLIDAYS


def holiday_date(name: str, year: int) -> dt.date:
    """Return the day of a holiday; ValueError where the tables do not reach."""
    rule, _, argument = HOLIDAYS[name].partition(":")
    if rule == "nth":
        month, weekday, n = map(int, argument.split(":"))
        return nth_weekday(year, month, weekday, n)
    if rule == "easter":
        return easter(year) + dt.timedelta(days=int(argument))
    if rule == "thanksgiving":
        return nth_weekday(year, 11, 3, 4) + dt.timedelta(days=int(argument))
    if rule == "feast":
        days = FEASTS.get((argument, year))
        if not days:
            raise ValueError(f"no date for {name} {year}")
        rule = days[0]
    return dt.date.fromisoformat(f"{year:04}-{rule}")
