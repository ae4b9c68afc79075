"""Spelled-out English numbers ("twenty-five", "two hundred and fifty thousand", "third") as values."""

from __future__ import annotations

import re
from collections.abc import Sequence

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

CARDINAL = rf"\b{_SMALL_NUMBER}\b(?:(?:[-\s](?:and\s)?(?:{_SMALL_NUMBER}|{_SCALE})\b(?!-(?:{_SCALE})\b))*)"
"""Pattern source of a spelled-out cardinal (use with `re.IGNORECASE`); linear, no captured groups."""

ORDINAL = rf"\b(?:(?:{_TEN})[-\s](?:{'|'.join(_ORDINALS[1:10])})|{'|'.join(sorted(ORDINALS, key=len, reverse=True))})\b"
"""Pattern source of a spelled-out ordinal up to ninety-ninth (use with `re.IGNORECASE`)."""

_WORD = re.compile(r"[a-z]+")
_LONGEST = 40
"""Tokens of the longest number that is read; a longer run of number words is noise."""


def _fits(number: int, group: int) -> bool:
    """Say whether a small number may follow in a group below one thousand ("twenty" + "five", not "five" + "six")."""
    below_hundred = group % 100
    return below_hundred == 0 or (0 < number < 10 and below_hundred >= 20 and below_hundred % 10 == 0)


def cardinal_prefix(words: Sequence[str], start: int) -> tuple[int, int] | None:
    """Read the longest spelled-out cardinal that begins at `words[start]`.

    `words` are lower-case tokens, hyphens tokens of their own, ended by a token that is no number.  Return
    the value and the index behind the last token, or None where no cardinal begins.
    """
    total = group = 0
    end = i = start
    while i < start + _LONGEST:
        word = words[i]
        if word in UNITS:
            if not _fits(UNITS[word], group) or (end > start and UNITS[word] == 0):
                break
            group += UNITS[word]
        elif word == "hundred" and (0 < group < 100 or end == start):
            group = (group or 1) * 100
        elif word in SCALES and word != "hundred":
            large = SCALES[word]
            lone = not group  # "million" alone, "thousand million"
            total = (
                (total or 1) * large if lone else total + group * large if large < total else (total + group) * large
            )
            group = 0
        elif end > start and (word == "-" or (word == "and" and group % 100 == 0)):
            if words[i + 1] not in UNITS and words[i + 1] not in SCALES:
                break
            i += 1
            continue
        else:
            break
        i += 1
        end = i
    return (total + group, end) if end > start else None


def cardinal(text: str) -> int | None:
    """Return the value of a spelled-out cardinal, None where `text` is none or is no single number."""
    words = [*_WORD.findall(text.lower()), ""]
    read = cardinal_prefix(words, 0)
    return read[0] if read and read[1] == len(words) - 1 else None


def ordinal(text: str) -> int | None:
    """Return the value of a spelled-out ("twenty-first") or numeric ("21st") ordinal, else None."""
    text = text.lower()
    if match := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", text):
        return int(match[1])
    *tens, last = _WORD.findall(text) or [""]
    if last not in ORDINALS:
        return None
    return ORDINALS[last] + (UNITS.get(tens[0], 0) if tens else 0)
