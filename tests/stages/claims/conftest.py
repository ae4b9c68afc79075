"""Claims of articles whose sentences and names a test gives, so that no other stage has a say."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence

import pytest
from spacy.language import Language

from pipeline.config import Settings
from pipeline.engine import load_model
from pipeline.records import Claim, Document, Entity, Sentence
from pipeline.stages.claims import extract_claims
from pipeline.stages.claims.parsed import Parsed, parse

NAMES = {
    "Orvelle": "ORG",
    "Datalys": "ORG",
    "Bramford Securities": "ORG",
    "Tessel Research": "ORG",
    "Lumo One": "PRODUCT",
    "Ada Quist": "PERSON",
    "Tom Brandt": "PERSON",
}
"""Invented names that tests may use, and what they are."""

Line = str | tuple[str, str]


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_model(Settings().model)


def records(paragraphs: Sequence[Sequence[Line]], names: Mapping[str, str]) -> tuple[str, list[Sentence], list[Entity]]:
    """Return the text, sentences and entities of paragraphs of sentences; a sentence may be (block, text)."""
    text, sentences, entities = "", [], []
    for paragraph in paragraphs:
        for line in paragraph:
            block, words = line if isinstance(line, tuple) else ("paragraph", line)
            start, place = len(text), {"doc_id": "d", "sentence_id": f"d.s{len(sentences)}"}
            sentences.append(Sentence(**place, start=start, end=start + len(words), text=words, block=block))
            for name, label in names.items():
                entities += [
                    Entity(
                        **place, start=start + m.start(), end=start + m.end(), text=name, label=label,
                        entity_id=name, name=name,
                    )
                    for m in re.finditer(re.escape(name), words)
                ]  # fmt: skip
            text += words + " "
        text = text.rstrip() + "\n\n"
    return text, sentences, sorted(entities, key=lambda e: e.start)


@pytest.fixture(scope="session")
def claims_of(nlp: Language) -> Callable[..., list[Claim]]:
    """Return the claims of paragraphs, each a list of sentences, of an article about Orvelle."""

    def run(*paragraphs: Sequence[Line]) -> list[Claim]:
        text, sentences, entities = records(paragraphs, NAMES)
        document = Document(
            doc_id="d", source="a.txt", sha256="0", start=0, end=len(text), company="Orvelle",
            published=dt.date(2024, 3, 1),
        )  # fmt: skip
        return extract_claims(nlp, text, document, sentences, entities, [], [])

    return run


@pytest.fixture(scope="session")
def parsed(nlp: Language) -> Callable[..., Parsed]:
    """Return one parsed sentence."""

    def run(sentence: str, block: str = "paragraph") -> Parsed:
        _, sentences, entities = records([[(block, sentence)]], NAMES)
        return parse(nlp, sentences, (entities,))[0]

    return run
