import json
from pathlib import Path

import pytest

from pipeline.tables import RunError, load_run


def source_text(run: Path, source: str) -> str:
    rendered = run / "text" / f"{source}.txt"
    path = rendered if rendered.exists() else run.parent / "in" / source
    return path.read_bytes().decode()


def test_records_stand_in_the_text_that_is_rebuilt_from_sentences(finished_run: Path) -> None:
    run = load_run(finished_run)
    assert {article.document.source for article in run.articles} == {"quarter.txt", "page.html"}
    for article in run.articles:
        first, text = article.document.start, article.text
        assert len(text) == article.document.end - first
        records = list(article.grounded())
        assert {type(record).__name__ for record in records} >= {"Sentence", "Entity", "Quantity", "Time", "Claim"}
        for record in records:
            assert text[record.start - first : record.end - first] == record.text


def test_rebuilt_text_differs_from_the_source_in_white_space_and_markers_only(finished_run: Path) -> None:
    for article in load_run(finished_run).articles:
        whole = source_text(finished_run, article.document.source)[article.document.start : article.document.end]
        differing = {(one, other) for one, other in zip(article.text, whole, strict=True) if one != other}
        assert all(one in " \n" and (other.isspace() or other == "-") for one, other in differing)


def test_a_folder_that_holds_no_run_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"holds no run .*make one: python -m pipeline run"):
        load_run(tmp_path)
    with pytest.raises(RunError, match="is no folder"):
        load_run(tmp_path / "absent")


@pytest.mark.parametrize("version", ["1.0", "0.9", "9.0", None])
def test_another_schema_version_is_refused_with_what_to_do(own_run: Path, version: str | None) -> None:
    path = own_run / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "schema": version}))
    with pytest.raises(RunError, match=rf"schema {version or 'unknown'}, this version reads .*run the pipeline again"):
        load_run(own_run)


@pytest.mark.parametrize("content", ["", "{", "[1]", "null"])
def test_a_broken_manifest_is_named(own_run: Path, content: str) -> None:
    (own_run / "manifest.json").write_text(content)
    with pytest.raises(RunError, match=r"manifest\.json|schema unknown"):
        load_run(own_run)


def test_a_broken_line_is_named_with_its_field(own_run: Path) -> None:
    path = own_run / "claims.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([lines[0], lines[1].replace('"stance":"', '"stance":"un')]), encoding="utf-8")
    with pytest.raises(RunError, match=r"claims\.jsonl:2: stance: "):
        load_run(own_run)


def test_a_missing_table_and_a_stray_record_are_named(own_run: Path) -> None:
    (own_run / "times.jsonl").unlink()
    with pytest.raises(RunError, match=r"no times\.jsonl"):
        load_run(own_run)
    (own_run / "times.jsonl").write_text("")
    (own_run / "documents.jsonl").write_text("")
    with pytest.raises(RunError, match=r"no article .* in documents\.jsonl"):
        load_run(own_run)
