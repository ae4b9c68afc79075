"""Ratios, shares and multiples."""

import pytest

from tests.stages.quantities.facts import facts

CASES: list[tuple[str, list[str]]] = [
    (
        "A 16:9 screen, a 60:40 split, a three-to-one vote and a 10-for-1 split.",
        [
            "16:9 = ratio 1.777777778 ratio",
            "60:40 = ratio 1.5 ratio",
            "three-to-one = ratio 3 ratio",
            "10-for-1 = ratio 10 ratio",
        ],
    ),
    ("It opens at 10:30 and 18:00 daily.", []),
    ("A 10:30 ratio was agreed.", ["10:30 = ratio 0.3333333333 ratio"]),
    (
        "One in five buyers, three in four managers and nine out of 10 workers agreed.",
        [
            "One in five = percent 20 percent",
            "three in four = percent 75 percent",
            "nine out of 10 = percent 90 percent",
        ],
    ),
    (
        "A third of staff, two-thirds of the board, half the shops and three quarters of the crew left.",
        [
            "A third = percent 33.33333333 percent",
            "two-thirds = percent 66.66666667 percent",
            "half = percent 50 percent",
            "three quarters = percent 75 percent",
        ],
    ),
    (
        "The second half, the third plant, the fourth quarter and the first three quarters.",
        ["three quarters = duration 3 quarter"],
    ),
    ("It was rated 4.5 out of 5 and scored 95 out of 100.", ["4.5 = number 4.5", "95 = number 95"]),
    (
        "Sales doubled, tripled, halved and more than quadrupled.",
        [
            "doubled = multiple 2 times ↑",
            "tripled = multiple 3 times ↑",
            "halved = multiple 0.5 times ↓",
            "quadrupled = multiple >4 times ↑",
        ],
    ),
    (
        "It will double its staff; it has double the range and twice the power.",
        ["double = multiple 2 times ↑", "double = multiple 2 times", "twice = multiple 2 times"],
    ),
    ("It doubles down on parts; it has double-digit growth.", []),
    (
        "A threefold rise, a 10-fold fall, 5x faster, 10x zoom and 2.5 times as much.",
        [
            "threefold = multiple 3 times ↑",
            "10-fold = multiple 10 times ↓",
            "5x = multiple 5 times ↑",
            "10x = multiple 10 times",
            "2.5 times = multiple 2.5 times",
        ],
    ),
    (
        "It trades at 15 times earnings and was 12 times oversubscribed.",
        ["15 times = multiple 15 times", "12 times = multiple 12 times"],
    ),
    (
        "It grew three times; it is three times stronger.",
        ["three times = multiple 3 times ↑", "three times = multiple 3 times ↑"],
    ),
    ("Earnings will be in the upper half of the range.", []),
    ("The ratio is 1.8 to 1.", ["1.8 to 1 = ratio 1.8 ratio"]),
    (
        "Nearly nine in 10 users and two in every five shops agree.",
        ["nine in 10 = percent ~90 percent", "two in every five = percent 40 percent"],
    ),
    (
        "It trades at 17.4 times earnings; the lens opens to f/1.7.",
        ["17.4 times = multiple 17.4 times", "f/1.7 = number 1.7"],
    ),
    ("The firm opened two in 10 cities.", ["10 = count 10 city"]),
    ("It was filed at 16:42:10 on Monday.", []),
    ("It is half as big.", ["half = percent 50 percent"]),
    ("Every third customer pays in cash, every third day.", ["Every third = percent 33.33333333 percent"]),
    (
        "Orders double in May as exports triple; it sells double glazing.",
        ["double = multiple 2 times ↑", "triple = multiple 3 times ↑"],
    ),
    (
        "One krona in five is lost, nine pictures out of ten were sharp, and one plant in five countries closed.",
        [
            "One krona in five = percent 20 percent",
            "nine pictures out of ten = percent 90 percent",
            "one = count 1 plant",
            "five = count 5 country",
        ],
    ),
    (
        "It will hand back half of the award, of which half is paid; a sixth consecutive fall of 5%, a tenth Virginia ship.",
        ["half = percent 50 percent", "half = percent 50 percent", "5% = percent 5 percent ↓"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_ratio_share_and_multiple_are_read(text: str, expected: list[str]) -> None:
    assert facts(text) == expected
