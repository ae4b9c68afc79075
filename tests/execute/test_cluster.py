"""The Dask engine without a cluster: what a worker refuses, and what the user is told.  Runs: test_load.py."""

import socket
from pathlib import Path
from types import SimpleNamespace

import pytest

from pipeline.cli import main
from pipeline.config import Settings
from pipeline.execute import cluster
from pipeline.execute.errors import RunError
from pipeline.execute.fingerprint import fingerprint
from pipeline.execute.shards import Shard
from pipeline.execute.store import opened
from pipeline.records import Input
from tests.execute.faults import FaultyJob


@pytest.fixture
def task(tmp_path, monkeypatch):
    """A task as a worker gets it, on a worker of one thread."""
    (tmp_path / "a.txt").write_text("text")
    monkeypatch.setattr(
        cluster, "get_worker", lambda: SimpleNamespace(address="tcp://two:1", state=SimpleNamespace(nthreads=1))
    )
    shard = Shard("k", (Input(tmp_path / "a.txt", "a.txt", "0", 4),))
    with opened(tmp_path / "out", fresh=False) as store:
        yield cluster.Task(FaultyJob(Settings(), store), shard, fingerprint(Settings()))


def test_a_worker_like_this_machine_does_the_shard(task):
    cluster.do_task(task)
    assert task.job.store.holds(task.shard, parquet=False)


@pytest.mark.parametrize(
    ("key", "there"), [("model", {"name": "en_core_web_sm", "version": "3.7.0"}), ("lexicons", "0"), ("code", "0")]
)
def test_a_worker_with_other_versions_refuses_and_names_them(task, key, there):
    with pytest.raises(RunError, match=rf"tcp://two:1 is not like this machine: {key}: "):
        cluster.do_task(task._replace(rests_on=task.rests_on | {key: there}))


def test_a_worker_that_does_not_see_the_input_refuses(task):
    lost = Shard("k", (Input(Path("/elsewhere/a.txt"), "a.txt", "0", 4),))
    with pytest.raises(RunError, match=r"does not see /elsewhere/a\.txt: input and output need shared storage"):
        cluster.do_task(task._replace(shard=lost))


def test_a_worker_with_several_threads_refuses(task, monkeypatch):
    monkeypatch.setattr(
        cluster, "get_worker", lambda: SimpleNamespace(address="tcp://two:1", state=SimpleNamespace(nthreads=4))
    )
    with pytest.raises(RunError, match="start it with --nthreads 1"):
        cluster.do_task(task)


def test_a_scheduler_that_is_not_there_is_a_clear_error(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    (tmp_path / "a.txt").write_text("text")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    arguments = ["run", str(tmp_path / "a.txt"), "--output", str(tmp_path / "out"), "--engine", "dask"]
    assert main([*arguments, "--address", address]) == 2
    assert f"no Dask scheduler at {address}" in capsys.readouterr().err
    assert main([*arguments, "--address", "nonsense://x"]) == 2


def test_an_address_needs_the_engine(tmp_path, capsys):
    assert main(["run", str(tmp_path), "--address", "tcp://127.0.0.1:1"]) == 2
    assert "--engine dask" in capsys.readouterr().err
