"""A pipeline without a model for tests of the engines: what a source says, it does to its process."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.execute.job import Job
from pipeline.records import Document, Input


class FaultyFlow:
    """Stands for the flow: lists each source as a document, after doing what its text says."""

    def process(self, item: Input) -> Iterator[tuple[str, Any]]:
        text = item.path.read_text()
        if text.startswith("die"):
            os.kill(os.getpid(), signal.SIGKILL)
        if text.startswith("loop"):  # in C, with Python's lock held: no signal handler and no thread gets its turn
            re.match(r"(a+)+$", "a" * 60 + "b")
        if text.startswith("once") and not (seen := item.path.with_suffix(".seen")).exists():
            seen.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if text.startswith("slow"):
            time.sleep(0.05)
        yield "documents", Document(doc_id=item.source, source=item.source, sha256="0", start=0, end=len(text))


class FaultyJob(Job):
    """A job over that flow."""

    def flow(self) -> Any:
        return FaultyFlow()


class StillbornJob(Job):
    """A job whose workers die before they begin."""

    def flow(self) -> Any:
        os.kill(os.getpid(), signal.SIGKILL)


def write_sources(folder: Path, texts: dict[str, str]) -> Path:
    """Write the sources into a new folder and return it."""
    folder.mkdir()
    for name, text in texts.items():
        (folder / name).write_text(text)
    return folder
