import os
from pathlib import Path

from pipeline.cli import main
from pipeline.execute.inputs import find_inputs, hashed
from tests.conftest import read_tables


def test_a_pipe_in_place_of_a_file_does_not_hang_the_run(tmp_path):
    (tmp_path / "in").mkdir()
    os.mkfifo(tmp_path / "in" / "pipe.txt")
    (tmp_path / "in" / "a.txt").write_text("Orvelle opened a store.")
    assert main(["run", str(tmp_path / "in"), "--output", str(tmp_path / "out"), "--workers", "0"]) == 1
    (line,) = read_tables(tmp_path / "out")["quarantine"]
    assert (line["source"], line["error"]) == ("pipe.txt", "a pipe, socket or device, not a file")


def test_the_order_of_inputs_changes_no_name(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    for name in ("a/x.txt", "a/b/y.txt", "a/b/x.txt"):
        (tmp_path / name).write_text(name)
    paths = [tmp_path / "a", tmp_path / "a" / "b", tmp_path / "a" / "x.txt", tmp_path / "none", tmp_path / "gone"]
    found, absent = find_inputs(paths, tmp_path / "out")
    assert [item.source for item in found] == ["b/x.txt", "b/y.txt", "x.txt"]
    assert find_inputs(paths[::-1], tmp_path / "out") == (found, absent)


def test_inputs_by_relative_and_absolute_paths_mix(tmp_path, monkeypatch):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.txt").write_text(folder)
    monkeypatch.chdir(tmp_path)
    found, _ = find_inputs([Path("one"), tmp_path / "two"], tmp_path / "out")
    assert [item.source for item in found] == ["one/same.txt", "two/same.txt"]


def test_hashes_and_sizes_are_of_the_bytes_and_what_cannot_be_read_has_none(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"abc")
    (tmp_path / "lost.txt").symlink_to(tmp_path / "nowhere")
    read, lost = hashed(find_inputs([tmp_path], tmp_path / "out")[0])
    assert (read.sha256[:8], read.size) == ("ba7816bf", 3)
    assert (lost.sha256, lost.size) == (None, 0)
