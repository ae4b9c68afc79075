"""Which way a sentence looks at a place in it: behind, ahead, or neither, by light lexical cues."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import Literal

from pipeline.lexicon import entries, rows
from pipeline.stages.times.parser import Parser
from pipeline.stages.times.vocabulary import MONTHS, WEEKDAYS
from pipeline.stages.times.vocabulary import cues as words_of

Tense = Literal["past", "future", "present", ""]
_TENSES: dict[str, Tense] = {"past": "past", "future": "future", "present": "present", "none": ""}
_REACH = 4
"""How far an auxiliary colours the verb forms behind it: "will be officially released"."""
_RIGHT = 1.5
"""A cue on the right counts as that much farther away: English puts times behind their verb."""
_NO_VERBS = frozenset({"need", "speed", "feed", "seed", "indeed", "exceed", "proceed", "based", "limited", "united"})
_NO_VERBS |= {"unchanged", "unaudited", "unlimited", "consolidated", "advanced", "aged"}
_AUXILIARIES = frozenset({"will", "won't", "shall", "would", "ll", "may", "might", "could", "should", "can", "to"})
_SPOKE_BEFORE = frozenset({"than", "as", "it", "we", "they", "he", "she", "originally", "initially", "previously"})
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "our", "his", "her", "this", "that"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "our"})
_ALSO_NOUNS = frozenset({"cut", "hit", "beat", "set", "left", "found"})
_BEFORE_NOUNS = _DETERMINERS | {"another", "further", "one", "rate", "price", "cost", "job", "tax", "no", "any"}
"""Behind these "cut" and the like are no verbs: "another cut in June"."""
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_SAID = frozenset(entries("attribution_verbs"))
_QUOTES = frozenset({"”", '"', "’"})
"""A verb of saying behind these tells nothing of what was said."""
_CLAUSE = frozenset({"but", "while", "whereas", "although", "though", ";"})
_SUBJECTS = frozenset({"it", "we", "they", "he", "she", "i", "you"})
_RELATIVE = frozenset({"which", "who"})
_PLACING = frozenset({"in", "on", "at", "early", "late", "back", "only", "the", "last", "this"})
_AHEAD = _PLACING | {"for"}
"""After "guidance", "planned" and the like also "for"."""
_AWAITED = frozenset({"expected", "expects", "expect", "due", "scheduled", "slated", "planned", "plans", "plan", "set"})
_LEADING = frozenset({"in", "by", "on", "from", "before", "until"})
_SCHEDULED = frozenset({"reports", "opens", "begins", "starts", "ends", "closes", "launches", "publishes", "votes"})
"""Said of a day without a year, these speak of the future."""
_OBJECT = 6
"""How many tokens before a day such a verb may stand."""
_VERB = 8
"""How many tokens behind its auxiliary a verb's time may stand, where a second participle follows."""
_GROUNDS = frozenset({"after", "following", "amid", "despite", "as"})
"""What these lead in behind an outlook has made it what it is: "lifts guidance after strong first half"."""
_PROSPECTS = frozenset({"guidance", "outlook", "forecast", "forecasts", "target", "targets"})
_SIGHT = 12
"""How many tokens from an expression the end of its clause is looked for."""


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
    for i in [i for i, w in enumerate(p.words) if w in known or w[-2:] == "ed"]:
        word = p.words[i]
        tense = "" if word in _SAID and p.words[i - 1] in _QUOTES else _tense(p, i, word)
        if tense == "future" and (word in _AUXILIARIES or p.words[i + 1] in ("to", "be")):
            coloured = i + _REACH
        if tense:
            found.append((i, "future" if i <= coloured else tense))
    return found


def _tense(p: Parser, i: int, word: str) -> Tense:
    single, double, _ = _cues()
    if (word in ("may", "march") and p.capital(i)) or (word in _ALSO_NOUNS and p.words[i - 1] in _BEFORE_NOUNS):
        return ""
    tense = double.get((word, p.words[i + 1]))
    if tense is None and word[-2:] == "ed" and p.words[i - 1] in _ARTICLES and p.words[i + 1] in MONTHS:
        return ""  # "the confirmed May launch"
    if tense is None:
        tense = single.get(word) or ("past" if _is_past_form(word) else "")
    return "" if tense == "future" and _is_noun(p, i, word) else tense


def _is_noun(p: Parser, i: int, word: str) -> bool:
    """Tell "approved the plan in May", "the 2030 targets" from "they plan" and "the plan for May"."""
    if word not in words_of("prospect") or p.words[i + 1] in ("for", "to", "of"):
        return False
    return p.words[i - 1] in _DETERMINERS or p.words[i - 1].isdecimal()


def is_past(word: str) -> bool:
    """Say whether a lower-case word is a verb in the past by itself."""
    return _cues()[0].get(word, "past" if _is_past_form(word) else "") == "past"


def _spoken_before(p: Parser, start: int) -> bool:
    """Tell "less than planned in March", "which forecast in May" (that was then) from "is planned in March"."""
    before, word = p.words[start - 3], p.words[start - 2]
    if p.words[start - 1] not in ("in", "on"):
        return False
    if before in words_of("level") and word.endswith("ed"):
        return True  # "above the figure projected in July"
    return before in _SPOKE_BEFORE and word.endswith("ed") if word != "forecast" else before not in _BE


def _is_ground(p: Parser, start: int, cue: tuple[int, Tense]) -> bool:
    """Tell "raises its outlook after a strong first half" from "its outlook for the first half" behind a `cue`."""
    if cue[1] != "future" or start - cue[0] > _OBJECT or p.words[cue[0]] not in _PROSPECTS:
        return False
    return not _GROUNDS.isdisjoint(p.words[cue[0] + 1 : start])


def _is_past_form(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed") and word not in _NO_VERBS


def tense_at(p: Parser, found: list[tuple[int, Tense]], start: int, end: int) -> Tense:
    """Return the tense of the cue nearest to the tokens `[start, end)`, "" where the sentence has none."""
    left = bisect_left(found, (start, ""))
    right = bisect_left(found, (end, ""))
    last = min(right + _REACH, len(found))
    while right < last and p.words[found[right][0]] == "to":
        right += 1  # "chosen on May 2 to build" says nothing of May 2
    before: tuple[int, Tense] = found[left - 1] if left else (-(10**6), "")
    after: tuple[int, Tense] = found[right] if right < len(found) else (10**6, "")
    placing = _AHEAD if before[1] == "future" else _PLACING
    if (spoken := _spoken_before(p, start) or _is_ground(p, start, before)) or _is_scheduled(p, start, before[0]):
        return "past" if spoken else "future"
    if before[1] and start - before[0] < 4 and placing.issuperset(p.words[before[0] + 1 : start]):
        return before[1]  # "that began in May", whatever follows
    if before[1] and after[1] and (parted := _parted(p, end, after[0])) != _parted(p, before[0] + 1, start):
        return before[1] if parted else after[1]
    if before[1] and after[1] and p.words[before[0]] in _RELATIVE and p.words[after[0] - 1] == ",":
        return before[1]  # "Halden, which reports on Friday, fell 2%"
    if before[1] and after[1] and p.words[after[0] - 1] == "," and not _comma(p, before[0] + 1, start):
        return before[1]  # "our staff, of whom there were 90 at the end of May, will get a bonus"
    if (before[1], after[1]) == ("future", "past") and p.words[after[0] - 1] == "and" and start - before[0] < _VERB:
        return "future"  # "will be wound down by May and moved"
    if start - before[0] <= (after[0] - end + 1) * _RIGHT:
        return before[1]
    return after[1]


def is_ahead(p: Parser, found: Sequence[tuple[int, Tense]], start: int) -> bool:
    """Tell whether the last cue before token `start`, in a sentence none of which looks back, looks ahead for sure.

    That is an auxiliary, a word such as "expected" or "due", or a participle behind "be": "is to be completed in May".
    """
    left = bisect_left(found, (start, ""))
    unplaced = _LEADING.isdisjoint(p.words[max(0, start - 2) : start])
    if unplaced or not left:
        return False
    at = found[left - 1][0]
    word = p.words[at]
    sure = word in _AUXILIARIES or word in _AWAITED or "be" in p.words[max(0, at - 2) : at]
    return sure and not _parted(p, at + 1, start)


def _is_scheduled(p: Parser, start: int, cue: int) -> bool:
    """Tell "Halden reports Feb. 4", "ends its sale on Friday" from "reports that sales fell on Friday".

    `cue` is the token of the last cue before.
    """
    if p.words[start] in MONTHS:
        return p.words[start - 1] in _SCHEDULED
    verbs = [i for i in range(max(0, start - _OBJECT), start - 1) if p.words[i] in _SCHEDULED]
    return p.words[start - 1] == "on" and p.words[start] in WEEKDAYS and bool(verbs) and cue < verbs[-1]


def _comma(p: Parser, start: int, end: int) -> bool:
    """Say whether a comma that is not part of a number stands within the tokens `[start, end)`."""
    return any(p.words[i] == "," and not (p.glued(i) and p.glued(i + 1)) for i in range(start, end))


def _parted(p: Parser, start: int, end: int) -> bool:
    """Say whether a clause ends within the tokens `[start, end)`, as far as they are in sight."""
    if end - start > _SIGHT:
        return False
    for i in range(start, end):
        word = p.words[i]
        further = p.words[i + 1] in _SUBJECTS or p.words[i + 1] in _AUXILIARIES - {"to"}
        if word in _CLAUSE or (word == "and" and (p.words[i - 1] == "," or further)):
            return True
    return False
