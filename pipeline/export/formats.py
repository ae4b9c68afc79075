"""The formats of `export`: what each writes, under which name, and with which extra."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.export.annotated import annotate
from pipeline.tables import Run

Files = dict[str, str | bytes]
"""Contents by file name: text (written as UTF-8) or bytes."""


class ExportError(ValueError):
    """A format cannot be written; the message says why and what to do."""


class Format(NamedTuple):
    """A format: what it is for, and the function from a run's folder and records to the files."""

    purpose: str
    files: Callable[[Path, Run], Files]


def _label_studio(_folder: Path, run: Run) -> Files:
    from pipeline.export.label_studio import label_config, task  # noqa: PLC0415  (each format loads its own)

    sources = [article.document.source for article in run.articles]
    tasks = [task(annotate(article), sources.count(article.document.source)) for article in run.articles]
    return {"tasks.json": _json(tasks), "label_config.xml": label_config()}


def _prodigy(_folder: Path, run: Run) -> Files:
    from pipeline.export.lines import prodigy  # noqa: PLC0415

    return {"prodigy.jsonl": _json_lines(prodigy(list(map(annotate, run.articles))))}


def _doccano(_folder: Path, run: Run) -> Files:
    from pipeline.export.lines import doccano  # noqa: PLC0415

    return {"doccano.jsonl": _json_lines(doccano(list(map(annotate, run.articles))))}


def _spacy(_folder: Path, run: Run) -> Files:
    from pipeline.export.spacy_docs import doc_bin  # noqa: PLC0415

    return {"claims.spacy": doc_bin(list(map(annotate, run.articles)))}


def _cas(_folder: Path, run: Run) -> Files:
    try:
        from pipeline.export.cas import cas_files  # noqa: PLC0415
    except ImportError as error:
        raise _missing("cas", "dkpro-cassis") from error
    return {**cas_files(list(map(annotate, run.articles)))}


def _csv(_folder: Path, run: Run) -> Files:
    from pipeline.flat import COLUMNS, flat_rows  # noqa: PLC0415
    from pipeline.spreadsheet import csv_text  # noqa: PLC0415

    return {"claims.csv": csv_text(list(COLUMNS), flat_rows(run))}


def _parquet(_folder: Path, run: Run) -> Files:
    try:
        from pipeline.export.parquet import parquet  # noqa: PLC0415
    except ImportError as error:
        raise _missing("parquet", "pyarrow") from error
    return {"claims.parquet": parquet(run)}


def _croissant(folder: Path, run: Run) -> Files:
    from pipeline.export.croissant import croissant  # noqa: PLC0415

    return {"croissant.json": _json(croissant(folder, run))}


FORMATS = {
    "label-studio": Format("Label Studio: tasks with predictions and relations, and the labeling configuration",
                           _label_studio),
    "prodigy": Format("Prodigy: tasks with tokens, spans and relations", _prodigy),
    "doccano": Format("doccano: sequence labelling with relations", _doccano),
    "spacy": Format("spaCy: a DocBin with a span group a table", _spacy),
    "cas": Format("INCEpTION and other UIMA tools: XMI with its type system", _cas),
    "csv": Format("spreadsheets: the claims as one flat table", _csv),
    "parquet": Format("pandas, DuckDB, Arrow: the claims as one flat table", _parquet),
    "croissant": Format("dataset loaders: metadata of the run's tables (written beside them)", _croissant),
}  # fmt: skip


def export_run(folder: Path, run: Run, name: str, target: Path) -> list[Path]:
    """Write the run of `folder` in the format `name` into the folder `target`; return the files written.

    Equal runs give equal bytes.  Raises ExportError where the run holds no article or an extra is not installed.
    """
    from pipeline.stages.write import replacing_bytes  # noqa: PLC0415

    if not run.articles:
        raise ExportError(f"{folder} holds no article: nothing to export")
    written = []
    for file, content in FORMATS[name].files(folder, run).items():
        with replacing_bytes(target / file) as out:
            out.write(content.encode("utf-8") if isinstance(content, str) else content)
        written.append(target / file)
    return written


def _missing(extra: str, package: str) -> ExportError:
    return ExportError(f"{package} is not installed; pip install 'newsclaims[export]' (for {extra})")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _json_lines(rows: Iterable[Any]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
