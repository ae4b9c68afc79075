"""For which days a claim holds: the times of its sentence, what its section reports on, or none; weighed."""

from __future__ import annotations

import re

from pipeline.records import Period
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.periods.carried import carried
from pipeline.stages.claims.periods.dated import Dated
from pipeline.stages.claims.periods.memory import PeriodMemory
from pipeline.stages.claims.periods.sentence import own_times
from pipeline.stages.claims.ranking import DECIDES, Candidate, Choice, choose, decisive, merged

__all__ = ["Dated", "PeriodMemory", "find_period"]

_STANDING = re.compile(
    r"\b(?:52|fifty-two)[-\s]week\s+(?:trading\s+)?(?:range|high|low)\s+is\s+(?:[\w$€£¥.,-]+\s+){0,3}\W*$|"
    r"\b(?:daily\s+average|(?:average|usual)\s+(?:daily\s+|trading\s+)*volume)\s+of\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
"""What stands before a figure that a share has on any day: "its 52-week range is", "the daily average of around"."""


def find_period(parsed: Parsed, memory: PeriodMemory, claim: Dated) -> Choice[Period | None]:
    """Return the period that a claim holds for, None where it has none."""
    candidates = merged([*own_times(parsed, memory, claim), *carried(parsed, memory, claim), _none(parsed, claim)])
    return choose("period", decisive(candidates))


def _is_standing(parsed: Parsed, claim: Dated) -> bool:
    """Tell what a share has at all times, its range of a year or its usual volume, from what it had on a day."""
    if claim.figure is None or not claim.traded:
        return False
    return _STANDING.search(parsed.ahead(claim.figure.start)) is not None


def _none(parsed: Parsed, claim: Dated) -> Candidate[Period | None]:
    times = min(sum(t.kind != "set" for t in parsed.times), 2)
    traits = {"none", f"none|times:{times}", *(f"none|{trait}" for trait in claim.traits())}
    traits |= {f"{trait}|times:{times}" for trait in traits}
    if _is_standing(parsed, claim):
        traits.add(DECIDES)
    return Candidate("none", None, "period.none", None, traits)
