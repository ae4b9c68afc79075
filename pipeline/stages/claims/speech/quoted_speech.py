"""Quotations tied to their speaker: in the sentence, in the one behind or before, or carried over."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from pipeline.records import Sentence
from pipeline.stages.claims.speech.quotation import Quotation
from pipeline.stages.claims.speech.speakers import SpeakerNames, Statement

_SHORT_TAIL = 14
"""A sentence of so few words behind a quotation may be its attribution: “It works.” Ada Nwosu said."""
_AROUND = 3
"""So many words beside a quotation that names nobody make it a part of a sentence: nobody is carried over to it."""
_GAP = 60
"""Characters between two quotations that belong together."""
_CARRY = 600
"""Characters between a quotation without a speaker and the one before whose speaker goes on."""


def quoted_statements(
    text: str, sentences: Sequence[Sentence], quotes: Sequence[Quotation], names: SpeakerNames
) -> list[Statement]:
    """Return the quotations whose speaker the text names; all arguments are of one article, in text order."""
    starts = [s.start for s in sentences]
    found: list[Statement] = []
    for n, quote in enumerate(quotes):
        first, last = (max(bisect_right(starts, at) - 1, 0) for at in (quote.start, quote.end - 1))
        before = max(sentences[first].start, quotes[n - 1].end if n else 0)
        after = min(sentences[last].end, quotes[n + 1].start if n + 1 < len(quotes) else len(text))
        name = names.beside_verb(quote.end, after) or names.beside_verb(before, quote.start)
        if name is None:
            following = quotes[n + 1].start if n + 1 < len(quotes) else len(text)
            name = (
                _between(text, quote, following, names)
                or _behind(text, sentences, last, names)
                or _ahead(sentences, first, names)
            )
        if name is None and _stands_alone(text, before, quote, after):
            name = _carried(found, quotes[n - 1] if n else None, quote, names, sentences[first])
        if name is not None:
            found.append(Statement(quote.start, quote.end, name))
    return found


def _between(text: str, quote: Quotation, following: int, names: SpeakerNames) -> str | None:
    """Return the speaker named between two quotations that follow each other: “It works.” She added, “Well.”."""
    between = text[quote.end : following]
    if len(between) > _GAP or "\n" in between or quote.end == following:
        return None
    return names.beside_verb(quote.end, following)


def _behind(text: str, sentences: Sequence[Sentence], last: int, names: SpeakerNames) -> str | None:
    """Return the speaker that a short sentence right behind a quotation names."""
    if last + 1 >= len(sentences) or "\n" in text[sentences[last].end : sentences[last + 1].start]:
        return None
    tail = sentences[last + 1]
    if tail.text.count(" ") >= _SHORT_TAIL or re.search(r"[“\"]|:\s*$", tail.text):
        return None
    return names.beside_verb(tail.start, tail.end)


def _ahead(sentences: Sequence[Sentence], first: int, names: SpeakerNames) -> str | None:
    """Return the speaker that the sentence before a quotation introduces with a colon."""
    if first == 0 or not sentences[first - 1].text.rstrip().endswith(":"):
        return None
    return names.beside_verb(sentences[first - 1].start, sentences[first - 1].end)


def _stands_alone(text: str, before: int, quote: Quotation, after: int) -> bool:
    """Tell whether little but the quotation stands in its sentences."""
    beside = f"{text[before : quote.start]} {text[quote.end : after]}"
    return len(re.findall(r"\w+", beside)) <= _AROUND


def _carried(
    found: Sequence[Statement], previous: Quotation | None, quote: Quotation, names: SpeakerNames, home: Sentence
) -> str | None:
    """Return who goes on speaking: the speaker of the quotation before, or a person named since."""
    if previous is None or quote.start - previous.end > _CARRY or not found or found[-1].end != previous.end:
        return None
    return found[-1].name if not previous.closed else names.named_between(previous.end, home.start) or found[-1].name
