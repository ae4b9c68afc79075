"""The types of an article's claims that no metric gives: its asserting clauses and its other figures."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import NamedTuple, cast

from spacy.tokens import Token

from pipeline.records import ClaimType, QuantityKind, Sentence, Stance
from pipeline.stages.claims.assertions import Assertion
from pipeline.stages.claims.metrics import Named
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.ranking import Candidate, Choice
from pipeline.stages.claims.speech.research_houses import Survey
from pipeline.stages.claims.stances.clause import clause_stance
from pipeline.stages.claims.syntax import clause_head, clause_tokens, own_subject
from pipeline.stages.claims.types.features import Figure, figure_features, type_features, with_stance
from pipeline.stages.claims.types.model import (
    Probabilities,
    article_context,
    normalized,
    opinion_probability,
    shares,
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
        survey: Survey,
    ) -> None:
        """Type `clauses`, which run parallel to `parsed`, as do the types `known` of the figures with a metric."""
        self._about = _about_sections(sentences)
        self._published = published
        self._survey = survey
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

    def figure(
        self, parsed: Parsed, anchor: Token, kind: QuantityKind, naming: Choice[Named], stance: Stance
    ) -> FigureTyping:
        """Return what the type of the figure at `anchor` is chosen from, together with its metric."""
        words = partial(self._words, parsed, anchor, stance)
        return FigureTyping(kind, naming, words, self._factors, surveyed=self._survey.counts_in(parsed, anchor))

    def _words(self, parsed: Parsed, anchor: Token, stance: Stance) -> Probabilities:
        """Return what the words of the clause at `anchor` add to the score of each type."""
        head = clause_head(anchor)
        tokens = sorted({*clause_tokens(head), anchor}, key=lambda token: token.i)
        features = type_features(parsed, head, tokens, about=parsed.sentence.start in self._about)
        return type_model().scores(with_stance(features, stance))

    def _typed(self, parsed: Parsed, assertion: Assertion) -> TypedAssertion:
        about = parsed.sentence.start in self._about
        features = type_features(parsed, assertion.head, assertion.tokens, about=about)
        stance = clause_stance(parsed, assertion.head, self._published)
        if stance == "asserted" and opinion_probability(features) > OPINION:
            stance = "opinion"
        return TypedAssertion(assertion, stance, type_model().probabilities(with_stance(features, stance)))


class FigureTyping:
    """The choice of a figure's type and metric; the words of its clause are read once, however often it is asked."""

    def __init__(
        self,
        kind: QuantityKind,
        naming: Choice[Named],
        words: Callable[[], Probabilities],
        factors: Probabilities,
        *,
        surveyed: bool,
    ) -> None:
        """Take a figure of a `kind` with its possible metrics, and what its words and its article tell of its type.

        `words` returns the score of each type by the words of its clause, `factors` are those of its article;
        `surveyed` says that the clause counts what a whole market sells.
        """
        self._kind, self._naming, self._read, self._factors = kind, naming, words, factors
        self._surveyed = surveyed

    def given(self, subject: str | None) -> FigureType:
        """Return the type and the metric of the figure where it is about a `subject` of this kind, if that is known.

        The type is the one that the probable metrics make most probable between them; the metric then is the most
        probable of those that can have it: three metrics of money received outweigh one of money spent.
        """
        weights = [p**FLATTENING for p in self._naming.probabilities]
        top = max(weights)
        totals: dict[ClaimType, float] = defaultdict(float)
        best: dict[ClaimType, tuple[float, Candidate[Named]]] = {}
        rest = sum(weights)
        ranked = sorted(zip(weights, self._naming.candidates, strict=True), key=lambda pair: -pair[0])
        for share, candidate in ranked:
            if share < NEGLIGIBLE * top or _settled(totals, rest):
                break
            rest -= share
            for name, p in self._types(candidate.value, subject).items():
                totals[name] += share * p
                if name not in best or share * p > best[name][0]:
                    best[name] = share * p, candidate
        chosen = max(totals, key=lambda name: totals[name])
        candidate = best[chosen][1]
        probability = self._naming.probabilities[self._naming.candidates.index(candidate)]
        metric = replace(self._naming, candidate=candidate, probability=probability)
        return FigureType(chosen, totals[chosen] / (sum(totals.values()) + rest), metric)

    @cached_property
    def _words(self) -> Probabilities:
        return self._read()

    def _types(self, named: Named, subject: str | None) -> Probabilities:
        """Return how probable each type is that a figure can have by its metric or kind."""
        metric = named.metric
        allowed: Collection[str] | None = metric.types if metric else figure_types().get(self._kind)
        if allowed is not None and len(allowed) == 1:
            return {cast(ClaimType, next(iter(allowed))): 1.0}
        noun = None if metric else named.noun_type(self._kind)
        scores = type_model().scores(figure_features(Figure(self._kind, metric, noun, self._surveyed, subject)))
        found = shares({n: self._words[n] + score for n, score in scores.items() if not allowed or n in allowed})
        return normalized({name: p * self._factors[name] for name, p in found.items()})


def _settled(totals: Mapping[ClaimType, float], rest: float) -> bool:
    """Tell whether the heaviest type stays so whatever the metrics of the remaining weight say."""
    *_, second, first = 0.0, 0.0, *sorted(totals.values())
    return first > second + rest


def _about_sections(sentences: Iterable[Sentence]) -> set[int]:
    """Return the starts of the sentences that stand under a heading "About …"."""
    found, about = set(), False
    for sentence in sentences:
        if sentence.block in ("title", "heading"):
            about = sentence.text.strip("*# ").lower().startswith("about")
        elif about:
            found.add(sentence.start)
    return found
