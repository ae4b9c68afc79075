"""Cells of a table's row in text: set apart by tabs or runs of spaces, as the reader writes a page's tables."""

from __future__ import annotations

import re

_CELL = re.compile(r"\S(?:(?!\t| {3}).)*(?<!\s)", re.DOTALL)


def has_cells(text: str) -> bool:
    """Say whether a tab or spaces set cells apart: a row of a table, whatever the block."""
    return "\t" in text or "   " in text


def cell_spans(text: str, offset: int) -> list[tuple[int, int]]:
    """Return the spans of the cells of a text that begins at `offset`; none where nothing sets cells apart."""
    return [(offset + m.start(), offset + m.end()) for m in _CELL.finditer(text)] if has_cells(text) else []
