"""Quantities: money, percentages, measures, durations, counts, ranks, ratios, multiples and bare numbers.

A scanner and a small grammar over the tokens of a sentence, without a parse.  `read` in `reading.py` shows
the order of the steps.
"""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import TypeAdapter

from pipeline.language.cells import has_cells
from pipeline.records import Entity, Quantity, Sentence, Time
from pipeline.stages.quantities.currency_context import CurrencyContext
from pipeline.stages.quantities.labels import Names
from pipeline.stages.quantities.left_out import Mentioned
from pipeline.stages.quantities.listed_numbers import listed_numbers
from pipeline.stages.quantities.reading import Reading, read
from pipeline.stages.quantities.scanning import may_hold
from pipeline.stages.quantities.spans import Spans
from pipeline.stages.quantities.table_rows import Tables, changes_in_row
from pipeline.stages.quantities.tokens import Tokens

__all__ = ["Reading", "extract_quantities", "quantities_in"]

_RECORDS = TypeAdapter(list[Quantity])
"""Checks all records of an article at once, which takes two thirds of the time of one by one."""


def quantities_in(text: str, *, dollar: str = "USD") -> list[Reading]:
    """Return the quantities of `text`, taken as one sentence, in text order."""
    currencies = CurrencyContext(text, 0, len(text), dollar)
    return read(Tokens(text, 0, len(text)), currencies, Names(text, (), ()), Mentioned())


def extract_quantities(
    text: str,
    sentences: Sequence[Sentence],
    times: Sequence[Time] = (),
    names: Sequence[Entity] = (),
    *,
    dollar: str = "USD",
) -> list[Quantity]:
    """Return the quantities of one article's sentences in text order.

    text: the whole source text; the offsets of sentences, times and names count in it.
    times: what the times stage found; a numeral inside one is no quantity, unless it is a length of time
        ("over the next 10 years") or how often something happens ("6 billion times a day").
    names: entity mentions, weak evidence that a number belongs to a name.
    dollar: ISO code of a bare "$" or "dollar" where the article does not say which dollar it means.
    """
    if not sentences:
        return []
    currencies = CurrencyContext(text, sentences[0].start, sentences[-1].end, dollar)
    known = Names(text, sentences, names)
    within_times = Spans((time.start, time.end) for time in times)
    tables = Tables(text, currencies)
    mentioned = Mentioned()
    listed = listed_numbers(text, sentences, names, tables.stated)
    out: list[dict[str, object]] = []
    for sentence in sentences:
        cells = has_cells(sentence.text)
        row = tables.row(sentence, cells=cells) or ([listed[sentence.start]] if sentence.start in listed else [])
        if sentence.block == "furniture" or not may_hold(text, sentence.start, sentence.end):
            continue
        tokens = tables.tokens(sentence)
        context = None if row or cells else mentioned
        for reading in _with_row(text, row, read(tokens, currencies, known, context)):
            if reading.kind == "count":
                mentioned.add(reading.value, reading.unit)
            if (cells and "\t" in text[reading.start : reading.end]) or (
                within_times and _within_time(reading, within_times)
            ):
                continue  # a number and the head of the next column; a part of a time
            term = reading.bound == "le" and within_times and _is_term(text, reading, within_times)
            out.append(_fields(text, sentence, reading._replace(bound=None) if term else reading, len(out)))
    return _RECORDS.validate_python(out)


def _with_row(text: str, row: list[Reading], readings: list[Reading]) -> list[Reading]:
    """Put the cells of a table's row in the place of what else was read there, in text order."""
    if not row:
        return readings
    cells = Spans((cell.start, cell.end) for cell in row)
    kept = [reading for reading in readings if not cells.touch(reading.start, reading.end)]
    return sorted(changes_in_row(text, kept, row) + row, key=lambda reading: reading.start)


def _within_time(reading: Reading, times: Spans) -> bool:
    """Say whether a reading is part of a time; lengths of time, shares and frequencies are none."""
    kept = reading.kind in ("duration", "percent") or (reading.kind == "count" and reading.unit == "time")
    return not kept and times.touch(reading.start, reading.end)


def _is_term(text: str, reading: Reading, times: Spans) -> bool:
    """Say whether a length of time is that of a period to come, "within three years", which has no bound."""
    inside = reading.kind == "duration" and times.touch(reading.start, reading.end)
    return inside and text.endswith("within ", 0, reading.start)


def _fields(text: str, sentence: Sentence, reading: Reading, number: int) -> dict[str, object]:
    start, end, kind, value, value_max, unit, bound, change, per = reading
    return {
        "doc_id": sentence.doc_id,
        "sentence_id": sentence.sentence_id,
        "quantity_id": f"{sentence.doc_id}.q{number}",
        "start": start,
        "end": end,
        "text": text[start:end],
        "kind": kind,
        "value": value,
        "value_max": value_max,
        "unit": unit,
        "bound": bound,
        "change": change,
        "per": per,
    }
