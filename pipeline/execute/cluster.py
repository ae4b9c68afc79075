"""The Dask engine: the same shards, done by the workers of a cluster that shares the run's file system.

Needs the extra `cluster`.  A worker runs one shard at a time, in a process that may end over a source
(guard.py): Dask's nanny starts it again, the scheduler gives the shard to another, and what a shard died of is
written in the shared folder.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import dask
from distributed import Client, Future, KilledWorker, LocalCluster, as_completed, get_worker

from pipeline.config import Settings
from pipeline.execute.errors import RunError
from pipeline.execute.fingerprint import Fingerprint, differences, fingerprint
from pipeline.execute.guard import DEATHS
from pipeline.execute.job import Job
from pipeline.execute.local import interrupts_held
from pipeline.execute.shards import Shard

if TYPE_CHECKING:
    from pipeline.flow import Flow

IN_FLIGHT = 1000
"""Shards the scheduler knows of at a time: enough for hundreds of workers, and its memory stays small."""

PATIENCE = 30
"""Seconds to wait for the scheduler, and for its first worker."""


class Task(NamedTuple):
    """What a worker is handed: a shard, its job, and what has to be equal there and here."""

    job: Job
    shard: Shard
    rests_on: Fingerprint


def run_dask(job: Job, shards: Sequence[Shard], address: str | None, workers: int) -> Iterator[Shard]:
    """Do the shards on the cluster at `address`, or on one of `workers` processes here; yield each when finished.

    Raises RunError where the cluster cannot be reached or a worker is not like this machine.
    """
    rests_on = fingerprint(job.settings)
    with ExitStack() as stack:
        client = _client(stack, job, address, max(1, workers))
        yield from _finish(client, [Task(job, shard, rests_on) for shard in shards])


def _client(stack: ExitStack, job: Job, address: str | None, workers: int) -> Client:
    """Connect to the scheduler, or start one with workers here, until `stack` closes."""
    stack.enter_context(dask.config.set({"temporary-directory": str(job.store.drafts)}))
    scheduler = address or stack.enter_context(_cluster_here(workers))
    try:
        client: Client = stack.enter_context(Client(scheduler, timeout=PATIENCE))
    except (OSError, ValueError) as error:
        raise RunError(f"no Dask scheduler at {address}: {error}") from error
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as error:
        raise RunError(f"the Dask scheduler at {address} has no worker") from error
    return client


def _cluster_here(workers: int) -> LocalCluster:
    with interrupts_held():
        return LocalCluster(
            n_workers=workers, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=50
        )


def _finish(client: Client, tasks: Sequence[Task]) -> Iterator[Shard]:
    """Have all tasks done; one whose workers died too often for the scheduler is submitted again."""
    remaining = iter(tasks)
    deaths: Counter[str] = Counter()
    running = {_submit(client, task, 0): task for task in islice(remaining, IN_FLIGHT)}
    completed = as_completed(running)
    for future in completed:
        task = running.pop(future)
        try:
            future.result()
        except KilledWorker as error:
            deaths[task.shard.key] += 1
            if deaths[task.shard.key] > DEATHS * (len(task.shard.items) + 1):
                raise RunError(f"workers die over {task.shard.items[0].source} and its neighbours: {error}") from error
            again: Task | None = task
        except (RunError, OSError):
            raise
        except Exception as error:  # Dask's own: what it sent was not understood
            reason = " ".join(str(error).split())
            raise RunError(f"a Dask worker failed; is it installed as this machine is? {reason}") from error
        else:
            yield task.shard
            again = next(remaining, None)
        if again:
            following = _submit(client, again, deaths[again.shard.key])
            running[following] = again
            completed.add(following)


def _submit(client: Client, task: Task, attempt: int) -> Future[None]:
    return client.submit(do_task, task, key=f"newsclaims-{task.shard.key}-{attempt}", pure=False)


def do_task(task: Task) -> None:
    """Do one shard on a Dask worker; raises RunError where that worker cannot do it as this machine would."""
    job, shard, _ = task
    here = get_worker()
    if here.state.nthreads != 1:
        raise RunError(f"Dask worker {here.address} has several threads: start it with --nthreads 1")
    if unlike := differences(task.rests_on, _fingerprint(job.settings)):
        raise RunError(f"Dask worker {here.address} is not like this machine: {unlike}")
    unseen = [item.path for item in shard.items if item.sha256 and not item.path.exists()]
    if unseen or not job.store.drafts.is_dir():
        path = (*unseen, job.store.drafts)[0]
        raise RunError(f"Dask worker {here.address} does not see {path}: input and output need shared storage")
    job.do(_flow(job), shard)


@lru_cache(maxsize=1)
def _fingerprint(settings: Settings) -> Fingerprint:
    return fingerprint(settings)


@lru_cache(maxsize=1)
def _flow(job: Job) -> Flow:
    return job.flow()
