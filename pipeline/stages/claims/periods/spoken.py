"""The times of an article in text order: which one the text speaks of at a place, and which is only compared with."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from pipeline.records import Sentence, Time
from pipeline.stages.claims.parsed import dateline_length

COMPARED = re.compile(
    r"(?:compared\s+(?:with|to)|versus|vs\.?|against|"
    r"(?:up|down|higher|lower)\s+(?:by\s+)?[\d.,]+\s?(?:%|per\s?cent|percent)\s+on|[\d.,]+\s?(?:%|per\s?cent|percent)\s+(?:up|down|higher|lower)\s+on|"
    r"(?<!more\s)(?<!less\s)(?<!fewer\s)than|than(?!\s+[$€£¥]?\d)|from)\s+"
    r"(?:(?!(?-i:[A-Z][a-z]))[\w$€£¥%.,’'-]+\s+){0,6}$|\($",
    re.IGNORECASE,
)
"""What stands before a time of comparison: "than in", "from €5m in", or a bracket ("(Q3 2024: €41 million)").

Not the bound of a figure: "more than 5 million since May".  With a name between it is the name that is compared
with: "more than Acme in 2018".
"""

YEAR_BEFORE = re.compile(
    r"(?:a|one|the)?\s*(?:year|quarter|month)[-\s](?:earlier|ago|before)|"
    r"(?:the\s+)?(?:same|prior|previous|year-ago|corresponding|comparable|pcp)\b|prior-year",
    re.IGNORECASE,
)


def compares(sentence: Sentence, time: Time) -> bool:
    """Tell whether a time is one of comparison ("than in 2018", "from 5% in May")."""
    return COMPARED.search(sentence.text[: time.start - sentence.start]) is not None


class SpokenTimes:
    """The times that an article's sentences, headings among them, may be speaking of."""

    def __init__(self, sentences: Sequence[Sentence], times: Sequence[Time]) -> None:
        self._sentences = sentences
        self._leads = _leads(sentences)
        self._numbers = {s.sentence_id: n for n, s in enumerate(sentences)}
        self.times = [t for t in times if self._is_spoken_of(t)]
        self._starts = [t.start for t in self.times]

    def recent(self, sentence: Sentence) -> tuple[Time, int] | None:
        """Return the last time spoken of before a sentence, and how many sentences ago that was."""
        at = bisect_left(self._starts, sentence.start)
        if at == 0:
            return None
        time = self.times[at - 1]
        return time, self._numbers[sentence.sentence_id] - self._numbers[time.sentence_id]

    def lead_in(self, sentence: Sentence) -> Time | None:
        """Return the time that a list's first words give its items: "For the third quarter we expect:"."""
        lead = self._leads[self._numbers[sentence.sentence_id]]
        found = self.recent(self._sentences[lead + 1]) if lead is not None else None
        return found[0] if found and found[1] == 1 else None

    def _is_spoken_of(self, time: Time) -> bool:
        sentence = self._sentences[self._numbers[time.sentence_id]]
        if time.kind == "set" or not (time.first_day or time.last_day) or sentence.block in ("byline", "furniture"):
            return False
        dateline = time.start < sentence.start + dateline_length(sentence.text)
        return not (dateline or YEAR_BEFORE.match(time.text) or compares(sentence, time))


def _leads(sentences: Sequence[Sentence]) -> list[int | None]:
    """Return, for each list item, the number of the sentence before its list; None for what is no list item."""
    leads: list[int | None] = []
    for number, sentence in enumerate(sentences):
        inside = sentence.block == "list_item" and number > 0
        follows = inside and sentences[number - 1].block == "list_item"
        leads.append((leads[-1] if follows else number - 1) if inside else None)
    return leads
