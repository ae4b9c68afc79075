"""What a figure of a whole market is about: the market, or the kind of goods that its phrase names."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.records import Subject
from pipeline.stages.claims.metrics.mentions import metric_mentions
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.ranking import DECIDES, Candidate
from pipeline.stages.claims.subjects.markets import one_of
from pipeline.stages.claims.subjects.memory import SubjectMemory
from pipeline.stages.claims.subjects.place import Place, Sought
from pipeline.stages.claims.subjects.things import phrase_span
from pipeline.stages.claims.syntax import is_noun
from pipeline.stages.claims.vocabulary import generic_units

_SALES = frozenset({"shipments", "sales_volume", "registration", "sales_share", "demand", "orders", "production"})
"""Metrics of what a market sells."""
_BACK = frozenset({"it", "they", "he", "which", "this", "that", "these", "those"})
"""Classes of pronouns that refer to somebody named before."""


def surveyed_subjects(
    parsed: Parsed, place: Place, memory: SubjectMemory, sought: Sought
) -> Iterator[Candidate[Subject]]:
    """Yield the market that a research house counts, where the clause names no one and nothing else.

    "Shipments fell to 9 million" is about the market that the article speaks of, "shipments of foldables
    doubled" about foldables, in a sentence that speaks of no company but the house that counts.
    """
    if sought.metric is None or sought.metric.name not in _SALES or not memory.survey.counts_in(parsed, sought.anchor):
        return
    noun = parsed.root(*sought.named) if sought.named and sought.metric.name != "sales_share" else None
    if noun is not None and (goods := _goods(noun, memory.market)):
        start, end = phrase_span(parsed, goods, long=False)
        text = parsed.between(start, end)
        yield Candidate(text, Subject(text=text, name=text), "subject.goods", (start, end), {DECIDES})
    elif memory.market is not None and not _speaks_of_another(parsed, place, memory):
        yield Candidate(memory.market, memory.named(memory.market, memory.market), "subject.market", None, {DECIDES})


def _whose(noun: Token) -> bool:
    return any(child.tag_ == "WP$" for child in noun.children)


def _goods(noun: Token, market: str | None) -> Token | None:
    """Return the goods that what `noun` counts is of, None where they are all that the market sells."""
    of = (prep for prep in noun.children if prep.dep_ == "prep" and prep.lower_ == "of")
    goods = next((t for prep in of for t in prep.children if t.dep_ == "pobj" and t.tag_ in ("NNS", "NNPS")), None)
    if goods is None or market is None:
        return goods
    sold = market.split()[-2]
    whole = one_of(goods.text) == sold and goods.n_lefts == 0
    pieces = one_of(goods.text) in generic_units() and any(one_of(t.text) == sold for t in goods.lefts)
    return None if whole or pieces else goods


def _speaks_of_another(parsed: Parsed, place: Place, memory: SubjectMemory) -> bool:
    """Tell whether a clause's subject is neither a house, a market, its makers, what is measured nor a time."""
    subject = place.subject
    if place.kind in _BACK or place.owner in _BACK or (subject is not None and _whose(subject)):
        return True
    if subject is None or not is_noun(subject) or place.kind in ("market", "makers"):
        return False
    at = parsed.starts[subject.i]
    if any(e.start <= at < e.end and e.name in memory.survey.houses for e in parsed.entities):
        return False
    times = [(m.start, m.end) for m in (*parsed.times, *parsed.quantities)]
    measured = [(m.start, m.end) for m in metric_mentions(parsed, None)]
    return not any(start <= at < end for start, end in (*times, *measured))
