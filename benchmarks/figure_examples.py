"""Invented sentences with figures, one a line, that say what each figure is: `figure_examples.tsv`.

A line has three fields: block (p, l or h), the sentence with its names marked as [Name|LABEL] (a company nominal
as [the group|ORG*]), and its figures in text order, separated by " ; ":

    3.2 million phones = sales_volume shipments @ Veltrix     a claim: type, metric, subject ("it": not in the sentence)
    12% = change          folded into the claim beside it
    13% = previous        the level that it is compared with
    5 years = none        measures nothing of its own

The fitting scripts learn from them beside the gold; no score is measured on them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, cast

from pipeline.engine import load_model
from pipeline.records import Block, Document, Entity, EntityLabel, Quantity, Sentence
from pipeline.stages.claims.parsed import Parsed, parse
from pipeline.stages.quantities import extract_quantities
from pipeline.stages.times import extract_times

EXAMPLES = Path(__file__).with_name("figure_examples.tsv")

_BLOCKS: dict[str, Block] = {"p": "paragraph", "l": "list_item", "h": "heading"}
_NAME = re.compile(r"\[([^\[\]|]+)\|([A-Z_]+)(\*?)\]")
_CLAIM = re.compile(r"(\w+) (\w+) @ (.+)")


class Told(NamedTuple):
    """What a line says of a figure; `role` is "claim", "change", "previous" or "none"."""

    start: int
    end: int
    role: str
    type: str = ""
    metric: str = ""
    subject: str = ""


class FigureSentence(NamedTuple):
    """An example sentence, parsed, with what it says of those of its quantities that the quantities stage finds."""

    parsed: Parsed
    document: Document
    told: dict[str, Told]

    def of(self, quantity: Quantity) -> Told | None:
        """Return what the line says of a quantity, None where it says nothing."""
        return self.told.get(quantity.quantity_id)


def figure_sentences(path: Path = EXAMPLES) -> Iterator[FigureSentence]:
    """Yield the example sentences with their names as marked, their quantities and times as the stages find them."""
    sentences, entities, told = [], [], []
    text = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if not line or line.startswith("#"):
            continue
        block, marked, figures = line.split("\t")
        place = {"doc_id": "d", "sentence_id": f"s{number}"}
        plain, names = _unmarked(marked, len(text), place)
        end = len(text) + len(plain)
        sentences.append(Sentence(**place, start=len(text), end=end, text=plain, block=_BLOCKS[block]))
        entities += names
        told.append(list(_told(plain, figures, len(text))))
        text += plain + "\n"
    document = Document(
        doc_id="d", source="examples", sha256="", start=0, end=len(text), title=None, published=None, language="en"
    )
    times = extract_times(text, document, sentences)
    quantities = extract_quantities(text, sentences, times, entities)
    parses = parse(load_model("en_core_web_sm"), sentences, (entities, quantities, times))
    for parsed, figures_ in zip(parses, told, strict=True):
        by_quantity = {
            q.quantity_id: f for q in parsed.quantities for f in figures_ if q.start < f.end and f.start < q.end
        }
        yield FigureSentence(parsed, document, by_quantity)


def _unmarked(marked: str, offset: int, place: dict[str, str]) -> tuple[str, list[Entity]]:
    plain, names, at = "", [], 0
    for match in _NAME.finditer(marked):
        plain += marked[at : match.start()]
        start = offset + len(plain)
        plain += match[1]
        digest = "e" + hashlib.sha256(match[1].encode()).hexdigest()[:8]
        names.append(
            Entity(
                **place, start=start, end=offset + len(plain), text=match[1], label=cast(EntityLabel, match[2]),
                entity_id=digest, name=match[1], form="nominal" if match[3] else "name",
            )
        )  # fmt: skip
        at = match.end()
    return plain + marked[at:], names


def _told(plain: str, figures: str, offset: int) -> Iterator[Told]:
    at = 0
    for figure in figures.split(" ; "):
        text, what = figure.rsplit(" = ", 1)
        start = plain.index(text.strip(), at)
        at = start + len(text.strip())
        claim = _CLAIM.fullmatch(what)
        if claim:
            yield Told(offset + start, offset + at, "claim", *claim.groups())
        else:
            yield Told(offset + start, offset + at, what)
