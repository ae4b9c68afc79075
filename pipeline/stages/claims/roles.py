"""What each quantity of a sentence does: it is a value, a change, a previous value, or measures nothing."""

from __future__ import annotations

import re
from typing import Literal

from pipeline.records import Quantity
from pipeline.stages.claims.counted import count_metric
from pipeline.stages.claims.mentions import metric_mentions
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.vocabulary import figure_cue

Role = Literal["value", "change", "previous", "none"]

REACH = 60
"""Characters before a figure in which a cue for its role may begin."""

SMALL_COUNT = 10
"""Fewer things than this that no metric names are parts or participants."""

SMALL_MODIFIER = 1000
"""A definite phrase identifies its noun by a small number ("the 48MP camera"), not by a large one."""

_TIMES = re.compile(r"\s*(?:x|×|by)\s*")
_LIST_PRICE = re.compile(r"\s*[/;]\s*")
_CONVERSION = re.compile(r"\s*[(\[]\s*(?:about|around|approximately|some|or|c\.|~)?\s*")
_OR = re.compile(r",?\s*or\s+")
_DEFINITE = re.compile(r"\b(?:the|its|their|this|these|those|our)\s+(?:\w+\s+)?$", re.IGNORECASE)
_MODIFIES = re.compile(r"[-\s]+[a-z]")
_ATTRIBUTE = re.compile(r"\b(?:is|has|with|of)\s+(?:\w+\s+){0,2}$")
_BREADTHS = frozenset({"country", "region", "market", "category", "city"})


def roles(parsed: Parsed) -> list[tuple[Quantity, Role]]:
    """Return the quantities of a sentence with their roles, in text order."""
    found: list[tuple[Quantity, Role]] = []
    for quantity in parsed.quantities:
        before, role_before = found[-1] if found else (None, "none")
        role = _role(parsed, quantity, before)
        if before and _OR.fullmatch(parsed.between(before.end, quantity.start)):
            if role == "value" and role_before == "previous":
                role = "previous"  # "compared with $36.8m or $0.55 a share"
            elif role == role_before == "change":
                role = "none"  # the same change in another unit: "$3.31, or 4.6%"
        found.append((quantity, role))
    return found


def _role(parsed: Parsed, quantity: Quantity, before: Quantity | None) -> Role:
    ahead = parsed.ahead(quantity.start, REACH)
    in_time = any(t.start <= quantity.start and quantity.end <= t.end for t in parsed.times)
    if in_time or (before and _repeats(parsed, before, quantity)) or figure_cue("superseded").search(ahead):
        return "none"
    if figure_cue("previous").search(ahead) or _labelled_in_brackets(parsed, quantity):
        return "previous"
    if quantity.change:
        return "change"
    tests = (_identifies, _tells_length, _numbers_parts, _names_variant)
    return "none" if any(test(parsed, quantity) for test in tests) else "value"


def _repeats(parsed: Parsed, before: Quantity, quantity: Quantity) -> bool:
    """The second number of "12032 x 9024", or an amount repeated in another currency or unit."""
    between = parsed.between(before.end, quantity.start)
    if _TIMES.fullmatch(between):
        return True
    if quantity.kind != before.kind or quantity.kind not in ("money", "measure") or quantity.unit == before.unit:
        return quantity.kind == before.kind == "money" and _LIST_PRICE.fullmatch(between) is not None
    return (_CONVERSION.fullmatch(between) or _LIST_PRICE.fullmatch(between)) is not None


def _labelled_in_brackets(parsed: Parsed, quantity: Quantity) -> bool:
    """A value to compare with that brackets give under a time or a name: "(Q3 2024: €41 million)"."""
    ahead = parsed.ahead(quantity.start)
    opened = ahead.rfind("(")
    if opened < 0 or not ahead.rstrip().endswith(":"):
        return False
    inside = parsed.sentence.start + opened
    return any(inside < x.start and x.end <= quantity.start for x in (*parsed.times, *parsed.entities))


def _identifies(parsed: Parsed, quantity: Quantity) -> bool:
    """A figure in a definite phrase that identifies its noun: "the 48MP camera"."""
    if quantity.kind not in ("measure", "count", "duration") or quantity.value >= SMALL_MODIFIER:
        return False
    definite = _DEFINITE.search(parsed.ahead(quantity.start, 30))
    return definite is not None and _MODIFIES.match(parsed.behind(quantity.end)) is not None


def _tells_length(parsed: Parsed, quantity: Quantity) -> bool:
    """A duration that no metric names: a plan's length, a streak."""
    if quantity.kind != "duration":
        return False
    labelled = parsed.sentence.block == "list_item" and ":" in parsed.ahead(quantity.start)
    return not labelled and not metric_mentions(parsed, "duration")


def _numbers_parts(parsed: Parsed, quantity: Quantity) -> bool:
    """A count of parts or participants, or the breadth of a rank ("top five in over 40 countries")."""
    if quantity.kind != "count":
        return False
    ranked = any(q.kind == "rank" and q.end <= quantity.start for q in parsed.quantities)
    if ranked and quantity.unit in _BREADTHS:
        return True
    if count_metric(parsed, quantity) is not None:
        return False
    takes_part = figure_cue("participants").search(parsed.ahead(quantity.start, REACH))
    return quantity.value < SMALL_COUNT or takes_part is not None


def _names_variant(parsed: Parsed, quantity: Quantity) -> bool:
    """A measure before the price in a sentence about prices tells which variant: "the 55'' model costs"."""
    prices = [q.start for q in parsed.quantities if q.kind == "money"]
    if quantity.kind != "measure" or not prices or quantity.start > min(prices):
        return False
    return _ATTRIBUTE.search(parsed.ahead(quantity.start)) is None
