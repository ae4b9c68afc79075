"""Reads a large number without noun or sign as money where what is spoken of is money: "fees grew to 2.4 billion"."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.lexicon import rows
from pipeline.stages.quantities.amounts import Amount
from pipeline.stages.quantities.counted_nouns import counted_noun, is_plural
from pipeline.stages.quantities.counts import counted_beside, counted_subject, metric_at
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.currency_context import CurrencyContext
from pipeline.stages.quantities.phrases import Phrases
from pipeline.stages.quantities.tokens import Tokens

_BEHIND = cue("behind_bare_money")
_COUNT_OR_MONEY = cue("count_or_money")
_FORECASTER = cue("forecaster")
_MONEY_NOUN = cue("money_noun")
_MONEY_VERB = cue("money_verb")
_NUMBER_OF = cue("number_of")
_LARGE = 10**6
_HUGE = 10**9
_LIKE = 5
"""Times at most that a range and the amount of money before it differ."""
_REACH = 40
"""Tokens before the number in which an amount or noun shows what it is."""


def _money_metrics() -> Phrases[bool]:
    """Return the names of what is always measured in money, in the singular and the plural."""
    named = [p.lower() for row in rows("metrics") if row["kinds"] == "money" for p in row["phrases"].split("|")]
    return Phrases((form, True) for name in named for form in (name, name + "s"))


_MONEY_METRICS = _money_metrics()


def read_bare_money(t: Tokens, amount: Amount, earlier: Sequence[Amount], currencies: CurrencyContext) -> bool:
    """Make a number from a million on money, where nothing says what it counts; return whether it was done.

    `earlier` are the amounts before it, in text order.  The currency is that of the last one of money, else the
    main one of the article.
    """
    scale, behind = amount.numeral.scale, amount.after
    if t.words[amount.first - 1] == ".":
        return False  # a number cut apart: "1 . 6 billion"
    if scale < _LARGE or amount.linked or not _is_alone(t, behind) or counted_beside(t, amount, behind):
        return False
    if amount.upper:  # "from a range of 110-115 million"
        amount.unit = _range_unit(amount, earlier)
        amount.kind = "money" if amount.unit else None
        return amount.unit is not None
    if t.low[amount.first - 3 : amount.first] == ["on", "sales", "of"]:
        amount.kind = "money"  # "a profit of €4.3 million on sales of 96 million"
        amount.unit = next((a.unit for a in reversed(earlier) if a.kind == "money"), currencies.main())
        return amount.unit is not None
    if t.low[amount.first - 1] == "of" and is_plural(t.low[amount.first - 2]) and not _is_money(t, amount.first - 2):
        return False  # "net additions of 1.7 million"
    shown = _shown(t, amount, earlier)
    if shown == "":
        subject = counted_subject(t, amount)
        told = scale > _LARGE and not amount.numeral.spelled and amount.first > t.first
        shown = "money" if (told and subject is None) or subject in _MONEY_NOUN else "count"
    unit = currencies.main() if shown == "money" else shown
    if not unit or unit == "count":
        return False
    amount.kind, amount.unit = "money", unit
    return True


def _range_unit(amount: Amount, earlier: Sequence[Amount]) -> str | None:
    """Return the currency of the last amount before a range, where that is money of a like size."""
    last = next((a for a in reversed(earlier) if a.kind == "money" and a.per is None), None)
    like = last is not None and _LIKE > amount.value / max(last.value, 1) > 1 / _LIKE
    return last.unit if last is not None and like else None


def _is_alone(t: Tokens, i: int) -> bool:
    """Say whether no noun follows: the clause ends, or goes on with a preposition or "seen by analysts"."""
    if t.words[i][:1].isalnum():
        return t.low[i] in _BEHIND and counted_noun(t, i) is None
    return not t.is_hyphen(i) and (t.words[i] == "" or t.words[i] in ".,;:()–—?!'\"’”")


def _shown(t: Tokens, amount: Amount, earlier: Sequence[Amount]) -> str:
    """Return the currency of the amount that shows it, "money" or "count" for a noun that does, "" for nothing."""
    ends = {a.last - 1: a for a in earlier}
    for k in range(amount.first - 1, max(amount.first - _REACH, t.first - 1), -1):
        if t.words[k] == ";":
            break
        if k in ends and t.words[ends[k].first - 1] == "(" and t.words[k + 1] == ")":
            continue  # "6.85 billion crowns ($708 million) from 7.12 billion": the same once more
        shown = _shown_by(t, ends[k]) if k in ends else _shown_at(t, k, amount)
        if shown:
            return shown
    return ""


def _shown_by(t: Tokens, before: Amount) -> str:
    """Say what an amount before shows; small ones show nothing: "$2 a share"."""
    if before.kind == "money" and before.unit and before.per is None and before.value >= _LARGE:
        return before.unit
    return (
        "count"
        if before.kind in ("count", "measure") or (before.kind is None and counted_noun(t, before.after))
        else ""
    )


def _shown_at(t: Tokens, k: int, amount: Amount) -> str:
    if t.low[k] in _NUMBER_OF and t.low[k + 1] == "of":
        return "count"
    metric = metric_at(t, k)
    if metric and metric[1] <= amount.first:
        return "money" if t.low[k] in _COUNT_OR_MONEY and amount.numeral.scale >= _HUGE else "count"
    if t.low[k] in _FORECASTER and k == t.first:
        return "money"
    return "money" if _is_money(t, k) else ""


def _is_money(t: Tokens, k: int) -> bool:
    return t.low[k] in _MONEY_NOUN or t.low[k] in _MONEY_VERB or _MONEY_METRICS.at(t.low, k) is not None
