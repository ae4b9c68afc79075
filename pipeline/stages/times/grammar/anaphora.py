"""Times that point at another time of the text: the Period, that day, the same quarter last year."""

from __future__ import annotations

from pipeline.stages.times.grammar import numbers
from pipeline.stages.times.grammar.ago import PERIODS
from pipeline.stages.times.grammar.relative import relation
from pipeline.stages.times.nodes import (
    Anaphor,
    DayOfMonth,
    FiscalYear,
    Matching,
    Node,
    Piece,
    Shift,
    Vague,
    Window,
    Within,
)
from pipeline.stages.times.parser import Match, Parser
from pipeline.stages.times.vocabulary import MONTHS, RELATIONS, TIME_UNITS, cues

_YEAR_BEFORE = frozenset({"corresponding", "comparable", "comparative", "equivalent"})
"""What says by itself that a period is that of the year before: "the prior corresponding period"."""
_DEFINED = frozenset({"period", "quarter", "year", "half", "month"})
_BACK = frozenset({"day", "year", "quarter", "month", "week", "weekend", "period"})
_ANAPHORIC = frozenset({"in", "for", "during", "throughout", "over", "within", "on", "by"})
_SIDES = frozenset({"since", "until", "till", "by"})
_COURSE = frozenset({"back", "review", "highlights", "course"})
_HAPPENED = frozenset({"had", "was", "saw", "brought"})
_ENDS = frozenset({"", ".", ",", ";", ")", "—", "–", "and", "but"})
_POSTMODIFIERS = frozenset(
    [
        "of",
        "when",
        "that",
        "in",
        "from",
        "between",
        "ending",
        "ended",
        "covered",
        "under",
        "since",
        "beginning",
        "before",
        "after",
        "to",
    ]
)


def year_ago(p: Parser, i: int) -> Match | None:
    """Read "(the) year-ago quarter", "year-earlier period", "year-earlier", "(the) year before"."""
    if p.words[i + 1] == "before" and p.words[i - 1] == "the" and p.words[i + 2] in _ENDS:
        return Matching(), i + 2
    j = i + 2 if p.words[i + 1] == "-" else i + 1
    if p.words[j] not in ("ago", "earlier") or p.words[j + 1] == "than":
        return None  # "half a year earlier than planned"
    j += 2 if p.words[j + 1] == "-" else 1
    return (Matching(p.words[j]), j + 1) if p.words[j] in PERIODS else (Matching(), j)


def same(p: Parser, i: int) -> Match | None:
    """Read "the same period last year", "the corresponding quarter of 2018", "the same day"."""
    j = i + 1
    if p.words[j] in ("prior", "previous", "year", "last", "preceding") and p.words[i] != "same":
        found = relation(p, j) if p.words[j] in RELATIONS else year_ago(p, j)
        return found if found and isinstance(found[0], Matching) else None
    if p.at(j, "-", "day") or (p.proper(i) and p.proper(j)):
        return None  # "same-day delivery", a service named Same Day
    counted = numbers.integer(p, j)
    j = counted[1] if counted else j
    j += p.words[j] == "-"
    if p.words[j] not in PERIODS and p.words[j] not in ("months", "weekend"):
        return None
    unit = "period" if p.words[j] in ("months", "date", "periods") or counted else p.words[j]
    j += 2 if p.words[j + 1] == "period" else 1
    if year := _matched_year(p, j):
        return Matching(unit, year=year[0]), year[1]
    if p.words[i] in _YEAR_BEFORE and p.words[i - 1] in ("the", "prior", "previous") and unit != "time":
        return Matching(unit), j
    return (Anaphor(unit, back=True), j) if p.words[i] == "same" and unit != "time" else None


def then(p: Parser, i: int) -> Match | None:
    """Read "(since, until, by) then" and "that time"."""
    if p.words[i] == "then":
        return (Anaphor("time", back=True), i + 1) if p.words[i - 1] in _SIDES else None
    return (Anaphor("time", back=True), i + 1) if p.words[i - 1] == "that" and p.words[i - 2] in _SIDES else None


def linked(p: Parser, i: int) -> Match | None:
    """Read "(the) linked quarter", as banks call the one before."""
    return (Shift("quarter", -1, "focus"), i + 2) if p.words[i + 1] == "quarter" else None


def corresponding(p: Parser, i: int) -> Match | None:
    """Read "pcp": the prior corresponding period, as Australian reports abbreviate it."""
    return Matching("period"), i + 1


def _matched_year(p: Parser, j: int) -> tuple[Node | None, int] | None:
    """Read the year of the match: "last year", "of 2018"; None for "a year earlier", "of the prior year"."""
    k = j + 1 if p.words[j] in ("of", "in", "from") else j
    k += p.words[k] in ("a", "the", "one")
    if p.words[k] == "year" and p.words[k + 1] in ("earlier", "ago", "before"):
        return None, k + 2
    if p.words[k] in ("prior", "previous", "preceding") or (p.at(k, "last", "fiscal") and p.words[k + 2] != "quarter"):
        end = k + 2 if p.words[k + 1] in ("fiscal", "financial") else k + 1
        if p.words[end] == "year" or (p.words[end - 1] == "fiscal" and end > k + 1):
            return None, end + (p.words[end] == "year")
    found = p.phrase(k)
    return found if found and not isinstance(found[0], (Window, DayOfMonth, Vague)) else None


def latest(p: Parser, i: int) -> Match | None:
    """Read "(the) latest quarter", "(the most) recent quarter"."""
    if p.words[i] == "recent" and p.words[i - 1] != "most":
        return None
    j = i + 2 if p.words[i + 1] in ("fiscal", "financial", "reported") else i + 1
    return (Anaphor(p.words[j]), j + 1) if p.words[j] in ("quarter", "half") else None


def reporting(p: Parser, i: int) -> Match | None:
    """Read "(the) Reporting Period", "(the) reporting year"."""
    return (Anaphor(p.words[i + 1]), i + 2) if p.words[i + 1] in ("period", "year", "quarter") else None


def anaphor(p: Parser, i: int) -> Match | None:
    """Read "(the) Period", "(during the) quarter", "(for the) year", "that day", "(ended the) day"."""
    word, head = p.words[i], p.words[i - 2]
    if word == "half" and p.words[i - 1] == "the" and head in _ANAPHORIC:
        end = i + 3 if p.at(i + 1, "-", "year") else i + 2 if p.words[i + 1] == "year" else i
        if end > i:
            open_ = p.words[end] not in _POSTMODIFIERS or (p.words[end] == "to" and p.phrase(end + 1) is None)
            return (Anaphor("half"), end) if open_ else None
    if (p.words[i + 1] in ("-", "‑") and p.glued(i + 1)) or word == "night":
        return None
    if p.at(i, "period", "under", "review") and p.words[i - 1] == "the":
        return Anaphor(word), i + 3
    if word in _DEFINED and p.capital(i) and _is_defined(p, i):
        return Anaphor(word), i + 1
    if p.words[i - 1] == "that" and word in _BACK:
        return (Anaphor(word, back=True), i + 1) if head in _ANAPHORIC or i < 2 else None
    if p.words[i - 1] == "the" and (p.words[i + 1] == "ahead" or p.at(i + 1, "to", "come")) and word in TIME_UNITS:
        unit = TIME_UNITS[word]
        return Window(unit.name, 1, 1, unit.iso, unit.size), i + (2 if p.words[i + 1] == "ahead" else 3)
    if p.words[i - 1] == "the" and _is_definite(p, i):
        return Anaphor(word), i + 1
    return None


def _is_definite(p: Parser, i: int) -> bool:
    """Tell "during the quarter", "ended the day" from "the year that …", "up 2% on the year"."""
    word, head = p.words[i], p.words[i - 2]
    after = p.words[i + 1]
    placed = word in ("week", "month", "quarter", "year", "period") and head in cues("verb_of_year")
    if word == "day" and head in cues("verb_of_day"):
        return True
    if after in MONTHS or (after[:1].isdecimal() and (not placed or numbers.is_year(after))):
        return False  # "the period January-March"
    if head == "on" and word not in ("day", "weekend"):
        return False
    if word in ("quarter", "period") and p.at(i + 1, "'", "s"):
        return True
    if placed:
        return after not in _POSTMODIFIERS or after == "in"
    passing = head == "as" and word != "day" and after in cues("passing")
    looks_back = head in ("of", "at", "on") and p.words[i - 3] in _COURSE and after not in _POSTMODIFIERS
    if passing or looks_back or (head == "" and after in _HAPPENED and word != "half"):
        return True  # "a look back at the year", "highlights of the quarter", "The month had 20 trading days"
    if word == "year" and head == "of":
        return any(w.endswith("est") or w in ("best", "worst") for w in p.words[max(0, i - 6) : i - 2])
    return head in _ANAPHORIC and (after not in _POSTMODIFIERS or _goes_to(p, i + 1))


def _goes_to(p: Parser, i: int) -> bool:
    """Tell "brought the total for the year to 34 cents" from "the year to 31 March": the tokens from `i` on."""
    return p.words[i] == "to" and numbers.integer(p, i + 1) is not None and p.phrase(i + 1) is None


def _is_defined(p: Parser, i: int) -> bool:
    """Tell the defined terms the Period and the “Period” from words in a name."""
    if p.words[i - 1] in ("“", '"'):
        return p.words[i - 2] == "the" and p.words[i + 1] in ("”", '"')
    if p.words[i] in ("month", "year") and "of" in (p.words[i - 2], p.words[i + 1]):
        return False  # "Employee of the Month", "the Year of the Hare"
    named = p.capital(i + 1) and p.words[i + 1].isalpha()
    return p.words[i - 1] == "the" and not p.capital(i - 1) and not named


def whole_year(p: Parser, i: int) -> Match | None:
    """Read "(the) full year", "(the) whole year", "(the) full-year" of the report or of publication.

    Also "Full Year Net Sales Increased 4%", where the verb is past.
    """
    j = i + 2 if p.words[i + 1] == "-" else i + 1
    if i == 0 and p.words[i] == "full" and p.words[j] == "year" and p.words[j + 1].isalpha():
        return Anaphor("year"), j + 1
    if p.words[i - 1] == "the" and p.words[j] in ("fiscal", "financial") and p.words[j + 1] == "year":
        return FiscalYear(), j + 2
    if p.words[j] != "year" or p.words[i - 1] != "the" or (j == i + 2 and p.words[j + 1].isalpha()):
        return None  # "the full-year target"
    return Anaphor("year"), j + 1


def week(p: Parser, i: int) -> Match | None:
    """Read "week of April 10", "week beginning February 4", "week 31", "week 3 of 2027", "w/c Feb 4"."""
    j = i + 3 if p.at(i, "w", "/", "c") else i + 1
    if j == i + 1 and p.words[i] != "week":
        return None
    if p.words[j] in ("of", "beginning", "starting", "commencing"):
        j += 2 if p.words[j + 1] == "on" else 1
    elif j == i + 1:
        return _numbered_week(p, j)
    found = p.whole(j)
    if found is None and p.words[j] == "the" and (day := numbers.ordinal_at(p, j + 1)):
        found = DayOfMonth(day[0]), day[1]
    dated = found and isinstance(found[0], (Piece, DayOfMonth)) and found[0].day
    return (Shift("week", 0, found[0]), found[1]) if found and dated else None


def _numbered_week(p: Parser, j: int) -> Match | None:
    number = numbers.integer(p, j) if p.words[j].isdecimal() else None
    if number is None or not 1 <= number[0] <= 53 or p.words[j - 2] == "at":
        return None  # "at week 24" of a trial
    whole = p.whole(number[1] + 1) if p.words[number[1]] == "of" else None
    return Within("week", number[0], whole[0] if whole else None), whole[1] if whole else number[1]
