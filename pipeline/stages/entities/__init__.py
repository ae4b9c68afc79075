"""Entities: names by the recogniser, by shape and by context, one decision and one canonical name a thing."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.language import Language

from pipeline.records import Document, Entity, EntityLabel, Sentence
from pipeline.stages.entities.agreement import bare_names, decide, last_names
from pipeline.stages.entities.bounds import marked_amounts
from pipeline.stages.entities.candidates import candidates
from pipeline.stages.entities.canonical import canonical_names, thing_key
from pipeline.stages.entities.company import (
    Sighting,
    is_agency_of_dateline,
    is_list_of_shares,
    is_market_report,
    is_round_up,
    most_prominent,
    opens_untold,
)
from pipeline.stages.entities.definitions import company_terms, defined_terms, definitions
from pipeline.stages.entities.elided import elided_models
from pipeline.stages.entities.extended import extended_companies, extended_products
from pipeline.stages.entities.gazetteer import Gazetteer, GazetteerError, load_gazetteer
from pipeline.stages.entities.keys import decision_key, has_legal_form, name_key
from pipeline.stages.entities.known import known_names
from pipeline.stages.entities.languages import told_languages
from pipeline.stages.entities.listed import listed_names
from pipeline.stages.entities.makers import makers
from pipeline.stages.entities.mention import Candidate, Line, Mention, lower_words
from pipeline.stages.entities.models import joint_models, sister_facilities
from pipeline.stages.entities.nominals import nominal_mentions
from pipeline.stages.entities.possessives import with_own_possessives
from pipeline.stages.entities.recognizer import recognize
from pipeline.stages.entities.shortened import shortened_products
from pipeline.stages.entities.small import small_names
from pipeline.stages.entities.stock_codes import StockCodes
from pipeline.stages.entities.tagging import tag
from pipeline.stages.entities.vocabulary import STOCK_INDICES, WIRES

__all__ = ["Gazetteer", "GazetteerError", "load_gazetteer", "main_company", "recognize_entities"]

Named = tuple[Mention, str]

_NO_PROSE = frozenset({"title", "heading", "caption", "byline", "list_item"})
"""Blocks that may call a company by its short name before the text gives the full one."""


_GREETING_ENDS = (",", ":")
"""How a letter's greeting ends, which is not its first sentence."""


def recognize_entities(
    nlp: Language,
    text: str,
    document: Document,
    sentences: Sequence[Sentence],
    gazetteer: Gazetteer | None = None,
) -> list[Entity]:
    """Return the entity mentions of an article's content, in text order.

    Names do not overlap; a nominal may hold a place's ("the Oslo-based firm").
    `text` is the source's text; the sentences' offsets count in it.  Furniture gives nothing.  `nlp` is any
    spaCy pipeline with an entity recogniser of OntoNotes labels; names of the `gazetteer` win over it.
    """
    lines = [Line.of(s) for s in sentences if s.block != "furniture"]
    named = _names(nlp, text, lines, gazetteer, known_names(document))
    entities = [_entity(document.doc_id, *pair) for pair in named]
    main = document.company and _same_company(document.company, entities)
    main = main or main_company(document, sentences, entities)
    by_sentence: dict[str, list[Named]] = defaultdict(list)
    for mention, name in named:
        by_sentence[mention.sentence_id].append((mention, name))
    terms = dict(_defined(text, named))
    nominals = nominal_mentions(lines, by_sentence, terms, main)
    entities += [_entity(document.doc_id, *pair) for pair in nominals]
    if gazetteer:
        entities = [_identified(gazetteer, entity) for entity in entities]
    return sorted(entities, key=lambda e: (e.start, e.end))


def _names(
    nlp: Language, text: str, lines: Sequence[Line], gazetteer: Gazetteer | None, known: Mapping[str, EntityLabel]
) -> list[Named]:
    """Return the names of an article with their canonical names, in text order.

    `known` holds names that its head gives, with their labels.
    """
    lower = lower_words(lines)
    found = [c for line, guesses in recognize(nlp, lines) for c in candidates(line, guesses, lower)]
    own = text[lines[0].sentence.start : lines[-1].sentence.end] if lines else ""
    terms = defined_terms(own)
    codes = StockCodes(lines)
    found = list(codes.bared(found))
    known = {**_company_terms(found), **known}
    labels = decide([c for c in found if c.text not in terms], lower, known, codes.listed(found))
    surfaces: dict[str, EntityLabel] = {c.text: labels[key] for c in found if (key := decision_key(c.text)) in labels}
    surfaces |= last_names(labels, surfaces, lower)
    surfaces |= bare_names(surfaces)
    surfaces |= {index: "ORG" for index in STOCK_INDICES if index in own}
    surfaces.update(dict.fromkeys(WIRES, "ORG"))
    surfaces |= small_names(lines)
    surfaces |= listed_names(lines, surfaces)
    surfaces |= dict.fromkeys([*extended_companies(found, surfaces)], "ORG")
    surfaces |= dict.fromkeys([*extended_products(lines, surfaces)], "PRODUCT")
    surfaces |= dict.fromkeys([*joint_models(surfaces)], "PRODUCT")
    surfaces |= dict.fromkeys([*sister_facilities(surfaces)], "FAC")
    elided = elided_models(lines, surfaces)
    surfaces |= dict.fromkeys(elided, "PRODUCT")
    surfaces |= dict.fromkeys(elided_models(lines, surfaces, "FAC"), "FAC")
    for amount in marked_amounts(own, surfaces):
        del surfaces[amount]
    if gazetteer:
        surfaces |= {form: entry.label for form, entry in gazetteer.forms.items()}
    mentions = with_own_possessives(text, list(told_languages(tag(lines, surfaces), lines)))
    headings = {line.sentence.sentence_id for line in lines if line.sentence.block in _NO_PROSE}
    shortened = shortened_products(lines, mentions)
    names = canonical_names(mentions, definitions(text, mentions), headings, elided, shortened)
    if gazetteer:
        names = [_listed(gazetteer, m.text, name) for m, name in zip(mentions, names, strict=True)]
    return list(zip(mentions, names, strict=True))


def _company_terms(found: Iterable[Candidate]) -> dict[str, EntityLabel]:
    """Return the short names, by key, that companies with a legal form are given where they are named in full."""
    companies = ((c.line, c.line.tokens[c.last - 1].end) for c in found if has_legal_form(c.text))
    return {decision_key(term): "ORG" for line, end in companies for term in company_terms(line.sentence.text, end)}


def _listed(gazetteer: Gazetteer, text: str, name: str) -> str:
    entry = gazetteer.entry(text) or gazetteer.entry(name)
    return entry.name if entry else name


def _identified(gazetteer: Gazetteer, entity: Entity) -> Entity:
    entry = gazetteer.entry(entity.name)
    return entity.model_copy(update={"ids": dict(entry.ids)}) if entry and entry.ids else entity


def _defined(text: str, named: Sequence[Named]) -> Iterator[tuple[str, str]]:
    """Yield the defined terms that stand for organisations, with the canonical name of each."""
    canonical = {mention.text: name for mention, name in named}
    organisations = [mention for mention, _ in named if mention.label == "ORG"]
    for term, surface in definitions(text, organisations).items():
        yield term, canonical.get(surface, surface)


def _same_company(company: str, entities: Sequence[Entity]) -> str | None:
    """Return the canonical name under which the article's entities hold a company."""
    key = name_key(company)
    return next((e.name for e in entities if e.label == "ORG" and key in (name_key(e.text), name_key(e.name))), None)


def _entity(doc_id: str, mention: Mention, name: str) -> Entity:
    key = " ".join(thing_key(name, mention.label))
    return Entity(
        doc_id=doc_id,
        sentence_id=mention.sentence_id,
        start=mention.start,
        end=mention.end,
        text=mention.text,
        label=mention.label,
        form=mention.form,
        entity_id="e" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12],
        name=name,
    )


def main_company(document: Document, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> str | None:
    """Return the canonical name of the organisation an article is about, None where it names none.

    Mentions in the title, the first sentence and the heading of an "About" section weigh more; a research
    firm, exchange or agency that the text only has its figures from weighs little.
    """
    by_id = {s.sentence_id: s for s in sentences}
    paragraphs = (s for s in sentences if s.block == "paragraph" and not s.text.endswith(_GREETING_ENDS))
    opening = next((s.sentence_id for s in paragraphs), None)
    organisations = [e for e in entities if e.label == "ORG" and e.text not in STOCK_INDICES]
    organisations = [e for e in organisations if not (e.sentence_id == opening and _is_agency(by_id[opening], e))]
    if opening and is_market_report(by_id[opening].text, [e.text for e in organisations if e.sentence_id == opening]):
        return None
    title = next((s for s in sentences if s.block == "title"), None)
    if title and _names_several(title.text, [e for e in organisations if e.sentence_id == title.sentence_id]):
        return None
    sightings = [
        Sighting(
            name=e.name,
            form=e.form,
            block=by_id[e.sentence_id].block,
            sentence=by_id[e.sentence_id].text,
            offset=e.start - by_id[e.sentence_id].start,
            end=e.end - by_id[e.sentence_id].start,
            opening=e.sentence_id == opening,
        )
        for e in [*organisations, *makers(by_id, entities, organisations)]
    ]
    in_view = {s.name for s in sightings if s.opening or s.block == "title"}
    barred = document.publisher if document.publisher not in in_view else None  # a company's own press room
    return most_prominent(sightings, barred, untold=opening is not None and opens_untold(by_id[opening].text))


def _is_agency(opening: Sentence, entity: Entity) -> bool:
    return is_agency_of_dateline(opening.text, entity.start - opening.start, entity.end - opening.start)


def _names_several(title: str, named: Sequence[Entity]) -> bool:
    """Tell whether a title is a round-up's, `named` the organisations in it."""
    return is_list_of_shares(title, [e.name for e in named]) or is_round_up(title, [e.text for e in named])
