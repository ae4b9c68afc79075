"""Figures that measure nothing by what stands beside them: ends of charges and runs, sizes of names, ages of lows."""

from __future__ import annotations

import re

from pipeline.records import Quantity
from pipeline.stages.claims.parsed import Parsed

_REACH = 60
_LONG_REACH = 110
"""Characters before a percentage in which what is charged may be told."""
_CHARGED = re.compile(
    r"\bcharg\w*[^.;]{0,60}?\b(?:from\s+)?\d+\s?(?:%|per\s?cent)?\s*(?:to|[-–])\s*(?:\d+\s?(?:%|per\s?cent))?\s*$",
    re.IGNORECASE,
)
_CHARGE_GOES_ON = re.compile(r"\s*(?:to|[-–])\s*\d+\s?(?:%|per\s?cent)", re.IGNORECASE)
_CHARGE_FROM = re.compile(r"\bcharg\w*[^.;]{0,60}?\bfrom\s+$", re.IGNORECASE)
_STOP = re.compile(r"\s*(?:[-–—]|to\b)\s*0\s?[a-z]", re.IGNORECASE)
_START = re.compile(r"(?<![\d.,])0\s*(?:[-–—]|\bto)\s*$")
_SPRINT = re.compile(r"\s*(?:\([^)]*\)\s*)?in\s+(?:\w+\s+){0,2}?[\d.]+\s*(?:s\b|sec)", re.IGNORECASE)
_EXTREME = re.compile(r"[\s-]+(?:high|low|peak|best|worst|record)s?\b", re.IGNORECASE)
_OF_THE = re.compile(r"\b(?:of|in|by)\s+the\s+$", re.IGNORECASE)
_NOUN_ON = re.compile(r"(?:['’]s)?\s+(?!and\b|which\b|that\b|has\b|is\b|was\b|in\b|to\b)[a-z]")


def is_charge(parsed: Parsed, quantity: Quantity) -> bool:
    """Tell whether a percentage is one end of what a battery is charged by: "from 10 to 80 per cent in 27 minutes"."""
    ahead, behind = parsed.ahead(quantity.start, _LONG_REACH), parsed.behind(quantity.end)
    if _CHARGED.search(ahead):
        return True
    return _CHARGE_FROM.search(ahead) is not None and _CHARGE_GOES_ON.match(behind) is not None


def is_run(parsed: Parsed, quantity: Quantity) -> bool:
    """Tell whether a speed is one end of a run: "0-100 km/h acceleration", "from 0 to 60 mph in 1.9 seconds"."""
    ahead, behind = parsed.ahead(quantity.start, 8), parsed.behind(quantity.end)
    stops = _STOP.match(behind) or _SPRINT.match(behind)
    return quantity.value == 0 or stops is not None or _START.search(ahead) is not None


def reaches_extreme(parsed: Parsed, quantity: Quantity) -> bool:
    """Tell whether a time only says since when there was nothing like it: "a three-year low"."""
    return _EXTREME.match(parsed.behind(quantity.end)) is not None


def sizes_name(parsed: Parsed, quantity: Quantity) -> bool:
    """Tell whether an amount only sizes a company that is named in passing: "part of the $9bn Acme Group"."""
    if quantity.kind != "money" or not _OF_THE.search(parsed.ahead(quantity.start, 8)):
        return False
    named = next((e for e in parsed.entities if e.label == "ORG" and 0 <= e.start - quantity.end <= 1), None)
    return named is not None and not _NOUN_ON.match(parsed.behind(named.end))


_OPENS_OF = re.compile(r"\s*of\s+(?:the|its|their|our|these|those)\s+(?:some\s+|about\s+)?", re.IGNORECASE)
_PARTNERS = re.compile(
    r"\b(?:agreements?|contracts?|deals?|accords?|talks|partnerships?|letters\s+of\s+intent)\s+with\s+"
    r"(?:(?:about|around|some|more\s+than|over|nearly|almost|a\s+further|another|all|the)\s+)*$",
    re.IGNORECASE,
)
"""Before how many somebody agrees with, who only take part."""


def takes_part(parsed: Parsed, quantity: Quantity) -> bool:
    """Tell whether a count is of who takes part ("contracts with 43 farms") or of a whole ("Of the 46 jets, five")."""
    if _PARTNERS.search(parsed.ahead(quantity.start, _REACH)):
        return True
    if not _OPENS_OF.fullmatch(parsed.ahead(quantity.start, _REACH).lstrip("•- ")):
        return False
    following = next((q for q in parsed.quantities if q.start >= quantity.end), None)
    return (
        following is not None
        and following.kind in ("count", "percent")
        and "," in parsed.between(quantity.end, following.start)
    )
