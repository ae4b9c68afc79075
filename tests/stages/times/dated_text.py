"""One article of invented news, split at line ends, and what the times stage finds in it."""

from __future__ import annotations

import datetime as dt

from pipeline.records import Block, Document, Sentence, Time
from pipeline.stages.times import extract_times


def times_of(
    text: str, published: str | None = "2024-08-07", *, day_first: bool = False, block: Block = "paragraph"
) -> list[Time]:
    """Return the times of `text`, one sentence a line, published on an ISO day."""
    day = dt.date.fromisoformat(published) if published else None
    document = Document(doc_id="d7", source="a.txt", sha256="", start=0, end=len(text), published=day)
    sentences, at = [], 0
    for n, line in enumerate(text.split("\n")):
        sentence = Sentence(doc_id="d7", sentence_id=f"d7.s{n}", start=at, end=at + len(line), text=line, block=block)
        sentences.append(sentence)
        at += len(line) + 1
    return extract_times(text, document, sentences, day_first=day_first)


def days(time: Time) -> str:
    """Return "first..last" of a time, open or unknown sides empty, or "set"."""
    if time.kind == "set":
        return "set"
    first, last = time.first_day or "", time.last_day or ""
    return str(first) if first == last and first else f"{first}..{last}"


def dated(text: str, published: str | None = "2024-08-07", *, day_first: bool = False) -> list[str]:
    """Return the days of each time of a text, as `days` writes them."""
    return [days(t) for t in times_of(text, published, day_first=day_first)]
