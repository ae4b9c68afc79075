"""Names in lists that give each thing its figure: the labels of one list are names of one kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from pipeline.language.listings import LEAST, listings
from pipeline.records import EntityLabel
from pipeline.stages.entities.mention import Line
from pipeline.stages.entities.vocabulary import OPENERS, PLACES, is_common

_LONGEST = 4
_WITH_FIGURE = re.compile(r"(?<![\w’'.&-])((?:[A-Z][\w&.’'+-]*\s){1,4}(?<!and\s))\((?:[+±−–-]\s?)?[0-9]")
_KNOWN = 1 / 2
"""How much of a list has to be names already, by whatever label."""


def listed_names(lines: Sequence[Line], surfaces: Mapping[str, EntityLabel]) -> dict[str, EntityLabel]:
    """Return the labels of lists of companies or products, as surfaces, those without a label of their own included.

    `surfaces` are the names found so far.  What the model took for a place and no list of places holds is no place;
    a list with places says nothing of its other labels.
    """
    found: dict[str, EntityLabel] = {}
    listed = ([line.label for line in listing.lines] for listing in listings([line.sentence for line in lines]))
    for labels in (*listed, *_labels_of_rows(lines)):
        known = [text for text in labels if text in surfaces or text.partition(" ")[0] in surfaces]
        told = Counter(surfaces[text] for text in known if text in surfaces and not _is_guess(text, surfaces))
        if not told or told.keys() - {"ORG", "PRODUCT"} or len(known) < _KNOWN * len(labels):
            continue
        kind = told.most_common(1)[0][0]
        found |= dict.fromkeys(_names_among(labels, surfaces), kind)
    return found


def _labels_of_rows(lines: Sequence[Line]) -> Iterator[list[str]]:
    """Yield the labels of rows in a sentence: "Acme Foods (+2.1%), Quill (+1.8%)"."""
    for line in lines:
        labels = _WITH_FIGURE.findall(line.sentence.text) if "(" in line.sentence.text else []
        if len(labels) >= LEAST:
            yield [label.rstrip() for label in labels]


def _is_guess(text: str, surfaces: Mapping[str, EntityLabel]) -> bool:
    return surfaces[text] == "GPE" and text not in PLACES


def _names_among(labels: Sequence[str], surfaces: Mapping[str, EntityLabel]) -> Iterator[str]:
    """Yield the labels that may be names and are not known as such."""
    for text in (label for label in labels if "(" not in label):
        words = text.split()
        written = all(word[0].isupper() or any(map(str.isdigit, word)) for word in words)
        plain = words[0].lower() in OPENERS or (len(words) == 1 and is_common(text.lower()))
        if _is_guess(text, surfaces) if text in surfaces else len(words) <= _LONGEST and written and not plain:
            yield text
