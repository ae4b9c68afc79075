"""Finds the currency before or after a number, and decides which one a shared name or sign means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.lexicon import rows
from pipeline.stages.quantities.amounts import Numeral
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.phrases import Phrases
from pipeline.stages.quantities.scales import SCALES, scale_factor
from pipeline.stages.quantities.tokens import DASHES, HYPHENS, Tokens

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


@dataclass(frozen=True, slots=True)
class Money:
    """A currency mark: ISO code, the share of the currency it is (1/100 for cents) and its scale ("MUSD")."""

    currency: str
    use: str
    divisor: int = 1
    scale: int = 1


def _money(row: dict[str, str]) -> Money:
    return Money(row["currency"], row["use"], round(1 / float(row["factor"] or 1)))


def _marks() -> Phrases[Money]:
    """Marks compared with their capitals: signs, codes, glued letters."""
    marks = [row for row in rows("currencies") if row["use"] not in ("name", "name?", "minor")]
    small = [
        row | {"form": row["form"].lower()} for row in marks if row["use"] == "code" or row["form"][1:].endswith("$")
    ]
    return Phrases((row["form"], _money(row)) for row in (*marks, *small))


_MARKS = _marks()


def _names() -> Phrases[Money]:
    """Names compared in lower case."""
    names = [row for row in rows("currencies") if row["use"] in ("name", "name?", "minor")]
    return Phrases((row["form"], _money(row)) for row in names)


_NAMES = _names()


_CODES = {row["form"]: row["currency"] for row in rows("currencies") if row["use"] == "code"}


@cache
def _groups() -> dict[str, list[tuple[str, frozenset[str]]]]:
    groups: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for row in rows("currency_groups"):
        places = frozenset(row["places"].split("|")) if row["places"] else frozenset()
        groups.setdefault(row["group"], []).append((row["currency"], places))
    return groups


@lru_cache(maxsize=1 << 12)
def _scaled_code(word: str) -> Money | None:
    """Read "MUSD", "kEUR", "USDm", "EURbn"."""
    if not 4 <= len(word) <= 6 or not word[1:3].isupper():
        return None
    if word[1:] in _CODES and word[0] in "MKkTB":
        return Money(_CODES[word[1:]], "code", scale=scale_factor(word[0].lower() if word[0] != "T" else "k") or 1)
    scale = scale_factor(word[3:].lower()) if len(word) < 7 and word[3:].islower() else None
    return Money(_CODES[word[:3]], "code", scale=scale) if scale and word[:3] in _CODES else None


def _beginnings() -> frozenset[str]:
    """Tokens, in lower case, that a mark of money behind a number, or what stands between, may begin with."""
    marks = {word.lower() for table in (_MARKS, _NAMES) for word in table.starts()}
    return frozenset(marks | SCALES.keys() | HYPHENS)


_BEGINNINGS = _beginnings()
_ENDINGS = DASHES | frozenset(_MARKS.ends())


def mark_at(t: Tokens, i: int) -> tuple[Money, int] | None:
    """Return the unmistakable sign, code or name of a currency at token `i`, and where it ends, without a number."""
    found = _NAMES.at(t.low, i) or _MARKS.at(t.words, i)
    if found and found[0].use in ("symbol", "code", "name"):
        return found
    scaled = _scaled_code(t.words[i])
    return (scaled, i + 1) if scaled else None


def may_be_money(t: Tokens, first: int, last: int) -> bool:
    """Say at little cost whether a currency may stand before token `first` or behind the one before `last`."""
    before, after = t.words[first - 1], t.words[last]
    if before in _ENDINGS or t.low[last] in _BEGINNINGS:
        return True
    return _scaled_code(before) is not None or _scaled_code(after) is not None


def money_before(t: Tokens, first: int, floor: int, looks_like_money: Callable[[], bool]) -> tuple[Money, int] | None:
    """Return the currency that ends just before token `first`, and where it begins, `floor` at the earliest.

    `looks_like_money` is asked only where the mark is also an ordinary word ("TOP 5", "P1.5 billion").
    """
    if first <= floor:
        return None
    found = _MARKS.before(t.words, first)
    if found and found[1] < first - 1 and not _holds_together(t, found[1], first):
        found = _MARKS.before(["", t.words[first - 1]], 2)
        found = (found[0], first - 1) if found else None
    if found is None:
        scaled = _scaled_code(t.words[first - 1])
        return (scaled, first - 1) if scaled else None
    money, start = found
    if start > t.first and t.glued[start] and t.words[start - 1][-1].isalnum():
        return None  # the end of a longer word
    if money.use == "minor mark" or (money.use == "mark" and not t.glued[first]) or start < floor:
        return None
    if money.use in ("mark", "code?") and not looks_like_money():
        return None
    if money.use == "code" and t.words[start].islower() and t.glued[first]:
        return None
    return money, start


def _holds_together(t: Tokens, start: int, end: int) -> bool:
    """Say whether the tokens of a sign touch, or its letters mean nothing else ("HK $", but "Series A $5m")."""
    return all(t.glued[start + 1 : end]) or len(t.words[start]) > 1 or t.words[start] == "c"


def money_after(t: Tokens, last: int, n: Numeral, about_money: Callable[[], bool]) -> tuple[Money, int] | None:
    """Return the currency that begins at token `last`, behind the numeral `n`, and where it ends."""
    found = _NAMES.at(t.low, last) or _MARKS.at(t.words, last)
    if found is None:
        scaled = _scaled_code(t.words[last])
        return (scaled, last + 1) if scaled else None
    money, end = found
    large = n.scale > 1 or n.numerator >= 100 * n.denominator or n.denominator == 100
    if money.use in ("name?", "code?") and (not large or (n.plain and n.spelled)):
        return None
    if money.use == "mark" or (money.use == "minor mark" and not (t.glued[last] and about_money())):
        return None
    if money.use == "symbol" and t.words[last].isalpha() and not t.glued[last] and t.words[last].isupper():
        return None
    if t.words[end][:1].isdigit() and money.use in ("symbol", "code") and not _own_mark_follows(t, last, end):
        return None  # "sold 10 $5 notes", "3 USD50 cards": the mark belongs to the next number
    return money, end


def _own_mark_follows(t: Tokens, last: int, end: int) -> bool:
    """Say whether the number at `end`, behind a mark, has a mark of its own: "10 rmb 20 usd"."""
    if t.glued[end]:
        return False
    return t.glued[last] or _MARKS.at(t.words, end + 1) is not None or _NAMES.at(t.low, end + 1) is not None


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
    return _MARKS.before(t.words, scale - 1) if t.words[scale - 1][:1].isdigit() else None


_LISTED = re.compile(r"[(;,]\s*([A-Z][\w.-]*(?: [A-Z][a-z]+)?)\s?:\s?[A-Z0-9.]{1,6}\b")
"""A company's listing: "(TSXV: ABC)", "(TSX: ABC; OTCQX: ABCDF)"."""


_AMERICAN = ("us$", "u.s.", "nasdaq", "nyse", "wall street", "dow jones", "american", "brent")
"""What speaks of American dollars, or of prices in them, in lower case."""
_WITH_CENTS = cue("with_cents")


@cache
def _home_exchanges() -> dict[str, str]:
    return {row["exchange"]: row["currency"] for row in rows("home_exchanges")}


class CurrencyContext:
    """What one article says about currencies whose name or sign is shared; looked up when first needed."""

    def __init__(self, text: str, start: int, end: int, dollar: str) -> None:
        self._text, self._start, self._end = text, start, end
        self._dollar = dollar
        self._resolved: dict[str, str] = {}
        self._pence: bool | None = None
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

    def _most_used(self) -> str | None:
        t = Tokens(self._text, self._start, self._end)
        large = (i for i in range(t.first, t.last) if (scale_factor(t.low[i]) or 1) >= _LARGE)
        marks = filter(None, (_NAMES.at(t.low, i + 1) or _MARKS.at(t.words, i + 1) or _before(t, i) for i in large))
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
        """Return the currency of bare cents: the euro where the article speaks of it and more than of any dollar.

        Where it speaks of neither, it is its main currency if that has cents.
        """
        article = self._article()
        euros, dollars = (sum(map(article.count, names)) for names in (("€", "euro"), ("$", "dollar")))
        if not euros and not dollars and self.main() in _WITH_CENTS:
            return str(self.main())
        return "EUR" if euros > dollars else self.code("*dollar")

    def _article(self) -> str:
        return self._text[self._start : self._end].lower()

    def _home_dollar(self) -> str | None:
        """Return the dollar of the exchange that the article's companies are listed on, None where they differ.

        Without a listing it is that of the only exchange spoken of, where nothing American is.
        """
        listed = _LISTED.finditer(self._text, self._start, self._end)
        dollars = {currency for match in listed if (currency := _home_exchanges().get(match[1]))}
        if not dollars and not any(map(self._article().count, _AMERICAN)):
            article = self._text[self._start : self._end]
            dollars = {currency for name, currency in _home_exchanges().items() if _mentions(article, name)}
        return dollars.pop() if len(dollars) == 1 and dollars != {"USD"} else None

    def _meant_dollar(self) -> str | None:
        """Return the dollar of a statement such as "All amounts are in Canadian dollars"."""
        for dollar in _places(self._article(), "dollar"):
            end = self._start + dollar
            stated = _IN_DOLLARS.search(self._text, max(self._start, end - _REACH), min(end + 7, self._end))
            if stated and _STATED.search(self._text, max(self._start, stated.start() - 90), stated.start()):
                found = _NAMES.at([*stated[1].lower().split(), "dollar", ""], 0)
                return found[0].currency if found else None
        return None
