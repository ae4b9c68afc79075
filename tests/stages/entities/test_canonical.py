from __future__ import annotations

import pytest

from pipeline.records import EntityLabel
from pipeline.stages.entities.canonical import canonical_names
from pipeline.stages.entities.definitions import defined_terms, definitions
from pipeline.stages.entities.keys import abbreviates
from pipeline.stages.entities.mention import Mention


def canonical(label: EntityLabel, *texts: str, terms: dict[str, str] | None = None) -> list[str]:
    mentions = [Mention(10 * n, 10 * n + 5, text, label, f"s{n}") for n, text in enumerate(texts)]
    return canonical_names(mentions, terms or {}, frozenset())


@pytest.mark.parametrize(
    ("label", "texts", "names"),
    [
        ("ORG", ["Quillon Corp.", "Quillon", "Quillon Corporation"], ["Quillon Corporation"] * 3),
        ("ORG", ["Tenzor Technologies", "Tenzor"], ["Tenzor Technologies"] * 2),
        ("ORG", ["Okuda Marine", "Okuda"], ["Okuda Marine"] * 2),
        ("ORG", ["Amazonia.com Inc", "Amazonia"], ["Amazonia.com Inc"] * 2),
        ("ORG", ["QuillonLamp Works", "Quillonlamp Works", "QuillonLamp"], ["QuillonLamp Works"] * 3),
        ("ORG", ["Quillon® Glass", "Quillon Glass"], ["Quillon Glass"] * 2),
        ("ORG", ["International Lamp Council", "ILC"], ["International Lamp Council"] * 2),
        # nothing merged that differs
        ("ORG", ["Quillon", "Quillon Finance"], ["Quillon", "Quillon Finance"]),
        ("ORG", ["Quillon", "Quillon Motors"], ["Quillon", "Quillon Motors"]),
        ("ORG", ["Okuda Motors", "Okuda Steel", "Okuda"], ["Okuda Motors", "Okuda Steel", "Okuda"]),
        ("ORG", ["Tenzor China", "Tenzor"], ["Tenzor China", "Tenzor"]),
        ("PRODUCT", ["Orbit 9", "Orbit 9 Pro"], ["Orbit 9", "Orbit 9 Pro"]),
        # persons by their parts, places by their other names, products by plural and hyphen
        ("PERSON", ["Lan Mei", "Lan", "Mei"], ["Lan Mei"] * 3),
        ("PERSON", ["Ada Cole", "Cole", "Ben Cole", "Cole"], ["Ada Cole", "Ada Cole", "Ben Cole", "Ben Cole"]),
        ("PERSON", ["Ada Cole", "Ada B. Cole"], ["Ada B. Cole"] * 2),
        ("GPE", ["US", "United States", "U.S."], ["United States"] * 3),
        ("GPE", ["CHINA", "China"], ["China"] * 2),
        ("PRODUCT", ["Orbit-Box", "Orbit Box", "Orbit Boxes"], ["Orbit-Box", "Orbit-Box", "Orbit Boxes"]),
        ("PRODUCT", ["Orbit TV", "Orbit TVs"], ["Orbit TV"] * 2),
    ],
)  # fmt: skip
def test_forms_of_one_thing_share_the_fullest(label: EntityLabel, texts: list[str], names: list[str]) -> None:
    assert canonical(label, *texts) == names


def test_a_product_without_its_maker_is_the_same_product() -> None:
    mentions = [
        Mention(0, 6, "Tupelo", "ORG", "s0"),
        Mention(10, 22, "Tupelo T-200", "PRODUCT", "s0"),
        Mention(30, 35, "T-200", "PRODUCT", "s1"),
    ]
    assert canonical_names(mentions, {}, frozenset())[1:] == ["Tupelo T-200"] * 2


def test_a_full_name_in_the_title_comes_first() -> None:
    texts = ["Tenzor Labs", "Tenzor", "Tenzor Labs"]
    mentions = [Mention(20 * n, 20 * n + 9, text, "ORG", f"s{n}") for n, text in enumerate(texts)]
    assert canonical_names(mentions, {}, frozenset({"s0"})) == ["Tenzor Labs"] * 3


def test_a_defined_term_stands_for_its_definition() -> None:
    assert (
        canonical("ORG", "Hagen Stock Exchange", "HEX", terms={"hex": "Hagen Stock Exchange"})
        == ["Hagen Stock Exchange"] * 2
    )


@pytest.mark.parametrize(
    ("text", "name", "terms"),
    [
        ("Quillon Ltd. (“Quillon” or the “Group”) said", "Quillon Ltd.", {"quillon": "Quillon Ltd.", "the group": "Quillon Ltd."}),
        ("Quillon Ltd. (NYSE: QLN) (the “Company”) said", "Quillon Ltd.", {"the company": "Quillon Ltd."}),
        ("Quillon Ltd. (\"the Firm\") said", "Quillon Ltd.", {"the firm": "Quillon Ltd."}),
        ("Hagen Stock Exchange (HGEX) said", "Hagen Stock Exchange", {"hgex": "Hagen Stock Exchange"}),
        ("U.S. Food and Lamp Agency (FLA)", "U.S. Food and Lamp Agency", {"fla": "U.S. Food and Lamp Agency"}),
        ("Ada Cole (centre) said", "Ada Cole", {}),
        ("Quillon (2019) said", "Quillon", {}),
    ],
)  # fmt: skip
def test_definitions_in_parentheses(text: str, name: str, terms: dict[str, str]) -> None:
    assert definitions(text, [Mention(0, len(name), name, "ORG", "s0")]) == terms


def test_terms_defined_for_plain_words() -> None:
    text = "an internet of things (“IoT”) lamp with a heart rate monitor (HRM) from the Lamp Council (LC)"
    assert defined_terms(text) == {"IoT", "HRM"}


def test_terms_defined_for_a_thing_of_the_article() -> None:
    text = (
        "Quillon Ltd. (“Quillon” or the “Group”) sold lamp rights (“Rights”) under its Lamp Option Scheme (the “Scheme”), "
        "each for a lamp unit (each, a “Lamp Unit”) of Discover Lamps (“Discover”) or the Hagen Lamp Fund (the “HLF”)."
    )
    assert defined_terms(text) >= {"Rights", "Scheme", "Schemes", "Lamp Unit", "Lamp Units"}
    assert defined_terms(text).isdisjoint({"Quillon", "Discover", "HLF"})


def test_the_last_name_of_a_legal_name_may_stand_for_it() -> None:
    assert canonical("ORG", "Valt Orvelda Co.", "Orvelda") == ["Valt Orvelda Co."] * 2


def test_one_word_and_several_are_one_company() -> None:
    assert canonical("ORG", "QuillonLamps", "Quillon Lamps") == ["Quillon Lamps"] * 2


def test_capitals_of_a_product_s_first_words_stand_for_them() -> None:
    assert canonical("PRODUCT", "HexStation 4 Pro", "HS4 Pro") == ["HexStation 4 Pro"] * 2


@pytest.mark.parametrize(
    ("short", "name", "yes"),
    [
        ("HKEX", "Hong Kong Stock Exchange", True),
        ("ONS", "Office for National Statistics", True),
        ("FDA", "U.S. Food and Drug Administration", True),
        ("TSN", "Quillon Holdings", False),
        ("HK", "Hagen", False),
    ],
)
def test_abbreviations(short: str, name: str, yes: bool) -> None:
    assert abbreviates(short, name) is yes
