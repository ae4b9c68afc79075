import pytest

from pipeline.report.roles import Locator
from pipeline.tables import load_run
from tests.report.conftest import TEXT, small_run, write_run


@pytest.fixture
def lit(tmp_path):
    """Return the lit words of a claim, by field."""

    def find(tables, claim):
        (article,) = load_run(write_run(tmp_path / "out", tables)).articles
        return {
            (role.field, TEXT[role.start : role.end], role.start)
            for role in Locator(article).roles(article.claims[claim])
        }

    return find


def fields(roles):
    return {(field, words) for field, words, _ in roles}


def test_fields_are_found_by_id_name_and_words(lit):
    assert fields(lit(small_run(), 1)) == {
        ("subject", "Orvelle"), ("metric", "Revenue"), ("value", "€53.7 million"), ("change", "5.5%"), ("period", "2020"), ("speaker", "Mara Quint"),
    }  # fmt: skip


def test_evidence_goes_before_what_is_looked_up(lit):
    tables = small_run()
    tables["claims"][1]["evidence"] = [{"field": "period", "rule": "period.title", "start": 0, "end": 7}]
    assert ("period", "Orvelle", 0) in lit(tables, 1)
    assert ("period", "2020") not in fields(lit(tables, 1))


def test_every_place_that_evidence_names_is_lit_once(lit):
    tables = small_run()
    spans = [(0, 7), (21, 28), (0, 7)]
    tables["claims"][1]["evidence"] = [
        {"field": "metric", "rule": "metric.parts", "start": a, "end": b} for a, b in spans
    ]
    assert {role for role in lit(tables, 1) if role[0] == "metric"} == {
        ("metric", "Orvelle", 0),
        ("metric", "Revenue", 21),
    }


def test_words_are_found_whole_and_in_the_clause_first(lit):
    tables = small_run()
    tables["claims"][0].update(metric="lift", scope="sales")
    assert fields(lit(tables, 0)) == {("subject", "Orvelle"), ("scope", "sales")}


def test_a_field_that_stands_nowhere_is_not_lit(lit):
    tables = small_run()
    tables["claims"][1].update(metric="turnover", speaker="Someone Else", quantity_id="d9.q9")
    assert {field for field, _ in fields(lit(tables, 1))} == {
        "subject",
        "metric",
        "change",
        "period",
    }  # the metric by its evidence
