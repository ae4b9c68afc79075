"""Where the fields of a claim stand in its article, so that a reader sees them lit.

A field's own evidence counts most; where a claim records none, the field is looked up among the article's
records and, last, among the words of the claim's sentence.  A field that is found nowhere has no role.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.records import Claim, Grounded
from pipeline.tables import ArticleRecords

FIELDS = ("subject", "metric", "scope", "value", "change", "period", "speaker", "source", "stance")
"""The fields that are lit, in the order in which they are shown."""

Place = tuple[int, int]


class Role(NamedTuple):
    """A field of a claim at its place in the source; `start` and `end` count code points."""

    field: str
    start: int
    end: int


class Locator:
    """Finds the places of claims' fields in one article."""

    def __init__(self, article: ArticleRecords) -> None:
        self._sentences = {sentence.sentence_id: sentence for sentence in article.sentences}
        self._quantities = {quantity.quantity_id: (quantity.start, quantity.end) for quantity in article.quantities}
        self._times = _grouped((time.text, time) for time in article.times)
        self._mentions = _grouped((entity.entity_id, entity) for entity in article.entities)
        self._names = _grouped((name, entity) for entity in article.entities for name in {entity.name, entity.text})

    def roles(self, claim: Claim) -> list[Role]:
        """Return the places of the claim's fields; more than one a field only where its evidence names more."""
        roles = dict.fromkeys(
            Role(item.field, item.start, item.end)
            for item in claim.evidence
            if item.field in FIELDS and item.start is not None and item.end is not None
        )
        proven = {role.field for role in roles}
        looked_up = (Role(field, *place) for field, place in self._lookups(claim) if place and field not in proven)
        return sorted([*roles, *looked_up], key=lambda role: (FIELDS.index(role.field), role.start, role.end))

    def _lookups(self, claim: Claim) -> Iterator[tuple[str, Place | None]]:
        subject, period = claim.subject, claim.period.text if claim.period else ""
        yield "subject", self._words(claim, subject.text) or _nearest(claim, self._mentions[subject.entity_id or ""])
        yield "metric", self._words(claim, (claim.metric or "").replace("_", " "))
        yield "scope", self._words(claim, claim.scope or "")
        yield "value", self._quantities.get(claim.quantity_id or "")
        yield "change", self._quantities.get((claim.change.quantity_id or "") if claim.change else "")
        yield "period", self._words(claim, period) or _nearest(claim, self._times[period])
        yield "speaker", _nearest(claim, self._names[claim.speaker or ""])
        yield "source", _nearest(claim, self._names[claim.source or ""])

    def _words(self, claim: Claim, words: str) -> Place | None:
        """Return where `words` stand whole in the claim's sentence: in the clause, else last before or after it."""
        sentence = self._sentences.get(claim.sentence_id)
        if sentence is None or not words.strip():
            return None
        pattern = rf"(?<!\w){re.escape(words)}(?!\w)"
        matches = re.finditer(pattern, sentence.text, flags=re.IGNORECASE)
        found = [(sentence.start + match.start(), sentence.start + match.end()) for match in matches]
        inside = [place for place in found if claim.start <= place[0] and place[1] <= claim.end]
        return inside[0] if inside else found[-1] if found else None


def _grouped(pairs: Iterable[tuple[str, Grounded]]) -> defaultdict[str, list[Grounded]]:
    groups: defaultdict[str, list[Grounded]] = defaultdict(list)
    for key, record in pairs:
        groups[key].append(record)
    return groups


def _nearest(claim: Claim, records: Sequence[Grounded]) -> Place | None:
    """Return the place of the last record that begins before the claim ends, else of the first one after."""
    before = [record for record in records if record.start < claim.end]
    chosen = before[-1] if before else records[0] if records else None
    return (chosen.start, chosen.end) if chosen else None
