"""Products' names as long as they stand: with the maker before them and the number behind ("Acme Watch Lite 2")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.records import EntityLabel
from pipeline.stages.entities.bounds import is_model_number
from pipeline.stages.entities.mention import Line
from pipeline.stages.entities.vocabulary import CLASSES

_LONGEST = 5
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
