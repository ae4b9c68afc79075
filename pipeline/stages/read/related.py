"""Tells a related story's headline, set between paragraphs, from a subhead of the article itself.

A subhead announces what the paragraphs under it say, so they repeat its words; a foreign headline tells a
story of its own: names and figures that the next paragraphs never mention.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lexicon import entries
from pipeline.stages.read.shape import stems, word_count

_FIGURE = re.compile(r"\d[\d.,]*%?")
_YEAR = re.compile(r"(?:19|20)\d\d")
"""A section's period tells no story."""
_NAME = re.compile(r"(?<=\s)[“‘\"']?([A-Z][\w’'-]{2,})")
_FEWEST_WORDS = 5
_NEAR = 600
"""A subhead's words come again in so many characters of a paragraph."""
_SUBHEADS = 2
"""An article with so many other headings is divided by subheads: there a heading needs more against it."""
_VERBS = frozenset(entries("headline_verbs"))


def is_related(headline: str, section: Sequence[str], other_headings: int) -> bool:
    """Return whether `headline` is foreign to the paragraphs of `section` that follow it.

    `other_headings` is how many more headings the article's body has.
    """
    if word_count(headline) < _FEWEST_WORDS or not section:
        return False
    words, joined = stems(headline), " ".join(text[:_NEAR] for text in section)
    figures = (figure for figure in _FIGURE.findall(headline) if not _YEAR.fullmatch(figure))
    unknown = [figure for figure in figures if figure not in joined]
    if other_headings < _SUBHEADS and not _is_title_case(headline):
        shared = len(words & stems(section[0][:_NEAR])) / max(1, len(words))
        unknown += [name for name in _NAME.findall(headline) if name not in joined]
        return shared <= 0.25 and bool(unknown)
    tells = bool(unknown) or any(word.casefold() in _VERBS for word in headline.split())
    return tells and not words & stems(joined)


def _is_title_case(headline: str) -> bool:
    """Return whether most words are capitalised, so that capitals mark no names."""
    long = [word for word in headline.split() if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in long) > 0.7 * len(long)
