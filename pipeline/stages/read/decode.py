"""A source's bytes into text, or a reason why not that a user understands."""

from __future__ import annotations

import hashlib
from pathlib import Path

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SIGNATURES = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an Office document",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"{\\rtf": "a rich-text document",
    b"\x1f\x8b": "a gzip archive",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
}
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
_MUCH = 0.02
"""The share of control characters from which on a file counts as binary."""


class UnreadableSource(Exception):  # noqa: N818 - the name the flow catches; it is a finding, not a bug
    """A source cannot be read; the message is the reason, for the user."""


def load(path: Path, max_bytes: int) -> bytes:
    """Return the bytes of the file, at most `max_bytes`; raises UnreadableSource with the reason."""
    try:
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as error:
        raise UnreadableSource(f"cannot be read: {error.strerror or error}") from error
    if len(data) > max_bytes:
        raise UnreadableSource(f"larger than the limit of {max_bytes / 1e6:g} MB ({max_bytes:,} bytes)")
    return data


def decode(data: bytes) -> str:
    """Return UTF-8 `data` as text, byte-order mark dropped, line ends untouched.

    Raises UnreadableSource for empty, binary and otherwise encoded data.
    """
    for signature, name in _SIGNATURES.items():
        if data.startswith(signature):
            raise UnreadableSource(f"binary file: it begins like {name}, not like text")
    if data.startswith(_UTF16_MARKS):
        raise UnreadableSource("UTF-16 text (by its byte-order mark); save it as UTF-8")
    if b"\0" in data:
        raise UnreadableSource(_nul_reason(data))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = f"byte 0x{data[error.start]:02x} at offset {error.start}"
        raise UnreadableSource(f"not UTF-8: {place}; save it as UTF-8") from error
    if not text or text.isspace():
        raise UnreadableSource("empty file" if not text else "empty file: nothing but white space")
    if len(data) - len(data.translate(None, _CONTROLS)) > _MUCH * len(data):
        raise UnreadableSource("binary file: too many control characters for text")
    return text


def _nul_reason(data: bytes) -> str:
    """UTF-16 without a mark has its NUL bytes at every second place; other text has none at all."""
    nuls, odd = data.count(b"\0"), data[1::2].count(b"\0")
    if nuls > 0.3 * len(data) and max(odd, nuls - odd) > 0.95 * nuls:
        return "looks like UTF-16 text without a byte-order mark; save it as UTF-8"
    return f"binary file: {nuls} NUL byte{'s' * (nuls > 1)}, the first at offset {data.index(0)}"


def digest(data: bytes) -> str:
    """Return the SHA-256 of `data` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
