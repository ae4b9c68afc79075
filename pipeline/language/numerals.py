"""Spelled-out English numbers ("twenty-five", "two hundred and fifty thousand", "third") as values."""

from __future__ import annotations

import re

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()

UNITS = {word: n for n, word in enumerate(_SMALL)} | {word: 10 * n for n, word in enumerate(_TENS, start=2)}
SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
ORDINALS = {w: n for n, w in enumerate(_ORDINALS)} | {w: 10 * n for n, w in enumerate(_TENTHS, start=2)}

_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_TEN = "|".join(_TENS)
_ONES = "|".join(_SMALL[1:10])
_SMALL_NUMBER = rf"(?:(?:{_TEN})[-\s](?:{_ONES})|{_UNIT})"
_SCALE = "|".join(SCALES)

CARDINAL = (
    rf"\b{_SMALL_NUMBER}\b(?:(?:[-\s](?:and\s)?(?:{_SMALL_NUMBER}|{_SCALE})\b(?!-(?:{_SCALE})\b))*)"
)
"""Pattern source of a spelled-out cardinal (use with `re.IGNORECASE`); linear, no captured groups."""

ORDINAL = (
    rf"\b(?:(?:{_TEN})[-\s](?:{'|'.join(_ORDINALS[1:10])})|{'|'.join(sorted(ORDINALS, key=len, reverse=True))})\b"
)
"""Pattern source of a spelled-out ordinal up to ninety-ninth (use with `re.IGNORECASE`)."""

_WORD = re.compile(r"[a-z]+")


def cardinal(text: str) -> int | None:
    """Return the value of a spelled-out cardinal, None where `text` is none or is no single number."""
    total, group, last = 0, 0, 0
    for word in _WORD.findall(text.lower()):
        if word == "and":
            continue
        if word in UNITS:
            number = UNITS[word]
            if last and (number >= last or last in range(1, 20)):
                return None  # "three four", "ten five" and "twenty thirty" are two numbers
            group, last = group + number, number or 1
        elif word == "hundred":
            group, last = (group or 1) * 100, 100
        elif word in SCALES:
            total, group, last = total + (group or 1) * SCALES[word], 0, 0
        else:
            return None
    return total + group


def ordinal(text: str) -> int | None:
    """Return the value of a spelled-out ("twenty-first") or numeric ("21st") ordinal, else None."""
    text = text.lower()
    if match := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", text):
        return int(match[1])
    *tens, last = _WORD.findall(text) or [""]
    if last not in ORDINALS:
        return None
    return ORDINALS[last] + (UNITS.get(tens[0], 0) if tens else 0)
