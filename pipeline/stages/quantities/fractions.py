"""Fractions and parts: "two-thirds", "and a half", "half a million", "one hundred and three quarters"."""

from __future__ import annotations

from pipeline.language.numerals import UNITS, cardinal_prefix, ordinal
from pipeline.stages.quantities.amounts import Numeral
from pipeline.stages.quantities.scales import DOZENS, SCALES, WORD_SCALES
from pipeline.stages.quantities.tokens import HYPHENS, Tokens

VULGAR = {
    "¼": (1, 4), "½": (1, 2), "¾": (3, 4), "⅐": (1, 7), "⅑": (1, 9), "⅒": (1, 10), "⅓": (1, 3), "⅔": (2, 3),
    "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8),
    "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
         "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20, "thirtieth": 30, "hundredth": 100,
         "thousandth": 1000, "millionth": 10**6, "billionth": 10**9, "trillionth": 10**12}  # fmt: skip
"""Denominators in words; the plural takes an -s, and "halves"."""

_WHOLE = 100
"""A number that large and more has no part of one behind it."""


def and_a_part(t: Tokens, n: Numeral) -> Numeral:
    """Add "and a half", "and three quarters", "-and-a-half" behind a numeral."""
    k = t.after_hyphen(n.last)
    if t.low[k] != "and":
        return n
    k = t.after_hyphen(k + 1)
    read = (1, k + 1) if t.low[k] == "a" else cardinal_prefix(t.low, k)
    if read is None:
        return n
    top, k = read[0], t.after_hyphen(read[1])
    part = denominator(t.low[k])
    if t.low[k + 1] == "of" and n.numerator >= _WHOLE:
        return n  # "$20,000 and a third of them"
    if part and 0 < top < part and t.low[k].endswith("s") == (top > 1):
        return plus(t, n, top, part, k + 1)
    return n


def plus(t: Tokens, n: Numeral, top: int, below: int, last: int) -> Numeral:
    """Return `n` with top / below added: of its scale, or of a smaller scale word that follows.

    "two million and a half" is 2,500,000, "one billion and a half million" 1,000,500,000.
    """
    scale = SCALES[t.low[last]][0] if t.low[last] in WORD_SCALES and n.scale > 1 else n.scale
    if scale >= n.scale:
        numerator = n.numerator * below + top * n.denominator
        return Numeral(n.first, last, numerator, n.denominator * below, n.scale, spelled=n.spelled)
    numerator = n.numerator * n.scale * below + top * scale * n.denominator
    return Numeral(n.first, last + 1, numerator, n.denominator * below, spelled=n.spelled)


def denominator(word: str) -> int | None:
    """Return the value of a denominator in words ("thirds", "halves"), None where `word` is none."""
    if word == "halves":
        return 2
    return PARTS.get(word) or (PARTS.get(word[:-1]) if word.endswith("s") else None)


def mixed(t: Tokens, i: int, last: int) -> Numeral | None:
    """Read "two million and two thirds", "one hundred and three quarters": the last number is a numerator."""
    part = denominator(t.low[t.after_hyphen(last)])
    joint = next((k for k in range(last - 1, i, -1) if t.low[k] == "and"), None)
    if part is None or joint is None:
        return None
    top = cardinal_prefix(t.low, joint + 1)
    whole = cardinal_prefix([*t.low[i:joint], ""], 0)
    if top is None or whole is None or top[1] != last or not 0 < top[0] < part or whole[1] != joint - i:
        return None
    scale = SCALES[t.low[joint - 1]][0] if t.low[joint - 1] in WORD_SCALES and t.low[joint - 1] != "hundred" else 1
    numeral = Numeral(i, joint, whole[0] // scale, 1, scale, spelled=True)
    return plus(t, numeral, top[0], part, t.after_hyphen(last) + 1)


def fraction_in_words(t: Tokens, n: Numeral) -> Numeral | None:
    """Read "two-thirds", "one fifth", "three twenty-fifths", "three quarters of" behind a cardinal in words."""
    top = n.numerator * n.scale
    last = n.last + (t.words[n.last] in HYPHENS)
    part = denominator(t.low[last])
    tens = UNITS.get(t.low[n.last - 1], 0)
    if part and part < 10 and t.is_hyphen(n.last) and 20 <= tens < top and top % 100 == tens:
        top, part = top - tens, tens + part  # "one hundred thirty-fifths"
    if part is None:
        last, part = _compound_denominator(t, n.last)
    if part is None or t.low[last].endswith("s") == (top == 1) or top == part:
        return None  # nor "a game of two halves"
    quarters = part == 4 and last == n.last and "fourth" not in t.low[last]
    if quarters and (top > 4 or t.low[last + 1] not in {"of", *WORD_SCALES}):
        return None  # "three quarters", "five quarters of decline": a length of time
    if t.is_hyphen(last + 1) and t.low[last + 2] not in WORD_SCALES:
        return None  # "one third-party provider"
    fraction = Numeral(n.first, last + 1, top, part, spelled=True, share=True)
    return part_of_scale(t, n.first, last, fraction) or fraction


def _compound_denominator(t: Tokens, i: int) -> tuple[int, int | None]:
    """Return the last token and the value of a denominator such as "twenty-fifth", which must be hyphenated."""
    k = i + 1
    if t.low[i] not in UNITS or UNITS[t.low[i]] < 20 or not t.is_hyphen(k):
        return i, None
    ones = ordinal(t.low[k + 1].removesuffix("s"))
    return k + 1, UNITS[t.low[i]] + ones if ones and ones < 10 else None


def part_of_scale(t: Tokens, first: int, i: int, n: Numeral | None = None) -> Numeral | None:
    """Read "half a million", "half-dozen", "a quarter of a million": a part, at token `i`, of a scale word."""
    n = n or Numeral(first, i + 1, 1, PARTS[t.low[i]])
    k = t.after_hyphen(n.last)
    if t.low[k] == "of" and t.low[k + 1] == "a":
        k += 2
    elif t.low[k] == "a":
        k += 1
    if t.low[k] in DOZENS:
        return Numeral(first, k + 1, n.numerator * 12, n.denominator, spelled=True)
    if t.low[k] in WORD_SCALES and len(t.words[k]) > 2:
        return Numeral(first, k, n.numerator, n.denominator, spelled=True)
    return None
