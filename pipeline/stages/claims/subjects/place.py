"""Where a claim stands in its sentence: its verb, its grammatical subject, the phrase around its figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Token

from pipeline.language.inflection import singular
from pipeline.records import ClaimType, Quantity, Subject
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.ranking import Candidate
from pipeline.stages.claims.subjects.memory import SubjectMemory
from pipeline.stages.claims.syntax import clause_head, is_noun, is_verb, subject_of
from pipeline.stages.claims.vocabulary import Metric, nominals, whole_words

_WORDS = {
    "we": "we", "our": "we", "us": "we", "ours": "we", "i": "I", "my": "I", "me": "I",
    "it": "it", "its": "it", "they": "they", "their": "they", "he": "he", "his": "he", "she": "he", "her": "he",
    "this": "this", "that": "this", "these": "this", "those": "this", "which": "which", "who": "which",
    "there": "there", "you": "you", "your": "you", "one": "one",
}  # fmt: skip
"""Classes of pronouns and possessives."""

_GROUPS: dict[ClaimType, str] = {
    **dict.fromkeys(("revenue", "profit_loss", "expense", "financial_report", "financing", "dividend"), "money"),
    **dict.fromkeys(("investment", "merger_acquisition", "deal"), "deal"),
    **dict.fromkeys(("sales_volume", "usage", "market_position"), "volume"),
    **dict.fromkeys(("product", "spec", "price"), "thing"),
    "security_value": "security",
    "rating": "rating",
    "employment": "people",
    "facility": "facility",
    "macroeconomics": "market",
}
"""What kind of subject a type of claim tends to have."""


_OF_DEVICES = frozenset({"memory", "storage", "screen_size", "battery_capacity", "camera_resolution", "refresh_rate"})


class Sought(NamedTuple):
    """What is known of a claim when its subject is sought.

    `anchor` is the token of the claim's figure or verb; `metric` its vocabulary entry, `figure` its quantity,
    `speaker` who says it, `source` whom it is taken from, `named` the words that name the metric, each where
    there is one.
    """

    anchor: Token
    type: ClaimType
    metric: Metric | None = None
    figure: Quantity | None = None
    speaker: str | None = None
    source: str | None = None
    named: tuple[int, int] | None = None

    @property
    def group(self) -> str:
        """The group of claims that share what they tend to be about."""
        return _GROUPS.get(self.type, "other")

    @property
    def of_device(self) -> bool:
        """Tell whether the claim measures what a device has and none of its chips."""
        return self.metric is not None and self.metric.name in _OF_DEVICES

    @property
    def inanimate(self) -> bool:
        """Tell whether the claim measures what no person has: a product's data, a company's sales or shares."""
        return self.metric is not None and self.group in ("thing", "volume", "security", "money", "market")


@dataclass
class Place:
    """The words around a claim: `phrase` are the nouns over its figure, up to the verb or the subject."""

    verb: Token
    subject: Token | None
    phrase: list[Token]
    kind: str
    """The class of the subject's word: a pronoun's class, a nominal's, "figure", "name", "noun" or "none"."""
    owner: str
    """The class of the subject's possessor."""
    voice: str
    """ "passive" where the subject undergoes what the verb says, else "active"."""
    holder: str
    """Whose the metric is by its own phrase.

    That is "name", "pronoun", "whole" ("global shipments"), "kind" ("tablet shipments"), "nobody" or "none".
    """

    @classmethod
    def of(cls, parsed: Parsed, sought: Sought) -> Place:
        """Return the place of a claim."""
        verb = clause_head(sought.anchor)
        subject = subject_of(verb)
        phrase = list(_phrase(sought.anchor, verb)) if sought.figure else []
        voice = "passive" if subject is not None and subject.dep_ == "nsubjpass" else "active"
        holder = _holder(parsed, sought.named) if sought.named else "none"
        return cls(verb, subject, phrase, _kind(parsed, subject, sought), _owner(subject), voice, holder)


def _phrase(anchor: Token, verb: Token) -> list[Token]:
    found = []
    for node in anchor.ancestors:
        if node == verb or is_verb(node):
            break
        if is_noun(node):
            found.append(node)
    return found


def _kind(parsed: Parsed, token: Token | None, sought: Sought) -> str:
    if token is None:
        return "none"
    if token.lower_ in _WORDS:
        return _WORDS[token.lower_]
    at = parsed.starts[token.i]
    if token == sought.anchor or any(q.start <= at < q.end for q in parsed.quantities):
        return "figure"
    if sought.figure and token in sought.anchor.ancestors and sought.anchor.dep_ in ("nummod", "compound", "quantmod"):
        return "counted"
    if is_noun(token) and any(e.form == "name" and e.label == "ORG" and e.start <= at < e.end for e in parsed.entities):
        return "name"  # "Lattice generated $430m": no noun to the model of tags
    noun = singular(token.text)
    for kind in ("company", "product", "facility", "market"):
        if noun in nominals(kind):
            return kind
    if token.tag_ == "NNS" and noun in nominals("makers"):
        return "makers"
    return "name" if token.tag_ in ("NNP", "NNPS") else "noun" if is_noun(token) else "other"


def _owner(token: Token | None) -> str:
    owner = next((child for child in token.children if child.dep_ == "poss"), None) if token is not None else None
    return "none" if owner is None else _WORDS.get(owner.lower_, "noun")


def _holder(parsed: Parsed, named: tuple[int, int]) -> str:
    noun = parsed.root(*named)
    if noun is None or not is_noun(noun):
        return "none"
    of = [t for t in noun.children if t.dep_ == "prep" and t.lower_ in ("of", "by", "at", "from")]
    words = [*(t for t in noun.subtree if t.i < noun.i), *(t for prep in of for t in prep.subtree)]
    if any(t.tag_ == "PRP$" for t in words):
        return "pronoun"
    places = {parsed.starts[t.i] for t in words}
    if any(e.start in places and e.label in ("ORG", "PRODUCT", "PERSON") for e in parsed.entities):
        return "name"
    if any(t.lower_ in whole_words() for t in words):
        return "whole"
    kinds = any(t.dep_ == "compound" and t.tag_ in ("NN", "NNS") and t.head == noun for t in noun.lefts)
    return "kind" if kinds else "nobody"


def describe(candidate: Candidate[Subject], memory: SubjectMemory, sought: Sought) -> None:
    """Add to a candidate what its name tells: its label, how often the article speaks of it, who it is."""
    name = candidate.value.name
    label, group = memory.label(name), sought.group
    traits = {f"label:{label}"}
    if name == memory.company:
        traits.add("company")
    if name == sought.speaker:
        traits.add("speaker")
    if name == sought.source:
        traits.add("source")
    if name in memory.cited:
        traits.add("cited")
    if name in memory.survey.houses:
        traits.add("researcher")
    if memory.survey.own:
        traits.add(f"researched|{label}")
    if name in memory.parts:
        traits.add("part")
    if memory.mentions[name] >= 3:
        traits.add("frequent")
    traits.add(f"told:{min(memory.told[name], 3)}")
    if any(name == topic.name for topic in memory.topics.values()):
        traits.add("topic")
    if any(name == thing.name for thing in memory.headline.values()):
        traits.add("headline")
    if sought.metric is not None and sought.metric.business:
        traits |= {f"business|{trait}" for trait in traits}
    measured = {f"{label}|{sought.metric.name}"} if sought.metric else set()
    candidate.evidence |= measured | traits | {f"{trait}|{group}" for trait in traits} | {f"{label}|{sought.type}"}
