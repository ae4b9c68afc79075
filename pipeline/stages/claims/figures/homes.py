"""Which value of a sentence a change belongs to: the one that it led to, the one before it, or none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from pipeline.language.inflection import inflected
from pipeline.records import Quantity
from pipeline.stages.claims.figures.measurement import Measurement
from pipeline.stages.claims.figures.roles import BREADTHS
from pipeline.stages.claims.metrics.mentions import metric_mentions
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.syntax import clause_head, is_finite, is_noun, is_verb, own_subject

LEAD = 80
"""Characters at most between a change and the value that it led to ("rose 5% to $3m")."""

_LED_TO = re.compile(
    r"\b(?:(?<!compared )to|at(?!\s+(?:least|most)\b)|reaching|totall?ing|reached|was|were)\s+(?:close\s+at\s+)?"
    r"(?:\w+\s+){0,3}(?:\w+[$€£¥])?$"
    r"|\bto\s+(?:an?|its|their|the)\s+(?:[\w-]+\s+){0,4}(?:high|low|record|peak|level|total|close)\s+of\s+"
    r"(?:\w+\s+)?(?:\w+[$€£¥])?$",
    re.IGNORECASE,
)
_SOME = r"(?:(?:by|about|around|nearly|almost|roughly|some|a\s+good|(?:more|less)\s+than|just|only|over|well)\s+)*"
_APPENDED = re.compile(
    r"[,;(–—-]\s*(?:(?:which\s+(?:is|was)|representing|marking|meaning)\s+)?"
    r"(?:up|down|higher|lower|an?\s+(?:\w+\s+){0,2}"
    rf"(?:increase|rise|growth|decrease|decline|fall|drop|gain|jump|improvement|cut|reduction|advance)\s+of)\s+{_SOME}$"
    r"|\b(?:beat|beats|beating|topp(?:ed|ing)|exceed(?:ed|ing)|miss(?:ed|ing)|surpass(?:ed|ing))\s[^,;]{1,60}"
    rf"\bby\s+{_SOME}$",
    re.IGNORECASE,
)
"""What joins a change to the value right before it: "$3m, up by 5%"."""
_COMMA = re.compile(rf"[,;(–—]\s*{_SOME}(?:an?\s+)?$", re.IGNORECASE)
_COMPARED = re.compile(
    r"\s+(?:(?:a|per)\s+\w+\s+|[a-z]+\s+)??"
    r"(?:(?:more|less|fewer|better|worse|\w{3,}er)\s+than|above|below|ahead\s+of|short\s+of"
    r"|(?:increase|rise|decrease|decline|fall|drop|gain|jump|improvement|reduction)\b"
    r"|(?:as\s+(?:much|many)|the|its|their|last|that)\s)",
    re.IGNORECASE,
)
"""What stands behind a change that a comma parts from its value: "$3m, 5% more than in 2019", "$3m, twice the"."""

_MOVES_ANEW = re.compile(
    r"\band\s+(?:has\s+|have\s+)?(?:cut|reduced|lowered|raised|lifted|increased|brought|slashed|trimmed|expanded|grew)\b",
    re.IGNORECASE,
)
"""Another movement, of something else."""
_BRINGS = re.compile(
    r",\s+(?:taking|bringing|lifting|pushing|raising|boosting|driving|giving|cutting)\s", re.IGNORECASE
)
"""Behind a change what it brought with it: "grew 8%, taking its share to 12%"."""
_REACHING = frozenset(inflected("reach")) | {"was", "were", "is", "are", "totalled", "totaled"}
_STANDING = frozenset(f for verb in ("trade", "close", "end", "finish", "settle") for f in inflected(verb))
"""Verbs of where a price or count is left: "gained 3 percent and traded at $69"."""
_ADDS = re.compile(
    r"\s+(?:more|less|fewer|higher|lower|faster|better|greater)\s+(?!(?:than|there|here|per|a|in|of)\b)[\w-]+",
    re.IGNORECASE,
)
"""Behind a change of what it names: "is made on a 4nm process and delivers 32% more performance"."""
_OF_METRIC = re.compile(r"\s+(?:[a-z]+\s+)?(?:in|of)\s+(?:\w+\s+){0,2}")
_OBJECT = re.compile(r"\s+(?:its|their|our)\s+(?:\w+\s+){0,2}")
"""What stands between "tripled" and the metric."""
_ABSOLUTE = ("money", "measure", "duration")
"""Kinds of amounts that move by amounts of their own kind."""
_COLUMNS = 3
"""Cells of a row, at least, where its growth is that of another than its share."""
_POINTS = frozenset({"percentage_point", "basis_point"})


def home_of(
    parsed: Parsed, change: Quantity, values: Sequence[Measurement], idle: Sequence[Quantity]
) -> Measurement | None:
    """Return the value of `values` whose change this is, None where the change stands alone."""
    following = next((m for m in values if m.main.start >= change.end), None)
    fits = following is not None and following.change is None and _may_move(following.main, change)
    if following and fits and _leads_to(parsed, change, following.main, idle):
        return following
    before = [m for m in values if m.main.end <= change.start and _may_move(m.main, change)]
    if parsed.row is not None and change.unit == "percent" and len(parsed.row.cells) >= _COLUMNS:
        before = [m for m in before if m.main.kind != "percent" or _is_of_period(parsed, m.main)]
    if change.kind in _ABSOLUTE:
        before = [m for m in before if m.main.unit == change.unit] or before
    meant = [m for m in before if not _passed_over(parsed, m, change)] or before
    preceding = meant[-1] if meant else None
    if preceding is None or preceding.change is not None or _has_own_metric(parsed, change, preceding):
        return None
    return None if _is_aside(parsed, preceding.main, change) else preceding


def _is_of_period(parsed: Parsed, value: Quantity) -> bool:
    """Tell whether a cell stands under a period: a column of shares beside one of growth does not."""
    column = parsed.row.over(value.start) if parsed.row is not None else None
    return column is not None and bool(column.times)


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
    if _MOVES_ANEW.search(between) or (_BRINGS.match(between) and _names_another(parsed, change, value)):
        return False  # "doubled the number of inspectors and cut the failure rate to 80"
    verbs = [token for token in parsed.tokens(change.end, value.start) if is_finite(token)]
    mover = own_subject(verbs[0]) if verbs else None
    if mover is not None and is_noun(mover) and parsed.starts[mover.i] > change.end:
        return False  # "5% more than in 2021, and profit was $3m"
    if not verbs or verbs[0].lower_ in _REACHING:
        return True
    return verbs[0].lower_ in _STANDING and own_subject(verbs[0]) is None  # no "doubled and brings its funding to $71m"


def _names_another(parsed: Parsed, change: Quantity, value: Quantity) -> bool:
    """Tell whether another metric is named between a change and a value than before the change."""
    named = metric_mentions(parsed, None)
    before = {m.name for m in named if m.end <= change.start}
    between = [m.name for m in named if change.end <= m.start and m.end <= value.start]
    return bool(before and between) and between[-1] not in before


def _in_brackets(parsed: Parsed, quantity: Quantity) -> bool:
    """Tell whether a figure stands inside brackets."""
    ahead = parsed.ahead(quantity.start)
    return ahead.rfind("(") > ahead.rfind(")") and ")" in parsed.behind(quantity.end)


def _has_own_metric(parsed: Parsed, change: Quantity, preceding: Measurement) -> bool:
    """Tell whether a change has a metric of its own, other than that of the value before it."""
    between = parsed.between(preceding.main.end, change.start)
    if _ADDS.match(parsed.behind(change.end)) and any(
        is_finite(t) or t.tag_ == "VBG" for t in parsed.tokens(preceding.main.end, change.start)
    ):
        return True
    moved = parsed.root(change.start, change.end)
    object_of = moved is not None and is_verb(moved) and _OBJECT.match(parsed.behind(change.end))
    compared = not object_of and _COMMA.search(between) and _COMPARED.match(parsed.behind(change.end))
    if _APPENDED.search(between) or compared:
        return False
    if moved is not None and _is_of_another(parsed, moved, preceding):
        return True
    after = object_of or _OF_METRIC.match(parsed.behind(change.end))
    reach = change.end + (after.end() + 1 if after else 0)
    counted = 2 if preceding.main.kind == "count" else 0  # the "units" of "shipped 7m units, a 5% rise"
    begin = change.start if object_of else preceding.main.end + counted
    named = [m for m in metric_mentions(parsed, None) if begin <= m.start < reach and m.metric.name != "growth"]
    return bool(named) and all(m.name != preceding.name for m in named)


def _is_of_another(parsed: Parsed, moved: Token, preceding: Measurement) -> bool:
    """Tell whether the clause of a change has a subject of its own behind the value, which names another metric.

    "A share of 13%; its shipments fell 3%".
    """
    verb = clause_head(moved)
    mover = own_subject(verb)
    if mover is None or not is_finite(verb) or parsed.starts[mover.i] < preceding.main.end:
        return False
    start, end = parsed.span(list(mover.subtree))
    named = [m for m in metric_mentions(parsed, None) if start <= m.start < end]
    return bool(named) and all(m.name != preceding.name for m in named)
