"""Lines of several short items side by side: tool bars ("Share   Save   Print") and menus ("News | Cars | Jobs")."""

from __future__ import annotations

import re
import string

from pipeline.lexicon import entries, rows

_LONGEST = 150
_ITEM_WORDS = 6
_MENU, _WORD = 3, 30
"""The most characters of such a line, the most words of an item; the least items of a menu; the most characters
of an item that stands alone."""
_BETWEEN = re.compile(r"[^\S\t]{2,}+|\s?[|•·]\s?|\s[/>»›]\s|(?<=[A-Z]{2})/(?=[A-Z]{2}\b)")
_STROKE = re.compile(r"\s[|/>»›]\s")
_PAIR = 2
EDGES = string.digits + string.punctuation + string.whitespace + "“”‘’«»‹›…·•●–—→▸©\u00a0"
"""What surrounds an item's words: signs and counts."""
_FIGURE = re.compile(r"\d")
_NAVIGATION = frozenset(entry.casefold() for entry in entries("navigation_words"))
_KNOWN = _NAVIGATION | {row["phrase"].casefold() for row in rows("furniture") if row["match"] == "line"}


def items(text: str) -> list[str]:
    """Return the short items that a line consists of, small letters; an empty list for any other line."""
    if len(text) > _LONGEST or not _has_sign(text) or "\t" in text:
        return []
    parts = [part.strip(EDGES).casefold() for part in _BETWEEN.split(text)]
    short = all(part.count(" ") < _ITEM_WORDS for part in parts)
    return parts if short and len(parts) > 1 else []


def _has_sign(text: str) -> bool:
    """Return whether a sign that can set items apart stands in the line."""
    if "|" in text or "  " in text or " / " in text or " > " in text:
        return True
    if text.isascii():
        return False
    return "·" in text or "•" in text or "\u00a0" in text or " » " in text or " › " in text


def is_toolbar(text: str) -> bool:
    """Return whether the line is a row of buttons: two items or more are known, and half of those that are words."""
    if not (found := items(text)):
        return False
    words = [item for item in found if len(item) > 2]
    known = sum(item in _KNOWN for item in words)
    return known >= 2 and 2 * known >= len(words)


def is_menu(text: str) -> bool:
    """Return whether the line is made of a site's sections: three items without figures, or two single words.

    Only its place tells it from a table's header, so this holds above an article and under it.
    """
    found = items(text)
    if not found or not text[0].isupper():
        return False
    if len(found) < _MENU:
        return all(item.count(" ") == 0 for item in found) and not _FIGURE.search(text)
    return 2 * sum(bool(item) for item in found) > len(found) and not _FIGURE.search(text)


def is_section(text: str) -> bool:
    """Return whether the line is two short names set off by a stroke: "Press room / Lamps", "Business | Homes"."""
    parts = _STROKE.split(text)
    return len(parts) == _PAIR and all(len(part.split()) <= _PAIR and not _FIGURE.search(part) for part in parts)


def is_navigation(text: str) -> bool:
    """Return whether the line leads to other pages of the site, so that titles come after it."""
    found = items(text)
    if not found:
        return len(text) < _WORD and text.strip(EDGES).casefold() in _NAVIGATION
    return not _NAVIGATION.isdisjoint(found) or (is_menu(text) and not is_toolbar(text))


def is_tools(text: str) -> bool:
    """Return whether all words of a text are names of buttons: "Share Print"."""
    return all(word in _KNOWN for word in text.casefold().split())
