"""Signs that a name is a thing's and no company's: an article or a number of its own, a plural, a price."""

from __future__ import annotations

import re

from pipeline.lexicon import entries, rows
from pipeline.stages.entities.mention import Candidate, Line
from pipeline.stages.entities.tokens import Token
from pipeline.stages.entities.vocabulary import (
    BUSINESS_TAILS,
    CLASSES,
    HEADS,
    OPENERS,
    PEOPLES,
    PLACES,
    STOCK_EXCHANGES,
    STOCK_INDICES,
    SUFFIXES,
    is_common,
)

AFTER_NOUN = OPENERS.union(*(CLASSES[key] for key in ("orgverb", "moveverb", "product", "feature", "thingverb")))
"""What follows a name that ends its noun phrase or says what thing it is, besides a mark."""

_AFTER = OPENERS.union(*(CLASSES[key] for key in ("orgverb", "moveverb", "feature", "thingverb"))) - {"plans"}
"""What follows a name that ends its noun phrase."""

DETERMINED, COUNTED, PHRASE = 1.0, 1.2, 0.8
"""How sure a thing is by an article of its own ("the Nest glows"), by a number ("3,870 Zephyrs"), and by an article
before several words that end in a common one ("the Linea Sleeve"), as names of bodies do too."""

_DETERMINERS = frozenset("the a an this every each another one both first additional".split())
_BEFORE = _DETERMINERS | CLASSES["numeral"] | CLASSES["thingadjective"]
_LOOSE = frozenset("the a an this".split())
_SPEAKING = CLASSES["sayverb"] | frozenset(entries("reporting_verbs")) | frozenset(("reported", "announced", "ruled"))
_BODY = CLASSES["institution"] | CLASSES["company"] | CLASSES["eventnoun"] | CLASSES["listnoun"]
_OF_PLACES = frozenset("in at on from across along near off outside throughout into told by via".split())
_ADVERBS = frozenset("already only still now never always also".split())
_STOPS = frozenset(",.;:!?)–—”\"'")
_CURRENCY_SIGNS = frozenset("$€£¥₹")
_PARTS = frozenset(
    word
    for row in rows("word_classes")
    if (row["part"], row["class"]) == ("noun", "part")
    for word in row["words"].split("|")
)
_GLUED = re.compile(r"\d[\d.,]*[A-Za-z]")
"""A measure, of which a thing may be the owner: "the Nest's 84kWh battery"."""
_MOST_WORDS = 3
_OF_OCCASIONS = frozenset({"EVENT", "LAW", "WORK_OF_ART"})
"""Guesses of what has an article too ("the First World War", "the Listing Rules")."""


def thing_sign(candidate: Candidate) -> float:
    """Return how sure a name is a thing's by the article or number before it; 0 for the name of a body or place.

    Companies and persons have none: "the Nest glows", "an Orbit costs", "3,870 Zephyrs were sold".
    """
    tokens, first, last = candidate.line.tokens, candidate.first, candidate.last
    if not first or not (tokens[first - 1].low in _BEFORE or tokens[first - 1].kind == "number"):
        return 0.0
    if candidate.line.headline or last - first > _MOST_WORDS or candidate.label in _OF_OCCASIONS:
        return 0.0
    if first > 1 and tokens[first - 1].low in CLASSES["thingadjective"]:
        first -= 1  # "the electric Nest"
    before, tail = tokens[first - 1], tokens[last - 1]
    numbered = before.kind == "number" or before.low in CLASSES["numeral"]
    if (
        not (numbered or before.low in _DETERMINERS)
        or not ends_phrase(candidate.line, candidate.last)
        or not _may_be_thing(tail, candidate.text)
    ):
        return 0.0
    plural = tail.text.endswith("s") and not tail.text.endswith(("is", "us", "ss"))
    if before.kind == "number" and first > 1 and tokens[first - 2].text in _CURRENCY_SIGNS:
        return DETERMINED  # "the $1,499 Orbit"
    if numbered or before.low == "both":
        return COUNTED if plural and tail.low not in CLASSES["month"] else 0.0
    if before.low in _LOOSE and (plural or (first > 1 and _is_of_place(tokens[first - 2], before))):
        return 0.0
    return PHRASE if last - candidate.first > 1 and is_common(tail.low) else DETERMINED


def _is_of_place(outer: Token, article: Token) -> bool:
    """Tell whether a phrase is a place's ("on the Scheldt"), or its article belongs to the name ("told The Herald")."""
    return outer.low in _OF_PLACES or (article.text.istitle() and outer.kind != "mark")


def _may_be_thing(tail: Token, text: str) -> bool:
    """Tell whether a name is neither a place's, a people's nor a body's, and no abbreviation but of a model."""
    if text in PLACES or text in PEOPLES or text in STOCK_INDICES or text in STOCK_EXCHANGES:
        return False
    if tail.text in HEADS or tail.text in SUFFIXES or tail.text in BUSINESS_TAILS or tail.low in _BODY:
        return False
    return not (text.isalpha() and text.isupper() and tail.low not in CLASSES["modeltail"])


def ends_phrase(line: Line, at: int) -> bool:
    """Tell whether a name that ends before a token ends its noun phrase, and what follows is no act of persons."""
    tokens = line.tokens
    if at == len(tokens):
        return True
    after = tokens[at]
    if after.low in ("'s", "’s"):
        return any(t.low in _PARTS or _GLUED.match(t.text) for t in tokens[at + 1 : at + 3])
    if after.kind != "lower" or after.low in _SPEAKING:
        return after.text in _STOPS
    if after.low in _AFTER or is_past(after):
        return True
    return after.low.endswith("s") and at + 1 < len(tokens) and _opens_phrase(tokens[at + 1])


def _opens_phrase(token: Token) -> bool:
    """Tell whether a word begins the phrase behind a verb ("the Nest tells a cry"), and not behind a plural noun."""
    return token.low in _DETERMINERS or token.low in _ADVERBS or token.kind == "number" or token.low == "what"


def is_past(token: Token) -> bool:
    """Tell whether a word looks like a verb in the past tense."""
    return token.kind == "lower" and token.text.endswith("ed")
