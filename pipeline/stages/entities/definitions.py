"""Terms that an article defines in parentheses: "Acme Corporation (“Acme” or the “Group”)", "(HKEX)", "(“Notes”)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.stages.entities.keys import abbreviates
from pipeline.stages.entities.mention import Mention
from pipeline.stages.entities.vocabulary import HEADS, is_common

_ASIDE = re.compile(r"\s*\(([^()\n]{2,200})\)")
_ANY_ASIDE = re.compile(r"\([^()\n]{2,200}\)")
_MOST_ASIDES = 3
_TERM = re.compile(r"(the\s+)?[“\"‘']\s*((?:the\s+)?[^“”\"‘’\n]{1,40}?)\s*[”\"’']", re.IGNORECASE)
_SHORT = re.compile(r"[A-Z][\w&]{1,9}(?=$|[;,:])")
_UNCOUNTED = frozenset("of and the for in on to per".split())
_DEFINED = re.compile(r"\(\s*[“\"]?([A-Z][A-Za-z]{1,6})[”\"]?\s*\)")
_WORDS_BEFORE = 60
_LONG_WORD = 10
_THING = re.compile(r"(?<=[(\s])(?:(the|an?)\s+)?[“\"]((?:[A-Z][a-z-]+\s?)+)[”\"]")


def definitions(text: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """Return the terms that an article defines, in lower case, with the name as written that each stands for.

    `Acme Corp. (“Acme” or the “Group”)` defines "acme" and "the group"; `Paris Stock Exchange (PSE)` defines
    "pse"; the first definition of a term holds.
    """
    terms: dict[str, str] = {}
    for mention in mentions:
        for aside in _asides(text, mention.end):
            for term in _TERM.finditer(aside):
                word = " ".join(term[2].casefold().split())
                terms.setdefault(f"the {word}" if term[1] and not word.startswith("the ") else word, mention.text)
            short = _SHORT.match(aside)
            if short and abbreviates(short[0], mention.text):
                terms.setdefault(short[0].casefold(), mention.text)
            elif mention.text != aside and abbreviates(mention.text, aside):
                terms.setdefault(mention.text.casefold(), aside)
    terms.pop("", None)
    return terms


def company_terms(text: str, end: int) -> Iterator[str]:
    """Yield the names that the parentheses behind a company give it, `end` where its name ends in its sentence `text`.

    'Acme Bay Corp. (LSE: ACM) ("Acme Bay", the "Group")' gives "Acme Bay", whatever else that may be a name of.
    """
    for aside in _asides(text, end):
        for term in _TERM.finditer(aside):
            if not term[1] and term[2][0].isupper():
                yield term[2]


def _asides(text: str, start: int) -> Iterator[str]:
    """Yield what stands in parentheses right after a name: there may be a stock code and then a definition."""
    for _ in range(_MOST_ASIDES):
        if not (aside := _ASIDE.match(text, start)):
            return
        yield aside[1]
        start = aside.end()


def defined_terms(text: str) -> frozenset[str]:
    """Return the defined terms that are no names, in singular and plural.

    They are abbreviations of plain words ("average selling price (“ASP”)" gives "ASP") and words for a thing of
    the article ("stock options (“Options”)", "its incentive scheme (the “Plan”)", "(each, a “Unit”)").
    """
    abbreviations = {
        match[1]
        for match in _DEFINED.finditer(text)
        if _has_initials(text[max(0, match.start() - _WORDS_BEFORE) : match.start()], match[1].lower())
    }
    things = {term for aside in _ANY_ASIDE.finditer(text) for term in _things(text, aside)}
    return frozenset(abbreviations | {form for term in things for form in (term.removesuffix("s"), term, f"{term}s")})


def _things(text: str, aside: re.Match[str]) -> Iterator[str]:
    """Yield the terms for a thing that an aside defines: with an article, or repeating plain words before it."""
    before = text[max(0, aside.start() - _WORDS_BEFORE) : aside.start()]
    for term in _THING.finditer(aside[0]):
        words = term[2].split()
        if (term[1] or term[2].lower() in before) and all(_is_plain(word, text) for word in words):
            yield " ".join(words)


def _is_plain(word: str, text: str) -> bool:
    """Tell whether a word is a common one, one that the text also writes small, or one for a contract or security."""
    low = word.lower()
    return is_common(low) or f" {low}" in text or any(head.label == "NONE" for head in HEADS.get(word, ()))


def _has_initials(words: str, letters: str) -> bool:
    """Tell whether the last of `words` are plain ones that begin with `letters`, "of" and the like aside."""
    every, counted = "", ""
    for part in reversed(re.split(r"[\s-]+", words.strip())):
        if not part[:1].islower() or len(counted) >= len(letters):
            break
        every = part[0] + every
        counted = counted if part in _UNCOUNTED else part[0] + counted
    return letters in (every, every[-len(letters) :], counted) or _is_compound(words.split()[-1:], letters)


def _is_compound(last: Sequence[str], letters: str) -> bool:
    """Tell whether two letters stand for one long word, the last before them: "photovoltaic (PV)"."""
    word = "".join(last)
    return (
        len(letters) == len("PV")
        and len(word) >= _LONG_WORD
        and word.islower()
        and letters[1] in word[1:]
        and word[0] == letters[0]
    )
