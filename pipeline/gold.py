"""Records as lines of gold: what hand annotation keeps of a record, and writing it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pipeline.records import TABLES, Claim, Record
from pipeline.stages.write import replacing


class GoldExistsError(ValueError):
    """Gold would be written over; the message names the file."""


_NAMES = {model: name for name, model in TABLES.items()}
_NO_GOLD = {"confidence", "evidence"}
"""Fields that say how the extractor came to a claim."""


def gold_row(record: Record) -> dict[str, Any]:
    """Return the line of gold for a record of any table: null and false fields are left out."""
    out = _NO_GOLD if isinstance(record, Claim) else None
    fields = record.model_dump(mode="json", exclude_none=True, exclude=out)
    return {"table": _NAMES[type(record)], **{name: value for name, value in fields.items() if value is not False}}


def write_gold(folder: Path, gold: Mapping[str, Iterable[Record]], *, replace: bool = False) -> list[Path]:
    """Write `<source>.jsonl` for each source, table by table in text order, and return the files.

    Raises GoldExistsError before anything is written where a file is there and `replace` is false.
    """
    files = {folder / f"{source}.jsonl": records for source, records in sorted(gold.items())}
    if there := [path for path in files if path.exists() and not replace]:
        raise GoldExistsError(f"{there[0]} is there already; name another folder with --gold, or add --replace")
    order = list(TABLES)
    for path, records in files.items():
        rows = sorted(map(gold_row, records), key=lambda row: (order.index(row["table"]), row["start"], row["end"]))
        with replacing(path) as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return list(files)
