"""The market that an article speaks of: "smartphone market", which a figure of shipments may be about unsaid."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from pipeline.language.inflection import singular
from pipeline.lexicon import entries

MARKETS = ("market", "industry", "sector")
"""The last words of a market's name."""

_MARKET = re.compile(rf"(?<!['’])\b((?:[A-Za-z][\w-]*\s+){{1,2}})({'|'.join((*MARKETS, *map(str.title, MARKETS)))})\b")


_SOLD = re.compile(
    r"\b([A-Za-z][a-z]{2,}|[A-Z]{2,})\s+(?i:shipments|makers|vendors|brands|registrations|sales)\b"
    r"|\b(?i:shipments|registrations|sales|makers)\s+of\s+(?:[A-Za-z-]+\s+){0,2}?([a-z]{3,}s|[A-Z]{2,}s)\b"
)
"""What is shipped, sold or registered: "TV shipments", "sales of electric cars"."""
_THINGS = re.compile(r"\b(?:[a-z]{4,}|[A-Z]{2,})s\b")


def spoken_market(texts: Sequence[str]) -> str | None:
    """Return the market that `texts` speak of most, None where they speak of none.

    That is one they name with what it is a market of ("the smartphone market"), else that of what they often say
    is shipped or sold ("TV shipments").
    """
    return _named_market(texts) or _market_of_sold(texts)


def _market_of_sold(texts: Sequence[str]) -> str | None:
    """Return the market of what is sold most: of things, whose plural is told as well ("tablets"), or told twice so."""
    sold = Counter(one_of(match[1] or match[2]) for text in texts for match in _SOLD.finditer(text))
    told = {one_of(word) for text in texts for word in _THINGS.findall(text)} if sold else set()
    often = {name for name, times in sold.items() if times > 1 and any(f" {name} " in text for text in texts)}
    return next((f"{name} market" for name, _ in sold.most_common() if name in (told | often) - _stops()), None)


def one_of(word: str) -> str:
    """Return a word's singular, of initials with their capitals: "TVs" is "TV"."""
    return word.removesuffix("s") if word[:2].isupper() else singular(word.lower())


def _named_market(texts: Sequence[str]) -> str | None:
    found: Counter[str] = Counter()
    for text in texts:
        for match in _MARKET.finditer(text):
            words = match[1].split()
            if match[2].istitle():  # a title's "Smartphone Market", if the text has the word without its capital
                word = words[-1].lower()
                words = [word] if words[-1].istitle() and any(f" {word} " in other for other in texts) else []
            elif words[0].lower() in _stops() or words[0].istitle():  # "the smartphone", "Indian smartphone"
                words.pop(0)
            if words and words[-1].lower() not in _stops() and words[0].lower() not in _stops():
                found[" ".join([*words, match[2].lower()])] += 1
    return found.most_common(1)[0][0] if found else None


@cache
def _stops() -> frozenset[str]:
    return frozenset(entries("market_stops"))
