"""Writing: one atomic part file a shard, then the tables, each visible by a single rename.

A part holds the records of all tables, a line each: the table's name, a tab, the record as JSON.  Merging
appends the parts in order, so tables are sorted when sources are.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from pipeline.records import TABLES, Record

FILES = (*TABLES, "quarantine")
"""The line-per-record files of a run, by name without `.jsonl`."""


@contextmanager
def replacing_bytes(path: Path) -> Iterator[BinaryIO]:
    """Open `path` for writing so that it appears, whole, only when the block ends without an error."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
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


def sort_key(record: Record) -> tuple[Any, ...]:
    """Order of records within a source and table: by place in the text, longer spans first."""
    return (getattr(record, "start", 0), getattr(record, "end", 0))


def write_part(path: Path, lines: Iterable[tuple[str, Record | dict[str, Any]]]) -> None:
    """Write one part file from (table, record) pairs; `text` lines carry a rendered source's text."""
    with replacing(path) as file:
        for table, record in lines:
            body = json.dumps(record, ensure_ascii=False) if isinstance(record, dict) else record.model_dump_json()
            file.write(f"{table}\t{body}\n")


def merge(parts: Sequence[Path], output: Path) -> Counter[str]:
    """Write the tables of `output` from `parts`, in their order; return the number of lines a table.

    The extracted texts of rendered sources go to `output/text/`; texts of an earlier run are removed.
    """
    counts: Counter[str] = Counter(dict.fromkeys(FILES, 0))
    texts = output / "text"
    shutil.rmtree(texts, ignore_errors=True)
    with ExitStack() as stack:
        files = {name: stack.enter_context(replacing(output / f"{name}.jsonl")) for name in FILES}
        for part in parts:
            with part.open(encoding="utf-8", newline="\n") as lines:
                for line in lines:
                    table, _, body = line.partition("\t")
                    if table == "text":
                        _write_text(texts, json.loads(body))
                    else:
                        files[table].write(body)
                        counts[table] += 1
    return counts


def _write_text(folder: Path, rendered: dict[str, str]) -> None:
    with replacing(folder / f"{rendered['source']}.txt") as file:
        file.write(rendered["text"])


def write_manifest(path: Path, manifest: dict[str, Any]) -> None:
    """Write `manifest.json`: sorted keys and no times or paths, so that equal runs give equal bytes."""
    with replacing(path) as file:
        json.dump(manifest, file, ensure_ascii=False, indent=2, sort_keys=True)
        file.write("\n")
