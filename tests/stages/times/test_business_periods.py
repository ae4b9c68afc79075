"""Periods as companies write them, resolved by the article's own reporting period and fiscal calendar."""

from __future__ import annotations

import pytest

from tests.stages.times.dated_text import dated, times_of

Q3_2019 = "2019-07-01..2019-09-30"
H1_2020 = "2020-01-01..2020-06-30"


@pytest.mark.parametrize(
    "written",
    [
        "3Q2019", "3Q 2019", "3Q19", "Q3 2019", "Q3 '19", "Q3'19", "Q3-2019", "Q3/19", "2019Q3",
        "2019 Q3", "2019-Q3",
        "the third quarter of 2019", "the third-quarter of 2019", "third quarter 2019", "2019 third quarter",
        "the 3rd quarter of 2019", "the three months ended September 30, 2019",
        "the quarter ended 30 September 2019",
        "the three-month period ended September 30, 2019",
        "third quarter 2019 (ended September 30, 2019)",
        "the three months to September 2019", "July-September 2019", "July to September 2019",
        "the July-to-September quarter of 2019", "the July-September quarter of 2019", "the July to September 2019 period",
        "2Q19 and 3Q19",
    ],
)  # fmt: skip
def test_quarter_in_any_writing(written: str) -> None:
    assert dated(f"Halden grew in {written}.", "2019-11-27")[-1] == Q3_2019


@pytest.mark.parametrize(
    "written",
    [
        "1H20", "1H 2020", "H1 2020", "H1'20", "2020 H1", "2020-H1", "the first half of 2020",
        "first-half 2020",
        "the six months ended June 30, 2020", "the half year ended 30 June 2020",
        "the first six months of 2020",
        "the first two quarters of 2020",
    ],
)  # fmt: skip
def test_half_in_any_writing(written: str) -> None:
    assert dated(f"Halden grew in {written}.", "2020-08-27") == [H1_2020]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Sales fell in the third quarter.", "2019-11-27", [Q3_2019]),
        ("Sales fell in the fourth quarter.", "2020-02-03", ["2019-10-01..2019-12-31"]),
        ("Vela lifts guidance after strong first half", "2024-08-14", ["2024-01-01..2024-06-30"]),
        ("It expects first-half profit to rise.", "2024-07-09", ["2024-01-01..2024-06-30"]),
        ("It expects growth in the second half.", "2025-02-09", ["2025-07-01..2025-12-31"]),
        ("It expects to open in the first half.", "2024-11-09", ["2025-01-01..2025-06-30"]),
        ("It expects growth in the fourth quarter.", "2019-11-27", ["2019-10-01..2019-12-31"]),
        ("Profit rose in the first three quarters.", "2019-11-27", ["2019-01-01..2019-09-30"]),
        ("Profit rose in the first nine months.", "2019-11-27", ["2019-01-01..2019-09-30"]),
        ("In the nine months ended September 30, 2019 it grew.", "2019-11-27", ["2019-01-01..2019-09-30"]),
        ("Results for the year ended December 31, 2019 are out.", "2020-03-31", ["2019-01-01..2019-12-31"]),
        ("In the year to March 2024, sales grew.", "2024-05-01", ["2023-04-01..2024-03-31"]),
        ("In the three years to 2021, it lost money.", "2022-05-01", ["2019-01-01..2021-12-31"]),
        ("In the March quarter it grew.", "2024-05-22", ["2024-01-01..2024-03-31"]),
        ("In the first quarter and the second quarter it grew.", "2019-11-27",
         ["2019-01-01..2019-03-31", "2019-04-01..2019-06-30"]),
        ("In the first and second quarters of 2019 it grew.", "2019-11-27",
         ["2019-01-01..2019-03-31", "2019-04-01..2019-06-30"]),
        ("For the three and nine months ended September 30, 2019, sales rose.", "2019-11-27",
         [Q3_2019, "2019-01-01..2019-09-30"]),
        ("Years ended December 31, 2019 and 2018", "2020-02-01",
         ["2019-01-01..2019-12-31", "2018-01-01..2018-12-31"]),
        ("Vela Reports Fourth Quarter and Full Year 2023 Results", "2024-02-14",
         ["2023-10-01..2023-12-31", "2023-01-01..2023-12-31"]),
        ("By the end of the second quarter, the service had 2m users.", "2019-11-19", ["2019-06-30"]),
    ],
)  # fmt: skip
def test_period_is_resolved_by_the_article(text: str, published: str, expected: list[str]) -> None:
    assert dated(text, published) == expected


def test_report_decides_the_year_of_a_bare_quarter() -> None:
    text = "Vela reports results for the quarter ended March 31, 2020\nThe third quarter had been weak."
    assert dated(text, "2020-05-05") == ["2020-01-01..2020-03-31", Q3_2019]


def test_defined_term_is_a_time_at_each_mention() -> None:
    text = (
        "Orla’s second quarter of 2022, which ended June 30, 2022 (“2Q2022” or “the Period”), was strong.\n"
        "Margins widened during the Period.\nIn the same period last year, they fell."
    )
    quarter = "2022-04-01..2022-06-30"
    assert dated(text, "2022-08-11") == [quarter, "2022-06-30", *[quarter] * 3, "2021-04-01..2021-06-30"]


@pytest.mark.parametrize(
    ("comparison", "expected"),
    [
        ("a year earlier", "2018-07-01..2018-09-30"),
        ("the year-ago period", "2018-07-01..2018-09-30"),
        ("the prior-year quarter", "2018-07-01..2018-09-30"),
        ("the same quarter last year", "2018-07-01..2018-09-30"),
        ("the corresponding period of 2017", "2017-07-01..2017-09-30"),
        ("the previous quarter", "2019-04-01..2019-06-30"),
    ],
)
def test_comparison_finds_the_matching_period(comparison: str, expected: str) -> None:
    text = f"Revenue in the third quarter of 2019 was $3m, up from $2m in {comparison}."
    assert dated(text, "2019-11-27") == [Q3_2019, expected]


def test_undefined_fiscal_year_has_a_label_and_no_days() -> None:
    written = [
        "FY20", "FY2020", "FY 2020", "fiscal 2020", "fiscal year 2020", "financial year 2019-20",
        "2020 fiscal year",
    ]  # fmt: skip
    for label in written:
        (time,) = times_of(f"Margins were above {label} levels.")
        assert (time.value, time.first_day, time.last_day) == ("FY2020", None, None), label
    (time,) = times_of("Sales rose in the second quarter of fiscal 2020.")
    assert (time.value, time.first_day) == ("FY2020-Q2", None)


@pytest.mark.parametrize(
    ("statement", "mention", "expected"),
    [
        ("its fiscal 2024 second quarter ended December 31, 2023", "fiscal 2024", "2023-07-01..2024-06-30"),
        ("the second quarter of fiscal 2024, ended December 31, 2023", "Q1 FY25", "2024-07-01..2024-09-30"),
        ("the quarter ended March 31, 2024 (Q4 FY24)", "FY25", "2024-04-01..2025-03-31"),
        ("the fiscal year ended March 31, 2024", "fiscal 2023", "2022-04-01..2023-03-31"),
        ("the year ended 30 June 2024 (“FY2024”)", "FY2025", "2024-07-01..2025-06-30"),
        ("fiscal 2023, which ended February 3, 2024", "fiscal 2023", "2023-02-05..2024-02-03"),
        ("its fiscal 2024 fourth quarter ended September 28, 2024", "fiscal 2023", "2022-10-02..2023-09-30"),
    ],
)
def test_fiscal_calendar_is_learnt_from_the_article(statement: str, mention: str, expected: str) -> None:
    found = dated(f"Cupra reported results for {statement}.\nIn {mention}, it expanded.", "2024-11-01")
    assert found[-1] == expected


def test_thirteen_week_quarter_ends_the_day_before_the_next() -> None:
    found = dated("Sales for the three months ended September 28, 2024 rose.", "2024-11-01")
    assert found == ["2024-06-30..2024-09-28"]


def test_old_quarter_that_is_only_compared_with_is_not_under_report() -> None:
    text = (
        "Q4 revenue was $20m, against $15m in Q4 2022.\nThe offer closes at 5:00 p.m., New York City time, on April 2."
    )
    assert dated(text, "2024-03-06") == ["2023-10-01..2023-12-31", "2022-10-01..2022-12-31", "2024-04-02"]


def test_undated_article_may_use_the_year_that_it_gives_for_the_same_quarter() -> None:
    text = "Sales rose in the third quarter of this year.\nVela led the market in the third quarter of 2020."
    assert dated(text, None) == ["2020-07-01..2020-09-30"] * 2
    assert dated("Sales rose in the third quarter of this year.", None) == [".."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Loss was 7 in the same quarter of last fiscal, after 9 in Q1 FY24, the quarter ended 30 June 2023.", None),
        ("Results for the quarter and year ended 31 March 2024 are out.", ["2023-04-01..2024-03-31"]),
        ("It took charges in the quarter that ended June 30.", ["2024-04-01..2024-06-30"]),
        ("Interest is paid on June 30 and December 31 of each year.", ["set"]),
        ("In December the ten-millionth van left the plant.", ["2023-12-01..2023-12-31"]),
        ("Income fell in the period under review.", ["2024-04-01..2024-06-30"]),
        ("It will take charges of 7, of which 3 in the quarter that ended June 30.", ["2024-04-01..2024-06-30"]),
        ("It announced the grant last evening.", ["2024-08-06"]),
        ("The plant will open in approximately 2 weeks.", ["2024-08-21"]),
        ("Subscribers rose in the half year to reach 4 million.", ["2024-01-01..2024-06-30"]),
        ("Prepaid lost lines and closed the period at 8.9 million.", ["2024-04-01..2024-06-30"]),
        ("“We aim to run 90 more shops in Lyon by the end of 2026, against 2 now,” said Ada Holm.", ["..2026-12-31"]),
    ],
)
def test_phrases_of_reports(text: str, expected: list[str] | None) -> None:
    if expected:
        assert dated(text) == expected
    else:
        assert times_of(text)[0].text == "the same quarter of last fiscal"


def test_a_conjunction_is_no_part_of_a_range() -> None:
    assert [t.text for t in times_of("She said that from 2024 to 2028 Orbin will grow.")] == ["from 2024 to 2028"]


def test_the_end_of_the_period_is_that_of_the_period_under_report() -> None:
    text = "Sales rose in the six months ended June 30, 2024 (the “Period”).\nAt the end of the Period, cash was 3."
    assert dated(text)[-1] == "2024-06-30"
