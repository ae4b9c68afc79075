"""Gives a number whose noun is left out what was spoken of before: "Of the 24 goals, 15 are met", "All three fell"."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from pipeline.stages.quantities.amounts import Amount
from pipeline.stages.quantities.counts import counted_beside
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.tokens import HYPHENS, Tokens

_ALL_OF_THEM = cue("all_of_them")
_ARTICLE = cue("article")
_BEFORE_PERIOD = cue("before_period")
_MEASURED = ("duration", "measure")
_NO_NOUN = frozenset({"time", "point", "place"})
_SCORES = cue("score_sign")
_ALIKE = 50.0
"""Numbers of one thing differ by no more than this factor, as a rule."""
_LARGE = 1000
_SMALL = 100
_REACH = 6
"""Amounts of the sentence before a number among which its noun is looked for."""
_REMEMBERED = 12
"""Counts of earlier sentences among which it is looked for."""


class Mentioned:
    """What the sentences so far have counted."""

    def __init__(self) -> None:
        self._counts: deque[tuple[float, str]] = deque(maxlen=_REMEMBERED)

    @property
    def last(self) -> str | None:
        """The noun counted last; None before the first."""
        return self._counts[-1][1] if self._counts else None

    def add(self, value: float, noun: str | None) -> None:
        """Take in a count; times and points are nothing that a later number counts."""
        if noun and noun not in _NO_NOUN:
            self._counts.append((float(value), noun))

    def whole(self, value: float) -> str | None:
        """Return what the last count was that a part of `value` may be of, else what was counted last."""
        return next((noun for other, noun in reversed(self._counts) if other >= value), self.last)

    def noun(self, value: float) -> str | None:
        """Return what a number without noun counts: what the same number, else the last of its size, counted."""
        alike = [(other, noun) for other, noun in self._counts if _is_of_size(value, other)]
        return next((noun for other, noun in reversed(alike) if other == value), alike[-1][1] if alike else None)


def read_left_out(t: Tokens, amounts: Sequence[Amount], k: int, mentioned: Mentioned) -> None:
    """Make the bare number at `amounts[k]` a count or measure where its sentence, or one before, says of what."""
    amount = amounts[k]
    if not _may_count(t, amount) or not _SCORES.isdisjoint(t.vocabulary):
        return
    before = _antecedent(t, amounts[max(k - _REACH, 0) : k], amount)
    if before and before.kind in _MEASURED:
        amount.kind, amount.unit = before.kind, before.unit
        amount.factor, amount.divisor = before.factor, before.divisor
        return
    value = amount.value
    if isinstance(value, float) or (amount.numeral.scale == 1 and "." in t.words[amount.numeral.first]):
        return
    noun = before.unit if before else counted_beside(t, amount, amount.after) or mentioned.noun(value)
    if noun and (amount.kind is None or before or value >= _LARGE):
        amount.kind, amount.unit = "count", noun


def _antecedent(t: Tokens, earlier: Sequence[Amount], amount: Amount) -> Amount | None:
    """Return the last amount of the sentence that may share its unit with the number: one of its size, else a count."""
    usable = [a for a in earlier if a.kind in ("count", *_MEASURED) and _has_noun(t, a)]
    alike = [a for a in usable if _is_alike(a, amount)]
    counts = [a for a in usable if a.kind == "count"]
    return alike[-1] if alike else counts[-1] if counts else None


def _has_noun(t: Tokens, a: Amount) -> bool:
    """Say whether the unit of an amount is a noun of its own: no "52-week" high, "50MP" camera or "a year"."""
    if a.kind == "count":
        return a.unit not in _NO_NOUN
    behind = a.numeral.last
    return not (t.glued[behind] or (a.numeral.spelled and a.numeral.value() == 1))


def _is_alike(before: Amount, amount: Amount) -> bool:
    a, b = float(before.numeral.value()), float(amount.numeral.value())
    return _is_of_size(a, b) if before.kind == "count" else b < 10 * a < 100 * b


def _is_of_size(a: float, b: float) -> bool:
    return a <= _ALIKE * b and b <= _ALIKE * a


def _may_count(t: Tokens, amount: Amount) -> bool:
    """Tell a number that counts from a pronoun, a footnote, a page or version number and a name."""
    n, i = amount.numeral, amount.first
    value, before = n.value(), t.low[amount.first - 1]
    if value in (0, 1) or n.share or before in HYPHENS or before in _BEFORE_PERIOD or "/" in (before, t.words[i + 1]):
        return False
    behind = t.words[amount.after]
    if t.words[i - 1][:1].isdigit() or behind[:1].isdigit() or behind in HYPHENS:
        return False  # "Model 15 5000"
    if (behind == ")" and before != "(") or (behind == "," and t.words[n.last + 1][:3].isdigit()):
        return False  # "3) what follows", "10 , 000"
    if t.words[n.last] in ("+", "/", "…") or (before in _ARTICLE and value < _SMALL):
        return False  # "it earned a nine"
    if n.plain and i == t.first and value < _SMALL and t.capital(n.last):
        return False  # a footnote: "1 Translations were made at"
    if before == ":" and t.words[i - 2].isupper() and n.plain:
        return False  # a code: "HKEX: 9871"
    return not t.capital(i - 1) or i - 1 == t.first or before in _ALL_OF_THEM or t.words[n.last] in (",", "and", "")
