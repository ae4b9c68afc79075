"""HTML rendered to text: every visible text, one block element a line, white space collapsed.

The parser's events are used, not its tree: a tree of libxml2 drops what is nested too deep, events lose
nothing, and the work stays linear for nested, unclosed and broken mark-up.  What the mark-up says of a line
is handed on as a hint; it never changes the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple, cast

from lxml import etree

from pipeline.lexicon import rows
from pipeline.stages.read.metadata import PageMetadata
from pipeline.stages.read.page import PageFacts
from pipeline.stages.read.shape import is_prose, word_count

_SURROGATE = re.compile(
    r"&#(?:0*(?:5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3])"
    r"|[xX]0*[dD][89a-fA-F][\da-fA-F]{2});?"
)
_SNIFF = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_SPACE = re.compile(r"[ \t\n\r\f]+")
"""What HTML collapses; a no-break space stays."""
_CELL = "\x1f"
"""Stands between the cells of a table until the line is complete."""
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAME_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_ELEMENTS = {row["element"]: row["role"] for row in rows("html_elements")}
_NAMES = {row["word"]: row["role"] for row in rows("html_names")}
_CELLS = frozenset({"td", "th"})
_BOLD = frozenset({"b", "strong"})
_CONTAINERS = frozenset({"html", "body", "main", "article"})
_LEAST_KEPT = 0.4
_ENOUGH = 120
"""The share of running text, and the words of it, that must be left outside elements named as margin."""
_RANK = {"nav": 4, "caption": 3, "byline": 2, "title": 1, "heading": 1, "list_item": 1, "paragraph": 0}


def is_html(text: str, suffix: str) -> bool:
    """Return whether the text is HTML, by the file's ending or by how it begins."""
    return suffix.lower() in {".html", ".htm", ".xhtml"} or _SNIFF.match(text) is not None


def render(html: str) -> tuple[str, list[str], PageMetadata]:
    """Return the visible text of a page, one hint per line of it, and the page's metadata.

    Hints: "nav", "link" (a line that is all links), "title", "heading", "list_item", "paragraph", "caption",
    "byline" or "".  A lone surrogate's reference becomes U+FFFD.  Never raises on broken mark-up.
    """
    page = _Renderer()
    target = cast(Any, page)  # the stubs' protocol asks for comments and bytes, which we never get
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True)
    parser.feed(_SURROGATE.sub("\ufffd", html).encode("utf-8", "replace"))
    try:
        parser.close()
    except etree.XMLSyntaxError:  # no element at all
        page.close()
    return page.text(), page.hints(), page.facts.metadata()


class _Element(NamedTuple):
    """An open element: is its text hidden; what it is by the elements round it, by their names too."""

    tag: str
    hidden: bool
    by_element: str
    by_name: str


_OUTERMOST = _Element("", False, "", "")


class _Renderer:
    """Receives the parser's events; holds the lines so far and the open elements' roles."""

    def __init__(self) -> None:
        self.facts = PageFacts()
        self.lines: list[str] = []
        self._hints: list[tuple[str, str]] = []  # of each line: by elements alone, by their names too
        self._open: list[_Element] = []
        self._parts: list[str] = []
        self._linked = self._bold = self._size = self._values = 0
        self._depth = {"a": 0, "bold": 0}
        self._by_element = self._by_name = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the opening of an element."""
        tag = tag.lower()
        outer = self._open[-1] if self._open else _OUTERMOST
        self.facts.element(tag, attributes)
        role = _ELEMENTS.get(tag, "")
        if role and role != "hidden":
            self._break()
        elif tag in _CELLS:
            self._values += tag == "td"
            if self._parts:
                self._parts.append(_CELL)
        hidden = outer.hidden or role == "hidden" or _hides(attributes)
        by_name = _stronger(outer.by_name, role)
        if tag not in _CONTAINERS:
            names = " ".join(attributes.get(name, "") for name in ("class", "id", "role"))
            by_name = _stronger(by_name, _role_of_names(names))
        self._open.append(_Element(tag, hidden, _stronger(outer.by_element, role), by_name))
        self._count(tag, 1)

    def end(self, tag: str) -> None:
        """Take the closing of an element."""
        tag = tag.lower()
        self.facts.close(tag)
        if _ELEMENTS.get(tag, "hidden") != "hidden":
            self._break()
        while self._open:
            opened = self._open.pop()
            self._count(opened.tag, -1)
            if opened.tag == tag:
                break

    def data(self, text: str) -> None:
        """Take text in the innermost open element."""
        element = self._open[-1] if self._open else _OUTERMOST
        self.facts.data(text)
        if element.hidden:
            return
        self._parts.append(text)
        size = len(text) - text.count(" ")
        self._size += size
        self._linked += size if self._depth["a"] else 0
        self._bold += size if self._depth["bold"] else 0
        if not text.isspace():
            self._by_element = _stronger(self._by_element, element.by_element)
            self._by_name = _stronger(self._by_name, element.by_name)

    def close(self) -> None:
        """Take the end of the page."""
        self._break()

    def text(self) -> str:
        """Return the rendered text, each line closed by a line feed."""
        return "".join(line + "\n" for line in self.lines)

    def hints(self) -> list[str]:
        """Return one hint a line.  The elements' names count unless they would leave little of the text."""
        named = kept = 0
        for line, (by_element, by_name) in zip(self.lines, self._hints, strict=True):
            words = word_count(line)
            if by_element != "nav" and is_prose(line, words):
                named += words
                kept += words if by_name != "nav" else 0
        trusted = kept >= min(_LEAST_KEPT * named, _ENOUGH)
        return [by_name if trusted else by_element for by_element, by_name in self._hints]

    def _count(self, tag: str, step: int) -> None:
        if tag == "a":
            self._depth["a"] += step
        elif tag in _BOLD:
            self._depth["bold"] += step

    def _break(self) -> None:
        """Close the current line."""
        if self._parts:
            cells = "".join(self._parts).split(_CELL)
            line = "\t".join(cell for cell in (_SPACE.sub(" ", c).strip(" ") for c in cells) if cell.strip())
            if line:
                self.lines.append(line)
                hints = self._line_hint(line, self._by_element), self._line_hint(line, self._by_name)
                self._hints.append(hints)
        self._parts = []
        self._linked = self._bold = self._size = self._values = 0
        self._by_element = self._by_name = ""

    def _line_hint(self, line: str, hint: str) -> str:
        if self._linked > 0.85 * self._size and hint in ("", "paragraph", "list_item", "heading"):
            return "link"
        if hint == "paragraph" and self._bold > 0.95 * self._size:
            return ""
        if "\t" in line and not hint:
            return "list_item" if self._values else "heading"
        return hint


def _stronger(outer: str, inner: str) -> str:
    return inner if _RANK.get(inner, -1) >= _RANK.get(outer, -1) else outer


def _hides(attributes: Mapping[str, str]) -> bool:
    """Return whether an element's own attributes hide it."""
    return "hidden" in attributes or _HIDING.search(attributes.get("style", "")) is not None


@lru_cache(maxsize=4096)
def _role_of_names(names: str) -> str:
    """Return the role that class, id and role attributes give an element, "" for none."""
    found = {_NAMES.get(part.lower(), "") for part in _NAME_PART.findall(names[:500])}
    return max(found, key=lambda role: (_RANK.get(role, -1), role), default="")
