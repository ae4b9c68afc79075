"""What the bytes of a run rest on, beside its sources: versions, settings, code and vocabulary."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.config import Settings
from pipeline.engine import model_version
from pipeline.lexicon import LEXICONS
from pipeline.records import SCHEMA_VERSION

PACKAGES = ("spacy", "thinc", "numpy", "pydantic", "dateparser", "quantulum3", "lxml")
"""The libraries whose version may show in a record."""

Fingerprint = dict[str, Any]


def fingerprint(settings: Settings) -> Fingerprint:
    """Return what has to be equal, on every worker, for equal sources to give equal bytes.

    Raises ModelNotFoundError where the model of the settings is not installed.
    """
    package = Path(__file__).parents[1]
    return {
        "schema": SCHEMA_VERSION,
        "package": __version__,
        "code": digest(sorted(package.rglob("*.py")), package),
        "lexicons": digest(sorted(LEXICONS.iterdir()), package),
        "python": ".".join(platform.python_version_tuple()[:2]),
        "python_packages": {name: version(name) for name in PACKAGES},
        "model": model_version(settings.model),
        "settings": settings.model_dump(mode="json"),
        "gazetteer": digest([settings.gazetteer], settings.gazetteer.parent) if settings.gazetteer else None,
    }


def digest(paths: Iterable[Path], root: Path) -> str | None:
    """Return one SHA-256 of files, by their names under `root` and contents; None where one cannot be read."""
    total = hashlib.sha256()
    try:
        for path in paths:
            total.update(f"{path.relative_to(root).as_posix()}\0".encode())
            total.update(hashlib.sha256(path.read_bytes()).digest())
    except OSError:
        return None
    return total.hexdigest()


def differences(here: Fingerprint, there: Fingerprint) -> str:
    """Name what differs between two fingerprints, for the user."""
    return "; ".join(f"{key}: {there[key]} there, {value} here" for key, value in here.items() if there[key] != value)
