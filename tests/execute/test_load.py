"""Kills and loads: `pytest -m load`, some minutes on two cores.  Everything here runs the real pipeline."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from pipeline.cli import main
from tests.conftest import read_tables, snapshot
from tests.execute.faults import write_sources

pytestmark = pytest.mark.load

ROOT = Path(__file__).parents[2]
SENTENCE = "Orvelle SA said revenue rose {n}.5% to €{n} million in the third quarter of 2020, ahead of Brantec plc.\n\n"


def write(folder: Path, count: int, sentences: int = 1) -> Path:
    folder.mkdir(parents=True)
    for n in range(count):
        (folder / f"{n:05d}.txt").write_text("".join(SENTENCE.format(n=n + i) for i in range(sentences)))
    return folder


def start(folder: Path, output: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "pipeline", "run", str(folder), "--output", str(output), "--workers", "2"]
    return subprocess.Popen([*command, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)


def run(folder: Path, output: Path, *arguments: str) -> str:
    process = start(folder, output, *arguments)
    out, error = process.communicate(timeout=300)
    assert process.returncode == 0, error
    return out


def published(output: Path) -> dict[str, bytes]:
    """What users read: without the folder of parts, whose cut hangs on the size of shards."""
    return {name: data for name, data in snapshot(output).items() if not name.startswith(".shards/")}


def test_thirty_kills_at_random_moments_each_end_in_the_bytes_of_a_clean_run(tmp_path):
    choose = random.Random(8)
    folder = write(tmp_path / "in", 12)
    (folder / "page.html").write_text("<p>Orvelle SA opened 12 stores.</p>")
    output, states, clean = tmp_path / "out", ["first text.", "Orvelle SA opened 7 stores in May 2020."], []
    for n, text in enumerate(states):
        (folder / "00003.txt").write_text(text)
        begun = time.monotonic()
        run(folder, tmp_path / f"clean{n}", "--shard-size", "2")
        clean.append(snapshot(tmp_path / f"clean{n}"))
    lasting = time.monotonic() - begun
    cut_short = 0
    for kill in range(30):
        state = kill % 2
        (folder / "00003.txt").write_text(states[state])
        options = ["--shard-size", "2", "--workers", "2" if kill % 5 == 0 else "1"]  # one starts at half the cost
        process = start(folder, output, *options, *["--fresh"] * (kill % 3 == 0))
        if kill % 3 == 1:  # while tables are being replaced, which takes some milliseconds
            await_or_end(process, (output / ".shards" / "drafts" / "documents.jsonl").exists)
            time.sleep(choose.uniform(0, 0.03))
        else:
            time.sleep(choose.uniform(0, lasting))
        process.kill()
        cut_short += process.wait() == -signal.SIGKILL
        run(folder, output, *options)
        assert snapshot(output) == clean[state], f"after kill {kill}"
    assert cut_short >= 15


def await_or_end(process: subprocess.Popen[str], condition: Callable[[], bool]) -> None:
    while process.poll() is None and not condition():
        time.sleep(0.001)


@pytest.fixture(scope="module")
def work(tmp_path_factory):
    """Sources for some seconds of work, and what a clean run makes of them."""
    root = tmp_path_factory.mktemp("work")
    folder = write(root / "in", 80, sentences=25)
    run(folder, root / "clean")
    return folder, published(root / "clean")


@pytest.mark.parametrize("engine", ["local", "dask"])
def test_five_worker_kills_lose_nothing(tmp_path, work, engine):
    choose = random.Random(engine)
    folder, clean = work
    process = start(folder, tmp_path / "out", "--engine", engine, "--shard-size", "4")
    kills = 0
    while kills < 5 and process.poll() is None:
        time.sleep(choose.uniform(0.3, 1.2))
        if workers := busy_workers(process.pid):
            choose.choice(workers).kill()
            kills += 1
    error = process.communicate(timeout=300)[1]
    assert process.returncode == 0, error
    assert kills == 5
    assert published(tmp_path / "out") == clean
    assert not list((tmp_path / "out" / ".shards").glob("*/"))


def busy_workers(pid: int) -> list[psutil.Process]:
    """The run's worker processes that have loaded the pipeline."""
    try:
        children = psutil.Process(pid).children(recursive=True)
        return [child for child in children if child.memory_info().rss > 120e6]
    except psutil.NoSuchProcess:
        return []


def test_a_cluster_with_an_address_gives_the_same_bytes(tmp_path):
    folder = write(tmp_path / "in", 20)
    run(folder, tmp_path / "clean")
    scheduler_file = tmp_path / "scheduler.json"
    dask = [sys.executable, "-m", "dask"]
    processes = [
        subprocess.Popen(
            [*dask, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show",
             "--scheduler-file", str(scheduler_file)],
            cwd=tmp_path, stderr=subprocess.DEVNULL, env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
    ]  # fmt: skip
    try:
        await_or_end(processes[0], scheduler_file.exists)
        address = json.loads(scheduler_file.read_text())["address"]
        worker = [*dask, "worker", address, "--nthreads", "1", "--nworkers", "2", "--no-dashboard"]
        processes.append(
            subprocess.Popen(
                worker, cwd=tmp_path, stderr=subprocess.DEVNULL, env=os.environ | {"PYTHONPATH": str(ROOT)}
            )
        )
        run(folder, tmp_path / "out", "--engine", "dask", "--address", address, "--format", "both")
        found = published(tmp_path / "out")
        assert {name: data for name, data in found.items() if not name.startswith("parquet/")} == published(
            tmp_path / "clean"
        )
        assert sum(name.startswith("parquet/claims/") for name in found) >= 1
    finally:
        for process in reversed(processes):
            process.terminate()
            process.wait()


def test_sources_that_kill_or_never_end_give_the_same_bytes_under_dask(tmp_path, faulty):
    texts = {f"{n:02d}.txt": f"good {n}" for n in range(30)} | {"05a.txt": "die", "05b.txt": "loop"}
    folder = write_sources(tmp_path / "in", texts)
    for engine in ("local", "dask"):
        arguments = ["--output", str(tmp_path / engine), "--engine", engine, "--workers", "2", "--timeout", "1"]
        assert main(["run", str(folder), *arguments]) == 1
    assert snapshot(tmp_path / "dask") == snapshot(tmp_path / "local")
    assert [row["source"] for row in read_tables(tmp_path / "dask")["quarantine"]] == ["05a.txt", "05b.txt"]


def mostly_foreign(folder: Path, count: int) -> Path:
    """Sources of which nine in ten are not in English: read and listed, without work for the model."""
    write(folder, count)
    for n in set(range(count)) - set(range(0, count, 10)):
        (folder / f"{n:05d}.txt").write_text(f"Die Brantec AG hat im Jahr {n} einen neuen Laden in der Stadt eröffnet.")
    return folder


def test_ten_thousand_documents_on_two_workers_are_all_there(tmp_path):
    run(mostly_foreign(tmp_path / "in", 10_000), tmp_path / "out", "--shard-size", "100")
    tables = read_tables(tmp_path / "out")
    assert [row["source"] for row in tables["documents"]] == [f"{n:05d}.txt" for n in range(10_000)]
    assert len({row["doc_id"] for row in tables["claims"] if row["value"] is not None}) == 1000
    assert tables["quarantine"] == []


def test_an_unchanged_rerun_of_a_thousand_documents_takes_less_than_three_seconds(tmp_path):
    folder = mostly_foreign(tmp_path / "in", 1000)
    run(folder, tmp_path / "out")
    begun = time.monotonic()
    assert "1,000 of 1,000 sources were done already" in run(folder, tmp_path / "out")
    assert time.monotonic() - begun < 3
