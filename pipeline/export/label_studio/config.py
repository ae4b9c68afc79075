"""The labeling configuration that the tasks belong to: paste it into the project's settings."""

from __future__ import annotations

from typing import get_args
from xml.etree import ElementTree as ET

from pipeline.export.annotated import ROLES
from pipeline.export.label_studio.fields import FLAGS
from pipeline.export.label_studio.tasks import TEXT
from pipeline.records import Bound, ClaimType, EntityForm, EntityLabel, QuantityKind, Stance, TimeKind, Trend

_LABELS = {
    "entities": (EntityLabel, "#5b8def"),
    "quantities": (QuantityKind, "#2a9d5c"),
    "times": (TimeKind, "#b07d00"),
    "claims": (ClaimType, "#9b59b6"),
}
_CHOICES = {
    "form": ("entities", EntityForm),
    "bound": ("quantities", Bound),
    "change": ("quantities", Trend),
    "stance": ("claims", Stance),
}


def label_config() -> str:
    """Return the configuration as XML: labels by table, choices and the text box by region, relations."""
    view = ET.Element("View")
    ET.SubElement(view, "Style").text = ".htx-text { white-space: pre-wrap; }"
    ET.SubElement(view, "Header", value="$title")
    for table, (values, color) in _LABELS.items():
        labels = ET.SubElement(view, "Labels", name=table, toName=TEXT, showInline="true")
        for value in get_args(values):
            ET.SubElement(labels, "Label", value=value, background=color)
    ET.SubElement(view, "Text", name=TEXT, value=f"${TEXT}")
    relations = ET.SubElement(view, "Relations")
    for role in ROLES:
        ET.SubElement(relations, "Relation", value=role)
    for name, (table, values) in _CHOICES.items():
        _choices(view, name, table, get_args(values), "single")
    _choices(view, "flags", "claims", FLAGS, "multiple")
    ET.SubElement(view, "TextArea", name="fields", toName=TEXT, perRegion="true", editable="true", maxSubmissions="30",
                  placeholder="field: value", displayMode="region-list")  # fmt: skip
    ET.indent(view)
    return ET.tostring(view, encoding="unicode") + "\n"


def _choices(view: ET.Element, name: str, table: str, values: tuple[str, ...], choice: str) -> None:
    control = ET.SubElement(view, "Choices", name=name, toName=TEXT, perRegion="true", choice=choice,
                            visibleWhen="region-selected", whenTagName=table)  # fmt: skip
    for value in values:
        ET.SubElement(control, "Choice", value=value)
