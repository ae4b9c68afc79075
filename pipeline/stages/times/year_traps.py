"""Four-digit numbers that are no years: amounts, counts, codes, phone numbers, versions, models."""

from __future__ import annotations

from functools import cache

from pipeline.lexicon import rows
from pipeline.stages.times.grammar.numbers import is_year
from pipeline.stages.times.parser import Parser
from pipeline.stages.times.vocabulary import MONTHS, TIME_UNITS

_LICENCE = frozenset(
    {"in", "of", "since", "by", "from", "until", "during", "after", "before", "year", "between", "for"}
)
_OLD = frozenset({"in", "since", "by", "from", "until", "year", "founded", "established", "est"})
"""What must stand before a year outside 1900 to 2100."""
_LATEST = 2060
"""The last year that a plan reaches."""
_JOINTS = frozenset({"-", "–", "~", "/", ".", ",", ":", "=", "\\"})


@cache
def _words(side: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("year_traps") if row["side"] == side)


def is_no_year(p: Parser, i: int) -> bool:
    """Say whether the bare four-digit number at token `i` is something else than a year."""
    return _joined_left(p, i) or _joined_right(p, i) or _counts(p, i) or _labelled(p, i) or _of_event(p, i)


def _joined_left(p: Parser, i: int) -> bool:
    """Tell "32-2015", "v.2019" and "x2019" from the second year of "2014-2018"."""
    before, further = p.words[i - 1], p.words[i - 2]
    if not p.glued(i) or not (before.isalnum() or before in _JOINTS):
        return False
    if before in ("-", "–", "/", "~"):
        return not is_year(further) or p.glued(i - 2)
    return before not in (",", "=") or further.isdecimal()


def _joined_right(p: Parser, i: int) -> bool:
    """Tell "2019.5", "2019:", "2019/45", "2010-86"."""
    if not (p.glued(i + 1) and p.glued(i + 2)):
        return False
    joint, after = p.words[i + 1], p.words[i + 2]
    if joint == "-" and len(after) == 1 and after.isalpha():
        return True  # "Series 2019-A"
    if joint in (".", ":", "@"):
        return after.isalnum()
    return joint in ("/", "-") and after.isdecimal() and len(after) != 4


def _counts(p: Parser, i: int) -> bool:
    """Tell "2000 shares", "1997 grams", "2000 year-old", "44 20 2019"."""
    before, after = p.words[i - 1], p.words[i + 1]
    if after in _words("after") and not (before in _LICENCE and after in ("m", "per")):
        return True
    if after in TIME_UNITS and p.words[i + 2] != "end":
        return True
    return before.isdecimal() and not p.glued(i) and not is_year(before)


def _labelled(p: Parser, i: int) -> bool:
    """Tell "RMB 1999", "Stock Code: 1810", "No. 2019", "about 2000", "the Fortune Global 2000"."""
    number, before, further = int(p.words[i]), p.words[i - 1], p.words[i - 2]
    if before in _words("before") or (before in (".", ":") and further in _words("before")):
        return True
    if before == "of" and further in ("act", "acts"):
        return True  # the name of a law
    if before in _words("round") and number % 100 == 0:
        return True
    if not 1900 <= number <= 2100 and before not in _OLD:
        return True
    if number > _LATEST and before not in _LICENCE and p.capital(i - 1):
        return True  # a game or a film
    if p.words[i + 1] in ("”", '"') and p.capital(i - 1) and not {"“", '"'}.isdisjoint(p.words[max(0, i - 4) : i - 1]):
        return True  # the plan “Together 2030”
    return number == 2000 and before not in _LICENCE and p.capital(i - 1)


def _of_event(p: Parser, i: int) -> bool:
    """Tell the names "at ORFA 2023", "the World Pump Congress 2023", "the Pumpa Asia 2024 trade show"."""
    before, after = i - 1, p.words[i + 1]
    if not p.capital(before) or not p.words[before].isalpha() or p.words[before] in MONTHS:
        return False
    if p.words[before] in _words("event") and p.capital(before - 1):
        return True
    if after in _words("event") or (after == "trade" and p.words[i + 2] in _words("event")):
        return before > 0
    acronym = p.text[p.starts[before] : p.ends[before]]
    if not (acronym.isupper() and 3 <= len(acronym) <= 6):
        return False
    return p.words[before - 1] in ("at", "during", "attend", "attended") or (before == 0 and after == ":")
