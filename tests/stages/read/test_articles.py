"""Whole sources: what is an article, which lines are its blocks, what is known of it."""

import time
from pathlib import Path

import pytest

from pipeline.records import Article, Source
from pipeline.stages.read import read_source

NEWS = """Skip to content
Menu
Subscribe
Home > Business > Shipping
Northstar Lines orders 12 methanol ships as rates climb
By Anna Berg and Tomas Lind
Published 3 March 2021, 09:30 CET
Updated: 5 March 2021, 14:10 CET
Share this
Northstar Lines has ordered 12 ships that can sail on methanol, in a deal worth $2.1 billion.
The order takes the group's fleet to 340 vessels. Delivery of the first ship is due in 2024.
Advertisement
"We are betting on a fuel that exists today," chief executive Lars Holm told reporters.
Read more: Rival Bluewave cuts its dividend after profit slump
Freight rates have tripled since last summer as ports struggle with congestion.
Bluewave shares fall 9% after profit warning
Northstar's shares rose 4.1% to 512 crowns.
More from Business
Copper hits record high on supply fears
Sign up for our newsletter
Comments (14)
gearhead42 says:
This is great news for the climate and for the industry as a whole.
© 2021 Harbor Daily. All rights reserved.
Privacy policy
"""

DUMP = """FOR IMMEDIATE RELEASE

Brightwell Acquires Orchard Lane for $420 Million

Deal adds three plants and 1,100 employees

CHICAGO, March 3, 2021 /PRNewswire/ -- Brightwell Inc. today announced that it has acquired Orchard Lane.

"This is a great day for our company," said Maria Lopez, chief executive officer of Brightwell.

Media Contact:
Jane Smith
+1 312 555 0100

About Brightwell

Brightwell makes snacks and sauces. It was founded in 1954 and has 12 plants in the Midwest.

###

Brightwell Reports First-Quarter Results

Net sales rise 8% to $1.2 billion
Company raises full-year guidance

CHICAGO--(BUSINESS WIRE)--Brightwell Inc. today reported net sales of $1.2 billion for the quarter.

Highlights

- Net sales increased 8% to $1.2 billion.
- Operating margin expanded 90 basis points to 14.2%

The company now expects full-year net sales growth of 6% to 7% and will hire 200 people.

Brightwell names new finance chief

Tom Reed, who has led the accounts of two listed companies, joins the maker of snacks in August.

London, UK – 14 June 2021 – Brightwell, the snack maker, has named Tom Reed as chief financial officer.

About Brightwell

Brightwell makes snacks and sauces. It was founded in 1954 and has 12 plants in the Midwest.

Brightwell apologises for outage of web shop

Customers could not order on 3 January for 74 minutes. The cause was a faulty switch in the data centre.

Dear shareholders,

2022 was a year of two halves for Brightwell. Sales grew 14%, yet margins fell in the second half.

What comes next

In 2023 we will invest $60 million in storage. I am confident that the team will deliver.

Maria Lopez
Chief Executive Officer

March 14, 2023
"""


@pytest.fixture
def read(tmp_path: Path):
    def run(text: str, name: str = "a.txt") -> Source:
        file = tmp_path / name
        file.write_bytes(text.encode())
        return read_source(file, name, max_bytes=10**8)

    return run


def blocks(source: Source, article: Article) -> list[tuple[str, str]]:
    return [(block.block, source.text[block.start : block.end]) for block in article.blocks]


def test_a_page_is_told_from_what_it_prints_round_its_article(read) -> None:
    source = read(NEWS)
    (article,) = source.articles
    content = [(kind, text.split()[0]) for kind, text in blocks(source, article) if kind != "furniture"]
    assert content == [
        ("title", "Northstar"),
        ("byline", "By"),
        ("byline", "Published"),
        ("byline", "Updated:"),
        ("paragraph", "Northstar"),
        ("paragraph", "The"),
        ("paragraph", '"We'),
        ("paragraph", "Freight"),
        ("paragraph", "Northstar's"),
    ]
    document = article.document
    assert document.title == "Northstar Lines orders 12 methanol ships as rates climb"
    assert str(document.published) == "2021-03-03"
    assert (document.author, document.publisher) == ("Anna Berg and Tomas Lind", "Harbor Daily")
    assert (document.start, document.end) == (0, len(NEWS) - 1)


def test_a_dump_is_cut_into_its_releases_and_letters(read) -> None:
    source = read(DUMP)
    known = [(a.document.title, str(a.document.published), a.document.place) for a in source.articles]
    assert known == [
        ("Brightwell Acquires Orchard Lane for $420 Million", "2021-03-03", "CHICAGO"),
        ("Brightwell Reports First-Quarter Results", "None", "CHICAGO"),
        ("Brightwell names new finance chief", "2021-06-14", "London, UK"),
        ("Brightwell apologises for outage of web shop", "None", None),
        (None, "2023-03-14", None),
    ]
    assert source.articles[-1].document.author == "Maria Lopez"
    ids = [article.document.doc_id for article in source.articles]
    assert ids == [f"{ids[0].split('-')[0]}-{n}" for n in range(1, 6)]


def test_releases_of_a_dump_may_begin_with_their_day(read) -> None:
    body = "Orvelle has sold pumps for years and will go on to do so, its chief executive said in Lyon. " * 3
    heads = (
        ("14 September 2023", "Orvelle shows its fourth pump"),
        ("22 August 2023", "Five million pumps and counting"),
    )
    source = read("\n\n".join(f"{day}\n{title}\n\n{body}" for day, title in heads))
    known = [(a.document.title, str(a.document.published)) for a in source.articles]
    assert known == [(heads[0][1], "2023-09-14"), (heads[1][1], "2023-08-22")]


def test_blocks_of_releases(read) -> None:
    source = read(DUMP)
    first, second, *_, letter = source.articles
    assert [kind for kind, _ in blocks(source, first)] == [
        "furniture", "title", "heading", "paragraph", "paragraph",
        "furniture", "furniture", "furniture", "heading", "paragraph", "furniture",
    ]  # fmt: skip
    assert [kind for kind, _ in blocks(source, second)] == [
        "title", "heading", "heading", "paragraph", "heading", "list_item", "list_item", "paragraph",
    ]  # fmt: skip
    assert [kind for kind, _ in blocks(source, letter)] == [
        "paragraph", "paragraph", "heading", "paragraph", "byline", "byline", "byline",
    ]  # fmt: skip


def test_articles_follow_each_other_without_overlap(read) -> None:
    source = read(DUMP)
    ends = [0]
    for article in source.articles:
        spans = [(block.start, block.end) for block in article.blocks]
        assert spans == sorted(spans)
        assert ends[-1] <= article.document.start == spans[0][0]
        ends.append(article.document.end)


def test_stories_with_writers_are_told_apart(read) -> None:
    story = (
        "{}\nBy {}\n{} May 2021\n\nOrbin Motors is recalling {} vans because a brake line can leak.\n\n"
        "Nobody was hurt, the company said on Tuesday, and owners will be contacted by post in June.\n\n"
        "Repairs will cost ₹85 crore.\n\n"
    )
    source = read(
        story.format("Orbin recalls vans over brakes", "Priya Nair", 12, 41_000)
        + story.format("Tessel recalls lorries over brakes", "Rohan Mehta", 13, 900)
    )
    assert [(a.document.author, str(a.document.published)) for a in source.articles] == [
        ("Priya Nair", "2021-05-12"),
        ("Rohan Mehta", "2021-05-13"),
    ]


def test_a_repeated_title_counts_where_it_first_stands_alone(read) -> None:
    crumbs, title = "Home » Cars » Orbin To Build Plant", "Orbin To Build Plant"
    source = read(f"{crumbs}\n\n{title}\n\nOrbin will build a plant in Porto.\n\nRead more\n")
    assert blocks(source, source.articles[0])[:3] == [
        ("furniture", "Home » Cars » Orbin To Build Plant"),
        ("title", "Orbin To Build Plant"),
        ("paragraph", "Orbin will build a plant in Porto."),
    ]
    source = read(f"{title}\n\n{crumbs}\n\nOrbin will build a plant in Porto.\n")
    assert [kind for kind, _ in blocks(source, source.articles[0])] == ["title", "furniture", "paragraph"]


def test_tables_and_contacts_of_results(read) -> None:
    source = read(
        "Halden plc\nResults for the half year\n\nHalden, the box maker, today gives half-year results.\n\n"
        "Financial highlights\nRevenue up 6% to £812m\nProfit £94.2m, up 12%\nDividend of 4.2p\n\n"
        'Helen Marsh, Chief Executive, commented:\n"We have had a strong first half of the year."\n\n'
        "Enquiries:\nHalden plc +44 20 7946 0011\nTom Reed, Chief Financial Officer\n\n"
        "About Halden\nHalden makes boxes in 14 countries and employs 6,200 people.\n"
    )
    kinds = [kind for kind, _ in blocks(source, source.articles[0])]
    assert kinds[2:] == [
        "paragraph", "heading", "list_item", "list_item", "list_item", "paragraph", "paragraph",
        "furniture", "furniture", "furniture", "heading", "paragraph",
    ]  # fmt: skip


def test_portraits_of_writers_and_sites_are_furniture(read) -> None:
    story = "Orbin to build a plant\n\nOrbin will build a plant in Porto. It will employ 2,400 people there.\n\n"
    for tail in (
        "Carla Reis\n\nCarla Reis is a reporter covering energy.",
        "Source\n\nThe Plant Letter\n\nThe Plant Letter is a site about plants and their people.",
    ):
        source = read(story + tail)
        assert [kind for kind, _ in blocks(source, source.articles[0])][2:] == ["furniture"] * (tail.count("\n\n") + 1)
    assert source.articles[0].document.publisher == "The Plant Letter"


@pytest.mark.parametrize("text", ["Home\nNews\nBusiness\nAbout\nLogin\n", "x" * 50_000, "." * 5_000, "12\n34\n"])
def test_a_page_without_an_article_has_none(read, text: str) -> None:
    assert read(text).articles == ()


def test_a_single_note_without_a_full_stop_is_an_article(read) -> None:
    (article,) = read("Orbin sold 5 million boats in 2020\n").articles
    assert article.blocks[0].block == "heading"


def test_other_languages_are_read_and_named(read) -> None:
    (article,) = read(
        "Orbin AG wächst\n\nDer Umsatz ist um 12 Prozent auf 3,4 Milliarden gestiegen und die Firma wächst.\n"
    ).articles
    assert article.document.language == "de"


def test_html_is_rendered_and_its_head_read(read) -> None:
    source = read(
        "<html><head><title>Orbin opens yard - Harbour Daily</title>"
        "<meta property='og:site_name' content='Harbour Daily'>"
        "<meta property='article:published_time' content='2021-03-04'></head>"
        "<body><nav><a href='/'>Home page</a></nav><h1>Orbin opens yard</h1>"
        "<p>Orbin has opened a yard in Lyon with 300 people.</p><p>It cost €40 million.</p>"
        "<footer><p>Harbour Daily is printed in Lyon and sold in all of Europe.</p></footer></body></html>",
        "page.html",
    )  # fmt: skip
    assert source.rendered
    (article,) = source.articles
    assert [kind for kind, _ in blocks(source, article)] == [
        "furniture",
        "title",
        "paragraph",
        "paragraph",
        "furniture",
    ]
    assert (str(article.document.published), article.document.publisher) == ("2021-03-04", "Harbour Daily")


@pytest.mark.parametrize(
    "part",
    [
        "Paris, ",
        "A ",
        "(",
        "By Aa Bb\n",
        "Short line\n",
        "Orbin grew in May.\n",
        "– ",
        "Dear A\n",
        "About\n",
        "1. \n",
        "News  ",
        "Ada Holm/Harbour ",
        "x  1 . \n",
        "The of the ",
        "Ada Nwosu in Lyon and ",
        "Orbin (ORB) – ",
    ],
)
def test_time_grows_with_length_only(read, part: str) -> None:
    def seconds(size: int) -> float:
        begun = time.process_time()
        read(part * (size // len(part)))
        return time.process_time() - begun

    seconds(1000)
    assert seconds(128_000) < max(0.5, 12 * seconds(32_000))


def test_a_day_without_a_place_counts_where_nothing_else_dates_the_article(read) -> None:
    story = "May 3, 2021: Shares of Orbin fell on Monday after a brake recall.\n\nNobody was hurt, the company said.\n"
    assert str(read(story).articles[0].document.published) == "2021-05-03"
    dated = read(f"Orbin shares fall after recall\nPublished 4 May 2021\n\n{story}")
    assert str(dated.articles[0].document.published) == "2021-05-04"


def test_an_agency_alone_before_the_first_sentence_is_the_publisher(read) -> None:
    document = read("(Reuters) — Orbin fell on Monday after a brake recall.\n\nNobody was hurt.\n").articles[0].document
    assert (document.publisher, document.published, document.place) == ("Reuters", None, None)


def test_a_letter_is_signed_by_a_name_with_its_role(read) -> None:
    text = (
        "Lyon, 3 May 2021\n\nDear friends,\n\nWe make vans, and we sold 400 of them last year.\n\nAda Nwosu, founder\n"
    )
    source = read(text)
    assert source.articles[0].document.author == "Ada Nwosu"
    assert blocks(source, source.articles[0])[-1] == ("byline", "Ada Nwosu, founder")


def test_a_writer_in_capitals_is_named_in_mixed_letters(read) -> None:
    story = "Orbin recalls vans over brakes\n\nBy {}\nMay 3, 2021\n\nOrbin is recalling 400 vans over their brakes.\n"
    assert read(story.format("ADA NWOSU")).articles[0].document.author == "Ada Nwosu"
    assert read(story.format("PTI")).articles[0].document.author == "PTI"


def test_a_headline_can_end_in_a_full_stop(read) -> None:
    text = "Van sales lift Orbin profit.\n\nQuarterly profit at Orbin rose 7% on higher sales of vans in the north.\n"
    assert read(text).articles[0].document.title == "Van sales lift Orbin profit."
    for opening in ("The vans lift Orbin profit.", "Nobody told Ada Nwosu about it.", "Few boats sink on day one."):
        assert read(text.replace("Van sales lift Orbin profit.", opening)).articles[0].document.title is None


def test_notes_on_where_a_release_may_be_spread_and_rules_are_furniture(read) -> None:
    source = read(
        "Orbin buys Tessel\n\nNOT FOR DISTRIBUTION TO U.S. NEWSWIRE SERVICES OR FOR RELEASE IN THE UNITED STATES\n\n"
        "LYON, May 3, 2021 /LagoonWire/ -- Orbin has bought Tessel.\n\nAbout Orbin Group, Inc.:\n\n"
        "Orbin makes vans and boats.\n\n___\n\nIt was founded in 1954.\n"
    )
    assert [kind for kind, _ in blocks(source, source.articles[0])] == [
        "title", "furniture", "paragraph", "heading", "paragraph", "furniture", "paragraph",
    ]  # fmt: skip


STORY = """Orbin Lines stock rises after profit beats forecasts - MarketWatch

2021-05-04 06:00:32

Orbin Lines said on Tuesday that its profit rose 12% to $4 million. It "has never seen such demand as in this spring."

"It has never seen such demand as in this spring."

The company runs twelve boats. It will add two of them in June, and a third one in May.

Ada Holm is a Lyon-based reporter for MarketWatch. Follow her @adaholm.
"""


def test_the_site_s_name_behind_a_title_is_no_part_of_it(read) -> None:
    document = read(STORY).articles[0].document
    assert document.title == "Orbin Lines stock rises after profit beats forecasts"
    assert (document.publisher, document.author) == ("MarketWatch", "Ada Holm")


def test_a_part_of_a_title_behind_a_dash_stays(read) -> None:
    story = STORY.replace("MarketWatch\n", "Holm\n", 1)
    assert read(story).articles[0].document.title == "Orbin Lines stock rises after profit beats forecasts - Holm"


def test_a_writer_s_portrait_and_a_repeated_quotation_are_furniture(read) -> None:
    source = read(STORY.replace('It "has never', '"It has never'))
    assert [kind for kind, _ in blocks(source, source.articles[0])] == [
        "title", "byline", "paragraph", "furniture", "paragraph", "furniture",
    ]  # fmt: skip


def test_a_long_line_under_the_title_is_a_heading(read) -> None:
    below = (
        "Free and open boats for rivers and lakes ship with new engines, new sails, a lamp for the deck, "
        "and a motor that runs for 40 hours"
    )
    source = read(
        f"Orbin adds two boats\n\n2021-05-04\n\n{below}\n\nLYON, May 4, 2021 - Orbin added two boats today. They sail.\n"
    )
    assert [kind for kind, _ in blocks(source, source.articles[0])] == ["title", "byline", "heading", "paragraph"]


def test_a_dated_picture_above_the_dateline_is_a_caption(read) -> None:
    source = read(
        "People walk past the Orbin Lines pier in Lyon May 3, 2021.\n\nThe best and worst boats of 2021.\n\n"
        "LYON (Reuters) - Orbin Lines said on Tuesday that it had sold twelve boats. It will build two.\n\n"
        "The company said that it was pleased with the price of the boats.\n"
    )
    assert [kind for kind, _ in blocks(source, source.articles[0])] == [
        "caption",
        "furniture",
        "paragraph",
        "paragraph",
    ]


def test_a_company_that_produces_is_no_writer_and_a_reviews_box_no_title(read) -> None:
    source = read(
        "Halden to build a dam\n\nLYON, 14 May 2025 - Halden Energy today said that it will build a dam near Lyon, its third.\n\n"
        "About Halden Energy\nHalden Energy is the largest producer of power in Porto.\n"
    )
    assert [kind for kind, _ in blocks(source, source.articles[0])][-2:] == ["heading", "paragraph"]
    source = read(
        "Review: The Orbin 3 is the best watch of the year\n\nPros: bright screen, long life\nCons: slow app\n\n"
        "It has been two years since Orbin launched a watch, and this one is better. It has a bright screen that we like.\n"
    )
    assert source.articles[0].document.title == "Review: The Orbin 3 is the best watch of the year"


@pytest.mark.parametrize(
    "head",
    [
        "May 03, 2021 02:40 ET | Source: Orbin Oyj\n\nOrbin buys a yard",
        "Company Announcement No. 12/2021\nCopenhagen, 3 May 2021\n\nOrbin buys a yard",
        "Press release, May 3, 2021\nOrbin buys a yard",
    ],
)
def test_the_lines_above_a_releases_title_tell_its_day(read, head: str) -> None:
    text = (
        f"{head}\n\nOrbin bought a boat yard for 3 million euros. It is glad about it. The yard employs 300 people.\n"
    )
    document = read(text).articles[0].document
    assert (document.title, str(document.published)) == ("Orbin buys a yard", "2021-05-03")


def test_a_wires_points_above_its_byline_are_a_list_and_a_crawlers_day_the_day(read) -> None:
    source = read(
        " date 2021-11-13 * Orbin earns again after two bad years\n* Will take over three boats in 2022\nBy Ada Nwosu\n"
        "LYON, Nov 13 Orbin plans to report higher profits soon, it said on Saturday. It sold twelve boats this year.\n"
    )
    assert str(source.articles[0].document.published) == "2021-11-13"
    found = [kind for kind, _ in blocks(source, source.articles[0])]
    assert found == ["byline", "list_item", "list_item", "byline", "paragraph"]


def test_the_cover_of_a_filing_is_furniture(read) -> None:
    source = read(
        "UNITED STATES\nSECURITIES AND EXCHANGE COMMISSION\nFORM 6-K\nReport of Foreign Private Issuer\n(Exact name of Registrant)\n"
        "Mark whether annual reports are filed on Form 20-F\nForm 20-F [X]\n\n"
        "Orbin builds a boat\n\nLyon, France, 28 April 2021 – Orbin Lines today said that it will build a boat for a customer.\n"
    )
    assert source.articles[0].document.title == "Orbin builds a boat"


def test_facts_behind_labels_are_a_list_though_blank_lines_stand_between(read) -> None:
    source = read(
        "Orbin shows a boat\n\nThe Orbin 9 leaked on Monday. It has a flat deck, and it is to be sold soon.\n\n"
        "Length: 9 m\n\nEngine: Orbin T4\n\nSpeed: 12 knots\n\nTank: 400 litres\n\nThe length is not sure, as the site says on Monday.\n"
    )
    assert [kind for kind, _ in blocks(source, source.articles[0])][-5:] == [*["list_item"] * 4, "paragraph"]


def test_the_head_of_a_paper_with_its_issue_and_a_section_is_no_title(read) -> None:
    source = read(
        "BOAT WEEKLY\nIssue 31, 2 August 2021          Page 4\nYARDS AND VANS\n\nOrbin stops its old yard, converts the new\n\n"
        "LYON, France. Orbin Oyj is to shut down its old yard by the end of\nOctober and lay off up to 265 people, the group "
        "announced on 30 July.\n\nThe yard builds boats. It will build vans from next year on.\n"
    )
    document = source.articles[0].document
    assert (document.title, str(document.published)) == ("Orbin stops its old yard, converts the new", "2021-08-02")
