"""Rows of tables: what a row's own label and the cell of the head over a figure say of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.language.cells import cell_spans
from pipeline.records import Entity, Sentence, Time


class Cell(NamedTuple):
    """A cell of a table with the names and times in it; offsets count in the source."""

    start: int
    end: int
    text: str
    names: list[Entity]
    times: list[Time]


class Row(NamedTuple):
    """A row with figures: its label, its further cells, and the cells of the table's head over these, if any.

    `title` is the head's cell over the labels, None where the head has none.
    """

    label: Cell
    cells: Sequence[Cell]
    heads: Sequence[Cell]
    title: Cell | None

    def over(self, at: int) -> Cell | None:
        """Return the head's cell over the cell at a place in the source, None where there is none."""
        index = next((i for i, cell in enumerate(self.cells) if cell.start <= at < cell.end), None)
        return None if index is None or index >= len(self.heads) else self.heads[index]


def table_rows(sentences: Sequence[Sentence], entities: Iterable[Entity], times: Iterable[Time]) -> dict[str, Row]:
    """Return the rows of an article's tables by sentence id; a head holds until a line that is no row.

    A head without a cell over the labels is a cell shorter than its rows.
    """
    lines = {s.sentence_id: cells for s in sentences if len(cells := _cells(s)) > 1}
    if not lines:
        return {}
    for entity in entities:
        for cell in lines.get(entity.sentence_id, ()):
            if cell.start <= entity.start < cell.end:
                cell.names.append(entity)
    for time in times:
        for cell in lines.get(time.sentence_id, ()):
            if cell.start <= time.start < cell.end:
                cell.times.append(time)
    rows: dict[str, Row] = {}
    head: Sequence[Cell] = ()
    for sentence in sentences:
        line = lines.get(sentence.sentence_id, [])
        if sentence.block == "heading":
            head = line
        elif line:
            label, *cells = line
            title, heads = (head[0], head[1:]) if len(head) == len(line) else (None, head)
            rows[sentence.sentence_id] = Row(label, cells, heads if len(heads) == len(cells) else (), title)
        else:
            head = ()
    return rows


def _cells(sentence: Sentence) -> list[Cell]:
    at, text = sentence.start, sentence.text
    return [Cell(start, end, text[start - at : end - at], [], []) for start, end in cell_spans(text, at)]
