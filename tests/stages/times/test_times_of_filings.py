"""Times as filings and product news write them: trailing months, named quarters, quoted labels, open ends."""

from __future__ import annotations

import pytest

from pipeline.records import Document, Sentence
from pipeline.stages.times import extract_times
from tests.stages.times.dated_text import dated, days, times_of

_REPORT = "Sales for the quarter ended 30 June 2024 rose.\n"
_WEEKS = "Profit for its fiscal 2024 third quarter ended June 29, 2024 rose.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cash flow for the trailing twelve months rose.", "2023-07-01..2024-06-30"),
        ("It was $3m for the trailing twelve months ended 30 June 2023.", "2022-07-01..2023-06-30"),
        ("Sales rose 5% on the prior corresponding period.", "2023-04-01..2023-06-30"),
        ("Sales were up on pcp.", "2023-04-01..2023-06-30"),
        ("Sales grew throughout the quarter.", "2024-04-01..2024-06-30"),
        ("It exited the quarter with 5 depots.", "2024-04-01..2024-06-30"),
        ("Profit was €5m (previous year: €4m).", "2023-04-01..2023-06-30"),
        ("It was 5%, unchanged from the prior quarter and down from a year ago.", "2023-04-01..2023-06-30"),
    ],
)
def test_report_sets_what_its_own_words_point_at(text: str, expected: str) -> None:
    assert dated(_REPORT + text)[-1] == expected


def test_trailing_months_without_a_report_run_up_to_publication() -> None:
    assert dated("Sales in the trailing twelve months rose.") == ["2023-08-07..2024-08-07"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("The June quarter was a record.", "2024-03-31..2024-06-29"), ("The May quarter fell.", "2024-03-01..2024-05-31")],
)
def test_quarter_named_for_its_month_is_of_the_calendar_of_weeks(text: str, expected: str) -> None:
    assert dated(_WEEKS + text)[-1] == expected


def test_code_behind_its_period_teaches_the_calendar() -> None:
    text = "Sales for the six months ended 31 December 2023 (“1H24”) rose.\nIt kept its guidance for FY2024."
    assert dated(text, "2024-02-14")[-1] == "2023-07-01..2024-06-30"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has raised $23m since its founding in 2017.", "2017-01-01.."),
        ("The share has lost a tenth since its record high in May.", "2024-05-01.."),
        ("It has sold pumps since the 1990s and built a depot in 2017.", "2017-01-01..2017-12-31"),
        ("Starting today the app costs more.", "2024-08-07.."),
    ],
)
def test_what_began_then_is_open_at_its_end(text: str, expected: str) -> None:
    assert dated(text)[-1] == expected


def test_rest_of_a_year_in_an_undated_article_has_its_last_day_only() -> None:
    assert dated("Sales should fall in the rest of 2024.", None) == ["..2024-12-31"]


def test_number_before_a_distance_is_no_part_of_it() -> None:
    assert [t.text for t in times_of("It had 30 million, against 28 million one year ago.")] == ["one year ago"]


def test_two_digits_behind_a_code_are_its_year_where_nothing_is_counted() -> None:
    found = [t.text for t in times_of("Sales grew in Q4 23; in Q2 25 shops closed.")]
    assert found == ["Q4 23", "Q2"]


@pytest.mark.parametrize(("text", "found"), [("a Tuesday filing", ["Tuesday"]), ("a Tuesday", [])])
def test_weekday_of_a_publication_is_a_day(text: str, found: list[str]) -> None:
    assert [t.text for t in times_of(f"It said so in {text}.")] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It will reach shops in a few months.", ["in a few months"]),
        ("It rose for the first time in a few months.", []),
        ("Tessel, which today makes most of its own pumps, will grow.", []),
        ("Tessel, which today announced results, will grow.", ["today"]),
    ],
)
def test_what_lies_ahead_or_is_told_today_is_a_time(text: str, found: list[str]) -> None:
    assert [t.text for t in times_of(text)] == found


def test_heading_sets_the_period_that_a_year_before_matches() -> None:
    lines = [
        ("title", "Results for the fourth quarter and year ended 31 December 2023"),
        ("heading", "Fourth quarter 2023"),
        ("paragraph", "Sales rose from the prior-year period."),
    ]
    text, sentences = "\n".join(line for _, line in lines), []
    for n, (block, line) in enumerate(lines):
        start = text.index(line)
        place = {"doc_id": "d", "sentence_id": f"s{n}", "start": start, "end": start + len(line)}
        sentences.append(Sentence(**place, text=line, block=block))  # type: ignore[arg-type]
    document = Document(doc_id="d", source="a", sha256="", start=0, end=len(text), published="2024-02-14")  # type: ignore[arg-type]
    assert days(extract_times(text, document, sentences)[-1]) == "2022-10-01..2022-12-31"
