"""The types of an article's claims that no metric gives: its asserting clauses and its other figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple, cast

from spacy.tokens import Token

from pipeline.records import ClaimType, Sentence, Stance
from pipeline.stages.claims.assertions import Assertion
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.stances.clause import clause_stance
from pipeline.stages.claims.syntax import clause_head, clause_tokens, own_subject
from pipeline.stages.claims.types.features import Figure, type_features, with_figure, with_stance
from pipeline.stages.claims.types.model import (
    Probabilities,
    adjusted,
    article_context,
    opinion_probability,
    surely,
    type_model,
)
from pipeline.stages.claims.vocabulary import figure_types

ClaimKind = tuple[ClaimType, Stance, bool]
"""Type, stance and polarity: by these clauses of a sentence differ."""

OPINION = 0.5
"""A clause without a cue of stance is an opinion from this probability on."""

CLEAR = 0.4
"""How probable the type of a subordinate clause must be for a claim."""


class TypedAssertion(NamedTuple):
    """A clause that asserts, its stance, and how probable each type is."""

    assertion: Assertion
    stance: Stance
    probabilities: Probabilities

    @property
    def type(self) -> ClaimType:
        """The most probable type."""
        return max(self.probabilities, key=lambda name: self.probabilities[name])

    def adds_to(self, kind: ClaimKind, seen: Collection[ClaimKind]) -> bool:
        """Tell whether the clause gives a claim of its own, given the kinds that its sentence has already.

        The main clause does, and so does one joined to it that has a subject of its own; another that is joined
        does where it is of another kind, one that stands beside the main clause where its type is also clear.
        """
        rank = self.assertion.rank
        if rank == "main" or (rank == "joined" and own_subject(self.assertion.head) is not None):
            return True
        return kind not in seen and (rank == "joined" or self.probabilities[kind[0]] >= CLEAR)


class ArticleTypes:
    """The types of one article's clauses, and of its figures whose metric the vocabulary does not know."""

    def __init__(
        self,
        parsed: Sequence[Parsed],
        clauses: Sequence[Sequence[Assertion]],
        known: Sequence[Sequence[ClaimType]],
        sentences: Sequence[Sentence],
        published: dt.date | None,
    ) -> None:
        """Type `clauses`, which run parallel to `parsed`, as do the types `known` of the figures with a metric."""
        self._about = _about_sections(sentences)
        self._published = published
        raw = [[self._typed(p, clause) for clause in found] for p, found in zip(parsed, clauses, strict=True)]
        self._context = article_context(
            [[clause.probabilities for clause in found] for found in raw], known, type_model().frequency
        )
        self._factors = self._context.factors()
        self.assertions = [
            [self._in_context(n, clause, found, types) for clause in found]
            for n, (found, types) in enumerate(zip(raw, known, strict=True))
        ]
        """The typed clauses, by sentence."""

    def of_figure(self, parsed: Parsed, anchor: Token, figure: Figure, stance: Stance) -> tuple[ClaimType, float]:
        """Return the type of the figure at `anchor`, its metric's or by the words of its clause, and how probable."""
        allowed: Collection[str] | None = figure.metric.types if figure.metric else figure_types().get(figure.kind)
        if allowed is not None and len(allowed) == 1:
            return cast(ClaimType, next(iter(allowed))), 1.0
        head = clause_head(anchor)
        tokens = sorted({*clause_tokens(head), anchor}, key=lambda token: token.i)
        features = type_features(parsed, head, tokens, about=parsed.sentence.start in self._about)
        evidence = with_figure(with_stance(features, stance), figure)
        found = adjusted(type_model().probabilities(evidence), self._factors)
        fitting = {name: p for name, p in found.items() if not allowed or name in allowed}
        best = max(fitting, key=lambda name: fitting[name])
        return best, fitting[best] / sum(fitting.values())

    def _in_context(
        self, sentence: int, clause: TypedAssertion, beside: Sequence[TypedAssertion], known: Sequence[ClaimType]
    ) -> TypedAssertion:
        rest = [other.probabilities for other in beside if other is not clause]
        rest += [surely(name, self._context.frequency) for name in known]
        return clause._replace(probabilities=self._context.around(sentence, clause.probabilities, rest))

    def _typed(self, parsed: Parsed, assertion: Assertion) -> TypedAssertion:
        about = parsed.sentence.start in self._about
        features = type_features(parsed, assertion.head, assertion.tokens, about=about)
        stance = clause_stance(parsed, assertion.head, self._published)
        if stance == "asserted" and opinion_probability(features) > OPINION:
            stance = "opinion"
        return TypedAssertion(assertion, stance, type_model().probabilities(with_stance(features, stance)))


def _about_sections(sentences: Iterable[Sentence]) -> set[int]:
    """Return the starts of the sentences that stand under a heading "About …"."""
    found, about = set(), False
    for sentence in sentences:
        if sentence.block in ("title", "heading"):
            about = sentence.text.strip("*# ").lower().startswith("about")
        elif about:
            found.add(sentence.start)
    return found
