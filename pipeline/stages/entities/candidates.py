"""Where names stand: the model's guesses and the runs of capitals reconciled into spans without overlap."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from pipeline.lexicon import entries
from pipeline.records import EntityLabel
from pipeline.stages.entities.bounds import (
    begins_compound,
    breaks,
    has_model_number,
    is_amount,
    is_term,
    is_titled_opener,
)
from pipeline.stages.entities.mention import Candidate, Line
from pipeline.stages.entities.recognizer import Guess
from pipeline.stages.entities.runs import LONGEST, opens_sentence, phrase, runs
from pipeline.stages.entities.tokens import Token
from pipeline.stages.entities.vocabulary import (
    CLASSES,
    COUNTRIES,
    HEADS,
    NO_NAMES,
    ONLY_LANGUAGES,
    PEOPLES,
    PLACES,
    SUFFIXES,
    is_common,
)

_SEPARATORS: Set[str] = frozenset("–—―|/;:•»«()[]-,+") | {"'s", "’s", "'", "’"}
_NICKNAMED = frozenset('("“‘')
"""What stands inside a run of words round a person's other name."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_INNER = CLASSES["inner"]
_OFFICES = CLASSES["title"] | CLASSES["leader"] | CLASSES["role"]
_GENERIC = frozenset(entries("generic_tails"))
_LOOSE: Set[EntityLabel] = frozenset({"ORG", "WORK_OF_ART", "EVENT", "LAW", "FAC"})
"""Labels whose names may hold lower-case words ("Central bank of Brazil")."""

_PLACES: Set[EntityLabel | None] = frozenset({"GPE", "LOC", "NORP"})


def candidates(line: Line, guesses: Sequence[Guess], lower: Set[str]) -> list[Candidate]:
    """Return the possible names of a line in order: runs of capitals, and what the model sees beyond them.

    `lower` holds the words that the article also writes small.
    """
    pieces = list(runs(line, lower))
    piece_at = {at: n for n, (first, last) in enumerate(pieces) for at in range(first, last)}
    inside: dict[int, list[Guess]] = defaultdict(list)
    found: list[Candidate] = []
    covered: set[int | None] = set()
    terms: frozenset[int] = _terms(line) if guesses else frozenset()
    for part in (part for guess in guesses for part in _parts(line, guess)):
        if terms.issuperset(range(part.first, part.last)):
            continue
        piece = piece_at.get(part.first)
        if piece is not None and part.last <= pieces[piece][1]:
            inside[piece].append(part)
        elif _is_loose(line, part):
            found.append(Candidate(line, *part))
            covered.update(piece_at.get(at) for at in range(part.first, part.last))
    for n, (first, last) in enumerate(pieces):
        if n not in covered:
            found.extend(_resolve(line, first, last, inside[n]))
    return sorted((c for c in found if not _is_label(c)), key=lambda c: c.first)


def _is_label(candidate: Candidate) -> bool:
    """Tell whether plain words are the label of a line and no name: "Front Camera: 32MP"."""
    line, last = candidate.line, candidate.last
    if (
        candidate.first
        or line.sentence.block != "list_item"
        or last >= len(line.tokens)
        or line.tokens[last].text != ":"
    ):
        return False
    return all(is_common(token.low) for token in line.tokens[:last])


def _terms(line: Line) -> frozenset[int]:
    """Return where the tokens of terms that are no names stand ("New Year's Eve")."""
    return frozenset(n for at in range(len(line.tokens)) for n in range(at, at + phrase(line, at)))


def _parts(line: Line, guess: Guess) -> Iterator[Guess]:
    """Split a guess at separators, roles and joining words, and bare its parts of what is no name."""
    first = guess.first
    keeps_and = _keeps_and(line, guess)
    for at in range(guess.first, guess.last + 1):
        if at == guess.last or _divides(line, at, keeps_and):
            start, end = _bare(line, first, at)
            capital = any(t.kind == "capital" for t in line.tokens[start:end])
            if capital and end - start <= LONGEST:
                yield Guess(start, end, guess.label)
            first = at + 1


def _keeps_and(line: Line, guess: Guess) -> bool:
    """Tell whether "and" and commas belong to a guess: "Ministry of Trade and Labour", not "Acme Bank and Ghanaian"."""
    words = [token.low for token in line.tokens[guess.first : guess.last]]
    if "and" not in words:
        return "&" in words and guess.last > line.dateline  # the commas of "Cole, Hart & Quist"
    at = words.index("and")
    if at and is_common(words[at - 1]) and _is_body(line, guess.last - 1):
        return True
    headed = any(_is_body(line, i) for i in range(guess.first, guess.first + at))
    return headed and ("of" in words[:at] or "for" in words[:at])


def _divides(line: Line, at: int, keeps_and: bool) -> bool:
    token = line.tokens[at]
    if token.text == "," and at + 1 < len(line.tokens) and line.tokens[at + 1].text in SUFFIXES:
        return False
    if at < line.dateline and token.low in (",", "and", "&"):
        return True
    if token.text == "." and at and _YEAR.fullmatch(line.tokens[at - 1].text):
        return True  # "May 3, 2024.Acme opened"
    if token.text == "," or token.low == "and":
        return not keeps_and
    return token.text in _SEPARATORS or breaks(line, at)


def _bare(line: Line, first: int, last: int) -> tuple[int, int]:
    """Return a guess without the small words, lone numbers, marks and terms at its edges, and without an article."""
    tokens = line.tokens
    if first < last and tokens[first].low in CLASSES["trade"] and opens_sentence(line, first):
        first += 1  # "Housebuilder Acme"
    while first < last and _is_loose_start(tokens[first], last - first):
        first += 1
    while first < last and (_is_loose_end(tokens[last - 1], last - first) or begins_compound(line, last - 1)):
        last -= 1
    return first, last


def _is_loose_start(token: Token, size: int) -> bool:
    model_year = size == 2 and bool(_YEAR.fullmatch(token.text))  # "the 2020 Orbit"
    small = token.kind in ("mark", "lower") or (token.kind == "number" and size == 1)
    return small or model_year or is_titled_opener(token)


def _is_loose_end(token: Token, size: int) -> bool:
    """Tell whether a guess's last word is a small one, a term, or after two words a page's own ("Share")."""
    page = size > 2 and token.text in NO_NAMES and token.text not in SUFFIXES
    return token.kind in ("mark", "lower") or is_term(token) or is_amount(token) or page


def _is_body(line: Line, at: int) -> bool:
    heads = HEADS.get(line.tokens[at].text.capitalize(), ())
    return any(head.before_of and head.label == "ORG" for head in heads)


def _is_loose(line: Line, guess: Guess) -> bool:
    """Tell whether a guess that reaches beyond the runs of capitals may be a name with small words in it."""
    words = line.tokens[guess.first : guess.last]
    inner = all(token.kind != "lower" or token.low in _INNER for token in words)
    if guess.label == "ORG" and any(token.low in ("of", "for") for token in words):
        inner = inner and any(_is_body(line, at) for at in range(guess.first, guess.last))
    return inner and guess.label in _LOOSE and not line.headline


def _resolve(line: Line, first: int, last: int, inside: Sequence[Guess]) -> Iterator[Candidate]:
    """Yield the names in a run, cut by the model's guesses in it."""
    people = _leading_people(line, first, last)
    if people and not any(g.first == first and g.last > first + people for g in inside):
        yield Candidate(line, first, first + people, "NORP")
        first, inside = first + people, [g for g in inside if g.first >= first + people]
    if last - first > 1 and line.tokens[last - 1].text in _GENERIC:
        last -= 1
        inside = [Guess(g.first, min(g.last, last), g.label) for g in inside]
    if len(inside) == 1 and _is_office(line, first, inside[0]):
        first = inside[0].first
    if len(inside) <= 1 or _is_one(line, first, last) or _is_branch(line, inside):
        if first < last:
            yield Candidate(line, first, last, _label_of(first, last, inside))
        return
    for guess in inside:
        if first < guess.first:
            yield Candidate(line, first, guess.first, None)
        yield Candidate(line, *guess)
        first = guess.last
    if first < last:
        yield Candidate(line, first, last, None)


def _is_office(line: Line, first: int, guess: Guess) -> bool:
    """Tell whether all words of a run before a person are the person's office ("Premier")."""
    before = line.tokens[first : guess.first]
    return guess.label == "PERSON" and all(token.low in _OFFICES for token in before)


def _is_one(line: Line, first: int, last: int) -> bool:
    """Tell whether a run is one name although the model sees several in it."""
    if any(token.low in ("of", "for") for token in line.tokens[first:last]) or _is_headed(line, last - 1):
        return True
    if any(token.text in _NICKNAMED for token in line.tokens[first:last]):
        return True
    return has_model_number(line, first + 1, last) or line.text(first, last) in ONLY_LANGUAGES


def _is_branch(line: Line, inside: Sequence[Guess]) -> bool:
    """Tell whether two guesses are a company's name and the country of its branch ("Acme India")."""
    if len(inside) != 2 or inside[0].last != inside[1].first or inside[0].label == "PERSON":
        return False
    name, country = (line.text(guess.first, guess.last) for guess in inside)
    return country in COUNTRIES and not (name in PLACES or name in PEOPLES)


def _label_of(first: int, last: int, inside: Sequence[Guess]) -> EntityLabel | None:
    """Return the model's label for a run; a place or people in a longer name says nothing about the name."""
    if not inside:
        return None
    guess = inside[0]
    whole = (guess.first, guess.last) == (first, last)
    return guess.label if whole or guess.label not in _PLACES else None


def _leading_people(line: Line, first: int, last: int) -> int:
    """Return how many words of a run are a nationality that only describes the rest."""
    if line.text(first, min(first + 2, last)) in PLACES:
        return 0
    for size in (2, 1):
        if first + size <= last and line.text(first, first + size) in PEOPLES:
            rest = first + size < last
            return 0 if rest and _is_headed(line, last - 1) else size
    return 0


def _is_headed(line: Line, at: int) -> bool:
    text = line.tokens[at].text
    return text in SUFFIXES or any(head.last for head in HEADS.get(text, ()))
