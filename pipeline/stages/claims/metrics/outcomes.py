"""Which way a clause without a figure goes where no metric moves: a rating is cut, a forecast is beaten."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, cast, get_args

from spacy.tokens import Token

from pipeline.language.inflection import inflected
from pipeline.lexicon import alternatives, rows
from pipeline.records import Basis, ClaimType, Direction
from pipeline.stages.claims.vocabulary import checked


class Outcome(NamedTuple):
    """The way that something goes, and against what."""

    direction: Direction
    basis: Basis | None


class _Rule(NamedTuple):
    type: ClaimType
    verbs: re.Pattern[str]
    objects: re.Pattern[str] | None
    outcome: Outcome


def outcome(tokens: Sequence[Token], claim_type: ClaimType) -> Outcome | None:
    """Return the way that a clause of a type goes by one of its verbs and the object behind it, None if none does."""
    verbs = [token for token in tokens if token.tag_.startswith("VB")]
    for rule in _rules():
        if rule.type != claim_type:
            continue
        for verb in verbs:
            if rule.verbs.fullmatch(verb.text) and (rule.objects is None or rule.objects.search(_behind(tokens, verb))):
                return rule.outcome
    return None


def _behind(tokens: Sequence[Token], verb: Token) -> str:
    return " ".join(token.text for token in tokens if token.i > verb.i)


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(
            cast(ClaimType, checked(row["type"], get_args(ClaimType), _FILE)),
            re.compile(_forms(row["verbs"]), re.IGNORECASE),
            re.compile(rf"\b{_forms(row['objects'])}\b", re.IGNORECASE) if row["objects"] else None,
            Outcome(
                cast(Direction, checked(row["direction"], get_args(Direction), _FILE)),
                cast(Basis, checked(row["basis"], get_args(Basis), _FILE)) if row["basis"] else None,
            ),
        )
        for row in rows("outcomes")
    )


_FILE = "outcomes.tsv"


def _forms(words: str) -> str:
    return alternatives(form for word in words.split("|") for form in inflected(word))
