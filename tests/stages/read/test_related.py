import pytest

from pipeline.stages.read.related import is_related

PLANT = [
    "The plant in Porto will cost €1.1 billion. Work starts in June.",
    "Most of the workers will come from the region, the mayor said.",
]


@pytest.mark.parametrize(
    "headline", ["Orbin boat sales surge 73% in Asia", "Tessel Names New Chief Designer After Row"]
)
def test_a_headline_that_tells_another_story(headline: str) -> None:
    assert is_related(headline, PLANT, other_headings=0)


@pytest.mark.parametrize(
    "headline",
    ["Work starts in June", "A new home for workers", "Why Porto?", "In the face of storms, patience is key",
     "What the Plant Means for Porto and Its People"],
)  # fmt: skip
def test_a_subhead_announces_what_follows(headline: str) -> None:
    assert not is_related(headline, PLANT, other_headings=0)


def test_an_article_with_subheads_gets_the_benefit_of_the_doubt() -> None:
    assert not is_related("Patience as the key to Growth and Success", PLANT, other_headings=4)
    assert is_related("Tessel shares slump on profit warning", PLANT, other_headings=4)


def test_a_headline_at_the_end_is_left_alone() -> None:
    assert not is_related("Orbin boat sales surge 73% in Asia", [], other_headings=0)
