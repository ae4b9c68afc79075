"""What outsiders had expected of a result: "beating the $1 billion analysts had expected", "estimates of 38 cents"."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon import alternatives, entries
from pipeline.records import Quantity
from pipeline.stages.claims.parsed import Parsed

_REACH = 90
"""Characters before and behind a figure in which words tell whose expectation it is."""


def is_expectation(parsed: Parsed, quantity: Quantity) -> bool:
    """Tell whether a figure is what outsiders expected, which a result is held against, and no earlier level.

    An earlier forecast or estimate, which a new one is held against, is no such.
    """
    ahead, behind = parsed.ahead(quantity.start, _REACH), parsed.behind(quantity.end)[:_REACH]
    if _behind().match(behind):
        return True
    return _AHEAD.search(ahead) is not None


_AHEAD = re.compile(
    r"\b(?:beat(?:s|ing|en)?|miss(?:es|ed|ing)?|top(?:s|ped|ping)|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)|above|below|"
    r"ahead\s+of|short\s+of|versus|against|compared\s+(?:with|to)|than)\s+(?:(?!previous|earlier|prior|last|its|own)[\w.’'&-]+\s+){0,5}?"
    r"(?:estimates?|expectations?|consensus|forecasts?|projections?)\s+(?:of|for)\s+(?:(?!previous|earlier)\w+\s+){0,3}?"
    r"(?:(?:about|around|roughly|some|nearly)\s+)?$"
    r"|[,(;]\s*(?:vs\.?\s+|versus\s+)?(?:analysts['’]?\s+|the\s+)?(?:consensus|est\.?|estimates?)(?:\s+(?:of|at))?:?\s+$",
    re.IGNORECASE,
)


@cache
def _behind() -> re.Pattern[str]:
    """Return what behind a figure says who expected it: "that analysts had expected", "forecast by economists"."""
    who = rf"{alternatives(entries('expecters'))}s?"
    verb = r"(?:expected|forecast(?:ed)?|estimated|predicted|projected|anticipated|penciled\s+in|pencilled\s+in)"
    return re.compile(
        rf"\s+(?:(?:that|which)\s+)?(?:(?:the|most|many)\s+)?(?:[\w-]+\s+)?{who}\b[^.;,]{{0,45}}?\b{verb}\b"
        rf"|\s+{verb}\s+by\s+(?:(?:the|most|many)\s+)?(?:[\w-]+\s+)?{who}\b",
        re.IGNORECASE,
    )
