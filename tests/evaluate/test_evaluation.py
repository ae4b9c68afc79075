import json

import pytest

from pipeline.cli import main

SENTENCE = "Acme said revenue rose to $5bn."


def rows(value=5e9, published="2020-02-03"):
    doc = {"doc_id": "d1", "source": "a.txt", "sha256": "0", "start": 0, "end": 31, "published": published}
    place = {"doc_id": "d1", "sentence_id": "s0"}
    return {
        "documents": [doc],
        "sentences": [{**place, "start": 0, "end": 31, "text": SENTENCE, "block": "paragraph"}],
        "entities": [{**place, "start": 0, "end": 4, "text": "Acme", "label": "ORG", "name": "Acme"}],
        "quantities": [{**place, "quantity_id": "q0", "start": 26, "end": 30, "text": "$5bn", "kind": "money", "value": value, "unit": "USD"}],
        "times": [],
        "claims": [{**place, "start": 0, "end": 31, "text": SENTENCE, "type": "revenue", "stance": "asserted", "subject": {"text": "Acme", "name": "Acme"}, "quantity_id": "q0", "value": value, "unit": "USD"}],
    }  # fmt: skip


@pytest.fixture
def run(tmp_path):
    def write(found, gold=None):
        output, folder = tmp_path / "out", tmp_path / "gold"
        output.mkdir(exist_ok=True)
        folder.mkdir(exist_ok=True)
        for table, lines in found.items():
            (output / f"{table}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
        lines = [{"table": table, **line} for table, part in (gold or rows()).items() for line in part]
        (folder / "a.txt.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
        return ["evaluate", "--gold", str(folder), "--output", str(output)]

    return write


def test_a_run_equal_to_gold_scores_one(run, capsys):
    assert main([*run(rows()), "--json"]) == 0
    scores = json.loads(capsys.readouterr().out)["scores"]
    assert scores["claims"]["all"]["core"]["f1"] == 1.0
    assert scores["quantities"]["money"]["full"]["gold"] == 1


def test_errors_name_what_differs_and_show_the_sentence(run, capsys):
    main([*run(rows(value=4e9)), "--errors", "quantities"])
    printed = capsys.readouterr().out
    assert "differs in value: 1" in printed
    assert "gold 5000000000.0, found 4000000000.0" in printed
    assert SENTENCE in printed


def test_floors_hold_a_figure_until_lowering_is_allowed(run, tmp_path, capsys):
    floors = tmp_path / "gold" / "floors.json"
    assert main([*run(rows()), "--update-floors"]) == 0
    assert json.loads(floors.read_text())["figures"]["quantities.normalized"] == 1.0
    worse = run(rows(value=4e9))
    assert main([*worse, "--update-floors"]) == 2
    assert "quantities.normalized: 0.0000, floor 1.0000" in capsys.readouterr().err
    assert main([*worse, "--update-floors", "--allow-lower"]) == 0
    assert json.loads(floors.read_text())["figures"]["quantities.normalized"] == 0.0


def test_gold_for_a_source_that_the_run_lacks_counts_as_missed(run, capsys):
    found = {table: [] for table in rows()}
    assert main([*run(found), "--json"]) == 0
    captured = capsys.readouterr()
    assert "the run has no such source" in captured.err
    assert json.loads(captured.out)["scores"]["entities"]["all"]["overlap"]["recall"] == 0.0


def test_a_changed_source_is_said(run, capsys):
    found = rows()
    found["documents"] = [{**found["documents"][0], "sha256": "1"}]
    main(run(found))
    assert "a.txt has changed since it was annotated" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "no JSON"),
        ('{"table": "claim", "start": 0, "end": 1}', "table 'claim' is none of"),
        ('{"table": "claims", "start": 0}', "no end"),
        ("[]", "no JSON object"),
    ],
)
def test_malformed_gold_is_named_with_its_line(run, tmp_path, capsys, line, message):
    arguments = run(rows())
    (tmp_path / "gold" / "a.txt.jsonl").write_text(line + "\n")
    assert main(arguments) == 2
    error = capsys.readouterr().err
    assert "a.txt.jsonl:1" in error
    assert message in error


def test_a_folder_without_a_run_or_without_gold_is_a_clear_error(tmp_path, run, capsys):
    assert main(["evaluate", "--gold", str(tmp_path), "--output", str(tmp_path)]) == 2
    assert "holds no run" in capsys.readouterr().err
    arguments = run(rows())
    (tmp_path / "gold" / "a.txt.jsonl").unlink()
    assert main(arguments) == 2
    assert "no gold" in capsys.readouterr().err
