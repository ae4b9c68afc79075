from pipeline.stages.read.lines import split_lines, split_markdown

WRAPPED = """Orbin Boats, the maker of ferries and of small electric tugs,
will open a third yard in Porto next spring and hire 450 people
there, the company said on Tuesday in a statement.

The yard will cost €90 million. It will build up to thirty tugs
a year, most of them for harbours in the north of Europe and
Canada.

  * 450 jobs in the first phase of the project, rising
    to 700 by 2023
  * solar roof
"""


def test_lines_keep_their_offsets_whatever_ends_them() -> None:
    text = " Orbin grew.\r\n\r\n\tTessel shrank.\rVanto closed.\n"
    lines = split_lines(text)
    assert [line.text for line in lines] == ["Orbin grew.", "Tessel shrank.", "Vanto closed."]
    assert all(text[line.start : line.end] == line.text for line in lines)
    assert [line.gap for line in lines] == [True, True, False]


def test_hard_wrapped_paragraphs_become_one_line() -> None:
    lines = split_lines(WRAPPED)
    assert [line.text.split()[0] + " … " + line.text.split()[-1] for line in lines] == [
        "Orbin … statement.",
        "The … Canada.",
        "* … 2023",
        "* … roof",
    ]
    assert all(WRAPPED[line.start : line.end] == line.text for line in lines)


def test_lines_that_are_not_wrapped_stay_apart() -> None:
    text = "Sales rose to a record high since the firm was founded\nBoth beat the forecast\nAsia grew fast\n"
    assert len(split_lines(text)) == 3


def test_markdown_signs_are_outside_the_lines() -> None:
    text = "# Orbin grows\n\n*By Ada Nwosu*\n\n## Why\n\n> It fits.\n---\n- one\n**Bold words** here.\n* * *\n**In short**\n"
    assert [(line.text, line.hint) for line in split_markdown(text)] == [
        ("Orbin grows", "title"),
        ("By Ada Nwosu", ""),
        ("Why", "heading"),
        ("It fits.", ""),
        ("- one", ""),
        ("**Bold words** here.", ""),
        ("In short", "heading"),
    ]


def test_signs_of_emphasis_are_in_the_span_of_a_line_and_not_in_its_text() -> None:
    text = "*By Ada Nwosu*\n\n**In short**\n"
    assert [text[line.start : line.end] for line in split_markdown(text)] == ["*By Ada Nwosu*", "**In short**"]


def test_a_crawlers_day_in_front_of_the_text_is_a_line_of_its_own() -> None:
    text = " date 2022-05-31 Orbin shuts its old yard\nA yard has been closed.\n"
    lines = split_lines(text)
    assert [line.text for line in lines] == [
        "date 2022-05-31",
        "Orbin shuts its old yard",
        "A yard has been closed.",
    ]
    assert all(text[line.start : line.end] == line.text for line in lines)


def test_a_dateline_begins_a_line_of_a_wrapped_text_and_its_year_may_stand_in_the_next() -> None:
    text = (
        "Orbin issues a business update on its boats and its yard\nPorto, April 2,\n2021 - Orbin Lines of Porto today issued the following\n"
        "update on the boats that it builds and on the yard at which\nit builds them, and on its plans for the next of them,\n"
        "all of them in the coming years and for the people that\nwork for it. It will build ten.\n"
    )
    found = [" ".join(line.text.split()) for line in split_lines(text)]
    assert found[1].startswith("Porto, April 2, 2021 - Orbin Lines of Porto today issued the following update")
