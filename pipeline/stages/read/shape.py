"""What a single line looks like, judged without its neighbours."""

from __future__ import annotations

import re

from pipeline.lexicon import entries

LIST_MARKER = re.compile(r"[•·▪◦‣⁃●○■□➢➤✓✔]\s*+\S|[*–—-]\s++\S|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s++\S")
"""A list item's marker and the first character of its text, at the front of a line."""

_CLOSERS = "\"'”’»)]* \u00a0"
_STOPS = frozenset(".!?…。！？")
_ENDS = frozenset(".:。：")
_TOKEN = re.compile(r"[^\W_]++(?>(?:[.,’'-][^\W_]++)*)")
_ABOUT = re.compile(r"about(?:\s[\w“\"]|\s?:?$)", re.IGNORECASE)
_SMALL_WORD = re.compile(r"\s[a-z]{4,}")
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]")
_STEM = 5
_LONGEST_WORDS = 15
"""Letters of a word that must agree for two words to be one; the mean length that shows a script without
spaces."""
_LEGAL_FORMS = frozenset(entries("company_suffixes"))
_NAME_WORDS = 6
"""The most words of a line that is a company's name with its legal form."""
_PROSE_WORDS = 5
_SHORT_SENTENCE = 4
_LONG_LINE, _HEADING_WORDS = 22, 12
"""The least words of running text, those of one plain sentence, those from which on a line is running text
without a full stop too, and the most of a heading."""


def word_count(text: str) -> int:
    """Return the number of words of a line, by its spaces; two characters a word where a script has none."""
    words = text.count(" ") + 1
    if words * _LONGEST_WORDS < len(text) and not text.isascii() and _UNSPACED.search(text):
        return len(text) // 2
    return words


def ends_sentence(text: str) -> bool:
    """Return whether the line ends in . ! ? or …, closing quotes and brackets aside."""
    return text.rstrip(_CLOSERS)[-1:] in _STOPS


def is_item(text: str) -> bool:
    """Return whether the line opens with a list item's marker."""
    return not text[0].isupper() and LIST_MARKER.match(text) is not None


def is_prose(text: str, words: int) -> bool:
    """Return whether the line of so many words is running text: closed, a list's introduction, or very long."""
    last = text[-1]
    if text[0] == "(" and last == ")" and (words >= _PROSE_WORDS or " = " in text):
        return True  # a remark by itself, or what a currency is worth
    if last == ":" and _is_label(text):
        return False
    if last == "." and words <= _NAME_WORDS and text.rsplit(" ", 1)[-1] in _LEGAL_FORMS:
        return False
    if words < _PROSE_WORDS:
        return words == _SHORT_SENTENCE and last == "." and text[0].isupper()
    return last in _ENDS or words >= _LONG_LINE or (not last.isalnum() and ends_sentence(text))


def _is_label(text: str) -> bool:
    """Return whether a line with a colon at its end heads what follows: capitals alone, a remark in brackets aside."""
    if has_small_word(text.partition(" (")[0]):
        return False
    return is_about(text) or ("," not in text and text.count(" ") < _HEADING_WORDS)


def has_small_word(text: str) -> bool:
    """Return whether a word of four letters and more stands in small letters behind the first."""
    return _SMALL_WORD.search(text) is not None


def is_about(text: str) -> bool:
    """Return whether the line is the heading of a company's portrait: "About", "About Acme plc"."""
    return text[0] in "Aa" and len(text) < 80 and _ABOUT.match(text) is not None and text[-1] not in ".!?"


def is_heading_like(text: str) -> bool:
    """Return whether the line can stand over a section: at most twelve words, not closed by a stop."""
    return word_count(text) <= _HEADING_WORDS and not ends_sentence(text.rstrip("?"))


def is_title_like(text: str) -> bool:
    """Return whether the line can be a headline: three to thirty words, not closed by a full stop."""
    words = word_count(text)
    return 3 <= words <= 30 and len(text) <= 250 and text[-1] not in ".:;," and not text[0].islower()


def stems(text: str) -> set[str]:
    """Return the content words of `text`, cut to their first five letters so that inflections agree."""
    return {token[:_STEM].lower() for token in _TOKEN.findall(text) if len(token) > 3 or not token.islower()}
