"""Splitting: the `|` marks where a sentence ends."""

import time

import pytest

from pipeline.records import Article, Block, Document, Span
from pipeline.stages.sentences import sentence_spans, split_sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, 0, len(text))]


@pytest.mark.parametrize(
    "marked",
    [
        # abbreviations
        "Orbin Corp. in Lyon bought Tessel Inc.|The price was not given.",
        "Mr. Adeyemi Jr. and Dr. Holm met Gen. Price in St. Ives.",
        "Vanto Co., Ltd. and Pryde Pty. Ltd. signed.|Moor plc. did not.",
        "It is No. 1 in Europe and No. 2 in Asia.|Last year it was No. 5.",
        "Fees, levies, etc. rose approx. 5% vs. 2019, i.e. more than planned.",
        "The U.S. unit of A.B. Lund left the U.K.|It stays in the E.U.",
        "The vote is on Nov. 5.|Results come on Nov. 9.",
        "Doors open at 9 a.m. Monday.|They close at 4 p.m.",
        "Output was 4.5 m. tonnes, sales US$1.2 bn. in all.",
        "See Fig. 3 and Vol. 2.|They tell more.",
        "She runs Holm & Co.|He runs it with her.",
        "LYON--(LAGOON WIRE)--Dec. 3, 2025-- Orbin grew.|It is new.",
        # a place and its day, a name that ends in a stop
        "Lyon, 3 May 2021.  Orbin grew.|It is new.",
        "ST. IVES – May 3, 2021. Orbin grew.",
        "Lyon and Porto, France – 3 May 2021. Orbin grew.",
        "Orbin was sold on 3 May 2021.|Tessel was not.",
        "The first QX.3 is due.|The QX. WAVE ZORRO is the third.|It left the (UK.|FERRY LINES did not.",
        # figures and signs
        "Sales rose 5.5% YoY.|Profit did not.",
        "It has 5G.|The TV has 8K.|Research goes to R&D.",
        "Version 3.0.|It is free.",
        "The sets come in 55\", 65\" and 75\".|The 1.78’’ one is gone.",
        "It cost $5.00.|€3 was the old price.",
        "It sold 12 boats.|5 were returned.",
        "It is listed (4711.HK).|The price fell.",
        "Sales grew in 2019.|2020 will be better.",
        # quotations
        "“We grew.|We will grow more,” said Ms. Ito.|She smiled.",
        "“It sells itself. ” Ada Holm said.|Then she left.",
        "“Will it sell?” Holm asked.|Nobody knew.",
        "“It sells.”|Holm added, “We make more.”",
        "He said: “Yes.”|Then he left.",
        "\"It sells,\" he said.|\"We make more.\"",
        "“It sells!” said the founder.",
        "“It sells,” said Ada Holm of Orbin Inc.|“Together with our boats it takes us to the very edge of the sea.”",
        "“It sells,” said Ada Holm of Orbin Inc. “Ferry” fame.",
        "Boats lie in Lyon in the U.S. May 2, 2016.|They are new.",
        # brackets, small letters, brands
        "The unit (formerly Pryde Inc.) was sold.|It had lost money.",
        "(The firm declined to comment.)|Shares rose.",
        "eMoor fell.|iVanto’s peers rose.",
        "We... will see.|It is... fine.",
        "Ask ir@orbin.example.|Or call.",
        "Seen something?|desk@harbour-daily.example",
        "Some links pay us.|© 2021",
        # a stop without its space, a list run together, scripts without spaces
        "Costs fell on lower growth.|The company hired.",
        "營收增長。|利潤下降。",
        # names with brackets and signs, footnotes, zones
        "Orbin Corp. (NYSE: ORB) rose.|Tessel Inc. (“Tessel”) fell.",
        "Moor! Inc. sells maps.|It works!|Nobody knew.",
        "Sales rose for four quarters.1|Costs fell by 5%.2|It was No. 1 again.",
        "Trading ends at 4 p.m. EST.|Doors close.",
        "The firm (est. 1999) grew.|It lies on Mt. Orbin.",
    ],
)  # fmt: skip
def test_sentences_end_where_marked(marked: str) -> None:
    text = marked.replace("|", "") if "。" in marked or "growth.|The" in marked else marked.replace("|", " ")
    assert split(text) == marked.split("|")


def test_a_list_run_together_is_split_at_its_markers() -> None:
    assert split("• Sales up 5%. Costs flat • Profit up 10%") == [
        "• Sales up 5%.",
        "Costs flat",
        "Profit up 10%",
    ]


def test_white_space_is_outside_and_no_break_spaces_count_as_such() -> None:
    assert split(" \u00a0Orbin grew.\u00a0 \u00a0Tessel shrank. \n") == ["Orbin grew.", "Tessel shrank."]
    assert split(" \n\u00a0") == []


def test_spans_count_in_the_whole_text() -> None:
    text = "Orbin grew. Tessel shrank. Vanto closed."
    assert sentence_spans(text, 12, 40) == [(12, 26), (27, 40)]


def article(text: str, *blocks: tuple[str, Block]) -> Article:
    spans, at = [], 0
    for part, block in blocks:
        at = text.index(part, at)
        spans.append(Span(start=at, end=at + len(part), block=block))
        at += len(part)
    document = Document(doc_id="d0-1", source="a.txt", sha256="0", start=0, end=len(text))
    return Article(document=document, blocks=tuple(spans))


def test_every_block_gives_sentences_and_its_kind() -> None:
    text = "Orbin grows\n• Sales rose; profit fell\n2) Costs. Fees.\nRead more. Log in.\nIt grew. It hired."
    blocks = zip(text.split("\n"), ("heading", "list_item", "list_item", "furniture", "paragraph"), strict=True)
    found = split_sentences(text, article(text, *blocks))
    assert [(s.block, s.text) for s in found] == [
        ("heading", "Orbin grows"),
        ("list_item", "Sales rose; profit fell"),
        ("list_item", "Costs."),
        ("list_item", "Fees."),
        ("furniture", "Read more."),
        ("furniture", "Log in."),
        ("paragraph", "It grew."),
        ("paragraph", "It hired."),
    ]
    assert [s.sentence_id for s in found] == [f"d0-1.s{n}" for n in range(8)]
    assert all(text[s.start : s.end] == s.text for s in found)


@pytest.mark.parametrize(
    ("caption", "units"),
    [
        ("A tug leaves Porto. Photo: Ada Holm", ["A tug leaves Porto.", "Photo: Ada Holm"]),
        ("A tug leaves Porto Photo: Ada Holm", ["A tug leaves Porto", "Photo: Ada Holm"]),
        ("A tug in Porto. (File photo: Ada Holm)", ["A tug in Porto.", "(File photo: Ada Holm)"]),
        ("Photo by Ada Holm", ["Photo by Ada Holm"]),
    ],
)
def test_the_credit_of_a_picture_is_a_unit_of_its_own(caption: str, units: list[str]) -> None:
    assert [s.text for s in split_sentences(caption, article(caption, (caption, "caption")))] == units


def test_the_sign_of_a_footnote_is_outside_its_sentences() -> None:
    note = "* Measured at sea. Figures vary."
    found = split_sentences(note, article(note, (note, "paragraph")))
    assert [s.text for s in found] == ["Measured at sea.", "Figures vary."]


@pytest.mark.parametrize("text", [
    "For more on the method, click here.",
    "For more information, please visit Orbin's website at www.orbin.example.",
    "To hear it, join by dialing 1-555-010-1738 or 1-555-010-1865.",
])  # fmt: skip
def test_a_sentence_that_only_leads_elsewhere_is_furniture(text: str) -> None:
    said = "Orbin makes oars. " + text
    assert [s.block for s in split_sentences(said, article(said, (said, "paragraph")))] == ["paragraph", "furniture"]


def test_a_sentence_about_visits_or_calls_tells_something() -> None:
    said = "For more than 400 guests the trip was a visit to the mill. Callers who dial in spent 1,200 minutes."
    assert {s.block for s in split_sentences(said, article(said, (said, "paragraph")))} == {"paragraph"}


@pytest.mark.parametrize("part", [".", '."', "Mr. ", ".”", ". ", "… ", "A. ", "said.” Lei ", "• ", ".)", "。", "...\n"])
def test_time_grows_with_length_only(part: str) -> None:
    def seconds(size: int) -> float:
        text = "x " + part * (size // len(part))
        begun = time.process_time()
        sentence_spans(text, 0, len(text))
        return time.process_time() - begun

    seconds(1000)
    assert seconds(64_000) < max(0.3, 12 * seconds(16_000))


def test_a_dateline_with_its_agency_between_strokes_opens_the_first_sentence() -> None:
    text = "LYON, May 3. /LAGOON/. Orbin has signed. It was Monday."
    assert [text[a:b] for a, b in sentence_spans(text, 0, len(text))] == [
        "LYON, May 3. /LAGOON/. Orbin has signed.",
        "It was Monday.",
    ]


def test_no_sentence_opens_with_a_second_bracket_or_behind_a_glued_number() -> None:
    for text in (
        "Orbin (formerly Vela Inc.) (OTC: ORB), a leader, has launched it.",
        "Orbin filed a patent (app.no. 19055968) for it.",
    ):
        assert sentence_spans(text, 0, len(text)) == [(0, len(text))]


def test_a_town_in_capitals_opens_the_first_sentence() -> None:
    assert split("LYON, France. Orbin sells vans.") == ["LYON, France. Orbin sells vans."]
    assert split("It sells VANS, Boats. Orbin said so.") == ["It sells VANS, Boats.", "Orbin said so."]


def test_the_letter_of_a_model_is_no_initial() -> None:
    assert split("It recalls Class 7 and Class B. Orbin said so.") == [
        "It recalls Class 7 and Class B.",
        "Orbin said so.",
    ]
