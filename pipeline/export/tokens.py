"""An article as spaCy tokens that every mark begins and ends with: offsets stay exact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.export.annotated import Mark
from pipeline.language.characters import plain


@cache
def blank() -> Language:
    """Return spaCy's English tokenizer without any component."""
    return spacy.blank("en")


def tokenized(text: str, marks: Iterable[Mark]) -> Doc:
    """Return `text` as a Doc: spaCy's English tokens, cut also where a mark begins or ends."""
    found = list(marks)
    starts, ends = {mark.start for mark in found}, {mark.end for mark in found}
    words: list[str] = []
    spaces: list[bool] = []
    for start, end in pairwise(_boundaries(text, starts | ends)):
        piece = text[start:end]
        if piece == " " and words and not (spaces[-1] or start in starts or end in ends):
            spaces[-1] = True
            continue
        words.append(piece)
        spaces.append(False)
    return Doc(blank().vocab, words=words, spaces=spaces)


def _boundaries(text: str, cuts: Iterable[int]) -> list[int]:
    return sorted({0, len(text), *cuts, *_token_edges(plain(text))})


def _token_edges(text: str) -> Iterator[int]:
    for token in blank().tokenizer(text):
        yield token.idx
        yield token.idx + len(token.text)
