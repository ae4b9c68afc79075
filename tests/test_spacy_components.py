import datetime as dt
import importlib
import tomllib
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from pipeline import spacy_components
from pipeline.records import Claim, Quantity

TEXT = (
    "Orvelle SA said revenue rose 5.5% to €53.7 million last year.\nThe 4050mAh battery costs $10 🎉. Sales fell by 3%."
)
NAMES = ["press_entities", "press_times", "press_quantities", "press_claims"]


def english(*names: str, **config: str) -> Language:
    nlp = spacy.blank("en")
    for name in names:
        nlp.add_pipe(name, config=config)
    return nlp


@pytest.fixture(scope="module")
def doc() -> Doc:
    nlp = english(*NAMES)
    made = nlp.make_doc(TEXT)
    made._.press_published = dt.date(2021, 5, 3)
    return nlp(made)


def test_each_component_fills_its_group_with_labels_and_records(doc: Doc) -> None:
    assert set(doc.spans) == set(NAMES)
    for group in doc.spans:
        assert len(doc.spans[group])
        for span in doc.spans[group]:
            record = span._.press
            assert TEXT[record.start : record.end] == record.text
            assert span.start_char <= record.start
            assert record.end <= span.end_char
    money = [s for s in doc.spans["press_quantities"] if s.label_ == "money"]
    assert [(s._.press.value, s._.press.unit) for s in money] == [(53_700_000, "EUR"), (10, "USD")]


def test_claims_resolve_against_the_day_of_publication(doc: Doc) -> None:
    claim = doc.spans["press_claims"][0]._.press
    assert isinstance(claim, Claim)
    assert claim.subject.name == "Orvelle SA"
    assert claim.period is not None
    assert claim.period.last_day == dt.date(2020, 12, 31)


@pytest.mark.parametrize("name", NAMES)
def test_each_works_alone_and_in_any_order(name: str, doc: Doc) -> None:
    alone = english(name)(TEXT)
    assert [s.text for s in alone.spans[name]] == [s.text for s in doc.spans[name]]
    twice = english(*reversed(NAMES))(TEXT)
    assert [s.text for s in twice.spans[name]] == [s.text for s in doc.spans[name]]


def test_settings_of_a_component() -> None:
    doc = english("press_quantities", dollar="CAD")("It costs $10.")
    assert doc.spans["press_quantities"][0]._.press.unit == "CAD"


def test_a_doc_is_serialised_with_its_records(doc: Doc) -> None:
    copy = Doc(doc.vocab).from_bytes(doc.to_bytes())
    packed = DocBin(store_user_data=True, docs=[doc])
    (other,) = DocBin().from_bytes(packed.to_bytes()).get_docs(spacy.blank("en").vocab)
    for again in (copy, other):
        assert again._.press_published == dt.date(2021, 5, 3)
        for group in doc.spans:
            assert [s._.press for s in again.spans[group]] == [s._.press for s in doc.spans[group]]


def test_a_pipeline_is_saved_and_loaded(tmp_path: Path) -> None:
    english("press_times", "press_quantities").to_disk(tmp_path)
    doc = spacy.load(tmp_path)("Sales were €5m.")
    assert [s._.press.text for s in doc.spans["press_quantities"]] == ["€5m"]


def test_loading_the_module_again_registers_nothing_twice() -> None:
    importlib.reload(spacy_components)
    doc = english("press_quantities")("It costs €5.")
    assert doc.spans["press_quantities"][0]._.press.value == 5


def test_spans_that_are_not_ours_have_no_record(doc: Doc) -> None:
    assert doc[0:2]._.press is None
    assert spacy.blank("en")("a b")[0:1]._.press is None


@pytest.mark.parametrize("text", ["", " ", "\n\n", "((((" * 500])
def test_text_without_anything_to_find(text: str) -> None:
    assert all(len(group) == 0 for group in english(*NAMES)(text).spans.values())


def test_entry_points_name_the_factories() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    points = project["entry-points"]["spacy_factories"]
    assert sorted(points) == sorted(NAMES)
    for name, target in points.items():
        module, _, function = target.partition(":")
        assert getattr(importlib.import_module(module), function).__name__ == name
        assert Language.has_factory(name)


def test_quantities_are_typed(doc: Doc) -> None:
    assert all(isinstance(s._.press, Quantity) for s in doc.spans["press_quantities"])
