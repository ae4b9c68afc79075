"""What the verdicts of a sheet say of the whole run: precision with Wilson intervals, weighted back by stratum."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from math import sqrt
from typing import NamedTuple

from pipeline.review.columns import FIELDS, VERDICT, verdict_column
from pipeline.review.sheet import Row

Z = 1.959964
"""The normal distribution's 97.5% point, for intervals of 95%."""


class Share(NamedTuple):
    """A share of claims with its interval, and the rows with a verdict that it rests on."""

    right: float
    low: float
    high: float
    rows: int


class Score(NamedTuple):
    """What a sheet says: shares overall, by type and by field; `warnings` tell what the sheet does not hold."""

    strict: Share
    lenient: Share
    types: dict[str, Share]
    fields: dict[str, Share]
    warnings: list[str]


class NoVerdictsError(ValueError):
    """A sheet has no verdict yet."""


def score(rows: Sequence[Row]) -> Score:
    """Return what the sheet says; raises NoVerdictsError where no row has a verdict."""
    judged = [row for row in rows if row[VERDICT]]
    if not judged:
        raise NoVerdictsError("no row has a verdict yet; fill in the column 'verdict' with y, n or partly")
    weights = _weights(judged)
    by_type: dict[str, list[Row]] = defaultdict(list)
    for row in judged:
        by_type[row["found_type"]].append(row)

    def right(row: Row) -> bool:
        return row[VERDICT] == "y"

    fields = {}
    for field in FIELDS:
        told = [row for row in judged if field_verdict(row, field)]
        if told:
            fields[field] = share(told, weights, lambda row, field=field: field_verdict(row, field) == "y")  # type: ignore[misc]
    return Score(
        share(judged, weights, right),
        share(judged, weights, lambda row: row[VERDICT] in "yp"),
        {name: share(members, weights, right) for name, members in sorted(by_type.items())},
        fields,
        list(_warnings(rows, judged)),
    )


def field_verdict(row: Row, field: str) -> str:
    """Return the verdict on a field of a claim: its own, else what the claim's verdict says of it, '' for unknown.

    A right claim has right fields, a wrong claim wrong ones; in a claim that is partly right the fields
    without a verdict are right where another is marked as wrong.
    """
    if own := row[verdict_column(field)]:
        return own
    marked = any(row[verdict_column(other)] in ("n", "p") for other in FIELDS)
    return "y" if row[VERDICT] == "p" and marked else row[VERDICT].replace("p", "")


def _weights(judged: Iterable[Row]) -> dict[str, float]:
    """Return by stratum how many claims of the run one judged row stands for."""
    counts = Counter(row["stratum"] for row in judged)
    return {row["stratum"]: int(row["stratum_size"]) / counts[row["stratum"]] for row in judged}


def share(rows: Sequence[Row], weights: dict[str, float], right: Callable[[Row], bool]) -> Share:
    """Return the weighted share of rows that are right.

    The interval is Wilson's (1927) with Kish's (1965) effective sample size, (sum of weights)² / sum of squares.
    """
    total = sum(weights[row["stratum"]] for row in rows)
    squares = sum(weights[row["stratum"]] ** 2 for row in rows)
    p = sum(weights[row["stratum"]] for row in rows if right(row)) / total
    return Share(p, *wilson(p, total**2 / squares), len(rows))


def wilson(p: float, n: float) -> tuple[float, float]:
    """Return Wilson's 95% score interval of a share `p` of `n` observations."""
    centre = (p + Z**2 / (2 * n)) / (1 + Z**2 / n)
    half = Z / (1 + Z**2 / n) * sqrt(p * (1 - p) / n + Z**2 / (4 * n**2))
    return max(0.0, centre - half), min(1.0, centre + half)


def _warnings(rows: Sequence[Row], judged: Sequence[Row]) -> Iterable[str]:
    written = max(int(row["rows"]) for row in rows)
    if len(rows) < written:
        yield f"{written - len(rows)} of the sheet's {written} rows are missing; the figures speak for what is left"
    if len(judged) < len(rows):
        yield f"{len(rows) - len(judged)} rows have no verdict yet"
    covered = {row["stratum"] for row in judged}
    sizes = {row["stratum"]: int(row["stratum_size"]) for row in rows}
    for name in sorted(sizes.keys() - covered):
        yield f"no verdict on {name}: the figures do not speak for its {sizes[name]} claims"


def score_text(result: Score) -> str:
    """Return the score as a table for people."""
    head = f"{'':28}{'right':>8}  {'95% interval':16}{'rows':>6}"
    lines = [head, _line("claims, right", result.strict), _line("claims, right or partly", result.lenient)]
    lines += ["", "by type", *(_line(f"  {name}", one) for name, one in result.types.items())]
    lines += ["", "by field", *(_line(f"  {name}", one) for name, one in result.fields.items())]
    return "\n".join(lines)


def _line(name: str, one: Share) -> str:
    return f"{name:28}{one.right:8.3f}  {f'[{one.low:.3f}, {one.high:.3f}]':16}{one.rows:6d}"
