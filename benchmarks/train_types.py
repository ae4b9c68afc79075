"""Fit the models of claim types and of opinions; write their weights to `pipeline/lexicons/`.

    python benchmarks/train_types.py [--folds] GOLD ...

GOLD are annotation files (`annotations/*.jsonl`).  Besides their claims the invented sentences of
`type_examples.tsv` and `figure_examples.tsv` are learned from.  `--folds` only cross-validates: each article is
typed by a model that has not seen it.  Needs scikit-learn; the pipeline itself does not.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

import numpy as np
from figure_examples import figure_sentences
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from pipeline.engine import load_model
from pipeline.evaluate.matching import measured, pair_rows
from pipeline.lexicon import LEXICONS
from pipeline.records import ClaimType, Document, Entity, Quantity, Sentence, Stance, Time
from pipeline.stages.claims.assertions import assertions
from pipeline.stages.claims.parsed import Parsed, parse
from pipeline.stages.claims.speech.research_houses import survey_of
from pipeline.stages.claims.stances.clause import clause_stance
from pipeline.stages.claims.subjects import SubjectMemory
from pipeline.stages.claims.syntax import clause_head, clause_tokens
from pipeline.stages.claims.types.features import Figure, figure_features, type_features, with_stance
from pipeline.stages.claims.types.model import TypeModel, article_context, normalized
from pipeline.stages.claims.vocabulary import Metric, metrics, noun_types

EXAMPLES = Path(__file__).with_name("type_examples.tsv")
Kind = Literal["claim", "clause", "figure", "example", "figure example"]
WEIGHTS: dict[Kind, float] = {"claim": 0.6, "clause": 0.6, "figure": 0.3, "example": 1.0, "figure example": 0.15}
"""What an item counts.  A claim without a figure is learned from twice: with the words that its annotator marked, and
with those of the clause that the claims stage reads in their place.  The words of a figure's claim tell its type,
too, but it is another kind of claim."""
SMALLEST = 0.075
"""Weights below it are not written."""
NAMES = {
    **dict.fromkeys(("Veltrix", "Oakmere", "Norvane", "Halden Foods"), "ORG"),
    **dict.fromkeys(("Arbor One", "Kestrel X2"), "PRODUCT"),
    **dict.fromkeys(("Ada Nwosu", "Tom Reyes"), "PERSON"),
    **dict.fromkeys(("Portugal", "Ostrava"), "GPE"),
}
"""The invented names of the examples and what they are."""


def vocabulary_entry(name: str | None, claim_type: str) -> Metric | None:
    """Return the vocabulary's entry that publishes a metric's name, that which may have the type before others."""
    entries = [metric for metric in metrics().values() if metric.called == name]
    return next((metric for metric in entries if claim_type in metric.types), entries[0] if entries else None)


class Item(NamedTuple):
    """What is learned from, with its article and the place of its sentence; invented examples have no article.

    `figure` is what its figure tells of the type, `about` the same with the figure's subject known.
    """

    article: str
    sentence: int
    type: str
    stance: Stance
    features: dict[str, float]
    kind: Kind
    figure: Mapping[str, float] = {}
    about: Mapping[str, float] = {}

    @property
    def evidence(self) -> list[dict[str, float]]:
        """What speaks for the type, the stance included; of a figure before and after its subject is known."""
        clause = with_stance(self.features, self.stance)
        return [{**clause, **self.figure}, {**clause, **self.about}] if self.figure else [clause]


def gold_items(path: Path) -> Iterator[Item]:
    records = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        records[row.pop("table")].append(row)
    sentences = [Sentence(**r) for r in records["sentences"] if r["block"] != "furniture"]
    entities = [Entity(**{**r, "entity_id": _digest(r["name"])}) for r in records["entities"]]
    quantities = [Quantity(**r) for r in records["quantities"]]
    times = [Time(**r) for r in records["times"]]
    memories = {}
    for row in records["documents"]:
        document, own = Document(**row), [e for e in entities if e.doc_id == row["doc_id"]]
        memories[document.doc_id] = SubjectMemory(document, own, frozenset(), survey_of(document, sentences, own))
    nlp = load_model("en_core_web_sm")
    about = False
    for parsed in parse(nlp, sentences, (entities, quantities, times)):
        sentence = parsed.sentence
        if sentence.block in ("title", "heading"):
            about = sentence.text.strip("*# ").lower().startswith("about")
        claims = [claim for claim in records["claims"] if sentence.start <= claim["start"] < sentence.end]
        for claim in claims:
            memory = memories[claim["doc_id"]]
            yield from _item(f"{path.name}#{claim['doc_id']}", parsed, claim, quantities, memory, about)
        yield from _clauses(path.name, parsed, claims, about)


def _digest(name: str) -> str:
    return "e" + hashlib.sha256(name.encode()).hexdigest()[:8]


def _item(
    article: str,
    parsed: Parsed,
    claim: dict[str, Any],
    quantities: Sequence[Quantity],
    memory: SubjectMemory,
    about: bool,
) -> Iterator[Item]:
    tokens = parsed.tokens(claim["start"], claim["end"])
    if not tokens:
        return
    head = parsed.root(claim["start"], claim["end"]) or tokens[0]
    features = type_features(parsed, head, tokens, about=about)
    figure = measured(claim)
    quantity = next((q for q in quantities if figure and q.quantity_id == figure), None)
    told = article, parsed.sentence.start, claim["type"], claim["stance"], features
    if quantity is None:
        yield Item(*told, "claim")
    else:
        metric = vocabulary_entry(claim.get("metric"), claim["type"])
        noun = _noun_type(quantity, claim.get("metric") or "")
        anchor = parsed.root(quantity.start, quantity.end) or head
        figure = Figure(quantity.kind, metric, noun, memory.survey.counts_in(parsed, anchor))
        yield Item(*told, "figure", *_before_and_after(figure, memory.kind(claim["subject"]["name"])))


def _noun_type(quantity: Quantity, metric: str) -> ClaimType | None:
    return noun_types().get((quantity.kind, metric.rsplit("_", maxsplit=1)[-1]))


def _before_and_after(figure: Figure, subject: str | None) -> tuple[dict[str, float], dict[str, float]]:
    """Return what a figure tells of its type before its subject is known, and after."""
    return figure_features(figure), figure_features(figure._replace(subject=subject))


def _clauses(source: str, parsed: Parsed, claims: Sequence[dict[str, Any]], about: bool) -> Iterator[Item]:
    """Yield the clauses of a sentence that the claims stage reads where the gold has claims without a figure."""
    figures = {measured(claim) for claim in claims}
    read = assertions(parsed, [q for q in parsed.quantities if q.quantity_id in figures])
    spans = sorted((*parsed.span(clause.tokens), n) for n, clause in enumerate(read))
    told = sorted((claim for claim in claims if not measured(claim)), key=lambda claim: claim["start"])
    for pair in pair_rows(told, [{"start": start, "end": end, "at": n} for start, end, n in spans]):
        if pair.gold and pair.found:
            clause = read[pair.found["at"]]
            features = type_features(parsed, clause.head, clause.tokens, about=about)
            stance = clause_stance(parsed, clause.head, None)
            article = f"{source}#{pair.gold['doc_id']}"
            yield Item(article, parsed.sentence.start, pair.gold["type"], stance, features, "clause")


def example_items() -> Iterator[Item]:
    _, *lines = EXAMPLES.read_text(encoding="utf-8").splitlines()
    table = [line.split("\t") for line in lines]
    pattern = re.compile("|".join(NAMES))
    sentences, entities, at = [], [], 0
    for n, (_, _, text) in enumerate(table):
        place = {"doc_id": "d", "sentence_id": f"s{n}"}
        sentences.append(Sentence(**place, start=at, end=at + len(text), text=text, block="paragraph"))
        entities += [
            Entity(**place, start=at + m.start(), end=at + m.end(), text=m[0], label=NAMES[m[0]],
                   entity_id=_digest(m[0]), name=m[0])
            for m in pattern.finditer(text)
        ]  # fmt: skip
        at += len(text) + 1
    parses = parse(load_model("en_core_web_sm"), sentences, (entities,))
    for (claim_type, stance, _), parsed in zip(table, parses, strict=True):
        features = type_features(parsed, parsed.doc[:].root, list(parsed.doc), about=False)
        yield Item("", 0, claim_type, stance, features, "example")


def figure_items() -> Iterator[Item]:
    """Yield the figures of the invented sentences: the clauses they stand in, as the claims stage reads them."""
    for item in figure_sentences():
        for quantity in item.parsed.quantities:
            told, anchor = item.of(quantity), item.parsed.root(quantity.start, quantity.end)
            if told is None or told.role != "claim" or anchor is None:
                continue
            head = clause_head(anchor)
            tokens = sorted({*clause_tokens(head), anchor}, key=lambda token: token.i)
            metric = vocabulary_entry(told.metric, told.type)
            memory = SubjectMemory(item.document, item.parsed.entities, frozenset())
            subject = None if told.subject == "it" else memory.kind(told.subject)
            features = type_features(item.parsed, head, tokens, about=False)
            stance = clause_stance(item.parsed, head, None, figure=anchor)
            figure = Figure(quantity.kind, metric, _noun_type(quantity, told.metric))
            yield Item("", 0, told.type, stance, features, "figure example", *_before_and_after(figure, subject))


def fit_types(items: Sequence[Item]) -> tuple[DictVectorizer, LogisticRegression]:
    vectorizer = DictVectorizer()
    seen = [(evidence, i.type, WEIGHTS[i.kind] / len(i.evidence)) for i in items for evidence in i.evidence]
    evidences, types, weights = zip(*seen, strict=True)
    matrix = vectorizer.fit_transform(evidences)
    return vectorizer, LogisticRegression(C=2.0, max_iter=500).fit(matrix, types, sample_weight=weights)


def fit_opinions(items: Sequence[Item]) -> tuple[DictVectorizer, LogisticRegression]:
    told = [i for i in items if is_fact_or_opinion(i)]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([i.features for i in told])
    return vectorizer, LogisticRegression(C=1.0, max_iter=500).fit(matrix, [i.stance == "opinion" for i in told])


def is_fact_or_opinion(item: Item) -> bool:
    return item.kind in ("claim", "example") and item.stance in ("asserted", "opinion")


def frequencies(items: Sequence[Item]) -> dict[str, float]:
    counts: dict[str, float] = defaultdict(float)
    for item in items:
        counts[item.type] += WEIGHTS[item.kind]
    return dict(counts)


def cross_validate(gold: Sequence[Item], examples: Sequence[Item]) -> None:
    hits: dict[str, list[bool]] = defaultdict(list)
    for article in sorted({i.article for i in gold}):
        train = [i for i in gold if i.article != article] + list(examples)
        own = [i for i in gold if i.article == article]
        test = [i for i in own if i.kind == "claim"]  # gold_items yields them in text order
        if not test:
            continue
        vectorizer, model = fit_types(train)
        raw = model.predict_proba(vectorizer.transform([i.evidence[0] for i in test]))
        clauses = [dict(zip(model.classes_, row, strict=True)) for row in raw]
        fitted = in_context(own, clauses, normalized(frequencies(train)))
        for level, found in (("types", clauses), ("types, fitted to the article", fitted)):
            hits[level] += [max(p, key=p.__getitem__) == i.type for p, i in zip(found, test, strict=True)]
        told = [i for i in test if is_fact_or_opinion(i)]
        if told:
            vectorizer, model = fit_opinions(train)
            guessed = model.predict(vectorizer.transform([i.features for i in told]))
            hits["opinion or fact"] += [bool(g) == (i.stance == "opinion") for g, i in zip(guessed, told, strict=True)]
            hits["opinion or fact, always fact"] += [i.stance != "opinion" for i in told]
    for level, right in hits.items():
        print(f"{level:30s} {np.mean(right):.3f} of {len(right)}")


def in_context(
    own: Sequence[Item], clauses: Sequence[dict[ClaimType, float]], frequency: dict[ClaimType, float]
) -> list[dict[ClaimType, float]]:
    """Return the probabilities of one article's clauses (`own` without its figures) in the light of each other."""
    places = sorted({i.sentence for i in own})
    told = iter(clauses)
    found = {place: [next(told) for i in own if i.sentence == place and i.kind == "claim"] for place in places}
    known = {place: [i.type for i in own if i.sentence == place and i.kind == "figure"] for place in places}
    context = article_context(list(found.values()), list(known.values()), frequency)
    return [clause for clauses in context.fitted() for clause in clauses]


def as_type_model(vectorizer: DictVectorizer, model: LogisticRegression, items: Sequence[Item]) -> TypeModel:
    """Return a fitted model as the claims stage uses it."""
    weights = {
        feature: tuple(
            (cast(ClaimType, str(name)), float(w + (b if feature == "bias" else 0)))
            for name, w, b in zip(model.classes_, model.coef_[:, column], model.intercept_, strict=True)
        )
        for column, feature in enumerate(vectorizer.get_feature_names_out())
    }
    return TypeModel(weights, normalized(cast("dict[ClaimType, float]", frequencies(items))))


def write_types(items: Sequence[Item]) -> None:
    vectorizer, model = fit_types(items)
    lines = ["feature\tweights"]
    lines.append("frequency\t" + "|".join(f"{name}:{n:.1f}" for name, n in sorted(frequencies(items).items())))
    for column, feature in enumerate(vectorizer.get_feature_names_out()):
        weights = model.coef_[:, column] + (model.intercept_ if feature == "bias" else 0)
        cells = [f"{name}:{w:.2f}" for name, w in zip(model.classes_, weights, strict=True) if abs(w) >= SMALLEST]
        if cells:
            lines.append(f"{feature}\t" + "|".join(cells))
    _save("type_weights.tsv", lines)


def write_opinions(items: Sequence[Item]) -> None:
    vectorizer, model = fit_opinions(items)
    lines = ["feature\tweight"]
    for feature, coefficient in zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True):
        weight = coefficient + (model.intercept_[0] if feature == "bias" else 0)
        if abs(weight) >= SMALLEST:
            lines.append(f"{feature}\t{weight:.2f}")
    _save("opinion_weights.tsv", lines)


def _save(name: str, lines: Sequence[str]) -> None:
    head = "# Written by benchmarks/train_types.py: extend claim_cues.tsv or the examples and train again."
    (LEXICONS / name).write_text("\n".join((head, *lines)) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--folds", action="store_true", help="cross-validate by article, write nothing")
    arguments = parser.parse_args()
    gold = [item for path in arguments.gold for item in gold_items(path)]
    examples = [*example_items(), *figure_items()]
    if arguments.folds:
        cross_validate(gold, examples)
    else:
        write_types([*gold, *examples])
        write_opinions([*gold, *examples])


if __name__ == "__main__":
    main()
