"""Sources that kill: a shard that is tried again passes over what ended those who tried it before.

Who tries a shard writes the number of each source it begins into a file of its own, and removes the file at
the end.  A file that stays is the trace of a death, and its last number the source that was being read.
This needs no more than a shared folder, so any engine that tries shards again is protected: a local pool,
a cluster, a batch queue.
"""

from __future__ import annotations

import faulthandler
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from pipeline.execute.shards import Shard
from pipeline.records import Input, Quarantined

if TYPE_CHECKING:
    from pipeline.flow import Line, Process

DEATHS = 6
"""So many deaths over one source are no chance, even where somebody kills workers at random: the first tries go on
beside other workers, the last does not."""

KILLED = f"ended the process that worked on it, {DEATHS} times: out of memory, or a crash in a library"
_LATE = b"Timeout"
"""What faulthandler writes before it ends a process."""


@contextmanager
def guarded(process: Process, shard: Shard, folder: Path, timeout: float) -> Iterator[Process]:
    """Give `process` with a trace in `folder` and a time limit, and with a quarantine line for what is to blame.

    `timeout` is in seconds a megabyte begun.  A source over its limit ends the whole process, from a thread
    that needs no Python lock: code that loops in C is ended too.  The caller's process runs one shard at a time.
    """
    barred = blamed(shard, folder, timeout)
    numbers = {item: number for number, item in enumerate(shard.items)}
    trace = folder / uuid4().hex

    def watched(item: Input) -> Iterable[Line]:
        if item in barred:
            return [("quarantine", Quarantined(source=item.source, stage="run", error=barred[item]))]
        file.write(f"{numbers[item]}\n".encode())
        faulthandler.dump_traceback_later(_limit(item, timeout), exit=True, file=file)
        try:
            return list(process(item))
        finally:
            faulthandler.cancel_dump_traceback_later()

    try:
        with trace.open("wb", buffering=0) as file:
            yield watched
    finally:
        trace.unlink(missing_ok=True)


def blamed(shard: Shard, folder: Path, timeout: float) -> dict[Input, str]:
    """Return the sources of `shard` that earlier attempts in `folder` died of, with the reason for the user."""
    deaths: Counter[Input] = Counter()
    found: dict[Input, str] = {}
    for attempt in folder.iterdir():
        numbers, late, _ = attempt.read_bytes().partition(_LATE)
        if not numbers:
            continue
        item = shard.items[int(numbers.split()[-1])]
        deaths[item] += 1
        if late:
            found[item] = f"took longer than the limit of {_limit(item, timeout):g} s"
    return {item: KILLED for item, n in deaths.items() if n >= DEATHS} | found


def _limit(item: Input, timeout: float) -> float:
    return timeout * max(1, math.ceil(item.size / 1e6))
