"""Captions and credits of pictures, known by their words: see `lexicons/caption_cues.tsv`."""

from __future__ import annotations

import re

from pipeline.lexicon import alternatives, entries, rows

_OPENING: dict[str, tuple[str, ...]] = {}
for _row in rows("caption_cues"):
    if _row["place"] == "opening":
        _OPENING[_row["cue"][0]] = (*_OPENING.get(_row["cue"][0], ()), _row["cue"])
_CLOSING = re.compile(
    alternatives(row["cue"] for row in rows("caption_cues") if row["place"] == "closing") + r"(?!\s?(?:19|20)\d\d\b)"
)
"""A year after the sign makes it a notice of copyright."""
_CREDIT_LINE = re.compile(
    r"(?P<after>^|[.!?:”)]\s)(?P<first>[^\W\d_a-z][\w’'-]*+)\s(?:[^\W\d_a-z][\w.’'-]*+\s){0,3}[^\W\d_a-z][\w’'-]*+/[^\W\d_a-z][\w.’'-]*+(?:\s[^\W\d_a-z][\w’'-]*+){0,3}$"
)
"""A photographer and the house at the end: "Ada Holm/Harbour Pictures"."""
_GIVEN_NAMES = frozenset(entries("given_names"))
_BRACKETED = re.compile(r"\((?i:[a-z]{2,10}\s)?(?i:photos?|images?|pictures?)\b[^()]{0,60}\)$")
_LONGEST = 500
_CREDIT = 80
"""The most characters of a caption, and of the credit at its end."""
_CREDIT_WORDS = 8


def is_caption(text: str) -> bool:
    """Return whether the line is a picture's caption or credit."""
    if len(text) > _LONGEST:
        return False
    return text.startswith(_OPENING.get(text[0], ())) or _has_credit(text[-_CREDIT:])


def is_credit(text: str) -> bool:
    """Return whether the line is a picture's credit and nothing else, so that the caption stands above it."""
    return text.count(" ") < _CREDIT_WORDS and is_caption(text)


def _has_credit(tail: str) -> bool:
    if _CLOSING.search(tail):
        return True
    if "/" in tail and (match := _CREDIT_LINE.search(tail)):
        return match["after"] != "" or match["first"] in _GIVEN_NAMES
    return tail[-1] == ")" and _BRACKETED.search(tail) is not None
