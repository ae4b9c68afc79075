"""Names by the model's entity recogniser, sentence by sentence, so that no name crosses a bound."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast, get_args

from spacy.language import Language

from pipeline.inference import annotate
from pipeline.language.characters import plain
from pipeline.records import EntityLabel
from pipeline.stages.entities.bounds import is_titled_opener
from pipeline.stages.entities.mention import Line

LABELS = frozenset(get_args(EntityLabel))

LONGEST = 5_000
"""Characters of a sentence that the model sees; what is longer is no prose, and costs the model gigabytes."""


class Guess(NamedTuple):
    """What the model takes for a name: the tokens `first` up to `last` of a line."""

    first: int
    last: int
    label: EntityLabel


def recognize(nlp: Language, lines: Sequence[Line]) -> Iterator[tuple[Line, list[Guess]]]:
    """Yield every line with the names that the model finds in it, in order, of the contract's labels.

    Lines without a capital that could begin a name are not shown to the model.
    """
    docs = (nlp.make_doc(plain(line.sentence.text[:LONGEST])) for line in lines if may_name(line))
    annotated = annotate(nlp, docs, _needed(nlp))
    for line in lines:
        if not may_name(line):
            yield line, []
            continue
        doc = next(annotated)
        spans = [span for span in doc.ents if span.label_ in LABELS]
        starts = [token.start for token in line.tokens] if spans else []
        ends = [token.end for token in line.tokens] if spans else []
        guesses = []
        for span in spans:
            first, last = bisect_left(ends, span.start_char + 1), bisect_left(starts, span.end_char)
            guesses.append(Guess(first, last, cast(EntityLabel, span.label_)))
        yield line, guesses


def may_name(line: Line) -> bool:
    """Tell whether a line has a capital beside that of a common first word: every name has one."""
    return any(
        token.kind == "capital" and not (at == 0 and is_titled_opener(token)) for at, token in enumerate(line.tokens)
    )


def _needed(nlp: Language) -> list[str]:
    """Return the components that find names or feed one that does."""
    finders = {name for name in nlp.pipe_names if "doc.ents" in nlp.get_pipe_meta(name).assigns}
    return [
        name
        for name in nlp.pipe_names
        if name in finders or not finders.isdisjoint(getattr(nlp.get_pipe(name), "listening_components", ()))
    ]
