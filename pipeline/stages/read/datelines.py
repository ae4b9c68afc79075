"""Datelines: the opening of a paragraph that says where, when and by which agency it was written."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from pipeline.lexicon import alternatives, entries
from pipeline.stages.read.dates import DATE, MONTH_DAY, WEEKDAY, find_date

NAME = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[^\W\d_a-z][\w.’'&-]{0,30}"
"""Pattern source of one capitalised word of a name."""
_PARTICLE = "(?:of|de|la|le|do|da|del|am|upon)"
_PLACE = rf"{NAME}(?:\s(?:{NAME}|{_PARTICLE})){{0,4}}"
_NO_PLACE = rf"(?!{alternatives(entries('no_places'))}\b)"
PLACES = rf"{_NO_PLACE}{_PLACE}(?:,\s?{_PLACE}){{0,2}}"
"""Pattern source of a place with its region and country ("Austin, Texas")."""
_LONE = rf"{_NO_PLACE}(?:{_PLACE},\s?{_PLACE}(?:,\s?{_PLACE})?|[A-ZÀ-ÖØ-Þ]{{4,}}(?:[\s-][A-ZÀ-ÖØ-Þ.]+){{0,3}})"
_AGENCY = r"(?P<agency>\([A-Z][\w\s.,&/-]{1,40}\)|/[A-Z][\w\s.-]{1,30}/)"
_RULE = r"(?:\s?(?:--+|[–—―]+)\s?|\s-+\s)"
_GAP = r"\s?[,.:|/–—-]*\s?"
_FULL = rf"(?P<date>(?:{WEEKDAY})?(?i:{DATE}))"
_PART = rf"(?P<date>(?:{WEEKDAY})?(?i:{MONTH_DAY}))"
_DATED_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        # Lyon, France, 3 May 2021 – | LYON, May 3, 2021 /Wire/ -- | [Lyon – 3 May 2021]:
        rf"[\[(]?(?P<place>{PLACES}){_GAP}{_FULL}[\])]?,?\s?{_AGENCY}?(?:{_RULE}|[:.]\s|(?<=/)\s)",
        # 3 May 2021 – Lyon –
        rf"[\[(]?{_FULL}{_GAP}(?P<place>{PLACES})[\])]?,?\s?{_AGENCY}?(?:{_RULE}|:\s)",
        # LYON – (WIRE) – May 3, 2021 –
        rf"(?P<place>{PLACES}),?\s?{_RULE}?{_AGENCY}{_RULE}{_FULL}{_RULE}",
        # LYON, May 3 (Agency) -
        rf"(?P<place>{PLACES}){_GAP}{_PART},?\s?{_AGENCY}?{_RULE}",
    )
)
_AGENCY_FORM = re.compile(rf"(?P<place>{PLACES}),?\s?{_RULE}?{_AGENCY}{_RULE}")
"""LYON (Agency) - | LYON--(WIRE)--"""
_DIGIT = re.compile(r"\d")
_LONE_RULE = r"(?:\s?(?:--+|[–—―]+)\s?|\s-\s|:\s|\s?\|\s)(?=[“\"A-Z])"
_LONE_FORM = re.compile(rf"(?P<place>{_LONE}){_LONE_RULE}")
_TOWN_FORM = re.compile(rf"(?P<place>{NAME}(?:\s{NAME}){{0,2}}){_LONE_RULE}")
TOWNS = frozenset(entries("cities"))
"""Large cities: one of these needs no capitals to be a dateline ("Pune: ...")."""
_RULED = re.compile(r"[–—―:|]|-(?:-|(?<=\s-)\s)|/\s|\d{4}[.\])]")
"""What every dateline has: most paragraphs have none of it near their beginning."""
_PLAIN = re.compile(rf"(?:[^\W\d_a-z][\w.’'&-]*+\s){{1,4}}(?!{_PARTICLE}\b)[a-z]|[^\w\[(]")
"""How most paragraphs open and no dateline does: a few names and then a small word, or a quotation mark."""
_REACH = 140
"""How far into a paragraph its dateline may run, in characters."""


class Dateline(NamedTuple):
    """The place as written, the full date if there is one, the agency; `lone` where only a place stands."""

    place: str
    date: dt.date | None
    agency: str | None
    lone: bool


def dateline(text: str) -> Dateline | None:
    """Return the dateline that opens the paragraph `text`, None where it has none."""
    head = text[:_REACH]
    if _PLAIN.match(head) or _RULED.search(head) is None:
        return None
    for form in (*(_DATED_FORMS if _DIGIT.search(head) else ()), _AGENCY_FORM):
        if match := form.match(head):
            found = match.groupdict()
            agency = (found["agency"] or "").strip("()/ ") or None
            return Dateline(_place(found["place"]), find_date(found.get("date") or ""), agency, False)
    if match := _LONE_FORM.match(head):
        return Dateline(_place(match["place"]), None, None, True)
    match = _TOWN_FORM.match(head)
    return Dateline(match["place"], None, None, True) if match and match["place"] in TOWNS else None


def _place(text: str) -> str:
    """Return a dateline's place without the signs after it, but for an abbreviation's stop ("Calif.")."""
    place = text.rstrip(" ,–—-/|")
    return place if place.count(".") else place.rstrip(".")
