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
