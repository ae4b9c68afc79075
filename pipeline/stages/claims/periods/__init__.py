"""For which days a claim holds: the times of its sentence, what its section reports on, or none; weighed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from pipeline.records import ClaimType, Period, Quantity, Stance, Time
from pipeline.stages.claims.figures.respective import counterpart
from pipeline.stages.claims.metrics.market import TRADED
from pipeline.stages.claims.parsed import Parsed, dateline_length
from pipeline.stages.claims.periods.memory import OPENING, YEAR_BEFORE, PeriodMemory, as_period, at_level, compares
from pipeline.stages.claims.ranking import Candidate, Choice, choose, merged
from pipeline.stages.claims.syntax import clause_head, is_finite
from pipeline.stages.claims.vocabulary import Metric

__all__ = ["Dated", "PeriodMemory", "find_period"]

DISTANCES = (10, 30, 80)
"""Bounds in characters of the classes of distance between a time and a figure."""

_BEFORE = re.compile(r"([a-z]+)\W+(?:the\s+)?$", re.IGNORECASE)


class Dated(NamedTuple):
    """What is known of a claim when its period is sought: its verb, type and stance, its figure and metric."""

    verb: Token
    type: ClaimType
    stance: Stance
    metric: Metric | None = None
    figure: Quantity | None = None

    @property
    def level(self) -> bool:
        """Tell whether the claim is of a stock, which has a level at a day."""
        return self.metric is not None and self.metric.level and self.stance == "asserted"

    def traits(self) -> Iterator[str]:
        """Yield what bears on whether a claim holds for a period at all."""
        yield self.stance
        yield f"{'figure' if self.figure else 'assertion'}|{self.stance}"
        yield f"{'figure' if self.figure else 'assertion'}|{self.type}"
        if self.metric is not None:
            yield f"business:{self.metric.business}|level:{self.metric.level}|{self.stance}"
        elif self.figure:
            yield f"own_metric|{self.figure.kind}"


def find_period(parsed: Parsed, memory: PeriodMemory, claim: Dated) -> Choice[Period | None]:
    """Return the period that a claim holds for, None where it has none."""
    candidates = merged([*_times(parsed, memory, claim), *_carried(parsed, memory, claim), _none(parsed, claim)])
    return choose("period", candidates)


def _candidate(period: Period, rule: str, span: tuple[int, int] | None, traits: set[str]) -> Candidate[Period | None]:
    return Candidate(f"{period.first_day}/{period.last_day}", period, f"period.{rule}", span, traits)


def _none(parsed: Parsed, claim: Dated) -> Candidate[Period | None]:
    times = min(sum(t.kind != "set" for t in parsed.times), 2)
    traits = {"none", f"none|times:{times}", *(f"none|{trait}" for trait in claim.traits())}
    return Candidate("none", None, "period.none", None, traits | {f"{trait}|times:{times}" for trait in traits})


def _times(parsed: Parsed, memory: PeriodMemory, claim: Dated) -> Iterator[Candidate[Period | None]]:
    """Yield the times of the sentence, each with how it stands to the claim."""
    begin = parsed.sentence.start + dateline_length(parsed.sentence.text)
    usable = [t for t in parsed.times if t.kind != "set" and t.start >= begin]
    partner = counterpart(parsed, claim.figure, usable) if claim.figure else None
    at = claim.figure.start if claim.figure else parsed.starts[claim.verb.i]
    nearest = min(usable, key=lambda t: abs(t.start - at), default=None)
    for time in usable:
        if _is_base(parsed, time, claim.figure):
            continue
        traits = {"time", *_relation(parsed, time, claim.verb), *_own(parsed, time, memory)}
        side = "before" if time.start < at else "after"
        gap = sum(abs(time.start - at) > bound for bound in DISTANCES)
        traits |= {f"gap:{gap}", f"{side}|gap:{gap}", f"nearest:{time == nearest}", f"only:{len(usable) == 1}"}
        if time == partner:
            traits.add("counterpart")
        low, high = sorted((time.start, at))
        figures = sum(low <= q.start < high and q != claim.figure for q in parsed.quantities)
        traits.add(f"{side}|figures:{min(figures, 2)}")
        traits |= {f"time|{trait}" for trait in claim.traits()}
        period = as_period(time)
        if claim.level and period.first_day is None:
            period = at_level(period)
        yield _candidate(period, "sentence", (time.start, time.end), traits)


def _is_base(parsed: Parsed, time: Time, figure: Quantity | None) -> bool:
    """Tell whether a time behind a figure only says what it is compared with: "6% more than in 2019", "(2023: 69%)"."""
    if figure is None or time.start < figure.end:
        return False
    between = parsed.between(figure.end, time.start)
    return _BASE.search(between) is not None or (figure.change is not None and _FROM.fullmatch(between) is not None)


_BASE = re.compile(
    r"\b(?:than|compared\s+(?:with|to)|versus|vs\.?|against)\s+(?:(?!and\b)[\w$€£¥%.’'-]+\s+){0,6}$|\($", re.IGNORECASE
)
_FROM = re.compile(r"\s+(?:from|over|on)\s+(?:the\s+)?", re.IGNORECASE)


def _own(parsed: Parsed, time: Time, memory: PeriodMemory) -> Iterator[str]:
    yield f"kind:{time.kind}"
    if compares(parsed.sentence, time):
        yield "compared"
    if YEAR_BEFORE.match(time.text):
        yield "year_before"
    if word := _BEFORE.search(parsed.ahead(time.start, 20)):
        yield f"word:{word[1].lower()}"
        yield f"word:{word[1].lower()}|{time.kind}"
    if memory.published and time.first_day and time.first_day > memory.published:
        yield "ahead"
    if memory.published and time.first_day == time.last_day == memory.published:
        yield "today"
    if time.last_day is None:
        yield "open" if time.first_day else "unresolved"


def _relation(parsed: Parsed, time: Time, verb: Token) -> Iterator[str]:
    """Yield whether a time stands in a verb's clause, in one above or below it, or in front of the sentence."""
    front = time.start - parsed.sentence.start < OPENING
    if front:
        yield "front"
    root = parsed.root(time.start, time.end)
    if root is None:
        yield "unparsed"
        return
    home = clause_head(root)
    if home == verb:
        relation = "same"
    elif home.is_ancestor(verb):
        relation = "above"
    elif verb.is_ancestor(home):
        relation = f"below.{home.dep_}.{'finite' if is_finite(home) else 'bare'}"
    else:
        relation = "elsewhere"
    yield relation
    yield f"{relation}|front:{front}"
    yield f"{relation}|{root.dep_}"


def _carried(parsed: Parsed, memory: PeriodMemory, claim: Dated) -> Iterator[Candidate[Period | None]]:
    """Yield what a reader carries over: the section's reporting period, the trading day, the last claim's period."""
    times = min(sum(t.kind != "set" for t in parsed.times), 2)
    found: list[tuple[str, Period]] = []
    if memory.current is not None:
        found.append(("section", as_period(memory.current)))
    traded = claim.metric is not None and claim.metric.name in TRADED
    if memory.trading_day is not None and traded:
        found.append(("trading_day", as_period(memory.trading_day)))
    if memory.last is not None:
        found.append((f"last.{min(memory.age, 3)}", memory.last))
    if claim.level:  # a stock holds at the last day of the period, or is told for the period as a whole
        found += [(f"{source}.day", at_level(period)) for source, period in found]
    for source, period in found:
        traits = {source, f"{source}|times:{times}", *(f"{source}|{trait}" for trait in claim.traits())}
        traits |= {f"{source}|traded:{traded}", f"{source}|block:{parsed.sentence.block}"}
        yield _candidate(period, source.split(".")[0], None, traits)
