"""Companies that an article says are bought, sold or merged with: what they have is their own, and no segment's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.stages.claims.parsed import Parsed

_REACH = 70
"""Characters before a name that hold the words of a deal and what they say of the company."""
_DEAL = re.compile(
    r"\b(?:acquir(?:e|es|ed|ing)|(?:acquisition|purchase|takeover|buyout|sale)\s+of|bought|buy(?:s|ing)?|"
    r"tak(?:e|es|ing|en)\s+over|took\s+over|merg(?:e|es|ed|ing|er)\s+with|(?:bid|offer)\s+for)\s+"
    r"(?:(?:all|the|a|an|its|of|shares|assets|stake|in|majority|rival|remaining)\s+)*(?:[a-z][\w-]*\s+){0,3}$",
    re.IGNORECASE,
)


def dealt_companies(sentences: Iterable[Parsed]) -> frozenset[str]:
    """Return the canonical names of the companies that the sentences name as what a deal is about."""
    return frozenset(
        entity.name
        for parsed in sentences
        for entity in parsed.entities
        if entity.label == "ORG" and entity.form == "name" and _DEAL.search(parsed.ahead(entity.start, _REACH))
    )
