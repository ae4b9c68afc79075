"""Classes of pages as people save them: what is furniture, what is content, what is known of the article."""

from pathlib import Path

import pytest

from pipeline.records import Source
from pipeline.stages.read import read_source

MENU = "Harbour Finance Daily\nMarkets\nFunds\nShips\nSign in\nSearch\n"
FIRST = "Orbin Lines said on Monday that revenue rose 9% to $412 million, helped by its new ferries."
SECOND = "The company also plans to buy two more boats, which would take its fleet to 31 by the end of the year."
THIRD = "Chief executive Siri Dahl said that demand had been strong on every route and in every month."


def read(path: Path, text: str) -> Source:
    path.write_text(text, encoding="utf-8")
    return read_source(path, path.name, max_bytes=10**6)


def blocks(path: Path, text: str) -> dict[str, str]:
    source = read(path, text)
    return {source.text[b.start : b.end]: b.block for article in source.articles for b in article.blocks}


def test_lists_between_a_byline_and_the_long_part_of_the_text_stay_with_it(tmp_path: Path) -> None:
    lines = ["Superb cells", "Bright display", "Fast charger", "Against", "Plastic frame", "No stand", "Heavy case"]
    head = "Orbin K9 review: the ferry of phones\nBy Tom Alder\npublished February 19, 2024\nComments (14)\n"
    text = (
        MENU + "Deals\nVideo\nHome\n" + head + FIRST + "\n" + "\n".join(lines) + f"\n{SECOND}\n{THIRD}\n{FIRST[6:]}\n"
    )
    source = read(tmp_path / "a.txt", text)
    assert source.articles[0].document.title == "Orbin K9 review: the ferry of phones"
    assert str(source.articles[0].document.published) == "2024-02-19"


def test_a_press_room_without_blank_lines_holds_several_articles(tmp_path: Path) -> None:
    releases = [
        f"Orbin {what} its ferry line\n{day} May 2024\n{FIRST}\n{SECOND}\nDownload press release (PDF)"
        for what, day in (("opens", 21), ("sells", 14), ("renames", 7))
    ]
    found = read(tmp_path / "a.txt", "Orbin Newsroom\n" + "\n".join(releases) + "\n").articles
    assert [(a.document.title, a.document.published.day) for a in found if a.document.published] == [
        ("Orbin opens its ferry line", 21),
        ("Orbin sells its ferry line", 14),
        ("Orbin renames its ferry line", 7),
    ]


def test_a_release_ends_at_its_source_line(tmp_path: Path) -> None:
    tail = "SOURCE Orbin Lines Corp.\n\n21%\nWANT YOUR NEWS READ BY MANY PEOPLE IN MANY PLACES?\nGet started\n"
    head = "Orbin Lines buys two boats for its fleet\n\nNews provided by\nOrbin Lines\nNov 14, 2023, 07:00 ET\n\n"
    start = f"LYON, Nov. 14, 2023 /Wire/ -- {FIRST}"
    found = blocks(tmp_path / "a.txt", f"{head}{start}\n\n{SECOND}\n\n{tail}")
    kinds = [found[line] for line in ("Orbin Lines", start, "SOURCE Orbin Lines Corp.", "Get started")]
    assert kinds == ["furniture", "paragraph", "furniture", "furniture"]


def test_a_teaser_with_a_dateline_is_no_article(tmp_path: Path) -> None:
    more = f"More News From Orbin\nOrbin will take part in a fair for ferries\nLYON--(WIRE)--{THIRD[:-1]}..."
    text = f"Orbin reports for the third quarter\n\nLYON--(WIRE)--{FIRST}\n\n{SECOND}\n\nAbout Orbin\n\n{THIRD}\n\n{more}\n"
    assert len(read(tmp_path / "a.txt", text).articles) == 1


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("October 30, 2024 02:00 ET | Source: Orbin Bioscience A/S", None),
        ("October 30, 2024 04:05 PM Eastern Daylight Time", None),
        ("Hana Suzuki · October 30, 2024 · 6 min read", "Hana Suzuki"),
    ],
)
def test_the_line_of_the_day_takes_many_forms(tmp_path: Path, line: str, author: str | None) -> None:
    source = read(tmp_path / "a.txt", f"Orbin reports for nine months\n{line}\n\n{FIRST}\n\n{SECOND}\n")
    document = source.articles[0].document
    assert (str(document.published), document.author) == ("2024-10-30", author)


def test_the_headline_and_not_the_name_above_it_is_the_title(tmp_path: Path) -> None:
    head = "RNS Number : 4412V\nOrbin Water PLC\n28 November 2023\n\n"
    title = "Orbin Water PLC - Half year results for the six months ended 30 September 2023"
    source = read(tmp_path / "a.txt", f"{head}{title}\n\n{FIRST}\n\n{SECOND}\n\nEND\n")
    assert source.articles[0].document.title == title


def test_a_running_report_keeps_its_entries(tmp_path: Path) -> None:
    entries = "".join(
        f"6 Mar 2024 1{hour}.55 GMT\n{what}\n{text}\nShare\n"
        for hour, what, text in ((7, "Closing summary", FIRST), (6, "Boats", SECOND), (5, "Demand", THIRD))
    )
    text = f"{MENU}Orbin day – as it happened on the quays\nGrace Obi\nWed 6 Mar 2024 18.02 GMT\n{entries}Most viewed\nBack to top\n"
    found = blocks(tmp_path / "a.txt", text)
    assert [found[line] for line in (FIRST, SECOND, THIRD)] == ["paragraph"] * 3


def test_a_box_of_headlines_is_furniture_and_one_subhead_is_not(tmp_path: Path) -> None:
    box = "More Business headlines\n\nRents fall for the third month\n\nBrewery opens under new owners"
    text = f"Orbin Lines adds two boats\n\nBy Ada Holm\n\n{FIRST}\n\n{box}\n\n{SECOND}\n\nSubscribe\n\nThe routes\n\n{THIRD}\n"
    found = blocks(tmp_path / "a.txt", text)
    assert found["Rents fall for the third month"] == found["Brewery opens under new owners"] == "furniture"
    assert found["The routes"] == "heading"


def test_the_people_to_ask_are_furniture_up_to_the_next_section(tmp_path: Path) -> None:
    asked = "For further information, please contact:\n\nOrbin Lines Corp.\n\nMads Juhl, Investor Relations"
    text = f"Orbin Lines adds two boats\n\n{FIRST}\n\n{SECOND}\n\n{asked}\n\nNotes to editors\n\n{THIRD}\n"
    found = blocks(tmp_path / "a.txt", text)
    assert found["Orbin Lines Corp."] == found["Mads Juhl, Investor Relations"] == "furniture"
    assert found["Notes to editors"] == "heading"


def test_the_heading_of_a_page_in_html_begins_the_article(tmp_path: Path) -> None:
    page = (
        "<html><head><title>Orbin shuts</title></head><body><amp-sidebar><ul><li>News</li><li>Money</li></ul>"
        "</amp-sidebar><article><h1>Orbin shuts 40 piers</h1><p class='byline'>Grace Obi, ships correspondent</p>"
        f"<p>{FIRST}</p><p>{SECOND}</p><p><a href='/x'>Read more: inside Orbin</a></p><p>Shares fell 11% to 74p.</p>"
    )
    found = blocks(tmp_path / "a.html", page)
    wanted = {
        "News": "furniture", "Orbin shuts 40 piers": "title", "Grace Obi, ships correspondent": "byline",
        FIRST: "paragraph", "Shares fell 11% to 74p.": "paragraph",
    }  # fmt: skip
    assert {line: found[line] for line in wanted} == wanted


def test_a_box_of_facts_below_a_review_is_a_list(tmp_path: Path) -> None:
    facts = ["Price: £412", "Weight: 12kg", "Our rating: ★★★★☆"]
    box = "Orbin K9 Max\n" + "\n".join(facts)
    text = f"Orbin K9 review: the ferry of phones\n\nBy Tom Alder\n\n{FIRST}\n\n{SECOND}\n\n{box}\n\nSign up to our newsletter\n"
    found = blocks(tmp_path / "a.txt", text)
    assert [found[line] for line in ("Orbin K9 Max", *facts)] == ["heading", *["list_item"] * 3]
    assert found["Sign up to our newsletter"] == "furniture"


def test_two_facts_between_paragraphs_are_a_list(tmp_path: Path) -> None:
    text = f"Ferry shares lift Lyon\n\n{FIRST}\n\nBiggest rises: Orbin +4.1%\nBiggest falls: Vanto –3.8%\n\n{SECOND}\n"
    found = blocks(tmp_path / "a.txt", text)
    assert [found["Biggest rises: Orbin +4.1%"], found["Biggest falls: Vanto –3.8%"]] == ["list_item"] * 2


def test_key_figures_whose_marks_got_lost_are_a_list(tmp_path: Path) -> None:
    figures = ["Net sales SEK 412 million (380)", "Earnings per share SEK 2.10 (1.87)", "Employees 1,204 (1,118)"]
    text = f"Orbin Lines interim report\n\n{chr(10).join(figures)}\n\n{FIRST}\n\n{SECOND}\n"
    found = blocks(tmp_path / "a.txt", text)
    assert [found[line] for line in figures] == ["list_item"] * 3


def test_a_key_figure_above_another_is_no_title(tmp_path: Path) -> None:
    figures = ["Net sales SEK 412m (380m)", "CET1 ratio 15.8%"]
    text = f"Orbin Bank Q1 2024\n\n{chr(10).join(figures)}\n\n{FIRST}\n\n{SECOND}\n"
    found = blocks(tmp_path / "a.txt", text)
    assert [found[line] for line in ("Orbin Bank Q1 2024", *figures)] == ["title", "list_item", "list_item"]


def test_headlines_below_a_title_are_no_key_figures(tmp_path: Path) -> None:
    told = ["Profit of Orbin Lines rises 8% to €140 million", "Board proposes dividend of €2 per share"]
    text = f"Orbin Lines reports record year\n\n{chr(10).join(told)}\n\n{FIRST}\n\n{SECOND}\n"
    found = blocks(tmp_path / "a.txt", text)
    assert [found[line] for line in told] == ["heading"] * 2


def test_lines_about_a_page_are_no_facts_of_its_article(tmp_path: Path) -> None:
    text = f"Ferry shares lift Lyon\n\n{FIRST}\n\n{SECOND}\n\nUpdated: 3 May 2024\nComments: 12\n"
    found = blocks(tmp_path / "a.txt", text)
    assert "list_item" not in found.values()


def test_close_paragraphs_behind_a_colon_are_a_list(tmp_path: Path) -> None:
    jobs = [f"More than {n} sailors: help the line to grow. Work is on the new ferries." for n in (300, 200)]
    text = f"Orbin hires\n\n{FIRST}\n\nPosts in demand are:\n\n" + "\n".join(jobs) + f"\n\n{SECOND}\n\n{THIRD}\n"
    found = blocks(tmp_path / "a.txt", text)
    assert [found[line] for line in (*jobs, SECOND)] == ["list_item", "list_item", "paragraph"]


def test_a_title_as_long_as_a_paragraph_is_one_above_its_byline(tmp_path: Path) -> None:
    title = "Orbin Lines Announces Spring Timetable for Its New Ferries, Offering Rich, Calm and Immersive Travel with Smart Cabins"
    head = f"{title}\n\nby Tom Alder on March 17, 2011\nCategories: Ferries\n\n{title}\n\nNew Boats and Calm Seas Bring Travel to the Edge\n\n"
    source = read(tmp_path / "a.txt", f"{head}LYON--(LAGOON WIRE)--{FIRST}\n\n{SECOND}\n\n{THIRD}\n")
    assert source.articles[0].document.title == title


def test_what_a_writer_is_stands_below_the_name(tmp_path: Path) -> None:
    text = f"Orbin Lines buys two boats\n\nBy Tom Alder\nReporter\n\n3 May 2024\n\n{FIRST}\n\n{SECOND}\n"
    assert blocks(tmp_path / "a.txt", text)["Reporter"] == "byline"


def test_subheads_of_one_make_are_no_related_headlines(tmp_path: Path) -> None:
    heads = ["Slow boats: volume more than doubles", "Overseas: 38.4% of everything"]
    text = (
        f"Orbin Lines grows\n\n{FIRST}\n\n{heads[0]}\n\n{SECOND}\n\n{heads[1]}\n\n{THIRD}\n\nOutlook\n\n{FIRST[6:]}\n"
    )
    found = blocks(tmp_path / "a.txt", text)
    assert [found[head] for head in heads] == ["heading", "heading"]


@pytest.mark.parametrize(
    "line",
    [
        "The views and opinions expressed herein are those of the author and not of Orbin.",
        "(This story has not been edited by our staff.)",
        "Orbin, Vanto and K9 are trademarks of Orbin Lines Corp. in Lyon and elsewhere.",
        "Thank you for reading! Have some thoughts for us?",
    ],
)
def test_what_a_page_says_of_itself_is_furniture(tmp_path: Path, line: str) -> None:
    text = f"Orbin Lines buys two boats\n\n3 May 2024\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n{line}\n"
    assert blocks(tmp_path / "a.txt", text)[line] == "furniture"
