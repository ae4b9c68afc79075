"""Reads a numeral with the money or unit that it forms one group with."""

from __future__ import annotations

from pipeline.stages.quantities.amounts import Amount, Numeral
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.currencies import Money, may_be_money, money_after, money_before
from pipeline.stages.quantities.currency_context import CurrencyContext
from pipeline.stages.quantities.numerals import STARTERS, numeral_at
from pipeline.stages.quantities.own_units import read_unit
from pipeline.stages.quantities.scales import letter_scale, scale_factor
from pipeline.stages.quantities.tokens import HYPHENS, Tokens

_BEFORE_HYPHEN = cue("before_hyphen")
_BRACKET_SCALE = cue("bracket_scale")
_MONEY_WORD = cue("money_word")
_MINUS = frozenset("-−–‐‑")
_SIGNS = _MINUS | {"+"}
_MINUS_WORDS = cue("minus")
_LINES = frozenset({240, 360, 480, 720, 1080, 1440, 2160, 4320})
"""Lines of pictures, whose number has a "p" behind it."""
_LEAST_PRICE = 10
"""A smaller number glued to a letter is a model or version ("R6")."""


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
        read_unit(t, amount, currencies)
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
    if t.words[n.first - 2][-1:].isdigit():
        return  # "2.5 (2.4) million": the level of before
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
        after = _suffix(t, scaled, scaled.last, currencies)
        after = after or (_suffix(t, n, n.last, currencies) if scaled is not n else None)
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


def _suffix(t: Tokens, n: Numeral, last: int, currencies: CurrencyContext) -> tuple[Money, int, Numeral] | None:
    def about_money() -> bool:
        return not _MONEY_WORD.isdisjoint(t.vocabulary) or (t.words[last] == "p" and currencies.in_pence())

    found = money_after(t, t.after_hyphen(last), n, about_money)
    if found is None or _is_weight(t, found[0], found[1], n, currencies):
        return None
    if t.words[last] == "p" and n.plain and n.numerator in _LINES:
        return None  # "1080p" is a resolution
    return found[0], found[1], n


def _is_weight(t: Tokens, money: Money, end: int, n: Numeral, currencies: CurrencyContext) -> bool:
    """Tell pounds of weight from pounds sterling.

    Millions are money unless they are "of" something or the article speaks of dollars and of nothing British.
    """
    if money.currency != "*pound":
        return False
    if t.words[n.first - 1] == "=":
        return False  # a rate of exchange: "$1 = 0.79 pounds"
    few = n.scale < 10**6 and n.numerator < 10**4 * n.denominator and "£" not in t.vocabulary
    return t.low[end] == "of" or few or currencies.is_american()


def _take(t: Tokens, amount: Amount, n: Numeral, money: Money, currencies: CurrencyContext) -> None:
    n.scale *= money.scale
    n.plain = False
    amount.numeral, amount.last = n, max(n.last, amount.last)
    amount.kind, amount.unit = "money", currencies.code(money.currency)
    amount.divisor = money.divisor
