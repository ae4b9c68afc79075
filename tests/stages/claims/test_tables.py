"""What the cells of a table say of the figures in its rows."""

import pytest

from pipeline.stages.claims.tables import table_rows
from pipeline.stages.read import read_bytes
from tests.stages.claims.conftest import records

HEAD = ("heading", "Vendor\tShipments (m)\tMarket share")


def rows(*lines):
    _, sentences, entities = records([lines], {"Orvelle": "ORG", "Datalys": "ORG"})
    return [row for s in sentences if (row := table_rows(sentences, entities, []).get(s.sentence_id))]


def over(row):
    return [head.text if (head := row.over(cell.start)) else None for cell in row.cells]


def test_each_cell_stands_under_its_head():
    (row,) = rows(HEAD, ("list_item", "Orvelle\t58.1\t18.6%"))
    assert over(row) == ["Shipments (m)", "Market share"]
    assert [entity.name for entity in row.label.names] == ["Orvelle"]
    assert row.title.text == "Vendor"


def test_a_head_may_leave_out_the_cell_over_the_labels():
    (row,) = rows(("heading", "2024\t2023"), ("list_item", "Net sales\t410\t395"))
    assert over(row) == ["2024", "2023"]
    assert row.title is None


def test_spaces_set_cells_apart_as_tabs_do():
    (row,) = rows(("heading", "Vendor    Shipments    Share"), "Orvelle    58.1    18.6%")
    assert over(row) == ["Shipments", "Share"]


@pytest.mark.parametrize("block", ["furniture", "list_item", "paragraph"])
def test_a_row_that_only_names_columns_is_a_head_whatever_its_block(block):
    found = rows((block, "Vendor    Shipments    Share"), "Orvelle    58.1    18.6%")
    assert over(found[-1]) == ["Shipments", "Share"]


@pytest.mark.parametrize("between", ["The market grew again.", ("heading", "Key figures")])
def test_a_head_holds_until_a_line_that_is_no_row(between):
    found = rows(HEAD, ("list_item", "Orvelle\t58.1\t18.6%"), between, ("list_item", "Orvelle\t7.2\t3.1%"))
    assert [over(row) for row in found] == [["Shipments (m)", "Market share"], [None, None]]


def test_a_head_of_other_length_tells_nothing():
    (row,) = rows(HEAD, ("list_item", "Orvelle\t58.1\t18.6%\t+4%\t2"))
    assert over(row) == [None, None, None, None]


def test_prose_is_no_table():
    assert rows(HEAD[1].replace("\t", " "), "Orvelle shipped 58.1 million phones.") == []


TABLE = """Orvelle and Datalys lead the market for hearing aids

Lyon, 12 November 2024 – Orvelle SA and Datalys AG were ahead again, says the association of makers.

Makers in the third quarter of 2024

Maker	Shipments (thousand units)	Market share

Orvelle SA	412	31.5%

Datalys AG	287	21.9%
"""


def test_heads_and_labels_tell_metrics_and_subjects(flow):
    source = read_bytes(TABLE.encode(), "table.txt", ".txt")
    claims = flow.extract(source.text, source.articles[0]).claims
    assert [(c.subject.name, c.metric, c.value) for c in claims if c.value is not None] == [
        ("Orvelle SA", "shipments", 412_000),
        ("Orvelle SA", "market_share", 31.5),
        ("Datalys AG", "shipments", 287_000),
        ("Datalys AG", "market_share", 21.9),
    ]
