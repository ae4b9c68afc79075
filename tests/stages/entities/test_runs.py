from __future__ import annotations

import pytest

from pipeline.records import Block
from pipeline.stages.entities.runs import runs
from tests.stages.entities.conftest import line


def found(text: str, block: Block = "paragraph", lower: str = "") -> list[str]:
    sentence = line(text, block)
    return [sentence.text(first, last) for first, last in runs(sentence, frozenset(lower.split()))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # roles, titles and dates stand outside
        ("Quillon Chairman and CEO Mr. Arjun Sethi spoke in March 2021", ["Quillon", "Arjun Sethi"]),
        ("Former Vice President Ada Cole left on Tuesday", ["Ada Cole"]),
        # model numbers, codes and suffixes are whole
        ("the Orbit 9 Pro 5G and the Model 3 Long Range", ["Orbit 9 Pro 5G", "Model 3 Long Range"]),
        ("its Kirin 855+ chip beat the WF-1000XM5 by far", ["Kirin 855+", "WF-1000XM5"]),
        # amounts, periods and units are not
        ("made RMB53.7 billion in 3Q2019 and Q3 2020", []),
        ("sold Quillon 5,000 chairs and Orbit 40W lamps", ["Quillon", "Orbit"]),
        ("Quillon 5G phones", ["Quillon"]),
        ("a fee of US$85 million", []),
        # names of bodies with small words, companies with legal forms
        ("the U.S. Food and Drug Administration", ["U.S. Food and Drug Administration"]),
        ("the Ministry of Trade and Industry of Peru", ["Ministry of Trade and Industry of Peru"]),
        ("the National Stock Exchange of India", ["National Stock Exchange of India"]),
        ("Okuda and Stanford University", ["Okuda", "Stanford University"]),
        ("backed by Brandt & Oakes LLP and Stellaq, Inc. on Friday", ["Brandt & Oakes LLP", "Stellaq, Inc."]),
        ("Alderton Foods plc cut prices", ["Alderton Foods plc"]),
        ("rival Van der Meer NV", ["Van der Meer NV"]),
        ("the Singles’ Day festival", ["Singles’ Day"]),
        # possession ends a name
        ("Stellaq's Corelink", ["Stellaq", "Corelink"]),
        # technical abbreviations open and close no name, known terms are none
        ("its AI and IoT units and Internet of Things tools", []),
        ("the Quillon AIoT platform", ["Quillon"]),
        ("according to All Seasons Cloud, sales rose", ["All Seasons Cloud"]),
    ],
)
def test_runs_of_capitals(text: str, names: list[str]) -> None:
    assert found(f"{text}.") == names


def test_the_first_word_of_a_sentence_counts_only_where_it_is_no_plain_word() -> None:
    assert found("Smartphone sales of Quillon rose", lower="smartphone") == ["Quillon"]
    assert found("Quillon rose", lower="smartphone") == ["Quillon"]


def test_a_headline_is_cut_at_its_plain_words() -> None:
    assert found("Quillon Expands Into Electric Vehicle Market", "title", "vehicle") == ["Quillon"]


def test_a_run_too_long_for_a_name_is_none() -> None:
    assert found("saw " + "Alpha " * 50) == []
