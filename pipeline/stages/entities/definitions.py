"""Terms that an article defines in parentheses: "Acme Corporation (“Acme” or the “Group”)", "(HKEX)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.stages.entities.keys import abbreviates
from pipeline.stages.entities.mention import Mention

_ASIDE = re.compile(r"\s*\(([^()\n]{2,200})\)")
_MOST_ASIDES = 3
_TERM = re.compile(r"(the\s+)?[“\"‘']\s*((?:the\s+)?[^“”\"‘’\n]{1,40}?)\s*[”\"’']", re.IGNORECASE)
_SHORT = re.compile(r"[A-Z][\w&]{1,9}(?=$|[;,:])")
_UNCOUNTED = frozenset("of and the for in on to per".split())
_DEFINED = re.compile(r"\(\s*[“\"]?([A-Z][A-Za-z]{1,6})[”\"]?\s*\)")
_WORDS_BEFORE = 60


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


def _asides(text: str, start: int) -> Iterator[str]:
    """Yield what stands in parentheses right after a name: there may be a stock code and then a definition."""
    for _ in range(_MOST_ASIDES):
        if not (aside := _ASIDE.match(text, start)):
            return
        yield aside[1]
        start = aside.end()


def defined_terms(text: str) -> frozenset[str]:
    """Return the abbreviations that stand for plain words: "average selling price (“ASP”)" gives "ASP"."""
    return frozenset(
        match[1]
        for match in _DEFINED.finditer(text)
        if _has_initials(text[max(0, match.start() - _WORDS_BEFORE) : match.start()], match[1].lower())
    )


def _has_initials(words: str, letters: str) -> bool:
    """Tell whether the last of `words` are plain ones that begin with `letters`, "of" and the like aside."""
    every, counted = "", ""
    for part in reversed(re.split(r"[\s-]+", words.strip())):
        if not part[:1].islower() or len(counted) >= len(letters):
            break
        every = part[0] + every
        counted = counted if part in _UNCOUNTED else part[0] + counted
    return letters in (every, every[-len(letters) :], counted)
