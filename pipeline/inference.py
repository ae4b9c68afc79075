"""A model's components run over Docs: what `nlp.pipe` gives, at about half of its CPU time.

spaCy decodes with the interpreter's lock released and takes it back several times for every token, which costs
a small recogniser more than its matrices; the same public steps, called with the lock held, do not.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from typing import Any

from spacy.language import Language
from spacy.pipeline.transition_parser import Parser
from spacy.tokens import Doc
from threadpoolctl import ThreadpoolController

BATCH = 4_000
"""Tokens that go through the model at once: enough to fill its matrices, a few tens of megabytes."""


def annotate(nlp: Language, docs: Iterable[Doc], components: Container[str]) -> Iterator[Doc]:
    """Yield `docs` in order, each with what those of the model's `components` find in it."""
    wanted = [component for name, component in nlp.pipeline if name in components]
    for batch in _batches(docs):
        with _threads().limit(limits=1, user_api="blas"):  # on matrices this small, more only wait for each other
            for component in wanted:
                batch = _annotated(component, batch)  # noqa: PLW2901
        yield from batch


def _batches(docs: Iterable[Doc]) -> Iterator[list[Doc]]:
    batch: list[Doc] = []
    size = 0
    for doc in docs:
        if batch and size + len(doc) > BATCH:
            yield batch
            batch, size = [], 0
        batch.append(doc)
        size += len(doc)
    if batch:
        yield batch


@lru_cache(maxsize=1)
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


def _annotated(component: Any, docs: list[Doc]) -> list[Doc]:
    if isinstance(component, Parser) and component.cfg["beam_width"] == 1:
        component.set_annotations(docs, _decoded(component, docs))
        return docs
    if hasattr(component, "pipe"):
        return list(component.pipe(docs, batch_size=len(docs)))
    return [component(doc) for doc in docs]


def _decoded(parser: Parser, docs: list[Doc]) -> list[Any]:
    """Return the final states of a parser or recogniser, each of its steps taken on all Docs at once."""
    states = parser.moves.init_batch(docs)
    unfinished = [state for state in states if not state.is_final()]
    if unfinished:
        step = parser.model.predict(docs)
        while unfinished:
            unfinished = parser.transition_states(unfinished, step.predict(unfinished))
        step.clear_memory()  # it holds its own backward pass, in a cycle
    result: list[Any] = states
    return result
