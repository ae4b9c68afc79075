"""Nominal mentions: defined terms ("the Group") and definite nominals ("the company") of a company."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise

from pipeline.lexicon import alternatives, entries, rows
from pipeline.stages.entities.company import is_outsider
from pipeline.stages.entities.mention import Line, Mention
from pipeline.stages.entities.vocabulary import CLASSES, OPENERS, is_institution

_SUBJECT_BEFORE = CLASSES["pronoun"] | CLASSES["sayverb"] | {"according"}
_NEAR = 8
_RIVALS = frozenset({"rival", "rivals", "competitor", "competitors", "peer", "peers"})
"""Before a company that is only set beside the one the text is about."""
_PREPOSITIONS = CLASSES["preposition"] | {"("}


_STOPS = (
    OPENERS | CLASSES["grammar"] | CLASSES["preposition"] | CLASSES["numeral"] | frozenset(entries("nominal_stops"))
)
"""Words before a noun that make it another thing than the company in focus ("the supply chain")."""
_BASED = re.compile(r"[-–](?:based|headquartered|listed)$")
_LINK = re.compile(r"(?:['’]s)?(?:[-–]?\s?[a-z][\w-]*){0,5}\s")
"""What stands between the place of a company and its name: "Germany's Acme", "Lyon-based lamp maker Acme"."""
_GENERIC = frozenset({"company", "group", "firm", "corporation", "business"})
"""Nouns that fit any company: they mean the main one unless the text has gone on to another."""
_SUBORDINATE = re.compile(r"\b(?:after|as|because|since|when|though|although|before|until|where)\s$", re.IGNORECASE)
"""Before a nominal that tells more of its sentence's subject ("Acme fell after the company lost its licence")."""
_REACH = 12
"""Characters that hold the longest of these words."""
_SPOKEN_OF = 3
"""How often the text names a company that it goes on to, at least."""
_HOUSES = frozenset({"brokerage", "broker", "brokerage house", "broking house"})
"""Nouns of those who rate a company's shares."""
_PLACES = frozenset({"GPE", "NORP"})
_APPOSED = re.compile(r",\s(?:an?|the)\s(?:[a-z][\w-]*\s){0,2}")


@dataclass
class Focus:
    """The company that an article speaks of at a place: its main one, until another is a sentence's subject."""

    main: str | None
    current: str | None = None
    latest: dict[str, str] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    """The companies that the text has called by a place, by the place."""
    judge: str | None = None
    """The house last named that rates what the text is about."""
    mentions: Mapping[str, int] = field(default_factory=dict)
    """How often the article names each thing."""
    introduced: str | None = None
    """The company that a sentence has led up to."""
    before: str | None = None
    """The company in focus before the present sentence."""
    surveys: bool = False
    """Whether the main company is only whom the text has its figures from: then "the company" is another."""

    def enter(self, line: Line, named: Sequence[tuple[Mention, str]]) -> None:
        """Take in a sentence: a company that opens it comes into focus, and so does the main one where it is named."""
        companies = [(m, name) for m, name in named if m.label == "ORG" and not is_institution(f"{m.text} {name}")]
        self.before = self.current
        for _, name in companies:
            self.latest.update(dict.fromkeys(name.casefold().split(), name))
        self.judge = next((name for m, name in companies if _is_outsider(line, m)), self.judge)
        for place, name in _homes(line, named):
            self.homes.setdefault(place, name)
        if line.sentence.block in ("title", "heading"):
            self.current = self.main
        elif self.surveys:
            self.current = next((name for _, name in companies if name != self.main), self.current)
        elif companies and _is_told_last(line, companies[-1][0]):
            self.current = self.introduced = companies[-1][1]
        elif companies and named[0] == companies[0] and _is_subject(line, companies[0][0]):
            self.current = companies[0][1]
        elif self.main and any(name == self.main for _, name in companies):
            self.current = self.main

    def company(self, noun: str, modifiers: Sequence[str] = (), *, subordinate: bool = False) -> str | None:
        """Return what a nominal with this noun stands for; `subordinate` says that it opens a subordinate clause.

        That is the company of the place among its `modifiers`, the one last named so, else the one in focus.
        """
        for word in modifiers:
            if (place := home_of(_BASED.sub("", word))) in self.homes:
                return self.homes[place]
            if self.main and (word[0].isupper() or _BASED.search(word)):
                return self.main  # of whom else the text would have said where they are
        if noun in _HOUSES and self.judge:
            return self.judge
        fitting = [self.latest[word] for word in _nouns().get(noun, ()) if word in self.latest]
        if noun in _GENERIC and self.main and not self.surveys and not (subordinate or self._holds()):
            return self.main
        if self.current in fitting or not fitting:
            return self.current or self.main
        return fitting[0]

    def _holds(self) -> bool:
        """Tell whether another company than the main one was introduced or is in focus for more than this sentence."""
        if self.current is not None and self.current == self.introduced:
            return True
        return self.current == self.before and self.mentions.get(self.current or "", 0) >= _SPOKEN_OF


def _is_source(main: str, lines: Sequence[Line], named: Mapping[str, Sequence[tuple[Mention, str]]]) -> bool:
    """Tell whether most mentions of a company only say whom the text has its figures from."""
    cited = [
        _is_outsider(line, mention)
        for line in lines
        for mention, name in named.get(line.sentence.sentence_id, ())
        if name == main
    ]
    return sum(cited) > len(cited) / 2


def _homes(line: Line, named: Sequence[tuple[Mention, str]]) -> Iterator[tuple[str, str]]:
    """Yield the places that a sentence calls companies by, each with the company.

    The place stands before the name ("Germany's Acme", "Lyon-based lamp maker Acme") or in an apposition to it.
    """
    text, offset = line.sentence.text, line.sentence.start
    for (one, name), (other, next_name) in pairwise(named):
        between = text[one.end - offset : other.start - offset]
        if one.label in _PLACES and other.label == "ORG" and _LINK.fullmatch(between):
            yield home_of(name), next_name
        elif one.label == "ORG" and other.label in _PLACES and _APPOSED.fullmatch(between):
            yield home_of(next_name), name


def home_of(place: str) -> str:
    """Return one key for a place and its people ("German", "Germany"), in lower case."""
    return _peoples().get(place, place).casefold()


@cache
def _peoples() -> dict[str, str]:
    return {
        word: row["name"]
        for row in rows("places")
        for word in (*row["aliases"].split("|"), *row["people"].split("|"))
        if word
    }


def _is_subject(line: Line, mention: Mention) -> bool:
    """Tell whether a mention seems to be the subject of its sentence: near its start, after no preposition."""
    before = [token.low for token in line.tokens[: mention.first] if token.low != "the"]
    quoted = bool(before) and before[0] in ("“", '"', "'", "‘")
    after = line.tokens[mention.last].low if mention.last < len(line.tokens) else ""
    if after in CLASSES["outsider"] or _is_outsider(line, mention):
        return False  # "Acme analyst Ada Cole", "Acme Capital downgraded"
    near = len(before) <= _NEAR and _SUBJECT_BEFORE.isdisjoint(before)
    return near and not quoted and not (before and (before[-1] in _PREPOSITIONS or before[-1] in _RIVALS))


def _is_outsider(line: Line, mention: Mention) -> bool:
    offset = line.sentence.start
    return is_outsider(line.sentence.text, mention.start - offset, mention.end - offset)


def _is_told_last(line: Line, mention: Mention) -> bool:
    """Tell whether a sentence leads up to a company: "The latest of them is Acme."."""
    behind = line.sentence.text[mention.end - line.sentence.start :]
    before = line.tokens[mention.first - 1].low if mention.first else ""
    return before in ("is", "was") and not behind.strip(" .")


@cache
def _nouns() -> dict[str, tuple[str, ...]]:
    """Return the nouns of company nominals with the words that fitting names hold."""
    return {row["noun"]: tuple(filter(None, row["names"].split("|"))) for row in rows("company_nominals")}


def nominal_mentions(
    lines: Sequence[Line],
    named: Mapping[str, Sequence[tuple[Mention, str]]],
    terms: Mapping[str, str],
    main: str | None,
) -> Iterator[tuple[Mention, str]]:
    """Yield the nominals of companies with the canonical name that each stands for.

    `named` holds the names of each sentence with their canonical names, `terms` the defined terms ("the
    group") with theirs.  A defined term stands for its definition, a capitalised nominal for the article's
    main company, any other for the company in focus.
    """
    pattern, modified = _pattern(frozenset(term for term in terms if term.startswith("the "))), _modified()
    counts = Counter(name for inside in named.values() for _, name in inside)
    focus = Focus(main, mentions=counts, surveys=main is not None and _is_source(main, lines, named))
    for line in lines:
        inside = named.get(line.sentence.sentence_id, ())
        ends = {mention.end for mention, _ in inside if mention.label == "ORG"}
        focus.enter(line, inside)
        starts = {mention.start for mention, _ in inside}
        for match in pattern.finditer(line.sentence.text):
            mention = _mention(line, match)
            words = " ".join(match[0].casefold().split())
            ahead = line.sentence.text[max(0, match.start() - _REACH) : match.start()]
            subordinate = _SUBORDINATE.search(ahead) is not None
            name = terms.get(words) or _stands_for(match[0], words, focus, subordinate=subordinate)
            if name and mention.end not in ends and not _is_apposition(line, match, ends):
                yield mention, name
        for match in modified.finditer(line.sentence.text):
            mention, modifiers = _mention(line, match), match["modifiers"].split()
            titled = mention.end + 1 in starts or mention.end in ends
            if titled or _is_apposition(line, match, ends) or any(map(_is_stop, modifiers)):
                continue
            if name := focus.company(match["noun"].casefold(), modifiers):
                yield mention, name


@lru_cache(maxsize=100)
def _pattern(terms: frozenset[str]) -> re.Pattern[str]:
    nominals = [*(f"the {noun}" for noun in _nouns()), *terms]
    return re.compile(rf"\b{alternatives(nominals)}\b(?!['’]?-)", re.IGNORECASE)


@cache
def _modified() -> re.Pattern[str]:
    """Match a nominal with words before its noun: "the Oslo-based software firm"."""
    return re.compile(
        rf"\b[Tt]he\s(?P<modifiers>(?:[\w'’&-]+\s){{1,4}}?)(?P<noun>{alternatives(_nouns())})\b(?!['’]?-)(?!\sof\s)"
    )


def _is_stop(word: str) -> bool:
    low = word.casefold()
    return low in _STOPS or low.endswith(("est", "'s", "’s")) or low[0].isdigit() or low.endswith("-largest")


def _stands_for(written: str, words: str, focus: Focus, *, subordinate: bool) -> str | None:
    """Return what a nominal stands for; with a capital ("the Company") it is the article's main company."""
    if written.rsplit(maxsplit=1)[-1][0].isupper() and focus.main:
        return focus.main
    return focus.company(words.removeprefix("the "), subordinate=subordinate)


def _is_apposition(line: Line, match: re.Match[str], ends: Set[int]) -> bool:
    """Tell whether a nominal only describes the name before it: "Acme, the maker of tools"."""
    text = line.sentence.text
    if text[match.end() : match.end() + 1] in ("'", "’"):
        return False
    before = text[: match.start()].rstrip()
    return before.endswith(",") and line.sentence.start + len(before) - 1 in ends


def _mention(line: Line, match: re.Match[str]) -> Mention:
    offset = line.sentence.start
    return Mention(offset + match.start(), offset + match.end(), match[0], "ORG", line.sentence.sentence_id, "nominal")
