"""Decides which currency a shared name or sign means in an article: whose dollar, whose crown, whose cents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from pipeline.lexicon import alternatives, rows
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.currencies import MARKS, NAMES, Money
from pipeline.stages.quantities.scales import scale_factor
from pipeline.stages.quantities.tokens import Tokens

_IN_DOLLARS = re.compile(
    r"\bin (?:the )?(U\.?S\.?|United States|Canadian|Australian|Singapore|Hong Kong|New Zealand|(?:New )?Taiwan)"
    r" dollars?",
    re.IGNORECASE,
)
_REACH = 24
"""Characters before "dollar" that name whose dollar it is."""

_STATED = re.compile(
    r"\b(?:amounts?|figures?|dollars?|prices|currency|otherwise|stated|expressed|denominated)\b[^.;\n]*\Z",
    re.I,
)

_LARGE = 10**6
_MOST = 0.8
"""From a million on, amounts show the currency of an article, if so much of them has the same."""

_PENCE = tuple(
    map(
        re.compile,
        (r"£ ?[0-9]", r"pence\b(?<!\wpence)", r"p a share\b(?<=[0-9]p a share)", r" pounds\b(?<=[mb]illion pounds)"),
    )
)
"""Signs that an article speaks of British money; each begins with a literal, which `re` finds fast."""


_CODE = alternatives(
    row["form"] for row in rows("currencies") if row["use"] == "code" and len(row["form"]) == len("EUR")
)
_IN_LETTERS = re.compile(rf"(?:[£$€]|\b{_CODE}\s?)[0-9]++(?>(?:\.[0-9]++)?)(?:m|bn)\b")
_SURE_AMOUNT = (
    r" ?[0-9]++(?>(?:[.,][0-9]++)*)(?: ?(?:[mb]illion|trillion|bn|m)\b|(?<=[.,][0-9]{2})(?![0-9])|(?<=,[0-9]{3}))"
)
"""A number that its letters make money: with a scale word, with cents or of thousands."""


@cache
def _groups() -> dict[str, list[tuple[str, frozenset[str]]]]:
    groups: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for row in rows("currency_groups"):
        places = frozenset(row["places"].split("|")) if row["places"] else frozenset()
        groups.setdefault(row["group"], []).append((row["currency"], places))
    return groups


def _mentions(article: str, place: str) -> int:
    """Return how often a word stands in the article, in the same case."""
    ends = ((at, at + len(place)) for at in _places(article, place))
    return sum(not (_is_word(article[at - 1 : at]) or _is_word(article[end : end + 1])) for at, end in ends)


def _places(article: str, word: str) -> Iterator[int]:
    """Yield where `word` stands in the article; `str.find` is faster than any pattern."""
    at = article.find(word)
    while at >= 0:
        yield at
        at = article.find(word, at + len(word))


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _before(t: Tokens, scale: int) -> tuple[Money, int] | None:
    """Return the mark before the number that the scale word at token `scale` follows: "$2.4 billion"."""
    return MARKS.before(t.words, scale - 1) if t.words[scale - 1][:1].isdigit() else None


_LISTED = re.compile(r"[(;,]\s*([A-Z][\w.-]*(?: [A-Z][a-z]+)?)\s?:\s?[A-Z0-9.]{1,6}\b")
"""A company's listing: "(TSXV: ABC)", "(TSX: ABC; OTCQX: ABCDF)"."""


_AMERICAN = ("us$", "u.s.", "nasdaq", "nyse", "wall street", "dow jones", "american", "brent")
"""What speaks of American dollars, or of prices in them, in lower case."""
_BRITISH = ("£", "sterling", "pence", "British", "Britain", "UK", "U.K.", "London", "England", "Scot", "Wales")
"""What speaks of Britain."""
_WITH_CENTS = cue("with_cents")


@cache
def _home_exchanges() -> dict[str, str]:
    return {row["exchange"]: row["currency"] for row in rows("home_exchanges")}


@cache
def _home_datelines() -> dict[str, str]:
    return {row["place"]: row["currency"] for row in rows("home_datelines")}


_OPENING = 1000
"""Characters from the beginning of an article in which its dateline stands."""
_DATELINE = re.compile(
    rf"(?<=[a-zA-Z], )({'|'.join(map(re.escape, _home_datelines()))}),? +[A-Z][a-z]{{2,8}}\.? +[0-9]"
)
"""A place with its province, state or country, and the day: "HALIFAX, Nova Scotia, May 3"."""


class CurrencyContext:
    """What one article says about currencies whose name or sign is shared; looked up when first needed."""

    def __init__(self, text: str, start: int, end: int, dollar: str) -> None:
        self._text, self._start, self._end = text, start, end
        self._dollar = dollar
        self._resolved: dict[str, str] = {}
        self._pence: bool | None = None
        self._letters: bool | None = None
        self._american: bool | None = None
        self._marks: dict[str, bool] = {}
        self._main: str | None = None

    def main(self) -> str | None:
        """Return the ISO code that most large amounts of the article have, None where it speaks of several."""
        if self._main is None:
            self._main = self._most_used() or ""
        return self._main or None

    def code(self, currency: str) -> str:
        """Return the ISO code of `currency`, which is one itself or "*" and the name of a group."""
        if not currency.startswith("*"):
            return currency
        if currency not in self._resolved:
            self._resolved[currency] = self._resolve(currency[1:])
        return self._resolved[currency]

    def in_pence(self) -> bool:
        """Say whether the article gives amounts in pounds or pence, so that "55p" is money."""
        if self._pence is None:
            self._pence = any(sign.search(self._text, self._start, self._end) for sign in _PENCE)
        return self._pence

    def is_american(self) -> bool:
        """Say whether the article speaks of dollars and of nothing British, so that its pounds are of weight."""
        if self._american is None:
            found = (self._text.find(word, self._start, self._end) >= 0 for word in ("$", *_BRITISH))
            self._american = next(found) and not any(found)
        return self._american

    def in_letters(self) -> bool:
        """Say whether the article writes millions of money as "£9m", so that "9m" may be 9 million."""
        if self._letters is None:
            self._letters = _IN_LETTERS.search(self._text, self._start, self._end) is not None
        return self._letters

    def has_mark(self, mark: str) -> bool:
        """Say whether the letters before some number of the article are no other word: "R1.2 billion", "P5,300"."""
        if mark not in self._marks:
            large = re.compile(re.escape(mark) + _SURE_AMOUNT)
            found = large.finditer(self._text, self._start, self._end)
            self._marks[mark] = any(not _is_word(self._text[m.start() - 1 : m.start()]) for m in found)
        return self._marks[mark]

    def _most_used(self) -> str | None:
        t = Tokens(self._text, self._start, self._end)
        large = (i for i in range(t.first, t.last) if (scale_factor(t.low[i]) or 1) >= _LARGE)
        marks = filter(None, (NAMES.at(t.low, i + 1) or MARKS.at(t.words, i + 1) or _before(t, i) for i in large))
        used = Counter(self.code(money.currency) for money, _ in marks)
        code, times = used.most_common(1)[0] if used else ("", 0)
        return code if times >= _MOST * used.total() else None

    def _resolve(self, group: str) -> str:
        if group == "dollar":
            return self._meant_dollar() or self._home_dollar() or self._dollar
        if group == "cent":
            return self._meant_cent()
        article = self._article()
        choices = _groups()[group]
        named = [sum(_mentions(article, place) for place in places) for _, places in choices]
        return choices[named.index(max(named))][0]

    def _meant_cent(self) -> str:
        """Return the currency of bare cents: the article's main one if that has cents.

        Else it is the euro where the article speaks of it and more than of any dollar.
        """
        if (main := self.main()) in _WITH_CENTS:
            return str(main)
        article = self._article()
        euros, dollars = (sum(map(article.count, names)) for names in (("€", "euro"), ("$", "dollar")))
        return "EUR" if euros > dollars else self.code("*dollar")

    def _article(self) -> str:
        return self._text[self._start : self._end].lower()

    def _home_dollar(self) -> str | None:
        """Return the dollar of the exchange that the article's companies are listed on, None where they differ.

        Without a listing it is that of the only exchange spoken of, else of the dateline, where nothing American is.
        """
        listed = _LISTED.finditer(self._text, self._start, self._end)
        dollars = {currency for match in listed if (currency := _home_exchanges().get(match[1]))}
        if not dollars and not any(map(self._article().count, _AMERICAN)):
            article = self._text[self._start : self._end]
            dollars = {currency for name, currency in _home_exchanges().items() if _mentions(article, name)}
            dateline = (
                None if dollars else _DATELINE.search(self._text, self._start, min(self._start + _OPENING, self._end))
            )
            dollars |= {_home_datelines()[dateline[1]]} if dateline else set()
        return dollars.pop() if len(dollars) == 1 and dollars != {"USD"} else None

    def _meant_dollar(self) -> str | None:
        """Return the dollar of a statement such as "All amounts are in Canadian dollars"."""
        for dollar in _places(self._article(), "dollar"):
            end = self._start + dollar
            stated = _IN_DOLLARS.search(self._text, max(self._start, end - _REACH), min(end + 7, self._end))
            if stated and _STATED.search(self._text, max(self._start, stated.start() - 90), stated.start()):
                found = NAMES.at([*stated[1].lower().split(), "dollar", ""], 0)
                return found[0].currency if found else None
        return None
