"""Whom or what a claim is about: named things, what a reader carries over, unnamed things; weighed, one chosen."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.inflection import inflected, singular
from pipeline.lexicon import entries
from pipeline.records import ClaimType, Subject
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.ranking import DECIDES, Candidate, Choice, choose, decisive, merged
from pipeline.stages.claims.speech.acts import expects, judges, says
from pipeline.stages.claims.subjects.affiliations import affiliations
from pipeline.stages.claims.subjects.carried import carried_subjects
from pipeline.stages.claims.subjects.cells import cell_subjects
from pipeline.stages.claims.subjects.currencies import priced_currencies
from pipeline.stages.claims.subjects.dealt import dealt_companies
from pipeline.stages.claims.subjects.markets import spoken_market
from pipeline.stages.claims.subjects.memory import SubjectMemory
from pipeline.stages.claims.subjects.named import named_subjects
from pipeline.stages.claims.subjects.place import Place, Sought, describe
from pipeline.stages.claims.subjects.surveyed import surveyed_subjects
from pipeline.stages.claims.subjects.things import anchor_subject, meant_facility, unnamed_subjects
from pipeline.stages.claims.syntax import own_subject

__all__ = ["Sought", "SubjectMemory", "affiliations", "dealt_companies", "find_subject", "spoken_market"]

_PAYING = frozenset(inflected("pay")) | {"paid"}
"""Forms of a verb whose subject a price is told of, not what is paid for."""
_ACTED: frozenset[ClaimType] = frozenset(
    (
        "revenue",
        "profit_loss",
        "sales_volume",
        "usage",
        "investment",
        "financing",
        "dividend",
        "merger_acquisition",
        "deal",
    )
)
"""Types of claims that are about who acts."""
_HOUSED: frozenset[ClaimType] = frozenset(("facility", "employment"))
_OF_SEGMENTS: frozenset[ClaimType] = frozenset(("revenue", "profit_loss"))
_LEGAL_FORMS = frozenset(entries("company_suffixes"))
_GUESSES = frozenset(("estimate", "forecast", "target", "rating", "outlook", "guess", "projection", "valuation"))


def find_subject(parsed: Parsed, memory: SubjectMemory, sought: Sought) -> Choice[Subject]:
    """Return the subject of the claim that `sought` describes, its name resolved by what `memory` holds."""
    place = Place.of(parsed, sought)
    if place.subject is not None and (name := meant_facility(place.subject, memory.facilities)) is not None:
        meant = memory.named(place.subject.text, name)
        return choose("subject", [Candidate(name, meant, "subject.facility", parsed.span([place.subject]), {"named"})])
    if (house := _other_house(place, memory, sought)) is not None:
        return choose("subject", [Candidate(house.name, house, "subject.affiliation")])
    candidates = merged(
        [
            *named_subjects(parsed, place, sought),
            *cell_subjects(parsed, sought),
            *priced_currencies(parsed, sought),
            *carried_subjects(place, memory, sought),
            *unnamed_subjects(parsed, place, sought),
            *surveyed_subjects(parsed, place, memory, sought),
        ]
    )
    fit = [c for c in candidates if not (sought.inanimate and memory.label(c.value.name) == "PERSON")] or candidates
    products = any(memory.label(c.value.name) == "PRODUCT" for c in fit)
    if sought.figure is not None and sought.type == "spec" and products:  # no company weighs 3 kg
        fit = [c for c in fit if c.span is not None or c.value.name != memory.company]
    if place.kind == "we" or place.owner == "we":
        fit = _those_of_us(fit, place, memory, sought)
    if place.kind == "I" and any(c.value.name == sought.speaker for c in fit):  # no other person than who speaks
        fit = [c for c in fit if c.value.name == sought.speaker or memory.label(c.value.name) != "PERSON"]
    _mark_decisive(parsed, fit, place, memory, sought)
    fit = [c for c in fit if not _is_metric(c, sought)] or fit
    fit = decisive(fit)
    fit = fit or [anchor_subject(parsed, sought)]
    for candidate in fit:
        describe(candidate, memory, sought)
    return choose("subject", fit)


def _those_of_us(
    fit: list[Candidate[Subject]], place: Place, memory: SubjectMemory, sought: Sought
) -> list[Candidate[Subject]]:
    """Return the candidates that "we" may stand for: a company, if an unnamed one."""
    fit = [c for c in fit if not (c.span is None and memory.label(c.value.name) == "THING")]
    own = [c for c in fit if c.span is not None or memory.label(c.value.name) != "ORG" or _is_ours(c, memory, sought)]
    business = sought.metric is not None and sought.metric.business
    if not fit or (memory.company is sought.speaker is None and (place.kind == "we" or business)):
        return [_ourselves(place)]
    return own or fit


def _mark_decisive(
    parsed: Parsed, fit: Sequence[Candidate[Subject]], place: Place, memory: SubjectMemory, sought: Sought
) -> None:
    """Mark the candidates beside which there is no choice, where no name is told to be meant already."""
    if any(DECIDES in c.evidence for c in fit):
        return
    of_return = sought.metric is not None and sought.metric.name == "return"
    owner = _its_owner(parsed, place)
    for candidate in fit:
        fund = of_return and "thing:subject" in candidate.evidence
        acts = _acts(candidate, place, memory, sought) or _houses(candidate, place, memory, sought)
        if sought.figure and (fund or acts):
            candidate.evidence.add(DECIDES)
    for candidate in fit:
        if candidate.value.name == owner and not any(DECIDES in c.evidence for c in fit):
            candidate.evidence.add(DECIDES)


_OURS = frozenset(("we", "our", "us", "ours"))


def _other_house(place: Place, memory: SubjectMemory, sought: Sought) -> Subject | None:
    """Return the organisation that "we" means where a person speaks who is of another than the article's company."""
    name = memory.affiliated.get(sought.speaker or "")
    if name is None or place.subject is None or (memory.company and name.split()[0] == memory.company.split()[0]):
        return None
    of = [t for preposition in place.subject.children if preposition.dep_ == "prep" for t in preposition.children]
    owners = [t for noun in (place.subject, *of) for t in noun.children if t.dep_ == "poss"]
    if not any(token.lower_ in _OURS for token in (place.subject, *owners)):
        return None
    return memory.named(place.subject.text, name)


def _its_owner(parsed: Parsed, place: Place) -> str | None:
    """Return the name that "its" stands for by the clause above it: "Acme slid as its share fell"."""
    above = place.verb.head
    if place.owner != "it" or place.verb.dep_ not in ("conj", "advcl") or above == place.verb:
        return None
    subject = own_subject(above)
    if subject is None or own_subject(place.verb) is None:
        return None
    at = parsed.starts[subject.i]
    named = (e for e in parsed.entities if e.start <= at < e.end and e.label in ("ORG", "PRODUCT"))
    return next((e.name for e in named), None)


def _is_metric(candidate: Candidate[Subject], sought: Sought) -> bool:
    """Tell whether a thing without a name is the metric itself: "the mine life is 14 years".

    What markets trade and ask for is spoken of by itself ("demand", "gold").
    """
    traded = sought.type in ("macroeconomics", "price")
    if traded or sought.metric is None or sought.named is None or candidate.span is None:
        return False
    within = sought.named[0] <= candidate.span[0] and candidate.span[1] <= sought.named[1]
    return within and candidate.rule.startswith("subject.thing")


def _is_ours(candidate: Candidate[Subject], memory: SubjectMemory, sought: Sought) -> bool:
    """Tell whether a company that a sentence does not name may be who says "we"."""
    return memory.company is None or candidate.value.name in (memory.company, sought.speaker)


def _ourselves(place: Place) -> Candidate[Subject]:
    """Return who says "we" in a text that does not tell."""
    text = place.subject.text if place.subject is not None else "we"
    return Candidate("we", Subject(text=text, name="we"), "subject.we")


def _acts(candidate: Candidate[Subject], place: Place, memory: SubjectMemory, sought: Sought) -> bool:
    """Tell whether a candidate is a company that does what the clause says, and expects nothing of others.

    What has sales and profits of its own may be a segment of the article's company.
    """
    name = candidate.value.name
    segment = memory.company not in (None, name) and not (_is_incorporated(name) or name in memory.dealt)
    if sought.group == "money" and sought.type in _OF_SEGMENTS and segment:
        return False
    acts = sought.type in _ACTED or place.verb.lower_ in _PAYING
    if not acts or "subject" not in candidate.evidence or place.voice != "active":
        return False
    if memory.label(name) != "ORG" or name in memory.cited or name in memory.survey.houses:
        return False
    if name == memory.company:
        return True
    objects = {singular(token.text.lower()) for token in place.verb.children if token.dep_ == "dobj"}
    return not (expects(place.verb) or judges(place.verb) or says(place.verb) or objects & _GUESSES)


def _is_incorporated(name: str) -> bool:
    """Tell whether a name ends in a legal form, which no segment of a company has."""
    return name.rpartition(" ")[2] in _LEGAL_FORMS


def _houses(candidate: Candidate[Subject], place: Place, memory: SubjectMemory, sought: Sought) -> bool:
    """Tell whether a candidate is a place of work without a name, what is said of which is its own.

    "The station covers 100 acres", "the plant employs 125 people", in an article that speaks of no such place by name.
    """
    business = sought.metric is not None and sought.metric.business
    if sought.type not in _HOUSED or business or place.owner != "none" or place.kind != "facility":
        return False
    named = any(memory.mentions[name] > 1 for name in memory.facilities)
    single = place.subject is not None and place.subject.tag_ == "NN"
    return single and not named and "thing:subject|long:False" in candidate.evidence
