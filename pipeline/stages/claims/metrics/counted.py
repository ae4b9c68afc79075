"""The metric of a count: what its own noun names, or what its clause counts."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.language.inflection import singular
from pipeline.records import Quantity
from pipeline.stages.claims.metrics.mentions import framed_mentions, metric_mentions
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.syntax import clause_head, subject_of
from pipeline.stages.claims.vocabulary import Metric, generic_units, metrics, unit_metrics

NOUN_REACH = 40
"""Characters after a count within which the phrase that names its metric begins."""

CUE_REACH = 30
"""Characters before and after a count in which the cue of a unit's metric stands."""

_DYNAMIC = frozenset({"new_hires", "layoff"})
"""Metrics of people that come or go: the verb decides against the plain noun."""

_EQUATING = frozenset(
    {
        "reached", "was", "were", "is", "are", "stood", "totalled", "totaled", "exceeded", "hit", "passed",
        "topped", "rose", "fell", "grew", "increased", "amounted", "numbered",
    }
)  # fmt: skip
"""Verbs that set a subject equal to a number."""


def is_generic(quantity: Quantity) -> bool:
    """Tell whether a count's noun says nothing by itself ("units")."""
    return quantity.unit is None or quantity.unit in generic_units()


def counted_noun(quantity: Quantity) -> str:
    """Return the head of a count's noun, singular."""
    return singular((quantity.unit or "").split("_")[-1].split(" ")[-1])


def unit_metric(parsed: Parsed, quantity: Quantity) -> Metric | None:
    """Return the metric that a unit suggests by itself, given the words of the sentence."""
    head = counted_noun(quantity) if quantity.kind == "count" else quantity.unit
    suggested = unit_metrics().get(head or "")
    if suggested is None:
        return None
    text = parsed.sentence.text.lower()
    if quantity.kind == "count":  # people are hired by a verb before their number, or passively after it
        text = parsed.ahead(quantity.start, CUE_REACH).lower() + parsed.behind(quantity.end)[:CUE_REACH].lower()
    return next((metrics()[name] for cue, name in suggested if cue in text), None)


def count_metric(parsed: Parsed, quantity: Quantity) -> Metric | None:
    """Return the metric that a count is of, None where nothing in the sentence names one."""
    noun = counted_noun(quantity)
    unit = unit_metric(parsed, quantity)
    if unit and unit.name in _DYNAMIC:
        return unit
    mentions = metric_mentions(parsed, "count")
    if same := [m for m in mentions if noun and noun in m.metric.name]:
        return min(same, key=lambda m: (abs(m.start - quantity.end), m.start)).metric
    for mention in mentions:
        follows = quantity.end <= mention.start <= quantity.end + NOUN_REACH
        if follows and singular(parsed.between(mention.start, mention.end).split()[-1]) == noun:
            return mention.metric
    if framed := framed_mentions(parsed, quantity):
        return framed[0].metric
    return unit or _counted_subject(parsed, quantity)


def _counted_subject(parsed: Parsed, quantity: Quantity) -> Metric | None:
    """Return the metric that the clause's subject counts ("the number of users reached 5 million")."""
    head: Token | None = parsed.root(quantity.start, quantity.end)
    subject = subject_of(clause_head(head)) if head is not None else None
    if head is None or subject is None or clause_head(head).lower_ not in _EQUATING:
        return None
    start, end = parsed.span(list(subject.subtree))
    return next((m.metric for m in metric_mentions(parsed, "count") if start <= m.start and m.end <= end), None)
