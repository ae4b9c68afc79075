"""The fields in front of a Markdown text, between two lines of dashes, as site generators write them."""

from __future__ import annotations

import re

from pipeline.stages.read.metadata import PageMetadata
from pipeline.stages.read.page import parse_day

_BLOCK = re.compile(r"\s*---[ \t]*\r?\n(?P<fields>(?:(?!---)[^\n]*\n){1,60})---[ \t]*(?:\r?\n|$)")
_FIELD = re.compile(r"^(?P<key>[A-Za-z_-]+):[ \t]*(?P<value>[^\n]*?)[ \t\r]*$", re.MULTILINE)
_KEYS = {
    "title": "title", "date": "published", "published": "published", "pubdate": "published",
    "publishdate": "published", "author": "author", "authors": "author", "publisher": "publisher",
}  # fmt: skip
_SIGNS = "\"'[] "


def front_matter(text: str) -> tuple[int, PageMetadata]:
    """Return where the fields in front of `text` end, 0 for none, and what they say of its article."""
    block = _BLOCK.match(text)
    if block is None:
        return 0, PageMetadata()
    found: dict[str, str] = {}
    for field in _FIELD.finditer(block["fields"]):
        name, value = _KEYS.get(field["key"].lower().replace("_", "").replace("-", "")), field["value"].strip(_SIGNS)
        if name and value:
            found.setdefault(name, value)
    published = parse_day(found.get("published"))
    return block.end(), PageMetadata(found.get("title"), published, found.get("author"), found.get("publisher"))
