"""One run: inputs to shards to parts to tables, with a manifest that tells whether two runs are equal."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from tqdm import tqdm

from pipeline.config import Execution, Settings
from pipeline.engine import ModelNotFoundError
from pipeline.execute.errors import RunError
from pipeline.execute.fingerprint import fingerprint
from pipeline.execute.inputs import find_inputs, hashed
from pipeline.execute.shards import Shard, cut
from pipeline.execute.store import Store, opened
from pipeline.records import Quarantined
from pipeline.stages.write import merge, publish, write_manifest
from pipeline.stages.write.tables import MANIFEST


class Summary(NamedTuple):
    """What a run did: lines a table, articles a language, sources found and done anew, seconds."""

    counts: Mapping[str, int]
    languages: Mapping[str, int]
    sources: int
    anew: int
    seconds: float


def run(paths: Sequence[Path], output: Path, settings: Settings, execution: Execution) -> Summary:
    """Run the pipeline over `paths` and write the dataset to `output`; what is done already is not done again.

    Raises RunError, before anything is written, where no input holds a source or the model is not installed,
    and where another run holds `output`; OSError where `output` cannot be written.
    """
    begun = time.perf_counter()
    _check_extras(execution)
    found, absent = find_inputs(paths, output)
    if not found:
        raise RunError("nothing to read: " + "; ".join(f"{line.source}: {line.error}" for line in absent))
    try:
        rests_on = fingerprint(settings)
    except ModelNotFoundError as error:
        raise RunError(str(error)) from error
    inputs = hashed(found)
    shards = cut(inputs, execution.shard_size, rests_on)
    manifest = rests_on | {
        "inputs": {item.source: item.sha256 for item in inputs},
        "absent": [line.source for line in absent],
    }
    with opened(output, fresh=execution.fresh) as store:
        anew = _do(shards, store, settings, execution)
        manifest = _tables(manifest, shards, absent, store, output, execution.format)
        store.sweep(shards, parquet=execution.format != "jsonl")
    return Summary(manifest["counts"], manifest["languages"], len(inputs), anew, time.perf_counter() - begun)


def _check_extras(execution: Execution) -> None:
    """Raise RunError where an option needs a package that is not installed."""
    needs = [("pyarrow", execution.format != "jsonl"), ("distributed", execution.engine == "dask")]
    for package, needed in needs:
        if needed and find_spec(package) is None:
            raise RunError(f"{package} is not installed: pip install {package}")


def _do(shards: Sequence[Shard], store: Store, settings: Settings, execution: Execution) -> int:
    """Bring all shards into the store; return the number of sources that had to be done."""
    todo = [shard for shard in shards if not store.holds(shard, parquet=execution.format != "jsonl")]
    anew = sum(len(shard.items) for shard in todo)
    bar = tqdm(total=anew, unit="source", disable=not (todo and sys.stderr.isatty()), leave=False)
    with bar:
        for shard in _engine(todo, store, settings, execution):
            bar.update(len(shard.items))
    return anew


def _engine(todo: Sequence[Shard], store: Store, settings: Settings, execution: Execution) -> Iterator[Shard]:
    """Return the generator that does the shards, by the engine that was asked for."""
    if not todo:
        return iter(())
    from pipeline.execute.job import Job  # noqa: PLC0415  (loads spaCy: only where there is work)
    from pipeline.execute.local import cores, run_here, run_pool  # noqa: PLC0415

    names = settings.gazetteer and settings.gazetteer.absolute()  # a worker may stand in another folder
    job = Job(settings.model_copy(update={"gazetteer": names}), store, parquet=execution.format != "jsonl")
    workers = cores() if execution.workers is None else execution.workers
    if execution.engine == "dask":
        from pipeline.execute.cluster import run_dask  # noqa: PLC0415  (an extra)

        return run_dask(job, todo, execution.address, workers)
    return run_pool(job, todo, workers) if workers else run_here(job, todo)


def _tables(
    manifest: dict[str, Any], shards: Sequence[Shard], absent: Sequence[Quarantined], store: Store, output: Path,
    form: str,
) -> dict[str, Any]:  # fmt: skip
    """Write the tables and the manifest, unless they are there; return the manifest, with what they hold."""
    last = _last(output)
    if manifest.items() <= last.items() and _in_place(last, output, form):
        return last
    parts = [store.part(shard) for shard in shards]
    counts, languages = merge(parts, absent, store.drafts, jsonl=form != "parquet")
    if form != "jsonl":
        from pipeline.stages.write.parquet import link_parquet  # noqa: PLC0415  (an extra)

        link_parquet(parts, store.drafts / "parquet")
    files = publish(store.drafts, output)
    manifest = manifest | {"counts": dict(counts), "languages": dict(languages), "files": files}
    write_manifest(output, manifest, store.drafts)
    return manifest


def _last(output: Path) -> dict[str, Any]:
    """Return the manifest of the last complete run, empty where there is none."""
    try:
        manifest = json.loads((output / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return {}
    return manifest if isinstance(manifest, dict) else {}


def _in_place(manifest: Mapping[str, Any], output: Path, form: str) -> bool:
    """Tell whether the files of a manifest are there, of their size, and in the form that is wanted."""
    return (
        ("claims.jsonl" in manifest["files"]) == (form != "parquet")
        and (output / "parquet").is_dir() == (form != "jsonl")
        and all(
            (output / name).is_file() and (output / name).stat().st_size == size
            for name, size in manifest["files"].items()
        )
    )
