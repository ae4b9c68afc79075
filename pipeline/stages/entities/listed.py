"""Names in lists that give each thing its figure: the labels of one list are names of one kind or none is a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from pipeline.language.listings import listings
from pipeline.records import EntityLabel
from pipeline.stages.entities.mention import Line
from pipeline.stages.entities.vocabulary import OPENERS, PLACES, is_common

_LONGEST = 4
_KNOWN = 1 / 2
"""How much of a list has to be names already, by whatever label."""


def listed_names(lines: Sequence[Line], surfaces: Mapping[str, EntityLabel]) -> dict[str, EntityLabel]:
    """Return the labels of lists of companies or products, as surfaces, those without a label of their own included.

    `surfaces` are the names found so far.  What the model took for a place and no list of places holds is no place;
    a list with places says nothing of its other labels.
    """
    found: dict[str, EntityLabel] = {}
    for listing in listings([line.sentence for line in lines]):
        labels = [line.sentence.text[line.start - (at := line.sentence.start) : line.end - at] for line in listing.lines]
        known = [text for text in labels if text in surfaces]
        told = Counter(surfaces[text] for text in known if not _is_guess(text, surfaces))
        if not told or told.keys() - {"ORG", "PRODUCT"} or len(known) < _KNOWN * len(labels):
            continue
        kind = told.most_common(1)[0][0]
        found |= dict.fromkeys(_names_among(labels, surfaces), kind)
    return found


def _is_guess(text: str, surfaces: Mapping[str, EntityLabel]) -> bool:
    return surfaces[text] == "GPE" and text not in PLACES


def _names_among(labels: Sequence[str], surfaces: Mapping[str, EntityLabel]) -> Iterator[str]:
    """Yield the labels that may be names and are not known as such."""
    for text in labels:
        words = text.split()
        written = all(word[0].isupper() or any(map(str.isdigit, word)) for word in words)
        plain = words[0].lower() in OPENERS or all(is_common(word.lower()) for word in words)
        if _is_guess(text, surfaces) if text in surfaces else len(words) <= _LONGEST and written and not plain:
            yield text
