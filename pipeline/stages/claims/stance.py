"""Stance and negation of a clause, by cues that govern it: not by a cue alone."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Token

from pipeline.language.inflection import inflected
from pipeline.lexicon import entries
from pipeline.records import Stance
from pipeline.stages.claims.vocabulary import stance_cues

_BACKWARD = re.compile(r"\b(?:last|previous|prior|earlier)\s+\w+['’]s\s+(?:guidance|forecast|outlook)|(?:guidance|forecast|outlook|plan|target)\s+of\s+last|(?:had|was|were|been)\s+(?:\w+\s+)?(?:expected|forecast|planned|projected|targeted)|(?:than|as|beat|beating|above|below|missed|exceeded|topped)\s+(?:\w+\s+){0,3}(?:expect|forecast|estimat|guidance|target)\w*", re.IGNORECASE)
_OPINION_ONLY = re.compile(r"\b(?:the best|world-class|amazing|stunning|unbeatable|outstanding|remarkable|unbelievable|incredible|beautiful|perfect(?:ly)?|immersive|effortless(?:ly)?|breathtaking|exciting|superb|great|fantastic|elegant|astonishing)\b", re.IGNORECASE)


_GOVERNED = frozenset({"xcomp", "pcomp", "ccomp", "acl", "prep", "pobj", "dobj", "advcl"})


def find_stance(clause: str, *, measured: bool) -> Stance:
    """Return the stance of a clause; `measured` says that the claim has a figure to check."""
    backward = _BACKWARD.search(clause)
    for stance, cues in stance_cues():
        match = cues.search(clause)
        if match is None or (backward and backward.start() <= match.start() < backward.end()):
            continue
        if stance == "opinion" and measured:
            continue
        return stance
    if not measured and _OPINION_ONLY.search(clause):
        return "opinion"
    return "asserted"


def governing_words(verb: Token) -> str:
    """Return the words that govern a clause from above: "plans to", "is committed to", "the goal of"."""
    words = []
    node = verb
    while node.dep_ in _GOVERNED and node.head != node:
        node = node.head
        words.append(node)
        words += [t for t in node.children if t.dep_ in ("aux", "auxpass", "prt", "acomp", "prep", "agent") and t.i < verb.i]
    return " ".join(token.text for token in sorted(words, key=lambda t: t.i)) + " to" * bool(words)


def is_negated(verb: Token) -> bool:
    """Tell whether a clause denies what it speaks of: a negation of its verb, or a subject or object with "no".

    Verbs that deny by themselves undo it ("does not rule out", "never stops").
    """
    if verb.lower_ in _denying():
        return False
    children = list(verb.children)
    if any(t.dep_ == "neg" for t in children):
        following = " ".join(t.lower_ for t in children if t.dep_ in ("advmod", "neg"))
        return "only" not in following
    return any(
        t.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and any(d.lower_ in ("no", "neither") for d in t.children)
        for t in children
    )


@cache
def _denying() -> frozenset[str]:
    return frozenset(form for verb in entries("denying_verbs") for form in inflected(verb))
