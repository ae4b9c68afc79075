"""The types of an article's claims without a metric: clauses by the model, figures by their cue words."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple, cast

from pipeline.records import ClaimType, Sentence, Stance
from pipeline.stages.claims.assertions import Assertion
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.stance import clause_stance
from pipeline.stages.claims.type_features import REPEATS, type_features, with_stance
from pipeline.stages.claims.type_model import Probabilities, fitted_to_article, opinion_probability, type_model
from pipeline.stages.claims.vocabulary import normal, type_cues, type_priors

ClaimKind = tuple[ClaimType, Stance, bool]
"""Type, stance and polarity: by these clauses of a sentence differ."""

OPINION = 0.5
"""A clause without a cue of stance is an opinion from this probability on."""

CLEAR = 0.4
"""How probable the type of a subordinate clause must be for a claim."""

VERB_FACTOR = 2.0
"""How much more the main verb's cue counts than another word's, for a figure's type."""


class TypedAssertion(NamedTuple):
    """A clause that asserts, its stance, and how probable each type is."""

    assertion: Assertion
    stance: Stance
    probabilities: Probabilities

    @property
    def type(self) -> ClaimType:
        """The most probable type."""
        return max(self.probabilities, key=lambda name: self.probabilities[name])

    def adds_to(self, kind: ClaimKind, seen: Collection[ClaimKind], *, beside_figures: bool) -> bool:
        """Tell whether the clause gives a claim of its own, given the kinds that its sentence has already.

        The main clause does, unless it only leads to a specification with a figure; a clause joined to it does
        where it is of another kind, one that stands beside it where its type is also clear.
        """
        if self.assertion.rank == "main":
            return not (beside_figures and kind in seen)
        return kind not in seen and (self.assertion.rank == "joined" or self.probabilities[kind[0]] >= CLEAR)


def type_assertions(
    parsed: Sequence[Parsed],
    clauses: Sequence[Sequence[Assertion]],
    known: Iterable[ClaimType],
    sentences: Sequence[Sentence],
    published: dt.date | None,
) -> list[list[TypedAssertion]]:
    """Return the clauses of each sentence with their types.

    `clauses` runs parallel to `parsed`; `known` are the types that the article's figures have.
    """
    about = _about_sections(sentences)
    model = type_model()
    stances, raw = [], []
    for sentence, found in zip(parsed, clauses, strict=True):
        for assertion in found:
            features = type_features(sentence, assertion.head, assertion.tokens, about=sentence.sentence.start in about)
            stance = clause_stance(sentence, assertion.head, published)
            if stance == "asserted" and opinion_probability(features) > OPINION:
                stance = "opinion"
            stances.append(stance)
            raw.append(model.probabilities(with_stance(features, stance)))
    typed = iter(zip(stances, fitted_to_article(raw, known, model.frequency), strict=True))
    return [[TypedAssertion(assertion, *next(typed)) for assertion in found] for found in clauses]


def _about_sections(sentences: Iterable[Sentence]) -> set[int]:
    """Return the starts of the sentences that stand under a heading "About …"."""
    found, about = set(), False
    for sentence in sentences:
        if sentence.block in ("title", "heading"):
            about = sentence.text.strip("*# ").lower().startswith("about")
        elif about:
            found.add(sentence.start)
    return found


def guess_type(
    clause: str, verb: str = "", subject_kind: str = "", *, allowed: Collection[str] | None = None
) -> ClaimType:
    """Return the type with the heaviest cue words among `allowed`, `other` where there is none."""
    scores = type_scores(clause, verb, subject_kind)
    fit = {name: weight for name, weight in scores.items() if allowed is None or name in allowed}
    return cast(ClaimType, max(fit, key=lambda name: fit[name], default="other"))


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
            scores[claim_type] += REPEATS * weight
    for claim_type, weight in heaviest.items():
        scores[claim_type] += (1 - REPEATS) * weight
    return scores
