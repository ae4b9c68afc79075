"""Interviews printed as turns: "Q: …", "A: …", or turns that begin with the speaker's name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.records import Entity
from pipeline.stages.claims.speech.speakers import Statement

_LABEL = re.compile(r"\W{0,3}([A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3})\W{0,2}:\W{0,2}\s")
_QUESTION, _ANSWER = ("Q", "Question"), ("A", "Answer")
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|our|Our|my|My|me|us)\b")
_FEWEST_TURNS = 2


def transcript_statements(
    text: str, paragraphs: Sequence[tuple[int, int]], entities: Sequence[Entity]
) -> Iterator[Statement]:
    """Yield the answers of an interview with who gives them.

    `paragraphs` are the spans of the article's paragraphs in text order.  Where the turns are only marked
    "Q" and "A", the person that the article names most often answers.  A paragraph without a label goes on
    with the answer where it speaks in the first person.
    """
    labels = [(span, match[1] if (match := _LABEL.match(text, *span)) else None) for span in paragraphs]
    counts = Counter(label for _, label in labels if label)
    people = Counter(e.name for e in entities if e.label == "PERSON")
    speaking: str | None = None
    for (start, end), label in labels:
        if label is not None:
            speaking = _speaker(label, counts, people)
        elif not _FIRST_PERSON.search(text, start, end):
            speaking = None
        if speaking is not None:
            yield Statement(start, end, speaking)


def _speaker(label: str, counts: Counter[str], people: Counter[str]) -> str | None:
    """Return who speaks in a turn: nobody known in a question, or where the label is not one of a transcript."""
    if label in _QUESTION or counts[label] < _FEWEST_TURNS:
        return None
    if label in _ANSWER:
        return people.most_common(1)[0][0] if people else None
    return next((name for name in people if label in (name, name.split()[-1], name.split()[0])), None)
