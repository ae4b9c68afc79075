"""What is no quantity."""

import pytest

from tests.stages.quantities.facts import facts

CASES = [
    "Corvane 9, the Corvane 9 Pro 5G and the Galo 11 are phones.",
    "Global 500 firms and Valux 100 lists matter.",
    "In 2019 and 2020, since 1999, the 2019 results and FY2022.",
    "In 3Q2019, Q3, 1H20, H1 2023 and 2020/21.",
    "On September 24 2019, 5 May, Oct. 3, the 11th and April 6th.",
    "At 10:30 a.m., 6 pm, 9am, 18:00 and 0915 GMT.",
    "5G, 4K, 8K, 3D, 10-K, 8P, UFS3.0 and IP68.",
    "Version 3.0, version 2.1.3, Corvane OS 4.0 and release 12.",
    "COVID-19, F-150, A320, B2B, G20 and EU-27.",
    "Article 5, Section 3, Chapter 11, page 12, Phase 3 and Level 4.",
    "The second shop, the third quarter, the tenth anniversary, for the first time.",
    "Six-axis, four-in-one, two-sided, 8-core, 4-wheel and 5-star.",
    "One of them, no one, this one, one another and one day.",
    "Billions of people, tens of seconds, dozens of firms.",
    "(HKEX: 9988), (0700.HK), Stock Code: 1810.",
    "Tel: 020 7946 0018, https://example.com/2020/05?x=30% and +86 10 6060 6666.",
    "They won 3-1; the vote was 7-2.",
    "The Big Four and the Group of Seven met.",
    "(1) first, (2) second [3].",
    "24/7 service, 9/11 and 50/50.",
    "Directive 2014/65/EU and Regulation 2016/679 apply.",
    "Orders for the 630 have risen.",
    "It traded lower at 1109 hours.",
    "A zero-emission, zero tolerance, single, dual and trio of things.",
    "The first-half results, a half-year report and the second half.",
    "It was a two-way, one-off, one-time and first-class deal.",
    "They won 102-98 and 3-1 and flew the 787-9s with LPDDR4X inside.",
    "The council voted 11-4.",
    "Emissions of scopes 1, 2 and 3 fell.",
    "A Phase 2b study met its goal.",
    "It opens at 12 noon in Oslo.",
    "It drives 4K displays and 8K OLED TVs and takes 4K videos.",
    "The eHelm® 4 works with Lumo 3 15 and Lumo 3 14 laptops.",
    "Savers hold 401(k)s; the maker delivered a 727 to the carrier.",
    "Blocks 2213A, 2213B and 1912B were relinquished.",
]


@pytest.mark.parametrize("text", CASES)
def test_no_quantity_is_found(text: str) -> None:
    assert facts(text) == []
