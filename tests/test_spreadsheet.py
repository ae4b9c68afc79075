import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.spreadsheet import csv_text, neutral, original


@pytest.mark.parametrize("cell", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''@x"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(cell: str) -> None:
    assert neutral(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-12", "+5.5", "-1e9", "Orvelle's", "'quoted'", "a=b", ""])
def test_numbers_and_plain_text_stay(cell: str) -> None:
    assert neutral(cell) == cell


@given(st.text(alphabet="'=+-@\t\r1a ", max_size=8))
def test_a_cell_comes_back(cell: str) -> None:
    assert original(neutral(cell)) == cell


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1))
def test_a_table_comes_back_from_csv(cells: list[str]) -> None:
    text = csv_text(["a", "b"], [{"a": cell, "b": None} for cell in cells])
    assert text.startswith("\ufeffa,b\r\n")
    rows = list(csv.DictReader(io.StringIO(text[1:], newline="")))
    assert [original(row["a"]) for row in rows] == cells
