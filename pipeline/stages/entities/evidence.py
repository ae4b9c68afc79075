"""What speaks for the labels of one name: guesses of the model, words beside it, the name itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from math import sqrt

from pipeline.records import EntityLabel
from pipeline.stages.entities.context import context_votes
from pipeline.stages.entities.intrinsic import intrinsic_votes
from pipeline.stages.entities.mention import Candidate
from pipeline.stages.entities.things import thing_sign
from pipeline.stages.entities.vocabulary import CLASSES, WORD_ENDINGS, is_common, is_heard

TRUST: Mapping[str, float] = {
    "GPE": 1.2, "ORG": 1.0, "PERSON": 1.0, "NORP": 0.8, "LOC": 0.8, "FAC": 0.7, "EVENT": 0.8,
    "PRODUCT": 0.8, "WORK_OF_ART": 0.4, "LAW": 0.5, "LANGUAGE": 0.6,
}  # fmt: skip
"""What one guess of the model is worth: it is least sure of what it saw least in training."""

HEADLINE, OPENER = 0.4, 0.2
"""What evidence is worth in a headline, where every word has a capital, and on a common word that opens a sentence."""

UNPLACED, UNPLACED_COMPANY = 0.35, 0.55
"""What is left of all guesses of a place that no list of places and no word beside it confirms, and what each mention
then says for a company: a place that is named often stands after "in" or "from" at least once."""

TERM, UNSAID = 1.5, 0.5
"""What a technical noun after an abbreviation says against a name ("QRV streams"), and the most that may speak for a
company then, beside guesses of one: the shape alone."""

UNLISTED, UNLISTED_COMPANY = 0.2, 0.5
"""What is left of all guesses of a people that no list of peoples holds and that does not end as a people's name does,
and what each mention then says for a company."""

_PEOPLE = re.compile(r".+(?:ans?|ish|ese|ites?|ists|crats?|fans)|[a-z]+o-.+")
"""What names of peoples and groups look like ("Ruritanian", "Lunarites", "Franco-Ruritanian")."""

_SHORTEST_UNHEARD = 4
_OF_PLACES = frozenset("in at near across outside around to".split())

THING, NO_COMPANY = 1.2, 0.4
"""What the signs of a thing say for a product and against a company, by their share of the mentions."""

THRESHOLD, GUESSED = 0.7, 0.35
"""How much evidence makes a name, without and with a guess of the model in running text."""

_AFTER_PHRASE = CLASSES["preposition"] | frozenset("only or is are was were can may will".split())

NONE = "NONE"
"""The label of what is no name."""

Scores = defaultdict[str, float]
"""Labels, NONE among them, with their weights."""


def add(scores: Scores, more: Mapping[str, float]) -> None:
    """Add the weights of `more` to `scores`."""
    for label, weight in more.items():
        scores[label] += weight


def best(scores: Mapping[str, float]) -> tuple[str, float]:
    """Return the label with the highest score and the score; NONE and 0 where there is none."""
    return max(scores.items(), key=lambda item: item[1], default=(NONE, 0.0))


def decided(scores: Mapping[str, float], least: float = THRESHOLD) -> EntityLabel | None:
    """Return the label with the highest score, None where that is NONE or is below `least`."""
    label, score = best(scores)
    return None if label == NONE or score < least else label  # type: ignore[return-value]


@dataclass
class Evidence:
    """What speaks for the labels of one name in all its mentions."""

    key: str
    guesses: Scores = field(default_factory=lambda: defaultdict(float))
    votes: Scores = field(default_factory=lambda: defaultdict(float))
    own: Scores = field(default_factory=lambda: defaultdict(float))
    surfaces: set[str] = field(default_factory=set)
    least: float = THRESHOLD
    mentions: float = 0.0
    technical: bool = False
    things: float = 0.0
    is_plain: bool = False
    unheard: bool = False

    def take(self, candidate: Candidate, lower: Set[str]) -> None:
        """Take in one mention of the name; `lower` holds the words that the article also writes small."""
        factor = OPENER if candidate.is_opener else HEADLINE if candidate.line.headline else 1.0
        self.mentions += factor
        self.technical = self.technical or _is_before_technical_noun(candidate)
        if candidate.label:
            self.guesses[candidate.label] += factor
            self.least = self.least if candidate.line.headline else GUESSED
        for label, weight in context_votes(candidate.line, candidate.first, candidate.last).items():
            self.votes[label] += factor * weight
        if sign := thing_sign(candidate):
            self.things += sign
            self.is_plain = self.is_plain or _is_plain(candidate, lower)
        if not (candidate.label or self.unheard):
            self.unheard = _is_unheard(candidate, lower)
        if candidate.text not in self.surfaces:
            self.surfaces.add(candidate.text)
            self._take_own(intrinsic_votes(candidate, lower))

    def _take_own(self, own: Mapping[str, float]) -> None:
        """Count what a form of the name says of itself, what another form has said only where it is stronger."""
        for label, weight in own.items():
            before = self.own[label]
            if abs(weight) > abs(before):
                self.own[label] = weight
                self.votes[label] += weight - before

    def scores(self, persons: float = 1.0, is_model: bool = False) -> Scores:
        """Return the labels' scores; the model's guesses count by their square root, since it repeats its errors.

        `persons` is the share that guesses and votes for a person keep; `is_model` says that the name stands at the end
        of a product's longer one.
        """
        scores = self.votes.copy()
        for label, count in self.guesses.items():
            scores[label] += TRUST[label] * sqrt(count)
        if "GPE" in self.guesses and self.votes.get("GPE", 0.0) <= 0:
            scores["GPE"] -= TRUST["GPE"] * (sqrt(self.guesses["GPE"]) - UNPLACED)
            scores["ORG"] += UNPLACED_COMPANY * sqrt(self.mentions)
        if "FAC" in self.guesses and self.votes.get("FAC", 0.0) <= 0:
            scores["FAC"] -= TRUST["FAC"] * (sqrt(self.guesses["FAC"]) - UNPLACED)
            scores["ORG"] += UNPLACED_COMPANY * sqrt(self.mentions)
        if "NORP" in self.guesses and self.votes.get("NORP", 0.0) <= 0 and not _PEOPLE.fullmatch(self.key):
            scores["NORP"] -= TRUST["NORP"] * (sqrt(self.guesses["NORP"]) - UNLISTED)
            scores["ORG"] += UNLISTED_COMPANY * sqrt(self.mentions)
        if self.things and (is_model or not self.is_plain):
            share = self.things / sqrt(self.mentions)
            scores["PRODUCT"] += THING * share
            scores["ORG"] -= NO_COMPANY * share
        if scores["PERSON"] > 0:
            scores["PERSON"] *= persons
        if self.is_term:
            scores["ORG"] = self.votes["ORG"]
            scores["NONE"] += TERM
        return scores

    @property
    def is_term(self) -> bool:
        """Whether the name is an abbreviation that stands before a technical noun and is nowhere said to act."""
        capitals = all(surface.isalpha() and surface.isupper() for surface in self.surfaces)
        return self.technical and capitals and self.votes.get("ORG", 0.0) <= UNSAID


def _is_before_technical_noun(candidate: Candidate) -> bool:
    """Tell whether a technical noun follows that ends its phrase ("QRV streams.", not "QRV signals cuts")."""
    following = candidate.line.tokens[candidate.last : candidate.last + 2]
    if not following or following[0].low not in CLASSES["techhead"]:
        return False
    return len(following) == 1 or following[1].kind == "mark" or following[1].low in _AFTER_PHRASE


def _is_plain(candidate: Candidate, lower: Set[str]) -> bool:
    """Tell whether a name is made of common words, as what a contract defines is ("the Arrangement")."""
    words = (token.low for token in candidate.line.tokens[candidate.first : candidate.last])
    return all(word in lower or is_common(word) or word.endswith(WORD_ENDINGS) for word in words)


def _is_unheard(candidate: Candidate, lower: Set[str]) -> bool:
    """Tell whether a name in running text begins with a word that is no English one, as far as is known.

    What stands after "in" or "at" is a place as often as a company; capitals inside a word are a thing's as often.
    """
    tokens, first = candidate.line.tokens, candidate.first
    word = tokens[first]
    if candidate.line.headline or candidate.line.sentence.block != "paragraph" or not word.text.istitle():
        return False
    if len(word.low) < _SHORTEST_UNHEARD or not word.low.isalpha() or (first and tokens[first - 1].low in _OF_PLACES):
        return False
    return not (word.low in lower or word.low in CLASSES["month"] or is_heard(word.low))
