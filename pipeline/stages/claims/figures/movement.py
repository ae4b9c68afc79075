"""Which way a measurement moved, and against what."""

from __future__ import annotations

import re

from pipeline.records import Basis, Direction, Quantity
from pipeline.stages.claims.vocabulary import comparison_bases, movements

_CEILING = re.compile(r"\b(?:up|down)\s+to\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_REACHED = re.compile(r"\b(to|at|below|above|under|past|beyond)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_COMPARATIVE = re.compile(
    r"\b(higher|lower|increased|reduced|improved|wider|narrower)\s+(?:(?!to\b|by\b|than\b)[\w-]+\s+){1,4}of\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_STAYED = re.compile(
    r"[^.,;:]{0,40}?(?:,\s+which\s+(?:[\w-]+\s+){0,3}?)?\b(?:was|were|is|are|remained|stayed)\s+"
    r"(?:(?:roughly|broadly|largely|essentially|virtually|about|nearly|almost|basically|relatively)\s+)?"
    r"(?:flat|unchanged|the\s+same\s+as|level\s+with|stable)\b",
    re.IGNORECASE,
)
"""What says behind a value that it has not moved: "a margin of 39.3% in May was flat to last year"."""


def stays(behind: str) -> bool:
    """Tell whether the words behind a value say that it is what it was before."""
    return _STAYED.match(behind) is not None


def basis_of(clause: str) -> Basis | None:
    """Return what the changes of a clause are measured against, where it says so."""
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
    before = _CEILING.sub("", before)  # "up to 46 minutes" is a bound
    reached = _REACHED.search(before)
    if reached is None:
        compared = _COMPARATIVE.search(before)
        return next((d for d, cue in movements() if cue.search(compared[1])), None) if compared else None
    found = [
        (match.end(), direction) for direction, cue in movements() for match in cue.finditer(before, 0, reached.start())
    ]
    if not found:
        return None
    direction = max(found)[1]
    return direction if reached[1].lower() != "at" or direction == "flat" else None
