"""Reads rows of flattened tables: a label and bare numbers, whose unit stands in the label or in the table's head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language.cells import cell_spans
from pipeline.records import Sentence
from pipeline.stages.quantities.counts import metric_at
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.currencies import mark_at
from pipeline.stages.quantities.currency_context import CurrencyContext
from pipeline.stages.quantities.rates import rate_behind, rate_in_label
from pipeline.stages.quantities.reading import Reading
from pipeline.stages.quantities.scales import scale_factor
from pipeline.stages.quantities.table_columns import (
    Column,
    column_reading,
    counted_in,
    measured_in,
    number_of,
    scaled_count,
)
from pipeline.stages.quantities.tokens import Tokens

_HEAD_FILLER = cue("head_filler")
_ROW_RATIO = cue("row_ratio")
_ROW_WITHOUT_MONEY = cue("row_without_money")
_CELL = re.compile(
    r"(?<!\S)(\()?([-−–+])?([0-9][0-9,]*+(?:\.[0-9]++)?)(?:[-–]([0-9][0-9,]*+(?:\.[0-9]++)?))?(?(1)\))(?!\S)"
)
_FIRST_CELL = re.compile(r"\s(?=[(+−–-]{0,2}[0-9])")
_EMPTY_CELL = re.compile(r"(?:n/?[am]|[-–—])", re.IGNORECASE)
_UNIT_CELL = re.compile(r"[(+−–-]{0,2}[0-9][0-9.,]*+(?:%|[a-z]{1,2}|\s?(?:bps|pp|pts?))\)?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?:[-–][0-9]{2,4})?")
_MINUS = "-−–"
_CHANGE = re.compile(r"\W*(?:change|growth|increase)\b", re.IGNORECASE)
"""What the label of a row of changes begins with: "Change (%)"."""
_ROUNDING = 0.06
"""What a percentage in a table differs from the exact growth at most."""
_PREDICATES = frozenset("was were is are of to at reached amounted totalled totaled".split())
"""Words that lead from what is measured to its value, which no label of a row ends with."""
_MAX_LABEL = 80
_MAX_HEAD = 8
"""Tokens that currency and scale of a head may take."""


class Tables:
    """Follows the tables of one article: a head such as "(in € million)" holds until running text begins."""

    def __init__(self, text: str, currencies: CurrencyContext) -> None:
        self._text, self._currencies = text, currencies
        self._head: Column | None = None
        self._columns: list[Column | None] = []
        self._tokens: Tokens | None = None
        self._cut = -1

    def tokens(self, sentence: Sentence) -> Tokens:
        """Return the tokens of a sentence, which is cut only once if it was looked at as a row."""
        if self._tokens is None or self._cut != sentence.start:
            self._tokens, self._cut = Tokens(self._text, sentence.start, sentence.end), sentence.start
        return self._tokens

    def row(self, sentence: Sentence, *, cells: bool) -> list[Reading]:
        """Return the bare numbers of the sentence where it is a row of a table; sentences come in text order.

        cells: whether tabs or spaces set cells apart in it.
        """
        if not cells and sentence.block not in ("list_item", "heading"):
            self._head, self._columns = None, []
            return []
        by_column = self._by_column(sentence)
        bare = list(_cells(self._text, sentence.start, sentence.end))
        if not bare and by_column:
            return by_column
        if not bare:
            self._columns = self._heads(sentence)
            label = self.tokens(sentence)
            stated = self.stated(label) or self._metric_head(sentence)
            if stated and not (self._head and self._head.unit == stated.unit and self._head.factor > stated.factor):
                self._head = stated  # the "(yen)" of one column leaves the "(millions of yen)" of the table
            return []
        column = self._column(Tokens(self._text, sentence.start, bare[0].start()))
        taken = {reading.start for reading in by_column}
        found = [r for r in (column_reading(cell, column) for cell in bare) if r.start not in taken] if column else []
        closed = bare[-1].end() == sentence.end and not (bare[0][1] or bare[-1][2])
        if not cells and len(found) == 2 and bare[1][1] and closed:
            found[1] = found[1]._replace(value=abs(found[1].value))  # "SEK 2.10 (1.87)": the year before
        if column and column.kind == "percent" and _CHANGE.match(self._text, sentence.start):
            found = [r._replace(value=abs(r.value), change="down" if r.value < 0 else "up") for r in found]
        return sorted([*found, *by_column])

    def _heads(self, sentence: Sentence) -> list[Column | None]:
        """Return what each column of a table measures by its own head: "Average price (SEK)"; None where none says."""
        spans = cell_spans(sentence.text, sentence.start)
        cells = [Tokens(self._text, *span) for span in spans]
        heads = [self.stated(cell) or measured_in(cell) or number_of(cell) for cell in cells] if len(cells) > 1 else []
        return heads if any(heads) else []

    def _by_column(self, sentence: Sentence) -> list[Reading]:
        """Return the bare numbers of a row whose columns have units of their own."""
        if not self._columns:
            return []
        spans = cell_spans(sentence.text, sentence.start)
        heads = self._columns if len(self._columns) == len(spans) else [None, *self._columns]
        if len(heads) != len(spans):
            return []
        found = ((_CELL.fullmatch(self._text, *span), head) for span, head in zip(spans, heads, strict=True))
        return [column_reading(cell, head) for cell, head in found if cell and head]

    def _column(self, label: Tokens) -> Column | None:
        """Return what a row counts or measures, from its label, else from the head of the table."""
        stated = self.stated(label) or measured_in(label) or self._marked(label)
        if stated:
            return stated
        if not self._head:
            return counted_in(label)
        if not _ROW_WITHOUT_MONEY.isdisjoint(label.vocabulary):
            return None if not _ROW_RATIO.isdisjoint(label.vocabulary) else counted_in(label)
        if self._head.kind != "money":
            return self._head
        per = rate_in_label(label)
        return Column("money", self._head.unit, 1 if per else self._head.factor, per=per)

    def _marked(self, label: Tokens) -> Column | None:
        """Return the money of a label that ends with its currency: "Earnings per share SEK"."""
        mark = mark_at(label, label.last - 1) if label.last - label.first > 1 else None
        if mark is None or mark[1] != label.last:
            return None
        return Column(
            "money", self._currencies.code(mark[0].currency), mark[0].scale, mark[0].divisor, rate_in_label(label)
        )

    def _metric_head(self, sentence: Sentence) -> Column | None:
        """Return what is counted in columns whose first heading is a metric: "Deliveries   May   June"."""
        cells = cell_spans(sentence.text, sentence.start)
        if not cells:
            return None
        t = Tokens(self._text, *cells[0])
        found = next(filter(None, (metric_at(t, k) for k in range(t.first, t.last))), None)
        return Column("count", found[0]) if found else None

    def stated(self, t: Tokens) -> Column | None:
        """Return unit and scale of "(in € million)", "($ in thousands)", "EUR million", "(millions of units)"."""
        opening = self._scaled_from(t, t.first)
        if opening and opening.factor > 1:
            return opening
        for k in range(t.first, t.last):
            if t.low[k] in ("(", "[", "in"):
                found = self._scaled_from(t, k + 1)
                if found and (found.factor > 1 or t.low[k] != "in"):
                    return found
        return None

    def _scaled_from(self, t: Tokens, i: int) -> Column | None:
        unit, divisor, factor = None, 1, 1
        end = min(i + _MAX_HEAD, t.last)
        while i < end:
            mark = mark_at(t, i)
            scale = scale_factor(t.low[i]) or scale_factor(t.low[i].removesuffix("s"))
            if mark and unit is None:
                unit, divisor, factor = self._currencies.code(mark[0].currency), mark[0].divisor, factor * mark[0].scale
                i = mark[1]
            elif scale:
                factor, i = factor * scale, i + 1
            elif t.low[i] in _HEAD_FILLER:
                i += 1
            else:
                break
        if unit:
            return Column("money", unit, factor, divisor, rate_behind(t, i) or rate_in_label(t))
        return scaled_count(t, i, factor) if factor > 1 else None


def changes_in_row(text: str, readings: list[Reading], row: list[Reading]) -> list[Reading]:
    """Return the readings of a row with the direction of each percentage that is a change: "1,214   1,302   -6.8%".

    readings: what else than the cells of `row` was read.  A minus sign makes a percentage a change, and so does
    that it is the growth from the row's second cell, the earlier period, to its first.
    """
    changed = [_signed(text, r) if r.kind == "percent" and r.change is None else r for r in readings]
    if len(row) < 2:
        return changed
    growth = 100 * (float(row[0].value) / float(row[1].value) - 1) if row[1].value else 0.0
    return [r._replace(change="up") if _is_growth(r, growth) else r for r in changed]


def _is_growth(r: Reading, growth: float) -> bool:
    return r.kind == "percent" and r.change is None and growth > 0 and abs(float(r.value) - growth) < _ROUNDING


def _signed(text: str, r: Reading) -> Reading:
    sign = text[r.start] if r.value < 0 else text[r.start - 1 : r.start]
    if not sign or sign not in _MINUS:
        return r
    return r._replace(start=r.start + (r.value < 0), value=abs(r.value), change="down")


def _cells(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Return the bare numbers of a row: a label in words and at least two cells, at least one of them bare."""
    first = _FIRST_CELL.search(text, start, end)
    label = text[start : first.start()].strip() if first else ""
    if first is None or not label[:1].isalpha() or len(label) > _MAX_LABEL or label[-1] in ":,;.–—-":
        return
    if not _PREDICATES.isdisjoint(label.lower().split()[-2:]):
        return  # a sentence: "Earnings per share were SEK 1.94 (1.82)"
    cells = [
        cell.strip() for cell in re.split(r"\t| {2,}|\|| (?=[(+−–\d-]|n/)", text[first.end() : end]) if cell.strip()
    ]
    plain = [cell for cell in cells if _CELL.fullmatch(cell)]
    known = all(c in plain or _EMPTY_CELL.fullmatch(c) or _UNIT_CELL.fullmatch(c) for c in cells)
    if len(cells) < 2 or not known or any(map(_YEAR.fullmatch, plain)):
        return
    yield from _CELL.finditer(text, first.end(), end)
