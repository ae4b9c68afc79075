"""Names that are written small ("quorley, inc.", "norvelimab"): no run of capitals holds them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.records import EntityLabel
from pipeline.stages.entities.mention import Line
from pipeline.stages.entities.tokens import Token
from pipeline.stages.entities.vocabulary import CLASSES, DRUG_STEMS, OPENERS, SUFFIXES, is_common

_LEAST = 3
"""How often an article has to write such a name."""

_SHORTEST = 3
_SHORTEST_DRUG = 8
_SMALL_FORMS = frozenset(suffix for suffix in SUFFIXES if suffix.islower() and suffix.isascii())


def small_names(lines: Sequence[Line]) -> dict[str, EntityLabel]:
    """Return the names that an article writes small, as surfaces: companies, with and without legal form, and drugs.

    A company's is no common word, stands in the article at least `_LEAST` times, and once has a legal form after it
    or opens a sentence as what announces, reports or says something.  A drug's ends as such names do ("-mab").
    """
    counts = Counter(token.text for line in lines for token in line.tokens if token.kind == "lower")
    drugs = (word for word in counts if word.endswith(DRUG_STEMS) and _is_drug(word))
    surfaces: dict[str, EntityLabel] = dict.fromkeys(drugs, "PRODUCT")
    rare = {word for word, count in counts.items() if count >= _LEAST and _may_be_name(word)}
    for line in lines:
        for first, last in _introduced(line, rare):
            surfaces |= {line.tokens[first].text: "ORG", line.text(first, last): "ORG"}
    return surfaces


def _is_drug(word: str) -> bool:
    return len(word) >= _SHORTEST_DRUG and word.isalpha() and not is_common(word)


def _may_be_name(word: str) -> bool:
    known = word in OPENERS or is_common(word) or any(word in words for words in CLASSES.values())
    return len(word) >= _SHORTEST and word.isalnum() and not known


def _introduced(line: Line, rare: set[str]) -> Iterator[tuple[int, int]]:
    """Yield the first and last tokens of the names, with legal form, that a line introduces."""
    for at, token in enumerate(line.tokens):
        if token.text in rare:
            if end := _legal_end(line.tokens, at + 1):
                yield at, end
            elif at == 0 and len(line.tokens) > 1 and line.tokens[1].low in CLASSES["orgverb"] | CLASSES["sayverb"]:
                yield at, at + 1


def _legal_end(tokens: Sequence[Token], at: int) -> int:
    """Return where the legal form that begins at `at`, a comma before it or not, ends; 0 where there is none."""
    at += at < len(tokens) and tokens[at].text == ","
    legal = at < len(tokens) and (tokens[at].text in _SMALL_FORMS or tokens[at].text in SUFFIXES - {"Group", "Company"})
    return at + 1 if legal else 0
