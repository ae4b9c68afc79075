"""Lines and parts of lines that name who wrote: a name alone, with a role, with the town that it was sent from."""

from __future__ import annotations

import re

from pipeline.lexicon import alternatives, entries, rows
from pipeline.stages.read.datelines import NAME, PLACES

_PERSON = rf"(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir)\.?\s)?{NAME}(?:\s(?:{NAME}|van|von|der|den|de|la|bin|al)){{0,3}}"
_ROLE = alternatives((*entries("byline_roles"), *entries("publication_words")))
_WRITER = rf"(?:,\s(?![^,]{{0,40}}\b{_ROLE}\b)(?!{NAME}$){_PERSON})"
PEOPLE = re.compile(rf"{_PERSON}{_WRITER}{{0,3}}(?:,?\s(?:and|&)\s{_PERSON})?")
"""One writer or several."""
AT_PLACE = re.compile(rf"\sin\s{PLACES}")
"""Where a writer reports from."""
_FULL_NAME = rf"(?=\S+\s(?!in\s)){_PERSON}"
_SENT = re.compile(rf"{_FULL_NAME}\sin\s{PLACES}(?:(?:,|,?\sand)\s{_FULL_NAME}\sin\s{PLACES}){{0,3}}")
_NO_PEOPLE = frozenset(
    entry.rstrip(".") for name in ("company_suffixes", "byline_roles", "house_pages") for entry in entries(name)
)
"""What ends the name of a company, a desk or a press room."""
_ROLES = frozenset(
    word
    for row in rows("name_words")
    if row["class"] == "role"
    for written in row["words"].split("|")
    for word in (written, written.upper(), written.title(), written.capitalize())
) | frozenset(word for written in entries("writer_nouns") for word in (written, written.title()))
_VERBS, _TERMS = frozenset(entries("headline_verbs")), frozenset(entries("no_name_words"))
"""What a line with writers' names does not hold, and what looks like one: "Artificial Intelligence"."""
_NOUN = alternatives(entries("writer_nouns"))
_TRADE = re.compile(rf"(?P<name>{NAME}\s{NAME})\s(?:{NAME}\s){{0,2}}(?:[a-z]+\s)?{_NOUN}")
"""A name and what the writer covers, with nothing between: "Ada Nwosu Media correspondent"."""
_LONGEST, _MOST_WORDS = 50, 5


def named_writers(text: str) -> str | None:
    """Return whom a line names that is nothing else: a person, with a role or not, or several with their towns."""
    return text if is_person(text) else signatory(text) or sent_writers(text)


def sent_writers(text: str) -> str | None:
    """Return the writers of "Ada Nwosu in Lyon and Kai Holm in Porto"; None for any other text."""
    if " in " not in text[:_LONGEST] or not _SENT.fullmatch(text):
        return None
    return AT_PLACE.sub("", text) if _VERBS.isdisjoint(text.casefold().split()) else None  # "Acme Opens Shop in Lyon"


def signatory(text: str) -> str | None:
    """Return the person of a line that gives a name and a role: "Ada Nwosu, founder"; None for any other."""
    name, _, role = text.partition(", ")
    if not role:
        match = _TRADE.fullmatch(text)
        return match["name"] if match and is_person(match["name"]) else None
    return name if role.split()[-1] in _ROLES and is_person(name) else None


def is_role(text: str) -> bool:
    """Return whether a line gives what somebody is: "Co-founder and CEO", "Chairman, Acme Group"."""
    return re.split(r",?\s", text, maxsplit=1)[0] in _ROLES


def is_person(text: str) -> bool:
    """Return whether the line can be a signature: two to five capitalised words."""
    words = text.split()
    if len(text) >= _LONGEST or not 2 <= len(words) <= _MOST_WORDS or words[-1].rstrip(".") in _NO_PEOPLE:
        return False
    return PEOPLE.fullmatch(text) is not None and text not in _TERMS
