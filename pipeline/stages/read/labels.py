"""Which block each line of an article is, once its body is known."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pipeline.lexicon import entries
from pipeline.records import Block
from pipeline.stages.read.boxes import box_lines
from pipeline.stages.read.limits import is_salutation
from pipeline.stages.read.line import Line
from pipeline.stages.read.neighbours import (
    mark_above_dateline,
    mark_boxes,
    mark_captions,
    mark_contacts,
    mark_facts,
    mark_footnotes,
    mark_introduced,
    mark_lists,
    mark_prompted,
    mark_pull_quotes,
)
from pipeline.stages.read.related import is_related
from pipeline.stages.read.titles import is_code, is_long_headline
from pipeline.stages.read.tools import is_menu
from pipeline.stages.read.writers import is_person, is_role, named_writers, signatory

_STRAYS = 3
"""Lines of furniture that may stand between a title and what belongs to it."""
_CLOSE = 3
"""A date stands at most so many lines above its title."""
_LEGAL_FORMS = frozenset(form for entry in entries("company_suffixes") for form in (entry, entry.upper()))
_SUBTITLE_WORDS = 4
_ROLE_WORDS = 3
"""The most words of the line below a writer's name that says what the writer is."""
_UNMARKED: frozenset[Block] = frozenset({"heading", "furniture"})
"""What the lines of a list are taken for whose marks got lost."""
_LABEL = ": "
"""Two headings with it are subheads of one make: "Lamps: sales double", "Overseas: 38% of revenue"."""
_SIGNATURE, _SIGNED_WORDS = 5, 8
"""The most lines of a signature, and the most words of each."""
_SECTION = 4
"""How many paragraphs under a heading are asked whether it is theirs."""


def label_head(lines: Sequence[Line], title: int | None, body: int) -> list[Block]:
    """Return the blocks of lines[:body], what stands above the body; `title` is the title's index.

    What stands under the title belongs to the article as long as no navigation comes between.
    """
    if title is None:
        return _without_title(lines, body)
    labels = [_above_title(lines, n, title) for n in range(title)]
    labels.append("title")
    named, strays = lines[title].text.casefold(), 0
    for n in range(title + 1, body):
        label = _below_title(lines, n, named)
        strays += label == "furniture" and named not in lines[n].text.casefold()
        labels.append(label if strays <= _STRAYS or label in ("byline", "caption") else "furniture")
    mark_captions(lines[:body], labels, title + 1)
    _mark_strays(labels, title)
    mark_facts(lines[:body], labels, title + 1, among=_UNMARKED)
    return labels


def _without_title(lines: Sequence[Line], body: int) -> list[Block]:
    """Return the blocks above a body without a title: a wire's story opens with its points and a byline."""
    labels = [_above_title(lines, n, body) for n in range(body)]
    if labels and lines[0].mark and lines[0].mark.labelled and lines[0].mark.date:
        labels[0] = "byline"
    signed = next((n for n in reversed(range(body)) if labels[n] == "byline"), 0)
    told = [n for n in range(signed) if lines[n].is_item and lines[n].words >= _SUBTITLE_WORDS]
    if len(told) > 1 and signed - told[-1] == 1 and told[-1] - told[0] == len(told) - 1:
        for n in told:
            labels[n] = "list_item"
    return labels


def _mark_strays(labels: list[Block], title: int) -> None:
    """Make the short lines between a byline and the page's further head furniture: no subhead stands there."""
    signed = next((n for n in range(title, len(labels)) if labels[n] == "byline"), len(labels))
    last = max((n for n, label in enumerate(labels) if label in ("byline", "furniture")), default=0)
    for n in range(signed, last):
        if labels[n] == "heading":
            labels[n] = "furniture"


def _above_title(lines: Sequence[Line], n: int, title: int) -> Block:
    line = lines[n]
    if line.role or line.hint == "nav":
        return "furniture"
    if line.is_caption:
        return "caption"
    if is_salutation(line.text):
        return "paragraph"
    if title - n <= _CLOSE and line.mark and line.mark.date:
        return "byline"
    if title - n <= _CLOSE and _is_issuer(lines[n]):
        return "heading" if title - n == 1 and line.text.split()[-1] in _LEGAL_FORMS else "byline"
    return "byline" if title - n <= _CLOSE and line.mark else "furniture"


def _is_issuer(line: Line) -> bool:
    """Return whether a line above a title says who issues the release: the company, its codes, how it is called."""
    if is_menu(line.text):
        return False
    return line.text.split()[-1] in _LEGAL_FORMS or is_code(line.text) or line.text[0] + line.text[-1] == "()"


def _below_title(lines: Sequence[Line], n: int, title: str) -> Block:
    line = lines[n]
    found = "heading" if is_long_headline(line) and not line.is_item else _plain_label(line)
    if found != "heading":
        return found
    if title in line.text.casefold() or is_menu(line.text):
        return "furniture"
    if (above := lines[n - 1].mark) and above.author and line.words <= _ROLE_WORDS and is_role(line.text):
        return "byline"
    if named_writers(line.text) and any(near.mark for near in lines[max(0, n - 2) : n + 3]):
        return "furniture" if lines[n - 1].role == "release" else "byline"
    introduces = n + 1 < len(lines) and lines[n + 1].is_item
    return "heading" if line.words >= _SUBTITLE_WORDS or line.hint or introduces else "furniture"


def label_body(body: Sequence[Line], writers: Collection[str] = ()) -> list[Block]:
    """Return the blocks of the lines of an article's body; `writers` are the names in its bylines."""
    labels = [_plain_label(line) for line in body]
    mark_contacts(body, labels)
    for n in (boxes := box_lines(body, writers)):
        labels[n] = "furniture"
    if boxes and labels[boxes[0] - 1] == "heading":
        labels[boxes[0] - 1] = "furniture"  # a headline that leads elsewhere
    mark_captions(body, labels, 0)
    mark_above_dateline(body, labels)
    mark_prompted(body, labels)
    mark_boxes(body, labels)
    mark_footnotes(body, labels)
    mark_pull_quotes(body, labels)
    mark_introduced(body, labels)
    mark_lists(body, labels)
    mark_facts(body, labels, among=_UNMARKED - {"furniture"})
    headings = [n for n, label in enumerate(labels) if label == "heading"]
    labelled = {n for n in headings if _LABEL in body[n].text}
    subheads = labelled if len(labelled) > 1 else set()
    for n in headings:
        if n in subheads or body[n].text[-1] == ":" or labels[n + 1 : n + 2] == ["list_item"]:
            continue
        if is_related(body[n].text, _section(body, labels, n), len(headings) - 1):
            labels[n] = "furniture"
    return labels


def _plain_label(line: Line) -> Block:
    """Return the block that a line is by itself; "heading" for every short line that is nothing else."""
    if line.hint == "nav" or line.role:
        return "furniture"
    if line.is_caption:
        return "caption"
    if line.hint == "heading":
        return "heading"
    if line.hint == "list_item" or line.is_item:
        return "list_item"
    if line.mark or (line.hint == "byline" and not line.is_prose):
        return "byline"
    return "paragraph" if line.is_prose or is_salutation(line.text) else "heading"


def _section(body: Sequence[Line], labels: Sequence[Block], heading: int) -> list[str]:
    """Return the first paragraphs that a heading stands over."""
    found: list[str] = []
    for n in range(heading + 1, len(labels)):
        if labels[n] in ("paragraph", "list_item"):
            found.append(body[n].text)
        if len(found) == _SECTION or (labels[n] == "heading" and found):
            break
    return found


def label_tail(tail: Sequence[Line], *, letter: bool = False) -> list[Block]:
    """Return the blocks of the lines that follow an article's body, of a `letter` or not: a signature, then furniture.

    Before the page's own matter begins, a caption keeps its kind, and so does a line that says who reported
    or when the article was published.
    """
    signed = _signature(tail, letter=letter)
    labels: list[Block] = ["byline"] * signed
    ended = False
    for line in tail[signed:]:
        ended = ended or line.role in ("break", "end")
        labels.append("furniture" if ended or line.role else _tail_label(line))
    return labels


def _tail_label(line: Line) -> Block:
    if line.mark and line.mark.labelled:
        return "byline"
    return "caption" if line.is_caption else "furniture"


def _signature(tail: Sequence[Line], *, letter: bool) -> int:
    """Return how many lines a signature takes: a name with its role, or greeting, name, role and full date.

    Each is a short line.  Under a letter a name alone is one, too.
    """
    for n, line in enumerate(tail[:_SIGNATURE]):
        if line.role or line.words > _SIGNED_WORDS:
            break
        if (line.mark and line.mark.date and not line.mark.updated and (n or not line.mark.author)) or (
            n == 0 and signatory(line.text)
        ):
            return n + 1
    if not tail or tail[0].role or not is_person(tail[0].text):
        return 0
    titled = len(tail) > 1 and tail[1].words <= _SIGNED_WORDS and is_role(tail[1].text)
    return 1 + titled if titled or letter else 0
