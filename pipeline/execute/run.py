"""One run: inputs to shards to parts to tables, with a manifest that tells whether two runs are equal."""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from tqdm import tqdm

from pipeline import __version__
from pipeline.config import Settings
from pipeline.execute.inputs import find_inputs
from pipeline.flow import Flow, Input, run_shard
from pipeline.lexicon import LEXICONS
from pipeline.records import SCHEMA_VERSION, Quarantined
from pipeline.stages.write import merge, write_manifest, write_part

SHARD_SIZE = 16
"""Sources a part file: small enough to lose little, large enough for few files."""


class NothingToReadError(Exception):
    """No source was found; the message names each input and the reason."""


class Summary(NamedTuple):
    """What a run did: lines a table, sources found and quarantined, articles not in English, seconds."""

    counts: Counter[str]
    sources: int
    quarantined: int
    foreign: int
    seconds: float


def run(paths: Sequence[Path], output: Path, settings: Settings) -> Summary:
    """Run the pipeline over `paths` and write the dataset to `output`.

    Raises NothingToReadError before anything is written where no input holds a source, OSError where
    `output` cannot be written, ModelNotFoundError where the model is not installed.
    """
    begun = time.perf_counter()
    inputs, absent = find_inputs(paths, output)
    if not inputs:
        raise NothingToReadError("; ".join(f"{line.source}: {line.error}" for line in absent))
    output.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".parts-", dir=output))
    try:
        flow = Flow(settings)
        parts = [work / "absent"]
        write_part(parts[0], (("quarantine", line) for line in absent))
        parts += _run_shards(flow, inputs, work)
        counts = merge(parts, output)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    write_manifest(output / "manifest.json", _manifest(flow, inputs, absent, counts))
    foreign = sum('"language":"en"' not in line for line in (output / "documents.jsonl").open(encoding="utf-8"))
    return Summary(counts, len(inputs), counts["quarantine"], foreign, time.perf_counter() - begun)


def _run_shards(flow: Flow, inputs: Sequence[Input], work: Path) -> list[Path]:
    parts: list[Path] = []
    remaining = iter(inputs)
    with tqdm(total=len(inputs), unit="source", disable=not sys.stderr.isatty(), leave=False) as bar:
        while shard := list(islice(remaining, SHARD_SIZE)):
            parts.append(work / f"{len(parts):06d}")
            run_shard(flow, shard, parts[-1])
            bar.update(len(shard))
    return parts


def _manifest(
    flow: Flow, inputs: Sequence[Input], absent: Sequence[Quarantined], counts: Counter[str]
) -> dict[str, Any]:
    meta = flow.nlp.meta
    return {
        "schema": SCHEMA_VERSION,
        "package": __version__,
        "python_packages": {name: version(name) for name in ("spacy", "dateparser", "quantulum3", "lxml")},
        "model": {"name": f"{meta['lang']}_{meta['name']}", "version": meta["version"]},
        "settings": flow.settings.model_dump(mode="json"),
        "gazetteer": _digest([flow.settings.gazetteer]) if flow.settings.gazetteer else None,
        "lexicons": _digest(sorted(LEXICONS.iterdir())),
        "inputs": {item.source: _digest([item.path]) for item in inputs},
        "absent": [line.source for line in absent],
        "counts": dict(counts),
    }


def _digest(paths: Sequence[Path]) -> str | None:
    digest = hashlib.sha256()
    for path in paths:
        try:
            digest.update(path.read_bytes())
        except OSError:
            return None
    return digest.hexdigest()
