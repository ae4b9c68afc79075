from __future__ import annotations

import pytest

from pipeline.stages.entities.tokens import dateline_end, is_headline, tokenize


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Norvane’s Ostrivo", ["Norvane", "’s", "Ostrivo"]),
        ("Berlin-based Quillon", ["Berlin", "-based", "Quillon"]),
        ("ICRA-rated Skylark", ["ICRA", "-rated", "Skylark"]),
        ("Wuhan High-tech Zone", ["Wuhan", "High-tech", "Zone"]),
        ("U.S. exports", ["U.S.", "exports"]),
        ("Okuda Inc. said", ["Okuda", "Inc.", "said"]),
        ("AT&T and H&M", ["AT&T", "and", "H&M"]),
        ("a WF-1000XM5 headset", ["a", "WF-1000XM5", "headset"]),
        ("Kirin 855+ chip", ["Kirin", "855+", "chip"]),
        ("Yahoo! said", ["Yahoo!", "said"]),
        ("What a day!", ["What", "a", "day", "!"]),
        ("rose 1,250.5 points", ["rose", "1,250.5", "points"]),
        ("Novo Dansk A/S rose", ["Novo", "Dansk", "A/S", "rose"]),
        ("O’Hara didn’t", ["O’Hara", "didn’t"]),
    ],
)
def test_words_possessives_and_tails_are_told_apart(text: str, tokens: list[str]) -> None:
    found = tokenize(text)
    assert [t.text for t in found] == tokens
    assert all(text[t.start : t.end] == t.text for t in found)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Quillon", "capital"),
        ("iPad", "capital"),
        ("小愛", "capital"),
        ("didn’t", "lower"),
        ("5G", "number"),
        ("(", "mark"),
    ],
)
def test_kinds_of_tokens(word: str, kind: str) -> None:
    assert tokenize(word)[0].kind == kind


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Quillon Launches New Software for Small Teams", True),
        ("QUILLON LAUNCHES CHEAP SOFTWARE", True),
        ("Quillon launches new software for small teams", False),
        ("Orbit Labs and Tidewater Ventures backed Quillon Group.", False),
    ],
)
def test_title_case_is_told_from_a_sentence_with_many_names(text: str, headline: bool) -> None:
    assert is_headline(tokenize(text), least=4) is headline


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("BASEL, Switzerland, August 3, 2023 – Norvane today reported", "BASEL, Switzerland, August"),
        ("NASHVILLE (Newsline) - Harlow said", "NASHVILLE"),
        ("Madrid and Austin, Texas — Stellaq announced", "Madrid and Austin, Texas"),
        ("Harlow cut prices - again", ""),
        ("(Newsline) — Harlow cut prices", ""),
        ("Sales of the Orbit Pro - a headset - rose", ""),
        ("BASEL & BERN, Switzerland--(NEWSLINE)--Norvane today", "BASEL & BERN, Switzerland"),
        ("Orbit Xtreme —The latest lamp costs less", ""),
    ],
)
def test_places_of_a_dateline(text: str, places: str) -> None:
    tokens = tokenize(text)
    end = dateline_end(tokens)
    assert (text[: tokens[end - 1].end] if end else "").removesuffix(",") == places
