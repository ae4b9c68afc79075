"""Where a sentence names a metric: by a noun phrase of the vocabulary, or by the verb before a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.language.inflection import inflected, singular
from pipeline.lexicon import alternatives, entries
from pipeline.records import Quantity, QuantityKind
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.syntax import is_verb
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


AMOUNTS: tuple[QuantityKind, ...] = ("money", "count", "measure")
"""The kinds of figures that a share or a multiple may be a change of."""


class MetricMention(NamedTuple):
    """A phrase of the sentence that names a metric; offsets count in the source."""

    start: int
    end: int
    metric: Metric
    name: str


def metric_mentions(parsed: Parsed, kind: QuantityKind | None) -> Sequence[MetricMention]:
    """Return the metric phrases of a sentence whose value may be of `kind` (None: any), in text order."""
    return mentions_in(parsed.sentence.text, parsed.sentence.start, kind)


@lru_cache(maxsize=256)
def mentions_in(text: str, offset: int, kind: QuantityKind | None) -> tuple[MetricMention, ...]:
    """Return the metric phrases of a text that begins at `offset` in the source, as `metric_mentions` does."""
    return tuple(m for m in _mentions(text, offset) if kind is None or kind in m.metric.kinds)


@lru_cache(maxsize=256)
def _mentions(text: str, offset: int) -> tuple[MetricMention, ...]:
    found, taken = list[MetricMention](), 0
    for start, end, named in metric_cues().find(text):
        if start < taken or (found and _LEFT_OUT.search(text, max(0, start - _REACH), start)):
            continue  # the "target" of a "revenue target", the "acquisitions" of "cash flow before acquisitions"
        aim = _AIM.match(text, end)
        taken = aim.end() if aim else end
        found += [
            MetricMention(offset + start, offset + end, metric, _called(text, start, end, metric)) for metric in named
        ]
    return tuple(found)


_REACH = 30
_LEFT_OUT = re.compile(r"(?<=\w\s)(?:before|excluding|excl\.|ex)\s+(?:(?:the|any|net|all)\s+)?$", re.IGNORECASE)
"""What stands before that which a metric leaves out."""
_AIM = re.compile(
    rf"\s+{alternatives(f for noun in entries('aim_nouns') for f in (noun, f'{noun}s'))}\b", re.IGNORECASE
)


def _called(text: str, start: int, end: int, metric: Metric) -> str:
    """Return a metric's name where a phrase names it.

    That is the name that the vocabulary publishes it under, with the qualifier that changes its meaning
    ("adjusted net profit"), or the lemma of the phrase itself.
    """
    if metric.called == "phrase":
        return _lemma(text[start:end], metric.name)
    before = re.findall(r"[\w-]+", text[max(0, start - 30) : start].lower())[-2:]
    prefix = next((qualifiers()[word] for word in reversed(before) if word in qualifiers()), "")
    return prefix + metric.called if metric.qualified else metric.called


_ABBREVIATION = 6
"""Letters at most of what is an abbreviation in capitals."""


def _lemma(phrase: str, name: str) -> str:
    """Return a phrase in snake_case with its last word singular; an abbreviation is spelled out as `name`."""
    if (phrase.isupper() and len(phrase) <= _ABBREVIATION) or (
        phrase.lower().endswith("ed") and phrase.lower() in inflected(name)
    ):
        return name  # "fined"
    *words, last = re.split(r"[\s-]+", re.sub(r"['’]|\s(?:of|for|at|to|in|numbers)$", "", phrase.lower()))
    return "_".join([*words, singular(last)])


_FOLLOWING = re.compile(r"\s+(at|for|from|in|into|off|on|to|towards|with)\s", re.IGNORECASE)
"""The preposition behind a figure, which may belong to the verb before it: "spent $3 billion on technology"."""
_BOUND = re.compile(r"\b(?:(?:more|less|fewer|higher|lower)\s+than|up\s+to|at\s+(?:least|most))\s", re.IGNORECASE)
"""Words of a bound, which leave a figure its verb's object: "raised more than $5m"."""
_LEADS_AWAY = re.compile(r"[;:]|\b(?:to|at|from|by|than)\s", re.IGNORECASE)
"""What between a verb and a figure tells that the figure is not its object: "raise it to €5m"."""


def framed_mentions(parsed: Parsed, quantity: Quantity, *, change_only: bool = False) -> list[MetricMention]:
    """Return the metric that the verb before a figure gives it, as if a noun named it ("raised $64m").

    What changes by a share is no figure of its own kind: the verb says what of ("sold 12% more cars").
    """
    ahead = parsed.ahead(quantity.start)
    behind = _FOLLOWING.match(parsed.behind(quantity.end))
    endings = ("", f" {behind[1].lower()}") if behind else ("",)
    found = [
        (match, name)
        for match in _frame_verbs(ahead)
        if _is_verb(parsed, match)
        for ending in endings
        for name in _frames(parsed, quantity, normal(match[0]) + ending, change_only=change_only)
    ]
    if not found:
        return []
    last = found[-1][0]
    verb = parsed.sentence.start + last.start()
    between = _BOUND.sub("", ahead[last.end() :])
    crowded = any(verb < q.start < quantity.start for q in parsed.quantities)
    if _LEADS_AWAY.search(between) or len(between) > FRAME_REACH or (crowded and quantity.kind == "count"):
        return []
    names = dict.fromkeys(name for match, name in found if match is last)
    return [_framed(verb, parsed.sentence.start + last.end(), name) for name in names]


@lru_cache(maxsize=16)
def _frame_verbs(ahead: str) -> tuple[re.Match[str], ...]:
    """Return the verbs of the frames in a text: those before one figure are asked for more than once."""
    return tuple(frame_verbs().finditer(ahead))


def _frames(parsed: Parsed, quantity: Quantity, form: str, *, change_only: bool) -> list[str]:
    """Return the metrics that a verb form gives a figure, of the figure's kind or, of a change, of any amount's.

    What is paid is the price of a company only where the sentence speaks of a deal.
    """
    kinds = AMOUNTS if change_only and quantity.kind in ("percent", "multiple") else (quantity.kind,)
    names = dict.fromkeys(name for kind in kinds for name in verb_frames().get((kind, form), ()))
    if "offer_price" in names and form.startswith("pa") and _DEAL.search(parsed.sentence.text) is None:
        del names["offer_price"]
    return list(names)


_DEAL = re.compile(
    r"\b(?:acqui\w+|takeover|tak(?:e|es|ing)\s+over|merg\w+|stakes?|shares?|buy\w*|bought|purchas\w+|deal|transaction|"
    r"agreement|clos(?:e|ing)|in\s+cash|company|business|bid|offer|owner)\b",
    re.IGNORECASE,
)
"""What a sentence on the price of a company speaks of."""


def governed_mentions(parsed: Parsed, quantity: Quantity, *, change_only: bool = False) -> list[MetricMention]:
    """Return the metric that the verb above a figure in the parse gives it, with the preposition between them."""
    anchor = parsed.root(quantity.start, quantity.end)
    if anchor is None:
        return []
    preposition = ""
    for node in anchor.ancestors:
        if node.dep_ == "prep":
            preposition = f" {node.lower_}"
        if is_verb(node):
            particles = [f" {child.lower_}" for child in node.children if child.dep_ in ("prt", "prep")]
            forms = {f"{node.lower_}{preposition}", *(f"{node.lower_}{p}" for p in particles if not preposition)}
            names = [
                name for form in sorted(forms) for name in _frames(parsed, quantity, form, change_only=change_only)
            ]
            start, end = parsed.span([node])
            return [_framed(start, end, name) for name in dict.fromkeys(names)]
    return []


def _framed(start: int, end: int, name: str) -> MetricMention:
    return MetricMention(start, end, metrics()[name], published(metrics()[name]))


def published(metric: Metric) -> str:
    """Return the name of a metric that no phrase names."""
    return metric.name if metric.called == "phrase" else metric.called


def _is_verb(parsed: Parsed, match: re.Match[str]) -> bool:
    start = parsed.sentence.start + match.start()
    return any(token.tag_.startswith("VB") for token in parsed.tokens(start, start + 1))
