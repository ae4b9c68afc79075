import datetime as dt
import subprocess
import sys

import pytest

import pipeline
from pipeline import Extractor
from pipeline.config import ConfigError, Settings
from pipeline.records import Claim

TEXT = "Orvelle SA said revenue rose 5.5% to $53.7 million last year. It plans to hire 350 people."


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def test_text_in_typed_records_out(extractor: Extractor) -> None:
    records = extractor(TEXT, source="orvelle.txt", published=dt.date(2021, 5, 3))
    (document,) = records.documents
    assert (document.source, document.published) == ("orvelle.txt", dt.date(2021, 5, 3))
    claim = records.claims[0]
    assert isinstance(claim, Claim)
    assert (claim.subject.name, claim.metric, claim.value, claim.unit) == ("Orvelle SA", "revenue", 53_700_000, "USD")
    assert claim.period is not None
    assert claim.period.first_day == dt.date(2020, 1, 1)
    for table in records[2:]:
        assert all(records.text[r.start : r.end] == r.text for r in table)


def test_html_is_read_as_a_page_and_offsets_count_in_its_text(extractor: Extractor) -> None:
    page = f"<html><body><article><h1>Orvelle grows</h1><p>3 May 2021</p><p>{TEXT}</p></article></body></html>"
    records = extractor(page, source="orvelle.html")
    assert "<p>" not in records.text
    assert [c.value for c in records.claims if c.metric == "revenue"] == [53_700_000]


def test_settings_and_single_changes(extractor: Extractor) -> None:
    assert Extractor(dollar="CAD")(TEXT).quantities[1].unit == "CAD"
    assert Extractor(Settings(day_first=True), dollar="CAD").settings == Settings(day_first=True, dollar="CAD")
    with pytest.raises(ConfigError, match="setting dollar"):
        Extractor(dollar="dollars")
    with pytest.raises(ConfigError, match="setting colour"):
        Extractor(colour="red")


def test_the_model_is_loaded_once(extractor: Extractor) -> None:
    assert extractor.flow is extractor.flow


@pytest.mark.parametrize("text", ["", " \n ", "\0\0\0"])
def test_a_text_without_content_is_a_value_error(extractor: Extractor, text: str) -> None:
    with pytest.raises(ValueError, match=r"text\.txt: "):
        extractor(text)


def test_a_day_of_publication_that_is_none_is_a_value_error(extractor: Extractor) -> None:
    with pytest.raises(ValueError, match="published"):
        extractor(TEXT, published="last week")  # type: ignore[arg-type]


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import sys, pipeline; print(sorted({'spacy', 'pydantic', 'pandas'} & sys.modules.keys()))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
    with pytest.raises(AttributeError, match="no attribute 'absent'"):
        _ = pipeline.absent
