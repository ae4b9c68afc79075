"""Where a sentence names a metric: by a noun phrase of the vocabulary, or by the verb before a figure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.language.inflection import singular
from pipeline.records import Quantity, QuantityKind
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.vocabulary import (
    Metric,
    frame_verbs,
    metric_cues,
    metrics,
    normal,
    qualifiers,
    verb_frames,
)

FRAME_REACH = 60
"""Characters between a verb and the figure that it governs."""


class MetricMention(NamedTuple):
    """A phrase of the sentence that names a metric; offsets count in the source."""

    start: int
    end: int
    metric: Metric
    name: str


def metric_mentions(parsed: Parsed, kind: QuantityKind | None) -> list[MetricMention]:
    """Return the metric phrases of a sentence whose value may be of `kind` (None: any), in text order."""
    found = _mentions(parsed.sentence.text, parsed.sentence.start)
    return [m for m in found if kind is None or kind in m.metric.kinds]


@lru_cache(maxsize=256)
def _mentions(text: str, offset: int) -> tuple[MetricMention, ...]:
    return tuple(
        MetricMention(offset + start, offset + end, metric, _called(text, start, end, metric))
        for start, end, named in metric_cues().find(text)
        for metric in named
    )


def _called(text: str, start: int, end: int, metric: Metric) -> str:
    """Return a metric's name where a phrase names it.

    A word of the contract's vocabulary keeps its name, with the qualifier that changes its meaning
    ("adjusted net profit"); any other is called by the lemma of the phrase itself.
    """
    if not metric.standard and not metric.qualified:
        return _lemma(text[start:end], metric.name)
    before = re.findall(r"[\w-]+", text[max(0, start - 30) : start].lower())[-2:]
    prefix = next((qualifiers()[word] for word in before if word in qualifiers()), "")
    return prefix + metric.name if metric.qualified else metric.name


def _lemma(phrase: str, name: str) -> str:
    """Return a phrase in snake_case with its last word singular; an abbreviation is spelled out as `name`."""
    if phrase.isupper():
        return name
    *words, last = re.split(r"[\s-]+", phrase.lower())
    return "_".join([*words, singular(last)])


_LEADS_AWAY = re.compile(r"[;:]|\b(?:to|at|from|by|than)\s", re.IGNORECASE)
"""What between a verb and a figure tells that the figure is not its object: "raise it to €5m"."""


def _is_verb(parsed: Parsed, match: re.Match[str]) -> bool:
    start = parsed.sentence.start + match.start()
    return any(token.tag_.startswith("VB") for token in parsed.tokens(start, start + 1))


def framed_mentions(parsed: Parsed, quantity: Quantity) -> list[MetricMention]:
    """Return the metric that the verb before a figure gives it, as if a noun named it ("raised $64m")."""
    ahead = parsed.ahead(quantity.start)
    found = [
        (match, verb_frames()[key])
        for match in frame_verbs().finditer(ahead)
        if (key := (quantity.kind, normal(match[0]))) in verb_frames() and _is_verb(parsed, match)
    ]
    if not found:
        return []
    match, name = found[-1]
    verb = parsed.sentence.start + match.start()
    between = ahead[match.end() :]
    crowded = any(verb < q.start < quantity.start for q in parsed.quantities)
    if _LEADS_AWAY.search(between) or len(between) > FRAME_REACH or (crowded and quantity.kind == "count"):
        return []
    return [MetricMention(verb, parsed.sentence.start + match.end(), metrics()[name], name)]
