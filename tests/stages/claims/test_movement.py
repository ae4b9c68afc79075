"""Which way a value moved: by its numbers, by the verb before "to" or "below", by its rank."""

import pytest

from pipeline.records import Quantity
from pipeline.stages.claims.figures.movement import compared, moved_to, stays


def quantity(value, kind="percent"):
    place = {"doc_id": "d", "sentence_id": "d.s0", "quantity_id": "d.q0", "start": 0, "end": 1, "text": "1"}
    return Quantity(**place, kind=kind, value=value, unit=kind)


@pytest.mark.parametrize(
    ("value", "previous", "clause", "direction"),
    [
        (81.9, 86.4, "the ratio improved to 81.9% from 86.4%", "down"),
        (12, 31, "a loss narrower than a year ago", "down"),
        (29.1, 21.3, "fell short, at 29.1% from 21.3%", "up"),
        (5, 5, "unchanged at 5%", "flat"),
        (5, 5, "5% again", "flat"),
    ],
)
def test_numbers_tell_the_direction_before_words_do(value, previous, clause, direction):
    assert compared(quantity(value), quantity(previous), clause) == direction


def test_a_rank_rises_where_its_number_falls():
    assert compared(quantity(5, "rank"), quantity(9, "rank"), "leapt from ninth to fifth") == "up"
    assert compared(quantity(3, "rank"), quantity(2, "rank"), "from second to third") == "down"


@pytest.mark.parametrize(
    ("before", "direction"),
    [
        ("its share slid to ", "down"),
        ("margins may slip below ", "down"),
        ("churn has climbed above ", "up"),
        ("wireless charging stays at ", "flat"),
        ("shares rose at ", None),
        ("it lasts up to ", None),
        ("spending is likely to fall to ", "down"),
        ("which takes the number of jets on order to ", "up"),
        ("which brings the total to ", None),
        ("it wants to bring the ratio below ", "down"),
        ("the company intends to ", None),
        ("profit was flat on the year at ", "flat"),
    ],
)
def test_the_verb_before_a_level_tells_the_direction(before, direction):
    assert moved_to(before) == direction


@pytest.mark.parametrize(
    ("behind", "flat"),
    [
        (", almost unchanged.", True),
        (", the same as for 2025", True),
        (", an amount little changed from the year before.", True),
        (" of revenue, level with last year", True),
        (" was flat on the year", True),
        (" of the group’s total at a level of", False),
        (", up 5% on a stable margin", False),
    ],
)
def test_what_stands_behind_a_value_tells_that_it_stayed(behind, flat):
    assert stays(behind) is flat
