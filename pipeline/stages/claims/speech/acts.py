"""Acts of speech and belief in a parse: who says, and which clauses are what is said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from spacy.tokens import Token

from pipeline.language.inflection import inflected
from pipeline.lexicon import entries
from pipeline.stages.claims.syntax import is_finite, is_verb, own_subject, subject_of
from pipeline.stages.claims.vocabulary import reporting_verbs

_BE, _MAKE = inflected("be"), inflected("make")


class Speech(NamedTuple):
    """One act: its verb, who speaks (None where the clause names nobody), the heads of what is said."""

    verb: Token
    speaker: Token | None
    reported: tuple[Token, ...]


def speeches(words: Sequence[Token]) -> list[Speech]:
    """Return the acts of saying and believing that have a clause as their content, in text order.

    `words` are the tokens of one sentence.
    """
    return [
        Speech(verb, _speaker(verb), reported)
        for verb in words
        if (is_verb(verb) or verb.dep_ == "ROOT") and (reported := _reported(verb))
    ]


def says(verb: Token) -> bool:
    """Tell whether a verb is one of saying, by itself or with its particle or complement ("made it known")."""
    if verb.lower_ in reporting_verbs():
        return True
    if verb.lower_ in _MAKE:
        return any(token.lower_ in _making_known() for token in verb.doc[verb.i + 1 : verb.i + 4])
    return any(f"{verb.lower_} {child.lower_}" in reporting_verbs() for child in verb.children if child.i == verb.i + 1)


def believes(verb: Token) -> bool:
    """Tell whether a verb, or the adjective it joins to its subject, is one of belief or expectation."""
    if verb.lower_ in _forms("belief_verbs") or expects(verb):
        return True
    return verb.lower_ in _BE and any(
        child.dep_ == "acomp" and child.lower_ in _words("belief_adjectives") for child in verb.children
    )


def expects(verb: Token) -> bool:
    """Tell whether a verb is one of expectation: of a company it gives guidance, of a person an opinion."""
    return verb.lower_ in _forms("expectation_verbs")


def shows(verb: Token) -> bool:
    """Tell whether a verb is one by which data or documents tell something: "a filing showed"."""
    return verb.lower_ in _forms("showing_verbs")


def judges(verb: Token) -> bool:
    """Tell whether a verb is one of judging a thing: "called the subsidy a gift"."""
    return verb.lower_ in _forms("evaluation_verbs") and (
        any(child.dep_ in ("oprd", "ccomp", "xcomp") for child in verb.children)
        or any(child.lower_ in ("as", "for") for child in verb.children)
    )


def is_aside(verb: Token) -> bool:
    """Tell whether a verb of saying or belief stands beside what it reports: "…, he went on, …"."""
    return verb.dep_ == "parataxis" and verb.head != verb and (says(verb) or believes(verb))


def _reported(verb: Token) -> tuple[Token, ...]:
    if is_aside(verb):
        return (verb.head,)
    if says(verb):
        said = [child for child in _complements(verb) if is_finite(child) or own_subject(child)]
        return tuple(child for child in said if child is not _headline_subject(verb, said))
    if believes(verb):
        if any(child.dep_ == "agent" for child in verb.children):
            return (verb,)
        clauses = tuple(child for child in _complements(verb) if own_subject(child) is not None)
        return clauses or ((verb,) if expects(verb) and _has_object(verb) else ())
    return (verb,) if judges(verb) else ()


def _has_object(verb: Token) -> bool:
    """Tell whether a verb has a thing as its object: "expects sales of"."""
    return verb.tag_ != "VBN" and any(child.dep_ == "dobj" for child in verb.children)


def _headline_subject(verb: Token, said: Sequence[Token]) -> Token | None:
    """Return the clause in front of a headline's bare "…, says": it lends its subject and is not what is said."""
    if own_subject(verb) is not None or len(said) < 2 or said[0].i > verb.i:
        return None
    return said[0]


def _complements(verb: Token) -> list[Token]:
    """Return the clauses that complete a verb, also through its adjective ("is sure that …")."""
    holders = [
        verb,
        *(child for child in verb.children if child.dep_ in ("acomp", "oprd", "ccomp") and not is_verb(child)),
    ]
    return [child for holder in holders for child in holder.children if is_verb(child) and _completes(child)]


def _completes(clause: Token) -> bool:
    """Tell whether a clause is what its governor says: also one with "that" which the parse takes for an aside."""
    marked = any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)
    return clause.dep_ == "ccomp" or (clause.dep_ == "advcl" and marked)


def _speaker(verb: Token) -> Token | None:
    """Return the subject of an act of speech, or its agent in the passive ("is expected by her")."""
    agents = [t for child in verb.children if child.dep_ == "agent" for t in child.children if t.dep_ == "pobj"]
    if agents:
        return agents[0]
    subject = subject_of(verb)
    if subject is None:
        lender = next((child for child in verb.children if child.dep_ == "ccomp" and child.i < verb.i), None)
        subject = own_subject(lender) if lender is not None else None
    return subject if subject is not None and subject.dep_ != "nsubjpass" else None


@cache
def _forms(name: str) -> frozenset[str]:
    return frozenset(form for verb in entries(name) for form in inflected(verb))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(entries(name))


def _making_known() -> frozenset[str]:
    return _words("making_known")
