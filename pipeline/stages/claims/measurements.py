"""What each quantity of a sentence does: it is a value, a change, a previous value, or measures nothing.

A measurement is one value with the change and the previous value that belong to it, or a change alone:
the core of one numeric claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.records import Basis, Direction, Number, Quantity
from pipeline.stages.claims.metric import choose_metric, count_metric, metric_mentions
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.vocabulary import Metric, movements

Role = Literal["value", "change", "previous", "none"]

_FILLERS = (
    r"(?:(?:a|an|the|its|of|just|only|around|about|some|nearly|over|more|than|at|least|most|up|to|net|loss|profit|level|average|"
    r"consensus|estimates?|projection|forecast|range|inflow|outflow|deficit|surplus|earlier|previous|prior|current|original|initial|"
    r"revised|record|growth|operating|year's|last|year’s|analysts'|analysts’|market|expectations?|target|rise|fall|drop|gain)\s+)*"
)
_PREVIOUS = re.compile(
    rf"(?:(?:compared\s+(?:with|to)|versus|vs\.?|against|(?<!\w)from|(?:higher|lower|larger|smaller|greater|up|down)\s+than)"
    rf"\s+{_FILLERS}|"
    rf"(?:estimates?|consensus|forecasts?|expectations?|projections?)\s+(?:of|for)\s+{_FILLERS})$",
    re.IGNORECASE,
)
_SUPERSEDED = re.compile(rf"\b(?:previous(?:ly)?:?|replacing|instead\s+of|earlier|originally)\s+{_FILLERS}$", re.IGNORECASE)
_NEGATIVE = re.compile(rf"\b(?:loss|outflow|deficit)\s+{_FILLERS}$", re.IGNORECASE)
_UP_DOWN = re.compile(r"[,;(–—-]\s*(?:which\s+(?:is|was)\s+)?(?:up|down|higher|lower|an?\s+(?:\w+\s+){0,2}(?:increase|rise|growth|decrease|decline|fall|drop|gain|jump)\s+of)\s+(?:by\s+|about\s+|around\s+|nearly\s+|more\s+than\s+)*$", re.IGNORECASE)
_PARTICIPANTS = re.compile(rf"\b(?:with|across|among|by|of|in|for|to|at|from|into|over)\s+{_FILLERS}$", re.IGNORECASE)
_SMALL_COUNT = 10
"""A spelled-out or tiny count of things that no metric names numbers parts or participants."""

_BASES: list[tuple[Basis, re.Pattern[str]]] = [
    ("yoy", re.compile(r"year[-\s]on[-\s]year|year[-\s]over[-\s]year|\byoy\b|\by[-/]o[-/]y\b|\by/y\b|(?:a|one)\s+year\s+(?:earlier|ago)|year[-\s]ago|last\s+year|previous\s+year|prior\s+year|prior-year|annually", re.IGNORECASE)),
    ("qoq", re.compile(r"quarter[-\s]on[-\s]quarter|quarter[-\s]over[-\s]quarter|\bqoq\b|\bq[-/]o[-/]q\b|sequential(?:ly)?|(?:previous|prior|preceding)\s+quarter|last\s+quarter", re.IGNORECASE)),
    ("mom", re.compile(r"month[-\s]on[-\s]month|month[-\s]over[-\s]month|\bmom\b|(?:previous|prior)\s+month", re.IGNORECASE)),
    ("since", re.compile(r"\bsince\b", re.IGNORECASE)),
    ("versus", re.compile(r"\b(?:larger|smaller|faster|slower|stronger|higher|lower|better|bigger|lighter|thinner|more|fewer|less|points?\s+higher)\s+than\b|\bversus\b|compared\s+(?:to|with)\s+(?:its|the)\b", re.IGNORECASE)),
]  # fmt: skip


@dataclass
class Measurement:
    """A value with its change and previous value, or a change alone, and the metric that is measured."""

    name: str | None
    metric: Metric | None
    value: Quantity | None = None
    change: Quantity | None = None
    previous: Quantity | None = None
    direction: Direction | None = None
    basis: Basis | None = None
    fell_into_loss: bool = False

    @property
    def from_value(self) -> Number | None:
        """The previous value; a loss or outflow that a profit or inflow is compared with is negative."""
        if self.previous is None:
            return None
        negative = self.fell_into_loss and not (self.name or "").endswith("loss")
        return -self.previous.value if negative else self.previous.value

    @property
    def main(self) -> Quantity:
        """The quantity that stands for the claim."""
        quantity = self.value or self.change
        assert quantity is not None
        return quantity


def measurements(parsed: Parsed) -> list[Measurement]:
    """Return the measurements of a sentence in text order."""
    roles = _roles(parsed)
    if table := _table_row(parsed, roles):
        return [table]
    values = [_measured(parsed, q, change_only=False) for q, role in roles if role == "value"]
    found = list(values)
    for quantity, role in roles:
        if role == "change":
            if home := _home(parsed, quantity, values):
                home.change = quantity
            else:
                found.append(_measured(parsed, quantity, change_only=True))
        elif role == "previous" and (home := _before(values, quantity) or _after(values, quantity)):
            home.previous = home.previous or quantity
            home.fell_into_loss = _NEGATIVE.search(parsed.sentence.text[: quantity.start - parsed.sentence.start][-60:]) is not None
    found.sort(key=lambda m: m.main.start)
    for measurement in found:
        _describe_change(parsed, measurement, found)
    return found


def _measured(parsed: Parsed, quantity: Quantity, *, change_only: bool) -> Measurement:
    name, metric = choose_metric(parsed, quantity, change_only=change_only)
    if change_only:
        return Measurement(name, metric, change=quantity)
    return Measurement(name, metric, value=quantity)


def _table_row(parsed: Parsed, roles: Sequence[tuple[Quantity, Role]]) -> Measurement | None:
    """Return the measurement of a table's row flattened to a line: label, value, previous value, change."""
    values = [q for q, role in roles if role == "value"]
    if len(values) != 2 or values[0].kind != values[1].kind or parsed.sentence.block not in ("list_item", "paragraph"):
        return None
    text, offset = parsed.sentence.text, parsed.sentence.start
    between = text[values[0].end - offset : values[1].start - offset]
    label = text[: values[0].start - offset]
    if between.strip(" \u00a0\t|($€£¥") or not between or re.search(r"[.,;:]", label):
        return None
    row = _measured(parsed, values[0], change_only=False)
    row.previous = values[1]
    row.change = next((q for q, role in roles if role == "change" and q.start >= values[1].end), None)
    row.direction = row.change.change if row.change else _compared(values[0], values[1], "")
    row.basis = "yoy"
    return row


def _roles(parsed: Parsed) -> list[tuple[Quantity, Role]]:
    """Return each quantity with its role; "or" carries a previous value's role on ("$36.8m or $0.55 a share")."""
    roles: list[tuple[Quantity, Role]] = []
    for quantity in parsed.quantities:
        before, role_before = roles[-1] if roles else (None, "none")
        role = _role(parsed, quantity, before)
        if before and re.fullmatch(r",?\s*or\s+", _between(parsed, before, quantity)):
            if role == "value" and role_before == "previous":
                role = "previous"
            elif role == role_before == "change":
                role = "none"  # the same change in another unit: "$3.31, or 4.6%"
        roles.append((quantity, role))
    return roles


def _between(parsed: Parsed, before: Quantity, quantity: Quantity) -> str:
    return parsed.sentence.text[before.end - parsed.sentence.start : quantity.start - parsed.sentence.start]


def _role(parsed: Parsed, quantity: Quantity, before: Quantity | None) -> Role:
    text, offset = parsed.sentence.text, parsed.sentence.start
    ahead = text[: quantity.start - offset]
    behind = text[quantity.end - offset :]
    between = text[before.end - offset : quantity.start - offset] if before else ""
    if before and _same_thing_again(before, quantity, between):
        return "none"
    if any(t.start <= quantity.start and quantity.end <= t.end for t in parsed.times):
        return "none"  # a duration inside a time
    if _SUPERSEDED.search(ahead[-60:]):
        return "none"
    if _PREVIOUS.search(ahead[-60:]) or _in_brackets_with_label(parsed, quantity, ahead):
        return "previous"
    if quantity.change:
        return "change"
    if _only_identifies(quantity, ahead, behind) or _only_numbers(parsed, quantity, ahead) or _names_a_variant(parsed, quantity):
        return "none"
    return "value"


def _in_brackets_with_label(parsed: Parsed, quantity: Quantity, ahead: str) -> bool:
    """A value to compare with that brackets give under a time or a name: "(Q3 2024: €41 million)"."""
    opened = ahead.rfind("(")
    inside = parsed.sentence.start + opened
    labels = (*parsed.times, *parsed.entities)
    return ahead.rstrip().endswith(":") and opened >= 0 and any(inside < x.start and x.end <= quantity.start for x in labels)


def _same_thing_again(before: Quantity, quantity: Quantity, between: str) -> bool:
    """The second number of "12032 x 9024", or an amount repeated in another currency or unit."""
    if re.fullmatch(r"\s*(?:x|×|by)\s*", between):
        return True
    converted = quantity.kind == before.kind in ("money", "measure") and quantity.unit != before.unit
    if quantity.kind == before.kind == "money" and re.fullmatch(r"\s*[/;]\s*", between):
        return True
    return converted and re.fullmatch(r"\s*[(\[]\s*(?:about|around|approximately|some|or|c\.|~)?\s*", between) is not None


def _only_identifies(quantity: Quantity, ahead: str, behind: str) -> bool:
    """A measure in a definite phrase that identifies its noun: "the 48MP camera"."""
    definite = re.search(r"\b(?:the|its|their|this|these|those|our)\s+(?:\w+\s+){0,1}$", ahead[-30:], re.IGNORECASE)
    modifies = re.match(r"[-\s]+[a-z]", behind) is not None
    return bool(definite) and modifies and quantity.kind in ("measure", "count", "duration") and quantity.value < 1000


def _only_numbers(parsed: Parsed, quantity: Quantity, ahead: str) -> bool:
    """A count or duration that measures nothing: parts, participants, a plan's length, a streak."""
    if quantity.kind == "duration":
        labelled = parsed.sentence.block == "list_item" and ":" in ahead
        return not labelled and not metric_mentions(parsed, quantity.kind)
    if quantity.kind != "count":
        return False
    if _scopes_a_rank(parsed, quantity):
        return True
    if count_metric(parsed, quantity) is not None:
        return False
    return quantity.value < _SMALL_COUNT or _PARTICIPANTS.search(ahead[-60:]) is not None


def _scopes_a_rank(parsed: Parsed, quantity: Quantity) -> bool:
    """The breadth of a rank ("top five in over 40 countries") is its scope."""
    ranked = any(q.kind == "rank" and q.end <= quantity.start for q in parsed.quantities)
    return quantity.kind == "count" and ranked and quantity.unit in ("country", "region", "market", "category", "city")


def _names_a_variant(parsed: Parsed, quantity: Quantity) -> bool:
    """A measure in the subject of a sentence about prices tells which variant: "the 55'' model costs"."""
    if quantity.kind != "measure" or not any(q.kind == "money" for q in parsed.quantities):
        return False
    root = parsed.root(quantity.start, quantity.end)
    first_price = min(q.start for q in parsed.quantities if q.kind == "money")
    return root is not None and quantity.start < first_price and not re.search(r"\b(?:is|has|with|of)\s+(?:\w+\s+){0,2}$", parsed.sentence.text[: quantity.start - parsed.sentence.start])


def _home(parsed: Parsed, change: Quantity, values: Sequence[Measurement]) -> Measurement | None:
    """Return the value whose change this is, None where the change stands alone."""
    following = next((m for m in values if m.main.start >= change.end), None)
    if following and following.change is None and _leads_to(parsed, change, following.main):
        return following
    preceding = next((m for m in reversed(values) if m.main.end <= change.start), None)
    if preceding is None or preceding.change is not None:
        return None
    return None if _own_metric(parsed, change, preceding) else preceding


def _leads_to(parsed: Parsed, change: Quantity, value: Quantity) -> bool:
    """Tell whether a change and the value it led to stand together: "rose 5% to $3m"."""
    if any(change.end <= q.start < value.start and q.kind != "duration" for q in parsed.quantities):
        return False
    between = parsed.sentence.text[change.end - parsed.sentence.start : value.start - parsed.sentence.start]
    return len(between) < 80 and re.search(r"\b(?:to|at|reaching|totall?ing|reached|was|were)\s+(?:close\s+at\s+)?(?:\w+\s+){0,3}(?:\w+[$€£¥])?$", between, re.IGNORECASE) is not None


def _own_metric(parsed: Parsed, change: Quantity, preceding: Measurement) -> bool:
    """Tell whether a change has a metric of its own, other than that of the value before it."""
    text, offset = parsed.sentence.text, parsed.sentence.start
    if _UP_DOWN.search(text[preceding.main.end - offset : change.start - offset]):
        return False
    after = re.match(r"\s+(?:in|of)\s+(?:\w+\s+){0,2}", text[change.end - offset :])
    reach = change.end + (after.end() + 1 if after else 0)
    named = [m for m in metric_mentions(parsed, None) if preceding.main.end <= m.start < reach and m.metric.name != "growth"]
    return bool(named) and all(m.name != preceding.name for m in named)


def _before(values: Sequence[Measurement], quantity: Quantity) -> Measurement | None:
    """Return the last value before a quantity that it can be compared with: same kind, same rate."""
    return next((m for m in reversed(values) if m.main.end <= quantity.start and _comparable(m.main, quantity)), None)


def _after(values: Sequence[Measurement], quantity: Quantity) -> Measurement | None:
    return next((m for m in values if m.main.start >= quantity.end and _comparable(m.main, quantity)), None)


def _comparable(one: Quantity, other: Quantity) -> bool:
    return (one.kind, one.per) == (other.kind, other.per) or (one.kind == other.kind and one.per == "share" == other.per)


def _describe_change(parsed: Parsed, measurement: Measurement, others: Sequence[Measurement]) -> None:
    """Set a measurement's direction and basis from its change, its previous value or the clause's verb."""
    text, offset = parsed.sentence.text, parsed.sentence.start
    first = min(q.start for q in (measurement.value, measurement.change, measurement.previous) if q)
    last = max(q.end for q in (measurement.value, measurement.change, measurement.previous) if q)
    bounds = [m.main for m in others if m is not measurement]
    start = max((q.end for q in bounds if q.end <= first), default=offset) - offset
    end = min((q.start for q in bounds if q.start >= last), default=parsed.sentence.end) - offset
    clause = text[start:end]
    if measurement.change:
        measurement.direction = measurement.change.change
    elif measurement.previous and measurement.value:
        measurement.direction = "up" if (measurement.from_value or 0) < 0 else _compared(measurement.value, measurement.previous, clause)
    else:
        measurement.direction = _moved_to(text[start : first - offset])
    if measurement.direction:
        measurement.basis = next((basis for basis, cue in _BASES if cue.search(clause)), None)


def _compared(value: Quantity, previous: Quantity, clause: str) -> Direction | None:
    told = next((direction for direction, cue in movements() if cue.search(clause)), None)
    if told:
        return told
    return "up" if value.value > previous.value else "down" if value.value < previous.value else "flat"


def _moved_to(before: str) -> Direction | None:
    """Return the direction that a verb of movement before "to <value>" tells, or "unchanged at <value>"."""
    before = re.sub(r"\b(?:up|down)\s+to\s+(?:\w+\s+){0,2}$", "", before, flags=re.IGNORECASE)
    reached = re.search(r"\b(to|at)\s+(?:\w+\s+){0,2}$", before, re.IGNORECASE)
    if reached is None:
        return None
    found = [(m.end(), direction) for direction, cue in movements() for m in cue.finditer(before, 0, reached.start())]
    if not found:
        return None
    direction = max(found)[1]
    return direction if reached[1].lower() == "to" or direction == "flat" else None
