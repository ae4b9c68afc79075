"""Words of change by their place beside an amount, and what they say of it at once."""

from __future__ import annotations

from pipeline.lexicon import rows
from pipeline.records import Trend
from pipeline.stages.quantities.amounts import Amount
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.phrases import Phrases
from pipeline.stages.quantities.tokens import Tokens

_ADDING = cue("adding")
_BEYOND = cue("compared_with")
_EXTRA = cue("extra")
_GROWTH_NOUN = cue("growth_noun")
_POINTS = cue("points")
_SAVING = cue("saving")
_TAKING_OFF = cue("taking_off")
_DIRECTION: dict[str, Trend] = {"up": "up", "down": "down"}
_JOBS = 100
"""From so many on, positions are jobs and not places in a ranking."""


def _by_role(*roles: str) -> Phrases[Trend]:
    return Phrases((r["word"], _DIRECTION[r["direction"]]) for r in rows("changes") if r["role"] in roles)


VERB, PUSH, NOUN, ADVERB, COMPARE = map(_by_role, ("verb", "push", "noun", "adverb", "compare"))
VERB_OR_ADVERB, VERB_OR_PUSH = _by_role("verb", "adverb"), _by_role("verb", "push")
NOUN_OR_VERB, NOUN_OR_BEHIND = _by_role("noun", "verb"), _by_role("noun", "behind")
ANY_ROLE = _by_role("verb", "push", "noun", "adverb")
_PAST = Phrases((r["word"], _DIRECTION[r["direction"]]) for r in rows("changes") if r["past"])
SIGNS = frozenset(
    {*_ADDING, *_SAVING, *_TAKING_OFF, *_EXTRA, *_GROWTH_NOUN, *ANY_ROLE.ends(), *_by_role("compare", "behind").ends()}
)
"""Words of which at least one stands near an amount that is a change."""


def is_comparative(t: Tokens, i: int) -> bool:
    """Say whether a word at token `i` sets what is before it off from something: "less fuel", "brighter than"."""
    if t.low[i] in ("more", "less", "fewer"):
        return True
    return COMPARE.at(t.low, i) is not None and not (t.low[i + 1].isalpha() and t.low[i + 1] not in _BEYOND)


def follows_past_change(t: Tokens, first: int) -> bool:
    """Say whether an amount at `first` follows a verb of change in the past ("rose 5% to 20%" is no range)."""
    end = first - 1 if t.low[first - 1] == "by" else first
    return _PAST.before(t.low, end) is not None or ADVERB.before(t.low, end) is not None


def follows_change(t: Tokens, first: int) -> bool:
    """Say whether a verb or adverb of change stands right before token `first` ("up a third")."""
    return VERB_OR_ADVERB.before(t.low, first) is not None


def speaks_of_change(t: Tokens, end: int) -> bool:
    """Say whether the sentence has a word of change before token `end`, other than in "up to"."""
    return any(t.low[k] in SIGNS and t.low[k + 1] != "to" for k in range(t.first, end))


def is_relative(amount: Amount) -> bool:
    """Say whether an amount only measures another: a percentage, a multiple, points, few places."""
    if amount.unit == "position" and amount.value >= _JOBS:
        return False  # "shed 820 positions"
    return amount.kind in ("percent", "multiple") or amount.unit in _POINTS
