"""Which days are candidates for a claim's period, whatever their weights, and what a report makes of them."""

import datetime as dt

import pytest

from pipeline.records import Document, Period, Sentence, Time
from pipeline.stages.claims.parsed import parse
from pipeline.stages.claims.periods import Dated, PeriodMemory, find_period
from pipeline.stages.claims.periods.dated import tense
from pipeline.stages.claims.syntax import clause_head
from pipeline.stages.claims.vocabulary import metrics
from pipeline.stages.quantities import extract_quantities
from pipeline.stages.times import extract_times

PUBLISHED = dt.date(2024, 11, 6)
QUARTER = "2024-07-01/2024-09-30"
YEAR = "2024-01-01/2024-12-31"


class Story:
    """An article of (block, text) lines; the candidates of its last figure are asked for."""

    def __init__(self, nlp, *lines, published=PUBLISHED):
        self.nlp, sentences, at = nlp, [], 0
        for number, line in enumerate(lines):
            block, text = line if isinstance(line, tuple) else ("paragraph", line)
            place = {"doc_id": "d", "sentence_id": f"s{number}", "start": at, "end": at + len(text)}
            sentences.append(Sentence(**place, text=text, block=block))
            at += len(text) + 1
        text = "\n".join(s.text for s in sentences)
        self.document = Document(doc_id="d", source="a", sha256="0", start=0, end=len(text), published=published)
        self.times: list[Time] = extract_times(text, self.document, sentences)
        quantities = extract_quantities(text, sentences)
        self.parsed = parse(nlp, sentences, (quantities, self.times))
        self.memory = PeriodMemory(self.document, sentences, self.times)
        self.named = None

    def candidates(self, metric="revenue", claim_type="revenue", stance="asserted", last=-1):
        for parsed in self.parsed:
            self.memory.age += 1
            self.memory.note(parsed.sentence, parsed.times)
        parsed = self.parsed[-1]
        figure = parsed.quantities[last]
        verb = clause_head(parsed.root(figure.start, figure.end))
        claim = Dated(verb, claim_type, stance, metrics()[metric] if metric else None, figure, self.named)
        return {c.key: c for c in find_period(parsed, self.memory, claim).candidates}


def test_a_title_takes_the_period_that_only_the_text_names(nlp):
    story = Story(nlp, ("title", "Orvelle sales rise 5%"), "Sales rose 5% in the third quarter of 2024.")
    story.parsed = story.parsed[:1]
    assert QUARTER in story.candidates()


def test_a_month_is_what_monthly_figures_report_on(nlp):
    story = Story(nlp, ("title", "Orvelle sales rise 5%"), "Sales rose 5% in September.")
    story.parsed = story.parsed[:1]
    assert "2024-09-01/2024-09-30" in story.candidates()


def test_full_year_guidance_is_of_the_year_round_the_quarter_under_report(nlp):
    heading = ("heading", "Third quarter of 2024")
    assert YEAR in Story(nlp, heading, "Full-year sales should reach €5 million.").candidates(stance="forecast")
    assert YEAR not in Story(nlp, heading, "Sales should reach €5 million.").candidates(stance="forecast")


def test_the_year_that_an_article_names_goes_before_the_calendars(nlp):
    lines = ("heading", "Third quarter of 2024"), "Its year ended 31 October 2024.", "Full-year sales hit €5 million."
    assert "2023-11-01/2024-10-31" in Story(nlp, *lines).candidates()


def test_list_items_take_the_time_of_the_words_that_open_the_list(nlp):
    lead = "For the fourth quarter of 2024, Orvelle expects:"
    items = ("list_item", "Operating costs of €2 million"), ("list_item", "Sales of €5 million")
    assert "2024-10-01/2024-12-31" in Story(nlp, lead, *items).candidates(stance="forecast")


def test_a_time_behind_a_name_that_is_compared_with_is_no_comparison(nlp):
    found = Story(nlp, "Orvelle sold 5 million more pumps than Tessel in the third quarter of 2024.").candidates()
    assert QUARTER in found


@pytest.mark.parametrize("ending", ["ended", "closed", "finished"])
def test_a_stock_that_ends_a_period_may_hold_at_its_last_day(nlp, ending):
    story = Story(nlp, f"Orvelle {ending} the third quarter of 2024 with 512 kiosks.")
    found = story.candidates(metric=None, claim_type="facility")
    assert "day|closing:True" in found["2024-09-30/2024-09-30"].evidence


def test_as_of_a_month_is_its_last_day(nlp):
    found = Story(nlp, "As of September 2024, Orvelle had 512 kiosks.").candidates(metric=None, claim_type="facility")
    assert [key for key, c in found.items() if c.span] == ["2024-09-30/2024-09-30"]


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("By the end of September 2024, Orvelle had a headcount of 512.", "2024-09-30/2024-09-30"),
        ("Until the end of January 2025, Orvelle has a headcount of 512.", "None/2025-01-31"),
    ],
)
def test_a_stock_is_told_at_the_day_by_which_it_is_reached_but_holds_until_another(nlp, sentence, period):
    found = Story(nlp, sentence).candidates(metric="headcount", claim_type="employment")
    assert period in found


def test_what_is_long_over_is_not_what_an_article_reports_on(nlp):
    story = Story(nlp, "In 2009, Orvelle made 5 pumps.", "Sales were €5 million.")
    story.candidates()
    assert story.memory.current is None


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("Compared with the second quarter of 2024, sales rose to €5 million.", "2024-04-01/2024-06-30"),
        ("Sales rose from €4 million in 2023 to €5 million.", "2023-01-01/2023-12-31"),
        ("Sales were €5 million (2023: €4 million).", "2023-01-01/2023-12-31"),
    ],
)
def test_a_time_of_comparison_is_no_candidate(nlp, sentence, period):
    lasts = 0 if "(" in sentence else -1
    assert period not in Story(nlp, sentence).candidates(last=lasts)


def test_what_stands_in_the_comparison_may_hold_for_its_time(nlp):
    story = Story(nlp, "Sales fell, compared with €4 million in 2023.")
    assert "2023-01-01/2023-12-31" in story.candidates()


def test_a_market_report_of_the_next_days_tells_of_the_last_trading_day(nlp):
    story = Story(nlp, "Markets slipped on 4 November.", "Orvelle fell 3%.")
    assert "2024-11-04/2024-11-04" in story.candidates(metric="share_price", claim_type="security_value")
    older = Story(nlp, "Markets slipped on 14 October.", "Orvelle fell 3%.")
    assert older.memory.trading_day is None


def test_the_last_time_spoken_of_is_carried_but_no_comparison(nlp):
    story = Story(
        nlp, "In October it shipped 40 pumps.", "A year earlier it had shipped 30.", "Exports hit €5 million."
    )
    found = story.candidates()["2024-10-01/2024-10-31"]
    assert any(trait.startswith("recent.2") for trait in found.evidence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Orvelle sold 5 pumps.", "past"),
        ("Orvelle has sold 5 pumps.", "perfect"),
        ("Orvelle sells 5 pumps.", "present"),
        ("Orvelle will sell 5 pumps.", "modal"),
    ],
)
def test_tenses(parsed, sentence, expected):
    root = next(t for t in parsed(sentence).doc if t.dep_ == "ROOT")
    assert tense(root) == expected


def test_heading_whose_quarter_has_no_days_is_what_its_section_reports_on(nlp):
    story = Story(nlp, ("heading", "Third Quarter Fiscal 2024 Highlights"), ("list_item", "Revenue rose 9% to $75m."))
    found = story.candidates()
    assert found["None/None"].value.text == "Third Quarter Fiscal 2024"
    assert "section" in found["None/None"].evidence


@pytest.mark.parametrize(
    "text", ["The stock’s 52-week range is $73.96 to $104.80.", "Shares beat the daily average of around 5.8 million."]
)
def test_what_a_share_has_on_any_day_has_no_period(nlp, text):
    story = Story(nlp, "Shares fell on 6 November 2024.", text)
    assert set(story.candidates("share_price", "security_value")) == {"none"}


@pytest.mark.parametrize(("name", "tied"), [("net profit", True), (None, False)])
def test_a_time_of_the_noun_that_names_the_metric_is_the_figure_s(nlp, name, tied):
    sentence = "Net profit in the third quarter of 2024 came to $5m, more than in all of 2023."
    story = Story(nlp, sentence)
    story.named = (0, len(name)) if name else None
    assert ("holder:metric" in story.candidates()[QUARTER].evidence) == tied


def test_what_holds_since_an_event_has_no_end(nlp):
    story = Story(nlp, "Since entering the Peruvian market in May 2023, Orvelle has sold 7,000 ovens.")
    assert set(story.candidates("sales_volume", "sales_volume")) & {"2023-05-01/None", "2023-05-01/2023-05-31"} == {
        "2023-05-01/None"
    }


def test_since_behind_a_record_is_no_period_but_the_end_of_a_streak(nlp):
    story = Story(nlp, "Profit topped $5m for the first time since the third quarter of 2022.")
    assert set(story.candidates("net_profit", "profit_loss")) == {"none"}
    assert "2022-07-01/None" in Story(nlp, "Orvelle has earned $5m since the third quarter of 2022.").candidates()


def test_bound_of_a_figure_compares_no_time(nlp):
    story = Story(nlp, "Orvelle bought back more than 5 million shares since May 2024.")
    (since,) = (c for key, c in story.candidates(None, "financing").items() if key == "2024-05-01/None")
    assert "compared" not in since.evidence


@pytest.mark.parametrize(("published", "carried"), [(PUBLISHED, False), (dt.date(2020, 3, 1), True)])
def test_what_is_long_over_is_carried_to_no_other_claim(nlp, published, carried):
    story = Story(nlp, "The mill was opened in 2019.", "It saves $8.5 million a year.", published=published)
    story.memory.remember(Period(text="2019", first_day=dt.date(2019, 1, 1), last_day=dt.date(2019, 12, 31)), "revenue")
    assert ("2019-01-01/2019-12-31" in story.candidates(None, "expense", "forecast")) is carried
