"""Reading a review sheet as people hand it back: other separators and encodings, missing rows, own spellings."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from pipeline.lexicon import rows as table_rows
from pipeline.review.columns import COLUMNS, FIELDS, IDENTITY, VERDICT, verdict_column
from pipeline.spreadsheet import original

Row = dict[str, str]

_SEPARATORS = ",;\t"
_NEEDED = (VERDICT, *(name for name in IDENTITY if name not in ("sheet", "source_file")))
_WORKBOOKS = {b"PK\x03\x04": "an Excel or OpenDocument workbook", b"\xd0\xcf\x11\xe0": "an old Excel workbook"}


class SheetError(ValueError):
    """A sheet cannot be read; the message names the file, the line and what to do."""


def read_sheet(path: Path) -> list[Row]:
    """Return the rows of a sheet with verdicts as y, n, p or '' and cells without their apostrophes.

    Raises SheetError for a file that is no sheet, lacks a column that scoring needs, or holds a verdict in an
    unknown spelling; columns for single fields may be missing.
    """
    reader = csv.reader(io.StringIO(_text(path), newline=""), delimiter=_separator(path))
    head = [name.strip().lower() for name in next(reader, [])]
    if missing := [name for name in _NEEDED if name not in head]:
        raise SheetError(f"{path}: no column {', '.join(missing)}; keep the columns of the sheet as they were written")
    out: list[Row] = []
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        row = {name: original(cell.strip()) for name, cell in zip(head, cells, strict=False) if name in COLUMNS}
        out.append(_checked(dict.fromkeys(_NEEDED, "") | row, f"{path}:{reader.line_num}"))
    if len({row["claim_id"] for row in out}) < len(out):
        raise SheetError(f"{path}: a claim_id stands in two rows; keep each row once")
    return out


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SheetError(f"cannot read {path}: {error.strerror or error}") from error
    for signature, name in _WORKBOOKS.items():
        if data.startswith(signature):
            raise SheetError(f"{path} is {name}; save the sheet as CSV (UTF-8)")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:  # what spreadsheet programs on Windows save as plain "CSV"
        return data.decode("cp1252", "replace")


def _separator(path: Path) -> str:
    """Return the separator that finds most of the sheet's columns in the first line."""
    first = next(iter(_text(path).splitlines()), "").lower()
    known = {mark: len(set(COLUMNS) & {cell.strip(' "') for cell in first.split(mark)}) for mark in _SEPARATORS}
    return max(known, key=lambda mark: known[mark])


def _checked(row: Row, place: str) -> Row:
    verdicts = {entry["spelling"]: entry["verdict"] for entry in table_rows("verdicts")}
    for column in (VERDICT, *map(verdict_column, FIELDS)):
        given = row.get(column, "").casefold()
        if given and given not in verdicts:
            raise SheetError(f"{place}: {column} is {row[column]!r}; write y, n or partly, or leave it empty")
        row[column] = verdicts.get(given, "")
    for column in ("stratum_size", "rows"):
        try:
            row[column] = str(int(float(row[column].replace(",", ""))))
        except ValueError:
            raise SheetError(f"{place}: {column} is {row[column]!r}, no number; leave it as it was written") from None
    if not row["claim_id"]:
        raise SheetError(f"{place}: no claim_id; leave it as it was written, or delete the row")
    return row
