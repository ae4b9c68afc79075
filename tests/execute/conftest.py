from __future__ import annotations

import pytest

from tests.execute.faults import FaultyJob


@pytest.fixture
def faulty(monkeypatch):
    """Runs of this test have the pipeline of `faults.py`, in workers too."""
    monkeypatch.setattr("pipeline.execute.job.Job", FaultyJob)
