"""Greedy one-to-one pairing of gold and predicted rows by span overlap, best overlap first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.evaluate.load import Annotation, Row


class Pair(NamedTuple):
    """A gold row and the predicted row paired with it; one of them is None for a miss or a false row."""

    gold: Row | None
    found: Row | None


def overlap(one: Row, other: Row) -> float:
    """Return the share of characters two spans have in common (intersection over union)."""
    common: int = min(one["end"], other["end"]) - max(one["start"], other["start"])
    union: int = max(one["end"], other["end"]) - min(one["start"], other["start"])
    return common / union if common > 0 else 0.0


def _candidates(gold: Sequence[Row], found: Sequence[Row]) -> Iterator[tuple[float, int, int]]:
    """Yield (overlap, gold index, found index) of overlapping rows; both lists are in text order."""
    reach = 0  # rows before it end before every later gold row begins
    for i, row in enumerate(gold):
        while reach < len(found) and found[reach]["end"] <= row["start"]:
            reach += 1
        for j in range(reach, len(found)):
            if found[j]["start"] >= row["end"]:
                break
            if share := overlap(row, found[j]):
                yield share, i, j


def pair_rows(gold: Sequence[Row], found: Sequence[Row], prefer: str | None = None) -> list[Pair]:
    """Pair rows of one table by overlap; of equal overlaps the one with the same `prefer` field wins."""

    def rank(candidate: tuple[float, int, int]) -> tuple[float, bool, int, int]:
        share, i, j = candidate
        return (-share, prefer is None or gold[i].get(prefer) != found[j].get(prefer), i, j)

    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(_candidates(gold, found), key=rank):
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    pairs = [Pair(row, found[partner[i]] if i in partner else None) for i, row in enumerate(gold)]
    return pairs + [Pair(None, row) for j, row in enumerate(found) if j not in taken]


def measured(claim: Row) -> str | None:
    """Return the id of a claim's main quantity: the value's, or the change's where no value is given."""
    return claim.get("quantity_id") or (claim.get("change") or {}).get("quantity_id")


def pair_claims(gold: Annotation, found: Annotation) -> list[Pair]:
    """Pair claims within a gold sentence: by main quantity where there is one, else by type."""
    homes = gold.tables["sentences"]
    golds = _by_sentence(gold.tables["claims"], homes)
    founds = _by_sentence(found.tables["claims"], homes)
    spans = [
        {row["quantity_id"]: row for row in side.tables["quantities"] if row.get("quantity_id")}
        for side in (gold, found)
    ]
    pairs: list[Pair] = []
    for home in sorted(golds.keys() | founds.keys()):
        mine, theirs = golds.get(home, []), founds.get(home, [])
        numeric = _numeric_pairs(mine, theirs, spans[0], spans[1])
        pairs += numeric
        used = {id(row) for pair in numeric for row in pair}
        pairs += _typed_pairs(
            [row for row in mine if id(row) not in used], [row for row in theirs if id(row) not in used]
        )
    return pairs


def _by_sentence(claims: Iterable[Row], sentences: Sequence[Row]) -> dict[int, list[Row]]:
    homes: dict[int, list[Row]] = {}
    for pair in pair_groups(claims, sentences):
        homes.setdefault(pair[1], []).append(pair[0])
    return homes


def pair_groups(rows: Iterable[Row], groups: Sequence[Row]) -> Iterator[tuple[Row, int]]:
    """Yield each row with the index of the group (in text order) that it shares most characters with."""
    first = 0
    for row in sorted(rows, key=lambda r: (r["start"], r["end"])):
        while first < len(groups) and groups[first]["end"] <= row["start"]:
            first += 1
        best, most = -1, 0
        for i in range(first, len(groups)):
            if groups[i]["start"] >= row["end"]:
                break
            common = min(groups[i]["end"], row["end"]) - max(groups[i]["start"], row["start"])
            if common > most:
                best, most = i, common
        yield row, best


def _numeric_pairs(
    gold: Sequence[Row], found: Sequence[Row], gold_spans: dict[str, Row], found_spans: dict[str, Row]
) -> list[Pair]:
    def spans(claims: Sequence[Row], known: dict[str, Row]) -> list[tuple[Row, Row]]:
        placed = [(known[key], claim) for claim in claims if (key := measured(claim)) in known and key]
        return sorted(placed, key=lambda item: item[0]["start"])

    mine, theirs = spans(gold, gold_spans), spans(found, found_spans)
    pairs = pair_rows([{**s, "_at": i} for i, (s, _) in enumerate(mine)],
                      [{**s, "_at": i} for i, (s, _) in enumerate(theirs)])  # fmt: skip
    return [
        Pair(mine[p.gold["_at"]][1] if p.gold else None, theirs[p.found["_at"]][1] if p.found else None) for p in pairs
    ]


def _typed_pairs(gold: Sequence[Row], found: Sequence[Row]) -> list[Pair]:
    left = list(found)
    pairs = []
    for row in gold:
        match = next((other for other in left if other["type"] == row["type"]), None)
        if match is not None:
            left.remove(match)
        pairs.append(Pair(row, match))
    return pairs + [Pair(None, row) for row in left]
