"""dateparser for full dates in orders that the grammar does not know ("Sep-23-2020", "2020/23/Sep").

It sees single short candidates only, in English and with a fixed base, so that neither today nor the locale
counts; it is imported on first need, since importing it costs more than most articles do.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from pipeline.stages.times.nodes import Fixed
from pipeline.stages.times.parser import Match, Parser
from pipeline.stages.times.spans import day_span
from pipeline.stages.times.vocabulary import MONTHS

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_PART = rf"(?:{_MONTH}|\d{{1,4}})"
_CANDIDATE = re.compile(
    rf"(?=[\d./-]{{0,10}}(?:{_MONTH})\b)(?=[a-z./-]{{0,12}}\d)(?<![\w./-]){_PART}[-/.]{_PART}[-/.]{_PART}(?![\w/-])",
    re.IGNORECASE,
)
_SETTINGS = {"RELATIVE_BASE": dt.datetime(2000, 1, 1), "REQUIRE_PARTS": ["day", "month", "year"]}


def unknown_date(p: Parser, i: int) -> Match | None:
    """Read a month name, a day and a year joined by hyphens, slashes or full stops, in any order."""
    joined = p.words[i + 1] in ("-", "/", ".") and p.glued(i + 1) and p.glued(i + 2)
    m = _CANDIDATE.match(p.text, p.starts[i]) if joined else None
    day = _parsed(m[0]) if m else None
    return (Fixed(day_span(day)), p.index(m.end())) if m and day else None


@lru_cache(maxsize=1024)
def _parsed(candidate: str) -> dt.date | None:
    import dateparser  # noqa: PLC0415 - lazily, see above

    found = dateparser.parse(candidate, languages=["en"], settings=_SETTINGS)
    return found.date() if found else None
