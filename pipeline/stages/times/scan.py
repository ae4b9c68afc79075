"""From one sentence to its time expressions: run the grammar at every trigger, join ranges, set bounds."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.stages.times import rejection
from pipeline.stages.times.bounds import bounded
from pipeline.stages.times.ellipsis import with_ordinals
from pipeline.stages.times.joining import Found, joined
from pipeline.stages.times.nodes import Ended, Piece, Weekday
from pipeline.stages.times.parser import Parser, Rules
from pipeline.stages.times.tense import Tense, cues, is_ahead, tense_at
from pipeline.stages.times.vocabulary import cues as words_of

_DATA = frozenset({"data", "figures", "numbers", "results"})
"""What is published of a month: it may be over."""
_SIGNS = frozenset({"$", "@", "#", "_", "€", "£"})
"""Behind a sign of money, of an address or of a tag no time starts."""
_DUE = frozenset({"for", "by", "until"})
"""Before a day of the week these look ahead."""


@dataclass(slots=True)
class Scanned:
    """A sentence's tokens and its expressions in order."""

    parser: Parser
    found: list[Found]


def scan(text: str, start: int, end: int, rules: Rules) -> Scanned | None:
    """Return the time expressions of the sentence `text[start:end]`, None where it has none."""
    p = Parser(text, start, end, rules)
    found = _expressions(p) if p.triggers else []
    if not found:
        return None
    verbs = cues(p)
    looks_back = any(tense == "past" for _, tense in verbs)
    kept: list[Found] = []
    for item in with_ordinals(p, joined(p, found)):
        tense = _tense(p, verbs, item)
        if not rejection.rejected(p, item, tense):
            whole = bounded(p, item, tense)
            whole.tense = tense
            whole.ahead = tense == "future" and not looks_back and is_ahead(p, verbs, item.start)
            kept.append(whole)
    return Scanned(p, kept) if kept else None


def _tense(p: Parser, verbs: list[tuple[int, Tense]], found: Found) -> Tense:
    """Return the tense that an expression stands in: by the verbs round it; what has results is over."""
    if isinstance(found.node, Ended) and ("ended" in p.words[found.start : found.end] or _has_results(p, found.start)):
        return "past"
    tense = tense_at(p, verbs, found.start, found.end)
    if tense == "future" and isinstance(found.node, Piece) and p.words[found.end] in _DATA:
        return ""  # "is due to publish September data"
    return _weekday_tense(p, found) or tense if isinstance(found.node, Weekday) else tense


def _weekday_tense(p: Parser, found: Found) -> Tense:
    """Tell "called a strike for Friday", "asked for it by Friday" and "above Monday's close" whatever the verb.

    But "had gone by Friday".
    """
    if p.words[found.start - 1] in _DUE and "had" not in p.seen:
        return "future"
    return "past" if p.at(found.end, "'", "s", "close") else ""


def _has_results(p: Parser, start: int) -> bool:
    """Say whether "results for", "accounts of" or the like precede token `start`."""
    k = start - 2 if p.words[start - 1] == "the" else start - 1
    return p.words[k] in ("for", "of") and p.words[k - 1] in words_of("report")


def _expressions(p: Parser) -> list[Found]:
    """Return the longest expressions from left to right, without overlap."""
    found: list[Found] = []
    free = 0
    for i in p.triggers:
        if i < free or (p.words[i - 1] in _SIGNS and p.glued(i)):
            continue
        match = p.phrase(i)
        if match and match[1] > i and not rejection.false_start(p, i, match):
            found.append(Found(i, match[1], match[0]))
            free = match[1]
    return found
