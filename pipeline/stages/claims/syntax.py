"""Tree walks over a dependency parse (ClearNLP labels, Penn tags) that the claims stage needs."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.language.inflection import inflected, invariant_verbs

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
FINITE_CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "parataxis", "conj", "acl", "xcomp", "pcomp"})
INCLUDING = frozenset(f for verb in ("include", "exclude", "comprise", "contain") for f in inflected(verb))
"""Forms of verbs whose object, not their subject, has the figure behind it: "costs include rent of $5m"."""
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})


def is_verb(token: Token) -> bool:
    """Tell whether a token is a verb, auxiliary or modal."""
    return token.tag_.startswith("VB") or token.tag_ == "MD"


def is_noun(token: Token) -> bool:
    """Tell whether a token is a noun or a name."""
    return token.tag_.startswith("NN")


def is_finite(verb: Token) -> bool:
    """Tell whether a verb carries tense, by its own tag or an auxiliary's."""
    return is_verb(verb) and (
        (verb.tag_ in FINITE_TAGS and not goes_on_infinitive(verb))
        or any(child.tag_ in FINITE_TAGS for child in verb.children if child.dep_ in ("aux", "auxpass"))
    )


def goes_on_infinitive(verb: Token) -> bool:
    """Tell whether a verb goes on with the infinitive it is joined to, whose form alone may be the past.

    "Will open a mill and cut jobs": it has no subject of its own.
    """
    plain = verb.tag_ == "VBP" or verb.lower_ in invariant_verbs()
    if verb.dep_ != "conj" or not plain or own_subject(verb) is not None:
        return False
    return verb.head.tag_ == "VB" or goes_on_infinitive(verb.head)


def clause_head(token: Token) -> Token:
    """Return the verb that governs the smallest clause around `token`, or the sentence's root."""
    for node in (token, *token.ancestors):
        if node.dep_ == "ROOT" or (is_verb(node) and node.dep_ in FINITE_CLAUSES):
            return node
    return token


def own_subject(verb: Token) -> Token | None:
    """Return the subject that stands with the verb itself."""
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def subject_of(verb: Token) -> Token | None:
    """Return a verb's subject: its own, or the one it shares by coordination, control or as a modifier."""
    node = verb
    while True:
        if subject := own_subject(node):
            return node.head if node.dep_ == "relcl" and subject.tag_ in ("WDT", "WP") else subject
        if node.dep_ in ("relcl", "acl"):
            return node.head
        if node.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "prep") or node.head == node:
            return None
        node = node.head


def clause_tokens(head: Token) -> Iterator[Token]:
    """Yield the tokens of a clause without those of the finite clauses under it."""
    stack = [head]
    while stack:
        node = stack.pop()
        yield node
        stack += [child for child in node.children if not _opens_clause(child)]


def _opens_clause(token: Token) -> bool:
    return token.dep_ in ("ccomp", "advcl", "relcl", "parataxis", "conj") and is_finite(token)


def is_told_as_past(head: Token) -> bool:
    """Tell whether a clause lies behind, whatever governs it: "we estimate that the market has grown"."""
    auxiliaries = {child.lower_ for child in head.children if child.dep_ in ("aux", "auxpass")}
    if head.dep_ != "ccomp" or auxiliaries & {"will", "would", "may", "might", "could", "should"}:
        return False
    return head.tag_ == "VBD" or bool(auxiliaries & {"has", "have", "was", "were"})
