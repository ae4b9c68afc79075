"""Sheets for tests: written by the command's own functions, edited as rows, saved in any dialect."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pipeline.review.columns import COLUMNS, sheet_rows
from pipeline.review.sampling import draw
from pipeline.spreadsheet import csv_text
from pipeline.tables import load_run


def sheet(run: Path, n: int = 100, by: str = "type") -> list[dict[str, str]]:
    """The rows of a sheet as a spreadsheet program shows them."""
    rows = sheet_rows(draw(load_run(run), n, by, seed=0))
    return [{name: "" if row.get(name) is None else str(row[name]) for name in COLUMNS} for row in rows]


def save(path: Path, rows: Iterable[Mapping[str, str]], columns: Sequence[str] = COLUMNS) -> Path:
    path.write_text(csv_text(columns, rows), encoding="utf-8", newline="")
    return path


def save_as(path: Path, rows: Sequence[Mapping[str, str]], delimiter: str, encoding: str) -> Path:
    with path.open("w", newline="", encoding=encoding, errors="replace") as file:
        writer = csv.DictWriter(file, COLUMNS, delimiter=delimiter, quoting=csv.QUOTE_ALL)
        writer.writeheader()
        writer.writerows(rows)
    return path


def row(stratum: str, size: int, verdict: str, number: int = 0, **cells: str) -> dict[str, str]:
    """A row with only what scoring reads."""
    identity = {"claim_id": f"{stratum}.{number}", "found_type": stratum, "stratum": stratum}
    return {**identity, "stratum_size": str(size), "rows": "0", "verdict": verdict, **cells}
