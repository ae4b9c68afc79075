"""Canonical names: the fullest form of a thing in its article — and nothing merged that differs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from pipeline.records import EntityLabel
from pipeline.stages.entities.keys import (
    has_legal_form,
    initials,
    law_of,
    name_key,
    place_key,
    product_abbreviations,
    product_key,
    short_forms,
)
from pipeline.stages.entities.mention import Mention
from pipeline.stages.entities.vocabulary import ABBREVIATED_PLACES, SUFFIXES, is_common

PLACE_LABELS: Set[EntityLabel] = frozenset({"GPE", "LOC", "FAC"})

_SIGNS = str.maketrans("", "", "®™℠")
"""Signs of registration are no part of a name."""

_SHORTEST_SHOUTED = 3
"""Words of up to so many capitals are abbreviations."""

Key = tuple[str, str]
"""The kind of a thing and what all forms of its name share."""


def thing_key(name: str, label: EntityLabel) -> Key:
    """Return what all forms of one thing's name share whatever the article says; the labels of places are one kind."""
    if label in PLACE_LABELS:
        return "PLACE", place_key(name)
    return label, product_key(name) if label == "PRODUCT" else name_key(name)


def canonical_names(
    mentions: Sequence[Mention],
    terms: Mapping[str, str],
    headings: Set[str],
    elided: Mapping[str, str] | None = None,
    shortened: Mapping[str, str] | None = None,
) -> list[str]:
    """Return the canonical name of every mention, in order.

    `terms` holds the article's definitions, `headings` the ids of its titles' and headings' sentences, `elided` the
    full names of the models that stand in part after another ("the Orbit 9 and 9 Pro"), `shortened` those of the
    products that are called by a part of their name ("the Fold").
    """
    running = [m for m in mentions if m.sentence_id not in headings] or mentions
    things = _Things(mentions)
    things.tie_definitions(terms)
    things.tie_spellings()
    things.tie_companies(mentions, running)
    things.fill(elided or {})
    things.tie_products(shortened or {})
    people = _People(m.text for m in mentions if m.label == "PERSON")
    names = (people.name(m.text) if m.label == "PERSON" else things.name(m) for m in mentions)
    return [" ".join(name.split()) for name in names]  # a wrapped line may part a name


class _Things:
    """Forms of names tied into things, each with the fullest form seen."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.fullest: dict[Key, str] = {}
        self.tied: dict[Key, Key] = {}
        self.together: dict[str, set[str]] = defaultdict(set)
        for mention in mentions:
            key = thing_key(mention.text, mention.label)
            self.fullest[key] = max(self.fullest.get(key, ""), mention.text.translate(_SIGNS), key=_fullness)
            if mention.label == "PRODUCT":
                self.together[key[1]].add(mention.sentence_id)

    def name(self, mention: Mention) -> str:
        """Return the canonical name of a mention."""
        key = thing_key(mention.text, mention.label)
        key = self.tied.get(key, key)
        full = self.fullest[key]
        if mention.label == "ORG" and law_of(full) and law_of(mention.text) not in ("", law_of(full)):
            full = mention.text  # "Acme ASA", the parent of "Acme, Inc."
        return calm(full, place=key[0] == "PLACE")

    def tie(self, short: Key, full: Key) -> None:
        """Let one thing be another; a thing that others are tied to is not moved."""
        full = self.tied.get(full, full)
        if short != full and full in self.fullest and short in self.fullest and short not in self.tied.values():
            self.tied[short] = full

    def fill(self, elided: Mapping[str, str]) -> None:
        """Give the models that the article names in part their full names."""
        for part, full in elided.items():
            key = thing_key(part, "PRODUCT")
            if key in self.fullest:
                self.fullest[key] = max(self.fullest[key], full, key=_fullness)
                self.tie(thing_key(full, "PRODUCT"), key)

    def tie_definitions(self, terms: Mapping[str, str]) -> None:
        """Tie the terms that the article defines to what they stand for."""
        kinds: dict[str, list[str]] = defaultdict(list)
        for kind, key in self.fullest:
            kinds[key].append(kind)
        for term, name in terms.items():
            for kind in kinds.get(name_key(name), ()):
                self.tie((kind, name_key(term)), (kind, name_key(name)))

    def tie_companies(self, mentions: Sequence[Mention], running: Sequence[Mention]) -> None:
        """Tie a company's short name to its full one, and initials to the only company that they fit.

        `running` are those of the `mentions` in sentences: the short name does not come there before the full one
        has stood anywhere, unless a legal form tells already that it is the long one ("Acme Steel Inc.").  Of several
        longer names ("Acme Bank", "Acme Kapital") it is the only one that a reader knows by then.
        """
        order = {thing_key(m.text, m.label): m.start for m in reversed(running)}
        earliest = {thing_key(m.text, m.label): m.start for m in reversed(mentions)}
        longer: dict[tuple[str, bool], list[Key]] = defaultdict(list)
        initialled: dict[str, set[Key]] = defaultdict(set)
        companies = [(key, full) for key, full in self.fullest.items() if key[0] == "ORG"]
        for key, full in companies:
            forms, likely = short_forms(full)
            for short in forms:
                longer[short, likely].append(key)
            for letters in initials(full):
                initialled[letters].add(key)
        never = mentions[-1].end + 1 if mentions else 0
        for key, full in sorted(companies, key=lambda company: -len(company[1])):
            tails = list(dict.fromkeys(self.tied.get(long, long) for long in longer[key[1], True]))
            candidates = tails or longer[key[1], False]
            fitting = initialled[key[1]] - {key}
            if candidates and not has_legal_form(full):
                introduced = [long for long in candidates if earliest[long] < order.get(key, never)]
                if len(introduced) > 1:  # a title's short form aside
                    introduced = [long for long in introduced if order.get(long, never) < order.get(key, never)]
                sure = len(candidates) == 1 and has_legal_form(self.fullest[candidates[0]])
                if sure or len(introduced) == 1:
                    self.tie(key, *introduced or candidates)
            elif len(fitting) == 1 and len(full) > 2 and full.isupper():
                self.tie(key, *fitting)

    def tie_products(self, shortened: Mapping[str, str]) -> None:
        """Tie "Mi 9" to "Acme Mi 9" where Acme is a company of the article, and parts and plurals to what they mean.

        Numbers with and without the "s" in one sentence are two models: "the Orbit 5 and Orbit 5s".
        """
        companies = {product_key(key) for kind, key in self.fullest if kind == "ORG"}
        for kind, key in [key for key in self.fullest if key[0] == "PRODUCT"]:
            brand, _, rest = self.fullest[kind, key].partition(" ")
            if rest and product_key(brand) in companies:
                self.tie((kind, product_key(rest)), (kind, key))
        for kind, key in [key for key in self.fullest if key[0] == "PRODUCT"]:
            if key.endswith("s") and not (key[-2:-1].isdigit() and self.together[key] & self.together[key[:-1]]):
                self.tie((kind, key), (kind, key[:-1]))
        self._tie_product_tails()
        for part, full in shortened.items():
            if (called := thing_key(part, "PRODUCT")) not in self.tied:
                self.tie(called, thing_key(full, "PRODUCT"))

    def tie_spellings(self) -> None:
        """Tie a company's name written as one word to the same name in several ("QuillonLamps", "Quillon Lamps")."""
        spaced = {key.replace(" ", ""): (kind, key) for kind, key in self.fullest if kind == "ORG" and " " in key}
        for kind, key in [key for key in self.fullest if key[0] == "ORG"]:
            if key in spaced:
                self.tie((kind, key), spaced[key])

    def _tie_product_tails(self) -> None:
        """Tie "Max" and "X1 Max" to "Strand X1 Max" where one product alone has the longer name."""
        longer: dict[str, set[Key]] = defaultdict(set)
        products = [(key, full.split()) for key, full in self.fullest.items() if key[0] == "PRODUCT"]
        for key, words in products:
            for size in range(1, len(words)):
                longer[product_key(" ".join(words[-size:]))].add(self.tied.get(key, key))
            for short in product_abbreviations(" ".join(words)):
                longer[short].add(self.tied.get(key, key))
        for key, _ in sorted(products, key=lambda product: -len(product[1])):
            fitting = {self.tied.get(long, long) for long in longer[key[1]]} - {key}
            if len(fitting) == 1 and key not in self.tied:
                self.tie(key, *fitting)


class _People:
    """Full names by their parts, for the parts that stand alone."""

    def __init__(self, names: Iterable[str]) -> None:
        self.by_part: dict[str, str] = {}
        self.by_ends: dict[Key, str] = {}
        self.by_start: dict[str, str] = {}
        self.by_tail: dict[str, str] = {}
        full_names = [name for name in dict.fromkeys(names) if " " in name]
        for name in sorted(full_names, key=len):
            self.by_ends[_ends(name)] = name
            self.by_start[name.casefold().rpartition(" ")[0]] = name
            self.by_tail[name.casefold().partition(" ")[2]] = name
        for name in reversed(full_names):
            self._remember(name)

    def name(self, text: str) -> str:
        """Return the full name; a part goes to the full name last seen that holds it, else to the first."""
        if " " not in text:
            return self.by_part.get(text.casefold(), text)
        return self._remember(text)

    def _remember(self, name: str) -> str:
        """Return the longest form with the same ends ("Ada B. Cole") or a part more ("Ada Cole Ruiz")."""
        full = self.by_ends[_ends(name)]
        full = self.by_start.get(name.casefold(), full)
        full = self.by_tail.get(name.casefold(), full)
        self.by_part.update(dict.fromkeys(name.casefold().split(), full))
        return full


def _ends(name: str) -> Key:
    parts = name.casefold().split()
    return parts[0], parts[-1]


def calm(name: str, place: bool = False) -> str:
    """Return a name that is only ever seen in capitals in normal ones: a place, or a name of several words.

    Short words that are no common ones stay, as abbreviations ("HSBC Bank", "FTSE 100").
    """
    words = name.split()
    legal = {word for word in words[1:] if word in SUFFIXES and len(word) <= _SHORTEST_SHOUTED}
    several = sum(word.isalpha() and word not in legal for word in words) > 1
    if not name.isupper() or not (place or several) or len(name) <= _SHORTEST_SHOUTED or name in ABBREVIATED_PLACES:
        return name
    kept = 0 if place else _SHORTEST_SHOUTED
    return " ".join(word.title() if len(word) > kept or is_common(word.lower()) else word for word in words)


def _fullness(name: str) -> tuple[int, bool]:
    """Rank forms of one name: the longer one, and of equal ones that without shouting; else the first one counts."""
    return len(name), not name.isupper()
