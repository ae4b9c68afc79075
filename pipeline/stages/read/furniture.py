"""Lines that pages print round their articles, known by their words: see `lexicons/furniture.tsv`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, cast

from pipeline.lexicon import rows
from pipeline.stages.read.tools import EDGES, is_toolbar

Role = Literal["", "inside", "break", "end", "contact", "release"]
_SHORT = 60
_LONGEST = 450
_TALKATIVE = 4
_TRAIL = 180
_PAGE_END = 18
"""Characters of a short line, and of a paragraph that can still be a prompt as a whole; the least spaces of a
line that a phrase can stand within; the most characters of a breadcrumb, and of a page's number."""
_SEPARATOR = re.compile(r"\s?[:|»›>→]|\s[–—-]\s")
_NO_WORD = re.compile(r"(?>(?:[^\w\t]|_)*)(?:\d(?>(?:[^\w\t]|_)*))*$")
_ADDRESS = re.compile(
    r"""(?:https?://|www\.)\S+$ | @\w+$ | .*\w@[\w-]+\.\w  # a link, a handle, a line with an e-mail address
      | (?:\+|\(\d|00\d)[\d\s()./-]{6,20}$                     # a telephone number, and a line with one
      | .*(?:(?:tel|phone|mobile|fax)[.:]\s?[+(\d] | \+\d[\d\s()-]{7})
      | [tmef]:?\s\+?[\d(]""",
    re.VERBOSE,
)
_FIGURE = re.compile(r"[@\d]")
"""Stands in every address but a link."""
_HEADLINES = ("headlines", "stories", "news", "articles", "coverage", "posts", "releases", "videos")
_OTHERS = re.compile(r"(?:more|other|latest|top|related|recent|popular|trending|featured)\s(?:[^\W\d]+\s){0,3}\w+")
"""The heading of a box with other articles: "More business headlines"."""
_BREADCRUMB = re.compile(r"[^\s»›>|/][^»›>]{0,60}(?:\s[»›>]\s|[»›][^»›]{1,60}[»›])")
_PAGE = re.compile(r".*[^\W_]\sPage\s\d{1,3}(?:\sof\s\d{1,3})?")
"""The running head of a further page of a release: its title and "Page 2"."""
_SOURCE = re.compile(r"SOURCE:?\s[A-Z][^.!?]{2,100}(?:\.|$)")
"""A release's last line names its issuer: "SOURCE Acme plc"."""


def _table(match: str) -> dict[str, Role]:
    found = (row for row in rows("furniture") if row["match"] == match)
    return {row["phrase"].casefold(): cast(Role, row["role"]) for row in found}


def _first_word(phrase: str) -> str:
    return phrase.split(maxsplit=1)[0]


def _longest_word(phrase: str) -> str:
    """Return a telling word of the phrase that no sign can follow: not the last."""
    return max(phrase.split()[:-1], key=len)


def _by_word(match: str, word: Callable[[str], str]) -> dict[str, list[tuple[str, Role]]]:
    index: dict[str, list[tuple[str, Role]]] = {}
    for phrase, role in _table(match).items():
        index.setdefault(word(phrase), []).append((phrase, role))
    for known in index.values():
        known.sort(key=lambda entry: -len(entry[0]))
    return index


_LINES = _table("line")
_LABELS = _by_word("label", _first_word)
_OPENINGS = _by_word("opening", _first_word)
_FIRST_WORDS = _LABELS.keys() | _OPENINGS.keys()
_WITHIN = _by_word("within", _longest_word)
_MEDIA, _WAYS = (
    frozenset(row["word"] for row in rows("media_words") if row["kind"] == kind) for kind in ("medium", "way")
)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_LINK_LABEL = 70
"""The most characters before the colon of a line that leads to pictures."""
_ENDINGS = tuple(_table("ending"))


def is_plain(text: str) -> bool:
    """Return whether a line is words and single spaces alone: it holds no address, separator or tool bar."""
    return "  " not in text and text.replace(" ", "").isalpha()


def furniture_role(text: str) -> Role:
    """Return what kind of furniture a line is, "" for none: the roles that the lexicon's head explains."""
    if len(text) > _LONGEST:
        return ""
    if text.startswith("SOURCE") and _SOURCE.fullmatch(text):
        return "end"
    if text[-1].isdigit() and "Page " in text[-_PAGE_END:] and _PAGE.fullmatch(text):
        return "inside"
    low = text.casefold()
    if len(low) > _SHORT:
        role = _opening(low) or _within(low) or _breadcrumb(low)
    elif is_plain(low):
        return plain_role(low)
    else:
        role = _box(low) or _short_line(low) or _opening(low) or _within(low) or _breadcrumb(low)
    if role or " " not in low:
        return role
    if ":" in low[:_LINK_LABEL] and _leads_to_media(low):
        return "release"
    return "inside" if is_toolbar(text) else ""


def plain_role(low: str) -> Role:
    """Return the same for a short plain line, given in small letters."""
    return _box(low) or _LINES.get(low, "") or _opening(low) or _within(low)


def _box(low: str) -> Role:
    return "break" if low.endswith(_HEADLINES) and _OTHERS.fullmatch(low) else ""


def _leads_to_media(low: str) -> bool:
    """Return whether the words before a line's colon say where pictures are."""
    words = set(_WORD.findall(low.split(":", 1)[0]))
    return not words.isdisjoint(_MEDIA) and not words.isdisjoint(_WAYS)


def _short_line(low: str) -> Role:
    if (not low[0].isalpha() and _NO_WORD.match(low)) or (_may_address(low) and _ADDRESS.match(low)):
        return "release"
    if low.endswith(_ENDINGS) and low.count(" ") == 1:
        return "end"
    return _LINES.get(low.strip(EDGES), "")


def _may_address(low: str) -> bool:
    return _FIGURE.search(low) is not None or "www." in low or "http:" in low or "https:" in low


def _opening(low: str) -> Role:
    if low[0] in "»›" or (low[0] == ">" and low[1:2] == " " and len(low) <= _SHORT and low[-1].isalnum()):
        return "inside"
    first = low.split(None, 1)[0]
    label = first.rstrip(":|")
    if label not in _FIRST_WORDS and first not in _FIRST_WORDS:
        return ""
    for phrase, role in _LABELS.get(label, ()):
        if low.startswith(phrase) and (len(low) == len(phrase) or _SEPARATOR.match(low, len(phrase))):
            return role
    for phrase, role in _OPENINGS.get(first, ()):
        if low.startswith(phrase) and not low[len(phrase) : len(phrase) + 1].isalnum():
            return role
    return ""


def _within(low: str) -> Role:
    if low.count(" ") < _TALKATIVE or _WITHIN.keys().isdisjoint(words := low.split()):
        return ""
    known = (phrase for word in words if word in _WITHIN for phrase, _ in _WITHIN[word])
    return "inside" if any(phrase in low for phrase in known) else ""


def _breadcrumb(low: str) -> Role:
    arrow = len(low) < _TRAIL and (">" in low or "›" in low or "»" in low)
    return "inside" if arrow and _BREADCRUMB.match(low) else ""
