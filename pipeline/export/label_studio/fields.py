"""The fields of a record as lines `field: value` that a person can edit, and back.

Of a claim only those are written that its relations do not tell: `linked` is what they tell.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from pipeline.records import Entity, Quantity, Record, Time

Fields = dict[str, Any]

NOTHING = "∅"
"""Stands for null where the relations would tell a value."""

CHOICES = {
    "entities": ("form",),
    "quantities": ("bound", "change"),
    "times": (),
    "claims": ("stance",),
}
"""Fields that have a control of their own, by table."""

FLAGS = ("negated", "quoted")
LABELS = {"entities": "label", "quantities": "kind", "times": "kind", "claims": "type"}
"""The field that is the region's label, by table."""

_PLACE = {"doc_id", "sentence_id", "quantity_id", "time_id", "claim_id", "start", "end", "text"}
_UNSEEN = _PLACE | {"confidence", "evidence", *FLAGS}
_NUMBERS = {"value", "value_max", "from_value"}


def text_fields(table: str, record: Record, linked: Mapping[str, Any]) -> list[str]:
    """Return the lines for a record of `table` whose relations tell the flat fields `linked`."""
    hidden = {LABELS[table], *CHOICES[table]} | (_UNSEEN if table == "claims" else _PLACE)
    shown = record.model_dump(mode="json", exclude=hidden)
    if table == "claims":
        shown["quantity_id"] = getattr(record, "quantity_id", None)
    own = flat(shown)
    names = dict.fromkeys([*own, *linked])
    return [f"{name}: {_shown(own.get(name))}" for name in names if own.get(name) != linked.get(name)]


def read_fields(table: str, lines: Iterable[str], linked: Mapping[str, Any]) -> Fields:
    """Return the nested fields of a record; raises ValueError for a line without a colon or a bad number."""
    out = dict(linked)
    for line in lines:
        name, colon, value = (part.strip() for part in line.partition(":"))
        if not colon:
            raise ValueError(f"{line!r} is no line 'field: value'")
        out[name] = _read(table, name, value)
    return nested(out)


def _shown(value: Any) -> str:
    if value is None:
        return NOTHING
    if isinstance(value, str):
        plain = value == value.strip() and len(value.splitlines()) == 1 and value[0] != '"' and value != NOTHING
        return value if plain else json.dumps(value)
    return json.dumps(value)


def _read(table: str, name: str, value: str) -> Any:
    if value == NOTHING:
        return None
    if value.startswith('"'):
        return json.loads(value)
    if table == "times" or name.rpartition(".")[2] not in _NUMBERS:
        return value
    try:
        return json.loads(value.replace(",", ""))
    except json.JSONDecodeError:
        raise ValueError(f"{name}: {value!r} is no number") from None


def flat(fields: Mapping[str, Any], prefix: str = "") -> Fields:
    """Return nested fields under dotted names; fields that are null are left out."""
    out: Fields = {}
    for name, value in fields.items():
        if isinstance(value, Mapping):
            out |= flat(value, f"{prefix}{name}.")
        elif value is not None:
            out[prefix + name] = value
    return out


def nested(fields: Mapping[str, Any]) -> Fields:
    """Return dotted names as nested fields, without null ones."""
    out: Fields = {}
    for name, value in fields.items():
        *outer, last = name.split(".")
        home = out
        for part in outer:
            home = home.setdefault(part, {})
        if value is not None:
            home[last] = value
    return {name: value for name, value in out.items() if value != {}}


def told(role: str, target: Record) -> Fields:
    """Return the flat fields of a claim that a relation to `target` tells; {} where the role does not fit it."""
    if role == "subject" and isinstance(target, Entity):
        return {"subject.text": target.text, "subject.name": target.name, "subject.entity_id": target.entity_id}
    if role in ("speaker", "source") and isinstance(target, Entity):
        return {role: target.name}
    if role == "period" and isinstance(target, Time):
        days = target.model_dump(mode="json", include={"first_day", "last_day"})
        return flat({"period": {"text": target.text, **days}})
    if role in ("value", "change") and isinstance(target, Quantity):
        return flat(_measured(role, target))
    return {}


def _measured(role: str, q: Quantity) -> Fields:
    amount = {"quantity_id": q.quantity_id, "value": q.value, "value_max": q.value_max, "unit": q.unit}
    return {**amount, "bound": q.bound} if role == "value" else {"change": {**amount, "direction": q.change}}
