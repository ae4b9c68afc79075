"""Candidates for what the vocabulary does not name: the lemma of the phrase that is measured."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from pipeline.lexicon import entries
from pipeline.records import Quantity
from pipeline.stages.claims.metrics.counted import unit_metric
from pipeline.stages.claims.metrics.mentions import metric_mentions
from pipeline.stages.claims.metrics.named import Named, snake_case
from pipeline.stages.claims.metrics.nouns import nouns_around
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.ranking import Candidate, weighed
from pipeline.stages.claims.syntax import INCLUDING, clause_head, is_noun, own_subject

LONGEST = 4
"""Words at most of a metric's name."""


def _numbered(noun: Token) -> Token:
    """Return what "numbers" are of: "passenger numbers" count passengers."""
    of = [t for t in noun.children if t.dep_ == "compound" and t.i == noun.i - 1 and is_noun(t)]
    return of[0] if noun.lower_ == "numbers" and of else noun


def head_phrases(parsed: Parsed, quantity: Quantity) -> Iterator[Candidate[Named]]:
    """Yield the nouns that a figure may measure, bare and with the words that specify them."""
    anchor = parsed.root(quantity.start, quantity.end)
    if anchor is None:
        return
    mentions = metric_mentions(parsed, quantity.kind)
    counted = unit_metric(parsed, quantity)
    subject = own_subject(clause_head(anchor))
    for noun, role in ((_numbered(noun), role) for noun, role in nouns_around(parsed, quantity, anchor)):
        if not is_noun(noun) or noun.i in parsed.taken or not noun.text[0].isalpha() or noun.lower_ in _measureless():
            continue
        over = [m.metric for m in mentions if m.start <= parsed.starts[noun.i] < m.end]
        known = [metric for metric in over if not metric.standard]
        added = any(not weighed("metric", f"name:{metric.name}") for metric in known)  # a user's words: taken as told
        if added or _priced(quantity, role):
            continue
        aliases = {f"head:alias|{metric.name}" for metric in over}
        if known:  # the vocabulary says what to call it
            aliases |= {"head:known", f"head:known|{quantity.kind}"}
        if counted is not None and role == "counted":
            aliases.add(f"head:alias|{counted.name}")
        for version, words in _versions(noun, parsed.taken):
            name = snake_case(" ".join(t.text for t in words))
            traits = {
                f"head:{role}", f"head:{role}|{quantity.kind}", f"head:{version}", f"head:{version}|{quantity.kind}",
                f"head:{role}|{version}",
            }  # fmt: skip
            if noun.tag_ in ("NNP", "NNPS"):
                traits.add("head:name")
            if noun == subject:
                traits.add("head:is_subject")
                if clause_head(anchor).lower_ in INCLUDING:
                    traits.add("head:subject|includes")
            traits |= aliases
            named = Named(name, None)
            yield Candidate(named.key, named, f"metric.head.{role}", parsed.span(words), traits)


def _priced(quantity: Quantity, role: str) -> bool:
    """Tell whether a rate only specifies a noun, which it does not measure: "a $6-a-month service"."""
    return quantity.kind == "money" and quantity.per is not None and role in _SPECIFIED


_SPECIFIED = ("over.nummod.0", "over.compound.0", "over.nmod.0", "over.amod.0")


def longer_names(parsed: Parsed, noun: Token) -> Iterator[tuple[str, str]]:
    """Yield (version, name) of a noun with the words that specify it, without the noun alone."""
    for version, words in _versions(noun, parsed.taken):
        if version != "bare":
            yield version, snake_case(" ".join(t.text for t in words))


def _versions(noun: Token, taken: set[int]) -> Iterator[tuple[str, list[Token]]]:
    """Yield a noun alone, with the nouns compounded with it, and with its adjectives as well.

    Tokens in `taken`, those of names, figures and times, are no part of a metric's name.
    """
    yield "bare", [noun]
    compounds = _before(noun, taken, ("compound", "nmod"))
    if len(compounds) > 1:
        yield "compound", compounds
    described = _before(noun, taken, ("compound", "nmod", "amod"))
    if len(described) > len(compounds):
        participle = any(t.tag_ in ("VBG", "VBN") for t in described)
        yield ("participle" if participle else "adjective"), described


def _specifies(token: Token, links: tuple[str, ...]) -> bool:
    plain = token.dep_ in links and token.text[0].isalpha() and token.tag_ not in ("JJR", "JJS", "RBR")
    return plain and token.lower_ not in _stops() and not _within_word(token)


def _within_word(token: Token) -> bool:
    """Tell whether a token is the end of a word that begins with a digit: the "G" of "5G"."""
    before = token.nbor(-1) if token.i else None
    return before is not None and not before.whitespace_ and before.text[-1].isdigit()


@cache
def _measureless() -> frozenset[str]:
    return frozenset(entries("measureless_nouns"))


@cache
def _stops() -> frozenset[str]:
    return frozenset(entries("modifier_stops"))


def _before(noun: Token, taken: set[int], links: tuple[str, ...]) -> list[Token]:
    """Return the unbroken run of words that specify a noun, the noun last; a hyphen joins its two sides."""
    words = [noun]
    while (at := words[0].i - 1) >= 0 and len([w for w in words if w.text != "-"]) <= LONGEST:
        token = noun.doc[at]
        inside = noun.is_ancestor(token) and at not in taken
        if not inside or not (token.text == "-" or words[0].text == "-" or _specifies(token, links)):
            break
        words.insert(0, token)
    while words[0].text == "-":
        words.pop(0)
    return words
