"""Candidates that no phrase names: a label, a share of a whole, the counted thing, the unit, what is traded."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.language.inflection import singular
from pipeline.records import Quantity
from pipeline.stages.claims.metrics.counted import count_metric, is_generic, unit_metric
from pipeline.stages.claims.metrics.market import market_price
from pipeline.stages.claims.metrics.mentions import metric_mentions, published
from pipeline.stages.claims.metrics.named import Named, snake_case
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.ranking import Candidate
from pipeline.stages.claims.syntax import clause_head, subject_of
from pipeline.stages.claims.vocabulary import Metric, metrics, nominals

CARRIED = 5
"""Different metrics of earlier figures that a reader may carry on."""

_SALES = r"(?:revenues?|sales|turnover)\b"
_OF_MARKET = re.compile(r"\s+of\s+(?:the\s+|its\s+)?(?:[\w'’&-]+\s+){0,5}?market\b", re.IGNORECASE)
_OF_SALES = re.compile(rf"\s+of\s+(?:\w+\s+){{0,4}}?{_SALES}", re.IGNORECASE)
_OF_VOLUME = re.compile(
    r"\s+of\s+(?:(?!and\b)[\w'’-]+\s+){0,4}?(?:shipments|volumes?|deliveries|units|orders|registrations)\b",
    re.IGNORECASE,
)
_OF_TOTAL = re.compile(
    r"\s+of\s+(?:(?:the|its|their|our)\s+)?(?:total|whole|group|that|it|this|them|which|all)\b", re.IGNORECASE
)
_OF_STAFF = re.compile(
    r"\s+of\s+(?:(?:its|the|their|our)\s+)?(?:\w+\s+){0,2}?(?:staff|workforce|employees|workers|jobs|headcount)\b",
    re.IGNORECASE,
)
_MAKES_UP = re.compile(
    r"(?:account|mak|made|represent|contribut|compris|constitut)\w*\s+(?:up\s+|for\s+)?(?:\w+\s+){0,4}$",
    re.IGNORECASE,
)
_LISTED = re.compile(r"^(?:(?:\s*,|,?\s+(?:and|or))\s*[\d.]+\s*(?:%|per\s?cent))+", re.IGNORECASE)
"""The further percentages of a list: "18%, 17% and 12% of the market"."""
_CUTS = re.compile(r"\b(?:cut|la(?:y|id|ying)|shed|axe|dismiss|slash|eliminat|reduc|layoff|redundan|job loss)", re.I)
_LABEL = re.compile(r"([A-Z][\w /’'-]{2,40}?)(?:\s*\([^)]*\))?:\s")


def suggestions(
    parsed: Parsed, quantity: Quantity, *, change_only: bool, before: Sequence[Named]
) -> Iterator[Candidate[Named]]:
    """Yield what a figure suggests by its label, its unit or its clause, and the metrics of the figures `before`."""
    yield from _label(parsed, quantity)
    if not change_only:
        yield from _of_whole(parsed, quantity, before)
        if quantity.kind == "count":
            yield from _found(count_metric(parsed, quantity), "generic" if is_generic(quantity) else "count", quantity)
        yield from _found(unit_metric(parsed, quantity), "unit", quantity)
    yield from _found(market_price(parsed, quantity), "market", quantity)
    if quantity.kind == "money":
        yield from _of_money(parsed, quantity)
    if quantity.kind == "duration":
        yield Candidate("time|", Named("time", None), "metric.time", None, {"time"})
    if quantity.kind == "percent":
        yield from _margin(parsed, quantity, before)
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
    yield Candidate(Named(name, None).key, Named(name, None), "metric.label", span, traits)


def _of_whole(parsed: Parsed, quantity: Quantity, before: Sequence[Named]) -> Iterator[Candidate[Named]]:
    """Yield the share metric of a percentage that says how much of a whole something makes up."""
    if quantity.kind != "percent" or quantity.change or quantity.unit != "percent":
        return
    after, ahead = _LISTED.sub("", parsed.behind(quantity.end), count=1), parsed.ahead(quantity.start, 80)
    if _OF_MARKET.match(after):
        yield from _found(metrics()["market_share"], "of_market", quantity)
    if _OF_SALES.match(after):
        yield from _found(metrics()["revenue_share"], "of_sales", quantity)
    if _OF_STAFF.match(after):
        rule = "cut_of_staff" if _CUTS.search(ahead) else "of_staff"
        yield from _found(metrics()["layoff"], rule, quantity)
    if _OF_VOLUME.match(after):
        yield from _found(metrics()["sales_share"], "of_volume", quantity)
    if _OF_TOTAL.match(after) and _MAKES_UP.search(ahead):
        last = next((named.metric.name for named in before if named.metric), "-")
        for name in ("revenue_share", "sales_share"):
            rule = f"of_total.{'revenue' if last in ('revenue', 'revenue_share') else 'other'}"
            yield from _found(metrics()[name], rule, quantity)


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
    if _EQUALS.search(parsed.ahead(quantity.start, 12)):
        yield from _found(metrics()["exchange_rate"], "equals", quantity)


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


def _carried(parsed: Parsed, quantity: Quantity, before: Sequence[Named]) -> Iterator[Candidate[Named]]:
    """Yield the metrics of earlier figures, with how often each was told and how many others since."""
    anchor = parsed.root(quantity.start, quantity.end)
    subject = subject_of(clause_head(anchor)) if anchor is not None else None
    word = "none" if subject is None else subject.lower_ if subject.tag_ == "PRP" else subject.tag_
    sole = not metric_mentions(parsed, quantity.kind)
    told = Counter(before)
    for age, earlier in enumerate(list(told)[:CARRIED]):
        if earlier.name is None:
            continue
        per_share = quantity.kind == "money" and earlier.name == "eps" and quantity.per != "share"
        named = Named("net_profit", metrics()["net_profit"]) if per_share else earlier
        fits = named.metric is None or quantity.kind in named.metric.kinds
        traits = {
            f"carried:{age}|fits:{fits}", f"carried|fits:{fits}|sole:{sole}", f"carried|fits:{fits}|subject:{word}",
            f"carried|fits:{fits}|block:{parsed.sentence.block}", f"carried|fits:{fits}|told:{min(told[earlier], 4)}",
            f"carried|{named.metric.type if named.metric else '-'}|{min(told[earlier], 2)}|sole:{sole}",
        }  # fmt: skip
        yield Candidate(named.key, named, "metric.carried", None, traits)
