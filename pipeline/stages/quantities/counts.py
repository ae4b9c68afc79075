"""Finds what a bare number counts: the noun behind it, or the metric before it ("shipments reached 146 million")."""

from __future__ import annotations

from pipeline.language.inflection import singular
from pipeline.lexicon import entries, rows
from pipeline.stages.quantities.amounts import Amount
from pipeline.stages.quantities.bounds import bound_after
from pipeline.stages.quantities.change_words import VERB_OR_PUSH, follows_change
from pipeline.stages.quantities.counted_nouns import counted_noun, ends_phrase, is_plural, single_noun
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.phrases import Phrases
from pipeline.stages.quantities.tokens import Tokens

_AGE = cue("age")
_AGE_BOUND = cue("age_bound")
_AGED_PERSON = cue("aged_person")
_DETERMINER = cue("determiner")
_NUMBER_OF = cue("number_of")
_SPELLED_LEVEL = cue("spelled_level")
_PERIODS = cue("periods")
_TURNOVER = cue("turnover")
_VERB_SUBJECT = cue("verb_subject")
_RELATIONS = frozenset("<=≤")
_MILLION = 10**6
_MANY = 1000
"""From so many on, deliveries are units delivered and no events."""

_BEHIND_VERB = cue("behind_verb")
_COUNTED_PERSON = cue("counted_person")


_METRICS = Phrases((row["metric"], row["unit"]) for row in rows("count_metrics"))
_VERBS = {row["verb"]: row["unit"] for row in rows("sold_verbs")}
_LEVEL_WORDS = frozenset(entries("level_words"))
_SCORE_WORDS = frozenset(entries("score_words"))


def read_count(t: Tokens, amount: Amount) -> bool:
    """Make a number without unit a count where a noun or metric says what it counts, else an age or a bare number."""
    if read_age(t, amount):
        return True
    n = amount.numeral
    if n.spelled and n.numerator == 0:
        return False  # "zero tolerance"
    behind = amount.after
    bound = bound_after(t, behind)
    behind = bound[1] if bound else behind
    if t.is_hyphen(behind):
        noun = _compound_noun(t, amount)
    else:
        single = n.value() == 1 and amount.upper is None
        noun = single_noun(t, behind) if single else counted_noun(t, behind)
    scored = n.scale < _MILLION and not _SCORE_WORDS.isdisjoint(t.low[amount.first - 4 : amount.first])
    if noun is None and (scored or (isinstance(n.value(), float) and n.scale == 1)):
        return _is_number(t, amount)
    if noun is None and n.value() != 1:
        noun = _from_metric(t, amount, behind)
    if noun is None:
        return _is_number(t, amount)
    amount.kind, (unit, amount.after) = "count", noun
    amount.unit = "unit" if unit in _TURNOVER and n.value() >= _MANY else unit
    for numeral in (n, amount.upper):
        if numeral and unit != "point" and numeral.denominator == 1000 <= numeral.numerator and numeral.scale == 1:
            numeral.denominator = 1  # "27.310 vans": no thing is counted in thousandths, so the point parts thousands
    return True


def read_age(t: Tokens, amount: Amount) -> bool:
    """Read "aged 62", "age of 62" and the age in years after a name: "Jane Doe, 54, said"."""
    i, n = amount.first, amount.numeral
    if n.scale > 1 or not 0 < n.numerator < 120 * n.denominator:
        return False
    named = t.low[i - 1] in _AGE or t.low[i - 2 : i] in (["age", "of"], ["aged", "between"]) or _is_age_limit(t, amount)
    apposed = n.plain and n.numerator > 15 and t.words[i - 1] == t.words[n.last] == "," and t.words[i - 2].isalpha()
    if not named and not (apposed and t.capital(i - 2) and t.words[n.last + 1].isalpha()):
        return False
    amount.kind, amount.unit = "duration", "year"
    return True


def _is_age_limit(t: Tokens, amount: Amount) -> bool:
    """Read "adults over 60": a number without noun behind a word of bound and one for persons."""
    i = amount.first
    persons = t.low[i - 1] in _AGE_BOUND and t.low[i - 2] in _AGED_PERSON
    return persons and amount.numeral.numerator > 12 and not t.words[amount.after][:1].isalnum()


def metric_at(t: Tokens, k: int) -> tuple[str, int] | None:
    """Return what the metric that begins at token `k` counts, and where its name ends; None where there is none."""
    return _METRICS.at(t.low, k)


def metric_before(t: Tokens, i: int) -> str | None:
    """Return what the metric named in the eight tokens before token `i` counts, None where there is none."""
    for k in range(i - 1, max(i - 9, t.first - 1), -1):
        found = _METRICS.at(t.low, k)
        if found and found[1] <= i:
            return found[0]
    return None


def _compound_noun(t: Tokens, amount: Amount) -> tuple[str, int] | None:
    """Read "a 2,000-strong workforce", "a 4,000-vehicle fleet"; below a hundred only persons, "a 96-patient study"."""
    k = t.after_hyphen(amount.numeral.last)
    if t.low[k] == "strong":
        metric = _METRICS.at(t.low, k + 1)
        return (metric[0] if metric else "person"), k + 1
    few = amount.value < 100 and t.low[k] not in _COUNTED_PERSON
    if k == amount.numeral.last or few or not t.words[k].isalpha() or len(t.words[k]) < 3:
        return None
    return singular(t.low[k]), k + 1


def _from_metric(t: Tokens, amount: Amount, behind: int) -> tuple[str, int] | None:
    unit = counted_beside(t, amount, behind) or counted_subject(t, amount)
    return (unit, behind) if unit else None


def counted_beside(t: Tokens, amount: Amount, behind: int) -> str | None:
    """Return what a metric or verb right beside the number counts: "3 million in sales volume", "sold 3 million"."""
    if t.low[behind] == "in":
        metric = metric_at(t, behind + 1)
        if metric:
            return metric[0]
    before = amount.first - 1
    return next((_VERBS[t.low[k]] for k in range(before, max(before - 4, t.first - 1), -1) if t.low[k] in _VERBS), None)


def counted_subject(t: Tokens, amount: Amount) -> str | None:
    """Return what the subject of the number counts where a word such as "reached" or "to" links the two."""
    if _at_level(t, amount) is None:
        return None
    return _subject(t, amount)


def _at_level(t: Tokens, amount: Amount) -> int | None:
    """Return the index of the word that links a subject with the number ("reached", "to"), None without one."""
    if amount.upper and t.low[amount.after] == "range":
        return amount.first - 1  # "inside the 100,000-108,000 range"
    for k in range(amount.first - 1, max(amount.first - 6, t.first - 1), -1):
        if t.low[k] in _LEVEL_WORDS:
            return k
        if t.words[k] in ",;" or t.words[k][:1].isdigit():
            return None
    return None


def _subject(t: Tokens, amount: Amount) -> str | None:
    """Return what the subject before a number counts: "number of X", else the nearest metric, else a plural noun.

    A small number in words needs a metric: "a rating that began with two" counts nothing.  Millions are no score.
    """
    first, n = amount.first, amount.numeral
    spelled, excluded = n.spelled and n.scale == 1, _PERIODS if n.scale >= _MILLION else _PERIODS | _SCORE_WORDS
    plural = metric = None
    for k in range(first - 1, max(first - 30, t.first - 1), -1):
        if t.words[k] == ";":
            break
        if t.low[k] in _NUMBER_OF and t.low[k + 1] == "of":
            noun = counted_noun(t, k + 2 + (t.low[k + 2] in _DETERMINER))
            if noun:
                return noun[0]
        if metric is None:
            found = _METRICS.at(t.low, k)
            if found and found[1] <= first:
                metric = found[0]
        if t.words[k].isalpha() and is_plural(t.low[k]) and not (_is_no_noun(t, k) or t.low[k] in excluded):
            plural = t.low[k]
            if k == first - 2 and t.low[k + 1] == "of":
                break  # "analysts expected net additions of 1.7 million"
    return metric or (singular(plural) if plural and not spelled else None)


def _is_no_noun(t: Tokens, k: int) -> bool:
    """Say whether the plural-looking word at token `k` is a verb ("it accepts", "drops to") or a name ("TavOS")."""
    if ends_phrase(t.low[k]) or t.low[k - 1] in _VERB_SUBJECT:
        return True
    if (t.low[k + 1] in _BEHIND_VERB or t.words[k + 1][:1].isdigit()) and VERB_OR_PUSH.at(t.low, k):
        return True
    return t.words[k][-1] == "S" and not t.words[k].isupper()


def _is_number(t: Tokens, amount: Amount) -> bool:
    """Make it a bare number where a score or index is spoken of, or where it is the level of something."""
    n = amount.numeral
    if n.spelled and n.scale == 1 and (n.value() == 1 or t.low[amount.first - 1] not in _SPELLED_LEVEL):
        return False
    if n.denominator > 1 and t.words[amount.first - 1] in _RELATIONS and t.low[amount.first - 2] == "p":
        amount.kind = "number"  # "p<0.001"
        return True
    window = t.low[max(amount.first - 12, t.first) : amount.first]
    limited = n.denominator > 1 and t.low[amount.first - 1] in ("below", "above")
    level = limited or (not (n.plain or n.spelled or t.words[n.first].endswith(".0")) and _at_level(t, amount))
    if level or not _SCORE_WORDS.isdisjoint(window) or follows_change(t, amount.first):
        amount.kind = "number"
    return amount.kind is not None
