"""The flat table, read by those who would: csv, pandas, DuckDB, pyarrow."""

import csv
import datetime as dt
import io
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest

from pipeline.export.formats import export_run
from pipeline.flat import COLUMNS
from pipeline.tables import load_run


@pytest.fixture
def parquet(finished_run: Path, tmp_path: Path) -> Path:
    return export_run(finished_run, load_run(finished_run), "parquet", tmp_path)[0]


def test_duckdb_reads_values_days_and_truths(finished_run: Path, parquet: Path) -> None:
    rows = duckdb.sql(
        f"SELECT subject, value, unit, change_direction, change_value, change_basis, period_first_day, published "
        f"FROM '{parquet}' WHERE metric = 'revenue' AND value IS NOT NULL"
    ).fetchall()
    row = ("Orvelle SA", 53_700_000.0, "EUR", "up", 5.5, dt.date(2020, 7, 1), dt.date(2020, 11, 4))
    assert [r[:5] + r[6:] for r in rows] == [row]
    assert duckdb.sql(f"SELECT count(*) FROM '{parquet}' WHERE negated").fetchall() == [(1,)]


def test_columns_have_the_same_types_whatever_stands_in_them(own_run: Path, tmp_path: Path, parquet: Path) -> None:
    (own_run / "claims.jsonl").write_text("")
    empty = export_run(own_run, load_run(own_run), "parquet", tmp_path / "empty")[0]
    assert pq.read_schema(empty).equals(pq.read_schema(parquet))
    assert pq.read_table(empty).num_rows == 0


def test_pandas_reads_the_csv_as_the_parquet(finished_run: Path, parquet: Path, tmp_path: Path) -> None:
    path = export_run(finished_run, load_run(finished_run), "csv", tmp_path)[0]
    left, right = pd.read_csv(path), pd.read_parquet(parquet)
    assert list(left.columns) == list(right.columns) == list(COLUMNS)
    assert left["value"].equals(right["value"])
    assert left["claim_id"].tolist() == right["claim_id"].tolist()
    assert left["sentence"].tolist() == right["sentence"].tolist()


def test_a_subject_that_is_a_formula_stays_text(own_run: Path, tmp_path: Path) -> None:
    path = own_run / "claims.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace('"name":"Orvelle SA"', '"name":"=HYPERLINK(1)"'), "utf-8")
    text = export_run(own_run, load_run(own_run), "csv", tmp_path)[0].read_text(encoding="utf-8-sig")
    subjects = {row["subject"] for row in csv.DictReader(io.StringIO(text))}
    assert "'=HYPERLINK(1)" in subjects
