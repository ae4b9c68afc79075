"""Writing: one part file a shard, then the tables of a run, each visible by a single rename."""

from __future__ import annotations

from pipeline.stages.write.files import replacing, replacing_bytes
from pipeline.stages.write.parts import sort_key, write_part
from pipeline.stages.write.tables import Merged, merge, publish, write_manifest

__all__ = ["Merged", "merge", "publish", "replacing", "replacing_bytes", "sort_key", "write_manifest", "write_part"]
