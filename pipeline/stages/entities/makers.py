"""Who makes the products of an article: by their names and by whose the text says they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.records import Entity, Sentence
from pipeline.stages.entities.keys import name_key

_IS = re.compile(r"(?:['’]s\s+\w+)?\s+(?:is|was)\s+(?:the\s+)?")
_OWNER = re.compile(r"['’]s?\s+(?:new\s+|own\s+|latest\s+|first\s+)?$")
_OWNER_WIDTH = 12


def makers(
    sentences: Mapping[str, Sentence], entities: Sequence[Entity], organisations: Sequence[Entity]
) -> Iterator[Entity]:
    """Yield the products of an article whose maker is known, each as a mention of its maker.

    The maker is the organisation whose name the product's begins with ("Acme Orbit 9"), the first word where the text
    also has the name without it ("Acme Orbit 9", "the Orbit 9"), or the company that the text says the product is
    of ("the Orbit is Acme's smallest lamp", "Acme's Orbit"); `sentences` are the article's, by id.
    """
    products = [e for e in entities if e.label == "PRODUCT"]
    made = dict(_unnamed(products, organisations))
    made |= dict(_owned(sentences, products, organisations))
    made |= dict(_named(products, organisations))
    for product in products:
        if maker := made.get(product.name):
            yield product.model_copy(update={"name": maker})


def _named(products: Sequence[Entity], organisations: Sequence[Entity]) -> Iterator[tuple[str, str]]:
    """Yield the names of products that begin with that of an organisation, with the organisation's."""
    names = {name_key(e.text): e.name for e in organisations}
    for product in products:
        if maker := names.get(name_key(product.name.partition(" ")[0])):
            yield product.name, maker


def _unnamed(products: Sequence[Entity], organisations: Sequence[Entity]) -> Iterator[tuple[str, str]]:
    """Yield the names of products whose first word is left out elsewhere, with that word or the company it begins."""
    begun = {name_key(e.name).partition(" ")[0]: e.name for e in reversed(organisations)}
    texts = {e.text for e in products}
    for product in products:
        brand, _, rest = product.name.partition(" ")
        if rest in texts:
            yield product.name, begun.get(name_key(brand), brand)


def _owned(
    sentences: Mapping[str, Sentence], products: Sequence[Entity], organisations: Sequence[Entity]
) -> Iterator[tuple[str, str]]:
    """Yield the names of products with the company that a sentence says each is of."""
    by_start = {e.start: e for e in organisations}
    by_end = {e.end: e for e in organisations}
    for product in products:
        sentence = sentences[product.sentence_id]
        offset, text = sentence.start, sentence.text
        first, last = product.start - offset, product.end - offset
        is_of = _IS.match(text, last)
        owner = by_start.get(offset + is_of.end()) if is_of else None
        if owner and text[owner.end - offset :].startswith(("'s", "’s")):
            yield product.name, owner.name
        before = _OWNER.search(text[max(0, first - _OWNER_WIDTH) : first])
        if before and (owner := by_end.get(product.start - len(before[0]))):
            yield product.name, owner.name
