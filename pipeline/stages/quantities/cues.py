"""The small sets of words that rules look for round a number, from the lexicon `quantity_cues.tsv`."""

from __future__ import annotations

from functools import cache

from pipeline.lexicon import rows


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {row["cue"]: frozenset(row["words"].split()) for row in rows("quantity_cues")}


def cue(name: str) -> frozenset[str]:
    """Return the words of the cue `name`, in lower case; a name that the lexicon lacks is a KeyError."""
    return _sets()[name]
