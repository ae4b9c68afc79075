"""Candidates for what the vocabulary does not name: the lemma of the phrase that is measured."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from pipeline.lexicon import entries
from pipeline.records import Quantity
from pipeline.stages.claims.metrics.named import Named, snake_case
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.ranking import Candidate
from pipeline.stages.claims.respective import list_around
from pipeline.stages.claims.syntax import INCLUDING, clause_head, is_noun, is_verb, own_subject, subject_of

LONGEST = 4
"""Words at most of a metric's name."""
_RESPECTIVELY = re.compile(r"(?:,?\s*respectively,?)?\s*", re.IGNORECASE)
_PREPOSITIONS = frozenset({"of", "to", "in", "at", "by", "for", "with", "from"})


def head_phrases(parsed: Parsed, quantity: Quantity) -> Iterator[Candidate[Named]]:
    """Yield the nouns that a figure may measure, bare and with the words that specify them."""
    anchor = parsed.root(quantity.start, quantity.end)
    if anchor is None:
        return
    names = {t.i for e in parsed.entities for t in parsed.tokens(e.start, e.end)}
    figures = {t.i for x in (*parsed.quantities, *parsed.times) for t in parsed.tokens(x.start, x.end)}
    subject = own_subject(clause_head(anchor))
    for noun, role in _nouns(parsed, quantity, anchor):
        if not is_noun(noun) or noun.i in names | figures or not noun.text[0].isalpha():
            continue
        for version, words in _versions(noun, names | figures):
            name = snake_case(" ".join(t.text for t in words))
            traits = {
                f"head:{role}", f"head:{role}|{quantity.kind}", f"head:{version}", f"head:{version}|{quantity.kind}",
                f"head:{role}|{version}",
            }  # fmt: skip
            if noun.tag_ in ("NNP", "NNPS"):
                traits.add("head:name")
            if noun == subject:
                traits.add("head:is_subject")
                if clause_head(anchor).lower_ in INCLUDING:
                    traits.add("head:subject|includes")
            named = Named(name, None)
            yield Candidate(named.key, named, f"metric.head.{role}", parsed.span(words), traits)


def _nouns(parsed: Parsed, quantity: Quantity, anchor: Token) -> Iterator[tuple[Token, str]]:
    """Yield the nouns round a figure with how they are tied to it."""
    if quantity.kind == "count" and (counted := _counted(parsed, quantity)) is not None:
        yield counted, "counted"
    for noun, preposition in _objects(anchor):
        role = "of" if preposition == "of" else "in" if preposition in ("in", "for") else "prep"
        yield noun, f"part_{role}"
    yield from ((noun, f"behind.{preposition}") for noun, preposition in _behind(parsed, quantity))
    if (noun := _in_parallel(parsed, quantity, anchor)) is not None:
        yield noun, "in_parallel"
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
    if shared is not None and subject is None and _apart(shared, anchor):
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
    last = list_around(parsed, [q for q in parsed.quantities if q.kind == quantity.kind], quantity)[-1]
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
    figures = list_around(parsed, [q for q in parsed.quantities if q.kind == quantity.kind], quantity)
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


def _versions(noun: Token, taken: set[int]) -> Iterator[tuple[str, list[Token]]]:
    """Yield a noun alone, with the nouns compounded with it, and with its adjectives as well."""
    yield "bare", [noun]
    compounds = _before(noun, taken, ("compound", "nmod"))
    if len(compounds) > 1:
        yield "compound", compounds
    described = _before(noun, taken, ("compound", "nmod", "amod"))
    if len(described) > len(compounds):
        participle = any(t.tag_ in ("VBG", "VBN") for t in described)
        yield ("participle" if participle else "adjective"), described


def _specifies(token: Token, links: tuple[str, ...]) -> bool:
    plain = token.dep_ in links and token.text[0].isalpha() and token.tag_ not in ("JJR", "JJS", "RBR")
    return plain and token.lower_ not in _stops()


@cache
def _stops() -> frozenset[str]:
    return frozenset(entries("modifier_stops"))


def _before(noun: Token, taken: set[int], links: tuple[str, ...]) -> list[Token]:
    """Return the unbroken run of words that specify a noun, the noun last; a hyphen joins its two sides."""
    words = [noun]
    while (at := words[0].i - 1) >= 0 and len([w for w in words if w.text != "-"]) <= LONGEST:
        token = noun.doc[at]
        inside = noun.is_ancestor(token) and at not in taken
        if not inside or not (token.text == "-" or words[0].text == "-" or _specifies(token, links)):
            break
        words.insert(0, token)
    while words[0].text == "-":
        words.pop(0)
    return words
