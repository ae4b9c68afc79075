"""Datelines: the opening of a paragraph that says where, when and by which agency it was written."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from pipeline.lexicon import alternatives, entries, rows
from pipeline.stages.read.dates import CLOCK, DATE, FIGURES, MONTH, MONTH_DAY, WEEKDAY, WEEKDAY_NAME, find_date

NAME = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[^\W\d_a-z][\w.’'&-]{0,30}"
"""Pattern source of one capitalised word of a name."""
_PARTICLE = "(?:of|de|la|le|do|da|del|am|upon)"
_PLACE = rf"{NAME}(?:\s(?:{NAME}|{_PARTICLE})){{0,4}}"
_NO_PLACE = rf"(?!{alternatives(entries('no_places'))}\b)"
PLACES = rf"{_NO_PLACE}{_PLACE}(?:,\s?{_PLACE}){{0,2}}"
"""Pattern source of a place with its region and country ("Austin, Texas")."""
_NEXT = rf"(?:,\s?|,?\s(?:and|&)\s|;\s|/|\s/\s(?![^/]{{2,40}}\s/\s)){_NO_PLACE}{_PLACE}"
"""A further place, region or country; between two strokes that stand apart is a wire ("BC / WIRE / May 3")."""
_DAY = rf"(?:{WEEKDAY})?(?i:{DATE})"
_PART = rf"(?P<date>(?:{WEEKDAY})?(?i:{MONTH_DAY}))"
_UNDATED_PART = rf"(?P<part>(?:{WEEKDAY})?(?i:{MONTH_DAY}))"
_NAMED_PART = rf"(?P<date>(?:{WEEKDAY_NAME}(?:,|\s-)?\s)?(?i:{MONTH_DAY}))"
_REGION = rf"(?:\s[(\[]{_PLACE}[)\]](?=,\s?(?:{_DAY}|(?i:{MONTH_DAY}))))?"
_SITES = rf"(?P<place>{_NO_PLACE}{_PLACE}(?:{_NEXT}){{0,7}}{_REGION})"
_LONE = (
    rf"(?P<place>{_NO_PLACE}(?:{_PLACE},\s?{_PLACE}(?:,\s?{_PLACE})?|[A-ZÀ-ÖØ-Þ]{{4,}}(?:[\s-][A-ZÀ-ÖØ-Þ.]+){{0,3}}))"
)
_AGENCY = r"(?P<agency>\([A-Z][\w\s.,&/-]{1,40}\)|/[A-Z\d][\w\s.-]{1,30}/)"
_BARS = r"(?P<agency>/[A-Z\d][\w\s.-]{1,30}/)"
_NEWSWIRE = rf"(?i:{alternatives(entries('distribution_wires'))})"
_WIRE = rf"(?P<agency>{_NEWSWIRE}(?:\s\w{{2,12}})?)"
_NEWS = alternatives(entries("news_agencies"))
_AGENCIES = frozenset(entries("news_agencies"))
_ROLE = alternatives(word for row in rows("name_words") if row["class"] == "role" for word in row["words"].split("|"))
_TITLED = re.compile(rf",.*\b{_ROLE}$", re.IGNORECASE)
"""Ends the name of who speaks: "Ada Nwosu, CEO: ..."."""
_OPENS = r"(?=[“\"A-Z])"
_RULE = r"(?:\s?(?:--+|[–—―]+)\s?|\s-+\s)"
_AGENCY_RULE = rf"(?:{_RULE}|(?<=[)/])\s?-{_OPENS})"
"""A dash behind an agency's brackets may touch what follows: "LYON (Agency) -Acme said"."""
_LONE_RULE = rf"(?:\s?(?:--+|[–—―]+)\s?|\s-\s|:\s|\s?\|\s){_OPENS}"
_GAP = r"\s?[,.:|/–—-]*\s?"
_FULL = rf"[(\[]?(?P<date>{_DAY}|\d{{1,2}}[./]\d{{1,2}}[./](?:19|20)\d\d|{FIGURES})(?:{_GAP}(?:{CLOCK}))?[)\]]?"
_DATED_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        # Lyon, France, 3 May 2021 – | LYON, May 3, 2021 /Wire/ -- | [Lyon – 3 May 2021]: | LYON (May 3, 2021) –
        rf"[\[(]?{_SITES}{_GAP}{_FULL}[\])]?,?\s?{_AGENCY}?(?:{_RULE}|[:.|]\s(?!/[A-Z])|(?<=[/\]])\s)",
        # 3 May 2021 – Lyon – | May 3, 2021 (LYON) –
        rf"[\[(]?{_FULL}{_GAP}[\[(]?{_SITES}[\])]?,?\s?{_AGENCY}?(?:{_RULE}|:\s)",
        # LYON – (WIRE) – May 3, 2021 – | LYON (WIRE) May 3, 2021
        rf"{_SITES},?\s?{_RULE}?{_AGENCY}(?:{_RULE}|\s){_FULL}(?:{_RULE}|\s{_OPENS})",
        # LYON--(Wire Corp. - May 3, 2021) -
        rf"{_SITES},?\s?{_RULE}?\((?P<agency>[A-Z][\w\s.,&]{{1,40}}?)\s?[,–-]\s{_FULL}{_RULE}",
        # LYON / WIRE / May 3, 2021 / | LYON - Wire - 3 May 2021 -
        rf"{_SITES},?\s?[/–—-]\s?{_WIRE}\s?[/–—-]\s?{_FULL}\s?[/–—-]",
        # LYON, May 3, 2021 / WIRE Acme ...
        rf"{_SITES}{_GAP}{_FULL}\s?/\s?(?P<agency>{_NEWSWIRE})(?:\s?/|{_RULE}|\s{_OPENS})",
        # LYON, May 3. /AGENCY/. Acme ...
        rf"{_SITES}{_GAP}(?:{_FULL}|{_UNDATED_PART})\.?\s{_BARS}\.\s{_OPENS}",
        # Lyon, France – May 3, 2021 Acme ...
        rf"(?=[^\d]{{4,60}},\s){_SITES}\s?[–—-]\s?{_FULL}\s{_OPENS}",
        # LYON, May 3 (Agency) - | Lyon, May 3 (Agency)
        rf"{_SITES}{_GAP}{_PART},?\s?(?:{_AGENCY}?{_AGENCY_RULE}|(?P<by>\([A-Z][\w\s./-]{{1,40}}\)):?\s{_OPENS})",
        # [Lyon, France, May 3, 2021] Acme ...
        rf"\[{_SITES}{_GAP}{_FULL}\]\s{_OPENS}",
    )
)
_AGENCY_FORM = re.compile(rf"{_SITES},?\s?{_RULE}?{_AGENCY}{_AGENCY_RULE}")
"""LYON (Agency) - | LYON--(WIRE)--"""
_CODE = re.compile(r"[A-Z][A-Z.]{0,5}")
"""A stock code, in a list of shares ("Acme Foods (ACME) – The grocer …"), looks like an agency's abbreviation."""
_DIGIT = re.compile(r"\d")
_WEAK_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        # Lyon, France –
        rf"{_LONE}{_LONE_RULE}",
        # May 3, 2021 (Agency) - | (Agency) -
        rf"(?:(?:{_FULL}|(?i:{MONTH_DAY})),?\s)?\((?P<agency>{_NEWS})\){_RULE}",
        # Monday - May 3: (Agency) -
        rf"{_NAMED_PART},?:?\s\((?P<agency>[A-Z][\w\s.&-]{{1,40}})\){_RULE}",
        # May 3, 2021: | (May 3, 2021) –
        rf"{_FULL}(?:{_RULE}|:\s){_OPENS}",
    )
)
_TOWN_FORM = re.compile(rf"(?P<place>{NAME}(?:\s{NAME}){{0,2}}){_LONE_RULE}")
_PARTS = re.compile(r"\s?(?:[,;/&()–—]|\sand\s)\s?")
_AMERICAN = frozenset(entry.casefold() for entry in entries("us_states"))
TOWNS = frozenset(entries("cities"))
"""Large cities: one of these needs no capitals to be a dateline ("Pune: ...")."""
_RULED = re.compile(r"[–—―:|]|-(?:-|(?<=\s-)\s)|/\.?\s|[\])]\s|\d{4}[.\])]")
"""What every dateline has: most paragraphs have none of it near their beginning."""
_PLAIN = re.compile(
    rf"(?:[^\W\d_a-z][\w.’'&-]*+\s){{1,4}}(?!(?:{_PARTICLE}|and)\b)[a-z]|(?!\*\*|\((?i:\d|{MONTH}|{_NEWS}))[^\w\[]"
)
"""How most paragraphs open and no dateline does: a few names and then a small word, or a quotation mark."""
_REACH = 160
"""How far into a paragraph its dateline may run, in characters."""


class Dateline(NamedTuple):
    """The place as written, the full date, the agency, each None where there is none.

    `lone` marks weak evidence: only a place stands there, or none; `day` is a day that is no full date as it
    stands: without its year, or in figures that could be read in two ways.
    """

    place: str | None
    date: dt.date | None
    agency: str | None
    lone: bool
    day: str | None = None


def dateline(text: str) -> Dateline | None:
    """Return the dateline that opens the paragraph `text`, None where it has none."""
    head = text[:_REACH]
    if _PLAIN.match(head) or _RULED.search(head) is None:
        return None
    head = " ".join(head.replace("**", "").split())
    sure = (*(_DATED_FORMS if _DIGIT.search(head) else ()), _AGENCY_FORM)
    for forms in (sure, _WEAK_FORMS):
        if match := next((match for form in forms if (match := form.match(head))), None):
            found = _read(match, lone=forms is _WEAK_FORMS)
            return None if (found.lone and _TITLED.search(found.place or "")) or _is_listed(found, match) else found
    match = _TOWN_FORM.match(head)
    return Dateline(match["place"], None, None, True) if match and match["place"] in TOWNS else None


def is_american(place: str) -> bool:
    """Return whether a dateline's place is said to lie in the United States: "Lima, Ohio"."""
    return any(part.casefold() in _AMERICAN for part in _PARTS.split(place))


def _is_listed(found: Dateline, match: re.Match[str]) -> bool:
    """Return whether a match that names no day is a company with its stock code, and no place with its agency."""
    if match.re is not _AGENCY_FORM or not found.place or not found.agency:
        return False
    known = found.place.isupper() or found.place.split(",")[0] in TOWNS or found.agency in _AGENCIES
    return not known and _CODE.fullmatch(found.agency) is not None


def _read(match: re.Match[str], *, lone: bool) -> Dateline:
    found = match.groupdict(default="")
    agency = found.get("agency") or found.get("by") or ""
    place, written = _place(found.get("place", "")), found.get("date", "") or found.get("part", "")
    date = find_date(written)
    day = written if written and not date else None
    return Dateline(place or None, date, agency.strip("()/ ") or None, lone, day)


def _place(text: str) -> str:
    """Return a dateline's place without the signs after it, but for an abbreviation's stop ("Calif.")."""
    place = text.rstrip(" ,–—-/|")
    return place if place.count(".") else place.rstrip(".")
