"""Croissant 1.0 metadata (MLCommons): what the tables of a run hold, for dataset loaders and search engines."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from types import NoneType
from typing import Any, get_args

from pipeline.records import TABLES, Record
from pipeline.tables import Run

Json = dict[str, Any]

CONTEXT = Path(__file__).with_name("croissant_context.json")
"""The JSON-LD context of the specification, word for word as it asks."""

_TYPES = {str: "sc:Text", int: "sc:Integer", float: "sc:Float", bool: "sc:Boolean", dt.date: "sc:Date"}


def croissant(folder: Path, run: Run) -> Json:
    """Return the metadata of the run in `folder`, to be written beside its tables.

    A table without records is listed as a file and described by no record set: a reader would find no columns.
    """
    filled = {table for article in run.articles for table in TABLES if table == "documents" or getattr(article, table)}
    return {
        "@context": json.loads(CONTEXT.read_text(encoding="utf-8")),
        "@type": "sc:Dataset",
        "name": "newsclaims",
        "description": f"Claims from {len(run.articles):,} articles of company news, with the sentences, entities, "
        "quantities and times that they are made of; every record at its place in the source.",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "version": str(run.manifest["package"]),
        "distribution": [_file(folder, table) for table in TABLES],
        "recordSet": [_record_set(t, model) for t, model in TABLES.items() if t in filled],
    }


def _file(folder: Path, table: str) -> Json:
    name = f"{table}.jsonl"
    digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
    about = {"name": name, "contentUrl": name, "encodingFormat": "application/jsonlines", "sha256": digest}
    return {"@type": "cr:FileObject", "@id": name, **about}


def _record_set(table: str, model: type[Record]) -> Json:
    doc = " ".join((model.__doc__ or "").split())
    fields = list(_fields(table, table, model, ()))
    return {"@type": "cr:RecordSet", "@id": table, "name": table, "description": doc, "field": fields}


def _fields(table: str, prefix: str, model: type[Record], path: tuple[str, ...]) -> Iterator[Json]:
    """Yield the fields of a model: one that is a record itself has sub-fields, read by a JSON path."""
    for name, info in model.model_fields.items():
        kind, repeated = _kind(info.annotation)
        about: Json = {"@type": "cr:Field", "@id": f"{prefix}/{name}", "name": f"{prefix}/{name}"}
        if isinstance(kind, type) and issubclass(kind, Record):
            inner = list(_fields(table, f"{prefix}/{name}", kind, (*path, name)))
            yield about | ({"repeated": True} if repeated else {}) | {"subField": inner}
        elif kind in _TYPES:
            column, *rest = (*path, name)
            steps = {"transform": {"jsonPath": ".".join(rest)}} if rest else {}
            source = {"fileObject": {"@id": f"{table}.jsonl"}, "extract": {"column": column}, **steps}
            yield about | {"dataType": _TYPES[kind], "source": source}


def _kind(annotation: Any) -> tuple[Any, bool]:
    """Return the type under unions with None, literals and tuples, and whether it stands in a tuple."""
    parts = [part for part in get_args(annotation) if part not in (NoneType, Ellipsis)]
    if getattr(annotation, "__origin__", None) is tuple:
        return parts[0], True
    if parts and all(isinstance(part, str) for part in parts):
        return str, False
    if float in parts:
        return float, False
    return _kind(parts[0]) if parts else (annotation, False)
