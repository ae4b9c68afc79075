"""Says what an amount is per: "a share", "per day", "/month", "earnings per share were"."""

from __future__ import annotations

from fractions import Fraction

from pipeline.language.inflection import singular
from pipeline.lexicon import entries
from pipeline.stages.quantities.amounts import Amount
from pipeline.stages.quantities.counted_nouns import ends_phrase
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.scales import scale_factor
from pipeline.stages.quantities.tokens import HYPHENS, Tokens
from pipeline.stages.quantities.units import unit_at

_GROWTH = frozenset({"growth", "rate"})
_EACH_ONE = cue("each_one")
_PAID_IN = cue("paid_in")
_PERIOD = cue("period")
_FLOW_NOUN = cue("flow_noun")
_PRICED = cue("priced")
_RATE_ADJECTIVE = cue("rate_adjective")
_RATE_ARTICLE = cue("rate_article")
_ADVERBS = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day",
            "hourly": "hour", "nightly": "night"}  # fmt: skip
_POINTS_OF_TIME = cue("point_of_time")
_PER_WORDS = {"annum": "year", "basic": "share", "diluted": "share", "capita": "person", "d": "day", "y": "year"}
_SCALED = {Fraction(1000): "thousand_", Fraction(10**6): "million_"}
_FLOWS = {"annual": "year", "annualised": "year", "annualized": "year"} | {
    word: _ADVERBS[word] for word in _RATE_ADJECTIVE if word in _ADVERBS
}
_FLOWING = ("money", "measure", "count")
_FLOW_LINK = frozenset({"of", "to", "at", "from"})
_EACH_OTHER = ("other", "one", "side", "end")
_EVERY = ("each", "every")
_FOR_EACH = ("for", "on", "to")
_BEGINNINGS = frozenset({"per", "/", "on", "for", *HYPHENS, *_RATE_ARTICLE, *_ADVERBS})
_METRICS = {"eps": "share", "arpu": "user", "dps": "share"}


_HERE = frozenset({"now", "then", "today"})
_NOTE_MARKS = frozenset({"*", "†", "‡"})
"""Marks of footnotes behind a noun."""
_SUBJECT = 6
"""Tokens from the beginning of a sentence in which its metric is named."""
_PERCENT = frozenset({"%", "percent", "per"})
_NOUNS = frozenset(entries("rate_nouns"))


def rate_of(t: Tokens, amount: Amount, counted: Amount | None) -> str | None:
    """Return the noun, singular, that the amount is per, None where the sentence says none.

    counted: the last count before the amount, of each of which it may be.
    """
    end = amount.last + (t.words[amount.last] == "+")
    begins = t.low[end] in _BEGINNINGS or (t.low[end] == "to" and t.low[end + 1] in _EVERY)
    found = _behind(t, end) if begins else None
    if found is None and amount.after != amount.last:
        found = _behind(t, amount.after + (t.words[amount.after] in _NOTE_MARKS))
        if found is None and t.low[amount.after] == "of":  # "900 units of the Orbit per month"
            found = _behind(t, _behind_material(t, amount.after))
    elif found is None and t.low[amount.last] == "of":
        found = _behind(t, _behind_material(t, amount.last))
    if found is None and t.low[amount.last] == "in" and t.low[amount.last + 1] in _PAID_IN:
        found = _behind(t, amount.last + 2)  # "$40 in cash per share"
    if found:
        return found
    if t.low[amount.after] in _EACH_ONE:
        return _of_each(t, amount, counted)
    if amount.kind == "money":
        found = "share" if counted and _of_shares(t, amount, counted) else _in_metric(t, amount.first)
        if found == "share" and amount.numeral.scale > 1 and not counted:
            found = None  # "adds to earnings per share and saves $18 million"
        found = found or (_of_subject(t) if amount.numeral.scale == 1 else None)
    if amount.kind == "percent":
        return (
            "year" if "annual" in t.low[amount.first - 8 : amount.after + 1] and _is_annual_growth(t, amount) else None
        )
    return found or (_of_flow(t, amount) if amount.kind in _FLOWING and not amount.change else None)


def _of_each(t: Tokens, amount: Amount, counted: Amount | None) -> str | None:
    """Return what is measured in "two halls of 40 MW each", "shares at $4 apiece": the last thing counted or named."""
    k = amount.after + 1
    if t.words[k].isalpha() and not ends_phrase(t.low[k]):
        return None
    if counted:
        return counted.unit
    named = (singular(t.low[i]) for i in range(amount.first - 1, t.first - 1, -1) if t.low[i].endswith("s"))
    return next((noun for noun in named if noun in _NOUNS), None)


def _of_shares(t: Tokens, amount: Amount, counted: Amount) -> bool:
    """Say whether an amount is what one of a number of shares cost: "bought 400 shares at an average price of $27"."""
    return counted.unit == "share" and _PRICED.issuperset(t.low[counted.after : amount.first])


def _is_annual_growth(t: Tokens, amount: Amount) -> bool:
    """Say whether a percentage is what something grows by each year: "annual growth of 6%", "6% annual growth"."""
    if "annual" in t.low[amount.first - 8 : amount.first] and "of" in t.low[amount.first - 4 : amount.first]:
        k = t.low.index("annual", amount.first - 8)
        return t.low[k + 1] in _GROWTH and t.low[k + 2] in ("of", "rate", "in")
    return t.low[amount.after] == "annual" and t.low[amount.after + 1] == "growth"


def _of_subject(t: Tokens) -> str | None:
    """Read "ARPU was up $2 at $41, in cities $43": small amounts of a sentence that begins with such a metric."""
    if _METRICS.keys().isdisjoint(t.low[t.first : t.first + _SUBJECT]):
        return None
    return next((_METRICS[word] for word in t.low[t.first : t.first + _SUBJECT] if word in _METRICS), None)


def _of_flow(t: Tokens, amount: Amount) -> str | None:
    """Read "annual savings of up to $95 million", "raise its daily output to 90 tonnes": an adjective of rate ahead."""
    window = t.low[max(amount.first - 10, t.first) : amount.first]
    if _RATE_ADJECTIVE.isdisjoint(window):
        return None
    for k in range(amount.first - 1, amount.first - len(window) - 1, -1):
        if t.low[k] in _RATE_ADJECTIVE:
            linked = not _FLOW_LINK.isdisjoint(t.low[k + 2 : amount.first])
            linked = linked and (amount.kind != "count" or t.low[k + 1] in _FLOW_NOUN)
            return _FLOWS[t.low[k]] if linked and t.words[k + 1].isalpha() else None
        if not t.words[k].isalpha() and (amount.kind == "money" or not (t.words[k][:1].isdigit() or t.words[k] == "%")):
            return None
    return None


def rate_in_label(t: Tokens) -> str | None:
    """Return what the amounts under a label are per: "Earnings per share"."""
    return _in_metric(t, t.last)


def rate_behind(t: Tokens, k: int) -> str | None:
    """Return the rate that begins at token `k`: "Parcels a day"."""
    return _behind(t, k)


def _behind_material(t: Tokens, k: int) -> int:
    """Skip what a measure is of, "400,000 barrels of crude" a day."""
    end = k + 2
    while t.glued[end] and t.words[end].isalnum():
        end += 1  # "tonnes of CO2e per annum"
    return next((e for e in (end, end + 1) if t.low[e] in _BEGINNINGS and t.words[k + 1].isalpha()), k)


def _behind(t: Tokens, k: int) -> str | None:
    if t.words[k] in HYPHENS and t.low[k + 1] in ("a", "an", "per"):
        k += 1  # "$70-a-share"
    word = t.low[k]
    if word == "per" or (word == "/" and t.glued[k]):
        return _head(t, t.after_hyphen(k + 1))
    if word in _RATE_ARTICLE:
        return _counted_per(t, t.after_hyphen(k + 1))
    if word in _FOR_EACH and t.low[k + 1] in _EVERY:
        return _counted_per(t, k + 2) or _of_every(t, k + 2)
    if word == "on" and t.low[k + 1] == "a" and t.low[k + 3] == "basis":
        return _ADVERBS.get(t.low[k + 2])
    adjective = word != "annually" and t.words[k + 1].isalpha() and not ends_phrase(t.low[k + 1])
    return None if adjective else _ADVERBS.get(word)  # "57 million monthly users" has no rate


def _head(t: Tokens, k: int) -> str | None:
    """Return the head of the phrase behind "per": the next word, or the one behind it where that is a known noun."""
    first, second = t.low[k], singular(t.low[k + 1])
    if first in _PER_WORDS:
        return _PER_WORDS[first]
    if t.is_hyphen(k + 1) and t.words[k + 3].isalpha() and not ends_phrase(t.low[k + 3]):
        return singular(t.low[k + 3])  # "per standard-size server"
    unit = unit_at(t, k)
    if unit is None and first.isdigit() and t.glued[k + 1] and t.words[k + 1].isupper():
        unit = unit_at(t, k + 2)  # "per 6E ounce"
    if unit or not first.isalpha():
        return _SCALED.get(unit[0].factor, "") + unit[0].name if unit else None
    later = unit_at(t, k + 1) if singular(first) not in _NOUNS else None
    if later and later[0].kind == "measure":
        return later[0].name  # "per dry metric tonne"
    if singular(first) not in _NOUNS and second in _NOUNS:
        return f"square_{second}" if first == "square" else second  # "per diluted share"
    return singular(first)


def _counted_per(t: Tokens, k: int) -> str | None:
    noun = singular(t.low[k])
    point_of_time = noun in _PERIOD and t.low[k + 1] in _POINTS_OF_TIME
    if point_of_time and t.low[k + 1] == "from":  # "a year from now", but "$5m a year from 2027"
        point_of_time = t.low[k + 2] in _HERE
    if noun not in _NOUNS or point_of_time or t.is_hyphen(k + 1):
        return None
    return noun


def _of_every(t: Tokens, k: int) -> str | None:
    """Return the one word behind "to each" that ends its phrase: "adds ten days to each voyage"."""
    alone = not t.words[k + 1][:1].isalnum() or ends_phrase(t.low[k + 1])
    noun = (
        alone
        and t.words[k].isalpha()
        and t.words[k].islower()
        and not ends_phrase(t.low[k])
        and t.low[k] not in _EACH_OTHER
    )
    return singular(t.low[k]) if noun else None


def _in_metric(t: Tokens, first: int) -> str | None:
    """Look for "per share" or "EPS" before the verb that the amount depends on."""
    start = max(first - 12, t.first - 1)
    if "per" not in t.low[start:first] and _METRICS.keys().isdisjoint(t.low[start:first]):
        return None
    for k in range(first - 1, start, -1):
        if t.low[k] in _METRICS:
            return _METRICS[t.low[k]]
        if t.low[k] == "per" and t.low[k + 1] != "cent":
            return None if t.words[k - 1][:1].isdigit() or scale_factor(t.low[k - 1]) else _head(t, k + 1)
        note = len(t.words[k]) == 1 and (t.words[k - 1] in (")", "(") or t.low[k - 1] in _METRICS)
        if (t.words[k] in ",;:." and (t.words[k] != ":" or k < first - 1)) or (
            t.words[k][:1].isdigit() and t.low[k + 1] not in _PERCENT and not note
        ):
            return None  # but "revenue per user slipped 1% to $9.12", "earnings per share: $2", "EPS (2) was $3"
    return None
