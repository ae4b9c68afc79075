"""Reads the bare numbers of lists whose heading says what they are: "Deliveries by model", "Acme One: 27,247"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from pipeline.language.listings import Line, listings
from pipeline.records import Entity, Sentence
from pipeline.stages.quantities.counts import metric_at
from pipeline.stages.quantities.numerals import digits
from pipeline.stages.quantities.reading import Reading
from pipeline.stages.quantities.scales import scale_factor
from pipeline.stages.quantities.table_columns import Column, column_reading
from pipeline.stages.quantities.tokens import Tokens

_NUMBER = re.compile(
    r"(\()?([-−–+])?([0-9][0-9,]*+(?>(?:\.[0-9]++)*))(?:[-–]([0-9][0-9,]*+(?:\.[0-9]++)?))?(?(1)\))"
    r"(?:\s?([A-Za-z]{1,8}))?(?=\s*(?:$|[(;\[]|,\s))"
)
_DOTTED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def listed_numbers(
    text: str,
    sentences: Sequence[Sentence],
    names: Sequence[Entity],
    stated: Callable[[Tokens], Column | None],
) -> Mapping[int, Reading]:
    """Return the bare numbers of an article's lists by the start of their sentence.

    A list holds what the heading or sentence right before it speaks of; a list of names under another heading
    goes on with what the last one held.  A label that says itself what it counts is left to the grammar.
    stated: what a head says in so many words: "(in € million)", "(thousand units)".
    """
    named = {entity.start for entity in names}
    found: dict[int, Reading] = {}
    column: Column | None = None
    for listing in listings(sentences):
        head = Tokens(text, listing.head.start, listing.head.end) if listing.head is not None else None
        own = (stated(head) or _counted(head)) if head is not None else None
        column = own or column
        for line in listing.lines:
            if column is None or not (own or line.start in named) or _counted(Tokens(text, line.start, line.end)):
                continue
            if reading := _reading(text, line, column):
                found[line.sentence.start] = reading
    return found


def _counted(t: Tokens) -> Column | None:
    """Return what the first metric among some tokens counts, None where there is none."""
    found = next(filter(None, (metric_at(t, k) for k in range(t.first, t.last))), None)
    return Column("count", found[0]) if found else None


def _reading(text: str, line: Line, column: Column) -> Reading | None:
    match = _NUMBER.match(text, line.behind, line.sentence.end)
    if match is None or _YEAR.fullmatch(match[3]):
        return None
    if match[5]:
        scale = scale_factor(match[5].lower())
        return column_reading(match, replace(column, factor=scale)) if scale and column.factor == 1 else None
    reading = column_reading(match, column)
    if column.kind == "count" and column.factor == 1 and _DOTTED.fullmatch(match[3]):
        numerator, _ = digits(match[3].replace(".", "")) or (0, 1)
        return reading._replace(value=numerator)  # no thing is counted in thousandths: the points part thousands
    return reading
