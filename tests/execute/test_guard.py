from pathlib import Path

import pytest

from pipeline.execute.guard import DEATHS, blamed, guarded
from pipeline.execute.shards import Shard
from pipeline.records import Input

ONE, TWO = Input(Path("1"), "1.txt", "0", 10), Input(Path("2"), "2.txt", "0", 2_500_000)
SHARD = Shard("k", (ONE, TWO))


def trace(folder, name, text):
    (folder / name).write_text(text)


def test_few_deaths_are_chance_and_many_are_not(tmp_path):
    for n in range(DEATHS):
        assert blamed(SHARD, tmp_path, 1) == {}
        trace(tmp_path, f"{n}", "0\n1\n")
    assert list(blamed(SHARD, tmp_path, 1)) == [TWO]


def test_deaths_of_different_sources_do_not_add_up(tmp_path):
    for n, numbers in enumerate(("0\n", "0\n1\n", "", "0\n1\n", "0\n")):
        trace(tmp_path, f"{n}", numbers)
    assert blamed(SHARD, tmp_path, 1) == {}


def test_a_source_over_its_limit_is_to_blame_at_once_and_the_limit_grows_with_size(tmp_path):
    trace(tmp_path, "a", "0\n1\nTimeout (0:00:06)!\nThread 0x00007f (most recent call first):\n  File 3\n")
    assert blamed(SHARD, tmp_path, 2) == {TWO: "took longer than the limit of 6 s"}


def test_what_is_to_blame_is_quarantined_without_being_tried(tmp_path):
    trace(tmp_path, "a", "0\nTimeout (0:00:02)!\n")
    tried = []

    def process(item):
        tried.append(item)
        return [("documents", None)]

    with guarded(process, SHARD, tmp_path, 2) as watched:
        lines = [line for item in SHARD.items for line in watched(item)]
    assert tried == [TWO]
    assert [table for table, _ in lines] == ["quarantine", "documents"]
    assert (lines[0][1].source, lines[0][1].stage) == ("1.txt", "run")


def test_an_error_is_no_death(tmp_path):
    def process(item):
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"), guarded(process, SHARD, tmp_path, 2) as watched:
        watched(ONE)
    assert list(tmp_path.iterdir()) == []
