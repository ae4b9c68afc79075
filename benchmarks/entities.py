"""Names on FiNER-ORD (financial news; PER, ORG, LOC), against the bare model: spans by strict match.

    python benchmarks/entities.py [train|val] [--errors FILE] [--data DIR]

The data set is CC BY-NC 4.0: it is measured with, and nothing of it enters the project.  Rules of
`shared/benchmarks/entities/score.py`: a span counts when start, end and label are equal, leading articles,
possessive endings and loose punctuation trimmed on both sides; GPE, LOC and FAC are LOC; other labels are
dropped.  A newline in a FiNER sentence is a line of the page, so lines are handed on as sentences of
their own, to the pipeline and to the bare model alike.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.language import Language

from pipeline.engine import load_model
from pipeline.records import Document, Sentence
from pipeline.stages.entities import recognize_entities
from pipeline.stages.entities.mention import Line
from pipeline.stages.entities.recognizer import recognize

DATA = Path(__file__).parents[2] / "shared" / "benchmarks" / "entities"
LABELS = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
_LEAD = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_TAIL = re.compile(r"(?:['’]s?|[\s.,;:\-–—]+)$")
_KEPT = ("Inc.", "Corp.", "Co.", "Ltd.", "U.S.", "U.K.")

ROUNDS = 3
Span = tuple[int, int, str]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    if match := _LEAD.match(text, start, end):
        start = match.end()
    while not text[start:end].endswith(_KEPT):
        match = _TAIL.search(text[start:end])
        if not match or match.end() == match.start():
            break
        end = start + match.start()
    return start, end


def articles(path: Path) -> Iterator[tuple[str, list[Sentence], set[Span]]]:
    """Yield each article's text, its lines as sentences, and its gold spans."""
    for raw in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(raw)
        text, sentences, gold = "", [], set()
        for sentence in article["sents"]:
            offset = len(text)
            text += sentence["text"] + "\n"
            gold |= {(*trim(text, offset + s, offset + e), label) for s, e, label in sentence["spans"]}
            for line in re.finditer(r"[^\n]*\S[^\n]*", sentence["text"]):
                sentences.append(_sentence(text, offset + line.start(), offset + line.end(), len(sentences)))
        yield text, sentences, gold


def _sentence(text: str, start: int, end: int, number: int) -> Sentence:
    return Sentence(
        doc_id="d", sentence_id=f"d.s{number}", start=start, end=end, text=text[start:end], block="paragraph"
    )


def scores(right: Counter[str], predicted: Counter[str], gold: Counter[str]) -> str:
    parts = []
    for label in ("PER", "ORG", "LOC", "all"):
        names = [label] if label != "all" else ["PER", "ORG", "LOC"]
        tp, p, g = (sum(c[n] for n in names) for c in (right, predicted, gold))
        precision, recall = tp / max(p, 1), tp / max(g, 1)
        f1 = 2 * tp / max(p + g, 1)
        parts.append(f"{label} P {precision:.3f} R {recall:.3f} F {f1:.3f}")
    return " | ".join(parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("part", nargs="?", default="val", choices=["train", "val"])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--model", default="en_core_web_sm")
    parser.add_argument("--errors", type=Path, help="write differences to gold here, a line each")
    options = parser.parse_args()
    nlp = load_model(options.model)
    data = list(articles(options.data / f"finer_{options.part}.jsonl"))
    document = Document(doc_id="d", source="d", sha256="", start=0, end=0)
    ner_only = [name for name in nlp.pipe_names if name not in ("ner", "tok2vec", "transformer")]

    def bare(text: str, sentences: list[Sentence]) -> set[Span]:
        with nlp.select_pipes(disable=ner_only):
            docs = nlp.pipe([s.text for s in sentences])
            spans = [(s.start, e) for s, d in zip(sentences, docs, strict=True) for e in d.ents]
        return {
            (*trim(text, at + e.start_char, at + e.end_char), LABELS[e.label_])
            for at, e in spans if e.label_ in LABELS
        }  # fmt: skip

    def ours(text: str, sentences: list[Sentence]) -> set[Span]:
        found = recognize_entities(nlp, text, document, sentences)
        return {
            (*trim(text, e.start, e.end), LABELS[e.label])
            for e in found if e.form == "name" and e.label in LABELS
        }  # fmt: skip

    errors: list[str] = []
    for name, system in (("bare model", bare), ("pipeline", ours)):
        right, predicted, gold_count = Counter[str](), Counter[str](), Counter[str]()
        started, started_cpu = time.perf_counter(), time.process_time()
        answers = [system(text, sentences) for text, sentences, _ in data]
        seconds, cpu = time.perf_counter() - started, time.process_time() - started_cpu
        for (text, _, gold), found in zip(data, answers, strict=True):
            right.update(span[2] for span in gold & found)
            predicted.update(span[2] for span in found)
            gold_count.update(span[2] for span in gold)
            if system is ours:
                errors += _differences(text, gold, found)
        print(f"{name:10} {seconds:5.1f} s, {cpu:5.1f} CPU s  {scores(right, predicted, gold_count)}")
    print(f"time over the recogniser's own: {_overhead(nlp, data):+.1%} CPU (best of {ROUNDS} rounds)")
    if options.errors:
        options.errors.write_text("".join(errors), encoding="utf-8")


def _overhead(nlp: Language, data: Sequence[tuple[str, list[Sentence], set[Span]]]) -> float:
    """Return the stage's CPU time over that of the recogniser that it runs, less one; the best of some rounds each."""
    document = Document(doc_id="d", source="d", sha256="", start=0, end=0)
    alone, whole = [], []
    for _ in range(ROUNDS):
        spent = [0.0, 0.0]
        for text, sentences, _ in data:
            lines = [Line.of(s) for s in sentences]
            started = time.process_time()
            list(recognize(nlp, lines))
            between = time.process_time()
            recognize_entities(nlp, text, document, sentences)
            spent = [spent[0] + between - started, spent[1] + time.process_time() - between]
        alone.append(spent[0])
        whole.append(spent[1])
    return min(whole) / min(alone) - 1


def _differences(text: str, gold: set[Span], found: set[Span]) -> Iterator[str]:
    for kind, spans, others in (("missed", gold - found, found), ("spurious", found - gold, gold)):
        for start, end, label in sorted(spans):
            over = [f"{text[s:e]}/{n}" for s, e, n in sorted(others) if s < end and start < e]
            line = text[max(0, start - 60) : end + 50].replace("\n", " ")
            yield f"{kind}\t{label}\t{text[start:end]!r}\t{'; '.join(over)}\t{line}\n"


if __name__ == "__main__":
    main()
