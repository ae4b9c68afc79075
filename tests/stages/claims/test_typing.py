"""Types of clauses without a metric."""

import pytest

from pipeline.lexicon import rows
from pipeline.records import ClaimType
from pipeline.stages.claims.metrics import Named
from pipeline.stages.claims.ranking import Candidate, Choice
from pipeline.stages.claims.speech.research_houses import Survey
from pipeline.stages.claims.subjects.memory import NO_SURVEY
from pipeline.stages.claims.types.article import ArticleTypes
from pipeline.stages.claims.types.features import type_features
from pipeline.stages.claims.types.model import article_context, opinion_probability, surely, type_model
from pipeline.stages.claims.vocabulary import metrics

TYPES = {
    "Orvelle unveiled a new oven today.": "product",
    "The oven has a glass door and a touchscreen.": "spec",
    "Orvelle has appointed Ada Quist as chief executive.": "employment",
    "Orvelle has agreed to buy its rival for cash.": "merger_acquisition",
    "A court has banned the sale of the oven.": "legal",
    "Orvelle inaugurated a plant in Norway.": "facility",
    "Orvelle was founded in Oslo.": "corporate",
    "Orvelle is the market leader in bread ovens.": "market_position",
    "The regulator opened an investigation into Orvelle.": "legal",
    "Shares in Orvelle fell sharply.": "security_value",
    "The broker downgraded the stock.": "rating",
    "Orvelle signed a partnership agreement with a bakery chain.": "deal",
    "Inflation is weighing on consumers.": "macroeconomics",
    "Orvelle published its quarterly results.": "financial_report",
    "Our mission is to make good bread affordable.": "strategy",
    "Orvelle declined to comment.": "other",
}


@pytest.mark.parametrize(("sentence", "claim_type"), TYPES.items(), ids=TYPES)
def test_clauses_have_their_type(claims_of, sentence, claim_type):
    assert [c.type for c in claims_of([sentence])] == [claim_type]


def test_the_saying_has_no_type_of_its_own(claims_of):
    assert [c.type for c in claims_of(["Ada Quist said that Orvelle opened a plant in Norway."])] == ["facility"]


def test_clauses_of_one_kind_give_one_claim_and_of_two_kinds_two(claims_of):
    one = claims_of(["The oven has a glass door and supports voice commands."])
    two = claims_of(["Orvelle inaugurated a plant in Norway and appointed Ada Quist as chief executive."])
    assert [c.type for c in one] == ["spec"]
    assert [c.type for c in two] == ["facility", "employment"]


def test_joined_clauses_with_subjects_of_their_own_give_a_claim_each_even_of_one_kind(claims_of):
    found = claims_of(["The oven has a glass door, and the grill has a touchscreen."])
    assert [c.type for c in found] == ["spec", "spec"]


ONE_FIGURE = {
    "The oven weighs 12kg and the door is made of glass.": 2,
    "The oven has a door that weighs 12kg.": 1,
}


@pytest.mark.parametrize(("sentence", "number"), ONE_FIGURE.items(), ids=ONE_FIGURE)
def test_a_clause_gives_no_claim_of_a_kind_that_a_figure_inside_it_gives(extract, sentence, number):
    assert len(extract(sentence).claims) == number


def test_praise_without_a_cue_is_an_opinion(claims_of):
    assert [c.stance for c in claims_of(["It is the most beautiful and the best oven in the world."])] == ["opinion"]


def test_probabilities_sum_to_one_and_unknown_words_leave_the_general_mix():
    found = type_model().probabilities({"w=zzz": 1.0})
    assert sum(found.values()) == pytest.approx(1)
    assert 0 < opinion_probability({"bias": 1.0}) < 1


FREQUENCY: dict[ClaimType, float] = {"legal": 0.5, "product": 0.5}
UNCLEAR: dict[ClaimType, float] = {"legal": 0.45, "product": 0.55}
CLEAR: dict[ClaimType, float] = {"legal": 0.01, "product": 0.99}


def test_an_article_s_mix_moves_what_is_unclear_but_not_what_is_clear():
    clauses = [[UNCLEAR], [], [], [CLEAR], [], []]
    context = article_context(clauses, [[], [], [], [], [], ["legal"] * 40], FREQUENCY)
    assert context.around(0, UNCLEAR, [])["legal"] > 0.5
    assert context.around(3, CLEAR, [])["product"] > 0.9


@pytest.mark.parametrize("distance", [1, 2])
def test_what_the_sentences_around_speak_of_moves_a_clause(distance):
    near: list[list[ClaimType]] = [["legal"] if n == distance else [] for n in range(9)]
    far: list[list[ClaimType]] = [["legal"] if n == 8 else [] for n in range(9)]
    clauses = [[UNCLEAR], *([] for _ in range(8))]
    moved, unmoved = (article_context(clauses, known, FREQUENCY).around(0, UNCLEAR, []) for known in (near, far))
    assert moved["legal"] > unmoved["legal"]


def test_what_else_a_sentence_speaks_of_moves_a_clause():
    context = article_context([[UNCLEAR]], [[]], FREQUENCY)
    assert context.around(0, UNCLEAR, [surely("legal", FREQUENCY)])["legal"] > 0.5
    assert context.around(0, UNCLEAR, [])["legal"] == pytest.approx(0.45, abs=0.001)


def test_an_article_without_clauses_has_the_general_mix():
    frequency: dict[ClaimType, float] = {"legal": 0.25, "product": 0.75}
    assert article_context([], [], frequency).factors() == pytest.approx({"legal": 1, "product": 1})


@pytest.mark.parametrize(
    ("one", "other", "evidence"),
    [
        ("Lumo One features a panel.", "Lumo One boasts a lens.", "act=have&to=part"),
        ("Orvelle plans to construct a depot.", "Orvelle hopes to inaugurate a hub.", "then=build&company"),
        ("The carrier recruited a director.", "The bank appointed an engineer.", "of=firm&to=team"),
    ],
)
def test_words_of_one_class_speak_for_one_type(parsed, one, other, evidence):
    for sentence in (parsed(one), parsed(other)):
        assert evidence in type_features(sentence, sentence.doc[:].root, sentence.words, about=False)


def test_every_cue_and_weight_names_a_claim_type():
    types = set(type_model().frequency)
    assert {row["type"] for row in rows("claim_cues")} <= types
    assert {name for weights in type_model().weights.values() for name, _ in weights} <= types


def figure_type(parsed, kind, probable, *, survey=NO_SURVEY, subject=None):
    candidates = [Candidate(name, Named(name, metrics()[name]), "metric.test") for name in probable]
    naming = Choice(candidates[0], max(probable.values()), candidates, list(probable.values()))
    types = ArticleTypes([], [], [], [], None, survey)
    return types.figure(parsed, parsed.doc[1], kind, naming, "asserted").given(subject)


def test_a_figure_has_the_type_that_its_probable_metrics_share_and_the_best_metric_of_that_type(parsed):
    probable = {"oil_price": 0.4, "operating_loss": 0.35, "gross_profit": 0.25}
    found = figure_type(parsed("Orvelle made $7 million."), "money", probable)
    assert found.type == "profit_loss"
    assert (found.naming.value.name, found.naming.probability) == ("operating_loss", 0.35)


def sales_volume_probability(sentence, **told):
    found = figure_type(sentence, "count", {"shipments": 1.0}, **told)
    return found.probability if found.type == "sales_volume" else 1 - found.probability


def test_what_a_figure_is_about_tells_its_type(parsed):
    sentence = parsed("Shipments reached 7 million units.")
    of_company, of_market = (sales_volume_probability(sentence, subject=kind) for kind in ("company", "market"))
    assert of_company > 0.5
    assert of_company - of_market > 0.1


def test_what_a_research_house_counts_is_the_market_s(parsed):
    sentence = parsed("Orvelle expects shipments of 7 million units.")
    survey = Survey(frozenset({"Orvelle"}), own=True)
    assert sales_volume_probability(sentence) - sales_volume_probability(sentence, survey=survey) > 0.1
