"""A people's adjective is a language where the words around it say so."""

from __future__ import annotations

import pytest

from tests.stages.entities.conftest import Reader
from tests.stages.entities.test_entities_in_articles import labels


@pytest.mark.parametrize(
    ("sentence", "name", "label"),
    [
        ("The Tolmaro speaker understands nine languages, with Danish and Tamil to follow.", "Danish", "LANGUAGE"),
        ("The Tolmaro speaker understands nine languages, with Danish and Tamil to follow.", "Tamil", "LANGUAGE"),
        ("English, Dutch and Polish are supported from the start.", "Dutch", "LANGUAGE"),
        ("The manual is printed in Finnish and Swedish.", "Swedish", "LANGUAGE"),
        ("The films come with Korean subtitles.", "Korean", "LANGUAGE"),
        ("Its call centre answers in Hindi, Amharic and Urdu.", "Amharic", "LANGUAGE"),
        ("A model for Bahasa Indonesia is planned.", "Bahasa Indonesia", "LANGUAGE"),
        ("English-speaking markets come first.", "English", "LANGUAGE"),
        ("In French and German shops the lamp costs €40.", "German", "NORP"),
        ("The founder of Tolmaro is Swedish.", "Swedish", "NORP"),
        ("The Dutch like the lamp.", "Dutch", "NORP"),
        ("Demand in Chinese, Indian and Korean cities fell.", "Chinese", "NORP"),
    ],
)
def test_a_language_stands_without_a_noun_or_beside_words_of_speech(
    read: Reader, sentence: str, name: str, label: str
) -> None:
    assert labels(read, sentence).get(name) == label
