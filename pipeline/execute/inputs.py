"""Which files a run reads, and under which names."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pipeline.records import Input, Quarantined

SUFFIXES = frozenset({".txt", ".md", ".html", ".htm"})

_READERS = 8
"""Files hashed at a time: enough to keep a disk or a network file system busy."""


def find_inputs(paths: Sequence[Path], output: Path) -> tuple[list[Input], list[Quarantined]]:
    """Return the sources under `paths`, sorted by recorded name, and what was named but holds none.

    A folder gives its files with a known ending, recursively; hidden files, README files and whatever
    lies in `output` are passed over.  A file is taken whatever its ending.  Names are relative to the
    input folder; where two inputs give the same name, relative to the inputs' common folder.
    """
    found: list[tuple[Path, Path]] = []  # (file, folder its name is relative to)
    absent: list[Quarantined] = []
    for path in paths:
        if path.is_dir():
            files = [(file, path) for file in sorted(path.rglob("*")) if _is_source(file, path, output)]
            if not files:
                absent.append(_absent(path, f"no {', '.join(sorted(SUFFIXES))} file in this folder"))
            found += files
        elif path.exists():
            found.append((path, path.parent))
        else:
            absent.append(_absent(path, "no such file or folder"))
    special = {file for file, _ in found if file.exists() and not file.is_file()}  # reading one may never end
    absent += [_absent(file, "a pipe, socket or device, not a file") for file in special]
    found = [(file, root) for file, root in found if file not in special]
    return _named(found), sorted(absent, key=lambda line: line.source)


def _is_source(file: Path, root: Path, output: Path) -> bool:
    parts = file.relative_to(root).parts
    return (
        file.suffix.lower() in SUFFIXES
        and file.stem.upper() != "README"
        and not any(part.startswith(".") for part in parts)
        and output.resolve() not in file.resolve().parents
        and not file.is_dir()
    )


def _absent(path: Path, reason: str) -> Quarantined:
    return Quarantined(source=_printable(path.as_posix()), stage="read", error=reason)


def _printable(name: str) -> str:
    """A file name as text: bytes that are no UTF-8 become escapes."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _named(found: Iterable[tuple[Path, Path]]) -> list[Input]:
    """Give each file its name; one that was found twice counts once, under the outermost of its folders."""
    files: dict[Path, tuple[Path, Path]] = {}
    for file, root in sorted((file.absolute(), root.absolute()) for file, root in found):
        known = files.setdefault(file.resolve(), (file, root))
        if len(root.parts) < len(known[1].parts):
            files[file.resolve()] = (file, root)
    names = [_printable(file.relative_to(root).as_posix()) for file, root in files.values()]
    if len(set(names)) < len(names):
        common = Path(os.path.commonpath([file.parent for file, _ in files.values()]))
        names = [_printable(file.relative_to(common).as_posix()) for file, _ in files.values()]
    inputs = [Input(file, name) for (file, _), name in zip(files.values(), names, strict=True)]
    return sorted(inputs, key=lambda item: item.source)


def hashed(inputs: Sequence[Input]) -> list[Input]:
    """Return `inputs` with hash and size of their bytes; a file that cannot be read keeps none."""
    with ThreadPoolExecutor(_READERS) as readers:  # hashing leaves Python's lock, and shared storage is slow to answer
        return list(readers.map(_hashed, inputs))


def _hashed(item: Input) -> Input:
    try:
        with item.path.open("rb") as file:
            return item._replace(sha256=hashlib.file_digest(file, "sha256").hexdigest(), size=file.tell())
    except OSError:
        return item
