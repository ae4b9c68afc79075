"""What all of the pipeline's regular expressions must keep."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import pipeline

MODULES = [m.name for m in pkgutil.walk_packages(pipeline.__path__, "pipeline.") if not m.name.endswith("__main__")]
CHARACTERS = {"LITERAL", "NOT_LITERAL", "IN", "ANY"}


def possessive_sequences(parsed: Any) -> Iterator[str]:
    """Yield the possessive repeats of a parsed pattern that repeat more than a character."""
    for operation, argument in parsed:
        parts = argument if isinstance(argument, tuple) else (argument,)
        if str(operation) == "POSSESSIVE_REPEAT" and not all(str(name) in CHARACTERS for name, _ in parts[2]):
            yield str(parts[2])
        for part in parts:
            for branch in part if isinstance(part, list) else [part]:
                if isinstance(branch, _parser.SubPattern):
                    yield from possessive_sequences(branch)


def test_the_search_for_repeats_finds_them() -> None:
    assert len(list(possessive_sequences(_parser.parse(r"a(x(?:bc|d)?+)(e)*[f-h]*+")))) == 1


@pytest.mark.parametrize("name", MODULES)
def test_only_characters_are_repeated_possessively(name: str) -> None:
    # Python before 3.11.5 does not step back where such a repeat fails midway: it matches what is not there and may
    # search without end (gh-106052, gh-100061).  An atomic group, "(?>(?:ab)*)", says the same.
    for value in vars(importlib.import_module(name)).values():
        if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
            assert not list(possessive_sequences(_parser.parse(value.pattern, value.flags))), value.pattern
