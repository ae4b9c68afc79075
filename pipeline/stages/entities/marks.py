"""Runs of capitals over marks: "Cole & Co", "Acme, Inc.", "Acme (UK) Foods Ltd", "Quillon's Biscuit Company"."""

from __future__ import annotations

from pipeline.stages.entities.bounds import is_capital, is_legal_form
from pipeline.stages.entities.mention import Line
from pipeline.stages.entities.tokens import Token
from pipeline.stages.entities.vocabulary import GIVEN_NAMES, HEADS, PEOPLES, PLACES, SUFFIXES, is_common

_AFTER_POSSESSIVE = 3
_AFTER_ASIDE = 5
"""How many tokens behind a bracketed word a legal form may stand."""
_ENCLOSING = {"(": ")", '"': '"', "“": "”", "‘": "’", "'": "'"}


def over_mark(line: Line, at: int) -> int:
    """Return by how many tokens a run goes on over a mark: "Cole & Co", "Acme, Inc.", "Farmers’ Union"."""
    mark, before = line.tokens[at].text, line.tokens[at - 1]
    if mark in _ENCLOSING and _is_nickname(line, at):
        return 3
    if mark == "(":
        return _over_aside(line, at)
    if mark == "&" and at < line.dateline:
        return 0
    if mark == "&":
        return 2 * is_capital(line, at + 1)
    if mark == ",":
        return 2 * is_legal_form(line, at + 1)
    if mark in ("'s", "’s"):
        return 2 * _is_within_company(line, at)
    body = is_capital(line, at + 1) and (line.tokens[at + 1].text == "Day" or heads_of(line.tokens[at + 1]))
    return 2 * (mark in "'’" and before.low.endswith("s") and body and not heads_of(before))


def _is_within_company(line: Line, at: int) -> bool:
    """Tell whether a possessive stands inside a company's name: "Quillon's Biscuit Company", not "Lyon's Acme Ltd"."""
    if line.tokens[at - 1].text in PLACES or line.tokens[at - 1].text in PEOPLES:
        return False
    for token in line.tokens[at + 1 : at + 1 + _AFTER_POSSESSIVE]:
        if token.text in SUFFIXES and token.start > line.tokens[at + 1].start:
            return True
        if not (token.kind == "capital" and is_common(token.low)):
            return False
    return False


def _is_nickname(line: Line, at: int) -> bool:
    """Tell whether a mark opens a person's other name inside the name: 'Ada "Bo" Cole', "Juan (John) Cole"."""
    if at + 3 >= len(line.tokens) or line.tokens[at - 1].text not in GIVEN_NAMES:
        return False
    inner, closing = line.tokens[at + 1], line.tokens[at + 2].text
    return inner.text.istitle() and closing == _ENCLOSING[line.tokens[at].text] and is_capital(line, at + 3)


def _over_aside(line: Line, at: int) -> int:
    """Return by how many tokens a run goes on over one word in brackets: "Acme (UK) Foods Ltd", "Acme AB (publ)"."""
    inner = line.tokens[at + 1 : at + 3]
    if len(inner) < 2 or inner[1].text != ")" or not (inner[0].text in SUFFIXES or inner[0].text in PLACES):
        return 0
    if inner[0].kind == "lower":
        return 3 * (line.tokens[at - 1].text in SUFFIXES)  # "Acme AB (publ)"
    for end in range(at + 3, min(at + 3 + _AFTER_ASIDE, len(line.tokens))):
        if is_legal_form(line, end):
            return 3
        if not (is_capital(line, end) or line.tokens[end].low in ("&", "and")):
            break
    return 0


def heads_of(token: Token) -> bool:
    """Tell whether a word is the head noun of names that go on behind it: "Bank of"."""
    return any(head.before_of for head in HEADS.get(token.text, ()))
