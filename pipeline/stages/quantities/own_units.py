"""Gives a number the unit that stands behind it: "30 km", "half an hour", "148,000 rentable square feet", "20m"."""

from __future__ import annotations

from pipeline.stages.quantities.amounts import Amount, Numeral
from pipeline.stages.quantities.counted_nouns import counted_noun, ends_phrase, is_plural
from pipeline.stages.quantities.counts import metric_before
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.currency_context import CurrencyContext
from pipeline.stages.quantities.labels import LABELS
from pipeline.stages.quantities.numerals import STARTERS
from pipeline.stages.quantities.scales import SCALES, letter_scale
from pipeline.stages.quantities.tokens import HYPHENS, Tokens
from pipeline.stages.quantities.unit_tables import Unit
from pipeline.stages.quantities.units import BEGINNINGS, unit_at

_ANOTHER = cue("another_unit")
_ARTICLE = cue("article")
_NO_COUNT = _ARTICLE | cue("measuring")
_FOR_A_DAY = cue("for_a_day")
_METRE_WORD = cue("metre_word")
_QUALIFIED_UNIT = cue("qualified_unit")
_ORDINAL_SIGN = cue("ordinal_sign")
_EXTENTS = frozenset(
    ("height", "length", "width", "depth", "reach", "wheelbase", "wingspan", "span", "diameter", "beam", "draught")
)
_LABEL = 4
"""Tokens before a number in which a label may name an extent."""
_MEASURED_FROM = frozenset({"from", "of", "to", "above", "below", "over", "under", "off"})
_OPENING_QUOTES = {"”": "“„", "’’": ("‘‘",), '"': '"', "''": ("``",)}
_CLOSING_QUOTES = frozenset(_OPENING_QUOTES)


def read_unit(t: Tokens, amount: Amount, currencies: CurrencyContext) -> None:
    """Give a number without money the unit that stands behind it, if one does."""
    n = amount.numeral
    lettered = letter_scale(t, n, money=False) if t.low[n.last] in SCALES else None
    if lettered and (_is_letter_scale(t, lettered) or _is_bare_million(t, lettered, currencies)):
        n = lettered
        amount.numeral, amount.last = n, n.last
    if n.share:
        found = _part_of_unit(t, n)
    else:
        behind = t.low[n.last]
        found = _part_of_a_point(t, n) if behind == "of" else unit_at(t, n.last) if behind in BEGINNINGS else None
        found = found or _later_unit(t, n)
    if (
        found is None
        or (n.spelled and _is_titled(t, n, found[1]))
        or _only_quotes(t, n.last, found[1])
        or _some_day(t, n, found[0])
        or _is_plural_s(t, n)
    ):
        return
    unit, amount.last = found
    n.share = False
    amount.kind, amount.unit, amount.per = unit.kind, unit.name, unit.per
    amount.factor, amount.divisor = unit.factor.numerator, unit.factor.denominator


def _is_titled(t: Tokens, n: Numeral, end: int) -> bool:
    """Say whether number, unit and the word behind are capitalised in running text: "the One Foot Lamp"."""
    first = n.first > t.first and t.capital(n.first) and t.capital(n.first + 1)
    return first and t.capital(end) and t.low[n.first - 1][-1:].isalpha() and not t.title_case


def _part_of_a_point(t: Tokens, n: Numeral) -> tuple[Unit, int] | None:
    """Read "0.6 of a percentage point"; the number has "of" behind it."""
    if n.numerator >= n.denominator or t.low[n.last + 1] not in _ARTICLE:
        return None
    found = unit_at(t, n.last + 2)
    return found if found and found[0].name == "percentage_point" else None


def _only_quotes(t: Tokens, mark: int, end: int) -> bool:
    """Say whether an inch mark behind a number is the end of a quotation that has begun before."""
    word = t.words[mark]
    if end != mark + 1 or word not in _CLOSING_QUOTES:
        return False
    opened = sum(t.count_before(mark, quote) for quote in _OPENING_QUOTES[word])
    return opened % 2 == 1 if word == '"' else opened > t.count_before(mark, word)


def _is_plural_s(t: Tokens, n: Numeral) -> bool:
    """Say whether the "s" behind a number is a plural ("the 1990s", "737s", "Model 3s") and no second."""
    if t.words[n.last] != "s" or n.denominator > 1:
        return False
    return n.numerator >= 20 or t.capital(n.first - 1) or (t.glued[n.first] and t.words[n.first - 1] in HYPHENS)


def _some_day(t: Tokens, n: Numeral, unit: Unit) -> bool:
    """Say whether "one day" means "some day"."""
    adverb = t.low[n.first] == "one" and n.last == n.first + 1 and unit.name == "day" and not t.is_hyphen(n.last)
    return adverb and t.low[n.first - 1] not in _FOR_A_DAY


def _part_of_unit(t: Tokens, n: Numeral) -> tuple[Unit, int] | None:
    """Read "half an hour", "half-mile", "quarter point", "two-thirds of an inch"; "a third year" is an ordinal."""
    if t.low[n.first - 1] in _ORDINAL_SIGN:
        return None
    if t.low[n.last] == "of" and t.low[n.last + 1] in _ARTICLE:
        return unit_at(t, n.last + 2)
    if t.low[n.last] in _ARTICLE:
        behind = n.last + 1
        if n.denominator != 2:
            return None  # "the quarter a year ago"
    else:
        behind = t.after_hyphen(n.last)
    if t.low[behind] == "point":
        return Unit("percentage_point", "percent"), behind + 1
    if behind == n.last + 1 and t.low[n.last] in _ARTICLE:
        return unit_at(t, behind)
    found = unit_at(t, n.last) if n.denominator in (2, 4) else None
    return found if found and (found[0].name not in ("year", "month", "day") or found[0].factor > 1) else None


def _later_unit(t: Tokens, n: Numeral) -> tuple[Unit, int] | None:
    """Read a unit behind one or two adjectives: "8 consecutive quarters", "two full years", "9 net square feet"."""
    if t.low[n.last + 1] not in BEGINNINGS and t.low[n.last + 2] not in BEGINNINGS:
        return None
    for k in range(n.last, n.last + 2):
        if not t.words[k].isalpha() or not t.words[k].islower() or is_plural(t.low[k]) or t.low[k] in STARTERS:
            return None
        found = unit_at(t, k + 1)
        if found is None or ends_phrase(t.low[k]):
            continue
        if found[0].kind == "duration":
            if is_plural(t.low[found[1] - 1]) or (k == n.last and t.low[k] in _ANOTHER and n.value() == 1):
                return found
        elif t.low[k + 1] in _QUALIFIED_UNIT:
            return found  # "148,000 rentable square feet"
    return None


def _is_bare_million(t: Tokens, n: Numeral, currencies: CurrencyContext) -> bool:
    """Say whether "20m" without a noun is 20 million: where the article writes its money so and nothing is measured."""
    if t.words[n.last - 1] != "m" or not t.glued[n.last - 1] or t.low[n.first - 1] in _NO_COUNT:
        return False
    if not _EXTENTS.isdisjoint(t.low[max(n.first - _LABEL, t.first) : n.first]):
        return False  # "Hinge height: 2.87m"
    following = t.low[n.last]
    ends = not following[:1].isalnum() or (ends_phrase(following) and following not in _MEASURED_FROM)
    return ends and not t.is_hyphen(n.last) and following not in ("/", "x", "×") and currencies.in_letters()


def _is_letter_scale(t: Tokens, n: Numeral) -> bool:
    """Say whether the letter behind the digits is a magnitude and no unit ("100m people", but a "100m race")."""
    letter = t.words[n.last - 1]
    following = t.low[n.last]
    if letter == "b" and n.numerator < 10 and (t.low[n.first - 1] in LABELS or t.capital(n.first - 1)):
        return False  # "a Phase 2b study", "the Orbit 7b"
    if letter == "m":
        measured = len(following) > 2 and unit_at(t, n.last) is not None  # "2.9m TEU"
        counts = measured or counted_noun(t, n.last) is not None or metric_before(t, n.first) is not None
        return following not in _METRE_WORD and counts
    if letter == "t" or (letter == "K" and n.numerator in (2, 4, 5, 8, 16) and following[-1:] != "s"):
        return False
    if letter in "Bb" and (t.capital(n.last) or t.words[n.first - 1][:1].isdigit()) and not t.title_case:
        return False  # "221B Baker Street"
    return t.words[n.last] not in ("-", "/") or not t.glued[n.last]
