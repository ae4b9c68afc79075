"""Candidates that a table names: in the head over a figure's column, or in the label of its row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.records import Quantity
from pipeline.stages.claims.metrics.mentions import mentions_in
from pipeline.stages.claims.metrics.named import Named, snake_case
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.ranking import Candidate

_NO_NAME = re.compile(r"\s*[(\[][^)\]]*[)\]]|[,–—-]?\s+in\s.*|^(?:total\s+)?(?:number|amount)\s+of\s+", re.IGNORECASE)
"""What a cell says beside its metric: "Revenue (€m)", "Sales, in thousands", "Number of shares"."""


def cell_metrics(parsed: Parsed, quantity: Quantity, *, change_only: bool) -> Iterator[Candidate[Named]]:
    """Yield the metrics that the cells of a row's head and label name, by the vocabulary and by their own words."""
    if parsed.row is None:
        return
    column, label = parsed.row.over(quantity.start), parsed.row.label
    cells = [(place, cell) for place, cell in (("column", column), ("label", label)) if cell is not None]
    kind = None if change_only else quantity.kind
    known = {place: mentions_in(cell.text, cell.start, kind) for place, cell in cells}
    both = len([place for place in known if known[place]]) == 2
    for place, cell in cells:
        span = (cell.start, cell.end)
        for mention in known[place][:1]:
            named = Named(mention.name, mention.metric)
            traits = {"cell:known", f"cell:{place}|known", f"cell:{place}|known|both:{both}"}
            yield Candidate(named.key, named, f"metric.{place}", span, traits)
        if not (known[place] or cell.names or cell.times) and cell.text[:1].isalpha():
            named = Named(snake_case(_NO_NAME.sub("", cell.text)), None)
            traits = {"cell:own", f"cell:{place}|own", f"cell:{place}|own|any:{any(known.values())}"}
            yield Candidate(named.key, named, f"metric.{place}", span, traits)
