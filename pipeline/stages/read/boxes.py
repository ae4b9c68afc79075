"""Finds the portrait of the writer or of the publication at the end of an article: "Ada Holm covers ports."."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from pipeline.lexicon import alternatives, entries
from pipeline.stages.read.line import Line
from pipeline.stages.read.writers import is_person

_NEAR_END = 5
"""The portrait stands among so many last lines of an article's text."""
_LONGEST = 60
"""The most words of a portrait's paragraph."""
_BUSINESS = (*entries("business_tails"), *entries("company_suffixes"))
_BOX_WORDS = frozenset(entries("box_words"))
_WORD = re.compile(r"[a-z]+")
_PRONOUN = re.compile(r"(?:He|She|They|His|Her|Their)\b")
_WRITER = re.compile(
    rf"(?P<name>[A-Z][^,.]{{3,40}}?) (?:is|was) (?:an?|the) (?:[\w-]+ ){{0,4}}?{alternatives(entries('writer_nouns'))}"
    r"\b(?: (?:for|at|of|with|in|based|covering|who)\b|[.,])"
)
_NAMES = re.compile(r",\s|\s(?:and|&)\s")


def names_of(writers: Collection[str]) -> list[str]:
    """Return the full names of the writers, of whom one string can name several."""
    return [name for writer in writers for name in _NAMES.split(writer) if " " in name and not name.startswith("The ")]


def box_lines(body: Sequence[Line], writers: Collection[str]) -> list[int]:
    """Return the indices of the lines of `body` that portray a writer or the publication.

    A paragraph near the end is one where it begins with the name of one of the `writers`, or with the name on
    the line above it and a word of the trade; the paragraphs after it that go on with "she" belong to it.
    """
    found: list[int] = []
    names = names_of(writers)
    for n in range(max(1, len(body) - _NEAR_END), len(body)):
        line, above = body[n], body[n - 1]
        if not line.is_prose or line.words > _LONGEST:
            continue
        if found[-1:] == [n - 1] and _PRONOUN.match(line.text):
            found.append(n)
        elif _is_portrait(line.text, above, names):
            found += [n - 1, n] if _is_name_above(above, line.text) else [n]
    return found


def portrayed_writer(text: str) -> str | None:
    """Return whom a paragraph portrays as a journalist: "Ada Holm is a Lyon-based reporter for Harbour Wire."."""
    match = _WRITER.match(text)
    return match["name"] if match and is_person(match["name"]) and not _is_company(match["name"]) else None


def _is_company(name: str) -> bool:
    """Return whether a name ends as companies' do: "Tarn Energy is the largest producer of wind power"."""
    return any(f" {name}".endswith(f" {tail}") for tail in _BUSINESS)


def _is_portrait(text: str, above: Line, names: Sequence[str]) -> bool:
    if any(_begins(text, name) for name in names) or portrayed_writer(text):
        return True
    named = not above.is_prose and text.startswith(above.text)
    return named and not _BOX_WORDS.isdisjoint(_WORD.findall(text.lower()))


def _begins(text: str, name: str) -> bool:
    """Return whether the paragraph begins with a writer's name, or first name and a verb."""
    first = name.split(maxsplit=1)[0]
    return text.startswith(f"{name} ") or (text.startswith(f"{first} ") and text.split(" ", 2)[1].islower())


def _is_name_above(above: Line, text: str) -> bool:
    """Return whether the line above the portrait is a name alone that the portrait takes up."""
    if above.is_prose or above.words > _NEAR_END:
        return False
    return above.text.split()[0].casefold() == text.split(maxsplit=1)[0].casefold()
