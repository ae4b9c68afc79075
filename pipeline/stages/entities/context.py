"""What the words beside a name say about it: the cues of `name_cues.tsv`, matched word by word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from pipeline.lexicon import rows
from pipeline.stages.entities.mention import Line
from pipeline.stages.entities.tokens import DASHES, Token
from pipeline.stages.entities.vocabulary import CLASSES, PLACES

ANY = "_"
"""The class of any word: what "..." in a pattern skips."""

DATELINE, BYLINE, LEADER = 3.0, 0.6, 0.8
"""What standing in a dateline says for a place, in a byline for a person, and alone before a dash for a company."""

_SKIPPED = 5
_ASIDE = 40
_SHAPES = (
    (re.compile(r"(?:19|20)\d\d"), "{year}"),
    (re.compile(r"[A-Z]{3,6}|N[Aa][Ss][Dd][Aa][Qq]\w*|Euronext|Xetra"), "{exchange}"),
    (re.compile(r"[A-Z][A-Z0-9.]{0,6}"), "{code}"),
    (re.compile(r"\d{3,6}\.[A-Z]{1,2}|[A-Z]{1,5}\.[A-Z]{1,2}"), "{ticker}"),
)
"""Shapes of words that patterns name like classes."""

_MAKER = re.compile(r"[a-z-]{3,}(?:maker|builder|grower|seller|tailer|owner|handler|forwarder|smelter)s?")
"""Trades of companies: "chipmaker", "housebuilder", "shipowner"."""

_NOMINALS = frozenset(("company", "group", "firm"))
_QUOTES = frozenset("“”\"'‘’")
_SIGNS = frozenset("®™℠")
"""Stand between a name and what is said of it ("Acme®, a maker of lamps")."""


_CUES = " ".join(row["words"] for row in rows("name_cues"))
_CUE_CLASSES = tuple((f"{{{name}}}", words) for name, words in CLASSES.items() if f"{{{name}}}" in _CUES)
"""The word classes that patterns name, with their words."""


class Cue(NamedTuple):
    """What a pattern speaks for, and how strongly."""

    label: str
    weight: float


class Node:
    """A state of the cue matcher: what ends here, and where the next word or its class leads."""

    __slots__ = ("cues", "steps")

    def __init__(self) -> None:
        self.cues: list[Cue] = []
        self.steps: dict[str, Node] = {}


@cache
def _matcher(side: str) -> Node:
    root = Node()
    for row in rows("name_cues"):
        if row["side"] == side:
            for words in _variants(row["words"].split()):
                node = root
                for word in words if side == "after" else reversed(words):
                    node = node.steps.setdefault(word, Node())
                node.cues.append(Cue(row["label"], float(row["weight"])))
    return root


def _variants(words: list[str]) -> Iterator[list[str]]:
    """Yield a pattern with its "..." spelled out as none up to three words."""
    if "..." not in words:
        yield words
        return
    at = words.index("...")
    for skipped in range(_SKIPPED + 1):
        yield words[:at] + [ANY] * skipped + words[at + 1 :]


@lru_cache(maxsize=50_000)
def _keys(token_text: str, low: str, kind: str) -> tuple[str, ...]:
    """Return what a token matches in a pattern: itself, its classes, and what its shape says."""
    keys = [low, *(key for key, words in _CUE_CLASSES if low in words)]
    if _MAKER.fullmatch(low):
        keys.append("{company}")
    if kind != "mark" or low in ("'s", "&"):
        keys.append(ANY)
    if kind == "capital":
        keys += ["{placename}"] * (token_text in PLACES)
    shapes = ((kind == "number", "{number}"), *((shape.fullmatch(token_text), key) for shape, key in _SHAPES))
    return (*keys, *(key for fits, key in shapes if fits))


def _match(node: Node, tokens: Sequence[Token], at: int, step: int) -> Iterator[Cue]:
    """Yield the cues of all patterns that match from `at` on, in the direction of `step`."""
    if not 0 <= at < len(tokens):
        return
    owner = step > 0 and at + 1 < len(tokens) and tokens[at + 1].low == "'s"
    longer = step > 0 and at + 1 < len(tokens) and tokens[at + 1].kind == "capital"
    nominal = step > 0 and at > 0 and tokens[at].low in _NOMINALS and tokens[at - 1].low == "the"
    for key in _keys(tokens[at].text, tokens[at].low, tokens[at].kind):
        if (owner or nominal) and key.startswith("{"):
            continue  # "the company's tool": the tool is what the name is; "Founded by Ada Cole, the company ..."
        if longer and key == "{placename}":
            continue  # "Acme and Texas Instruments"
        if following := node.steps.get(key):
            yield from following.cues
            if following.steps:
                yield from _match(following, tokens, at + step, step)


def context_votes(line: Line, first: int, last: int) -> dict[str, float]:
    """Return what the words before and after a name speak for: per side and label the strongest cue."""
    votes: dict[str, float] = defaultdict(float)
    _count(votes, line.tokens, _matcher("before"), _starts_before(line.tokens, first), -1)
    _count(votes, line.tokens, _matcher("after"), _starts_after(line.tokens, last), 1)
    if last <= line.dateline:
        votes["GPE"] += DATELINE
    elif first == 0 and not line.headline and last < len(line.tokens) and line.tokens[last].text in DASHES:
        votes["ORG"] += LEADER  # "Acme Foods — The shares rose"
    if line.sentence.block == "byline":
        votes["PERSON"] += BYLINE
    return votes


def _count(votes: dict[str, float], tokens: Sequence[Token], matcher: Node, starts: Iterable[int], step: int) -> None:
    """Add the strongest cue of every label on one side of a name."""
    best: dict[str, float] = {}
    for at in starts:
        for label, weight in _match(matcher, tokens, at, step):
            best[label] = max(weight, best.get(label, weight))
    for label, weight in best.items():
        votes[label] += weight


def _starts_before(tokens: Sequence[Token], first: int) -> Iterator[int]:
    at = first - 1
    if at >= 0 and tokens[at].text in _QUOTES:
        at -= 1
    yield at
    if at >= 0 and tokens[at].low in ("the", "a", "an"):
        yield at - 1


def _starts_after(tokens: Sequence[Token], last: int) -> Iterator[int]:
    at = last
    if at < len(tokens) and tokens[at].text in _QUOTES:
        at += 1
    yield at
    if at < len(tokens) and tokens[at].text in _SIGNS:
        at += 1
        yield at
    if at < len(tokens) and tokens[at].text == "(":
        for close in range(at + 1, min(at + _ASIDE, len(tokens))):
            if tokens[close].text == ")":
                yield close + 1
                return
