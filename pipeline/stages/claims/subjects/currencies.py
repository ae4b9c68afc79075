"""The currency that a rate prices: the dollar in "($1 = 0.93 euros)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.records import Subject
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.ranking import DECIDES, Candidate
from pipeline.stages.claims.subjects.place import Sought

_NAMES = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
_ONE = r"(?:US)?([$€£¥])\s?1(?:\.0+)?"
_BEFORE = re.compile(rf"({_ONE})\s*[=:]\s*$")
_BEHIND = re.compile(rf"\s+(?:to|per|for)\s+({_ONE})(?![\d.,]\d)")


def priced_currencies(parsed: Parsed, sought: Sought) -> Iterator[Candidate[Subject]]:
    """Yield the currency of which one unit is set equal to a figure; beside it there is no choice."""
    if sought.figure is None or sought.metric is None or sought.metric.name != "exchange_rate":
        return
    before = _BEFORE.search(parsed.ahead(sought.figure.start))
    match = before or _BEHIND.match(parsed.behind(sought.figure.end))
    if match is not None:
        offset = parsed.sentence.start if before else sought.figure.end
        span = (offset + match.start(1), offset + match.end(1))
        name = _NAMES[match[2]]
        yield Candidate(name, Subject(text=match[1], name=name), "subject.currency", span, {DECIDES})
