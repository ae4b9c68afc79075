from pathlib import Path

import pytest

from pipeline.review.columns import COLUMNS
from pipeline.review.sheet import SheetError, read_sheet
from tests.review.sheets import save, save_as, sheet


def test_the_claim_is_marked_in_its_sentence_with_article_and_day(finished_run: Path) -> None:
    row = next(r for r in sheet(finished_run) if r["value"] == "53700000")
    assert "⟦" in row["context"]
    assert "rose 5.5% to €53.7 million" in row["context"].split("⟦")[1].split("⟧")[0]
    assert row["article"].endswith("2020-11-04")


@pytest.mark.parametrize(
    ("delimiter", "encoding"),
    [(",", "utf-8-sig"), (";", "utf-8"), ("\t", "utf-16"), (";", "cp1252"), ("\t", "utf-8-sig")],
)
def test_what_spreadsheet_programs_save_is_read(
    finished_run: Path, tmp_path: Path, delimiter: str, encoding: str
) -> None:
    rows = sheet(finished_run)
    for row in rows:
        row["verdict"] = "Yes"
    read = read_sheet(save_as(tmp_path / "s.csv", rows, delimiter, encoding))
    assert [row["claim_id"] for row in read] == [row["claim_id"] for row in rows]
    assert {row["verdict"] for row in read} == {"y"}


@pytest.mark.parametrize(
    ("spelling", "verdict"),
    [
        ("Y", "y"),
        ("TRUE", "y"),
        ("ok", "y"),
        ("✓", "y"),
        ("No", "n"),
        ("0", "n"),
        ("Partly", "p"),
        ("p", "p"),
        ("", ""),
    ],
)
def test_other_spellings_of_a_verdict(finished_run: Path, tmp_path: Path, spelling: str, verdict: str) -> None:
    rows = sheet(finished_run, 100)[:1]
    rows[0]["verdict"] = rows[0]["metric_ok"] = spelling
    read = read_sheet(save(tmp_path / "s.csv", rows))[0]
    assert (read["verdict"], read["metric_ok"]) == (verdict, verdict)


def test_an_unknown_spelling_is_named_with_its_line(finished_run: Path, tmp_path: Path) -> None:
    rows = sheet(finished_run)[:2]
    rows[1]["metric_ok"] = "perhaps"
    with pytest.raises(SheetError, match=r"s\.csv:3: metric_ok is 'perhaps'; write y, n or partly"):
        read_sheet(save(tmp_path / "s.csv", rows))


def test_missing_rows_blank_lines_and_field_columns_are_no_error(finished_run: Path, tmp_path: Path) -> None:
    kept = [name for name in COLUMNS if not name.endswith("_ok") and name not in ("comment", "sheet", "context")]
    rows = sheet(finished_run)[2:]
    path = save(tmp_path / "s.csv", rows, kept)
    path.write_text(path.read_text(encoding="utf-8").replace("\r\n", "\r\n,,,\r\n\r\n"), encoding="utf-8")
    assert len(read_sheet(path)) == len(rows)


def test_columns_that_scoring_needs_are_named(finished_run: Path, tmp_path: Path) -> None:
    path = save(tmp_path / "s.csv", sheet(finished_run), ["verdict", "claim_id", "rows"])
    with pytest.raises(SheetError, match="no column found_type, stratum, stratum_size"):
        read_sheet(path)


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", "no column"), (b"PK\x03\x04rest", "Excel or OpenDocument workbook; save the sheet as CSV")],
)
def test_another_file_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "s.csv").write_bytes(content)
    with pytest.raises(SheetError, match=message):
        read_sheet(tmp_path / "s.csv")
    with pytest.raises(SheetError, match="cannot read"):
        read_sheet(tmp_path / "absent.csv")


def test_a_row_that_stands_twice_and_a_damaged_size_are_named(finished_run: Path, tmp_path: Path) -> None:
    rows = sheet(finished_run)[:1]
    with pytest.raises(SheetError, match="stands in two rows"):
        read_sheet(save(tmp_path / "s.csv", rows * 2))
    rows[0]["stratum_size"] = "many"
    with pytest.raises(SheetError, match="stratum_size is 'many', no number"):
        read_sheet(save(tmp_path / "s.csv", rows))


def test_formulas_come_back_as_text(finished_run: Path, tmp_path: Path) -> None:
    rows = sheet(finished_run)[:1]
    rows[0]["subject"] = "=1+1"
    path = save(tmp_path / "s.csv", rows)
    assert "'=1+1" in path.read_text(encoding="utf-8")
    assert read_sheet(path)[0]["subject"] == "=1+1"
