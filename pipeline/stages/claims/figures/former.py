"""Former levels: figures that a value is set against, by what stands beside them."""

from __future__ import annotations

import re

from pipeline.records import Quantity
from pipeline.stages.claims.parsed import Parsed

REACH = 60
"""Characters before a figure in which a cue for its role may begin."""
_NEAR = 30
"""Characters before a figure in which what it is a multiple of is told."""
_LABELLED = re.compile(
    r"\s*(?:(?:[a-z-]+\s+){1,3}?)?(?:(?:at|as\s+(?:of|at)|on|in|by)\s+)?\s*"
    r"\(\s*(?:(?:[\w .’'/-]{0,25}:|(?:previously|previous|prior|formerly|earlier|from|was|versus|vs\.?))\s*)?"
    r"(?:(?:an?\s+)?(?:net\s+|operating\s+)?(?:profit|loss|gain|surplus|deficit|inflow|outflow)\s+of\s+)?",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"(?:\s+(?:(?P<day>(?:in|for|at|on|as\s+(?:of|at))\s+[^()]{1,25})|then|before|previously|last\s+year|a\s+year\s+(?:ago|earlier|before)))?\)",
    re.IGNORECASE,
)
"""What ends the brackets of a former level: "(35% in 2024)", "(12 then)"."""
_FROM = re.compile(r"\bfrom\s+(?:(?:about|around|some|roughly|nearly|just|over|under|almost|only)\s+)*$", re.IGNORECASE)
_TO = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}?(?:(?:in|at)\s+)?to\s+(?:(?:about|around|some|roughly|nearly|just|over|under|almost|only|more\s+than)\s+)*",
    re.IGNORECASE,
)
"""What stands before a former level and between it and the present one: "from 90 people in 2022 to more than 400"."""
_PRESENT = re.compile(
    r",\s+(?:(?:at\s+present|currently|now|today|still)\s+)(?:(?:at|of|about|around)\s+)*$", re.IGNORECASE
)
_WHICH_WAS = re.compile(
    r",\s+which\s+(?:had\s+)?(?:stood|was|were|ran|been|came)\s+(?:(?:at|to|about|around|only|still)\s+)*$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"(?:\s+(?!and\b|or\b)[\w-]+){0,6}?,\s")
_AGO = re.compile(
    r"(?:\s+[a-z]+)?\s+(?:[\w-]+\s+years?\s+(?:ago|earlier|before)|last\s+year|(?:in|at\s+the\s+end\s+of)\s+(?:19|20)\d\d),\s"
)
_MULTIPLE_OF = re.compile(r"\b(?:double|twice|triple|treble|quadruple|half|times)\s+the\s+$", re.IGNORECASE)
_ON_BASE = re.compile(r"\b(?:on|from|than|over|versus|against)\s+(?:the\s+)?[^(),;]{3,40}\(\s*$", re.IGNORECASE)
"""What stands between a change and the level of the period that it is on: "up 9% on the June quarter ("."""
_OF_THEN = re.compile(r"\s*(?:(?:of|in|from|for|it|a\s+year|a\s+quarter|the|reported|recorded|posted)\b|[.,;)]|$)")
_SET_AGAINST = re.compile(
    r"\b(?:versus|compared\s+(?:with|to)|(?:up|down|higher|lower)\s+from)\s+(?:(?:about|around|just|only|some)\s+)?$|"
    r"\bafter\s+an?\s+(?:net\s+|operating\s+|pre-?tax\s+)?(?:loss|profit)\s+of\s+(?:(?:about|around|just|only|some)\s+)?$",
    re.IGNORECASE,
)
"""What always stands before a level of before: "$11 million, versus $8 million", "after a loss of"."""
_ON_ANOTHER = re.compile(r"\s+(?:on|for|among|with|at)\s")
"""Behind a level that is another thing's: "64% of adults, compared with 6% on placebo"."""
_THAN_THE = re.compile(
    r"\b(?:(?:less|more|fewer|lower|higher|better|worse|larger|smaller)\s+than|below|above|(?:up|down)\s+(?:on|from))\s+the\s+$",
    re.IGNORECASE,
)
_OF_BEFORE = re.compile(
    r"\s+(?:[a-z]+\s+){0,3}?(?:of|in|from|for)\s+(?:the\s+)?(?:(?:year|quarter|period|month)\s+before|(?:previous|prior|preceding)\s+"
    r"(?:year|quarter|period|month)|last\s+year|a\s+year\s+(?:ago|earlier|before)|(?:19|20)\d\d)\b|\s+a\s+year\s+(?:ago|earlier|before)\b",
    re.IGNORECASE,
)
"""Round a level of before: "a little less than the $1.6m of the year before"."""
FORMERLY = re.compile(
    r"\(\s*(?:previously|previous|prior|formerly|earlier|from|was|versus|vs\.?|[\w ]{2,25}:)\s*$", re.IGNORECASE
)
"""What makes a figure in brackets one of before, whatever else it is."""


def is_former(parsed: Parsed, quantity: Quantity, before: Quantity) -> bool:
    """Tell whether brackets right behind a figure hold its former level alone: "€344m (291m)", "12% (Q1 2023: 11%)".

    The counted noun and the day of the level may stand between: "412 engineers (398)", "€9m at 30 June (€8m)".
    """
    alike = (before.kind, before.unit) == (quantity.kind, quantity.unit)
    told = quantity.change and not FORMERLY.search(parsed.ahead(quantity.start, REACH))
    closed = _CLOSES.match(parsed.behind(quantity.end))
    if not alike or told or closed is None:
        return False
    dated = any(quantity.end < time.start < quantity.end + closed.end() for time in parsed.times)
    if closed["day"] and not dated:
        return False
    between = parsed.between(before.end, quantity.start)
    opened = before.end + between.find("(")
    for time in parsed.times:
        if before.end <= time.start and time.end <= opened:
            between = between.replace(time.text, "", 1)
    return _LABELLED.fullmatch(between) is not None


def next_level(parsed: Parsed, quantity: Quantity) -> Quantity | None:
    """Return the figure that a level has moved to, where "from" stands before it: "from 90 people to 412"."""
    if _FROM.search(parsed.ahead(quantity.start, _NEAR)) is None:
        return None
    reached = next((q for q in parsed.quantities if q.start >= quantity.end and q.kind != "duration"), None)
    if reached is None or reached.kind != quantity.kind or reached.change is not None or not quantity.value:
        return None
    if reached.kind == "percent" and any(q.kind == "duration" for q in parsed.quantities):
        return None  # "it charges from 10 to 80 per cent in 20 minutes"
    between = parsed.between(quantity.end, reached.start)
    for time in parsed.times:
        if quantity.end <= time.start and time.end <= reached.start:
            between = between.replace(time.text, "", 1)
    return reached if _TO.fullmatch(between) else None


def is_present(parsed: Parsed, quantity: Quantity) -> bool:
    """Tell whether commas hold the level from which a later figure is told: "costs, now 46%, are to fall to 43%"."""
    told = _PRESENT.search(parsed.ahead(quantity.start, _NEAR))
    behind = parsed.behind(quantity.end)
    ago = parsed.ahead(quantity.start, 2) == ", " or _WHICH_WAS.search(parsed.ahead(quantity.start, _NEAR))
    ended = _ENDS.match(behind) if told else _AGO.match(behind) if ago else None
    alike = ((q.kind, q.unit, q.start) for q in parsed.quantities if q.start > quantity.end)
    return ended is not None and any(a[:2] == (quantity.kind, quantity.unit) for a in alike)


def is_set_against(parsed: Parsed, quantity: Quantity) -> bool:
    """Tell whether a value is set against a level of before: "versus $8m", "less than the $2m of the year before"."""
    ahead, behind = parsed.ahead(quantity.start), parsed.behind(quantity.end)
    if quantity.change is None and _SET_AGAINST.search(ahead) and _ON_ANOTHER.match(behind) is None:
        return True
    return _THAN_THE.search(ahead) is not None and _OF_BEFORE.match(behind) is not None


def is_multiplied(parsed: Parsed, quantity: Quantity) -> bool:
    """Tell whether a value is a multiple of the figure: "£184m, more than double the £86m of the year before"."""
    ahead, behind = parsed.ahead(quantity.start, _NEAR), parsed.behind(quantity.end)
    return _MULTIPLE_OF.search(ahead) is not None and _OF_THEN.match(behind) is not None


def is_base(parsed: Parsed, quantity: Quantity) -> bool:
    """Tell whether brackets behind a change hold what it is from: "€612m, up 9% (H1 2023: €561m)"."""
    told = labelled_in_brackets(parsed, quantity) or _ON_BASE.search(parsed.ahead(quantity.start)) is not None
    return parsed.behind(quantity.end).startswith(")") and told


def labelled_in_brackets(parsed: Parsed, quantity: Quantity) -> bool:
    """A value to compare with that brackets give under a time or a name: "(Q3 2024: €41 million)"."""
    ahead = parsed.ahead(quantity.start)
    opened = ahead.rfind("(")
    if opened < 0 or not ahead.rstrip().endswith(":"):
        return False
    inside = parsed.sentence.start + opened
    return any(inside < x.start and x.end <= quantity.start for x in (*parsed.times, *parsed.entities))
