"""When a predicted row counts as right: the levels of each table, from lenient to strict."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from pipeline.language.inflection import singular

Row = dict[str, Any]
Test = Callable[[Row, Row], bool]

PLACES = {"GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE"}
"""Labels that the contract counts as one."""

_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)


def close(gold: float | None, found: float | None) -> bool:
    """Tell whether two values are equal: relative tolerance 1e-4, None only equal to None."""
    if gold is None or found is None:
        return gold is found
    return abs(gold - found) <= 1e-4 * max(abs(gold), abs(found))


def trimmed(row: Row) -> tuple[int, int]:
    """Return a row's span without a leading article and surrounding white space."""
    text = row["text"]
    match = _ARTICLE.match(text)
    start = row["start"] + (match.end() if match else len(text) - len(text.lstrip()))
    return start, row["end"] - (len(text) - len(text.rstrip()))


def label(row: Row) -> str:
    """Return an entity's label with the labels of places merged."""
    return PLACES.get(row["label"], str(row["label"]))


def head_noun(unit: str | None) -> str | None:
    """Return a counted noun's head: its last word, singular."""
    return singular(re.split(r"[\s_]", unit.strip())[-1]) if unit else unit


def same_name(gold: str | None, found: str | None) -> bool:
    """Tell whether two canonical names are the same, case and leading article apart."""
    if gold is None or found is None:
        return gold is found
    return _ARTICLE.sub("", gold, count=1).casefold() == _ARTICLE.sub("", found, count=1).casefold()


def _equal(*fields: str) -> Test:
    return lambda gold, found: all(gold.get(name) == found.get(name) for name in fields)


def _same_span(gold: Row, found: Row) -> bool:
    return trimmed(gold) == trimmed(found)


def _always(_gold: Row, _found: Row) -> bool:
    return True


def _normalized(gold: Row, found: Row) -> bool:
    counts = gold["kind"] == "count"
    units = (head_noun(row.get("unit")) if counts else row.get("unit") for row in (gold, found))
    return (
        gold["kind"] == found["kind"]
        and close(gold.get("value"), found.get("value"))
        and close(gold.get("value_max"), found.get("value_max"))
        and len(set(units)) == 1
    )


def _same_value(gold: Row, found: Row) -> bool:
    return (
        close(gold.get("value"), found.get("value"))
        and close(gold.get("value_max"), found.get("value_max"))
        and head_noun(gold.get("unit")) == head_noun(found.get("unit"))
    )


def _same_change(gold: Row, found: Row) -> bool:
    one, other = gold.get("change"), found.get("change")
    if not one or not other:
        return not one and not other
    return one["direction"] == other["direction"] and close(one.get("value"), other.get("value"))


def _same_subject(gold: Row, found: Row) -> bool:
    return same_name(gold["subject"]["name"], found["subject"]["name"])


def _same_period(gold: Row, found: Row) -> bool:
    days = [
        (period.get("first_day"), period.get("last_day")) if period else (None, None)
        for period in (gold.get("period"), found.get("period"))
    ]
    return days[0] == days[1]


FIELDS: Mapping[str, Test] = {
    "type": _equal("type"),
    "subject": _same_subject,
    "metric": _equal("metric"),
    "value": _same_value,
    "change": _same_change,
    "stance": _equal("stance"),
    "negated": lambda gold, found: bool(gold.get("negated")) == bool(found.get("negated")),
    "period": _same_period,
    "speaker": lambda gold, found: same_name(gold.get("speaker"), found.get("speaker")),
    "source": lambda gold, found: same_name(gold.get("source"), found.get("source")),
    "scope": lambda gold, found: same_name(gold.get("scope"), found.get("scope")),
    "quoted": lambda gold, found: bool(gold.get("quoted")) == bool(found.get("quoted")),
}
"""The fields of a claim that are compared one by one over paired claims."""


def _fields(*names: str) -> Test:
    return lambda gold, found: all(FIELDS[name](gold, found) for name in names)


CORE = ("type", "subject", "metric", "value", "change")

LEVELS: Mapping[str, Mapping[str, Test]] = {
    "documents": {
        "detected": _always,
        "title": _equal("title"),
        "published": _equal("published"),
        "company": lambda gold, found: same_name(gold.get("company"), found.get("company")),
    },
    "sentences": {"span": _same_span, "block": lambda g, f: _same_span(g, f) and g["block"] == f["block"]},
    "entities": {
        "overlap": lambda g, f: label(g) == label(f),
        "strict": lambda g, f: label(g) == label(f) and _same_span(g, f),
    },
    "quantities": {
        "detected": _equal("kind"),
        "normalized": _normalized,
        "full": lambda g, f: _normalized(g, f) and _equal("bound", "change")(g, f),
    },
    "times": {"detected": _always, "resolved": _equal("first_day", "last_day")},
    "claims": {
        "detected": _always,
        "typed": FIELDS["type"],
        "core": _fields(*CORE),
        "full": _fields(*CORE, "stance", "period", "speaker", "source"),
    },
}
"""Per table the levels, by name, that a pair of gold and predicted row reaches or not."""

GROUPS: Mapping[str, str] = {
    "sentences": "block",
    "entities": "label",
    "quantities": "kind",
    "times": "kind",
    "claims": "type",
}
"""The field that a table's scores are broken down by."""
