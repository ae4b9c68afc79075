"""What speaks for the type of a clause: cue words by their place in it, its subject, its words, its setting."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from spacy.tokens import Token

from pipeline.lexicon import entries
from pipeline.records import ClaimType, Entity, QuantityKind, Stance
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.syntax import is_noun, is_verb, subject_of
from pipeline.stages.claims.vocabulary import Metric, type_cues, word_classes

Role = Literal["verb", "subject", "object", "rest"]

_OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd", "dative", "xcomp", "ccomp", "nsubjpass", "agent"})
_COMPLEMENTS = frozenset({"dobj", "attr", "acomp", "oprd", "nsubjpass"})
_PAIRED = 0.7
"""What two classes tell together counts, beside what each tells alone."""
_ENDINGS = re.compile(r"(?:ations?|ings?|ments?|ers?|ed|es|ly|s|e)$")
_POSSESSIVE = re.compile(r"['’]s\b")
_WORD = re.compile(r"[a-z][a-z-]{2,}$")
_KINDS = {"ORG": "company", "PRODUCT": "product", "PERSON": "person", "EVENT": "event", "WORK_OF_ART": "list"}
_KINDS |= dict.fromkeys(("GPE", "LOC", "FAC", "NORP"), "place")
_PRONOUNS = {"we": "we", "i": "I"} | dict.fromkeys(("it", "he", "she", "they"), "it")
_REPEATS = 0.3
"""How much each further cue of a type adds, as a share of its weight: many weak words are no strong one."""
_FULL_WEIGHT = 4.0
NOUN_WEIGHT = 2.0
"""How much what a figure's noun tells counts beside one word of its clause."""


def type_features(parsed: Parsed, head: Token, tokens: Sequence[Token], *, about: bool) -> dict[str, float]:
    """Return the evidence for the type of the clause of `tokens` that `head` governs.

    `about` says that it stands under a heading "About …"; features are strings, their values between 0 and
    about 2.  The stance is added by `with_stance` once it is known.
    """
    features: dict[str, float] = {"bias": 1.0, f"block={parsed.sentence.block}": 1.0}
    if about:
        features["about"] = 1.0
    subject = subject_of(head)
    kind = subject_kind(parsed, subject)
    features[f"subject={kind}"] = 1.0
    features.update(_cue_features(parsed, head, tokens, subject))
    features.update(_word_features(head, tokens, subject))
    features.update(_class_features(head, subject, kind))
    features[f"tense={tense(head)}"] = 1.0
    praise = sum(token.lower_ in _praise() or token.tag_ in ("JJS", "RBS") for token in tokens)
    if praise:
        features["praise"] = min(praise, 3) / 2
    for label in {e.label for e in _entities(parsed, tokens)}:
        features[f"names={label}"] = 1.0
    return features


def with_stance(features: Mapping[str, float], stance: Stance) -> dict[str, float]:
    """Return a clause's evidence with its stance."""
    return {**features, f"stance={stance}": 1.0}


class Figure(NamedTuple):
    """What a claim's figure tells of its type: its kind, its metric, what the noun it measures speaks for.

    `surveyed` says that its sentence counts what a whole market sells (`Survey.counts_in`); `subject` is the kind of
    thing that it is about (`SubjectMemory.kind`), where that is known already.
    """

    kind: QuantityKind
    metric: Metric | None
    noun: ClaimType | None
    surveyed: bool = False
    subject: str | None = None


def figure_features(figure: Figure) -> dict[str, float]:
    """Return the evidence that a claim's figure is for its type."""
    told = {f"figure={figure.kind}": 1.0}
    if figure.metric is not None:
        told |= {f"metric={figure.metric.name}": NOUN_WEIGHT, f"usual={figure.metric.type}": NOUN_WEIGHT}
    elif figure.noun is not None:
        told |= {f"noun={figure.noun}": NOUN_WEIGHT, f"noun={figure.noun}&{figure.kind}": NOUN_WEIGHT}
    name = figure.metric.name if figure.metric is not None else "own"
    if figure.surveyed:
        told |= dict.fromkeys(("surveyed", f"surveyed&{name}", f"surveyed&{figure.kind}"), 1.0)
    if figure.subject is not None:
        told |= {f"about={figure.subject}": 1.0, f"about={figure.subject}&{name}": 1.0}
    return told


def tense(head: Token) -> str:
    """Return the tense or mood of a clause: past, present, perfect, modal, or none."""
    tags = {head.tag_, *(child.tag_ for child in head.children if child.dep_ in ("aux", "auxpass"))}
    if "MD" in tags:
        return "modal"
    if any(child.lower_ in ("has", "have") and child.dep_ == "aux" for child in head.children):
        return "perfect"
    return "past" if "VBD" in tags else "present" if tags & {"VBZ", "VBP"} else "none"


@cache
def _praise() -> frozenset[str]:
    return frozenset(entries("praise_words"))


def subject_kind(parsed: Parsed, subject: Token | None) -> str:
    """Return what a subject is: company, product, person, place, event, list, we, I, it, or a thing."""
    if subject is None:
        return "none"
    if subject.tag_ in ("PRP", "WDT", "WP", "DT"):
        return _PRONOUNS.get(subject.lower_, "this")
    start, end = parsed.starts[subject.i], parsed.ends[subject.i]
    entity = next((e for e in parsed.entities if e.start <= start and end <= e.end), None)
    if entity is not None:
        return _KINDS.get(entity.label, "thing")
    owner = next((child for child in subject.children if child.dep_ in ("poss", "compound")), None)
    if owner is not None and owner.lower_ in ("our", "its", "their"):
        return "own thing"
    return "thing"


def _entities(parsed: Parsed, tokens: Sequence[Token]) -> list[Entity]:
    start, end = parsed.span(tokens)
    return parsed.entities_in(start, end)


def _cue_features(parsed: Parsed, head: Token, tokens: Sequence[Token], subject: Token | None) -> dict[str, float]:
    """Return per type, and per type and place in the clause, the weight of the cues that speak for it."""
    start, end = parsed.span(tokens)
    own = {token.i for token in tokens}
    heaviest: dict[str, float] = defaultdict(float)
    total: dict[str, float] = defaultdict(float)
    text = parsed.sentence.text[start - parsed.sentence.start : end - parsed.sentence.start]
    for first, last, meanings in type_cues().find(_without_possessives(text)):
        token = parsed.root(start + first, start + last)
        if token is None or token.i not in own:
            continue
        place = role(token, head, subject)
        for claim_type, weight in meanings:
            for name in (f"cue:{claim_type}", f"cue:{claim_type}@{place}"):
                heaviest[name] = max(heaviest[name], weight)
                total[name] += weight
    return {name: (heaviest[name] + _REPEATS * (total[name] - heaviest[name])) / _FULL_WEIGHT for name in heaviest}


def _without_possessives(text: str) -> str:
    """Return a text with possessive endings blanked, at the same length: "the company's" speaks of a company."""
    return _POSSESSIVE.sub("  ", text)


def role(token: Token, head: Token, subject: Token | None) -> Role:
    """Return the place of a word in the clause that `head` governs."""
    if token == head or (token.head == head and token.dep_ in ("prt", "aux", "auxpass")):
        return "verb"
    if subject is not None and (token == subject or subject.is_ancestor(token)):
        return "subject"
    node = token
    while node.head not in (head, node):
        if node.dep_ not in ("pobj", "prep", "compound", "conj") and not is_verb(node.head):
            return "rest"
        node = node.head
    return "object" if node.dep_ in _OBJECTS or node.dep_ == "prep" else "rest"


def _word_features(head: Token, tokens: Sequence[Token], subject: Token | None) -> dict[str, float]:
    features: dict[str, float] = {}
    for token in tokens:
        if not (is_noun(token) or is_verb(token) or token.tag_.startswith(("JJ", "RB"))) or token.tag_.startswith(
            "NNP"
        ):
            continue
        word = token.lower_
        if _WORD.match(word):
            features[f"w={stem(word)}"] = 0.7
    if is_verb(head):
        features[f"verb={stem(head.lower_)}"] = 1.0
    if subject is not None and subject.tag_ in ("NN", "NNS"):
        features[f"subj={stem(subject.lower_)}"] = 1.0
    return features


def _class_features(head: Token, subject: Token | None, kind: str) -> dict[str, float]:
    """Return what a clause's verb, subject and objects tell by their classes, alone and two by two."""
    verbs, nouns = word_classes("verb"), word_classes("noun")
    acts = verbs.get(head.lower_, ())
    things = nouns.get(subject.lower_, ()) if subject is not None else ()
    features: dict[str, float] = {}
    objects: list[Token] = []
    for child in head.children:
        if child.dep_ in _COMPLEMENTS:
            objects.append(child)
        elif child.dep_ == "xcomp":  # "aims to open a plant"
            objects += [token for token in child.children if token.dep_ in _COMPLEMENTS]
            for then in verbs.get(child.lower_, ()):
                features |= {f"then={then}": 1.0, f"then={then}&{kind}": 1.0}
    for act in acts:
        features |= {f"act={act}": 1.0, f"act={act}&{kind}": 1.0}
    for thing in things:
        features[f"of={thing}"] = 1.0
        features |= {f"act={act}&of={thing}": _PAIRED for act in acts}
    for token in objects:
        features[f"obj={stem(token.lower_)}"] = 1.0
        for to in nouns.get(token.lower_, ()):
            features |= {f"to={to}": 1.0, f"to={to}&{kind}": _PAIRED}
            features |= {f"act={act}&to={to}": _PAIRED for act in acts}
            features |= {f"of={thing}&to={to}": _PAIRED for thing in things}
    return features


def stem(word: str) -> str:
    """Return a word without its commonest endings: enough to bring inflections together."""
    while len(word) > 4 and (match := _ENDINGS.search(word)) and match.start() > 2:
        word = word[: match.start()]
    return word
