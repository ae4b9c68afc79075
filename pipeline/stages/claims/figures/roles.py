"""What each quantity of a sentence does: it is a value, a change, a previous value, or measures nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from pipeline.records import Quantity
from pipeline.stages.claims.figures.former import REACH, labelled_in_brackets
from pipeline.stages.claims.figures.possible import BRACKET, OR, Role, alike, cue_of, possible_roles
from pipeline.stages.claims.metrics.counted import count_metric, counted_noun
from pipeline.stages.claims.metrics.mentions import governed_mentions, metric_mentions
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.ranking import Candidate, Choice, choose
from pipeline.stages.claims.syntax import is_noun, is_verb
from pipeline.stages.claims.vocabulary import noun_types

NEAR = 30
"""Characters between a figure and a metric phrase that stand together."""
SIZES = (2, 10, 100, 1000)
"""Bounds of the classes of size: small counts number parts and participants, large ones measure."""

_TIMES = re.compile(r"\s*(?:x|×|by)\s*")
_SLASH = re.compile(r"\s*[/;]\s*")
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
    """Return the roles a quantity may have with what speaks for each, given the `earlier` ones of its sentence."""
    traits = {*_own(parsed, quantity), *_around(parsed, quantity), *_parse(parsed, quantity)}
    if not earlier:
        traits.add("first")
    else:
        traits |= {*_after(parsed, quantity, *earlier[-1]), *_compared(parsed, quantity, earlier)}
    traits |= {f"{quantity.kind}|{trait}" for trait in traits}
    span = (quantity.start, quantity.end)
    return [
        Candidate(role, role, f"role.{role}", span, {"bias|" + role, *(f"{trait}|{role}" for trait in traits)})
        for role in possible_roles(parsed, quantity, earlier)
    ]


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
    cue = cue_of(parsed, quantity)
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
    for name, pattern in (("x", _TIMES), ("slash", _SLASH), ("bracket", BRACKET), ("or", OR)):
        if pattern.fullmatch(between):
            yield f"{name}:{role_before}:{same}"
            yield f"{name}:{role_before}:{'unit' if quantity.unit == before.unit else 'units'}"
    if len(between) < 8:
        yield f"joined:{' '.join(between.lower().split())}:{role_before}:{same}"


def _compared(parsed: Parsed, quantity: Quantity, earlier: Sequence[tuple[Quantity, Role]]) -> Iterator[str]:
    """Yield what the last figure of its kind is, and whether words hold the two against each other."""
    before = alike(quantity, earlier)
    role = before[-1] if before else "no"
    yield f"alike:{role}"
    joined = "or" if OR.fullmatch(parsed.between(earlier[-1][0].end, quantity.start)) else "-"
    yield f"then:{joined}:{earlier[-1][1]}|alike:{role}"
    if len(before) > 1:
        yield f"alike:{before[-2]}>{role}"
    cue = cue_of(parsed, quantity)
    if cue in ("compared", "left", "after"):
        yield f"{cue}|alike:{role}"
