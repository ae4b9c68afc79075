import json
import sys

import pyarrow.parquet as pq
import pytest

from pipeline.records import TABLES
from pipeline.stages.write.parquet import schema
from tests.conftest import snapshot

TEXT = """Orvelle lifts revenue in the third quarter

LYON, France, 12 November 2020 — Orvelle SA said revenue rose 5.5% to €53.7 million in the third quarter of 2020.
"""


def rows(folder, table):
    return pq.read_table(folder / "parquet" / table).to_pylist(maps_as_pydicts="strict")


@pytest.fixture
def files():
    return {f"{n}.txt": TEXT.replace("53.7", f"{n}.25") for n in range(12)} | {"bad.txt": b"\0", "p.html": "<p>" + TEXT}


def test_parquet_holds_the_rows_of_the_json_lines_in_their_order(run_on, tmp_path, files):
    _, tables = run_on(files, "--format", "both", "--shard-size", "3")
    for table in TABLES:
        found = json.loads(json.dumps(rows(tmp_path / "out", table), default=str))
        assert found == tables[table], table


def test_every_record_has_a_schema_of_its_fields():
    for table, model in TABLES.items():
        assert schema(model).names == list(model.model_fields), table
    claim = schema(TABLES["claims"])
    assert str(claim.field("value").type) == "double"
    assert str(claim.field("period").type) == "struct<text: string, first_day: date32[day], last_day: date32[day]>"
    assert str(claim.field("evidence").type).startswith("list<")


def test_another_form_is_written_from_finished_shards_and_leaves_what_a_clean_run_would(run_on, tmp_path, files):
    run_on(files, "--format", "parquet")
    parquet = snapshot(tmp_path / "out")
    assert not any(name.endswith("claims.jsonl") for name in parquet)
    assert "quarantine.jsonl" in parquet
    run_on(files)
    jsonl = snapshot(tmp_path / "out")
    assert not any(name.endswith(".parquet") for name in jsonl)
    run_on(files, "--format", "parquet")
    assert snapshot(tmp_path / "out") == parquet
    run_on(files, "--fresh")
    assert snapshot(tmp_path / "out") == jsonl


def test_an_empty_table_is_a_file_with_its_columns(run_on, tmp_path):
    run_on({"a.txt": "Bonjour."}, "--format", "parquet")
    assert rows(tmp_path / "out", "claims") == []


def test_without_the_extra_the_error_says_what_to_install(run_on, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert run_on({"a.txt": TEXT}, "--format", "parquet")[0] == 2
    assert "pyarrow is not installed: pip install pyarrow" in capsys.readouterr().err
