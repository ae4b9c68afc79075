"""The local engine: whatever a source does to its worker, the run ends with the same bytes."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.execute.guard import KILLED
from tests.conftest import read_tables
from tests.execute.faults import StillbornJob, write_sources

GOOD = {f"good_{n:02d}.txt": f"good {n}" for n in range(30)}


def run(folder, output, *arguments):
    return main(["run", str(folder), "--output", str(output), "--timeout", "1", *arguments])


@pytest.mark.usefixtures("faulty")
def test_sources_that_kill_or_never_end_are_quarantined_and_all_others_go_through(tmp_path):
    bad = {"good_05a.txt": "die", "good_05b.txt": "loop"}  # in one shard
    folder = write_sources(tmp_path / "in", GOOD | bad)
    assert run(folder, tmp_path / "out", "--workers", "2") == 1
    tables = read_tables(tmp_path / "out")
    assert {row["source"] for row in tables["documents"]} == set(GOOD)
    late = "took longer than the limit of 1 s"
    assert [(row["source"], row["stage"], row["error"]) for row in tables["quarantine"]] == [
        ("good_05a.txt", "run", KILLED), ("good_05b.txt", "run", late)
    ]  # fmt: skip


@pytest.mark.usefixtures("faulty")
def test_a_worker_that_dies_by_chance_costs_nothing(tmp_path):
    folder = write_sources(tmp_path / "in", GOOD | {"good_07a.txt": "once"})
    assert run(folder, tmp_path / "out", "--workers", "2") == 0
    assert len(read_tables(tmp_path / "out")["documents"]) == 31


def test_workers_that_die_at_once_are_a_clear_error(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("pipeline.execute.job.Job", StillbornJob)
    assert run(write_sources(tmp_path / "in", GOOD), tmp_path / "out", "--workers", "2") == 2
    assert "10 workers in a row died before they began" in capsys.readouterr().err


def test_ctrl_c_ends_all_at_once_with_one_line_and_the_rerun_goes_on(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(40):
        (folder / f"{n}.txt").write_text("Orvelle SA said revenue rose 5.5% to €53.7 million in 2020.\n\n" * 40)
    command = [sys.executable, "-m", "pipeline", "run", str(folder), "--output", str(tmp_path / "out")]
    # A shell that starts CI in the background has it ignore the signal, and the run would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [*command, "--workers", "2", "--shard-size", "2"],
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
        start_new_session=True,
    )
    parts = tmp_path / "out" / ".shards"
    while process.poll() is None and not list(parts.glob("*.gz")):
        time.sleep(0.05)
    begun = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    error = process.communicate(timeout=20)[1]
    assert time.monotonic() - begun < 5
    assert process.returncode == 2
    assert error == "error: interrupted; what is finished is kept: the same command goes on from there\n"
    assert list(parts.glob("*.gz"))
    assert not (parts / "drafts").exists()
