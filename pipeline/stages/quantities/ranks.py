"""Reads ranks: "4th", "No. 1", "number one", "top three", "fourth-largest", "ranked first"."""

from __future__ import annotations

from pipeline.language.numerals import ORDINALS, UNITS, ordinal
from pipeline.stages.quantities.amounts import Amount, Numeral
from pipeline.stages.quantities.change_words import follows_change
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.fractions import PARTS
from pipeline.stages.quantities.labels import LABELS
from pipeline.stages.quantities.numerals import digits, numeral_at
from pipeline.stages.quantities.tokens import Tokens

_BE = cue("be")
_NOT_SUPERLATIVE = cue("not_superlative")
_COMING = cue("coming")
_PUTTING = cue("putting")
_RANK_NOUN = cue("rank_noun")
_RANK_NUMBER = cue("rank_number")
_RANK_SUPERLATIVE = cue("rank_superlative")
_RANK_VERB = cue("rank_verb")
TENS = frozenset(word for word, n in UNITS.items() if n >= 20)
STARTERS = frozenset(ORDINALS) | TENS | cue("rank_number") | {"top"}
SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_AMONG = cue("rank_scope")
_FOLLOWING = cue("rank_follower")


def rank_at(t: Tokens, i: int, ranked: bool) -> Amount | None:
    """Return the rank that begins at token `i`; `ranked` says that the sentence has ranked something before."""
    low = t.low[i]
    if low == "top":
        return _top(t, i)
    if low in _RANK_NUMBER:
        return _numbered(t, i)
    return _ordinal(t, i, ranked)


def _amount(t: Tokens, first: int, last: int, value: int) -> Amount:
    amount = Amount(Numeral(first, last, value), first, last, after=last)
    amount.kind = amount.unit = "rank"
    return amount


def _top(t: Tokens, i: int) -> Amount | None:
    k = t.after_hyphen(i + 1)
    if t.glued[i + 1] and k == i + 1:
        return None  # a name: "TOP100"
    n = numeral_at(t, k) if t.words[k][:1].isalnum() else None
    if n is None or n.denominator > 1 or n.scale > 1 or n.share or t.low[k] in PARTS or n.numerator < 1:
        return None
    if t.low[n.last] in ("%", "percent", "per") or (t.glued[n.last] and t.words[n.last][0].isalnum()):
        return None
    if t.capital(i) and i != t.first and not t.title_case and t.capital(n.last):
        return None  # "the Top 100 Digital Companies list"
    amount = _amount(t, i, n.last, n.numerator)
    amount.bound = "le"
    return amount


def _numbered(t: Tokens, i: int) -> Amount | None:
    """Read "No. 1", "number one", "#3"."""
    k = i + 1
    if t.words[k] == "." and t.low[i] == "no":
        k += 1
    elif t.low[i] == "no" and not (t.capital(i) and t.words[k].isdigit()):
        return None
    if t.low[i] == "number":
        if t.low[i - 1] in LABELS or "," in t.words[k]:
            return None  # "flight number 14", "its customers now number 6,310"
        k = t.after_hyphen(k)
    n = numeral_at(t, k) if t.words[k][:1].isalnum() and t.low[k] not in PARTS else None
    if n is None or n.scale > 1 or n.denominator > 1 or n.numerator > 9999 or n.numerator < 1:
        return None
    if t.low[i] == "#" and n.numerator > 50:
        return None
    if i == t.first and n.spelled and t.words[n.last] in (",", ":", "."):
        return None  # "Number one, costs fell" only enumerates
    if t.glued[n.last] and t.words[n.last][0].isalnum():
        return None
    return _amount(t, i, n.last, n.numerator)


def _ordinal(t: Tokens, i: int, ranked: bool) -> Amount | None:
    """Read an ordinal where a verb, a noun or a superlative beside it makes it a rank."""
    read = _ordinal_number(t, i)
    if read is None:
        return None
    number, last = read
    end = _superlative(t, last, number)
    if end:
        return _amount(t, i, end, number)
    noun = t.after_hyphen(last)
    if _is_ranked(t, i, last, ranked) or (t.low[noun] in _RANK_NOUN and t.low[noun + 1] != "where"):
        return _amount(t, i, last, number)
    return None


def _ordinal_number(t: Tokens, i: int) -> tuple[int, int] | None:
    """Return the value of the ordinal at token `i` ("4th", "fourth", "twenty-first") and the index behind it."""
    if t.words[i][0].isdigit():
        value = digits(t.words[i])
        suffixed = t.low[i + 1] in SUFFIXES and t.glued[i + 1]
        return (value[0], i + 2) if value and suffixed else None
    if t.low[i] in ORDINALS:
        return ORDINALS[t.low[i]], i + 1
    last = t.after_hyphen(i + 1)
    number = ordinal(f"{t.low[i]} {t.low[last]}") if t.low[last] in ORDINALS else None
    return (number, last + 1) if number else None


def is_ordinal(t: Tokens, i: int) -> bool:
    """Say whether digits with the ending of their ordinal begin at token `i` ("1st", but "12st" is a weight)."""
    word = t.words[i]
    if not word.isdigit() or not t.glued[i + 1] or t.low[i + 1] not in SUFFIXES:
        return False
    ending = "th" if word[-2:-1] == "1" else {"1": "st", "2": "nd", "3": "rd"}.get(word[-1], "th")
    return t.low[i + 1] == ending


def _superlative(t: Tokens, k: int, number: int) -> int | None:
    """Return the index behind "largest", "most", "ranked" after an ordinal from second on."""
    k = t.after_hyphen(k)
    word = t.low[k]
    if number < 2 and word != "ranked":
        return None
    if word in ("most", "least") and t.words[k + 1].isalpha():
        return k + 2
    if word in _RANK_SUPERLATIVE or (word.endswith("est") and len(word) > 4 and word not in _NOT_SUPERLATIVE):
        return k + 1
    return None


def _is_predicate(t: Tokens, i: int) -> bool:
    """Read "it was third in Spain", "had been sixth, with 8%", "puts it fourth behind"; "first" is mostly no place."""
    if t.low[i] == "first" or t.words[i][0].isdigit():
        return False
    before = t.low[i - 1]
    return before in _BE or (before == "now" and t.low[i - 2] not in _BE) or t.low[i - 2] in _PUTTING


def _moves(t: Tokens, i: int, last: int) -> bool:
    """Say whether an ordinal is one end of a move between places: "from fifth to third"."""
    if t.low[i - 1] == "from" and t.low[last] == "to":
        return _ordinal_number(t, last + 1) is not None
    if t.low[i - 1] != "to":
        return False
    k = i - 2 - (t.low[i - 2] in SUFFIXES)
    return t.low[k - 1] == "from" and _ordinal_number(t, k) is not None


def _is_ranked(t: Tokens, i: int, last: int, ranked: bool) -> bool:
    """Say whether the words round an ordinal make it a place; `ranked`: the sentence has had a rank before."""
    following = t.low[last]
    if following in _AMONG or (following == "only" and t.low[last + 1] == "to"):
        return True
    if _moves(t, i, last):
        return True
    in_the_world = t.low[last : last + 3] == ["in", "the", "world"]
    if in_the_world or (t.words[i][0].isdigit() and t.low[i - 1] in _BE and following in _FOLLOWING):
        return True
    stands_alone = following in _FOLLOWING or not t.words[last][:1].isalpha()
    if (stands_alone and _is_predicate(t, i)) or (i == t.first and following in _COMING):
        return t.low[last + 1] != "none"  # but "second to none"
    if not stands_alone and not t.words[i][0].isdigit():
        return False  # "came third time", "ranked first half"
    if t.low[i - 1] == "out" and t.low[i] == "first":
        return False  # "the smaller one will come out first"
    if any(t.low[k] in _RANK_VERB for k in range(max(i - 4, t.first), i)):
        return stands_alone or t.low[i - 1] != "the"
    moved = t.low[i - 1] in ("to", "from") and follows_change(t, i - 1)
    return stands_alone and (moved or (ranked and following in _FOLLOWING))
