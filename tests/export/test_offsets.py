"""Every format shows every record at its exact place; emoji and CRLF stand in the texts."""

import json
import warnings
from io import BytesIO
from pathlib import Path

import cassis
import spacy
from spacy.tokens import DocBin

from pipeline.export.annotated import annotate
from pipeline.export.cas import LAYERS, SENTENCE
from pipeline.export.formats import FORMATS
from pipeline.tables import load_run


def content(run: Path, name: str, file: str) -> str:
    found = FORMATS[name].files(run, load_run(run))[file]
    assert isinstance(found, str)
    return found


def json_lines(run: Path, name: str) -> list[dict]:  # type: ignore[type-arg]
    return [json.loads(line) for line in content(run, name, f"{name}.jsonl").splitlines()]


def expected(run: Path) -> list[tuple[str, str, str]]:
    """(table, label, text) of every record with a mark."""
    articles = [annotate(article) for article in load_run(run).articles]
    return sorted((m.table, m.label, m.record.text) for article in articles for m in article.marks)


def test_label_studio(finished_run: Path) -> None:
    found = []
    for task in json.loads(content(finished_run, "label-studio", "tasks.json")):
        for item in task["predictions"][0]["result"]:
            if item["type"] == "labels":
                value = item["value"]
                assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
                found.append((item["from_name"], value["labels"][0], value["text"]))
    assert sorted(found) == expected(finished_run)


def test_prodigy_with_tokens_and_relations(finished_run: Path) -> None:
    found = 0
    for task in json_lines(finished_run, "prodigy"):
        text, tokens = task["text"], task["tokens"]
        assert all(text[t["start"] : t["end"]] == t["text"] for t in tokens)
        assert "".join(t["text"] + " " * t["ws"] for t in tokens) == text
        for span in task["spans"]:
            assert tokens[span["token_start"]]["start"] == span["start"]
            assert tokens[span["token_end"]]["end"] == span["end"]
        for relation in task["relations"]:
            assert relation["head"] == relation["head_span"]["token_end"]
            assert relation["head_span"] in task["spans"]
            assert relation["child_span"] in task["spans"]
        found += len(task["spans"])
    assert found == len(expected(finished_run))


def test_doccano_with_relations(finished_run: Path) -> None:
    labels = {"entities": "entity", "quantities": "quantity", "times": "time", "claims": "claim"}
    found, ids, used = [], [], []
    for example in json_lines(finished_run, "doccano"):
        for entity in example["entities"]:
            ids.append(entity["id"])
            found.append((entity["label"], example["text"][entity["start_offset"] : entity["end_offset"]]))
        here = {entity["id"] for entity in example["entities"]}
        for relation in example["relations"]:
            assert {relation["from_id"], relation["to_id"]} <= here
            used.append(relation["id"])
    assert sorted(found) == sorted((f"{labels[t]}.{label}", text) for t, label, text in expected(finished_run))
    assert len(set(ids)) == len(ids)
    assert len(set(used)) == len(used) > 0


def test_spacy_docs(finished_run: Path) -> None:
    data = FORMATS["spacy"].files(finished_run, load_run(finished_run))["claims.spacy"]
    assert isinstance(data, bytes)
    docs = list(DocBin().from_bytes(data).get_docs(spacy.blank("en").vocab))
    articles = load_run(finished_run).articles
    assert [doc.text for doc in docs] == [article.text for article in articles]
    found = [(group, span.label_, span.text) for doc in docs for group in doc.spans for span in doc.spans[group]]
    assert sorted(found) == expected(finished_run)
    for doc in docs:
        for span in doc.spans["claims"]:
            assert doc.user_data["records"][span.id_]["type"] == span.label_
        assert {ent.label_ for ent in doc.ents} & {"ORG", "PERSON", "GPE"}


def test_cas_for_inception(finished_run: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        files = FORMATS["cas"].files(finished_run, load_run(finished_run))
    types = cassis.load_typesystem(BytesIO(str(files.pop("TypeSystem.xml")).encode()))
    found, slots = [], []
    articles = {article.document.doc_id: article for article in load_run(finished_run).articles}
    for name, xmi in files.items():
        cas = cassis.load_cas_from_xmi(BytesIO(str(xmi).encode()), typesystem=types)
        article = articles[name.removesuffix(".xmi")]
        assert cas.sofa_string == article.text
        assert [s.get_covered_text() for s in cas.select(SENTENCE)] == [s.text for s in article.sentences]
        for table, layer in LAYERS.items():
            for mark in cas.select(layer):
                label = getattr(mark, {"entities": "value", "claims": "claim_type"}.get(table, "kind"))
                found.append((table, label, mark.get_covered_text()))
                if table == "claims" and mark.arguments:
                    slots += [slot.role for slot in mark.arguments.elements]
    assert sorted(found) == expected(finished_run)
    assert {"subject", "value", "change", "period", "speaker"} <= set(slots)


def test_cas_offsets_count_utf_16_units_in_the_file(finished_run: Path) -> None:
    files = FORMATS["cas"].files(finished_run, load_run(finished_run))
    xmi = next(str(text) for text in files.values() if "🎉" in str(text))
    article = next(a for a in load_run(finished_run).articles if "🎉" in a.text)
    last = article.sentences[-1]
    before = article.text[: last.start - article.document.start]
    assert f'begin="{len(before.encode("utf-16-le")) // 2}"' in xmi


def test_equal_runs_give_equal_bytes(finished_run: Path) -> None:
    for name, made in FORMATS.items():
        assert made.files(finished_run, load_run(finished_run)) == made.files(finished_run, load_run(finished_run)), (
            name
        )
