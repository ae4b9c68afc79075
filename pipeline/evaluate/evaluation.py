"""One evaluation: a gold folder against a run's output folder."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from pipeline.evaluate.confidence import reliability, thresholds
from pipeline.evaluate.load import Annotation, GoldError, load_gold, load_output
from pipeline.evaluate.scores import Comparison, b_cubed, cells, compare, field_accuracy, score, tally


class Evaluation(NamedTuple):
    """Scores by (table, group, level), B-cubed of names, accuracy by claim field, and what they rest on."""

    scores: pd.DataFrame
    b_cubed: tuple[float, float, float]
    fields: Mapping[str, tuple[int, int]]
    comparisons: list[Comparison]
    warnings: list[str]
    fingerprint: str


def evaluate(gold_folder: Path, output: Path) -> Evaluation:
    """Compare the run in `output` with the gold in `gold_folder`.  Raises GoldError where either is unfit."""
    found = load_output(output)
    gold = load_gold(gold_folder, found)
    comparisons, warnings = [], []
    for source, annotation in sorted(gold.items()):
        if source not in found:
            warnings.append(f"gold for {source}, but the run has no such source: all of it counts as missed")
        other = found.get(source, Annotation(source))
        if annotation.sha256 and other.sha256 and annotation.sha256 != other.sha256:
            warnings.append(f"{source} has changed since it was annotated: offsets may be off")
        comparisons += compare(annotation, other)
    if not any(pairs for comparison in comparisons for pairs in comparison.pairs.values()):
        raise GoldError(f"the gold in {gold_folder} has no rows")
    return Evaluation(
        score(tally(comparisons)),
        b_cubed(comparisons),
        field_accuracy(comparisons),
        comparisons,
        warnings,
        _fingerprint(gold_folder, found, gold),
    )


def _fingerprint(folder: Path, found: Mapping[str, Annotation], gold: Mapping[str, Annotation]) -> str:
    """Hash of the gold files and of the sources they annotate."""
    digest = hashlib.sha256()
    for file in sorted(folder.glob("**/*.jsonl")):
        digest.update(file.name.encode() + file.read_bytes())
    for source in sorted(gold):
        digest.update(f"{source} {found[source].sha256 if source in found else None}".encode())
    return digest.hexdigest()


def as_json(evaluation: Evaluation) -> dict[str, Any]:
    """Return an evaluation as plain data."""
    comparisons = evaluation.comparisons
    scores: dict[str, Any] = {}
    for table, group, level, row in cells(evaluation.scores):
        numbers: dict[str, Any] = {key: round(row[key], 4) for key in ("precision", "recall", "f1")}
        counts = {key: int(row[key]) for key in ("gold", "found", "right")}
        cell = {**numbers, "interval": [round(row["low"], 4), round(row["high"], 4)], **counts}
        scores.setdefault(table, {}).setdefault(group, {})[level] = cell
    names = dict(zip(("precision", "recall", "f1"), (round(x, 4) for x in evaluation.b_cubed), strict=True))
    return {
        "scores": scores,
        "canonical_names_b_cubed": names,
        "claim_fields": {
            name: {"right": right, "paired": paired} for name, (right, paired) in evaluation.fields.items()
        },
        "confidence": {
            "reliability": [{k: round(v, 4) for k, v in row._asdict().items()} for row in reliability(comparisons)],
            "thresholds": [{k: round(v, 4) for k, v in row._asdict().items()} for row in thresholds(comparisons)],
        },
        "articles": len(evaluation.comparisons),
        "warnings": evaluation.warnings,
        "fingerprint": evaluation.fingerprint,
    }
