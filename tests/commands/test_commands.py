"""The commands as people call them: what they print, their exit status, and what they say of bad input."""

import csv
import json
import shutil
import sys
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.export.formats import FORMATS

Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize("name", FORMATS)
def test_export_writes_its_files_and_names_them(own_run: Path, capsys: Captured, name: str) -> None:
    assert main(["export", name, "--output", str(own_run)]) == 0
    written = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert written
    assert all(path.stat().st_size and path.is_relative_to(own_run) for path in written)


def test_export_goes_where_it_is_told(finished_run: Path, tmp_path: Path) -> None:
    assert main(["export", "csv", "--output", str(finished_run), "--to", str(tmp_path / "a" / "b")]) == 0
    assert (tmp_path / "a" / "b" / "claims.csv").is_file()


@pytest.mark.parametrize(("name", "module"), [("parquet", "pyarrow"), ("cas", "cassis")])
def test_a_missing_extra_is_named(
    finished_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured, name: str, module: str
) -> None:
    for loaded in [key for key in sys.modules if key.split(".")[0] == module or key == f"pipeline.export.{name}"]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setitem(sys.modules, module, None)
    assert main(["export", name, "--output", str(finished_run), "--to", str(tmp_path)]) == 2
    assert "pip install 'newsclaims[export]'" in capsys.readouterr().err


COMMANDS = [["export", "csv"], ["review", "sample", "--sheet", "s.csv"]]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_bad_runs_are_refused_in_one_line(
    command: list[str], own_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)

    def message() -> str:
        assert main([*command, "--output", str(own_run)]) == 2
        err = capsys.readouterr().err
        assert err.startswith("error: ")
        assert err.count("\n") == 1
        return err

    manifest = own_run / "manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "schema": "1.0"}))
    assert "run the pipeline again" in message()
    manifest.unlink()
    assert "holds no run" in message()
    shutil.rmtree(own_run)
    assert "is no folder" in message()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_an_empty_run_is_told(
    command: list[str], own_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    for table in own_run.glob("*.jsonl"):
        table.write_text("")
    assert main([*command, "--output", str(own_run)]) == 2
    assert "nothing to" in capsys.readouterr().err


def test_review_from_sample_to_gold(finished_run: Path, tmp_path: Path, capsys: Captured) -> None:
    sheet = tmp_path / "review.csv"
    sample = ["review", "sample", "--n", "30", "--output", str(finished_run), "--sheet", str(sheet)]
    assert main(sample) == 0
    assert sheet.with_suffix(".html").is_file()
    first = sheet.read_bytes()
    assert main(sample) == 2
    assert "perhaps with verdicts" in capsys.readouterr().err
    assert main([*sample, "--replace"]) == 0
    assert sheet.read_bytes() == first

    assert main(["review", "score", str(sheet)]) == 2
    assert "no row has a verdict yet" in capsys.readouterr().err
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["verdict"] = "y"
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    assert main(["review", "score", str(sheet), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["claims"]["right"] == 1

    gold = ["review", "gold", str(sheet), "--output", str(finished_run), "--gold", str(tmp_path / "gold")]
    assert main(gold) == 0
    assert f"{len(rows)} claims" in capsys.readouterr().out
    assert main(gold) == 2


@pytest.mark.parametrize(("option", "message"), [("--n=2", "too few for"), ("--sheet=r.xlsx", "ends in .csv")])
def test_a_sample_that_cannot_be_drawn(
    option: str, message: str, finished_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["review", "sample", "--output", str(finished_run), option]) == 2
    assert message in capsys.readouterr().err


def test_an_import_of_another_file_is_refused(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "x.json"
    file.write_text("{}")
    assert main(["import", "label-studio", str(file), "--gold", str(tmp_path)]) == 2
    assert "JSON-MIN" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["run"], ["evaluate"], ["schema"], ["export"], ["import"], ["review"],
                                     ["review", "sample"], ["review", "score"], ["review", "gold"]])  # fmt: skip
def test_every_command_helps_with_an_example(command: list[str], capsys: Captured) -> None:
    with pytest.raises(SystemExit) as left:
        main([*command, "--help"])
    assert left.value.code == 0
    assert f"python -m pipeline {' '.join(command)}" in capsys.readouterr().out.partition("example")[2]
