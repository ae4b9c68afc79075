"""Who publishes an article: the name at the page's head, in its closing notice, or in its own portrait."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.lexicon import entries
from pipeline.records import Block
from pipeline.stages.read.datelines import Dateline
from pipeline.stages.read.line import Line
from pipeline.stages.read.titles import without_site
from pipeline.stages.read.tools import is_menu, is_navigation

Pairs = Sequence[tuple[Line, Block]]

_HEAD = 3
"""A page's name stands on one of the first lines."""
_LONGEST, _ACRONYM = 6, 5
"""The most words of a publication's name, and the most letters of one that is an abbreviation."""
_NOTICE = 160
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)(?:\s(?:©|\(c\)|copyright))?\s*(?:by\s)?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?)?[\s,by]*"
    r"(?P<name>[A-Z][\w&.’' -]{1,60}?)(?=\s*(?:[.,|(]\s|[.,]?$|\ball rights|\ba\s|(?:19|20)\d\d))",
    re.IGNORECASE,
)
_COPYRIGHT_SIGNS = ("©", "opyright", "(c)", "(C)", "OPYRIGHT")
_CUT = re.compile(r"\s+[|–—·•»>-]\s+|\s{2,}")
_SITE = re.compile(r"\s[|–—-]\s(?P<name>[^|–—]{2,40})$")
_WORD = r"[^\W\d_a-z][\w.’'-]*"
_NAME = re.compile(rf"{_WORD}(?:\s(?:(?:&|of|the|and|for|on|in|de|la)\s){{0,2}}{_WORD})*")
_CAMEL = re.compile(r"[a-z][A-Z]")
"""Several capitals in a word: the name of a site and no section of it."""
_DOMAIN = re.compile(r"(?:@|//)(?:www\.)?([\w-]{3,60})\.[a-z]")
_SIGNS = re.compile(r"[\W_]+")
_HOUSE_PAGES = frozenset(entry.casefold() for entry in entries("house_pages"))
_BOX_WORDS = frozenset(entries("box_words"))


def find_publisher(pairs: Pairs, opening: Dateline | None, author: str | None) -> str | None:
    """Return the publisher's name: the masthead, a copyright line, the tail of a page title, a portrait.

    A name is believed where the page bears it out: another line takes it up, or an address does.  Last comes
    the agency of the dateline `opening`, or the wire that distributed the release.
    """
    margin = [line for line, label in pairs if label == "furniture"]
    notice, (masthead, own_news) = _notice(margin), _masthead(pairs)
    if masthead and not (notice and (own_news or _is_section_of(masthead, notice))):
        return masthead
    found = notice or _title_tail(pairs) or _portrayed(margin, author) or _addressed(margin)
    return found or (opening.agency if opening else None)


def _is_section_of(masthead: str, notice: str) -> bool:
    """Tell whether a masthead is the publisher's name in another spelling or with a section's ("ACME MARKETS")."""
    if not _key(masthead).startswith(_key(notice)):
        return False
    further = masthead[len(notice) :].lower().split() if masthead.casefold().startswith(notice.casefold()) else []
    return all(map(is_navigation, further)) and not masthead.casefold().startswith("the ")


def _key(name: str) -> str:
    """Return a name as addresses write it: letters and digits alone, without the article."""
    return _SIGNS.sub("", name.casefold()).removeprefix("the")


def _masthead(pairs: Pairs) -> tuple[str | None, bool]:
    """Return the name that heads the page, and whether it heads a company's own news.

    None where no other line, nor the menu behind it or under it, bears the name out.
    """
    for n, (line, label) in enumerate(pairs[:_HEAD]):
        if label != "furniture":
            break
        name, *rest = _CUT.split(line.text)
        if name.count(" ") >= _LONGEST or not _NAME.fullmatch(name):
            continue
        if len(rest) > 1 and (_CAMEL.search(name) or (" " in name and any(map(is_navigation, rest)))):
            return _capitalised(name), False
        if line.role or len(rest) > 1:
            continue
        own_news = bool(_HOUSE_PAGES & {part.casefold() for part in rest})
        takes_up = _taken_up(name, [other for other, _ in pairs[n + 1 :]])
        if takes_up or any(is_navigation(below.text) or is_menu(below.text) for below, _ in pairs[n + 1 : n + _HEAD]):
            return takes_up or _capitalised(name), own_news
    return None, False


def _taken_up(name: str, lines: Sequence[Line]) -> str | None:
    """Return the name as other lines write it, None where none does."""
    pattern, key = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE), name.casefold()
    near = (line.text for line in lines if key in line.text.casefold())
    spellings = [match[0] for text in near if (match := pattern.search(text)) and not match[0].islower()]
    mixed = next((spelling for spelling in spellings if not spelling.isupper()), None)
    return mixed or (_capitalised(name) if spellings else None)


def _capitalised(name: str) -> str:
    """Return a name in capitals as a name in mixed letters; an abbreviation as it is."""
    return name.title() if name.isupper() and len(name) > _ACRONYM else name


def _notice(margin: Sequence[Line]) -> str | None:
    """Return the owner that the last copyright line names."""
    for line in reversed(margin):
        if len(line.text) >= _NOTICE or not any(map(line.text.__contains__, _COPYRIGHT_SIGNS)):
            continue
        if match := _COPYRIGHT.search(line.text):
            return match["name"].strip(" .,")
    return None


def _title_tail(pairs: Pairs) -> str | None:
    """Return the site's name behind the title, or behind its repetition on the page's first line."""
    title = next((line.text for line, label in pairs if label == "title"), None)
    if title and (name := without_site(title, [line.text for line, _ in pairs if line.text != title])[1]):
        return name
    top = pairs[0][0].text
    site = _SITE.match(top, len(title)) if title and top.startswith(title) else None
    return site["name"].strip() if site else None


def _portrayed(margin: Sequence[Line], author: str | None) -> str | None:
    """Return the name on a line of its own that the paragraph below portrays as a publication."""
    for above, line in pairwise(margin):
        name = above.text
        if above.role or not line.is_prose or name == author or name.count(" ") >= _LONGEST or name not in line.text:
            continue
        said = line.text.startswith((f"{name} is a", f"{name} is the"))
        if _NAME.fullmatch(name) and (said or not _BOX_WORDS.isdisjoint(line.text.lower().split())):
            return name
    return None


def _addressed(margin: Sequence[Line]) -> str | None:
    """Return the name in the page's own matter that is also the name of its site or of its letter box."""
    domains = set(map(_key, _DOMAIN.findall("\n".join(line.text for line in margin))))
    return next((name for name in _names(margin) if _key(name) in domains), None) if domains else None


def _names(margin: Sequence[Line]) -> Iterator[str]:
    for line in margin:
        if line.role != "contact":
            yield from (name.rstrip(".") for name in _NAME.findall(line.text))
