"""Stance and negation of a clause: the words that govern it, its tense and mood; not a cue word alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple, cast, get_args

from spacy.tokens import Token

from pipeline.language.inflection import inflected, singular
from pipeline.lexicon import LexiconError, entries, rows
from pipeline.records import Stance
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.speech import says
from pipeline.stages.claims.syntax import is_finite, is_noun, is_verb, subject_of

Slot = Literal["modal", "verb", "adjective", "noun", "preposition"]

_GOVERNED = frozenset({"xcomp", "pcomp", "ccomp", "acl", "prep", "pobj", "dobj", "attr", "oprd", "acomp", "dative"})
_HELD_AGAINST = frozenset({"than", "above", "below", "beyond", "against", "versus"})
_SURPASSING = frozenset(form for verb in ("beat", "miss", "exceed", "top", "surpass", "meet", "outpace") for form in inflected(verb))
_STATES = frozenset(form for verb in ("be", "have", "remain", "include", "own", "hold", "know") for form in inflected(verb))


class Cue(NamedTuple):
    """What a word says about the stance of what it governs.

    `past`: it does so in the past tense, too; `clause`: only where it governs a clause or an infinitive.
    """

    stance: Stance
    past: bool
    clause: bool


def clause_stance(
    parsed: Parsed, head: Token, published: dt.date | None, *, figure: Token | None = None
) -> Stance:
    """Return the stance of the clause that `head` governs.

    `figure` is the word of its main quantity: a measured claim is never an opinion, and a noun over the figure
    counts ("a forecast of 5%").  The outermost cue wins, up to a verb of saying.
    """
    governors = [head] if _is_told_as_past(head) else list(_governors(head))
    found = [s for node in governors for s in _own_stances(node) if figure is None or s != "opinion"]
    if found:
        stance = found[-1]
        return "forecast" if stance == "planned" and _happens_by_itself(head) else stance
    if figure is not None and (stance_of_noun := _over_figure(figure, head)):
        return stance_of_noun
    if _is_aim(parsed, head):
        return "target"
    if _infinitive_of_plan(parsed, head) or _lies_ahead(parsed, head, published):
        return "planned"
    return "asserted"


def _governors(head: Token) -> Iterator[Token]:
    """Yield a clause's governor and what governs it from above, innermost first, up to a verb of saying."""
    node = head
    yield node
    while node.head != node and _is_governed(node):
        node = node.head
        if says(node) and not _cues("verb").get(node.lower_):
            return
        yield node


def _is_told_as_past(head: Token) -> bool:
    """Tell whether a clause lies behind, whatever governs it: "we estimate that the market has grown"."""
    auxiliaries = {child.lower_ for child in head.children if child.dep_ in ("aux", "auxpass")}
    if head.dep_ != "ccomp" or auxiliaries & {"will", "would", "may", "might", "could", "should"}:
        return False
    return head.tag_ == "VBD" or bool(auxiliaries & {"has", "have", "was", "were"})


def _is_governed(node: Token) -> bool:
    if node.dep_ in ("advcl", "conj", "relcl"):  # "we forecast margins to be 5%": parsed as a modifier of margins
        return not is_finite(node)
    return node.dep_ in _GOVERNED


def _own_stances(node: Token) -> Iterator[Stance]:
    """Yield the stances that a word and what stands directly with it tell, the weaker ones first."""
    if is_verb(node):
        yield from _modal(node)
        yield from _verb_stance(node)
        if node.tag_ == "VBN" and any(t.lower_ in _PRESENT_BE for t in node.children if t.dep_ == "auxpass"):
            yield from _predicated(node)
    elif (cue := _cues("noun").get(singular(node.text))) and node.dep_ not in ("pobj", "compound", "nsubj"):
        if not _recalled(node):
            yield cue.stance
    for child in node.children:
        yield from _complement_stances(node, child)


def _verb_stance(verb: Token) -> Iterator[Stance]:
    """Yield the stance that a verb gives what it governs: "plans to", "expects growth", "does not rule out"."""
    cue = _cues("verb").get(_with_particle(verb)) or _cues("verb").get(verb.lower_)
    clause = any(child.dep_ in ("xcomp", "ccomp") for child in verb.children)
    if cue and _in_force(verb, cue) and (clause or not cue.clause):
        yield cue.stance


def _predicated(word: Token) -> Iterator[Stance]:
    """Yield the stance of a participle or adjective in the predicate: "is set on", "is scheduled"."""
    if cue := _cues("adjective").get(_with_particle(word)) or _cues("adjective").get(word.lower_):
        yield cue.stance


def _modal(verb: Token) -> Iterator[Stance]:
    auxiliaries = [child.lower_ for child in verb.children if child.dep_ == "aux"]
    if "would" in auxiliaries and "have" not in auxiliaries and not _conditional(verb):
        yield "planned"
    if "should" in auxiliaries:
        yield "opinion" if subject_is_person(verb) else "forecast"
    if "have" in auxiliaries and "could" in auxiliaries:
        return
    yield from (cue.stance for word in auxiliaries if (cue := _cues("modal").get(word)))


def _conditional(verb: Token) -> bool:
    return any(child.dep_ == "advcl" and any(t.lower_ == "if" for t in child.children) for child in verb.children)


def subject_is_person(verb: Token) -> bool:
    """Tell whether a verb's subject is one that decides: a pronoun of persons or a company's name."""
    subject = subject_of(verb)
    return subject is not None and (subject.lower_ in ("we", "i", "you", "he", "she", "they") or subject.tag_ == "NNS")


def _with_particle(verb: Token) -> str:
    """Return a verb with the word behind it: "rule out", "look forward", "agreed to"."""
    return f"{verb.lower_} {verb.nbor(1).lower_}" if verb.i + 1 < len(verb.doc) else verb.lower_


def _in_force(verb: Token, cue: Cue) -> bool:
    """Tell whether what a verb wants or expects still holds: not "had expected", nor "was expected to"."""
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if auxiliaries & {"had", "was", "were", "been"}:
        return False
    if verb.tag_ == "VBN" and not auxiliaries:
        return verb.dep_ in ("acl", "advcl", "ROOT", "conj", "ccomp") and verb.dep_ != "amod"
    return cue.past or verb.tag_ != "VBD"


def _complement_stances(node: Token, child: Token) -> Iterator[Stance]:
    """Yield the stance that a predicate tells: "is likely to", "the goal is to", "on track to", "has no plans to"."""
    if child.dep_ in ("acomp", "oprd") or (child.dep_ == "advmod" and child.lower_ in ("likely", "unlikely")):
        past = any(t.lower_ in ("was", "were", "had") for t in (node, *node.children))
        yield from (stance for stance in _predicated(child) if not past or stance == "opinion")
    elif child.dep_ == "advmod" and child.lower_ == "rather" and any(t.lower_ in ("would", "'d") for t in node.children):
        yield "target"
    elif is_noun(child) and (child.dep_ in ("attr", "dobj") or (child.dep_ == "nsubj" and node.lower_ in _PRESENT_BE)):
        yield from _noun_stance(node, child)
    elif child.dep_ == "nsubj" and node.tag_ in ("VBZ", "VBP"):  # "the guidance assumes"
        yield from (stance for stance in _noun_stance(node, child) if stance == "forecast")
    elif child.dep_ == "prep" and (cue := _cues("preposition").get(child.doc[child.i : child.i + 2].text.lower())):
        yield cue.stance
    elif node.lower_ in _PRESENT_BE and child.dep_ in ("ccomp", "csubj", "csubjpass"):
        if any(t.tag_ == "WP" for t in child.subtree):
            yield from (stance for t in child.subtree if is_verb(t) for stance in _verb_stance(t))


def _noun_stance(node: Token, noun: Token) -> Iterator[Stance]:
    """Yield the stance of a noun in the subject of "be", in the predicate, or that a verb holds or changes."""
    below = [t for child in noun.children if child.lower_ == "of" for t in child.children]
    for word in (noun, *below):
        cue = _cues("noun").get(singular(word.text))
        if cue and not _recalled(word) and not _prices(word) and (noun.dep_ != "dobj" or node.lower_ in _HOLDING):
            yield cue.stance


_PRESENT_BE = frozenset({"is", "are", "am", "'s", "'re", "'m", "be", "remains", "remain"})
_HOLDING = frozenset(
    form
    for verb in ("have", "keep", "raise", "lift", "cut", "lower", "confirm", "reiterate", "maintain", "give", "issue",
                 "narrow", "upgrade", "downgrade", "reaffirm", "set", "pursue", "leave")
    for form in inflected(verb)
)  # fmt: skip


def _prices(noun: Token) -> bool:
    """Tell whether a target is an analyst's: "price target"."""
    return any(child.lower_ in ("price", "share") for child in noun.children)


def _recalled(noun: Token) -> bool:
    """Tell whether a forecast is only what a result is held against: "than forecast", "last year's guidance"."""
    before = {t.lower_ for t in noun.doc[max(0, noun.i - 4) : noun.i]}
    governed_by = {noun.head.lower_, noun.head.head.lower_}
    words = {t.lower_ for t in noun.subtree}
    place = "at" in before and before & {"top", "end", "bottom", "midpoint"}
    return bool(
        place
        or before & (_HELD_AGAINST | {"previous", "earlier", "prior"})
        or governed_by & (_SURPASSING | _HELD_AGAINST)
        or words & {"last", "previous", "earlier", "prior", "year's"}
    )


def _over_figure(figure: Token, head: Token) -> Stance | None:
    """Return the stance of the noun that a figure belongs to: "a target of 10%", "its revenue forecast of $5bn"."""
    for node in figure.ancestors:
        if node == head or is_verb(node):
            return None
        if (cue := _cues("noun").get(singular(node.text))) and is_noun(node):
            return None if _recalled(node) or _prices(node) else cue.stance
        if stance := _qualified(node):
            return stance
    return None


def _qualified(noun: Token) -> Stance | None:
    """Return the stance of a participle in front of a noun: "an expected loss of $5m", "the planned cuts"."""
    for child in noun.children:
        cue = _cues("verb").get(child.lower_)
        if cue and not cue.clause and child.dep_ == "amod" and child.tag_ == "VBN" and not _recalled(noun):
            return cue.stance
    return None


def _happens_by_itself(head: Token) -> bool:
    """Tell whether a clause's subject is a thing that nobody plans: demand, margins, the economy."""
    subject = subject_of(head)
    if subject is None or not is_noun(subject):
        return False
    words = {singular(subject.text), f"{subject.nbor(-1).lower_} {singular(subject.text)}" if subject.i else ""}
    return bool(words & _uncontrolled())


def _is_aim(parsed: Parsed, head: Token) -> bool:
    """Tell whether a list item without a subject names an aim: "to expand abroad"."""
    subject = subject_of(head)
    aim = head.tag_ == "VB" and any(child.lower_ == "to" for child in head.children if child.dep_ == "aux")
    return aim and subject is None and parsed.sentence.block == "list_item"


def _infinitive_of_plan(parsed: Parsed, head: Token) -> bool:
    """Tell whether a clause says what is to happen: "pre-orders are to open", a headline's "Oakmere to hire"."""
    infinitive = head.tag_ == "VB" and any(child.lower_ == "to" for child in head.children if child.dep_ == "aux")
    if infinitive and (head.dep_ in ("ROOT", "acl", "relcl") or head.head.dep_ == "ROOT"):
        over = head.head
        be = over.lower_ in ("is", "are") and head.dep_ in ("xcomp", "ccomp") and subject_of(over) is not None
        label = parsed.sentence.block in ("title", "heading", "list_item")
        return be or (label and (head.dep_ == "ROOT" or (head.dep_ in ("acl", "relcl") and is_noun(over))))
    return any(
        child.dep_ in ("xcomp", "ccomp") and child.tag_ == "VB" and any(t.lower_ == "to" for t in child.children)
        for child in head.children
        if head.lower_ in ("is", "are") and child.i > head.i
    ) and not any(child.dep_ in ("attr", "acomp") or child.dep_ == "csubj" or child.tag_ == "WP" for child in head.children)


def _lies_ahead(parsed: Parsed, head: Token, published: dt.date | None) -> bool:
    """Tell whether a clause in the present tense speaks of a day to come: "the store opens in May"."""
    if published is None or head.lower_ in _STATES:
        return False
    if parsed.sentence.block == "list_item" and not any(is_finite(token) for token in parsed.doc):
        return any(t.last_day and t.last_day > published and t.kind != "set" for t in parsed.times)
    tense = {head.tag_, *(child.tag_ for child in head.children if child.dep_ in ("aux", "auxpass"))}
    if not tense & {"VBZ", "VBP"} or tense & {"VBD", "VBN"}:
        return False
    ahead = [t for t in parsed.times if t.kind != "set" and t.first_day and t.first_day > published]
    return any(
        (root := parsed.root(time.start, time.end)) is not None and _clause_of(root) == head for time in ahead
    )


def _clause_of(token: Token) -> Token:
    return next((node for node in (token, *token.ancestors) if is_verb(node)), token)


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
def _cues(slot: Slot) -> dict[str, Cue]:
    table = {}
    for row in rows("stance_cues"):
        if row["stance"] not in get_args(Stance) or row["slot"] not in get_args(Slot):
            raise LexiconError(f"stance_cues.tsv: {row['stance']!r} or {row['slot']!r} is unknown")
        for word in row["cues"].split("|"):
            for form in inflected(word) if row["slot"] == "verb" else (word,):
                table[row["slot"], form] = Cue(cast(Stance, row["stance"]), row["past"] == "y", row["clause"] == "y")
    return {form: cue for (name, form), cue in table.items() if name == slot}


@cache
def _uncontrolled() -> frozenset[str]:
    return frozenset(entries("uncontrolled_nouns"))


@cache
def _denying() -> frozenset[str]:
    return frozenset(form for verb in entries("denying_verbs") for form in inflected(verb))
