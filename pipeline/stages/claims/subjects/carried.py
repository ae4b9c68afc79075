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
    found: list[tuple[str, Subject]] = []
    if memory.company:
        found.append(("company", memory.named(text or memory.company, memory.company)))
    if memory.last:
        age = "same" if memory.age == 0 else "recent" if memory.age <= OLD else "old"
        found.append((f"last.{age}", memory.last.model_copy(update={"text": text or memory.last.text})))
    if sought.speaker:
        found.append(("speaker", memory.named(text or sought.speaker, sought.speaker)))
    if memory.thing:
        found.append(("thing", memory.thing.model_copy(update={"text": text or memory.thing.text})))
    if memory.market:
        found.append(("market", memory.named(text or memory.market, memory.market)))
    for label, (former, latter) in memory.pairs.items():
        if text.lower() in ("former", "latter"):
            entity = former if text.lower() == "former" else latter
            found.append((f"{text.lower()}.{label}", memory.named(text, entity.name)))
    if memory.told:
        name = memory.told.most_common(1)[0][0]
        found.append(("told", memory.named(text or name, name)))
    tables = {
        "subject": memory.subjects,
        "mention": memory.mentioned,
        "latest": memory.latest,
        "title": memory.titled,
        "headline": memory.headline,
        "topic": memory.topics,
    }
    for source, table in tables.items():
        for label, entity in table.items():
            found.append((f"{source}.{label}", memory.named(text or entity.text, entity.name)))
    for source, subject in found:
        if subject.name != memory.company and subject.name in (memory.parts | memory.cited):
            continue
        traits = {
            f"from:{source}",
            f"from:{source}|subject:{place.kind}",
            f"from:{source}|owner:{place.owner}",
            f"from:{source}|{sought.group}",
            f"from:{source}|{place.voice}|subject:{place.kind}",
            f"from:{source}|holder:{place.holder}",
            f"from:{source}|holder:{place.holder}|{sought.group}",
            f"from:{source}|{'figure' if sought.figure else 'assertion'}",
        }
        yield Candidate(subject.name, subject, f"subject.carried.{source}", None, traits)
