"""Facilities: mines, wind farms, hubs and the like are told by what stands beside their names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline import Extractor

Labels = Callable[[str], dict[str, str]]
HEAD = (
    "Orvelle Energy reports progress\n\nLYON, May 5, 2021 - Orvelle Energy said on Wednesday that it is doing well.\n\n"
)


@pytest.fixture(scope="session")
def labels() -> Labels:
    """Return the reader of the labels of an article's names, by their text."""
    extractor = Extractor()
    return lambda text: {e.text: e.label for e in extractor(HEAD + text).entities if e.form == "name"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Karwick 3", "The company has taken a final investment decision on the Karwick 3 offshore wind farm."),
        ("Selden Gateway", "Orvelle Energy opened the Selden Gateway, a parcel hub of 30,000 square metres."),
        ("Tallow Creek", "The feasibility study for Tallow Creek shows a net present value of $600 million."),
        ("Tallow Lake", "Tallow Lake, its wholly owned copper project, lies 40 km north of Calama."),
        ("Brakfontein", "Brakfontein, the group's largest operation, produced 120,000 ounces."),
        ("Melrick", "The Melrick tunnel will be 14 km long."),
        ("Cuesta Roja", "Drilling at Cuesta Roja returned 24 metres at 3.2 g/t gold."),
        ("Harrow Bay", "Construction of the Harrow Bay LNG terminal is to begin in 2026."),
        ("Leipzig Convention Center", "The fair takes place in the Leipzig Convention Center."),
        ("Veltham Science Park", "Veltham Science Park is home to 90 companies."),
    ],
)
def test_what_stands_beside_a_name_tells_a_facility(labels: Labels, name: str, text: str) -> None:
    assert labels(text)[name] == "FAC"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Corvane", "The Corvane plant employs 600 people. Corvane makes pumps."),
        ("Corvane", "Corvane opened a store in Lyon. The Corvane store has 40 seats."),
        ("Corvane", "Corvane, our tower company, signed an agreement. Corvane also hired staff."),
    ],
)
def test_a_companys_own_plants_and_shops_leave_it_a_company(labels: Labels, name: str, text: str) -> None:
    assert labels(text)[name] == "ORG"


def test_a_sister_that_differs_by_its_number_is_a_facility_too(labels: Labels) -> None:
    found = labels("The Karwick 3 wind farm opened in May. Orvelle Energy has run Karwick 2 since 2015.")
    assert (found["Karwick 3"], found["Karwick 2"]) == ("FAC", "FAC")
