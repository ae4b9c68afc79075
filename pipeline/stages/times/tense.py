"""Which way a sentence looks at a place in it: behind, ahead, or neither, by light lexical cues."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import Literal

from pipeline.lexicon import rows
from pipeline.stages.times.parser import Parser

Tense = Literal["past", "future", "present", ""]
_TENSES: dict[str, Tense] = {"past": "past", "future": "future", "present": "present"}
_REACH = 4
"""How far an auxiliary colours the verb forms behind it: "will be officially released"."""
_RIGHT = 1.5
"""A cue on the right counts as that much farther away: English puts times behind their verb."""
_NO_VERBS = frozenset({"need", "speed", "feed", "seed", "indeed", "exceed", "proceed", "based", "limited", "united"})


@cache
def _cues() -> tuple[dict[str, Tense], dict[tuple[str, str], Tense], frozenset[str]]:
    """Return the cues of one word, those of two, and the words that either starts with."""
    single: dict[str, Tense] = {}
    double: dict[tuple[str, str], Tense] = {}
    for row in rows("tense_cues"):
        first, _, second = row["cue"].partition(" ")
        if second:
            double[first, second] = _TENSES[row["tense"]]
        else:
            single[first] = _TENSES[row["tense"]]
    return single, double, frozenset(single) | {first for first, _ in double}


def cues(p: Parser) -> list[tuple[int, Tense]]:
    """Return the sentence's tense cues in order, as (token, tense)."""
    found: list[tuple[int, Tense]] = []
    known = _cues()[2]
    coloured = -1  # up to where an auxiliary makes participles future
    for i, word in enumerate(p.words):
        if word in known or word.endswith("ed"):
            tense = _tense(p, i, word)
            if tense == "future":
                coloured = i + _REACH
            if tense:
                found.append((i, "future" if tense == "past" and i <= coloured else tense))
    return found


def _tense(p: Parser, i: int, word: str) -> Tense:
    single, double, _ = _cues()
    if word in ("may", "march") and p.capital(i):
        return ""
    tense = double.get((word, p.words[i + 1])) or single.get(word)
    return tense or ("past" if _is_past_form(word) else "")


def _is_past_form(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed") and word not in _NO_VERBS


def tense_at(p: Parser, found: list[tuple[int, Tense]], start: int, end: int) -> Tense:
    """Return the tense of the cue nearest to the tokens `[start, end)`, "" where the sentence has none."""
    left = bisect_left(found, (start, ""))
    right = bisect_left(found, (end, ""))
    while right < len(found) and p.words[found[right][0]] == "to":
        right += 1  # "chosen on May 2 to build" says nothing of May 2
    before: tuple[int, Tense] = found[left - 1] if left else (-(10**6), "")
    after: tuple[int, Tense] = found[right] if right < len(found) else (10**6, "")
    if after[1] and ";" in p.words[max(0, start - 4) : start]:
        return after[1]
    if start - before[0] <= (after[0] - end + 1) * _RIGHT:
        return before[1]
    return after[1]
