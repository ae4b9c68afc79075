"""The language of a text, guessed from its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from pipeline.lexicon import rows

_SAMPLE = 5_000
"""The characters of a text that decide; so many tell a language from its neighbours."""
_FEWEST = 5
"""So many function words must speak for a language."""
_SHARE = 0.3
"""The share of letters from which on a script decides."""
_KANA_SHARE = 0.1
_ASCII = 0.9
"""A text with so many ASCII characters is in Latin script."""
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]"), _KANA_SHARE),
    ("ko", re.compile(r"[\uac00-\ud7af]"), _SHARE),
    ("zh", re.compile(r"[\u4e00-\u9fff]"), _SHARE),
    ("ru", re.compile(r"[\u0400-\u04ff]"), _SHARE),
    ("el", re.compile(r"[\u0370-\u03ff]"), _SHARE),
    ("ar", re.compile(r"[\u0600-\u06ff]"), _SHARE),
    ("he", re.compile(r"[\u0590-\u05ff]"), _SHARE),
    ("hi", re.compile(r"[\u0900-\u097f]"), _SHARE),
    ("th", re.compile(r"[\u0e00-\u0e7f]"), _SHARE),
)


@cache
def _languages() -> dict[str, list[str]]:
    """Return the languages of each function word."""
    index: dict[str, list[str]] = {}
    for row in rows("function_words"):
        for word in set(row["words"].split()):
            index.setdefault(word, []).append(row["language"])
    return index


def guess_language(text: str, default: str = "en") -> str:
    """Return the ISO 639-1 code of the language `text` is in; `default` where too little speaks for any.

    A script of its own decides, else the function words of `lexicons/function_words.tsv`.
    """
    sample = text[:_SAMPLE].lower()
    if not sample.isascii() and len(sample.encode("ascii", "ignore")) < _ASCII * len(sample):
        letters = max(1, sum(map(str.isalpha, sample)))
        for code, script, share in _SCRIPTS:
            if len(script.findall(sample)) > share * letters:
                return code
    languages = _languages()
    counts = Counter(filter(languages.__contains__, sample.split()))
    scores: Counter[str] = Counter()
    for word, count in counts.items():
        for code in languages[word]:
            scores[code] += count
    best = max(sorted(scores), key=lambda code: (scores[code], code == default), default=default)
    return best if scores[best] >= _FEWEST else default
