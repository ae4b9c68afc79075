"""Which lines make a list of labels with figures, and what heads it."""

import pytest

from pipeline.language.listings import listings
from pipeline.records import Block, Sentence


def found(*lines: tuple[Block, str]) -> list[tuple[str | None, list[str]]]:
    """Return each list's head and labels."""
    sentences, at = [], 0
    for n, (block, text) in enumerate(lines):
        sentences.append(
            Sentence(doc_id="d", start=at, end=at + len(text), text=text, sentence_id=f"d.s{n}", block=block)
        )
        at += len(text) + 1
    return [
        (listing.head.text if listing.head else None, [line.label for line in listing.lines])
        for listing in listings(sentences)
    ]


def test_labels_stand_before_a_colon_or_a_dash() -> None:
    lines: list[tuple[Block, str]] = [
        ("list_item", "Lumo 3: 27,247"), ("list_item", "2. Varn – $3.4bn"), ("list_item", "500 EV: 12 (+3%)"),
    ]  # fmt: skip
    assert found(("heading", "Sales"), *lines) == [("Sales", ["Lumo 3", "Varn", "500 EV"])]


@pytest.mark.parametrize("line", ["Lumo: a phone", "12: 30", "Well-known"])
def test_other_lines_end_a_list(line: str) -> None:
    items: list[tuple[Block, str]] = [("list_item", "Lumo: 27"), ("list_item", "Varn: 12")]
    assert found(*items, ("list_item", line))[0][1] == ["Lumo", "Varn"]


def test_a_sentence_without_a_colon_heads_nothing() -> None:
    items: list[tuple[Block, str]] = [("list_item", "Lumo: 27"), ("list_item", "Varn: 12")]
    assert [head for head, _ in found(("paragraph", "Sales rose."), *items)] == [None]
    assert [head for head, _ in found(("paragraph", "Sales were:"), *items)] == ["Sales were:"]
