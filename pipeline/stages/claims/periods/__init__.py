"""For which days a claim holds: the times of its sentence, what its section reports on, or none; weighed."""

from __future__ import annotations

from pipeline.records import Period
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.periods.carried import carried
from pipeline.stages.claims.periods.dated import Dated
from pipeline.stages.claims.periods.memory import PeriodMemory
from pipeline.stages.claims.periods.sentence import own_times
from pipeline.stages.claims.ranking import Candidate, Choice, choose, decisive, merged

__all__ = ["Dated", "PeriodMemory", "find_period"]


def find_period(parsed: Parsed, memory: PeriodMemory, claim: Dated) -> Choice[Period | None]:
    """Return the period that a claim holds for, None where it has none."""
    candidates = merged([*own_times(parsed, memory, claim), *carried(parsed, memory, claim), _none(parsed, claim)])
    return choose("period", decisive(candidates))


def _none(parsed: Parsed, claim: Dated) -> Candidate[Period | None]:
    times = min(sum(t.kind != "set" for t in parsed.times), 2)
    traits = {"none", f"none|times:{times}", *(f"none|{trait}" for trait in claim.traits())}
    return Candidate("none", None, "period.none", None, traits | {f"{trait}|times:{times}" for trait in traits})
