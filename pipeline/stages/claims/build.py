"""Puts a claim together: from one measurement, or from a sentence's main assertion."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from spacy.tokens import Token

from pipeline.records import Change, Claim, ClaimType, Document, Period, Stance, Subject
from pipeline.stages.claims.attribution import Attribution
from pipeline.stages.claims.market import TRADED
from pipeline.stages.claims.measurements import Measurement
from pipeline.stages.claims.memory import SubjectMemory
from pipeline.stages.claims.metric import moving_metric
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.period import PeriodMemory, as_period, at_level, find_period
from pipeline.stages.claims.scope import find_scope
from pipeline.stages.claims.stance import clause_stance, is_negated
from pipeline.stages.claims.subject import Sought, find_subject, is_about_thing
from pipeline.stages.claims.syntax import clause_head, clause_tokens
from pipeline.stages.claims.typing import ArticleTypes, TypedAssertion
from pipeline.stages.claims.vocabulary import Metric

NUMERIC_CONFIDENCE = {True: 0.8, False: 0.5}
"""Confidence of a numeric claim by whether the vocabulary names its metric."""
ASSERTION_CONFIDENCE = 0.5


class ClaimBuilder:
    """Builds the claims of one article; its memories hold what a reader carries from sentence to sentence."""

    def __init__(
        self,
        document: Document,
        subjects: SubjectMemory,
        periods: PeriodMemory,
        attribution: Attribution,
        types: ArticleTypes,
    ) -> None:
        self.document = document
        self.subjects = subjects
        self.periods = periods
        self.attribution = attribution
        self.types = types

    def enter(self, parsed: Parsed) -> None:
        """Take note of what a sentence sets for those after it."""
        if parsed.sentence.block in ("title", "heading"):
            self.subjects.note_heading(parsed.entities)
        if parsed.sentence.block in ("title", "heading") or parsed.quantities:
            self.periods.note(parsed.sentence, parsed.times)

    def numeric(self, parsed: Parsed, measurement: Measurement) -> Claim:
        """Return the claim of one measurement."""
        main, metric, value = measurement.main, measurement.metric, measurement.value
        anchor = parsed.root(main.start, main.end) or parsed.doc[0]
        span, clause = self._clause(parsed, anchor, (main.start, main.end))
        verb = clause_head(anchor)
        stance = clause_stance(parsed, verb, self.document.published, figure=anchor)
        about_thing = is_about_thing(metric.type) if metric else main.kind in ("measure", "ratio", "duration")
        subject = find_subject(
            parsed,
            anchor,
            self.subjects,
            Sought(
                about_thing=about_thing,
                business=bool(metric and metric.business),
                rated=metric is not None and metric.type == "rating",
                speaker=self.attribution.speaker(*span),
                figure=main,
            ),
        )
        claim_type = metric.type if metric else self.types.of_figure(parsed, anchor, main.kind, stance)
        return self._claim(
            parsed, span, clause, claim_type, subject,
            metric=measurement.name,
            period=self._period(parsed, verb, measurement, stance),
            confidence=NUMERIC_CONFIDENCE[metric is not None],
            stance=stance,
            negated=is_negated(verb) and main.bound is None,
            quantity_id=value.quantity_id if value else None,
            value=value.value if value else None,
            value_max=value.value_max if value else None,
            unit=value.unit if value else None,
            bound=value.bound if value else None,
            change=_change(measurement),
        )  # fmt: skip

    def assertions(self, parsed: Parsed, typed: Sequence[TypedAssertion], measured: Sequence[Claim]) -> list[Claim]:
        """Return the claims of what a sentence asserts beside its figures.

        Of clauses that are joined to the main one or stand beside it only those that differ from the claims so
        far in type, stance or polarity give one more.
        """
        seen = {(claim.type, claim.stance, claim.negated) for claim in measured}
        found = []
        for clause in typed:
            claim = self._assertion(parsed, clause)
            kind = (claim.type, claim.stance, claim.negated)
            if clause.adds_to(kind, seen, beside_figures=bool(measured)):
                seen.add(kind)
                found.append(claim)
        return found

    def _assertion(self, parsed: Parsed, typed: TypedAssertion) -> Claim:
        """Return the claim of one clause: a metric's movement without a figure, or what its words speak of."""
        anchor = typed.assertion.head
        span = parsed.span(typed.assertion.tokens)
        if len(typed.assertion.tokens) >= len(parsed.doc) - 2:
            span = (parsed.sentence.start, parsed.sentence.end)
        clause = parsed.sentence.text[span[0] - parsed.sentence.start : span[1] - parsed.sentence.start]
        moved = moving_metric(parsed, anchor)
        metric = moved[1] if moved else None
        claim_type = metric.type if metric else typed.type
        subject = find_subject(
            parsed,
            anchor,
            self.subjects,
            Sought(
                about_thing=claim_type == "spec",
                business=bool(metric and metric.business),
                speaker=self.attribution.speaker(*span),
            ),
        )
        return self._claim(
            parsed, span, clause, claim_type, subject,
            metric=moved[0] if moved else None,
            period=find_period(parsed, anchor, None) or self._inherited(metric),
            confidence=round(ASSERTION_CONFIDENCE * (0.5 + typed.probabilities[typed.type]), 2),
            stance=typed.stance,
            negated=is_negated(anchor),
            change=Change(direction=moved[2]) if moved else None,
        )  # fmt: skip

    def _clause(self, parsed: Parsed, anchor: Token, main: tuple[int, int]) -> tuple[tuple[int, int], str]:
        start, end = parsed.span(list(clause_tokens(clause_head(anchor))))
        start, end = min(start, main[0]), max(end, main[1])
        return (start, end), parsed.sentence.text[start - parsed.sentence.start : end - parsed.sentence.start]

    def _period(self, parsed: Parsed, verb: Token, measurement: Measurement, stance: Stance) -> Period | None:
        metric = measurement.metric
        period = find_period(parsed, verb, measurement.main)
        if period is None:
            return self._inherited(metric) if stance == "asserted" else None
        level = metric is not None and metric.level and stance == "asserted" and period.first_day is None
        return at_level(period) if level else period

    def _inherited(self, metric: Metric | None) -> Period | None:
        """Return the section's reporting period for a metric of a business; a stock takes its last day."""
        if metric is not None and metric.name in TRADED and self.periods.trading_day:
            return as_period(self.periods.trading_day)
        if metric is None or not metric.business or self.periods.current is None:
            return None
        period = as_period(self.periods.current)
        return at_level(period) if metric.level else period

    def _claim(
        self,
        parsed: Parsed,
        span: tuple[int, int],
        clause: str,
        claim_type: ClaimType,
        subject: Subject,
        **fields: Any,
    ) -> Claim:
        sentence = parsed.sentence
        self.subjects.note(subject)
        return Claim(
            doc_id=sentence.doc_id,
            sentence_id=sentence.sentence_id,
            claim_id="",
            start=span[0],
            end=span[1],
            text=clause,
            type=claim_type,
            subject=subject,
            scope=find_scope(parsed, span, claim_type),
            speaker=self.attribution.speaker(*span),
            source=self.attribution.source(*span),
            quoted=self.attribution.quoted(*span),
            **fields,
        )


def _change(measurement: Measurement) -> Change | None:
    if measurement.direction is None:
        return None
    quantity = measurement.change
    return Change(
        direction=measurement.direction,
        value=quantity.value if quantity else None,
        value_max=quantity.value_max if quantity else None,
        unit=quantity.unit if quantity else None,
        basis=measurement.basis,
        from_value=measurement.from_value,
        quantity_id=quantity.quantity_id if quantity else None,
    )
