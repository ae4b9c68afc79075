"""Lines that say who wrote and when, and nothing else."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from pipeline.lexicon import alternatives, entries
from pipeline.stages.read.datelines import NAME, PLACES, TOWNS
from pipeline.stages.read.dates import CLOCK, DATE, FIGURES, MONTH, MONTH_DAY, WEEKDAY, find_date
from pipeline.stages.read.shape import word_count
from pipeline.stages.read.tools import is_tools
from pipeline.stages.read.writers import AT_PLACE, PEOPLE, is_person, named_writers, sent_writers

_LONGEST, _LONGEST_CREDIT = 120, 400
_NEAR = 30
"""The most characters of such a line, and of an agency's; "by" stands so near its front."""
_SHORT_NAME = 6
_BY = re.compile(
    rf"(?:{alternatives(entries('credit_labels'))}\s)?by\b:?\s*+|Interview:\s|(?:\w+\s)?Author:\s(?:\w+,\s)?",
    re.IGNORECASE,
)
_PIECE = re.compile(
    rf"(?P<label>(?i:{alternatives(entries('date_labels'))})\b:?)"
    rf"|(?P<date>(?i:{DATE})(?![\w])|{DATE}(?=T\d\d:))"
    rf"|(?P<part>(?i:{MONTH_DAY})(?!\w)|(?i:(?:\d+|an?)\s(?:second|min|minute|hr|hour|day|week|month|year)s?\sago))"
    rf"|(?P<clock>{CLOCK})"
    rf"|(?P<figures>{FIGURES})"
    r"|(?P<rest>(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*|MON|TUES?|WED|THU(?:RS?)?|FRI|SAT|SUN)\b\.?|\d+\s?min(?:ute)?s?(?:\sread)?\b|(?:on|at|in)\b"
    r"|(?i:(?:regulated|inside|privileged)\sinformation)\b"
    r"|(?i:(?:issue|vol(?:ume)?\.?|edition|page)\s(?:no\.?\s?)?\d{1,4})\b"
    r"|\([A-Z][\w\s.,&/-]{1,40}\)|/[A-Z\d][\w\s.-]{1,30}/|T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?"
    r"|(?:\d[\d,.]*[km]?|no)\s(?:comments?|shares?|views?|likes?|reads?)\b"
    r"|[\s,.|·•()/–—@:-])"
)
"""What a line of date and time is made of."""
_DAY_LABEL = rf"(?i:{alternatives(entries('date_labels'))})\s?:?\s"
_DATED = re.compile(
    rf"(?P<who>{PLACES}(?:\s\({PLACES}\)|\sblog)?)(?:,?\s?(?:[,|/–—·•-]\s?)?|\s?[|/–—·•-]\s?{_DAY_LABEL})(?=(?:{WEEKDAY})?(?i:{DATE}))"
)
_AFTER_NAME = re.compile(r"\s?[,|–—@(•·-]|\s(?:on|in|for|at)\s|\s\d")
_DAY_IN_NAME = re.compile(rf"\s(?:{MONTH_DAY}|{DATE})\b.*|\s{MONTH}$", re.IGNORECASE)
_PLACE_OPENINGS = frozenset(entries("place_openings"))
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WHEN = re.compile(r"\d\s?(?:[./:-]\d|[ap]\.?m)|ago\b|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec")
"""Stands, with a digit, in every line of small letters that names a day or an hour."""
_AGENCY_CREDIT = re.compile(rf"[(\[]?{alternatives(entries('agency_credits'))}\s(?P<who>[^;.)\]]+)", re.IGNORECASE)
_SOURCE = re.compile(r"(?:Source|SOURCE|Provided by|From):?\s[A-Z][^:]{2,80}")
"""What follows the day in the head of a release."""
_RELEASE = re.compile(
    r"(?:[\w&.,()’' -]{2,60}?[\s|,–-]\s?)?"
    r"(?i:(?:stock exchange|press|company|news|media|regulatory|corporate|investors?) "
    r"(?:release|announcement|information|news))(?:\s(?i:no)\.?\s?[\d/]+)?[\s,|:–-]+"
)
"""What kind of release a line says it is before the day: "Acme Oyj Stock Exchange Release 3 May 2021"."""
_EDITOR = re.compile(r"(?i:edit(?:ed by|ors?)):?\s[^\W\d_a-z][^:]{1,60}")
_AGENCIES = frozenset(entries("news_agencies"))
_RULE = re.compile(rf"\s?\|\s?|\s[/–—·•-]\s|\.\s(?=(?i:{alternatives(entries('date_labels'))})\b)")
_MOST_PIECES, _DESK = 4, 3
_DESKS = frozenset(("Bureau", "Desk", "Reporter", "Correspondent", "Staff", "Newsroom", "Team"))
_HOUSES = frozenset(word.upper() for word in entries("publication_words"))
_SECTIONS = frozenset(entry.casefold() for name in ("house_pages", "navigation_words") for entry in entries(name))
_LEGAL_FORMS = frozenset(entries("company_suffixes"))
_PLACE_WORDS = 6
_SECTION = 4
"""Fewer words name a section or a source."""
_RATING = re.compile(r"Rating:?\s[\d.]+\s?(?:/|out of)\s?\d+")
_BASE = re.compile(rf"\s?(?:[|,–—·-]|\bin\b)\s?(?P<place>{PLACES})(?=$|\s\|)")
_HOUSE = re.compile(rf"(?P<name>{NAME}(?:\s(?:{NAME}|&|of|and)){{0,4}})(?P<blog>\sblog)?")


class Byline(NamedTuple):
    """Who wrote, when and where, and for which publication (`house`), as far as the line says.

    `updated` marks a day of revision; `labelled` says that the line itself names what it is ("Published ...");
    `figures` is a date in figures that could be read in two ways.
    """

    author: str | None
    date: dt.date | None
    updated: bool = False
    place: str | None = None
    labelled: bool = False
    house: str | None = None
    figures: str | None = None


def byline(text: str) -> Byline | None:
    """Return who and when, where the whole line says only that; else None."""
    by = "by" in (near := text[:_NEAR].lower()) or "author:" in near
    if by and " by " in near and len(text) <= _LONGEST_CREDIT and (credit := _AGENCY_CREDIT.match(text)):
        return _credited(credit["who"])
    if len(text) > _LONGEST or not (by or _has_time(text)):
        return None
    text = " ".join(text.split())
    if (match := _RELEASE.match(text)) and (stamp := _stamp(text[match.end() :]))[1] == len(text) - match.end():
        return stamp[0]
    if match := _BY.match(text):
        return _written_by(text[match.end() :])
    found, end = _stamp(text)
    rest = text[end:]
    if found and not rest:
        return found
    if found and (match := _BY.match(rest)) and (writer := _written_by(rest[match.end() :])):
        return writer._replace(date=writer.date or found.date)
    if found and found.date and (rest in TOWNS or is_person(rest) or _SOURCE.fullmatch(rest)):
        return _with_name(found, rest)
    return (_dated(text) or _pieced(text)) if _YEAR.search(text) else None


def _with_name(found: Byline, name: str) -> Byline | None:
    """Return a day with the town, the publication or the person that stands beside it."""
    if name in TOWNS:
        return found._replace(place=name)
    if house := _house(name):
        return found._replace(house=house)
    if is_person(name) and not is_tools(name):
        return found._replace(author=name)
    return found if name.count(" ") < _SECTION else None


def _house(name: str) -> str | None:
    """Return the publication that a name is, by its last word, None for any other name."""
    match = _HOUSE.fullmatch(name)
    if match is None or not (match["blog"] or " " in name):
        return None
    return match["name"] if match["blog"] or name.rsplit(maxsplit=1)[-1].upper() in _HOUSES else None


def _has_time(text: str) -> bool:
    """Return whether a line may name a day or an hour: a look that most lines need no more than."""
    return _DIGIT.search(text) is not None and _WHEN.search(text.lower()) is not None


def _credited(who: str) -> Byline | None:
    """Read the first writers that an agency's closing line names, the places they report from left out."""
    people = PEOPLE.match(AT_PLACE.sub("", who))
    return Byline(people[0].strip(), None, labelled=True) if people else None


def _stamp(text: str) -> tuple[Byline | None, int]:
    """Return the day that a line opens with, None for none, and how far day and time run."""
    end, dated, updated, labelled, date, figures = 0, False, False, False, None, None
    while match := _PIECE.match(text, end):
        end = match.end()
        if match["label"]:
            labelled, updated = True, updated or (date is None and "updat" in match[0].lower())
        elif match["date"]:
            date, dated = date or find_date(match[0]), True
        elif match["figures"]:
            figures, dated = match[0], True
        elif match["part"] or (match["clock"] and labelled):
            dated = True
    return (Byline(None, date, updated, labelled=labelled, figures=figures) if dated else None), end


def _dated(text: str) -> Byline | None:
    """Read a name or a place and then just a full date: "Ada Nwosu - 3 May 2021", "Lyon, 3 May 2021"."""
    match = _DATED.match(text)
    if match is None:
        return None
    found, end = _stamp(text[match.end() :])
    if found is None or match.end() + end < len(text):
        return None
    if "|" not in match[0] and _is_place(match["who"]):
        return found._replace(place=match["who"])
    return _with_name(found, match["who"])


def _pieced(text: str) -> Byline | None:
    """Read a day with a writer, a town or both, set off by rules: "Our Desk | Lyon | Updated on: 3 May 2021".

    Where the story comes from, which section it stands in, who issued it and who edited it are passed over.
    """
    parts = _RULE.split(text)
    if not 1 < len(parts) <= _MOST_PIECES:
        return None
    whole = Byline(None, None)
    for part in parts:
        found, end = _stamp(part)
        if end == len(part):
            if found is None:
                continue
            whole = found._replace(author=whole.author, place=whole.place, date=whole.date or found.date)
        elif dated := _dated(part):
            whole = dated._replace(author=whole.author or dated.author)
        elif part in TOWNS or ("," in part and _is_town(part)):
            whole = whole._replace(place=part)
        elif whole.author is None and (writer := _writer(part)):
            whole = whole._replace(author=writer)
        elif not _is_passed_over(part):
            return None
    return whole if whole.date else None


def _is_passed_over(part: str) -> bool:
    """Return whether a part of a line tells the story's source, editor, section, issuer or verdict."""
    known = part in _AGENCIES or part.casefold() in _SECTIONS or part.rsplit(maxsplit=1)[-1] in _LEGAL_FORMS
    section = part.isalpha() and part.istitle()
    return known or section or any(form.fullmatch(part) for form in (_SOURCE, _EDITOR, _RATING))


def _writer(part: str) -> str | None:
    """Return the person that a part of a line names, with a role behind or not, or the desk; None for neither."""
    if (match := _BY.match(part)) and (found := _written_by(part[match.end() :])):
        return found.author
    if name := named_writers(part):
        return name
    return part if part.rsplit(maxsplit=1)[-1] in _DESKS and word_count(part) <= _DESK and part.istitle() else None


def _is_town(part: str) -> bool:
    return re.fullmatch(PLACES, part) is not None and part.split(",", maxsplit=1)[0] in TOWNS


def _is_place(name: str) -> bool:
    """Return whether a dated name is a town's: one word, one with its country, or a town's first word."""
    words = name.split()
    if len(words) > _PLACE_WORDS:
        return False
    return (len(words) == 1 and name.isalpha()) or "," in name or name.endswith(")") or words[0] in _PLACE_OPENINGS


def _written_by(rest: str) -> Byline | None:
    """Read what follows "by": the writers, then nothing or what may follow a name."""
    if sent := sent_writers(rest):
        return Byline(sent, None)
    people = PEOPLE.match(rest)
    if people is None:
        day = find_date(rest) if word_count(rest) <= _SHORT_NAME else None
        return Byline(None, day) if day or not rest else None
    tail = rest[people.end() :]
    if tail and not _AFTER_NAME.match(tail):
        return None
    who = _DAY_IN_NAME.sub("", people[0]).strip()
    base = _BASE.match(tail)
    place = base["place"] if base and base["place"].split(",")[0] in TOWNS else None
    house = next((house for part in tail.split(",") if (house := _house(part.strip()))), None)
    return Byline(who or None, find_date(rest), place=place, house=house)
