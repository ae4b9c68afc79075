from pipeline.evaluate.load import Annotation
from pipeline.evaluate.matching import overlap, pair_claims, pair_rows


def row(start, end, **fields):
    return {"start": start, "end": end, "text": "x" * (end - start), **fields}


def test_overlap_is_intersection_over_union():
    assert overlap(row(0, 10), row(5, 10)) == 0.5
    assert overlap(row(0, 5), row(5, 10)) == 0.0


def test_best_overlap_goes_first_and_each_row_is_used_once():
    gold = [row(0, 10), row(12, 20)]
    found = [row(0, 14), row(1, 10)]
    pairs = pair_rows(gold, found)
    assert [(p.gold, p.found) for p in pairs] == [(gold[0], found[1]), (gold[1], found[0])]


def test_equal_overlaps_prefer_the_same_kind():
    gold = [row(0, 4, kind="count")]
    found = [row(0, 4, kind="money"), row(0, 4, kind="count")]
    assert pair_rows(gold, found, "kind")[0].found is found[1]


def test_rows_without_partner_stay_as_misses_and_false_rows():
    pairs = pair_rows([row(0, 3)], [row(5, 9)])
    assert [(p.gold is None, p.found is None) for p in pairs] == [(False, True), (True, False)]


def test_long_rows_before_short_ones_do_not_hide_them():
    gold = [row(0, 2), row(50, 60)]
    found = [row(0, 100), row(50, 60)]
    assert [p.found for p in pair_rows(gold, found)] == [found[0], found[1]]


def annotation(quantities=(), claims=()):
    side = Annotation("a.txt")
    side.tables["sentences"] = [row(0, 50), row(51, 100)]
    side.tables["quantities"] = list(quantities)
    side.tables["claims"] = list(claims)
    return side


def test_numeric_claims_pair_by_main_quantity_whatever_their_ids_and_types():
    gold = annotation(
        [row(5, 9, quantity_id="a"), row(20, 24, quantity_id="b")],
        [row(0, 50, type="revenue", quantity_id="a"), row(0, 50, type="price", quantity_id="b")],
    )
    found = annotation(
        [row(5, 9, quantity_id="q7"), row(20, 24, quantity_id="q8")],
        [row(0, 50, type="price", quantity_id="q8"), row(0, 50, type="expense", quantity_id="q7")],
    )
    pairs = pair_claims(gold, found)
    assert {(p.gold["type"], p.found["type"]) for p in pairs} == {("revenue", "expense"), ("price", "price")}


def test_a_change_alone_stands_for_its_claim():
    gold = annotation([row(5, 9, quantity_id="a")], [row(0, 50, type="revenue", change={"quantity_id": "a"})])
    found = annotation([row(5, 9, quantity_id="z")], [row(0, 50, type="revenue", change={"quantity_id": "z"})])
    assert [p.found is not None for p in pair_claims(gold, found)] == [True]


def test_claims_without_a_figure_pair_by_type_within_their_sentence_only():
    gold = annotation(claims=[row(0, 50, type="deal")])
    elsewhere = annotation(claims=[row(51, 100, type="deal")])
    other_type = annotation(claims=[row(0, 50, type="legal")])
    same = annotation(claims=[row(3, 40, type="deal")])
    assert [len([p for p in pair_claims(gold, f) if p.gold and p.found]) for f in (elsewhere, other_type, same)] == [
        0,
        0,
        1,
    ]
