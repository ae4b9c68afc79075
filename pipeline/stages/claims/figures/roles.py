"""What each quantity of a sentence does: it is a value, a change, a previous value, or measures nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, get_args

from spacy.tokens import Token

from pipeline.lexicon import alternatives, entries
from pipeline.records import Quantity
from pipeline.stages.claims.figures.expectations import is_expectation
from pipeline.stages.claims.figures.former import (
    FORMERLY,
    REACH,
    is_base,
    is_former,
    is_multiplied,
    is_present,
    labelled_in_brackets,
)
from pipeline.stages.claims.figures.idle import is_charge, is_run, sizes_name
from pipeline.stages.claims.metrics.counted import count_metric, counted_noun
from pipeline.stages.claims.metrics.mentions import governed_mentions, metric_mentions
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.ranking import Candidate, Choice, choose
from pipeline.stages.claims.syntax import is_noun, is_verb
from pipeline.stages.claims.vocabulary import figure_cue, noun_types

Role = Literal["value", "change", "previous", "none"]

LONG_REACH = 110
"""The same for a cue with the metric's name behind it: "compared with operating income of"."""
NEAR = 30
"""Characters between a figure and a metric phrase that stand together."""
SIZES = (2, 10, 100, 1000)
"""Bounds of the classes of size: small counts number parts and participants, large ones measure."""

_TIMES = re.compile(r"\s*(?:x|×|by)\s*")
_SLASH = re.compile(r"\s*[/;]\s*")
_BRACKET = re.compile(r"\s*[(\[]\s*(?:about|around|approximately|some|or|c\.|~)?\s*")
_OR = re.compile(r",?\s*or\s+(?:(?:about|around|roughly|nearly|some|just\s+over)\s+)?")
_OR_THEN = re.compile(rf"(?:\s+(?:in|for)(?:\s+the)?)?\s*{_OR.pattern}")
_DEFINITE = re.compile(r"\b(the|its|their|this|these|those|our|his|her|an?|each|every|all|other)\s+(?:\w+\s+)?$", re.I)
_MODIFIES = re.compile(r"[-\s]+[a-z]")
_WORD_BEFORE = re.compile(r"([a-z]+)\W*$", re.IGNORECASE)
_WORD_AFTER = re.compile(r"\W{0,2}([a-z]+)", re.IGNORECASE)
_VARIANT = re.compile(
    r"(?:\s?[+/]\s?\d+\s?[GT]B)?(?:\s?\([\w+]+\))?(?:[\s-]+[\w-]+){0,2}?[\s-]+"
    r"(?:version|variant|model|option|configuration|edition)s?\b",
    re.IGNORECASE,
)
"""What behind a measure tells that it names what a price is of: "the 24-inch (FHD) version for $520"."""
_CUES = ("compared", "expected", "superseded", "negative", "left", "after", "participants")
"""What may stand before a figure; of several the first is told."""
_PHRASAL = frozenset({"compared", "expected"})
"""Cues of several words, of which the last means something else where it stands alone."""
BREADTHS = frozenset({"country", "region", "market", "category", "city"})
"""What counts of them tell is how far something reaches."""


def roles(parsed: Parsed) -> list[tuple[Quantity, Choice[Role]]]:
    """Return the quantities of a sentence with their roles, in text order."""
    found: list[tuple[Quantity, Choice[Role]]] = []
    earlier: list[tuple[Quantity, Role]] = []
    for quantity in parsed.quantities:
        choice = choose("role", role_candidates(parsed, quantity, earlier))
        found.append((quantity, choice))
        earlier.append((quantity, choice.value))
    return found


def role_candidates(
    parsed: Parsed, quantity: Quantity, earlier: Sequence[tuple[Quantity, Role]]
) -> list[Candidate[Role]]:
    """Return the four roles with what speaks for each, given the `earlier` quantities of the sentence and their roles.

    Some have but one: how far off a value may be ("plus or minus 3%"), the same amount in another unit
    ("620 miles (1,000 km)", "€599 / £519"), a speed that is gathered, and the second of two earlier levels.
    """
    traits = {*_own(parsed, quantity), *_around(parsed, quantity), *_parse(parsed, quantity)}
    if not earlier:
        traits.add("first")
    else:
        traits |= {*_after(parsed, quantity, *earlier[-1]), *_compared(parsed, quantity, earlier)}
    traits |= {f"{quantity.kind}|{trait}" for trait in traits}
    span = (quantity.start, quantity.end)
    return [
        Candidate(role, role, f"role.{role}", span, {"bias|" + role, *(f"{trait}|{role}" for trait in traits)})
        for role in _possible(parsed, quantity, earlier)
    ]


def _possible(parsed: Parsed, quantity: Quantity, earlier: Sequence[tuple[Quantity, Role]]) -> Sequence[Role]:
    saved = quantity.kind == "money" and _SAVED.search(parsed.ahead(quantity.start, REACH))
    if saved or is_expectation(parsed, quantity) or _lays_off(parsed, quantity):
        return ("value",)
    if _measures_nothing(parsed, quantity, earlier):
        return ("none",)
    column = parsed.row.over(quantity.start) if parsed.row is not None else None
    if column is not None and quantity.kind == "percent" and _GROWTH.match(column.text):
        return ("change",)
    if _is_earlier_level(parsed, quantity, earlier):
        return ("previous",)
    roles: Sequence[Role] = get_args(Role)
    if earlier and earlier[-1][1] == "previous" and _names_anew(parsed, quantity, earlier[-1][0]):
        return [role for role in roles if role != "previous"]
    return roles


def _lays_off(parsed: Parsed, quantity: Quantity) -> bool:
    """Tell whether a count is of the jobs that a verb ends: what is cut there is what is measured."""
    if quantity.kind != "count" or counted_noun(quantity) not in _JOBS:
        return False
    return any(m.metric.name == "layoff" for m in governed_mentions(parsed, quantity))


def _is_earlier_level(parsed: Parsed, quantity: Quantity, earlier: Sequence[tuple[Quantity, Role]]) -> bool:
    """Tell whether a figure is a level of before by what stands beside it and by the figures ahead of it."""
    before, role = earlier[-1] if earlier else (None, None)
    if before and role == "value" and is_former(parsed, quantity, before):
        return True
    if _alike(quantity, earlier)[-1:] != ["value"]:
        return is_present(parsed, quantity)
    if before and quantity.per and role == "previous" and _says_again(parsed, before, quantity):
        return True  # "$4m, or 12 cents a share, compared with $3m a year before, or 9 cents a share"
    return (role == "change" and is_base(parsed, quantity)) or is_multiplied(parsed, quantity)


def _says_again(parsed: Parsed, before: Quantity, quantity: Quantity) -> bool:
    """Tell whether only "or", and the time of both, stand between two figures."""
    between = parsed.between(before.end, quantity.start)
    for time in parsed.times:
        if before.end <= time.start and time.end <= quantity.start:
            between = between.replace(time.text, "", 1)
    return _OR_THEN.fullmatch(between) is not None


def _measures_nothing(parsed: Parsed, quantity: Quantity, earlier: Sequence[tuple[Quantity, Role]]) -> bool:
    """Tell whether a figure is no measurement by what stands beside it.

    It says how far off a value may be, is one end of a run or of a charge, gives an amount once more in another unit,
    or the growth of the year before ("growth of 6% (9M 2023: 4%)").
    """
    if figure_cue("tolerance").search(parsed.ahead(quantity.start, REACH)):
        return True
    if (quantity.unit or "").endswith("_per_hour") and is_run(parsed, quantity):
        return True
    if (quantity.unit == "percent" and is_charge(parsed, quantity)) or sizes_name(parsed, quantity):
        return True
    if not earlier:
        return False
    before, role = earlier[-1]
    if _converts(before, quantity, parsed.between(before.end, quantity.start)):
        return True
    formerly = role == "change" and FORMERLY.search(parsed.ahead(quantity.start, REACH))
    return bool(formerly) and is_former(parsed, quantity, before)


def _names_anew(parsed: Parsed, quantity: Quantity, before: Quantity) -> bool:
    """Tell whether a metric is named behind an earlier level: "net sales €812m (745m), net profit €344m"."""
    if _cue(parsed, quantity) is not None:
        return False
    mentions = metric_mentions(parsed, quantity.kind)
    return any(before.end <= mention.start and mention.end <= quantity.start for mention in mentions)


def _converts(one: Quantity, other: Quantity, between: str) -> bool:
    """Tell whether brackets or a stroke give an amount once more in another unit or currency."""
    joined = _BRACKET.fullmatch(between) or (_STROKE.fullmatch(between) and one.kind == "money")
    return bool(joined) and one.kind == other.kind in ("money", "measure") and one.unit != other.unit


_JOBS = frozenset(("job", "role", "position", "post", "worker", "employee", "staff", "person", "people"))
_SAVED = re.compile(
    r"\b(?:to|will|would|should|could|can|may)\s+(?:also\s+)?save\s+(?:(?:it|them|the\s+\w+)\s+)?"
    rf"(?:{alternatives(entries('amount_words'))}\s+)*$",
    re.IGNORECASE,
)
"""Before an amount that is what somebody saves, and no change of another."""
_GROWTH = re.compile(
    r"(?:(?:y(?:ear)?[-/]?(?:on|over|o)?[-/]?y(?:ear)?|annual|yearly|%)\s*)?(?:growth|change|chg\.?|variation|\+/[-–])\b|"
    r"yo?[-/]?y\b|%\s*\+/[-–]",
    re.IGNORECASE,
)
"""The head of a column that tells how the figures of another one have changed."""
_STROKE = re.compile(r"\s*/\s*")


def _alike(quantity: Quantity, earlier: Sequence[tuple[Quantity, Role]]) -> list[Role]:
    """Return the roles of the earlier quantities of the same kind, unit and rate."""
    kind = (quantity.kind, quantity.unit, quantity.per)
    return [role for q, role in earlier if (q.kind, q.unit, q.per) == kind]


def _own(parsed: Parsed, quantity: Quantity) -> Iterator[str]:
    """Yield what the quantity tells by itself."""
    yield quantity.kind
    yield f"size:{sum(quantity.value >= bound for bound in SIZES)}"
    if quantity.change:
        yield "moves"
    if quantity.bound:
        yield f"bound:{quantity.bound}"
    if quantity.per:
        yield "rate"
    if quantity.kind == "count":
        yield f"noun:{noun_types().get(('count', counted_noun(quantity)), '-')}"
        if (metric := count_metric(parsed, quantity)) is not None:
            yield "counts_metric"
            yield f"counts:{metric.name}"
    elif quantity.unit:
        yield f"unit:{quantity.unit}"
    if any(t.start <= quantity.start and quantity.end <= t.end for t in parsed.times):
        yield "in_time"


def _around(parsed: Parsed, quantity: Quantity) -> Iterator[str]:
    """Yield what the words before and after tell."""
    ahead, behind = parsed.ahead(quantity.start, REACH), parsed.behind(quantity.end)
    cue = _cue(parsed, quantity)
    if cue:
        yield f"cue:{cue}"
    definite = _DEFINITE.search(ahead)
    if definite:
        article = "a" if definite[1].lower() in ("a", "an") else "the"
        yield f"{article}"
        if _MODIFIES.match(behind):
            yield f"{article}|modifies"
    for word, side in ((_WORD_BEFORE.search(ahead), "before"), (_WORD_AFTER.match(behind), "after")):
        if word and (side == "after" or cue not in _PHRASAL):  # "to" of "compared to" tells nothing of its own
            yield f"{side}:{word[1].lower()}"
    if labelled_in_brackets(parsed, quantity):
        yield "labelled_in_brackets"
    yield f"block:{parsed.sentence.block}"
    if any(q.kind == "rank" and q.end <= quantity.start for q in parsed.quantities):
        yield "ranked"
        if quantity.unit in BREADTHS:
            yield "breadth"
    prices = [q.start for q in parsed.quantities if q.kind == "money"]
    if prices and quantity.start < min(prices):
        yield "before_price"
    if prices and quantity.kind == "measure" and _VARIANT.match(behind):
        yield "names_variant"
    mentions = metric_mentions(parsed, quantity.kind)
    near = any(0 <= m.start - quantity.end < NEAR or 0 <= quantity.start - m.end < NEAR for m in mentions)
    yield "metric:" + ("near" if near else "far" if mentions else "none")


def _parse(parsed: Parsed, quantity: Quantity) -> Iterator[str]:
    """Yield how the figure hangs in the parse, up to the first verb."""
    anchor = parsed.root(quantity.start, quantity.end)
    if anchor is None:
        return
    if governed_mentions(parsed, quantity):
        yield "governed"
    path: list[str] = []
    for node in (anchor, *anchor.ancestors):
        if is_verb(node):
            yield f"verb:{node.tag_}"
            break
        path.append(_step(node))
        if len(path) == 3:
            break
    yield "path:" + ">".join(path[:3])
    yield "path:" + ">".join(path[:2])
    nouns = [t for t in (anchor, *anchor.ancestors) if is_noun(t) and not t.like_num]
    if nouns and nouns[0].ent_type == 0 and (named := noun_types().get(("count", nouns[0].lemma_ or nouns[0].lower_))):
        yield f"head:{named}"


def _step(node: Token) -> str:
    return node.lower_ if node.dep_ == "prep" else node.dep_


def _after(parsed: Parsed, quantity: Quantity, before: Quantity, role_before: Role) -> Iterator[str]:
    """Yield how the figure follows the one before it."""
    between = parsed.between(before.end, quantity.start)
    same = "same" if quantity.kind == before.kind else "other"
    yield f"after:{role_before}:{same}"
    for name, pattern in (("x", _TIMES), ("slash", _SLASH), ("bracket", _BRACKET), ("or", _OR)):
        if pattern.fullmatch(between):
            yield f"{name}:{role_before}:{same}"
            yield f"{name}:{role_before}:{'unit' if quantity.unit == before.unit else 'units'}"
    if len(between) < 8:
        yield f"joined:{' '.join(between.lower().split())}:{role_before}:{same}"


def _compared(parsed: Parsed, quantity: Quantity, earlier: Sequence[tuple[Quantity, Role]]) -> Iterator[str]:
    """Yield what the last figure of its kind is, and whether words hold the two against each other."""
    alike = _alike(quantity, earlier)
    role = alike[-1] if alike else "no"
    yield f"alike:{role}"
    joined = "or" if _OR.fullmatch(parsed.between(earlier[-1][0].end, quantity.start)) else "-"
    yield f"then:{joined}:{earlier[-1][1]}|alike:{role}"
    if len(alike) > 1:
        yield f"alike:{alike[-2]}>{role}"
    cue = _cue(parsed, quantity)
    if cue in ("compared", "left", "after"):
        yield f"{cue}|alike:{role}"


def _cue(parsed: Parsed, quantity: Quantity) -> str | None:
    """Return what the words before a figure say that it does, None where they say nothing."""
    ahead = parsed.ahead(quantity.start, LONG_REACH)
    if _COMPARED_PHRASE.search(ahead):
        return "compared"
    return next((cue for cue in _CUES if figure_cue(cue).search(ahead[-REACH:])), None)


_COMPARED_PHRASE = re.compile(
    r"\b(?:(?:compared|in\s+comparison)\s+(?:with|to)|versus|against)\s+(?:[^\W\d]\S*\s+){1,6}(?:of|at)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""What stands before a level that is named again: "compared with operating income of"."""
