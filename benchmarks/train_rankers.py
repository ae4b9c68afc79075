"""Fit the weights by which claims choose their subject, metric and period; write them to `pipeline/lexicons/`.

    python benchmarks/train_rankers.py [--folds] [--rounds N] [--notes FILE] GOLD_FOLDER SOURCE_FOLDER ...

Each gold claim with its candidates, as the claims stage finds them on the gold records of the earlier stages,
is one example: a conditional logit model with an L2 penalty learns which candidate is the right one.  What a
claim's candidates are depends on what was chosen for the claims before it, so that fitting is repeated.
`--folds` also cross-validates by source.  `--notes` adds figures of 10-K notes with the phrase that names the
metric of each (the training part of KPI-EDGAR, MIT): further examples for the metric, of less weight than the
gold and no part of the validation.  Needs scipy; the pipeline itself does not.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import numpy as np
import train_types
from figure_examples import FigureSentence, Told, figure_sentences
from kpi_edgar import in_gold, links, notes
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from pipeline import lexicon
from pipeline.engine import load_model
from pipeline.evaluate.criteria import FIELDS, LEVELS, close
from pipeline.evaluate.load import Annotation
from pipeline.evaluate.matching import measured, pair_claims
from pipeline.lexicon import LEXICONS
from pipeline.records import Claim, Document, Entity, Quantity, Record, Sentence, Time
from pipeline.stages.claims import build, extract_claims, ranking
from pipeline.stages.claims.figures.roles import role_candidates
from pipeline.stages.claims.metrics import Named, choose_metric
from pipeline.stages.claims.parsed import parse
from pipeline.stages.claims.subjects import Sought, SubjectMemory, find_subject
from pipeline.stages.claims.subjects.named import is_part

PENALTY = 2.0
PENALTIES = {"subject": 6.0, "period": 4.0, "metric": 1.0}
"""L2 penalties of the fields that cross-validation by source likes another for."""
FOLDS = 6
RARE = 15
"""Signs of confidence that fewer claims have are not learned."""
SMALLEST = 0.02
"""Weights below it are not written."""


NOTE_WEIGHT = 0.5
"""How much a figure of `--notes` counts; a claim of the gold counts one."""
EXAMPLE_WEIGHTS = {"role": 0.5, "metric": 0.5, "subject": 0.15}
"""How much a figure of `figure_examples.tsv` counts; its subject little, as nothing is carried over to a sentence."""


class Example(NamedTuple):
    """The candidates of one claim's field: what speaks for each, and which of them are right.

    `source` is the article, None for a figure that is no part of the gold; `weight` how much the example counts.
    """

    source: str | None
    features: list[set[str]]
    right: list[bool]
    weight: float = 1.0


class Article(NamedTuple):
    """Gold records of one article that the claims stage starts from."""

    text: str
    document: Document
    sentences: list[Sentence]
    entities: list[Entity]
    quantities: list[Quantity]
    times: list[Time]


def load(path: Path, sources: Path) -> tuple[Annotation, list[Article]]:
    name = path.name.removesuffix(".jsonl")
    source = next(p for p in (sources / name, sources / f"{name}.txt") if p.exists())
    gold = Annotation(name)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold.tables[row.pop("table")].append(row)
    gold.sort()
    text = rendered(source)
    articles = []
    for document in gold.tables["documents"]:
        own = {t: [r for r in rows if r["doc_id"] == document["doc_id"]] for t, rows in gold.tables.items()}
        entities = [Entity(**{**r, "entity_id": digest(r["name"])}) for r in own["entities"]]
        articles.append(
            Article(
                text,
                Document(**document),
                [Sentence(**r) for r in own["sentences"]],
                entities,
                [Quantity(**r) for r in own["quantities"]],
                [Time(**r) for r in own["times"]],
            )
        )
    return gold, articles


def rendered(source: Path) -> str:
    if source.suffix != ".html":
        return source.read_bytes().decode("utf-8-sig")
    from pipeline.stages.read import read_source  # noqa: PLC0415

    return read_source(source, source.name, max_bytes=10**7).text


def digest(name: str) -> str:
    return "e" + hashlib.sha256(name.encode()).hexdigest()[:8]


class Built(NamedTuple):
    """A claim as it was built: its choices, and the signs of its confidence."""

    claim: Claim
    chosen: Mapping[str, ranking.Choice[Any]]
    signs: Mapping[str, float]


class Pairing(NamedTuple):
    """A claim that the stage found, and the gold claim it is paired with, if any."""

    built: Built
    gold: dict[str, Any] | None


def pairings(gold: Annotation, articles: Sequence[Article]) -> Iterator[Pairing]:
    """Run the claims stage on gold records and yield what it finds with what gold has for it."""
    nlp = load_model("en_core_web_sm")
    found = Annotation(gold.source)
    built: list[Built] = []
    signs: list[Mapping[str, float]] = []
    build_claim, confidence = build.ClaimBuilder._claim, build.confidence

    def remember(*args: Any, **fields: Any) -> Claim:
        claim = build_claim(*args, **fields)
        built.append(Built(claim, args[3], signs[-1]))
        return claim

    def weigh(found: Mapping[str, float]) -> float:
        signs.append(found)
        return confidence(found)

    with mock.patch.object(build.ClaimBuilder, "_claim", remember), mock.patch.object(build, "confidence", weigh):
        for text, *records in articles:
            claims = extract_claims(nlp, text, *records)  # type: ignore[arg-type]
            for table, rows in zip(found.tables, ([records[0]], *records[1:], claims), strict=True):
                found.tables[table] += [row(record) for record in rows]
    found.sort()
    by_place = {_place(row(b.claim)): b for b in built}
    for pair in pair_claims(gold, found):
        if pair.found is not None and _place(pair.found) in by_place:
            yield Pairing(by_place[_place(pair.found)], pair.gold)


def examples(gold: Annotation, articles: Sequence[Article]) -> Iterator[tuple[str, Example]]:
    """Yield (field, example) of the claims that the stage finds and gold has."""
    for built, wanted in pairings(gold, articles):
        if wanted is None:
            continue
        for field, choice in built.chosen.items():
            if field != "role":
                right = [is_right(field, wanted, c.value) for c in choice.candidates]
                yield field, Example(gold.source, [c.evidence for c in choice.candidates], right)


def role_examples(gold: Annotation, articles: Sequence[Article]) -> Iterator[Example]:
    """Yield the roles of all quantities of content, each with the right roles of those before it."""
    roles: dict[str, str] = {}
    for claim in gold.tables["claims"]:
        change = claim.get("change") or {}
        if change.get("quantity_id"):
            roles.setdefault(change["quantity_id"], "change")
        if claim.get("quantity_id"):
            roles[claim["quantity_id"]] = "value"
    nlp = load_model("en_core_web_sm")
    for _, _, sentences, *records in articles:
        content = [s for s in sentences if s.block not in ("furniture", "byline")]
        for parsed in parse(nlp, content, records):  # type: ignore[arg-type]
            levels = [
                (c.get("change") or {}).get("from_value")
                for c in gold.tables["claims"]
                if parsed.sentence.start <= c["start"] < parsed.sentence.end
            ]
            earlier: list[tuple[Quantity, Any]] = []
            for quantity in parsed.quantities:
                level = any(v is not None and close(abs(v), quantity.value) for v in levels)
                role = roles.get(quantity.quantity_id) or ("previous" if level else "none")
                candidates = role_candidates(parsed, quantity, earlier)
                yield Example(gold.source, [c.evidence for c in candidates], [c.key == role for c in candidates])
                earlier.append((quantity, role))


def note_examples(path: Path) -> Iterator[Example]:
    """Yield the metric's candidates of the figures of KPI-EDGAR records."""
    for note in notes(load_model("en_core_web_sm"), path):
        for link in links(note):
            features = [c.evidence for c in link.naming.candidates]
            yield Example(None, features, [in_gold(note, link.token, span) for span in link.spans], NOTE_WEIGHT)


def sentence_examples() -> Iterator[tuple[str, Example]]:
    """Yield (field, example) of the figures of the invented sentences: their roles, metrics and subjects."""
    for item in figure_sentences():
        parsed, known = item.parsed, list[Named]()
        earlier: list[tuple[Quantity, Any]] = []
        for quantity in parsed.quantities:
            told = item.of(quantity)
            role = "none" if told is None else told.role
            if role == "claim":
                role = "change" if quantity.change else "value"
            if told is not None:
                candidates = role_candidates(parsed, quantity, earlier)
                yield "role", _weighed("role", candidates, lambda v, r=role: v == r)
            if told is not None and told.role == "claim":
                yield from _told_examples(item, quantity, told, known)
            earlier.append((quantity, role))


def _told_examples(
    item: FigureSentence, quantity: Quantity, told: Told, known: list[Named]
) -> Iterator[tuple[str, Example]]:
    """Yield the examples of the metric and the subject of one figure; its metric joins those that are `known`."""
    parsed, gold = item.parsed, {"type": told.type, "metric": told.metric, "subject": {"name": told.subject}}
    naming = choose_metric(parsed, quantity, change_only=quantity.change is not None, before=known)
    yield "metric", _weighed("metric", naming.candidates, lambda v: is_right("metric", gold, v))
    metric = train_types.vocabulary_entry(told.metric, told.type)
    named = next((c.span for c in naming.candidates if c.value.name == told.metric), None)
    known.insert(0, Named(told.metric, metric))
    anchor = parsed.root(quantity.start, quantity.end)
    if anchor is None or told.subject == "it":
        return
    memory = SubjectMemory(item.document, parsed.entities, frozenset())
    memory.parts |= {e.name for e in parsed.entities if is_part(parsed, e)}
    sought = Sought(anchor, told.type, metric, quantity, None, None, named)  # type: ignore[arg-type]
    candidates = find_subject(parsed, memory, sought).candidates
    yield "subject", _weighed("subject", candidates, lambda v: is_right("subject", gold, v))


def _weighed(field: str, candidates: Sequence[ranking.Candidate[Any]], right: Callable[[Any], bool]) -> Example:
    evidence = [c.evidence for c in candidates]
    return Example(None, evidence, [right(c.value) for c in candidates], EXAMPLE_WEIGHTS[field])


def is_right(field: str, gold: dict[str, Any], value: Any) -> bool:
    """Tell whether a candidate's value is what gold has; a metric's entry must also have the claim's type."""
    if isinstance(value, Record):
        return FIELDS[field](gold, {field: row(value)})
    if isinstance(value, Named):
        return value.name == gold.get("metric") and (value.metric is None or gold["type"] in value.metric.types)
    return FIELDS[field](gold, {field: value})


def row(record: Record) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(record.model_dump_json())
    return loaded


def _place(claim: dict[str, Any]) -> tuple[Any, ...]:
    change = claim.get("change") or {}
    return claim["start"], claim["end"], claim["type"], claim.get("quantity_id"), change.get("quantity_id")


def penalty(field: str) -> float:
    """Return the L2 penalty that a field's weights are fitted with."""
    return PENALTIES.get(field, PENALTY)


def fit(items: Sequence[Example], penalty: float) -> dict[str, float]:
    """Return the weights that make the right candidates most probable; claims without a right one tell nothing."""
    items = [item for item in items if any(item.right) and not all(item.right)]
    names = sorted(name for name, n in Counter(f for i in items for c in i.features for f in c).items() if n > 2)
    index = {name: n for n, name in enumerate(names)}
    rows_, columns, groups, right = [], [], [], []
    at = 0
    for number, item in enumerate(items):
        for features, ok in zip(item.features, item.right, strict=True):
            known = [index[f] for f in features if f in index]
            rows_ += [at] * len(known)
            columns += known
            groups.append(number)
            right.append(ok)
            at += 1
    matrix = csr_matrix((np.ones(len(rows_)), (rows_, columns)), shape=(at, len(names)))
    group, truth = np.array(groups), np.array(right)
    counts = np.array([item.weight for item in items])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        scores -= np.maximum.reduceat(scores, np.flatnonzero(np.r_[True, np.diff(group) > 0]))[group]
        exp = np.exp(scores)
        total = np.bincount(group, exp)
        hit = np.bincount(group, exp * truth)
        share = exp / total[group]
        wanted = exp * truth / hit[group]
        value = float(counts @ (np.log(total) - np.log(hit)) + penalty * weights @ weights / 2)
        return value, matrix.T @ (counts[group] * (share - wanted)) + penalty * weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return {name: float(w) for name, w in zip(names, found.x, strict=True) if abs(w) >= SMALLEST}


def accuracy(items: Sequence[Example], weights: dict[str, float]) -> list[bool]:
    hits = []
    for item in items:
        scores = [sum(weights.get(f, 0.0) for f in features) for features in item.features]
        hits.append(item.right[scores.index(max(scores))])
    return hits


def held_out(
    loaded: Sequence[tuple[Annotation, list[Article]]],
    fields: Mapping[str, Sequence[Example]],
    types: TypeItems,
) -> Iterator[tuple[str, Pairing]]:
    """Yield (source, pairing) of every claim found by models that have not seen its source."""
    sources = [gold.source for gold, _ in loaded]
    for fold in range(FOLDS):
        test = set(sources[fold::FOLDS])
        weights = {f: fit([i for i in items if i.source not in test], penalty(f)) for f, items in fields.items()}
        seen = [i for source, items in types.gold.items() if source not in test for i in items] + types.invented
        vectorizer, model = train_types.fit_types(seen)
        typed = train_types.as_type_model(vectorizer, model, seen)
        with (
            mock.patch.object(ranking, "_weights", weights.__getitem__),
            mock.patch("pipeline.stages.claims.types.article.type_model", lambda model=typed: model),
        ):
            for gold, articles in loaded:
                if gold.source in test:
                    yield from ((gold.source, pairing) for pairing in pairings(gold, articles))


class TypeItems(NamedTuple):
    """What the type model learns from: clauses of gold by source, and invented ones."""

    gold: Mapping[str, list[train_types.Item]]
    invented: list[train_types.Item]


def fit_confidence(found: Sequence[Pairing]) -> dict[str, float]:
    """Return the weights of the signs that a claim is right, learned from held-out claims."""
    names = sorted(name for name, n in Counter(n for p in found for n in p.built.signs).items() if n > RARE)
    matrix = np.array([[p.built.signs.get(name, 0.0) for name in names] for p in found])
    truth = np.array([is_core(p) for p in found])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        value = float(np.sum(np.logaddexp(0, scores) - truth * scores) + PENALTY * weights @ weights / 2)
        return value, matrix.T @ (1 / (1 + np.exp(-scores)) - truth) + PENALTY * weights

    fitted = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return {name: float(w) for name, w in zip(names, fitted, strict=True)}


def is_core(pairing: Pairing) -> bool:
    return pairing.gold is not None and LEVELS["claims"]["core"](pairing.gold, row(pairing.built.claim))


def report_held_out(found: Sequence[tuple[str, Pairing]], loaded: Sequence[tuple[Annotation, list[Article]]]) -> None:
    """Print how often held-out claims are right, and how well confidence fitted on other sources tells it."""
    golds = [c for gold, _ in loaded for c in gold.tables["claims"]]
    for name, kind in (("with a figure", True), ("without", False)):
        mine = [p for _, p in found if (measured(row(p.built.claim)) is not None) == kind]
        wanted = sum((measured(c) is not None) == kind for c in golds)
        levels = [sum(p.gold is not None and test(p.gold, row(p.built.claim)) for p in mine)
                  for test in LEVELS["claims"].values()]  # fmt: skip
        f1 = [2 * n / (len(mine) + wanted) for n in levels]
        print(f"held out, {name}: " + ", ".join(f"{n} {v:.3f}" for n, v in zip(LEVELS["claims"], f1, strict=True)))
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    sources = sorted({source for source, _ in found})
    for fold in range(FOLDS):
        test = set(sources[fold::FOLDS])
        weights = fit_confidence([p for source, p in found if source not in test])
        for source, pairing in found:
            if source in test:
                score = sum(weights.get(n, 0.0) * v for n, v in pairing.built.signs.items())
                sure = 1 / (1 + np.exp(-score))
                bins[int(sure * 10)].append((sure, is_core(pairing)))
    for bin_, items in sorted(bins.items()):
        mean, right = np.mean([p for p, _ in items]), np.mean([ok for _, ok in items])
        print(f"confidence .{bin_}-: {len(items):4} claims, mean {mean:.2f}, right {right:.2f}")


def cross_validate(field: str, items: Sequence[Example]) -> None:
    hits: list[bool] = []
    gold = [i for i in items if i.source is not None]
    for source in sorted({i.source for i in gold}):
        weights = fit([i for i in items if i.source != source], penalty(field))
        hits += accuracy([i for i in gold if i.source == source], weights)
    possible = np.mean([any(i.right) for i in gold])
    print(
        f"{field:10} {len(gold)} claims: right candidate there {possible:.3f}, chosen {np.mean(hits):.3f} (by source)"
    )


def write(field: str, weights: dict[str, float]) -> None:
    lines = ["# Written by benchmarks/train_rankers.py.", "feature\tweight"]
    lines += [f"{name}\t{weight:.2f}" for name, weight in sorted(weights.items())]
    (LEXICONS / f"{field}_weights.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+", help="gold folder, source folder, and so on in pairs")
    parser.add_argument("--folds", action="store_true", help="cross-validate by source as well")
    parser.add_argument("--notes", type=Path, help="kpi_edgar_train.jsonl")
    parser.add_argument("--rounds", type=int, default=2, help="how often to fit anew on what the last fit finds")
    arguments = parser.parse_args()
    pairs = list(zip(arguments.folders[::2], arguments.folders[1::2], strict=True))
    loaded = [load(path, sources) for gold, sources in pairs for path in sorted(gold.glob("*.jsonl"))]
    for number in range(arguments.rounds):
        fields: dict[str, list[Example]] = defaultdict(list)
        for gold, articles in loaded:
            for field, example in examples(gold, articles):
                fields[field].append(example)
            fields["role"] += role_examples(gold, articles)
        for field, example in sentence_examples():
            fields[field].append(example)
        if arguments.notes:
            fields["metric"] += note_examples(arguments.notes)
        for field, items in fields.items():
            if arguments.folds and number == arguments.rounds - 1:
                cross_validate(field, items)
            weights = fit(items, penalty(field))
            print(f"round {number}: {field:10} fitted {np.mean(accuracy(items, weights)):.3f}, {len(weights)} weights")
            write(field, weights)
        ranking._weights.cache_clear()
        lexicon.rows.cache_clear()
    paths = [path for gold, _ in pairs for path in sorted(gold.glob("*.jsonl"))]
    types = {path.name.removesuffix(".jsonl"): list(train_types.gold_items(path)) for path in paths}
    found = list(
        held_out(loaded, fields, TypeItems(types, [*train_types.example_items(), *train_types.figure_items()]))
    )
    report_held_out(found, loaded)
    write("confidence", fit_confidence([pairing for _, pairing in found]))


if __name__ == "__main__":
    main()
