"""Numbers inside time expressions: amounts, ordinals, days of the month, years, in digits or words."""

from __future__ import annotations

import re

from pipeline.language.numerals import SCALES, cardinal, ordinal
from pipeline.stages.times.parser import Parser
from pipeline.stages.times.vocabulary import NUMBER_WORDS, ORDINAL_WORDS

_VAGUE = frozenset({"several", "few", "many", "some", "couple", "multiple", "various"})
_ORDINAL_DIGITS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_PIVOT = 40
"""Two digits below it are a year of this century: company news speaks of '19 and '25, of '82 and '97."""


def plain(p: Parser, i: int) -> bool:
    """Say whether token `i` is a whole number, no part of "1,999", "5.5", "3%", "12:30"."""
    if not p.words[i].isdecimal():
        return False
    after, before = p.words[i + 1], p.words[i - 1]
    if after in (".", ",", ":") and p.glued(i + 1) and p.glued(i + 2) and p.words[i + 2][:1].isdecimal():
        return False
    if before in (".", ",", ":") and p.glued(i) and p.words[i - 2][-1:].isdecimal() and p.glued(i - 1):
        return False
    return after != "%" and not (before in ("$", "€", "£", "¥", "#") and p.glued(i))


def _spelled(p: Parser, i: int) -> int:
    """Return the token after a run of number words from `i` on."""
    j = i
    while p.words[j] in NUMBER_WORDS and j - i < 9:
        j += 1
        step = 1 if p.words[j] in ("-", "and") else 0
        if p.words[j + step] in NUMBER_WORDS:
            j += step
    return j


def integer(p: Parser, i: int) -> tuple[int, int] | None:
    """Read a whole number below 10,000 in digits or words at token `i`: its value and the token after it."""
    word = p.words[i]
    if word.isdecimal():
        return (int(word), i + 1) if len(word) <= 4 and plain(p, i) else None
    if word not in NUMBER_WORDS or (word in SCALES and p.words[i - 1].isdecimal()):
        return None  # "507 million one year ago"
    j = _spelled(p, i)
    while j > i:
        value = cardinal(" ".join(p.words[i:j]))
        if value is not None:
            return value, j
        j -= 1
    return None


def amount(p: Parser, i: int) -> tuple[float | None, int] | None:
    """Read how many units: "three", "a", "2.5", "two and a half", "15 to 20" (→ 20), "several" (→ None)."""
    if p.words[i] in ("a", "an"):
        found = amount(p, i + 1) if p.words[i + 1] in _VAGUE else None
        return found or (1, i + 1)
    if p.words[i] in _VAGUE:
        return None, i + 2 if p.words[i + 1] == "of" else i + 1
    first = _decimal(p, i) or integer(p, i)
    if first is None:
        return None
    value, j = first
    if p.words[j] in ("to", "or", "-", "–") and (second := integer(p, j + 1)) and second[0] > value:
        return second
    if p.words[j] == "and" and "half" in (p.words[j + 1], p.words[j + 2]):
        return value + 0.5, j + (2 if p.words[j + 1] == "half" else 3)
    return value, j


def _decimal(p: Parser, i: int) -> tuple[float, int] | None:
    if p.words[i].isdecimal() and p.words[i + 1] == "." and p.words[i + 2].isdecimal() and p.glued(i + 2):
        return float(f"{p.words[i]}.{p.words[i + 2]}"), i + 3
    return None


def ordinal_at(p: Parser, i: int) -> tuple[int, int] | None:
    """Read an ordinal up to 99 ("3rd", "twenty-first"): its value and the token after it."""
    word = p.words[i]
    if m := _ORDINAL_DIGITS.fullmatch(word):
        return int(m[1]), i + 1
    if word in NUMBER_WORDS:
        step = 2 if p.words[i + 1] == "-" else 1
        if p.words[i + step] in ORDINAL_WORDS and word.endswith("ty"):
            value = ordinal(f"{word} {p.words[i + step]}")
            return (value, i + step + 1) if value else None
    if word in ORDINAL_WORDS:
        value = ordinal(word)
        return (value, i + 1) if value else None
    return None


def day_number(p: Parser, i: int) -> tuple[int, int] | None:
    """Read a day of the month: "24", "24th", "ninth", "twenty nine"."""
    word = p.words[i]
    if len(word) > 2 and word[0].isdecimal() and not _ORDINAL_DIGITS.fullmatch(word):
        return None
    found = ordinal_at(p, i) or integer(p, i)
    return found if found and 1 <= found[0] <= 31 else None


def full_year(year: int) -> int:
    """Return the year that two digits stand for."""
    if year >= 100:
        return year
    return year + (2000 if year < _PIVOT else 1900)


def is_year(word: str) -> bool:
    """Say whether a token has the shape of a year from 1500 to 2199."""
    return len(word) == 4 and word.isdecimal() and 1500 <= int(word) < 2200


def year(p: Parser, i: int) -> tuple[int, int] | None:
    """Read a year: "2019", "'19", "nineteen ninety six", "two thousand and twenty"."""
    word = p.words[i]
    if is_year(word):
        return (int(word), i + 1) if plain(p, i) else None
    if word == "'" and len(p.words[i + 1]) == 2 and p.words[i + 1].isdecimal() and p.glued(i + 1):
        return full_year(int(p.words[i + 1])), i + 2
    return year_in_words(p, i)


def year_in_words(p: Parser, i: int) -> tuple[int, int] | None:
    """Read "nineteen ninety six", "nineteen hundred ninety three", "two thousand and twenty"."""
    if p.words[i] == "two" and p.words[i + 1] == "thousand":
        found = integer(p, i)
        return found if found and found[0] < 2100 else None
    if p.words[i] not in ("seventeen", "eighteen", "nineteen", "twenty"):
        return None
    j = i + 2 if p.words[i + 1] in ("hundred", "-") else i + 1
    rest = integer(p, j)
    if rest is None or not 10 <= rest[0] <= 99:
        return None
    century = cardinal(p.words[i]) or 0
    return century * 100 + rest[0], rest[1]
