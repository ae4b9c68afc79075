"""Loads gold and a run's output as comparable annotations, by source and table."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.records import TABLES

Row = dict[str, Any]


class GoldError(ValueError):
    """Gold or output cannot be read or compared; the message names the file and the reason."""


@dataclass
class Annotation:
    """All rows of one source by table, sorted by place."""

    source: str
    tables: dict[str, list[Row]] = field(default_factory=lambda: {name: [] for name in TABLES})

    def sort(self) -> None:
        """Put every table in text order."""
        for rows in self.tables.values():
            rows.sort(key=lambda row: (row["start"], row["end"]))

    @property
    def sha256(self) -> str | None:
        """Hash of the source that was annotated, where the rows tell."""
        return next((row["sha256"] for row in self.tables["documents"] if row.get("sha256")), None)


def load_output(folder: Path) -> dict[str, Annotation]:
    """Return a run's annotations by source name.  Raises GoldError where `folder` holds no run."""
    if not (folder / "documents.jsonl").is_file():
        raise GoldError(f"{folder} holds no run (no documents.jsonl); run the pipeline first")
    sources: dict[str, str] = {}
    found: dict[str, Annotation] = {}
    for table in TABLES:
        for _, row in _lines(folder / f"{table}.jsonl"):
            if table == "documents":
                sources[row["doc_id"]] = row["source"]
            source = sources[row["doc_id"]]
            found.setdefault(source, Annotation(source)).tables[table].append(row)
    return found


def load_gold(folder: Path, sources: Iterable[str]) -> dict[str, Annotation]:
    """Return the gold of a folder by source name.

    A file `<name>.jsonl` is gold for the source named in its documents row, else for the source called
    `<name>`, else for the one whose name without ending is `<name>`.
    """
    known = set(sources)
    files = sorted(folder.glob("**/*.jsonl"))
    if not files:
        raise GoldError(f"no gold (*.jsonl) in {folder}")
    stems = {str(Path(name).with_suffix("")): name for name in known}
    found = {}
    for file in files:
        name = file.relative_to(folder).as_posix().removesuffix(".jsonl")
        gold = _gold_file(file, name if name in known else stems.get(name, name), known)
        found[gold.source] = gold
    return found


def _gold_file(file: Path, source: str, known: set[str]) -> Annotation:
    gold = Annotation(source)
    for number, row in _lines(file):
        table = row.pop("table", None)
        if table not in TABLES:
            raise GoldError(f"{file}:{number}: table {table!r} is none of {', '.join(TABLES)}")
        if missing := {"start", "end"} - row.keys():
            raise GoldError(f"{file}:{number}: no {' and no '.join(sorted(missing))}")
        gold.tables[table].append(row)
    named = next((row["source"] for row in gold.tables["documents"] if row.get("source")), source)
    gold.source = named if named in known else source
    gold.sort()
    return gold


def _lines(file: Path) -> Iterator[tuple[int, Row]]:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"cannot read {file}: {error}") from error
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise GoldError(f"{file}:{number}: no JSON: {error}") from error
        if not isinstance(row, dict):
            raise GoldError(f"{file}:{number}: no JSON object")
        yield number, row


def by_key(rows: Iterable[Row], key: str) -> dict[Any, list[Row]]:
    """Group rows by a field's value."""
    groups: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.get(key)].append(row)
    return groups
