"""Rows of flattened tables: their bare numbers take the unit of the label, or of the table's head."""

import pytest

from pipeline.records import Block, Quantity, Sentence
from pipeline.stages.quantities import extract_quantities


def records(*parts: tuple[Block, str]) -> list[Quantity]:
    """Return the quantities of lines of an article."""
    text, sentences = "", []
    for block, part in parts:
        start = len(text)
        text += part + "\n"
        sentence = Sentence(
            doc_id="d", start=start, end=start + len(part), text=part, sentence_id=f"d.s{start}", block=block
        )
        sentences.append(sentence)
    found = extract_quantities(text, sentences)
    assert all(text[q.start : q.end] == q.text for q in found)
    return found


def lines(*parts: tuple[Block, str]) -> list[str]:
    """Return the quantities of lines of an article as "span value unit /per"."""
    return [f"{q.text} {q.value} {q.unit}" + (f" /{q.per}" if q.per else "") for q in records(*parts)]


def changes(*parts: tuple[Block, str]) -> list[str | None]:
    """Return what the quantities of lines of an article are changed by."""
    return [q.change for q in records(*parts)]


ROWS: list[tuple[str, str, list[str]]] = [
    ("Figures (in € million)  H1  H2", "Turnover  1,250  980.5", ["1,250 1250000000 EUR", "980.5 980500000 EUR"]),
    ("($ in thousands)", "Net cash\t310\t(25)", ["310 310000 USD", "(25) -25000 USD"]),
    ("In millions of euros", "Net cash 310 −25 n/a", ["310 310000000 EUR", "−25 -25000000 EUR"]),
    ("(in £m)", "Operating profit  12  10  +20%", ["12 12000000 GBP", "10 10000000 GBP", "20% 20 percent"]),
    ("(in € million)", "Earnings per share (€)  1.20  0.95", ["1.20 1.2 EUR /share", "0.95 0.95 EUR /share"]),
    ("(in € million)", "Employees  1,200  900", ["1,200 1200 employee", "900 900 employee"]),
    ("Bicycles by maker (sales in millions of units)", "Rotello\t1.7\t12%", ["1.7 1700000 unit", "12% 12 percent"]),
    (
        "Varno deliveries\t2024\t2025",
        "Peru\t1,433\t1,914\t–4%",
        ["1,433 1433 unit", "1,914 1914 unit", "4% 4 percent"],
    ),
    ("(thousand tonnes)", "Barley  310  290.5", ["310 310000 tonne", "290.5 290500 tonne"]),
    ("Depots", "Letters a day\t8,400\t5,100", ["8,400 8400 letter /day", "5,100 5100 letter /day"]),
    ("Depots", "Floor area (m2)\t700\t650", ["700 700 square_metre", "650 650 square_metre"]),
    ("Key data", "Earnings per share SEK 2.10 (1.87)", ["2.10 2.1 SEK /share", "(1.87) 1.87 SEK /share"]),
    ("Key data", "Net debt EUR 12 (-3)", ["12 12 EUR", "(-3) -3 EUR"]),
    ("Depots", "Cranes\t12\t0", ["12 12 crane", "0 0 crane"]),
]


@pytest.mark.parametrize(("head", "row", "expected"), ROWS)
def test_cells_take_the_unit_of_label_or_head(head: str, row: str, expected: list[str]) -> None:
    assert lines(("heading", head), ("list_item", row)) == expected


def test_head_ends_where_running_text_begins() -> None:
    found = lines(("heading", "(in € million)"), ("paragraph", "That was all."), ("list_item", "Turnover  12  15"))
    assert not any("EUR" in line for line in found)


def test_years_are_no_cells() -> None:
    assert lines(("heading", "(in € million)"), ("list_item", "Turnover 2025 2024")) == []


def test_running_text_has_no_rows() -> None:
    assert lines(("heading", "(in € million)"), ("paragraph", "Turnover 12 15")) == []


def test_cells_set_apart_by_spaces_take_a_head_without_brackets_and_give_changes() -> None:
    text = "EUR million   H1 2024   H1 2023   Change\nOrder intake   1,214   1,302   -6.8%\nRevenue   1,100   1,083   +1.6%"
    sentences, start = [], 0
    for n, line in enumerate(text.split("\n")):
        block: Block = "list_item" if n else "heading"
        sentences.append(
            Sentence(doc_id="d", start=start, end=start + len(line), text=line, sentence_id=f"d.s{n}", block=block)
        )
        start += len(line) + 1
    found = [(q.value, q.unit, q.change) for q in extract_quantities(text, sentences)]
    assert found == [
        (1214000000, "EUR", None),
        (1302000000, "EUR", None),
        (6.8, "percent", "down"),
        (1100000000, "EUR", None),
        (1083000000, "EUR", None),
        (1.6, "percent", "up"),
    ]


def test_a_row_set_apart_by_spaces_is_one_in_a_paragraph_too() -> None:
    head, row = "EUR million      H1 2024    H1 2023", "Orders           1,214      1,302"
    assert lines(("paragraph", head), ("paragraph", row)) == ["1,214 1214000000 EUR", "1,302 1302000000 EUR"]


def test_negative_margins_are_no_changes() -> None:
    found = lines(("heading", "(in € million)"), ("list_item", "Margin   -6.8%   -5.2%"))
    assert found[0].split()[1].lstrip("-") == "6.8"


def test_the_unit_of_one_column_leaves_the_scale_of_the_table() -> None:
    heads: list[tuple[Block, str]] = [("heading", "(Millions of yen)"), ("list_item", "Sales\tDividend (yen)")]
    assert lines(*heads, ("list_item", "Forecast\t418,000\t31,500"))[0] == "418,000 418000000000 JPY"


def test_each_column_may_have_a_unit_of_its_own() -> None:
    head = ("heading", "Day\tNumber of shares\tAverage price (SEK)\tAmount (SEK million)")
    rows = (("list_item", "3 May\t12,500\t214.36\t2.7"), ("list_item", "2,100\t900\t19.80\t3.8"))
    prose = ("paragraph", "It closed at 214.36.")
    assert lines(head, *rows, prose) == [
        "12,500 12500 share",
        "214.36 214.36 SEK",
        "2.7 2700000 SEK",
        "900 900 share",
        "19.80 19.8 SEK",
        "3.8 3800000 SEK",
        "214.36 214.36 None",
    ]


def test_no_quantity_reaches_over_cells() -> None:
    assert lines(("heading", "October 2025\tYear on year\tJanuary 2025\tYear on year")) == []


def test_growth_between_the_two_cells_before_it_is_a_change() -> None:
    parts: list[tuple[Block, str]] = [("heading", "(in € million)"), ("list_item", "Turnover\t5,869\t5,709\t2.8%")]
    assert changes(*parts) == [None, None, "up"]
    assert changes(parts[0], ("list_item", "Turnover\t5,869\t5,709\t9.1%")) == [None, None, None]


def test_cells_may_be_ranges() -> None:
    found = lines(("heading", "\tBefore\tNow"), ("list_item", "Bicycles built\t30,000–32,000\t29,500–30,500"))
    assert found == ["30,000–32,000 30000 bicycle", "29,500–30,500 29500 bicycle"]
    assert lines(("list_item", "Depots\t2023–24\t2024–25")) == []


def test_the_cells_of_a_row_of_changes_have_their_sign_as_direction() -> None:
    parts: list[tuple[Block, str]] = [("heading", "(millions of yen)"), ("list_item", "Change (%)\t+4.5\t-21.3")]
    assert [(q.value, q.change) for q in records(*parts)] == [(4.5, "up"), (21.3, "down")]
