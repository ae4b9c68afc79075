"""An evaluation as text for people: score tables, and error lists grouped by class."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pipeline.evaluate.confidence import reliability, thresholds
from pipeline.evaluate.criteria import FIELDS, LEVELS, close, label
from pipeline.evaluate.evaluation import Evaluation
from pipeline.evaluate.load import Row
from pipeline.evaluate.matching import Pair
from pipeline.evaluate.scores import ALL, cells

COMPARED = {
    "documents": ("title", "published", "place", "publisher", "author", "company"),
    "sentences": ("block",),
    "entities": ("label", "name"),
    "quantities": ("kind", "value", "value_max", "unit", "bound", "change", "per"),
    "times": ("kind", "value", "first_day", "last_day"),
}
"""The fields whose differences an error list shows, by table; claims have criteria.FIELDS."""


def score_table(evaluation: Evaluation) -> str:
    """Return the scores of all tables: a line each for a table, kind, label or type at each level."""
    lines = [f"{len(evaluation.comparisons)} articles; F1 with 95% bootstrap interval over articles"]
    head = f"{'':34}{'level':12}{'P':>7}{'R':>7}{'F1':>7}  {'interval':15}{'gold':>6}{'found':>7}"
    by_table: dict[str, list[tuple[str, str, dict[str, float]]]] = {table: [] for table in LEVELS}
    for table, group, level, row in cells(evaluation.scores):
        by_table[table].append((group, level, row))
    for table, rows in by_table.items():
        rows.sort(key=lambda cell: (cell[0] != ALL, not cell[0].startswith("("), cell[0]))
        lines += ["", head.replace(" " * len(table), table, 1), *(_score_line(*cell) for cell in rows)]
    precision, recall, f1 = evaluation.b_cubed
    lines += ["", f"canonical names, B-cubed: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"]
    shares = ", ".join(f"{name} {right / n if n else 0:.3f}" for name, (right, n) in evaluation.fields.items())
    paired = next(iter(evaluation.fields.values()))[1]
    lines.append(f"claim fields right, of {paired} paired claims: {shares}")
    return "\n".join([*lines, "", *_confidence_lines(evaluation)])


def _confidence_lines(evaluation: Evaluation) -> Iterator[str]:
    """Yield the tables of confidence: is it to be believed, and what does a threshold cost."""
    yield f"{'confidence of claims':34}{'claims':>7}{'mean':>7}{'right':>7}  (right: core)"
    for row in reliability(evaluation.comparisons):
        yield f"  {f'{row.low:.1f} to {row.high:.1f}':32}{row.claims:7d}{row.mean:7.2f}{row.right:7.2f}"
    yield f"{'claims kept':34}{'claims':>7}{'P':>7}{'R':>7}  (core)"
    for cut in thresholds(evaluation.comparisons):
        yield f"  {f'confidence from {cut.confidence:.1f}':32}{cut.claims:7d}{cut.precision:7.3f}{cut.recall:7.3f}"


def _score_line(group: str, level: str, row: dict[str, float]) -> str:
    interval = f"[{row['low']:.3f}, {row['high']:.3f}]"
    return (
        f"  {group:32}{level:12}{row['precision']:7.3f}{row['recall']:7.3f}{row['f1']:7.3f}  {interval:15}"
        f"{int(row['gold']):6d}{int(row['found']):7d}"
    )


def error_list(evaluation: Evaluation, table: str) -> str:
    """Return every miss, false and differing record of a table with its sentence, grouped by class."""
    classes: dict[str, list[str]] = defaultdict(list)
    for comparison in evaluation.comparisons:
        sentences = [pair.gold or pair.found or {} for pair in comparison.pairs["sentences"]]
        for pair in comparison.pairs[table]:
            for name, detail in _errors(table, pair):
                row = pair.gold or pair.found or {}
                classes[name].append(f"  {comparison.article} {detail}\n      {_context(row, sentences)}")
    blocks = [
        f"{name}: {len(items)}\n" + "\n".join(items)
        for name, items in sorted(classes.items(), key=lambda item: -len(item[1]))
    ]
    return "\n\n".join(blocks) or f"no errors in {table}"


def _errors(table: str, pair: Pair) -> Iterator[tuple[str, str]]:
    if pair.gold is None or pair.found is None:
        row, name = (pair.gold, "missed") if pair.gold else (pair.found or {}, "false")
        yield f"{name} {_kind(row)}", f"{row.get('text', '')!r} {_values(table, row)}"
        return
    differing = list(_differences(table, pair.gold, pair.found))
    if differing:
        names = "+".join(name for name, _ in differing)
        details = "; ".join(detail for _, detail in differing)
        yield f"differs in {names}", f"{pair.gold.get('text', '')!r} {details}"


def _kind(row: Row) -> str:
    return str(next((row[key] for key in ("kind", "label", "type", "block") if key in row), "document"))


def _values(table: str, row: Row) -> str:
    names = FIELDS if table == "claims" else COMPARED[table]
    return " ".join(f"{name}={row[name]}" for name in names if row.get(name) not in (None, False))


def _differences(table: str, gold: Row, found: Row) -> Iterator[tuple[str, str]]:
    if table == "claims":
        for name, test in FIELDS.items():
            if not test(gold, found):
                yield name, f"{name}: gold {_shown(gold, name)}, found {_shown(found, name)}"
        return
    if (gold["start"], gold["end"]) != (found["start"], found["end"]):
        yield "span", f"span: found {found.get('text', '')!r}"
    for name in COMPARED[table]:
        one, other = gold.get(name), found.get(name)
        numeric = isinstance(one, int | float) and isinstance(other, int | float)
        if (name == "label" and label(gold) == label(found)) or (numeric and close(one, other)):
            continue
        if one != other:
            yield name, f"{name}: gold {one!r}, found {other!r}"


def _shown(row: Row, name: str) -> str:
    if name == "value":
        return " ".join(str(row.get(key)) for key in ("value", "value_max", "unit") if row.get(key) is not None)
    return str(row.get(name))


def _context(row: Row, sentences: Iterable[Row]) -> str:
    holding = (s for s in sentences if s.get("start", 0) <= row.get("start", 0) < s.get("end", 0))
    return " ".join(str(next(holding, {}).get("text", "")).split())
