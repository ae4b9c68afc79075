"""What several tests share: one loaded flow, and a run over files that a test writes."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from pipeline.cli import main
from pipeline.config import Settings
from pipeline.flow import Extraction, Flow
from pipeline.records import Article, Document, Span

settings.register_profile("same", derandomize=True)
settings.load_profile("same")  # the same examples every time: a run that was green stays green

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


@pytest.fixture
def run_on(tmp_path: Path) -> Callable[..., tuple[int, Tables]]:
    """Write files (name → bytes or text), run the command line on their folder, return status and tables."""

    def run(files: Mapping[str, bytes | str], *arguments: str) -> tuple[int, Tables]:
        folder, output = tmp_path / "in", tmp_path / "out"
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        status = main(["run", str(folder), "--output", str(output), *arguments])
        return status, read_tables(output) if output.is_dir() else {}

    return run
