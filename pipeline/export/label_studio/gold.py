"""Annotated Label Studio tasks back into records of gold."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from pipeline.export.annotated import ROLES
from pipeline.export.label_studio.fields import FLAGS, LABELS, Fields, read_fields, told
from pipeline.export.label_studio.tasks import TEXT, Json
from pipeline.records import TABLES, Document, Record, Sentence

_IDS = {"entities": "entity_id", "quantities": "quantity_id", "times": "time_id", "claims": "claim_id"}
_SHOWN = 20


class LabelStudioError(ValueError):
    """A file is no export of annotated tasks, or regions in it are no records; the message lists them."""


Gold = dict[str, list[Record]]


def read_annotations(path: Path) -> tuple[Gold, list[str]]:
    """Return the records by source from Label Studio's JSON export, and warnings about what is not whole.

    Of several annotations of a task the one changed last counts; tasks without one are passed over.
    """
    gold: Gold = defaultdict(list)
    whole: dict[str, int] = {}
    seen: Counter[str] = Counter()
    problems: list[str] = []
    for number, task in enumerate(_tasks(path), start=1):
        result = _annotation(task)
        if result is None:
            continue
        name = f"task {task.get('id', number)}"
        try:
            reader = _Reader(name, task["data"])
            records = reader.read(result)
        except (ValidationError, KeyError, TypeError, AttributeError) as error:
            raise LabelStudioError(f"{path}: {name} is not as Label Studio writes it ({error!r:.200})") from error
        problems += reader.problems
        source = reader.document.source
        gold[source] += records
        seen[source] += 1
        whole[source] = task["data"].get("articles_in_source", 1)
    if problems:
        more = f"\n  … and {len(problems) - _SHOWN} more" if len(problems) > _SHOWN else ""
        raise LabelStudioError(f"{path}: nothing imported:\n  " + "\n  ".join(problems[:_SHOWN]) + more)
    if not gold:
        raise LabelStudioError(f"{path} holds no annotated task; submit annotations in Label Studio first")
    partial = [s for s in sorted(gold) if seen[s] < whole[s]]
    return dict(gold), [f"{s}: gold for {seen[s]} of its {whole[s]} articles only" for s in partial]


def _tasks(path: Path) -> list[Json]:
    try:
        tasks = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise LabelStudioError(f"cannot read {path}: {error}") from error
    if not isinstance(tasks, list) or not all(isinstance(t, dict) and "data" in t for t in tasks):
        raise LabelStudioError(f"{path} is no list of tasks; export from Label Studio in the format JSON, not JSON-MIN")
    for number, task in enumerate(tasks, start=1):
        if missing := {TEXT, "document", "sentences"} - task["data"].keys():
            raise LabelStudioError(
                f"{path}: task {number} has no {min(missing)!r} in its data; only tasks that "
                "`export label-studio` wrote can come back"
            )
    return tasks


def _annotation(task: Json) -> list[Json] | None:
    done = [a for a in task.get("annotations") or [] if not a.get("was_cancelled")]
    return max(done, key=lambda a: a.get("updated_at") or "").get("result", []) if done else None


class _Reader:
    """Reads the regions of one task; what is wrong with them gathers in `problems`."""

    def __init__(self, name: str, data: Json) -> None:
        self.name, self.text, self.problems = name, data[TEXT], list[str]()
        self.document = Document.model_validate(data["document"])
        first = self.document.start
        self.sentences = [
            Sentence.model_validate({**s, "text": self.text[s["start"] - first : s["end"] - first]})
            for s in data["sentences"]
        ]
        self.records: dict[str, Record] = {}

    def read(self, result: list[Json]) -> list[Record]:
        """Return the records of all tables."""
        regions = {item["id"]: item for item in result if item["type"] == "labels" and item["value"].get("labels")}
        values: dict[str, Json] = defaultdict(dict)
        links: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for item in result:
            if item["type"] == "relation":
                self._relation(item, regions, links)
            elif item["type"] in ("choices", "textarea"):
                values[item["id"]][item["from_name"]] = item["value"].get("choices") or item["value"].get("text") or []
        for claims in (False, True):
            for key, region in regions.items():
                if (region["from_name"] == "claims") == claims:
                    self._add(key, region, values[key], links[key])
        return [self.document, *self.sentences, *self.records.values()]

    def _relation(self, item: Json, regions: dict[str, Json], links: dict[str, list[tuple[str, str]]]) -> None:
        """Note a relation at its claim, whichever way it was drawn."""
        ends = item["from_id"], item["to_id"]
        claim, part = sorted(ends, key=lambda end: regions.get(end, {}).get("from_name") != "claims")
        if not item.get("labels"):
            text = regions.get(claim, {}).get("value", {}).get("text", "")[:60]
            self.problems.append(
                f"{self.name}, claims {text!r}: a relation has no label; it is one of {', '.join(ROLES)}"
            )
        links[claim] += [(role, part) for role in item.get("labels") or []]

    def _add(self, key: str, region: Json, values: Json, links: list[tuple[str, str]]) -> None:
        table, place = region["from_name"], region["value"]
        if table not in LABELS:
            self._problem(region, f"its labels are none of {', '.join(LABELS)}")
            return
        try:
            linked = dict(pair for role, to in links for pair in self._told(role, to).items())
            fields = self._fields(key, table, place) | read_fields(table, _lines(values.pop("fields", [])), linked)
            fields |= {flag: True for flag in values.pop("flags", []) if flag in FLAGS}
            fields |= {name: chosen[0] for name, chosen in values.items() if chosen}
            self.records[key] = TABLES[table].model_validate(fields)
        except ValidationError as error:
            first = error.errors()[0]
            self._problem(region, f"{'.'.join(map(str, first['loc']))}: {first['msg']}")
        except (KeyError, ValueError, IndexError) as error:
            self._problem(region, str(error))

    def _fields(self, key: str, table: str, place: Json) -> Fields:
        """Return what the region itself tells; an entity is its own name until its fields say otherwise."""
        start, end = place["start"], place["end"]
        text, first = self.text[start:end], self.document.start
        at = next((s for s in self.sentences if s.start <= first + start < s.end), None)
        if at is None:
            raise ValueError("stands in no sentence")
        fields = {"doc_id": self.document.doc_id, "sentence_id": at.sentence_id, "start": first + start,
                  "end": first + end, "text": text, _IDS[table]: key, LABELS[table]: place["labels"][0]}  # fmt: skip
        if table == "entities":
            fields["name"] = text
        return fields | ({"stance": "asserted", "confidence": 1.0} if table == "claims" else {})

    def _told(self, role: str, target: str) -> Fields:
        if target not in self.records:
            raise ValueError(f"its relation {role!r} goes to no record")
        if not (fields := told(role, self.records[target])):
            raise ValueError(f"its relation {role!r} goes to a record of another kind")
        return fields

    def _problem(self, region: Json, reason: str) -> None:
        text = str(region["value"].get("text", ""))[:60]
        self.problems.append(f"{self.name}, {region['from_name']} {text!r}: {reason}")


def _lines(value: Any) -> Iterator[str]:
    """Yield the lines of a text box: each submission may hold several."""
    for entry in [value] if isinstance(value, str) else value:
        yield from (line for line in entry.splitlines() if line.strip())
