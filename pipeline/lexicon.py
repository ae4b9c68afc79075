"""Loads the vocabulary files of `pipeline/lexicons/`: data that a non-programmer can extend.

Two formats.  A *table* is tab-separated with a header line; a *list* is one entry a line.  In both, blank
lines and lines that start with `#` are comments.  Files are read once per process and checked on reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

LEXICONS = Path(__file__).with_name("lexicons")


class LexiconError(ValueError):
    """A vocabulary file is malformed; the message names the file and the line."""


def _lines(name: str) -> list[tuple[int, str]]:
    text = (LEXICONS / name).read_text(encoding="utf-8")
    numbered = enumerate(text.splitlines(), start=1)
    return [(n, line.rstrip()) for n, line in numbered if line.strip() and not line.startswith("#")]


@cache
def entries(name: str) -> tuple[str, ...]:
    """Return the entries of the list `<name>.txt`, in file order; a repeated entry is an error."""
    found: dict[str, int] = {}
    for n, line in _lines(f"{name}.txt"):
        if line in found:
            raise LexiconError(f"{name}.txt:{n}: {line!r} stands already on line {found[line]}")
        found[line] = n
    return tuple(found)


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the table `<name>.tsv` as dictionaries; short rows are filled with ''."""
    (_, head), *body = _lines(f"{name}.tsv")
    columns = head.split("\t")
    out = []
    for n, line in body:
        cells = line.split("\t")
        if len(cells) > len(columns):
            raise LexiconError(f"{name}.tsv:{n}: {len(cells)} cells under {len(columns)} columns")
        out.append(dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True)))
    return tuple(out)


def alternatives(words: Iterable[str]) -> str:
    """Return a regular-expression group that matches any of `words`, longest first, white space flexible."""
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ordered) + ")"
