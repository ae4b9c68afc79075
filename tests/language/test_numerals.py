"""Spelled-out numbers."""

import pytest

from pipeline.language.numerals import cardinal, cardinal_prefix, ordinal


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("three", 3),
        ("twenty-five", 25),
        ("hundred", 100),
        ("two hundred and two thousand", 202_000),
        ("seven hundred and fifty-six million", 756_000_000),
        ("one million two thousand two hundred", 1_002_200),
        ("twenty-one trillion three hundred", 21_000_000_000_300),
        ("two thousand nineteen", 2019),
        ("three four", None),
        ("twenty thirty", None),
        ("nineteen ninety", None),
        ("five plants", None),
        ("", None),
    ],
)
def test_a_cardinal_in_words_has_its_value(text: str, value: int | None) -> None:
    assert cardinal(text) == value


def test_the_longest_cardinal_at_a_place_is_read() -> None:
    words = ["sold", "two", "hundred", "and", "five", "new", "cars", ""]
    assert cardinal_prefix(words, 1) == (205, 5)
    assert cardinal_prefix(words, 0) is None


def test_a_joint_without_a_number_behind_it_is_left_out() -> None:
    assert cardinal_prefix(["two", "hundred", "and", "more", ""], 0) == (200, 2)
    assert cardinal_prefix(["twenty", "-", "odd", ""], 0) == (20, 1)


@pytest.mark.parametrize(("text", "value"), [("third", 3), ("twenty-first", 21), ("422nd", 422), ("firsts", None)])
def test_an_ordinal_has_its_value(text: str, value: int | None) -> None:
    assert ordinal(text) == value
