"""Where a name cannot go on: titles, roles, dates, currencies, terms — and which numerals it may hold."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.lexicon import entries
from pipeline.stages.entities.mention import Line
from pipeline.stages.entities.tokens import Token
from pipeline.stages.entities.vocabulary import (
    CLASSES,
    CURRENCIES,
    CURRENCY_LETTERS,
    NO_NAMES,
    OPENERS,
    PLACES,
    SUFFIXES,
    UNITS,
)

_MODEL_NUMBER = re.compile(r"\d{1,4}(?:[A-Za-z]{1,2}\+?|\+|\.\d|-in-\d)?(?![\w.,])")
_UNIT = re.compile(r"\d+(?:[WVAKMBTkmbgnlL]|[GMTK]B|MP|[KMG]?[Hh]z|[mM]m|nm|[Bb]n|[Mm]n|pc|th|st|nd|rd)\b")
_SCALES = frozenset("hundred thousand million billion trillion lakh crore m bn mn percent cent per %".split())
_MEASURED = re.compile(r",|\d[A-Za-z]{2,}$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PERIOD = re.compile(r"(?:(?:[QH][1-4]|\d{1,2}M)(?:FY|CY)?|FY|CY)(?:\d\d|\d{4})?")
_GENERATION = frozenset(("gen", "gen.", "generation"))
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
_CONTRACTION = re.compile(r"(?:i|you|we|they|he|she|it|there|that|who|what)'(?:m|re|ve|ll|d)|[a-z]+n't")
_CODE = re.compile(r"[A-Z]+[\w-]*\d")
_AMOUNT = re.compile(r"([A-Za-z]{2,4})\d")
_LETTERED = re.compile(rf"(?<!\w)({'|'.join(CURRENCY_LETTERS)})\d[\d.,]*\s?(?:million|billion|trillion|bn|m)\b")
_LETTER_AND_DIGITS = re.compile(r"([A-Z])\d[\d.,]*")
_BREAKS = (
    CLASSES["titlebreak"] | CLASSES["rolebreak"] | frozenset(day for day in CLASSES["weekday"] if day.endswith("day"))
)
_POSTNOMINALS = frozenset(entries("postnominals"))
_SHORT_DAYS = CLASSES["weekday"] - _BREAKS
_LONG_MONTHS = frozenset(month for month in CLASSES["month"] if len(month) > 5) | {"july"}
_BEFORE_MONTH = frozenset("in of since until through from late early last next this".split())
_SHORT_UNIT = 4
_SHORTEST_NOTED = 4
_CURRENCY_SIGNS = frozenset("$€£¥")
_NOT_AFTER_NUMBER = frozenset("%$€£¥-–’'\"”′″:")
_OPEN_SUFFIXES = frozenset({"Company", "Group"})
"""Legal forms that are words too."""


def breaks(line: Line, at: int) -> bool:
    """Tell whether the token is never part of a name: a title, role, month, period or currency."""
    token = line.tokens[at]
    if at and line.tokens[at - 1].kind == "number" and (token.text in UNITS or _is_unit(line, at + 1)):
        return True  # "1000 ANSI lumens"
    if token.low.partition("-")[0] in CLASSES["rolebreak"] and "-" in token.text:
        return True  # "Chairman-cum-Managing Director"
    if (
        token.low in _BREAKS
        or _is_postnominal(line, at)
        or (token.text[-1].isdigit() and _PERIOD.fullmatch(token.text))
    ):
        return True
    if token.low in _GENERATION and at and _ORDINAL.fullmatch(line.tokens[at - 1].text):
        return True  # "8th Gen Acme Core"
    if _CONTRACTION.fullmatch(token.low):
        return True  # "I'm"
    if token.low.rstrip(".") in CLASSES["month"] and _is_date(line, at):
        return True
    if token.low in _SHORT_DAYS and _is_beside_number(line, at):
        return True
    return _is_currency(line, at)


def _is_unit(line: Line, at: int) -> bool:
    """Tell whether the word after an abbreviation of capitals is a unit that it qualifies."""
    qualified = at < len(line.tokens) and line.tokens[at - 1].text.isupper()
    return qualified and line.tokens[at].low.removesuffix("s") in UNITS


def _is_postnominal(line: Line, at: int) -> bool:
    """Tell whether letters stand for a person's degree or profession: "Ada Cole, CFA"."""
    return line.tokens[at].text in _POSTNOMINALS and at > 0 and line.tokens[at - 1].text == ","


def _is_currency(line: Line, at: int) -> bool:
    """Tell whether letters stand for a currency: glued to an amount or sign ("RMB5", "US$"), or beside an amount."""
    token = line.tokens[at]
    if not token.text.isalpha() and (amount := _AMOUNT.match(token.text)) and amount[1] in CURRENCIES:
        return True
    if line.sentence.text[token.end : token.end + 1] in _CURRENCY_SIGNS:
        return True
    if token.text not in CURRENCIES:
        return False
    beside = line.tokens[max(at - 1, 0) : at + 2]
    return any(t.kind == "number" for t in beside)


def _is_date(line: Line, at: int) -> bool:
    """Tell whether a month's name stands beside a number or as a time, or is no name that people bear as well."""
    if line.tokens[at].low in _LONG_MONTHS or _is_beside_number(line, at):
        return True
    before = line.tokens[at - 1]
    dated = at > 0 and (before.low in _BEFORE_MONTH or before.text in PLACES)  # "US March car sales"
    return dated and not is_capital(line, at + 1)


def _is_beside_number(line: Line, at: int) -> bool:
    return any(token.kind == "number" for token in line.tokens[max(at - 1, 0) : at + 3])


def is_capital(line: Line, at: int) -> bool:
    """Tell whether there is a token at `at` that has a capital and may be part of a name."""
    return at < len(line.tokens) and line.tokens[at].kind == "capital" and not breaks(line, at)


def is_legal_form(line: Line, at: int) -> bool:
    """Tell whether there is a legal form at `at` that is no word besides."""
    return at < len(line.tokens) and line.tokens[at].text in SUFFIXES - _OPEN_SUFFIXES


def is_model_number(line: Line, at: int) -> bool:
    """Tell whether a numeral can belong to the name before it: short, no amount, no unit, no year, no cell of a table.

    A year belongs to a name that goes on after it ("Forbes Global 2000 List").
    """
    text = line.tokens[at].text
    if _YEAR.fullmatch(text):
        return is_capital(line, at + 1) and not line.headline
    if not _MODEL_NUMBER.fullmatch(text) or _UNIT.match(text):
        return False
    if "-in-" in text and line.tokens[at - 1].kind != "number":
        return False  # "new Acme 2-in-1 devices", and no "Acme Orbit 13 2-in-1"
    if "\t" in line.sentence.text[line.tokens[at - 1].end : line.tokens[at].start]:
        return False
    after = line.tokens[at + 1] if at + 1 < len(line.tokens) else None
    if after and after.low in _SCALES:
        return False  # "fines Acme Telecom 38 million crowns"
    if after and (after.text in UNITS or (len(after.low) > _SHORT_UNIT and after.low.removesuffix("s") in UNITS)):
        return False
    if after is None or after.kind == "mark":
        return after is None or after.text not in _NOT_AFTER_NUMBER
    return after.kind != "number" or after.text[-1].isalpha() or after.text[-1] == "+" or "-in-" in after.text


def is_amount(token: Token) -> bool:
    """Tell whether a word is a number that ends no name: with a unit ("5,500mAh") or a mark of thousands."""
    return token.kind == "number" and not _MODEL_NUMBER.fullmatch(token.text) and bool(_MEASURED.search(token.text))


def has_model_number(line: Line, first: int, last: int) -> bool:
    """Tell whether the words hold a numeral or a code of letters and digits."""
    return any(t.kind == "number" or _CODE.match(t.text) for t in line.tokens[first:last])


def is_term(token: Token) -> bool:
    """Tell whether a word is a technical abbreviation, which opens and closes no name."""
    if _is_noted(token.text):
        return True
    if token.text not in NO_NAMES or token.low in CLASSES["producthead"]:
        return False
    return not (token.text.isalpha() and token.text.istitle())


def _is_noted(text: str) -> bool:
    """Tell whether the number of a footnote is glued to a term: "EBITDA1"."""
    return len(text) > _SHORTEST_NOTED and text[-1].isdigit() and text[:-1].isalpha() and text[:-1] in NO_NAMES


def begins_compound(line: Line, at: int) -> bool:
    """Tell whether a term is glued to the end of a compound: "Acme Internet-connected lamps" is of Acme's."""
    token, after = line.tokens[at], line.tokens[at + 1 : at + 2]
    glued = bool(after) and after[0].text[0] == "-" and len(after[0].text) > 1 and after[0].start == token.end
    return glued and token.text in NO_NAMES


def is_titled(word: str) -> bool:
    """Tell whether only the first letter of a word, or of each of its parts, is a capital ("Mid-range", "Co-Op")."""
    return word.istitle() or word == word.capitalize()


def is_titled_opener(token: Token) -> bool:
    """Tell whether a word that opens sentences has a capital for that alone ("The", "In"): no name begins with it."""
    return token.text.istitle() and token.low in OPENERS


def marked_amounts(text: str, names: Iterable[str]) -> set[str]:
    """Return the names that are amounts of a currency which a text marks by letters: "R649" beside "R2.4 billion"."""
    letters = {match[1] for match in _LETTERED.finditer(text)}
    return {name for name in names if (match := _LETTER_AND_DIGITS.fullmatch(name)) and match[1] in letters}
