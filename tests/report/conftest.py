"""Runs written by hand, their report, and a real browser to read it with."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.records import SCHEMA_VERSION, TABLES
from pipeline.report.page import write_report

TEXT = "Orvelle lifts sales. Revenue rose 5.5% to €53.7 million in 2020, said Mara Quint. “We 🚀 plan ten shops,” she said."
Tables = dict[str, list[dict[str, Any]]]


def place(words: str, nth: int = 0) -> dict[str, Any]:
    """Return the start, end and text of the nth occurrence of `words` in TEXT."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return {
        "doc_id": "d1",
        "sentence_id": "d1.s0" if start < 20 else "d1.s1" if start < 82 else "d1.s2",
        "start": start,
        "end": start + len(words),
        "text": words,
    }


def small_run() -> Tables:
    """Return the tables of one article with three claims, two of them over the same words."""
    revenue = place("Revenue rose 5.5% to €53.7 million in 2020")
    subject = {"text": "Orvelle", "name": "Orvelle SA", "entity_id": "e1"}
    sentences = [
        "Orvelle lifts sales.",
        "Revenue rose 5.5% to €53.7 million in 2020, said Mara Quint.",
        "“We 🚀 plan ten shops,” she said.",
    ]
    evidence = [
        {"field": "metric", "rule": "metric.subject", "start": 21, "end": 28},
        {"field": "stance", "rule": "stance.past", "start": None, "end": None},
    ]
    return {
        "documents": [{"doc_id": "d1", "source": "orvelle.txt", "sha256": "0", "start": 0, "end": len(TEXT), "title": "Orvelle lifts sales", "published": "2021-02-03", "company": "Orvelle SA"}],
        "sentences": [{**place(text), "block": "title" if not number else "paragraph"} for number, text in enumerate(sentences)],
        "entities": [
            {**place("Orvelle"), "label": "ORG", "entity_id": "e1", "name": "Orvelle SA"},
            {**place("Mara Quint"), "label": "PERSON", "entity_id": "e2", "name": "Mara Quint"},
        ],
        "quantities": [
            {**place("5.5%"), "quantity_id": "d1.q0", "kind": "percent", "value": 5.5, "unit": "percent", "change": "up"},
            {**place("€53.7 million"), "quantity_id": "d1.q1", "kind": "money", "value": 53700000, "unit": "EUR"},
            {**place("ten"), "quantity_id": "d1.q2", "kind": "count", "value": 10, "unit": "shop"},
        ],
        "times": [{**place("2020"), "time_id": "d1.t0", "kind": "period", "value": "2020", "first_day": "2020-01-01", "last_day": "2020-12-31"}],
        "claims": [
            {**place("Orvelle lifts sales"), "claim_id": "d1.c0", "type": "financial_report", "stance": "asserted", "subject": subject, "confidence": 0.55},
            {
                **revenue, "claim_id": "d1.c1", "type": "revenue", "stance": "asserted", "subject": subject, "metric": "revenue", "quantity_id": "d1.q1",
                "value": 53700000, "unit": "EUR", "change": {"direction": "up", "value": 5.5, "unit": "percent", "basis": "yoy", "quantity_id": "d1.q0"},
                "period": {"text": "2020", "first_day": "2020-01-01", "last_day": "2020-12-31"}, "speaker": "Mara Quint", "confidence": 0.9, "evidence": evidence,
            },
            {**place("We 🚀 plan ten shops"), "claim_id": "d1.c2", "type": "facility", "stance": "planned", "subject": subject, "metric": "stores", "quantity_id": "d1.q2", "value": 10, "unit": "shop", "quoted": True, "confidence": 0.35},
        ],
    }  # fmt: skip


def write_run(
    folder: Path, tables: Tables, quarantine: list[dict[str, str]] | None = None, schema: str = SCHEMA_VERSION
) -> Path:
    """Write a run's folder as the pipeline does; return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in {**{table: [] for table in TABLES}, **tables, "quarantine": quarantine or []}.items():
        lines = [
            (TABLES[name].model_validate(row).model_dump_json() if name in TABLES else json.dumps(row)) for row in rows
        ]
        (folder / f"{name}.jsonl").write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    manifest = {"schema": schema, "package": "0.1.0", "model": {"name": "en_test", "version": "1"}, "counts": {}}
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


def many_claims(articles: int, claims: int) -> Tables:
    """Return a run of `articles` articles with `claims` claims each, one a sentence."""
    tables: Tables = {name: [] for name in TABLES}
    types, stances = (
        ("revenue", "profit_loss", "sales_volume", "usage", "facility"),
        ("asserted", "planned", "forecast", "opinion"),
    )
    for number in range(articles):
        doc, name, at = f"d{number}", f"Company {number % 40}", 0
        subject = {"text": name, "name": name, "entity_id": f"e{number % 40}"}
        for index in range(claims):
            text = f"Revenue of {name} reached {index + 1} million euros in the year {2000 + index % 20} after a long and steady rise."
            spot = {"doc_id": doc, "sentence_id": f"{doc}.s{index}", "start": at, "end": at + len(text), "text": text}
            start = at + text.index(f"{index + 1} million")
            amount = {"value": (index + 1) * 1_000_000, "unit": "EUR", "quantity_id": f"{doc}.q{index}"}
            period = {
                "text": f"the year {2000 + index % 20}",
                "first_day": f"{2000 + index % 20}-01-01",
                "last_day": f"{2000 + index % 20}-12-31",
            }
            tables["sentences"].append({**spot, "block": "paragraph"})
            tables["entities"].append(
                {
                    **spot,
                    "start": at + 11,
                    "end": at + 11 + len(name),
                    "text": name,
                    "label": "ORG",
                    "entity_id": subject["entity_id"],
                    "name": name,
                }
            )
            tables["quantities"].append(
                {
                    **spot,
                    **amount,
                    "start": start,
                    "end": start + len(f"{index + 1} million euros"),
                    "text": f"{index + 1} million euros",
                    "kind": "money",
                }
            )
            tables["claims"].append({
                **spot, **amount, "claim_id": f"{doc}.c{index}", "type": types[index % 5], "stance": stances[(index + number) % 4], "subject": subject,
                "metric": "revenue", "period": period, "confidence": (index % 100) / 100,
            })  # fmt: skip
            at += len(text) + 1
        tables["documents"].append(
            {
                "doc_id": doc,
                "source": f"{number}.txt",
                "sha256": "0",
                "start": 0,
                "end": at,
                "title": f"News {number}",
                "company": name,
            }
        )
    return tables


@pytest.fixture
def browse(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Write a run's report and open it from disk; whatever the page complains of or asks the network for fails the test."""
    troubles: list[str] = []
    contexts = []

    def open_report(
        tables: Tables, view: str = "", quarantine: list[dict[str, str]] | None = None, **options: Any
    ) -> Any:
        path, _ = write_report(write_run(tmp_path / f"run{len(contexts)}", tables, quarantine))
        context = chromium.new_context(**{"viewport": {"width": 1300, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5000)
        page.on(
            "console", lambda message: troubles.append(message.text) if message.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("dialog", lambda dialog: (troubles.append(dialog.message), dialog.dismiss()))
        page.on(
            "request",
            lambda request: troubles.append(request.url) if not request.url.startswith(("file:", "blob:")) else None,
        )
        page.goto(path.as_uri() + view)
        return page

    yield open_report
    for context in contexts:
        context.close()
    assert troubles == []
