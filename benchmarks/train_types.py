"""Fit the model of claim types and write its weights to `pipeline/lexicons/type_weights.tsv`.

    python benchmarks/train_types.py [--folds] GOLD ...

GOLD are annotation files (`annotations/*.jsonl`) whose sources stand in `raw/`.  Besides their claims the
invented sentences of `type_examples.tsv` are learned from.  `--folds` only cross-validates: each article is
typed by a model that has not seen it.  Needs scikit-learn; the pipeline itself does not.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from pipeline.engine import load_model
from pipeline.lexicon import LEXICONS, rows
from pipeline.records import Entity, Quantity, Sentence, Time
from pipeline.stages.claims.parsed import Parsed, parse
from pipeline.stages.claims.type_features import type_features
from pipeline.stages.claims.type_model import fitted_to_article, normalized

FIGURE_WEIGHT = 0.3
"""What a claim with a figure counts beside one without: its words tell the type, too, but it is another kind."""
SMALLEST = 0.05
"""Weights below it are not written."""
NAMES = {"Veltrix": "ORG", "Oakmere": "ORG", "Norvane": "ORG", "Halden Foods": "ORG", "Arbor One": "PRODUCT",
         "Kestrel X2": "PRODUCT", "Ada Nwosu": "PERSON", "Tom Reyes": "PERSON", "Portugal": "GPE", "Ostrava": "GPE"}  # fmt: skip
"""The invented names of the examples and what they are."""


class Item(NamedTuple):
    article: str
    type: str
    features: dict[str, float]
    weight: float


def gold_items(path: Path) -> Iterator[Item]:
    records = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        records[row.pop("table")].append(row)
    sentences = [Sentence(**r) for r in records["sentences"] if r["block"] != "furniture"]
    entities = [Entity(**{**r, "entity_id": _digest(r["name"])}) for r in records["entities"]]
    quantities = [Quantity(**r) for r in records["quantities"]]
    times = [Time(**r) for r in records["times"]]
    parsed = {p.sentence.start: p for p in parse(load_model("en_core_web_sm"), sentences, (entities, quantities, times))}
    about = False
    for sentence in sentences:
        if sentence.block in ("title", "heading"):
            about = sentence.text.strip("*# ").lower().startswith("about")
        for claim in records["claims"]:
            if sentence.start <= claim["start"] < sentence.end:
                yield from _item(path.name + claim["doc_id"], parsed[sentence.start], claim, about)


def _digest(name: str) -> str:
    return "e" + hashlib.sha256(name.encode()).hexdigest()[:8]


def _item(article: str, parsed: Parsed, claim: dict[str, Any], about: bool) -> Iterator[Item]:
    tokens = parsed.tokens(claim["start"], claim["end"])
    if not tokens:
        return
    head = parsed.root(claim["start"], claim["end"]) or tokens[0]
    features = type_features(parsed, head, tokens, stance=claim["stance"], setting=("about",) if about else ())
    figure = claim.get("quantity_id") or (claim.get("change") or {}).get("quantity_id")
    yield Item(article, claim["type"], features, FIGURE_WEIGHT if figure else 1.0)


def example_items() -> Iterator[Item]:
    table = rows("../../benchmarks/type_examples")
    pattern = re.compile("|".join(NAMES))
    sentences, entities, at = [], [], 0
    for n, row in enumerate(table):
        text, sid = row["text"], f"s{n}"
        sentences.append(Sentence(doc_id="d", sentence_id=sid, start=at, end=at + len(text), text=text, block="paragraph"))
        entities += [
            Entity(doc_id="d", sentence_id=sid, start=at + m.start(), end=at + m.end(), text=m[0], label=NAMES[m[0]],
                   entity_id=_digest(m[0]), name=m[0])
            for m in pattern.finditer(text)
        ]  # fmt: skip
        at += len(text) + 1
    for row, parsed in zip(table, parse(load_model("en_core_web_sm"), sentences, (entities,)), strict=True):
        root = parsed.doc[:].root
        yield Item("", row["type"], type_features(parsed, root, list(parsed.doc), stance=row["stance"], setting=()), 1.0)


def fit(items: Sequence[Item]) -> tuple[DictVectorizer, LogisticRegression]:
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([i.features for i in items])
    model = LogisticRegression(C=1.0, max_iter=500)
    return vectorizer, model.fit(matrix, [i.type for i in items], sample_weight=[i.weight for i in items])


def frequencies(items: Sequence[Item]) -> dict[str, float]:
    counts: dict[str, float] = defaultdict(float)
    for item in items:
        counts[item.type] += item.weight
    return dict(counts)


def cross_validate(gold: Sequence[Item], examples: Sequence[Item]) -> None:
    right: dict[str, list[int]] = defaultdict(list)
    for article in sorted({i.article for i in gold}):
        train = [i for i in gold if i.article != article] + list(examples)
        test = [i for i in gold if i.article == article and i.weight == 1.0]
        if not test:
            continue
        vectorizer, model = fit(train)
        raw = model.predict_proba(vectorizer.transform([i.features for i in test]))
        clauses = [dict(zip(map(str, model.classes_), row, strict=True)) for row in raw]
        known = [i.type for i in gold if i.article == article and i.weight != 1.0]
        fitted = fitted_to_article(clauses, known, normalized(frequencies(train)))  # type: ignore[arg-type]
        for level, found in (("plain", clauses), ("fitted to the article", fitted)):
            right[level] += [max(p, key=p.__getitem__) == i.type for p, i in zip(found, test, strict=True)]
    for level, hits in right.items():
        print(f"{level:24s} {np.mean(hits):.3f} of {len(hits)}")


def write(items: Sequence[Item]) -> None:
    vectorizer, model = fit(items)
    lines = ["# Written by benchmarks/train_types.py; edit claim_cues.tsv or the examples and train again.", "feature\tweights"]
    lines.append("frequency\t" + "|".join(f"{name}:{n:.1f}" for name, n in sorted(frequencies(items).items())))
    biases = dict(zip(model.classes_, model.intercept_, strict=True))
    for column, feature in enumerate(vectorizer.get_feature_names_out()):
        weights = dict(zip(model.classes_, model.coef_[:, column], strict=True))
        if feature == "bias":
            weights = {name: w + biases[name] for name, w in weights.items()}
        cells = [f"{name}:{w:.2f}" for name, w in weights.items() if abs(w) >= SMALLEST]
        if cells:
            lines.append(f"{feature}\t" + "|".join(cells))
    (LEXICONS / "type_weights.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--folds", action="store_true")
    arguments = parser.parse_args()
    gold = [item for path in arguments.gold for item in gold_items(path)]
    examples = list(example_items())
    if arguments.folds:
        cross_validate(gold, examples)
    else:
        write([*gold, *examples])


if __name__ == "__main__":
    main()
