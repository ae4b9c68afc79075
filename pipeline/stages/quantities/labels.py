"""Decides what is no quantity: years, dates, versions, model names, list marks, codes, labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.language.numerals import UNITS
from pipeline.lexicon import entries, rows
from pipeline.records import Entity, Sentence
from pipeline.stages.quantities.amounts import Amount, Numeral
from pipeline.stages.quantities.counted_nouns import counted_noun
from pipeline.stages.quantities.cues import cue
from pipeline.stages.quantities.numerals import is_memory_pair
from pipeline.stages.quantities.spans import Spans
from pipeline.stages.quantities.tokens import HYPHENS, Tokens

_AFTER_HYPHEN = cue("after_hyphen")
_BEFORE_MANY = cue("before_many")
_BEFORE_ONE = cue("before_one")
_CLOCK = cue("clock")
_DAYTIME = cue("daytime")
_COUNTED_PERSON = cue("counted_person")
_ERA = cue("era")
_OPENER = cue("opener")
_NUMBERED = re.compile(r"([A-Z](?<!\w[A-Z])[\w&]*) ([0-9]++(?>(?:\.[0-9]++)*))")
_NUMBER = re.compile(r"[0-9.,]*+")
_PICTURES = cue("pictures")
_TO_A_YEAR = cue("to_a_year")
_UPGRADED = cue("upgraded")
_MARKS = frozenset({"®", "™"})
_LISTED = 4
"""The most numbers that share one label."""
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_LIST_MARKS = frozenset({"and", "or", "&", ","})
_SHOUTED = 3
_HOUR_DIGITS = 3
_SIDE_DIGITS = 3
_DESIGNATION = 3
"""Digits at least of a number that is a model's name by itself."""
_NAMES_LABELS = frozenset({"PRODUCT", "WORK_OF_ART", "LAW", "EVENT", "FAC"})


_MONTHS = {row["word"]: row["form"] for row in rows("months")}
LABELS = frozenset(entries("number_labels"))
"""Nouns that a number behind them labels."""


def _plain_words() -> frozenset[str]:
    """Words that begin a sentence with a capital and make no name with the number behind them."""
    opening = {word.lower() for word in entries("sentence_openers")} | set(entries("noun_stops")) | _OPENER
    bounds = {row["phrase"].split()[-1] for row in rows("bounds")}
    return frozenset(opening | bounds | {row["word"].split()[-1] for row in rows("changes")})


_PLAIN_WORDS = _plain_words()


_TAILS = frozenset(entries("name_tails"))


class Names:
    """What an article calls by a number: "Model 3", "Global 500", learned from its running text and its entities."""

    def __init__(self, text: str, sentences: Sequence[Sentence], entities: Iterable[Entity]) -> None:
        self._text = text
        self._sentences = sentences
        self._pairs: frozenset[tuple[str, str]] | None = None
        numbered = [e for e in entities if e.form == "name" and e.label in _NAMES_LABELS]
        ends = (
            word
            for e in numbered
            if e.label == "PRODUCT" and " " in e.text
            for word in (e.text.split()[0], e.text.split()[-1])
        )
        self._designations = frozenset(word for word in ends if word.isdigit() and len(word) >= _DESIGNATION)
        self._spans = Spans((e.start, e.end) for e in numbered if not _NUMBER.fullmatch(e.text))

    def __bool__(self) -> bool:
        return bool(self._spans)

    def holds(self, start: int, end: int) -> bool:
        """Say whether a name of the entity table holds the span."""
        return self._spans.hold(start, end)

    def designates(self, number: str) -> bool:
        """Say whether a product's name begins or ends with a number that stands for it: the "737" of "737 MAX"."""
        return number in self._designations

    def numbered(self, word: str, number: str) -> bool:
        """Say whether running text has the capitalised word with the number behind it."""
        if self._pairs is None:
            self._pairs = frozenset(
                pair
                for s in self._sentences
                if s.block in ("paragraph", "list_item")
                for pair in _NUMBERED.findall(self._text, s.start, s.end)
            )
        return (word, number) in self._pairs


_AUXILIARIES = frozenset("has have had is was will would can could does did may might".split())


def is_label(t: Tokens, amount: Amount, names: Names) -> bool:
    """Say whether a number without unit is part of a name, date, code or list and no amount."""
    n = amount.numeral
    if _joined(t, n.first, n.last) or _is_date(t, n.first, n.last) or _is_resolution(t, n):
        return True
    if n.spelled:
        return _spelled_label(t, n.first, n.last)
    if names and names.holds(*t.span(n.first, n.last)) and not _is_shouted(t, n.last):
        return True
    if n.scale > 1 or "," in t.words[n.first] or amount.signed:
        return False
    stands_for_noun = t.low[n.first - 1] == "the" and t.low[n.last] in _AUXILIARIES  # "orders for the 630 have risen"
    if n.plain and (stands_for_noun or names.designates(t.words[n.first])):
        return True
    if t.words[n.last].isdigit() and t.low[n.last + 1] in _ORDINAL_ENDINGS and t.glued[n.last + 1]:
        return True  # "159 4th Avenue"
    if t.words[n.last - 2] == "/" and n.last - n.first == 3 and not _is_fraction(t, n):
        return True  # "24/7", "9/11"
    return _enumerates(t, n.first, n.last) or _labelled(t, n.first) or _is_year(t, amount) or _named(t, amount, names)


def _is_shouted(t: Tokens, k: int) -> bool:
    """Say whether capitals tell no name, as all words about token `k` have them: "OPENS 50 STORES IN"."""
    return t.words[k].isupper() and len(t.words[k]) > _SHOUTED and t.words[k - 2].isupper() and t.words[k + 1].isupper()


def _is_resolution(t: Tokens, n: Numeral) -> bool:
    """Say whether the number is a resolution's name: the "4K" of "4K displays", not that of "4K units"."""
    if n.scale != 1000 or "".join(t.words[n.first : n.last]) not in ("2K", "4K", "5K", "6K", "8K"):
        return False
    return not _PICTURES.isdisjoint(t.low[n.last : n.last + 3])


def _is_fraction(t: Tokens, n: Numeral) -> bool:
    """Say whether digits round a slash are a fraction such as "3/4"."""
    return t.low[n.last] == "of" or (n.numerator < n.denominator and n.denominator in (2, 3, 4, 5, 8, 10, 16))


def _joined(t: Tokens, first: int, last: int) -> bool:
    """Look for letters, hyphens and points that touch the number ("Q3", "5G", "COVID-19", "1810.HK", "six-axis")."""
    before, after = t.words[first - 1], t.words[last]
    if (
        t.glued[first]
        and not _crosses(t, first - 1)
        and (before[-1].isalnum() or before in "/#@_:.’'+" or _hyphened(t, first - 1))
    ):
        return True
    if not t.glued[last] or _crosses(t, last):
        return False
    if after[0].isalpha() or after in "@_":
        return True
    if after in HYPHENS and t.glued[last + 1]:
        return not (
            t.words[last + 1][0].isdigit() or t.low[last + 1] in _AFTER_HYPHEN or _large_compound(t, first, last)
        )
    if after == "/" and is_memory_pair(t, last):
        return False
    return after in "./:" and t.glued[last + 1] and t.words[last + 1][0].isalnum()


def _crosses(t: Tokens, k: int) -> bool:
    """Say whether the token at `k` joins width and height, of three digits at least: "1920x1080"."""
    return t.low[k] in ("x", "×") and all(
        word.isdigit() and len(word) >= _SIDE_DIGITS for word in (t.words[k - 1], t.words[k + 1])
    )


def _hyphened(t: Tokens, k: int) -> bool:
    return t.words[k] in HYPHENS and t.glued[k] and t.words[k - 1][-1].isalpha() and t.low[k - 1] != "sub"


def _large_compound(t: Tokens, first: int, last: int) -> bool:
    big = last - first > 1 or "," in t.words[first] or (t.words[first].isdigit() and len(t.words[first]) == 3)
    return (big or t.low[last + 1] in _COUNTED_PERSON) and len(t.words[last + 1]) > 2 and t.words[last + 1].islower()


def _is_date(t: Tokens, first: int, last: int) -> bool:
    """Look for a month or a clock beside the number."""
    if _is_month(t, first - 1) or _is_month(t, last) or (t.words[first - 1] == "." and _is_month(t, first - 2)):
        return True
    if t.low[last] in _CLOCK or (t.low[last] == "o" and t.words[last + 1] in ("’", "'")):
        return True
    if t.low[last] == "in" and t.low[last + 1] == "the" and t.low[last + 2] in _DAYTIME:
        return len(t.words[first]) < _HOUR_DIGITS or t.low[first] in UNITS  # "at eight in the evening"
    return t.low[last] in _ERA and t.words[first].isdigit()


def _is_month(t: Tokens, k: int) -> bool:
    word = t.low[k]
    return word in _MONTHS and (_MONTHS[word] != "verb" or t.capital(k))


def _enumerates(t: Tokens, first: int, last: int) -> bool:
    """Look for list marks: "1." or "2)" at the beginning, "(3)", "[4]"."""
    before, after = t.words[first - 1], t.words[last]
    if first == t.first and after in (".", ")") and t.glued[last] and last + 1 < t.last:
        return True
    return (before == "(" and after == ")") or (before == "[" and after == "]")


def _labelled(t: Tokens, first: int) -> bool:
    """Look for a noun that the number labels: "section 3", "phases 2 and 3", "vol. 4", "Stock Code: 1810"."""
    if t.low[first - 1] == "to" and t.low[first - 2] in _UPGRADED and "." in t.words[first]:
        return True  # "Corvos 2.1 (upgradeable to 2.2)"
    earliest = first - 2 * _LISTED
    while first > earliest and t.low[first - 1] in _LIST_MARKS and t.words[first - 2].isdigit():
        first -= 2
    before = t.low[first - 1]
    if before == ":" and t.words[first - 2].isupper() and t.words[first - 3] in ("(", ";"):
        return True  # a stock code: "(HKEX: 9988)"
    if before in (".", ":", "#"):
        return t.low[first - 2] in LABELS and not (before == "." and first - 2 == t.first - 1)
    return before in LABELS


def _is_year(t: Tokens, amount: Amount) -> bool:
    n, i = amount.numeral, amount.numeral.first
    if not n.plain or len(t.words[i]) != 4 or not 1800 <= n.numerator < 2100:
        return False
    if t.low[i - 1] in _BEFORE_MANY or t.words[n.last] in ("x", "×"):
        return False
    round_number = n.numerator % 50 == 0
    return not (round_number and t.low[i - 1] not in _TO_A_YEAR and counted_noun(t, n.last))


def _named(t: Tokens, amount: Amount, names: Names) -> bool:
    """Look for a capitalised word before the number that makes a name with it ("Mi 9", "Global 500")."""
    i, last = amount.numeral.first, amount.numeral.last
    if t.words[last] in _TAILS or (t.words[last - 1].startswith("0") and len(t.words[i]) > 1 and "." not in t.words[i]):
        return True
    word = t.words[i - 1]
    if word in _MARKS and not t.words[i - 2].islower():
        return True  # "Helion™ 5.1 guidelines", "eHelm® 4"
    if amount.numeral.plain and _goes_with_name(t, i, last):
        return True
    listed = word in ("and", "or", "&") and len(t.words[i - 2]) == len(t.words[i]) and t.words[i - 2].isdigit()
    if listed and amount.numeral.plain and t.capital(i - 3) and t.low[i - 3] not in _PLAIN_WORDS and i - 3 != t.first:
        return True  # "Model 5000 and 7000 laptops"
    if not word[:1].isalpha() or not word[0].isupper() or t.low[i - 1] in _PLAIN_WORDS:
        return False
    noun = counted_noun(t, last)
    if t.title_case:
        return names.numbered(word, t.words[i]) or noun is None
    if i - 1 == t.first and noun:
        named = not word.endswith("s") or names.numbered(word, t.words[i])
        return named and not word.endswith(("ing", "ed"))  # "Opened 6 shops"
    return True


def _goes_with_name(t: Tokens, i: int, last: int) -> bool:
    """Say whether a number goes on with a name, an account or a model: "Lumo 3 15", "401(k)", "delivered a 727"."""
    series = t.words[i - 1].isdigit() and t.capital(i - 2) and t.low[i - 2] not in _PLAIN_WORDS | LABELS
    account = t.low[last : last + 3] == ["(", "k", ")"]
    long = t.low[i - 1] in ("a", "an") and len(t.words[i]) >= _DESIGNATION
    return series or account or (long and t.words[last] not in HYPHENS and counted_noun(t, last) is None)


def _spelled_label(t: Tokens, first: int, last: int) -> bool:
    """Look for names and pronouns in words: "Big Four", "another one"."""
    if t.capital(first) and first != t.first and not t.title_case:
        return t.words[first - 1] not in ':“"‘•–—' and t.words[first - 1][-1:] not in ".!?"
    return t.low[first] == "one" and last == first + 1 and t.low[first - 1] in _BEFORE_ONE
