"""Runs on an output folder that has seen runs before: done work stays, changed work is redone, nothing is left over."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.execute import run as module
from pipeline.execute.guard import KILLED
from tests.conftest import read_tables, snapshot
from tests.execute.faults import FaultyFlow, FaultyJob, write_sources

TEXTS = {f"{n:02d}.txt": f"text {n}" for n in range(40)}


@pytest.fixture
def folder(tmp_path):
    return write_sources(tmp_path / "in", TEXTS)


@pytest.fixture
def run(tmp_path, folder, monkeypatch, faulty):
    """Run on the folder; return the sources that were done anew."""
    done = []

    class Counted(FaultyJob):
        def flow(self):
            flow = FaultyFlow()
            process = flow.process
            flow.process = lambda item: [done.append(item.source), *process(item)][1:]
            return flow

    monkeypatch.setattr("pipeline.execute.job.Job", Counted)

    def once(*arguments, output="out", status=0):
        done.clear()
        assert main(["run", str(folder), "--output", str(tmp_path / output), "--workers", "0", *arguments]) == status
        return sorted(done)

    return once


@pytest.fixture
def clean(run, tmp_path):
    """What a run on the folder as it stands writes into a new output folder."""

    def snapshot_of_clean_run(*arguments):
        run(*arguments, output="clean")
        return snapshot(tmp_path / "clean")

    return snapshot_of_clean_run


def test_an_unchanged_rerun_does_nothing_and_writes_nothing(run, tmp_path):
    assert run() == sorted(TEXTS)
    times = {file: file.stat().st_mtime_ns for file in (tmp_path / "out").glob("*.json*")}
    assert run() == []
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / "out").glob("*.json*")} == times


def test_a_changed_source_redoes_its_shard_only(run, folder, tmp_path, clean):
    run()
    (folder / "17.txt").write_text("another")
    redone = run()
    assert "17.txt" in redone
    assert len(redone) <= 16
    assert snapshot(tmp_path / "out") == clean()


def test_new_and_removed_sources_come_and_go(run, folder, tmp_path, clean):
    run()
    (folder / "03.txt").unlink()
    (folder / "55.txt").write_text("new")
    assert "55.txt" in run()
    assert {row["source"] for row in read_tables(tmp_path / "out")["documents"]} == {*TEXTS, "55.txt"} - {"03.txt"}
    assert snapshot(tmp_path / "out") == clean()


def test_another_setting_or_fresh_does_all_anew(run, tmp_path):
    run()
    assert run("--timeout", "50") == sorted(TEXTS)
    assert run("--timeout", "50") == []
    assert run("--timeout", "50", "--fresh") == sorted(TEXTS)


def test_tables_that_were_lost_or_cut_are_written_again_from_the_parts(run, tmp_path):
    run()
    whole = snapshot(tmp_path / "out")
    (tmp_path / "out" / "documents.jsonl").write_text("cut")
    (tmp_path / "out" / "claims.jsonl").unlink()
    assert run() == []
    assert snapshot(tmp_path / "out") == whole


def test_a_manifest_that_is_no_manifest_is_written_again(run, tmp_path):
    run()
    whole = snapshot(tmp_path / "out")
    for text in ("", "[]", "{}"):
        (tmp_path / "out" / "manifest.json").write_text(text)
        assert run() == []
        assert snapshot(tmp_path / "out") == whole


def test_a_source_that_changes_while_the_run_is_at_work_is_quarantined_and_read_next_time(
    run_on, tmp_path, monkeypatch
):
    def hashed_before_the_change(inputs, hashed=module.hashed):
        found = hashed(inputs)
        (tmp_path / "in" / "a.txt").write_text("Orvelle opened two stores.")
        return found

    monkeypatch.setattr(module, "hashed", hashed_before_the_change)
    status, tables = run_on({"a.txt": "Orvelle opened a store."})
    assert (status, tables["quarantine"][0]["error"]) == (2, "changed while the run was at work; run again")
    monkeypatch.undo()
    assert run_on({})[0] == 0


def test_an_unchanged_rerun_does_not_load_the_model(run_on, tmp_path):
    run_on({"a.txt": "Orvelle opened a store."})
    code = (
        "import sys; from pipeline.cli import main; main(sys.argv[1:]);"
        "print(sorted({'spacy', 'numpy', 'lxml', 'dateparser', 'pyarrow'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code, "run", str(tmp_path / "in"), "--output", str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert done.stdout.splitlines()[-1] == "[]"
    assert "1 of 1 sources were done already" in done.stdout


def test_a_killed_source_stays_in_quarantine_without_being_tried_again(folder, tmp_path, faulty):
    (folder / "99.txt").write_text("die")
    for _ in range(2):
        arguments = ["run", str(folder), "--output", str(tmp_path / "out"), "--workers", "1"]
        assert main(arguments) == 1
        assert [row["error"] for row in read_tables(tmp_path / "out")["quarantine"]] == [KILLED]
    assert os.listdir(tmp_path / "out" / ".shards").count("drafts") == 0
