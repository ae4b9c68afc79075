"""The clauses of a sentence that assert something: its main one, those joined to it, and those beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from spacy.tokens import Token

from pipeline.language.inflection import singular
from pipeline.lexicon import entries, rows
from pipeline.records import Quantity, QuantityKind
from pipeline.stages.claims.parsed import Parsed
from pipeline.stages.claims.speech.acts import Speech, believes, is_aside, says, shows, speeches
from pipeline.stages.claims.syntax import FINITE_TAGS, is_finite, is_noun, is_verb, own_subject, subject_of
from pipeline.stages.claims.vocabulary import nominals

Rank = Literal["main", "joined", "beside"]

_BESIDE_MARKS = frozenset({"as", "while", "whereas", "because", "although", "though", "but", "whilst", "after"})
"""Conjunctions whose clause asserts by itself ("the shares fell after the group cut its outlook"); "if", "when",
"before", "so that" only say under what circumstances."""
_ACTORS = frozenset({"ORG", "PERSON", "PRODUCT"})
"""Labels of who or what a headline says is to do something."""
_RELATIVES = frozenset({"which", "who", "where"})
_ORDERED = frozenset({"order", "option", "reservation", "booking", "bid"})
"""Nouns of which a figure behind "for" is how many: "won an order for 240 buses"."""
_PARTS = frozenset({"appos", "acl", "relcl", "advcl", "parataxis"})
"""Dependencies below which a figure belongs to another assertion than that of the clause."""


class Assertion(NamedTuple):
    """A clause that asserts: the word that governs it, its tokens, and how it stands in the sentence."""

    head: Token
    tokens: tuple[Token, ...]
    rank: Rank


def assertions(parsed: Parsed, figures: Sequence[Quantity]) -> list[Assertion]:
    """Return the asserting clauses of a sentence that no figure of `figures` stands for, in text order."""
    block = parsed.sentence.block
    heads = dict(_heads(parsed, fragment=block == "list_item" and not figures))
    main = next((head for head, rank in heads.items() if rank == "main"), None)
    mistaken = main is None or (main.lower_ == "shares" and main.i + 1 < len(parsed.doc) and _tells(main.nbor(1)))
    makeshift = _makeshift(parsed) if not heads or (mistaken and block in ("title", "heading")) else None
    if makeshift is not None:
        heads = {makeshift: "main"}
    roots = [(f, root) for f in figures if (root := parsed.root(f.start, f.end)) is not None]
    carried = {head for head in heads if any(_carries(head, root, f.kind, heads) for f, root in roots)}
    return [
        Assertion(head, tuple(parsed.doc if head == makeshift else _own_tokens(head, heads)), rank)
        for head, rank in sorted(heads.items(), key=lambda item: item[0].i)
        if head not in carried
    ]


def has_clause(parsed: Parsed) -> bool:
    """Tell whether a sentence has a clause that states something: a tensed verb with its subject."""
    return any(_states(token) for token in parsed.words) or _makeshift(parsed) is not None


def _makeshift(parsed: Parsed) -> Token | None:
    """Return the governor of a sentence whose parse shows no clause: prose asserts, a headline has its verb."""
    if parsed.sentence.block == "paragraph" and parsed.sentence.text.rstrip("”\"' )").endswith((".", "!", ";")):
        verb = next((t for t in parsed.words if t.tag_ in FINITE_TAGS and not _in_relative(t)), None)
        return verb.head if verb is not None and verb.tag_ == "MD" else verb
    if parsed.sentence.block in ("title", "heading"):
        told = (t for t in parsed.words if t.i > 0 and _tells(t))
        return next(told, None) or headline_plan(parsed)
    return None


def _tells(word: Token) -> bool:
    """Tell whether a word may be the verb of a headline by the noun before it: "Acme opens", "shares slide".

    The parse takes "shares" for a verb as well.
    """
    if word.lower_ == "shares" and word.i + 1 < len(word.doc) and _tells(word.nbor(1)):
        return False
    before = word.nbor(-1)
    plural = before.tag_ in ("NNS", "NNPS") or before.lower_ == "shares"
    return (plural and f"{word.lower_}s" in _headline_verbs()) or (is_noun(before) and word.lower_ in _headline_verbs())


def headline_plan(parsed: Parsed) -> Token | None:
    """Return the verb of what a headline says that somebody is to do: "Acme to open shops", "Group to cut jobs"."""
    if parsed.sentence.block not in ("title", "heading"):
        return None
    to = next((t for t in parsed.words if t.lower_ == "to" and 0 < t.i < len(parsed.doc) - 1), None)
    if to is None:
        return None
    at, before, verb = parsed.starts[to.i], to.nbor(-1), to.nbor(1)
    named = [e for e in parsed.entities if e.end <= at and e.label in _ACTORS]
    acts = any(e.end == parsed.ends[before.i] for e in named) or singular(before.text) in _companies()
    return verb if acts and (verb.tag_ == "VB" or f"{verb.lower_}s" in _headline_verbs()) else None


@cache
def _companies() -> frozenset[str]:
    """Return the nouns for a company or what acts in it: "group", "carmaker", "board"."""
    return frozenset(row["noun"] for row in rows("company_nominals")) | frozenset(nominals("company"))


def _in_relative(token: Token) -> bool:
    nodes = (token, *token.ancestors)
    return any(n.dep_ == "relcl" and any(t.tag_ in ("WDT", "WP", "WRB") for t in n.children) for n in nodes)


@cache
def _headline_verbs() -> frozenset[str]:
    return frozenset(entries("headline_verbs"))


def _heads(parsed: Parsed, *, fragment: bool) -> Iterator[tuple[Token, Rank]]:
    """Yield the governors of the asserting clauses with their rank; each word is visited once.

    `fragment` says that a bare verb phrase states something, too, as the items of a list do.
    """
    acts = {speech.verb.i: speech for speech in speeches(parsed.words)}
    quoted = any(token.tag_ in ("``", "''") for token in parsed.words)
    queue: list[tuple[Token, Rank]] = [
        (sent.root, "main" if n == 0 else "joined") for n, sent in enumerate(parsed.doc.sents)
    ]
    while queue:
        head, rank = queue.pop(0)
        act = acts.get(head.i)
        if says(head) and (quoted or _reports(act)):
            queue += [(clause, rank) for clause in (act.reported if act else ())]
            queue += [(child, "joined") for child in _joined(head)]
            if (speaker := own_subject(head)) is not None:  # "the group, which makes pumps, said that …"
                queue += list(_opened(speaker, rank))
            continue
        if told := _told_before(head):  # "sales rose 5%, Acme estimates"
            queue.append((told, rank))
            continue
        if _states(head) or (fragment and rank == "main" and _is_verb_phrase(head)):
            yield head, rank
            yield from ((verb, "beside") for verb in _further_aims(head))
        queue += list(_opened(head, rank))


def _told_before(head: Token) -> Token | None:
    """Return the clause at whose end a verb only says who has it to tell: "…, Acme estimates", "…, a filing showed"."""
    if not (believes(head) or shows(head)) or any(not t.is_punct for t in head.doc[head.i + 1 :]):
        return None
    clause = next((child for child in head.children if child.dep_ == "ccomp" and child.i < head.i), None)
    return clause if clause is not None and own_subject(clause) is not None else None


def _reports(act: Speech | None) -> bool:
    return act is not None and act.verb not in act.reported


def _states(head: Token) -> bool:
    """Tell whether a verb states something: it has tense and a subject (also "there"), and is no aside."""
    subject = subject_of(head)
    there = any(child.dep_ == "expl" for child in head.children)
    past = head.tag_ == "VBN" and subject is not None and subject.dep_ == "nsubj" and subject.head == head
    return (is_finite(head) or past) and (subject is not None or there) and not is_aside(head)


def _is_verb_phrase(head: Token) -> bool:
    """Tell whether a list item goes on with a verb ("Holds patents", "to hire abroad"): no order to the reader."""
    aim = head.tag_ == "VB" and any(child.lower_ == "to" for child in head.children if child.dep_ == "aux")
    return aim or head.tag_ in FINITE_TAGS


def _joined(head: Token) -> list[Token]:
    return [child for child in head.children if child.dep_ == "conj" and is_verb(child)]


def _further_aims(head: Token) -> Iterator[Token]:
    """Yield the infinitives joined to that of a plan: the "shut" of "is to cut 90 jobs and shut its foundry"."""
    for aim in (head, *(child for child in head.children if child.dep_ == "xcomp")):
        if aim.tag_ == "VB":
            yield from (t for t in aim.children if t.dep_ == "conj" and t.tag_ == "VB" and own_subject(t) is None)


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
    return next(
        (child.lower_ for child in clause.children if child.dep_ in ("mark", "advmod") and child.i < clause.i), ""
    )


def _adds(relative: Token) -> bool:
    """Tell whether a relative clause adds a statement: behind a comma, with "which" or "who"."""
    first = next(iter(relative.subtree))
    pronoun = next((t for t in relative.subtree if t.tag_ in ("WDT", "WP", "WRB")), None)
    return pronoun is not None and pronoun.lower_ in _RELATIVES and first.i > 0 and first.nbor(-1).text == ","


def _carries(head: Token, figure: Token, kind: QuantityKind, heads: Iterable[Token]) -> bool:
    """Tell whether a clause's own assertion is the figure: not one that a part of a phrase only mentions."""
    path: list[Token] = []
    for node in (figure, *figure.ancestors):
        if node == head:
            return not _aside_of_phrase(path, kind)
        if node in heads or node.dep_ in _PARTS or (node.dep_ in ("pcomp", "conj") and is_verb(node)):
            return False
        path.append(node)
    return False


def _aside_of_phrase(path: Sequence[Token], kind: QuantityKind) -> bool:
    """Tell whether a figure only modifies: "a $5 billion plant", "a centre for 120 people", ", with 5 offices"."""
    for node in path:
        if node.lower_ == "according" or (node.lower_ == "with" and node.i > 0 and node.nbor(-1).text == ","):
            return True
        if node.dep_ == "prep" and node.lower_ in ("for", "with") and is_noun(node.head):
            return singular(node.head.text) not in _ORDERED
    modifies = ("compound", "amod", "nmod", "nummod") if kind == "money" else ("compound", "amod", "nmod")
    return len(path) > 1 and path[0].dep_ in modifies and path[1].dep_ in ("dobj", "pobj", "nsubj")


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
