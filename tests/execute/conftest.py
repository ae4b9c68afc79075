from __future__ import annotations

from pathlib import Path

import pytest

from tests.execute.faults import FaultyJob


@pytest.fixture
def faulty(monkeypatch):
    """Runs of this test have the pipeline of `faults.py`, in workers too."""
    monkeypatch.setattr("pipeline.execute.job.Job", FaultyJob)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder, hidden ones included, by their relative names."""
    return {str(f.relative_to(folder)): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}
