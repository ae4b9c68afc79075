"""Every mention of the names decided on: found word by word over the whole article, the longest name first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.records import EntityLabel
from pipeline.stages.entities.mention import Line, Mention
from pipeline.stages.entities.tokens import Token, tokenize
from pipeline.stages.entities.vocabulary import CLASSES, CURRENCY_NAMES, SUFFIXES

_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORTEST_SHOUTED = 4
_COUNTRY = 2
_MAINLAND = "mainland"
"""Belongs to the name of the place that it stands before."""

_MONEY = frozenset(noun for _, noun in CURRENCY_NAMES)
_COUNTS = CLASSES["numeral"] | {"in", "million", "billion", "trillion"}
"""What stands before a currency's name where it is no thing of its own ("the Swiss franc")."""

Words = tuple[str, ...]


class _Index:
    """Surface forms by their words; for each first word how long the forms are that start with it."""

    def __init__(self, surfaces: Mapping[str, EntityLabel]) -> None:
        self.labels: dict[Words, EntityLabel] = {}
        lengths: dict[str, set[int]] = defaultdict(set)
        for surface, label in surfaces.items():
            for words in _spellings(surface):
                self.labels.setdefault(words, label)
                lengths[words[0]].add(len(words))
        self.lengths = {first: sorted(sizes, reverse=True) for first, sizes in lengths.items()}

    def match(self, words: Sequence[str], at: int) -> tuple[int, EntityLabel] | None:
        """Return the length and label of the longest form from a form's first word on, None where none fits."""
        for size in self.lengths[words[at]]:
            if at + size <= len(words) and (label := self.labels.get(tuple(words[at : at + size]))):
                return size, label
        return None


def tag(lines: Iterable[Line], surfaces: Mapping[str, EntityLabel]) -> Iterator[Mention]:
    """Yield the mentions of the surface forms in text order, without overlap.

    A form matches as written, and in capitals where it is long enough; the year after an event's name
    and "mainland" before a place's belong to it.
    """
    index = _Index(surfaces)
    for line in lines:
        words = [token.text.replace("’", "'") for token in line.tokens]
        at = 0
        while at < len(words):
            found = index.match(words, at) if words[at] in index.lengths else None
            if not found or _is_stock_code(words, at, at + found[0]) or _is_money(line.tokens, at, at + found[0]):
                at += 1
                continue
            last = at + found[0]
            last += found[1] == "EVENT" and _is_year(line.tokens, last)
            first = at - (found[1] == "GPE" and at > 0 and line.tokens[at - 1].low == _MAINLAND)
            yield line.mention(first, last, found[1])
            at = last


def _spellings(surface: str) -> set[Words]:
    written = tuple(token.text.replace("’", "'") for token in tokenize(surface))
    return {written, tuple(word.upper() for word in written)} if len(surface) >= _SHORTEST_SHOUTED else {written}


def _is_year(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a year follows right after the token before `at`."""
    return at < len(tokens) and bool(_YEAR.fullmatch(tokens[at].text)) and tokens[at - 1].end + 1 == tokens[at].start


def _is_money(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a name only says of whose money an amount is: "81.3 U.S. dollars", "in Canadian cents"."""
    if not first or last == len(tokens) or tokens[last].low not in _MONEY:
        return False
    before = tokens[first - 1]
    if before.kind != "number" and before.low not in _COUNTS:
        return False
    return (" ".join(token.low for token in tokens[first:last]), tokens[last].low) in CURRENCY_NAMES


def _is_stock_code(words: Sequence[str], first: int, last: int) -> bool:
    """Tell whether a word is a stock code in parentheses: "(NYSE: ACME)", "(UK:ACME)", "Acme Inc. (ACME)".

    "Acme Inc. (ACME) (NYSE: ACM)" gives the short name first.
    """
    if last - first > 1 or not words[first].isupper():
        return False
    market = len(words[first]) == _COUNTRY and words[last : last + 1] == [":"]
    if market and first and words[first - 1] == "(":
        return True
    if words[last : last + 1] not in ([")"], [";"], [","]):
        return False
    after_exchange = first > 2 and words[first - 1] == ":" and words[first - 3] == "("
    bare = first > 1 and words[first - 1] == "(" and words[first - 2] in SUFFIXES
    return after_exchange or (bare and words[last + 1 : last + 2] != ["("])
