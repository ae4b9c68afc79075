"""Claims: from a sentence with what was found in it to rows that can be read without the article."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from spacy.language import Language

from pipeline.records import Claim, Document, Entity, Quantity, Sentence, Time
from pipeline.stages.claims.assertions import assertions
from pipeline.stages.claims.build import ClaimBuilder
from pipeline.stages.claims.candidates import asserts, is_label, worth_parsing
from pipeline.stages.claims.figures.measurement import Measurement
from pipeline.stages.claims.figures.measurements import measurements
from pipeline.stages.claims.metrics import Named
from pipeline.stages.claims.parsed import parse
from pipeline.stages.claims.periods import PeriodMemory
from pipeline.stages.claims.speech.attribution import Attribution
from pipeline.stages.claims.speech.research_houses import survey_of
from pipeline.stages.claims.stances.lead_ins import LeadIns
from pipeline.stages.claims.subjects import SubjectMemory, affiliations, dealt_companies, spoken_market
from pipeline.stages.claims.tables import table_rows
from pipeline.stages.claims.types.article import ArticleTypes

REMEMBERED = 40
"""Figures whose metrics a reader has in mind."""


def extract_claims(
    nlp: Language,
    text: str,
    document: Document,
    sentences: Sequence[Sentence],
    entities: Sequence[Entity],
    quantities: Sequence[Quantity],
    times: Sequence[Time],
) -> list[Claim]:
    """Return the claims of an article, in text order.

    `text` is the source's text, in which the offsets of all records count.  Only sentences that may hold a
    claim are parsed, each once.
    """
    counted, named = {q.sentence_id for q in quantities}, {e.sentence_id for e in entities}
    worthy = [s for s in sentences if worth_parsing(s, figures=s.sentence_id in counted, names=s.sentence_id in named)]
    parsed = parse(nlp, worthy, (entities, quantities, times))
    rows = table_rows(sentences, entities, times)
    for sentence in parsed:
        sentence.row = rows.get(sentence.sentence.sentence_id)
    measured: list[list[Measurement]] = []
    before: list[Named] = []
    for sentence in parsed:
        measured.append(measurements(sentence, before))
        before = [*(m.naming.value for m in reversed(measured[-1])), *before][:REMEMBERED]
    asserted = [
        assertions(sentence, [m.main for m in found]) if asserts(sentence) else []
        for sentence, found in zip(parsed, measured, strict=True)
    ]
    known = [[m.metric.type for m in found if m.metric] for found in measured]
    survey = survey_of(document, sentences, entities)
    types = ArticleTypes(parsed, asserted, known, sentences, document.published, survey)
    attribution = Attribution(text, document, sentences, entities, parsed)
    content = [s.text for s in sentences if s.block != "furniture"]
    market, dealt = spoken_market(content), dealt_companies(parsed)
    affiliated = affiliations(sentences, entities)
    subjects = SubjectMemory(document, entities, attribution.sources, survey, market, dealt, affiliated)
    periods, lead_ins = PeriodMemory(document, sentences, times), LeadIns(sentences, parsed, document.published)
    openings = {after.sentence_id for before, after in pairwise(sentences) if "\n" in text[before.end : after.start]}
    builder = ClaimBuilder(document, subjects, periods, attribution, types, lead_ins, openings)
    claims: list[Claim] = []
    for sentence, found, clauses in zip(parsed, measured, types.assertions, strict=True):
        builder.enter(sentence)
        if is_label(sentence.sentence) and not asserts(sentence):
            continue
        numeric = [builder.numeric(sentence, m) for m in found]
        claims += numeric
        claims += builder.assertions(sentence, clauses, numeric)
    claims.sort(key=lambda claim: (claim.start, claim.end))
    return [claim.model_copy(update={"claim_id": f"{document.doc_id}.c{n}"}) for n, claim in enumerate(claims)]
