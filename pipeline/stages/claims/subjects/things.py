"""Candidates without a name: the subject's head phrase, the object, the noun over the figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from pipeline.language.inflection import singular
from pipeline.records import Subject
from pipeline.stages.claims.metrics.mentions import metric_mentions
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.ranking import Candidate
from pipeline.stages.claims.subjects.markets import MARKETS
from pipeline.stages.claims.subjects.place import Place, Sought
from pipeline.stages.claims.syntax import is_noun
from pipeline.stages.claims.vocabulary import loose_modifiers, nominals, whole_words, word_classes

_LEFT_OUT = ("det", "poss", "case", "nummod", "predet")
_LEFT_OUT_TAGS = ("PRP$", "CD", "JJR", "JJS")
_SUMS = frozenset({"total", "majority", "number"})
_ROUNDING = ("estimated", "some", "additional", "further", "total")


def meant_facility(noun: Token, names: Iterable[str]) -> str | None:
    """Return the one name of `names` that ends in a definite noun: "the tower" is the "Acme Tower"."""
    if not any(child.lower_ == "the" for child in noun.children):
        return None
    found = [name for name in names if name.lower().endswith(f" {noun.lower_}")]
    return found[0] if len(found) == 1 else None


def unnamed_subjects(parsed: Parsed, place: Place, sought: Sought) -> Iterator[Candidate[Subject]]:
    """Yield the head phrases that a claim may be about, without determiner and possessor; a table's row has none."""
    if parsed.row is not None:
        return
    amounts = (q for q in parsed.quantities if q.kind == "money")
    subject = place.subject and _summed(place.subject)
    named = {parsed.root(x.start, x.end) for x in (*parsed.entities, *amounts)}
    if subject is not None and is_noun(subject) and not (subject in named or _is_the_company(parsed, subject)):
        yield from _phrases(parsed, place, sought, subject, "subject")
        owner = next((t for t in subject.children if t.dep_ == "poss" and is_noun(t)), None)
        if owner is not None and owner not in named:
            yield _candidate(parsed, place, sought, owner, "owner", long=False)
    for noun in place.verb.children:
        if noun.dep_ in ("dobj", "attr") and is_noun(noun) and noun not in named and noun not in place.phrase:
            yield from _phrases(parsed, place, sought, noun, "object")
    if label := _label(parsed):
        yield label
    for noun in place.phrase[:3]:
        if noun not in named:
            yield _candidate(parsed, place, sought, noun, f"phrase{place.phrase.index(noun)}", long=False)


def _summed(noun: Token) -> Token:
    """Return what a noun of number is of: the "shops" of "a total of 31 shops"."""
    of = (child for child in noun.children if child.lower_ == "of") if noun.lower_ in _SUMS else ()
    return next((t for preposition in of for t in preposition.children if t.dep_ == "pobj" and is_noun(t)), noun)


def _is_the_company(parsed: Parsed, noun: Token) -> bool:
    """Tell whether a title's noun without article stands for the article's company: "Company to open five shops"."""
    alone = noun.lower_ in ("company", "group", "firm") and noun.n_lefts == 0
    return alone and parsed.sentence.block in ("title", "heading")


_LABEL = re.compile(r"((?:[A-Z][\w’'-]*|\d+)(?:\s+[\w’'-]+){0,3}?)(?:\s*\([^)]*\))?\s*:\s")


def _label(parsed: Parsed) -> Candidate[Subject] | None:
    """Return what a list item's label names: "Phase 1 (to March): 24,000 m²"."""
    match = _LABEL.match(parsed.sentence.text)
    if match is None or parsed.sentence.block != "list_item":
        return None
    start = parsed.sentence.start
    metric = any(m.end <= start + match.end() for m in metric_mentions(parsed, None))
    traits = {"thing:label", f"thing:label|metric:{metric}", f"thing:label|numbered:{match[1][-1].isdigit()}"}
    span = (start, start + match.end(1))
    return Candidate(match[1], Subject(text=match[1], name=match[1]), "subject.thing.label", span, traits)


def anchor_subject(parsed: Parsed, sought: Sought) -> Candidate[Subject]:
    """Return the words of the metric, else of the figure or verb, in a text that names nothing it could be about."""
    start, end = sought.named or parsed.span([sought.anchor])
    text = parsed.between(start, end)
    return Candidate(text, Subject(text=text, name=text), "subject.thing.anchor", (start, end))


def _phrases(parsed: Parsed, place: Place, sought: Sought, noun: Token, role: str) -> Iterator[Candidate[Subject]]:
    yield _candidate(parsed, place, sought, noun, role, long=False)
    if any(child.dep_ == "prep" and child.lower_ in ("of", "for") for child in noun.children):
        yield _candidate(parsed, place, sought, noun, role, long=True)


def _candidate(
    parsed: Parsed, place: Place, sought: Sought, noun: Token, role: str, *, long: bool
) -> Candidate[Subject]:
    start, end = phrase_span(parsed, noun, long=long)
    text = parsed.between(start, end)
    name = re.sub(r"\s+", " ", text)
    at = parsed.starts[noun.i]
    metric = any(m.start <= at < m.end for m in metric_mentions(parsed, None))
    measured = sought.named is not None and sought.named[0] <= at < sought.named[1]
    definite = any(child.lower_ in ("the", "its", "their", "this", "these", "our") for child in noun.children)
    holds = any(start <= e.start and e.end <= end for e in parsed.entities)
    kind = place.kind if role == "subject" else "metric" if metric else "noun"
    nominal = next((k for k in ("company", "product", "facility") if singular(noun.text) in nominals(k)), "-")
    traits = {
        f"thing:{role}|nominal:{nominal}", f"thing|nominal:{nominal}|definite:{definite}",
        f"thing|measured:{measured}|{sought.group}", f"thing:{role}|measured:{measured}",
        f"thing:{role}|holder:{place.holder}", f"thing:{role}|kind:{kind}|holder:{place.holder}",
        f"thing:{role}", f"thing:{role}|kind:{kind}", f"thing:{role}|long:{long}",
        f"thing:{role}|metric:{metric}", f"thing|definite:{definite}|metric:{metric}",
        f"thing|holds_name:{holds}", f"thing:{role}|holds_name:{holds}",
        f"thing:{role}|{place.voice}|kind:{kind}", f"thing:{role}|{place.voice}",
        f"thing:{role}|owner:{place.owner}", f"thing|{noun.tag_}",
    }  # fmt: skip
    for spoken_of in word_classes("noun").get(noun.lower_, ("-",)):
        traits |= {f"noun:{spoken_of}", f"noun:{spoken_of}|{role}", f"noun:{spoken_of}|{sought.group}"}
        traits.add(f"noun:{spoken_of}|{place.voice}|definite:{definite}")
    return Candidate(name, Subject(text=text, name=name), f"subject.thing.{role}", (start, end), traits)


def phrase_span(parsed: Parsed, noun: Token, *, long: bool) -> tuple[int, int]:
    """Return the span of a noun's head phrase; a word that begins with a digit is one word ("5G networks")."""
    start, end = parsed.span(_head_phrase(parsed, noun, long=long))
    text, begin = parsed.sentence.text, parsed.sentence.start
    while start > begin and text[start - begin - 1].isalnum():
        start -= 1
    return start, end


def _head_phrase(parsed: Parsed, noun: Token, *, long: bool) -> list[Token]:
    """Return a noun with its modifiers before it and, where `long`, its complements with "of" and "for".

    Figures, times, comparatives and what rounds a figure ("an estimated 40,000 people") are no part of it.
    """
    measured = [*parsed.quantities, *parsed.times]
    words = [noun]
    for child in noun.children:
        if child.i < noun.i and child.dep_ not in _LEFT_OUT and child.tag_ not in _LEFT_OUT_TAGS:
            at = parsed.starts[child.i]
            if noun.lower_ in MARKETS and (child.lower_ in whole_words() or _is_place(parsed, at)):
                continue  # where a market is belongs to the scope
            verbal = child.i == 0 and child.tag_ in ("VBN", "VBD") and parsed.sentence.block == "list_item"
            if verbal or child.lower_ in loose_modifiers() or child.lower_ == "not":
                continue  # "Acquired six buildings": the item's verb
            if child.lower_ not in _ROUNDING and not any(m.start <= at < m.end for m in measured):
                words += [t for t in child.subtree if not t.is_punct or t.text == "-"]
        elif long and child.dep_ == "prep" and child.lower_ in ("of", "for"):
            words += child.subtree
    return sorted(words, key=lambda token: token.i)


def _is_place(parsed: Parsed, at: int) -> bool:
    return any(e.start <= at < e.end and e.label in ("GPE", "LOC", "NORP") for e in parsed.entities)
