import pytest

from pipeline.evaluate.load import Annotation
from pipeline.evaluate.scores import ALL, b_cubed, compare, field_accuracy, ratios, score, tally


def quantity(start, kind="money", **fields):
    return {"start": start, "end": start + 4, "text": "$5bn", "kind": kind, "value": 5e9, "unit": "USD", **fields}


def side(quantities=(), entities=()):
    annotation = Annotation("a.txt")
    annotation.tables["documents"] = [{"start": 0, "end": 100}, {"start": 100, "end": 200}]
    annotation.tables["quantities"] = list(quantities)
    annotation.tables["entities"] = list(entities)
    return annotation


def test_ratios_of_a_table_that_is_empty_on_both_sides_are_perfect_and_on_one_side_zero():
    assert ratios(0, 0, 0, 0) == (1.0, 1.0, 1.0)
    assert ratios(3, 0, 0, 0) == (0.0, 0.0, 0.0)


def test_precision_recall_and_counts_by_table_and_kind():
    gold = side([quantity(0), quantity(10), quantity(110, "percent")])
    found = side([quantity(0), quantity(30), quantity(110, "percent", value=4)])
    scores = score(tally(compare(gold, found)))
    every = scores.loc[("quantities", ALL, "detected")]
    assert (every.gold, every.found, every.right) == (3, 3, 2)
    assert every.precision == pytest.approx(2 / 3)
    assert scores.loc[("quantities", ALL, "normalized")].right == 1
    assert scores.loc[("quantities", "money", "detected")].recall == 0.5
    assert scores.loc[("quantities", "percent", "normalized")].f1 == 0


def test_the_interval_holds_the_score_and_is_the_same_every_time():
    gold = side([quantity(n) for n in range(0, 200, 10)])
    found = side([quantity(n) for n in range(0, 140, 10)])
    one, other = (score(tally(compare(gold, found))) for _ in range(2))
    row = one.loc[("quantities", ALL, "detected")]
    assert row.low <= row.f1 <= row.high
    assert row.low < row.high
    assert one.equals(other)


def test_rows_belong_to_the_article_that_holds_them():
    comparisons = compare(side([quantity(0), quantity(110)]), side([quantity(110)]))
    assert [len(c.pairs["quantities"]) for c in comparisons] == [1, 1]
    assert comparisons[1].pairs["quantities"][0].found is not None


def name(start, canonical, form="name"):
    return {"start": start, "end": start + 4, "text": "Acme", "label": "ORG", "name": canonical, "form": form}


def test_b_cubed_falls_when_names_are_merged_or_split():
    gold = side(entities=[name(0, "Acme"), name(10, "Acme"), name(20, "Bolt"), name(30, "Bolt")])
    merged = side(entities=[name(n, "Acme") for n in (0, 10, 20, 30)])
    split = side(entities=[name(n, str(n)) for n in (0, 10, 20, 30)])
    assert b_cubed(compare(gold, gold)) == (1.0, 1.0, 1.0)
    assert b_cubed(compare(gold, merged))[:2] == (0.5, 1.0)
    assert b_cubed(compare(gold, split))[:2] == (1.0, 0.5)


def test_nominals_do_not_count():
    scores = score(tally(compare(side(entities=[name(0, "Acme", "nominal")]), side(entities=[name(0, "Acme")]))))
    assert scores.loc[("entities", ALL, "overlap")].gold == 0


def test_field_accuracy_counts_paired_claims_only():
    claim = {"start": 0, "end": 9, "text": "x", "type": "deal", "stance": "asserted", "subject": {"name": "Acme"}}
    gold, found = side(), side()
    gold.tables["sentences"] = found.tables["sentences"] = [{"start": 0, "end": 50, "text": "x", "block": "paragraph"}]
    gold.tables["claims"] = [claim, {**claim, "type": "legal"}]
    found.tables["claims"] = [{**claim, "stance": "planned"}]
    accuracy = field_accuracy(compare(gold, found))
    assert accuracy["subject"] == (1, 1)
    assert accuracy["stance"] == (0, 1)
