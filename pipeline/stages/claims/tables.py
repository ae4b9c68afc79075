"""Rows of tables and lists: what a row's own label and the head over a figure say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pipeline.language.cells import cell_spans
from pipeline.language.listings import Line, Listing, listings
from pipeline.records import Entity, Sentence, Time
from pipeline.stages.claims.vocabulary import metric_cues


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
    """Return the rows of an article's tables, and of its lists of names with figures, by sentence id."""
    lists = list(listings(sentences))
    lines = {s.sentence_id: cells for s in sentences if len(cells := _cells(s)) > 1}
    listed = {line.sentence.sentence_id: _cells_of(line) for listing in lists for line in listing.lines}
    heads = {h.sentence_id: [_cell(h, h.start, h.end)] for listing in lists if (h := listing.head) is not None}
    by_line = heads | listed | lines
    for entity in entities if by_line else ():
        for cell in by_line.get(entity.sentence_id, ()):
            if cell.start <= entity.start < cell.end:
                cell.names.append(entity)
    for time in times if by_line else ():
        for cell in by_line.get(time.sentence_id, ()):
            if cell.start <= time.start < cell.end:
                cell.times.append(time)
    return _listed_rows(lists, listed, heads) | _rows(sentences, lines)


def _listed_rows(
    lists: Iterable[Listing], listed: Mapping[str, Sequence[Cell]], heads: Mapping[str, Sequence[Cell]]
) -> dict[str, Row]:
    """Return the lines of lists that begin with a name as rows of one column.

    Its head is the list's, or the last before it that names a metric, where its own names none.
    """
    rows: dict[str, Row] = {}
    over: Sequence[Cell] = ()
    for listing in lists:
        if listing.head is not None and any(metric_cues().find(listing.head.text)):
            over = heads[listing.head.sentence_id]
        for line in listing.lines:
            label, value = listed[line.sentence.sentence_id]
            if over and label.names:
                rows[line.sentence.sentence_id] = Row(label, [value], over, None)
    return rows


def _rows(sentences: Sequence[Sentence], lines: Mapping[str, Sequence[Cell]]) -> dict[str, Row]:
    """Return the rows of tables; a head holds until a line that is no row.

    A head without a cell over the labels is a cell shorter than its rows.
    """
    rows: dict[str, Row] = {}
    head: Sequence[Cell] = ()
    for sentence in sentences:
        line = lines.get(sentence.sentence_id, [])
        if sentence.block == "heading" or (line and not head and _is_head(line)):
            head = line
        elif line:
            label, *cells = line
            title, heads = (head[0], head[1:]) if len(head) == len(line) else (None, head)
            rows[sentence.sentence_id] = Row(label, cells, heads if len(heads) == len(cells) else (), title)
        else:
            head = ()
    return rows


def _is_head(line: Sequence[Cell]) -> bool:
    """Tell whether a row only names its columns: each of its cells begins with a letter or is a time."""
    return all(cell.text[:1].isalpha() or any(cell.start == t.start for t in cell.times) for cell in line)


def _cells(sentence: Sentence) -> list[Cell]:
    return [_cell(sentence, start, end) for start, end in cell_spans(sentence.text, sentence.start)]


_VALUE = re.compile(r"[^(\[;]+?(?=\s*(?:[(\[;]|,\s|$))")
"""What stands before brackets and the like behind a label: "27,247" of "Acme One: 27,247 (+12%)"."""


def _cells_of(line: Line) -> list[Cell]:
    """Return the cells of a list's line: its label, and the value that the list's head speaks of."""
    sentence = line.sentence
    value = _VALUE.match(sentence.text, line.behind - sentence.start)
    end = sentence.start + value.end() if value else sentence.end
    return [_cell(sentence, line.start, line.end), _cell(sentence, line.behind, end)]


def _cell(sentence: Sentence, start: int, end: int) -> Cell:
    return Cell(start, end, sentence.text[start - sentence.start : end - sentence.start], [], [])
