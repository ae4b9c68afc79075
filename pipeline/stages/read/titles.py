"""Finds an article's title among the lines above its body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.lexicon import alternatives, entries
from pipeline.stages.read.limits import is_salutation
from pipeline.stages.read.line import Line
from pipeline.stages.read.shape import ends_sentence, stems
from pipeline.stages.read.tables import is_key_figure
from pipeline.stages.read.tools import is_menu, is_navigation, is_section
from pipeline.stages.read.writers import sent_writers

_NEAR = 15
"""How many lines above the body the title can stand."""
_FIRST = 5
"""A page's first lines, where the title may stand alone for the first time."""
_BREADCRUMB = 6
"""How many lines round a title may run it together with a breadcrumb."""
_TAKEN_UP = 0.3
"""The share of a title's words that its body takes up."""
_KICKER = 2
"""The most words of a section's name above a title."""
_SHORT_KICKER = 4
"""The most words of one in capitals."""
_SENTENCE = 8
"""The least words of a page's first line that is no name of the page or of a section."""
_REPEATED = 4
"""The least words of a line whose repetition counts: a writer's name or a section is repeated, too,
and is no title for that."""
_FOLLOWED, _LEAST = 1.5, 1.7
"""What a byline below counts, and the least evidence for a title."""
_AWAY = 4
"""What a menu or breadcrumb between a line and the body costs: titles stand below these."""
_NAMED = 3
"""What it costs a line to be the name of a company or publication by its last word."""
_LEAST_CLOSED, _MOST_CLOSED, _CLOSED_SHARE = 3, 12, 0.5
"""The words of a headline with a full stop, and the share of them that the text takes up."""
_FUNCTION_WORDS = frozenset(
    "a an the i you he she it we they this that is are was were be been has have had its our".split()
)
"""What headlines leave out and sentences hold."""
_SAID, _OPENING = 4, 300
"""How many paragraphs of the body, and characters of each, are asked for the title's words."""

_SITE = re.compile(r"\s(?P<rule>--|[|–—-])\s(?P<name>[A-Z][\w.’'&]*(?:\s[A-Z][\w.’'&]*){0,3})$")
_VERDICT = re.compile(r"(?:Pros|Cons|Likes|Dislikes|Verdict|Rating|Score|Price)\s?:")
"""What the lines of a review's box begin with."""
_CODE = re.compile(r"\b(?:ISIN|LEI|(?i:(?:share|stock|ticker|securities|security) codes?|RNS number))\s?:")
_TRADE = alternatives(entries("writer_nouns"))
_AGENCIES = frozenset(entries("news_agencies"))
_VERBS = frozenset(entries("headline_verbs"))
_NAME_ENDS = frozenset(
    word.casefold() for name in ("company_suffixes", "house_pages", "publication_words") for word in entries(name)
) - {"review", "press", "news"}


def find_title(lines: Sequence[Line], body: int, named: str | None) -> int | None:
    """Return the index of the title in lines[:body], None where there is none.

    `named` is the title that mark-up gives.  Without it, of the headline-like lines above the body the one
    with most in its favour: the page's own title holds it, the page repeats it, a byline follows it, the body
    takes up its words, no menu comes after it.  Where the page repeats it, the title is the first time that it
    stands alone.
    """
    hinted = [n for n in range(body) if lines[n].hint == "title"]
    equal = [n for n in range(body) if named and lines[n].text.casefold() == named.casefold()]
    if equal or hinted:
        return (equal or hinted[-1:])[0]
    said = _said(lines[body : body + _SAID])
    above = [line.text.casefold() for line in lines[:body]]
    window = range(max(0, body - _NEAR), body)
    leading = [m for m in window if is_navigation(lines[m].text)]
    headlines = (n for n in window if _may_be_title(lines[n]) and not _is_listed(lines, n))
    scores = {n: _score(lines, n, said, above, leading) for n in headlines}
    best = max(scores, key=lambda n: (scores[n], -n), default=None)
    if best is None or scores[best] < _LEAST:
        return None
    while best - 1 in scores and _stands_over(lines, best - 1, said):
        best -= 1  # a sub-headline can say more than the title above it
    best = _unnamed(lines, best, scores)
    key = above[best]
    places = (n for n in range(best + 1) if n < _FIRST or n in window)
    return next(n for n in places if above[n] == key)


def is_code(text: str) -> bool:
    """Return whether a line gives a share's or an announcement's code: "ISIN: XX0001", "Share code: ACM"."""
    return _CODE.search(text) is not None


def is_closed_headline(line: Line, text: Sequence[Line]) -> bool:
    """Return whether a line is a headline with a full stop: telegram style, taken up by the `text` below it."""
    below = text[0]
    if line.hint or line.dateline or line.is_item or not line.text.endswith(".") or not below.is_prose:
        return False
    words = frozenset(line.text.casefold().rstrip(".").split())
    if not _LEAST_CLOSED <= line.words <= _MOST_CLOSED or below.words < 2 * line.words or words & _FUNCTION_WORDS:
        return False
    return below.gap and _share(line, _said(text)) >= _CLOSED_SHARE


def is_long_headline(line: Line) -> bool:
    """Return whether a line of plain text is as long as a paragraph and not closed like one."""
    if line.hint or line.dateline or not line.is_prose:
        return False
    return line.is_title_like and not ends_sentence(line.text)


def without_site(title: str, others: Sequence[str]) -> tuple[str, str | None]:
    """Return a title without the name of a site behind it, and the name; the title and None where it has none.

    The name stands behind a dash or stroke; it is believed where one of the `others`, the page's other lines, says
    who writes for it ("a reporter for Harbour Wire"), where it is a news agency's, or after a double dash.
    """
    match = _SITE.search(title)
    if match is None:
        return title, None
    name = match["name"]
    known = match["rule"] == "--" or name in _AGENCIES
    works = re.compile(rf"\b{_TRADE} (?:for|at|of|with) (?:the )?{re.escape(name)}(?!\w)")
    if known or any(name in text and works.search(text) for text in others):
        return title[: match.start()], name
    return title, None


def _unnamed(lines: Sequence[Line], best: int, candidates: Iterable[int]) -> int:
    """Return the headline below that begins with line `best`, where that is just a company's name; else `best`."""
    name = lines[best]
    if name.words >= _REPEATED:
        return best
    below = (n for n in candidates if n > best and lines[n].words > name.words and lines[n].text.startswith(name.text))
    return next(below, best)


def _is_listed(lines: Sequence[Line], n: int) -> bool:
    """Return whether line `n` is the first of several key figures, one below the other."""
    below = lines[n + 1] if n + 1 < len(lines) else None
    return below is not None and not below.gap and is_key_figure(lines[n].text) and is_key_figure(below.text)


def _may_be_title(line: Line) -> bool:
    if not line.is_title_like or line.hint == "nav" or line.role or line.mark or line.is_item:
        return False
    if line.text[0] + line.text[-1] == "()" or is_section(line.text) or sent_writers(line.text) or is_code(line.text):
        return False
    return not (line.is_caption or is_salutation(line.text) or is_menu(line.text) or _VERDICT.match(line.text))


def _is_name(line: Line) -> bool:
    """Return whether a short line is the name of a company or publication, by its last word."""
    return line.words < _SENTENCE and line.text.rsplit(" ", 1)[-1].casefold() in _NAME_ENDS


def _stands_over(lines: Sequence[Line], n: int, said: set[str]) -> bool:
    """Return whether line `n` is the title and the one below it a sub-headline."""
    if _is_name(lines[n]) or _is_kicker(lines[n], lines[n + 1]):
        return False
    return _share(lines[n], said) >= _TAKEN_UP or _is_headed(lines, n) or _is_run_together(lines, n)


def _is_kicker(line: Line, below: Line) -> bool:
    """Return whether a short line in capitals, without a verb, names the section of a headline that has none."""
    shouted = line.text.isupper() and not below.text.isupper()
    return shouted and line.words <= _SHORT_KICKER and _VERBS.isdisjoint(line.text.casefold().split())


def _is_headed(lines: Sequence[Line], n: int) -> bool:
    """Return whether the page's own head, or a section's name below it, stands right above line `n`.

    Only where blank lines set headlines apart: else the line may be an item of the head itself.
    """
    if not (lines[n].gap and lines[n + 1].gap):
        return False
    if n == 0:
        return lines[0].words >= _SENTENCE and lines[1].text.casefold() not in lines[0].text.casefold()
    if n == 1:
        return bool(lines[0].role)
    above = lines[n - 1]
    return bool(above.role or above.mark) or above.words <= _KICKER or is_menu(above.text)


def _leads(lines: Sequence[Line], n: int, above: Sequence[str]) -> bool:
    """Return whether the line opens a release, or the text with no prompt between it and the body."""
    if n:
        return lines[n - 1].role == "release"
    return not any(line.role and above[0] not in text for line, text in zip(lines[1:], above[1:], strict=False))


def _said(text: Sequence[Line]) -> set[str]:
    """Return the words that the first paragraphs of a text say."""
    return stems(" ".join(line.text[:_OPENING] for line in text[:_SAID]))


def _share(line: Line, said: set[str]) -> float:
    """Return the share of the line's words that the body takes up."""
    words = stems(line.text)
    return len(words & said) / max(1, len(words))


def _is_run_together(lines: Sequence[Line], n: int) -> bool:
    """Return whether a line near by, a breadcrumb or the page's own title, holds line `n` among other words."""
    key = lines[n].text.casefold()
    near = (lines[0], *lines[max(0, n - _BREADCRUMB) : n + _BREADCRUMB])
    return lines[n].words >= _REPEATED and key in "\n".join({line.text.casefold() for line in near} - {key})


def _score(lines: Sequence[Line], n: int, said: set[str], above: Sequence[str], leading: Sequence[int]) -> float:
    """Return the evidence that line `n` is the title of the text below the lines `above`, in small letters.

    The lines `leading` lead elsewhere.
    """
    line, key = lines[n], above[n]
    followed = any(below.mark for below in lines[n + 1 : n + 3])
    leads = _leads(lines, n, above)
    signed = next((m for m in range(n + 1, len(above)) if lines[m].mark), len(above))
    away = any(n < m < signed and key not in above[m] for m in leading)
    return (
        2 * min(1.0, line.words / 5)
        + 3 * min(0.5, _share(line, said))
        + 2 * (above.count(key) > 1) * (1 if line.words >= _REPEATED else -1)
        + 2 * _is_run_together(lines, n)
        + _FOLLOWED * followed
        + leads
        + 0.5 * line.gap
        - _AWAY * away
        - _NAMED * _is_name(line)
    )
