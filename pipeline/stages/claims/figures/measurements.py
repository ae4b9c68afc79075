"""Measurements: one value with the change and the previous value that belong to it, or a change alone.

Each is the core of one numeric claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.records import Direction, Quantity
from pipeline.stages.claims.figures.former import REACH, next_level
from pipeline.stages.claims.figures.homes import home_of
from pipeline.stages.claims.figures.measurement import Measurement
from pipeline.stages.claims.figures.movement import basis_of, compared, moved_to, stays
from pipeline.stages.claims.figures.possible import BRACKET, LOST, OR, Role
from pipeline.stages.claims.figures.roles import roles
from pipeline.stages.claims.metrics import Named, choose_metric
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.ranking import Choice
from pipeline.stages.claims.vocabulary import figure_cue

_MOVED_FROM = re.compile(r"[,;(]\s*(up|higher|down|lower)\s+from\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_RISING = frozenset(("up", "higher"))
_PIECES = re.compile(r"[,;(]|\band\b")
_CELLS = " \u00a0\t|($€£¥"
"""What may stand between two cells of a table's row."""


def measurements(parsed: Parsed, before: Sequence[Named] = ()) -> list[Measurement]:
    """Return the measurements of a sentence in text order.

    `before` are the metrics of earlier figures, the last first.
    """
    known = roles(parsed)
    idle = [q for q, role in known if role.value == "none"]
    if row := _table_row(parsed, known, before):
        return [row]
    values: list[Measurement] = []
    for quantity, role in known:
        if role.value == "value":
            values.append(_measured(parsed, quantity, role, _known(values, before)))
    alone = []
    for quantity, role in known:
        if role.value == "change":
            if home := home_of(parsed, quantity, values, idle):
                home.change = quantity
            else:
                earlier = [m for m in values if m.main.end <= quantity.start]
                alone.append(_measured(parsed, quantity, role, _known(earlier, before)))
        elif role.value == "previous":
            _compare(parsed, quantity, values)
    found = sorted([*values, *alone], key=lambda m: m.main.start)
    for measurement in found:
        _describe(parsed, measurement, found)
    return found


def _measured(parsed: Parsed, quantity: Quantity, role: Choice[Role], before: Sequence[Named]) -> Measurement:
    change_only = role.value == "change"
    naming = choose_metric(parsed, quantity, change_only=change_only, before=before)
    change_only = change_only and naming.value.name != "net_addition"  # what is gained is its value
    return Measurement(naming, role, change=quantity) if change_only else Measurement(naming, role, value=quantity)


def _known(earlier: Sequence[Measurement], before: Sequence[Named]) -> list[Named]:
    """Return the metrics that were spoken of, the last first."""
    return [*(m.naming.value for m in reversed(earlier)), *before]


def _table_row(
    parsed: Parsed, known: Sequence[tuple[Quantity, Choice[Role]]], before: Sequence[Named]
) -> Measurement | None:
    """Return the measurement of a table's row flattened to a line: label, value, previous value, change."""
    figures = [(q, role) for q, role in known if role.value == "value"]
    values = [q for q, _ in figures]
    if len(values) != 2 or parsed.sentence.block == "heading":
        return None
    if (values[0].kind, values[0].per) != (values[1].kind, values[1].per):
        return None
    between = parsed.between(values[0].end, values[1].start)
    if between.strip(_CELLS) or not between or re.search(r"[.,;:]", parsed.ahead(values[0].start)):
        return None
    change = next((q for q, role in known if role.value == "change" and q.start >= values[1].end), None)
    latest = 1 if change and change.change not in (None, compared(values[0], values[1], "")) else 0
    row = _measured(parsed, *figures[latest], before)
    row.previous, row.change = values[1 - latest], change  # the change tells which of the two columns is the later
    row.direction = change.change if change else compared(values[0], values[1], "")
    row.basis = "yoy"
    return row


_FAR = 1000
"""How many times as much no figure was before: the "9m" of "38m calls for 240 companies, up from 9m"."""


def _compare(parsed: Parsed, previous: Quantity, values: Sequence[Measurement]) -> None:
    """Give a previous value to the value that it can be compared with: the last before it, else the next."""
    fit = [m for m in values if _comparable(m.main, previous)]
    fit = fit or [
        m for m in values if previous.per is None and m.main.kind == previous.kind and _of_one_unit(m.main, previous)
    ]  # "85c a share, up from 70c"
    before = [m for m in reversed(fit) if m.main.end <= previous.start]
    before = _named_again(parsed, previous, before) or before
    told = _MOVED_FROM.search(parsed.ahead(previous.start, REACH))
    risen = told is not None and told[1].lower() in _RISING
    moved = [m for m in before if told and (m.main.value > previous.value) == risen]
    near = [m for m in before if _is_near(m.main, previous)]
    if previous.per is None:  # "38m calls a month for 240 companies, up from 9m a year ago"
        alike = (m for m in values if m.main.kind == previous.kind and _of_one_unit(m.main, previous))
        near += [m for m in alike if _is_near(m.main, previous)]
    reached = next_level(parsed, previous)
    led_to = [m for m in values if m.value == reached] if reached is not None else []
    home = next(iter((*led_to, *moved, *near, *before, *fit)), None)
    if home is not None and home.previous is None:
        home.previous = previous
        ahead = parsed.ahead(previous.start, REACH)
        home.from_below = figure_cue("negative").search(ahead) is not None or _below_again(parsed, previous, values)
        home.from_above = figure_cue("positive").search(ahead) is not None


_OUTCOME = re.compile(
    r"\b(?:profit|loss|surplus|deficit|earnings)\s+of\s+(?:\w+\s+){0,3}$|\b(?:revenues?|turnover|sales)\s+of\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
"""Before a former level what it was of: "it lost $3m on sales of $9m, against a loss of $1m"."""


def _named_again(parsed: Parsed, previous: Quantity, before: Sequence[Measurement]) -> list[Measurement]:
    """Return the values of profit or of revenue where words before a former level say that it is one of these."""
    named = _OUTCOME.search(parsed.ahead(previous.start, REACH))
    if named is None:
        return []
    meant = "revenue" if named[0].lower().startswith(("revenue", "turnover", "sales")) else "profit_loss"
    return [m for m in before if m.metric is not None and m.metric.type == meant]


def _below_again(parsed: Parsed, previous: Quantity, values: Sequence[Measurement]) -> bool:
    """Tell whether a former level says a loss once more: "a loss of $22 million, or 7 cents per share"."""
    losses = (m.previous for m in values if m.previous is not None and m.from_below and m.previous is not previous)
    betweens = (parsed.between(loss.end, previous.start) for loss in losses if loss.end <= previous.start)
    return any(OR.fullmatch(between) or BRACKET.fullmatch(between) for between in betweens)


def _is_near(value: Quantity, previous: Quantity) -> bool:
    """Tell whether a value stands before another and may have been as large as that."""
    apart = abs(previous.value / value.value) if value.value else 0.0
    return value.end <= previous.start and 1 / _FAR < apart < _FAR


def _comparable(one: Quantity, other: Quantity) -> bool:
    return (one.kind, one.per) == (other.kind, other.per) and _of_one_unit(one, other)


def _of_one_unit(one: Quantity, other: Quantity) -> bool:
    """Tell whether two measures have one unit: "6.3 g/t from 182 metres" compares nothing."""
    return one.kind != "measure" or one.unit == other.unit


_LESSENED = re.compile(r"\W*(?:times\s+)?(?:less|lower|fewer|smaller|shorter|lighter|cheaper|slower)\b", re.IGNORECASE)


_PART = re.compile(r"\s+(?:of\s+)?(?:the|its)\s+[\w\s]{3,20}?\s+of\b|\s+as\s+[a-z]+\b", re.IGNORECASE)


def _multiplied(parsed: Parsed, change: Quantity) -> Direction:
    """Return which way a change without a word for it goes: up, unless it is negative or lessens.

    "three times the figure of 2019", "-13%" in a column.
    """
    if change.unit == "percent" and _PART.match(parsed.behind(change.end)):
        return "down"  # "half the price of"
    lessened = _LESSENED.match(parsed.behind(change.end)) or LOST.search(parsed.ahead(change.start, REACH))
    return "down" if change.value < 0 or lessened else "up"


def _describe(parsed: Parsed, measurement: Measurement, others: Sequence[Measurement]) -> None:
    """Set a measurement's direction and basis from its change, its previous value or the clause's verb."""
    first = min(part.start for part in measurement.parts)
    last = max(part.end for part in measurement.parts)
    bounds = [m.main for m in others if m is not measurement]
    start = max((q.end for q in bounds if q.end <= first), default=parsed.sentence.start)
    end = min((q.start for q in bounds if q.start >= last), default=parsed.sentence.end)
    clause = parsed.between(start, end)
    if measurement.change:
        measurement.direction = measurement.change.change or _multiplied(parsed, measurement.change)
    elif measurement.previous and measurement.value:
        risen = (measurement.from_value or 0) < 0
        measurement.direction = "up" if risen else compared(measurement.value, measurement.previous, clause)
    else:
        measurement.direction = moved_to(parsed.between(start, first))
        if measurement.direction is None and stays(parsed.between(last, end)):
            measurement.direction = "flat"
    if measurement.direction:
        told = [q for m in others if m is not measurement for q in m.parts]
        begin = max((q.end for q in told if q.end <= first), default=start)
        if begin > start or any(q.end == begin for q in told):  # what stands right behind a figure is that one's
            begin = first - len(_PIECES.split(parsed.between(begin, first))[-1])
        limit = min((q.start for q in told if q.start >= last), default=end)
        measurement.basis = basis_of(parsed.between(begin, limit))
