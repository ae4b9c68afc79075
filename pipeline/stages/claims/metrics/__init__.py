"""Which metric a figure is of: what phrases, units, verbs and head nouns name; weighed, one chosen."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.language.inflection import singular
from pipeline.lexicon import entries
from pipeline.records import Quantity
from pipeline.stages.claims.metrics.cells import cell_metrics
from pipeline.stages.claims.metrics.counted import counted_noun
from pipeline.stages.claims.metrics.heads import head_phrases
from pipeline.stages.claims.metrics.named import Named
from pipeline.stages.claims.metrics.per_share import by_share
from pipeline.stages.claims.metrics.phrases import NAMED, phrases
from pipeline.stages.claims.metrics.suggested import suggestions
from pipeline.stages.claims.metrics.turns import turn_metrics
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.ranking import Candidate, Choice, choose, decisive, merged
from pipeline.stages.claims.syntax import clause_head, subject_of
from pipeline.stages.claims.vocabulary import measured_in

__all__ = ["Named", "choose_metric"]

_DEAREST_SHARE = 10_000_000
"""No share costs so much in any currency."""
_LARGEST_STAFF = 3_000_000
"""No company employs so many."""
_AFFLICTED = re.compile(r"\s+(?:people|adults|patients)\s+(?:(?:living|diagnosed)\s+)?with\b", re.IGNORECASE)
_OF_A_SHARE = frozenset(("share_price", "eps", "price_target"))
_OF_STAFF = frozenset(("headcount", "rd_headcount", "new_hires", "layoff"))
_PERIODS = frozenset(("hour", "day", "week", "month", "quarter", "year"))
_AGENT = re.compile(r"[a-z-]{2,}(?:ist|ian|ee|ant|man|woman|person)")
"""What only nouns for people end in."""
_UNNAMED = Named(None, None)


def choose_metric(parsed: Parsed, quantity: Quantity, *, change_only: bool, before: Sequence[Named]) -> Choice[Named]:
    """Return the metric of a quantity that is a value, or (`change_only`) a change without one.

    `before` are the metrics of the figures before it, the last first, which a reader may carry on.
    """
    found = [
        *suggestions(parsed, quantity, change_only=change_only, before=before),
        *phrases(parsed, quantity, change_only=change_only),
        *head_phrases(parsed, quantity),
        *cell_metrics(parsed, quantity, change_only=change_only),
        *turn_metrics(parsed, quantity),
    ]
    candidates = [c for c in merged(by_share(c, quantity) for c in found) if _may_be(parsed, c.value, quantity)]
    if own := [c.span for c in candidates if NAMED in c.evidence and c.span]:
        candidates = [
            c for c in candidates if c.span and any(c.span[0] < end and start < c.span[1] for start, end in own)
        ]
    setting = _setting(parsed, quantity)
    for candidate in candidates:
        _describe(candidate, quantity, change_only=change_only)
        candidate.evidence |= _told(candidate.value, quantity, before)
        name = candidate.value.metric.name if candidate.value.metric else "own"
        candidate.evidence |= {f"{trait}|{name}" for trait in setting}
    return choose("metric", decisive(candidates) or [Candidate("", _UNNAMED, "metric.none")])


def _may_be(parsed: Parsed, named: Named, quantity: Quantity) -> bool:
    """Tell whether a figure may have a metric.

    No share costs millions, no staff is a nation or has a disease, and only people and their jobs are staff.
    """
    name = named.metric.name if named.metric else ""
    if name in _OF_STAFF and quantity.kind == "count" and not _is_of_people(parsed, quantity):
        return False
    if name == "weight" and quantity.per in _PERIODS:
        return False  # what is made in a year
    if name == "headcount":
        return quantity.value < _LARGEST_STAFF and _AFFLICTED.match(parsed.behind(quantity.end)) is None
    return quantity.kind != "money" or quantity.value < _DEAREST_SHARE or name not in _OF_A_SHARE


def _is_of_people(parsed: Parsed, quantity: Quantity) -> bool:
    """Tell whether a count is of people, of jobs, or of nothing that it says."""
    noun, behind = counted_noun(quantity), parsed.behind(quantity.end).split()[:1]
    nouns = {noun, *(singular(word.lower().strip(".,;:")) for word in behind)}
    return not noun or any(n in entries("person_nouns") or _AGENT.fullmatch(n) for n in nouns)


def _setting(parsed: Parsed, quantity: Quantity) -> list[str]:
    """Return what the clause of a figure tells whatever its metric is: its verb, and what its subject is."""
    anchor = parsed.root(quantity.start, quantity.end)
    if anchor is None:
        return []
    verb = clause_head(anchor)
    subject = subject_of(verb)
    kind = "none"
    if subject is not None:
        at = parsed.starts[subject.i]
        kind = next((e.label for e in parsed.entities if e.start <= at < e.end), subject.tag_[:2])
    traits = [
        f"subject:{kind}",
        f"subject:{kind}|{quantity.kind}",
        f"verb:{verb.lemma_ or verb.lower_}|{quantity.kind}",
    ]
    if quantity.kind == "count":
        traits.append(f"counted:{_determiner(parsed, quantity)}")
    return traits


_DETERMINER = re.compile(r"(?:\b(its|their|our|his|her|my|the|all)|['’]s|s['’])\s+(?:[a-z]+\s+){0,2}$", re.IGNORECASE)


def _determiner(parsed: Parsed, quantity: Quantity) -> str:
    """Return what stands before a count: "owner" says that all there are are counted ("its 7,500 employees")."""
    match = _DETERMINER.search(parsed.ahead(quantity.start, 40))
    if match is None:
        return "none"
    return match[1].lower() if match[1] and match[1].lower() in ("the", "all") else "owner"


def _told(named: Named, quantity: Quantity, before: Sequence[Named]) -> set[str]:
    """Return whether an earlier figure of the article had a metric: what "sales" or "volume" means there stays."""
    told = f"told:{named in before}"
    return {told, f"{told}|{named.metric.name if named.metric else 'own'}", f"{told}|{quantity.kind}"}


def _describe(candidate: Candidate[Named], quantity: Quantity, *, change_only: bool) -> None:
    """Add to a candidate what its name tells: whether the vocabulary has it, and of what kind and unit it is."""
    metric = candidate.value.metric
    form = "change" if change_only else quantity.kind
    traits = {"vocabulary" if metric else "own", f"name:{metric.name if metric else '-'}"}
    known_type = metric.type if metric else candidate.value.noun_type(quantity.kind)
    if known_type:
        traits.add(f"type:{known_type}")
    if metric is not None:
        traits |= {f"{form}|type:{metric.type}", f"unit:{quantity.unit}|{metric.name}"}
        if metric.standard:
            traits.add("standard")
        if quantity.kind == "measure":
            traits.add(f"listed:{quantity.unit in metric.units}|others:{min(len(measured_in(quantity.unit)), 3)}")
        if quantity.per:
            traits.add(f"per:{quantity.per}|{metric.name}")
    elif quantity.kind == "measure":
        traits.add(f"own|unit_of:{min(len(measured_in(quantity.unit)), 3)}")
    candidate.evidence |= traits | {f"{trait}|{form}" for trait in traits if not trait.startswith((form, "unit:"))}
