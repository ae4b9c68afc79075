"""Rows of tables in plain text: cells set apart by tabs or runs of spaces, and facts: a label with its figure."""

from __future__ import annotations

import re

from pipeline.lexicon import entries

_BETWEEN = re.compile(r"\t|[^\S\t]{2,}+")
_VALUE = re.compile(r"\W*+\d[\d.,\s]*+\W*+(?:[A-Za-z]{1,3}\W*+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"(?<![^\W\d])\d")
"""A number that is no part of a word ("CET1")."""
_FIGURE = re.compile(r"[\d★☆]")
_LONGEST_FACT, _LABEL_WORDS = 80, 4
_AMOUNT = re.compile(
    r"(?:[(+~≈–—-]*(?:[A-Z]{1,3})?[$€£¥₹]|(?:[A-Z]{3}|Rs\.?|kr)\s)\s?\d|[(+~≈–—-]*\d[\d.,]*\s?"
    r"(?:\((?=[-−]?\d)|%|x\b|per\s?cent|bps|basis|[mb]n?\b|million|billion|trillion|crore|lakh)",
)
_SENTENCE_WORDS = frozenset(entries("headline_verbs")) | {"to", "will", "is", "are", "was", "were", "has", "have", "by"}
_KEY_LABEL, _LONGEST_KEY = 7, 160
"""The most words before a key figure, and the most characters of its line."""
_LEAST_CELLS, _LEAST_ROW = 2, 3
"""The least cells of a header, and of a row that is known by itself."""


def is_header(first: str, second: str) -> bool:
    """Return whether the line `first` is the header of a table whose first row is `second`.

    It has as many cells, give or take the empty corner, and holds no values but years; the row does.
    """
    head, row = _BETWEEN.split(first), _BETWEEN.split(second)
    if len(head) < _LEAST_CELLS or len(row) - len(head) not in (0, 1):
        return False
    return not any(map(_is_value, head)) and any(map(_is_value, row[1:]))


def is_row(text: str) -> bool:
    """Return whether the line is a table's row by itself: three cells or more, a value behind the first."""
    cells = _BETWEEN.split(text)
    return len(cells) >= _LEAST_ROW and any(map(_is_value, cells[1:]))


def is_fact(text: str) -> bool:
    """Return whether a short line gives a figure or stars behind a label: "Price: £24,495", "Our rating: ★★★★☆"."""
    label, colon, value = text.partition(": ")
    if not colon or len(text) > _LONGEST_FACT or not 0 < label.count(" ") + 1 <= _LABEL_WORDS:
        return False
    return _FIGURE.search(value) is not None and not value.endswith(".")


def is_key_figure(text: str) -> bool:
    """Return whether a line gives an amount behind what it is of, without a verb: "Net sales SEK 1,204 million"."""
    if len(text) > _LONGEST_KEY or not text[0].isupper() or text[-1] in ".:?!":
        return False
    found = _AMOUNT.search(text)
    label = text[: found.start()] if found else ""
    words = label.casefold().split()
    return 0 < len(words) <= _KEY_LABEL and not (_NUMBER.search(label) or _SENTENCE_WORDS.intersection(words))


def _is_value(cell: str) -> bool:
    return _VALUE.fullmatch(cell) is not None and _YEAR.fullmatch(cell) is None
