"""The market that an article speaks of: "smartphone market", which a figure of shipments may be about unsaid."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from pipeline.lexicon import entries

_MARKET = re.compile(r"\b((?:[A-Za-z][\w-]*\s+){1,2})(market|industry|sector)\b")


def spoken_market(texts: Iterable[str]) -> str | None:
    """Return the market that `texts` name most often with what it is a market of, None where they name none."""
    found: Counter[str] = Counter()
    for text in texts:
        for match in _MARKET.finditer(text):
            words = match[1].split()
            if words[0].lower() in _stops() or words[0].istitle():  # "the smartphone", "Indian smartphone"
                words.pop(0)
            if words and words[-1].lower() not in _stops() and words[0].lower() not in _stops():
                found[" ".join([*words, match[2]])] += 1
    return found.most_common(1)[0][0] if found else None


@cache
def _stops() -> frozenset[str]:
    return frozenset(entries("market_stops"))
