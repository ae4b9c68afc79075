"""The rule table: which rules may start at which word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from pipeline.stages.times.grammar import (
    ago,
    anaphora,
    clock,
    codes,
    dates,
    edges,
    ended,
    fiscal_years,
    quarters,
    recurring,
    relative,
    seasons,
    years,
)
from pipeline.stages.times.grammar.fallback import unknown_date
from pipeline.stages.times.grammar.numeric import numeric_date
from pipeline.stages.times.parser import CODE, MIXED, NUMBER, YEAR, Match, Parser, Rule, Rules
from pipeline.stages.times.vocabulary import (
    DECADES,
    EDGES,
    MONTHS,
    NUMBER_WORDS,
    ORDINAL_WORDS,
    RECURRING,
    RELATIONS,
    SEASONS,
    TIME_UNITS,
    WEEKDAYS,
    cues,
)

_MODIFIERS = (
    frozenset(
        {
            "a",
            "an",
            "several",
            "few",
            "final",
            "opening",
            "closing",
            "so",
            "full",
            "whole",
            "entire",
            "every",
            "each",
            "back",
        }
    )
    | frozenset({"'", "recent"})
    | frozenset(NUMBER_WORDS)
    | frozenset(ORDINAL_WORDS)
    | frozenset(RELATIONS)
    | frozenset(EDGES)
    | cues("same")
)
_HEADS = cues("era") | {"morning", "afternoon", "evening", "eighteen", "nineteen", "twenty", "thousand", "season"}
"""Words that no rule starts with, or that start one alone ("nineteen ninety six")."""
_SINGULAR = [w for w in TIME_UNITS if not w.endswith("s")]


def _counted(p: Parser, i: int) -> Match | None:
    """Try the rules that read a number of units, where a unit stands near enough."""
    if TIME_UNITS.keys().isdisjoint(p.words[i + 1 : i + 9]):
        return None
    found = (rule(p, i) for rule in (ago.amount_ago, ended.units_ended))
    return max((match for match in found if match), key=lambda match: match[1], default=None)


@cache
def rules(day_first: bool) -> Rules:
    """Return the rules by first word; `day_first` decides dates in figures that could be read both ways."""

    def figures(p: Parser, i: int) -> Match | None:
        return numeric_date(p, i, day_first)

    table: dict[str, list[Rule]] = defaultdict(list)
    for words, found in _ENTRIES:
        for word in words:
            table[word].extend(found)
    table[YEAR] += [
        figures, years.year_first, dates.year_then_month, codes.year_first_code, clock.clock, unknown_date,
    ]  # fmt: skip
    table[NUMBER] += [
        figures, dates.day_first, clock.clock, _counted, unknown_date,
    ]  # fmt: skip
    table[MIXED] += [
        codes.code, dates.day_first, quarters.ordinal_period, years.year_first, clock.clock, unknown_date,
    ]  # fmt: skip
    table[CODE] += [codes.code, dates.month_glued]
    by_word = {word: tuple(dict.fromkeys(found)) for word, found in table.items()}
    return Rules(by_word, frozenset(by_word) - _MODIFIERS | _HEADS)


_ENTRIES: tuple[tuple[Iterable[str], list[Rule]], ...] = (
    (MONTHS, [dates.month_first, unknown_date]),
    (WEEKDAYS, [dates.weekday]),
    (DECADES, [years.decade]),
    (["'"], [years.short_year]),
    (NUMBER_WORDS, [
        dates.day_first, years.spelled_year, quarters.ordinal_period, _counted,
    ]),
    (["a", "an", "several", "few"], [_counted]),
    (ORDINAL_WORDS, [quarters.ordinal_period, dates.day_first]),
    (["final", "opening", "closing", "back"], [quarters.ordinal_period]),
    (["fiscal", "financial"], [fiscal_years.fiscal, ended.unit_ended]),
    (["fy"], [fiscal_years.fiscal]),
    (TIME_UNITS, [ended.unit_ended]),
    (["period"], [ended.unit_ended, anaphora.anaphor]),
    (_SINGULAR, [anaphora.anaphor]),
    ([w for w in TIME_UNITS if w.endswith("s")], [ago.bare_ago]),
    (["year"], [anaphora.year_ago, years.calendar_year]),
    (["calendar", "cy"], [years.calendar_year]),
    (["year", "quarter", "month", "ytd"], [edges.to_date]),
    (["day"], [relative.day_beside]),
    (["day", "week", "month", "quarter", "year"], [relative.after_next]),
    (["week", "w"], [anaphora.week]),
    (["weekend"], [seasons.weekend_of]),
    (RELATIONS, [relative.relation]),
    (cues("same"), [anaphora.same]),
    (["pcp"], [anaphora.corresponding]),
    (["linked"], [anaphora.linked]),
    (["then", "time"], [anaphora.then]),
    (["today", "tonight", "yesterday", "tomorrow", "tmrw", "otd"], [relative.deictic]),
    (EDGES, [edges.edge]),
    (["so"], [edges.so_far]),
    (["reporting"], [anaphora.reporting]),
    (["full"], [fiscal_years.full_year]),
    (["full", "whole", "entire"], [anaphora.whole_year]),
    (SEASONS, [seasons.season]),
    (seasons.holiday_starts(), [seasons.holiday]),
    (["every", "each"], [recurring.every]),
    (RECURRING, [recurring.adverb]),
    (["noon", "midday", "midnight"], [clock.named_hour]),
    (["recent"], [recurring.recent, anaphora.latest]),
    (["latest"], [anaphora.latest]),
    ([f"{w}s" for w in WEEKDAYS if len(w) > 5], [recurring.plural_day]),
    (["weekdays"], [recurring.plural_day]),
)  # fmt: skip
