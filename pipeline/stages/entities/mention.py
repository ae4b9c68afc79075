"""A mention before it becomes a record, and a candidate before it is decided what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.records import EntityForm, EntityLabel, Sentence
from pipeline.stages.entities.tokens import Token, dateline_end, is_headline, tokenize
from pipeline.stages.entities.vocabulary import AGENCIES, PLACES, RARER_CITIES, SUFFIXES, is_common

_HEADS = ("title", "heading")

_SHARE = re.compile(r"([A-Z][^(),]{1,60}) \(([A-Z]{1,5})\) [–—-]")

_LEADER = re.compile(r"([A-Z][^(),\d–—]{1,60}?)\s+[–—]\s")
"""A name with a dash behind it, no day and no agency between."""

_POSSESSIVES = frozenset(("'s", "’s"))
_TIMELY = frozenset(
    "today yesterday tomorrow tonight last next this year month week quarter summer winter spring autumn fall monday "
    "tuesday wednesday thursday friday saturday sunday everyone everybody someone nobody one it that there here what "
    "who let he she".split()
)
"""Words with a possessive at the beginning of a sentence that are no names."""

_SHOUTED = 6
"""A line in capitals of fewer words may be a name alone ("ACME ORBIT 14")."""

_OPENS_BY = 2
"""A sentence's first word is its first token or, behind a mark, its second."""


class Mention(NamedTuple):
    """A decided name or nominal; `start` and `end` count in the source text, `first` and `last` its tokens."""

    start: int
    end: int
    text: str
    label: EntityLabel
    sentence_id: str
    form: EntityForm = "name"
    first: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of content with its tokens.

    In a `headline` a capital says nothing, in a `shouted` one every letter is one; the tokens before `dateline` are a
    place and a date.
    """

    sentence: Sentence
    tokens: Sequence[Token]
    headline: bool
    dateline: int
    shouted: bool

    @classmethod
    def of(cls, sentence: Sentence) -> Line:
        """Return `sentence` with its tokens."""
        tokens = tokenize(sentence.text)
        headline = is_headline(tokens, 2 if sentence.block in _HEADS else 4) and not _is_about(tokens)
        shouted = headline and len(tokens) >= _SHOUTED and sentence.text.isupper()
        leads = _opens_with_share(sentence.text) or _opens_with_leader(sentence.text)
        dateline = 0 if leads else dateline_end(tokens)
        return cls(sentence, tokens, headline, dateline, shouted)

    def text(self, first: int, last: int) -> str:
        """Return the text of the tokens from `first` up to, not including, `last`."""
        return self.sentence.text[self.tokens[first].start : self.tokens[last - 1].end]

    def mention(self, first: int, last: int, label: EntityLabel, form: EntityForm = "name") -> Mention:
        """Return the tokens from `first` up to `last` as a mention of the source text."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        offset = self.sentence.start
        text = self.sentence.text[start:end]
        return Mention(offset + start, offset + end, text, label, self.sentence.sentence_id, form, first, last)


def _opens_with_share(text: str) -> bool:
    """Tell whether a line opens with a company and its stock code ("Acme Foods (ACM) – "), as a dateline does."""
    match = _SHARE.match(text)
    if match is None or match[2] in AGENCIES:
        return False
    return match[1] not in PLACES and not match[1].isupper()


def _opens_with_leader(text: str) -> bool:
    """Tell whether a line opens with the name that it speaks of ("Acme Foods — The shares rose"), with no place."""
    match = _LEADER.match(text)
    return match is not None and not (match[1].isupper() or match[1] in PLACES or match[1] in RARER_CITIES)


def _is_about(tokens: Sequence[Token]) -> bool:
    """Tell whether a line heads the section on a company: "About Acme Lamps Group, Inc.:"."""
    return tokens[0].low == "about" and not SUFFIXES.isdisjoint(token.text for token in tokens[-2:])


class Candidate(NamedTuple):
    """Tokens `first` up to `last` of a line that may be a name, and the model's label where it gave one."""

    line: Line
    first: int
    last: int
    label: EntityLabel | None

    @property
    def text(self) -> str:
        """The candidate as written."""
        return self.line.text(self.first, self.last)

    @property
    def is_opener(self) -> bool:
        """Whether it is one common word that opens a sentence, behind a bracket or quotation mark or not.

        What owns something there without an article is a name ("Apple's tablet"), days and the like apart.
        """
        tokens = self.line.tokens
        owns = self.last < len(tokens) and tokens[self.last].low in _POSSESSIVES
        return (
            not (owns and self.text.lower() not in _TIMELY)
            and self.last - self.first == 1
            and self.last <= _OPENS_BY
            and (self.first == 0 or tokens[0].kind == "mark")
            and is_common(tokens[self.first].low)
        )


def lower_words(lines: Iterable[Line]) -> frozenset[str]:
    """Return the words that an article also writes without a capital."""
    return frozenset(t.text for line in lines for t in line.tokens if t.kind == "lower")
