from __future__ import annotations

from itertools import combinations
from typing import get_args

import pytest

from pipeline.records import EntityLabel
from pipeline.stages.entities.candidates import candidates
from pipeline.stages.entities.recognizer import Guess, may_name
from tests.stages.entities.conftest import line


def cut(text: str, *guesses: tuple[str, str]) -> list[tuple[str, str | None]]:
    """Return the candidates where the model guessed (words, label)."""
    sentence = line(f"{text}.")
    spans = []
    for words, label in guesses:
        start = text.index(words)
        inside = [i for i, t in enumerate(sentence.tokens) if start <= t.start and t.end <= start + len(words)]
        spans.append(Guess(inside[0], inside[-1] + 1, label))  # type: ignore[arg-type]
    return [(c.text, c.label) for c in candidates(sentence, spans, frozenset())]


@pytest.mark.parametrize(
    ("text", "guesses", "names"),
    [
        ("unveiled Mi Orbit today", [("Orbit", "PERSON")], [("Mi Orbit", "PERSON")]),
        ("called Quillon Founder Ada Cole", [("Quillon Founder", "PERSON"), ("Ada Cole", "PERSON")],
         [("Quillon", "PERSON"), ("Ada Cole", "PERSON")]),
        ("from Okuda and Quillon", [("Okuda and Quillon", "ORG")], [("Okuda", "ORG"), ("Quillon", "ORG")]),
        ("at the Central bank of Peru", [("the Central bank of Peru", "ORG")], [("Central bank of Peru", "ORG")]),
        ("via China Unicom", [("China", "GPE")], [("China Unicom", None)]),
        ("the Chinese Premier Li Wei", [("Chinese", "NORP"), ("Li Wei", "PERSON")],
         [("Chinese", "NORP"), ("Li Wei", "PERSON")]),
        ("of British Columbia", [], [("British Columbia", None)]),
        ("in Hubei Province", [("Hubei Province", "GPE")], [("Hubei", "GPE")]),
        ("ranked 422nd in May", [("422nd", "ORG")], []),
        ("Zacks raised Okuda from hold", [("Zacks raised Okuda", "ORG")], [("Zacks", None), ("Okuda", None)]),
        ("the new Boeing 737 MAX", [("Boeing", "ORG"), ("MAX", "ORG")], [("Boeing 737 MAX", "ORG")]),
    ],
)  # fmt: skip
def test_guesses_and_runs_make_whole_names(
    text: str, guesses: list[tuple[str, str]], names: list[tuple[str, str | None]]
) -> None:
    assert cut(text, *guesses) == names


@pytest.mark.parametrize(
    "text", ["The plant in the north cost 5 million.", "sales rose 3%, to $5m", "In march, we sold the bank of tea."]
)
def test_no_guess_counts_in_a_line_that_the_model_is_not_shown(text: str) -> None:
    sentence = line(text)
    assert not may_name(sentence)
    none = candidates(sentence, [], frozenset())
    for first, last in combinations(range(len(sentence.tokens) + 1), 2):
        for label in get_args(EntityLabel):
            assert candidates(sentence, [Guess(first, last, label)], frozenset()) == none


@pytest.mark.parametrize("text", ["Okuda rose.", "The Okuda rose.", "It fell, In May, by 3%."])
def test_the_model_is_shown_every_line_with_a_capital_that_may_begin_a_name(text: str) -> None:
    assert may_name(line(text))
