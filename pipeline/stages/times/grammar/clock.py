"""Clock times with their zones."""

from __future__ import annotations

import re

from pipeline.stages.times.grammar.numbers import is_year
from pipeline.stages.times.nodes import Clock
from pipeline.stages.times.parser import Match, Parser
from pipeline.stages.times.vocabulary import MONTHS, ZONES

_BEFORE_HOUR = frozenset({"at", "until", "from", "by", "before", "after"})
_JOINTS = frozenset({",", "|", "·", "-", "–"})
_CLOCK = re.compile(r"(\d{1,2})(am|pm)")


def clock(p: Parser, i: int) -> Match | None:
    """Read "18:00 China time", "9 a.m. ET", "9.30am", "0800 UTC", "6:40 p.m. (GMT +8)"."""
    word = p.words[i]
    if m := _CLOCK.fullmatch(word):
        hour, minute, j = int(m[1]), 0, i + 1
        return _clock(p, hour, minute, m[2], j)
    if not word.isdecimal() or len(word) > 4:
        return None
    if len(word) == 4:
        return _clock(p, int(word[:2]), int(word[2:]), "", i + 1) if p.words[i + 1] in ("utc", "gmt") else None
    if p.words[i + 1] in (":", ".") and p.glued(i + 1) and p.glued(i + 2):
        return _minutes(p, i)
    found = _half_day(p, i + 1)
    return _clock(p, int(word), 0, found[0], found[1]) if found else None


def named_hour(p: Parser, i: int) -> Match | None:
    """Read "(at) noon", "(by) midday", "(until) midnight" with a zone; "Midnight Black" is none."""
    if p.capital(i) or p.words[i - 1] not in _BEFORE_HOUR:
        return None
    return Clock("T24:00" if p.words[i] == "midnight" else "T12:00"), _zone(p, i + 1)


def _minutes(p: Parser, i: int) -> Match | None:
    m = re.fullmatch(r"(\d\d)(am|pm)?", p.words[i + 2])
    if m is None:
        return None
    half, j = (m[2], i + 3) if m[2] else _half_day(p, i + 3) or ("", i + 3)
    if not half and p.words[i + 1] == ".":
        return None
    zone = _zone(p, j)
    placed = p.words[i - 1] in _BEFORE_HOUR or _beside_a_date(p, i, j)
    if not half and zone == j and not placed:
        return None
    return _clock(p, int(p.words[i]), int(m[1]), half, j)


def _beside_a_date(p: Parser, i: int, j: int) -> bool:
    """Tell "14:05 August 5, 2024" and "5 August 2024, 14:05" from scores and ratios: the tokens `[i, j)`."""
    before = p.words[i - 2] if p.words[i - 1] in _JOINTS else p.words[i - 1]
    after = p.words[j + 1] if p.words[j].isdecimal() else p.words[j]
    return is_year(before) or after in MONTHS


def _half_day(p: Parser, i: int) -> tuple[str, int] | None:
    """Read "am", "a.m.", "noon" after an hour."""
    if p.words[i] in ("am", "pm"):
        return p.words[i], i + 1
    if p.words[i] in ("a", "p") and p.words[i + 1] == "." and p.words[i + 2] == "m" and p.glued(i + 2):
        return p.words[i] + "m", i + 4 if p.words[i + 3] == "." and p.glued(i + 3) else i + 3
    return None


def _clock(p: Parser, hour: int, minute: int, half: str, j: int) -> Match | None:
    hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
    if hour > 23 or minute > 59:
        return None
    return Clock(f"T{hour:02}:{minute:02}"), _zone(p, j)


def _zone(p: Parser, i: int) -> int:
    """Return the token after a time zone: "ET", "UTC", "(GMT +8)", "China time", ", New York City time,"."""
    if p.words[i] == "," and p.capital(i + 1) and "time" in p.words[i + 2 : i + 5]:
        return i + 2 + p.words[i + 2 : i + 5].index("time") + 1
    j = i + 1 if p.words[i] == "(" else i
    if p.words[j] in ZONES:
        j += 1
        if p.words[j] in ("+", "-") and p.words[j + 1].isdecimal():
            j += 2
        return j + 1 if p.words[i] == "(" and p.words[j] == ")" else j
    for k in (i + 1, i + 2, i + 3):
        if p.words[k] == "time" and (p.capital(i) or p.words[i] == "local"):
            return k + 1
    return i
