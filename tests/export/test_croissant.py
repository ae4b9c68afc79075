import hashlib
import json
from pathlib import Path

from pipeline.export.formats import FORMATS
from pipeline.records import TABLES
from pipeline.tables import load_run


def metadata(run: Path) -> dict:  # type: ignore[type-arg]
    return json.loads(str(FORMATS["croissant"].files(run, load_run(run))["croissant.json"]))


def test_files_are_those_of_the_run_with_their_hashes(finished_run: Path) -> None:
    files = {file["contentUrl"]: file["sha256"] for file in metadata(finished_run)["distribution"]}
    assert files == {
        f"{table}.jsonl": hashlib.sha256((finished_run / f"{table}.jsonl").read_bytes()).hexdigest() for table in TABLES
    }


def test_every_field_reads_a_column_that_is_there(finished_run: Path) -> None:
    for records in metadata(finished_run)["recordSet"]:
        first = json.loads((finished_run / f"{records['@id']}.jsonl").read_text(encoding="utf-8").splitlines()[0])
        leaves = [leaf for field in records["field"] for leaf in field.get("subField", [field])]
        assert leaves
        for leaf in leaves:
            assert leaf["source"]["extract"]["column"] in first
            assert leaf["dataType"].startswith("sc:")


def test_nested_fields_and_kinds_of_values(finished_run: Path) -> None:
    claims = next(r for r in metadata(finished_run)["recordSet"] if r["@id"] == "claims")
    fields = {field["@id"]: field for field in claims["field"]}
    change = {field["@id"]: field for field in fields["claims/change"]["subField"]}
    assert change["claims/change/value"]["dataType"] == "sc:Float"
    assert change["claims/change/value"]["source"]["transform"] == {"jsonPath": "value"}
    assert fields["claims/evidence"]["repeated"]
    assert fields["claims/quoted"]["dataType"] == "sc:Boolean"


def test_an_empty_table_has_no_record_set(own_run: Path) -> None:
    (own_run / "claims.jsonl").write_text("")
    assert "claims" not in {records["@id"] for records in metadata(own_run)["recordSet"]}
