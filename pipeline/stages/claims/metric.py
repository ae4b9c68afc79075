"""Which metric a measurement is of: phrases of the vocabulary, chosen by kind, unit, syntax and order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from pipeline.language.inflection import singular
from pipeline.records import Direction, Quantity
from pipeline.stages.claims.counted import count_metric, is_generic, unit_metric
from pipeline.stages.claims.market import market_price
from pipeline.stages.claims.mentions import MetricMention, framed_mentions, metric_mentions
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.syntax import clause_head, clause_tokens, is_noun, own_subject, subject_of
from pipeline.stages.claims.vocabulary import Metric, metrics, movements

Choice = tuple[str | None, Metric | None]
"""A metric's name and, where the vocabulary has it, its entry."""

NEAR = 25
"""Characters within which a phrase counts as standing beside a figure."""

_PER_SHARE = ("eps", "dividend", "offer_price", "share_price", "price_target")
_SALES = r"(?:revenues?|sales|turnover)\b"
_OF_MARKET = re.compile(r"\s+of\s+(?:the\s+|its\s+)?(?:[\w'’&-]+\s+){0,5}?market\b", re.IGNORECASE)
_OF_SALES = re.compile(rf"\s+of\s+(?:\w+\s+){{0,4}}?{_SALES}", re.IGNORECASE)
_OF_TOTAL = re.compile(r"\s+of\s+(?:the\s+)?(?:total|whole|group)\b", re.IGNORECASE)
_MAKES_UP = re.compile(
    r"(?:account|mak|made|represent|contribut|compris|constitut)\w*\s+(?:up\s+|for\s+)?(?:\w+\s+){0,4}$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"([A-Z][\w /’'-]{2,40}?)(?:\s*\([^)]*\))?:\s")
_BELONGS = re.compile(
    r"[\s-]*(?:(?:in|of|as|for)\s+)?(?:(?!and\b|or\b|but\b|while\b|from\b|to\b|at\b|by\b)[\w&'’-]+\s+){0,3}"
)
"""What may stand between a figure and the noun after it that names its metric: "€5m in annual revenue"."""


def choose_metric(parsed: Parsed, quantity: Quantity, *, change_only: bool) -> Choice:
    """Return the metric of a quantity that is a value, or (`change_only`) a change without one.

    Of the phrases that allow the quantity's kind and unit the one nearest by syntax, then by order, wins;
    then what is traded, what the unit suggests, and the head phrase.
    """
    if label := _label(parsed, quantity):
        return label
    if not change_only and (share := _share_of_whole(parsed, quantity)):
        return share.name, share
    if quantity.kind == "count" and not change_only and not is_generic(quantity):
        own = count_metric(parsed, quantity)
        return (own.name, own) if own else (_head_phrase(parsed, quantity), None)
    mentions = _fitting(parsed, quantity, change_only=change_only)
    unit = unit_metric(parsed, quantity)
    if quantity.kind in ("measure", "rank", "ratio") and unit and not _beside(mentions, quantity):
        return unit.name, unit
    if mentions:
        best = min(mentions, key=lambda m: (_distance(parsed, quantity, m), m.start))
        return best.name, best.metric
    if found := market_price(parsed, quantity) or unit:
        return found.name, found
    return _head_phrase(parsed, quantity), None


def _fitting(parsed: Parsed, quantity: Quantity, *, change_only: bool) -> list[MetricMention]:
    """Return the phrases, and the verb's frame, that a quantity of this kind, unit and rate may be of."""
    mentions = metric_mentions(parsed, None if change_only else quantity.kind)
    if quantity.per == "share":
        mentions = [m for m in mentions if m.metric.name in _PER_SHARE] or _per_share(mentions)
    if change_only:
        return [m for m in mentions if m.metric.type != "spec" or m.metric.kinds == {"percent"}]
    if quantity.kind == "measure":
        mentions = [m for m in mentions if not m.metric.units or quantity.unit in m.metric.units]
    framed = framed_mentions(parsed, quantity)
    verbs = {(m.start, m.end) for m in framed}
    return [m for m in mentions if (m.start, m.end) not in verbs] + framed


def _label(parsed: Parsed, quantity: Quantity) -> Choice | None:
    """Return the metric that a list item's label gives the first figure after it ("Weight: 46 g")."""
    match = _LABEL.match(parsed.sentence.text)
    if match is None or parsed.sentence.block != "list_item":
        return None
    end = parsed.sentence.start + match.end()
    earlier = any(end <= q.end <= quantity.start and q.kind != "duration" for q in parsed.quantities)
    if quantity.start < end or earlier:
        return None
    if named := [m for m in metric_mentions(parsed, quantity.kind) if m.end <= end]:
        return named[0].name, named[0].metric
    words = [singular(word) for word in re.findall(r"[A-Za-z]+", match[1])]
    return ("_".join(words), None) if quantity.kind in ("measure", "duration", "number") and words else None


def _per_share(mentions: Sequence[MetricMention]) -> list[MetricMention]:
    """Return the profit phrases of a sentence as naming the profit a share."""
    eps = metrics()["eps"]
    return [m._replace(metric=eps, name="eps") for m in mentions if m.metric.name in ("net_profit", "net_loss")]


def _share_of_whole(parsed: Parsed, quantity: Quantity) -> Metric | None:
    """Return the share metric of a percentage that says how much of a whole something makes up."""
    if quantity.kind != "percent" or quantity.change or quantity.unit != "percent":
        return None
    after = parsed.behind(quantity.end)
    if _OF_MARKET.match(after):
        return metrics()["market_share"]
    if _OF_SALES.match(after):
        return metrics()["revenue_share"]
    if not _OF_TOTAL.match(after) or not _MAKES_UP.search(parsed.ahead(quantity.start, 60)):
        return None
    sales = re.search(rf"\b{_SALES}", parsed.ahead(quantity.start), re.IGNORECASE)
    return metrics()["revenue_share" if sales else "sales_share"]


def moving_metric(parsed: Parsed, verb: Token) -> tuple[str, Metric, Direction] | None:
    """Return the metric that a verb of movement moves, its subject or its object, and which way."""
    moved = [own_subject(verb)]
    direction = _direction(verb.text)
    if direction is None:
        complements = [t for t in verb.children if t.dep_ in ("acomp", "xcomp", "attr", "advmod", "prt")]
        direction = next((way for t in complements if (way := _direction(t.text))), None)
        moved += [child for t in complements for child in t.children if child.dep_ == "dobj"]
    moved += [child for child in verb.children if child.dep_ == "dobj"]
    if direction is None:
        return None
    for noun in moved:
        if noun is None:
            continue
        start, end = parsed.span([noun])
        for mention in metric_mentions(parsed, None):
            if mention.start <= start and end <= mention.end and (mention.metric.business or noun.dep_ != "dobj"):
                return mention.name, mention.metric, direction
    return None


def _direction(word: str) -> Direction | None:
    return next((way for way, cue in movements() if cue.fullmatch(word)), None)


def _beside(mentions: Sequence[MetricMention], quantity: Quantity) -> bool:
    return any(0 <= m.start - quantity.end < NEAR or 0 <= quantity.start - m.end < NEAR for m in mentions)


def _distance(parsed: Parsed, quantity: Quantity, mention: MetricMention) -> float:
    """Return how far a metric phrase stands from a quantity: by characters, then by syntax."""
    after = mention.start >= quantity.end
    gap = mention.start - quantity.end if after else quantity.start - mention.end
    cost = float(max(gap, 0))
    if after:
        beside = gap < NEAR + 5 and _BELONGS.fullmatch(parsed.between(quantity.end, mention.start))
        cost *= 0.5 if beside else 3
    low, high = min(quantity.end, mention.end), max(quantity.start, mention.start)
    cost += 15 * sum(low <= q.start < high for q in parsed.quantities)
    cost += 30 if mention.metric.name == "growth" else 0  # "sales growth of 5%" is about sales
    return cost + _syntactic_cost(parsed, quantity, mention)


def _syntactic_cost(parsed: Parsed, quantity: Quantity, mention: MetricMention) -> float:
    """Return a bonus for the subject of the figure's clause, a price for another clause."""
    head, noun = parsed.root(quantity.start, quantity.end), parsed.root(mention.start, mention.end)
    if head is None or noun is None:
        return 0
    verb = clause_head(head)
    subject = subject_of(verb)
    cost = 0.0 if clause_head(noun) == verb else 10.0
    if subject is not None and (noun == subject or subject.is_ancestor(noun)):
        cost -= 40 if noun == subject else 25
    return cost


def _head_phrase(parsed: Parsed, quantity: Quantity) -> str | None:
    """Return the snake_case lemma of the noun that is measured, for what the vocabulary does not name."""
    if quantity.kind == "count" and quantity.unit:
        return quantity.unit.replace(" ", "_").replace("-", "_")
    head = parsed.root(quantity.start, quantity.end)
    if head is None:
        return None
    noun = _part_of(head) if quantity.kind == "percent" else None
    noun = noun or _measured_noun(head)
    return singular(noun.text).replace("-", "_") if noun is not None and noun.text[0].isalpha() else None


def _part_of(head: Token) -> Token | None:
    """Return what a percentage is a share of: "a quarter of his time"."""
    for preposition in head.children:
        if preposition.lower_ == "of":
            return next((noun for noun in preposition.children if noun.dep_ == "pobj" and is_noun(noun)), None)
    return None


def _measured_noun(head: Token) -> Token | None:
    for node in head.ancestors:
        if is_noun(node) and node.ent_type == 0 and not node.like_num and node.text.isalpha():
            return node
        if node.tag_.startswith("VB"):
            subject = own_subject(node)
            if subject is not None and is_noun(subject) and subject.tag_ != "NNP":
                return subject
            objects = [
                t
                for t in clause_tokens(node)
                if t.dep_ == "dobj" and is_noun(t) and t.tag_ != "NNP" and t.text.isalpha()
            ]
            return objects[0] if objects else None
    return None
