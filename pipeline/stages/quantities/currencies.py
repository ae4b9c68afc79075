"""Finds the sign, code or name of a currency before or after a number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from pipeline.lexicon import rows
from pipeline.stages.quantities.amounts import Numeral
from pipeline.stages.quantities.phrases import Phrases
from pipeline.stages.quantities.scales import SCALES, scale_factor
from pipeline.stages.quantities.tokens import DASHES, HYPHENS, Tokens


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


MARKS = _marks()


def _names() -> Phrases[Money]:
    """Names compared in lower case."""
    names = [row for row in rows("currencies") if row["use"] in ("name", "name?", "minor")]
    return Phrases((row["form"], _money(row)) for row in names)


NAMES = _names()


_CODES = {row["form"]: row["currency"] for row in rows("currencies") if row["use"] == "code"}


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
    marks = {word.lower() for table in (MARKS, NAMES) for word in table.starts()}
    return frozenset(marks | SCALES.keys() | HYPHENS)


_BEGINNINGS = _beginnings()
_ENDINGS = DASHES | frozenset(MARKS.ends())


def mark_at(t: Tokens, i: int) -> tuple[Money, int] | None:
    """Return the unmistakable sign, code or name of a currency at token `i`, and where it ends, without a number."""
    found = NAMES.at(t.low, i) or MARKS.at(t.words, i)
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
    found = MARKS.before(t.words, first)
    if found and found[1] < first - 1 and not _holds_together(t, found[1], first):
        found = MARKS.before(["", t.words[first - 1]], 2)
        found = (found[0], first - 1) if found else None
    if found is None:
        scaled = _scaled_code(t.words[first - 1])
        return (scaled, first - 1) if scaled else None
    money, start = found
    if t.words[start].isalpha() and t.glued[first] and t.words[first][:1] == "0" and t.words[first][1:2].isdigit():
        return None  # "hole KD0417"
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
    found = NAMES.at(t.low, last) or MARKS.at(t.words, last)
    if found is None:
        scaled = _scaled_code(t.words[last])
        return (scaled, last + 1) if scaled else None
    money, end = found
    large = n.scale > 1 or n.numerator >= 100 * n.denominator or n.denominator == 100
    priced = t.low[end : end + 2] in (["per", "share"], ["a", "share"])
    if money.use in ("name?", "code?") and not priced and (not large or (n.plain and n.spelled)):
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
    return t.glued[last] or MARKS.at(t.words, end + 1) is not None or NAMES.at(t.low, end + 1) is not None
