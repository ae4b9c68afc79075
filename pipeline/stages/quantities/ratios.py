"""Reads ratios ("19.5:9", "three-to-one") and parts of a whole ("one in five", "a quarter of")."""

from __future__ import annotations

from pipeline.language.numerals import ORDINALS, UNITS
from pipeline.stages.quantities.amounts import Amount, Numeral
from pipeline.stages.quantities.bounds import bound_before
from pipeline.stages.quantities.change_words import follows_change, is_comparative
from pipeline.stages.quantities.counted_nouns import counted_noun, ends_phrase
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.numerals import digits, numeral_at
from pipeline.stages.quantities.scales import WORD_SCALES
from pipeline.stages.quantities.tokens import Tokens
from pipeline.stages.quantities.units import unit_at

_ARTICLE = cue("article")
_DETERMINER = cue("determiner")
_FULL_MARKS = frozenset({"5", "10", "100"})
_GIVING = cue("giving")
_IN_ROW = frozenset({"consecutive", "straight", "successive"})
_QUARTER = 4
_HALF_PERIOD = cue("half_period")
_NOT_PARTED = cue("not_parted")
_PARTED = cue("parted")
_RATIO_WORD = cue("ratio_word")
_RECURRING = cue("recurring")
_SCORED = cue("scored")


def read_ratio(t: Tokens, amount: Amount) -> bool:
    """Read "19.5:9", "3-to-1" and "10-for-1"; return whether the number begins a ratio."""
    n = amount.numeral
    mark = n.last
    if t.words[mark] == ":" and t.glued[mark] and t.glued[mark + 1]:
        other = digits(t.words[mark + 1]) if t.words[mark + 1][0].isdigit() else None
        if (
            other is None
            or not other[0]
            or ":" in (t.words[mark + 2], t.words[n.first - 1])
            or _is_clock(t, n.first, mark + 1)
        ):
            return False
        return _set_ratio(amount, *other, mark + 2)
    if t.low[mark] == "to" and t.low[mark + 1] in ("1", "one") and t.low[n.first - 1] != "from":
        alone = not (t.words[mark + 2][:1].isalnum() or (t.glued[mark + 2] and t.words[mark + 2] not in ",.;:)"))
        return alone and n.scale == 1 and _set_ratio(amount, 1, 1, mark + 2)
    if t.is_hyphen(mark) and t.low[mark + 1] in ("to", "for") and t.is_hyphen(mark + 2):
        below = numeral_at(t, mark + 3)
        if below is None or not below.numerator or t.is_hyphen(below.last):
            return False
        return _set_ratio(amount, below.numerator, below.denominator, below.last)
    return False


def _is_clock(t: Tokens, first: int, second: int) -> bool:
    """Say whether "10:30" is a time of day: where nothing round it speaks of a ratio."""
    hour, minute = t.words[first], t.words[second]
    if not (hour.isdigit() and minute.isdigit() and len(hour) < 3 and len(minute) == 2):
        return False
    around = {*t.low[max(first - 6, t.first) : first], *t.low[second + 1 : second + 4]}
    return int(hour) < 25 and int(minute) < 60 and _RATIO_WORD.isdisjoint(around)


def _set_ratio(amount: Amount, numerator: int, denominator: int, last: int) -> bool:
    n = amount.numeral
    n.numerator, n.denominator = n.numerator * n.scale * denominator, n.denominator * numerator
    n.scale, n.plain, n.last = 1, False, last
    amount.kind, amount.unit, amount.last, amount.after = "ratio", "ratio", last, last
    return True


def read_one_in(t: Tokens, amount: Amount) -> bool:
    """Make "one in five" and "3 out of 4" a percentage, and "4.5 out of 5" a score where something is rated."""
    n = amount.numeral
    within = t.low[n.last] == "in"
    k = n.last + 1 if within else n.last + 2
    k += t.low[k] in ("every", "each")
    if not within and t.low[n.last : n.last + 2] != ["out", "of"]:
        return False
    if _is_score(t, amount, k):
        amount.kind, amount.after = "number", k + 1
        return True
    whole = _whole(t, n, k, within)
    if whole is None:
        return False
    n.numerator, n.denominator, n.last = 100 * n.numerator, whole.numerator * whole.scale, whole.last
    amount.kind, amount.unit, amount.last, amount.after = "percent", "percent", whole.last, whole.last
    return True


def read_mark(t: Tokens, amount: Amount) -> bool:
    """Make the "8/10" of a review a bare number, of which the slash and what is behind it are no part."""
    n = amount.numeral
    if n.last - n.first != 3 or t.words[n.first + 1] != "/" or t.words[n.last - 1] not in _FULL_MARKS:
        return False
    mark = digits(t.words[n.first])
    if mark is None or _SCORED.isdisjoint({*t.low[max(n.first - 6, t.first) : n.first], *t.low[n.last : n.last + 3]}):
        return False
    amount.numeral = Numeral(n.first, n.first + 1, *mark)
    amount.kind, amount.last, amount.after = "number", n.first + 1, n.last
    return True


def part_with_noun(t: Tokens, i: int) -> Amount | None:
    """Read "one customer in five", "nine frames out of ten", in words and without a noun behind, as a percentage."""
    k = i + 3 + (t.low[i + 2] == "out")
    top, whole = UNITS.get(t.low[i], 0), UNITS.get(t.low[k], 0)
    if not 0 < top < whole or not t.words[i + 1].isalpha() or ends_phrase(t.low[i + 1]) or t.is_hyphen(k + 1):
        return None
    if (t.low[i + 2] == "in" and top > 1 and whole != 10) or counted_noun(t, k + 1) or unit_at(t, k + 1):
        return None
    if t.low[k + 1] in UNITS or t.low[k + 1] in WORD_SCALES or t.words[k + 1][:1].isdigit():
        return None
    amount = Amount(Numeral(i, k + 1, 100 * top, whole, spelled=True), i, k + 1, after=k + 1)
    amount.kind = amount.unit = "percent"
    return amount


def _whole(t: Tokens, n: Numeral, k: int, within: bool) -> Numeral | None:
    """Return the number at token `k` of which `n` is a part, None where it may be something else.

    "in" is weak evidence: "two in 10 cities" counts cities, "one in 2019" dates something.
    """
    whole = numeral_at(t, k) if t.words[k][:1].isalnum() and t.low[k] not in _ARTICLE else None
    if whole is None or whole.share or whole.denominator > 1 or n.scale > 1 or n.denominator > 1:
        return None
    parts = whole.numerator * whole.scale
    if not 0 < n.numerator < parts or (whole.plain and 1800 < parts < 2100) or unit_at(t, whole.last):
        return None
    tenths = n.spelled and parts == 10 and not t.low[n.first - 1].endswith("ed")  # "nine in 10", not "opened two in 10"
    if n.numerator > 1 and ((within and n.spelled != whole.spelled and not tenths) or (parts > 10 and parts % 5)):
        return None
    joined = t.glued[whole.last] and (t.words[whole.last].isalpha() or t.is_hyphen(whole.last))
    return None if joined else whole


def _is_score(t: Tokens, amount: Amount, k: int) -> bool:
    around = {*t.low[max(amount.first - 6, t.first) : amount.first], *t.low[k + 1 : k + 3]}
    if not t.words[k][:1].isdigit():
        return False
    given = t.words[k] in _FULL_MARKS and (t.words[amount.first - 1] == ":" or not _GIVING.isdisjoint(around))
    return not _SCORED.isdisjoint(around) or (given and not t.words[k + 1].isalpha())


def read_share(t: Tokens, amount: Amount, shared: bool) -> bool:
    """Make a fraction of something a percentage; `shared` says that the sentence has had one before."""
    n = amount.numeral
    article, following = t.low[n.first], t.low[n.last]
    behind_verb = t.low[n.first - 1] == "back" and t.low[n.first - 2] not in _DETERMINER  # "hand back half of it"
    if t.is_hyphen(n.last) or t.is_hyphen(n.first - 1) or (t.low[n.first - 1] in _NOT_PARTED and not behind_verb):
        return False
    half = n.denominator == 2 and n.numerator == 1
    if article == "quarter" or (half and following in _HALF_PERIOD):
        return False
    if half and following == "as" and t.low[n.last + 2] == "again":
        n.numerator *= 100
        amount.kind, amount.unit, amount.change, n.share = "percent", "percent", "up", False
        return True  # "half as much again"
    if half and following == "as":
        n.numerator *= 100
        amount.kind, amount.unit, n.share = "percent", "percent", False
        return True  # "half as long"
    if article == "half" and t.low[n.first - 1] == "the" and following != "of":
        return False  # half a year
    ordinal = n.denominator > _QUARTER and not n.last - n.first < 2 and (t.capital(n.last) or following in _IN_ROW)
    alone = _stands_alone(t, amount, half) or (shared and not (ordinal or following.endswith(("er", "ago"))))
    if following != "of" and not alone:
        return False
    n.numerator *= 100
    amount.kind, amount.unit, n.share = "percent", "percent", False
    return True


def every_nth(t: Tokens, i: int) -> Amount | None:
    """Read "every third customer" as a percentage; "every third day" says how often. "every" is before token `i`."""
    below = ORDINALS.get(t.low[i], 0)
    behind = t.low[i + 1]
    if below < 2 or not behind.isalpha() or behind in _RECURRING:
        return None
    amount = Amount(Numeral(i - 1, i + 1, 100, below, spelled=True), i - 1, i + 1, after=i + 1)
    amount.kind = amount.unit = "percent"
    return amount


def _stands_alone(t: Tokens, amount: Amount, half: bool) -> bool:
    """Say whether a fraction is one without "of" behind it: "two-thirds", "half the staff", "up a third"."""
    n = amount.numeral
    article = t.low[n.first] == "a" or (half and t.low[n.first] == "half")
    counted = not article or (half and t.low[n.last] in _PARTED)
    bounded = (
        t.low[n.first - 1] in ("by", "in")
        or t.low[n.first - 2 : n.first] == ["of", "which"]
        or bound_before(t, amount) is not None
    )
    return counted or bounded or follows_change(t, n.first) or is_comparative(t, n.last)
