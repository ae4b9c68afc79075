"""Which metric the claims stage links each figure of a 10-K note to (KPI-EDGAR, MIT), beside two baselines.

    python benchmarks/kpi_edgar.py [--errors] [--data DIR] [FILE]

A record has tokens, spans (`kpi`, `thereof`, `kpi_coref` and values) and the pairs of a value's token with the
span of its metric; without FILE the validation part is read.  Rule of `kpi.py` of the data's folder, whose
baselines run on the same records: a link is right where the head of the phrase that is found lies inside the
gold metric's span.  The quantities are those of this project's own stages, with the gold numbers that they miss.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.engine import installed_name, load_model
from pipeline.records import Document, Quantity, Sentence
from pipeline.stages.claims.figures.measurement import Measurement
from pipeline.stages.claims.figures.measurements import measurements
from pipeline.stages.claims.metrics import Named, choose_metric
from pipeline.stages.claims.parsed import Parsed, parse
from pipeline.stages.claims.ranking import Candidate, Choice
from pipeline.stages.entities import recognize_entities
from pipeline.stages.quantities import extract_quantities
from pipeline.stages.times import extract_times

DATA = Path(__file__).parents[2] / "shared" / "benchmarks" / "claims"
MODEL = "en_core_web_sm"
_CLOSES = re.compile(r"[,.;:%)\]’”]|['’]s$|['’]$")
_OPENS = re.compile(r".*[$(\[“€£]$")
_NUMBER = re.compile(r"[\d,]*\.?\d+")


class Note(NamedTuple):
    """A parsed record: where its tokens stand in the text, and the gold metric's tokens by the value's token."""

    parsed: Parsed
    places: list[tuple[int, int]]
    gold: dict[int, tuple[int, int]]


def notes(nlp: Language, path: Path) -> Iterator[Note]:
    """Yield the records that have gold pairs."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        record = json.loads(line)
        gold = {value: (record["spans"][span][0], record["spans"][span][1]) for value, span, _ in record["pairs"]}
        if gold:
            text, places = written(record["tokens"])
            yield Note(_parsed(nlp, f"k{number}", text, [places[value] for value in gold]), places, gold)


def written(tokens: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Return a text of `tokens` with the spaces that prose has, and where each token stands in it."""
    text, places = "", []
    for token in tokens:
        if text and not _CLOSES.match(token) and not _OPENS.match(text[-1]):
            text += " "
        places.append((len(text), len(text) + len(token)))
        text += token
    return text, places


def _parsed(nlp: Language, name: str, text: str, values: Sequence[tuple[int, int]]) -> Parsed:
    document = Document(doc_id=name, source=name, sha256="", start=0, end=len(text))
    sentence = Sentence(doc_id=name, sentence_id=f"{name}.s0", start=0, end=len(text), text=text, block="paragraph")
    entities = recognize_entities(nlp, text, document, [sentence])
    times = extract_times(text, document, [sentence])
    quantities = extract_quantities(text, [sentence], times, entities)
    for start, end in values:
        if not any(q.start < end and start < q.end for q in quantities):
            quantities.append(_given(sentence, start, end))
    quantities.sort(key=lambda q: q.start)
    return parse(nlp, [sentence], (entities, quantities, times))[0]


def _given(sentence: Sentence, start: int, end: int) -> Quantity:
    """Return a gold number that the quantities stage did not find as an amount of money."""
    digits = _NUMBER.search(sentence.text, start, end)
    return Quantity(
        doc_id=sentence.doc_id, sentence_id=sentence.sentence_id, quantity_id=f"{sentence.doc_id}.q{start}g",
        start=start, end=end, text=sentence.text[start:end], kind="money", unit="USD",
        value=float(digits[0].replace(",", "")) if digits else 0.0,
    )  # fmt: skip


class Link(NamedTuple):
    """A gold value's token, the metric that was chosen for it, and the span that names each of its candidates."""

    token: int
    naming: Choice[Named]
    spans: list[tuple[int, int] | None]

    @property
    def span(self) -> tuple[int, int] | None:
        """The span that names the chosen metric."""
        return self.spans[[c is self.naming.candidate for c in self.naming.candidates].index(True)]


def links(note: Note) -> Iterator[Link]:
    """Yield what the claims stage links each gold value to; a metric carried on is named where it was before."""
    found = measurements(note.parsed)
    for token in note.gold:
        start, end = note.places[token]
        quantity = next(q for q in note.parsed.quantities if q.start < end and start < q.end)
        home = next((m for m in found if quantity in m.parts), None)
        earlier = [m for m in found if m.main.end <= (home.main if home else quantity).start][::-1]
        known = [m.naming.value for m in earlier]
        naming = home.naming if home else choose_metric(note.parsed, quantity, change_only=False, before=known)
        yield Link(token, naming, [c.span or _carried(c, earlier) for c in naming.candidates])


def _carried(candidate: Candidate[Named], earlier: Sequence[Measurement]) -> tuple[int, int] | None:
    """Return the span of the last figure before that named the metric which is carried on."""
    same = (m.naming.candidate.span for m in earlier if m.naming.value.key == candidate.value.key)
    return next((span for span in same if span is not None), None)


def in_gold(note: Note, token: int, span: tuple[int, int] | None) -> bool:
    """Tell whether the head of a phrase lies in the gold metric of a value's token."""
    head = note.parsed.root(*span) if span else None
    if head is None:
        return False
    first, last = note.gold[token]
    return note.places[first][0] <= note.parsed.starts[head.i] < note.places[last - 1][1]


def baselines(path: Path, scorer: ModuleType) -> dict[str, float]:
    nlp = spacy.load(installed_name(MODEL), disable=["ner"])
    records = [
        record for line in path.read_text(encoding="utf-8").splitlines() if (record := json.loads(line))["pairs"]
    ]
    hits: dict[str, list[bool]] = {"near": [], "parse": []}
    docs = nlp.pipe(Doc(nlp.vocab, [t or "_" for t in record["tokens"]]) for record in records)
    for record, doc in zip(records, docs, strict=True):
        chunks = list(doc.noun_chunks)
        for value, (first, last) in {v: record["spans"][span][:2] for v, span, _ in record["pairs"]}.items():
            for name, results in hits.items():
                head = getattr(scorer, name)(doc, value, chunks)
                results.append(head is not None and first <= head < last)
    return {name: sum(results) / len(results) for name, results in hits.items()}


def _scorer(data: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("kpi", data / "kpi.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--errors", action="store_true", help="print each value with a wrong metric")
    arguments = parser.parse_args()
    path = arguments.file or arguments.data / "kpi_edgar_valid.jsonl"
    nlp = load_model(MODEL)
    hits = []
    for note in notes(nlp, path):
        for link in links(note):
            hits.append(in_gold(note, link.token, link.span))
            if arguments.errors and not hits[-1]:
                _show(note, link)
    scores = {**baselines(path, _scorer(arguments.data)), "claims": sum(hits) / len(hits)}
    print(f"{len(hits)} values, right metric: " + ", ".join(f"{name} {score:.3f}" for name, score in scores.items()))


def _show(note: Note, link: Link) -> None:
    text = note.parsed.sentence.text
    first, last = note.gold[link.token]
    value = text[slice(*note.places[link.token])]
    gold = text[note.places[first][0] : note.places[last - 1][1]]
    found = text[slice(*link.span)] if link.span else link.naming.value.name
    there = any(in_gold(note, link.token, span) for span in link.spans)
    print(f"{value}\t{link.naming.candidate.rule}\tgold: {gold}\tfound: {found}\tcandidate: {there}\n    {text}")


if __name__ == "__main__":
    main()
