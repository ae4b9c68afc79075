"""The main job on `raw/`, measured against hand annotation: no figure may fall below its floor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.evaluate.evaluation import Evaluation, evaluate
from pipeline.evaluate.floors import fallen, read_floors
from pipeline.records import TABLES

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "annotations"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run")
    assert main(["run", str(ROOT / "raw"), "--output", str(folder), "--workers", "0"]) == 0
    return folder


@pytest.fixture(scope="module")
def evaluation(output: Path) -> Evaluation:
    return evaluate(GOLD, output)


def source_text(output: Path, source: str) -> str:
    rendered = output / "text" / f"{source}.txt"
    path = rendered if rendered.exists() else ROOT / "raw" / source
    return path.read_bytes().decode("utf-8")


def test_every_source_is_annotated_and_aligned(evaluation):
    assert evaluation.warnings == []
    sources = {p.name for p in (ROOT / "raw").iterdir() if not p.name.startswith("README")}
    assert {f"{name}.jsonl" for name in sources} == {p.name for p in GOLD.glob("*.jsonl")}


def test_no_figure_is_below_its_floor(evaluation):
    floors = read_floors(GOLD / "floors.json")
    assert fallen(floors, evaluation) == []


def test_floors_rest_on_this_gold_and_these_sources(evaluation):
    update = "gold or sources changed: python -m pipeline run && python -m pipeline evaluate --update-floors"
    assert read_floors(GOLD / "floors.json")["fingerprint"] == evaluation.fingerprint, update


def test_gold_records_validate_and_equal_their_slice_of_the_source(output):
    for file in GOLD.glob("*.jsonl"):
        text = source_text(output, file.name.removesuffix(".jsonl"))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            row = json.loads(line)
            table = row.pop("table")
            optional = {"entities": {"entity_id": "e0"}, "claims": {"confidence": 1.0}}.get(table, {})
            TABLES[table].model_validate({**optional, **row})
            assert row.get("text") in (None, text[row["start"] : row["end"]]), f"{file.name}:{number}"


def test_every_gold_record_belongs_to_the_article_that_it_stands_in():
    for file in GOLD.glob("*.jsonl"):
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        starts = {r["start"]: r["doc_id"] for r in rows if r["table"] == "documents"}
        assert len(set(starts.values())) == len(starts), file.name
        for row in rows:
            assert row["doc_id"] == starts[max(at for at in starts if at <= row["start"])], f"{file.name}: {row}"


def test_the_run_on_raw_is_valid_and_grounded(output):
    sources = {}
    for line in (output / "documents.jsonl").read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        sources[document["doc_id"]] = source_text(output, document["source"])
    for name, model in TABLES.items():
        for line in (output / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            model.model_validate(row)
            assert row.get("text") in (None, sources[row["doc_id"]][row["start"] : row["end"]])


def test_ids_that_records_point_to_exist(output):
    tables = {
        name: [json.loads(line) for line in (output / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        for name in TABLES
    }
    sentences = {row["sentence_id"] for row in tables["sentences"]}
    quantities = {row["quantity_id"] for row in tables["quantities"]}
    entities = {row["entity_id"] for row in tables["entities"]}
    assert len(sentences) == len(tables["sentences"])
    assert len(quantities) == len(tables["quantities"])
    for claim in tables["claims"]:
        assert claim["sentence_id"] in sentences
        assert claim["quantity_id"] is None or claim["quantity_id"] in quantities
        assert claim["change"] is None or claim["change"]["quantity_id"] in {None, *quantities}
        assert claim["subject"]["entity_id"] is None or claim["subject"]["entity_id"] in entities
