"""In which constructions the words that tell a stance count."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.language.inflection import singular
from pipeline.records import Stance
from pipeline.stages.claims.speech.acts import says
from pipeline.stages.claims.stances.vocabulary import (
    Cue,
    all_forms,
    cues,
    denying_verbs,
    outlook_verbs,
    uncontrolled_nouns,
)
from pipeline.stages.claims.syntax import is_noun, is_told_as_past, is_verb, own_subject, subject_of
from pipeline.stages.claims.vocabulary import expecters

_PRESENT_BE = frozenset({"is", "are", "am", "'s", "'re", "'m", "be", "remains", "remain"})
_EQUATING = frozenset({"is", "are", "'s", "being", "totals", "amounts"})
_PAST_AUXILIARIES = frozenset({"had", "was", "were", "been"})
_HELD_AGAINST = frozenset({"than", "above", "below", "beyond", "against", "versus"})
_EARLIER = frozenset({"last", "previous", "earlier", "prior"})
_ENDS = frozenset({"top", "end", "bottom", "midpoint"})
_SURPASSING = all_forms("beat", "miss", "exceed", "top", "surpass", "meet", "outpace") | {"topped", "topping"}
_STICKING = all_forms("stick", "adhere", "cling", "stand", "hold") | {"stuck", "clung"}
_HOLDING = all_forms(
    "have", "keep", "raise", "lift", "cut", "lower", "confirm", "reiterate", "maintain", "give", "issue", "narrow",
    "upgrade", "downgrade", "reaffirm", "set", "pursue", "leave", "announce", "unveil", "outline", "detail",
)  # fmt: skip
"""Verbs whose object "forecast", "target" or "plan" holds by what they say: "keeps its forecast"."""


def stances_of_word(node: Token) -> Iterator[Stance]:
    """Yield the stances that a word and what stands directly with it tell, the weaker ones first."""
    if is_verb(node):
        yield from _modal(node)
        yield from _verb_stance(node)
        if node.tag_ == "VBN" and any(t.lower_ in _PRESENT_BE for t in node.children if t.dep_ == "auxpass"):
            yield from _predicated(node)
    elif node.dep_ not in ("pobj", "compound", "nsubj") and not _recalled(node):
        yield from (cue.stance for cue in (cues("noun").get(singular(node.text)),) if cue)
    elif node.dep_ == "pobj" and node.head.head.lower_ in _STICKING and (cue := cues("noun").get(singular(node.text))):
        yield cue.stance  # "stuck to its target of selling"
    for child in node.children:
        yield from _complement_stances(node, child)


def governs(verb: Token) -> bool:
    """Tell whether a verb is a cue itself."""
    return verb.lower_ in cues("verb")


def _verb_stance(verb: Token) -> Iterator[Stance]:
    """Yield the stance that a verb gives what it governs: "plans to", "expects growth", "does not rule out"."""
    if _expected_outside(verb):
        yield "forecast"
        return
    cue = cues("verb").get(_with_particle(verb)) or cues("verb").get(verb.lower_)
    clauses = [child for child in verb.children if child.dep_ in ("xcomp", "ccomp")]
    if cue is None or not _in_force(verb, cue) or (cue.clause and not clauses):
        return
    if cue.stance != "forecast" or not any(is_told_as_past(clause) for clause in clauses):
        yield cue.stance


def _expected_outside(verb: Token) -> bool:
    """Tell whether analysts or the like expect: what they did stays a forecast in any tense ("had looked for")."""
    if verb.lower_ not in outlook_verbs() and _with_particle(verb) not in outlook_verbs():
        return False
    subject = subject_of(verb)
    return subject is not None and bool({subject.lower_, singular(subject.text)} & expecters())


def _predicated(word: Token) -> Iterator[Stance]:
    """Yield the stance of a participle or adjective in the predicate: "is set on", "is scheduled"."""
    if cue := cues("adjective").get(_with_particle(word)) or cues("adjective").get(word.lower_):
        yield cue.stance


def _modal(verb: Token) -> Iterator[Stance]:
    """Yield the stance of a verb's modals.

    "would" is planned (reported future) unless a condition hangs on it, and forecast of what follows from another
    clause.
    """
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if verb.tag_ == "VB" and "'d" in auxiliaries:  # "had" takes a participle
        auxiliaries.add("would")
    if "would" in auxiliaries and "have" not in auxiliaries and not _conditional(verb):
        subject = own_subject(verb)
        follows = subject is not None and subject.tag_ in ("WDT", "DT")  # "which would cost it 2 million"
        yield "forecast" if follows else "planned"
    if "should" in auxiliaries:
        yield "opinion" if "have" in auxiliaries or _subject_decides(verb) else "forecast"
    if "could" in auxiliaries and verb.lower_ not in denying_verbs() and any(t.dep_ == "neg" for t in verb.children):
        return  # "could not deliver": it did not
    if not {"could", "have"} <= auxiliaries:  # "could have": what did not come about
        yield from (cue.stance for word in sorted(auxiliaries) if (cue := cues("modal").get(word)))


def _conditional(verb: Token) -> bool:
    return any(child.dep_ == "advcl" and any(t.lower_ == "if" for t in child.children) for child in verb.children)


def _subject_decides(verb: Token) -> bool:
    """Tell whether a verb's subject is somebody who decides: "we should", "consumers should"."""
    subject = subject_of(verb)
    if subject is None:
        return False
    persons = subject.tag_ == "NNS" and singular(subject.text) not in uncontrolled_nouns()
    return persons or subject.lower_ in ("we", "i", "you", "he", "she", "they")


def _with_particle(verb: Token) -> str:
    """Return a verb with the word behind it: "rule out", "look forward", "agreed to"."""
    return f"{verb.lower_} {verb.nbor(1).lower_}" if verb.i + 1 < len(verb.doc) else verb.lower_


def _in_force(verb: Token, cue: Cue) -> bool:
    """Tell whether what a verb wants or expects still holds: not "had expected", nor "was expected to"."""
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if auxiliaries & _PAST_AUXILIARIES:
        return "had" not in auxiliaries and _shifted_back(verb)
    if verb.tag_ == "VBN" and not auxiliaries:
        return verb.dep_ in ("acl", "advcl", "ROOT", "conj", "ccomp")
    return cue.past or verb.tag_ != "VBD" or (_shifted_back(verb) and verb.head.i < verb.i)


def _shifted_back(verb: Token) -> bool:
    """Tell whether a past tense only reports: "it said that traffic was expected to grow"."""
    return verb.dep_ == "ccomp" and verb.head.tag_ == "VBD" and says(verb.head)


def _complement_stances(node: Token, child: Token) -> Iterator[Stance]:
    """Yield the stance that a predicate tells: "is likely to", "the goal is to", "on track to", "has no plans to"."""
    be = node.lower_ in _PRESENT_BE
    if child.dep_ in ("acomp", "oprd") or (child.dep_ == "advmod" and child.lower_ in ("likely", "unlikely")):
        past = any(t.lower_ in _PAST_AUXILIARIES for t in (node, *node.children))
        yield from (stance for stance in _predicated(child) if not past or stance == "opinion")
    elif child.lower_ == "rather" and any(t.lower_ in ("would", "'d") for t in node.children):
        yield "target"
    elif is_noun(child) and (child.dep_ in ("attr", "dobj") or (child.dep_ == "nsubj" and be)):
        yield from _noun_stance(node, child)
    elif child.dep_ == "nsubj" and node.tag_ in ("VBZ", "VBP"):  # "the guidance assumes"
        yield from (stance for stance in _noun_stance(node, child) if stance == "forecast")
    elif child.lower_ == "in" and is_verb(node) and child.dep_ == "prep" and _in_outlook(child):
        yield "forecast"
    elif child.dep_ == "prep" and (cue := cues("preposition").get(child.doc[child.i : child.i + 2].text.lower())):
        yield cue.stance
    elif be and child.dep_ in ("ccomp", "csubj", "csubjpass") and any(t.tag_ == "WP" for t in child.subtree):
        yield from (stance for t in child.subtree if is_verb(t) for stance in _verb_stance(t))  # "is what we aim for"


def _noun_stance(node: Token, noun: Token) -> Iterator[Stance]:
    """Yield the stance of a noun in the subject of "be", in the predicate, or that a verb holds or changes."""
    below = [t for child in noun.children if child.lower_ == "of" for t in child.children]
    for word in (noun, *below):
        cue = cues("noun").get(singular(word.text))
        held = noun.dep_ != "dobj" or (node.lower_ in _HOLDING and cue is not None and cue.stance != "possible")
        if cue and held and not _recalled(word) and not _prices(word):  # options on 20 jets are held as a fact
            yield cue.stance


def _in_outlook(preposition: Token) -> bool:
    """Tell whether a clause stands in a forecast: "in our guidance we assume a rate of 19%"."""
    nouns = (t for t in preposition.children if t.dep_ == "pobj" and not _recalled(t))
    return any((cue := cues("noun").get(singular(noun.text))) and cue.stance == "forecast" for noun in nouns)


def _prices(noun: Token) -> bool:
    """Tell whether a target is an analyst's: "price target"."""
    return any(child.lower_ in ("price", "share") for child in noun.children)


def _recalled(noun: Token) -> bool:
    """Tell whether a forecast is only what a result is held against: "than forecast", "last year's guidance"."""
    before = {t.lower_ for t in noun.doc[max(0, noun.i - 4) : noun.i]}
    governed_by = {noun.head.lower_, noun.head.head.lower_}
    words = {t.lower_ for t in noun.subtree}
    at_an_end = "at" in before and before & _ENDS
    return bool(
        at_an_end
        or before & (_HELD_AGAINST | _EARLIER)
        or governed_by & (_SURPASSING | _HELD_AGAINST)
        or words & _EARLIER
    )


def stance_over_figure(figure: Token, head: Token) -> Stance | None:
    """Return the stance of the noun that a figure belongs to: "a target of 10%", "its revenue forecast of $5bn".

    Looked for between the figure and `head`, the governor of its clause.
    """
    if stance := _qualified(figure):
        return stance
    for node in figure.ancestors:
        if node == head or is_verb(node):
            return _stance_of_subject(node) if node.lower_ in _EQUATING else _stance_of_moved(figure, node)
        if (cue := cues("noun").get(singular(node.text))) and is_noun(node):
            return None if _recalled(node) or _prices(node) or cue.stance == "possible" else cue.stance
        if stance := _qualified(node):
            return stance
    return None


def _stance_of_moved(figure: Token, verb: Token) -> Stance | None:
    """Return the stance of an aim that a verb moves to a figure: "trimmed its export target to 6,500 trucks"."""
    to = next((t for t in (figure, *figure.ancestors) if t.head == verb), None)
    moved = next((t for t in verb.children if t.dep_ in ("dobj", "nsubjpass") and is_noun(t)), None)
    moved = moved or (verb.head if verb.dep_ == "acl" and is_noun(verb.head) else None)
    if to is None or to.lower_ != "to" or moved is None or moved.i > to.i or _prices(moved):
        return None
    if any(child.lower_ in ("his", "her", "their") for child in moved.children):
        return None  # an analyst's target for a share
    if singular(moved.text) == "estimate":
        return "forecast"
    cue = cues("noun").get(singular(moved.text))
    return cue.stance if cue and cue.stance in ("target", "forecast") else None


def _qualified(noun: Token) -> Stance | None:
    """Return the stance of a participle beside a noun: "an expected loss of $5m", "the 77 cents forecast by her"."""
    for child in noun.children:
        cue = cues("verb").get(child.lower_)
        if cue and not cue.clause and child.dep_ in ("amod", "acl") and child.tag_ == "VBN" and not _recalled(noun):
            return cue.stance
    return None


def _stance_of_subject(verb: Token) -> Stance | None:
    """Return the stance of a subject that a figure is set equal to: "the expected tax rate is 22%"."""
    subject = own_subject(verb)
    return _qualified(subject) if subject is not None else None
