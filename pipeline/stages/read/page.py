"""What a page's head says of its article: title, day, author, publisher, language."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.lexicon import rows
from pipeline.stages.read.dates import find_date
from pipeline.stages.read.metadata import PageMetadata

_ISO = re.compile(r"\s*(\d{4}-\d\d-\d\d)(?!\d)")
_ARTICLE = re.compile(r"Article|BlogPosting|Report|WebPage", re.ASCII)
_TITLE_TAIL = re.compile(r"\s[|–—·»-]\s(?P<site>[^|–—·»]{1,60})$")
_KEYS = {row["name"].lower(): row["field"] for row in rows("html_metadata")}
_NAMING = ("property", "name", "itemprop")
_FIELDS = ("title", "published", "author", "publisher")
_MOST_JSON = 500_000
_MOST_NODES = 5_000


class PageFacts:
    """Collects what the elements of a page say; `metadata` sums it up."""

    def __init__(self) -> None:
        self._meta: dict[str, str] = {}
        self._json: list[str] = []
        self._title: list[str] = []
        self._into: list[str] | None = None
        self._time: str | None = None
        self._language: str | None = None

    def element(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Note an element that opens."""
        if tag == "meta":
            name = next((attributes[key] for key in _NAMING if attributes.get(key)), "").lower()
            if name in _KEYS and (content := " ".join(attributes.get("content", "").split())):
                self._meta.setdefault(name, content)
        elif tag == "title" and not self._title:
            self._into = self._title
        elif tag == "script" and "ld+json" in attributes.get("type", ""):
            self._json.append("")
            self._into = self._json
        elif tag == "html":
            self._language = attributes.get("lang") or attributes.get("xml:lang")
        elif tag == "time" and self._time is None:
            self._time = attributes.get("datetime")

    def data(self, text: str) -> None:
        """Take text where it belongs to the title or to linked data."""
        if self._into is self._json and self._json:
            self._json[-1] += text
        elif self._into is not None:
            self._into.append(text)

    def close(self, tag: str) -> None:
        """Note an element that closes."""
        if tag in ("title", "script"):
            self._into = None

    def metadata(self) -> PageMetadata:
        """Return what is known: linked data first, then meta elements, then the rest of the page."""
        data = _linked_data(self._json)
        found = {name: data.get(name) or self._from_meta(name) for name in _FIELDS}
        whole = " ".join("".join(self._title).split())
        tail = _TITLE_TAIL.search(whole)
        title = found["title"] or whole[: tail.start() if tail else None] or None
        return PageMetadata(
            title=" ".join(title.split()) if title else None,
            published=parse_day(found["published"]) or parse_day(self._time),
            author=_name(found["author"]),
            publisher=_name(found["publisher"]) or (tail["site"].strip() if tail else None),
            language=self._language[:2].lower() if self._language else None,
        )

    def _from_meta(self, name: str) -> str | None:
        keys = (key for key, field in _KEYS.items() if field == name and key in self._meta)
        return next((self._meta[key] for key in keys), None)


def parse_day(value: str | None) -> dt.date | None:
    """Return the day that a field of metadata gives, ISO or written out; None for anything else."""
    if not value:
        return None
    if match := _ISO.match(value):
        try:
            return dt.date.fromisoformat(match[1])
        except ValueError:
            return None
    return find_date(value)


def _name(value: str | None) -> str | None:
    """Return a name, None for a link or a handle."""
    return None if not value or value.startswith(("http", "@", "/")) else value


def _linked_data(scripts: list[str]) -> dict[str, str]:
    """Return the fields of the first article in JSON-LD; broken data gives none."""
    for script in scripts:
        try:
            nodes = list(_nodes(json.loads(script[:_MOST_JSON])))
        except (ValueError, RecursionError):
            continue
        for node in nodes:
            if _ARTICLE.search(str(node.get("@type"))) and {"headline", "datePublished"} & node.keys():
                return {
                    "title": _text(node.get("headline")),
                    "published": _text(node.get("datePublished")),
                    "author": _text(node.get("author")),
                    "publisher": _text(node.get("publisher")),
                }
    return {}


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of parsed JSON, outermost first."""
    queue = [data]
    for _ in range(_MOST_NODES):
        if not queue:
            return
        node = queue.pop(0)
        if isinstance(node, dict):
            yield node
            queue.extend(value for value in node.values() if isinstance(value, dict | list))
        elif isinstance(node, list):
            queue.extend(node)


def _text(value: Any) -> str:
    """Return a string as it is, an object's name, the names of a list."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, dict):
        return _text(value.get("name"))
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value)))
    return ""
