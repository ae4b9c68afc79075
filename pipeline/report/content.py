"""What the page holds: a run as plain data, with offsets of the source and nothing that is null.

The page's scripts (`assets/`) read these names.  Offsets count code points in the source, as in the tables.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from pipeline.records import Claim, Quarantined, Record
from pipeline.report.roles import Locator
from pipeline.tables import ArticleRecords, Run, RunError

Data = dict[str, Any]


def content(run: Run, quarantine: list[Data]) -> Data:
    """Return all that the page shows of a run, as JSON-ready data in the order of the tables."""
    manifest = run.manifest
    return {
        "run": {"schema": manifest["schema"], "package": manifest.get("package"), "model": manifest.get("model")},
        "quarantine": quarantine,
        "articles": [_article(article) for article in run.articles],
    }


def read_quarantine(folder: Path) -> list[Data]:
    """Return the lines of a run's quarantine, if it has one.  Raises RunError where a line is no such record."""
    path = folder / "quarantine.jsonl"
    lines = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []
    return [_quarantined(line, f"{path}:{number}") for number, line in enumerate(lines, start=1) if line]


def _quarantined(line: str, place: str) -> Data:
    try:
        return _plain(Quarantined.model_validate_json(line))
    except ValidationError as error:
        raise RunError(f"{place}: {error.errors()[0]['msg']}; run the pipeline again") from error


def _article(article: ArticleRecords) -> Data:
    return {
        **_plain(article.document, "sha256"),
        "sentences": [_plain(sentence, "doc_id") for sentence in article.sentences],
        "entities": [_plain(entity, "doc_id", "sentence_id", "text") for entity in article.entities],
        "quantities": [_plain(quantity, "doc_id", "sentence_id", "text") for quantity in article.quantities],
        "times": [_plain(time, "doc_id", "sentence_id", "text") for time in article.times],
        "claims": _claims(article),
    }


def _claims(article: ArticleRecords) -> list[Data]:
    locator = Locator(article)
    organisations = {entity.entity_id for entity in article.entities if entity.label == "ORG"}
    found = []
    for claim in article.claims:
        line = {**_plain(claim, "doc_id"), "roles": [list(role) for role in locator.roles(claim)]}
        if name := company(claim, article, organisations):
            line["company"] = name
        found.append(line)
    return found


def company(claim: Claim, article: ArticleRecords, organisations: set[str]) -> str | None:
    """Return whose claim it is: the subject where that is an organisation, else the article's company."""
    if claim.subject.entity_id in organisations:
        return claim.subject.name
    return article.document.company


def _plain(record: Record, *left_out: str) -> Data:
    return record.model_dump(mode="json", exclude=set(left_out), exclude_none=True)
