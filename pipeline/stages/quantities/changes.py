"""Says whether an amount is itself a change, and in which direction ("up 5%", "a 5% rise", "fell by 300")."""

from __future__ import annotations

from pipeline.lexicon import rows
from pipeline.records import Trend
from pipeline.stages.quantities.amounts import Amount
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.phrases import Phrases
from pipeline.stages.quantities.tokens import HYPHENS, Tokens

_ADDING = cue("adding")
_AGENT_VERB = cue("agent_verb")
_ARTICLE = cue("article")
_BASIS_PREPOSITION = cue("basis_preposition")
_BE = cue("be")
_BEHIND_COMPARE = cue("behind_compare")
_BEYOND = cue("compared_with")
_BOOKED = cue("booked")
_BRINGING = cue("bringing")
_CHANGE_STOP = cue("change_stop")
_CLOSING = cue("market_close")
_COMPARE_OR_LEVEL = cue("compare_or_level")
_COUNT_COMPARE = cue("count_compare")
_DETERMINER = cue("determiner")
_EXTRA = cue("extra")
_GAIN = cue("gain")
_GROWTH_NOUN = cue("growth_noun")
_LANDMARK = cue("landmark")
_LEVEL_BOUND = cue("level_bound")
_PERIOD = cue("period")
_PHRASAL_VERB = cue("phrasal_verb")
_POINTS = cue("points")
_RATE_NOUN = cue("rate_noun")
_SALE = cue("sale")
_SAVING = cue("saving")
_STANDING = cue("standing")
_TAKING_OFF = cue("taking_off")
_VALUE_NOUN = cue("value_noun")
_DIRECTION: dict[str, Trend] = {"up": "up", "down": "down"}
_BASIS = cue("basis")
_FILLERS = cue("change_filler")
_LEVEL = cue("to_level")
_STOPS = frozenset(",;:.()")
_JOBS = 100
"""From so many on, positions are jobs and not places in a ranking."""


def _by_role(*roles: str) -> Phrases[Trend]:
    return Phrases((r["word"], _DIRECTION[r["direction"]]) for r in rows("changes") if r["role"] in roles)


_VERB, _PUSH, _NOUN, _ADVERB, _COMPARE = map(_by_role, ("verb", "push", "noun", "adverb", "compare"))
_VERB_OR_ADVERB, _VERB_OR_PUSH = _by_role("verb", "adverb"), _by_role("verb", "push")
_NOUN_OR_VERB, _NOUN_OR_BEHIND = _by_role("noun", "verb"), _by_role("noun", "behind")
_ANY_ROLE = _by_role("verb", "push", "noun", "adverb")
_PAST = Phrases((r["word"], _DIRECTION[r["direction"]]) for r in rows("changes") if r["past"])
_SIGNS = frozenset(
    {*_ADDING, *_SAVING, *_TAKING_OFF, *_EXTRA, *_GROWTH_NOUN, *_ANY_ROLE.ends(), *_by_role("compare", "behind").ends()}
)
"""Words of which at least one stands near an amount that is a change."""
_AHEAD, _BEHIND = 16, 8  # tokens before and behind an amount that are near


def is_comparative(t: Tokens, i: int) -> bool:
    """Say whether a word at token `i` sets what is before it off from something: "less fuel", "brighter than"."""
    if t.low[i] in ("more", "less", "fewer"):
        return True
    return _COMPARE.at(t.low, i) is not None and not (t.low[i + 1].isalpha() and t.low[i + 1] not in _BEYOND)


def follows_past_change(t: Tokens, first: int) -> bool:
    """Say whether an amount at `first` follows a verb of change in the past ("rose 5% to 20%" is no range)."""
    end = first - 1 if t.low[first - 1] == "by" else first
    return _PAST.before(t.low, end) is not None or _ADVERB.before(t.low, end) is not None


def follows_change(t: Tokens, first: int) -> bool:
    """Say whether a verb or adverb of change stands right before token `first` ("up a third")."""
    return _VERB_OR_ADVERB.before(t.low, first) is not None


def read_change(t: Tokens, amount: Amount, before: int) -> None:
    """Set `amount.change`; `before` is the first token of the amount with its words of bound."""
    if amount.kind in ("rank", "ratio") or amount.change or t.low[amount.after] in _LANDMARK:
        return
    if amount.unit == "time" or (amount.kind == "multiple" and t.low[amount.after] == "as"):
        return  # "crashed three times", "twice as fast as": a level beside another
    if not _SIGNS.isdisjoint(t.low[max(before - _AHEAD, 0) : amount.after + _BEHIND]):
        amount.change = _ahead(t, amount, before) or changed_behind(t, amount)


def speaks_of_change(t: Tokens, end: int) -> bool:
    """Say whether the sentence has a word of change before token `end`, other than in "up to"."""
    return any(t.low[k] in _SIGNS and t.low[k + 1] != "to" for k in range(t.first, end))


def _is_relative(amount: Amount) -> bool:
    if amount.unit == "position" and amount.value >= _JOBS:
        return False  # "shed 820 positions"
    return amount.kind in ("percent", "multiple") or amount.unit in _POINTS


def _ahead(t: Tokens, amount: Amount, before: int) -> Trend | None:
    """Look at the words before the amount."""
    i, by = _before_adjectives(t, before), False
    while t.low[i - 1] in _FILLERS or (t.low[i - 1].endswith("ly") and len(t.low[i - 1]) > 4):
        if t.low[i - 1] == "of":
            return None if _is_booked_gain(t, amount, i - 1) else _noun_of(t, i - 1)
        by = by or t.low[i - 1] == "by"
        i -= 1 + (by and t.words[i - 2] == ",")  # "sales grew, by 6%"
    while t.low[i - 1] in _BASIS and t.low[i - 1] not in _BASIS_PREPOSITION:
        i -= 1
    if amount.upper and _is_relative(amount) and t.low[i - 1] == "between":
        i -= 1  # "will fall between 5% and 7%"
    if (by is False and _is_part(t, amount)) or not _LEVEL_BOUND.isdisjoint(t.low[before : amount.first]):
        return None  # "cut 15% of its staff", "climbed above 3%"
    direct = _VERB_OR_ADVERB.before(t.low, i) or _added(t, amount, i)
    if direct and (_is_phrasal(t, amount, direct[1] - 1) or _is_earned(t, amount)):
        return None
    if direct and not (amount.kind == "duration" and not by and t.low[i - 1] not in _ADDING):
        grown = t.low[amount.after] == "of" and not _is_relative(amount) and not by
        return None if grown else direct[0]  # "it grew 25 tons of beans" has no change
    if by:
        noun_behind = t.low[amount.first - 1] in _ARTICLE and _NOUN.at(t.low, amount.after)
        return None if noun_behind or _is_agent(t, i) else _verb_with_object(t, i)
    if amount.kind == "percent" and t.low[i - 1] == "at":
        return _standing(t, i - 2)
    brought = amount.kind == "percent" and t.low[i - 1] == "to" and not _BRINGING.isdisjoint(t.low[i - 8 : i - 1])
    pushed = _NOUN.before(t.low, i - 1) if brought else _PUSH.before(t.low, i)
    if not _is_relative(amount):
        return pushed[0] if pushed and _is_quoted_move(t, amount) else None
    return pushed[0] if pushed else _object_between(t, i) or _growth_as_subject(t, i)


def _is_phrasal(t: Tokens, amount: Amount, verb: int) -> bool:
    """Tell "Asia made up 50%", "closed down 12 shops" from "the index closed down 5%"."""
    quoted = t.low[verb] in _CLOSING and _is_relative(amount) and t.low[amount.after] != "of"
    return t.low[verb] in _PHRASAL_VERB and not quoted


def _is_earned(t: Tokens, amount: Amount) -> bool:
    """Say whether money is earned and no change: "gained $704 million, or 15 cents per share"."""
    restated = amount.kind == "money" and t.low[amount.after : amount.after + 2] == [",", "or"]
    return restated and amount.numeral.scale > 1 and "share" in t.low[amount.after + 2 : amount.after + 8]


def _is_quoted_move(t: Tokens, amount: Amount) -> bool:
    """Say whether money is the move of a price: "lost 3 cents", "shed $1.20, or 1.6%"; "lost $5 million" is none."""
    if amount.kind != "money" or amount.numeral.scale > 1:
        return False
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
            or not t.words[k].isalpha()
            or not t.words[k].islower()
            or t.low[k] in _LEVEL
            or _ANY_ROLE.before(t.low, k + 1)
        ):
            return i
    return i


def _is_agent(t: Tokens, i: int) -> bool:
    """Say whether "by" behind `i` names what acts ("driven by 100 new lines") and not the amount of a change."""
    word = t.low[i - 1]
    return (word.endswith("ed") or word in _AGENT_VERB) and _VERB_OR_PUSH.before(t.low, i) is None


def _is_booked_gain(t: Tokens, amount: Amount, of: int) -> bool:
    """Say whether the "gain of" money is one in the accounts: "a one-off gain of", "a gain of $5m on the sale"."""
    if amount.kind != "money" or t.low[of - 1] not in _GAIN:
        return False
    sold = t.low[amount.after] in ("from", "on") and not _SALE.isdisjoint(t.low[amount.after : amount.after + 4])
    return sold or t.low[of - 2] in _BOOKED


def _noun_of(t: Tokens, of: int) -> Trend | None:
    """Read "an increase of", "an increase in shipments of", "a growth rate of"."""
    noun = _NOUN.before(t.low, of)
    if noun:
        return noun[0]
    if t.low[of - 1] == ")" or t.low[of - 1] in _RATE_NOUN:
        level = "to" in t.low[of - 7 : of - 1] and t.low[of - 2] not in _GROWTH_NOUN
        return None if level else _nearest(t, of - 1, 9, _NOUN_OR_VERB)
    for k in range(of - 1, of - 7, -1):
        if t.low[k] == "in":
            noun = _NOUN.before(t.low, k)
            return noun[0] if noun else None
        if t.words[k] in _STOPS:
            break
    return None


def _standing(t: Tokens, k: int) -> Trend | None:
    """Read "the drop in volume stood at", "growth slowed at": the token at `k` is before the "at"."""
    if t.low[k] in _STANDING:
        return _noun_of(t, k)
    verb = _VERB.before(t.low, k + 1)
    return verb[0] if verb else None


def _verb_with_object(t: Tokens, i: int) -> Trend | None:
    """Read "cut its growth forecast by", "an increase in output by": the nearest verb of change, else noun."""
    return _nearest(t, i, 12, _VERB_OR_PUSH) or _nearest(t, i, 12, _NOUN)


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
        found = _VERB_OR_PUSH.before(t.low, k)
        if found:
            return found[0]
    return None


def _growth_as_subject(t: Tokens, i: int) -> Trend | None:
    """Read "growth was 5%", "the increase was 5%", "growth slowed to 5%": the amount is itself a rate of growth."""
    noun = _NOUN.before(t.low, i - 1) if t.low[i - 1] in _BE else None
    if noun:
        return noun[0]
    for k in range(i - 1, max(i - 9, t.first - 1), -1):
        if t.low[k] in _GROWTH_NOUN:
            return "up"
        if t.words[k] in _STOPS or t.low[k][:1].isdigit():
            return None
    return None


def changed_behind(t: Tokens, amount: Amount) -> Trend | None:
    """Return the change that the words after an amount make it: "a 5% yearly rise", "5% higher", "12% sales growth"."""
    k = amount.after
    if t.low[k] == "of" and _is_relative(amount):
        k += 1  # "290 basis points of improvement"
        while t.low[k] in _BASIS or t.words[k] in HYPHENS:
            k += 1
        noun = _NOUN.at(t.low, k)
        return noun[0] if noun else None
    if _is_taken_off(t, amount, k):
        return "down"
    if amount.kind == "money" and t.low[k] == "in" and t.low[k + 1] in _EXTRA:
        return "up"
    if t.low[k] in ("a", "an", "per") and t.low[k + 1] in _PERIOD:
        k += 2  # "500 tonnes a year lower"
    while t.low[k] in _BASIS or t.words[k] in HYPHENS:
        k += 1
    if t.words[k] == "," and t.low[k + 1] in _COUNT_COMPARE and "or" in t.low[amount.first - 2 : amount.first]:
        k += 1  # "33 points, or 0.4%, lower"
    compare = _COMPARE.at(t.low, k)
    if compare and (_is_relative(amount) or t.low[k] in _COUNT_COMPARE or _sets_off(t, amount, k, compare[1])):
        return None if t.low[k] in _COMPARE_OR_LEVEL and t.low[k + 1] == "to" else compare[0]
    if amount.kind in ("count", "rank", "duration") and not _is_relative(amount):
        return None
    return _noun_behind(t, amount, k)


def _noun_behind(t: Tokens, amount: Amount, k: int) -> Trend | None:
    """Look for a noun of change in the three words from token `k` on; "a $3m gain on the sale" is none."""
    if amount.kind == "money" and t.low[k] in _GAIN and t.low[k + 1] == "on":
        return None
    for step in range(3):
        noun = (_NOUN_OR_BEHIND if _is_relative(amount) else _NOUN).at(t.low, k + step)
        if noun and (step == 0 or _is_relative(amount)):
            return noun[0] if not t.is_hyphen(noun[1]) else None
        if not t.low[k + step].isalpha() or t.low[k + step] in _LEVEL | _CHANGE_STOP:
            return None
    return None


def _sets_off(t: Tokens, amount: Amount, k: int, end: int) -> bool:
    """Say whether an amount before a comparative is a difference: "0.4 mm thinner.", "€100 below the Pro"."""
    if t.low[end] == "than" or (t.low[k] == "off" and amount.kind == "money"):
        return True
    if amount.kind not in ("money", "measure"):
        return False
    if t.low[k] in _COMPARE_OR_LEVEL:
        return t.low[end] in _DETERMINER and t.low[amount.first - 1] not in _LEVEL
    goes_on = t.low[end] in _BEHIND_COMPARE and t.low[k] not in ("up", "down")
    return (goes_on or not t.words[end][:1].isalnum()) and not t.is_hyphen(end)


def _is_taken_off(t: Tokens, amount: Amount, k: int) -> bool:
    """Read "wiped $5m off", "$5m was wiped off": the verb stands up to three tokens before or behind."""
    if t.low[k] in _BE and not _TAKING_OFF.isdisjoint(t.low[k + 1 : k + 4]):
        return "off" in t.low[k + 2 : k + 5]
    return t.low[k] == "off" and not _TAKING_OFF.isdisjoint(t.low[amount.first - 3 : amount.first])
