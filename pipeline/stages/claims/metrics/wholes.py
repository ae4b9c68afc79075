"""Candidates for a percentage that says how much of a whole something makes up: of a market, of sales, of staff."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.language.inflection import singular
from pipeline.records import ClaimType, Quantity
from pipeline.stages.claims.metrics.named import Named
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.ranking import DECIDES, Candidate
from pipeline.stages.claims.vocabulary import metrics

SHARES = ("revenue_share", "sales_share", "market_share")
"""The metrics that a share of a whole may be of where the whole is named by a noun or a pronoun."""

_OF = r"\s+of\s+(?:(?:the|its|their|our|all|these|those|group|total|whole|overall)\s+)*"
_WHOLES = {
    "market": re.compile(rf"{_OF}(?:[\w'’&-]+\s+){{0,5}}?market\b", re.IGNORECASE),
    "sales": re.compile(rf"{_OF}(?:\w+\s+){{0,4}}?(?:revenues?|sales|turnover)\b", re.IGNORECASE),
    "volume": re.compile(
        rf"{_OF}(?:(?!and\b)[\w'’-]+\s+){{0,4}}?(?:shipments|volumes?|deliveries|units|orders|registrations|tally)\b",
        re.IGNORECASE,
    ),
    "staff": re.compile(
        rf"{_OF}(?:\w+\s+){{0,2}}?(?:staff|workforce|employees|workers|jobs|headcount)\b", re.IGNORECASE
    ),
    "total": re.compile(
        r"\s+of\s+(?:(?:the|its|their|our)\s+)?(?:\w+['’]s\s+)?(?:total|whole|group|that|it|this|them|these|those|which|all)\b",
        re.IGNORECASE,
    ),
    "things": re.compile(r"\s+of\s+(?:the\s+|its\s+|all\s+)?(?:[\w-]+\s+){0,3}?[a-z]+s\b"),
}
"""What a percentage is of, by the words behind it; the first that fits tells."""
_MAKES_UP = re.compile(
    r"(?:account|mak|made|represent|contribut|compris|constitut|captur|took|taken|taking|held|holds?|reach)\w*\s+"
    r"(?:up\s+|for\s+)?(?:\w+\s+){0,4}$",
    re.IGNORECASE,
)
_LISTED = re.compile(r"^(?:(?:\s*,|,?\s+(?:and|or))\s*[\d.]+\s*(?:%|per\s?cent))+", re.IGNORECASE)
"""The further percentages of a list: "18%, 17% and 12% of the market"."""
_CUTS = re.compile(r"\b(?:cut|la(?:y|id|ying)|shed|axe|dismiss|slash|eliminat|reduc|layoff|redundan|job loss)", re.I)


_OF_PEOPLE = re.compile(
    r"\s+of\s+(?:(?:the|its|their|all|these|those|our|new|existing|active|paying)\s+)*"
    r"(patients|participants|subjects|customers|buyers|subscribers|visitors|viewers|readers|shoppers|owners|members|clients"
    r"|passengers|households|guests|players|students|borrowers|tenants)"
    r"\s+(?:(?:in|on|from|with|over|under|at)\s+[^,.;]{3,40}?\s)?(?:now\s+|have\s+|had\s+|has\s+)?"
    r"(?:[a-z]+ed|pay|use|buy|stopped|chose|said|say|were|are|had|have|saw|lost|kept|took|take|opt|live|come|came|order|shop|plan|own)\b",
    re.IGNORECASE,
)
"""Behind a share of people of whom a verb tells something: "14% of patients on the pill stopped taking it"."""


_TOTAL = re.compile(r"\s+of\s+(?:the|its|their|our)\s+total\b(?!\s+[a-z])", re.IGNORECASE)
_SHARE_OF: Mapping[ClaimType, str] = {"revenue": "revenue_share", "sales_volume": "sales_share"}
"""What a share of a total is where the total was told to be of a type: "3 million phones, or 31% of the total"."""


def shares_of_whole(parsed: Parsed, quantity: Quantity, before: Sequence[Named]) -> Iterator[Candidate[Named]]:
    """Yield the share metrics of a percentage that is no change, with what it is of and how the clause says so.

    `before` are the metrics of earlier figures, the last first: "40% of it" is of what they measured.
    """
    if quantity.kind != "percent" or quantity.change or quantity.unit != "percent":
        return
    after, ahead = _LISTED.sub("", parsed.behind(quantity.end), count=1), parsed.ahead(quantity.start, 80)
    whole = next((name for name, pattern in _WHOLES.items() if pattern.match(after)), "-")
    if whole == "staff":
        rule = "cut_of_staff" if _CUTS.search(ahead) else "of_staff"
        yield _share(quantity, "layoff", {f"by:{rule}"})
    if people := _OF_PEOPLE.match(after):
        named = Named(singular(people[1].lower()), None)
        yield Candidate(named.key, named, "metric.of_people", (quantity.start, quantity.end), {DECIDES})
    makes = _MAKES_UP.search(ahead) is not None
    if whole == "-" and not makes:
        return
    last = next((named.metric.name for named in before if named.metric), "-")
    share = _share_of_total(parsed, quantity, last) if whole == "total" and _TOTAL.match(after) else None
    for name in SHARES:
        traits = {f"whole:{whole}|{name}", f"makes_up:{makes}|{whole}|{name}", f"after:{last}|{name}"}
        traits |= {f"after:{last}|{whole}|{name}", f"whole|{parsed.sentence.block}|{name}"}
        if share == name:
            traits.add(DECIDES)
        yield _share(quantity, name, traits)


def _share_of_total(parsed: Parsed, quantity: Quantity, told: str) -> str | None:
    """Return which share a percentage of "the total" is where the metric `told` last is sold: money's is of revenue."""
    share = _SHARE_OF.get(metrics()[told].type) if told != "-" else None
    parts = [q for q in parsed.quantities if q.end <= quantity.start and q.kind in ("money", "count")]
    if share is not None and parts:
        return "revenue_share" if parts[-1].kind == "money" else "sales_share"
    return share


def _share(quantity: Quantity, name: str, traits: set[str]) -> Candidate[Named]:
    named = Named(name, metrics()[name])
    return Candidate(named.key, named, "metric.of_whole", (quantity.start, quantity.end), traits)
