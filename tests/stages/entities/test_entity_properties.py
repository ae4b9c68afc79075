from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from pipeline.engine import load_model
from pipeline.records import Document, Sentence
from pipeline.stages.entities import recognize_entities
from tests.stages.entities.conftest import article

WORDS = [
    "Quillon", "Corp.", "said", "the", "company", "of", "Bank", "and", "Ada", "Cole", "’s", "(", ")", "“", "”", "9",
    "Pro", "5G", "in", "Lima", ",", "-", "—", "U.S.", "Mr.", "CEO", "\n", "é", "\u00a0", "小愛", "&", "Inc", "!", "\ud800",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30), st.sampled_from([" ", "", "  "]))
def test_records_are_grounded_ordered_and_apart(words: list[str], space: str) -> None:
    nlp = load_model("en_core_web_sm")
    text, document, sentences = article("Quillon Corp. rose.", "x" + space.join(words))
    bounds = {s.sentence_id: (s.start, s.end) for s in sentences}
    entities = recognize_entities(nlp, text, document, sentences)
    for entity in entities:
        start, end = bounds[entity.sentence_id]
        assert text[entity.start : entity.end] == entity.text
        assert start <= entity.start < entity.end <= end
    assert all(one.end <= other.start for one, other in pairwise(entities) if other.form == one.form == "name")


PUMPED: dict[str, Callable[[int], str]] = {
    "capitals": lambda n: "Alpha " * n,
    "one company": lambda n: "Quillon Corp. rose and " * n,
    "many companies": lambda n: " ".join(f"Firm{i} Corp. rose." for i in range(n)),
    "one beginning": lambda n: " ".join(f"Mu X{i} rose," for i in range(n)),
    "abbreviations": lambda n: "Arden Lamp Council (ALC) rose, " * n,
    "open parentheses": lambda n: "Quillon ( " * n,
    "hyphens": lambda n: "A-" * n,
    "initials": lambda n: "A. " * n,
    "connectors": lambda n: "Bank of the " * n,
    "people": lambda n: " ".join(f"Ada Cole{i} said." for i in range(n)),
    "nominals": lambda n: "the company " * n,
    "quotes": lambda n: "“" * n,
    "spaces": lambda n: "Quillon" + " " * n + "Corp.",
}


@pytest.mark.parametrize("name", PUMPED)
def test_time_grows_with_the_text(blind: Language, name: str) -> None:
    nlp = blind

    def seconds(size: int) -> float:
        body = PUMPED[name](size)
        document, sentences = _one_sentence(body)
        started = time.process_time()
        recognize_entities(nlp, body, document, sentences)
        return time.process_time() - started

    seconds(50)
    small, large = (min(seconds(size) for _ in range(2)) for size in (500, 4000))
    assert large < 8 * 2.6 * max(small, 0.005)


def _one_sentence(body: str) -> tuple[Document, list[Sentence]]:
    sentence = Sentence(doc_id="d", sentence_id="s", start=0, end=len(body), text=body, block="paragraph")
    return Document(doc_id="d", source="d", sha256="", start=0, end=len(body)), [sentence]
