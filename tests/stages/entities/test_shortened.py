"""Short names in articles: which whole name they stand for, and what is a name of its own."""

from __future__ import annotations

from tests.stages.entities.conftest import Part, Reader


def names(read: Reader, *parts: Part) -> dict[str, str]:
    """Return the canonical name of each name as written."""
    return {e.text: e.name for e in read(*parts) if e.form == "name"}


def test_a_short_name_is_the_only_longer_one_that_a_reader_knows_by_then(read: Reader) -> None:
    found = names(
        read,
        ("title", "Tornvik tops forecasts"),
        "OSLO - Tornvik Bank, a lender, beat expectations on Thursday.",
        "Tornvik said that costs rose 5%. Assets at fund arm Tornvik Kapital fell.",
    )
    assert (found["Tornvik"], found["Tornvik Kapital"]) == ("Tornvik Bank", "Tornvik Kapital")


def test_a_legal_form_in_brackets_behind_another_belongs_to_the_name(read: Reader) -> None:
    found = names(read, "Tornvik AB (publ) (“Tornvik”) has bought back 60,000 shares.", "Tornvik holds 2% of them.")
    assert found == {"Tornvik AB (publ)": "Tornvik AB (publ)", "Tornvik": "Tornvik AB (publ)"}


def test_a_stock_code_and_a_dash_behind_a_name_are_no_dateline(read: Reader) -> None:
    found = read("Lowen Outfitters (LWNO) – The retailer cut its outlook.", "Lowen fell 4%.")
    assert [(e.text, e.label, e.name) for e in found if e.form == "name"] == [
        ("Lowen Outfitters", "ORG", "Lowen Outfitters"),
        ("Lowen", "ORG", "Lowen Outfitters"),
    ]


def test_a_heading_gives_a_product_its_makers_name_and_its_number(read: Reader) -> None:
    found = names(
        read,
        "Tornvik said on Monday that it will sell two gadgets, and Tornvik expects to do well.",
        ("heading", "Tornvik Watch Lite 2"),
        "The new Watch Lite costs €59 and weighs 25 grams.",
        ("list_item", "Watch Lite 2: €59, in black"),
    )
    assert found["Watch Lite"] == found["Watch Lite 2"] == found["Tornvik Watch Lite 2"] == "Tornvik Watch Lite 2"


def test_tails_of_models_stand_for_the_first_product_that_ends_in_them(read: Reader) -> None:
    found = names(
        read,
        "Tornvik today presented the Zelphi R7 and the Zelphi R7 Pro.",
        "The Pro, which replaces the Zelphi R6 Pro, costs $500.",
    )
    assert found["Pro"] == "Zelphi R7 Pro"


def test_models_with_letters_of_their_own_keep_their_name_behind_their_makers(read: Reader) -> None:
    found = names(
        read,
        "Tornvik Ltd said that it sells phones.",
        "The Tornvik G9, G9 Plus and G9 Ultra were launched in India by Tornvik.",
        "The Ultra costs $400.",
    )
    assert (found["G9 Plus"], found["Ultra"]) == ("G9 Plus", "G9 Ultra")


def test_a_product_with_an_article_is_the_one_that_has_a_number_too(read: Reader) -> None:
    found = names(read, "It costs less than the Tessan Ultra 5.", "The Tessan has a screen of 6 inches.")
    assert found["Tessan"] == "Tessan Ultra 5"


def test_a_family_of_products_is_none_of_its_models(read: Reader) -> None:
    found = names(
        read, "The Zelphi Ultra 5 is here.", "Zelphi sales rose, and Zelphi owners like the new Zelphi cameras."
    )
    assert found.get("Zelphi", "Zelphi") == "Zelphi"


def test_an_amount_is_no_part_of_the_name_before_it(read: Reader) -> None:
    found = names(read, "The Zelphi Y8 had 5,800mAh and the Zelphi Y8 Pro 5,500mAh.")
    assert set(found) == {"Zelphi Y8", "Zelphi Y8 Pro"}
