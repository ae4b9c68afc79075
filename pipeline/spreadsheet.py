"""Tables for spreadsheet programs: cells that are no formulas, and files that open right on a double click."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

BOM = "\ufeff"
"""At the head of a file, it tells spreadsheet programs that the text is UTF-8."""

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")


def neutral(cell: object) -> str:
    """Return a cell's text so that no spreadsheet program takes it for a formula: after an apostrophe.

    The characters are those of OWASP's page on CSV injection; numbers stay as they are.
    """
    text = "" if cell is None else str(cell)
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def original(cell: str) -> str:
    """Return a cell's text without the apostrophe of `neutral`."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell, 1) else cell


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Return a table as CSV: a byte-order mark, commas, CRLF (RFC 4180), every cell neutral."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns)
    writer.writeheader()
    writer.writerows({name: neutral(row.get(name)) for name in columns} for row in rows)
    return BOM + out.getvalue()
