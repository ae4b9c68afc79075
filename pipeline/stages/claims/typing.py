"""The type of a claim without a metric: cue words vote, the main verb's count double, the subject sets a prior."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import cast

from pipeline.records import ClaimType
from pipeline.stages.claims.vocabulary import normal, type_cues, type_priors

VERB_FACTOR = 2.0
"""How much more the main verb's cue counts than another word's."""

REPEAT_FACTOR = 0.3
"""How much each further cue of a type adds, as a share of its weight: many weak words are no strong one."""


def type_scores(clause: str, verb: str, subject_kind: str) -> dict[str, float]:
    """Return the weight of evidence for each claim type that has any."""
    cues = type_cues()
    scores: dict[str, float] = defaultdict(float, type_priors().get(subject_kind, {}))
    heaviest: dict[str, float] = defaultdict(float)
    for match in cues.pattern.finditer(clause):
        word = normal(match[0])
        factor = VERB_FACTOR if verb and word.split()[0] == verb.lower() else 1.0
        for claim_type, weight in cues.meanings[word]:
            heaviest[claim_type] = max(heaviest[claim_type], weight * factor)
            scores[claim_type] += REPEAT_FACTOR * weight
    for claim_type, weight in heaviest.items():
        scores[claim_type] += (1 - REPEAT_FACTOR) * weight
    return scores


def guess_type(
    clause: str, verb: str = "", subject_kind: str = "", *, allowed: Collection[str] | None = None
) -> ClaimType:
    """Return the type with the heaviest evidence among `allowed`, `other` where there is none."""
    scores = type_scores(clause, verb, subject_kind)
    fit = {name: weight for name, weight in scores.items() if allowed is None or name in allowed}
    return cast(ClaimType, max(fit, key=lambda name: fit[name], default="other"))
