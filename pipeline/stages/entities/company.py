"""The company that an article is about: by title, dateline, "About" section, defined terms and frequency."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from pipeline.lexicon import alternatives, entries
from pipeline.records import Block, EntityForm
from pipeline.stages.entities.keys import has_legal_form
from pipeline.stages.entities.vocabulary import AGENCIES, CLASSES, STOCK_EXCHANGES, WIRES, is_institution

TITLE, ABOUT, OPENING, HEADING, NOMINAL, FIRST = 4.0, 10.0, 3.0, 1.5, 1.0, 2.0
"""What a mention in the title, the heading of an "About" section, the first sentence of running text, another
heading, and a nominal is worth beside a plain mention, and what the first of a title or first sentence adds."""

CITED = 0.2
"""What a mention is worth that only says whom the text has it from."""

ANNOUNCED = 8.0
"""What it adds to the first company of the first sentence that it announces something."""

LEAST_LEAD, LEAST_ALONE = 2.5, 3.0
"""How much more than any other, and how much at all, has to be told of such a one that has not half of all."""
BODY_LEAD = 2.0
"""How much more than any company has to be told of a body that title or opening names: an academy, a hospital."""
UNTOLD_LEAD = 1.5
"""How much more, where the text opens with "The company" and is about one that its lost title named."""
LEAST_SHARE = 0.5
"""The share of all mentions, by weight, of a company that neither title nor opening names."""

_SEVERAL = 3
"""So many companies in a title that speaks of shares are examples."""

_BEFORE = 40
_DATELINE = 100
_DATELINE_END = re.compile(r"[)/]\s?[–—―:-]|/\.")
_ABOUT = re.compile(r"\s*About\s", re.IGNORECASE)
_HOUSE = alternatives(entries("research_houses"))
_SOURCE_BEFORE = re.compile(
    r"(?:according to|(?:data|estimates|figures|report|study|survey) (?:from|by)|(?:reported|released) by|told|"
    rf"compiled by|analysts?(?: at| from| with)?|researchers?|{_HOUSE}|"
    r"source:?|photo:?|image:?|listed on|by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_HOUSE_BEFORE = re.compile(rf"\b{_HOUSE}\s$", re.IGNORECASE)
_HOUSE_BEHIND = re.compile(
    r"(?:['’]s)?\s(?:said|says|added|reports?|estimates?|expects?|analysts?|data|figures|research)\b"
)
"""Follows the name of a research house where it is the source: "Acme said", "Acme analyst", "Acme's figures"."""
_JUDGES = re.compile(
    r"\s(?:has\s|have\s)?(?:(?:downgrad|upgrad)e[sd]|reiterate[sd]|initiate[sd]|slam(?:s|med)|describe[sd]|"
    r"(?:(?:cut|rais|lower|trimm?|maintain)(?:s|es|ed)?|kept|keeps)\s(?:its|their)\s(?:\w+\s){0,2}(?:target|rating|forecast|advice))\b"
)
"""Follows the name of a house that rates what the text is about: "Acme Capital downgraded"."""

_RECKONS = re.compile(r"\s(?:estimates|calculates|reckons|predicts|forecasts)\.?$")
"""Ends a sentence behind the name of who counts what others do: "Sales fell by 4%, Acme estimates."."""
_ANNOUNCES = re.compile(
    r"(?:\s?\([^()]{1,100}\)){0,4}(?:,\s[a-z](?:[^.;]|\.(?=\d)){1,200}?,)?\s(?:(?:has|have)\s)?(?:(?:today|on\s\w{6,9})\s)?(?:announce[sd]|"
    r"(?:is|are)\s(?:\w+\s)?(?:pleased|proud|delighted|excited|happy|thrilled)\sto\s(?:announce|report|confirm))\b"
)
"""Follows the name of who issues a release: "Acme Corp. (ACM) ("Acme") is pleased to announce"."""
_ACTS = re.compile(rf"(?:\s\([^()]{{1,40}}\))?\s(?:is|has|have|will|would|{alternatives(CLASSES['orgverb'])})\b")
"""Follows a company that does something."""
_OWNED = re.compile(r"(?:['’]s?)?\s(?:owner|parent|operator|maker)s?\b")
"""Follows the name of what a company owns ("Acme Grill's owner", "Acme parent Quill"), and is not about that."""

_MARKET = re.compile(
    r"\b(?:stocks|equities|shares|ind(?:ex|ices|exes)|benchmark|bourse|"
    r"markets (?:opened|closed|ended|finished|rose|fell|slid|rallied))\b",
    re.IGNORECASE,
)
_MARKET_FIRST = re.compile(
    r"(?:[\w&’'-]+\s){0,4}?(?:stocks|equities|(?:equity|share|stock|benchmark)\sind(?:ices|exes))(?!\s(?:of|in)\s[A-Z]|['’])\b",
    re.IGNORECASE,
)
"""A first sentence whose subject is the market."""
_DATED = re.compile(r"[^.:]{1,80}(?:[)/]|(?:19|20)\d\d)\s?(?:--|[–—―:-])\s*")
_NAMED = r"(?:the\s)?[A-Z\d][\w&.’'+-]*(?:\s(?:(?:of|and|&)\s)?[A-Z\d][\w&.’'+-]*){0,4}"
_LIST = re.compile(rf"(?P<items>{_NAMED}(?:,\s{_NAMED})+(?:,?\s(?:and|&)\s(?:more|others|other|{_NAMED})\b)?)[^,]*")
"""A title's list behind a colon: "Movers: Acme, Quill Foods, Orvane and more"."""
_AND_MORE = (" and more", " and others")
_ITEM = re.compile(r",\s|,?\s(?:and|&)\s(?:more|others?)?")


def is_round_up(title: str, makers: Collection[str]) -> bool:
    """Tell whether a title ends in a list of three names at least, behind a colon and with no company before that.

    `makers` are the texts of the companies that the title names: "Acme shows: Orbit, Orbit Pro and Orbit Max" is no
    round-up.
    """
    head, colon, tail = title.partition(": ")
    if not colon or any(name in head for name in makers):
        return False
    found = _LIST.fullmatch(tail)
    return tail.endswith(_AND_MORE) or (found is not None and len(_ITEM.split(found["items"])) >= _SEVERAL)


def is_market_report(opening: str, named: Iterable[str]) -> bool:
    """Tell whether the first sentence of a text speaks of a stock market: of shares or an index, and of no company.

    `named` are the organisations that it names; where shares or indices are its subject they may be companies.
    """
    companies = [name for name in named if not (_is_market_place(name) or _MARKET.fullmatch(name))]
    dateline = _DATED.match(opening)
    first = _MARKET_FIRST.match(opening, dateline.end() if dateline else 0)
    if first and not any(name in first[0] for name in companies):
        return True
    return bool(_MARKET.search(opening)) and not companies


def is_list_of_shares(title: str, named: Collection[str]) -> bool:
    """Tell whether a title speaks of the shares of several companies: "Stocks to watch: Acme, Quill, Orvane"."""
    return len(set(named)) >= _SEVERAL and bool(_MARKET.search(title))


class Sighting(NamedTuple):
    """A mention of an organisation: its canonical name, its sentence and where in the sentence it stands and ends."""

    name: str
    form: EntityForm
    block: Block
    sentence: str
    offset: int
    end: int
    opening: bool


def opens_untold(opening: str) -> bool:
    """Tell whether a text's first sentence is about a company that it does not name: "The retailer revealed"."""
    words = opening.split(maxsplit=2)
    return len(words) > 2 and words[0] == "The" and words[1] in CLASSES["company"]


def most_prominent(sightings: Iterable[Sighting], barred: str | None = None, *, untold: bool = False) -> str | None:
    """Return the organisation with the most weighty mentions, the first of equals, None where there is none.

    One that neither title nor opening names has to have the larger part of all: else the text is about several;
    less is enough where the text opens `untold` (`opens_untold`).
    Exchanges, agencies and the like count only where nothing else is named, and so do research houses where they
    are the source of what is told; `barred`, the publisher, never counts, nor who only estimates.
    """
    sightings = [s for s in sightings if s.name != barred and not _reckons(s.sentence, s.offset, s.end)]
    houses = {s.name for s in sightings if _HOUSE_BEFORE.search(s.sentence[max(0, s.offset - _BEFORE) : s.offset])}
    told = [s for s in sightings if not (s.name in houses and _HOUSE_BEHIND.match(s.sentence, s.end))]
    found = _most_prominent(told, untold=untold)
    return _most_prominent(sightings, untold=untold) if found is None and houses else found


def _reckons(sentence: str, start: int, end: int) -> bool:
    """Tell whether the name at sentence[start:end] ends it as that of who counts: "…, Acme estimates."."""
    return sentence.endswith(", ", 0, start) and _RECKONS.match(sentence, end) is not None


def _most_prominent(sightings: Sequence[Sighting], *, untold: bool) -> str | None:
    weights: dict[str, float] = defaultdict(float)
    seen: set[str] = set()
    leading = _leading(sightings)
    for sighting in sightings:
        announces = sighting in leading and sighting.opening and _ANNOUNCES.match(sighting.sentence, sighting.end)
        weights[sighting.name] += _weight(sighting) + FIRST * (sighting in leading) + (ANNOUNCED if announces else 0.0)
        if sighting.block == "title" or sighting.opening or _is_issuer(sighting):
            seen.add(sighting.name)
    companies = [name for name in weights if not _is_market_place(name)] or list(weights)
    most = max(companies, key=lambda name: weights[name], default=None)
    bodies = [
        name for name in seen if is_institution(name) and weights[name] >= BODY_LEAD * weights.get(most or "", 0.0)
    ]
    if bodies:
        return max(bodies, key=lambda name: weights[name])
    if most is None or most in seen or weights[most] >= LEAST_SHARE * sum(weights.values()):
        return most
    second = max((weight for name, weight in weights.items() if name != most), default=0.0)
    least = UNTOLD_LEAD * second if untold else max(LEAST_LEAD * second, LEAST_ALONE)
    return most if weights[most] >= least else None


def _leading(sightings: Sequence[Sighting]) -> frozenset[Sighting]:
    """Return the mention that a title and the first sentence are each about: the first that acts, else the first."""
    told: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        if sighting.block == "title" or sighting.opening:
            told[sighting.sentence].append(sighting)
    return frozenset(
        next((s for s in found if s.opening and _ACTS.match(s.sentence, s.end)), found[0]) for found in told.values()
    )


def is_agency_of_dateline(sentence: str, start: int, end: int) -> bool:
    """Tell whether the name at sentence[start:end] is the agency that the dateline gives: "LYON (Acme News) - "."""
    enclosed = sentence[max(0, start - 1) : start] in ("(", "/") and _DATELINE_END.match(sentence, end)
    return start < _DATELINE and bool(enclosed)


def _is_market_place(name: str) -> bool:
    """Tell whether a name is that of a body, exchange or wire service, which an article names in passing."""
    return is_institution(name) or name in STOCK_EXCHANGES or name in WIRES or name in AGENCIES


def _is_issuer(sighting: Sighting) -> bool:
    """Tell whether a byline names who issues a release: a company with its legal form."""
    return sighting.block == "byline" and has_legal_form(sighting.name)


def is_outsider(sentence: str, start: int, end: int) -> bool:
    """Tell whether the name at sentence[start:end] is that of a source or judge of what the text is about."""
    before = sentence[max(0, start - _BEFORE) : start]
    return bool(_SOURCE_BEFORE.search(before) or _JUDGES.match(sentence, end))


def _weight(sighting: Sighting) -> float:
    place = sighting.sentence, sighting.offset, sighting.end
    if (sighting.form == "name" and is_outsider(*place)) or _OWNED.match(sighting.sentence, sighting.end):
        return CITED
    if sighting.form == "nominal":
        return NOMINAL
    if sighting.block == "title" or _is_issuer(sighting):
        return TITLE
    if sighting.block == "heading":
        return ABOUT if _ABOUT.match(sighting.sentence) else HEADING
    return OPENING if sighting.opening else 1.0
