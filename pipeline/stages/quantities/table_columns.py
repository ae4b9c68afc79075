"""What the bare numbers of a table are, as a label or the head of a column says, and the readings of its cells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.records import Number, QuantityKind
from pipeline.stages.quantities.counted_nouns import counted_noun
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.numerals import digits
from pipeline.stages.quantities.rates import rate_behind
from pipeline.stages.quantities.reading import Reading
from pipeline.stages.quantities.scales import scale_factor
from pipeline.stages.quantities.tokens import Tokens
from pipeline.stages.quantities.units import unit_at

_THOUSAND = 1000
_SCALED = re.compile(r"\((?:in\s+)?(['’‘]?000s?|thousands?|millions?|mn|m|bn|billions?)\)", re.IGNORECASE)
"""The scale in brackets in a label of what is counted: "Guests carried ('000)"."""
_UNCOUNTED_ROW = cue("uncounted_row")


@dataclass(frozen=True, slots=True)
class Column:
    """What the bare numbers of a row or column are: kind, unit, scale and rate."""

    kind: QuantityKind
    unit: str
    factor: int = 1
    divisor: int = 1
    per: str | None = None


def measured_in(label: Tokens) -> Column | None:
    """Return the unit in brackets in a label: "Floor area (m2)"."""
    for k in range(label.first, label.last):
        if label.words[k] in "([":
            found = unit_at(label, k)
            if found:
                unit = found[0]
                return Column(unit.kind, unit.name, unit.factor.numerator, unit.factor.denominator, unit.per)
    return None


def number_of(head: Tokens) -> Column | None:
    """Return what a column counts under a head such as "Number of shares"."""
    first = head.first
    noun = counted_noun(head, first + 2) if head.low[first : first + 2] == ["number", "of"] else None
    return Column("count", noun[0]) if noun else None


def counted_in(label: Tokens) -> Column | None:
    """Return what a label such as "Parcels a day" counts; "Revenues" counts nothing."""
    noun = counted_noun(label, label.first)
    if noun is None or noun[0] in _UNCOUNTED_ROW:
        return None
    scale = _SCALED.search("".join(label.words[label.first : label.last]))
    factor = (
        _THOUSAND if scale and "000" in scale[1] else (scale_factor(scale[1].lower().rstrip("s")) or 1) if scale else 1
    )
    return Column("count", noun[0], factor, per=rate_behind(label, noun[1]))


def scaled_count(t: Tokens, i: int, factor: int) -> Column | None:
    """Return what a head measures or counts behind its scale: "millions of units", "thousand tonnes"."""
    measure = unit_at(t, i)
    if measure:
        unit = measure[0]
        return Column(unit.kind, unit.name, factor * unit.factor.numerator, unit.factor.denominator, unit.per)
    noun = counted_noun(t, i)
    return Column("count", noun[0], factor) if noun else None


def column_reading(cell: re.Match[str], column: Column) -> Reading:
    """Return a cell that `table_rows` has found as what its row or column holds: the number, or both of a range."""
    value = _value(cell[3], column, negative=bool(cell[1]) or cell[2] in ("-", "−", "–"))
    upper = _value(cell[4], column) if cell[4] else None
    value_max = upper if upper and upper > value else None
    start = cell.start() + (cell[2] == "+")
    return Reading(start, cell.end(), column.kind, value, value_max, column.unit, None, None, column.per)


def _value(cell: str, column: Column, *, negative: bool = False) -> Number:
    numerator, denominator = digits(cell) or (0, 1)
    numerator *= -column.factor if negative else column.factor
    denominator *= column.divisor
    return numerator // denominator if numerator % denominator == 0 else numerator / denominator
