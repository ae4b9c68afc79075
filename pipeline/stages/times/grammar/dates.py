"""Days and months in words, full and partial, in all orders of English, and weekdays."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.stages.times.grammar import numbers
from pipeline.stages.times.grammar.years import DASHES, year_of
from pipeline.stages.times.nodes import DayOfMonth, Fixed, Node, Piece, Range, Recurring, Shift, Weekday
from pipeline.stages.times.parser import Match, Parser
from pipeline.stages.times.spans import year_span
from pipeline.stages.times.vocabulary import MONTH_FORMS, MONTHS, RELATIONS, WEEKDAYS

_TO = (*DASHES, "to", "through", "thru", "till", "until")

_SCALED = frozenset({"percent", "per", "%", "million", "billion", "trillion", "thousand", "people", "units"})
"""Behind these a number is no day and no year."""
_ENDS = ("", ".", ",", ";", ")")
_AND = ("and", "&", "or")


def _abbreviated(p: Parser, i: int) -> int:
    """Return the token after a month name and the full stop of its abbreviation."""
    short = MONTH_FORMS[p.words[i]] == "short"
    return i + 2 if short and p.words[i + 1] == "." and p.glued(i + 1) else i + 1


def _with_year(p: Parser, node: Piece, i: int) -> Match:
    """Attach the year that follows at `i`, if one does."""
    found = year_of(p, i)
    short = p.words[i] == "of" and p.words[i + 1].isdecimal() and len(p.words[i + 1]) == 2
    if found is None and short and p.words[i + 2] not in _SCALED and not (p.words[i + 2] == "." and p.glued(i + 3)):
        found = Fixed(year_span(numbers.full_year(int(p.words[i + 1])))), i + 2
    return (replace(node, year=found[0]), found[1]) if found else (node, i)


def month_first(p: Parser, i: int) -> Match | None:
    """Read "September 24, 2019", "Sept. 24", "April 6-8, 2019", "May 2019", "October", "June quarter"."""
    month = Piece("month", MONTHS[p.words[i]])
    j = _abbreviated(p, i)
    k = i - 1 - (p.words[i - 1] in DASHES and p.words[i - 2] == "to")
    ranged = p.words[k] in (*DASHES, "to") and not MONTHS.keys().isdisjoint(
        p.words[k - 1 - (p.words[k - 1] in DASHES) : k]
    )
    if (p.words[j] == "quarter" or p.at(j, "-", "quarter")) and not ranged:
        j += 1 if p.words[j] == "quarter" else 2
        return _with_year(p, Piece("quarter_to", month.n), j)
    if p.words[j] in ("-", "/") and p.glued(j) and p.glued(j + 1):
        if found := year_of(p, j + 1, near=False):
            return replace(month, year=found[0]), found[1]
        j += numbers.day_number(p, j + 1) is not None and p.words[j + 2] not in ("-", "/")
    start = j + 1 if p.words[j] == "the" or (p.words[j] == "," and numbers.ordinal_at(p, j + 1)) else j
    day = numbers.day_number(p, start)
    if day is None or not _is_day(p, start, day[1]):
        return _with_year(p, month, j)
    if end := _yearly(p, day[1]):
        return Recurring("P1Y"), end
    return _days_after_month(p, month, *day)


def _yearly(p: Parser, j: int) -> int | None:
    """Return where "June 30 of each year", "June 30 and December 31 of every year" ends whose first day ends at `j`."""
    if p.words[j] == "and" and p.words[j + 1] in MONTHS and (day := numbers.day_number(p, j + 2)):
        j = day[1]
    j += p.words[j] == "of"
    return j + 2 if p.words[j] in ("each", "every") and p.words[j + 1] == "year" else None


def _is_day(p: Parser, i: int, j: int) -> bool:
    """Tell "March 15" from "in March 15 percent", "March 15 million" and "May 10-year notes"."""
    if p.words[j] in _SCALED:
        return False
    if p.words[j] == ":" and p.words[j + 1].isdecimal():
        return False
    if p.words[j] in DASHES and p.glued(j) and p.words[j + 1].endswith(("hundredth", "thousandth", "lionth")):
        return False  # "in December the ten-millionth van"
    return not (p.words[j] in DASHES and p.words[j + 1] in ("year", "day", "month", "week"))


def _days_after_month(p: Parser, month: Piece, day: int, j: int) -> Match:
    """Go on after "April 6": a second day of the same month, then the year."""
    pair = p.words[j] in ("and", "/") and p.words[j + 1] == str(day + 1) and p.words[j + 2] in _ENDS
    k = j + 1 if p.words[j] in _TO or pair else j
    k += p.words[k] == "the" and k > j
    last = numbers.day_number(p, k) if k > j else None
    if last and _is_day(p, k, last[1]) and p.words[last[1]] not in MONTHS and p.words[last[1]] != "/":
        node, end = _with_year(p, replace(month, day=last[0]), last[1])
        assert isinstance(node, Piece)
        start = replace(node, day=day)
        if last[0] < day:  # "from april twenty-seventh to the third": of the month after
            node = DayOfMonth(last[0])
        return Range(start, node), end
    return _with_year(p, replace(month, day=day), j)


def day_first(p: Parser, i: int) -> Match | None:
    """Read "24 September 2019", "the 24th of September", "6-8 April", "second of Aug."."""
    first = numbers.day_number(p, i)
    if first is None or p.words[i - 1] in ("$", "€", "£"):
        return None
    day, j = first
    if p.words[j] == "day":
        j += 1
    if found := _month_after(p, j):
        month, end = found
        return _with_year(p, replace(month, day=day), end)
    if p.words[j] in (*_TO, *_AND):
        return _two_days_first(p, day, j)
    if p.words[j - 1] == "day":
        return _day_of_node(p, day, j)
    on_the = p.words[i - 1] == "the" and p.words[i - 2] in ("on", "until", "by") and numbers.ordinal_at(p, i)
    return (DayOfMonth(day), j) if on_the and p.words[j] in ("", ".", ",", ";", "?") else None


def _month_after(p: Parser, i: int) -> tuple[Piece, int] | None:
    if p.words[i] == "of" or (p.words[i] in ("-", ".", "/") and p.glued(i) and p.glued(i + 1)):
        i += 1
    if p.words[i] not in MONTHS or (MONTH_FORMS[p.words[i]] == "verb" and not p.capital(i)):
        return None
    j = _abbreviated(p, i)
    if p.words[j] in ("-", "/") and p.glued(j) and numbers.year(p, j + 1):
        j += 1
    return Piece("month", MONTHS[p.words[i]]), j


def _two_days_first(p: Parser, day: int, j: int) -> Match | None:
    k = j + 1
    k += p.words[k] == "the"
    last = numbers.day_number(p, k)
    if last is None:
        return None
    found = _month_after(p, last[1])
    if found is None:
        return None
    node, end = _with_year(p, replace(found[0], day=last[0]), found[1])
    assert isinstance(node, Piece)
    if p.words[j] in _AND and p.words[i_before(p, j)] != "between":
        return replace(node, day=day), j  # "18 and 19 June": two dates, the second is read after this one
    start: Node = replace(node, day=day)
    if last[0] < day and isinstance(node.n, int):
        start = replace(node, day=day, n=node.n - 1 or 12)
    return Range(start, node), end


def i_before(p: Parser, j: int) -> int:
    """Return the token before the number (and its "the") that ends at `j`."""
    k = j - 1
    while k >= max(0, j - 4) and (numbers.day_number(p, k) or p.words[k] in ("-", "the")):
        k -= 1
    return k


def _day_of_node(p: Parser, day: int, j: int) -> Match | None:
    """Read "(the 15th day) of next month"."""
    found = p.whole(j + 1) if p.words[j] == "of" else None
    return (DayOfMonth(day, found[0]), found[1]) if found else None


def year_then_month(p: Parser, i: int) -> Match | None:
    """Read "2017 April", "2019, Sept. 24"."""
    if not numbers.is_year(p.words[i]) or not numbers.plain(p, i):
        return None
    whole, i = Fixed(year_span(int(p.words[i]))), i + 1
    i += p.words[i] == ","
    if p.words[i] not in MONTHS or (MONTH_FORMS[p.words[i]] == "verb" and p.words[i] == "may"):
        return None
    j = _abbreviated(p, i)
    if numbers.year(p, j) or p.words[j] in DASHES:
        return None
    day = numbers.day_number(p, j)
    node = Piece("month", MONTHS[p.words[i]], whole)
    return (replace(node, day=day[0]), day[1]) if day and _is_day(p, j, day[1]) else (node, j)


def weekday(p: Parser, i: int) -> Match | None:
    """Read "Tuesday", "Tuesday, September 1, 2015", "Tuesday the eleventh", "Tuesday of next week"."""
    number = WEEKDAYS[p.words[i]]
    stop = p.words[i + 1] == "." and p.glued(i + 1) and len(p.words[i]) < 6
    j = i + 2 if stop and not (p.glued(i + 2) and p.words[i + 2].isalpha()) else i + 1  # not the share "SUN.AX"
    k = j + 1 if p.words[j] in (",", "(", "-", "–") else j
    k += p.words[k] == "the"
    found = p.phrase(k)
    if found and isinstance(found[0], Piece) and found[0].day:
        closed = found[1] + 1 if p.words[j] == "(" and p.words[found[1]] == ")" else found[1]
        return replace(found[0], weekday=number), closed
    if found and isinstance(found[0], Fixed) and found[0].span.kind == "date":
        return found
    return _weekday_day(p, number, j, k) or _weekday_week(p, number, j) or (Weekday(number), _daytime(p, j))


def _weekday_day(p: Parser, number: int, j: int, k: int) -> Match | None:
    day = numbers.day_number(p, k)
    if day is None or p.words[j] == ",":
        return None
    ordinal = numbers.ordinal_at(p, k) is not None
    ends = p.words[day[1]] in ("", ".", "!", "?", ",", ";", ")")
    return (DayOfMonth(day[0], None, number), day[1]) if ordinal or ends else None


def _weekday_week(p: Parser, number: int, j: int) -> Match | None:
    k = j + 1 if p.words[j] in ("of", ",", "in") else j
    found = p.whole(k) if p.words[k] in RELATIONS or p.words[k] == "the" else None
    if found and isinstance(found[0], Shift) and found[0].unit == "week":
        return Weekday(number, week=found[0]), found[1]
    return None


def _daytime(p: Parser, i: int) -> int:
    return i + 1 if p.words[i] in ("morning", "afternoon", "evening", "night") else i


_GLUED = re.compile(r"([a-z]+)(\d{1,2})")


def month_glued(p: Parser, i: int) -> Match | None:
    """Read "Dec31, 1994", "mar3"."""
    m = _GLUED.fullmatch(p.words[i])
    if m is None or m[1] not in MONTHS or not 1 <= int(m[2]) <= 31:
        return None
    return _with_year(p, Piece("month", MONTHS[m[1]], day=int(m[2])), i + 1)
