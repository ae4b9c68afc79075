"""Lines that by their words alone begin or end an article: a greeting, a release's head, an end mark."""

from __future__ import annotations

import re

_SALUTATION = re.compile(r"(?:Dear|Fellow)\s[\w\s.,’'&-]{2,80}[:,]$|To\s(?:our|my|all)\s[\w\s,’'&-]{3,80}[:,]?$")
_RELEASE = re.compile(r"for (?:immediate )?(?:release|publication)", re.IGNORECASE)
_END_MARK = re.compile(r"[-–—#*\s]*+\bends?\b[-–—#*\s]*+$|(?:[#*]\s?){3,}$|[=_~]{5,}$|[-–—]{5,}$", re.IGNORECASE)
_FIRST = frozenset("DTfF-–—#*=_~eE")
"""What such a line begins with."""


def is_limit(text: str) -> bool:
    """Return whether the line is one of the three."""
    return text[0] in _FIRST and (is_salutation(text) or is_release(text) or is_end_mark(text))


def is_salutation(text: str) -> bool:
    """Return whether the line is the greeting that opens a letter."""
    return text[0] in "DFT" and _SALUTATION.match(text) is not None


def is_release(text: str) -> bool:
    """Return whether the line says that what follows is released to the press."""
    return text[0] in "fF" and _RELEASE.match(text) is not None


def is_end_mark(text: str) -> bool:
    """Return whether the line says that the text above has ended: "ENDS", "###", "-----"."""
    return _END_MARK.match(text) is not None
