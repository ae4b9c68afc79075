"""Puts a claim together: from one measurement, or from a sentence's main assertion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any

from spacy.tokens import Token

from pipeline.records import Change, Claim, ClaimType, Document, Evidence, Subject
from pipeline.stages.claims.candidates import HEADS
from pipeline.stages.claims.confidence import confidence, signs
from pipeline.stages.claims.evidence import attribution_evidence, change_evidence, chosen_evidence, told
from pipeline.stages.claims.figures.expectations import is_expectation
from pipeline.stages.claims.figures.measurement import Measurement
from pipeline.stages.claims.metrics.moving import moving_metric
from pipeline.stages.claims.metrics.outcomes import outcome
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.periods import Dated, PeriodMemory, find_period
from pipeline.stages.claims.ranking import Choice
from pipeline.stages.claims.scope import find_scope
from pipeline.stages.claims.speech.attribution import Attributed, Attribution
from pipeline.stages.claims.stances.clause import clause_stance, is_negated
from pipeline.stages.claims.stances.lead_ins import LeadIns
from pipeline.stages.claims.subjects import Sought, SubjectMemory, find_subject
from pipeline.stages.claims.subjects.named import is_compared, is_part
from pipeline.stages.claims.syntax import clause_head, clause_tokens
from pipeline.stages.claims.types.article import ArticleTypes, ClaimKind, FigureType, TypedAssertion


class ClaimBuilder:
    """Builds the claims of one article; its memories hold what a reader carries from sentence to sentence."""

    def __init__(
        self,
        document: Document,
        subjects: SubjectMemory,
        periods: PeriodMemory,
        attribution: Attribution,
        types: ArticleTypes,
        lead_ins: LeadIns,
        openings: Set[str],
    ) -> None:
        self.document = document
        self.subjects = subjects
        self.periods = periods
        self.attribution = attribution
        self.types = types
        self.lead_ins = lead_ins
        self.openings = openings
        """The ids of the sentences that open a paragraph."""

    def enter(self, parsed: Parsed) -> None:
        """Take note of what a sentence sets for those after it."""
        titled = parsed.sentence.block in HEADS
        opens = parsed.sentence.sentence_id in self.openings
        self.subjects.enter([e for e in parsed.entities if not is_compared(parsed, e)], titled=titled, opens=opens)
        self.subjects.parts |= {e.name for e in parsed.entities if is_part(parsed, e)}
        self.periods.age += 1
        if titled or parsed.quantities:
            self.periods.note(parsed.sentence, parsed.times)

    def numeric(self, parsed: Parsed, measurement: Measurement) -> Claim:
        """Return the claim of one measurement."""
        main, value = measurement.main, measurement.value
        anchor = parsed.root(main.start, main.end) or parsed.doc[0]
        span, clause = self._clause(parsed, anchor, (main.start, main.end))
        verb = clause_head(anchor)
        stance = self.lead_ins.stance(parsed, clause_stance(parsed, verb, self.document.published, figure=anchor))
        stance = "forecast" if is_expectation(parsed, main) else stance
        attributed = self.attribution.of(*span)
        typing = self.types.figure(parsed, anchor, main.kind, measurement.naming, stance)
        first = typing.given(None)
        if first.type == "rating":
            attributed = self.attribution.rated(parsed, verb, attributed)

        def subject_of(found: FigureType) -> Choice[Subject]:
            metric, named = found.naming.value.metric, found.naming.candidate.span
            sought = Sought(anchor, found.type, metric, main, attributed.speaker, attributed.source, named)
            return find_subject(parsed, self.subjects, sought)

        subject = subject_of(first)
        found = typing.given(self.subjects.kind(subject.value.name))
        if (found.type, found.naming.value) != (first.type, first.naming.value):
            subject = subject_of(found)
        claim_type, sure, naming = found
        name, metric = naming.value
        period = find_period(parsed, self.periods, Dated(verb, claim_type, stance, metric, main, naming.candidate.span))
        chosen: dict[str, Choice[Any]] = {
            "role": measurement.role,
            "metric": naming,
            "subject": subject,
            "period": period,
        }
        traits = {"own_metric": metric is None, "change": measurement.change is not None, main.kind: True}
        return self._claim(
            parsed, span, chosen, attributed,
            text=clause,
            type=claim_type,
            metric=name,
            confidence=confidence(signs(chosen, sure, traits)),
            why=(told("type", "type.metric" if metric else "type.words"), *change_evidence(measurement)),
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

        A clause gives none where one of its figures has given one of its type, stance and polarity.  Of clauses
        without a subject of their own, and of those that stand beside the main one, only those that differ from
        the claims so far in these give one.
        """
        figures = {q.quantity_id: root for q in parsed.quantities if (root := parsed.root(q.start, q.end)) is not None}
        placed = [(_kind(claim), figures.get(_figure(claim) or "")) for claim in measured]
        seen = {kind for kind, _ in placed}
        found = []
        for clause in typed:
            claim = self._assertion(parsed, clause)
            inside = {kind for kind, figure in placed if figure in clause.assertion.tokens}
            if _kind(claim) not in inside and clause.adds_to(_kind(claim), seen):
                seen.add(_kind(claim))
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
        metric = moved.metric if moved else None
        claim_type = metric.type if metric else typed.type
        way = moved or outcome(typed.assertion.tokens, claim_type)
        attributed = self.attribution.of(*span)
        if claim_type == "rating":
            attributed = self.attribution.rated(parsed, anchor, attributed)
        sought = Sought(anchor, claim_type, metric, speaker=attributed.speaker, source=attributed.source)
        subject = find_subject(parsed, self.subjects, sought)
        period = find_period(parsed, self.periods, Dated(anchor, claim_type, typed.stance, metric))
        chosen: dict[str, Choice[Any]] = {"subject": subject, "period": period}
        traits = {"moved": moved is not None, typed.assertion.rank: True, typed.stance: True}
        return self._claim(
            parsed, span, chosen, attributed,
            text=clause,
            type=claim_type,
            metric=moved.name if moved else None,
            confidence=confidence(signs(chosen, typed.probabilities[typed.type], traits)),
            why=(told("type", "type.metric" if moved else "type.words"),),
            stance=typed.stance,
            negated=is_negated(anchor),
            change=Change(direction=way.direction, basis=way.basis) if way else None,
        )  # fmt: skip

    def _clause(self, parsed: Parsed, anchor: Token, main: tuple[int, int]) -> tuple[tuple[int, int], str]:
        start, end = parsed.span(list(clause_tokens(clause_head(anchor))))
        start, end = min(start, main[0]), max(end, main[1])
        return (start, end), parsed.sentence.text[start - parsed.sentence.start : end - parsed.sentence.start]

    def _claim(
        self,
        parsed: Parsed,
        span: tuple[int, int],
        chosen: Mapping[str, Choice[Any]],
        attributed: Attributed,
        *,
        type: ClaimType,
        why: Iterable[Evidence],
        **fields: Any,
    ) -> Claim:
        sentence = parsed.sentence
        subject: Subject = chosen["subject"].value
        self.subjects.note(subject)
        self.periods.remember(chosen["period"].value, type)
        scope = find_scope(parsed, span, type)
        scoped = (told("scope", "scope.place", (scope.start, scope.end)),) if scope else ()
        return Claim(
            doc_id=sentence.doc_id,
            sentence_id=sentence.sentence_id,
            claim_id="",
            start=span[0],
            end=span[1],
            type=type,
            subject=subject,
            period=chosen["period"].value,
            scope=scope.text if scope else None,
            speaker=attributed.speaker,
            source=attributed.source,
            quoted=attributed.quoted,
            evidence=(*why, *chosen_evidence(chosen), *scoped, *attribution_evidence(attributed)),
            **fields,
        )


def _kind(claim: Claim) -> ClaimKind:
    return claim.type, claim.stance, claim.negated


def _figure(claim: Claim) -> str | None:
    """Return the id of a claim's main quantity: the value's, or the change's where it has no value."""
    return claim.quantity_id or (claim.change.quantity_id if claim.change else None)


def _change(measurement: Measurement) -> Change | None:
    if measurement.direction is None:
        return None
    quantity = measurement.change
    return Change(
        direction=measurement.direction,
        value=abs(quantity.value) if quantity else None,
        value_max=quantity.value_max if quantity else None,
        unit=quantity.unit if quantity else None,
        basis=measurement.basis,
        from_value=measurement.from_value,
        quantity_id=quantity.quantity_id if quantity else None,
    )
