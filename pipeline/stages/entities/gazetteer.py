"""A user's own names: a table of names, aliases, labels and external identifiers that wins over every guess."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from pipeline.records import EntityLabel

COLUMNS = ("name", "aliases", "label", "lei", "ticker", "wikidata")
"""The table's columns; `name` has to be there, an empty `label` means ORG."""

_LABELS = frozenset(get_args(EntityLabel))


class GazetteerError(ValueError):
    """The gazetteer is malformed; the message names the file, the line and what is wrong."""


@dataclass(frozen=True)
class Entry:
    """One thing: its canonical name, its label and its external identifiers (`lei`, `ticker`, `wikidata`)."""

    name: str
    label: EntityLabel
    ids: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Gazetteer:
    """Entries by every form of their names as written."""

    forms: Mapping[str, Entry]

    def entry(self, name: str) -> Entry | None:
        """Return the entry that a name or alias belongs to."""
        return self.forms.get(name)


def load_gazetteer(path: Path | str) -> Gazetteer:
    """Return the gazetteer in the tab-separated UTF-8 table at `path`.

    The first line names the columns of `COLUMNS` in any order; aliases are separated by |; blank lines and
    lines that start with # are comments.  Forms match as written, capitals included.  Raises GazetteerError
    for an unknown column or label, a missing name, and a form that two entries claim.
    """
    path = Path(path)
    forms: dict[str, Entry] = {}
    for number, row in _rows(path):
        entry = _entry(path, number, row)
        for written in (entry.name, *row.get("aliases", "").split("|")):
            form = written.strip()
            if form and forms.setdefault(form, entry) != entry:
                raise GazetteerError(f"{path}:{number}: {form!r} already stands for {forms[form].name!r}")
    return Gazetteer(forms)


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GazetteerError(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    kept = [(n, line) for n, line in enumerate(lines, start=1) if line.strip() and not line.startswith("#")]
    if not kept:
        raise GazetteerError(f"{path}: no line with the names of the columns")
    cells = csv.reader((line for _, line in kept), delimiter="\t", quoting=csv.QUOTE_NONE)
    columns = [column.strip() for column in next(cells)]
    if unknown := [column for column in columns if column not in COLUMNS]:
        raise GazetteerError(f"{path}:{kept[0][0]}: unknown column {unknown[0]!r}; known: {', '.join(COLUMNS)}")
    for (number, _), values in zip(kept[1:], cells, strict=True):
        yield number, dict(zip(columns, (value.strip() for value in values), strict=False))


def _entry(path: Path, number: int, row: Mapping[str, str]) -> Entry:
    label = row.get("label") or "ORG"
    if not row.get("name"):
        raise GazetteerError(f"{path}:{number}: no name")
    if label not in _LABELS:
        raise GazetteerError(f"{path}:{number}: unknown label {label!r}; known: {', '.join(sorted(_LABELS))}")
    ids = {key: value for key in ("lei", "ticker", "wikidata") if (value := row.get(key))}
    return Entry(row["name"], label, ids)  # type: ignore[arg-type]
