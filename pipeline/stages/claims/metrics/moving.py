"""Which metric moves without a figure: "profit fell", "raised its outlook", "reports a drop in profit"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from pipeline.records import Direction
from pipeline.stages.claims.metrics.mentions import metric_mentions
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.syntax import own_subject
from pipeline.stages.claims.vocabulary import Metric, movements


def moving_metric(parsed: Parsed, verb: Token) -> tuple[str, Metric, Direction] | None:
    """Return the metric that a verb of movement moves, its subject or its object, and which way."""
    moved = [own_subject(verb)]
    direction = _direction(verb.text)
    if direction is None:
        complements = [t for t in verb.children if t.dep_ in ("acomp", "xcomp", "attr", "advmod", "prt")]
        direction = next((way for t in complements if (way := _direction(t.text))), None)
        moved += [child for t in complements for child in t.children if child.dep_ == "dobj"]
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    moved += objects
    if direction is None:
        direction, moved = _told_movement(objects)
    if direction is None:
        return None
    for noun in moved:
        if noun is None:
            continue
        start, end = parsed.span([noun])
        for mention in metric_mentions(parsed, None):
            if mention.start <= start and end <= mention.end and (mention.metric.business or noun.dep_ != "dobj"):
                return mention.name, mention.metric, direction
    return None


def _told_movement(objects: Sequence[Token]) -> tuple[Direction | None, list[Token | None]]:
    """Return the direction of a movement that a verb's object names, and what moves: "reports a drop in profit"."""
    for movement in objects:
        direction = "up" if movement.lower_ == "growth" else _direction(movement.text)
        if direction is not None:
            of = [prep for prep in movement.children if prep.dep_ == "prep" and prep.lower_ in ("in", "of")]
            return direction, [token for prep in of for token in prep.children if token.dep_ == "pobj"]
    return None, []


def _direction(word: str) -> Direction | None:
    return next((way for way, cue in movements() if cue.fullmatch(word)), None)
