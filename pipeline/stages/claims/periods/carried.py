"""What a reader carries over to a claim: the section's reporting period, the trading day, the last claim's period."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.records import Period
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.periods.dated import Dated
from pipeline.stages.claims.periods.days import MONTH, as_period, at_level, length, place
from pipeline.stages.claims.periods.memory import PeriodMemory
from pipeline.stages.claims.ranking import Candidate

_SAME = "last.0"
"""The period of the claim before, in the same sentence."""
_WHOLE_YEAR = re.compile(r"\b(?:full[-\s]year|annual|for\s+the\s+year)\b", re.IGNORECASE)


def carried(parsed: Parsed, memory: PeriodMemory, claim: Dated) -> Iterator[Candidate[Period | None]]:
    """Yield what a reader carries over, and for a stock its last day."""
    times = min(sum(t.kind != "set" for t in parsed.times), 2)
    found = [
        (source, period)
        for source, period in (*_remembered(memory, claim), *_spoken(parsed, memory))
        if not (_is_past_or_ahead(period, memory, claim) or (source != _SAME and _is_days_news(period, claim)))
    ]
    if claim.may_be_level:  # a stock holds at the last day of the period, or is told for the period as a whole
        day = "day" if claim.level else "perhaps_day"
        found += [(f"{source}.{day}", at_level(period)) for source, period in found if length(period) >= MONTH]
    for source, period in found:
        traits = {source, f"{source}|times:{times}", *(f"{source}|{trait}" for trait in claim.traits())}
        traits |= {f"{source}|traded:{claim.traded}", f"{source}|block:{parsed.sentence.block}"}
        yield _candidate(source, period, traits)
    recent = memory.spoken.recent(parsed.sentence)
    if recent is not None and not _is_past_or_ahead(as_period(recent[0]), memory, claim):
        time, age = recent
        source = f"recent.{min(age, 3)}"
        traits = {source, f"{source}|{time.kind}", f"{source}|{claim.stance}", f"{source}|tense:{claim.tense}"}
        if memory.current is not None:
            traits.add(f"{source}|place:{place(time, memory.current)}")
        yield _candidate(source, as_period(time), traits)


def _is_past_or_ahead(period: Period, memory: PeriodMemory, claim: Dated) -> bool:
    """Tell whether a period is over too long for anything else to be of it, or to come where a claim is of what was."""
    return memory.is_history(period) or (claim.stance == "asserted" and memory.is_ahead(period))


def _is_days_news(period: Period, claim: Dated) -> bool:
    """Tell whether a period is one day on which something happened, and the claim's metric is counted over longer.

    "Acme opened a plant today. Revenue rose 4%."
    """
    known = claim.metric is not None and claim.metric.business and not claim.may_be_level
    moves = claim.metric is None and claim.figure is not None and claim.figure.change is not None
    return (
        (known or moves) and not claim.traded and period.first_day is not None and period.first_day == period.last_day
    )


def _remembered(memory: PeriodMemory, claim: Dated) -> Iterator[tuple[str, Period]]:
    """Yield (source, period) of what the text before the claim reports on."""
    if memory.current is not None:
        yield "section", as_period(memory.current)
    if memory.first not in (None, memory.current) and not memory.closed:
        yield "first", as_period(memory.first)
    if memory.trading_day is not None and (claim.traded or claim.type in ("macroeconomics", "price")):
        yield "trading_day", as_period(memory.trading_day)
    lasting = claim.traded or (claim.metric is not None and claim.metric.business)
    if memory.last is not None and not (memory.dates_event and lasting):
        yield f"last.{min(memory.age, 3)}", memory.last


def _spoken(parsed: Parsed, memory: PeriodMemory) -> Iterator[tuple[str, Period]]:
    """Yield (source, period) of what a list's first words and "full-year" say."""
    if lead := memory.spoken.lead_in(parsed.sentence):
        yield "lead_in", as_period(lead)
    if _WHOLE_YEAR.search(parsed.sentence.text) and (year := memory.year()):
        yield "year", year


def _candidate(source: str, period: Period, traits: set[str]) -> Candidate[Period | None]:
    return Candidate(
        f"{period.first_day}/{period.last_day}", period, f"period.{source.split('.', maxsplit=1)[0]}", None, traits
    )
