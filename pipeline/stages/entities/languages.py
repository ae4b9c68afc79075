"""Languages among the names of peoples: "speaks Thai", "in French", "English, Hindi and Tamil are supported"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.stages.entities.mention import Line, Mention
from pipeline.stages.entities.tokens import Token
from pipeline.stages.entities.vocabulary import CLASSES, LANGUAGES, OPENERS, PEOPLES, PLACES

_ROW = 3
"""So many languages one after the other are named as such."""

_ROW_NAMES = LANGUAGES | PEOPLES | PLACES.keys()
_JOINTS = frozenset((",", "and", "or", "&", "/"))
_AFTER = OPENERS | frozenset("due soon later next alone only too".split())
_ADJECTIVE_BEFORE = frozenset("the a an is are was were be been many most some".split())
_ALWAYS = "English"
"""Without a noun after it, this one is no people."""


def told_languages(mentions: Iterable[Mention], lines: Sequence[Line]) -> Iterator[Mention]:
    """Yield the mentions in order, each language among the names of peoples labelled as one.

    `lines` are the article's.  A language stands without a noun of its own, or before one of speech ("Thai subtitles").
    """
    by_id = {line.sentence.sentence_id: line for line in lines}
    for mention in mentions:
        if mention.label == "NORP" and mention.text in LANGUAGES and _is_spoken(by_id[mention.sentence_id], mention):
            yield mention._replace(label="LANGUAGE")
        else:
            yield mention


def _is_spoken(line: Line, mention: Mention) -> bool:
    tokens = line.tokens
    first, last = _row(tokens, mention.first, mention.last)
    after = tokens[last].low if last < len(tokens) else ""
    if after in CLASSES["speechnoun"]:
        return True
    before = tokens[first - 1].low if first else ""
    noun = last < len(tokens) and tokens[last].kind != "mark" and after not in _AFTER
    if noun or before in _ADJECTIVE_BEFORE:
        return False
    if before in ("in", "into") or mention.text == _ALWAYS:
        return True
    row = sum(token.text in LANGUAGES for token in tokens[first:last])
    return row >= _ROW or any(token.low in CLASSES["speech"] for token in tokens)


def _row(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Return the first and last tokens of the row of peoples and places in which a name stands."""
    while (at := _over(tokens, first, -1)) >= 0:
        first = at
    while (at := _over(tokens, last - 1, 1)) >= 0:
        last = at + 1
    return first, last


def _over(tokens: Sequence[Token], at: int, step: int) -> int:
    """Return where the next name of a row stands over its commas and "and", -1 where there is none."""
    at += step
    start = at
    while 0 <= at < len(tokens) and tokens[at].low in _JOINTS:
        at += step
    named = at != start and 0 <= at < len(tokens) and tokens[at].text in _ROW_NAMES
    return at if named else -1
