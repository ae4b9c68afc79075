"""Reported speech: "X said that …", "in X's view", and the list that a speech introduces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Token

from pipeline.lexicon import alternatives
from pipeline.records import Sentence
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.speech.acts import Speech, expects, says, speeches
from pipeline.stages.claims.speech.speakers import SpeakerNames, Statement
from pipeline.stages.claims.vocabulary import reporting_verbs

_IN_VIEW = re.compile(r"[’']s?\s+(?:belief|view|opinion|words|eyes|estimation|judgement|judgment)\b")
_ASIDE = re.compile(rf",\s[^,;]{{1,40}}\s{alternatives(reporting_verbs())},", re.IGNORECASE)
_SAYS = re.compile(rf"\b{alternatives(reporting_verbs())}\b(?:\W+\w+){{0,3}}\W*:\s*$", re.IGNORECASE)
_FIRST_PERSON = frozenset({"we", "i", "us", "our"})


def reported_statements(parsed: Parsed, names: SpeakerNames) -> Iterator[Statement]:
    """Yield the stretches of a sentence that somebody is said to say, believe or judge."""
    for speech in speeches(parsed.words):
        name = _speaker(parsed, speech, names)
        if name is None:
            continue
        for head in speech.reported:
            start, end = parsed.span(_content(speech, head))
            yield Statement(start, end, name)
    for person in parsed.entities:
        if person.label in ("PERSON", "ORG") and _IN_VIEW.match(
            parsed.sentence.text, person.end - parsed.sentence.start
        ):
            yield Statement(parsed.sentence.start, parsed.sentence.end, person.name)
    if aside := _ASIDE.search(parsed.sentence.text):
        offset = parsed.sentence.start
        if name := names.beside_verb(offset + aside.start(), offset + aside.end()):
            yield Statement(parsed.sentence.start, parsed.sentence.end, name)


def _speaker(parsed: Parsed, speech: Speech, names: SpeakerNames) -> str | None:
    """Return who speaks; a company's expectation is its guidance, and "we believe" names nobody."""
    if speech.speaker is None:
        return None
    if speech.speaker.lower_ in _FIRST_PERSON and not (speech.speaker.lower_ == "we" and says(speech.verb)):
        return None
    name = names.of_token(parsed, speech.speaker)
    if name is None or (expects(speech.verb) and not names.is_person(name)):
        return names.house_of(parsed, speech.speaker)
    return name


def _content(speech: Speech, head: Token) -> list[Token]:
    """Return the tokens of a reported clause, without the aside that reports it."""
    if speech.verb == head or not head.is_ancestor(speech.verb):
        return list(head.subtree)
    aside = {t.i for t in speech.verb.subtree}
    return [t for t in head.subtree if t.i not in aside] or [head]


def list_statements(
    sentences: Sequence[Sentence], reported: Sequence[Statement], names: SpeakerNames
) -> Iterator[Statement]:
    """Yield the list items that go on with what the sentence before their list reports.

    That sentence ends with a colon ("he said:"), or the items continue it in lower case.
    """
    name: str | None = None
    for before, item in pairwise(sentences):
        if item.block != "list_item":
            name = None
        elif before.block != "list_item":
            name = _introduced(before, item, reported, names)
        if name is not None:
            yield Statement(item.start, item.end, name)


def _introduced(before: Sentence, item: Sentence, reported: Sequence[Statement], names: SpeakerNames) -> str | None:
    """Return whose speech a sentence introduces for the list behind it."""
    colon = before.text.rstrip().endswith(":")
    if not colon and not item.text[:1].islower():
        return None
    own = [s for s in reported if before.start <= s.start < before.end]
    if own:
        return own[-1].name
    return names.beside_verb(before.start, before.end) if colon and _SAYS.search(before.text) else None
