"""The stance that a list has from what introduces it: "For 2026 Acme expects:", or the heading "Outlook"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from pipeline.language.inflection import singular
from pipeline.records import Sentence, Stance
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.stances.clause import clause_stance
from pipeline.stages.claims.stances.vocabulary import cues
from pipeline.stages.claims.syntax import is_finite

_LONGEST = 6
"""Words of a heading that only says what stands below it."""
_AHEAD: frozenset[Stance] = frozenset({"forecast", "target"})
_WORD = re.compile(r"[^\W\d_]+")


class LeadIns:
    """What the lists of one article take over from the sentence with a colon, or the heading, over them."""

    def __init__(self, sentences: Sequence[Sentence], parsed: Sequence[Parsed], published: dt.date | None) -> None:
        by_id = {p.sentence.sentence_id: p for p in parsed}
        self._stances: dict[str, Stance] = {}
        headed: Stance | None = None
        led: Stance | None = None
        for sentence in sentences:
            if sentence.block == "list_item":
                if stance := led or headed:
                    self._stances[sentence.sentence_id] = stance
            elif sentence.block in ("title", "heading"):
                headed, led = _of_heading(sentence), None
            elif sentence.block != "furniture":
                led = _of_sentence(sentence, by_id, published)

    def stance(self, parsed: Parsed, own: Stance) -> Stance:
        """Return the stance of a figure in a list: `own`, its clause's, where that has a verb or tells more."""
        if own not in ("asserted", "planned"):
            return own
        label, colon, _ = parsed.sentence.text.partition(":")
        if colon and parsed.sentence.block in ("list_item", "paragraph") and (stance := _of_label(label)):
            return stance
        if any(is_finite(token) for token in parsed.words):
            return own
        return self._stances.get(parsed.sentence.sentence_id, own)


def _of_heading(heading: Sentence) -> Stance | None:
    """Return the stance of a heading such as "Outlook for 2026" or "Medium-term targets"; a title is no such one."""
    return None if heading.block == "title" else _of_label(heading.text)


def _of_label(label: str) -> Stance | None:
    words = _WORD.findall(label.lower())
    if len(words) > _LONGEST:
        return None
    found = (cue.stance for word in words if (cue := cues("noun").get(singular(word))))
    return next((stance for stance in found if stance in _AHEAD), None)


def _of_sentence(sentence: Sentence, parsed: Mapping[str, Parsed], published: dt.date | None) -> Stance | None:
    """Return the stance of the last clause of a sentence that ends with a colon."""
    lead = parsed.get(sentence.sentence_id)
    if lead is None or not sentence.text.endswith(":"):
        return None
    verb = next((token for token in reversed(lead.words) if is_finite(token)), None)
    stance = clause_stance(lead, verb, published) if verb is not None else None
    return stance if stance in _AHEAD else None
