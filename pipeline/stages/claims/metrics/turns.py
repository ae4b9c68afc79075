"""Candidates that a turn of phrase beside a figure tells, without a phrase of the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple, cast, get_args

from pipeline.lexicon import LexiconError, rows
from pipeline.records import Quantity, QuantityKind
from pipeline.stages.claims.metrics.mentions import published
from pipeline.stages.claims.metrics.named import Named
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.ranking import DECIDES, Candidate
from pipeline.stages.claims.vocabulary import Metric, checked, metrics, turn_words

REACH = 80
"""Characters before and behind a figure in which a turn of phrase stands."""


def turn_metrics(parsed: Parsed, quantity: Quantity) -> Iterator[Candidate[Named]]:
    """Yield the metrics that turns of phrase beside a figure tell: "4.5 out of 5", "a 52-week low of $7"."""
    fit = _metric_turns().get(quantity.kind, ())
    if not fit:
        return
    around = parsed.ahead(quantity.start, REACH), quantity.text, parsed.behind(quantity.end)[:REACH]
    for turn in fit:
        if turn.fits(*around):
            named = Named(published(turn.metric), turn.metric)
            span, traits = (quantity.start, quantity.end), {"turn", f"turn:{turn.name}"}
            if turn.sure:
                traits.add(DECIDES)
            yield Candidate(named.key, named, f"metric.turn.{turn.name}", span, traits)


class _Turn(NamedTuple):
    """A turn of phrase that tells a metric by what stands before, in and behind a figure."""

    name: str
    metric: Metric
    sure: bool
    before: re.Pattern[str] | None
    inside: re.Pattern[str] | None
    after: re.Pattern[str] | None

    def fits(self, before: str, figure: str, after: str) -> bool:
        """Tell whether a figure and the text on its two sides are as the turn has them."""
        return (
            (self.inside is None or self.inside.search(figure) is not None)
            and (self.after is None or self.after.match(after) is not None)
            and (self.before is None or self.before.search(before) is not None)
        )


@cache
def _metric_turns() -> dict[QuantityKind, list[_Turn]]:
    """Return the turns of phrase that tell a metric, by kind of figure."""
    words = turn_words()
    table: dict[QuantityKind, list[_Turn]] = {}
    for row in rows("metric_turns"):
        checked(row["metric"], tuple(metrics()), "metric_turns.tsv")
        patterns = [_pattern(row[side], words) for side in ("before", "inside", "after")]
        for kind in row["kinds"].split("|"):
            known = cast(QuantityKind, checked(kind, get_args(QuantityKind), "metric_turns.tsv"))
            table.setdefault(known, []).append(
                _Turn(row["turn"], metrics()[row["metric"]], row["sure"] == "y", *patterns)
            )
    return table


def _pattern(written: str, words: Mapping[str, str]) -> re.Pattern[str] | None:
    for name, pattern in words.items():
        written = written.replace(f"{{{name}}}", pattern)
    try:
        return re.compile(written, re.IGNORECASE) if written else None
    except re.error as error:
        raise LexiconError(f"metric_turns.tsv: {written!r} is no regular expression: {error}") from error
