"""The market that a claim holds for: a place of its clause that a preposition joins to it."""

from __future__ import annotations

import re

from pipeline.records import ClaimType, Entity
from pipeline.stages.claims.parsed import Parsed, dateline_length

MARKET_TYPES: frozenset[ClaimType] = frozenset(
    {"revenue", "sales_volume", "market_position", "usage", "price", "profit_loss"}
)
"""Types whose claims hold for a part or market; a place in another clause only tells where something is."""

_JOINED = re.compile(r"\b(?:in|across|throughout|within|for)\s+(?:the\s+)?$", re.IGNORECASE)


def find_scope(parsed: Parsed, span: tuple[int, int], claim_type: ClaimType) -> Entity | None:
    """Return the place that the claim at `span` is limited to, None without one."""
    if claim_type not in MARKET_TYPES:
        return None
    begin = max(span[0], parsed.sentence.start + dateline_length(parsed.sentence.text))
    places = (e for e in parsed.entities_in(begin, span[1]) if e.label in ("GPE", "LOC"))
    return next((e for e in places if _JOINED.search(parsed.ahead(e.start, 20))), None)
