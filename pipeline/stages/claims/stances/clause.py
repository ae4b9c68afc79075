"""Stance and negation of a clause: the words that govern it, its tense and mood; not a cue word alone."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.language.inflection import inflected, singular
from pipeline.records import Stance
from pipeline.stages.claims.assertions import headline_plan
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.speech.acts import says
from pipeline.stages.claims.stances.cues import governs, stance_over_figure, stances_of_word
from pipeline.stages.claims.stances.vocabulary import creation_verbs, denying_verbs, uncontrolled_nouns
from pipeline.stages.claims.syntax import (
    goes_on_infinitive,
    is_finite,
    is_noun,
    is_told_as_past,
    is_verb,
    own_subject,
    subject_of,
)

_GOVERNED = frozenset({"xcomp", "pcomp", "ccomp", "acl", "prep", "pobj", "dobj", "attr", "oprd", "acomp", "dative"})
_WHEN = frozenset({"when", "once", "until"})
_STATES = frozenset(f for verb in ("be", "have", "remain", "include", "own", "hold", "know") for f in inflected(verb))
"""Forms of verbs that tell a state: in the present tense they never announce anything."""


def clause_stance(parsed: Parsed, head: Token, published: dt.date | None, *, figure: Token | None = None) -> Stance:
    """Return the stance of the clause that `head` governs, in an article of the day `published`.

    `figure` is the word of its main quantity: a measured claim is never an opinion, and a noun over the figure
    counts ("a forecast of 5%").  The outermost cue wins, up to a verb of saying.
    """
    if figure is not None and _is_owned(figure) and head.lower_ not in creation_verbs():
        return stance_over_figure(figure, head) or "asserted"
    if figure is not None and _lies_behind(figure, head):
        return "asserted"
    governors = [head] if is_told_as_past(head) else list(_governors(head))
    found = [s for node in governors for s in stances_of_word(node) if figure is None or s != "opinion"]
    if found:
        stance = found[-1]
        return "forecast" if stance == "planned" and _happens_by_itself(head) else stance
    if figure is not None and (stance_of_noun := stance_over_figure(figure, head)):
        return stance_of_noun
    if _is_aim(parsed, head):
        return "target"
    if _infinitive_of_plan(parsed, head) or _lies_ahead(parsed, head, published):
        return "planned"
    return "asserted"


def _is_owned(figure: Token) -> bool:
    """Tell whether a figure counts what somebody has already, whatever is to become of it: "four of its 19 rigs"."""
    noun = figure.head
    if figure.dep_ == "pobj" and noun.lower_ == "of" and noun.dep_ == "prep":
        return any(child.tag_ == "PRP$" for child in noun.head.children)  # "double its staff of 300"
    return figure.dep_ == "nummod" and any(child.dep_ == "poss" and child.i < figure.i for child in noun.children)


_BEHIND = frozenset({"after", "following", "despite"})


def _lies_behind(figure: Token, head: Token) -> bool:
    """Tell whether a figure is of what had come before: "it raised its guidance after growth of 9%"."""
    above = itertools.takewhile(lambda node: node != head and not is_verb(node), figure.ancestors)
    return any(node.lower_ in _BEHIND and node.dep_ == "prep" for node in above)


def _governors(head: Token) -> Iterator[Token]:
    """Yield a clause's governor and what governs it from above, innermost first, up to a verb of saying."""
    node = head
    yield node
    while node.head != node and _is_governed(node):
        node = node.head
        if says(node) and not governs(node):
            return
        yield node


def _is_governed(node: Token) -> bool:
    if node.dep_ == "ccomp" and node.i < node.head.i and any(t.text == ";" for t in node.doc[node.i : node.head.i]):
        return False  # "shops offer it; the company wants more"
    if node.dep_ == "advcl" and _sets_time(node):
        return True
    if node.dep_ == "advcl" and node.tag_ == "VBG" and node.i > node.head.i and _is_past(node.head):
        return False  # "it raised its forecast, sending its shares up 6%"
    if node.dep_ in ("advcl", "conj", "relcl"):  # "we forecast margins to be 5%": parsed as a modifier of margins
        return not is_finite(node)
    return node.dep_ in _GOVERNED


def _is_past(verb: Token) -> bool:
    """Tell whether a clause is of the past: "it rose", "analysts had expected"."""
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(t.lower_ == "had" for t in verb.children))


def _sets_time(clause: Token) -> bool:
    """Tell whether a clause in the present tense gives the time of what governs it: "once the plant makes 500"."""
    opened = any(t.dep_ in ("advmod", "mark") and t.lower_ in _WHEN for t in clause.children)
    return opened and bool({clause.tag_, *(t.tag_ for t in clause.children if t.dep_ == "aux")} & {"VBZ", "VBP"})


def _happens_by_itself(head: Token) -> bool:
    """Tell whether a clause's subject is a thing that nobody plans: demand, margins, the economy."""
    subject = subject_of(head)
    if {"expl"} <= {child.dep_ for child in head.children} and any(t.lower_ == "would" for t in head.children):
        return True  # "there would be some impact"
    if subject is None or not is_noun(subject):
        return False
    words = {singular(subject.text), f"{subject.nbor(-1).lower_} {singular(subject.text)}" if subject.i else ""}
    return bool(words & uncontrolled_nouns())


def _is_aim(parsed: Parsed, head: Token) -> bool:
    """Tell whether a list item without a subject names an aim: "to expand abroad"."""
    return parsed.sentence.block == "list_item" and _is_infinitive(head) and subject_of(head) is None


def _infinitive_of_plan(parsed: Parsed, head: Token) -> bool:
    """Tell whether a clause says what is to happen: "pre-orders are to open", a headline's "Oakmere to hire"."""
    plan = headline_plan(parsed)
    if plan is not None and head.i >= plan.i and not is_finite(head):
        return True
    over = head.head
    joined = head.dep_ == "conj" and head.tag_ == "VB" and own_subject(head) is None
    if joined or goes_on_infinitive(head):
        return _infinitive_of_plan(parsed, over)  # "it is to close the plant and lay off 265 people"
    if _is_infinitive(head):
        if head.dep_ in ("xcomp", "ccomp"):
            return _is_to(over)
        label = parsed.sentence.block in ("title", "heading", "list_item")
        return label and (head.dep_ == "ROOT" or (head.dep_ in ("acl", "relcl") and is_noun(over)))
    return _is_to(head)


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.children if child.dep_ == "aux")


def _is_to(verb: Token) -> bool:
    """Tell whether a form of "be" says what is to happen, not what something consists in ("to win is to wait")."""
    if verb.lower_ not in ("is", "are"):
        return False
    others = {child.dep_ for child in verb.children} & {"attr", "acomp", "csubj"}
    asks = any(child.tag_ == "WP" for child in verb.children)
    then = any(
        child.dep_ in ("xcomp", "ccomp") and child.i > verb.i and _is_infinitive(child) for child in verb.children
    )
    return then and not others and not asks


def _lies_ahead(parsed: Parsed, head: Token, published: dt.date | None) -> bool:
    """Tell whether a clause in the present tense, or a list item without a verb, speaks of days to come."""
    if published is None or head.lower_ in _STATES:
        return False
    times = [time for time in parsed.times if time.kind != "set"]
    if parsed.sentence.block == "list_item" and not any(is_finite(token) for token in parsed.doc):
        return any(time.last_day is not None and time.last_day > published for time in times)
    tense = {head.tag_, *(child.tag_ for child in head.children if child.dep_ in ("aux", "auxpass"))}
    if not tense & {"VBZ", "VBP"} or tense & {"VBD", "VBN"}:
        return False
    ahead = [time for time in times if time.first_day is not None and time.first_day > published]
    roots = (parsed.root(time.start, time.end) for time in ahead)
    return any(root is not None and _clause_of(root) == head for root in roots)


def _clause_of(token: Token) -> Token:
    return next((node for node in (token, *token.ancestors) if is_verb(node)), token)


def is_negated(verb: Token) -> bool:
    """Tell whether a clause denies what it speaks of: a negation of its verb, or a subject or object with "no".

    Verbs that deny by themselves undo it ("does not rule out", "never stops").
    """
    if verb.lower_ in denying_verbs():
        return False
    children = list(verb.children)
    if any(t.lower_ == "never" for t in children) and any(t.tag_ == "JJR" for t in children):
        return False  # "has never been fuller"
    if any(t.dep_ == "neg" for t in children):
        following = " ".join(t.lower_ for t in children if t.dep_ in ("advmod", "neg"))
        return "only" not in following
    return any(
        t.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and any(d.lower_ in ("no", "neither") for d in t.children)
        for t in children
    )
