"""Stock codes beside companies' names: "Acme (ACM):", "Acme Corp. (UK:ACM)", "Acme Inc. ACM, -1.25%"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from pipeline.lexicon import alternatives, entries
from pipeline.stages.entities.keys import abbreviates, decision_key
from pipeline.stages.entities.mention import Candidate, Line
from pipeline.stages.entities.vocabulary import AGENCIES, CURRENCIES, NO_NAMES, PLACES, SUFFIXES

LISTED = 2.0
"""What a stock code behind a name says for a company."""

_CODE = re.compile(
    rf"""\s?\(\s?(?:[A-Z]{{2}}:\s?[A-Z0-9]{{1,6}}(?:\.[A-Z]{{1,2}})?|[A-Z0-9]{{2,6}}\.[A-Z]{{1,2}}|(?P<bare>[A-Z]{{1,5}}))\s?\)
      | \s[A-Z]{{1,5}},?\s[+−-]\d{{1,3}}\.\d{{1,2}}\s?%
      | \s[A-Z0-9]{{2,6}}\.{alternatives(entries("market_suffixes"))}(?![\w.])""",
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"(?<!\w)[A-Z0-9][^\s(]*$")
_LABEL_ENDS = re.compile(r"\s[–—-]\s|:\s")
"""What follows the code of a share that has a paragraph of its own: "Acme Outfitters (ACMO) – "."""
_LONE_CODE = re.compile(r"[A-Z]{3,5}")
_WORDS_BEFORE, _REACH = 8, 100


class Span(NamedTuple):
    """Where a code stands in its sentence; `bare` is one that only its parentheses tell from a name."""

    start: int
    end: int
    bare: str


class StockCodes:
    """The places of an article's stock codes, by sentence."""

    def __init__(self, lines: Sequence[Line]) -> None:
        found = {line.sentence.sentence_id: list(_spans(line)) for line in lines}
        codes = {span.bare for spans in found.values() for span in spans} - {""}
        names = frozenset(_named(lines)) if codes else frozenset()
        lone = len(codes - names) == 1
        self.spans = {
            key: [s for s in spans if s.bare not in names and not (lone and len(s.bare) == 1)]
            for key, spans in found.items()
        }

    def bared(self, found: Iterable[Candidate]) -> Iterator[Candidate]:
        """Yield the possible names of `found` without the codes in and after them."""
        found = list(found)
        texts = frozenset(candidate.text for candidate in found)
        for candidate in found:
            if _ends_in_code(candidate, texts):  # "Acme Lamp Systems ALSI today"
                yield candidate._replace(last=candidate.last - 1)
                continue
            start, end = _place(candidate)
            cuts = [span.start for span in self._of(candidate) if span.start < end and start < span.end]
            tokens, last = candidate.line.tokens, candidate.last
            while cuts and last > candidate.first and tokens[last - 1].end > cuts[0]:
                last -= 1
            if last > candidate.first:
                yield candidate._replace(last=last)

    def listed(self, found: Iterable[Candidate]) -> frozenset[str]:
        """Return the names, by key, that a stock code follows."""
        return frozenset(decision_key(c.text) for c in found if any(s.start == _place(c)[1] for s in self._of(c)))

    def _of(self, candidate: Candidate) -> Sequence[Span]:
        return self.spans.get(candidate.line.sentence.sentence_id, ())


def _ends_in_code(candidate: Candidate, texts: Set[str]) -> bool:
    """Tell whether a name's last word is its stock code, as the article calls the company without it elsewhere."""
    name, _, code = candidate.text.rpartition(" ")
    if not (_LONE_CODE.fullmatch(code) and " " in name and name.replace(" ", "").isalpha() and name.istitle()):
        return False
    called = name in texts or any(code[:size] in texts for size in range(3, len(code)))
    return called and (abbreviates(code, name) or abbreviates(code[:-1], name))


def _named(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the words in capitals that stand outside of parentheses."""
    for line in lines:
        for before, token in pairwise((None, *line.tokens)):
            if token and token.text.isupper() and not (before and before.text in "(:"):
                yield token.text


def _place(candidate: Candidate) -> tuple[int, int]:
    tokens = candidate.line.tokens
    return tokens[candidate.first].start, tokens[candidate.last - 1].end


def _spans(line: Line) -> Iterator[Span]:
    text = line.sentence.text
    placed = line.tokens[line.dateline - 1].end if line.dateline else 0
    for match in _CODE.finditer(text, placed):
        before = text[max(0, match.start() - _REACH) : match.start()]
        bare = match["bare"] or ""
        short = bare and not _LABEL_ENDS.match(text, match.end()) and _is_short_form(bare, before)
        if _WORD_BEFORE.search(before) and not (bare and _is_known(bare)) and not short:
            yield Span(*match.span(), bare)


def _is_known(code: str) -> bool:
    return code in AGENCIES or code in PLACES or code in CURRENCIES or code in NO_NAMES or code in SUFFIXES


def _is_short_form(code: str, before: str) -> bool:
    """Tell whether a code is made of the letters of the words before it: then it is an abbreviation."""
    words = before.replace("-", " ").split()[-_WORDS_BEFORE:]
    return len(code) > 1 and any(abbreviates(code, " ".join(words[-n:])) for n in range(2, len(words) + 1))
