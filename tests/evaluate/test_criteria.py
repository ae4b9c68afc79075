import pytest

from pipeline.evaluate.criteria import FIELDS, LEVELS, close, head_noun, same_name


@pytest.mark.parametrize(
    ("gold", "found", "equal"),
    [(1.0, 1.00009, True), (1.0, 1.001, False), (0, 0, True), (None, None, True), (None, 0, False), (-3, 3, False)],
)
def test_values_are_equal_within_one_in_ten_thousand(gold, found, equal):
    assert close(gold, found) is equal


def quantity(**fields):
    return {"kind": "count", "value": 5, "value_max": None, "unit": "store", "bound": None, "change": None, **fields}


@pytest.mark.parametrize(
    ("difference", "reached"),
    [
        ({}, ["detected", "normalized", "full"]),
        ({"bound": "gt"}, ["detected", "normalized"]),
        ({"change": "up"}, ["detected", "normalized"]),
        ({"unit": "retail stores"}, ["detected", "normalized", "full"]),  # the head noun counts
        ({"unit": "shop"}, ["detected"]),
        ({"value": 6}, ["detected"]),
        ({"value_max": 7}, ["detected"]),
        ({"kind": "money"}, []),
    ],
)
def test_levels_of_a_quantity(difference, reached):
    found = quantity(**difference)
    assert [name for name, test in LEVELS["quantities"].items() if test(quantity(), found)] == reached


def entity(label, start=4, text="Acme"):
    return {"label": label, "start": start, "end": start + len(text), "text": text}


def test_places_are_one_label_and_a_leading_article_does_not_count():
    strict, overlap = LEVELS["entities"]["strict"], LEVELS["entities"]["overlap"]
    assert strict(entity("GPE"), entity("LOC"))
    assert strict(entity("ORG"), entity("ORG", 0, "the Acme"))
    assert overlap(entity("ORG"), entity("ORG", 4, "Acme Corp"))
    assert not strict(entity("ORG"), entity("ORG", 4, "Acme Corp"))
    assert not overlap(entity("ORG"), entity("PERSON"))


def claim(**fields):
    return {
        "type": "revenue", "subject": {"name": "Acme"}, "metric": "revenue", "value": 5, "unit": "USD",
        "stance": "asserted", "period": {"first_day": "2019-01-01", "last_day": "2019-12-31"},
        "change": {"direction": "up", "value": 3}, "speaker": None, "source": None, **fields,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("difference", "reached"),
    [
        ({}, ["detected", "typed", "core", "full"]),
        ({"stance": "planned"}, ["detected", "typed", "core"]),
        ({"period": None}, ["detected", "typed", "core"]),
        ({"speaker": "Jo Lane"}, ["detected", "typed", "core"]),
        ({"scope": "Europe"}, ["detected", "typed", "core", "full"]),
        ({"change": {"direction": "down", "value": 3}}, ["detected", "typed"]),
        ({"change": None}, ["detected", "typed"]),
        ({"subject": {"name": "Bolt"}}, ["detected", "typed"]),
        ({"type": "price"}, ["detected"]),
    ],
)
def test_levels_of_a_claim(difference, reached):
    found = claim(**difference)
    assert [name for name, test in LEVELS["claims"].items() if test(claim(), found)] == reached


def test_a_period_without_days_equals_no_period_only_in_its_days():
    assert FIELDS["period"](claim(period={"text": "in recent years"}), claim(period=None))


def test_names_compare_without_case_and_article():
    assert same_name("The Acme Group", "acme group")
    assert not same_name("Acme", None)


def test_the_head_noun_is_the_last_word_in_the_singular():
    assert head_noun("connected devices") == head_noun("device") == "device"
