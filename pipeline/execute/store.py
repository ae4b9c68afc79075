"""The folder `.shards` of an output folder: finished parts, drafts, and the lock of the run at work."""

from __future__ import annotations

import fcntl
import os
import shutil
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from pipeline.execute.errors import RunError
from pipeline.execute.shards import Shard
from pipeline.stages.write.parts import parquet_files

FOLDER = ".shards"


class Store(NamedTuple):
    """Where a run keeps what it needs to go on: `root`/<key>.gz is a finished shard, `drafts` all else."""

    root: Path

    @property
    def drafts(self) -> Path:
        """The folder of what is not yet whole; what an ended run leaves there is nothing worth."""
        return self.root / "drafts"

    def part(self, shard: Shard) -> Path:
        """Return where the records of a shard belong."""
        return self.root / f"{shard.key}.gz"

    def holds(self, shard: Shard, *, parquet: bool) -> bool:
        """Tell whether a shard is finished, its Parquet files included where they are wanted."""
        part = self.part(shard)
        return part.exists() and (not parquet or all(path.exists() for path in parquet_files(part).values()))

    def attempts(self, shard: Shard) -> Path:
        """Return the folder in which those who try a shard say how far they are."""
        return self.drafts / shard.key

    def sweep(self, keep: Sequence[Shard], *, parquet: bool) -> None:
        """Remove all but the lock and what the shards in `keep` need: their parts, their Parquet files."""
        needed = {self.root / "lock"}
        for part in map(self.part, keep):
            needed |= {part, *(parquet_files(part).values() if parquet else ())}
        for path in set(self.root.iterdir()) - needed - {self.drafts}:
            path.unlink()
        shutil.rmtree(self.drafts, ignore_errors=True)


@contextmanager
def opened(output: Path, *, fresh: bool) -> Iterator[Store]:
    """Give the store of `output` to this process alone, without drafts of ended runs; `fresh`: empty.

    Raises RunError where another run holds it.  The lock is the kernel's (flock): it ends with its process,
    however that dies.
    """
    store = Store(output.absolute() / FOLDER)
    store.root.mkdir(parents=True, exist_ok=True)
    with (store.root / "lock").open("a+", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            holder = lock.read().strip() or "a process that just began"
            raise RunError(f"another run is writing to {output}: {holder}; wait for it, or stop it") from None
        lock.truncate(0)
        lock.write(f"process {os.getpid()} on {socket.gethostname()}\n")
        lock.flush()
        shutil.rmtree(store.drafts, ignore_errors=True)
        if fresh:
            store.sweep([], parquet=False)
        store.drafts.mkdir()
        try:
            yield store
        finally:
            shutil.rmtree(store.drafts, ignore_errors=True)
            lock.truncate(0)
