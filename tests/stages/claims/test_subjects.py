"""Subjects: parts and sources are not carried on, products' data are no person's, a text without names has one."""

import pytest

from pipeline.stages.claims.subjects.named import is_part


def subjects(extraction):
    return [claim.subject.name for claim in extraction.claims if claim.quantity_id]


def test_the_chip_in_a_phone_does_not_become_what_the_text_is_about(extract):
    found = extract(
        "The Lumo One is powered by the Auriga X2 chipset. It has a 5,000 mAh battery and a 6.7-inch display.",
        company="Orvelle",
    )
    assert "Auriga X2" not in subjects(found)


def test_a_data_firm_that_figures_are_taken_from_is_not_carried_on(extract):
    found = extract(
        "According to Datalys Research, Orvelle Inc. sold 3.2 million phones. It had a market share of 12%.",
        company="Orvelle Inc.",
    )
    assert subjects(found) == ["Orvelle Inc.", "Orvelle Inc."]


def test_no_person_has_a_products_data(extract):
    found = extract("Ada Quist showed a phone with a 108-megapixel camera.")
    assert "Ada Quist" not in subjects(found)


def test_a_text_that_names_nothing_still_has_a_subject(extract):
    assert all(subjects(extract("Up 47% to 3.2 million units.")))


@pytest.mark.parametrize(
    "sentence", ["Inside, a Lumo One chip is at work.", "Powered by the new Lumo One, the phone is fast."]
)
def test_a_part_is_known_by_its_noun_or_by_what_it_drives(parsed, sentence):
    found = parsed(sentence)
    assert [is_part(found, e) for e in found.entities] == [True]


def test_a_device_is_no_part(parsed):
    found = parsed("The Lumo One has a new chip.")
    assert [is_part(found, e) for e in found.entities] == [False]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [("($1 = 0.9279 euros)", "dollar"), ("(£1 = $1.2601)", "pound")],
)
def test_a_rate_is_that_of_the_currency_of_which_one_unit_is_priced(extract, sentence, name):
    claims = extract(f"Orvelle SA sold ovens for $7 million in 2024.\n\n{sentence}\n").claims
    assert [c.subject.name for c in claims if c.metric == "exchange_rate"] == [name]


def test_a_relative_clause_is_about_the_name_that_it_stands_behind(extract):
    text = "Orvelle SA built the oven with Halden Foods (HLF), which supplies 15 million people with bread.\n"
    assert {c.subject.name for c in extract(text).claims if c.value == 15e6} == {"Halden Foods"}


def test_who_holds_a_share_of_a_company_is_what_its_stake_is_about(extract):
    text = "Orvelle SA sells ovens.\n\nThe company is 31.2 percent owned by Halden Foods. A stake of 9% is held by Quillon Bank.\n"
    found = {c.subject.name: (c.metric, c.type) for c in extract(text).claims if c.unit == "percent"}
    assert found == {"Halden Foods": ("stake", "corporate"), "Quillon Bank": ("stake", "corporate")}


def test_what_stands_beside_a_part_is_the_devices(extract):
    text = "Orvelle shows a laptop\n\nOrvelle SA showed the Orvelle Slate 14 on Monday. It has an Intel Core Ultra 7 chip and 16GB of memory.\n"
    assert {c.subject.name for c in extract(text).claims if c.metric == "memory"} == {"Orvelle Slate 14"}


def test_who_supplies_a_part_is_not_what_its_figure_is_about(extract):
    text = "Orvelle SA builds a mill with 43 ovens of 15 kilowatts each, supplied by Halden Foods.\n"
    assert {c.subject.name for c in extract(text).claims if c.value in (43, 15)} == {"Orvelle SA"}
