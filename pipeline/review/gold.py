"""Judged claims as gold: right ones as they are, corrected ones as the sheet's cells say."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from pipeline.flat import COLUMNS, flat_row
from pipeline.records import Change, Claim, Period, Record, Subject
from pipeline.review.columns import CELLS, FIELDS, VERDICT, shown, verdict_column
from pipeline.review.sheet import Row, SheetError
from pipeline.tables import ArticleRecords, Run

_DAYS = ("%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%d-%m-%Y", "%m-%d-%Y")
"""How spreadsheet programs rewrite 2020-07-01, by country."""


_THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")


class Reviewed(NamedTuple):
    """Gold by source, and how many judged claims were left out because what is right of them is not told."""

    gold: dict[str, list[Record]]
    kept: int
    left_out: int


def reviewed_gold(rows: Iterable[Row], run: Run) -> Reviewed:
    """Return the judged claims of a sheet as gold, with the documents, sentences and quantities they need.

    Raises SheetError where a row's claim is not in the run or a corrected cell does not fit its field.
    """
    articles = {claim.claim_id: article for article in run.articles for claim in article.claims}
    claims = {claim.claim_id: claim for claim in run.claims}
    kept: dict[str, list[Claim]] = defaultdict(list)
    left_out = 0
    for row in rows:
        if row["claim_id"] not in claims:
            raise SheetError(f"claim {row['claim_id']} is not in this run; name the run of the sheet with --output")
        claim, article = claims[row["claim_id"]], articles[row["claim_id"]]
        edits = _edits(row, claim, article)
        if row[VERDICT] == "y" or (row[VERDICT] and _corrected(row, edits)):
            kept[claim.doc_id].append(_edited(claim, edits))
        elif row[VERDICT]:
            left_out += 1
    gold: dict[str, list[Record]] = defaultdict(list)
    for article in run.articles:
        if found := kept.get(article.document.doc_id):
            gold[article.document.source] += _with_context(article, found)
    return Reviewed(dict(gold), sum(map(len, kept.values())), left_out)


def _with_context(article: ArticleRecords, claims: list[Claim]) -> list[Record]:
    ids = {c.quantity_id for c in claims} | {c.change.quantity_id for c in claims if c.change}
    return [article.document, *article.sentences, *(q for q in article.quantities if q.quantity_id in ids), *claims]


def _edits(row: Row, claim: Claim, article: ArticleRecords) -> dict[str, Any]:
    """Return the cells that a person has changed, by column, as the column's kind."""
    sentence = next(s for s in article.sentences if s.sentence_id == claim.sentence_id)
    found = shown(flat_row(claim, article.document, sentence))
    edits = {}
    for column in CELLS:
        if column in row and not _same(row[column], found[column]):
            try:
                edits[column] = _PARSERS[COLUMNS[column]](row[column]) if row[column] else None
            except ValueError:
                raise SheetError(f"claim {claim.claim_id}: {column} {row[column]!r} is no {COLUMNS[column]}") from None
    return edits


def _same(cell: str, value: object) -> bool:
    """Tell whether a cell still says `value`, as a spreadsheet program may have rewritten it."""
    if value is None or cell == "":
        return value is None and cell == ""
    try:
        if isinstance(value, dt.date):
            return value in _days(cell)
        if isinstance(value, int | float):
            return abs(_number(cell) - value) <= 1e-4 * abs(value)
    except ValueError:
        return False
    return " ".join(cell.split()).casefold() == " ".join(str(value).split()).casefold()


def _days(cell: str) -> set[dt.date]:
    found = set()
    for form in ("%Y-%m-%d", *_DAYS):
        try:
            found.add(dt.datetime.strptime(cell, form).date())
        except ValueError:
            continue
    return found


def _number(cell: str) -> float:
    """Read a number; a comma before three digits parts thousands, another is a decimal comma."""
    return float(cell.replace(",", "" if _THOUSANDS.fullmatch(cell) else "."))


def _truth(cell: str) -> bool:
    return cell.casefold() not in ("n", "no", "false")


_PARSERS: Mapping[str, Callable[[str], Any]] = {
    "string": str,
    "float": _number,
    "date": dt.date.fromisoformat,
    "bool": _truth,
}


def _corrected(row: Row, edits: Mapping[str, Any]) -> bool:
    """Tell whether every field that is marked as wrong, and one at least, has a corrected cell."""
    wrong = [field for field in FIELDS if row[verdict_column(field)] in ("n", "p")]
    return bool(edits) and all(any(cell in edits for cell in FIELDS[field]) for field in wrong)


def _edited(claim: Claim, edits: Mapping[str, Any]) -> Claim:
    """Return the claim with the edits; raises SheetError where they make no claim."""
    fields: dict[str, Any] = {
        k: v for k, v in edits.items() if k in Claim.model_fields and k not in ("subject", "period")
    }
    if name := edits.get("subject"):
        fields["subject"] = Subject(text=claim.subject.text, name=name)
    try:
        fields |= _part("change", Change, claim.change, edits, lambda cell: cell.removeprefix("change_"))
        fields |= _part(
            "period", Period, claim.period, edits, lambda cell: cell.removeprefix("period_").replace("period", "text")
        )
        return Claim.model_validate({**claim.model_dump(), **fields})
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise SheetError(f"claim {claim.claim_id}: {place}: {first['msg']}") from error


def _part(
    field: str, model: type[Record], part: Record | None, edits: Mapping[str, Any], name: Callable[[str], str]
) -> dict[str, Any]:
    """Return the edited part of a claim under its field; a part whose cells are all empty is None."""
    changed = {name(cell): edits[cell] for cell in FIELDS[field] if cell in edits}
    if not changed:
        return {}
    whole = {**(part.model_dump() if part else {}), **changed}
    shown = [whole.get(name(cell)) for cell in FIELDS[field]]
    if all(value is None for value in shown):
        return {field: None}
    if model is Period:
        whole["text"] = whole.get("text") or ""
    return {field: model.model_validate(whole)}
