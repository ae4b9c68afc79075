"""The columns of a review sheet, and the rows of sampled claims."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.flat import flat_row
from pipeline.records import Claim, Sentence
from pipeline.review.sampling import Drawn

FIELDS = {
    "type": ("type",),
    "stance": ("stance", "negated"),
    "subject": ("subject",),
    "metric": ("metric",),
    "scope": ("scope",),
    "value": ("value", "value_max", "unit", "bound"),
    "change": ("change_direction", "change_value", "change_value_max", "change_unit", "change_basis",
               "change_from_value"),
    "period": ("period", "period_first_day", "period_last_day"),
    "speaker": ("speaker",),
    "source": ("source",),
}  # fmt: skip
"""What is judged field by field, with the cells that show it; a cell can be corrected."""

VERDICT = "verdict"
IDENTITY = ("claim_id", "source_file", "found_type", "stratum", "stratum_size", "rows", "sheet")
"""What scoring needs beside the verdicts; `rows` is the number of rows that the sheet was written with."""

CELLS = tuple(cell for cells in FIELDS.values() for cell in cells)


def verdict_column(field: str) -> str:
    """Return the name of the column for the verdict on a field."""
    return f"{field}_ok"


COLUMNS = (
    VERDICT,
    "article",
    "before",
    "context",
    *(column for field, cells in FIELDS.items() for column in (*cells, verdict_column(field))),
    "comment",
    *IDENTITY,
)


def sheet_rows(drawn: Sequence[Drawn]) -> list[dict[str, Any]]:
    """Return the rows of a sheet without verdicts; `sheet` is the same for the same claims."""
    digest = hashlib.sha256("\n".join(one.claim.claim_id for one in drawn).encode()).hexdigest()[:12]
    return [_row(one) | {"rows": len(drawn), "sheet": digest} for one in drawn]


def _row(one: Drawn) -> dict[str, Any]:
    document = one.article.document
    before, sentence = one.sentences
    return {
        **shown(flat_row(one.claim, document, sentence)),
        "article": " · ".join(str(part) for part in (document.title, document.published) if part),
        "before": " ".join(before.text.split()) if before else None,
        "context": _marked(one.claim, sentence),
        "found_type": one.claim.type,
        "stratum": one.stratum,
        "stratum_size": one.size,
    }


def shown(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a flat row as a sheet shows it: "yes" or nothing for what spreadsheet programs would translate."""
    return {name: ("yes" if cell else None) if isinstance(cell, bool) else cell for name, cell in row.items()}


def _marked(claim: Claim, sentence: Sentence) -> str:
    """Return the sentence with the claim between ⟦ and ⟧, on one line."""
    text = sentence.text
    start, end = max(claim.start - sentence.start, 0), min(claim.end - sentence.start, len(text))
    return " ".join(f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}".split())
