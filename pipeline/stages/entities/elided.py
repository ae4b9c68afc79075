"""Models whose name is given in part after another's: "the Orbit 9 and 9 Pro", "Orbit S9, S9+", "Orbit i5 and i7"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.records import EntityLabel
from pipeline.stages.entities.mention import Line
from pipeline.stages.entities.tokens import Token
from pipeline.stages.entities.vocabulary import CLASSES, UNITS

_NUMBERED = re.compile(r"(?P<letters>[A-Za-z]{0,3})\d{1,4}(?P<tail>[A-Za-z]{0,3}\+?)")
_JOINTS = frozenset(("and", "or", ",", "/", "&"))
_LONGEST = 5


def elided_models(
    lines: Sequence[Line], surfaces: Mapping[str, EntityLabel], kind: EntityLabel = "PRODUCT"
) -> dict[str, str]:
    """Return the parts that stand for models' names, as written, each with the full name.

    The part follows a product of `surfaces`, or another numbered thing of a `kind` ("Fab 7A and 7B"), that ends in a
    number: it has a number too, with the same letters before it or with a letter or tail of models behind it.  Behind
    a company's model with letters of its own the part is whole: "Acme G9 and G9 Plus".
    """
    products = {text for text, label in surfaces.items() if label == kind}
    ends = {end for text in products if _NUMBERED.fullmatch(end := text.rpartition(" ")[2])}
    found: dict[str, str] = {}
    if not ends:
        return found
    for line in lines:
        for at, token in enumerate(line.tokens):
            if token.text in ends and (stem := _stem(line, at, products)):
                for first, last in _parts(line.tokens, at):
                    part = line.text(first, last)
                    whole = surfaces.get(stem) == "ORG" and part[0].isalpha()
                    found.setdefault(part, part if whole else f"{stem} {part}")
    return found


def _stem(line: Line, at: int, products: set[str]) -> str:
    """Return the words before the number of the product that ends at a token, "" where none does."""
    if not _NUMBERED.fullmatch(line.tokens[at].text):
        return ""
    for first in range(max(0, at - _LONGEST), at):
        if line.text(first, at + 1) in products:
            return line.text(first, at)
    return ""


def _parts(tokens: Sequence[Token], at: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last tokens of the parts that follow the product that ends at a token."""
    letters = _letters(tokens[at].text)
    while at + 2 < len(tokens) and tokens[at + 1].low in _JOINTS:
        first = at + 2
        first += tokens[first].low in ("and", "or") and first + 1 < len(tokens)
        last = first + 1
        while last < len(tokens) and tokens[last].low in CLASSES["modeltail"] and tokens[last].kind == "capital":
            last += 1
        if not _is_part(tokens[first].text, letters, tailed=last > first + 1):
            return
        yield first, last
        at = last - 1


def _is_part(word: str, letters: str | None, tailed: bool) -> bool:
    """Tell whether a numeral names a model: it has the first one's letters, a tail of models, or letters behind it."""
    match = _NUMBERED.fullmatch(word)
    if match is None or match["letters"] != letters:
        return False
    own = bool(match["tail"]) and not match["tail"].islower() and match["tail"] not in UNITS
    return tailed or bool(letters) or own


def _letters(word: str) -> str | None:
    match = _NUMBERED.fullmatch(word)
    return match["letters"] if match else None
