"""Who says it, and whose figures are cited."""

import pytest

QUOTED = {
    "speaker behind the quotation": ["“Our order book is well filled,” said Ada Quist, chief executive of Orvelle."],
    "speaker before the quotation": ["Chief executive Ada Quist said: “Our order book is well filled.”"],
    "speaker and verb in turn": ["“Our order book is well filled,” Ada Quist of Orvelle said."],
    "in a sentence of its own": ["“Our order book is well filled.”", "Ada Quist said."],
    "split": ["“Our order book,” Ada Quist said, “is well filled and still growing.”"],
    "a title after the verb": ["“Our order book is well filled,” says co-founder and CEO Ada Quist."],
    "a role of the company before the name": ["“Our order book is well filled,” said Orvelle’s chief executive, Ada Quist."],
    "straight marks": ['"Our order book is well filled," Ada Quist told analysts.'],
    "a pronoun for a person named before": [
        "Ada Quist was in high spirits on Monday.", "“Our order book is well filled,” she said.",
    ],
    "introduced by the sentence before": ["Ada Quist told analysts:", "“Our order book is well filled.”"],
}  # fmt: skip


@pytest.mark.parametrize("sentences", QUOTED.values(), ids=QUOTED)
def test_a_quotation_has_its_speaker(claims_of, sentences):
    claims = [c for c in claims_of(sentences) if "order book" in c.text]
    assert [(c.speaker, c.quoted) for c in claims] == [("Ada Quist", True)]


def test_who_is_told_does_not_speak(claims_of):
    claims = claims_of(["Tom Brandt is glad.", "“Our shops are full,” he told Bramford Securities."])
    assert claims[-1].speaker == "Tom Brandt"


def test_who_a_quotation_is_according_to_speaks(claims_of):
    claims = claims_of(["According to Ada Quist, chief executive, “Our shops are full.", "We are hiring, too.”"])
    assert [c.speaker for c in claims] == ["Ada Quist", "Ada Quist"]


def test_a_quotation_runs_over_sentences_and_paragraphs(claims_of):
    claims = claims_of(
        ["“Our shops are full,” said Tom Brandt.", "“We will open more of them next year."],
        ["“We are hiring, too.”"],
        ["Bramford Securities cut its rating for the shares."],
    )
    assert [c.speaker for c in claims] == ["Tom Brandt", "Tom Brandt", "Tom Brandt", None]


def test_a_person_named_since_takes_over_from_the_speaker_before(claims_of):
    claims = claims_of(
        ["“Our shops are full,” said Tom Brandt."], ["Ada Quist disagreed.", "“The shops are half empty.”"]
    )
    assert claims[-1].speaker == "Ada Quist"


REPORTED = {
    "Ada Quist said that Orvelle will open a second plant.": "Ada Quist",
    "Orvelle said on Tuesday that it had sold its stake in the mine.": "Orvelle",
    "Orvelle will open a second plant, Ada Quist said.": "Ada Quist",
    "Orvelle, Ada Quist added, will open a second plant.": "Ada Quist",
    "Ada Quist believes that software will change the industry.": "Ada Quist",
    "In Ada Quist’s view, software is becoming the heart of the car.": "Ada Quist",
    "Orvelle made it clear that the plant will close.": "Orvelle",
    "Ada Quist called the subsidy a waste of money.": "Ada Quist",
    "Ada Quist expects a profit of €5 million.": "Ada Quist",
    "Economists at Datalys now expect a higher margin.": "Datalys",
    "Ada Quist has opened a second plant.": None,
    "Orvelle announced its results for the third quarter.": None,
    "Orvelle reported a loss for the third quarter.": None,
    "Orvelle expects sales to recover next year.": None,
    "We believe that openness pays in the long run.": None,
}


@pytest.mark.parametrize(("sentence", "speaker"), REPORTED.items(), ids=REPORTED)
def test_reported_speech_has_its_speaker(claims_of, sentence, speaker):
    assert [c.speaker for c in claims_of([sentence])] == [speaker]


def test_the_list_that_a_speech_introduces_belongs_to_it(claims_of):
    claims = claims_of(
        ["Ada Quist said that Orvelle has three strengths:"],
        [("list_item", "Owns the largest network of shops in the country;")],
        [("list_item", "Holds patents that nobody else has.")],
        ["The plant opened its doors in May."],
    )
    assert [c.speaker for c in claims] == ["Ada Quist", "Ada Quist", "Ada Quist", None]


def test_answers_of_an_interview_belong_to_who_is_interviewed(claims_of):
    claims = claims_of(
        ["Ada Quist runs Orvelle."],
        ["Q: Rents have been falling for years."],
        ["A: Our shops are in good places."],
        ["Q: You have sold your most modern plant."],
        ["A: The offer was too good.", "We will not sell another one."],
    )
    assert [c.speaker for c in claims] == [None, None, "Ada Quist", None, "Ada Quist", "Ada Quist"]


SOURCES = {
    "According to Datalys, Orvelle is the market leader in Norway.": "Datalys",
    "According to market researcher Datalys, Orvelle is the market leader in Norway.": "Datalys",
    "Orvelle is the market leader in Norway, data from Datalys showed.": "Datalys",
    "Datalys figures show that Orvelle is the market leader.": "Datalys",
    "Datalys ranked Orvelle first in Norway.": "Datalys",
    "Orvelle is the market leader in Norway, Datalys estimates.": "Datalys",
    "Orvelle is the market leader in Norway.": None,
    "According to Orvelle, the plant will close.": None,
    "Analysts polled by Datalys expected a smaller loss.": "Datalys",
    "Datalys consensus was for a smaller loss.": "Datalys",
}


@pytest.mark.parametrize(("sentence", "source"), SOURCES.items(), ids=SOURCES)
def test_a_figure_has_its_source(claims_of, sentence, source):
    assert {c.source for c in claims_of([sentence])} == {source}


def test_what_the_company_itself_is_cited_for_it_says(claims_of):
    assert [c.speaker for c in claims_of(["According to Orvelle, the plant will close."])] == ["Orvelle"]


def test_a_source_within_a_clause_holds_for_that_clause_only(claims_of):
    claims = claims_of(["Sales were brisk, and Orvelle was, according to Datalys, the market leader in Norway."])
    assert {c.source for c in claims if "brisk" in c.text} == {None}
    assert {c.source for c in claims if "leader" in c.text and "brisk" not in c.text} == {"Datalys"}


@pytest.mark.parametrize(
    "sentences",
    [
        ["Bramford Securities cut its price target to €30 from €35."],
        ["Analysts at Bramford Securities lowered their target to €30."],
        ["Orvelle was cut to sell at Bramford Securities."],
        ["Bramford Securities rates the shares a buy.", "The target was trimmed to €30."],
    ],
    ids=["subject", "analysts", "passive", "told before"],
)
def test_who_rates_a_share_is_the_source(claims_of, sentences):
    claims = [c for c in claims_of(sentences) if c.type == "rating"]
    assert claims
    assert {(c.source, c.speaker) for c in claims} == {("Bramford Securities", None)}


def test_an_analyst_rates_and_is_no_speaker(claims_of):
    claims = claims_of(["“Our shops are full,” said Ada Quist, who raised her price target to €30 from €25."])
    assert [(c.source, c.speaker) for c in claims if c.type == "rating"] == [("Ada Quist", None)]


def test_analysts_speak_for_their_house(claims_of):
    claims = claims_of(["Analysts at Bramford Securities said that the shops are full."])
    assert [c.speaker for c in claims] == ["Bramford Securities"]
