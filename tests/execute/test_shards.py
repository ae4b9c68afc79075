from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.execute.shards import cut
from pipeline.records import Input

NAMES = [f"article_{n:04d}.txt" for n in range(1000)]


def sources(names, **changed):
    return [Input(Path(name), name, changed.get(name.removesuffix(".txt"), "0" * 64), 1) for name in sorted(names)]


def keys(inputs, average=8, **rests_on):
    return {shard.key for shard in cut(inputs, average, rests_on)}


@given(st.lists(st.sampled_from(NAMES), unique=True), st.integers(1, 20))
def test_shards_hold_every_source_once_and_in_order(names, average):
    shards = cut(sources(names), average, {})
    assert [item for shard in shards for item in shard.items] == sources(names)
    assert all(shard.items for shard in shards)


def test_shards_are_about_as_long_as_asked():
    lengths = [len(shard.items) for shard in cut(sources(NAMES), 8, {})]
    assert 7 < 1000 / len(lengths) < 11
    assert max(lengths) < 3 * 8
    assert len(cut(sources(NAMES), 1, {})) == 1000


@pytest.mark.parametrize("at", range(0, 1000, 37))
def test_a_changed_source_changes_its_own_shard_only(at):
    changed = {NAMES[at].removesuffix(".txt"): "1" * 64}
    assert len(keys(sources(NAMES, **changed)) - keys(sources(NAMES))) == 1


@pytest.mark.parametrize("at", range(0, 1000, 37))
def test_a_new_or_removed_source_changes_its_neighbours_only(at):
    fewer = NAMES[:at] + NAMES[at + 1 :]
    assert len(keys(sources(NAMES)) - keys(sources(fewer))) <= 2
    assert len(keys(sources(fewer)) - keys(sources(NAMES))) <= 2


def test_whatever_bytes_rest_on_changes_every_key():
    assert not keys(sources(NAMES), code="a") & keys(sources(NAMES), code="b")
