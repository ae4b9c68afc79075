"""The scanner: reads the number at a token, in digits or words, with fractions and scale words."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.language.numerals import UNITS, cardinal_prefix
from pipeline.stages.quantities.amounts import Numeral
from pipeline.stages.quantities.fractions import (
    PARTS,
    VULGAR,
    and_a_part,
    fraction_in_words,
    mixed,
    part_of_scale,
    plus,
)
from pipeline.stages.quantities.scales import DOZENS, SCALES, WORD_SCALES
from pipeline.stages.quantities.tokens import HYPHENS, Tokens

MAX_DIGITS = 40
"""Longer runs of digits are no amounts: identifiers, hashes, noise (and `int` would take quadratic time)."""

MAX_SCALE = 10**18
"""Scale words are multiplied ("lakh crore") up to this; more of them in a row are noise."""

_ORDINAL_ENDINGS = frozenset({"rd", "rds", "th", "ths", "nd", "nds"})
_MEMORY = frozenset({"gb", "tb"})
_NOUGHTS = frozenset({"nought", "naught"})
_CONTINUED = WORD_SCALES | DOZENS | HYPHENS | frozenset(VULGAR) | {"/", "and", "over", "x", "×"}
"""What may go on with a number behind its digits."""

_POINT_DIGITS = {word: str(n) for word, n in UNITS.items()} | {"oh": "0", "nought": "0", "naught": "0"}
_SEPARATORS = re.compile(r"[ \u00a0\u202f\u2009'’]")
_DECIMAL_COMMA = re.compile(r"[0-9.]*,[0-9]{1,2}")
_DOTTED_GROUPS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}")

STARTERS = frozenset({*UNITS, *_NOUGHTS, *PARTS, "dozen", *(w for w in WORD_SCALES if len(w) > 3)})
"""Words that a number in words begins with, or has behind its article; digits and "½" begin the others."""


@lru_cache(maxsize=1 << 12)
def digits(word: str) -> tuple[int, int] | None:
    """Return numerator and denominator of a number token in digits, None where it is none ("3.0.1", "¹")."""
    if len(word) > MAX_DIGITS:
        return None
    if word.isascii() and word.isdigit():
        return int(word), 1
    word = _SEPARATORS.sub("", word)
    if _DECIMAL_COMMA.fullmatch(word):
        word = word.replace(".", "").replace(",", ".")
    elif _DOTTED_GROUPS.fullmatch(word):
        word = word.replace(".", "")
    word = word.replace(",", "")
    whole, _, decimals = word.partition(".")
    figures = whole + decimals or "0"
    if not (figures.isascii() and figures.isdigit()):  # superscripts and the digits of other scripts
        return None
    return int(figures), 10 ** len(decimals)


def numeral_at(t: Tokens, i: int) -> Numeral | None:
    """Return the numeral that begins at token `i` (or at an article before it), None where there is none.

    Its scale words are part of it, its scale letters are not: what "m" means hangs on its surroundings.
    """
    word, low = t.words[i], t.low[i]
    if word[0].isdigit() or (word[0] == "." and len(word) > 1):
        found = _in_digits(t, i)
        if found is None or (t.low[i + 1] not in _CONTINUED and not t.words[i + 1][:1].isdigit()):
            return found
        found = _power_of_ten(t, _with_fraction(t, found))
    elif word in VULGAR:
        found = Numeral(i, i + 1, *VULGAR[word])
    elif low not in STARTERS:
        found = None
    elif low not in UNITS and t.low[i - 1] in ("a", "an"):
        found = _after_article(t, i - 1)
    elif low in ("half", "quarter"):
        found = part_of_scale(t, i, i) or Numeral(i, i + 1, 1, PARTS[low], spelled=True, share=True)
    else:
        found = _spelled(t, i)
    if found is None:
        return None
    found = _with_word_scales(t, found)
    return _repeated(t, found) if found.spelled and t.words[found.last] == "(" else _over(t, found)


def _repeated(t: Tokens, n: Numeral) -> Numeral:
    """Take in the digits in brackets that repeat a number in words: "three (3) years"."""
    repeated = digits(t.words[n.last + 1]) if t.words[n.last + 1][:1].isdigit() else None
    if repeated and t.words[n.last + 2] == ")" and repeated[0] * n.denominator == n.numerator * n.scale * repeated[1]:
        n.last += 3
    return n


def _over(t: Tokens, n: Numeral) -> Numeral:
    """Read a fraction said with "over", "one over three", where nothing follows that is counted."""
    if t.low[n.last] != "over" or n.scale > 1 or n.denominator > 1 or n.share:
        return n
    below = _in_digits(t, n.last + 1) if t.words[n.last + 1].isdigit() else _spelled(t, n.last + 1)
    if below is None or not below.numerator or t.words[below.last][:1].isalnum() or t.words[below.last] in ("%", "-"):
        return n
    return Numeral(
        n.first, below.last, n.numerator * below.denominator, below.numerator * below.scale, spelled=n.spelled
    )


def _in_digits(t: Tokens, i: int) -> Numeral | None:
    """Read one token of digits: "12", "1,234.5", "1.3e6"."""
    word = t.words[i]
    if word.isdigit():
        value = digits(word)
        return Numeral(i, i + 1, *value, plain=True) if value else None
    mantissa, exponent, power = t.low[i].partition("e")
    value = digits(mantissa)
    if value is None:
        return None
    numeral = Numeral(i, i + 1, *value, plain=mantissa.isdigit() and not exponent)
    return _with_power(numeral, int(power), i + 1) if exponent else numeral


def _with_power(n: Numeral, power: int, last: int) -> Numeral:
    return Numeral(n.first, last, n.numerator * 10 ** max(power, 0), n.denominator * 10 ** max(-power, 0))


def _power_of_ten(t: Tokens, n: Numeral) -> Numeral:
    """Read "1.3 x 10^6"."""
    k = n.last
    if t.words[k] not in ("x", "×") or t.words[k + 1 : k + 3] != ["10", "^"]:
        return n
    sign = t.words[k + 3] in ("-", "−")
    power = t.words[k + 3 + sign]
    if not power.isdigit() or len(power) > 2:
        return n
    return _with_power(n, -int(power) if sign else int(power), k + 4 + sign)


def is_memory_pair(t: Tokens, slash: int) -> bool:
    """Say whether a slash parts the two memories of a device, "8/256GB", and is no line of a fraction."""
    return t.low[slash + 2] in _MEMORY and t.glued[slash + 2] and t.glued[slash + 1] and t.words[slash + 1].isdigit()


def _with_fraction(t: Tokens, n: Numeral) -> Numeral:
    """Add "½", " 1/2" or "/4" behind an integer, and "and a half" behind any."""
    if n.denominator == 1 and t.words[n.last] in VULGAR:
        return plus(t, n, *VULGAR[t.words[n.last]], n.last + 1)
    if n.plain and t.words[n.last] == "/" and t.glued[n.last] and t.glued[n.last + 1]:
        below = digits(t.words[n.last + 1]) if t.words[n.last + 1][0].isdigit() else None
        if below and below[0] and t.words[n.last + 2] != "/" and not is_memory_pair(t, n.last):
            last = n.last + 2
            if n.numerator > below[0] and t.glued[last] and t.words[last].isalpha():
                return n  # "5/4nm": two sizes
            ordinal = t.glued[last] and t.low[last] in _ORDINAL_ENDINGS
            if n.numerator < below[0] and ordinal:
                return Numeral(
                    n.first, last + 1, n.numerator * below[1], below[0], spelled=True, share=True
                )  # "7/8ths"
            return Numeral(n.first, last, n.numerator * below[1], below[0])
    k = t.after_hyphen(n.last)  # "4 1/2", "4-1/2"
    if n.plain and t.words[k].isdigit() and t.words[k + 1] == "/" and t.words[k + 2].isdigit():
        top, below_line = t.words[k], t.words[k + 2]
        if len(below_line) < 3 and 0 < int(top) < int(below_line) and t.glued[k + 1]:
            return plus(t, n, int(top), int(below_line), k + 3)
    return and_a_part(t, n)


def _spelled(t: Tokens, i: int) -> Numeral | None:
    if t.low[i] in _NOUGHTS:
        numeral = Numeral(i, i + 1, 0, spelled=True)
        return _decimals(t, numeral) or numeral
    read = cardinal_prefix(t.low, i)
    if read is None or (t.low[i] in WORD_SCALES and read[1] == i + 1):
        return None  # "million" by itself says no number
    value, last = read
    whole_and_part = mixed(t, i, last)
    if whole_and_part:
        return whole_and_part
    scale = SCALES[t.low[last - 1]][0] if t.low[last - 1] in WORD_SCALES else 1
    numeral = Numeral(i, last, value // scale, 1, scale, spelled=True)
    return _decimals(t, numeral) or fraction_in_words(t, numeral) or and_a_part(t, numeral)


def _decimals(t: Tokens, n: Numeral) -> Numeral | None:
    """Read "point five", "point zero three", "point seventy-one" behind a cardinal."""
    if t.low[n.last] != "point" or t.low[n.last + 1] not in _POINT_DIGITS:
        return None
    decimals, last = "", n.last + 1
    while t.low[last] in _POINT_DIGITS:
        read = cardinal_prefix(t.low, last)
        single = read is None or read[0] < 10
        decimals += _POINT_DIGITS[t.low[last]] if single or read is None else str(read[0])
        last = last + 1 if single or read is None else read[1]
    whole = n.numerator * n.scale * 10 ** len(decimals)
    return Numeral(n.first, last, whole + int(decimals), 10 ** len(decimals), spelled=True)


def _after_article(t: Tokens, i: int) -> Numeral | None:
    """Read "a million", "a hundred and twenty", "a dozen", "a half million", "a quarter of a million"."""
    word = t.low[i + 1]
    if word in DOZENS:
        return Numeral(i, i + 2, 12, spelled=True)
    if word in PARTS:
        share = Numeral(i, i + 2, 1, PARTS[word], spelled=True, share=True)
        return part_of_scale(t, i, i + 1, share) or share
    read = cardinal_prefix(t.low, i + 1) if word in WORD_SCALES else None
    if read is None or t.is_hyphen(read[1]):
        return None  # "a million-dollar question" is an article and no number
    numeral = Numeral(i, read[1], read[0], spelled=True)
    return fraction_in_words(t, numeral) or and_a_part(t, numeral)


def _with_word_scales(t: Tokens, n: Numeral) -> Numeral:
    """Multiply by the scale words that follow ("3 lakh crore", "$10-billion", "53.7亿") and by "dozen"."""
    while True:
        k = t.after_hyphen(n.last)
        hundreds = _hundreds(t, n)
        if hundreds:
            return hundreds
        if t.low[k] in DOZENS and t.low[k + 1] != "of":
            n = Numeral(n.first, k + 1, n.numerator * 12, n.denominator, n.scale, spelled=n.spelled)
        elif t.low[k] in WORD_SCALES and n.scale < MAX_SCALE:
            n.scale *= SCALES[t.low[k]][0]
            n.last, n.plain, n.share = k + 1, False, False
            n = and_a_part(t, n)
        else:
            return n


def _hundreds(t: Tokens, n: Numeral) -> Numeral | None:
    """Read "3 hundred and 21" and "4 thousand 3 hundred": a smaller number in digits right behind a scale word."""
    k = n.last + (t.low[n.last] == "and" and n.scale == 100)
    if n.scale not in (100, 1000) or n.spelled or n.denominator > 1 or not (t.words[k].isdigit() or t.low[k] in UNITS):
        return None
    if t.low[k + 1] in WORD_SCALES and (n.scale == 100 or t.low[k + 1] != "hundred"):
        return None
    rest = numeral_at(t, k)
    if rest is None or rest.denominator > 1 or not 0 < rest.numerator * rest.scale < n.scale:
        return None
    return Numeral(n.first, rest.last, n.numerator * n.scale + rest.numerator * rest.scale)
