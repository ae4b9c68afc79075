"""Joins amounts that stand in a range or list, and carries unit and scale over them."""

from __future__ import annotations

from pipeline.lexicon import rows
from pipeline.stages.quantities.amounts import Amount, Numeral
from pipeline.stages.quantities.change_words import follows_past_change
from pipeline.stages.quantities.counted_nouns import counted_noun, is_plural
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.tokens import DASHES, Tokens

_COSTING = cue("costing")
"""Before "cost" where it is a verb."""
_RANGE_VERB = cue("range_verb")
_RESOLUTION = cue("resolution")
_LIST = (
    ("or",),
    ("and",),
    (",",),
    ("x",),
    ("×",),
    ("by",),
    (",", "and"),
    (",", "or"),
    ("and", "/", "or"),
    ("/",),
    ("-", "or"),
    ("-", "and"),
    ("-", "to"),
    ("-", ","),
    ("+",),
)
_EXTENTS = frozenset(
    "metre centimetre millimetre micrometre kilometre inch foot yard mile pixel dot square_metre square_foot".split()
)
"""Units of what has a length and a width, which one unit is written for: "20 x 30 cm"."""
_CHARGING = cue("charging")
_CLOSING = cue("list_closing")
_BETWEEN = 4
"""The most tokens between two amounts of a range or list."""
_STEPS = {10**3: 10**3, 10**6: 10**3, 10**9: 10**3, 10**12: 10**3}


def join(t: Tokens, amounts: list[Amount]) -> list[Amount]:
    """Return the amounts with ranges made one; units and scales are carried from right to left."""
    if len(amounts) < 2:
        return amounts
    out: list[Amount] = []
    chained = ranged = False
    for amount in reversed(amounts):
        following = out[-1] if out else None
        if following is None or not _may_join(amount, following):
            chained = False
        elif _add_smaller(t, amount, following):
            out.pop()
            chained = False
        elif _is_range(t, amount, following):
            _merge(amount, out.pop())
            chained, ranged = False, True
        else:
            chained = _link(t, amount, following, chained)
        out.append(amount)
    return _join_old_ranges(t, out[::-1]) if ranged else out[::-1]


def _join_old_ranges(t: Tokens, amounts: list[Amount]) -> list[Amount]:
    """Make "from $5 to $6" a range behind another one that it is replaced by: "to $4 to $5, from $5 to $6"."""
    ranges = [k for k, a in enumerate(amounts[:-2]) if a.upper and a.kind in ("money", "percent", "measure")]
    merged: set[Amount] = set()
    for k in ranges:
        a, b, c = amounts[k : k + 3]
        opened = t.low[b.first - 1] == "from" and _between(t, b, c) == ("to",) and b.linked is c
        if opened and a.upper and a.unit == b.unit == c.unit and _scaled_pair(b, c)[0] < c.value and not c.upper:
            _merge(b, c)
            merged.add(c)
    return [a for a in amounts if a not in merged] if merged else amounts


def _may_join(a: Amount, b: Amount) -> bool:
    return b.first - a.last <= _BETWEEN and not (a.fixed or b.fixed) and b.kind not in ("rank", "ratio")


_RATIOS: dict[tuple[str | None, str | None], int] = {
    (row["larger"], row["smaller"]): int(row["ratio"]) for row in rows("compound_units")
}


def _add_smaller(t: Tokens, a: Amount, b: Amount) -> bool:
    """Add "2 inches" to "5 feet", "50 cents" to "3 dollars"; return whether it was done."""
    if _between(t, a, b) not in ((), ("and",)) or a.upper or b.upper or b.kind not in (a.kind, None):
        return False
    if a.kind == "duration" and a.last - a.numeral.last > 1:
        return False  # "two full years and ten hard months"
    ratio = _RATIOS.get((a.unit, b.unit), 0)
    if a.kind == "money" and a.unit == b.unit and b.divisor > a.divisor == 1:
        ratio = b.divisor
    elif a.kind == "money" and b.kind is None and _bare_cents(t, a, b):
        ratio = 100
    if not ratio or b.numeral.numerator >= ratio * b.numeral.denominator or b.numeral.scale > 1:
        return False
    n, m = a.numeral, b.numeral
    if n.denominator > 1:
        return False
    below = ratio * m.denominator
    a.numeral = Numeral(n.first, m.last, n.numerator * n.scale * below + m.numerator, below, spelled=n.spelled)
    a.last, a.after, a.linked = b.last, b.after, b.linked
    return True


def _bare_cents(t: Tokens, a: Amount, b: Amount) -> bool:
    """Say whether a bare number of two digits behind whole dollars is cents: "15 dollars 50."."""
    whole = a.numeral.scale == a.divisor == 1 and not a.leading
    return whole and 10 <= b.value < 100 and b.numeral.denominator == 1 and t.words[b.last] in ("", ".", ";", ",")


def _between(t: Tokens, a: Amount, b: Amount) -> tuple[str, ...]:
    return tuple(t.low[a.last : b.first])


def _is_range(t: Tokens, a: Amount, b: Amount) -> bool:
    between = _between(t, a, b)
    if len(between) == 2 and a.kind is b.kind is None and between[0] == t.low[b.last] and t.words[a.last].isalpha():
        between = between[1:]  # "between 18,000 cars and 19,000 cars"
    if a.upper or b.upper or a.kind == "rank" or (a.signed and not (a.unit or "").startswith("degree_")):
        return False
    opened = t.low[a.first - 1]
    dashed = len(between) == 1 and between[0] in DASHES
    if dashed and t.glued[a.last] != t.glued[a.last + 1]:
        return False
    worded = between in (("to",), ("-", "to"), ("–", "to")) or (between == ("and",) and opened == "between")
    if between == ("or",) and a.kind is b.kind is None and a.numeral.spelled and b.numeral.spelled:
        return b.numeral.value() == a.numeral.value() + 1  # "one or two"
    if not (dashed or worded) or not _same_unit(a, b):
        return False
    if worded and between != ("and",) and not _is_span(t, a, b):
        return False
    low, high = _scaled_pair(a, b)
    return low < high and not _is_run(t, a, b)


def _is_run(t: Tokens, a: Amount, b: Amount) -> bool:
    """Say whether something runs from one amount to the other: "0-62mph in 8 seconds", "charges 10 to 80 per cent".

    So does what brakes from "100-0 km/h".
    """
    if b.kind == "measure":
        return 0 in (a.numeral.numerator, b.numeral.numerator) and "_per_hour" in (b.unit or "")
    return b.kind == "percent" and a.numeral.numerator < b.numeral.numerator and not _CHARGING.isdisjoint(t.vocabulary)


def _is_span(t: Tokens, a: Amount, b: Amount) -> bool:
    """Tell "15 to 20 years" from "from 15 to 20", two values, and from "rose 5% to 20%", change and level."""
    if t.low[a.first - 1] == "from":
        return _ranges(t, a.first - 2)
    if t.low[a.first - 2] == "be":
        return True  # "sales to be down 1% to 2%"
    if t.low[a.first - 1] == "by" and a.kind != "percent":
        return a.kind is None and b.kind is not None
    return (a.kind is None and b.kind is not None) or not follows_past_change(t, a.first)


def _ranges(t: Tokens, k: int) -> bool:
    """Say whether a verb of ranging stands at token `k`, or before "in" and what ranges: "ranging in size" from.

    "Tickets cost from €5 to €20" is a range, "it cut the cost from €20 to €5" is none.
    """
    if t.low[k] in _RANGE_VERB:
        return True
    if t.low[k] == "cost" and (t.low[k - 1] in _COSTING or is_plural(t.low[k - 1])):
        return True
    return any(t.low[j] == "in" and t.low[j - 1] in _RANGE_VERB for j in range(k - 1, k - 4, -1))


def _same_unit(a: Amount, b: Amount) -> bool:
    if a.kind is None:
        return b.kind is None or not b.leading
    if b.kind is None:
        return a.leading and a.kind == "money"
    return (a.kind, a.unit) == (b.kind, b.unit)


def _scaled_pair(a: Amount, b: Amount) -> tuple[float, float]:
    """Carry the scale of `b` over to `a` ("$2 to $4 million"), a step lower where it is the larger number."""
    n, m = a.numeral, b.numeral
    if m.scale > 1 and n.scale == 1 and not n.share and _carries(a, b):
        larger = n.numerator * m.denominator >= m.numerator * n.denominator
        n.scale = m.scale // _STEPS.get(m.scale, 1) if larger else m.scale
        n.plain = False
    return n.value(b.factor, b.divisor), m.value(b.factor, b.divisor)


def _carries(a: Amount, b: Amount) -> bool:
    return a.numeral.numerator < 1000 * a.numeral.denominator


def _merge(a: Amount, b: Amount) -> None:
    a.upper = b.numeral
    if b.kind is not None and not (a.leading and a.kind == "money"):
        a.kind, a.unit, a.factor, a.divisor, a.per = b.kind, b.unit, b.factor, b.divisor, b.per
    a.last, a.after = max(a.last, b.last), b.after
    a.numeral.plain = a.numeral.plain and b.numeral.plain
    a.linked = b.linked


def _is_apart(t: Tokens, a: Amount, b: Amount, between: tuple[str, ...]) -> bool:
    """Tell two amounts parted by a comma ("1,240, or 57 percent") from the last two of a list of three."""
    if a.kind is not None or b.kind is None or between not in ((",", "or"), (",", "and")):
        return False
    return not (t.words[a.first - 1] == "," and t.words[a.first - 2][:1].isdigit())


def _link(t: Tokens, a: Amount, b: Amount, chained: bool) -> bool:
    """Carry the unit of `b` to `a` where they stand in one list; return whether they do."""
    between = _between(t, a, b)
    closing = not _CLOSING.isdisjoint(between)
    spanned = between == ("to",) or (len(between) == 1 and between[0] in DASHES)
    if spanned and ((between == ("to",) and t.low[a.first - 1] == "from") or _is_run(t, a, b)):
        closing = True
    elif between not in _LIST or not (closing or chained) or _is_apart(t, a, b, between):
        return False
    if between[0] in ("x", "×") and a.kind is None and b.kind == "measure" and b.unit not in _EXTENTS:
        return False  # "2 x 700 Wh"
    a.linked = b
    if a.kind is b.kind is None and between[0] in ("x", "×") and not _RESOLUTION.isdisjoint(t.vocabulary):
        a.kind = b.kind = "measure"
        a.unit = b.unit = "pixel"
    if a.kind is None and b.kind is not None and not b.leading and not b.numeral.share:
        a.kind, a.unit, a.factor, a.divisor, a.per = b.kind, b.unit, b.factor, b.divisor, b.per
        a.numeral.plain = False
    if b.kind is None and a.kind in ("measure", "duration") and between == ("to",) and counted_noun(t, b.after) is None:
        b.kind, b.unit, b.factor, b.divisor = a.kind, a.unit, a.factor, a.divisor
    if a.kind == b.kind and a.unit == b.unit and between[0] != ",":
        _scaled_pair(a, b)
    return True
