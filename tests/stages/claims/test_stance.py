"""Stance and negation by what governs a clause."""

import datetime as dt

import pytest

from pipeline.records import Time
from pipeline.stages.claims.stances.clause import clause_stance, is_negated

STANCES = {
    "Orvelle opened a second plant.": "asserted",
    "Orvelle will open a second plant.": "planned",
    "Orvelle plans to open a second plant.": "planned",
    "The second plant is scheduled to open in May.": "planned",
    "The new shops are to open in May.": "planned",
    "Analysts had pencilled in a profit.": "forecast",
    "Orvelle is going to open a second plant.": "planned",
    "The board has proposed a dividend.": "planned",
    "Orvelle aims to open a second plant.": "target",
    "Our goal is to make clean power cheap.": "target",
    "Orvelle is committed to keeping the plant.": "target",
    "Orvelle wants to grow abroad.": "target",
    "Orvelle expects sales to recover.": "forecast",
    "Demand is likely to fall.": "forecast",
    "Demand will remain weak.": "forecast",
    "The division is on track to break even.": "forecast",
    "It'd be lower without Norway.": "planned",
    "It'd closed the plant.": "asserted",
    "Orvelle is obliged to repay the loan.": "planned",
    "In our guidance we assume a tax rate of a fifth.": "forecast",
    "We are factoring in a weaker dollar.": "forecast",
    "Orvelle kept its outlook for the year.": "forecast",
    "Orvelle may open a second plant.": "possible",
    "Orvelle is considering a second plant.": "possible",
    "Orvelle should have warned its customers.": "opinion",
    "Orvelle could not open a second plant.": "asserted",
    "A second plant could not be ruled out.": "possible",
    "Orvelle does not rule out a second plant.": "possible",
    "We believe that openness pays.": "opinion",
    "Ada Quist is confident that sales will recover.": "opinion",
    "We are proud of our shops.": "opinion",
    "Sales were higher than the company had expected.": "asserted",
    "The plant was expected to open in May.": "asserted",
    "Ada Quist expected a rise in sales.": "asserted",
    "There would be a smaller plant.": "forecast",
    "There will be a smaller plant.": "planned",
    "Total assets would rise.": "forecast",
    "The result is above the guidance of last year.": "asserted",
    "Orvelle runs two projects in Norway.": "asserted",
    "The broker cut its price target.": "asserted",
    "We estimate that the market has grown.": "asserted",
    "The new plant is the largest to be built here.": "asserted",
    "Analysts polled by Datalys expected a loss.": "forecast",
    "Analysts had been looking for a smaller loss.": "forecast",
    "The company had called for a boycott.": "asserted",
    "Orvelle announced plans to open a second plant.": "planned",
}


@pytest.mark.parametrize(("sentence", "stance"), STANCES.items(), ids=STANCES)
def test_the_governing_words_tell_the_stance(parsed, sentence, stance):
    found = parsed(sentence)
    assert clause_stance(found, found.doc[:].root, None) == stance


FIGURES = {
    "Orvelle raised its revenue forecast to 5 million.": "forecast",
    "Orvelle has a target of 500 shops.": "target",
    "Revenue topped the forecast of 5 million.": "asserted",
    "We believe that the plant makes 500 cars a day.": "asserted",
    "Costs should come to 5 million.": "forecast",
    "The expected tax rate is 22.": "forecast",
    "The loss of 5 expected by analysts is small.": "forecast",
    "The consensus called for a loss of 40 per share.": "forecast",
    "Orvelle will close its 19 shops.": "asserted",
    "Orvelle will close 19 shops.": "planned",
    "Orvelle will open a plant and cut 500 jobs.": "planned",
    "Orvelle opened a plant and cut 500 jobs.": "asserted",
    "Orvelle will open its 12 shops in Spain next year.": "planned",
    "The expected tax rate was 22.": "asserted",
    "Wages will rise once the plant makes 500 cars a day.": "planned",
    "Wages rose when the plant made 500 cars a day.": "asserted",
    "Ada Quist said she expected a profit of 500.": "forecast",
    "Orvelle sold more than analysts had expected, sending its shares up 7 points.": "asserted",
    "Orvelle plans to double its staff of 300.": "asserted",
    "The shop sells 500 cars a day; Orvelle wants to open a second one.": "asserted",
}


@pytest.mark.parametrize(("sentence", "stance"), FIGURES.items(), ids=FIGURES)
def test_a_figure_is_no_opinion_and_takes_the_stance_of_its_noun(parsed, sentence, stance):
    found = parsed(sentence)
    figure = next(token for token in found.doc if token.like_num)
    head = next(node for node in figure.ancestors if node.tag_.startswith("VB"))
    assert clause_stance(found, head, None, figure=figure) == stance


@pytest.mark.parametrize(("published", "stance"), [(dt.date(2024, 3, 1), "planned"), (dt.date(2024, 6, 1), "asserted")])
def test_the_present_tense_with_a_day_to_come_is_a_plan(parsed, published, stance):
    found = parsed("The shop opens in May 2024.")
    start = found.sentence.text.index("May")
    found.times.append(
        Time(
            doc_id="d",
            sentence_id="d.s0",
            time_id="t",
            start=start,
            end=start + 8,
            text="May 2024",
            kind="period",
            first_day=dt.date(2024, 5, 1),
            last_day=dt.date(2024, 5, 31),
        )
    )
    assert clause_stance(found, found.doc[:].root, published) == stance


def test_headlines_and_lists_put_plans_in_the_infinitive(parsed):
    for sentence, block, stance in [
        ("Orvelle to open a second plant", "title", "planned"),
        ("to grow abroad without losing customers at home;", "list_item", "target"),
    ]:
        found = parsed(sentence, block)
        assert clause_stance(found, found.doc[:].root, None) == stance


NEGATIONS = {
    "Orvelle will not sell the plant.": True,
    "Orvelle has never sold a plant.": True,
    "Orvelle has no plans to sell the plant.": True,
    "No accidents were reported.": True,
    "Orvelle sold the plant.": False,
    "Orvelle does not rule out a sale.": False,
    "Orvelle sells not only bread.": False,
}


@pytest.mark.parametrize(("sentence", "negated"), NEGATIONS.items(), ids=NEGATIONS)
def test_negation_is_the_clause_s_own(parsed, sentence, negated):
    assert is_negated(parsed(sentence).doc[:].root) is negated


def test_a_target_that_is_stuck_to(extract):
    claims = extract("Orvelle SA stuck to its target of selling 2.5 million ovens this year.\n").claims
    assert [c.stance for c in claims if c.value == 2.5e6] == ["target"]
