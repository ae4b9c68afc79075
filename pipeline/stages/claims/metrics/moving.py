"""Which metric moves without a figure: "profit fell", "raised its outlook", "reports a drop in profit"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from pipeline.records import Basis, Direction
from pipeline.stages.claims.metrics.market import is_index
from pipeline.stages.claims.metrics.mentions import metric_mentions
from pipeline.stages.claims.metrics.wholes import SHARES
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.syntax import own_subject
from pipeline.stages.claims.vocabulary import Metric, comparatives, movements

_COMPARATIVES: dict[str, Direction] = {
    **dict.fromkeys(("higher", "stronger", "increased", "improved", "rising", "growing", "larger"), "up"),
    **dict.fromkeys(("lower", "weaker", "reduced", "falling", "declining", "smaller", "decreased"), "down"),
}
"""Words before a metric that say which way it has moved."""


class Movement(NamedTuple):
    """A metric that moves, and which way; a report's own "outlook" has no name."""

    name: str | None
    metric: Metric
    direction: Direction
    basis: Basis | None = None


def moving_metric(parsed: Parsed, verb: Token) -> Movement | None:
    """Return the metric that a verb of movement moves, its subject or its object, and which way."""
    if (told := _comparative(verb)) is not None:
        return told
    moved = [own_subject(verb)]
    particle = next((t.text for t in verb.children if t.dep_ == "prt"), None)
    direction = _direction(verb.text) if particle is None else _direction(f"{verb.text} {particle}")
    if direction == "flat" and any(t.dep_ == "acomp" and _direction(t.text) is None for t in verb.children):
        return None  # "demand stays strong"
    if direction is None:
        complements = [t for t in verb.children if t.dep_ in ("acomp", "xcomp", "attr", "advmod")]
        direction = next((way for t in complements if (way := _direction(t.text))), None)
        caused = [child for t in complements for child in t.children if child.dep_ == "dobj"]
        moved = [*caused] or moved  # "the deal is expected to lift profits"
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    moved += objects
    if direction is None:
        direction, moved = _told_movement([*objects, *_further(verb)])
    if direction is None:
        return None
    companies = [e for e in parsed.entities if e.label == "ORG" and not is_index(e.text)]
    for noun in moved:
        if noun is None:
            continue
        start, end = parsed.span([noun])
        if any(e.start <= start and end <= e.end for e in companies):
            continue  # "Acme Tires to expand"
        for mention in metric_mentions(parsed, None):
            if not (mention.start <= start and end <= mention.end) or (
                noun.lower_ == "shares" and mention.name in SHARES
            ):
                continue
            if mention.metric.business or (noun.dep_ != "dobj" and not objects):
                report = mention.metric.type == "financial_report"
                return Movement(None if report else mention.name, mention.metric, direction)
    return None


def _comparative(verb: Token) -> Movement | None:
    """Return the metric that what a verb says of its subject names by a comparative: "is cheaper"."""
    for word in verb.children:
        if word.dep_ in ("acomp", "attr", "oprd", "xcomp"):
            degree = next((t.lower_ for t in word.children if t.lower_ in ("more", "less")), "")
            if (found := comparatives().get(f"{degree} {word.lower_}".strip())) is not None:
                return Movement(found[0].name, *found)
    return None


def _further(verb: Token) -> Iterator[Token]:
    """Yield the nouns beside a verb's object that may name a movement.

    They are its subject, what it leads to and the object of what is expected: "led to a drop in profit", "plans to
    report higher profits".
    """
    if subject := own_subject(verb):
        yield subject
    for child in verb.children:
        if (child.dep_ == "prep" and child.lower_ == "to") or child.dep_ == "xcomp":
            yield from (token for token in child.children if token.dep_ in ("pobj", "dobj"))


def _told_movement(nouns: Sequence[Token]) -> tuple[Direction | None, list[Token | None]]:
    """Return the direction of a movement that a noun names, and what moves: "a drop in profit", "higher profits"."""
    for movement in nouns:
        compared = next((_COMPARATIVES[t.lower_] for t in movement.children if t.lower_ in _COMPARATIVES), None)
        if compared is not None and movement.dep_ == "dobj":
            return compared, [movement]
        direction = "up" if movement.lower_ == "growth" else _direction(movement.text)
        if direction is not None:
            of = [prep for prep in movement.children if prep.dep_ == "prep" and prep.lower_ in ("in", "of")]
            return direction, [token for prep in of for token in prep.children if token.dep_ == "pobj"]
    return None, []


def _direction(word: str) -> Direction | None:
    return next((way for way, cue in movements() if cue.fullmatch(word)), None)
