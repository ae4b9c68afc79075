"""Which way a measurement moved, and against what."""

from __future__ import annotations

import re

from pipeline.records import Basis, Direction, Quantity
from pipeline.stages.claims.vocabulary import comparison_bases, movements

_MULTIPLIED = re.compile(r"\bmore\s+than\s+(?=(?:doubl|tripl|trebl|quadrupl|halv)|\d)", re.IGNORECASE)
"""A bound, which compares nothing: "more than doubled"."""
_CEILING = re.compile(r"\b(?:up|down)\s+to\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_REACHED = re.compile(r"\b(to|at|below|above|under|past|beyond)\b(?=\s+(?:\w+\s+){0,2}$)", re.IGNORECASE)
_BROUGHT = re.compile(r"\b(?:bring|brings|bringing|brought|take|takes|taking|took)\s", re.IGNORECASE)
_HOW_MANY = re.compile(
    r"\s*(?:the|its|their|our)\s+(?:number\s+of\b|(?:total\s+)?(?:headcount|workforce)\b)", re.IGNORECASE
)
"""What is brought up to a figure: "takes the number of jets on order to 20"; a total only adds up."""
_FLAT_REACH = 25
"""Characters at most between what says that something stands still and where: "flat on the year at"."""
_RECORD = re.compile(
    r"\bto\s+(?:an?|its|their|the)\s+(?:[\w-]+\s+){0,5}(?:high|low|record|peak|level|total|close)\s+of\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""What stands between a movement and where it led: "soared to a more than one-year high of"."""
_LESS = frozenset({"below", "under"})
_COMPARATIVE = re.compile(
    r"\b(higher|lower|increased|reduced|improved|wider|narrower|unchanged|stable)\s+(?:(?!to\b|by\b|than\b)[\w-]+\s+){1,4}of\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_STAYED = re.compile(
    r"[^.,;:]{0,40}?(?:,\s+(?:which\s+(?:[\w-]+\s+){0,3}?)?(?:an?\s+(?:amount|level|number|figure)\s+)?"
    r"|(?:,\s+which)?\s+(?:[\w-]+\s+){0,3}?(?:was|were|is|are|remained|stayed)\s+)"
    r"(?:(?:roughly|broadly|largely|essentially|virtually|about|nearly|almost|basically|relatively)\s+)?"
    r"(?:flat|unchanged|the\s+same\s+as|level\s+with|little\s+changed|in\s+line\s+with\s+(?:the\s+)?(?:last|previous|prior|year)|stable)\b",
    re.IGNORECASE,
)
"""What says behind a value that it has not moved: "a margin of 39.3% in May was flat to last year"."""


def stays(behind: str) -> bool:
    """Tell whether the words behind a value say that it is what it was before."""
    return _STAYED.match(behind) is not None


def basis_of(clause: str) -> Basis | None:
    """Return what the changes of a clause are measured against, where it says so."""
    clause = _MULTIPLIED.sub(" ", clause)
    return next((basis for basis, cue in comparison_bases() if cue.search(clause)), None)


def compared(value: Quantity, previous: Quantity, clause: str) -> Direction:
    """Return which way a value moved from a previous one: by the numbers, where they are equal by the clause's words.

    "Improved to 81.9% from 86.4%" is down, whatever the words think of it; a rank is up where its number falls.
    """
    if value.value == previous.value:
        return next((direction for direction, cue in movements() if cue.search(clause)), "flat")
    return "up" if (value.value > previous.value) != (value.kind == "rank") else "down"


def moved_to(before: str) -> Direction | None:
    """Return the direction that the words before a value tell: "rose to <value>", "a lower profit of <value>"."""
    before = _RECORD.sub("to ", _CEILING.sub("", before))  # "up to 46 minutes" is a bound
    reached = list(_REACHED.finditer(before))
    for match in reversed(reached):  # "is likely to fall to"
        if direction := _reaching(before, match):
            return direction
    compared = _COMPARATIVE.search(before) if not reached else None
    return next((d for d, cue in movements() if cue.search(compared[1])), None) if compared else None


def _reaching(before: str, reached: re.Match[str]) -> Direction | None:
    """Return the direction of the last movement before a word that leads to a value."""
    word = reached[1].lower()
    found = [
        (match.end(), direction) for direction, cue in movements() for match in cue.finditer(before, 0, reached.start())
    ]
    if not found:
        brought = _BROUGHT.search(before, 0, reached.start())
        if brought is None or word == "at":
            return None
        return "down" if word in _LESS else "up" if _HOW_MANY.match(before, brought.end()) else None
    end, direction = max(found)
    if direction == "flat":
        return "flat" if word == "at" and reached.start() - end <= _FLAT_REACH else None
    return direction if word != "at" else None
