"""Which clauses of a sentence assert."""

import pytest

from pipeline.records import Quantity
from pipeline.stages.claims.assertions import assertions

CLAUSES = {
    "one clause": ("Orvelle opened a plant in Norway.", ["opened"]),
    "verbs joined": ("Orvelle opened a plant and repaid its debt.", ["opened", "repaid"]),
    "clauses joined": ("Orvelle opened a plant, but demand is weak.", ["opened", "is"]),
    "side by side": ("Orvelle opened a plant; demand is weak.", ["opened", "is"]),
    "reported, not the saying": ("Ada Quist said that demand is weak.", ["is"]),
    "reported twice": ("Ada Quist said that demand is weak and that prices fell.", ["is", "fell"]),
    "saying behind": ("Demand is weak, Ada Quist said.", ["is"]),
    "an estimate behind": ("Demand is weak, Datalys estimates.", ["is"]),
    "a document behind": ("Orvelle has sold the plant, a filing showed.", ["sold"]),
    "belief is the assertion": ("We believe that demand is weak.", ["believe"]),
    "an announced thing": ("Orvelle announced a new oven.", ["announced"]),
    "a relative clause that adds": ("Orvelle, which is based in Oslo, opened a plant.", ["based", "opened"]),
    "a relative clause that picks out": ("Orvelle opened a plant that makes ovens.", ["opened"]),
    "a contrast": ("Orvelle opened a plant while demand is weak.", ["opened", "is"]),
    "a condition": ("Orvelle closes the plant if demand is weak.", ["closes"]),
    "a time": ("Orvelle closed the plant when demand was weak.", ["closed"]),
    "what came before": ("Shares of Orvelle fell after it cut its outlook.", ["fell", "cut"]),
    "a relative clause of who says": (
        "Orvelle, which is based in Oslo, said that demand is weak.",
        ["based", "is"],
    ),
    "an aside": ("Demand, we believe, is weak.", ["is"]),
    "there is": ("There is no alternative to the plan.", ["is"]),
}


@pytest.mark.parametrize(("sentence", "verbs"), CLAUSES.values(), ids=CLAUSES)
def test_asserting_clauses(parsed, sentence, verbs):
    assert [assertion.head.text for assertion in assertions(parsed(sentence), [])] == verbs


FRAGMENTS = {
    "Holds patents that nobody else has;": True,
    "to open shops abroad;": True,
    "Stop using the oven at once.": False,
    "Made in: Norway": False,
    "A new oven for small bakeries": False,
}


@pytest.mark.parametrize(("item", "states"), FRAGMENTS.items(), ids=FRAGMENTS)
def test_list_items_assert_with_a_verb_that_is_no_order(parsed, item, states):
    assert bool(assertions(parsed(item, "list_item"), [])) is states


def test_a_headline_asserts_by_its_verb_even_where_the_parse_takes_it_for_a_noun(parsed):
    title = parsed("Orvelle Oven Brings Bread To The Very Edge", "title")
    assert [assertion.head.text for assertion in assertions(title, [])] == ["Brings"]


@pytest.mark.parametrize(
    ("headline", "verb"),
    [
        ("Orvelle Foods posts record year as exports grow", "posts"),
        ("Orvelle shares slide after warning", "slide"),
        ("Drivers block depot over pay", "block"),
    ],
)
def test_a_headline_has_one_verb_whatever_the_parse_makes_of_it(parsed, headline, verb):
    assert [assertion.head.text for assertion in assertions(parsed(headline, "title"), [])] == [verb]


def figure(parsed, text, kind="count"):
    start = parsed.sentence.start + parsed.sentence.text.index(text)
    return Quantity(
        doc_id="d",
        sentence_id="d.s0",
        quantity_id="q",
        start=start,
        end=start + len(text),
        text=text,
        kind=kind,
        value=1,
    )


CARRIED = {
    "its object": ("Orvelle opened 12 shops in Norway.", "12", []),
    "its object's noun": ("Orvelle posted revenue of 12 million.", "12 million", []),
    "a modifier of the subject": ("A centre for 12 guests opened in Oslo.", "12", ["opened"]),
    "a participle behind": ("Orvelle entered the list, coming 12th in its field.", "12th", ["entered"]),
    "a relative clause": ("Orvelle opened a plant that makes 12 cars.", "12", ["opened"]),
    "another clause": ("Orvelle opened a plant and hired 12 people.", "12", ["opened"]),
}


@pytest.mark.parametrize(("sentence", "number", "verbs"), CARRIED.values(), ids=CARRIED)
def test_a_figure_stands_for_the_clause_that_it_completes(parsed, sentence, number, verbs):
    found = parsed(sentence)
    assert [a.head.text for a in assertions(found, [figure(found, number)])] == verbs
