"""Cutting a run's sources into shards that stay what they are when other sources come, change or go."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.execute.fingerprint import Fingerprint
from pipeline.records import Input

_LONGEST = 4
"""A shard holds at most this many times the average: one in fifty would be longer."""


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
    """Cut behind every source whose name hashes to a multiple of `average`.

    The place of a cut hangs on one name, so a new source splits its own shard at most, and a changed one
    moves no cut at all (content-defined chunking, as in rsync and backup programs, over names).
    """
    piece: list[Input] = []
    for item in inputs:
        piece.append(item)
        if _hash(item.source) % average == 0 or len(piece) == _LONGEST * average:
            yield tuple(piece)
            piece = []
    if piece:
        yield tuple(piece)


def _hash(name: str) -> int:
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8])


def _key(seed: str, items: Sequence[Input]) -> str:
    named = [[item.source, item.sha256] for item in items]
    return hashlib.sha256(json.dumps([seed, named]).encode()).hexdigest()[:32]
