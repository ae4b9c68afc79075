"""The tables as Parquet: a file a shard and table, with the columns of the records (needs pyarrow).

Numbers are 64-bit floats, days are dates, a claim's subject, change and period are structs.  The files hold
no time, so that the same records are the same bytes.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Sequence
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.records import TABLES, Record
from pipeline.stages.write.files import replacing_bytes
from pipeline.stages.write.parts import parquet_files, read_part

_SCALARS = {
    str: pa.string(),
    bool: pa.bool_(),
    int: pa.int64(),
    float: pa.float64(),
    dt.date: pa.date32(),
}


def write_parquet(part: Path, drafts: Path) -> None:
    """Write the records of the part file `part` beside it, a Parquet file a table."""
    rows: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES}
    for table, body in read_part(part):
        if table in rows:
            rows[table].append(_row(TABLES[table].model_validate_json(body)))
    for table, path in parquet_files(part).items():
        with replacing_bytes(path, drafts) as file:
            pq.write_table(pa.Table.from_pylist(rows[table], schema(TABLES[table])), file, compression="zstd")


def link_parquet(parts: Sequence[Path], folder: Path) -> None:
    """Show the Parquet files of `parts` as `folder`/<table>/<number>.parquet, numbered in order of the sources."""
    for table in TABLES:
        (folder / table).mkdir(parents=True)
    for number, part in enumerate(parts):
        for table, path in parquet_files(part).items():
            shown = folder / table / f"{number:08d}.parquet"
            try:
                shown.hardlink_to(path)
            except OSError:  # a file system without links
                shutil.copyfile(path, shown)


def schema(model: type[Record]) -> pa.Schema:
    """Return the Arrow schema of a record."""
    return pa.schema(_fields(model))


def _fields(model: type[Record]) -> list[pa.Field]:
    return [pa.field(name, _arrow(field.annotation)) for name, field in model.model_fields.items()]


def _arrow(annotation: Any) -> pa.DataType:
    """Return the Arrow type of a field's annotation; every column may be null."""
    origin, inner = get_origin(annotation), [a for a in get_args(annotation) if a is not NoneType]
    if annotation in _SCALARS:
        return _SCALARS[annotation]
    if origin is Literal:
        return pa.string()
    if origin is dict:
        return pa.map_(_arrow(inner[0]), _arrow(inner[1]))
    if origin is tuple:
        return pa.list_(_arrow(inner[0]))
    if set(inner) == {int, float}:
        return pa.float64()
    if inner:  # a field that may be null
        return _arrow(inner[0])
    return pa.struct(_fields(annotation))


def _row(record: Record) -> dict[str, Any]:
    """Return a record's columns; Arrow takes a map as pairs."""
    return {k: list(v.items()) if k == "ids" and v else v for k, v in record.model_dump().items()}
