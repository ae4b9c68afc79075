"""Measurements: one value with the change and the previous value that belong to it, or a change alone.

Each is the core of one numeric claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.language.inflection import inflected
from pipeline.records import Basis, Direction, Number, Quantity
from pipeline.stages.claims.figures.former import REACH
from pipeline.stages.claims.figures.movement import basis_of, compared, moved_to, stays
from pipeline.stages.claims.figures.roles import BREADTHS, Role, roles
from pipeline.stages.claims.metrics import Named, choose_metric
from pipeline.stages.claims.metrics.mentions import metric_mentions
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.ranking import Choice
from pipeline.stages.claims.syntax import clause_head, is_finite, is_verb, own_subject
from pipeline.stages.claims.vocabulary import Metric, figure_cue

LEAD = 80
"""Characters at most between a change and the value that it led to ("rose 5% to $3m")."""

_LED_TO = re.compile(
    r"\b(?:(?<!compared )to|at|reaching|totall?ing|reached|was|were)\s+(?:close\s+at\s+)?"
    r"(?:\w+\s+){0,3}(?:\w+[$€£¥])?$"
    r"|\bto\s+(?:an?|its|their|the)\s+(?:[\w-]+\s+){0,4}(?:high|low|record|peak|level|total|close)\s+of\s+"
    r"(?:\w+\s+)?(?:\w+[$€£¥])?$",
    re.IGNORECASE,
)
_SOME = r"(?:(?:by|about|around|nearly|almost|roughly|some|a\s+good|(?:more|less)\s+than|just|only|over|well)\s+)*"
_APPENDED = re.compile(
    rf"[,;(–—-]\s*(?:(?:which\s+(?:is|was)|representing|marking|meaning)\s+)?(?:up|down|higher|lower|an?\s+(?:\w+\s+){{0,2}}"
    rf"(?:increase|rise|growth|decrease|decline|fall|drop|gain|jump|improvement|cut|reduction|advance)\s+of)\s+{_SOME}$"
    rf"|\b(?:beat|beats|beating|topp(?:ed|ing)|exceed(?:ed|ing)|miss(?:ed|ing)|surpass(?:ed|ing))\s[^,;]{{1,60}}\bby\s+{_SOME}$",
    re.IGNORECASE,
)
"""What joins a change to the value right before it: "$3m, up by 5%"."""
_COMMA = re.compile(rf"[,;(–—]\s*{_SOME}(?:an?\s+)?$", re.IGNORECASE)
_COMPARED = re.compile(
    r"\s+(?:(?:a|per)\s+\w+\s+|[a-z]+\s+)??(?:(?:more|less|fewer|better|worse|\w{3,}er)\s+than|above|below|ahead\s+of|short\s+of"
    r"|(?:increase|rise|decrease|decline|fall|drop|gain|jump|improvement|reduction)\b"
    r"|(?:as\s+(?:much|many)|the|its|their|last|that)\s)",
    re.IGNORECASE,
)
"""What stands behind a change that a comma parts from its value: "$3m, 5% more than in 2019", "$3m, twice the sum of"."""

_MOVES_ANEW = re.compile(
    r"\band\s+(?:has\s+|have\s+)?(?:cut|reduced|lowered|raised|lifted|increased|brought|slashed|trimmed|expanded|grew)\b",
    re.IGNORECASE,
)
"""Another movement, of something else."""
_MOVED_FROM = re.compile(r"[,;(]\s*(up|higher|down|lower)\s+from\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_RISING = frozenset(("up", "higher"))
_PIECES = re.compile(r"[,;(]|\band\b")
_REACHING = frozenset(inflected("reach")) | {"was", "were", "is", "are", "totalled", "totaled"}
_STANDING = frozenset(f for verb in ("trade", "close", "end", "finish", "settle") for f in inflected(verb))
"""Verbs of where a price or count is left: "gained 3 percent and traded at $69"."""
_OF_METRIC = re.compile(r"\s+(?:[a-z]+\s+)?(?:in|of)\s+(?:\w+\s+){0,2}")
_OBJECT = re.compile(r"\s+(?:its|their|our)\s+(?:\w+\s+){0,2}")
"""What stands between "tripled" and the metric."""
_ABSOLUTE = ("money", "measure", "duration")
"""Kinds of amounts that move by amounts of their own kind."""
_POINTS = frozenset({"percentage_point", "basis_point"})
_CELLS = " \u00a0\t|($€£¥"
"""What may stand between two cells of a table's row."""


@dataclass
class Measurement:
    """A value with its change and previous value, or a change alone, and the metric that is measured."""

    naming: Choice[Named]
    role: Choice[Role]
    value: Quantity | None = None
    change: Quantity | None = None
    previous: Quantity | None = None
    direction: Direction | None = None
    basis: Basis | None = None
    from_below: bool = False

    @property
    def name(self) -> str | None:
        """The metric's name."""
        return self.naming.value.name

    @property
    def metric(self) -> Metric | None:
        """The metric's entry in the vocabulary, where it has one."""
        return self.naming.value.metric

    @property
    def from_value(self) -> Number | None:
        """The previous value; a loss or outflow that a profit or inflow is compared with is negative."""
        if self.previous is None:
            return None
        negative = self.from_below and not (self.name or "").endswith("loss")
        return -self.previous.value if negative else self.previous.value

    @property
    def main(self) -> Quantity:
        """The quantity that stands for the claim."""
        quantity = self.value or self.change
        assert quantity is not None
        return quantity

    @property
    def parts(self) -> list[Quantity]:
        """The quantities that the measurement is made of."""
        return [part for part in (self.value, self.change, self.previous) if part]


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
            if home := _home(parsed, quantity, values, idle):
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
    if len(values) != 2 or values[0].kind != values[1].kind or parsed.sentence.block == "heading":
        return None
    between = parsed.between(values[0].end, values[1].start)
    if between.strip(_CELLS) or not between or re.search(r"[.,;:]", parsed.ahead(values[0].start)):
        return None
    row = _measured(parsed, *figures[0], before)
    row.previous = values[1]
    row.change = next((q for q, role in known if role.value == "change" and q.start >= values[1].end), None)
    row.direction = row.change.change if row.change else compared(values[0], values[1], "")
    row.basis = "yoy"
    return row


def _home(
    parsed: Parsed, change: Quantity, values: Sequence[Measurement], idle: Sequence[Quantity]
) -> Measurement | None:
    """Return the value whose change this is, None where the change stands alone."""
    following = next((m for m in values if m.main.start >= change.end), None)
    fits = following is not None and following.change is None and _may_move(following.main, change)
    if following and fits and _leads_to(parsed, change, following.main, idle):
        return following
    before = [m for m in values if m.main.end <= change.start and _may_move(m.main, change)]
    if change.kind in _ABSOLUTE:
        before = [m for m in before if m.main.unit == change.unit] or before
    preceding = next((m for m in reversed(before) if not _passed_over(parsed, m, change)), (before or [None])[-1])
    if preceding is None or preceding.change is not None or _has_own_metric(parsed, change, preceding):
        return None
    return None if _is_aside(parsed, preceding.main, change) else preceding


def _may_move(value: Quantity, change: Quantity) -> bool:
    """Tell whether a change may be one of a value: money and measures move by their own kind, a share by points."""
    if change.unit in _POINTS:
        return value.kind == "percent"
    return value.kind == change.kind or change.kind not in _ABSOLUTE


def _passed_over(parsed: Parsed, value: Measurement, change: Quantity) -> bool:
    """Tell whether a change is of a value before this one: "9m users (17%) in 52 countries, up 5%"."""
    bracketed = _in_brackets(parsed, value.main) and not _in_brackets(parsed, change)
    return bracketed or value.main.unit in BREADTHS


def _is_aside(parsed: Parsed, value: Quantity, change: Quantity) -> bool:
    """Tell whether a value stands in a relative clause before the change: "X, which makes up 88%, rose 19%"."""
    figure, moved = parsed.root(value.start, value.end), parsed.root(change.start, change.end)
    if figure is None or moved is None:
        return False
    clause = clause_head(figure)
    between = parsed.tokens(value.end, change.start)
    return clause.dep_ == "relcl" and not clause.is_ancestor(moved) and any(is_finite(token) for token in between)


def _leads_to(parsed: Parsed, change: Quantity, value: Quantity, idle: Sequence[Quantity]) -> bool:
    """Tell whether a change and the value it led to stand together: "rose 5% to $3m"."""
    if _in_brackets(parsed, change) and not _in_brackets(parsed, value):
        return False  # "rose 8% (4% in local currency) to $5m"
    others = (q for q in parsed.quantities if q.kind != "duration" and q not in idle and not _in_brackets(parsed, q))
    if any(change.end <= q.start < value.start for q in others):
        return False
    between = parsed.between(change.end, value.start)
    if len(between) >= LEAD or _LED_TO.search(between) is None:
        return False
    if _MOVES_ANEW.search(between):
        return False  # "doubled the number of inspectors and cut the failure rate to 80"
    verbs = [token for token in parsed.tokens(change.end, value.start) if is_finite(token)]
    if not verbs or verbs[0].lower_ in _REACHING:
        return True
    return verbs[0].lower_ in _STANDING and own_subject(verbs[0]) is None  # no "doubled and brings its funding to $71m"


def _in_brackets(parsed: Parsed, quantity: Quantity) -> bool:
    """Tell whether a figure stands inside brackets."""
    ahead = parsed.ahead(quantity.start)
    return ahead.rfind("(") > ahead.rfind(")") and ")" in parsed.behind(quantity.end)


def _has_own_metric(parsed: Parsed, change: Quantity, preceding: Measurement) -> bool:
    """Tell whether a change has a metric of its own, other than that of the value before it."""
    between = parsed.between(preceding.main.end, change.start)
    if _APPENDED.search(between) or (_COMMA.search(between) and _COMPARED.match(parsed.behind(change.end))):
        return False
    moved = parsed.root(change.start, change.end)
    object_of = moved is not None and is_verb(moved) and _OBJECT.match(parsed.behind(change.end))
    after = object_of or _OF_METRIC.match(parsed.behind(change.end))
    reach = change.end + (after.end() + 1 if after else 0)
    counted = 2 if preceding.main.kind == "count" else 0  # the "units" of "shipped 7m units, a 5% rise"
    begin = change.start if object_of else preceding.main.end + counted
    named = [m for m in metric_mentions(parsed, None) if begin <= m.start < reach and m.metric.name != "growth"]
    return bool(named) and all(m.name != preceding.name for m in named)


def _compare(parsed: Parsed, previous: Quantity, values: Sequence[Measurement]) -> None:
    """Give a previous value to the value that it can be compared with: the last before it, else the next."""
    fit = [m for m in values if _comparable(m.main, previous)]
    fit = fit or [m for m in values if previous.per is None and m.main.kind == previous.kind]  # "85c a share, up from 70c"
    before = [m for m in reversed(fit) if m.main.end <= previous.start]
    told = _MOVED_FROM.search(parsed.ahead(previous.start, REACH))
    risen = told is not None and told[1].lower() in _RISING
    moved = [m for m in before if told and (m.main.value > previous.value) == risen]
    home = next(iter((*moved, *before, *fit)), None)
    if home is not None and home.previous is None:
        home.previous = previous
        home.from_below = figure_cue("negative").search(parsed.ahead(previous.start, REACH)) is not None


def _comparable(one: Quantity, other: Quantity) -> bool:
    return (one.kind, one.per) == (other.kind, other.per)


_LESSENED = re.compile(r"\W*(?:times\s+)?(?:less|lower|fewer|smaller|shorter|lighter|cheaper|slower)\b", re.IGNORECASE)


def _multiplied(parsed: Parsed, change: Quantity) -> Direction:
    """Return which way a multiple moves ("three times the figure of 2019"): up, unless it lessens."""
    return "down" if _LESSENED.match(parsed.behind(change.end)) else "up"


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
