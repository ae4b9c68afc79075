"""A metric's name, and how a phrase becomes one."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.language.inflection import singular
from pipeline.lexicon import FOOTNOTE
from pipeline.records import ClaimType, QuantityKind
from pipeline.stages.claims.vocabulary import Metric, noun_types


class Named(NamedTuple):
    """A metric's name in snake_case and, where the vocabulary has it, its entry."""

    name: str | None
    metric: Metric | None

    @property
    def key(self) -> str:
        """What two names must share to be the same metric: one name may be published for several entries."""
        return f"{self.name}|{self.metric.name if self.metric else ''}"

    def noun_type(self, kind: QuantityKind) -> ClaimType | None:
        """Return the claim type that a name which the vocabulary does not have tells by its head noun.

        A noun of several words that the lexicon has goes before its last word: "weight_loss" is no loss.
        """
        words = (self.name or "").split("_")
        found = (noun_types().get((kind, "_".join(words[at:]))) for at in range(len(words)))
        return next((claim_type for claim_type in found if claim_type), None)


def snake_case(words: str) -> str:
    """Return a phrase as a name: lower case, its last word singular, joined by underscores."""
    *rest, last = re.findall(r"\w+", words.lower()) or [""]
    last = FOOTNOTE.sub("", last)
    return "_".join([*rest, singular(last)])
