"""What several tests share: one loaded flow, and a run over files that a test writes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from pipeline.cli import main
from pipeline.config import Settings
from pipeline.flow import Extraction, Flow
from pipeline.records import Article, Document, Span

settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")  # the same examples every time, however slow the machine: green stays green

Tables = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="session")
def flow() -> Flow:
    """The pipeline with its model, loaded once."""
    return Flow(Settings())


@pytest.fixture(scope="session")
def extract(flow: Flow) -> Callable[..., Extraction]:
    """Run every stage after reading on paragraphs of text."""

    def run(*paragraphs: str, published: str | None = "2021-05-20", company: str | None = None) -> Extraction:
        text = "\n\n".join(paragraphs)
        blocks, at = [], 0
        for paragraph in paragraphs:
            blocks.append(Span(start=at, end=at + len(paragraph), block="paragraph"))
            at += len(paragraph) + 2
        document = Document(
            doc_id="d0-1", source="a.txt", sha256="0", start=0, end=len(text), published=published, company=company
        )  # type: ignore[arg-type]
        return flow.extract(text, Article(document=document, blocks=tuple(blocks)))

    return run


def read_tables(output: Path) -> Tables:
    """Return the JSONL files of a run by table."""
    return {
        file.stem: [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        for file in output.glob("*.jsonl")
    }


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder, hidden ones included, by their relative names."""
    return {str(f.relative_to(folder)): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}


@pytest.fixture
def run_on(tmp_path: Path) -> Callable[..., tuple[int, Tables]]:
    """Write files (name → bytes or text), run the command line on their folder, return status and tables."""

    def run(files: Mapping[str, bytes | str], *arguments: str) -> tuple[int, Tables]:
        folder, output = tmp_path / "in", tmp_path / "out"
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        status = main(["run", str(folder), "--output", str(output), "--workers", "0", *arguments])
        return status, read_tables(output) if output.is_dir() else {}

    return run


ARTICLES = {
    "quarter.txt": (
        "Orvelle SA lifts third-quarter revenue 🎉\r\n\r\n"
        "LYON, 4 November 2020 - Orvelle SA said revenue rose 5.5% to €53.7 million in the third quarter of 2020, "
        "from €50.9 million a year earlier. Net profit fell 12% to €4.1 million 📉.\r\n\r\n"
        "“We expect shipments of about 2.4 million units in 2021,” said Maren Tolk, chief executive of Orvelle.\r\n\r\n"
        "According to Brightwell Research, the company held a 14% share of the market for garden pumps. "
        "Orvelle did not pay a dividend of €0.40 per share for 2019.\r\n\r\n"
        "- The new pump costs €129\r\n- It weighs 2.4 kg\r\n"
    ),
    "page.html": (
        "<html><head><title>Calder Foods to open plant</title></head><body><article><h1>Calder Foods to open plant in "
        "Leeds</h1><p>12 May 2021</p><p>Calder Foods plc will invest £40 million in a plant in Leeds, the company said "
        "on Wednesday. It plans to hire 350 people by the end of 2022.</p><p>&lt;script&gt;alert(1)&lt;/script&gt; is "
        "what its chairman, Ruth Ansell, calls the project &amp; the brand. Sales grew 8% last year.</p>"
        "</article></body></html>"
    ),
}


@pytest.fixture(scope="session")
def finished_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a run over two articles, with emoji, CRLF, markup and a negated claim."""
    folder = tmp_path_factory.mktemp("finished")
    for name, text in ARTICLES.items():
        (folder / "in").mkdir(exist_ok=True)
        (folder / "in" / name).write_bytes(text.encode())
    assert main(["run", str(folder / "in"), "--output", str(folder / "out"), "--workers", "0"]) == 0
    return folder / "out"


@pytest.fixture
def own_run(finished_run: Path, tmp_path: Path) -> Path:
    """A copy of the finished run that a test may break."""
    return Path(shutil.copytree(finished_run, tmp_path / "run"))


CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A headless Chromium; tests that need it are skipped, with the reason, where there is none."""
    driver = pytest.importorskip(
        "playwright.sync_api", reason="browser tests need playwright: pip install -e '.[browser]'"
    )
    if CHROMIUM is None:
        pytest.skip("browser tests need Chromium: apt-get install chromium")
    with driver.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()
