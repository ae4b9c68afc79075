"""How the tests write quantities down: "span = kind value unit", with "~ > ≥ < ≤" for bounds, "↑ ↓" for changes."""

from __future__ import annotations

from pipeline.stages.quantities import quantities_in

_BOUNDS = {None: "", "approx": "~", "gt": ">", "ge": "≥", "lt": "<", "le": "≤"}
_CHANGES = {None: "", "up": " ↑", "down": " ↓"}


def facts(text: str) -> list[str]:
    """Return each quantity of `text` as one line."""
    out = []
    for q in quantities_in(text):
        value = f"{q.value:.10g}" if isinstance(q.value, float) else str(q.value)
        upper = "" if q.value_max is None else f"..{q.value_max:.10g}"
        unit = f" {q.unit}" if q.unit else ""
        per = f" /{q.per}" if q.per else ""
        line = f"{text[q.start : q.end]} = {q.kind} {_BOUNDS[q.bound]}{value}{upper}{unit}{_CHANGES[q.change]}{per}"
        out.append(line)
    return out
