"""The clauses of a sentence that assert something: its main one, those joined to it, and those beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from spacy.tokens import Doc, Token

from pipeline.records import Quantity
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.speech import Speech, is_aside, says, speeches
from pipeline.stages.claims.syntax import is_finite, is_verb, own_subject, subject_of

Rank = Literal["main", "joined", "beside"]

_BESIDE_MARKS = frozenset({"as", "while", "whereas", "because", "although", "though", "since", "but", "whilst"})
"""Conjunctions whose clause asserts by itself; "if", "when", "after", "so that" only say under what circumstances."""
_RELATIVES = frozenset({"which", "who", "where"})
_PARTS = frozenset({"appos", "acl", "relcl", "advcl", "parataxis"})
"""Dependencies below which a figure belongs to another assertion than that of the clause."""


class Assertion(NamedTuple):
    """A clause that asserts: the word that governs it, its tokens, and how it stands in the sentence."""

    head: Token
    tokens: tuple[Token, ...]
    rank: Rank


def assertions(parsed: Parsed, figures: Sequence[Quantity]) -> list[Assertion]:
    """Return the asserting clauses of a sentence that no figure of `figures` stands for, in text order."""
    heads = dict(_heads(parsed.doc, fragment=parsed.sentence.block == "list_item"))
    roots = [root for figure in figures if (root := parsed.root(figure.start, figure.end)) is not None]
    carried = {head for head in heads if any(_carries(head, root, heads) for root in roots)}
    return [
        Assertion(head, tuple(_own_tokens(head, heads)), rank)
        for head, rank in sorted(heads.items(), key=lambda item: item[0].i)
        if head not in carried
    ]


def _heads(doc: Doc, *, fragment: bool) -> Iterator[tuple[Token, Rank]]:
    """Yield the governors of the asserting clauses with their rank; each word is visited once."""
    acts = {speech.verb.i: speech for speech in speeches(doc)}
    quoted = any(token.tag_ in ("``", "''") for token in doc)
    queue: list[tuple[Token, Rank]] = [(sent.root, "main" if n == 0 else "joined") for n, sent in enumerate(doc.sents)]
    while queue:
        head, rank = queue.pop(0)
        act = acts.get(head.i)
        if says(head) and (quoted or _reports(act)):
            queue += [(clause, rank) for clause in (act.reported if act else ())]
            queue += [(child, "joined") for child in _joined(head)]
            continue
        if (fragment and rank == "main") or _states(head):
            yield head, rank
        queue += list(_opened(head, rank))


def _reports(act: Speech | None) -> bool:
    return act is not None and act.verb not in act.reported


def _states(head: Token) -> bool:
    return is_finite(head) and subject_of(head) is not None and not is_aside(head)


def _joined(head: Token) -> list[Token]:
    return [child for child in head.children if child.dep_ == "conj" and is_verb(child)]


def _opened(head: Token, rank: Rank) -> Iterator[tuple[Token, Rank]]:
    """Yield the clauses that open below a governor, joined to it or standing beside it."""
    stack = list(head.children)
    while stack:
        token = stack.pop()
        opened = _rank(token, head, rank) if is_verb(token) else None
        if opened is not None:
            yield token, opened
        else:
            stack += token.children


def _rank(token: Token, head: Token, rank: Rank) -> Rank | None:
    """Return how a verb's clause stands to that of its governor, None where it is a part of it."""
    if token.dep_ == "conj" and token.head == head and is_finite(token):
        return "joined" if rank == "main" else rank
    if own_subject(token) is None or not is_finite(token):
        return None
    if token.dep_ == "parataxis" and not is_aside(token):
        return "joined"
    if token.dep_ == "ccomp" and token.head == head and token.i < head.i and own_subject(head) is not None:
        return "joined"  # clauses set side by side: "Prices fell; demand rose"
    if token.dep_ == "advcl" and _mark(token) in _BESIDE_MARKS:
        return "beside"
    return "beside" if token.dep_ == "relcl" and _adds(token) else None


def _mark(clause: Token) -> str:
    return next((child.lower_ for child in clause.children if child.dep_ in ("mark", "advmod") and child.i < clause.i), "")


def _adds(relative: Token) -> bool:
    """Tell whether a relative clause adds a statement: behind a comma, with "which" or "who"."""
    first = next(iter(relative.subtree))
    pronoun = next((t for t in relative.subtree if t.tag_ in ("WDT", "WP", "WRB")), None)
    return pronoun is not None and pronoun.lower_ in _RELATIVES and first.i > 0 and first.nbor(-1).text == ","


def _carries(head: Token, figure: Token, heads: Iterable[Token]) -> bool:
    """Tell whether a clause's own assertion is the figure: not one that a part of a phrase only mentions."""
    path: list[Token] = []
    for node in (figure, *figure.ancestors):
        if node == head:
            return not _aside_of_phrase(path)
        if node in heads or node.dep_ in _PARTS:
            return False
        path.append(node)
    return False


def _aside_of_phrase(path: Sequence[Token]) -> bool:
    """Tell whether a figure only modifies: "a $5 billion plant", "a centre for 120 people", ", with 5 offices"."""
    for node in path:
        if node.dep_ == "prep" and node.lower_ == "with" and node.i > 0 and node.nbor(-1).text == ",":
            return True
        if node.dep_ == "prep" and node.lower_ in ("for", "with") and node.head.dep_ in ("nsubj", "nsubjpass"):
            return True
    return len(path) > 1 and path[0].dep_ in ("compound", "amod", "nmod") and path[1].dep_ in ("dobj", "pobj", "nsubj")


def _own_tokens(head: Token, heads: Iterable[Token]) -> Iterator[Token]:
    """Yield the tokens of a clause without those of the asserting clauses below it, in text order."""
    below = {other.i for other in heads if other != head}
    own = []
    stack = [head]
    while stack:
        node = stack.pop()
        own.append(node)
        stack += [child for child in node.children if child.i not in below]
    yield from sorted(own, key=lambda token: token.i)
