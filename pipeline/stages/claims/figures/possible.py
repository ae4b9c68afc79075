"""Which roles a quantity may have by what stands beside it: some can be but one, whatever the weights say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, get_args

from pipeline.lexicon import alternatives, entries
from pipeline.records import Quantity
from pipeline.stages.claims.figures.expectations import is_expectation
from pipeline.stages.claims.figures.former import (
    FORMERLY,
    REACH,
    is_base,
    is_former,
    is_multiplied,
    is_present,
    is_set_against,
    next_level,
)
from pipeline.stages.claims.figures.idle import is_charge, is_run, reaches_extreme, sizes_name, takes_part
from pipeline.stages.claims.metrics.counted import counted_noun
from pipeline.stages.claims.metrics.mentions import governed_mentions, metric_mentions
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.vocabulary import figure_cue, noun_types

Role = Literal["value", "change", "previous", "none"]

LONG_REACH = 110
"""Characters before a figure that hold a cue with the metric's name behind it: "compared with operating income of"."""
BRACKET = re.compile(r"\s*[(\[]\s*(?:about|around|approximately|some|or|c\.|~)?\s*")
OR = re.compile(r",?\s*or\s+(?:(?:about|around|roughly|nearly|some|just\s+over)\s+)?")
"""What joins two figures that say the same."""
_OR_THEN = re.compile(rf"(?:\s+(?:in|for)(?:\s+the)?)?\s*{OR.pattern}")
_CUES = ("compared", "expected", "superseded", "negative", "left", "after", "participants")
"""What may stand before a figure; of several the first is told."""


def possible_roles(parsed: Parsed, quantity: Quantity, earlier: Sequence[tuple[Quantity, Role]]) -> Sequence[Role]:
    """Return the roles that a quantity may have, given the `earlier` ones of its sentence with theirs.

    Some have but one: how far off a value may be ("plus or minus 3%"), the same amount in another unit
    ("620 miles (1,000 km)", "€599 / £519"), a speed that is gathered, and the second of two earlier levels.
    """
    saved = quantity.kind == "money" and (
        _SAVED.search(parsed.ahead(quantity.start, REACH)) or _is_written_off(parsed, quantity)
    )
    if saved or is_expectation(parsed, quantity) or _lays_off(parsed, quantity):
        return ("value",)
    if _measures_nothing(parsed, quantity, earlier):
        return ("none",)
    column = parsed.row.over(quantity.start) if parsed.row is not None else None
    if column is not None and _GROWTH.match(column.text):
        return ("change",)
    if _changes(parsed, quantity):
        return ("change",)
    if earlier and _OLD_AIM.search(parsed.ahead(quantity.start, REACH)):
        return ("previous",)
    if _is_earlier_level(parsed, quantity, earlier):
        return ("previous",)
    roles: Sequence[Role] = get_args(Role)
    if earlier and earlier[-1][1] == "previous" and _names_anew(parsed, quantity, earlier[-1][0]):
        return [role for role in roles if role != "previous"]
    return roles


def _changes(parsed: Parsed, quantity: Quantity) -> bool:
    """Tell whether a figure is by how much something differs: "300 fewer trips", "adds 4% to costs", "5 below 2023"."""
    ahead, behind = parsed.ahead(quantity.start, REACH), parsed.behind(quantity.end)
    if quantity.kind == "count" and (_FEWER.match(behind) or (LOST.search(ahead) and _is_custom(quantity))):
        return True
    if " fewer " in quantity.text or (_ADDED.search(ahead) and _ADDED_TO.match(behind)):
        return True
    if quantity.kind == "percent" and _PART_OF_PRICE.match(behind):
        return any(q.kind == "money" and q.end <= quantity.start for q in parsed.quantities)
    return quantity.kind != "rank" and _BESIDE_LEVEL.match(behind) is not None


def _is_custom(quantity: Quantity) -> bool:
    """Tell whether a count is of those who use or buy: customers, users, passengers."""
    return noun_types().get(("count", counted_noun(quantity))) == "usage"


def _is_written_off(parsed: Parsed, quantity: Quantity) -> bool:
    """Tell whether an amount is what somebody takes off the value of something: "wrote $24m off its furnaces"."""
    written = _WROTE.search(parsed.ahead(quantity.start, REACH))
    return written is not None and _OFF.match(parsed.behind(quantity.end)) is not None


def _lays_off(parsed: Parsed, quantity: Quantity) -> bool:
    """Tell whether a count is of the jobs that a verb ends: what is cut there is what is measured."""
    if quantity.kind != "count" or counted_noun(quantity) not in _JOBS:
        return False
    return any(m.metric.name == "layoff" for m in governed_mentions(parsed, quantity))


def _is_earlier_level(parsed: Parsed, quantity: Quantity, earlier: Sequence[tuple[Quantity, Role]]) -> bool:
    """Tell whether a figure is a level of before by what stands beside it and by the figures ahead of it."""
    before, role = earlier[-1] if earlier else (None, None)
    if (before and role == "value" and is_former(parsed, quantity, before)) or next_level(parsed, quantity):
        return True
    if alike(quantity, earlier)[-1:] != ["value"]:
        return is_present(parsed, quantity)
    if before and quantity.per and role == "previous" and _says_again(parsed, before, quantity):
        return True  # "$4m, or 12 cents a share, compared with $3m a year before, or 9 cents a share"
    return (
        (role == "change" and is_base(parsed, quantity))
        or is_multiplied(parsed, quantity)
        or is_set_against(parsed, quantity)
    )


def _says_again(parsed: Parsed, before: Quantity, quantity: Quantity) -> bool:
    """Tell whether only "or" or a bracket, and the time of both, stand between two figures."""
    between = parsed.between(before.end, quantity.start)
    for time in parsed.times:
        if before.end <= time.start and time.end <= quantity.start:
            between = between.replace(time.text, "", 1)
    return (_OR_THEN.fullmatch(between) or BRACKET.fullmatch(between)) is not None


def _measures_nothing(parsed: Parsed, quantity: Quantity, earlier: Sequence[tuple[Quantity, Role]]) -> bool:
    """Tell whether a figure is no measurement by what stands beside it.

    It says how far off a value may be, is one end of a run or of a charge, gives an amount once more in another unit,
    or the growth of the year before ("growth of 6% (9M 2023: 4%)").
    """
    if figure_cue("tolerance").search(parsed.ahead(quantity.start, REACH)):
        return True
    if (quantity.unit or "").endswith("_per_hour") and is_run(parsed, quantity):
        return True
    idle = {"duration": reaches_extreme, "count": takes_part, "percent": is_charge, "money": sizes_name}
    if (tells := idle.get(quantity.kind)) is not None and tells(parsed, quantity):
        return True
    if not earlier:
        return False
    before, role = earlier[-1]
    if before.kind == quantity.kind == "count" and _WHOLE.fullmatch(parsed.between(before.end, quantity.start)):
        return True  # "12 of 40 trams"
    if _converts(before, quantity, parsed.between(before.end, quantity.start)):
        return True
    formerly = role == "change" and FORMERLY.search(parsed.ahead(quantity.start, REACH))
    return bool(formerly) and is_former(parsed, quantity, before)


def _names_anew(parsed: Parsed, quantity: Quantity, before: Quantity) -> bool:
    """Tell whether a metric is named behind an earlier level: "net sales €812m (745m), net profit €344m"."""
    if cue_of(parsed, quantity) is not None:
        return False
    mentions = metric_mentions(parsed, quantity.kind)
    return any(before.end <= mention.start and mention.end <= quantity.start for mention in mentions)


def _converts(one: Quantity, other: Quantity, between: str) -> bool:
    """Tell whether brackets or a stroke give an amount once more in another unit or currency."""
    joined = BRACKET.fullmatch(between) or (_STROKE.fullmatch(between) and one.kind == "money")
    return bool(joined) and one.kind == other.kind in ("money", "measure") and one.unit != other.unit


_JOBS = frozenset(("job", "role", "position", "post", "worker", "employee", "staff", "person", "people"))
_SAVED = re.compile(
    r"\b(?:to|will|would|should|could|can|may)\s+(?:also\s+)?save\s+(?:(?:it|them|the\s+\w+)\s+)?"
    rf"(?:{alternatives(entries('amount_words'))}\s+)*$",
    re.IGNORECASE,
)
"""Before an amount that is what somebody saves, and no change of another."""
_WROTE = re.compile(
    rf"\b(?:writ(?:e|es|ing)|wrote|written)\s+(?:{alternatives(entries('amount_words'))}\s+)*$", re.IGNORECASE
)
_OFF = re.compile(r"\s+off\b", re.IGNORECASE)
_GROWTH = re.compile(
    r"(?:(?:y(?:ear)?[-/]?(?:on|over|o)?[-/]?y(?:ear)?|annual|yearly|%)\s*)?(?:growth|change|chg\.?|variation|\+/[-–])\b|"
    r"yo?[-/]?y\b|%\s*\+/[-–]",
    re.IGNORECASE,
)
"""The head of a column that tells how the figures of another one have changed."""
_FEWER = re.compile(r"\s+(?:(?:fewer|more|less)\s+(?:[\w-]+\s+){1,3}?than\b|fewer\s)", re.IGNORECASE)
"""Behind a count of what there is more or less of than before: "3,000 fewer passengers than in 2024"."""
_BESIDE_LEVEL = re.compile(
    r"\s+(?:short\s+of|shy\s+of|below|above)\s+(?!sea\b|ground\b|water\b|the\s+(?:sea|ground|water|surface)\b)"
)
"""Behind what a value differs by from another: "58 short of the figure of 2023"."""
_PART_OF_PRICE = re.compile(
    r"\s+(?:of\s+)?(?:the|its)\s+(?:(?:usual|average|list|retail)\s+)?(?:price|cost|fee)\s+of\b", re.IGNORECASE
)
"""Behind what part of another price one is: "€300, half the price of the Orbit"."""
_ADDED = re.compile(
    r"\badd(?:s|ed|ing)?\s+(?:(?:about|around|some|roughly|nearly|up\s+to|another|a\s+further)\s+)*$", re.IGNORECASE
)
_ADDED_TO = re.compile(r"\s+to\s", re.IGNORECASE)
"""Round what something makes a metric more: "adds about 4% to earnings"."""
LOST = re.compile(
    r"\b(?:lost|los(?:e|es|ing)|shed(?:s|ding)?)\s+(?:(?:about|around|some|nearly|almost|another|more\s+than|over)\s+)*$",
    re.IGNORECASE,
)
"""Before customers, users and the like that somebody has no more."""
_OLD_AIM = re.compile(
    r"[,;(]\s*(?:up|higher|down|lower|raised|increased|cut|lowered|changed|compared\s+with)\s+(?:from\s+)?(?:an?|its|the)\s+"
    r"(?:(?:earlier|previous|prior|initial|original|former|old)\s+)?"
    r"(?:forecast|estimate|target|range|guidance|outlook|projection|goal|plan)\s+(?:of|for)\s+"
    rf"(?:{alternatives(entries('amount_words'))}\s+)*$",
    re.IGNORECASE,
)
"""Before what was aimed at or expected until now: "46 million, up from an earlier forecast of 45 million"."""
_WHOLE = re.compile(r"\s+of\s+(?:the\s+)?", re.IGNORECASE)
_STROKE = re.compile(r"\s*/\s*")


def alike(quantity: Quantity, earlier: Sequence[tuple[Quantity, Role]]) -> list[Role]:
    """Return the roles of the earlier quantities of the same kind, unit and rate."""
    kind = (quantity.kind, quantity.unit, quantity.per)
    return [role for q, role in earlier if (q.kind, q.unit, q.per) == kind]


def cue_of(parsed: Parsed, quantity: Quantity) -> str | None:
    """Return what the words before a figure say that it does, None where they say nothing."""
    ahead = parsed.ahead(quantity.start, LONG_REACH)
    if _COMPARED_PHRASE.search(ahead):
        return "compared"
    return next((cue for cue in _CUES if figure_cue(cue).search(ahead[-REACH:])), None)


_COMPARED_PHRASE = re.compile(
    r"\b(?:(?:compared|in\s+comparison)\s+(?:with|to)|versus|against)\s+(?:[^\W\d]\S*\s+){1,6}(?:of|at)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""What stands before a level that is named again: "compared with operating income of"."""
