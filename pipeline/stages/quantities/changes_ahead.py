"""Reads from the words before an amount that it is a change: "up 5%", "fell by 300", "an increase of 5%"."""

from __future__ import annotations

from pipeline.records import Trend
from pipeline.stages.quantities.amounts import Amount
from pipeline.stages.quantities.change_words import (
    ANY_ROLE,
    NOUN,
    NOUN_OR_BEHIND,
    NOUN_OR_VERB,
    PUSH,
    VERB,
    VERB_OR_ADVERB,
    VERB_OR_PUSH,
    is_relative,
)
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.phrases import Phrases
from pipeline.stages.quantities.tokens import Tokens

_ADDING = cue("adding")
_AGENT_VERB = cue("agent_verb")
_ARTICLE = cue("article")
_BASIS_PREPOSITION = cue("basis_preposition")
_BE = cue("be")
_BOOKED = cue("booked")
_BRINGING = cue("bringing")
_CLOSING = cue("market_close")
_GAIN = cue("gain")
_GIVEN_UP = cue("given_up")
_GROWTH_NOUN = cue("growth_noun")
_LEVEL_BOUND = cue("level_bound")
_PHRASAL_VERB = cue("phrasal_verb")
_RATE_NOUN = cue("rate_noun")
_SALE = cue("sale")
_SAVING = cue("saving")
_STANDING = cue("standing")
_VALUE_NOUN = cue("value_noun")
_BASIS = cue("basis")
_FILLERS = cue("change_filler")
_LEVEL = cue("to_level")
_PREPOSITIONS = frozenset({"in", "of", "with", "to", "for", "on", "at", "from", "its", "the", "a", "an"})
_LOSS = ("loss", "losses")
_STOPS = frozenset(",;:.()")


def changed_ahead(t: Tokens, amount: Amount, before: int) -> Trend | None:
    """Return the change that the words before an amount make it; `before` is its first token with its bound."""
    i, by = _before_adjectives(t, before), False
    while t.low[i - 1] in _FILLERS or (t.low[i - 1].endswith("ly") and len(t.low[i - 1]) > 4):
        if t.low[i - 1] == "of":
            return None if _is_booked_gain(t, amount, i - 1) else _noun_of(t, i - 1, percent=_is_rate(t, amount))
        by = by or t.low[i - 1] == "by"
        i -= 1 + (by and t.words[i - 2] == ",")  # "sales grew, by 6%"
    while t.low[i - 1] in _BASIS and t.low[i - 1] not in _BASIS_PREPOSITION:
        i -= 1
    if amount.upper and is_relative(amount) and t.low[i - 1] == "between":
        i -= 1  # "will fall between 5% and 7%"
    if (by is False and _is_part(t, amount)) or not _LEVEL_BOUND.isdisjoint(t.low[before : amount.first]):
        return None  # "cut 15% of its staff", "climbed above 3%"
    direct = VERB_OR_ADVERB.before(t.low, i) or _added(t, amount, i)
    if direct and (_is_adjective(t, i, direct[1]) or _is_phrasal(t, amount, direct[1] - 1) or _is_earned(t, amount)):
        return None
    if direct and not (amount.kind == "duration" and not by and t.low[i - 1] not in _ADDING):
        given = t.low[direct[1]] in _GIVEN_UP  # "gives up 25 km of range"
        grown = t.low[amount.after] == "of" and not (is_relative(amount) or by or given)
        return None if grown else direct[0]  # "it grew 25 tons of beans" has no change
    if by:
        noun_behind = t.low[amount.first - 1] in _ARTICLE and NOUN.at(t.low, amount.after)
        return None if noun_behind or _is_agent(t, i) else _verb_with_object(t, i)
    if amount.kind == "percent" and t.low[i - 1] == "at":
        return _standing(t, i - 2)
    brought = amount.kind == "percent" and t.low[i - 1] == "to" and not _BRINGING.isdisjoint(t.low[i - 10 : i - 1])
    pushed = _brought_to(t, i - 1) if brought else PUSH.before(t.low, i)
    if not is_relative(amount):
        return pushed[0] if pushed and _is_quoted_move(t, amount) else None
    return pushed[0] if pushed else _object_between(t, i) or _growth_as_subject(t, i)


def _brought_to(t: Tokens, to: int) -> tuple[Trend, int] | None:
    """Read "taking this year's gain", "trimming its loss for July" before the "to" of the whole change."""
    return next(filter(None, (NOUN_OR_BEHIND.before(t.low, k) for k in range(to, to - 7, -1))), None)


def _is_adjective(t: Tokens, i: int, first: int) -> bool:
    """Say whether the participle before token `i`, which begins at `first`, is an adjective: "advanced 3nm nodes"."""
    return t.low[i - 1].endswith("ed") and t.low[first - 1] in _PREPOSITIONS


def _is_phrasal(t: Tokens, amount: Amount, verb: int) -> bool:
    """Tell "Asia made up 50%", "picked up three orders", "closed down 12 shops" from "the index closed down 5%"."""
    if amount.kind == "count" and t.low[verb + 1] in _PHRASAL_VERB and t.low[verb + 2] == "up":
        return True
    quoted = t.low[verb] in _CLOSING and is_relative(amount) and t.low[amount.after] != "of"
    return t.low[verb] in _PHRASAL_VERB and not quoted


def _is_earned(t: Tokens, amount: Amount) -> bool:
    """Say whether money is earned and no change: "gained $704 million, or 15 cents per share"."""
    restated = amount.kind == "money" and t.low[amount.after : amount.after + 2] == [",", "or"]
    return restated and amount.numeral.scale > 1 and "share" in t.low[amount.after + 2 : amount.after + 8]


def _is_quoted_move(t: Tokens, amount: Amount) -> bool:
    """Say whether money is the move of a price: "lost 3 cents", "shed $1.20, or 1.6%"; "lost $5 million" is none."""
    if amount.kind != "money" or amount.numeral.scale > 1:
        return False
    if t.low[amount.after] in ("a", "per") and t.low[amount.after + 1] == "share":
        return False  # a result: "it lost 94 cents a share"
    return amount.divisor > 1 or (t.low[amount.after : amount.after + 2] == [",", "or"] and amount.value < 1000)


def _added(t: Tokens, amount: Amount, i: int) -> tuple[Trend, int] | None:
    """Read "adds ten days": what is added, but for counts and percentages, is a change; a measure is more of it."""
    if t.low[amount.first - 1] == "extra" and amount.kind in ("money", "measure", "duration"):
        return "up", i - 1
    saved = amount.kind == "money" and not _SAVING.isdisjoint(t.low[i - 2 : i])
    if saved and (t.low[i - 1] in _SAVING or len(t.low[i - 1]) < 5) and t.low[i - 1].isalpha():
        return "down", i - 1  # "saves it $12"
    adds = t.low[i - 1] in _ADDING and amount.kind in ("money", "measure", "duration")
    if adds and amount.kind == "measure" and "to" not in t.low[amount.after : amount.after + 5]:
        return None  # "adding 20,000 square feet"
    return ("up", i - 1) if adds else None


def _is_part(t: Tokens, amount: Amount) -> bool:
    """Say whether a percentage is a part of something that changes hands or goes, and not of a value."""
    if amount.kind != "percent" or t.low[amount.after] != "of":
        return False
    return _VALUE_NOUN.isdisjoint(t.low[amount.after + 1 : amount.after + 5])


def _before_adjectives(t: Tokens, i: int) -> int:
    """Skip an article with adjectives: "jumped by an even more impressive" 45%."""
    if _ARTICLE.isdisjoint(t.low[i - 5 : i]):
        return i
    for k in range(i - 1, i - 6, -1):
        if t.low[k] in _ARTICLE:
            return k
        if (
            t.low[k] == "by"
            or t.low[k] in _LOSS
            or not t.words[k].isalpha()
            or not t.words[k].islower()
            or t.low[k] in _LEVEL
            or ANY_ROLE.before(t.low, k + 1)
        ):
            return i
    return i


def _is_agent(t: Tokens, i: int) -> bool:
    """Say whether "by" behind `i` names what acts ("driven by 100 new lines") and not the amount of a change."""
    word = t.low[i - 1]
    return (word.endswith("ed") or word in _AGENT_VERB) and VERB_OR_PUSH.before(t.low, i) is None


def _is_booked_gain(t: Tokens, amount: Amount, of: int) -> bool:
    """Say whether the "gain of" money is one in the accounts: "a one-off gain of", "a gain of $5m on the sale"."""
    if amount.kind != "money" or t.low[of - 1] not in _GAIN:
        return False
    sold = t.low[amount.after] in ("from", "on") and not _SALE.isdisjoint(t.low[amount.after : amount.after + 4])
    return sold or t.low[of - 2] in _BOOKED


def _is_rate(t: Tokens, amount: Amount) -> bool:
    """Say whether a percentage stands alone: "a loss of 2%", but not "a loss of 12% of revenue"."""
    return amount.kind == "percent" and t.low[amount.after] != "of"


def _noun_of(t: Tokens, of: int, *, percent: bool) -> Trend | None:
    """Read "an increase of", "an increase in shipments of", "a growth rate of", and "a loss of" percent."""
    noun = NOUN.before(t.low, of)
    if noun:
        return noun[0]
    if percent and t.low[of - 1] in _LOSS:
        return "down"
    if t.low[of - 1] == ")" or t.low[of - 1] in _RATE_NOUN:
        level = "to" in t.low[of - 7 : of - 1] and t.low[of - 2] not in _GROWTH_NOUN
        return None if level else _nearest(t, of - 1, 9, NOUN_OR_VERB)
    for k in range(of - 1, of - 7, -1):
        if t.low[k] in ("in", "for"):
            noun = NOUN.before(t.low, k)
            return noun[0] if noun else None
        if t.words[k] in _STOPS:
            break
    return None


def _standing(t: Tokens, k: int) -> Trend | None:
    """Read "the drop in volume stood at", "growth slowed at": the token at `k` is before the "at"."""
    if t.low[k] in _STANDING:
        return _noun_of(t, k, percent=True)
    verb = VERB.before(t.low, k + 1)
    return verb[0] if verb else None


def _verb_with_object(t: Tokens, i: int) -> Trend | None:
    """Read "cut its growth forecast by", "an increase in output by": the nearest verb of change, else noun."""
    return _nearest(t, i, 12, VERB_OR_PUSH) or _nearest(t, i, 12, NOUN)


def _nearest(t: Tokens, end: int, reach: int, phrases: Phrases[Trend]) -> Trend | None:
    for k in range(end, max(end - reach, t.first), -1):
        found = phrases.before(t.low, k)
        if found:
            return found[0]
        if t.words[k - 1] in ",;:.":
            return None
    return None


def _object_between(t: Tokens, i: int) -> Trend | None:
    """Read "raised prices 5%", "saw revenue growth 12%": up to three plain words between verb and percentage."""
    for k in range(i, i - 4, -1):
        word = t.low[k - 1]
        if word in _LEVEL or word in _BE or not word.isalpha():
            return None
        found = VERB_OR_PUSH.before(t.low, k)
        if found:
            return found[0]
    return None


def _growth_as_subject(t: Tokens, i: int) -> Trend | None:
    """Read "growth was 5%", "the increase was 5%", "growth slowed to 5%": the amount is itself a rate of growth."""
    noun = NOUN.before(t.low, i - 1) if t.low[i - 1] in _BE else None
    if noun:
        return noun[0]
    for k in range(i - 1, max(i - 9, t.first - 1), -1):
        if t.low[k] in _GROWTH_NOUN:
            return "up"
        if t.words[k] in _STOPS or t.low[k][:1].isdigit():
            return None
    return None
