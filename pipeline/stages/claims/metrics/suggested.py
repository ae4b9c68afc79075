"""Candidates that no phrase names: a label, the counted thing, the unit, what is traded, what a product costs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.language.inflection import singular
from pipeline.records import Quantity
from pipeline.stages.claims.figures.respective import behind_name
from pipeline.stages.claims.metrics.counted import count_metric, counted_noun, is_generic, unit_metric
from pipeline.stages.claims.metrics.market import fund_return, holding_price, market_price
from pipeline.stages.claims.metrics.mentions import metric_mentions, published
from pipeline.stages.claims.metrics.named import Named, snake_case
from pipeline.stages.claims.metrics.per_share import not_a_share
from pipeline.stages.claims.metrics.wholes import shares_of_whole
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.ranking import DECIDES, Candidate
from pipeline.stages.claims.syntax import clause_head, subject_of
from pipeline.stages.claims.vocabulary import Metric, metrics, nominals, noun_types

CARRIED = 5
"""Different metrics of earlier figures that a reader may carry on."""

_LABEL = re.compile(r"([A-Z][\w /’'-]{2,40}?)(?:\s*\([^)]*\))?:\s")


def suggestions(
    parsed: Parsed, quantity: Quantity, *, change_only: bool, before: Sequence[Named]
) -> Iterator[Candidate[Named]]:
    """Yield what a figure suggests by its label, its unit or its clause, and the metrics of the figures `before`."""
    yield from _label(parsed, quantity)
    if not change_only:
        yield from shares_of_whole(parsed, quantity, before)
        if quantity.kind == "count":
            yield from _found(count_metric(parsed, quantity), "generic" if is_generic(quantity) else "count", quantity)
        yield from _found(unit_metric(parsed, quantity), "unit", quantity)
    yield from _found(market_price(parsed, quantity), "market", quantity)
    told = before[0].metric.name if before and before[0].metric else None
    for candidate in _found(fund_return(parsed, quantity) or holding_price(parsed, quantity, told), "fund", quantity):
        candidate.evidence.add(DECIDES)
        yield candidate
    if quantity.kind == "money":
        yield from _of_money(parsed, quantity)
    if quantity.kind == "duration":
        yield Candidate("time|", Named("time", None), "metric.time", None, {"time"})
    if quantity.kind == "percent":
        yield from _margin(parsed, quantity, before)
        yield from _of_revenue(parsed, quantity, before)
    yield from _carried(parsed, quantity, before)


def _found(metric: Metric | None, rule: str, quantity: Quantity) -> Iterator[Candidate[Named]]:
    if metric is not None:
        span = (quantity.start, quantity.end)
        traits = {f"by:{rule}", f"by:{rule}|{quantity.kind}", f"by:{rule}|{metric.name}"}
        named = Named(published(metric), metric)
        yield Candidate(named.key, named, f"metric.{rule}", span, traits)


def _label(parsed: Parsed, quantity: Quantity) -> Iterator[Candidate[Named]]:
    """Yield the metric that a list item's label gives the first figure after it ("Weight: 46 g")."""
    match = _LABEL.match(parsed.sentence.text)
    if match is None or parsed.sentence.block != "list_item":
        return
    end = parsed.sentence.start + match.end()
    earlier = any(end <= q.end <= quantity.start and q.kind != "duration" for q in parsed.quantities)
    if quantity.start < end:
        return
    order = "later" if earlier else "first"
    span = (parsed.sentence.start, parsed.sentence.start + match.end(1))
    known = [m for m in metric_mentions(parsed, quantity.kind) if m.end <= end]
    if known:
        named = Named(known[0].name, known[0].metric)
        yield Candidate(named.key, named, "metric.label", span, {f"label:{order}:known"})
    name = snake_case(match[1])
    traits = {f"label:{order}", f"label:{order}|{quantity.kind}"}
    unnamed = not any(e.start < span[1] for e in parsed.entities)
    if quantity.kind == "percent" and quantity.start == end and unnamed and not known:
        traits.add(DECIDES)  # "On-time arrivals: 78%"
    yield Candidate(Named(name, None).key, Named(name, None), "metric.label", span, traits)


def _of_money(parsed: Parsed, quantity: Quantity) -> Iterator[Candidate[Named]]:
    """Yield what an amount is of by its place: "a $5m plant" was invested, "$1 = 0.79 pounds" is a rate."""
    anchor = parsed.root(quantity.start, quantity.end)
    modifies = anchor is not None and anchor.dep_ in ("compound", "nmod", "amod", "nummod")
    if anchor is not None and modifies and singular(anchor.head.text) in nominals("facility"):
        yield from _found(metrics()["investment"], "of_facility", quantity)
    if modifies and quantity.per:  # "a $6.99-a-month service"
        yield from _found(metrics()["price"], "rate_of", quantity)
    if _VARIANT.search(parsed.ahead(quantity.start, 60)):
        yield from _found(metrics()["price"], "variant", quantity)
    yield from _of_product(parsed, quantity)
    if _EQUALS.search(parsed.ahead(quantity.start, 12)):
        yield from _found(metrics()["exchange_rate"], "equals", quantity)


def _of_product(parsed: Parsed, quantity: Quantity) -> Iterator[Candidate[Named]]:
    """Yield the price of what is sold, with how the amount stands to the products of its sentence."""
    products = [e for e in parsed.entities if e.label == "PRODUCT"]
    beside = any(not parsed.between(quantity.end, e.start).strip(" -") for e in products if e.start >= quantity.end)
    word = re.search(r"([a-z]+)\W*$", parsed.ahead(quantity.start, 20), re.IGNORECASE)
    sold = "beside" if beside else "named" if products else "none"
    size = sum(quantity.value >= bound for bound in PRICE_SIZES)
    for candidate in _found(metrics()["price"], f"product.{sold}", quantity):
        candidate.evidence |= {f"price:{sold}|{word[1].lower() if word else '-'}", f"price:{sold}|{size}"}
        candidate.evidence.add(f"price:{sold}|{parsed.sentence.block}")
        if beside and word is not None and word[1].lower() in ("a", "an", "the", "s"):
            candidate.evidence.add(DECIDES)  # "the $899 Acme One"
        yield candidate


PRICE_SIZES = (10, 10_000, 10_000_000)
"""Bounds of the classes of an amount: what is sold to a person seldom costs millions."""

_VARIANT = re.compile(
    r"\b\d+\s?[GT]B(?:\s+(?:version|variant|model|storage))?\)?\s*(?:[:–—-]|at|for|costs?|is|starts\s+at)\s*$"
)
"""What stands before the price of a storage variant: "8GB + 128GB: "."""
_EQUALS = re.compile(r"\b1(?:\.0+)?\s*=\s*$|\b\w+\s*=\s*$")
_PROFITS = {"gross_profit": "gross_margin", "operating_profit": "operating_margin", "net_profit": "net_margin",
            "ebitda": "ebitda_margin"}  # fmt: skip


def _margin(parsed: Parsed, quantity: Quantity, before: Sequence[Named]) -> Iterator[Candidate[Named]]:
    """Yield the margin of the profit that was spoken of last, for a "margin" that says no more."""
    bare = [m for m in metric_mentions(parsed, "percent") if m.metric.name == "margin" and m.start < quantity.end]
    if not bare:
        return
    profits = [Named(m.name, m.metric) for m in metric_mentions(parsed, "money") if m.end < bare[-1].start][::-1]
    for named in (*profits, *before):
        name = named.metric.name if named.metric else ""
        margin = _PROFITS.get(name) or (name if name in _PROFITS.values() else None)
        if margin and named.name:
            prefix = named.name.removesuffix(name)
            found = Named(prefix + margin, metrics()[margin])
            yield Candidate(found.key, found, "metric.margin", (bare[-1].start, bare[-1].end), {"margin_of_profit"})
            return


_OF_REVENUE = re.compile(
    r"\s+of\s+(?:(?:the|its|our|net|total|group|consolidated)\s+)*(?:revenues?|sales|turnover)\b", re.IGNORECASE
)
_OR = re.compile(
    r",?\s+(?:or|equivalent\s+to|equal\s+to|representing)\s+(?:(?:about|around|some|roughly)\s+)?", re.IGNORECASE
)


def _of_revenue(parsed: Parsed, quantity: Quantity, before: Sequence[Named]) -> Iterator[Candidate[Named]]:
    """Yield what an amount is as a share of revenue: "EBITDA of $11m, or 17% of revenue" tells a margin."""
    amount = max((q for q in parsed.quantities if q.end <= quantity.start), key=lambda q: q.end, default=None)
    if amount is None or amount.kind != "money" or not before or before[0].metric is None:
        return
    if not (
        _OR.fullmatch(parsed.between(amount.end, quantity.start)) and _OF_REVENUE.match(parsed.behind(quantity.end))
    ):
        return
    told = before[0].metric
    margin = _PROFITS.get(told.name, "free_cash_flow_margin" if told.name == "free_cash_flow" else None)
    if told.name == "revenue":
        found = Named("revenue_share", metrics()["revenue_share"])
    elif margin in metrics():
        prefix = (before[0].name or "").removesuffix(told.name)
        found = Named(prefix + margin, metrics()[margin])
    elif told.type == "expense":
        found = before[0]
    else:
        return
    yield Candidate(found.key, found, "metric.of_revenue", (quantity.start, quantity.end), {"of_revenue", DECIDES})


def _carried(parsed: Parsed, quantity: Quantity, before: Sequence[Named]) -> Iterator[Candidate[Named]]:
    """Yield the metrics of earlier figures, with how often each was told and how many others since."""
    anchor = parsed.root(quantity.start, quantity.end)
    subject = subject_of(clause_head(anchor)) if anchor is not None else None
    word = "none" if subject is None else subject.lower_ if subject.tag_ == "PRP" else subject.tag_
    sole = not metric_mentions(parsed, quantity.kind)
    goes_on = _goes_on(parsed, quantity)
    told, listed = Counter(before), _is_listed(parsed, quantity)
    for age, earlier in enumerate(list(told)[:CARRIED]):
        if earlier.name is None or _counts_others(earlier, quantity) or _is_of_other_kind(earlier, quantity):
            continue
        named = earlier if quantity.kind != "money" or quantity.per == "share" else not_a_share(earlier)
        fits = named.metric is None or quantity.kind in named.metric.kinds
        traits = {
            f"carried:{age}|fits:{fits}", f"carried|fits:{fits}|sole:{sole}", f"carried|fits:{fits}|subject:{word}",
            f"carried|fits:{fits}|block:{parsed.sentence.block}", f"carried|fits:{fits}|told:{min(told[earlier], 4)}",
            f"carried|{named.metric.type if named.metric else '-'}|{min(told[earlier], 2)}|sole:{sole}",
        }  # fmt: skip
        if goes_on:
            traits |= {f"goes_on:{age}", f"goes_on:{age}|fits:{fits}"}
        if age == 0 and listed:
            traits.add(DECIDES)
        yield Candidate(named.key, named, "metric.carried", None, traits)


_PEOPLE = frozenset({"person", "cut", "us", "other"})
"""Nouns and pronouns that stand for staff where a figure of staff has been told."""


def _counts_others(earlier: Named, quantity: Quantity) -> bool:
    """Tell whether a metric counts staff and a figure something else: "it employs 140 and sends 900 bills"."""
    if earlier.metric is None or earlier.metric.type != "employment" or quantity.kind != "count":
        return False
    noun = counted_noun(quantity)
    return not (is_generic(quantity) or noun in _PEOPLE or noun_types().get(("count", noun)) == "employment")


def _is_of_other_kind(earlier: Named, quantity: Quantity) -> bool:
    """Tell whether a figure cannot be of a metric told before: no margin is an amount, and time is no weight."""
    if earlier.metric is None:
        return earlier.name == "time" and quantity.kind != "duration"
    if earlier.metric.kinds == {"percent"} and quantity.kind == "money":
        return True
    ratio = earlier.metric.kinds == {"percent"} and earlier.metric.name != "growth"
    return ratio and quantity.change is not None and quantity.unit == "percent"


def _is_listed(parsed: Parsed, quantity: Quantity) -> bool:
    """Tell whether only a time and "and" part a figure from one of its unit: "8 tonnes in 2024, 9 tonnes in 2025"."""
    before = max((q for q in parsed.quantities if q.end <= quantity.start), key=lambda q: q.end, default=None)
    if (
        before is None
        or (before.kind, before.unit) != (quantity.kind, quantity.unit)
        or before.change
        or quantity.change
    ):
        return False
    within = [t for t in parsed.times if before.end <= t.start and t.end <= quantity.start]
    between = parsed.between(before.end, quantity.start)
    for time in within:
        between = between.replace(time.text, "", 1)
    return bool(within) and quantity.kind in ("count", "measure") and _LISTED.fullmatch(between) is not None


_LISTED = re.compile(
    r"\s*(?:in|for|by|during)?\s*(?:,|;|,?\s*and|,?\s*then)\s+(?:another\s+|about\s+|some\s+|up\s+to\s+)?"
)


def _goes_on(parsed: Parsed, quantity: Quantity) -> bool:
    """Tell whether a figure goes down the list that another of its kind began: "followed by Acme with 20%"."""
    before = max((q for q in parsed.quantities if q.end <= quantity.start), key=lambda q: q.end, default=None)
    alike = before is not None and (before.kind, before.change) == (quantity.kind, quantity.change)
    return alike and behind_name(parsed, quantity, parsed.entities) is not None
