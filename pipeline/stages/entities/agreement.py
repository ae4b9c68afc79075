"""One decision a name over an article: the label that the evidence of all its mentions speaks for, or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from math import sqrt

from pipeline.records import EntityLabel
from pipeline.stages.entities.evidence import Evidence, Scores, add, decided
from pipeline.stages.entities.intrinsic import COUNTED
from pipeline.stages.entities.keys import decision_key, legal_start
from pipeline.stages.entities.mention import Candidate
from pipeline.stages.entities.models import family_votes, model_votes, sure_companies
from pipeline.stages.entities.relations import Kin, agree_in_rows, follow_full_forms, person_parts, vote_in_lists
from pipeline.stages.entities.stock_codes import LISTED
from pipeline.stages.entities.vocabulary import CLASSES

LONE_PERSON, LONE_COMPANY = 0.35, 0.5
"""What is left of guesses of a person for a single word that no full name explains, and what they say for a company."""

KNOWN = 3.0
"""The vote that the head of an article gives the names in it."""

TITLED = 3.0
"""The vote for a person that a title ("Ms") gives: then no full name is needed."""


KNOWN_PART, PART_COMPANY = 2.0, 0.7
"""How sure a part of a person's full name has to be for what speaks for a company to lose, and what is left of that."""

UNHEARD = 0.8
"""What a word that English does not have says for a company where the model sees no name in it and the context says
nothing else."""

ACTS = 1.0
"""What words beside a name have to say for a company for it to be no product as those that begin with it are."""

COUNTED_NOUN = 2.0
"""What the plural of an abbreviation ("QRVs") says against a name for its singular."""


def decide(
    found: Sequence[Candidate],
    lower: Set[str],
    known: Mapping[str, EntityLabel] | None = None,
    listed: Set[str] = frozenset(),
) -> dict[str, EntityLabel]:
    """Return the label of every name, by its key; names without enough evidence are left out.

    `found` are all candidates of an article in text order, `lower` the words that it also writes small, `known`
    the labels that its head gives, by key, `listed` the keys of names with a stock code.
    """
    evidence: dict[str, Evidence] = {}
    for candidate in found:
        key = decision_key(candidate.text)
        evidence.setdefault(key, Evidence(key)).take(candidate, lower)
    for key, label in (known or {}).items():
        if key in evidence:
            evidence[key].votes[label] += KNOWN
    for key in listed & evidence.keys():
        evidence[key].votes["ORG"] += LISTED
    scored = {key: e.scores() for key, e in evidence.items() if " " in key}
    models = model_votes(found, sure_companies({key: e.scores() for key, e in evidence.items()}))
    for key, weight in models.items():
        scored[key]["PRODUCT"] += weight
    kin = Kin(scored, models.keys())
    for key, scores in scored.items():
        add(scores, kin.votes(key))
    parts = person_parts(_labels(scored, evidence), scored, found)
    for key, e in evidence.items():
        if " " not in key:
            scored[key] = _single_scores(e, parts, is_model=key in kin.tails or key in CLASSES["modeltail"])
            acts = e.votes["ORG"] >= ACTS and e.votes["ORG"] > e.votes["PRODUCT"]
            add(scored[key], kin.votes(key, is_person=key in parts, acts=acts))
    for key, weight in family_votes(found).items():
        scored[key]["PRODUCT"] += weight
    for key in counted_abbreviations(found) & scored.keys():
        scored[key]["NONE"] += COUNTED_NOUN
    for key in unheard(evidence, scored):
        scored[key]["ORG"] += UNHEARD
    vote_in_lists(found, scored)
    agree_in_rows(found, scored)
    follow_full_forms(found, scored)
    return _branded(_labels(scored, evidence), scored)


def counted_abbreviations(found: Iterable[Candidate]) -> frozenset[str]:
    """Return the abbreviations, by key, that the article also has in the plural."""
    plurals = (COUNTED.fullmatch(candidate.text.rpartition(" ")[2]) for candidate in found)
    return frozenset(decision_key(match[1]) for match in plurals if match)


def unheard(evidence: Mapping[str, Evidence], scored: Mapping[str, Scores]) -> Iterator[str]:
    """Yield the keys of the names of no English word that the model overlooks and the context calls nothing else."""
    for key, e in evidence.items():
        others = (score for label, score in scored[key].items() if label != "ORG")
        if e.unheard and not e.guesses and scored[key].get("ORG", 0.0) >= max(0.0, *others):
            first, _, rest = key.partition(" ")
            if not rest or first not in evidence:
                yield key


def _branded(labels: dict[str, EntityLabel], keys: Iterable[str]) -> dict[str, EntityLabel]:
    """Return the labels with those of a maker's name before a product's: one product ("ACME ORBIT", "the Orbit")."""
    for key in keys:
        brand, _, rest = key.partition(" ")
        if key not in labels and labels.get(brand) == "ORG" and labels.get(rest) == "PRODUCT":
            labels[key] = "PRODUCT"
    return labels


def bare_names(surfaces: Mapping[str, EntityLabel]) -> dict[str, EntityLabel]:
    """Return the names with a legal form without it, several words or a web address: titles have them so.

    "Acme Lamp Shops, Inc." is "Acme Lamp Shops", "Acme.com, Inc." is "Acme.com".
    """
    full = (surface for surface, label in surfaces.items() if label == "ORG" and " " in surface)
    bare = (legal_start(surface) for surface in full)
    return {name: "ORG" for name in bare if (" " in name or "." in name) and name not in surfaces}


def last_names(labels: Mapping[str, EntityLabel], surfaces: Iterable[str], lower: Set[str]) -> dict[str, EntityLabel]:
    """Return the last names of the persons among `surfaces` that may stand alone, as surfaces of a person.

    A last name that is a name of something else, or that the article also writes small, is left out.
    """
    parts = {s.split()[-1] for s in surfaces if " " in s and labels[decision_key(s)] == "PERSON"}
    return {part: "PERSON" for part in parts if decision_key(part) not in labels and part.lower() not in lower}


def _labels(scored: Mapping[str, Scores], evidence: Mapping[str, Evidence]) -> dict[str, EntityLabel]:
    labels = {}
    for key, scores in scored.items():
        if label := decided(scores, evidence[key].least):
            labels[key] = label
    return labels


def _single_scores(evidence: Evidence, parts: Mapping[str, float], is_model: bool) -> Scores:
    """Return the scores of a single word: news gives a person's full name first, and later a part of it."""
    if evidence.key in parts:
        scores = evidence.scores(is_model=is_model)
        scores["PERSON"] += parts[evidence.key]
        if scores["ORG"] > 0 and parts[evidence.key] >= KNOWN_PART:
            scores["ORG"] *= PART_COMPANY
        return scores
    titled = evidence.votes["PERSON"] >= TITLED
    scores = evidence.scores(1.0 if titled else LONE_PERSON, is_model)
    if evidence.guesses.get("PERSON") and not titled:
        scores["ORG"] += LONE_COMPANY * sqrt(evidence.guesses["PERSON"])
    return scores
