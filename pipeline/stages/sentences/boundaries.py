"""Where sentences end: one scan for stops, and a decision on each from the words on both sides.

The rules are those of Punkt (Kiss and Strunk 2006) with its learnt tables replaced by word lists: a stop ends
a sentence unless it belongs to an abbreviation, an initial or a list number, or a small letter follows.  A
quotation of several sentences is split; words of attribution stay with the quotation before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.lexicon import alternatives, entries, rows

_ENDS = {row["abbreviation"]: row["ends"] for row in rows("abbreviations")}
_OPENERS = frozenset(entries("sentence_openers"))
_ZONES = frozenset(zone.upper() for zone in entries("time_zones") if len(zone) > 2)
_LEGAL_FORMS = frozenset(entries("company_suffixes"))
_STOP = re.compile(
    # a first stop; then closing quotes, before one of which a space may stray, a footnote's number, and white
    # space; or a full-width stop, which needs none; or a stop that was glued to the next sentence.
    rf"""[.!?…。！？](?<![.!?…。！？][.!?…。！？])
        (?: (?P<more>[.!?…]*+)
            (?P<close>(?>(?:(?>(?:["'”’»“)\]]|\[\d{{1,3}}\])+)|[ \u00a0][”»"](?=\s)
                |(?:(?<=[a-z]{{4}}\.)|(?<=[%)”]\.))\d{{1,2}}(?=\s))?))
            (?P<gap>\s++)(?=\S)
          | (?<=[。！？])[。！？]*+[”’」』）]*+(?P<wide>\s*+)(?=\S)
          | (?:(?<=[a-z]{{3}}\.)(?={alternatives(sorted(word for word in _OPENERS if word[0].isupper()))}\s)
             |(?<=%\.)(?=[A-Z][a-z])) (?P<glued>) )
    """,
    re.VERBOSE,
)
_ITEM = re.compile(r"[•▪●■](?<=\s.)\s*+(?=\S)")
"""The marker of a list item inside a line: the list was run together."""
_OPENING = "\"'“‘’«([{*"
_QUOTES = frozenset("\"'”’»“")
_SIGNS = "$€£¥₹₩@#©"
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\.?")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LETTERED = frozenset(
    "Model Series Class Type Phase Category Group Grade Tier Tranche Plan Vitamin Hepatitis Appendix".split()
)
"""Words whose kinds have letters, which are no initials."""
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z])\)?")
_CAMEL = re.compile(r"[a-z]{1,2}[A-Z]|[\w.+-]{1,30}@\w")
_SPEAKER = rf"(?:[A-Z][\w.’'&-]*+\s){{1,4}}{alternatives(entries('attribution_verbs'))}"
_SAID = re.compile(rf"{_SPEAKER}(?:\s(?:in|at|on|during|after|to)\s[^.,“\"]{{1,40}})?\s?\.(?!\w)")
_ASKED = re.compile(rf"{_SPEAKER}\b(?!\s*[,:]?\s*[“\"])")
_MONTH = rf"(?i:{alternatives(row['word'] for row in rows('months'))})"
_DATELINE = re.compile(
    rf"[\[(]?[^\W\d_a-z](?:[\w.’'&,/–—―-]|\s(?=[^a-z]|(?:and|de|la|of|upon)\s)){{1,60}}?[\s,–—―-]"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}|{_MONTH}\.?\s\d{{1,2}}),?\s(?:19|20)\d\d"
)
"""A place and its day: with a full stop behind them they open the first sentence ("Lyon, 3 May 2021. Orbin ...")."""
_TOWN = re.compile(r"[A-ZÀ-ÖØ-Þ]{3,}(?:[\s-][A-ZÀ-ÖØ-Þ]+){0,2},\s[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:\s[A-ZÀ-ÖØ-Þ][^\W\d_]+)?")
"""A dateline without a day: "LYON, France. Orbin ..."."""
_BARRED = re.compile(r"[^\W\d_a-z][^\n]{2,60}?\d\.?\s/[A-Z][\w\s.-]{1,30}/")
"""A dateline whose agency stands between strokes: "LYON, May 3. /AGENCY/. Orbin ..."."""
_QUOTED = re.compile(r"[“\"][A-Z][^”\"]{30}")
"""A quotation of more than a name or two opens a sentence: "... of Acme Inc. “Together with our ..."."""
_DAY = re.compile(rf"{_MONTH}\s\d")
"""A day after an abbreviation opens no sentence ("in the U.S. May 2")."""
_DASH = re.compile(r"--|[–—―]")
_REACH = 40
_CLAUSE = 120
"""The characters on each side of a stop that can decide on it, and those of an attribution."""
_NAME_LETTERS, _AROUND = 4, 2048
"""The most letters of a name that ends in a stop, and how far from it the name is looked for."""


def ends(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Return (end of a sentence, start of the next) for every boundary inside text[start:end], in order."""
    if text.find("•", start + 1, end) > 0 or text.find("▪", start + 1, end) > 0:
        return _ends_of_items(text, start, end)
    return _ends_of_sentences(text, start, end)


def _ends_of_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for match in _STOP.finditer(text, start, end):
        if match["gap"] and not _is_end(text, first, match, end):
            continue
        yield match.start(match.lastgroup or 0), match.end()
        first = match.end()


def _ends_of_items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the boundaries of a list that was run together: before its markers, and inside its items."""
    for match in _ITEM.finditer(text, start + 1, end):
        stop = len(text[start : match.start()].rstrip()) + start
        yield from _ends_of_sentences(text, start, stop)
        yield stop, match.end()
        start = match.end()
    yield from _ends_of_sentences(text, start, end)


def _is_end(text: str, first: int, match: re.Match[str], end: int) -> bool:
    """Return whether the stops of `match` end the sentence that began at `first`."""
    at, close = match.start(), match["close"] or ""
    following = text[match.end() : min(end, match.end() + _REACH)]
    if not _can_open(following.lstrip(_OPENING)):
        return False
    full_stop = text[at] == "." and not match["more"]
    if close and close[-1] in _QUOTES:
        pattern = _SAID if full_stop else _ASKED
        return pattern.match(text, match.end(), min(end, match.end() + _CLAUSE)) is None
    if not full_stop:
        return text[at] != "!" or following.split(None, 1)[0].rstrip(",") not in _LEGAL_FORMS
    if close not in ("", ")") or (close and following[0] == "("):
        return close != ")"  # "Acme (formerly Quill Inc.) (ACM)"
    words = text[max(first, at - _REACH) : at].split()
    word = _DASH.split(words[-1])[-1] if words else ""
    if _is_of_name(text, word.lstrip(_OPENING), at):
        return False
    if len(word) == 1 and word.isupper() and len(words) > 1 and words[-2] in _LETTERED:
        return True  # "including Model 7 and Model B. Orbin said"
    dateline = _DATELINE if word.isdecimal() else _BARRED if word.endswith("/") else None
    opening = (dateline and dateline.fullmatch(text, first, at)) or (
        at - first < _REACH and _TOWN.fullmatch(text, first, at)
    )
    if opening:
        return False
    return _ends_after(word, following, bool(close), at - first)


def _is_of_name(text: str, word: str, at: int) -> bool:
    """Return whether the stop after the capitals `word` belongs to them: a figure follows elsewhere ("QX.3")."""
    if not (word.isalpha() and word.isupper() and len(word) <= _NAME_LETTERS):
        return False
    return re.search(rf"\b{word}\.\d", text[max(0, at - _AROUND) : at + _AROUND]) is not None


def _can_open(opened: str) -> bool:
    """Return whether a sentence can begin like this: a capital, a digit, a sign, "eBay", an e-mail address."""
    head = opened[:1]
    if head.islower():
        return _CAMEL.match(opened) is not None
    return head.isalnum() or (head != "" and head in _SIGNS)


def _ends_after(token: str, following: str, closed: bool, length: int) -> bool:
    """Return whether a full stop after `token`, `length` characters into its sentence, ends it."""
    if length == len(token) and _LIST_NUMBER.fullmatch(token):
        return False
    word = token.lstrip(_OPENING)
    if word in _ZONES:
        return True
    kind = _ENDS.get(word.lower())
    if kind is None and _ENDS.get(word.lower().rpartition(".")[2]) == "number" and following[:1].isdigit():
        return False  # "(app.no. 19055)"
    if kind is None and (_DOTTED.fullmatch(word) or (len(word) == 1 and word.isupper())):
        kind = "opener"
    if kind is None or closed:
        return True
    return not following[:1].isdigit() if kind == "number" else kind == "opener" and _is_opener(following)


def _is_opener(following: str) -> bool:
    """Return whether the next word clearly opens a sentence: a function word, or one before a colon."""
    if _QUOTED.match(following):
        return True
    opened = following.lstrip(_OPENING)
    word = _WORD.match(opened)
    if word is None:
        return False
    labelled = opened[word.end() : word.end() + 1] == ":" and following[0] != "("  # "(NYSE: ABC)" belongs to a name
    return labelled or (word[0] in _OPENERS and _DAY.match(opened) is None)
