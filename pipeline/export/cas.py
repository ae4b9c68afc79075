"""Articles as UIMA CAS in XMI, by dkpro-cassis: what INCEpTION imports ("UIMA CAS XMI (XML 1.0)").

Names are DKPro's NamedEntity, so that INCEpTION shows them in its own layer; quantities, times and claims are
custom layers, the parts of a claim its slots.  XMI offsets count UTF-16 units; cassis converts them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from cassis import Cas, TypeSystem

from pipeline.export.annotated import Annotated, Mark
from pipeline.export.label_studio.fields import flat
from pipeline.records import Change, Claim, Entity, Period, Quantity, Record, Subject, Time

DKPRO = "de.tudarmstadt.ukp.dkpro.core.api"
SENTENCE, NAME = f"{DKPRO}.segmentation.type.Sentence", f"{DKPRO}.ner.type.NamedEntity"
LAYERS = {"entities": NAME, "quantities": "webanno.custom.Quantity", "times": "webanno.custom.Time",
          "claims": "webanno.custom.Claim"}  # fmt: skip
SLOT = "webanno.custom.ClaimArgumentsLink"

_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PLACE = {"doc_id", "sentence_id", "start", "end", "text", "evidence", "ids"}
_RENAMED = {"type": "claim_type"}
"""A feature called `type` would hide the CAS's own."""

_NESTED: dict[str, type[Record]] = {"subject": Subject, "change": Change, "period": Period}


def type_system() -> TypeSystem:
    """Return the types of the layers; numbers are strings, as a UIMA float does not hold 53700000000."""
    types = TypeSystem()
    types.create_type(SENTENCE)
    for table, model in (("entities", Entity), ("quantities", Quantity), ("times", Time), ("claims", Claim)):
        layer = types.create_type(LAYERS[table])
        for name in _features(model):
            types.create_feature(layer, name, "uima.cas.String")
    slot = types.create_type(SLOT, "uima.cas.TOP")
    types.create_feature(slot, "role", "uima.cas.String")
    types.create_feature(slot, "target", "uima.tcas.Annotation")
    types.create_feature(LAYERS["claims"], "arguments", "uima.cas.FSArray", elementType=SLOT)
    return types


def _features(model: type[Record]) -> list[str]:
    if model is Entity:  # as INCEpTION's built-in layer has them
        return ["value", "identifier"]
    out = []
    for name in model.model_fields:
        if model is Claim and name in _NESTED:
            out += [f"{name}_{inner}" for inner in _NESTED[name].model_fields]
        elif name not in _PLACE:
            out.append(_RENAMED.get(name, name))
    return out


def cas_files(articles: Sequence[Annotated]) -> dict[str, str]:
    """Return the files of the export by name: `TypeSystem.xml` and `<doc_id>.xmi` for each article."""
    files = {"TypeSystem.xml": str(type_system().to_xml())}
    return files | {f"{article.document.doc_id}.xmi": str(_cas(article).to_xmi()) for article in articles}


def _cas(article: Annotated) -> Cas:
    types = type_system()
    cas = Cas(types)
    cas.sofa_string, cas.sofa_mime = _clean(article.text), "text/plain"
    first = article.document.start
    for sentence in article.sentences:
        cas.add(types.get_type(SENTENCE)(begin=sentence.start - first, end=sentence.end - first))
    added = {}
    for mark in article.marks:
        layer = types.get_type(LAYERS[mark.table])
        added[mark.id] = layer(begin=mark.start, end=mark.end, **_values(mark))
    array, slot = types.get_type("uima.cas.FSArray"), types.get_type(SLOT)
    slots: dict[str, list[Any]] = {}
    for link in article.links:
        slots.setdefault(link.claim, []).append(slot(role=link.role, target=added[link.target]))
    for claim, elements in slots.items():
        added[claim].arguments = array(elements=elements)
    cas.add_all(list(added.values()))
    return cas


def _values(mark: Mark) -> dict[str, str]:
    if isinstance(mark.record, Entity):
        return {"value": mark.label, "identifier": _clean(mark.record.name)}
    fields = flat(mark.record.model_dump(mode="json", exclude=_PLACE))
    return {_RENAMED.get(name, name.replace(".", "_")): _text(value) for name, value in fields.items()}


def _text(value: Any) -> str:
    return _clean(value) if isinstance(value, str) else json.dumps(value)


def _clean(text: str) -> str:
    """Put a space in the place of each character that XML cannot hold."""
    return _NO_XML.sub(" ", text)
