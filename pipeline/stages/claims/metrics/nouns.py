"""The nouns round a figure, each with how the parse or its place ties it to the figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.records import Quantity
from pipeline.stages.claims.figures.respective import listed_figures
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.syntax import clause_head, is_noun, is_verb, own_subject, subject_of

_RESPECTIVELY = re.compile(r"(?:,?\s*respectively,?)?\s*", re.IGNORECASE)
_PREPOSITIONS = frozenset({"of", "to", "in", "at", "by", "for", "with", "from"})


def nouns_around(parsed: Parsed, quantity: Quantity, anchor: Token) -> Iterator[tuple[Token, str]]:
    """Yield the nouns round a figure with how they are tied to it."""
    if quantity.kind == "count" and (counted := _counted(parsed, quantity)) is not None:
        yield counted, "counted"
    for noun, preposition in _objects(anchor):
        role = "of" if preposition == "of" else "in" if preposition in ("in", "for") else "prep"
        yield noun, f"part_{role}"
    yield from ((noun, f"behind.{preposition}") for noun, preposition in _behind(parsed, quantity))
    if (listed := _in_parallel(parsed, quantity, anchor)) is not None:
        yield listed, "in_parallel"
    verb = clause_head(anchor)
    below = anchor
    for number, node in enumerate(anchor.ancestors):
        if node == verb or is_verb(node):
            break
        if is_noun(node):
            yield node, f"over.{_tie(below, node)}.{min(number, 2)}"
            yield from ((noun, f"moved.{p}") for noun, p in _objects(node) if _apart(noun, anchor))
        below = node
    yield from _of_clause(verb, anchor)


def _of_clause(verb: Token, anchor: Token) -> Iterator[tuple[Token, str]]:
    """Yield the subject and the objects of the clause of a figure, and the subject of the clause over it."""
    subject = own_subject(verb)
    if subject is not None and subject != anchor:
        yield subject, "subject"
    if subject is not None and not _apart(subject, anchor):
        yield from ((noun, f"recorded.{p}") for noun, p in _objects(verb))
    shared = subject_of(verb)
    if shared is not None and subject is None and shared != anchor:
        yield shared, f"shared.{verb.dep_}"
    for child in verb.children:
        if child.dep_ in ("dobj", "attr") and child != anchor and not child.is_ancestor(anchor):
            yield child, "object"
    for noun, preposition in _objects(verb):
        if _apart(noun, anchor):
            yield noun, f"beside.{preposition}"
    outer = clause_head(verb.head)
    over = own_subject(outer) if outer != verb else None
    if over is not None and over not in (subject, shared) and _apart(over, anchor):
        yield over, "outer_subject"


def _behind(parsed: Parsed, quantity: Quantity) -> Iterator[tuple[Token, str]]:
    """Yield the object of the preposition right behind a figure, or behind the list of figures that it stands in."""
    last = listed_figures(parsed, quantity)[-1]
    match = _RESPECTIVELY.match(parsed.behind(last.end))
    at = last.end + (match.end() if match else 0)
    for preposition in parsed.tokens(at, at + 1):
        word = preposition.lower_ if preposition.lower_ in _PREPOSITIONS else "prep"
        yield from ((noun, word) for noun in preposition.children if noun.dep_ == "pobj")


def _in_parallel(parsed: Parsed, quantity: Quantity, anchor: Token) -> Token | None:
    """Return the noun at a figure's place in the subject's list: "sales and costs were $5m and $3m, respectively"."""
    subject = subject_of(clause_head(anchor))
    if subject is None or "respectively" not in parsed.behind(quantity.end).lower():
        return None
    nouns = [subject, *subject.conjuncts]
    figures = listed_figures(parsed, quantity)
    return nouns[figures.index(quantity)] if len(nouns) == len(figures) > 1 else None


def _objects(node: Token) -> Iterator[tuple[Token, str]]:
    """Yield the objects of a word's prepositions, each with its preposition."""
    for preposition in node.children:
        if preposition.dep_ == "prep":
            word = preposition.lower_ if preposition.lower_ in _PREPOSITIONS else "prep"
            yield from ((noun, word) for noun in preposition.children if noun.dep_ == "pobj")


def _apart(noun: Token, anchor: Token) -> bool:
    return noun != anchor and not noun.is_ancestor(anchor)


def _tie(below: Token, node: Token) -> str:
    if below.dep_ == "prep":
        return below.lower_ if below.lower_ in _PREPOSITIONS else "prep"
    return below.dep_ if below.dep_ in ("nummod", "compound", "appos", "amod", "nmod", "conj") else "other"


def _counted(parsed: Parsed, quantity: Quantity) -> Token | None:
    """Return the head of the noun phrase that a count counts: the first token of its unit after it."""
    unit = (quantity.unit or "").split("_")[-1][:4]
    after = parsed.tokens(quantity.end, min(quantity.end + 60, parsed.sentence.end))
    return next((t for t in after if is_noun(t) and unit and t.lower_.startswith(unit[:3])), None)
