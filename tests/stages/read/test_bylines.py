import pytest

from pipeline.stages.read.bylines import byline
from pipeline.stages.read.limits import is_salutation
from pipeline.stages.read.writers import named_writers


@pytest.mark.parametrize(
    ("text", "author", "date"),
    [
        ("by Ada Nwosu", "Ada Nwosu", None),
        ("By Ada Nwosu and Kai Holm", "Ada Nwosu and Kai Holm", None),
        ("By Ada Nwosu, Kai Holm", "Ada Nwosu, Kai Holm", None),
        ("By Ada Nwosu, Staff Writer", "Ada Nwosu", None),
        ("By Ada Nwosu | 3 May 2021", "Ada Nwosu", "2021-05-03"),
        ("Posted by Ada Nwosu on May 3, 2021, 6:21 AM EST", "Ada Nwosu", "2021-05-03"),
        ("Ada Nwosu - May 3, 2021, 8:15 pm CST", "Ada Nwosu", "2021-05-03"),
        ("May 3, 2021 | BY: Ada Nwosu", "Ada Nwosu", "2021-05-03"),
        ("Published 3 March 2021", None, "2021-03-03"),
        ("Orbin Oyj Stock Exchange Release 3 May 2021 at 10.00 am EET", None, "2021-05-03"),
        ("Press release, May 3, 2021", None, "2021-05-03"),
        ("Orbin Corporation, Press release, 3 May 2021 at 9.30 am local time", None, "2021-05-03"),
        ("Cars Author: Contributor, Ada Nwosu May 03, 2021 11:15 AM (GMT+8)", "Ada Nwosu", "2021-05-03"),
        ("Published: Mon, May 3 2021 7:05 AM EST Updated Tue, May 4 2021", None, "2021-05-03"),
        ("MAY 3, 2021 / 10:02 AM / UPDATED 2 HOURS AGO", None, "2021-05-03"),
        ("3 May 2021 08:00 GMT", None, "2021-05-03"),
        ("2021-05-03", None, "2021-05-03"),
        ("05/23/21", None, "2021-05-23"),
        ("May 3, 2021|Reuters", None, "2021-05-03"),
        ("05-03-2021", None, None),
        ("3 May 2021 · 3 min read · 64 comments", None, "2021-05-03"),
        ("First Published: May 3, 2021 | 6:42 PM IST", None, "2021-05-03"),
        ("May 3, 2021, 7:15 AM GMT+1", None, "2021-05-03"),
        ("By Ada Nwosu, HarbourDaily", "Ada Nwosu", None),
        ("(Reporting by Ada Nwosu in Lyon and Kai Holm in Porto; Editing by Rae Moss)", "Ada Nwosu and Kai Holm", None),
        ("Writing by Kai Holm; Editing by Rae Moss", "Kai Holm", None),
        ("May 3", None, None),
        ("2 days ago", None, None),
        ("Interview | 3 May 2021", None, "2021-05-03"),
        ("Source: Lagoon Agency | 2021-05-03 16:42:10 | Editor: Kai", None, "2021-05-03"),
        ("LYON, France, May  03, 2021  (LAGOON WIRE) --", None, "2021-05-03"),
        ("LYON, May 3, 2021 /LagoonWire/ --", None, "2021-05-03"),
        ("2021-05-03T07:05:00Z", None, "2021-05-03"),
        ("Lyon (France), 3 May 2021 – 7:00 a.m. CEST – Regulated information", None, "2021-05-03"),
        ("FOR IMMEDIATE RELEASE - May 3, 2021", None, "2021-05-03"),
        ("PUBLISHED MON, MAY 3 2021 7:04 AM EDT", None, "2021-05-03"),
        ("May 3, 2021    Share  Print", None, "2021-05-03"),
        ("LAGOON BUSINESS DAILY  May 3, 2021 02:04 JST", None, "2021-05-03"),
        ("Ada Nwosu, tech correspondent. Published 03.05.2021 at 06.00", "Ada Nwosu", "2021-05-03"),
        ("Filed by: Ada Nwosu", "Ada Nwosu", None),
        ("Review by Ada Nwosu • 3 May 2021 • Updated 4 May 2021", "Ada Nwosu", "2021-05-03"),
        ("Interview: Ada Nwosu, Lagoon Weekly, 3 May 2021", "Ada Nwosu", "2021-05-03"),
        ("Rating: 8/10 · Reviewed by Ada Nwosu-Lind · May 3, 2021", "Ada Nwosu-Lind", "2021-05-03"),
        ("By Ada Nwosu in Lyon and Kai Holm in Porto", "Ada Nwosu and Kai Holm", None),
        ("Posted by Ada Nwosu, Developer Relations · May 3, 2021", "Ada Nwosu", "2021-05-03"),
        ("Lagoon Labs blog, 3 May 2021", None, "2021-05-03"),
        ("3 May 2021 | Display | Ada Nwosu", "Ada Nwosu", "2021-05-03"),
        ("3.5.2021 07:45:00 CEST | Orbin Energi A/S | Inside information", None, "2021-05-03"),
        ("May 3, 2021 3:42 PM UTC · Updated an hour ago", None, "2021-05-03"),
    ],
)
def test_lines_that_name_the_writer_or_the_day(text: str, author: str | None, date: str | None) -> None:
    found = byline(text)
    assert found is not None
    assert (found.author, found.date and found.date.isoformat()) == (author, date)


@pytest.mark.parametrize(
    "text",
    ["By 2025 Orbin will be neutral.", "Orbin grew in May 2021", "May sales 2021 2020", "By the end of 2021",
     "June 9 -- Harbour Hall, Lyon", "Nearby plants 2021", "Sold by Orbin"],
)  # fmt: skip
def test_other_lines_with_dates_and_by(text: str) -> None:
    assert byline(text) is None


def test_a_dated_name_is_a_town_or_a_writer() -> None:
    towns = [byline(text) for text in ("Lisbon, 3 May 2021", "New York, 3 May 2021", "Lyon, France – 3 May 2021")]
    assert [found and found.place for found in towns] == ["Lisbon", "New York", "Lyon, France"]
    assert byline("Ada Nwosu, 3 May 2021")._replace(date=None) == ("Ada Nwosu", None, False, None, False, None, None)  # type: ignore[union-attr]


def test_a_writer_can_name_the_town() -> None:
    assert byline("By Ada Nwosu | Mumbai").place == "Mumbai"  # type: ignore[union-attr]
    assert byline("By Ada Nwosu | Staff Writer").place is None  # type: ignore[union-attr]


def test_a_day_of_revision_is_marked() -> None:
    assert byline("Updated: 3 May 2021").updated  # type: ignore[union-attr]
    assert not byline("Published: 3 May 2021").updated  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "greets"),
    [("Dear shareholders,", True), ("Dear friends and investors:", True), ("To our shareholders", True),
     ("Dear Abby", False), ("Dear money, said Orbin, is here.", False), ("To our surprise, it grew.", False)],
)  # fmt: skip
def test_salutations(text: str, greets: bool) -> None:
    assert is_salutation(text) is greets


@pytest.mark.parametrize(
    ("text", "author", "place"),
    [
        ("Our Bureau | Lisbon | Updated on: May 3, 2021", "Our Bureau", "Lisbon"),
        ("May 3, 2021 · Ada Nwosu, co-founder and CEO", "Ada Nwosu", None),
        ("3 May 2021 | Lagos", None, "Lagos"),
        ("3 May 2021 | Boats | Ada Nwosu", "Ada Nwosu", None),
        ("Press release | Lyon, 3 May 2021, 09:00 CEST", None, "Lyon"),
        ("3 May 2021 07:45 CEST | Orbin Lines A/S | Inside information", None, None),
        ("PUBLISHED MON, MAY 3 2021 12:11 PM EDT", None, None),
        ("Posted: May 3, 2021 | Mexico City", None, "Mexico City"),
        ("Press release | Lisbon, 3 May 2021, 09:00 CEST", None, "Lisbon"),
        ("By Ada Nwosu | Lisbon | 3 May 2021, 18:05 IST", "Ada Nwosu", "Lisbon"),
    ],
)
def test_a_day_with_writer_or_town_set_off_by_rules(text: str, author: str | None, place: str | None) -> None:
    found = byline(text)
    assert found is not None
    assert (found.author, found.place, str(found.date)) == (author, place, "2021-05-03")


def test_a_day_set_off_from_other_words_is_no_byline() -> None:
    assert byline("3 May 2021 | Orbin opens a shop") is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Nwosu in Lyon and Kai Holm in Porto", "Ada Nwosu and Kai Holm"),
        ("Ada Nwosu Media correspondent", "Ada Nwosu"),
        ("Ada Nwosu, Technology Correspondent", "Ada Nwosu"),
        ("Ada Nwosu, software editor", "Ada Nwosu"),
        ("Sales in China", None),
        ("Sales in China and Growth in India", None),
    ],
)
def test_lines_of_writers_without_a_day(text: str, names: str | None) -> None:
    assert named_writers(text) == names


def test_a_headline_with_a_town_and_a_term_are_no_writers() -> None:
    assert named_writers("Orbin Upgrades Headquarters in Lyon") is None
    assert named_writers("Artificial Intelligence") is None
    assert named_writers("Ada Nwosu in Lyon and Kai Holm in Porto") == "Ada Nwosu and Kai Holm"
