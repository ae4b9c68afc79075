"""Which metric a measurement is of: phrases of the vocabulary, chosen by kind, syntax and order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Token

from pipeline.language.inflection import singular
from pipeline.records import Direction, Quantity, QuantityKind
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.syntax import clause_head, clause_tokens, is_noun, own_subject, subject_of
from pipeline.stages.claims.vocabulary import Metric, metric_cues, metrics, frame_verbs, movements, normal, unit_metrics, verb_frames

_QUALIFIERS = {"adjusted": "adjusted_", "underlying": "adjusted_", "non-gaap": "adjusted_", "non-ifrs": "adjusted_", "core": "adjusted_", "recurring": "adjusted_", "normalised": "adjusted_", "normalized": "adjusted_"}  # fmt: skip
_QUALIFIED = ("net_profit", "operating_profit", "ebitda", "eps", "pre_tax_profit", "operating_margin", "ebitda_margin", "gross_margin", "net_margin")


class MetricMention(NamedTuple):
    """A phrase of the sentence that names a metric; offsets count in the source."""

    start: int
    end: int
    metric: Metric
    name: str


def metric_mentions(parsed: Parsed, kind: QuantityKind | None) -> list[MetricMention]:
    """Return the metric phrases of a sentence whose value may be of `kind` (None: any), in text order."""
    found = _mentions(parsed.sentence.text, parsed.sentence.start)
    return [m for m in found if kind is None or kind in m.metric.kinds]


@lru_cache(maxsize=4096)
def _mentions(text: str, offset: int) -> tuple[MetricMention, ...]:
    out = []
    for match in metric_cues().pattern.finditer(text):
        for name, _ in metric_cues().meanings[normal(match[0])]:
            metric = metrics()[name]
            out.append(MetricMention(offset + match.start(), offset + match.end(), metric, _called(text, match, metric)))
    return tuple(out)


def _called(text: str, match: re.Match[str], metric: Metric) -> str:
    """Return a metric's name where a phrase names it.

    A word of the contract's vocabulary keeps its name, with the qualifier that changes its meaning
    ("adjusted net profit"); any other is called by the lemma of the phrase itself.
    """
    if not metric.standard:
        return _lemma(match[0], metric.name)
    before = re.findall(r"[\w-]+", text[max(0, match.start() - 30) : match.start()].lower())[-2:]
    prefix = next((_QUALIFIERS[word] for word in before if word in _QUALIFIERS), "")
    return prefix + metric.name if metric.name in _QUALIFIED else metric.name


def _lemma(phrase: str, name: str) -> str:
    """Return a phrase in snake_case with its last word singular; an abbreviation is spelled out as `name`."""
    if phrase.isupper():
        return name
    *words, last = re.split(r"[\s-]+", phrase.lower())
    return "_".join([*words, singular(last)])


def choose_metric(parsed: Parsed, quantity: Quantity, *, change_only: bool) -> tuple[str | None, Metric | None]:
    """Return the metric's name and, where the vocabulary has it, its entry.

    Of the phrases that allow the quantity's kind and unit the one nearest by syntax, then by order, wins;
    then the metric that the unit suggests; then the head phrase.
    """
    if label := _label(parsed, quantity):
        return label
    if not change_only and (share := _share_of_whole(parsed, quantity)):
        return share.name, share
    if quantity.kind == "count" and not change_only and quantity.unit not in GENERIC_UNITS:
        own = count_metric(parsed, quantity)
        return (own.name, own) if own else (_head_phrase(parsed, quantity), None)
    mentions = _fitting(parsed, quantity, change_only=change_only)
    unit = _by_unit(parsed, quantity)
    if quantity.kind in ("measure", "rank", "ratio") and unit and not _names_near(mentions, quantity):
        return unit.name, unit
    if mentions:
        best = min(mentions, key=lambda m: (_distance(parsed, quantity, m), m.start))
        return best.name, best.metric
    if traded := market_price(parsed, quantity):
        return traded.name, traded
    if unit:
        return unit.name, unit
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
    framed = _framed(parsed, quantity)
    verbs = {(m.start, m.end) for m in framed}
    return [m for m in mentions if (m.start, m.end) not in verbs] + framed


def _label(parsed: Parsed, quantity: Quantity) -> tuple[str, Metric | None] | None:
    """Return the metric that a list item's label gives the first figure after it ("Flight time: 46 minutes")."""
    offset = parsed.sentence.start
    match = re.match(r"([A-Z][\w /’'-]{2,40}?)(?:\s*\([^)]*\))?:\s", parsed.sentence.text)
    if match is None or parsed.sentence.block != "list_item" or quantity.start < offset + match.end():
        return None
    if any(offset + match.end() <= q.end <= quantity.start and q.kind != "duration" for q in parsed.quantities):
        return None
    named = [m for m in metric_mentions(parsed, quantity.kind) if m.end <= offset + match.end()]
    if named:
        return named[0].name, named[0].metric
    words = [singular(word) for word in re.findall(r"[A-Za-z]+", match[1])]
    return ("_".join(words), None) if quantity.kind in ("measure", "duration", "number") and words else None


_PRICE_MOVES = re.compile(
    r"\b(?:rose|fell|gained|lost|sank|jumped|slipped|surged|plunged|dropped|added|shed|climbed|eased|tumbled|soared|slid|"
    r"advanced|declined|closed|ended|traded|trading|(?:was|were|is|are)\s+(?:up|down|flat|unchanged|little\s+changed))\b",
    re.IGNORECASE,
)
_INDEX = re.compile(r"\d{2,4}$|\b(?:index|composite|average|industrials)\b", re.IGNORECASE)
_CURRENCY = re.compile(r"\b(?:dollar|pound|sterling|euro|yen|yuan|franc|rupee|won|peso|real|rand|krona|krone)\b", re.IGNORECASE)


def market_price(parsed: Parsed, quantity: Quantity) -> Metric | None:
    """Return what is traded where a figure follows a market verb and nothing else is named as measured.

    "Acme fell 4.6% to $68.64" is about its share price, "the FTSE 100 closed lower" about an index, "the
    pound slipped" about an exchange rate.
    """
    if quantity.kind not in ("money", "percent", "count", "number"):
        return None
    head = parsed.root(quantity.start, quantity.end)
    verb = clause_head(head) if head is not None else None
    subject = subject_of(verb) if verb is not None else None
    if verb is None or subject is None:
        return None
    around = " ".join([verb.text, *(t.text for t in verb.children if t.i > verb.i)][:4])
    if not _PRICE_MOVES.match(around):
        return None
    start, end = parsed.span(list(subject.subtree))
    if _CURRENCY.search(subject.text):
        return metrics()["exchange_rate"]
    organisations = [e for e in parsed.entities_in(start, end) if e.label == "ORG" and parsed.root(e.start, e.end) == subject]
    if not organisations:
        return None
    return metrics()["index" if _INDEX.search(organisations[0].text) else "share_price"]


def _framed(parsed: Parsed, quantity: Quantity) -> list[MetricMention]:
    """Return the metric that the verb before a figure gives it ("raised $64 million"), as if a noun named it."""
    offset = parsed.sentence.start
    ahead = parsed.sentence.text[: quantity.start - offset]
    found = [
        (match, verb_frames()[key])
        for match in frame_verbs().finditer(ahead)
        if (key := (quantity.kind, normal(match[0]))) in verb_frames()
    ]
    if not found:
        return []
    match, name = found[-1]
    between = ahead[match.end() :]
    crowded = any(match.end() <= q.start - offset < quantity.start - offset for q in parsed.quantities)
    if re.search(r"[;:]", between) or len(between) > FRAME_REACH or (crowded and quantity.kind == "count"):
        return []
    return [MetricMention(offset + match.start(), offset + match.end(), metrics()[name], name)]


FRAME_REACH = 60
"""Characters between a verb and the figure that it governs."""

GENERIC_UNITS = frozenset({"unit", "vehicle", "car", "piece", "copy", "truck", "motorcycle", "tractor", "set", "ton", "tonne", None})
"""Counted things that are themselves what a volume metric counts."""


def count_metric(parsed: Parsed, quantity: Quantity) -> Metric | None:
    """Return the metric that a count's own noun names ("monthly active users"), or that its clause counts."""
    noun = singular((quantity.unit or "").split("_")[-1].split(" ")[-1])
    unit = _by_unit(parsed, quantity)
    if unit and unit.name in ("new_hires", "layoff"):
        return unit
    same = [m for m in metric_mentions(parsed, "count") if noun and noun in m.metric.name]
    if same:
        return min(same, key=lambda m: (abs(m.start - quantity.end), m.start)).metric
    following = [m for m in metric_mentions(parsed, "count") if quantity.end <= m.start <= quantity.end + 40]
    for mention in following:
        if singular(_text(parsed, mention).split()[-1]) == noun:
            return mention.metric
    if framed := _framed(parsed, quantity):
        return framed[0].metric
    return unit or _counted_subject(parsed, quantity, noun)


def _text(parsed: Parsed, mention: MetricMention) -> str:
    return parsed.sentence.text[mention.start - parsed.sentence.start : mention.end - parsed.sentence.start]


def _counted_subject(parsed: Parsed, quantity: Quantity, noun: str) -> Metric | None:
    """Return the metric that the clause's subject counts ("the number of users reached 5 million")."""
    head = parsed.root(quantity.start, quantity.end)
    subject = subject_of(clause_head(head)) if head is not None else None
    if subject is None or not _equates(head):
        return None
    start, end = parsed.span(list(subject.subtree))
    counted = [m for m in metric_mentions(parsed, "count") if start <= m.start and m.end <= end]
    return counted[0].metric if counted and quantity.unit in (*GENERIC_UNITS, noun) else None


def _equates(head: Token | None) -> bool:
    """Tell whether a clause sets its subject equal to the number ("the number of users reached 5 million")."""
    return head is not None and clause_head(head).lower_ in _EQUATING


_EQUATING = frozenset({"reached", "was", "were", "is", "are", "stood", "totalled", "totaled", "exceeded", "hit", "passed", "topped", "rose", "fell", "grew", "increased", "amounted", "numbered"})


_PER_SHARE = ("eps", "dividend", "offer_price", "share_price", "price_target")
_MAKES_UP = re.compile(r"(?:account|make|makes|made|making|represent|contribut|compris|constitut)\w*\s+(?:up\s+|for\s+)?(?:\w+\s+){0,4}$", re.IGNORECASE)


def _per_share(mentions: Sequence[MetricMention]) -> list[MetricMention]:
    """Return the profit phrases of a sentence as naming the profit a share."""
    return [m._replace(metric=metrics()["eps"], name="eps") for m in mentions if m.metric.name in ("net_profit", "net_loss")]


def _share_of_whole(parsed: Parsed, quantity: Quantity) -> Metric | None:
    """Return the share metric of a percentage that says how much of a whole something makes up."""
    if quantity.kind != "percent" or quantity.change or quantity.unit != "percent":
        return None
    offset = parsed.sentence.start
    before, after = parsed.sentence.text[: quantity.start - offset], parsed.sentence.text[quantity.end - offset :]
    if re.match(r"\s+of\s+(?:the\s+|its\s+)?(?:[\w'’&-]+\s+){0,5}?market\b", after, re.IGNORECASE):
        return metrics()["market_share"]
    if re.match(r"\s+of\s+(?:\w+\s+|its\s+|the\s+){0,4}?(?:revenues?|sales|turnover)\b", after, re.IGNORECASE):
        return metrics()["revenue_share"]
    whole = re.match(r"\s+of\s+(?:the\s+)?(?:total|whole|group)\b", after, re.IGNORECASE)
    if whole is None or _MAKES_UP.search(before[-60:]) is None:
        return None
    return metrics()["revenue_share" if re.search(r"\b(?:revenues?|sales|turnover)\b", before, re.IGNORECASE) else "sales_share"]


def moving_metric(parsed: Parsed, verb: Token) -> tuple[str, Metric, Direction] | None:
    """Return the metric that is the subject of a verb of movement, and which way it moves."""
    subject = own_subject(verb)
    if subject is None:
        return None
    start, end = parsed.span([subject])
    direction = next((way for way, cue in movements() if cue.fullmatch(verb.text)), None)
    if direction is None:
        complements = [t.text for t in verb.children if t.dep_ in ("acomp", "xcomp", "attr", "advmod", "prt")]
        direction = next((way for way, cue in movements() if any(cue.fullmatch(word) for word in complements)), None)
    named = [m for m in metric_mentions(parsed, None) if m.start <= start and end <= m.end and m.metric.type != "spec"]
    if direction is None or not named:
        return None
    return named[0].name, named[0].metric, direction


def _names_near(mentions: Sequence[MetricMention], quantity: Quantity) -> bool:
    return any(0 <= m.start - quantity.end < 25 or 0 <= quantity.start - m.end < 25 for m in mentions)


def _by_unit(parsed: Parsed, quantity: Quantity) -> Metric | None:
    text = parsed.sentence.text.lower()
    name = quantity.unit or ""
    head = singular(name.split("_")[-1]) if quantity.kind == "count" else name
    for unit, cue, metric in unit_metrics():
        if unit == head and cue in text:
            return metrics()[metric]
    return None


_BELONGS = re.compile(r"[\s-]*(?:(?:in|of|as|for)\s+)?(?:(?!and\b|or\b|but\b|while\b|from\b|to\b|at\b|by\b)[\w&'’-]+\s+){0,3}")
"""What may stand between a figure and the noun after it that names its metric: "€5m in annual revenue"."""


def _distance(parsed: Parsed, quantity: Quantity, mention: MetricMention) -> float:
    """Return how far a metric phrase stands from a quantity: syntax first, then characters."""
    head, tail = parsed.root(quantity.start, quantity.end), parsed.root(mention.start, mention.end)
    gap = mention.start - quantity.end if mention.start >= quantity.end else quantity.start - mention.end
    cost = float(max(gap, 0))
    if mention.start >= quantity.end:
        between = parsed.sentence.text[quantity.end - parsed.sentence.start : mention.start - parsed.sentence.start]
        cost *= 0.5 if _BELONGS.fullmatch(between) and gap < 30 else 3
    between_quantities = [q for q in parsed.quantities if min(quantity.end, mention.end) <= q.start < max(quantity.start, mention.start)]
    cost += 15 * len(between_quantities) + (30 if mention.metric.name == "growth" else 0)
    if head is None or tail is None:
        return cost
    verb = clause_head(head)
    subject = subject_of(verb)
    if subject is not None and (tail.i == subject.i or subject.is_ancestor(tail)):
        cost -= 40 if tail.i == subject.i else 25
    if clause_head(tail).i != verb.i:
        cost += 10
    return cost


def _head_phrase(parsed: Parsed, quantity: Quantity) -> str | None:
    """Return the snake_case lemma of the noun that is measured, for what the vocabulary does not name."""
    if quantity.kind == "count" and quantity.unit:
        return quantity.unit.replace(" ", "_").replace("-", "_")
    head = parsed.root(quantity.start, quantity.end)
    if head is None:
        return None
    noun = _measured_noun(head)
    return singular(noun.text).replace("-", "_").replace(" ", "_") if noun is not None else None


def _measured_noun(head: Token) -> Token | None:
    for node in head.ancestors:
        if is_noun(node) and node.ent_type == 0 and not node.like_num and node.text.isalpha():
            return node
        if node.tag_.startswith("VB"):
            subject = own_subject(node)
            if subject is not None and is_noun(subject) and subject.tag_ != "NNP":
                return subject
            objects = [t for t in clause_tokens(node) if t.dep_ == "dobj" and is_noun(t) and t.tag_ != "NNP" and t.text.isalpha()]
            return objects[0] if objects else None
    return None
