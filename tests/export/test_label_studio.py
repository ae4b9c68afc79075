"""Out to Label Studio and back: nothing is lost, edits arrive, and what is wrong is named."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cli import main
from pipeline.evaluate.load import load_gold, load_output
from pipeline.export.formats import FORMATS
from pipeline.export.label_studio import LabelStudioError, label_config, read_annotations
from pipeline.export.label_studio.fields import read_fields, text_fields
from pipeline.gold import gold_row
from pipeline.records import Claim, Quantity, Record
from pipeline.tables import load_run

Tasks = list[dict[str, Any]]


def annotated(run: Path) -> Tasks:
    """The tasks as Label Studio exports them once each prediction was taken over and submitted."""
    tasks: Tasks = json.loads(FORMATS["label-studio"].files(run, load_run(run))["tasks.json"])
    for number, task in enumerate(tasks, start=1):
        task["id"] = number
        task["annotations"] = [{"id": number, "was_cancelled": False, "updated_at": "2024-01-01T00:00:00Z",
                                "result": task.pop("predictions")[0]["result"]}]  # fmt: skip
    return tasks


@pytest.fixture
def imported(tmp_path: Path) -> Callable[[Any], dict[str, list[Record]]]:
    def run(tasks: Any) -> dict[str, list[Record]]:
        path = tmp_path / "project.json"
        path.write_text(json.dumps(tasks), encoding="utf-8")
        return read_annotations(path)[0]

    return run


def key(row: dict[str, Any]) -> str:
    return json.dumps(row, sort_keys=True)


def test_export_and_import_give_the_same_records(finished_run: Path, imported: Callable[..., Any]) -> None:
    rows = [gold_row(record) for records in imported(annotated(finished_run)).values() for record in records]
    expected = [gold_row(r) for a in load_run(finished_run).articles for r in (a.document, *a.grounded())]
    assert {row["table"] for row in rows} == {"documents", "sentences", "entities", "quantities", "times", "claims"}
    assert sorted(map(key, rows)) == sorted(map(key, expected))


def test_the_command_writes_gold_that_evaluates_to_one(
    finished_run: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, gold = tmp_path / "project.json", tmp_path / "gold"
    file.write_text(json.dumps(annotated(finished_run)), encoding="utf-8")
    assert main(["import", "label-studio", str(file), "--gold", str(gold)]) == 0
    assert sorted(path.name for path in gold.iterdir()) == ["page.html.jsonl", "quarter.txt.jsonl"]
    found = load_output(finished_run)
    assert load_gold(gold, found).keys() == found.keys()
    capsys.readouterr()
    assert main(["evaluate", "--gold", str(gold), "--output", str(finished_run), "--json"]) == 0
    assert '"f1": 1.0' in capsys.readouterr().out
    assert main(["import", "label-studio", str(file), "--gold", str(gold)]) == 2
    assert "is there already" in capsys.readouterr().err
    assert main(["import", "label-studio", str(file), "--gold", str(gold), "--replace"]) == 0


def items(tasks: Tasks, **wanted: str) -> list[dict[str, Any]]:
    return [
        item for task in tasks for item in task["annotations"][0]["result"]
        if all(item.get(name) == value for name, value in wanted.items())
    ]  # fmt: skip


def test_a_corrected_figure_reaches_the_claims_that_are_made_of_it(
    finished_run: Path, imported: Callable[..., Any]
) -> None:
    tasks = annotated(finished_run)
    region = next(i for i in items(tasks, from_name="quantities") if i["value"]["text"] == "€53.7 million")
    box = next(i for i in items(tasks, from_name="fields", id=region["id"]))
    box["value"]["text"] = ["value: 53,800,000", "unit: EUR\nper: year"]
    records = [r for found in imported(tasks).values() for r in found]
    quantity = next(r for r in records if isinstance(r, Quantity) and r.quantity_id == region["id"])
    assert (quantity.value, quantity.per) == (53_800_000, "year")
    assert any(isinstance(r, Claim) and r.quantity_id == region["id"] and r.value == 53_800_000 for r in records)


def test_a_new_claim_needs_only_a_region_and_its_relations(finished_run: Path, imported: Callable[..., Any]) -> None:
    tasks = annotated(finished_run)
    task = next(t for t in tasks if t["data"]["document"]["source"] == "page.html")
    result, text = task["annotations"][0]["result"], task["data"]["text"]
    start = text.index("invest £40 million")
    ids = {i["value"]["text"]: i["id"] for i in result if i["type"] == "labels" and i["from_name"] != "claims"}
    result += [
        {"id": "n3w", "type": "labels", "from_name": "claims", "to_name": "text",
         "value": {"start": start, "end": start + 18, "labels": ["investment"]}},
        {"type": "relation", "from_id": "n3w", "to_id": ids["Calder Foods plc"], "labels": ["subject"]},
        {"type": "relation", "from_id": "n3w", "to_id": ids["£40 million"], "labels": ["value"]},
    ]  # fmt: skip
    claim = next(r for r in imported(tasks)["page.html"] if isinstance(r, Claim) and r.claim_id == "n3w")
    assert (claim.subject.name, claim.value, claim.unit, claim.stance) == ("Calder Foods plc", 4e7, "GBP", "asserted")


def test_tasks_without_an_annotation_are_passed_over_and_cancelled_ones_too(
    finished_run: Path, imported: Callable[..., Any]
) -> None:
    tasks = annotated(finished_run)
    tasks[0]["annotations"][0]["was_cancelled"] = True
    assert len(imported(tasks)) == 1
    tasks[1]["annotations"] = []
    with pytest.raises(LabelStudioError, match="no annotated task"):
        imported(tasks)


def test_of_two_annotations_the_last_changed_counts(finished_run: Path, imported: Callable[..., Any]) -> None:
    tasks = annotated(finished_run)
    tasks[0]["annotations"].insert(0, {"result": [], "updated_at": "2024-02-01T00:00:00Z"})
    records = imported(tasks)[tasks[0]["data"]["document"]["source"]]
    assert not [r for r in records if isinstance(r, Claim)]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("value: much", "no number"),
        ("just words", "no line 'field: value'"),
        ("colour: red", "colour: Extra inputs"),
        ("value: ∅", "value: Field required"),
    ],
)
def test_a_wrong_line_is_named_with_its_region(
    finished_run: Path, imported: Callable[..., Any], line: str, message: str
) -> None:
    tasks = annotated(finished_run)
    region = next(i for i in items(tasks, from_name="quantities") if i["value"]["text"] == "€53.7 million")
    next(i for i in items(tasks, from_name="fields", id=region["id"]))["value"]["text"].append(line)
    with pytest.raises(LabelStudioError, match=rf"task \d+, quantities '€53.7 million': .*{message}"):
        imported(tasks)


def test_a_relation_counts_whichever_way_it_was_drawn(finished_run: Path, imported: Callable[..., Any]) -> None:
    tasks = annotated(finished_run)
    expected = imported(tasks)
    for relation in items(tasks, type="relation"):
        relation["from_id"], relation["to_id"] = relation["to_id"], relation["from_id"]
    assert imported(tasks) == expected


def test_a_relation_without_a_label_and_a_strange_layer_are_named(
    finished_run: Path, imported: Callable[..., Any]
) -> None:
    tasks = annotated(finished_run)
    items(tasks, type="relation")[0]["labels"] = []
    with pytest.raises(LabelStudioError, match="a relation has no label; it is one of subject, value"):
        imported(tasks)
    items(tasks, from_name="times")[0]["from_name"] = "mood"
    with pytest.raises(LabelStudioError, match=r"mood .*: its labels are none of entities, quantities"):
        imported(tasks)


@pytest.mark.parametrize("broken", [{"type": "labels"}, {"type": "labels", "id": "a", "value": None}, "x", None])
def test_a_damaged_result_is_told_with_its_task(finished_run: Path, imported: Callable[..., Any], broken: Any) -> None:
    tasks = annotated(finished_run)
    tasks[0]["annotations"][0]["result"].append(broken)
    with pytest.raises(LabelStudioError, match="task 1 is not as Label Studio writes it"):
        imported(tasks)


def test_a_relation_to_the_wrong_kind_is_named(finished_run: Path, imported: Callable[..., Any]) -> None:
    tasks = annotated(finished_run)
    relation = next(i for i in items(tasks, type="relation") if i["labels"] == ["value"])
    relation["labels"] = ["period"]
    with pytest.raises(LabelStudioError, match="relation 'period' goes to a record of another kind"):
        imported(tasks)


@pytest.mark.parametrize("content", ["", "{}", "[1]", '[{"text": "a"}]', '[{"data": {"text": "a"}}]'])
def test_another_file_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(content)
    with pytest.raises(LabelStudioError):
        read_annotations(path)


@given(st.text(min_size=1), st.one_of(st.integers(-(10**15), 10**15), st.floats(-1e12, 1e12)))
def test_any_text_and_number_comes_back_from_its_line(text: str, number: float) -> None:
    quantity = Quantity(doc_id="d", start=0, end=1, text="1", sentence_id="d.s0", quantity_id="d.q0", kind="money",
                        value=number, unit=text)  # fmt: skip
    lines = text_fields("quantities", quantity, {})
    assert read_fields("quantities", [part for line in lines for part in line.splitlines()], {}) == {
        "value": number, "unit": text
    }  # fmt: skip


def test_the_configuration_knows_every_control_that_tasks_use(finished_run: Path) -> None:
    config = label_config()
    for item in items(annotated(finished_run)):
        if item["type"] == "relation":
            assert all(f'<Relation value="{label}"' in config for label in item["labels"])
        else:
            assert f'name="{item["from_name"]}"' in config
