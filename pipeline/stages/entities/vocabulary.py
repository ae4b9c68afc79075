"""The word lists of the stage as look-up tables, read once per process."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pipeline.lexicon import entries, rows
from pipeline.records import EntityLabel

SUFFIXES = frozenset(form for written in entries("company_suffixes") for form in (written, written.upper()))
"""Legal forms of companies, as written and in capitals."""

STATES = tuple(
    alias
    for row in rows("places")
    for alias in row["aliases"].split("|")
    if alias[-2:-1].islower() and alias.endswith(".")
)
"""Abbreviations of states ("Calif.")."""

ABBREVIATIONS = (
    *("Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "St.", "Jr.", "Sr.", "Bros.", "Sen.", "Rep.", "Gov."),
    *("Ph.D.", "Esq.", *STATES),
    *sorted(suffix for suffix in SUFFIXES if suffix.endswith(".")),
)
"""Abbreviations whose full stop belongs to the word."""


class Head(NamedTuple):
    """What a head noun says about a name: its label or NONE, how strongly, and where in the name it has to stand."""

    label: str
    weight: float
    last: bool
    before_of: bool
    first: bool


def _word_classes() -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = defaultdict(set)
    for row in rows("name_words"):
        classes[row["class"]].update(row["words"].split("|"))
    for file, key in (("months", "month"), ("weekdays", "weekday")):
        classes[key].update(row["word"] for row in rows(file))
    return {key: frozenset(words) for key, words in classes.items()}


def _heads() -> dict[str, tuple[Head, ...]]:
    heads: dict[str, list[Head]] = defaultdict(list)
    for row in rows("name_heads"):
        place, label = row["place"], row["label"]
        head = Head(label, float(row["weight"]), place in ("last", "both"), place in ("of", "both"), place == "first")
        for word in row["heads"].split("|"):
            heads[word].append(head)
    return {word: tuple(found) for word, found in heads.items()}


def _places() -> dict[str, EntityLabel]:
    places: dict[str, EntityLabel] = dict.fromkeys(entries("cities"), "GPE")
    for row in rows("places"):
        for name in (row["name"], *row["aliases"].split("|")):
            if name:
                places[name] = row["label"]  # type: ignore[assignment]
    return places


def _shouted(places: Mapping[str, EntityLabel]) -> dict[str, EntityLabel]:
    return {name.upper(): label for name, label in places.items() if len(name) > _LONGEST_CODE}


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the phrases of several words by their first word, in lower case, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    several = (tuple(phrase.lower().replace("'s", " 's").split()) for phrase in phrases if " " in phrase)
    for words in sorted(several, key=lambda words: (-len(words), words)):
        found[words[0]].append(words)
    return {first: tuple(all_words) for first, all_words in found.items()}


_PREFIXES = frozenset("mid pre post re non anti multi semi ultra sub inter co de ex self bi tri".split())
"""What stands before the hyphen of a common word."""


def is_common(word: str) -> bool:
    """Tell whether a word in lower case is a common English one, or its plural."""
    if "-" in word:
        return all(part in _PREFIXES or part in OPENERS or is_common(part) for part in word.split("-"))
    if word in COMMON or not word.endswith("s"):
        return word in COMMON
    return word[:-1] in COMMON or word[:-2] in COMMON or (word.endswith("ies") and f"{word[:-3]}y" in COMMON)


WORD_ENDINGS = tuple("ly ing ed ion ions ment ments ness ity ities able ables ful ers ists".split())
"""Endings that show a word to be an English one."""


def is_word(word: str) -> bool:
    """Tell whether a word in lower case is an English one, common or not, or its plural."""
    if word.endswith(WORD_ENDINGS) or is_common(word):
        return True
    return word in RARE or (word.endswith("s") and (word[:-1] in RARE or word[:-2] in RARE or f"{word[:-3]}y" in RARE))


_SHORT = 9
_DOUBTFUL = ("ion", "ity", "able", "ful", "ment", "ness")
"""Endings that make no English word of fewer letters by themselves ("Helion")."""


def is_heard(word: str) -> bool:
    """Tell whether a word in lower case is listed as English, or is long enough for its ending to tell."""
    doubtful = len(word) < _SHORT and word.endswith(_DOUBTFUL)
    return is_common(word) or word in RARE if doubtful else is_word(word)


CLASSES: Mapping[str, frozenset[str]] = _word_classes()
"""Word classes of `name_words.tsv`, with the months and weekdays."""


def is_institution(name: str) -> bool:
    """Tell whether a name holds a word for a body that is no company ("Stock Exchange", "University")."""
    return not CLASSES["institution"].isdisjoint(name.casefold().split())


HEADS: Mapping[str, tuple[Head, ...]] = _heads()
"""Head nouns of names, as written."""

_LONGEST_CODE = 3
_PLACES = _places()

PLACES: Mapping[str, EntityLabel] = _PLACES | _shouted(_PLACES)
"""Known places, as written and in capitals."""

COUNTRIES = frozenset(row["name"] for row in rows("places"))
"""Countries, states and regions."""

ABBREVIATED_PLACES = frozenset(name for name in _PLACES if name.isupper())
"""Places that are always written in capitals ("EMEA")."""

PEOPLES = frozenset(
    form for row in rows("places") for word in row["people"].split("|") if word for form in (word, word + "s")
) | frozenset(row["language"] for row in rows("languages") if row["people"])
"""Nationalities and the like, as written, with a plural."""

LANGUAGES = frozenset(row["language"] for row in rows("languages"))
ONLY_LANGUAGES = frozenset(row["language"] for row in rows("languages") if not row["people"])
"""Languages that no people is called after in the same word ("Hindi")."""

SAME_PLACE: Mapping[str, str] = {
    alias.casefold(): row["name"] for row in rows("places") for alias in row["aliases"].split("|") if alias
}
"""Other names of a place, in lower case, and its common name."""

GIVEN_NAMES = frozenset(entries("given_names"))
RARER_GIVEN_NAMES = frozenset(entries("rarer_given_names"))
RARER_CITIES = frozenset(entries("rarer_cities"))
PARTICLES = frozenset(entries("name_particles"))
NO_NAMES = frozenset(entries("no_name_words"))
WHOLE_WORDS = frozenset(entries("whole_words"))
"""Words for all of a market, which name nothing by themselves: "Global shipments rose"."""
NOMINAL_NOUNS = frozenset(row["noun"] for row in rows("company_nominals"))
"""Nouns that stand for a company behind "the", with a capital too: "The Bank has 2 million customers"."""
NO_NAME_PHRASES: Mapping[str, tuple[tuple[str, ...], ...]] = _by_first_word(NO_NAMES)
COMMON = frozenset(entries("common_words"))
METRIC_WORDS = frozenset(
    phrase for row in rows("metrics") for phrase in row["phrases"].split("|") if phrase.isalpha() and phrase.islower()
)
"""Single words that name a metric, not a thing: "Punctuality was 81%"."""
RARE = frozenset(entries("rare_words"))
KNOWN_PRODUCTS = frozenset(entries("known_products"))
KNOWN_COMPANIES = frozenset(entries("known_companies")) | frozenset(entries("known_organisations"))
STOCK_INDICES = frozenset(entries("stock_indices"))
STOCK_EXCHANGES = frozenset(entries("stock_exchanges"))
WIRES = frozenset(entries("distribution_wires"))
AGENCIES = frozenset(entries("news_agencies"))
DRUG_STEMS = entries("drug_stems")
BUSINESS_TAILS = frozenset(entries("business_tails"))
OPENERS = (
    frozenset(word.lower() for word in entries("sentence_openers"))
    | frozenset(word for row in rows("function_words") if row["language"] == "en" for word in row["words"].split())
    | CLASSES["grammar"]
)
"""Function words, in lower case: a capital of theirs only opens a sentence or stands in a headline."""

UNITS = frozenset(
    prefix + symbol.removeprefix("-")
    for row in rows("units")
    for prefix in ("", *row["prefixes"].split())
    for symbol in (*row["symbols"].split("|"), *row["words"].split("|"))
    if len(prefix + symbol.removeprefix("-")) > 1
)
"""Symbols and words of units as written, in the singular; a single letter may end the name of a model."""

CURRENCY_NAMES = frozenset(
    tuple(row["form"].rsplit(maxsplit=1))
    for row in rows("currencies")
    if row["use"] in ("name", "minor") and " " in row["form"]
)
"""Names of currencies that begin with a place or people, in lower case: that, and the last word."""

CURRENCIES = frozenset(
    row["form"] for row in rows("currencies") if row["use"].startswith(("symbol", "code")) and row["form"].isalpha()
)
"""Letters that stand for a currency before an amount, as written."""

CURRENCY_LETTERS = frozenset(row["form"] for row in rows("currencies") if row["use"] == "mark")
"""Letters that stand for a currency where some amount of an article tells so: "R2.4 billion"."""
