"""Precision, recall and F1 with bootstrap intervals over documents, B-cubed, and claim fields one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd

from pipeline.evaluate.criteria import FIELDS, GROUPS, LEVELS
from pipeline.evaluate.load import Annotation, Row
from pipeline.evaluate.matching import Pair, measured, pair_claims, pair_groups, pair_rows

RESAMPLES = 1000
SEED = 20_190_924
ALL = "all"


class Comparison(NamedTuple):
    """One article's paired rows, by table."""

    article: str
    pairs: dict[str, list[Pair]]


def compare(gold: Annotation, found: Annotation) -> list[Comparison]:
    """Pair everything of one source and give it to the gold's articles."""
    pairs = {
        table: pair_rows(_counted(table, gold), _counted(table, found), GROUPS.get(table))
        for table in LEVELS
        if table != "claims"
    }
    pairs["claims"] = pair_claims(gold, found)
    articles = gold.tables["documents"] or [{"start": 0, "end": 1 << 60}]
    out = [Comparison(f"{gold.source}#{n + 1}", {t: [] for t in LEVELS}) for n in range(len(articles))]
    for table, found_pairs in pairs.items():
        rows = [{**(p.gold or p.found or {}), "_pair": p} for p in found_pairs]
        for row, home in pair_groups(rows, articles):
            out[max(home, 0)].pairs[table].append(row["_pair"])
    return out


def _counted(table: str, side: Annotation) -> list[Row]:
    """Return the rows that count: of entities the names only, nominals and pronouns are optional."""
    rows = side.tables[table]
    return [row for row in rows if row.get("form", "name") == "name"] if table == "entities" else rows


def tally(comparisons: Iterable[Comparison]) -> pd.DataFrame:
    """Return one row an (article, table, group, level): true positives, gold and predicted rows."""
    counts: Counter[tuple[str, str, str, str, str]] = Counter()
    for article, tables in comparisons:
        for table, pairs in tables.items():
            for pair in pairs:
                for level, test in LEVELS[table].items():
                    right = bool(pair.gold and pair.found and test(pair.gold, pair.found))
                    for what, row in (("gold", pair.gold), ("found", pair.found)):
                        for group in _groups(table, row):
                            counts[article, table, group, level, what] += 1
                            counts[article, table, group, level, f"{what}_right"] += right
    index = pd.MultiIndex.from_tuples(counts, names=["article", "table", "group", "level", "what"])
    frame = pd.Series(list(counts.values()), index=index, dtype="int64").unstack("what", fill_value=0)
    return frame.reindex(columns=["gold", "found", "gold_right", "found_right"], fill_value=0)


def _groups(table: str, row: Row | None) -> list[str]:
    if row is None:
        return []
    groups = [ALL, str(row[GROUPS[table]])] if table in GROUPS else [ALL]
    if table == "claims":
        groups.append("(with a figure)" if measured(row) else "(without a figure)")
    return groups


def ratios(gold: float, found: float, gold_right: float, found_right: float) -> tuple[float, float, float]:
    """Return precision, recall, F1; a side without rows counts as 0 unless both are empty (1)."""
    precision = found_right / found if found else float(not gold)
    recall = gold_right / gold if gold else float(not found)
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def score(frame: pd.DataFrame) -> pd.DataFrame:
    """Return precision, recall, F1, its 95% interval and the counts by (table, group, level)."""
    rng = np.random.default_rng(SEED)
    articles = frame.index.get_level_values("article").unique()
    draws = rng.multinomial(len(articles), [1 / len(articles)] * len(articles), size=RESAMPLES)
    order = {article: n for n, article in enumerate(articles)}
    rows = {}
    for key, part in frame.groupby(level=["table", "group", "level"], sort=False):
        weights = draws[:, [order[a] for a in part.index.get_level_values("article")]]
        resampled = [ratios(*sums)[2] for sums in weights @ part.to_numpy()]
        low, high = np.quantile(resampled, [0.025, 0.975])
        total = part.sum()
        precision, recall, f1 = ratios(*total)
        rows[key] = [precision, recall, f1, low, high, *total.astype(int)[["gold", "found", "gold_right"]]]
    columns = ["precision", "recall", "f1", "low", "high", "gold", "found", "right"]
    table = pd.DataFrame.from_dict(rows, orient="index", columns=columns)
    table.index = pd.MultiIndex.from_tuples(table.index, names=["table", "group", "level"])
    return table


def cells(scores: pd.DataFrame) -> Iterator[tuple[str, str, str, dict[str, float]]]:
    """Yield (table, group, level, numbers by column) of a score table, in its order."""
    for key, numbers in zip(scores.index.tolist(), scores.to_dict("records"), strict=True):
        table, group, level = key
        yield table, group, level, {str(name): float(number) for name, number in numbers.items()}


def b_cubed(comparisons: Iterable[Comparison]) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1 of canonical names over the mentions found by overlap."""
    sums = np.zeros(2)
    mentions = 0
    for _, tables in comparisons:
        found = [(p.gold["name"], p.found["name"]) for p in tables["entities"] if p.gold and p.found]
        both = Counter(found)
        gold, predicted = Counter(g for g, _ in found), Counter(f for _, f in found)
        for (g, f), n in both.items():
            sums += n * np.array([n / predicted[f], n / gold[g]])
        mentions += len(found)
    precision, recall = sums / mentions if mentions else (1.0, 1.0)
    return precision, recall, 2 * precision * recall / (precision + recall) if mentions else 1.0


def field_accuracy(comparisons: Iterable[Comparison]) -> Mapping[str, tuple[int, int]]:
    """Return per claim field (right, paired) over the paired claims."""
    paired = [(p.gold, p.found) for c in comparisons for p in c.pairs["claims"] if p.gold and p.found]
    return {name: (sum(test(g, f) for g, f in paired), len(paired)) for name, test in FIELDS.items()}
