"""Claims without a figure that say which way something goes: movements, ratings, forecasts beaten, comparatives."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline import Extractor
from pipeline.records import Claim

Read = Callable[[str], Claim]
HEAD = "Orvelle Pumps news\n\nLYON, May 5, 2021 - Orvelle Pumps makes pumps.\n\n"


@pytest.fixture(scope="session")
def told() -> Read:
    """Return the reader of an article's last claim."""
    extractor = Extractor()
    return lambda text: extractor(HEAD + text).claims[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank downgraded Orvelle Pumps to sell.", ("rating", None, "down", None)),
        ("Tessel Research kept its hold rating on the stock.", ("rating", None, "flat", None)),
        ("Orvelle Pumps beat quarterly profit forecasts.", ("financial_report", None, "up", "versus")),
        ("Orvelle Pumps raised its full-year guidance.", ("financial_report", None, "up", None)),
        ("Shares of Orvelle Pumps slid in Paris.", ("security_value", "share_price", "down", None)),
        ("The new pump is cheaper.", ("price", "price", "down", None)),
        ("The new pump is less expensive.", ("price", "price", "down", None)),
    ],
)
def test_a_clause_without_a_figure_says_which_way(
    told: Read, text: str, expected: tuple[str, str | None, str, str | None]
) -> None:
    claim = told(text)
    assert claim.change is not None
    assert (claim.type, claim.metric, claim.change.direction, claim.change.basis) == expected


def test_shares_that_slide_in_a_headline_are_the_stock() -> None:
    claim = Extractor()("Orvelle Pumps shares slide\n\nOrvelle Pumps makes pumps.").claims[0]
    assert (claim.type, claim.metric) == ("security_value", "share_price")


@pytest.mark.parametrize("text", ["The plot once held a pulp mill.", "Our people lost access to the office."])
def test_a_verb_with_an_object_of_its_own_moves_nothing(told: Read, text: str) -> None:
    assert told(text).change is None
