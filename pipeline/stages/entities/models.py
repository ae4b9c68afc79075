"""Models of a company's: "the Acme Roadrunner" is a product, "Acme Electronics" and "Acme India" are companies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set

from pipeline.records import EntityLabel
from pipeline.stages.entities.evidence import Scores, decided
from pipeline.stages.entities.keys import LEGAL, decision_key
from pipeline.stages.entities.mention import Candidate
from pipeline.stages.entities.things import AFTER_NOUN, is_past
from pipeline.stages.entities.vocabulary import (
    BUSINESS_TAILS,
    CLASSES,
    GIVEN_NAMES,
    HEADS,
    NO_NAMES,
    PEOPLES,
    PLACES,
    SUFFIXES,
)

THING = 3.0
"""What a mention as a thing says for a product; it counts once a name."""

SURE = 2.0
"""The score that a company has to have before its name makes another one a model's."""

FAMILY = 2.0
"""What a versioned name ("LampTab2") says for one that begins with the same part ("LampPhone")."""

_VERSIONED = re.compile(r"([A-Z][a-z]{3,})[A-Z][a-z]+(?:\d{1,2}|-[A-Z]\d?)")
_PARTED = re.compile(r"([A-Z][a-z]{3,})[A-Z][a-z]+")
_VERSION = re.compile(r"\d{1,2}")
_LONGEST = 3
_NO_MODEL = NO_NAMES | BUSINESS_TAILS | SUFFIXES | HEADS.keys() | PEOPLES | GIVEN_NAMES | PLACES.keys()
_NO_MODEL_LOW = frozenset().union(
    *(CLASSES[key] for key in ("finance", "function", "role", "company", "orgtail", "part"))
)
_MONEY = CLASSES["money"]
_THING_VERBS = CLASSES["thingverb"]


def model_votes(found: Sequence[Candidate], companies: Set[str]) -> dict[str, float]:
    """Return the names, by key, that are models of a company of the article, with the weight of that.

    `companies` holds the keys of the companies.  A model's name is a company's with a word or two that are no
    business words, places or persons; once it stands with an article or price ("the Acme Orrin has", "a $90 Acme
    Orrin") or before a verb of things ("Acme Orrin costs").
    """
    votes: dict[str, float] = {}
    for candidate in found:
        key = decision_key(candidate.text)
        if _is_model_name(candidate, companies) and any(_signs(candidate)):
            votes[key] = THING
    return votes


def family_votes(found: Sequence[Candidate]) -> dict[str, float]:
    """Return the single words, by key, that begin as a versioned name of the article does, with the weight of that."""
    texts = {candidate.text for candidate in found}
    families = {match[1] for text in texts if (match := _VERSIONED.fullmatch(text))}
    parted = (match for text in texts if (match := _PARTED.fullmatch(text)))
    return {decision_key(match[0]): FAMILY for match in parted if match[1] in families}


def sure_companies(scored: Mapping[str, Scores]) -> frozenset[str]:
    """Return the keys of the single words that are companies by more than one sign, or are with a legal form."""
    keys = {key.removesuffix(f" {LEGAL}") for key, scores in scored.items() if decided(scores, SURE) == "ORG"}
    return frozenset(key for key in keys if " " not in key)


def _is_model_name(candidate: Candidate, companies: Set[str]) -> bool:
    brand, *model = [token.text for token in candidate.line.tokens[candidate.first : candidate.last]]
    if not 1 <= len(model) < _LONGEST or decision_key(brand) not in companies:
        return False
    return all(w.istitle() and w.isalpha() and w not in _NO_MODEL and w.lower() not in _NO_MODEL_LOW for w in model)


def _signs(candidate: Candidate) -> Iterator[bool]:
    """Yield what tells that a mention is of a thing: companies have no article of their own and no price."""
    tokens, first, last = candidate.line.tokens, candidate.first, candidate.last
    before = tokens[first - 1] if first else None
    after = tokens[last] if last < len(tokens) else None
    ends = after is None or after.kind == "mark" or after.low in AFTER_NOUN or is_past(after)
    if before is not None:
        yield ends and before.low in CLASSES["det"]
        yield before.kind == "number" and first > 1 and tokens[first - 2].low in _MONEY
    yield after is not None and after.low in _THING_VERBS


def joint_models(surfaces: Mapping[str, EntityLabel]) -> Iterator[str]:
    """Yield the names that are a product's by those of other things, whatever they look like.

    They are a company's and its product's in one ("Acme Rosina"), or a product's without its number ("Acme Lamp" beside
    "Acme Lamp 2").
    """
    for name, label in surfaces.items():
        maker, _, model = name.partition(" ")
        if surfaces.get(maker) == "ORG" and surfaces.get(model) == "PRODUCT":
            yield name
        base, _, number = name.rpartition(" ")
        if label == "PRODUCT" and " " in base and _VERSION.fullmatch(number) and surfaces.get(base) == "ORG":
            yield base


def sister_facilities(surfaces: Mapping[str, EntityLabel]) -> Iterator[str]:
    """Yield the names that differ from a facility's by their number alone: "Acme Bank 1" beside "Acme Bank 2"."""
    numbered = [(name, *name.rpartition(" ")) for name in surfaces]
    sites = {base for name, base, _, number in numbered if surfaces[name] == "FAC" and _VERSION.fullmatch(number)}
    yield from (name for name, base, _, number in numbered if base and base in sites and _VERSION.fullmatch(number))
