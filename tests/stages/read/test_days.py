import pytest

from pipeline.stages.read.days import dated_by_weekday, day_called_today


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Two vans were shown on a livestream this morning, 27 May 2026, in Lyon.", "2026-05-27"),
        ("Orbin today (27 May 2026) published its results.", "2026-05-27"),
        ("Orbin opened a shop on 27 May 2026.", "None"),
        ("Today, vans sell; by 27 May 2026 they will not.", "None"),
    ],
)
def test_a_day_that_the_story_calls_today(text: str, date: str) -> None:
    assert str(day_called_today(["Vans are old.", text])) == date


@pytest.mark.parametrize(
    ("opening", "story", "date"),
    [
        ("Orbin posted a profit on Tuesday.", "It spent 6% less than in 2024.", "2025-01-28"),
        ("Orbin posted a profit on Tuesday.", "It had lost money in 2025, and will not by 2030.", "2025-01-28"),
        ("Orbin posted a profit on Friday.", "It spent 6% less than in 2024.", "None"),
        ("Orbin posted a profit on Tuesday.", "It spent less.", "None"),
        ("Orbin posted a profit on Tuesday.", "It will shut a yard of 1913 by the end of 2026.", "2025-01-28"),
        ("Orbin posted a profit on Tuesday.", "Twelve vans will be built between 2026 and 2029.", "2025-01-28"),
        ("Orbin posted a profit.", "It spent 6% less than in 2025.", "None"),
    ],
)
def test_a_day_without_a_year_takes_the_year_that_its_weekday_fits(opening: str, story: str, date: str) -> None:
    assert str(dated_by_weekday("Jan 28", opening, [opening, story])) == date


def test_a_story_of_the_day_after_takes_a_year_that_it_names() -> None:
    opening = "Orbin signed it on Monday."
    assert str(dated_by_weekday("Jan 28", opening, [opening, "It is due in July 2025."])) == "2025-01-28"
    assert dated_by_weekday("Jan 28", opening, [opening, "It was due in July 2024."]) is None


def test_the_weekday_may_stand_in_the_dateline_itself() -> None:
    story = ["Orbin sold more in the fourth quarter of 2024."]
    assert str(dated_by_weekday("Tuesday - January 28", "Orbin sold more.", story)) == "2025-01-28"


def test_a_day_is_not_before_a_year_that_the_story_tells_of() -> None:
    opening = "Orbin was fined on Tuesday."
    story = [opening, "It broke the law between 2021 and 2023 and, in 2019, once before."]
    assert str(dated_by_weekday("Feb 4", opening, story)) == "2025-02-04"
