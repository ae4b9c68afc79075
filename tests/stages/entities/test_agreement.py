from __future__ import annotations

from typing import Any

import spacy
from spacy.language import Language

from pipeline.stages.entities import recognize_entities
from tests.stages.entities.conftest import article, shown


def seen_as(**labels: str) -> Language:
    """A recogniser that takes each of the words for the label, wherever they stand (_ for a space)."""
    nlp = spacy.blank("en")
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": words.replace("_", " ")} for words, label in labels.items()])
    return nlp


def names(nlp: Language, *parts: Any) -> set[str]:
    text, document, sentences = article(*parts)
    return set(shown(recognize_entities(nlp, text, document, sentences)))


def test_a_company_that_the_model_takes_for_a_person_is_outvoted_everywhere() -> None:
    nlp = seen_as(Quillon="PERSON")
    found = names(nlp, "Quillon's revenue rose. Shares of Quillon fell. Quillon opened an office.")
    assert found == {"Quillon ORG"}


def test_a_name_that_the_model_misses_is_found_by_its_surroundings(blind: Language) -> None:
    found = names(blind, "Shares of Quillon Labs rose after chipmaker Tenzor said it would buy Quillon Labs.")
    assert found == {"Quillon Labs ORG", "Tenzor ORG"}


def test_a_part_of_a_full_name_is_the_person() -> None:
    nlp = seen_as(Ada_Marlow="PERSON", Marlow="ORG")
    assert names(nlp, "Ada Marlow runs the firm. Marlow said sales rose.") >= {"Ada Marlow PERSON", "Marlow PERSON"}


def test_a_person_who_owns_and_sells_is_no_company() -> None:
    nlp = seen_as(Ada_Marlow="PERSON", Marlow="ORG")
    text = "Quillon's founder, Ada Marlow, left. Marlow bought offices. A spokeswoman for Marlow declined to comment. Some of Marlow's shares were sold."
    assert "Marlow PERSON" in names(nlp, text)


def test_a_person_after_an_office_is_none() -> None:
    nlp = seen_as(Lamp_Treasury="ORG", Velitia_Rautano="PERSON")
    assert "Velitia Rautano PERSON" in names(nlp, "They met the Lamp Treasury, Velitia Rautano.")


def test_a_guess_does_not_reach_over_a_comma() -> None:
    nlp = seen_as(**{"Marlow,_Quillon": "ORG", "Ada_Marlow": "PERSON"})
    found = names(nlp, "Ada Marlow runs it. It was bad, said Marlow, Quillon's chairman. Shares of Quillon fell.")
    assert {"Marlow PERSON", "Quillon ORG"} <= found


def test_a_model_year_is_no_part_of_a_name() -> None:
    nlp = seen_as(**{"2020_Zantra": "EVENT", "Zantra": "PRODUCT"})
    assert names(nlp, "The Zantra sedan sells. The 2020 Zantra is low.") == {"Zantra PRODUCT"}


def test_a_partnership_keeps_its_commas() -> None:
    nlp = seen_as(**{"Cole,_Hart_&_Quist": "ORG"})
    assert names(nlp, "The auditor is Cole, Hart & Quist.") == {"Cole, Hart & Quist ORG"}


def test_a_word_that_stood_before_the_full_name_is_not_the_person() -> None:
    nlp = seen_as(John_Tarrow="PERSON", Tarrow_Foods="ORG", Tarrow="PERSON")
    found = names(nlp, "The CEO of Tarrow spoke. Tarrow Foods fell, said John Tarrow.")
    assert {"Tarrow ORG", "John Tarrow PERSON"} <= found


def test_a_company_named_like_a_person_leaves_the_person_alone() -> None:
    nlp = seen_as(Vikram_Sedai="PERSON", Sedai="PERSON", Sedai_Holdings="ORG")
    found = names(nlp, "Chairman Vikram Sedai spoke. Sedai owns Sedai Holdings.")
    assert found == {"Vikram Sedai PERSON", "Sedai PERSON", "Sedai Holdings ORG"}


def test_products_of_a_family_speak_for_each_other() -> None:
    nlp = seen_as(Mu_Watch="ORG", Mu_Lamp="ORG")
    found = names(nlp, "It launched Mu 9 and Mu 9 Pro. Mu Watch comes with a belt. People like the Mu Lamp.")
    assert found == {"Mu 9 PRODUCT", "Mu 9 Pro PRODUCT", "Mu Watch PRODUCT", "Mu Lamp PRODUCT"}


def test_an_abbreviation_is_what_its_full_form_is() -> None:
    nlp = seen_as(GHM="ORG")
    found = names(nlp, "They met at the Global Harbour Meetup (GHM). The GHM ended on Monday.")
    assert found == {"Global Harbour Meetup EVENT", "GHM EVENT"}


def test_an_abbreviation_of_plain_words_is_no_name() -> None:
    nlp = seen_as(HRM="ORG", ASP="ORG")
    assert (
        names(nlp, "The heart rate monitor (HRM) is new. Its average selling price (“ASP”) rose; ASP is key.") == set()
    )


def test_a_term_defined_for_securities_is_no_name() -> None:
    nlp = seen_as(Rights="ORG", Scheme="ORG", Secured_Lamp_Debentures="ORG")
    text = "It issued 500 lamp rights (“Rights”) under an incentive scheme (the “Scheme”). The Rights expire in May. The Scheme ends, and the Secured Lamp Debentures fall due."
    assert names(nlp, text) == set()


def test_names_in_a_row_speak_for_each_other(blind: Language) -> None:
    found = names(blind, "Research firm Corvus and Tenzor agree. Corvus's revenue rose.")
    assert found == {"Corvus ORG", "Tenzor ORG"}


def test_headline_words_are_no_names_but_known_names_are_found() -> None:
    nlp = seen_as(Quillon_Expands_Into="ORG", Stunning_Display="PERSON")
    title = ("title", "Quillon Expands Into Lamps With Stunning Display")
    assert names(nlp, title, "Shares of Quillon rose.") == {"Quillon ORG"}


def test_names_are_found_in_capitals_too() -> None:
    nlp = seen_as(Quillon="ORG")
    assert names(nlp, "Quillon rose.", ("heading", "ABOUT QUILLON")) == {"Quillon ORG", "QUILLON ORG"}
