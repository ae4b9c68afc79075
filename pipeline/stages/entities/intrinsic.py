"""What a name says about itself: legal form, head noun, numerals, known places, given names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Set

from pipeline.lexicon import alternatives
from pipeline.stages.entities.bounds import has_model_number, is_titled
from pipeline.stages.entities.mention import Candidate
from pipeline.stages.entities.vocabulary import (
    CLASSES,
    DRUG_STEMS,
    GIVEN_NAMES,
    HEADS,
    KNOWN_COMPANIES,
    KNOWN_PRODUCTS,
    METRIC_WORDS,
    NO_NAMES,
    NOMINAL_NOUNS,
    ONLY_LANGUAGES,
    PARTICLES,
    PEOPLES,
    PLACES,
    RARER_CITIES,
    RARER_GIVEN_NAMES,
    STOCK_EXCHANGES,
    STOCK_INDICES,
    SUFFIXES,
    WHOLE_WORDS,
    is_common,
    is_word,
)

VETO, CERTAIN, STRONG, LIKELY, MILD, LIGHT = 1e6, 5.0, 2.5, 2.0, 1.5, 0.5
"""Weights of a name's own evidence."""

SURE_HEAD, SURNAME = 3.0, 0.4
"""The weight of a head noun that is no last name as well, and what is left of any other after a given name."""

RARER = 0.8
"""The weight of a given name that many people have never met."""

RARER_CITY = 1.0
"""The weight of a town that many people have never heard of."""

_MOST_NAMES = 4
"""Words of a person's name at most."""

ROUND = frozenset("30 40 50 60 100 150 200 225 250 300 400 500 600 1000 2000 3000 5000".split())
"""Numbers in the names of lists and indices ("Fortune Global 500")."""

_STEP = re.compile(r"\d{1,2}[a-z]?|[A-H]\d?\.?|[IVX]+[ab]?")
"""What tells one phase, series or tier from another: "2b", "A", "III"."""
_INITIAL = re.compile(r"[A-Z]\.")
_STANDARD = re.compile(
    r"IPX?\d{1,2}[A-Z]?|(?:LP|G)?DDR\d[A-Z]?(?: RAM| SDRAM)?|H\.?26\d|AV1|VP[89]|MPEG-?[1-4]|802\.11\w*"
)
"""Degrees of protection, kinds of memory, video codecs."""

_MONTH = f"(?:{'|'.join(month.title() for month in CLASSES['month'])})"
_NO_NAME = re.compile(
    r"(?:AAA|BBB|CCC)[+-]?|(?:AA|BB|CC|B)[+-]|Aa[1-3]|Ba{1,2}[1-3]|Caa[1-3]"  # grades of debt
    r"|(?:GMT|UTC)[+-]\d{1,2}|\d+\.\d+"
    rf"|{_MONTH}[-–]{_MONTH}"
)
"""Grades of debt, time zones, versions alone, spans of months."""

_MODEL_CODE = re.compile(r"[A-Z]{1,3}\d{1,4}[A-Za-z]?\+?")
_LETTER = re.compile(r"[A-Z]")
_ORDERS = frozenset("II III IV VI VII VIII IX XI XII One Two Three Four Five Six Seven Eight Nine".split())
"""Roman numerals and number words that tell a thing from its predecessor ("Orbit II", "Hub Two")."""

CODED = 3.5
"""The weight of a code of letters and digits at the end of a name ("Acme Orbit E40")."""

_DEVICE = re.compile(r"[ie][A-Z][a-z]\w*")
_VERSIONED = re.compile(r"[A-Z][a-z]+[A-Z][a-z]+(?:\d{1,2}|-[A-Z]\d?)")
"""Words that things more often have as names than companies: "iLamp", "LampTab2", "LampTab-V"."""

COUNTED = re.compile(r"([A-Z][A-Za-z]{0,2}[A-Z])s")
"""The plural of an abbreviation ("QRVs"): a common noun's."""

_SHOUTED = frozenset(name.upper() for name in NO_NAMES)
_DRUG_STEM = alternatives(DRUG_STEMS)
_SHAPES: tuple[tuple[re.Pattern[str], Mapping[str, float]], ...] = (
    (re.compile(r"\w+\.(?:com|net|org|io|co|ai|de|cn|uk)"), {"ORG": LIKELY}),
    (re.compile(r"[A-Z]\w+\+"), {"PRODUCT": MILD, "PERSON": -LIKELY}),  # Acmeflix+
    (COUNTED, {"NONE": STRONG}),  # CMOs
    (re.compile(r"[A-Z]{1,4}-?\d+[A-Z0-9-]*"), {"PRODUCT": 2 * LIGHT, "PERSON": -LIKELY}),  # T-200ER
    (re.compile(r"[A-Za-z]+(?:OS|SQL)"), {"PRODUCT": MILD, "PERSON": -LIKELY}),
    (_DEVICE, {"PRODUCT": MILD, "PERSON": -LIKELY, "GPE": -MILD}),
    (_VERSIONED, {"PRODUCT": LIKELY, "PERSON": -LIKELY, "GPE": -MILD}),
    (re.compile(rf"[A-Z][a-z]{{3,}}{_DRUG_STEM}"), {"PRODUCT": MILD, "PERSON": -LIKELY}),
    (re.compile(r"[A-Z][A-Z&]{1,5}"), {"ORG": LIGHT, "PERSON": -LIKELY}),
    (re.compile(r"[A-Z]?[a-z]+[A-Z]\w*"), {"ORG": LIGHT, "PERSON": -LIGHT, "GPE": -MILD}),  # DeepDox
)
"""Shapes of single words with what they speak for; the first that fits counts."""


def intrinsic_votes(candidate: Candidate, lower: Set[str]) -> dict[str, float]:
    """Return the labels that a candidate's own words speak for, with weights; NONE for no name at all.

    `lower` holds the words that the article also writes small.
    """
    words = [token.text for token in candidate.line.tokens[candidate.first : candidate.last]]
    text = " ".join(words)
    if is_no_name(text):
        return {"NONE": VETO}
    if text in STOCK_INDICES or text in STOCK_EXCHANGES:
        return {"ORG": CERTAIN}
    if text in PLACES:
        return {PLACES[text]: STRONG}
    if text in ONLY_LANGUAGES:
        return {"LANGUAGE": CERTAIN}
    if text in PEOPLES:
        return {"NORP": CERTAIN}
    if text in KNOWN_PRODUCTS:
        return {"PRODUCT": CERTAIN}
    votes: dict[str, float] = defaultdict(float)
    if len(words) == 1:
        _word_votes(text, lower, votes)
    else:
        _head_votes(words, votes)
        _plain_phrase_votes(words, votes)
        numbered = has_model_number(candidate.line, candidate.first + 1, candidate.last)
        _product_votes(words, numbered, votes)
    if text in KNOWN_COMPANIES:
        votes["ORG"] += LIKELY
    elif text in RARER_CITIES:
        votes["GPE"] += RARER_CITY
    elif _is_function(candidate, words):
        votes["NONE"] += CERTAIN  # "Vice President of Product Management"
    if all(word.lower() in CLASSES["function"] for word in words):
        votes["NONE"] += STRONG  # "SVP of Sales & Marketing"
    return votes


def _is_function(candidate: Candidate, words: list[str]) -> bool:
    """Tell whether plain words stand behind an officer of lower rank, who heads no company but a function of one.

    Any officer heads a function where the company follows: "President of Orchard Care at Acme".
    """
    tokens, last = candidate.line.tokens, candidate.last
    before = [token.low for token in tokens[max(0, candidate.first - 2) : candidate.first]]
    if before[-1:] != ["of"]:
        return False
    office = before[0].rpartition("/")[2]
    placed = (
        len(words) > 1 and last + 1 < len(tokens) and tokens[last].low == "at" and tokens[last + 1].kind == "capital"
    )
    officer = office in CLASSES["officer"] or (placed and office in CLASSES["role"])
    return officer and words[-1] not in SUFFIXES and all(word == "&" or is_word(word.lower()) for word in words)


def is_no_name(text: str) -> bool:
    """Tell whether a text by itself is a known term, a legal form or a single letter, whatever stands beside it."""
    first, _, version = text.partition(" ")
    if first in NO_NAMES and version.replace(".", "").isdigit():
        return True  # a standard with its version
    if (
        (first.lower() in CLASSES["step"] and _STEP.fullmatch(version))
        or _STANDARD.fullmatch(text)
        or _NO_NAME.fullmatch(text)
    ):
        return True
    common = text.istitle() and text not in KNOWN_COMPANIES and text.lower() in WHOLE_WORDS | NOMINAL_NOUNS
    known = text in NO_NAMES or text in SUFFIXES or common
    return known or len(text) == 1 or (text.upper() in _SHOUTED and not text.istitle())


def _word_votes(word: str, lower: Set[str], votes: dict[str, float]) -> None:
    for shape, weights in _SHAPES:
        if shape.fullmatch(word):
            votes.update(weights)
            break
    if is_titled(word):
        votes["NONE"] += (
            1.2 if word.lower() in lower else 0.6 * (is_common(word.lower()) or word.lower() in METRIC_WORDS)
        )


def _head_votes(words: list[str], votes: dict[str, float]) -> None:
    """Vote by legal form, head nouns and given name."""
    if words[-1] in SUFFIXES:
        votes["ORG"] += CERTAIN
    given = words[0] in GIVEN_NAMES or bool(_INITIAL.fullmatch(words[0]))
    if len(words) <= _MOST_NAMES and all(word[0].isalpha() for word in words):
        votes["PERSON"] += MILD * given or RARER * (words[0] in RARER_GIVEN_NAMES)
    for head in (*HEADS.get(words[-1], ()), *HEADS.get(" ".join(words[-2:]), ())):
        if head.last and not (given and head.label == "NONE"):
            votes[head.label] += head.weight * (SURNAME if given and head.weight < SURE_HEAD else 1.0)
    if words[-1].lower() in ("fund", "funds") and words[-2].lower() in CLASSES["fundkind"]:
        votes["PRODUCT"] += CERTAIN  # what a fund house sells
    if not PARTICLES.isdisjoint(words[1:-1]):
        votes["PERSON"] += LIGHT
    for head in HEADS.get(words[0], ()):
        votes[head.label] += head.weight * head.first
    if "of" in words or "for" in words:
        for head in (head for word in words[:-1] for head in HEADS.get(word, ())):
            votes[head.label] += head.weight * head.before_of


def _plain_phrase_votes(words: list[str], votes: dict[str, float]) -> None:
    """Vote against names made of plain words."""
    if all(is_common(word.lower()) for word in words):
        votes["NONE"] += 2 * LIGHT
        votes["PERSON"] -= LIGHT
    elif is_common(words[-1].lower()) and GIVEN_NAMES.isdisjoint((words[0], words[-1])):
        votes["PERSON"] -= LIGHT
        votes["ORG"] += LIGHT


def _product_votes(words: list[str], numbered: bool, votes: dict[str, float]) -> None:
    """Vote by numeral and by the name of a device at the end; a round number may be a list's length."""
    if not ROUND.isdisjoint(words[-2:]):
        votes["WORK_OF_ART"] += MILD
        votes["PRODUCT"] += 2 * LIGHT
    elif numbered:
        votes["PRODUCT"] += CODED if _MODEL_CODE.fullmatch(words[-1]) else LIKELY
    elif words[-1] in _ORDERS and any(head.label == "EVENT" for head in HEADS.get(words[-2], ())):
        votes["EVENT"] += LIKELY  # "World War II"
    elif words[-1] in _ORDERS and _may_be_numbered(words[0]):
        votes["PRODUCT"] += MILD
        votes["EVENT"] -= MILD
    elif _LETTER.fullmatch(words[-1]) and words[0].lower() not in CLASSES["step"]:
        votes["PRODUCT"] += MILD
    if words[0] in KNOWN_PRODUCTS:
        votes["PRODUCT"] += MILD
    elif words[0] in KNOWN_COMPANIES and words[0] not in GIVEN_NAMES:
        votes["PERSON"] -= LIKELY  # "Toyota Yaris"
        votes["PRODUCT"] += LIGHT
    if words[-1].lower() in CLASSES["modeltail"]:
        votes["PRODUCT"] += MILD
        votes["PERSON"] -= MILD
    elif words[-1].lower() in CLASSES["producthead"]:
        votes["PRODUCT"] += MILD
    elif any(word.lower() in CLASSES["producthead"] for word in words):
        votes["PRODUCT"] += 2 * LIGHT
    if words[-1] not in SUFFIXES and (_DEVICE.fullmatch(words[0]) or _VERSIONED.fullmatch(words[0])):
        votes["PRODUCT"] += MILD


def _may_be_numbered(word: str) -> bool:
    """Tell whether what begins with a word may be a thing's: no step, no person ("Pius IX"), no study ("ORVEX III")."""
    return word.lower() not in CLASSES["step"] and word not in GIVEN_NAMES and not word.isupper()
