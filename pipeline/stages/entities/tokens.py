"""Words of a sentence with offsets and case: what names are made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from pipeline.lexicon import alternatives, entries
from pipeline.stages.entities.vocabulary import ABBREVIATIONS

Kind = Literal["capital", "lower", "number", "mark"]

_APOSTROPHE = "['’]"
_TAIL = rf"(?:{alternatives(entries('hyphen_tails'))}|[a-z]++(?<=ed))(?![\w-])"
_TOKEN = re.compile(
    rf"""
    {_APOSTROPHE}s(?!\w)                                        # the possessive
  | (?>(?:[A-Z]\.){{2,}})(?>(?:[A-Z](?!\w))?)                   # U.S.  J.P.
  | {alternatives(ABBREVIATIONS)}(?<=\.)                        # Inc.  Mr.
  | [A-Z]\.(?=\s+[A-Z])                                         # an initial
  | (?<=UPDATE\ )\d{{1,2}}(?=-[A-Z])                             # an agency's "UPDATE 2-Acme", and no name "2-Acme"
  | A/S(?!\w)                                                   # a legal form
  | -{_TAIL}                                                    # Berlin-based
  | (?<![\w-])(?:post|pre|mid|ex|non|pro|anti)-(?=[A-Z])             # post-Acme
  | [^\W_]++
    (?> (?: (?: {_APOSTROPHE}(?!s(?!\w)) | & | \.(?=[a-z0-9]|(?:[A-Z]{{1,2}}|COM|NET|ORG)(?![\w.])) | (?<=\d),(?=\d)
          | (?!-{_TAIL})-
        ) [^\W_]++ )* )
    (?> (?: \+(?!\w) | !(?={_APOSTROPHE}s|,?\s[a-z]) )? )            # a plus or an exclamation mark of the name
  | [^\w\s] | _
    """,
    re.VERBOSE,
)


_DATELINE = 24
_DAY_OR_YEAR = re.compile(r"(?:\d{1,2}|\d{4})(?![\d.,])")
DASHES = frozenset("—–―-")
"""Dashes and the hyphen."""
_STOPS = frozenset('.!?”"…')


class Token(NamedTuple):
    """A word or mark; `start` and `end` count in its sentence, `low` is the lower case with plain quotes."""

    start: int
    end: int
    text: str
    low: str
    kind: Kind


def tokenize(text: str) -> list[Token]:
    """Return the tokens of a sentence in order; possessives and hyphenated tails are tokens of their own."""
    return [Token(*match.span(), match[0], *_case(match[0])) for match in _TOKEN.finditer(text)]


@lru_cache(maxsize=50_000)
def _case(text: str) -> tuple[str, Kind]:
    """Return a word in lower case with plain quotes, and its kind."""
    low = text.lower().replace("’", "'")
    return low, _kind(text)


def _kind(text: str) -> Kind:
    if text[0].isdigit():
        return "number"
    if not text[0].isalnum():
        return "mark"
    if text.isalpha() and text.lower() == text.upper():
        return "capital"  # a script without case: in English text, a name
    return "lower" if text == text.lower() else "capital"


def is_headline(tokens: Sequence[Token], least: int) -> bool:
    """Tell whether a line is set in title case or capitals, where a capital says nothing about a name.

    It takes `least` longer words to tell.
    """
    if least > 2 and tokens and tokens[-1].text in _STOPS:
        return False
    words = [t for t in tokens if t.kind in ("capital", "lower") and len(t.text) > 3]
    capitals = sum(t.kind == "capital" for t in words)
    return len(words) >= least and capitals >= 0.75 * len(words)


def dateline_end(tokens: Sequence[Token]) -> int:
    """Return how many tokens the places of a dateline take ("BERLIN, Germany, May 5 (Newswire) —"), else 0."""
    places, aside, dated = 0, False, False
    if tokens and tokens[0].text == "(":
        return 0  # "(Newswire) — ": an agency, and no place
    for at, token in enumerate(tokens[:_DATELINE]):
        if at and (rule := _rule(tokens, at)):
            return (places or at) if dated or rule == "sure" else 0
        if not places and (token.kind == "number" or token.text == "("):
            places = at
        aside = token.text == "(" or (aside and token.text != ")")
        dated = dated or token.kind == "number"
        if token.kind == "number" and not aside and not _DAY_OR_YEAR.match(token.text):
            return 0
        if token.kind == "lower" and not aside and token.text not in ("and", "de", "of"):
            return 0
    return 0


def _rule(tokens: Sequence[Token], at: int) -> Literal["", "weak", "sure"]:
    """Return whether a token is the dash that ends a dateline, and whether it is so without a day before it."""
    token, before = tokens[at], tokens[at - 1]
    if token.text not in DASHES:
        return ""
    glued = at + 1 < len(tokens) and tokens[at + 1].start == token.end
    if glued and tokens[at + 1].text == token.text == "-":
        return "sure"
    if before.end == token.start:
        return ""
    return "sure" if before.text == ")" or (token.text != "-" and not glued) else "weak"
