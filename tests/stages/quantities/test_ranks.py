"""Places among competitors."""

import pytest

from tests.stages.quantities.facts import facts

CASES: list[tuple[str, list[str]]] = [
    (
        "It ranked 4th, ranking 422nd in all and 7th among internet firms.",
        ["4th = rank 4 rank", "422nd = rank 422 rank", "7th = rank 7 rank"],
    ),
    (
        "It came third, finished second and is placed fifth in Asia.",
        ["third = rank 3 rank", "second = rank 2 rank", "fifth = rank 5 rank"],
    ),
    (
        "It is the world's fourth-largest maker and second biggest buyer.",
        ["fourth-largest = rank 4 rank", "second biggest = rank 2 rank"],
    ),
    (
        "It is the third most valuable brand and the sixth-ranked bank.",
        ["third most valuable = rank 3 rank", "sixth-ranked = rank 6 rank"],
    ),
    (
        "It is No. 1, No.2, number three and #4.",
        ["No. 1 = rank 1 rank", "No.2 = rank 2 rank", "number three = rank 3 rank", "#4 = rank 4 rank"],
    ),
    (
        "It is in third place, in second position and the No. 5 spot.",
        ["third = rank 3 rank", "second = rank 2 rank", "No. 5 = rank 5 rank"],
    ),
    (
        "It is in the top 10, among the top three and has a top-five share.",
        ["top 10 = rank ≤10 rank", "top three = rank ≤3 rank", "top-five = rank ≤5 rank"],
    ),
    ("The bank is second only to Corvane.", ["second = rank 2 rank"]),
    (
        "It was ranked first for nine quarters and second in Asia.",
        ["first = rank 1 rank", "nine quarters = duration 9 quarter", "second = rank 2 rank"],
    ),
    ("It rose to third in Europe.", ["third = rank 3 rank"]),
    (
        "Ostra was 1st by shipments, 4th in the world and 2nd across the market.",
        ["1st = rank 1 rank", "4th = rank 4 rank", "2nd = rank 2 rank"],
    ),
    ("On the 1st in Paris it rained.", []),
    ("It vaulted from fifth to third.", ["fifth = rank 5 rank", "third = rank 3 rank"]),
    ("The firm moved from 17th to 13th.", ["17th = rank 17 rank", "13th = rank 13 rank"]),
    (
        "It was third in Spain and had been sixth; that puts it fourth behind Norve.",
        ["third = rank 3 rank", "sixth = rank 6 rank", "fourth = rank 4 rank"],
    ),
    ("It is second to none.", []),
    ("Third comes Norve.", ["Third = rank 3 rank"]),
    (
        "It rose from ninth place to sixth; home is the first place where it shows.",
        ["ninth = rank 9 rank", "sixth = rank 6 rank"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_rank_is_read(text: str, expected: list[str]) -> None:
    assert facts(text) == expected
