from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.stages.entities import GazetteerError, load_gazetteer
from tests.stages.entities.conftest import Reader

HEAD = "name\taliases\tlabel\tlei\tticker\twikidata\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "names.tsv"


def test_listed_names_win_over_the_model(read: Reader, table: Path) -> None:
    table.write_text(HEAD + "Okuda Marine Corporation\tOkuda|OMC\tORG\t\tOMC\tQ1\nWill\t\tPRODUCT\n", encoding="utf-8")
    found = read("Okuda met OMC. They bought Will.", gazetteer=load_gazetteer(table))
    listed = [(e.text, e.label, e.name) for e in found if e.text in ("Okuda", "OMC", "Will")]
    assert listed == [
        ("Okuda", "ORG", "Okuda Marine Corporation"),
        ("OMC", "ORG", "Okuda Marine Corporation"),
        ("Will", "PRODUCT", "Will"),
    ]


def test_listed_names_are_found_where_they_look_like_words(read: Reader, table: Path) -> None:
    table.write_text("name\tlabel\nstripe lamp\tPRODUCT\n", encoding="utf-8")
    assert [e.text for e in read("the stripe lamp is cheap", gazetteer=load_gazetteer(table))] == ["stripe lamp"]


def test_external_identifiers_are_kept(table: Path) -> None:
    table.write_text(HEAD + "# a comment\n\nOkuda\tOMC\t\t5299000000000000\tOMC\tQ1\n", encoding="utf-8")
    entry = load_gazetteer(table).entry("OMC")
    assert entry is not None
    assert (entry.name, entry.label, dict(entry.ids)) == (
        "Okuda", "ORG", {"lei": "5299000000000000", "ticker": "OMC", "wikidata": "Q1"},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("", "no line with the names of the columns"),
        ("name\tcolour\nOkuda\tred\n", "unknown column 'colour'"),
        ("name\tlabel\nOkuda\tFIRM\n", ":2: unknown label 'FIRM'"),
        ("name\tlabel\n\tORG\n", ":2: no name"),
        ("name\taliases\nOkuda\tOMC\nOmicron\tOMC\n", ":3: 'OMC' already stands for 'Okuda'"),
    ],
)
def test_what_is_wrong_with_a_table_is_said(table: Path, body: str, reason: str) -> None:
    table.write_text(body, encoding="utf-8")
    with pytest.raises(GazetteerError, match=reason):
        load_gazetteer(table)
