"""The types of an article's claims that no metric gives: its asserting clauses and its other figures."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple, cast

from spacy.tokens import Token

from pipeline.records import ClaimType, QuantityKind, Sentence, Stance
from pipeline.stages.claims.assertions import Assertion
from pipeline.stages.claims.metrics import Named
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.ranking import Candidate, Choice
from pipeline.stages.claims.stances.clause import clause_stance
from pipeline.stages.claims.syntax import clause_head, clause_tokens, own_subject
from pipeline.stages.claims.types.features import Figure, type_features, with_figure, with_stance
from pipeline.stages.claims.types.model import (
    Probabilities,
    adjusted,
    article_context,
    normalized,
    opinion_probability,
    type_model,
)
from pipeline.stages.claims.vocabulary import figure_types

ClaimKind = tuple[ClaimType, Stance, bool]
"""Type, stance and polarity: by these clauses of a sentence differ."""

OPINION = 0.5
"""A clause without a cue of stance is an opinion from this probability on."""

CLEAR = 0.4
"""How probable the type of a subordinate clause must be for a claim."""

FLATTENING = 0.6
"""The power to which a metric's probability counts for the type: the ranker is surer than it is right."""

NEGLIGIBLE = 0.01
"""Metrics with less than this share of the most probable one's weight tell nothing of the type."""


class FigureType(NamedTuple):
    """The type of a figure's claim, how probable it is, and the metric that goes with it."""

    type: ClaimType
    probability: float
    naming: Choice[Named]


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
        context = article_context(
            [[clause.probabilities for clause in found] for found in raw], known, type_model().frequency
        )
        self._factors = context.factors()
        self.assertions = [
            [clause._replace(probabilities=own) for clause, own in zip(found, fitted, strict=True)]
            for found, fitted in zip(raw, context.fitted(), strict=True)
        ]
        """The typed clauses, by sentence."""

    def of_figure(
        self, parsed: Parsed, anchor: Token, kind: QuantityKind, naming: Choice[Named], stance: Stance
    ) -> FigureType:
        """Return the type of the figure at `anchor`, chosen together with its metric.

        The type is the one that the probable metrics make most probable between them; the metric then is the most
        probable of those that can have it: three metrics of money received outweigh one of money spent.
        """
        shares = [p**FLATTENING for p in naming.probabilities]
        top = max(shares)
        words = _Words(parsed, anchor, stance, parsed.sentence.start in self._about, self._factors)
        totals: dict[ClaimType, float] = defaultdict(float)
        best: dict[ClaimType, tuple[float, Candidate[Named]]] = {}
        rest = sum(shares)
        for share, candidate in sorted(zip(shares, naming.candidates, strict=True), key=lambda pair: -pair[0]):
            if share < NEGLIGIBLE * top or _settled(totals, rest):
                break
            rest -= share
            named = candidate.value
            figure = Figure(kind, named.metric, None if named.metric else named.noun_type(kind))
            for name, p in words.types(figure).items():
                totals[name] += share * p
                if name not in best or share * p > best[name][0]:
                    best[name] = share * p, candidate
        chosen = max(totals, key=lambda name: totals[name])
        candidate = best[chosen][1]
        probability = naming.probabilities[naming.candidates.index(candidate)]
        metric = replace(naming, candidate=candidate, probability=probability)
        return FigureType(chosen, totals[chosen] / (sum(totals.values()) + rest), metric)

    def _typed(self, parsed: Parsed, assertion: Assertion) -> TypedAssertion:
        about = parsed.sentence.start in self._about
        features = type_features(parsed, assertion.head, assertion.tokens, about=about)
        stance = clause_stance(parsed, assertion.head, self._published)
        if stance == "asserted" and opinion_probability(features) > OPINION:
            stance = "opinion"
        return TypedAssertion(assertion, stance, type_model().probabilities(with_stance(features, stance)))


def _settled(totals: Mapping[ClaimType, float], rest: float) -> bool:
    """Tell whether the heaviest type stays so whatever the metrics of the remaining weight say."""
    *_, second, first = 0.0, 0.0, *sorted(totals.values())
    return first > second + rest


class _Words:
    """What the words of a figure's clause tell of its type, read once for all the metrics that it may be of."""

    def __init__(self, parsed: Parsed, anchor: Token, stance: Stance, about: bool, factors: Probabilities) -> None:
        self._parsed, self._anchor, self._stance = parsed, anchor, stance
        self._about, self._factors = about, factors

    @cached_property
    def _features(self) -> dict[str, float]:
        head = clause_head(self._anchor)
        tokens = sorted({*clause_tokens(head), self._anchor}, key=lambda token: token.i)
        return with_stance(type_features(self._parsed, head, tokens, about=self._about), self._stance)

    def types(self, figure: Figure) -> Probabilities:
        """Return how probable each type is that a figure can have by its metric or kind."""
        allowed: Collection[str] | None = figure.metric.types if figure.metric else figure_types().get(figure.kind)
        if allowed is not None and len(allowed) == 1:
            return {cast(ClaimType, next(iter(allowed))): 1.0}
        found = type_model().probabilities(with_figure(self._features, figure))
        fitting = {n: p for n, p in adjusted(found, self._factors).items() if not allowed or n in allowed}
        return normalized(fitting)


def _about_sections(sentences: Iterable[Sentence]) -> set[int]:
    """Return the starts of the sentences that stand under a heading "About …"."""
    found, about = set(), False
    for sentence in sentences:
        if sentence.block in ("title", "heading"):
            about = sentence.text.strip("*# ").lower().startswith("about")
        elif about:
            found.add(sentence.start)
    return found
