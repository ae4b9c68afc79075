"""Which files a run reads, and under which names."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from pipeline.records import Input, Quarantined

SUFFIXES = frozenset({".txt", ".md", ".html", ".htm"})

_SPECIAL = "a pipe, socket or device, not a file"  # to read one may never end

_READERS = 8
"""Files hashed at a time: enough to keep a disk or a network file system busy."""

_BATCH = 100
"""Files that a reader takes at a time: handing over one costs as much as hashing it."""


class _Found(NamedTuple):
    """A file, the folder its name is relative to, and where it really lies; absolute paths as strings."""

    file: str
    root: str
    real: str


def find_inputs(paths: Sequence[Path], output: Path) -> tuple[list[Input], list[Quarantined]]:
    """Return the sources under `paths`, sorted by recorded name, and what was named but holds none.

    A folder gives its files with a known ending, recursively; hidden files, README files and whatever
    lies in `output` are passed over.  A file is taken whatever its ending.  Names are relative to the
    input folder; where two inputs give the same name, relative to the inputs' common folder.
    """
    found: list[_Found] = []
    absent: list[Quarantined] = []
    for path in paths:
        if path.is_dir():
            files = list(_files(path, output, absent))
            if not files:
                absent.append(_absent(path, f"no {', '.join(sorted(SUFFIXES))} file in this folder"))
            found += files
        elif path.is_file():
            file = os.path.abspath(path)
            found.append(_Found(file, os.path.dirname(file), os.path.realpath(file)))
        else:
            absent.append(_absent(path, _SPECIAL if path.exists() else "no such file or folder"))
    return _named(found), sorted(absent, key=lambda line: line.source)


def _files(folder: Path, output: Path, absent: list[Quarantined]) -> Iterator[_Found]:
    """Yield the sources below a folder; folders and special files that cannot be read join `absent`.

    Written with the plain functions of `os`: an archive has millions of files, and a `Path` costs more than a look.
    """
    root, closed = os.path.abspath(folder), os.path.realpath(output)

    def unreadable(error: OSError) -> None:
        absent.append(_absent(Path(os.path.relpath(error.filename, root)), f"cannot be read: {error.strerror}"))

    for place, folders, names in os.walk(root, onerror=unreadable):
        real = os.path.realpath(place)
        if os.path.commonpath([real, closed]) == closed:
            folders.clear()
            continue
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in filter(_is_source, names):
            file = os.path.join(place, name)
            if os.path.islink(file) and (os.path.isfile(file) or not os.path.exists(file)):
                yield _Found(file, root, os.path.realpath(file))
            elif os.path.isfile(file):
                yield _Found(file, root, os.path.join(real, name))
            else:
                absent.append(_absent(Path(os.path.relpath(file, root)), _SPECIAL))


def _is_source(name: str) -> bool:
    stem, suffix = os.path.splitext(name)
    return suffix.lower() in SUFFIXES and stem.upper() != "README" and not name.startswith(".")


def _absent(path: Path, reason: str) -> Quarantined:
    return Quarantined(source=_printable(path.as_posix()), stage="read", error=reason)


def _printable(name: str) -> str:
    """A file name as text: bytes that are no UTF-8 become escapes."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _named(found: Iterable[_Found]) -> list[Input]:
    """Give each file its name; one that was found twice counts once, under the outermost of its folders."""
    files: dict[str, _Found] = {}
    for one in sorted(found):
        known = files.setdefault(one.real, one)
        if len(one.root) < len(known.root):
            files[one.real] = one
    names = [_printable(one.file[len(one.root) :].lstrip("/")) for one in files.values()]
    if len(set(names)) < len(names):
        common = os.path.commonpath([os.path.dirname(one.file) for one in files.values()])
        names = [_printable(one.file[len(common) :].lstrip("/")) for one in files.values()]
    inputs = [Input(Path(one.file), name) for one, name in zip(files.values(), names, strict=True)]
    return sorted(inputs, key=lambda item: item.source)


def hashed(inputs: Sequence[Input]) -> list[Input]:
    """Return `inputs` with hash and size of their bytes; a file that cannot be read keeps none."""
    batches = [inputs[at : at + _BATCH] for at in range(0, len(inputs), _BATCH)]
    with ThreadPoolExecutor(_READERS) as readers:  # hashing leaves Python's lock, and shared storage is slow to answer
        return [item for batch in readers.map(lambda batch: list(map(_hashed, batch)), batches) for item in batch]


def _hashed(item: Input) -> Input:
    try:
        with item.path.open("rb") as file:
            return item._replace(sha256=hashlib.file_digest(file, "sha256").hexdigest(), size=file.tell())
    except OSError:
        return item
