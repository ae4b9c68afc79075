"""Which sentences can hold a claim: content that asserts, not greetings, questions, imperatives or labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.records import Quantity, Sentence
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.syntax import is_finite, own_subject

_GREETING = re.compile(r"(?:dear|hello|hi|sincerely|yours|best regards|kind regards|thank you|thanks)\b", re.IGNORECASE)
_PHOTO = re.compile(r"\b(?:photo|image|picture|credit|source)\s*(?:by|:|credit)", re.IGNORECASE)


def worth_parsing(sentence: Sentence, quantities: Sequence[Quantity]) -> bool:
    """Tell, before any parse, whether a sentence may hold a claim."""
    text = sentence.text.strip()
    if sentence.block in ("furniture", "byline") or text.rstrip("”\"' ").endswith("?"):
        return False
    if _GREETING.match(text) and not quantities:
        return False
    return bool(quantities) or text.count(" ") >= 2


def asserts(parsed: Parsed) -> bool:
    """Tell whether a sentence states something: a finite verb with its subject; list items need none."""
    if parsed.sentence.block == "list_item":
        return True
    if parsed.sentence.block == "caption" and _PHOTO.match(parsed.sentence.text):
        return False
    return any(is_finite(token) and own_subject(token) is not None for token in parsed.doc)


def is_label(sentence: Sentence) -> bool:
    """Tell whether a sentence is a title, heading or caption: claims there need a finite verb."""
    return sentence.block in ("title", "heading", "caption")
