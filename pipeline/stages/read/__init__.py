"""Sources as people save them, read into articles with blocks and metadata."""

from __future__ import annotations

from pathlib import Path

from pipeline.records import Source
from pipeline.stages.read.articles import find_articles
from pipeline.stages.read.decode import UnreadableSource, decode, digest, load
from pipeline.stages.read.front_matter import front_matter
from pipeline.stages.read.html import is_html, render
from pipeline.stages.read.lines import split_lines, split_markdown
from pipeline.stages.read.metadata import PageMetadata

__all__ = ["UnreadableSource", "read_bytes", "read_source"]


def read_source(path: Path, source: str, *, max_bytes: int) -> Source:
    """Return the file at `path` as a Source recorded under the name `source`, with its articles.

    Raises UnreadableSource with a reason for the user where the file is missing, empty, binary, not UTF-8, or
    larger than `max_bytes`.
    """
    return read_bytes(load(path, max_bytes), source, path.suffix)


def read_bytes(data: bytes, source: str, suffix: str = "") -> Source:
    """Return the content of a file as a Source; `suffix` is its name's ending (".html"), '' where unknown.

    Offsets count in the returned `text`: the decoded data, or for HTML its rendered text.  A page without an
    article gives a Source without articles.  Raises UnreadableSource like `read_source`.
    """
    text, page = decode(data), PageMetadata()
    if rendered := is_html(text, suffix):
        text, hints, page = render(text)
        lines = split_lines(text, hints)
    elif suffix.lower() == ".md":
        matter, page = front_matter(text)
        lines = split_markdown(text, matter)
    else:
        lines = split_lines(text)
    sha256 = digest(data)
    articles = find_articles(lines, source, sha256, page)
    return Source(source=source, sha256=sha256, text=text, rendered=rendered, articles=articles)
