"""English noun plurals: the light lemma that units of counts and metric names need."""

from __future__ import annotations

from functools import cache

from pipeline.lexicon import entries, rows


@cache
def _irregular() -> dict[str, str]:
    return {row["plural"]: row["singular"] for row in rows("plurals")}


@cache
def _invariant() -> frozenset[str]:
    return frozenset(entries("invariant_nouns"))


@cache
def singular(noun: str) -> str:
    """Return the singular of an English noun in lower case ("countries" → "country", "buses" → "bus")."""
    word = noun.lower()
    if word in _irregular():
        return _irregular()[word]
    if word in _invariant() or not word.endswith("s") or word.endswith(("ss", "us", "is")) or len(word) < 4:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


@cache
def _irregular_verbs() -> dict[str, tuple[str, ...]]:
    return {row["lemma"]: tuple(row["forms"].split()) for row in rows("irregular_verbs")}


@cache
def invariant_verbs() -> frozenset[str]:
    """Return the verbs whose past is their lemma ("cut", "shut"): their form alone does not tell the tense."""
    return frozenset(lemma for lemma, forms in _irregular_verbs().items() if lemma in forms)


def inflected(phrase: str) -> frozenset[str]:
    """Return a lemma or phrase with the forms its first word takes as a verb and its last word as a noun.

    "roll out" gives "rolls out", "rolled out", "rolling out"; "plant" gives "plants" (and the verb forms
    that it may have): meant for matching known words in text, not for generating English.
    """
    first, _, rest = phrase.partition(" ")
    head, _, last = phrase.rpartition(" ")
    heads = {f"{form} {rest}".strip() for form in _verb_forms(first)}
    tails = {f"{head} {form}".strip() for form in (last, *_plurals(last))}
    return frozenset({phrase, *heads, *tails})


def _verb_forms(verb: str) -> set[str]:
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    past = verb[:-1] + "ied" if verb.endswith("y") and verb[-2:-1] not in "aeiou" else stem + "ed"
    irregular = _irregular_verbs().get(verb)
    return {verb, *_plurals(verb), stem + "ing", *(irregular or {past})}


def _plurals(noun: str) -> tuple[str, ...]:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return (noun[:-1] + "ies",)
    if noun.endswith(("s", "x", "ch", "sh", "z")):
        return (noun + "es",)
    return (noun + "s",)
