"""Runs of capitalised words: where names can stand, whatever the model saw."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from pipeline.stages.entities.bounds import (
    begins_compound,
    breaks,
    has_model_number,
    is_capital,
    is_legal_form,
    is_model_number,
    is_term,
    is_titled,
)
from pipeline.stages.entities.marks import heads_of, over_mark
from pipeline.stages.entities.mention import Line
from pipeline.stages.entities.tokens import Token
from pipeline.stages.entities.vocabulary import (
    BUSINESS_TAILS,
    CLASSES,
    GIVEN_NAMES,
    KNOWN_COMPANIES,
    NO_NAME_PHRASES,
    OPENERS,
    PARTICLES,
    PLACES,
    SUFFIXES,
    WIRES,
    is_common,
    is_word,
)

LONGEST = 14
"""How many tokens a name has at most: a longer run is no name."""

_NEVER_INSIDE = frozenset("The By From With Into At In Is To".split())
_CLOSING = frozenset("Inc Inc. INC INC. Corp Corp. Corporation Ltd Ltd. LTD LTD. plc PLC Plc LLC LLP GmbH AG".split())
"""Legal forms that nothing of the same name follows."""

_CITY = "City"
_ABBREVIATIONS = frozenset(("US", "IT", "UK", "EU"))
"""Capitals that are no word in a shouted line."""

_DATELINE = 24
"""Tokens at most to the end of a dateline."""
_PARTICIPLE = re.compile(r"[A-Z][a-z]{3,}ed")
_FUNCTION_AND_PERSON = 3
_ACTS = CLASSES["orgverb"] | CLASSES["sayverb"] | frozenset(("has", "is", "will"))
_WITH = frozenset(("Partners", "Teams", "Pairs"))
"""Verbs of a headline before "with" that are nouns in names: "Acme Partners with Quill"."""
_DEFINITE = frozenset(("the", "our"))
_OPENING_MARKS = frozenset('“"‘:–—―•')


def runs(line: Line, lower: Set[str]) -> Iterator[tuple[int, int]]:
    """Yield the (first, last) tokens of every run of words that may form one name, in order.

    Titles, roles, dates and currencies stand outside; so does a sentence's first word where the article
    (`lower`) also writes it small.
    """
    at, count = 0, len(line.tokens)
    while at < count:
        capital = line.tokens[at].kind == "capital"
        if skipped := (phrase(line, at) or int(not _opens(line, at, lower))) if capital else 1:
            at += skipped
            continue
        last = _end(line, at, lower)
        first, cut = _bare(line, at, last)
        if first < cut <= first + LONGEST:
            yield first, cut
        at = last


def phrase(line: Line, at: int) -> int:
    """Return how many tokens from `at` on are a term that is no name ("Internet of Things")."""
    for words in NO_NAME_PHRASES.get(line.tokens[at].low, ()):
        if tuple(t.low for t in line.tokens[at : at + len(words)]) == words:
            return len(words)
    return 0


def _opens(line: Line, at: int, lower: Set[str]) -> bool:
    """Tell whether a run can start at a token with a capital."""
    token = line.tokens[at]
    if breaks(line, at) or _is_shouted_nominal(line, at):
        return False
    if not is_titled(token.text):
        return not (line.shouted and _is_plain(token, lower, shouted=True))
    if token.low in PARTICLES and at + 1 < len(line.tokens) and line.tokens[at + 1].low in PARTICLES:
        return True  # "Van der Hall said"
    if token.low in OPENERS:
        return _is_inner_word(line, at)
    if token.low in CLASSES["trade"] and opens_sentence(line, at):
        return False  # "Housebuilder Acme"
    if line.sentence.block == "byline" and token.text in GIVEN_NAMES and is_capital(line, at + 1):
        return True
    plain = token.low in lower or (is_common(token.low) and token.text not in PLACES)
    if at == 0 and token.low in CLASSES["numeral"] and (token.low in lower or _is_numeral(line, at + 1)):
        return False  # "Two Acme Orbit drives", "Five 88 Orbits"
    initial = at == 0 or line.tokens[at - 1].text in _OPENING_MARKS
    return not plain or not (line.headline or (initial and not is_capital(line, at + 1)))


def _is_shouted_nominal(line: Line, at: int) -> bool:
    """Tell whether a token belongs to the nominal that ends a line in capitals: "ABOUT THE COMPANY"."""
    words = [token.low for token in line.tokens[-2:]]
    if at < len(line.tokens) - 2 or words[0] not in _DEFINITE or words[-1] not in CLASSES["company"]:
        return False
    return line.sentence.text.isupper()


def _is_numeral(line: Line, at: int) -> bool:
    return at < len(line.tokens) and line.tokens[at].kind == "number"


def opens_sentence(line: Line, at: int) -> bool:
    """Tell whether a token opens its sentence, behind a mark or a dateline too."""
    before = line.tokens[at - 1].text if at else "–"
    return before in _OPENING_MARKS or (before in ("-", "--") and 0 < line.dateline < at < _DATELINE)


def _is_inner_word(line: Line, at: int) -> bool:
    """Tell whether a function word with a capital inside a sentence can open a name ("All Seasons Cloud")."""
    inside = at > 0 and not line.headline and line.tokens[at - 1].kind == "lower"
    return inside and line.tokens[at].low not in CLASSES["grammar"] and is_capital(line, at + 1)


def _end(line: Line, first: int, lower: Set[str]) -> int:
    """Return where the run that starts at `first` ends."""
    last, headed = first + 1, heads_of(line.tokens[first])
    while last < len(line.tokens) and (step := _step(line, last, headed, lower)):
        last += step
        headed = headed or heads_of(line.tokens[last - 1])
    return last


def _step(line: Line, at: int, headed: bool, lower: Set[str]) -> int:
    """Return by how many tokens the run goes on at `at`, 0 where it ends; `headed` says that it holds a head noun."""
    token, before = line.tokens[at], line.tokens[at - 1]
    two_lines = token.start - before.end > 1
    if (
        two_lines
        or token.text.capitalize() in _NEVER_INSIDE
        or (before.text in _CLOSING and token.text not in SUFFIXES)
    ):
        return 0
    if before.text.endswith(".") and at > 1 and line.tokens[at - 2].low in CLASSES["step"]:
        return 0  # "Series A. Acme raised"
    if before.text in WIRES and at > 1 and line.tokens[at - 2].text == "/":
        return 0  # "LYON, May 3, 2021 / CNW ACME LTD."
    if token.kind == "capital":
        plain = line.headline and _is_plain(token, lower, line.shouted) and not is_legal_form(line, at + 1)
        plain = plain and not (token.text == _CITY and before.text in PLACES)
        return int(not (plain or breaks(line, at) or _is_verb(line, at)))
    if token.kind == "number":
        return int(is_model_number(line, at))
    return over_mark(line, at) if token.kind == "mark" else _over_word(line, at, headed)


def _is_verb(line: Line, at: int) -> bool:
    """Tell whether a word that names end in is the verb of a title: "Acme Partners with Quill"."""
    if line.tokens[at].text not in _WITH or not (line.headline or line.sentence.block in ("title", "heading")):
        return False
    return at + 1 < len(line.tokens) and line.tokens[at + 1].low == "with"


def _over_word(line: Line, at: int, headed: bool) -> int:
    """Return by how many tokens a run goes on over a small word: "Bank of the East", "Food and Drug Agency"."""
    token, after = line.tokens[at], line.tokens[at + 1 : at + 2]
    if token.text in SUFFIXES:
        return 1
    if token.low == "and":
        return 2 * (is_capital(line, at + 1) and _joins(line, at, headed))
    if headed and token.low in ("of", "for"):
        the = bool(after and after[0].low == "the")
        return (2 + the) * is_capital(line, at + 1 + the)
    if token.low in PARTICLES and line.tokens[at - 1].text.istitle():
        size = 1 + bool(after and after[0].low in PARTICLES)
        return (size + 1) * is_capital(line, at + size)
    return 0


def _joins(line: Line, at: int, headed: bool) -> bool:
    """Tell whether an "and" stands inside a body's name: "Ministry of Trade and Industry", "Food and Drug Agency"."""
    tokens = line.tokens
    if line.headline or not is_common(tokens[at + 1].low):
        return False
    if headed:
        return any(token.low in ("of", "for") for token in tokens[max(0, at - 4) : at])
    ahead = tokens[at + 1 : at + 4]
    if not is_common(tokens[at - 1].low):
        return False
    return any(t.kind == "capital" and (heads_of(t) or t.text in SUFFIXES) for t in ahead)


def _is_plain(token: Token, lower: Set[str], shouted: bool = False) -> bool:
    """Tell whether a capital in a headline hides a plain word; in a `shouted` one all letters are capitals."""
    word = token.text.capitalize() if shouted and token.text not in _ABBREVIATIONS else token.text
    if not word.istitle() or word in BUSINESS_TAILS or word in SUFFIXES:
        return False
    return token.low in lower or token.low in OPENERS or is_common(token.low)


def _bare(line: Line, first: int, last: int) -> tuple[int, int]:
    """Return a run without the terms and parts of a role that stand at its edges."""
    tokens = line.tokens
    while first < last and is_term(tokens[first]):
        first += 1
    if _is_function_before_person(line, first, last):
        first += 1
    role_next = last < len(tokens) and tokens[last].low in CLASSES["rolebreak"]
    while role_next and first < last and tokens[last - 1].low in CLASSES["outermost"]:
        last -= 1
    if _is_called_ai(line, first, last):
        return first, last
    numbered = has_model_number(line, first, last - 1)
    while last - first > 1 and (_ends_outside(tokens[last - 1], numbered) or begins_compound(line, last - 1)):
        last -= 1
        if last - first == 1 and _PARTICIPLE.fullmatch(tokens[first].text):
            return first, first  # "Adjusted EBITDA"
    return first, last


def _is_function_before_person(line: Line, first: int, last: int) -> bool:
    """Tell whether a run begins with what a person heads: "board member for Sales Ada Nwosu"."""
    tokens = line.tokens
    if last - first < _FUNCTION_AND_PERSON or not first or tokens[first - 1].low not in ("for", "of"):
        return False
    return (
        is_common(tokens[first].low) and tokens[first].text not in GIVEN_NAMES and tokens[first + 1].text in GIVEN_NAMES
    )


def _is_called_ai(line: Line, first: int, last: int) -> bool:
    """Tell whether "AI" belongs to a name: "Acme Lake AI said", "Orvane AI (ORV)", no "Generative AI"."""
    words = line.tokens[first : last - 1]
    if not words or line.tokens[last - 1].text != "AI" or line.headline or any(map(is_term, words)):
        return False
    if len(words) == 1 and (is_word(words[0].low) or words[0].text in KNOWN_COMPANIES):
        return False
    after = line.tokens[last] if last < len(line.tokens) else None
    ends = after is None or (after.kind == "mark" and after.text not in "-/&") or after.low in _ACTS
    return ends and not is_common(words[-1].low) if len(words) == 1 else ends or not is_capital(line, last)


def _ends_outside(token: Token, numbered: bool) -> bool:
    """Tell whether a run's last word is a term outside the name; a model's may end in one ("Orbit 9 5G")."""
    return is_term(token) and (not numbered or token.low in CLASSES["chip"])
