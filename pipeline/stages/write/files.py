"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO
from uuid import uuid4


@contextmanager
def replacing_bytes(path: Path, drafts: Path | None = None) -> Iterator[BinaryIO]:
    """Open `path` for writing so that it appears, whole, only when the block ends without an error.

    The draft lies in the folder `drafts` of the same file system (default: beside `path`, hidden), under a
    name that no other process uses, on no other machine either.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = (drafts or path.parent) / f".{path.name}.{uuid4().hex}.tmp"
    try:
        with draft.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """Open `path` like `replacing_bytes`, for text: UTF-8, line ends as they are written."""
    with replacing_bytes(path) as file:
        text = TextIOWrapper(file, encoding="utf-8", newline="")
        yield text
        text.detach()  # writes what is left, and leaves the file open
