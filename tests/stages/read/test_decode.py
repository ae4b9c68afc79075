from pathlib import Path

import pytest

from pipeline.stages.read import UnreadableSource, read_source
from pipeline.stages.read.decode import decode


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t", "white space"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7 text", "PDF"),
        (b"\x89PNG\r\n\x1a\nxx", "PNG"),
        ("Orbin grew.".encode("utf-16"), "UTF-16 text"),
        ("Orbin grew again.".encode("utf-16-le"), "without a byte-order mark"),
        ("Orbin grew again.".encode("utf-16-be"), "without a byte-order mark"),
        (b"Orbin\0grew", "NUL byte, the first at offset 5"),
        ("Müller grew".encode("latin-1"), "not UTF-8: byte 0xfc at offset 1"),
        (bytes(range(1, 9)) * 50, "control characters"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSource, match=reason):
        decode(data)


def test_the_byte_order_mark_is_dropped_and_line_ends_stay() -> None:
    assert decode("\ufeffa\r\nb\rc\n".encode()) == "a\r\nb\rc\n"


def test_a_source_over_the_limit_is_refused_with_the_limit(tmp_path: Path) -> None:
    file = tmp_path / "book.txt"
    file.write_text("Orbin grew. " * 1000)
    with pytest.raises(UnreadableSource, match=r"0\.01 MB"):
        read_source(file, "book.txt", max_bytes=10_000)
    assert read_source(file, "book.txt", max_bytes=12_000).articles


def test_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(UnreadableSource, match="cannot be read"):
            read_source(path, "none.txt", max_bytes=100)
