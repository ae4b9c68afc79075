"""What the pages say holds: fields, settings, commands, code and lexicon lines are run from the pages themselves."""

import csv
import doctest
import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

import pipeline.spacy_components  # noqa: F401  (registers the factories where the package is not installed)
from pipeline.cli import main
from pipeline.config import Settings
from pipeline.export.formats import FORMATS
from pipeline.gold import write_gold
from pipeline.records import TABLES, Change, Evidence, Period, Quarantined, Record, Subject
from pipeline.stages.entities import load_gazetteer
from pipeline.tables import load_run

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
README = ROOT / "README.md"
FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: Path, language: str) -> Iterator[tuple[str, str]]:
    """Yield (name, content) of the fenced blocks of a language."""
    for found, name, content in FENCE.findall(page.read_text(encoding="utf-8")):
        if found == language:
            yield name, content


def rows(page: Path, heading: str) -> Iterator[list[str]]:
    """Yield the cells of the table rows under a heading, up to the next one."""
    part = re.split(r"^#+ ", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    (section,) = [text for text in part if text.partition("\n")[0] == heading]
    for line in section.splitlines():
        if line.startswith("| `"):
            yield [cell.strip() for cell in line.strip("|").split("|")]


MODELS: dict[str, type[Record]] = {
    **TABLES, "subject": Subject, "change": Change, "period": Period, "evidence": Evidence, "quarantine": Quarantined
}  # fmt: skip


def nullable(model: type[BaseModel], field: str) -> bool:
    return not model.model_fields[field].is_required() and model.model_fields[field].default is None


@pytest.mark.parametrize("name", MODELS)
def test_the_schema_page_has_every_field_and_says_which_may_be_null(name: str) -> None:
    listed = [field for cells in rows(DOCS / "schema.md", name) for field in re.findall(r"`(.+?)`", cells[0])]
    model = MODELS[name]
    assert sorted(listed) == sorted(f"{f}?" if nullable(model, f) else f for f in model.model_fields)


def test_the_settings_page_has_every_setting_with_its_default() -> None:
    listed = {cells[0].strip("`"): cells[1].strip("`") for cells in rows(DOCS / "configuration.md", "Settings")}
    defaults = Settings().model_dump(mode="json")
    assert listed == {name: "none" if value is None else json.dumps(value) for name, value in defaults.items()}


def test_the_example_settings_and_gazetteer_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ((_, toml),) = blocks(DOCS / "configuration.md", "toml")
    ((name, table),) = blocks(DOCS / "configuration.md", "tsv")
    Path("settings.toml").write_text(toml, encoding="utf-8")
    Path(name).write_text(table, encoding="utf-8")
    Path("in.txt").write_text("Orvelle Group paid $5 million for the Trail Mate.", encoding="utf-8")
    assert main(["run", "in.txt", "--config", "settings.toml", "--output", "out"]) == 0
    (claim,) = [json.loads(line) for line in Path("out/claims.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (claim["subject"]["name"], claim["unit"]) == ("Orvelle SA", "CAD")
    assert load_gazetteer(Path(name)) is not None


def test_the_exports_page_has_every_format() -> None:
    assert [cells[0].strip("`") for cells in rows(DOCS / "exports.md", "Exports")] == list(FORMATS)


def test_links_between_pages_lead_somewhere() -> None:
    for page in [README, *DOCS.glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.fixture
def workplace(finished_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as a reader of the pages has it: a run, gold, and what people made in between."""
    shutil.copytree(finished_run, tmp_path / "output")
    shutil.copytree(finished_run.parent / "in", tmp_path / "raw")
    run = load_run(finished_run)
    gold = {a.document.source: (a.document, *a.grounded()) for a in run.articles}
    write_gold(tmp_path / "annotations", gold)
    tasks = json.loads(str(FORMATS["label-studio"].files(finished_run, run)["tasks.json"]))
    for task in tasks:
        task["annotations"] = task.pop("predictions")
    (tmp_path / "project-1.json").write_text(json.dumps(tasks), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def judge(sheet: Path) -> None:
    """Say that every claim is right."""
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        judged = [{**row, "verdict": "y"} for row in csv.DictReader(file)]
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, judged[0])
        writer.writeheader()
        writer.writerows(judged)


@pytest.mark.parametrize("page", ["exports.md", "review.md", "evaluation.md"])
def test_commands_and_code_of_a_page_run_in_their_order(page: str, workplace: Path) -> None:
    for language, _, content in FENCE.findall((DOCS / page).read_text(encoding="utf-8")):
        if language == "python":
            exec(compile(content, page, "exec"), {})
        for line in content.splitlines() if language == "bash" else ():
            command = shlex.split(line.replace("FORMAT", "csv"), comments=True)
            assert command[:3] == ["python", "-m", "pipeline"]
            replace = ["--replace"] if "--gold" in command and command[3] in ("import", "review") else []
            assert main([*command[3:], *replace]) == 0, line
            if command[3:5] == ["review", "sample"]:
                judge(Path("review.csv"))


@pytest.mark.parametrize("page", [README, DOCS / "library.md"], ids=lambda page: page.name)
def test_sessions_give_what_they_show(page: Path, workplace: Path) -> None:
    session = "\n".join(content for _, content in blocks(page, "pycon"))
    test = doctest.DocTestParser().get_doctest(session, {}, page.name, str(page), 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    runner.run(test)
    assert runner.summarize(verbose=False).failed == 0


def test_python_of_the_readme_runs(workplace: Path) -> None:
    for _, content in blocks(README, "python"):
        exec(compile(content, "README.md", "exec"), {})


CHECK = """
from pipeline import Extractor
extract = Extractor()
print([(c.type, c.metric) for c in extract({metric!r}).claims][0], [q.kind for q in extract({unit!r}).quantities])
"""


def test_lexicon_lines_of_the_page_do_what_it_says(tmp_path: Path) -> None:
    page = DOCS / "lexicons.md"
    sentences = re.findall(r"“(.+?\.)”", page.read_text(encoding="utf-8"))
    shutil.copytree(ROOT / "pipeline", tmp_path / "pipeline")

    def found() -> str:
        code = CHECK.format(metric=sentences[0], unit=sentences[1])
        return subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
        ).stdout

    assert found().split()[1:] == "'ward_availability') ['count']".split()  # the type is the model's guess
    for name, lines in blocks(page, "tsv"):
        with (tmp_path / "pipeline" / "lexicons" / name).open("a", encoding="utf-8") as file:
            file.write(lines)
    assert found().split() == "('facility', 'bed_availability') ['measure']".split()


def test_files_that_the_lexicons_page_names_exist() -> None:
    names = re.findall(r"`(\w+\.(?:tsv|txt))`", (DOCS / "lexicons.md").read_text(encoding="utf-8"))
    assert names
    assert all((ROOT / "pipeline" / "lexicons" / name).is_file() for name in names)
