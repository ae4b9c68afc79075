"""Part files: the records of a shard's sources, of all tables, as a worker hands them over.

A part is a gzip file with a line a record: the table's name, a tab, the record as JSON.  It holds no time
and no name, so that the same records are the same bytes.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pipeline.records import TABLES, Record
from pipeline.stages.write.files import replacing_bytes

_LEVEL = 1
"""gzip's fastest: JSON shrinks to a sixth, for less than 1% of what extraction takes."""


def sort_key(record: Record) -> tuple[Any, ...]:
    """Order of records within a source and table: by place in the text, longer spans first."""
    return (getattr(record, "start", 0), getattr(record, "end", 0))


def write_part(path: Path, lines: Iterable[tuple[str, Record | dict[str, Any]]], drafts: Path) -> None:
    """Write one part file from (table, record) pairs; `text` lines carry a rendered source's text."""
    with (
        replacing_bytes(path, drafts) as file,
        gzip.GzipFile(filename="", mode="wb", compresslevel=_LEVEL, fileobj=file, mtime=0) as packed,
    ):
        for table, record in lines:
            body = json.dumps(record, ensure_ascii=False) if isinstance(record, dict) else record.model_dump_json()
            packed.write(f"{table}\t{body}\n".encode())


def read_part(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the (table, JSON line) pairs of a part file, in its order."""
    with gzip.open(path, "rb") as lines:
        for line in lines:
            table, _, body = line.partition(b"\t")
            yield table.decode(), body


def parquet_files(part: Path) -> dict[str, Path]:
    """Return where the Parquet file of each table belongs to the part file `part`."""
    return {table: part.with_name(f"{part.stem}.{table}.parquet") for table in TABLES}
