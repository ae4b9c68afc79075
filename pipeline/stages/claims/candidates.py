"""Which sentences can hold a claim: content that asserts, not greetings, questions, imperatives or labels."""

from __future__ import annotations

import re

from pipeline.records import Sentence
from pipeline.stages.claims.assertions import has_clause
from pipeline.stages.claims.parsed import Parsed

HEADS = ("title", "heading")
"""Blocks that tell what the sentences under them are about."""
_GREETING = re.compile(r"(?:dear|hello|hi|sincerely|yours|best regards|kind regards|thank you|thanks)\b", re.IGNORECASE)
_THANKS = re.compile(r"\bthank you\b|\bwish(?:ing)? you\b|\bwelcome to\b", re.IGNORECASE)
_PROVERB = re.compile(
    r"\b(?:saying|proverb|adage)\s+(?:goes|has it|is|says)\b|\bas they say\b|\bfamously said\b", re.IGNORECASE
)
_TOPIC = re.compile(r"\W*(?:what|how|why|where|who|when|whether)\b", re.IGNORECASE)
_PHOTO = re.compile(r"\b(?:photo|image|picture|credit|source)\s*(?:by|:|credit)", re.IGNORECASE)


def worth_parsing(sentence: Sentence, *, figures: bool, names: bool) -> bool:
    """Tell, before any parse, whether a sentence may hold a claim, or head those that do with a name."""
    text = sentence.text.strip()
    if sentence.block in ("furniture", "byline") or text.rstrip("”\"' ").endswith("?"):
        return False
    if _GREETING.match(text) and not figures:
        return False
    return figures or text.count(" ") >= 2 or (names and sentence.block in HEADS)


def asserts(parsed: Parsed) -> bool:
    """Tell whether a sentence states something: it has a clause, and is no photo credit, thanks or proverb.

    List items may go on with the sentence before them, without a subject.
    """
    sentence = parsed.sentence
    if sentence.block == "caption" and _PHOTO.match(sentence.text):
        return False
    if _TOPIC.match(sentence.text) and sentence.block in HEADS:
        return False
    if _THANKS.search(sentence.text) or _PROVERB.search(sentence.text):
        return False
    return sentence.block == "list_item" or has_clause(parsed) or _acts_first(parsed)


def _acts_first(parsed: Parsed) -> bool:
    """Tell whether a title opens with a name and a finite verb, whatever the parser takes the name for."""
    if parsed.sentence.block not in HEADS or not parsed.entities or parsed.entities[0].start != parsed.sentence.start:
        return False
    behind = parsed.tokens(parsed.entities[0].end, parsed.sentence.end)
    return bool(behind) and behind[0].tag_ in ("VBZ", "VBD", "VBP", "MD")


def is_label(sentence: Sentence) -> bool:
    """Tell whether a sentence is a title, heading or caption: claims there need a finite verb."""
    return sentence.block in (*HEADS, "caption")
