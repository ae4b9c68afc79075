"""Products called by a part of their name once they are known: "the Fold" of the "Acme Fold 3", "the Pro"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.stages.entities.mention import Line, Mention
from pipeline.stages.entities.things import ends_phrase
from pipeline.stages.entities.vocabulary import CLASSES

_ARTICLES = frozenset(("the", "this"))
_GENERATION = frozenset(("gen", "generation", "series"))


def shortened_products(lines: Sequence[Line], mentions: Sequence[Mention]) -> dict[str, str]:
    """Return the parts of products' names that stand for the whole, as written, each with the full name.

    The tails of models ("Pro") stand for the first product of the article that ends in them; other words only where
    the article mostly writes them as one thing ("the Fold"), for the first that has a number or tail behind them:
    what also stands for a family ("Orbit sales", "Orbits") is left alone.
    """
    products = list(dict.fromkeys(m.text for m in mentions if m.label == "PRODUCT"))
    mostly_one = dict(_mostly_one(lines, [m for m in mentions if m.label == "PRODUCT"]))
    found: dict[str, str] = {}
    for text in products:
        words = text.split()
        if _are_tails(words):
            full = next((p for p in products if p != text and p.split()[-len(words) :] == words), None)
        elif mostly_one[text] and not any(map(str.isdigit, text)):
            full = next((p for p in products if _is_whole(p.split(), words)), None)
        else:
            continue
        if full:
            found[text] = full
    return found


def _mostly_one(lines: Sequence[Line], products: Sequence[Mention]) -> Iterator[tuple[str, bool]]:
    """Yield each product's name as written and whether half of its mentions are noun phrases with an article."""
    by_id = {line.sentence.sentence_id: line for line in lines}
    by_text: dict[str, list[bool]] = defaultdict(list)
    for mention in products:
        by_text[mention.text].append(_is_one(by_id[mention.sentence_id], mention))
    return ((text, 2 * sum(ones) >= len(ones)) for text, ones in by_text.items())


def _is_one(line: Line, mention: Mention) -> bool:
    before = [token.low for token in line.tokens[max(0, mention.first - 2) : mention.first]]
    article = bool(before) and (
        before[-1] in _ARTICLES or (before[0] in _ARTICLES and line.tokens[mention.first - 1].kind == "lower")
    )
    return article and ends_phrase(line, mention.last)


def _are_tails(words: Sequence[str]) -> bool:
    return all(word.lower() in CLASSES["modeltail"] for word in words)


def _is_whole(whole: Sequence[str], part: Sequence[str]) -> bool:
    """Tell whether a name goes on after `part`, behind its maker or not, with a number or tails of models."""
    for at in (0, 1):
        rest = whole[at + len(part) :]
        if list(whole[at : at + len(part)]) == list(part) and rest:
            return all(any(map(str.isdigit, w)) or w.lower() in CLASSES["modeltail"] | _GENERATION for w in rest)
    return False
