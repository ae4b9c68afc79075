"""Which year, day or side a reader takes: by clause, by preposition, by the period under discussion."""

from __future__ import annotations

import pytest

from tests.stages.times.dated_text import dated, days, times_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plant will cost 5% less than planned in March.", "2024-03-01..2024-03-31"),
        ("Norvik, a maker of pumps, forecast in October a profit of $3m.", "2023-10-01..2023-10-31"),
        ("A pay freeze that began in November will last for two years.", "2023-11-01..2023-11-30"),
        ("We closed two of our plants in December and we may close the others.", "2023-12-01..2023-12-31"),
        ("It will publish the figures on 14 March, and kept its dividend.", "2025-03-14"),
        ("The dairy group, which reports results on Friday, fell 2%.", "2024-08-09"),
        ("Sales fell 3% in November due to weak demand.", "2023-11-01..2023-11-30"),
        ("The line is due to open in November.", "2024-11-01..2024-11-30"),
        ("Guidance for November was cut.", "2024-11-01..2024-11-30"),
        ("Deliveries are planned for November.", "2024-11-01..2024-11-30"),
        ("The launch, expected in November, will be small.", "2024-11-01..2024-11-30"),
        ("The line will be wound down in November and moved to Porto.", "2024-11-01..2024-11-30"),
        ("Rival Tessel, which cut 90 jobs, reports Nov. 4.", "2024-11-04"),
        ("Tessel ends its own sale on Friday.", "2024-08-09"),
        ("Tessel reports that sales fell on Friday.", "2024-08-02"),
        ("Output is meant to double by November.", "..2024-11-30"),
        ("The council is due to publish July data.", "2024-07-01..2024-07-31"),
        ("Norvik said that it planned for a strike if the duty landed on Aug. 20.", "2024-08-20"),
        ("Norvik delivers 900 vans in July and opens a shop.", "2024-07-01..2024-07-31"),
        ("The stake was raised from the 3% proposed on August 5.", "2024-08-05"),
        ("They called a strike for Friday.", "2024-08-09"),
        ("The council has asked for an answer by Friday.", "..2024-08-09"),
        ("Half of the tickets had gone by Friday.", "2024-08-02"),
        ("The target leaves room of 5% from Monday's close.", "2024-08-05"),
    ],
)
def test_bare_month_or_day_takes_the_tense_of_its_own_clause(text: str, expected: str) -> None:
    assert dated(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened on May 5, 2023.\nBy 10am the shares were up.", "2024-08-07"),
        ("It opened on May 5, 2023.\nThe shares had gained 2% as of 2 p.m.", "2024-08-07"),
        ("On May 5, 2023 the doors opened at 10 a.m.", "2023-05-05"),
    ],
)
def test_clock_time_without_a_day_is_of_its_sentence_or_of_publication(text: str, expected: str) -> None:
    assert dated(text)[-1] == expected


@pytest.mark.parametrize("text", ["14:05 August 5, 2024", "5 August 2024, 14:05", "Aug. 5, 2024 | 14:05"])
def test_bare_clock_time_beside_a_date_belongs_to_it(text: str) -> None:
    assert [t.value for t in times_of(text)] == ["2024-08-05T14:05"]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("It kept its guidance for the year to 31 March unchanged.", "2024-10-17", "2024-04-01..2025-03-31"),
        ("It will publish results for the quarter to 31 January next week.", "2024-02-07", "2023-11-01..2024-01-31"),
        ("Profit rose in the year to March.", "2024-11-07", "2023-04-01..2024-03-31"),
        ("It will book the charges in the quarter ending 30 April.", "2024-02-07", "2024-02-01..2024-04-30"),
        ("It expects a loss for the fiscal year ending in March 2025.", "2024-10-28", "2024-04-01..2025-03-31"),
    ],
)
def test_period_with_an_end_of_no_year(text: str, published: str, expected: str) -> None:
    assert dated(text, published)[0] == expected


def test_calendar_date_of_a_relative_clause_is_a_time_of_its_own() -> None:
    found = times_of("Profit rose in the second quarter of 2021, which ended on June 30, 2021.", "2021-08-20")
    assert [t.text for t in found] == ["the second quarter of 2021", "June 30, 2021"]
    assert [days(t) for t in found] == ["2021-04-01..2021-06-30", "2021-06-30"]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Sales grew 3% in the 26 weeks to 28 September, against 2% a year earlier.", "2024-10-17",
         "2023-04-02..2023-09-30"),
        ("Vela sold more in the third quarter of 2019.\nCompared with three months earlier, costs fell.", "2019-11-20",
         "2019-04-01..2019-06-30"),
        ("At the end of September it had 900 staff, 20 more than twelve months earlier.", "2024-10-30", "2023-09-30"),
        ("Debt stood at $4m on 30 June, down from $5m a year earlier.", "2024-08-07", "2023-06-30"),
        ("On Tuesday it reported sales of $4m, up from $3m a year earlier.", "2024-08-07",
         "2023-04-01..2023-06-30"),
        ("The flood came in May 2023.\nThree months earlier, the dam had been repaired.", "2024-08-07",
         "2023-02-01..2023-02-28"),
    ],
)  # fmt: skip
def test_comparison_mirrors_what_is_compared(text: str, published: str, expected: str) -> None:
    assert dated(text, published)[-1] == expected


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("Once the line is running, from the end of September, output will grow.", "from the end of September",
         "2024-09-30.."),
        ("Phase 3 (from mid-2026): test centre.", "from mid-2026", "2026-01-01.."),
        ("It will save 39 tonnes a year from 2026 on.", "from 2026 on", "2026-01-01.."),
        ("Dealers will have it in three colours from November 11, 2024.", "from November 11, 2024", "2024-11-11.."),
        ("Before 2030 it will buy nothing.", "Before 2030", "..2029-12-31"),
        ("It expects to reach all owners before the end of September.", "before the end of September",
         "..2024-09-30"),
        ("It will ship before May 5, 2025.", "before May 5, 2025", "..2025-05-04"),
        ("It knew of eight leaks by October 2023.", "by October 2023", "..2023-10-31"),
        ("Two lines will follow by the end of January.", "by the end of January", "..2025-01-31"),
    ],
)  # fmt: skip
def test_preposition_that_leaves_one_side_open_is_part_of_the_time(text: str, span: str, expected: str) -> None:
    (time,) = times_of(text)
    assert (time.text, days(time), time.kind) == (span, expected, "period")


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("By 30 June the group had 41 shops.", "30 June", "2024-06-30"),
        ("The cash that it held by the end of 2023 was $3m.", "the end of 2023", "2023-12-31"),
        ("Cash was $3m as of June 30, 2024.", "June 30, 2024", "2024-06-30"),
        ("It rose over the past ten years.", "the past ten years", "2014-08-07..2024-08-07"),
        ("It will rise over the next ten years.", "over the next ten years", "2024-08-07..2034-08-07"),
        ("It will rise within the next ten years.", "within the next ten years", "2024-08-07..2034-08-07"),
        ("It grew in recent years.", "recent years", ".."),
        ("It posted a second-quarter loss.", "second-quarter", "2024-04-01..2024-06-30"),
        ("It kept its outlook for the full year.", "the full year", "2024-01-01..2024-12-31"),
        ("Sales rose 5% in the April-June period.", "the April-June period", "2024-04-01..2024-06-30"),
        ("It is used 6 billion times every day.", "every day", "set"),
    ],
)  # fmt: skip
def test_words_that_belong_to_the_time(text: str, span: str, expected: str) -> None:
    (time,) = times_of(text)
    assert (time.text, days(time)) == (span, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is on course to end the year with a profit.", "2024-01-01..2024-12-31"),
        ("Tractors brought in 12% of sales in the half-year.", "2024-01-01..2024-06-30"),
        ("Dealers look forward to this festive season.", ".."),
        ("The anniversary is only a few days from now.", ".."),
    ],
)
def test_period_without_a_number_is_found(text: str, expected: str) -> None:
    assert dated(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "It opened three months earlier than planned.",
        "The bike comes in midnight black and Midnight Green.",
        "They get a week's pay for every year of service.",
        "It will grow from 130 people today to 260.",
        "Halden showed four pumps at ORFA 2023.",
        "ORFA 2023: Halden shows its pumps.",
        "It had a booth at the Pumpa Asia 2024 trade show.",
        "It won a prize of the World Pump Congress 2023.",
    ],
)
def test_number_or_word_in_another_role_is_no_time(text: str) -> None:
    assert dated(text) == []


def test_this_year_is_that_of_publication_whatever_the_article_reports_on() -> None:
    text = "Vela published results for the year ended December 31, 2019.\nA new pump came earlier this year."
    assert dated(text, "2020-03-31") == ["2019-01-01..2019-12-31", "2020-01-01..2020-03-31"]


def test_window_counts_from_the_other_time_of_its_sentence_after_an_irregular_verb() -> None:
    text = "They put up a plan at the beginning of last year and set $3m apart for it over the next five years."
    assert dated(text) == ["2023-01-01", "2023-01-01..2028-01-01"]


def test_fiscal_year_is_the_calendar_one_where_the_quarters_under_report_are() -> None:
    text = "Sales rose in the first nine months.\nCash was €6m on 30 September.\nIt will pay €1 for the {}."
    assert dated(text.format("2025 financial year"), "2025-10-30")[-1] == "2025-01-01..2025-12-31"
    other = text.replace("30 September", "31 October")
    assert dated(other.format("2025 financial year"), "2025-11-30")[-1] == ".."


def test_undated_article_dates_a_bare_day_by_the_period_it_reports_on() -> None:
    text = "Vela led the market in the third quarter of 2020.\nThe report came out on October 30."
    assert dated(text, None) == ["2020-07-01..2020-09-30", "2020-10-30"]
    assert dated("The report came out on October 30.", None) == [".."]


def test_fiscal_year_of_somebody_else_does_not_move_the_quarters_under_report() -> None:
    text = (
        "Halden sold more in the July-September period.\nProfit rose in the third quarter.\n"
        "Its rival Orla expects a loss in the fiscal year ending in March 2025.\nIn the second quarter Halden lost money."
    )
    found = dated(text, "2024-10-28")
    assert found[1:] == ["2024-07-01..2024-09-30", "2024-04-01..2025-03-31", "2024-04-01..2024-06-30"]


def test_past_plan_says_nothing_of_what_follows() -> None:
    text = "It will spend less than planned in January, and raise output to 12 GWh by the end of 2025."
    assert dated(text) == ["2024-01-01..2024-01-31", "..2025-12-31"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For the three months to the end of March, sales rose.", ["2024-01-01..2024-03-31"]),
        ("The 2030 targets were approved in March.", ["2030-01-01..2030-12-31", "2024-03-01..2024-03-31"]),
        ("In the year ahead, it will open 20 shops.", ["2024-08-07..2025-08-07"]),
        ("Orders fell 3% in the period January-March 2024.", ["2024-01-01..2024-03-31"]),
        ("Prices rose in the first months of this year.", ["2024-01-01..2024-12-31"]),
        ("Prior to 2019 it was part of Orla.", ["..2018-12-31"]),
        ("It will halve emissions from 2019 levels by 2030.", ["2019-01-01..2019-12-31", "..2030-12-31"]),
        ("In H2 2024/25 it will open 30 shops.", [".."]),
        ("In the first half of 2024-25 it will open 30 shops.", [".."]),
    ],
)
def test_neighbouring_words_decide_what_an_expression_covers(text: str, expected: list[str]) -> None:
    assert dated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It had 1,200 workers at year-end.", ["2023-12-31"]),
        ("At the end of the quarter, it had 40 stores.", ["2024-06-30"]),
        ("The rules take effect in January.", ["2025-01-01..2025-01-31"]),
        ("The board approved the plan in late April and the works council in May.",
         ["2024-04-01..2024-04-30", "2024-05-01..2024-05-31"]),
        ("The plant will be shut for two weeks from August 26.", ["2024-08-26.."]),
        ("It will run four flights a week from 12 September 2024.", ["2024-09-12.."]),
        ("The committee meets every second Tuesday.", ["set"]),
        ("Sales fell in the second quarter of 2024 from the previous three months.",
         ["2024-04-01..2024-06-30", "2024-01-01..2024-03-31"]),
        ("It will ship between the fourth quarter of 2026 and the second quarter of 2028.",
         ["2026-10-01..2028-06-30"]),
    ],
)  # fmt: skip
def test_verbs_and_prepositions_beside_a_time_are_heeded(text: str, expected: list[str]) -> None:
    assert dated(text) == expected


def test_named_hour_is_a_clock_time() -> None:
    (time,) = times_of("The shares were down 2% by midday.")
    assert (time.text, time.value, days(time)) == ("midday", "2024-08-07T12:00", "2024-08-07")


def test_financial_year_behind_its_number_is_learnt() -> None:
    found = dated("In the 2023/24 financial year, which ended on 31 March, it grew.\nFY2025 will be better.")
    assert found == ["2023-04-01..2024-03-31", "2024-03-31", "2024-04-01..2025-03-31"]


def test_fiscal_year_that_ends_in_a_relative_clause_is_learnt() -> None:
    found = dated("In fiscal year 2025, which ends in September, it will grow.\nFiscal 2024 was weak.", "2025-05-14")
    assert found == ["2024-10-01..2025-09-30", "2025-09-01..2025-09-30", "2023-10-01..2024-09-30"]


def test_an_undated_article_reports_on_the_latest_period_it_names() -> None:
    text = "Profit rose in the quarter ended December.\nIt was 5 in Q3FY22.\nIt was 4 in the third quarter ended December 2020."
    assert dated(text, None)[:2] == ["2021-10-01..2021-12-31"] * 2
    assert (
        dated(f"{text}\nIt led in the last quarter.\nIt leads this quarter.", None)[-2:]
        == ["2021-10-01..2021-12-31"] * 2
    )


def test_an_undated_fourth_quarter_is_that_before_the_outlook() -> None:
    text = "Fourth quarter sales rose.\nProfit was above its 2003 level.\nFor 2005, Orbin expects growth."
    assert dated(text, None)[0] == "2004-10-01..2004-12-31"
    assert dated("Profit fell in the three months to December.\n" + text, None)[0] == "2004-10-01..2004-12-31"
    assert dated("Fourth quarter sales rose.\nOrbin expects to grow until 2030.", None)[0] == ".."


def test_previous_years_and_months_are_those_before_as_many_spoken_of() -> None:
    spent = "From 2025 to 2029 it will spend 9, three times the sum of the previous five years."
    assert dated(spent)[-1] == "2020-01-01..2024-12-31"
    grown = "Sales rose in the April-June quarter.\nCompared with the previous three months, they were flat."
    assert dated(grown)[-1] == "2024-01-01..2024-03-31"


def test_the_year_is_the_one_just_over_that_the_text_speaks_of() -> None:
    assert dated("2023 was a good year.\nIt opened ten shops, ending the year with 51.")[-1] == "2023-01-01..2023-12-31"
    assert dated("It opened ten shops, ending the year with 51.")[-1] == "2024-01-01..2024-12-31"


def test_months_of_an_undated_article_are_of_the_year_that_it_gives_elsewhere() -> None:
    text = "On October 12, 2018, Vela bought a yard. The deal closed on November 3. This December it opens. In March 2019 it sails."
    assert dated(text, None) == ["2018-10-12", "2018-11-03", "2018-12-01..2018-12-31", "2019-03-01..2019-03-31"]
    assert dated("In May 2011 it grew. In May 2018 it fell. In July it rose.", None)[-1] == ".."
