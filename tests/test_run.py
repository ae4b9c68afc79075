"""The run as a user sees it: files in, tables out, bad input named, nothing half written."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.records import TABLES, Quarantined
from tests.conftest import read_tables, snapshot

GOOD = """Orvelle lifts revenue in the third quarter

LYON, France, 12 November 2020 — Orvelle SA said revenue rose 5.5% to €53.7 million in the third quarter of 2020.

“We expect to open ten stores next year,” said Mara Quint, chief executive of Orvelle.
"""


def test_every_record_validates_and_equals_its_slice_of_the_source(run_on):
    status, tables = run_on({"good.txt": GOOD})
    assert status == 0
    for name, model in TABLES.items():
        assert tables[name], name
        for row in tables[name]:
            record = model.model_validate(row)
            assert getattr(record, "text", None) in (None, GOOD[row["start"] : row["end"]])


def test_the_claim_of_a_plain_sentence_is_whole(run_on):
    _, tables = run_on({"good.txt": GOOD})
    claim = next(row for row in tables["claims"] if row["value"] == 53_700_000)
    assert claim["type"] == claim["metric"] == "revenue"
    assert claim["subject"]["name"] == "Orvelle SA"
    assert claim["unit"] == "EUR"
    assert (claim["change"]["direction"], claim["change"]["value"]) == ("up", 5.5)
    assert (claim["period"]["first_day"], claim["period"]["last_day"]) == ("2020-07-01", "2020-09-30")


BAD = {
    "empty.txt": b"",
    "blank.txt": b"  \n\n ",
    "binary.txt": bytes(range(256)) * 8,
    "latin.txt": "Orvelle a gagné 5 millions d'euros en été.".encode("latin-1"),
    "utf16.txt": GOOD.encode("utf-16"),
    "utf16le.txt": GOOD.encode("utf-16-le"),
    "nul.txt": b"Revenue rose.\x00 Costs fell.",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_source_is_quarantined_with_its_reason_and_harms_no_other(run_on, name):
    status, tables = run_on({name: BAD[name], "good.txt": GOOD})
    assert status == 1
    (line,) = tables["quarantine"]
    failed = Quarantined.model_validate(line)
    assert (failed.source, failed.stage) == (name, "read")
    assert len(failed.error) > 8
    assert "Error:" not in failed.error  # a sentence, not an exception's name
    assert {row["source"] for row in tables["documents"]} == {"good.txt"}


def test_only_bad_sources_end_with_status_two(run_on):
    status, tables = run_on({"empty.txt": b""})
    assert status == 2
    assert [row["source"] for row in tables["quarantine"]] == ["empty.txt"]


def test_a_byte_order_mark_is_dropped_and_line_ends_stay(run_on):
    text = GOOD.replace("\n", "\r\n")
    status, tables = run_on({"bom.txt": b"\xef\xbb\xbf" + text.encode()})
    assert status == 0
    assert all(row["text"] == text[row["start"] : row["end"]] for row in tables["sentences"])


def test_html_offsets_count_in_the_text_that_is_written_beside(run_on, tmp_path):
    page = f"<html><head><title>Orvelle</title></head><body><h1>Orvelle grows</h1><p>{GOOD.split(chr(10))[2]} &#xD800;</p></body></html>"
    status, tables = run_on({"sub/page.html": page})
    text = (tmp_path / "out" / "text" / "sub" / "page.html.txt").read_text(encoding="utf-8")
    assert status == 0
    assert tables["quantities"]
    for table in ("sentences", "entities", "quantities", "times", "claims"):
        assert all(row["text"] == text[row["start"] : row["end"]] for row in tables[table])


def test_sources_of_the_same_name_in_different_folders_are_both_kept(tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.txt").write_text(GOOD, encoding="utf-8")
    output = tmp_path / "out"
    assert main(["run", str(tmp_path / "one"), str(tmp_path / "two"), "--output", str(output), "--workers", "0"]) == 0
    documents = read_tables(output)["documents"]
    assert sorted(row["source"] for row in documents) == ["one/same.txt", "two/same.txt"]
    assert len({row["doc_id"] for row in documents}) == 2


def test_a_missing_input_is_listed_and_the_others_are_read(tmp_path):
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    output = tmp_path / "out"
    assert (
        main(["run", str(tmp_path / "good.txt"), str(tmp_path / "absent"), "--output", str(output), "--workers", "0"])
        == 1
    )
    tables = read_tables(output)
    assert [row["error"] for row in tables["quarantine"]] == ["no such file or folder"]
    assert [row["source"] for row in tables["documents"]] == ["good.txt"]


def test_missing_inputs_alone_are_a_clear_error_and_write_nothing(tmp_path, capsys):
    output = tmp_path / "out"
    (tmp_path / "empty").mkdir()
    assert (
        main(["run", str(tmp_path / "absent"), str(tmp_path / "empty"), "--output", str(output), "--workers", "0"]) == 2
    )
    error = capsys.readouterr().err
    assert "no such file or folder" in error
    assert "no .htm, .html, .md, .txt file in this folder" in error
    assert not output.exists()


def test_a_folder_that_cannot_be_written_is_a_clear_error(tmp_path, capsys):
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    assert main(["run", str(tmp_path), "--output", "/proc/nowhere"]) == 2  # not even root may
    assert "cannot write /proc/nowhere" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_quarantined(run_on, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "lost.txt").symlink_to(tmp_path / "nowhere.txt")
    status, tables = run_on({"good.txt": GOOD})
    assert status == 1
    assert [row["source"] for row in tables["quarantine"]] == ["lost.txt"]


def test_an_output_that_is_a_file_is_a_clear_error(run_on, tmp_path, capsys):
    (tmp_path / "out").write_text("mine")
    assert run_on({"good.txt": GOOD})[0] == 2
    assert "cannot write" in capsys.readouterr().err
    assert (tmp_path / "out").read_text() == "mine"


def test_a_model_that_is_not_installed_is_a_clear_error_before_anything_is_written(run_on, tmp_path, capsys):
    assert run_on({"good.txt": GOOD}, "--model", "xx_no_such_model")[0] == 2
    assert "xx_no_such_model" in capsys.readouterr().err
    assert not list((tmp_path / "out").glob("*.jsonl"))


def test_an_unknown_setting_is_a_clear_error(run_on, tmp_path, capsys):
    settings = tmp_path / "settings.toml"
    settings.write_text("[newsclaims]\ncolour = 'blue'\n")
    assert run_on({"good.txt": GOOD}, "--config", str(settings))[0] == 2
    assert "colour" in capsys.readouterr().err


def test_two_runs_write_the_same_bytes_and_leave_nothing_else(run_on, tmp_path):
    files = {f"{n:02d}.txt": GOOD.replace("5.5%", f"{n}%") for n in range(1, 20)}
    run_on(files)
    first = snapshot(tmp_path / "out")
    run_on(files, "--fresh")
    assert snapshot(tmp_path / "out") == first
    tables = {f"{name}.jsonl" for name in (*TABLES, "quarantine")} | {"manifest.json"}
    assert {name for name in first if not name.startswith(".shards/")} == tables
    assert {Path(name).suffix for name in first if name.startswith(".shards/")} == {".gz", ""}  # parts and the lock


def test_tables_are_sorted_by_source_and_place(run_on):
    _, tables = run_on({"b.txt": GOOD, "a.txt": GOOD, "c/a.txt": GOOD})
    assert [row["source"] for row in tables["documents"]] == ["a.txt", "b.txt", "c/a.txt"]
    order = [row["doc_id"] for row in tables["documents"]]
    for table in ("sentences", "entities", "claims"):
        keys = [(order.index(row["doc_id"]), row["start"], row["end"]) for row in tables[table]]
        assert keys == sorted(keys)


def test_the_manifest_tells_what_the_run_rests_on(run_on, tmp_path):
    run_on({"good.txt": GOOD})
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert manifest["model"]["version"] == "3.8.0"
    assert manifest["settings"]["dollar"] == "USD"
    assert len(manifest["inputs"]["good.txt"]) == 64
    assert manifest["counts"]["documents"] == 1


def test_a_run_that_fails_midway_leaves_the_last_tables_whole(run_on, tmp_path, monkeypatch):
    run_on({"good.txt": GOOD})
    before = snapshot(tmp_path / "out")

    def interrupted(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr("pipeline.flow.write_part", interrupted)
    assert run_on({"good.txt": GOOD, "more.txt": GOOD})[0] == 2
    assert snapshot(tmp_path / "out") == before


def test_a_stage_that_fails_quarantines_its_source_and_names_the_stage(run_on, monkeypatch):
    def failing(text, *_arguments, **_options):
        if "poison" in text:
            raise ValueError("cannot be had")
        return []

    monkeypatch.setattr("pipeline.flow.extract_times", failing)
    status, tables = run_on({"bad.txt": GOOD + "\nA poison pill.\n", "good.txt": GOOD})
    assert status == 1
    assert tables["quarantine"] == [{"source": "bad.txt", "stage": "times", "error": "ValueError: cannot be had"}]
    assert [row["source"] for row in tables["documents"]] == ["good.txt"]


def test_readme_files_and_the_output_folder_are_no_sources(tmp_path):
    (tmp_path / "README.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    output = tmp_path / "out"
    for _ in range(2):
        main(["run", str(tmp_path), "--output", str(output), "--workers", "0"])
        assert [row["source"] for row in read_tables(output)["documents"]] == ["good.txt"]


def test_wrong_use_ends_with_status_two():
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "walk"],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[1],
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_gazetteer_of_the_settings_wins_and_gives_its_identifiers(run_on, tmp_path):
    names = tmp_path / "names.tsv"
    names.write_text("name\taliases\tlabel\tlei\nOrvelle Holding\tOrvelle|Orvelle SA\tORG\t969500ORVELLE0000001\n")
    settings = tmp_path / "settings.toml"
    settings.write_text(f"[newsclaims]\ngazetteer = '{names}'\n")
    _, tables = run_on({"good.txt": GOOD}, "--config", str(settings))
    found = {row["name"]: row["ids"] for row in tables["entities"] if row["text"] == "Orvelle"}
    assert found == {"Orvelle Holding": {"lei": "969500ORVELLE0000001"}}


@pytest.mark.parametrize(
    ("table", "message"), [("name\tcolour\nA\tred\n", "unknown column 'colour'"), (None, "names.tsv: No such file")]
)
def test_a_gazetteer_that_cannot_be_read_is_a_clear_error(run_on, tmp_path, capsys, table, message):
    names = tmp_path / "names.tsv"
    if table:
        names.write_text(table)
    settings = tmp_path / "settings.toml"
    settings.write_text(f"[newsclaims]\ngazetteer = '{names}'\n")
    assert run_on({"good.txt": GOOD}, "--config", str(settings))[0] == 2
    assert message in capsys.readouterr().err


def test_claims_below_the_least_confidence_are_left_out_and_the_others_unchanged(run_on, tmp_path):
    _, everything = run_on({"good.txt": GOOD})
    limit = sorted(claim["confidence"] for claim in everything["claims"])[-1]
    source = tmp_path / "in" / "good.txt"
    source.parent.mkdir(exist_ok=True)
    source.write_text(GOOD, encoding="utf-8")
    assert main(["run", str(source), "--output", str(tmp_path / "sure"), "--min-confidence", str(limit)]) == 0
    kept = read_tables(tmp_path / "sure")["claims"]
    assert kept
    assert kept == [claim for claim in everything["claims"] if claim["confidence"] >= limit]


@pytest.mark.parametrize("value", ["1.5", "-0.1"])
def test_a_least_confidence_that_is_no_probability_is_refused(value, tmp_path, capsys):
    assert main(["run", str(tmp_path), "--output", str(tmp_path / "out"), "--min-confidence", value]) == 2
    assert "min_confidence" in capsys.readouterr().err
