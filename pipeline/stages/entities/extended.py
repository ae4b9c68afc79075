"""Names as long as they stand: products with maker and number ("Acme Watch Lite 2"), companies that act."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.lexicon import rows
from pipeline.records import EntityLabel
from pipeline.stages.entities.bounds import is_model_number
from pipeline.stages.entities.mention import Candidate, Line
from pipeline.stages.entities.tokens import DASHES
from pipeline.stages.entities.vocabulary import CLASSES, COUNTRIES

_LONGEST = 5
_MOST = 3
"""Words of a company's name that is found so."""
_PASTS = frozenset(form for row in rows("irregular_verbs") for form in row["forms"].split() if not form.endswith("ing"))
_MAKERS = frozenset({"ORG", "PRODUCT"})


def extended_products(lines: Sequence[Line], surfaces: Mapping[str, EntityLabel]) -> Iterator[str]:
    """Yield what stands in the lines as a longer name of a product of `surfaces`.

    A heading's common words ("Watch") end a run of capitals there, and a label ends in its colon: what the rest of
    the article calls "Watch Lite" is the "Acme Watch Lite 2" of the heading, where Acme is a company of `surfaces`.
    """
    firsts = {text.partition(" ")[0] for text, label in surfaces.items() if label == "PRODUCT"}
    for line in lines:
        for at, token in enumerate(line.tokens):
            if token.text in firsts and (last := _product_end(line, at, surfaces)):
                first, end = _maker_start(line, at, surfaces), _number_end(line, last)
                if (longer := line.text(first, end)) not in surfaces:
                    yield longer


def extended_companies(found: Sequence[Candidate], surfaces: Mapping[str, EntityLabel]) -> Iterator[str]:
    """Yield the possible names of `found` that begin with a company of `surfaces` and act as companies do.

    "Acme Consumer on Thursday reported" is the Acme of the title.
    """
    for candidate in found:
        words = candidate.text.split()
        if candidate.text in surfaces or not 1 < len(words) <= _MOST or candidate.line.headline:
            continue
        if surfaces.get(words[0]) == "ORG" and words[1] in COUNTRIES:
            yield candidate.text  # "Acme Asia"
        elif (
            surfaces.get(words[0]) == "ORG" and all(w.istitle() and w.isalpha() for w in words[1:]) and _acts(candidate)
        ):
            yield candidate.text


def _acts(candidate: Candidate) -> bool:
    """Tell whether a verb of companies follows a name, a day between or not; behind a dateline any verb in the past."""
    tokens = candidate.line.tokens
    behind = [token.low for token in tokens[candidate.last : candidate.last + 3]]
    if behind[:1] == ["on"] and behind[1:2] and behind[1] in CLASSES["weekday"]:
        behind = behind[2:]
    if not behind:
        return False
    leads = candidate.first > 1 and tokens[candidate.first - 1].text in DASHES
    past = behind[0].endswith("ed") or behind[0] in _PASTS
    return behind[0] in CLASSES["orgverb"] | CLASSES["sayverb"] or (leads and past)


def _product_end(line: Line, first: int, surfaces: Mapping[str, EntityLabel]) -> int:
    """Return where the longest name of `surfaces` that begins at a token ends, 0 where it is no product's."""
    for last in range(min(first + _LONGEST, len(line.tokens)), first, -1):
        if label := surfaces.get(line.text(first, last)):
            return last if label == "PRODUCT" else 0
    return 0


def _maker_start(line: Line, first: int, surfaces: Mapping[str, EntityLabel]) -> int:
    """Return where the company's name of one word right before a product begins, `first` where there is none."""
    before = line.tokens[first - 1] if first else None
    if before is None or before.end + 1 != line.tokens[first].start or surfaces.get(before.text) not in _MAKERS:
        return first
    return first - 1


def _number_end(line: Line, last: int) -> int:
    """Return where a product's number and the tails of models behind it end, `last` where there is none."""
    tokens, end = line.tokens, last
    if end < len(tokens) and tokens[end].kind == "number" and (_is_labelled(line, end) or is_model_number(line, end)):
        end += 1
        while end < len(tokens) and tokens[end].kind == "capital" and tokens[end].low in CLASSES["modeltail"]:
            end += 1
    return end


def _is_labelled(line: Line, at: int) -> bool:
    """Tell whether a short number closes a label: "Watch Lite 2: €59"."""
    tokens = line.tokens
    colon = at + 1 < len(tokens) and tokens[at + 1].text == ":"
    return (
        colon
        and tokens[at].text.isdigit()
        and len(tokens[at].text) < 3
        and line.sentence.text[tokens[at + 1].end :][:1] in " "
    )
