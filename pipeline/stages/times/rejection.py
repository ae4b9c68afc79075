"""False dates: words and numbers that look like a time and are none."""

from __future__ import annotations

from pipeline.stages.times.bounds import OPENERS
from pipeline.stages.times.joining import Found
from pipeline.stages.times.nodes import Anaphor, Bound, Fixed, Holiday, Piece, Shift, Window
from pipeline.stages.times.parser import Match, Parser
from pipeline.stages.times.tense import Tense, is_past
from pipeline.stages.times.vocabulary import MONTH_FORMS, MONTHS, RELATIONS, WEEKDAY_FORMS, cues
from pipeline.stages.times.year_traps import is_no_year

_BEFORE_DATE = frozenset(
    {
        *(
            "in",
            "of",
            "by",
            "since",
            "until",
            "till",
            "from",
            "to",
            "during",
            "through",
            "for",
            "between",
            "before",
        ),
        *("after", "around", "with", "versus", "vs", "ahead", "towards", "toward", "per", "and", "or", "on"),
        *(
            "early",
            "mid",
            "late",
            "last",
            "next",
            "this",
            "past",
            "following",
            "previous",
            "-",
            "–",
            "(",
            ",",
            "/",
        ),
    }
)
_BEFORE_SHORT = frozenset({"in", "of", "since", "by", "until", "from", "to", "-", "–", "last", "next", "this", "and"})
_BEFORE_WEEKDAY = frozenset({"on", "last", "next", "this", "or", "until", "from"})
_SUBJECT = 9
"""Tokens at most from "Today" to "has"."""
_CODES = frozenset({"q1", "q2", "q3", "q4", "h1", "h2"})
_CARS = frozenset({"q5", "q6", "q7", "q8", "q9"})
_HYDROGEN = frozenset({"fuel", "hydrogen", "gas", "production", "electrolyser", "molecule"})


def false_start(p: Parser, i: int, match: Match) -> bool:
    """Refuse a match on what stands in it and beside it, before expressions are joined."""
    node, end = match
    if end == i + 1 and _false_word(p, i, match):
        return True
    if isinstance(node, Piece) and node.year is None:
        if node.unit == "half":
            return not cues("sport").isdisjoint(p.seen)
        if node.unit == "month" and node.day is None and p.words[i] in MONTHS:
            return _no_month(p, i, end)
    return False


def _false_word(p: Parser, i: int, match: Match) -> bool:
    """Refuse a match of one word."""
    word, node, before = p.words[i], match[0], p.words[i - 1]
    if word in WEEKDAY_FORMS:
        return _no_weekday(p, i, word)
    if word in _CODES:
        return _no_code(p, i)
    if isinstance(node, Fixed) and word.isdecimal() and len(word) == 4:
        return is_no_year(p, i)
    if isinstance(node, Fixed) and len(word) == 3 and word[:2].isdecimal():  # "50s"
        hyphened = before == "-" and p.words[i - 2] in ("early", "late", "mid")  # not "five 737-10s"
        return not hyphened and before not in ("the", "early", "late", "mid", "'")
    named = isinstance(node, Holiday) and i > 1 and p.capital(i - 1)  # "Mary Christmas"
    return named and before not in _BEFORE_DATE and before not in RELATIONS


def _no_weekday(p: Parser, i: int, word: str) -> bool:
    """Tell "Sun", "monday.com", "a Friday", "Black Monday" from days."""
    before = p.words[i - 1]
    if p.words[i + 1] == "." and p.glued(i + 1) and p.glued(i + 2) and p.words[i + 2].isalpha():
        return True
    if before in cues("named_weekday") or (before == "a" and p.words[i + 1] not in cues("event")):
        return True  # but "in a Tuesday filing"
    return WEEKDAY_FORMS[word] == "short" and (before not in _BEFORE_WEEKDAY or not p.capital(i))


def _no_month(p: Parser, i: int, end: int) -> bool:
    """Tell "may", "march", "Theresa May", "April Jones", "Jan" from months."""
    before, after, form = p.words[i - 1], p.words[end], MONTH_FORMS[p.words[i]]
    if (form == "short" or p.capital(i)) and after in ("-", "–", "to", "/") and p.words[end + 1] in MONTHS:
        return False
    placed = before in _BEFORE_DATE or before in RELATIONS
    if form == "full":
        return (not placed or before in ("and", "or", ",")) and _is_surname(p, i, end)
    if form == "verb" and p.capital(i) and (after in cues("month_noun") or _stands_alone(p, i, end)):
        return False
    if not placed or (before in (",", "and", "or") and not _month_near(p, i)):
        return True
    if form == "verb":
        return not p.capital(i) and not (before == "in" and after in ("", "."))
    return before not in _BEFORE_SHORT


def _is_surname(p: Parser, i: int, end: int) -> bool:
    """Say whether a capitalised word follows, outside a headline: "June Lee", "August Weber"."""
    named = end == i + 1 and p.capital(i) and p.proper(end)
    return named and p.words[end] not in MONTHS and not _title_case(p)


_AUXILIARIES = frozenset({"would", "will", "could", "should", "can", "might", "must", "has", "had", "says", "said"})
"""Words behind a name that acts, not behind a month."""


def _stands_alone(p: Parser, i: int, end: int) -> bool:
    """Tell "a bad March", "US March car sales" from "Theresa May", "March Networks" and a sentence's start."""
    before = p.words[i - 1]
    if i == 0 or not before.isalnum() or p.proper(i - 1) or p.proper(end) or not p.proper(i):
        return False
    if p.words[end] in _AUXILIARIES:  # "He said May would resign"
        return False
    return not _title_case(p)


def _month_near(p: Parser, i: int) -> bool:
    around = (*range(max(0, i - 4), i), *range(i + 1, i + 4))
    return any(p.words[k] in MONTHS for k in around)


def _title_case(p: Parser) -> bool:
    """Say whether the sentence is a headline in title case (no full stop, nearly all words capitalised)."""
    if p.size > 40 or p.words[p.size - 1] in (".", "!", "?"):
        return False
    words = [i for i in range(p.size) if len(p.words[i]) > 3 and p.words[i].isalpha()]
    return len(words) > 2 and sum(p.capital(i) for i in words) > 0.7 * len(words)


def _no_code(p: Parser, i: int) -> bool:
    """Tell "q3", "H2 fuel" and the cars "Q3 and Q5" from quarters and halves."""
    if not p.capital(i) or (p.words[i] == "h2" and p.words[i + 1] in _HYDROGEN):
        return True
    if p.glued(i + 1) and p.words[i + 1] == "-" and p.words[i + 2][:1].isdecimal():
        return False
    return p.words[i].startswith("q") and not _CARS.isdisjoint(p.words[max(0, i - 8) : i + 9])


def rejected(p: Parser, found: Found, tense: Tense) -> bool:
    """Refuse an expression that its sentence's verbs speak against."""
    node = found.node
    if isinstance(node, Bound) and node.word == "ahead":
        if isinstance(node.node, Window) and node.node.direction < 0:
            return tense == "future"
        return tense != "future" or _is_superlative(p, found.start)
    if isinstance(node, Anaphor) and p.words[found.start] == "full":
        return found.start == 0 and (tense != "past" or p.words[found.end] in cues("outlook"))
    if isinstance(node, Shift) and p.words[found.start] == "today" and found.end == found.start + 1:
        return _nowadays(p, found.start, tense)
    return False


def _is_superlative(p: Parser, i: int) -> bool:
    """Tell "(the first time, the highest level) in three years", a length of time, from "in three years"."""
    return any(w in ("first", "time", "worst", "best") or w.endswith("est") for w in p.words[max(0, i - 6) : i])


def _is_perfect(p: Parser, i: int) -> bool:
    """Say whether something has been done "today": "has today approved", "Today the board has decided"."""
    if p.words[i - 1] in ("has", "have"):
        return is_past(p.words[i + 1])
    if i:
        return False
    k = next((k for k in range(1, _SUBJECT) if p.words[k] in ("has", "have")), 0)
    return k > 0 and is_past(p.words[k + 1])


def _nowadays(p: Parser, i: int, tense: Tense) -> bool:
    """Tell "today" in the sense of "these days", with a state or a habit, from the day of publication."""
    before, after = p.words[i - 1], p.words[i + 1]
    if before in OPENERS or _is_perfect(p, i):
        return False  # "starting today the app costs more", "has today approved"
    if p.at(i + 1, "'", "s"):
        return cues("event").isdisjoint(p.words[i + 3 : i + 7])
    if before in ("of", "than", "as", "unlike", "until") or (before in (";", "which") and tense != "past"):
        return True  # "a firm which today makes most of its own chips"
    if after == "," and p.words[i + 2] in ("compared", "against", "versus", "up", "down", "from"):
        return True  # "it has 87 shops today, compared with 64 then"
    if before[:1].isdecimal() and not {"with", "from", "against", "versus"}.isdisjoint(p.words[max(0, i - 4) : i - 1]):
        return True  # "60 ships, compared with 41 today"
    if after == "to" and "from" in p.words[max(0, i - 6) : i]:
        return True  # "from 130 people today to 260"
    if i == 0 and (after == "," or after[:1].isdecimal()):  # "Today 900 people work there"
        still = tense == "future" and after != ","
        return still or tense in ("present", "") or p.words[2] in ("more", "most", "many")
    return tense == "present" and after not in ("", ".") and not before.endswith(("ly", "ed", "en"))
