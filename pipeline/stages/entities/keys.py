"""What forms of one name have in common, and whether a short form stands for a long one."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.lexicon import alternatives
from pipeline.stages.entities.vocabulary import BUSINESS_TAILS, HEADS, PLACES, SAME_PLACE, SUFFIXES, is_common

_SUFFIX = re.compile(rf"(?>(?:[,\s]+(?:\({alternatives(SUFFIXES)}\)(?=\s|$)|{alternatives(SUFFIXES)}))+)$")
_DOMAIN = re.compile(r"(?<=\w)\.(?:com|net|org|io|co|ai)$", re.IGNORECASE)
_FORM_OF_STATE = re.compile(r"^(?:Republic|Kingdom|Commonwealth|Principality|Sultanate) of (?:the )?")
_SHORT = re.compile(r"[A-Z][A-Za-z&]{1,9}")
_WORD = re.compile(r"[^\W\d_]+|\d+")
LEGAL = "§"
"""The mark of a legal form in decision keys."""

_LAWS = {
    "US": frozenset("inc incorporated corp corporation llc lp".split()),
    "UK": frozenset("plc ltd limited llp".split()),
    **{form: frozenset({form}) for form in "asa ab oyj ag gmbh se nv bv sa spa kk".split()},
}
"""Legal forms that tell a parent from its subsidiary abroad."""
_UNCOUNTED = frozenset("of and the for in on at & de la".split())


@lru_cache(maxsize=10_000)
def company_key(name: str) -> str:
    """Return a company's name without its legal form and web ending, in lower case: equal for its forms."""
    return _DOMAIN.sub("", _SUFFIX.sub("", name) or name).casefold()


@lru_cache(maxsize=10_000)
def name_key(name: str) -> str:
    """Return what forms of one name share: no legal form, lower case, plain quotes, single spaces."""
    return " ".join(company_key(name).replace("’", "'").split())


@lru_cache(maxsize=10_000)
def decision_key(name: str) -> str:
    """Return under what a name is decided: its key, with a mark where it has a legal form.

    "Cole Holdings" is a company for sure; "Cole" may be a person of that name.
    """
    return f"{name_key(name)} {LEGAL}" if has_legal_form(name) else name_key(name)


def legal_start(name: str) -> str:
    """Return what stands before the legal form that a name ends in, "" where it has none."""
    found = _SUFFIX.search(name)
    return name[: found.start()] if found else ""


def has_legal_form(name: str) -> bool:
    """Tell whether a name ends in a legal form ("Acme Inc.")."""
    return bool(_SUFFIX.search(name))


def law_of(name: str) -> str:
    """Return by whose law a company is one, as far as its legal form tells: "Acme, Inc." and "Acme Corp." by one."""
    word = name.rpartition(" ")[2].replace(".", "").casefold()
    return next((law for law, forms in _LAWS.items() if word in forms), "")


def place_key(name: str) -> str:
    """Return the common name of a place in lower case ("U.S." and "America" give "united states").

    The "Republic of Ruritania" is Ruritania.
    """
    bare = _FORM_OF_STATE.sub("", name)
    return SAME_PLACE.get(bare.casefold(), bare).casefold()


def product_key(name: str) -> str:
    """Return a product's name in lower case without spaces and hyphens ("Mi-Box" and "Mi Box" are one)."""
    return re.sub(r"[\s-]+", "", name.casefold())


def product_abbreviations(name: str) -> list[str]:
    """Return the keys of a product's name with its first words cut to their capitals ("PlayBox 4 Pro": "PB 4 Pro")."""
    words = name.split()
    keys = []
    for size in range(1, len(words)):
        letters = "".join(char for word in words[:size] for char in word if char.isupper())
        if 1 < len(letters) < len("".join(words[:size])):
            keys.append(product_key(letters + "".join(words[size:])))
    return keys


def short_forms(name: str) -> tuple[list[str], bool]:
    """Return the keys of what a company of this full name may be called in short, and whether that is likely.

    "Acme Foods", "Acme Air Lines", "Acme Hill Steel Inc." and "Banco Acme" are likely "Acme"; "Acme Hill" and "Acme
    Data Terminals" may be, where the article names them first; "Ada Acme Co." is likely "Acme" too.  The place of "Acme
    China" tells it from Acme.
    """
    words = name_key(name).split()
    written = name.split()[: len(words)]
    if len(words) < 2 or written[-1] in PLACES:
        return [], False
    if has_legal_form(name):
        tail = [] if is_common(words[-1]) or written[-1] in HEADS else [" ".join(words[1:])]
        return [" ".join(words[:size]) for size in range(1, len(words))] + tail, True
    for size in (2, 1):
        if size < len(words) and " ".join(written[-size:]) in BUSINESS_TAILS:
            return [" ".join(words[:kept]) for kept in range(1, len(words) - size + 1)], True
    if any(head.first for head in HEADS.get(written[0], ())):
        return [" ".join(words[1:])], True
    return [" ".join(words[:size]) for size in range(1, len(words))], False


def abbreviates(short: str, name: str) -> bool:
    """Tell whether `short` is made of the first letters of the name's words, or of letters in its order.

    "HKEX" abbreviates "Hong Kong Stock Exchange", "FDA" "U.S. Food and Drug Administration".
    """
    if not _SHORT.fullmatch(short) or " " not in name:
        return False
    letters = short.replace("&", "").casefold()
    if any(first.endswith(letters) for first in initials(name)):
        return len(letters) > 1
    if short[0].casefold() != name[0].casefold():
        return False
    rest = iter(name.casefold())
    return sum(c.isupper() for c in short) >= 2 and all(letter in rest for letter in letters)


def initials(name: str) -> tuple[str, str]:
    """Return the first letters of the name's words in lower case, with and without its legal form."""
    return _first_letters(name), _first_letters(company_key(name))


def _first_letters(name: str) -> str:
    return "".join(word[0] for word in _WORD.findall(name.casefold()) if word not in _UNCOUNTED)
