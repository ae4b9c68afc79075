"""The local engine: processes of this machine, each with a pipe of its own.

A standard `ProcessPoolExecutor` ends all its processes when one dies and does not say over which task;
`nlp.pipe(n_process=…)` waits for ever.  Here a death costs one attempt at one shard, and no thread or queue
stands between the run and its workers.
"""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait

from pipeline.execute.errors import RunError
from pipeline.execute.guard import DEATHS
from pipeline.execute.job import Job
from pipeline.execute.shards import Shard

_SPAWN = get_context("spawn")
STILLBORN = 10
"""So many workers in a row that die before they began find no conditions to work in; fewer may have been killed."""


def cores() -> int:
    """Return the number of cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run_here(job: Job, shards: Iterable[Shard]) -> Iterator[Shard]:
    """Do the shards in this process, without any protection; yield each when it is finished."""
    flow = job.flow()
    for shard in shards:
        job.do(flow, shard, guard=False)
        yield shard


def run_pool(job: Job, shards: Sequence[Shard], workers: int) -> Iterator[Shard]:
    """Do the shards in `workers` processes, the largest first; yield each when it is finished.

    A shard whose worker died is tried once more at once; if that fails too, alone, when all others are
    done, until what kills is known and passed over.
    """
    team = _Team(job)
    try:
        yield from team.finish(sorted(shards, key=lambda shard: -shard.size), workers, tries=2)
        yield from team.finish(team.failed, 1, tries=None)
    finally:
        team.dismiss()


class _Worker:
    """A process that does shards, one at a time; `pipe` is readable when it answers or has died."""

    def __init__(self, job: Job) -> None:
        self.pipe, theirs = _SPAWN.Pipe()
        self.ready, self.shard = False, None  # type: bool, Shard | None
        self.process = _SPAWN.Process(target=_serve, args=(theirs, job), daemon=True)
        with interrupts_held():
            self.process.start()
        theirs.close()

    def take(self, shard: Shard) -> None:
        """Begin a shard."""
        self.shard = shard
        try:
            self.pipe.send(shard)
        except OSError:
            return  # it has died: its pipe says so

    def heard(self) -> bool:
        """Read the worker's answer; False: it has died.  Raises what it could not cope with."""
        try:
            answer = self.pipe.recv()
        except (EOFError, OSError):
            return False
        if isinstance(answer, Exception):
            raise answer
        self.ready = True
        return True

    def dismiss(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


class _Team:
    """The workers of a run, and what it knows of their deaths."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.workers: list[_Worker] = []
        self.failed: list[Shard] = []
        self.deaths: Counter[str] = Counter()
        self.stillborn = 0

    def finish(self, shards: Iterable[Shard], size: int, tries: int | None) -> Iterator[Shard]:
        """Do `shards` with at most `size` workers; what fails `tries` times joins `failed`."""
        waiting = deque(shards)
        while waiting or any(worker.shard for worker in self.workers):
            self._staff(size, waiting)
            answering = wait([worker.pipe for worker in self.workers])
            for worker in [worker for worker in self.workers if worker.pipe in answering]:
                done = worker.shard
                if not worker.heard():
                    self._bury(worker, waiting, tries)
                elif done:
                    worker.shard = None
                    yield done

    def _staff(self, size: int, waiting: deque[Shard]) -> None:
        """Have as many workers as there is work for, and give it to those who are free."""
        for worker in self.workers[size:]:  # only when the others are done: all are free
            self.workers.remove(worker)
            worker.dismiss()
        for worker in self.workers:
            if waiting and worker.ready and not worker.shard:
                worker.take(waiting.popleft())
        starting = sum(not worker.ready for worker in self.workers)
        while len(self.workers) < size and starting < len(waiting):
            self.workers.append(_Worker(self.job))
            starting += 1

    def _bury(self, worker: _Worker, waiting: deque[Shard], tries: int | None) -> None:
        """Take note of a death, and give what was being done another chance."""
        self.workers.remove(worker)
        worker.dismiss()
        shard = worker.shard
        self.stillborn = 0 if worker.ready else self.stillborn + 1
        if shard is None:
            if self.stillborn == STILLBORN:
                raise RunError(f"{STILLBORN} workers in a row died before they began: too little memory for the model?")
            return
        self.deaths[shard.key] += 1
        if self.deaths[shard.key] > DEATHS * (len(shard.items) + 1):
            raise RunError(f"workers die over {shard.items[0].source} and its neighbours, over no source in particular")
        if tries and self.deaths[shard.key] >= tries:
            self.failed.append(shard)
        else:
            waiting.appendleft(shard)

    def dismiss(self) -> None:
        """End all workers at once."""
        for worker in self.workers:
            worker.dismiss()
        self.workers.clear()


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Have processes that start in the block, and in its new threads, deaf to Ctrl-C.

    The terminal sends it to all processes; the run itself ends its workers.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection, job: Job) -> None:
    """Be a worker: say that the pipeline is loaded, then do each shard that comes, and say so."""
    threading.Thread(target=_die_with_parent, daemon=True).start()
    for library in ("OMP", "OPENBLAS", "MKL"):  # one process a core: more threads only wait for each other
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
    try:
        flow = job.flow()
        pipe.send(None)
        settled = False
        while True:
            job.do(flow, pipe.recv())
            if not settled:  # the model and the lexicons stay: the collector's walks over them take 3 % of a run
                gc.collect()
                gc.freeze()
                settled = True
            pipe.send(None)
    except EOFError:
        return  # the run has ended
    except (RunError, OSError) as error:
        pipe.send(error)
    except Exception as error:  # a defect of ours: no traceback for the user, but its kind and its words
        pipe.send(RunError(f"{type(error).__name__}: {error}"))


def _die_with_parent() -> None:
    """End this process when the one that started it dies, even by kill -9."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
