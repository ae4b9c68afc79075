"""Times: finds dates, periods and recurring times in an article and resolves each to its first and last day.

The flow: `scan` (grammar round the triggers of each sentence, joining, bounds, false dates) → `context` (the
article's reporting period, fiscal calendar, defined terms) → `resolution` (nodes to days, in text order).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.records import Document, Sentence, Time
from pipeline.stages.times.context import read_context
from pipeline.stages.times.grammar import rules
from pipeline.stages.times.resolution import discourse
from pipeline.stages.times.resolution.discourse import Discourse
from pipeline.stages.times.scan import Scanned, scan

_COMPARING = frozenset(["compared", "from", "versus", "vs", "than", "against", "up", "down", "ahead", "above", "below"])
_COMPARING |= {"double", "twice", "triple", "half", "times"}


def extract_times(
    text: str, document: Document, sentences: Sequence[Sentence], *, day_first: bool = False
) -> list[Time]:
    """Return the times of one article in text order.

    `text` is the whole source, `sentences` those of `document`, with offsets into `text`; furniture gives
    nothing.  Relative expressions resolve against `document.published`; where that is None they have neither
    value nor days.  `day_first` reads "04/05/2019" as 4 May.
    """
    table = rules(day_first)
    scanned = [
        (sentence, hit)
        for sentence in sentences
        if sentence.block != "furniture" and (hit := scan(text, sentence.start, sentence.end, table))
    ]
    state = discourse(read_context(document.published, [(s.block, hit) for s, hit in scanned]))
    times: list[Time] = []
    for sentence, hit in scanned:
        times.extend(_resolved(state, document.doc_id, sentence, hit, len(times)))
    return times


def _resolved(d: Discourse, doc_id: str, sentence: Sentence, hit: Scanned, n: int) -> list[Time]:
    p = hit.parser
    d.sentence(not _COMPARING.isdisjoint(p.words))
    out: list[Time] = []
    for found in hit.found:
        d.ahead = found.ahead
        span = d.resolve(found.node, found.tense)
        d.note(found.node, span)
        if sentence.block == "heading":
            d.enter(found.node, span)
        start, end = p.starts[found.start], p.ends[found.end - 1]
        out.append(
            Time(
                doc_id=doc_id,
                sentence_id=sentence.sentence_id,
                time_id=f"{doc_id}.t{n + len(out)}",
                start=start,
                end=end,
                text=p.text[start:end],
                kind=span.kind,
                value=span.value,
                first_day=span.first,
                last_day=span.last,
            )
        )
    return out
