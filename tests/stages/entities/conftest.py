"""How the tests of this stage write articles and names down."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
import spacy
from spacy.language import Language

from pipeline.engine import load_model
from pipeline.records import Block, Document, Entity, Sentence
from pipeline.stages.entities import Gazetteer, main_company, recognize_entities
from pipeline.stages.entities.mention import Line
from pipeline.stages.sentences import sentence_spans

Part = str | tuple[Block, str]
Reader = Callable[..., list[Entity]]


def article(*parts: Part, **fields: object) -> tuple[str, Document, list[Sentence]]:
    """Return an article's text, document and sentences; a part is a paragraph or (block, text)."""
    blocks = [("paragraph", part) if isinstance(part, str) else part for part in parts]
    text = "\n\n".join(body for _, body in blocks)
    sentences: list[Sentence] = []
    at = 0
    for block, body in blocks:
        for start, end in sentence_spans(text, at, at + len(body)):
            sentences.append(
                Sentence(
                    doc_id="d1", sentence_id=f"d1.s{len(sentences)}", start=start, end=end,
                    text=text[start:end], block=block,
                )
            )  # fmt: skip
        at += len(body) + 2
    document = Document(doc_id="d1", source="a.txt", sha256="0", start=0, end=len(text), **fields)  # type: ignore[arg-type]
    return text, document, sentences


def line(text: str, block: Block = "paragraph") -> Line:
    """Return one sentence as a line."""
    return Line.of(Sentence(doc_id="d1", sentence_id="s", start=0, end=len(text), text=text, block=block))


def shown(entities: Sequence[Entity]) -> list[str]:
    """Return each name as "text LABEL", each nominal as "text → name"."""
    return [f"{e.text} {e.label}" if e.form == "name" else f"{e.text} → {e.name}" for e in entities]


@pytest.fixture(scope="session")
def model() -> Language:
    return load_model("en_core_web_sm")


@pytest.fixture(scope="session")
def blind() -> Language:
    """A pipeline that sees no names: what is found then is found by rules."""
    return spacy.blank("en")


@pytest.fixture
def read(model: Language) -> Reader:
    """Recognise the entities of an article with the installed model."""

    def run(*parts: Part, gazetteer: Gazetteer | None = None, **fields: object) -> list[Entity]:
        text, document, sentences = article(*parts, **fields)
        return recognize_entities(model, text, document, sentences, gazetteer)

    return run


@pytest.fixture
def subject(model: Language) -> Callable[..., str | None]:
    """Return the main company of an article."""

    def run(*parts: Part, **fields: object) -> str | None:
        text, document, sentences = article(*parts, **fields)
        return main_company(document, sentences, recognize_entities(model, text, document, sentences))

    return run
