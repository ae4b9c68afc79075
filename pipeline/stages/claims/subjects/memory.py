"""What a reader carries on through an article: its company, the last subject, the last of each kind of thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from pipeline.records import Document, Entity, EntityLabel, Subject
from pipeline.stages.claims.metrics.market import is_index
from pipeline.stages.claims.speech.research_houses import Survey
from pipeline.stages.claims.subjects.markets import MARKETS

NO_AFFILIATIONS: Mapping[str, str] = MappingProxyType({})
NO_SURVEY = Survey()
"""No house is known to publish figures of others."""
_CARRIED: tuple[EntityLabel, ...] = ("ORG", "PRODUCT", "PERSON", "FAC", "EVENT", "GPE")
"""Labels of which the last subject and the last mention are remembered."""


class SubjectMemory:
    """What a reader carries on through an article; sentences are entered in text order, claims noted as built."""

    def __init__(
        self,
        document: Document,
        entities: Sequence[Entity],
        cited: frozenset[str],
        survey: Survey = NO_SURVEY,
        market: str | None = None,
        dealt: frozenset[str] = frozenset(),
        affiliated: Mapping[str, str] = NO_AFFILIATIONS,
    ) -> None:
        self.by_name = {e.name: e for e in reversed(entities)}
        self.mentions = Counter(e.name for e in entities)
        self.facilities = frozenset(name for name, entity in self.by_name.items() if entity.label == "FAC")
        """Canonical names of the sites that the article names."""
        self.company = document.company
        self.author = document.author
        self.cited = cited
        """Whom the article takes figures from."""
        self.dealt = dealt
        """What is bought, sold or merged with."""
        self.affiliated = affiliated
        """For which organisation each person speaks, where the article tells."""
        self.survey = survey
        """Who counts what others sell."""
        self.parts: set[str] = set()
        """What only is a part of other products so far: the chip in a phone."""
        self.last: Subject | None = None
        self.age = 0
        """Sentences since `last` was noted."""
        self.subjects: dict[EntityLabel, Entity] = {}
        """The last subject of each label."""
        self.mentioned: dict[EntityLabel, Entity] = {}
        """The thing of each label that the last sentence with one, before the present, mentioned first."""
        self.latest: dict[EntityLabel, Entity] = {}
        """The thing of each label that was mentioned last before the present sentence."""
        self.titled: dict[EntityLabel, Entity] = {}
        """The first thing of each label in the title or heading that the section stands under."""
        self.paragraph: dict[EntityLabel, Entity] = {}
        """The first thing of each label in the paragraph before the present sentence."""
        self.headline: dict[EntityLabel, Entity] = {}
        """The first thing of each label in the article's first title or heading with one."""
        self.topics = _topics(self.mentions, self.by_name.values(), document.company, cited)
        self.market = market
        """The market that the article speaks of most, None where it names none."""
        self.pairs: dict[EntityLabel, list[Entity]] = {}
        """The last two things of each label in the order in which they were first mentioned together."""
        self.thing: Subject | None = None
        """The last subject without a name."""
        self.told: Counter[str] = Counter()
        """How many claims each subject has so far."""
        self._present: Sequence[Entity] = ()

    def enter(self, entities: Sequence[Entity], *, titled: bool, opens: bool = False) -> None:
        """Go on to a sentence with these mentions; `titled` says that it is a title or heading.

        `opens` says that it opens a paragraph.
        """
        spoken = {e.label: e for e in reversed(self._present) if e.label in _CARRIED}
        self.paragraph = {} if opens else spoken | self.paragraph
        self.mentioned.update({e.label: e for e in reversed(self._present) if e.label in _CARRIED})
        self.latest.update({e.label: e for e in self._present if e.label in _CARRIED})
        for label in {e.label for e in self._present} & set(_CARRIED):
            names = {e.name: e for e in reversed(self._present) if e.label == label}
            if len(names) == 2:
                self.pairs[label] = sorted(names.values(), key=lambda e: e.start)
        self._present = entities
        self.age += 1
        if titled:
            found = {e.label: e for e in reversed(entities)}
            self.titled.update(found)
            self.headline = found | self.headline

    def note(self, subject: Subject) -> None:
        """Remember a claim's subject."""
        self.last, self.age = subject, 0
        self.told[subject.name] += 1
        entity = self.by_name.get(subject.name)
        if entity is None:
            self.thing = subject
        elif entity.label in _CARRIED:
            self.subjects[entity.label] = entity

    def label(self, name: str) -> str:
        """Return the label of the thing with a canonical name, "INDEX" of a stock market index, else "THING"."""
        entity = self.by_name.get(name)
        if entity is None:
            return "THING"
        return "INDEX" if entity.label == "ORG" and is_index(name) else entity.label

    def kind(self, name: str) -> str:
        """Return what the thing with a canonical name is: "company" the article's own, "market", else its label."""
        if name == self.company:
            return "company"
        return "market" if name.endswith(MARKETS) else self.label(name)

    def named(self, text: str, name: str) -> Subject:
        """Return a subject by canonical name, with its entity where the article has one."""
        entity = self.by_name.get(name)
        return Subject(text=text, name=name, entity_id=entity.entity_id if entity else None)


def _topics(
    mentions: Counter[str], things: Iterable[Entity], company: str | None, cited: frozenset[str]
) -> dict[EntityLabel, Entity]:
    """Return what an article mentions most often of each label, its company and whom it cites left out."""
    found: dict[EntityLabel, Entity] = {}
    for entity in sorted(things, key=lambda e: e.start):
        if entity.label in _CARRIED and entity.name != company and entity.name not in cited:
            best = found.setdefault(entity.label, entity)
            if mentions[entity.name] > mentions[best.name]:
                found[entity.label] = entity
    return found
