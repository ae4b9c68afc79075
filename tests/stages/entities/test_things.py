"""What stands around a name, or is missing there, tells products from companies and words from names."""

from __future__ import annotations

import pytest

from pipeline.records import EntityLabel
from pipeline.stages.entities.models import joint_models
from tests.stages.entities.conftest import Reader
from tests.stages.entities.test_entities_in_articles import labels


@pytest.mark.parametrize(
    ("sentence", "name", "label"),
    [
        ("The Zorvik glows at night. It took a month to build the Zorvik, and the Zorvik costs €40.", "Zorvik", "PRODUCT"),
        ("In March, 4,200 Plimmocks were sold, and both Plimmocks are blue.", "Plimmocks", "PRODUCT"),
        ("The electric Quessan, sold in Norway, is Tolmaro's best. The Quessan seats five.", "Quessan", "PRODUCT"),
        ("Tolmaro sold 2 million copies of Emberlin in June.", "Emberlin", "PRODUCT"),
        ("The Zorvik's 84kWh battery is large. It weighs 2 tonnes.", "Zorvik", "PRODUCT"),
        ("The FDA approved norvelimab on Monday.", "norvelimab", "PRODUCT"),
        ("Tolmaro said that Vennix has cut jobs. Vennix employs 40 people.", "Vennix", "ORG"),
        ("It walks along the Ostrel, and she lives on the Ostrel.", "Ostrel", "ORG"),
    ],
)  # fmt: skip
def test_an_article_or_number_of_its_own_tells_a_thing(
    read: Reader, sentence: str, name: str, label: str | None
) -> None:
    assert labels(read, sentence).get(name) == label


@pytest.mark.parametrize(
    ("sentence", "name", "label"),
    [
        ("Quorley reported a profit. Dalvane raised shipments by 5%.", "Dalvane", "ORG"),
        ("Inventory fell to 40 days. Occupancy rose to 81%.", "Occupancy", None),
        ("(Adds CEO comment on Tolmaro's plans)", "Adds", None),
        ("It sells lamps in mainland China.", "mainland China", "GPE"),
        ("Tolmaro Inc. was cut to Underperform by Quorley Securities.", "Underperform", None),
        ("The Californian maker Tolmaro opened a plant.", "Californian", "NORP"),
    ],
)
def test_words_are_told_from_names(read: Reader, sentence: str, name: str, label: str | None) -> None:
    assert labels(read, sentence).get(name) == label


def test_a_company_and_its_product_in_one_name_are_the_product() -> None:
    surfaces: dict[str, EntityLabel] = {
        "Aurelio Zorvik": "PERSON", "Aurelio": "ORG", "Zorvik": "PRODUCT", "Ada Zorvik": "PERSON",
    }  # fmt: skip
    assert list(joint_models(surfaces)) == ["Aurelio Zorvik"]
    assert list(joint_models({"Acme Lamp 2": "PRODUCT", "Acme Lamp": "ORG", "Acme Foods": "ORG"})) == ["Acme Lamp"]
