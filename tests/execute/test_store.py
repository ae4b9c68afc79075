import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.execute.errors import RunError
from pipeline.execute.store import opened

HOLD = """
import sys, time
from pathlib import Path
from pipeline.execute.store import opened
with opened(Path(sys.argv[1]), fresh=False) as store:
    (store.drafts / "half").touch()
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "out")], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
    )
    assert process.stdout
    assert process.stdout.readline() == b"held\n"
    yield process
    process.kill()
    process.wait()


def test_a_second_run_is_refused_and_told_who_runs(holder, tmp_path, capsys):
    (tmp_path / "a.txt").write_text("Text.")
    assert main(["run", str(tmp_path / "a.txt"), "--output", str(tmp_path / "out")]) == 2
    error = capsys.readouterr().err
    assert "another run is writing to" in error
    assert f"process {holder.pid} on " in error
    assert "Traceback" not in error


def test_a_dead_process_holds_no_lock_and_its_drafts_go(holder, tmp_path):
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    with opened(tmp_path / "out", fresh=False) as store:
        assert list(store.drafts.iterdir()) == []
    assert [file.name for file in store.root.iterdir()] == ["lock"]
    assert (store.root / "lock").read_bytes() == b""


def test_the_lock_ends_with_its_block(tmp_path):
    with opened(tmp_path, fresh=False), pytest.raises(RunError), opened(tmp_path, fresh=False):
        pass
    with opened(tmp_path, fresh=False):
        pass
