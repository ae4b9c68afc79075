"""What is known of a claim when its period is sought, and what of it bears on which period is right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from spacy.tokens import Token

from pipeline.records import ClaimType, Quantity, Stance
from pipeline.stages.claims.metrics.market import TRADED
from pipeline.stages.claims.syntax import is_finite
from pipeline.stages.claims.vocabulary import Metric

Tense = Literal["past", "perfect", "present", "modal", "bare"]

_HAVE = frozenset({"has", "have", "'ve"})


@dataclass(frozen=True)
class Dated:
    """What is known of a claim when its period is sought: its verb, type and stance, its figure and metric.

    `named` is the span of the words that name the metric, where there are such.
    """

    verb: Token
    type: ClaimType
    stance: Stance
    metric: Metric | None = None
    figure: Quantity | None = None
    named: tuple[int, int] | None = None

    @cached_property
    def tense(self) -> Tense:
        """How the clause's verb places it; each of the claim's candidates asks for it."""
        return tense(self.verb)

    @property
    def level(self) -> bool:
        """Tell whether the claim is of a stock, which has a level at a day."""
        return self.metric is not None and self.metric.level and self.stance == "asserted"

    @property
    def may_be_level(self) -> bool:
        """Tell whether the claim is of a stock or of something that the vocabulary does not know."""
        return self.level or (self.metric is None and self.figure is not None and self.stance == "asserted")

    @property
    def traded(self) -> bool:
        """Tell whether the claim is of a price that markets make."""
        return self.type == "security_value" or (self.metric is not None and self.metric.name in TRADED)

    def traits(self) -> Iterator[str]:
        """Yield what bears on whether a claim holds for a period at all."""
        what = "figure" if self.figure else "assertion"
        yield self.stance
        yield f"{what}|{self.stance}"
        yield f"{what}|{self.type}"
        yield f"tense:{self.tense}|{what}"
        yield f"clause:{self.verb.dep_}"
        if self.metric is not None:
            yield f"business:{self.metric.business}|level:{self.metric.level}|{self.stance}"
            yield f"metric:{self.metric.name}"
        elif self.figure:
            yield f"own_metric|{self.figure.kind}"
        if self.figure and self.figure.change:
            yield "moves"


def tense(verb: Token) -> Tense:
    """Return how a clause's verb places it; a participle or infinitive without auxiliary is bare."""
    auxiliaries = [t for t in verb.children if t.dep_ in ("aux", "auxpass")]
    tags = {t.tag_ for t in auxiliaries}
    if "MD" in tags:
        return "modal"
    if any(t.lower_ in _HAVE for t in auxiliaries):
        return "perfect"
    if "VBD" in tags or verb.tag_ == "VBD":
        return "past"
    return "present" if is_finite(verb) else "bare"
