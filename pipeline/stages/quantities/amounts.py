"""What is known of one amount while a sentence is read, and its exact value."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records import Bound, Number, QuantityKind, Trend


@dataclass(slots=True)
class Numeral:
    """A number as written: the tokens `first` to `last` (exclusive), numerator / denominator × scale.

    `plain` says that it is a bare run of digits, which may as well be a year, a label or part of a name;
    `spelled` that it is in words; `share` that it is a fraction in words ("two-thirds").
    """

    first: int
    last: int
    numerator: int
    denominator: int = 1
    scale: int = 1
    plain: bool = False
    spelled: bool = False
    share: bool = False

    def value(self, factor: int = 1, divisor: int = 1) -> Number:
        """Return the value times factor / divisor: an integer where it is one, else the nearest float."""
        numerator = self.numerator * self.scale * factor
        denominator = self.denominator * divisor
        return numerator // denominator if numerator % denominator == 0 else numerator / denominator


class Amount:
    """A numeral and what has been read round it; `first` to `last` are the tokens of the record's span.

    `after` is where the words that follow it begin (a counted noun is behind it), `leading` says that its
    unit stands before the number, `upper` is the other end of a range, `linked` the next one of a list.
    """

    kind: QuantityKind | None = None
    unit: str | None = None
    factor: int = 1
    divisor: int = 1
    leading: bool = False
    signed: bool = False
    upper: Numeral | None = None
    linked: Amount | None = None
    bound: Bound | None = None
    change: Trend | None = None
    per: str | None = None
    fixed: bool = False

    def __init__(self, numeral: Numeral, first: int, last: int, after: int) -> None:
        self.numeral, self.first, self.last, self.after = numeral, first, last, after

    @property
    def value(self) -> Number:
        """The amount in its unit; the lower end of a range."""
        return self.numeral.value(self.factor, self.divisor)
