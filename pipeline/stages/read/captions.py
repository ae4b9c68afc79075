"""Captions and credits of pictures, known by their words: see `lexicons/caption_cues.tsv`."""

from __future__ import annotations

import re

from pipeline.lexicon import alternatives, rows

_OPENING = tuple(row["cue"] for row in rows("caption_cues") if row["place"] == "opening")
_CLOSING = re.compile(alternatives(row["cue"] for row in rows("caption_cues") if row["place"] == "closing"))
_LONGEST = 500
_CREDIT = 80
"""The most characters of a caption, and of the credit at its end."""


def is_caption(text: str) -> bool:
    """Return whether the line is a picture's caption or credit."""
    if len(text) > _LONGEST:
        return False
    return text.startswith(_OPENING) or _CLOSING.search(text, max(0, len(text) - _CREDIT)) is not None
