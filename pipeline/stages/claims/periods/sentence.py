"""The times of a claim's own sentence, each with how it stands to the claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from pipeline.records import Period, Quantity, Time
from pipeline.stages.claims.figures.respective import counterpart
from pipeline.stages.claims.parsed import Parsed, dateline_length
from pipeline.stages.claims.periods.dated import Dated
from pipeline.stages.claims.periods.days import MONTH, as_period, at_level, length, place
from pipeline.stages.claims.periods.memory import OPENING, PeriodMemory
from pipeline.stages.claims.periods.spoken import YEAR_BEFORE, compares
from pipeline.stages.claims.ranking import DECIDES, Candidate
from pipeline.stages.claims.speech.acts import says
from pipeline.stages.claims.syntax import clause_head, is_finite, is_noun, is_verb

_TO_COME = frozenset(("planned", "target", "forecast", "possible"))
_SAID_WITHIN = 4
"""Days from when something was said to the article at most."""
DISTANCES = (10, 30, 80)
"""Bounds in characters of the classes of distance between a time and a figure."""

_BEFORE = re.compile(r"([a-z]+)\W+(?:the\s+)?$", re.IGNORECASE)
_CLOSING = re.compile(r"\b(?:end|clos|finish|exit)(?:s|es|ed|ing)?\s+(?:the\s+)?$", re.IGNORECASE)
"""What stands before a period of whose last day a stock is told: "ended the quarter with"."""
_AS_OF = re.compile(r"\bas\s+(?:of|at)\s+(?:the\s+)?$", re.IGNORECASE)
"""What makes a period stand for its last day: "as of September"."""
_BASE = re.compile(
    r"\b(?:than|compared\s+(?:with|to)|versus|vs\.?|against|after\s+an?\s+(?:[\w-]+\s+){0,2}(?:loss|profit)\s+of)\s+(?:(?!and\b|(?-i:[A-Z][a-z]))[\w$€£¥%.’'-]+\s+){0,6}$|\($",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"(?:until|till|before)\b", re.IGNORECASE)
"""How a time begins up to which something holds; "by the end of June" is the day at which it is told."""
_FOUNDED = re.compile(
    r"(?:^|,\s+(?:which\s+was\s+)?)(?:founded|established|formed|created|set\s+up|started|incorporated|launched|born|opened|built|listed)\b"
    r"[^,;]{0,80},",
    re.IGNORECASE,
)
"""A clause in front of the sentence, or between commas, that says when its subject began."""
_SINCE = re.compile(r"since\b", re.IGNORECASE)
_RECORD = re.compile(
    r"\b(?:first(?:\s+time)?|best|worst|most|least|(?:high|low|strong|weak|larg|great|small|fast|slow|bigg|steep)est)\b"
    r"(?:\s+[\w$€£¥%.,’'-]+){0,5}\W*$",
    re.IGNORECASE,
)
"""What stands before "since": the time up to which something is unmatched, "the highest level since 2019"."""
_SINCE_EVENT = re.compile(r"\bsince\s+(?:[\w$€£¥%’'-]+\s+){1,8}(?:in|on|of|at|last)\s+(?:the\s+)?$", re.IGNORECASE)
"""What stands before the time of an event from which on something holds: "since entering the market in May"."""
_FROM = re.compile(r"\s+(?:from|over|on)\s+(?:the\s+)?", re.IGNORECASE)
_FROM_LEVEL = re.compile(r"\bfrom\s+(?:[\w$€£¥%.,’'-]+\s+){0,6}$", re.IGNORECASE)
_TO = re.compile(r",?\s+to\s", re.IGNORECASE)
_KEPT_AT_LEVEL = ("same", "nearest", "front")
"""What speaks for a time's last day as for the time."""


def own_times(parsed: Parsed, memory: PeriodMemory, claim: Dated) -> Iterator[Candidate[Period | None]]:
    """Yield the times of the sentence, each with how it stands to the claim, and for a stock their last days."""
    begin = parsed.sentence.start + dateline_length(parsed.sentence.text)
    usable = [t for t in parsed.times if t.kind != "set" and t.start >= begin]
    partner = counterpart(parsed, claim.figure, usable) if claim.figure else None
    at = claim.figure.start if claim.figure else parsed.starts[claim.verb.i]
    nearest = min(usable, key=lambda t: abs(t.start - at), default=None)
    for time in usable:
        if _is_base(parsed, time, at, claim.figure) or _is_founding(parsed, time, at):
            continue
        if _is_day_of_saying(parsed, memory, time, claim) or _is_apposed(parsed, time, claim):
            continue
        traits = {"time", *_relation(parsed, time, claim), *_own(parsed, time, memory, claim)}
        traits |= set(_distance(parsed, time, at, claim.figure))
        traits |= {f"nearest:{time == nearest}", f"only:{len(usable) == 1}", *(f"time|{t}" for t in claim.traits())}
        if time == partner or (claim.figure and _is_behind_one_of_two(parsed, claim.figure, time, usable)):
            traits.add(DECIDES)
        yield from _candidates(parsed, time, claim, traits)
    column = parsed.row.over(at) if parsed.row is not None else None
    for time in column.times if column is not None else ():
        traits = {"column", f"column|{time.kind}", f"column|times:{len(usable)}"}
        yield from _candidates(parsed, time, claim, traits)


_RIGHT_BEHIND = re.compile(r"\s+(?:in|for|during|at|on)\s+(?:the\s+)?")


def _is_behind_one_of_two(parsed: Parsed, figure: Quantity, time: Time, times: Sequence[Time]) -> bool:
    """Tell whether a time stands right behind the figure, as another does behind another: "8% in March, 6% in May"."""

    def follows(one: Quantity, other: Time) -> bool:
        return one.end < other.start and _RIGHT_BEHIND.fullmatch(parsed.between(one.end, other.start)) is not None

    alike = [q for q in parsed.quantities if q.kind == figure.kind and q.start != figure.start]
    return follows(figure, time) and any(follows(q, t) for q in alike for t in times if t != time)


def _candidates(parsed: Parsed, time: Time, claim: Dated, traits: set[str]) -> Iterator[Candidate[Period | None]]:
    period = as_period(time)
    if _SINCE_EVENT.search(parsed.ahead(time.start)):
        period = period.model_copy(update={"last_day": None})
    dated = _AS_OF.search(parsed.ahead(time.start, 20)) is not None
    reached = claim.level and not _UNTIL.match(time.text)
    if dated or (reached and period.first_day is None):
        period = at_level(period)
    if dated:
        traits = traits | {"as_of", f"as_of|own_metric:{claim.metric is None}"}
    closing = claim.may_be_level and _CLOSING.search(parsed.ahead(time.start, 20)) is not None
    yield _candidate(time, period, traits | {"closing"} if closing else traits)
    if claim.may_be_level and length(period) >= MONTH:
        kept = {trait for trait in traits if trait.startswith(_KEPT_AT_LEVEL)}
        own = {"day", f"day|closing:{closing}", f"day|level:{claim.level}", *(f"day|{t}" for t in claim.traits())}
        yield _candidate(time, at_level(period), kept | own)


def _candidate(time: Time, period: Period, traits: set[str]) -> Candidate[Period | None]:
    key = f"{period.first_day}/{period.last_day}"
    return Candidate(key, period, "period.sentence", (time.start, time.end), traits)


def _is_base(parsed: Parsed, time: Time, at: int, figure: Quantity | None) -> bool:
    """Tell whether a time only says what the claim at a place is compared with: "6% more than in 2019", "(2023: 69%)".

    What stands between the word of comparison and the time ("than the €5m of 2019") may hold for that time.
    """
    ahead = parsed.ahead(time.start)
    if time.last_day is None and _SINCE.match(time.text) and _RECORD.search(ahead):
        return True
    if (base := _BASE.search(ahead)) and not base.start() <= at - parsed.sentence.start < base.end():
        return True
    if figure is None:
        return False
    if time.start >= figure.end:
        return figure.change is not None and _FROM.fullmatch(parsed.between(figure.end, time.start)) is not None
    return _FROM_LEVEL.search(ahead) is not None and _TO.match(parsed.behind(time.end)) is not None


def _is_day_of_saying(parsed: Parsed, memory: PeriodMemory, time: Time, claim: Dated) -> bool:
    """Tell whether a time is only the day on which something to come is told: "said today that it will invest"."""
    if claim.stance not in _TO_COME or memory.published is None or time.first_day != time.last_day:
        return False
    root = parsed.root(time.start, time.end)
    if root is None or time.first_day is None or not 0 <= (memory.published - time.first_day).days <= _SAID_WITHIN:
        return False
    home = clause_head(root)
    return home != claim.verb and home.is_ancestor(claim.verb) and says(home)


def _is_apposed(parsed: Parsed, time: Time, claim: Dated) -> bool:
    """Tell whether a time only belongs to what the clause's subject is called: "Acme, the leader since 2022, fell"."""
    root = parsed.root(time.start, time.end)
    if root is None or claim.figure is None:
        return False
    figure = parsed.root(claim.figure.start, claim.figure.end)
    for node in root.ancestors:
        if is_verb(node):
            return False
        if node.dep_ == "appos" and node.head.dep_ in ("nsubj", "nsubjpass"):
            return figure is not None and node != figure and not node.is_ancestor(figure)
    return False


def _is_founding(parsed: Parsed, time: Time, at: int) -> bool:
    """Tell whether a time only dates what the sentence's subject came from: "Founded in 2018, Acme serves 400"."""
    begin = parsed.sentence.start
    spans = [(begin + found.start(), begin + found.end()) for found in _FOUNDED.finditer(parsed.sentence.text)]
    return any(start <= time.start and time.end <= end and not start <= at < end for start, end in spans)


def _distance(parsed: Parsed, time: Time, at: int, figure: Quantity | None) -> Iterator[str]:
    """Yield how far a time stands from the claim's place, on which side, and how many other figures lie between."""
    side = "before" if time.start < at else "after"
    gap = sum(abs(time.start - at) > bound for bound in DISTANCES)
    yield f"gap:{gap}"
    yield f"{side}|gap:{gap}"
    low, high = sorted((time.start, at))
    figures = sum(low <= q.start < high and q != figure for q in parsed.quantities)
    yield f"{side}|figures:{min(figures, 2)}"


def _own(parsed: Parsed, time: Time, memory: PeriodMemory, claim: Dated) -> Iterator[str]:
    """Yield what a time is by its words, and how it lies to the verb's tense and to what the section reports on."""
    yield f"kind:{time.kind}"
    if compares(parsed.sentence, time):
        yield "compared"
    if YEAR_BEFORE.match(time.text):
        yield "year_before"
    if word := _BEFORE.search(parsed.ahead(time.start, 20)):
        yield f"word:{word[1].lower()}"
        yield f"word:{word[1].lower()}|{time.kind}"
    if time.last_day is None:
        yield "open" if time.first_day else "unresolved"
    if memory.published:
        if time.first_day and time.first_day > memory.published:
            side = "ahead"
            yield side
        else:
            side = "over" if time.last_day and time.last_day < memory.published else "now"
        yield f"{side}|tense:{claim.tense}"
        if time.first_day == time.last_day == memory.published:
            yield "today"
    if memory.current is not None:
        yield f"place:{place(time, memory.current)}"


def _relation(parsed: Parsed, time: Time, claim: Dated) -> Iterator[str]:
    """Yield whether a time stands in a verb's clause, in one above or below it, or in front of the sentence."""
    verb, front = claim.verb, time.start - parsed.sentence.start < OPENING
    if front:
        yield "front"
    root = parsed.root(time.start, time.end)
    if root is None:
        yield "unparsed"
        return
    home = clause_head(root)
    if home == verb:
        relation = "same"
    elif home.is_ancestor(verb):
        relation = "above"
        joint = next(t for t in (verb, *verb.ancestors) if t.head == home)
        yield f"above.{joint.dep_}"
    elif verb.is_ancestor(home):
        relation = f"below.{home.dep_}.{'finite' if is_finite(home) else 'bare'}"
    else:
        relation = "elsewhere"
    yield relation
    yield f"{relation}|front:{front}"
    yield f"{relation}|{root.dep_}"
    holder = _holder(parsed, root, claim)
    yield holder
    yield f"{holder}|{relation}"


def _holder(parsed: Parsed, root: Token, claim: Dated) -> str:
    """Return what a time belongs to, a noun or another word, and whether the claim's figure does as well.

    A noun may be the one that names the claim's metric: "net profit in the first three quarters".
    """
    holder = root.head.head if root.dep_ == "pobj" else root.head
    if claim.named is not None and claim.named[0] <= parsed.starts[holder.i] < claim.named[1]:
        return "holder:metric"
    figure = parsed.root(claim.figure.start, claim.figure.end) if claim.figure else None
    over = figure is not None and (holder in (figure, figure.head) or holder.is_ancestor(figure))
    return f"holder:{'noun' if is_noun(holder) else 'other'}|over:{over}"
