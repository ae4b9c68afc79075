"""Parts to tables.  What is merged lies in a folder of drafts until `publish` moves it into place."""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.records import TABLES, Quarantined
from pipeline.stages.write.files import replacing_bytes
from pipeline.stages.write.parts import read_part

MANIFEST = "manifest.json"
QUARANTINE = "quarantine.jsonl"
FOLDERS = ("text", "parquet")
"""What a run may write beside its line-per-record files."""


class Merged(NamedTuple):
    """What the tables hold: lines a table (`quarantine` included), and articles a language."""

    counts: Counter[str]
    languages: Counter[str]


def merge(parts: Sequence[Path], absent: Iterable[Quarantined], drafts: Path, *, jsonl: bool) -> Merged:
    """Write the tables of `parts`, in their order, to the folder `drafts`.

    Without `jsonl` only the quarantine and the rendered texts are written.  `absent` are further lines of
    the quarantine, which is sorted by source.
    """
    merged = Merged(Counter(dict.fromkeys((*TABLES, "quarantine"), 0)), Counter())
    failed = [(line.source, line.model_dump_json().encode() + b"\n") for line in absent]
    with ExitStack() as stack:
        names = TABLES if jsonl else ()
        files = {name: stack.enter_context((drafts / f"{name}.jsonl").open("wb")) for name in names}
        for part in parts:
            for table, body in read_part(part):
                if table == "text":
                    _write_text(drafts / "text", json.loads(body))
                    continue
                if table == "quarantine":
                    failed.append((json.loads(body)["source"], body))
                elif table == "documents":
                    merged.languages[json.loads(body)["language"]] += 1
                if table in files:
                    files[table].write(body)
                merged.counts[table] += 1
    merged.counts["quarantine"] = len(failed)
    (drafts / QUARANTINE).write_bytes(b"".join(body for _, body in sorted(failed)))
    return merged


def _write_text(folder: Path, rendered: dict[str, str]) -> None:
    path = folder / f"{rendered['source']}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(rendered["text"], encoding="utf-8", newline="\n")


def publish(drafts: Path, output: Path) -> dict[str, int]:
    """Move what `drafts` holds into `output`, remove what an earlier run wrote beyond it; return files' bytes.

    The manifest of the earlier run goes first: a folder without one is not complete.
    """
    (output / MANIFEST).unlink(missing_ok=True)
    for name in (*(f"{table}.jsonl" for table in TABLES), QUARANTINE):
        if (drafts / name).exists():
            with (drafts / name).open("rb") as file:
                os.fsync(file.fileno())
            (drafts / name).replace(output / name)
        else:
            (output / name).unlink(missing_ok=True)
    for name in FOLDERS:
        shutil.rmtree(output / name, ignore_errors=True)
        if (drafts / name).is_dir():
            (drafts / name).replace(output / name)
    return {file.name: file.stat().st_size for file in sorted(output.glob("*.jsonl"))}


def write_manifest(output: Path, manifest: dict[str, Any], drafts: Path) -> None:
    """Write `manifest.json`: sorted keys and no times or paths, so that equal runs give equal bytes."""
    with replacing_bytes(output / MANIFEST, drafts) as file:
        file.write(json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True).encode() + b"\n")
