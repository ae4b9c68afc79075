"""Cutting a run's sources into shards that stay what they are when other sources come, change or go."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.execute.fingerprint import Fingerprint
from pipeline.records import Input


class Shard(NamedTuple):
    """Sources that are done together, and the key of their records: equal keys, equal bytes."""

    key: str
    items: tuple[Input, ...]

    @property
    def size(self) -> int:
        """Bytes of its sources."""
        return sum(item.size for item in self.items)


def cut(inputs: Sequence[Input], average: int, rests_on: Fingerprint) -> list[Shard]:
    """Cut `inputs`, sorted by name, into shards of `average` sources, keyed by them and by `rests_on`."""
    seed = hashlib.sha256(json.dumps(rests_on, sort_keys=True).encode()).hexdigest()
    return [Shard(_key(seed, items), items) for items in _pieces(inputs, average)]


def _pieces(inputs: Sequence[Input], average: int) -> Iterator[tuple[Input, ...]]:
    """Cut behind every source whose name has the least hash of all within half an average before and behind.

    A cut hangs on the names round it, so a new source moves its neighbours' cuts at most, and a changed one
    moves none (content-defined chunking by local minima, as backup programs do it, here over names).
    """
    reach = average // 2
    hashes = [_hash(item.source) for item in inputs]
    begin = 0
    for at, value in enumerate(hashes, start=1):
        if at == len(hashes) or value == min(hashes[max(0, at - 1 - reach) : at + reach]):
            yield tuple(inputs[begin:at])
            begin = at


def _hash(name: str) -> int:
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8])


def _key(seed: str, items: Sequence[Input]) -> str:
    named = [[item.source, item.sha256] for item in items]
    return hashlib.sha256(json.dumps([seed, named]).encode()).hexdigest()[:32]
