"""Reads a numeral with what expresses its unit when the two touch or form one group: money, percent, measure."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.stages.quantities.amounts import Amount, Numeral
from pipeline.stages.quantities.counted_nouns import counted_noun, ends_phrase, is_plural
from pipeline.stages.quantities.counts import metric_before
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.currencies import Money, may_be_money, money_after, money_before
from pipeline.stages.quantities.currency_context import CurrencyContext
from pipeline.stages.quantities.labels import LABELS
from pipeline.stages.quantities.numerals import STARTERS, numeral_at
from pipeline.stages.quantities.scales import SCALES, letter_scale, scale_factor
from pipeline.stages.quantities.tokens import HYPHENS, Tokens
from pipeline.stages.quantities.unit_tables import Unit
from pipeline.stages.quantities.units import BEGINNINGS, unit_at

_ANOTHER = cue("another_unit")
_ARTICLE = cue("article")
_BEFORE_HYPHEN = cue("before_hyphen")
_BRACKET_SCALE = cue("bracket_scale")
_FOR_A_DAY = cue("for_a_day")
_METRE_WORD = cue("metre_word")
_MONEY_WORD = cue("money_word")
_QUALIFIED_UNIT = cue("qualified_unit")
_ORDINAL_SIGN = cue("ordinal_sign")
_MINUS = frozenset("-−–‐‑")
_SIGNS = _MINUS | {"+"}
_MINUS_WORDS = cue("minus")
_MEASURED_FROM = frozenset({"from", "of", "to", "above", "below", "over", "under", "off"})
_LINES = frozenset({240, 360, 480, 720, 1080, 1440, 2160, 4320})
"""Lines of pictures, whose number has a "p" behind it."""
_LEAST_PRICE = 10
"""A smaller number glued to a letter is a model or version ("R6")."""
_OPENING_QUOTES = {"”": "“„", "’’": ("‘‘",), '"': '"', "''": ("``",)}
_CLOSING_QUOTES = frozenset(_OPENING_QUOTES)


def amount_at(t: Tokens, i: int, currencies: CurrencyContext, floor: int) -> Amount | None:
    """Return the amount whose numeral begins at token `i`; its kind is None where no unit is expressed.

    What stands before token `floor` belongs to the amount before.
    """
    numeral = numeral_at(t, i)
    if numeral is None:
        return None
    amount = Amount(numeral, numeral.first, numeral.last, after=numeral.last)
    before = t.words[numeral.first - 1]
    if t.glued[numeral.first] and not numeral.spelled and _inside_word(t, numeral):
        return amount
    if before == "(":
        _open_bracket(t, amount)
    if not (may_be_money(t, numeral.first, numeral.last) and _read_money(t, amount, currencies, floor)):
        if before in _SIGNS or t.low[numeral.first - 1] in _MINUS_WORDS:
            _read_sign(t, amount)
        _read_unit(t, amount, currencies)
    amount.after = max(amount.after, amount.last)
    return amount


def _inside_word(t: Tokens, n: Numeral) -> bool:
    """Say whether letters touch the number from the left and are no currency ("3Q2019", "UFS3.0")."""
    i = n.first
    hyphen = t.words[i - 1] in HYPHENS and t.glued[i - 1] and t.words[i - 2][-1].isalpha()
    if hyphen and t.low[i - 2] not in _BEFORE_HYPHEN and t.low[i - 2] not in STARTERS:
        return True
    return t.words[i - 1][-1].isalpha() and money_before(t, i, t.first, lambda: True) is None


def _open_bracket(t: Tokens, amount: Amount) -> None:
    """Take in accounting brackets, "$(12.3) million" and "(12.3)%", which make the number negative."""
    n = amount.numeral
    if t.words[n.first - 1] != "(" or t.words[n.last] != ")" or not t.glued[n.first]:
        return
    behind = t.low[n.last + 1]
    if behind in _BRACKET_SCALE or (t.glued[n.first - 1] and _is_mark(t, n.first - 1)):
        n.first, n.last, n.plain, n.numerator = n.first - 1, n.last + 1, False, -n.numerator
        scale = scale_factor(t.low[n.last])
        if scale:
            n.last, n.scale = n.last + 1, n.scale * scale
        amount.first, amount.last = n.first, n.last


def _is_mark(t: Tokens, end: int) -> bool:
    return money_before(t, end, t.first, lambda: False) is not None


def _read_sign(t: Tokens, amount: Amount) -> None:
    """Take in a sign before the number or its currency; "+" and "-" of a change are told apart later."""
    k = amount.first - 1
    if (
        (t.low[k] in _MINUS_WORDS and t.low[k - 1] != "or")
        or (t.glued[k + 1] and not t.glued[k] and t.words[k] in _MINUS and not t.words[k - 1][:1].isdigit())
        or (t.glued[k + 1] and t.words[k] in _MINUS and t.glued[k] and t.words[k - 1] in "([/")
    ):
        _negate(amount, k)
    elif t.words[k] == "+" and t.glued[k + 1] and not (t.glued[k] and t.words[k - 1][-1:].isalnum()):
        amount.first, amount.signed = k, True


def _negate(amount: Amount, first: int) -> None:
    amount.numeral.numerator = -amount.numeral.numerator
    amount.first, amount.signed, amount.numeral.plain = first, True, False


def _read_money(t: Tokens, amount: Amount, currencies: CurrencyContext, floor: int) -> bool:
    n = amount.numeral
    start = n.first
    if t.words[start - 1] in _MINUS and t.glued[start] and t.glued[start - 1] and _is_mark(t, start - 1):
        start -= 1  # "$-5"
        _negate(amount, start)
    scaled = letter_scale(t, n, money=True) or n
    before = money_before(
        t, start, floor, lambda: scaled.scale > 1 or not n.plain or _is_priced(t, start, n, currencies)
    )
    if before:
        money, amount.first = before
        _take(t, amount, scaled, money, currencies)
        amount.leading = True
        repeated = money_after(t, t.after_hyphen(amount.last), scaled, lambda: False)
        if repeated and repeated[0].use in ("name", "code") and t.words[repeated[1]][:1] not in "0123456789":
            amount.last = repeated[1]  # "$10 dollars", "$5 USD"
    else:
        pence = currencies.in_pence
        after = _suffix(t, scaled, scaled.last, pence) or (_suffix(t, n, n.last, pence) if scaled is not n else None)
        if after is None:
            return False
        money, end, numeral = after
        _take(t, amount, numeral, money, currencies)
        amount.last = end
        scale = scale_factor(t.low[end])
        if money.use == "code" and scale and len(t.low[end]) > 1 and amount.numeral.scale == 1:
            amount.numeral.scale, amount.numeral.plain, amount.last = (
                scale,
                False,
                end + 1,
            )  # "75 USD million"
    _read_sign(t, amount)
    return True


def _is_priced(t: Tokens, start: int, n: Numeral, currencies: CurrencyContext) -> bool:
    """Say whether "R379" is money: the article has amounts with this mark that can be nothing else."""
    return t.glued[start] and n.numerator >= _LEAST_PRICE and currencies.has_mark(t.words[start - 1])


def _suffix(t: Tokens, n: Numeral, last: int, in_pence: Callable[[], bool]) -> tuple[Money, int, Numeral] | None:
    def about_money() -> bool:
        return not _MONEY_WORD.isdisjoint(t.vocabulary) or (t.words[last] == "p" and in_pence())

    found = money_after(t, t.after_hyphen(last), n, about_money)
    if found is None or _is_weight(t, found[0], found[1], n):
        return None
    if t.words[last] == "p" and n.plain and n.numerator in _LINES:
        return None  # "1080p" is a resolution
    return found[0], found[1], n


def _is_weight(t: Tokens, money: Money, end: int, n: Numeral) -> bool:
    """Tell pounds of weight from pounds sterling: millions are money unless they are "of" something."""
    if money.currency != "*pound":
        return False
    if t.words[n.first - 1] == "=":
        return False  # a rate of exchange: "$1 = 0.79 pounds"
    return t.low[end] == "of" or (n.scale < 10**6 and n.numerator < 10**4 * n.denominator and "£" not in t.vocabulary)


def _take(t: Tokens, amount: Amount, n: Numeral, money: Money, currencies: CurrencyContext) -> None:
    n.scale *= money.scale
    n.plain = False
    amount.numeral, amount.last = n, max(n.last, amount.last)
    amount.kind, amount.unit = "money", currencies.code(money.currency)
    amount.divisor = money.divisor


def _read_unit(t: Tokens, amount: Amount, currencies: CurrencyContext) -> None:
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
        found = found or _later_duration(t, n)
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


def _later_duration(t: Tokens, n: Numeral) -> tuple[Unit, int] | None:
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
    if t.words[n.last - 1] != "m" or not t.glued[n.last - 1] or t.low[n.first - 1] in _ARTICLE:
        return False
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
