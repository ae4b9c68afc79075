"""Says whether an amount is approximate or a bound ("about", "more than", "100+", "never exceed")."""

from __future__ import annotations

from pipeline.lexicon import rows
from pipeline.records import Bound
from pipeline.stages.quantities.amounts import Amount
from pipeline.stages.quantities.change_words import speaks_of_change
from pipeline.stages.quantities.counted_nouns import is_plural
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.currencies import MARKS
from pipeline.stages.quantities.phrases import Phrases
from pipeline.stages.quantities.tokens import HYPHENS, Tokens

_AGED_PERSON = cue("aged_person")
_ARTICLE = cue("article")
_HANDING_OVER = cue("handing_over")
_POINT_OF_TIME = cue("point_of_time")
_ROUND = (["around"], ["under"], ["over"])
_ADDED = cue("added")
_DIGITS_AND_SIGNS = frozenset("0123456789$€£¥")
_LANDMARK = cue("landmark")
_MOVING_UP = cue("moving_up")
_PAST_DURATION = cue("past_duration")
_FILLERS = cue("bound_filler")
_OPPOSITE: dict[str, Bound] = {"gt": "le", "ge": "lt", "lt": "ge", "le": "gt", "approx": "approx"}
_BOUNDS: dict[str, Bound] = {"approx": "approx", "gt": "gt", "ge": "ge", "lt": "lt", "le": "le"}
_OF_KIND = {"price": "money", "from": "money", "within": "duration"}
"""Places of words of bound that bound amounts of one kind only."""
_LASTING = cue("lasting")
_NOUN_SIGN = cue("noun_sign")
_COMPARED = cue("compared")
_CLAUSE_ENDS = cue("clause_end")
_NEGATIONS = cue("negation")
_HYPHENED = cue("hyphened_bound")


_BEFORE = Phrases((r["phrase"], (_BOUNDS[r["bound"]], r["place"])) for r in rows("bounds") if r["place"] != "after")
_AFTER = Phrases((r["phrase"], _BOUNDS[r["bound"]]) for r in rows("bounds") if r["place"] == "after")
_CLAUSE = 9
"""Tokens before words of bound that may deny them."""
_ENDINGS = _FILLERS | frozenset(_BEFORE.ends())
"""The words that may stand between a bound and its number, or end its words."""
_BEGINNINGS = HYPHENS | frozenset(_AFTER.starts())


def bound_after(t: Tokens, i: int) -> tuple[Bound, int] | None:
    """Return the bound that the words from token `i` on express ("or more", "+") and where they end."""
    if t.low[i] not in _BEGINNINGS:
        return None
    joined = t.after_hyphen(i)
    found = _AFTER.at(t.low, joined if t.low[joined] in _HYPHENED else i)
    if found and t.low[i] == "plus" and (t.low[i + 1] in _ADDED or t.words[i + 1][:1] in _DIGITS_AND_SIGNS):
        return None  # "3.8% plus a bonus", "$4 plus $2"
    if found and t.words[i] == "+" and (not t.glued[i] or (t.glued[i + 1] and t.words[i + 1][:1].isalnum())):
        return None  # the plus sign of a sum: "12GB+512GB"
    return found


def bound_before(t: Tokens, amount: Amount) -> tuple[Bound, int] | None:
    """Return the bound that the words before an amount express and where they begin."""
    end = amount.first
    for _ in range(3):
        if t.low[end - 1] not in _ENDINGS:
            return None
        found = _BEFORE.before(t.low, end)
        if found:
            (bound, place), start = found
            definite = "the" in t.low[end : amount.first] and place not in ("verb", "large")
            definite = definite and t.low[amount.after] not in _LANDMARK
            if definite or not _applies(t, amount, place, start, end):
                return None  # "it took over the 10 firms" bounds nothing
            reach = 3 if place in ("verb", "large") else _CLAUSE if bound in ("gt", "lt") else 0
            negated = reach and _is_negated(t, start, reach)
            return (_OPPOSITE[bound] if negated else bound), start
        if t.low[end - 1] not in _FILLERS:
            return None
        end -= 1
    return None


def _is_negated(t: Tokens, start: int, reach: int) -> bool:
    """Say whether the clause before words of bound denies them: "never sold for less than", "none has over"."""
    for k in range(start - 1, max(start - 1 - reach, t.first - 1), -1):
        if t.low[k] in _NEGATIONS:
            return t.low[k] != "no" or t.words[k + 1].isalpha()  # but "No. 1"
        if t.low[k] in _CLAUSE_ENDS or not (t.words[k][:1].isalnum() or t.words[k][0] in "'’$€£"):
            return False
    return False


def _bounds_nothing(t: Tokens, amount: Amount, start: int, end: int) -> bool:
    """Say whether words of bound belong to what is before them: "added up to €2bn", "310 more than a year earlier"."""
    phrase, before = t.low[start:end], start - 1
    if phrase == ["up", "to"]:
        return t.low[before] in _MOVING_UP and not t.low[before - 1].startswith("buy")
    if phrase == ["limited", "to"]:
        return amount.kind == "count"  # an edition of so many pieces
    if phrase == ["over"] and t.low[before] in _HANDING_OVER:
        return True
    if phrase in _ROUND and not _ARTICLE.isdisjoint(t.low[end : amount.first]):
        return amount.kind in ("measure", "duration")  # "under a 12-year contract", "built around a 3nm chip"
    if phrase[-1] == "than" and amount.kind == "duration" and t.low[amount.after] in _POINT_OF_TIME:
        return True  # "two million more than three months earlier"
    qualifies = amount.kind == "duration" and amount.numeral.plain and amount.numeral.last + 1 == amount.last
    if phrase[-1] == "than" and qualifies and amount.numeral.numerator > 1 and not is_plural(t.low[amount.last - 1]):
        return True  # "higher than its 5 day and 20 day averages"
    return phrase[-1] == "than" and t.words[before][:1].isdigit()


def _is_limit(t: Tokens, amount: Amount, end: int) -> bool:
    """Say whether "within" before token `end` bounds a length of time, and does not count it from an event."""
    return end == amount.first and amount.upper is None and t.low[amount.after] != "of"


def _is_list_price(t: Tokens, amount: Amount, end: int) -> bool:
    """Tell "an air purifier from $59" and "(from $59)" from the old level of a change, "cut to $46 from $59"."""
    if amount.numeral.scale > 1 or end != amount.first or amount.upper or t.low[amount.last] == "to":
        return False
    if t.words[end - 2] == "(":
        return True
    before = t.words[t.first : end - 1]
    return not (speaks_of_change(t, end - 1) or any(MARKS.at([word, ""], 0) or word == "%" for word in before))


_FITS = {"price": lambda _, amount, __: amount.upper is None, "within": _is_limit, "from": _is_list_price}
"""What else has to hold for words of bound of a place."""


def _applies(t: Tokens, amount: Amount, place: str, start: int, end: int) -> bool:
    if _bounds_nothing(t, amount, start, end):
        return False
    if place in _OF_KIND:
        return amount.kind == _OF_KIND[place] and _FITS[place](t, amount, end)
    if place == "compare":
        return end == amount.first and t.low[start - 1] not in _COMPARED and not t.words[start - 1][:1].isdigit()
    if amount.upper and "range" in t.low[start:end]:
        return False
    if place in ("large", "verb") and t.low[start - 1] in _NOUN_SIGN:
        return False  # "the top 10 percent"
    if place == "large":
        return amount.kind in ("money", "percent") or amount.numeral.scale > 1 or amount.value >= 1000
    if place == "during" and amount.kind == "duration":
        behind = t.low[amount.last] in _PAST_DURATION
        return end == amount.first and (t.low[start - 1] in _LASTING or t.low[start - 1] in _AGED_PERSON or behind)
    return not (place == "during" and t.low[start] == "past" and t.low[start - 1] in ("the", "this"))


def read_bound(t: Tokens, amount: Amount) -> int:
    """Set `amount.bound`; return the index of the first token of what precedes amount and bound words."""
    before = bound_before(t, amount)
    if before:
        amount.bound = amount.bound or before[0]
        return before[1]
    found = bound_after(t, amount.numeral.last)
    if found is None and amount.last != amount.numeral.last:
        found = bound_after(t, amount.last)
    if found is None and amount.after != amount.last:
        found = bound_after(t, amount.after)
    if found:
        amount.bound = amount.bound or found[0]
    return amount.first
