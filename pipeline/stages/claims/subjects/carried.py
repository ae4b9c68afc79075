"""Candidates that a reader carries over: the article's company, the last subject, the last of each kind."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.records import Subject
from pipeline.stages.claims.ranking import Candidate
from pipeline.stages.claims.subjects.memory import SubjectMemory
from pipeline.stages.claims.subjects.place import Place, Sought

OLD = 2
"""Sentences after which the last subject is no longer the one before."""


def carried_subjects(place: Place, memory: SubjectMemory, sought: Sought) -> Iterator[Candidate[Subject]]:
    """Yield the subjects that a pronoun, a nominal or a clause without a subject may stand for."""
    text = place.subject.text if place.subject is not None else ""
    sources: dict[str, list[str]] = {}
    first: dict[str, str] = {}  # the words that stand for it where the clause has no subject
    for source, name, words in _sources(memory, sought, text):
        if name == memory.company or name not in (memory.parts | memory.cited):
            sources.setdefault(name, []).append(source)
            first.setdefault(name, words)
    setting = (
        f"subject:{place.kind}",
        f"owner:{place.owner}",
        sought.group,
        f"{place.voice}|subject:{place.kind}",
        f"holder:{place.holder}",
        f"holder:{place.holder}|{sought.group}",
        "figure" if sought.figure else "assertion",
    )
    for name, found in sources.items():
        traits = {f"from:{source}|{trait}" for source in found for trait in setting}
        subject = memory.named(text or first[name], name)
        yield Candidate(name, subject, f"subject.carried.{found[0]}", None, traits | {f"from:{s}" for s in found})


def _sources(memory: SubjectMemory, sought: Sought, text: str) -> Iterator[tuple[str, str, str]]:
    """Yield (source, canonical name, words) of all that is carried; `text` is the clause's own subject."""
    if memory.company:
        yield "company", memory.company, memory.company
    if memory.last:
        age = "same" if memory.age == 0 else "recent" if memory.age <= OLD else "old"
        yield f"last.{age}", memory.last.name, memory.last.text
    if sought.speaker:
        yield "speaker", sought.speaker, sought.speaker
    elif memory.author and text.lower() == "i":
        yield "author", memory.author, text
    if memory.thing:
        yield "thing", memory.thing.name, memory.thing.text
    if memory.market:
        yield "market", memory.market, memory.market
    if (word := text.lower()) in ("former", "latter"):
        for label, pair in memory.pairs.items():
            yield f"{word}.{label}", pair[word == "latter"].name, word
    if memory.told:
        name = memory.told.most_common(1)[0][0]
        yield "told", name, name
    tables = {
        "subject": memory.subjects,
        "mention": memory.mentioned,
        "latest": memory.latest,
        "paragraph": memory.paragraph,
        "title": memory.titled,
        "headline": memory.headline,
        "topic": memory.topics,
    }
    for source, table in tables.items():
        for label, entity in table.items():
            yield f"{source}.{label}", entity.name, entity.text
