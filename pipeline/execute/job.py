"""What a worker does with a shard, on whatever engine it stands."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, NamedTuple

from pipeline.config import Settings
from pipeline.execute.errors import RunError
from pipeline.execute.guard import guarded
from pipeline.execute.shards import Shard
from pipeline.execute.store import Store

if TYPE_CHECKING:
    from pipeline.flow import Flow


class Job(NamedTuple):
    """What all shards of a run share; small, and picklable."""

    settings: Settings
    store: Store
    parquet: bool = False

    def flow(self) -> Flow:
        """Load the pipeline; raises RunError where something of the settings cannot be had."""
        from pipeline.engine import ModelNotFoundError  # noqa: PLC0415
        from pipeline.flow import Flow  # noqa: PLC0415
        from pipeline.lexicon import LexiconError  # noqa: PLC0415
        from pipeline.stages.entities import GazetteerError  # noqa: PLC0415

        try:
            return Flow(self.settings)
        except (GazetteerError, LexiconError, ModelNotFoundError) as error:
            raise RunError(str(error)) from error

    def do(self, flow: Flow, shard: Shard, *, guard: bool = True) -> None:
        """Put a shard's part into the store, and its Parquet files where they are wanted.

        With `guard` the process ends when a source is over its time limit, and sources that ended other
        processes are quarantined: do the shard again until it comes back.
        """
        from pipeline.flow import run_shard  # noqa: PLC0415

        part, attempts = self.store.part(shard), self.store.attempts(shard)
        if not part.exists():
            attempts.mkdir(exist_ok=True)
            if guard:
                with guarded(flow.process, shard, attempts, self.settings.timeout) as process:
                    run_shard(process, shard.items, part, attempts)
            else:
                run_shard(flow.process, shard.items, part, attempts)
            shutil.rmtree(attempts, ignore_errors=True)
        if self.parquet:
            from pipeline.stages.write.parquet import write_parquet  # noqa: PLC0415  (an extra)

            write_parquet(part, self.store.drafts)
