"""Candidates that the vocabulary's phrases name in the sentence, each with how it is tied to the figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from spacy.tokens import Token

from pipeline.records import Quantity
from pipeline.stages.claims.figures.respective import in_parallel, is_respective
from pipeline.stages.claims.metrics.heads import longer_names
from pipeline.stages.claims.metrics.mentions import (
    MetricMention,
    framed_mentions,
    governed_mentions,
    metric_mentions,
)
from pipeline.stages.claims.metrics.named import Named, snake_case
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.ranking import DECIDES, Candidate
from pipeline.stages.claims.syntax import INCLUDING, clause_head, is_noun, is_verb, subject_of

_PER_SHARE = ("eps", "dividend", "offer_price", "share_price", "price_target", "equity", "funds_from_operations")
NAMED = "named"
"""What speaks for a candidate whose words are the figure's own: "EBITDA of $8m"; no other words are meant."""
DISTANCES = (3, 12, 25, 50, 100)
"""Bounds in characters of the classes of distance between a phrase and a figure."""


def phrases(parsed: Parsed, quantity: Quantity, *, change_only: bool) -> Iterator[Candidate[Named]]:
    """Yield the phrases, and the verb's frame, that a quantity of this kind, unit and rate may be of."""
    mentions = [
        m
        for m in metric_mentions(parsed, None if change_only else quantity.kind)
        if _fits(m, quantity) and not (m.metric.name == "exchange_rate" and _in_amount(parsed, m))
    ]
    if change_only:
        mentions = [m for m in mentions if m.metric.type != "spec" or m.metric.kinds == {"percent"}]
    mentions = [m for m in mentions if not _enclosed(parsed, m, quantity)] or mentions
    anchor = parsed.root(quantity.start, quantity.end)
    form = "change" if change_only else quantity.kind
    partner = in_parallel(parsed, quantity, _apart(mentions))
    meant = _those_of(parsed, anchor, mentions)
    respective = partner is not None and is_respective(parsed, quantity)
    for mention in mentions:
        traits = set(_order(parsed, quantity, mention, mentions))
        if (
            change_only
            and quantity.end <= mention.start
            and _MOVE_IN.fullmatch(parsed.between(quantity.end, mention.start))
        ):
            traits.add(DECIDES)
        if meant is not None and mention.start == meant.start:
            traits.add(DECIDES)
        role = _role(parsed, anchor, mention)
        traits |= {role, f"{role}|{form}", f"{role}|{mention.metric.name}"}
        traits.add(f"says:{parsed.between(mention.start, mention.end).lower()}|{mention.metric.name}")
        if partner is not None:
            own = mention.start == partner.start
            traits |= {f"parallel:{own}"} | ({DECIDES} if own and respective else set())
        if _modifies(parsed, mention):
            traits |= {"modifies", f"modifies|{form}"}
        for called, version in [*_called(parsed, mention), *_adjusted(parsed, mention)]:
            named = {f"called:{version}|{mention.metric.standard}", f"called:{version}|{mention.metric.name}"}
            yield _candidate(mention._replace(name=called), f"metric.phrase.{role}", traits | named)
    for rule, framed in (("frame", framed_mentions), ("governed", governed_mentions)):
        for mention in framed(parsed, quantity, change_only=change_only):
            traits = {rule, f"{rule}|{form}", f"{rule}|{form}|{mention.metric.name}"}
            yield _candidate(mention, f"metric.{rule}", traits)
            for called, version in _adjusted(parsed, mention):
                named = {f"called:{version}|True", f"called:{version}|{mention.metric.name}"}
                yield _candidate(mention._replace(name=called), f"metric.{rule}", traits | named)


def _called(parsed: Parsed, mention: MetricMention) -> Iterator[tuple[str, str]]:
    """Yield the names that a phrase may give its metric: the vocabulary's, and that of the longer phrase around it."""
    yield mention.name, "published"
    seen = {mention.name, snake_case(parsed.between(mention.start, mention.end))}
    noun = parsed.root(mention.start, mention.end)
    if noun is not None and is_noun(noun):
        for version, name in longer_names(parsed, noun):
            if name not in seen:
                seen.add(name)
                yield name, version


_ITEMS = re.compile(
    r"\b(?:adjust(?:ed|ing)|exclud(?:ed|es|ing)|stripp(?:ed|ing)|leav(?:es|ing)\s+(?:out|aside)|before)\s"
    r"(?:[^\s,;.]+\s+){0,6}?(?:items?|charges?|costs?|gains?|losses|effects?|expenses|impairments?|compensation)\b"
    r"|\bon\s+an?\s+adjusted\s+basis\b",
    re.IGNORECASE,
)
"""What says of a whole clause that its profits are adjusted: "Excluding one-off charges, it earned $1 a share"."""


def _adjusted(parsed: Parsed, mention: MetricMention) -> Iterator[tuple[str, str]]:
    """Yield the adjusted profit that a sentence speaks of by saying what it leaves out, and where it says so."""
    if not mention.metric.qualified or mention.name != mention.metric.called:
        return
    if (place := _leaves_out(parsed.sentence.text)) is not None:
        yield f"adjusted_{mention.name}", f"adjusted.{place}"


@lru_cache(maxsize=16)
def _leaves_out(text: str) -> str | None:
    """Return where a sentence says what it leaves out, None where it does not: each of its figures asks."""
    match = _ITEMS.search(text)
    return None if match is None else "within" if match.start() else "opens"


def _apart(mentions: Sequence[MetricMention]) -> list[MetricMention]:
    """Return one mention for each place: a phrase may name several metrics."""
    return list({mention.start: mention for mention in mentions}.values())


def _candidate(mention: MetricMention, rule: str, traits: set[str]) -> Candidate[Named]:
    named = Named(mention.name, mention.metric)
    return Candidate(named.key, named, rule, (mention.start, mention.end), traits)


def _enclosed(parsed: Parsed, mention: MetricMention, quantity: Quantity) -> bool:
    """Tell whether brackets without a figure say what a metric is made of: "sales (at home + exports) of 7m"."""
    text, start = parsed.sentence.text, parsed.sentence.start
    opened = text.rfind("(", 0, mention.start - start)
    closed = text.find(")", opened) if opened >= 0 else -1
    if closed < mention.end - start or any(opened < q.start - start < closed for q in parsed.quantities):
        return False
    return _ADDED.search(text, opened, closed) is not None


def _fits(mention: MetricMention, quantity: Quantity) -> bool:
    if quantity.per == "share" and quantity.kind == "money":
        return mention.metric.name in (*_PER_SHARE, "net_profit", "net_loss")
    units = mention.metric.units
    return quantity.kind != "measure" or not units or quantity.unit in units


def _in_amount(parsed: Parsed, mention: MetricMention) -> bool:
    """Tell whether a currency's name only is the unit of an amount: "10 billion yuan"."""
    return any(q.start <= mention.start < q.end for q in parsed.quantities if q.kind == "money")


_LINK = re.compile(
    r"\s*\b(of|at|to|is|was|are|were|by|for|with|reached|hit|totall?ed)\s+"
    r"(?:(?:about|around|nearly|almost|roughly|approximately|over|just|only|some|up\s+to|at\s+least|(?:more|less)\s+than)\s+){0,2}",
    re.IGNORECASE,
)
"""What alone may part a metric's name from its figure: "a wheelbase of around 2.9 metres"."""


_OPENS = re.compile(
    r"(?:^|[.,;:–—•]\s*|(?:^|[,;]\s+)(?:and|but|while|as)\s+)(?:(?:the|its|their|our)\s+)?$", re.IGNORECASE
)
"""Before a metric that opens a clause and is its whole subject."""
_MOVED_TO = re.compile(
    r"\s+(?:(?:has|had|have|also|again|then|[a-z]+ly)\s+){0,2}(?:ris(?:es?|en|ing)|rose|climb(?:s|ed)?|fell|falls?|fallen|"
    r"drop(?:s|ped)?|slip(?:s|ped)?|improve[sd]?|increase[sd]?|decline[sd]?|decrease[sd]?|jump(?:s|ed)?|reache[sd]|hits?|"
    r"st(?:ood|ands)|edge[sd]|narrow(?:s|ed)|widen(?:s|ed)|grew|grows?|grown|total(?:s|l?ed)|amount(?:s|ed)|swell(?:s|ed)|"
    r"shr(?:ank|inks?|unk)|dip(?:s|ped)|surge[sd]?|soar(?:s|ed)|plunge[sd]?|sank|sinks?|ballooned|eased?)\s+"
    r"(?:(?:up|down|slightly|further)\s+)?(?:to|at|by)\s+(?:(?:about|around|nearly|almost|roughly|over|just|only|some)\s+){0,2}",
    re.IGNORECASE,
)
"""What alone may part a metric from the level that it moved to: "load factor climbs to 84.7%"."""
_ADDED = re.compile(r"\s?\+\s|\b(?:including|excluding|incl\.|excl\.)\s", re.IGNORECASE)
_VAGUE = frozenset({"growth", "margin", "net_loss"})
"""Metrics whose phrase may be the end of a longer one: "a gross loss of"."""
_PLAIN = frozenset(
    (
        "valuation",
        "market_capitalization",
        "load_factor",
        "order_backlog",
        "net_debt",
        "capital_expenditure",
        "occupancy",
    )
)
"""Metrics whose phrases mean nothing else before "of" and a figure."""
_EQUATES = frozenset({"of", "was", "is", "were", "are"})
_MOVE_IN = re.compile(r"\s+(?:[a-z]+\s+)?in\s+(?:(?:the|its|their|our|his|her|total|net|overall)\s+)*", re.IGNORECASE)
"""What parts a change from what changed: "a 12% drop in its shipments"."""


def _order(
    parsed: Parsed, quantity: Quantity, mention: MetricMention, mentions: Sequence[MetricMention]
) -> Iterator[str]:
    side = "after" if mention.start >= quantity.end else "before"
    low, high = min(quantity.end, mention.end), max(quantity.start, mention.start)
    gap = sum(high - low > bound for bound in DISTANCES)
    yield f"{side}|gap:{gap}"
    yield side
    ends_in_of = parsed.between(mention.end - 3, mention.end).lower() == " of"  # "valuation of"
    if side == "before" and (link := _LINK.fullmatch(parsed.between(low - 2 if ends_in_of else low, high))):
        yield f"linked:{link[1].lower()}"
        yield f"linked:{link[1].lower()}|{quantity.kind}"
        profit = mention.metric.type in ("revenue", "profit_loss") and mention.metric.name not in _VAGUE
        named = link[1].lower() == "of" and mention.metric.name in _PLAIN
        named = named or (link[1].lower() in _EQUATES and profit)
        if named and quantity.kind in ("money", "percent"):
            yield NAMED
    may = quantity.kind in mention.metric.kinds or quantity.change is not None
    alone = side == "before" and may and _OPENS.search(parsed.ahead(mention.start))
    if alone and _MOVED_TO.fullmatch(parsed.between(low, high)):
        yield NAMED
    figures = sum(low <= q.start < high for q in parsed.quantities)
    yield f"{side}|figures:{min(figures, 2)}"
    others = sum(low <= m.start < high and m.name != mention.name for m in mentions)
    yield f"{side}|phrases:{min(others, 2)}"
    if any(t.lower_ in ("and", "but", "while", ";") for t in parsed.tokens(low, high)):
        yield f"{side}|and"
    if not parsed.between(low, high).strip(" -"):
        yield f"{side}|touching"
    yield f"words:{min(len(parsed.between(mention.start, mention.end).split()), 3)}"


def _those_of(parsed: Parsed, anchor: Token | None, mentions: Sequence[MetricMention]) -> MetricMention | None:
    """Return the phrase that a clause's subject "those of", "that of" stands for: the last one named before it."""
    subject = subject_of(clause_head(anchor)) if anchor is not None else None
    if subject is None or subject.lower_ not in ("those", "that"):
        return None
    if not any(child.lower_ == "of" for child in subject.children):
        return None
    at = parsed.starts[subject.i]
    return max((m for m in mentions if m.end <= at), key=lambda m: m.start, default=None)


def _modifies(parsed: Parsed, mention: MetricMention) -> bool:
    """Tell whether a phrase only specifies a noun behind it: "sales staff", "net income tax benefit"."""
    noun = parsed.root(mention.start, mention.end)
    return noun is not None and noun.dep_ in ("compound", "amod", "nmod") and noun.head.i > noun.i


def _role(parsed: Parsed, anchor: Token | None, mention: MetricMention) -> str:
    """Return how a phrase is tied to the figure at `anchor` by the parse."""
    noun = parsed.root(mention.start, mention.end)
    if anchor is None or noun is None:
        return "unparsed"
    if noun == anchor or anchor.is_ancestor(noun):
        return "under" + _link(noun, anchor)
    if noun.is_ancestor(anchor):
        return ("verb" if is_verb(noun) else "over") + _link(anchor, noun)
    verb = clause_head(anchor)
    subject = subject_of(verb)
    if subject is not None and noun == subject:
        return "subject" + (".includes" if verb.lower_ in INCLUDING else "")
    if subject is not None and subject.is_ancestor(noun):
        return "in_subject" + _link(noun, subject)
    shared = next((node for node in anchor.ancestors if node.is_ancestor(noun)), None)
    if shared is not None and not is_verb(shared):
        return "beside" + _link(noun, shared)
    if clause_head(noun) == verb:
        return f"clause.{noun.dep_}"
    return "above" if clause_head(noun).is_ancestor(verb) else "elsewhere"


def _link(low: Token, high: Token) -> str:
    """Return how a token hangs below another: directly, by a preposition, or over a clause."""
    path = [low]
    for node in low.ancestors:
        if node == high:
            break
        path.append(node)
    if any(node.dep_ in ("relcl", "acl", "advcl", "conj", "appos", "ccomp") for node in path):
        return "." + next(n.dep_ for n in path if n.dep_ in ("relcl", "acl", "advcl", "conj", "appos", "ccomp"))
    prepositions = [node.lower_ for node in path if node.dep_ in ("prep", "agent")]
    if len(prepositions) > 1:
        return ".far"
    return f".{prepositions[0]}" if prepositions else f".{path[-1].dep_}" if len(path) < 3 else ".deep"
