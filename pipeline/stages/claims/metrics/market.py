"""What is traded: share prices, indices and exchange rates, which market reports seldom name."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon import entries
from pipeline.records import Entity, Quantity
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.syntax import clause_head, subject_of
from pipeline.stages.claims.vocabulary import Metric, market_verbs, metrics

TRADED = frozenset({"share_price", "index", "exchange_rate", "oil_price", "market_capitalization"})
"""Metrics of a trading day: without a time of their own they hold on the day that the article reports on."""

_INDEX = re.compile(r"\d{2,4}$|\b(?:index|composite|average|industrials)\b", re.IGNORECASE)
_ARROW = re.compile(
    r"(?:\s*\([^)]{2,20}\))?\s+(?:up|down)\s+(?:by\s+|about\s+|more\s+than\s+|nearly\s+)?", re.IGNORECASE
)
_CURRENCY = re.compile(
    r"\b(?:dollar|pound|sterling|euro|yen|yuan|franc|rupee|won|peso|real|rand|krona|krone)\b", re.IGNORECASE
)
_FUNDS = frozenset({"fund", "funds", "portfolio", "portfolios", "partnership"})
"""What is held by investors: what it gains is its return."""
_HELD = re.compile(r"\s*\(\s*[-–−+]?\s*")
_OF_OTHERS = re.compile(r"\s+for\s+(?:the\s+)?[A-Z]")


def market_price(parsed: Parsed, quantity: Quantity) -> Metric | None:
    """Return what is traded where a figure follows a market verb and nothing else is named as measured.

    "Acme fell 4.6% to $68.64" is about its share price, "the FTSE 100 closed lower" about an index, "the
    pound slipped" about an exchange rate.
    """
    if quantity.kind not in ("money", "percent", "count", "number"):
        return None
    if headline := _before_arrow(parsed, quantity):
        return _quoted(headline.text)
    head = parsed.root(quantity.start, quantity.end)
    verb = clause_head(head) if head is not None else None
    subject = subject_of(verb) if verb is not None else None
    if verb is None or subject is None:
        return None
    if any(parsed.root(e.start, e.end) == subject and is_index(e.text) for e in parsed.entities):
        return metrics()["index"]
    predicate = " ".join([verb.text, *(t.text for t in verb.children if t.i > verb.i)][:4])
    if not market_verbs().match(predicate):
        return None
    if _CURRENCY.search(subject.text):
        return metrics()["exchange_rate"]
    named = [
        e for e in parsed.entities_in(*parsed.span(list(subject.subtree)))
        if e.label == "ORG" and parsed.root(e.start, e.end) == subject
    ]  # fmt: skip
    return _quoted(named[0].text) if named else None


def fund_return(parsed: Parsed, quantity: Quantity) -> Metric | None:
    """Return the return that a percentage is of: "our fund gained 2%", not the "1%" of "against 1% for the index"."""
    head = parsed.root(quantity.start, quantity.end)
    subject = subject_of(clause_head(head)) if head is not None else None
    if quantity.kind != "percent" or subject is None or subject.lower_ not in _FUNDS:
        return None
    return None if _OF_OTHERS.match(parsed.behind(quantity.end)) else metrics()["return"]


def holding_price(parsed: Parsed, quantity: Quantity, told: str | None) -> Metric | None:
    """Return the share price of a holding whose move brackets give after a return or index: "Acme (-3.4%)".

    `told` is the metric of the figure before.
    """
    if told not in ("return", "index", "share_price") or quantity.kind != "percent" or quantity.change is None:
        return None
    held = (e for e in parsed.entities if e.label == "ORG" and _HELD.fullmatch(parsed.between(e.end, quantity.start)))
    return metrics()["share_price"] if any(not is_index(e.name) for e in held) else None


def _before_arrow(parsed: Parsed, quantity: Quantity) -> Entity | None:
    """Return the company or index that a headline moves without a verb: "Acme up 5%"."""
    named = (e for e in parsed.entities if e.label == "ORG" and e.end < quantity.start)
    return next((e for e in named if _ARROW.fullmatch(parsed.between(e.end, quantity.start))), None)


def _quoted(name: str) -> Metric:
    return metrics()["index" if is_index(name) else "share_price"]


def is_index(name: str) -> bool:
    """Tell whether a name is that of a stock market index."""
    return name in _indices() or _INDEX.search(name) is not None


@cache
def _indices() -> frozenset[str]:
    return frozenset(entries("stock_indices"))
