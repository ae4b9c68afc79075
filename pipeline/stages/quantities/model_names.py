"""Finds models named by letters and a number where they are counted: "24 A320s", "eight V330-300E jets"."""

from __future__ import annotations

from pipeline.stages.quantities.tokens import HYPHENS, Tokens

_PLURAL = frozenset({"s", "'s", "’s"})
_MOST_LETTERS = 5
_REACH = 6
"""Tokens behind its first number that a model's name may take."""


def model_at(t: Tokens, i: int) -> tuple[str | None, int] | None:
    """Return the model named at token `i`, lower case, where it is a plural ("A320s", "777s"), and where it ends.

    The name is None where it is no plural ("V330-300E"); without letters only a plural is a model.
    """
    lettered = t.capital(i) and len(t.words[i]) <= _MOST_LETTERS and t.words[i].isalpha()
    k = i + 1 if lettered else i
    if lettered:
        k = k + 1 if t.is_hyphen(k) else k
        if not t.glued[k]:
            return None
    if not t.words[k].isdigit():
        return None
    k += 1
    end = k + _REACH
    while k < end and t.glued[k] and (t.words[k].isalnum() or (t.words[k] in HYPHENS and t.glued[k + 1])):
        if t.low[k] in _PLURAL and not (t.glued[k + 1] and t.words[k + 1].isalnum()):
            break
        k += 1
    if t.glued[k] and t.low[k] in _PLURAL:
        return ("".join(t.low[i:k]), k + 1) if lettered or k == i + 1 else None
    return (None, k) if lettered else None
