"""The flat claims table as Parquet, by pyarrow."""

from __future__ import annotations

import io

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.flat import COLUMNS, flat_rows
from pipeline.tables import Run

_TYPES = {"string": pa.string(), "date": pa.date32(), "bool": pa.bool_(), "float": pa.float64(), "int": pa.int64()}


def parquet(run: Run) -> bytes:
    """Return the table as one Parquet file; a column's type does not depend on what stands in it."""
    schema = pa.schema([(name, _TYPES[kind]) for name, kind in COLUMNS.items()])
    table = pa.Table.from_pylist(list(flat_rows(run)), schema=schema)
    out = io.BytesIO()
    pq.write_table(table, out)
    return out.getvalue()
