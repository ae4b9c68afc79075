"""Typographic characters made plain, so that tools trained on plain text read them; offsets stay true."""

from __future__ import annotations

import re

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\n": " ", "\r": " ", "\t": " "})
_LONG_RUN = re.compile(r"[^\w\s]{40,}")
_NO_TEXT = re.compile(r"[\ud800-\udfff]")


def plain(text: str) -> str:
    """Return `text`, of the same length, with typographic quotes and spaces made plain.

    Unbroken runs of punctuation, on which spaCy's tokenizer is quadratic, become spaces, lone surrogates,
    on which it fails, question marks.
    """
    text = _NO_TEXT.sub("?", text.translate(_PLAIN))
    return _LONG_RUN.sub(lambda run: " " * len(run[0]), text)
