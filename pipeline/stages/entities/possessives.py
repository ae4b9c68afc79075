"""Companies whose name ends in a possessive: "Acme's has opened a shop", and so "Acme's" in "Acme's shares"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.stages.entities.mention import Mention
from pipeline.stages.entities.vocabulary import KNOWN_COMPANIES

_MARKS = ("'s", "’s")
_ACTS = re.compile(
    r"['’]s(?:\s(?:has|had|is|was|will|would|could|may|said|says|expects|does|did)\s"
    r"|\s(?:surged|jumped|fell|rose|climbed|gained|lost|slipped|dropped|plunged|soared)\s(?:\d|by|to|in|as|more|nearly|about)"
    r"|\s(?:reported|posted|announced|opened|closed|made)\s(?:a|an|its|the|that)\s"
    r"|,\s(?:which|whose|the|an?|founded|based)\s)"
)
"""What a possessive does not do: behind a name it tells that the mark is the name's own."""


def with_own_possessives(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return mentions of which a company's take in the possessive that belongs to its name, wherever it stands.

    A name that also stands without it only owns something: "Acme rose 2%, and Quill's fell 3%".  `text` is the
    source, in which the offsets of `mentions` count.
    """
    bare = {m.text for m in mentions if not text.startswith(_MARKS, m.end)}
    own = {m.text for m in mentions if m.label == "ORG" and _ACTS.match(text, m.end)} - bare
    own |= {m.text for m in mentions if m.text not in bare and f"{m.text}'s" in KNOWN_COMPANIES}
    own |= {name for m in mentions for mark in _MARKS if (name := m.text.partition(f"{mark} ")[0]) != m.text} - bare
    return [
        m._replace(end=m.end + 2, text=text[m.start : m.end + 2])
        if m.text in own and m.label == "ORG" and text.startswith(_MARKS, m.end)
        else m
        for m in mentions
    ]
