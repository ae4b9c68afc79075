"""Whole pages of invented news, as people save them: heads with menus, boxes and prompts at the end."""

from pathlib import Path

import pytest

from pipeline.records import Article, Source
from pipeline.stages.read import read_source

AGENCY = """Harbour Finance Daily
Markets / Stocks / Funds / Ships
Sign in | Register | Newsletters
Companies > Shipping

Exclusive

Orbin Lines weighs sale of ferry arm, sources say

The unit could fetch $900 million in an auction this autumn

Jane Okafor
Oct 3, 2023, 7:15 AM GMT+1
Print   Email   Copy link   Text size

An Orbin ferry leaves the port of Lyon in June.
Photographer: Kai Poe/Harbour Images

Orbin Lines is exploring a sale of its ferry business, according to people familiar with the matter.

The company has hired Pell & Co. to find buyers for the unit, which had revenue of $412 million last year.

Most Read from Harbour
Oil slips as traders wait
Five stocks to watch

Deliberations are at an early stage, and Orbin may keep the business. A spokesman declined to comment.

($1 = 0.92 euros)

(Reporting by Jane Okafor; additional reporting by Tom Li; editing by Rae Moss)

Jane is a senior correspondent in London. She writes about deals.

We use cookies to see what is read. Accept   Reject
© 2023 Harbour Finance LP. All rights reserved.
"""

INTERVIEW = """Quay & Crane
Latest     Ports     Ships     Jobs
Home > Ships
INTERVIEW

“I would do it all again tomorrow”

Siri Dahl, chief executive of Vanto, on sea drones, storms and the boat she sank

By Callum Reed
11 March 2023   |   6 min read

Few founders have lost a boat on their first day. Siri Dahl did, and Vanto now maps the sea for nine navies.

Q: Was it worth the trouble?

A: Of course. We have 40 boats today and will have 70 by the end of next year.

CALLUM REED
Callum covers the sea and its ports from Hull. He joined Quay & Crane in 2016.
Follow @creed
"""


@pytest.fixture
def read(tmp_path: Path):
    def run(text: str, name: str = "a.txt") -> Source:
        file = tmp_path / name
        file.write_bytes(text.encode())
        return read_source(file, name, max_bytes=10**8)

    return run


def kinds(source: Source) -> dict[str, str]:
    """Return the block of every line by its first words."""
    (article,) = source.articles
    texts = ((block.block, source.text[block.start : block.end]) for block in article.blocks)
    return {" ".join(text.split()[:2]): kind for kind, text in texts}


def document(source: Source) -> tuple[str | None, ...]:
    article: Article = source.articles[0]
    found = article.document
    return found.title, str(found.published), found.publisher, found.author


def test_a_story_of_an_agency(read) -> None:
    source = read(AGENCY)
    found = kinds(source)
    assert [words for words, kind in found.items() if kind == "furniture"] == [
        "Harbour Finance", "Markets /", "Sign in", "Companies >", "Exclusive", "Print Email", "Most Read",
        "Oil slips", "Five stocks", "Jane is", "We use", "© 2023",
    ]  # fmt: skip
    assert found["The unit"] == "heading"
    assert found["An Orbin"] == found["Photographer: Kai"] == "caption"
    assert found["Jane Okafor"] == found["Oct 3,"] == found["(Reporting by"] == "byline"
    assert found["Deliberations are"] == found["($1 ="] == "paragraph"
    assert document(source) == (
        "Orbin Lines weighs sale of ferry arm, sources say", "2023-10-03", "Harbour Finance Daily", "Jane Okafor",
    )  # fmt: skip


def test_an_interview_with_a_quotation_for_its_title(read) -> None:
    source = read(INTERVIEW)
    found = kinds(source)
    assert found["Siri Dahl,"] == "heading"
    assert [found[words] for words in ("CALLUM REED", "Callum covers", "Follow @creed")] == ["furniture"] * 3
    assert document(source) == ("“I would do it all again tomorrow”", "2023-03-11", "Quay & Crane", "Callum Reed")


def test_names_of_sites_are_no_titles(read) -> None:
    story = "Orbin recalls 400 vans\n\nLYON, May 3, 2021 – Orbin is recalling 400 vans over their brakes.\n"
    for head, publisher in (
        ("VanWatch – recall news\nMenu   Search   My alerts (0)\nHome > Vans\n\n", "VanWatch"),
        ("Orbin Motors | Press Room\nHome / Newsroom / 2021 / Vans\n\n", "Orbin Motors"),
        ("THE VAN POST\nNews | Cars | Vans | Jobs\n\n", "The Van Post"),
        ("The Van Post   |   Markets   Vans   Opinion\n\n", "The Van Post"),
        ("VanPost » News » Vans\n\n", "VanPost"),
        ("Home > Business > Vans\n\n", None),
        ("VanPost > Vans > Leaks\n\n", "VanPost"),
        ("Vans | Jobs | Markets\n\n", None),
    ):
        assert document(read(head + story))[::2] == ("Orbin recalls 400 vans", publisher)


def test_a_service_that_spreads_releases_is_the_publisher_where_no_other_is_named(read) -> None:
    for wire in ("LagoonNewswire", "24-7PressRelease", "LAGOON PRESSWIRE"):
        story = f"Orbin recalls 400 vans\n\nLYON, May 3, 2021 /{wire}/ -- Orbin is recalling 400 vans.\n"
        assert document(read(story))[1:3] == ("2021-05-03", wire)


def test_a_masthead_counts_more_than_the_copyright_line_that_bears_it_out(read) -> None:
    story = "Vans | Jobs | Cars\n\nOrbin buys Tessel\n\nOrbin has bought Tessel, the maker of vans.\n\n"
    assert document(read(f"The Van Post\n{story}© 2021 Van Post Media Ltd\n"))[2] == "The Van Post"
    assert document(read(f"VAN POST MARKETS\n{story}© 2021 Van Post. All rights reserved.\n"))[2] == "Van Post"
    assert document(read(f"{story}© 2021 Van Post Media Ltd\n"))[2] == "Van Post Media Ltd"


def test_a_letter_names_itself_where_its_address_does(read) -> None:
    source = read("# Orbin buys Tessel\n\nOrbin has bought Tessel, the maker of vans.\n\nEnjoyed it? The Van Letter "
                  "comes on Fridays. [Sign up](https://van-letter.example/join)\n", "a.md")  # fmt: skip
    assert document(source)[2] == "The Van Letter"


def test_a_headline_as_long_as_a_paragraph(read) -> None:
    title = "Orbin opens its second yard in Porto, the town where Ada Holm, its founder, grew up, as it bets on small electric tugs and boats"
    source = read(f"More of what you like\nYour own page of stories\nLearn more\n\n{title}\n\nOrbin, the maker of "
                  "tugs, opened its second yard in Porto on Tuesday.\n\nIt will build small electric tugs there.\n")  # fmt: skip
    assert document(source)[0] == title


def test_links_to_pictures_are_no_title_of_the_next_letter(read) -> None:
    source = read("Orbin shows two vans\n\nLyon, May 3, 2021 – Orbin today showed two electric vans to its dealers.\n\n"
                  "Links to more product pictures: Orbin One, Orbin Two\n\n\nDear shareholders,\n\n2022 was a year of two "
                  "halves for Orbin, and it ended well.\n\nAda Holm\n\nMarch 14, 2023\n")  # fmt: skip
    assert [article.document.title for article in source.articles] == ["Orbin shows two vans", None]


def test_headers_of_tables_are_headings(read) -> None:
    found = kinds(read("Orbin results\n\nOrbin, the maker of vans, sold more of them than in any year before.\n\n"
                       "Key figures (in € million)  Q3 2021  Q3 2020  Change\nRevenue  812.4  765.7  +6.1%\n"
                       "Net profit  44.2  36.8  +20.1%\n"))  # fmt: skip
    assert list(found.values())[2:] == ["heading", "list_item", "list_item"]


def test_footnotes_are_paragraphs(read) -> None:
    found = kinds(read("Orbin One\n\n* goes 380 km*\n* costs €30,000\n\nOrbin, the maker of vans, shows a new one today.\n\n"
                       "It will be sold in nine countries.\n\n* Measured at 20 degrees on a dry road.\n"))  # fmt: skip
    assert found["* goes"] == "list_item"
    assert found["* Measured"] == "paragraph"


def test_html_shows_decks_table_headers_and_the_writer(read) -> None:
    found = kinds(read(
        "<html><head><title>Halden lifts forecast - The Box Post</title></head><body><h1>Halden lifts forecast</h1>"
        "<p class='article-dek'>It now sees £95m. Shares rose.</p><p class='byline'>By Ada Nwosu</p>"
        "<p>Halden, the box maker, raised its profit forecast on Friday after a strong spring.</p>"
        "<p>What analysts say</p><p>Three brokers raised their targets for the shares.</p>"
        "<table><tr><th>Broker</th><th>New</th></tr><tr><td>Pell</td><td>450p</td></tr></table>"
        "<p>Ada Nwosu covers packaging for The Box Post.</p></body></html>", "a.html"))  # fmt: skip
    assert list(found.values()) == [
        "title", "heading", "byline", "paragraph", "heading", "paragraph", "heading", "list_item", "furniture",
    ]  # fmt: skip


def test_what_a_writer_s_name_does_not_make_furniture(read) -> None:
    found = kinds(read("Orbin buys Tessel\nBy Tom Reed, The Gazette\n\nOrbin has bought Tessel, the maker of vans.\n\n"
                       "The company said that the price was fair.\n\nTom Hart, who runs Orbin, said so, too.\n"))  # fmt: skip
    assert list(found.values())[2:] == ["paragraph"] * 3


def test_a_letter_that_a_paragraph_announces_belongs_to_its_article(read) -> None:
    source = read("Ten years of Orbin: a letter from the founder\n\nCorporate News | January 5, 2026 | Lyon, France\n\n"
                  "Orbin founder, Chairman and CEO Ada Holm today sent the following letter to everybody who works here.\n\n"
                  "Dear partners,\n\nThis April our company turns ten, and we sold 400 vans last year.\n\nAda Holm\n")  # fmt: skip
    (article,) = source.articles
    assert article.document.title == "Ten years of Orbin: a letter from the founder"
    assert (str(article.document.published), article.document.place) == ("2026-01-05", "Lyon, France")


def test_items_of_a_list_of_shares_are_no_articles(read) -> None:
    item = "{0} ({1}) – The maker of {2} slid 9.2% after it had cut its outlook for the year by a tenth on Tuesday.\n\n"
    rows = (("Orbin", "ORBN", "vans"), ("Tessel", "TSL", "yarn"), ("Holm", "HLM", "tea"))
    items = "".join(item.format(*row) for row in rows)
    source = read("Premarket stocks: Orbin, Tessel, Holm and others\n\nPublished Thu, Aug 21 2025\n\n" + items * 2)
    assert len(source.articles) == 1


def test_a_publication_in_the_byline_is_the_publisher(read) -> None:
    for line in ("By Ada Nwosu, Lagoon Business Daily, May 3, 2021", "LAGOON BUSINESS DAILY  May 3, 2021"):
        source = read(f"Orbin recalls 400 vans\n\n{line}\n\nOrbin is recalling 400 vans, the company said.\n")
        assert (document(source)[2] or "").lower() == "lagoon business daily"


def test_a_dateline_without_a_year_dates_the_article_by_its_weekday(read) -> None:
    story = "Jan 28 (Lagoon) - Orbin posted a bigger profit on Tuesday as sales rose.\n\nIn 2024 it had lost money.\n"
    assert document(read(f"Orbin posts a bigger profit\n\n{story}"))[1:3] == ("2025-01-28", "Lagoon")


STORY = (
    "Orbin has bought Tessel, the maker of vans, for €40 million, the company said.\n\nTessel sells 400 vans a year.\n"
)


def test_sections_bylines_and_names_are_no_titles(read) -> None:
    for above, title in (
        ("Vans | Road traffic\n\nOrbin buys its rival Tessel for cash\n\n3 May 2021", "Orbin buys its rival Tessel for cash"),
        ("Press room / Vans\n\nOrbin buys its rival Tessel\n\nLyon, 3 May 2021", "Orbin buys its rival Tessel"),
        ("The Lagoon Blog\n\nEverything we bought\n\n3 May 2021", "Everything we bought"),
        ("Tech / Vans\n\nOrbin grabs a third of all vans\n\nAda Nwosu in Lyon and Kai Holm in Porto\n\n3 May 2021",
         "Orbin grabs a third of all vans"),
        ("Orbin Group plc\n\nISIN: XX0001\n\n(“Orbin” or the “Company”)\n\nPurchase of a maker of vans, and outlook",
         "Purchase of a maker of vans, and outlook"),
        ("The week: vans from Orbin and more\n\nBy Ada Nwosu | 3 May 2021\n\nSkip to: Orbin | Tessel | Holm",
         "The week: vans from Orbin and more"),
        ("Vans roll again after chaos on Saturday, but nobody can say why\n\nMaker says sorry for Tessel deal\n\n3 May 2021",
         "Vans roll again after chaos on Saturday, but nobody can say why"),
    ):  # fmt: skip
        assert document(read(f"{above}\n\n{STORY}"))[0] == title


def test_the_issuer_and_its_codes_above_a_title_are_bylines(read) -> None:
    source = read(f"Orbin Group plc\n\nISIN: XX0001\n\nPurchase of a maker of vans, and outlook\n\n{STORY}")
    assert [block.block for block in source.articles[0].blocks][:3] == ["byline", "byline", "title"]


def test_a_letter_is_signed_by_a_name_alone_or_over_its_role(read) -> None:
    letter = "Ten years of Orbin\n\n3 May 2021\n\n{}\n\nThis April our company turns ten, and it sold 400 vans.\n\n{}\n\nTags: vans\n"
    for greeting, signature in (
        ("Dear partners,", "Ada Holm"),
        ("Fellow shareholders,", "Ada Holm\nCo-founder and CEO"),
        ("Dear partners,", "Ada Holm\nFounder, Chairman and CEO, Orbin Group"),
    ):
        source = read(letter.format(greeting, signature))
        assert document(source)[3] == "Ada Holm"
        signed = signature.count("\n") + 1
        assert [block.block for block in source.articles[0].blocks][-1 - signed :] == [
            *["byline"] * signed,
            "furniture",
        ]


@pytest.mark.parametrize(("place", "day"), [("LIMA, OHIO", "2021-03-05"), ("LYON, FRANCE", "None")])
def test_a_day_in_figures_has_its_month_first_in_the_united_states(read, place: str, day: str) -> None:
    article = read(
        f"Orbin Opens a Mill\n03-05-2021\n\n{place} — Orbin, which makes oars, opened a mill by the river.\n"
    ).articles[0]
    assert str(article.document.published) == day
    assert [block.block for block in article.blocks] == ["title", "byline", "paragraph"]


def test_short_lines_that_a_colon_introduces_are_a_list_though_blank_lines_part_them(read) -> None:
    text = "Orbin Ships Oars\n\nORBIN, the maker of oars, ships them today. The set comes with these things:\n\n"
    text += "Blades of ash with a copper tip\n\nA pair of grips for every rower\n\nSleeves in three sizes\n\n"
    article = read(text + "“We like oars,” said Ada Nwosu, who runs the mill by the river in Lyon.\n").articles[0]
    assert [block.block for block in article.blocks][2:5] == ["list_item"] * 3


@pytest.mark.parametrize(
    "line", ["Key Trade and Harbour Activity:", "Half Year Highlights (all compared to the half year of 2020):"]
)
def test_a_label_in_capitals_with_a_colon_heads_a_section(read, line: str) -> None:
    article = read(
        f"Orbin Ships Oars\n\nOrbin shipped many more oars this year.\n\n{line}\n\nThe mill by the river made more oars than ever before.\n"
    ).articles[0]
    assert article.blocks[2].block == "heading"


def test_the_running_head_of_a_further_page_is_furniture(read) -> None:
    text = "Orbin Reports Record Year\n\nOrbin sold many more oars this year.\n\nOrbin Reports Record Year Page 2\n\n"
    article = read(text + "The mill by the river made more oars than ever before.\n").articles[0]
    assert article.blocks[2].block == "furniture"
