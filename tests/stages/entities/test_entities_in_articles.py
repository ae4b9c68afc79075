"""Short articles of invented companies, read with the installed model."""

from __future__ import annotations

from tests.stages.entities.conftest import Reader


def labels(read: Reader, *parts: object) -> dict[str, str]:
    return {e.text: e.label for e in read(*parts) if e.form == "name"}


def test_a_press_release_of_a_drug_maker(read: Reader) -> None:
    found = labels(
        read,
        ("title", "Norvane Therapeutics Reports Second Quarter Results"),
        "BASEL, Switzerland, August 3, 2023 – Norvane Therapeutics AG (SIX: NRVN) today reported results.",
        "“We are thrilled,” said Dr. Helene Marchetti, Chief Executive Officer of Norvane. In May, the U.S. Food and "
        "Drug Administration (FDA) approved Velaximab. Sales of Ostrivo, the Company's inhaled therapy, doubled in Germany.",
    )
    assert found == {
        "Norvane Therapeutics": "ORG",
        "BASEL": "GPE",
        "Switzerland": "GPE",
        "Norvane Therapeutics AG": "ORG",
        "SIX": "ORG",
        "Helene Marchetti": "PERSON",
        "Norvane": "ORG",
        "U.S. Food and Drug Administration": "ORG",
        "FDA": "ORG",
        "Velaximab": "PRODUCT",
        "Ostrivo": "PRODUCT",
        "Germany": "GPE",
    }


def test_an_article_on_a_carmaker(read: Reader) -> None:
    found = labels(
        read,
        "NASHVILLE (Newsline) - Harlow Motor Co will build its Zephyr sport utility vehicle in Tennessee.",
        "Deliveries of the Zephyr Long Range doubled, while the Tarn 400 pickup fell. Chief executive Marcus Vell, who "
        "joined Harlow from Japan's Okuda Heavy Industries, will be at the Arden Auto Show.",
    )
    assert found == {
        "NASHVILLE": "GPE",
        "Newsline": "ORG",
        "Harlow Motor Co": "ORG",
        "Zephyr": "PRODUCT",
        "Tennessee": "GPE",
        "Zephyr Long Range": "PRODUCT",
        "Tarn 400": "PRODUCT",
        "Marcus Vell": "PERSON",
        "Harlow": "ORG",
        "Japan": "GPE",
        "Okuda Heavy Industries": "ORG",
        "Arden Auto Show": "EVENT",
    }


def test_rankings_awards_and_events(read: Reader) -> None:
    found = labels(
        read,
        "Quillon Corp won the Arden Digital Award and was on the 2021 Baxter Global 500 list. It spoke at Lumen 2022 "
        "and on the Lantern Day shopping festival.",
    )
    assert found == {
        "Quillon Corp": "ORG",
        "Arden Digital Award": "WORK_OF_ART",
        "Baxter Global 500": "WORK_OF_ART",
        "Lumen 2022": "EVENT",
        "Lantern Day": "EVENT",
    }


def test_furniture_gives_nothing(read: Reader) -> None:
    assert read(("furniture", "Quillon Corp and Okuda Motors: share this story")) == []


def test_equal_names_of_several_articles_share_an_id(read: Reader) -> None:
    (one,) = [e for e in read("Shares of Quillon Corp. rose.") if e.label == "ORG"]
    (two,) = [e for e in read("Shares of Quillon rose.") if e.label == "ORG"]
    assert one.entity_id == two.entity_id


def test_stock_codes_are_no_names(read: Reader) -> None:
    texts = [e.text for e in read("Quillon Inc. (NYSE: QLN) and Okuda Inc. (OKD) rose. Quillon Inc. said it is glad.")]
    assert "QLN" not in texts
    assert "OKD" not in texts


def test_the_labels_of_one_list_are_names_of_one_kind(read: Reader) -> None:
    found = labels(
        read,
        ("heading", "Top vendors by shipments"),
        ("list_item", "Samsung: 60.1 million"),
        ("list_item", "Nuvaro – 50.1 million"),
        ("list_item", "Vexo: 28.5 million"),
        ("list_item", "Others: 90 million"),
    )
    assert found == {"Samsung": "ORG", "Nuvaro": "ORG", "Vexo": "ORG"}


def test_labels_of_figures_are_no_names_for_that(read: Reader) -> None:
    assert labels(read, ("list_item", "Display: 6.7 inches"), ("list_item", "Battery: 5,000 mAh")) == {}


def test_names_before_figures_in_brackets_are_of_one_kind(read: Reader) -> None:
    found = labels(read, "Halden Mining Ltd (+3.2%), Orrell Water (+2.1%) and Castle Foods (+1.8%) gained.")
    assert {found.get(name) for name in ("Halden Mining Ltd", "Orrell Water", "Castle Foods")} == {"ORG"}


def test_who_is_thanked_or_greeted_is_a_person(read: Reader) -> None:
    found = labels(
        read,
        "Thank you, Tom. Sales of Quillon Corp rose.",
        "Thanks, Priya, and good morning, everyone.",
        "Hello, Lennart.",
    )
    assert found == {"Tom": "PERSON", "Quillon Corp": "ORG", "Priya": "PERSON", "Lennart": "PERSON"}


def test_models_with_and_without_an_s_in_one_sentence_are_two(read: Reader) -> None:
    names = {
        e.text: e.name for e in read("It sells the Zelphi 5, Zelphi 5s and Zelphi 6.", "The Zelphi 5s costs $200.")
    }
    assert names["Zelphi 5s"] == "Zelphi 5s"
    names = {e.text: e.name for e in read("It flies the Zelphi 5.", "It has ordered nine Zelphi 5s.")}
    assert names["Zelphi 5s"] == "Zelphi 5"


def test_brackets_inside_a_companys_name(read: Reader) -> None:
    found = labels(
        read,
        "It agreed a deal with Quillon Lamp Investments (PTY) Ltd. and Okuda (UK) Foods Limited.",
        "Its adviser is Hagen (Pvt) Ltd. (“Hagen”) of Lima.",
    )
    assert [text for text, label in found.items() if label == "ORG"] == [
        "Quillon Lamp Investments (PTY) Ltd.",
        "Okuda (UK) Foods Limited",
        "Hagen (Pvt) Ltd.",
        "Hagen",
    ]


def test_a_companys_short_name_is_no_place_where_it_is_defined(read: Reader) -> None:
    found = labels(
        read,
        'Ashburton Lamp Corporation (HSE VENTURE:ASH)(ARDEN:QL1) ("Ashburton") is pleased to announce a deal.',
        "He came from Ashburton. In Ashburton it has faith.",
    )
    assert found["Ashburton"] == "ORG"


def test_terms_with_a_participle_or_a_footnote_are_no_names(read: Reader) -> None:
    found = labels(read, "Adjusted EBITDA1 was $5 million.", "Adjusted EBITDA rose to Rs 20 Crores.", "It is AI-first.")
    assert found == {}


def test_a_trade_behind_a_dateline_is_no_part_of_the_name(read: Reader) -> None:
    found = labels(read, "LISBON (Newsline) -Chipmaker Quillon said its Fab 18 was running.")
    assert (found["Quillon"], found["Fab 18"]) == ("ORG", "FAC")


def test_the_second_of_two_numbered_sites_is_one_too(read: Reader) -> None:
    found = labels(read, "Wafers from Fab 7A and 7B of Quillon were lost.")
    assert (found["Fab 7A"], found["7B"]) == ("FAC", "FAC")


def test_a_wire_behind_the_day_is_no_part_of_a_shouted_name(read: Reader) -> None:
    found = labels(read, "Lisbon, Portugal April 12, 2012 / CNW QUILLON LAMPS LTD. (HSE:QUI) is pleased to report.")
    assert found["CNW"] == found["QUILLON LAMPS LTD."] == "ORG"


def test_ai_at_the_end_of_a_company_that_acts_belongs_to_its_name(read: Reader) -> None:
    found = labels(read, "Quillon Lake AI has filed a patent for Generative AI.", "Quillon Lake AI is small.")
    assert found == {"Quillon Lake AI": "ORG"}


def test_partners_with_is_a_verb_in_a_title(read: Reader) -> None:
    found = labels(
        read, ("title", "Quillon Lamps Partners with Okuda Foods to Bring Tea to Lima"), "Quillon Lamps Inc. did it."
    )
    assert "Quillon Lamps" in found


def test_a_persons_other_name_stands_inside_the_name(read: Reader) -> None:
    found = read("It hired Paul (Paolo) Ohlsen and William “Bill” Hartley.", "Mr. Ohlsen and Mr. Hartley are glad.")
    assert {e.name for e in found} == {"Paul (Paolo) Ohlsen", "William “Bill” Hartley"}


def test_a_company_that_acts_under_a_longer_name_than_its_titles(read: Reader) -> None:
    found = read(
        ("title", "QuillonLeaf Q2 profit jumps 38%"),
        "QuillonLeaf Consumer on Thursday reported a profit.",
        "Shares of QuillonLeaf rose.",
    )
    assert {e.name for e in found if e.label == "ORG"} == {"QuillonLeaf Consumer"}


def test_a_companys_branch_has_its_country_in_its_name(read: Reader) -> None:
    found = labels(read, "Lamp maker Quillon India opened a shop. Its U.S-listed shares fell. Quillon India is small.")
    assert (found["Quillon India"], found["U.S"]) == ("ORG", "GPE")


def test_a_company_named_as_a_person_is_known_by_its_spokesman(read: Reader) -> None:
    found = labels(
        read, "Swiss lamp maker Barry Quillon said it will close a plant.", "A Barry Quillon spokesman was sad."
    )
    assert found["Barry Quillon"] == "ORG"


def test_names_of_companies_with_a_possessive_a_region_or_another_legal_form(read: Reader) -> None:
    found = read(
        ("title", "Quillon Inc. buys a yard"),
        "Quillon, Inc., the subsidiary of Quillon ASA, bought the yard from Okuda's Biscuit Company.",
        "Shares of Quillon rose, and Quillon Asia sold more lamps, the company said.",
    )
    assert {"Quillon ASA", "Quillon, Inc.", "Okuda's Biscuit Company", "Quillon Asia"} <= {e.name for e in found}


def test_what_a_company_is_known_for_making_is_a_product(read: Reader) -> None:
    found = labels(read, "Okuda Foods Ltd., known for making Barrel Rolls, Honey Lodgers and Lima Cookies, is small.")
    assert [found.get(name) for name in ("Barrel Rolls", "Honey Lodgers", "Lima Cookies")] == ["PRODUCT"] * 3


def test_an_abbreviation_of_one_long_word_is_no_name(read: Reader) -> None:
    assert "PV" not in labels(read, "A photovoltaic (PV) station was built in Lima. The PV station is large.")


def test_what_a_person_heads_is_no_part_of_the_name(read: Reader) -> None:
    found = labels(read, "“We grow,” Management Board Member for Finance Matthias Ohlsen said.")
    assert "Matthias Ohlsen" in found


def test_a_stock_code_behind_a_name_is_no_part_of_it(read: Reader) -> None:
    found = labels(
        read, "Okuda Health OKDH and Lima Imaging Systems LISI merged.", "Okuda Health is glad, and so is LIS."
    )
    assert {"Okuda Health", "Lima Imaging Systems"} <= found.keys()


def test_a_last_name_with_particles_is_that_of_the_full_one(read: Reader) -> None:
    found = read("It will close, said Peter Van der Hall, chief executive of Quillon Corp.", "Van der Hall said so.")
    assert {e.name for e in found if e.label == "PERSON"} == {"Peter Van der Hall"}


def test_a_company_that_writes_its_name_in_capitals_keeps_them(read: Reader) -> None:
    found = read(("title", "QUILLON invests"), "QUILLON AG invests in Lima. QUILLON is glad.")
    assert {e.name for e in found if e.label == "ORG"} == {"QUILLON AG"}


def test_the_plain_words_of_a_lines_label_are_no_name(read: Reader) -> None:
    found = labels(
        read, "The Quillon X2 leaked.", ("list_item", "Front Camera: 32MP"), ("list_item", "Battery: 5,000 mAh")
    )
    assert "Front Camera" not in found


def test_a_year_glued_to_a_name_is_no_part_of_it(read: Reader) -> None:
    found = labels(read, "Lima, Peru, May 3, 2024.Quillon has opened a plant.", "Quillon Lamps is glad.")
    assert not any(name.startswith("2024") for name in found)


def test_a_company_whose_name_ends_in_a_possessive_keeps_it(read: Reader) -> None:
    found = read("Bakery chain Okuda's has shut a shop.", "Okuda's shares fell, and so did those of Quillon’s rival.")
    assert {e.name for e in found if e.label == "ORG"} >= {"Okuda's"}
    found = read("Okuda said that its shares fell, and Okuda's has nothing.", "Okuda's shares fell.")
    assert "Okuda's" not in {e.name for e in found}


def test_an_amount_whose_currency_a_letter_marks_is_no_name(read: Reader) -> None:
    found = labels(read, "Okuda earned Y2.4 billion in Lima.", "Shares of Okuda ended down at Y611.")
    assert "Y611" not in found
