"""A measurement: the core of a numeric claim, put together from figures of one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records import Basis, Direction, Number, Quantity
from pipeline.stages.claims.figures.possible import Role
from pipeline.stages.claims.metrics import Named
from pipeline.stages.claims.ranking import Choice
from pipeline.stages.claims.vocabulary import Metric


@dataclass
class Measurement:
    """A value with its change and previous value, or a change alone, and the metric that is measured."""

    naming: Choice[Named]
    role: Choice[Role]
    value: Quantity | None = None
    change: Quantity | None = None
    previous: Quantity | None = None
    direction: Direction | None = None
    basis: Basis | None = None
    from_below: bool = False
    from_above: bool = False

    @property
    def name(self) -> str | None:
        """The metric's name."""
        return self.naming.value.name

    @property
    def metric(self) -> Metric | None:
        """The metric's entry in the vocabulary, where it has one."""
        return self.naming.value.metric

    @property
    def from_value(self) -> Number | None:
        """The previous value; a loss that a profit is compared with is negative, and the reverse."""
        if self.previous is None:
            return None
        loss = (self.name or "").removesuffix("_per_share").endswith(("loss", "outflow"))
        negative = self.from_above if loss else self.from_below
        return -self.previous.value if negative else self.previous.value

    @property
    def main(self) -> Quantity:
        """The quantity that stands for the claim."""
        quantity = self.value or self.change
        assert quantity is not None
        return quantity

    @property
    def parts(self) -> list[Quantity]:
        """The quantities that the measurement is made of."""
        return [part for part in (self.value, self.change, self.previous) if part]
