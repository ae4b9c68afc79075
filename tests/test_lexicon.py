from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicon import PhraseTable, alternatives

WORDS = ["rise", "rises", "rise to", "Rose", "rose by", "ro", "fall", "a", "an", ".net", "3-fold", "US", "us"]


def _flat(words):
    return (
        "(?:"
        + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(set(words), key=lambda w: (-len(w), w)))
        + ")"
    )


@pytest.mark.parametrize(
    ("text", "found"), [("it rises", "rises"), ("Rise\n to", "Rise\n to"), ("ROSE BY", "ROSE BY"), ("10.NET", ".NET")]
)
def test_the_longest_word_matches_over_any_white_space(text: str, found: str) -> None:
    match = re.search(alternatives(WORDS), text, re.IGNORECASE)
    assert match is not None
    assert match[0] == found


@given(
    st.lists(st.text("abAB .-", min_size=1, max_size=5), min_size=1, max_size=8),
    st.text("abAB .-", max_size=30),
    st.sampled_from([re.NOFLAG, re.IGNORECASE]),
)
def test_grouping_by_letter_finds_what_a_flat_list_finds(words: list[str], text: str, flags: re.RegexFlag) -> None:
    grouped = re.finditer(alternatives(words), text, flags)
    assert [m.span() for m in grouped] == [m.span() for m in re.finditer(_flat(words), text, flags)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Net sales rose", "Net sales"),
        ("the stock’s low", "stock"),
        ("the stock's low", "stock"),
        ("the unit’s net sales", "net sales"),
        ("buyers’ index", "buyers’ index"),
        ("net, sales", None),
        ("stock-based", None),
    ],
)
def test_a_phrase_is_found_whole_with_or_without_a_possessive(text: str, found: str | None) -> None:
    table = PhraseTable(dict.fromkeys(["net sales", "stock", "buyers' index"], True))
    assert [text[start:end] for start, end, _ in table.find(text)] == ([found] if found else [])
