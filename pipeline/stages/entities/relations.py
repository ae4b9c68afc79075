"""What names of an article say about each other: by a common beginning, in a row, as abbreviation and full form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from pipeline.records import EntityLabel
from pipeline.stages.entities.evidence import Scores, best, decided
from pipeline.stages.entities.keys import LEGAL, abbreviates, decision_key
from pipeline.stages.entities.mention import Candidate
from pipeline.stages.entities.vocabulary import CLASSES

KIN, TAIL, KIN_MOST = 0.3, 0.4, 3.0
"""What the score of a name is worth for those that share its beginning, a product's for its last word alone
("the Max" of "Orbit 9 Max"), and how much of it counts."""

LEGAL_FORM = 4.0
"""What a name with a legal form says for the same name without it."""

LEGAL_START = 10.0
"""What it weighs as kin for the first words of the name, two at least ("Acme Bay" of "Acme Bay Hotels Ltd")."""

ROW, SURE = 0.8, 1.5
"""What the label of a name is worth for its neighbours in a row, and the score that it takes."""

LISTED = 1.5
"""What the noun before a row ("apps such as Quorl, Tenzo and Vant") says for each name in the row after the first."""

TERM_ROW = 2.0
"""What a technical term says against an abbreviation beside it ("QRV or ZRV signals")."""

PART_MOST, UNINTRODUCED = 3.5, 0.2
"""How much a person's full name can say for a part of it, and what is left of it where the part stood first."""

_KINDS = dict.fromkeys(CLASSES["plural"], "PRODUCT") | {
    noun: "ORG" for noun in CLASSES["company"] - CLASSES["plural"] if noun.endswith("s")
}
"""What is named by a plural noun."""


class Kin:
    """What names with a common beginning say about each other.

    "Mi 9" speaks for "Mi Watch" as a product, "Acme Foods Inc." for "Acme Foods" and "Acme" as a company.
    """

    def __init__(self, phrases: Mapping[str, Scores], models: Set[str] = frozenset()) -> None:
        self.products: dict[str, float] = defaultdict(float)
        self.companies: dict[str, float] = {}
        self.legal = {key.removesuffix(f" {LEGAL}") for key in phrases if key.endswith(LEGAL)}
        lines = {key.partition(" ")[0] for key, scores in phrases.items() if best(scores)[0] == "PRODUCT"}
        self.makers = {key.partition(" ")[0] for key in models}
        self.tails: dict[str, float] = defaultdict(float)
        for key, scores in phrases.items():
            label, score = best(scores)
            words, weight = key.split(), min(score, KIN_MOST)
            if label == "PRODUCT":
                for size in range(1, len(words)):
                    tail = " ".join(words[-size:])
                    self.tails[tail] = max(weight, self.tails[tail])
                if words[1] in lines:  # "Acme Orbit 9" beside "Orbit 9": Acme is its maker
                    self._vote_company(words[0], weight)
                else:
                    self.products[words[0]] += weight
                if any(char.isdigit() for char in words[1]):
                    self.products[words[1]] += weight  # "Acme E3" for "E3 Performance"
            elif label == "ORG":
                for size in range(1, len(words) - (words[-1] == LEGAL)):
                    sure = words[-1] == LEGAL and size > 1
                    self._vote_company(" ".join(words[:size]), LEGAL_START if sure else weight)

    def _vote_company(self, key: str, weight: float) -> None:
        self.companies[key] = max(weight, self.companies.get(key, 0.0))

    def votes(self, key: str, is_person: bool = False, acts: bool = False) -> dict[str, float]:
        """Return what the kin of a name speaks for; a person's name may begin a company's.

        A name that `acts` as companies do is the maker of the products whose names begin with it.
        """
        company = KIN * self.companies.get(key, 0.0)
        if key in self.legal and not is_person:
            company += LEGAL_FORM
        line = 0.0 if acts or key in self.makers else self.products.get(key.partition(" ")[0], 0.0)
        product = KIN * line + TAIL * self.tails.get(key, 0.0)
        return {"PRODUCT": product, "ORG": company}


def person_parts(
    labels: Mapping[str, EntityLabel], phrases: Mapping[str, Scores], found: Sequence[Candidate]
) -> dict[str, float]:
    """Return the parts of persons' names with how surely each, standing alone, is the person.

    News gives the full name first: a word that stood alone in running text before is something else.
    """
    first: dict[str, int] = {}
    for n, candidate in enumerate(found):
        if candidate.line.sentence.block not in ("title", "heading"):
            first.setdefault(decision_key(candidate.text), n)
    parts: dict[str, float] = {}
    for key in (key for key, label in labels.items() if label == "PERSON"):
        for part in key.split():
            introduced = first.get(key, 0) <= first.get(part, len(found))
            weight = min(phrases[key]["PERSON"], PART_MOST) * (1.0 if introduced else UNINTRODUCED)
            parts[part] = max(parts.get(part, 0.0), weight)
    return parts


def agree_in_rows(found: Sequence[Candidate], scored: Mapping[str, Scores]) -> None:
    """Let names in a row ("Corvus and Acme Research") speak for each other where one is sure of its label.

    Two names with a comma between are no row where one is a place ("Weibo, China's platform") or seems to be a
    person who holds the office ("the Treasury, Ada Cole").
    """
    votes: dict[tuple[str, str], float] = {}
    for one, other in pairwise(found):
        if one.line is not other.line or not (joint := _joint(one, other)):
            continue
        keys = decision_key(one.text), decision_key(other.text)
        for key, neighbour in (keys, keys[::-1]):
            label = decided(scored[neighbour], SURE)
            apposition = joint == "," and (label == "GPE" or "PERSON" in (one.label, other.label))
            if key != neighbour and label and not apposition:
                votes[key, label] = ROW
            if joint in ("or", "/") and one.text.isupper() and other.text.isupper() and _is_none(scored[neighbour]):
                votes[key, "NONE"] = TERM_ROW
    for (key, voted), weight in votes.items():
        scored[key][voted] += weight


def vote_in_lists(found: Sequence[Candidate], scored: Mapping[str, Scores]) -> None:
    """Let the noun that introduces a row say what all names of the row are."""
    kind, voted = "", set()
    for one, other in pairwise(found):
        kind = _introduced(one) or kind
        if not kind or one.line is not other.line or not _joint(one, other):
            kind = ""
            continue
        key = decision_key(other.text)
        if (key, kind) not in voted:
            voted.add((key, kind))
            scored[key][kind] += LISTED


def _introduced(candidate: Candidate) -> str:
    """Return the label of the plural noun that introduces a name ("apps such as", "a maker of"), "" for none."""
    before = [token.low for token in candidate.line.tokens[max(0, candidate.first - 4) : candidate.first]]
    if before[-1:] == ["making"] or before[-2:] in (["maker", "of"], ["makers", "of"]):
        return "PRODUCT"
    while before and before[-1] in ("the", ",", "such", "as", "like", "including"):
        cue = before.pop()
        if cue in ("as", "like", "including"):
            noun = before[-2:-1] if before[-1:] in (["such"], [","]) else before[-1:]
            return _KINDS.get("".join(noun), "")
    return ""


def _is_none(scores: Scores) -> bool:
    label, score = best(scores)
    return label == "NONE" and score >= SURE


def _joint(one: Candidate, other: Candidate) -> str:
    """Return what joins two neighbours in a row, "" where they stand in none; figures in brackets stand between."""
    tokens = one.line.tokens[one.last : other.first]
    low = [token.low for token in tokens]
    if low[:1] == ["("] and ")" in low and any(token.kind == "number" for token in tokens[: low.index(")")]):
        low = low[low.index(")") + 1 :]
    between = [word for word in low if word != "the"]
    return " ".join(between) if between in ([","], ["and"], ["or"], [",", "and"], ["&"], ["/"]) else ""


def follow_full_forms(found: Sequence[Candidate], scored: Mapping[str, Scores]) -> None:
    """Let an abbreviation in parentheses be what its full form is: a company, an event, or no name at all."""
    for full, short in pairwise(found):
        between = [token.text for token in full.line.tokens[full.last : short.first]]
        aside = full.line is short.line and between[:1] == ["("] and len(between) <= 2
        if aside and abbreviates(short.text, full.text):
            scores = scored[decision_key(short.text)]
            scores.clear()
            scores.update(scored[decision_key(full.text)])
