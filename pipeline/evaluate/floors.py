"""The gate: figures that a change may not lower, pinned with a hash of the gold and inputs they rest on."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from pipeline.evaluate.evaluation import Evaluation
from pipeline.evaluate.scores import ALL, cells


class FloorError(ValueError):
    """Figures fell below their floors, or floors cannot be updated; the message lists which."""


def figures(evaluation: Evaluation) -> dict[str, float]:
    """Return the pinned figures: F1 by table and level, by figure or none for claims, names, fields."""
    pinned = {
        f"{table}.{level}" if group == ALL else f"{table}.{level} {group}": row["f1"]
        for table, group, level, row in cells(evaluation.scores)
        if group == ALL or group.startswith("(")
    }
    pinned["entities.b_cubed"] = evaluation.b_cubed[2]
    for name, (right, paired) in evaluation.fields.items():
        pinned[f"claims.field.{name}"] = right / paired if paired else 1.0
    return {name: math.floor(value * 10_000) / 10_000 for name, value in sorted(pinned.items())}


def fallen(floors: dict[str, Any], evaluation: Evaluation) -> list[str]:
    """Return a line for each figure that is below its floor."""
    now = figures(evaluation)
    return [
        f"{name}: {now.get(name, 0):.4f}, floor {floor:.4f}"
        for name, floor in floors["figures"].items()
        if now.get(name, 0) < floor
    ]


def read_floors(path: Path) -> dict[str, Any]:
    """Return the floors file's content: `fingerprint` and `figures`."""
    try:
        floors: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError) as error:
        raise FloorError(f"cannot read floors from {path}: {error}") from error
    return floors


def update_floors(path: Path, evaluation: Evaluation, *, allow_lower: bool) -> int:
    """Write the current figures as floors; return how many figures were pinned.

    Raises FloorError where a figure would fall (also after a change of gold) and `allow_lower` is not set.
    """
    if path.exists() and not allow_lower and (lower := fallen(read_floors(path), evaluation)):
        raise FloorError("floors would fall (--allow-lower to accept):\n" + "\n".join(lower))
    pinned = figures(evaluation)
    content = {"fingerprint": evaluation.fingerprint, "figures": pinned}
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    return len(pinned)
