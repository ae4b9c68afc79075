"""Numbers whose noun is left out."""

import pytest

from pipeline.stages.quantities.left_out import Mentioned
from tests.stages.quantities.facts import facts

CASES: list[tuple[str, list[str]]] = [
    (
        "Of the 24 goals we set, 15 are met, six are near and three are far.",
        [
            "24 = count 24 goal",
            "15 = count 15 goal",
            "six = count 6 goal",
            "three = count 3 goal",
        ],
    ),
    (
        "Ferro runs 310 shops in Spain, Norve Mart has 240, while Tolva closed 90.",
        ["310 = count 310 shop", "240 = count 240 shop", "90 = count 90 shop"],
    ),
    (
        "It lasts eight hours on a charge, or 32 with the case.",
        ["eight hours = duration 8 hour", "32 = duration 32 hour"],
    ),
    (
        "The wait has shrunk from 27 weeks to nine.",
        ["27 weeks = duration 27 week", "nine = duration 9 week"],
    ),
    (
        "Its 52-week low is past; 143 funds rose and 37 fell.",
        ["52-week = duration 52 week", "143 = count 143 fund", "37 = count 37 fund"],
    ),
    ("It sold 40 cars; the new one is bigger, and version 6.4 starts from zero.", ["40 = count 40 car"]),
    ("It sells the Ferro 5000 and 7000 laptops with 2 ports.", ["2 = count 2 port"]),
    ("It is two feet deep; 2 ) it is wide; and 3 ) it is old.", ["two feet = measure 2 foot"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_number_takes_what_was_spoken_of(text: str, expected: list[str]) -> None:
    assert facts(text) == expected


def test_number_counts_what_the_same_number_counted_or_one_of_its_size() -> None:
    mentioned = Mentioned()
    mentioned.add(3, "version")
    mentioned.add(5, "colour")
    mentioned.add(40_000, "user")
    assert [mentioned.noun(n) for n in (3, 4, 30_000, 10**9)] == ["version", "colour", "user", None]
