"""The noun phrase that a number counts: its head, and where it ends ("1,000 of the 5,000 shops")."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.language.inflection import singular
from pipeline.language.numerals import UNITS
from pipeline.lexicon import entries, rows
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.model_names import model_at
from pipeline.stages.quantities.tokens import HYPHENS, Tokens

_NO_NOUN_BEFORE = frozenset({"than", "'t", "’t"})
_ONE_IDIOM = cue("one_idiom")
_ONE_STEP = cue("one_step")
_REACH = 8
"""Tokens behind the number that the counted phrase may take."""
_AND_OR = frozenset({"and", "or"})
_PLAIN_WORDS = 2
"""Words on either side of an "and" that one noun ends."""
_NOT_PLURAL_ENDINGS = ("ss", "us", "is", "ous", "'s", "’s")
_NOT_NOUN = tuple(cue("not_a_noun_ending"))
_DETERMINERS = cue("determiner")
_POSSESSIVE = cue("possessive")
_VERSION = re.compile(r"[0-9]\.[0-9]")
_JOINTS = frozenset({*HYPHENS, "&", "/", "“", "”", "‘", "’", '"', "'"})


_STOPS = frozenset(entries("noun_stops"))
_PLURAL_NOUNS = frozenset(entries("noun_plurals")) | {row["plural"] for row in rows("plurals")}
_NOT_PLURAL = frozenset(entries("not_plural"))
_MODIFIERS = frozenset(entries("modifier_plurals"))


@lru_cache(maxsize=1 << 15)
def is_plural(word: str) -> bool:
    """Say whether a lower-case word looks like a plural noun."""
    if word in _PLURAL_NOUNS:
        return True
    return word.endswith("s") and len(word) > 2 and not word.endswith(_NOT_PLURAL_ENDINGS) and word not in _NOT_PLURAL


def ends_phrase(word: str) -> bool:
    """Say whether a lower-case word ends a noun phrase: prepositions, pronouns, auxiliaries and the like."""
    return word in _STOPS


def counted_noun(t: Tokens, i: int) -> tuple[str, int] | None:
    """Return the head, singular, of the noun phrase that begins at token `i`, and the index behind it.

    The head is the first plural noun, or the last of several in a row, before a word that ends the phrase.
    """
    i = _behind_of(t, i)
    if t.words[i + 1] in HYPHENS and t.low[i + 2] in _AND_OR and t.words[i].isalpha() and t.is_hyphen(i + 4):
        i += 3  # "full- and part-time jobs"
    end, k = min(i + _REACH, t.last), i
    while k < end:
        model = model_at(t, k)
        if model:
            name, k = model
            if name and not (t.low[k].isalpha() and t.low[k] not in _STOPS):
                return name, k
            continue
        word = t.low[k]
        if word in _STOPS and not _is_word_part(t, k):
            return _coordinated(t, i, k) if word in _AND_OR and k > i else None
        if word in UNITS and not t.is_hyphen(k + 1):
            return None
        if word.endswith(("ss", "us", "is")) and t.words[k][:-1].isupper() and t.words[k][-1] == "s":
            return word[:-1], k + 1  # "ADSs", "GPUs"
        if is_plural(word) and not _modifies(t, k):
            compound = k - 2 >= i and t.is_hyphen(k - 1) and t.words[k - 2].isalpha()
            return singular(f"{t.low[k - 2]}-{word}" if compound else word), k + 1
        if not (word[0].isalpha() or _goes_on(t, k, i)):
            return None
        k += 1
    return None


def _coordinated(t: Tokens, first: int, k: int) -> tuple[str, int] | None:
    """Return the head of "video and voice calls", "gas or steam turbines": one or two plain words, "and", as many."""
    if k - first > _PLAIN_WORDS or not all(t.words[j].isalpha() and t.words[j].islower() for j in range(first, k)):
        return None
    for j in range(k + 1, k + 2 + 2 * _PLAIN_WORDS):
        if t.is_hyphen(j):
            continue  # "small and medium-sized businesses"
        if not t.words[j].isalpha() or t.low[j] in _STOPS or t.low[j] in UNITS:
            return None
        if is_plural(t.low[j]) and not _modifies(t, j):
            return singular(t.low[j]), j + 1
    return None


def _is_word_part(t: Tokens, k: int) -> bool:
    """Say whether a word that ends phrases is part of a longer one at token `k`: "on-call rotas", "add-on", "iF"."""
    if (t.glued[k] and t.words[k - 1] in HYPHENS) or (t.glued[k + 1] and t.words[k + 1].isdigit()):
        return True
    return (t.is_hyphen(k + 1) and t.words[k + 2].isalpha()) or not (t.words[k].islower() or t.words[k].istitle())


def _behind_of(t: Tokens, i: int) -> int:
    """Return where the noun phrase of "1,000 of the 5,000 shops", "two of Varn's newest jets" goes on."""
    if t.low[i] != "of":
        return i
    if t.low[i + 1] in _DETERMINERS:
        i += 2 + (t.low[i + 2] == "top") + 2 * (t.low[i + 3] in _POSSESSIVE)
        return i + (
            t.words[i][:1].isdigit() or t.low[i] in UNITS
        )  # "1,000 of the 5,000 shops", "7 of the top 10 banks"
    return i + 3 if t.capital(i + 1) and t.low[i + 2] in _POSSESSIVE else i


def _goes_on(t: Tokens, k: int, first: int) -> bool:
    """Say whether a noun phrase goes on over the mark or number at token `k`: "R&D staff", "Phase 2 trials"."""
    word = t.words[k]
    if word in _JOINTS or t.glued[k + 1] or (t.glued[k] and word[0].isdigit()) or word in _POSSESSIVE:
        return True
    labelled = k > first and t.capital(k - 1) and (len(word) == 1 or _VERSION.fullmatch(word))
    model = len(word) == 3 and t.low[k - 1].isalpha() and not _POSSESSIVE.isdisjoint(t.low[first - 1 : k - 1])
    return bool(labelled and "." in word) or (word.isdigit() and bool(labelled or model))


def _modifies(t: Tokens, k: int) -> bool:
    """Say whether the plural at `k` only qualifies the noun behind it ("sports cars", "companies' shares")."""
    following = t.low[k + 1]
    if following in _POSSESSIVE or (following in ("’", "'") and t.glued[k + 1] and t.low[k + 2].isalpha()):
        return True
    if t.words[k + 1] in HYPHENS and t.glued[k + 1]:
        return True
    if not following.isalpha() or following in _STOPS or t.low[k + 1 : k + 3] == ["such", "as"]:
        return False
    return is_plural(following) or t.low[k] in _MODIFIERS


def single_noun(t: Tokens, i: int) -> tuple[str, int] | None:
    """Return the noun that "one" counts: one or two plain words before the phrase ends."""
    for k in range(i, i + 3):
        if not t.words[k].isalpha() or t.capital(k) or t.low[k] in _STOPS:
            return None
        ends = t.low[k + 1] in _STOPS or not t.words[k + 1][:1].isalpha()
        if ends:
            noun = t.low[k - 1 if k > i and t.low[k] in _ONE_STEP else k]  # "one place lower"
            idiom = (
                noun in _ONE_IDIOM
                or t.low[k + 1] in _NO_NOUN_BEFORE
                or (noun.endswith(_NOT_NOUN) and noun[-2:] != "ss")
            )
            return None if idiom else (noun, k + 1)
    return None
