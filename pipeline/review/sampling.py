"""Which claims are judged: a stratified random sample, the same for the same run, size and seed."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping
from math import sqrt
from typing import NamedTuple

from pipeline.records import Claim, Document, Sentence
from pipeline.tables import ArticleRecords, Run

STRATA = ("type", "stance", "source", "none")
"""What claims can be divided by: a field, the input file, or nothing (a simple random sample)."""


class SampleError(ValueError):
    """No sample can be drawn; the message says why."""


class Drawn(NamedTuple):
    """A sampled claim where it stands, with its stratum and how many claims of the run that has."""

    claim: Claim
    article: ArticleRecords
    stratum: str
    size: int

    @property
    def sentences(self) -> tuple[Sentence | None, Sentence]:
        """The sentence before the claim's in its article, None at the head, and the claim's."""
        known = self.article.sentences
        at = next(n for n, sentence in enumerate(known) if sentence.sentence_id == self.claim.sentence_id)
        return known[at - 1] if at else None, known[at]


def draw(run: Run, n: int, by: str, seed: int) -> list[Drawn]:
    """Return `n` claims of the run (all, where it has fewer) divided `by` one of STRATA, in text order.

    Raises SampleError where the run has no claims or more strata than `n`.
    """
    strata: dict[str, list[tuple[Claim, ArticleRecords]]] = defaultdict(list)
    for article in run.articles:
        for claim in article.claims:
            strata[_stratum(claim, article.document, by)].append((claim, article))
    if not strata:
        raise SampleError("the run holds no claims: nothing to review")
    parts = allocate({name: len(members) for name, members in strata.items()}, n)
    chance = random.Random(seed)
    chosen = {
        claim.claim_id: Drawn(claim, article, name, len(strata[name]))
        for name in sorted(strata)
        for claim, article in chance.sample(strata[name], parts[name])
    }
    return [chosen[claim.claim_id] for claim in run.claims if claim.claim_id in chosen]


def _stratum(claim: Claim, document: Document, by: str) -> str:
    whole = {"source": document.source, "none": "all"}
    return whole[by] if by in whole else str(getattr(claim, by))


def allocate(sizes: Mapping[str, int], n: int) -> dict[str, int]:
    """Return how many of `n` each stratum gets: one at least, the rest by the square root of its size.

    The root lies between equal parts, best for a figure a type, and proportional ones, best for the figure of
    the whole (power allocation: Bankier 1988, The American Statistician 42(3)).
    """
    if n < len(sizes):
        raise SampleError(f"{n} claims are too few for {len(sizes)} strata; ask for {len(sizes)} or more, or --by none")
    parts = dict.fromkeys(sorted(sizes), 1)
    for _ in range(min(n, sum(sizes.values())) - len(parts)):
        open_ = [name for name in parts if parts[name] < sizes[name]]
        parts[max(open_, key=lambda name: sqrt(sizes[name]) / (parts[name] + 1))] += 1
    return parts
