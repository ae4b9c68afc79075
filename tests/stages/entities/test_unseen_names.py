"""Names of shapes that the model takes for something else: one class of error a test."""

from __future__ import annotations

import pytest

from pipeline.stages.entities.evidence import Evidence
from pipeline.stages.entities.intrinsic import MILD
from pipeline.stages.entities.mention import Candidate, lower_words
from pipeline.stages.entities.runs import runs
from tests.stages.entities.conftest import Reader, line
from tests.stages.entities.test_entities_in_articles import labels


@pytest.mark.parametrize(
    ("sentence", "name", "label"),
    [
        ("The plant has an output of 45 MW and a second one of 30 MW.", "MW", None),
        ("The study moved to Phase 2b in May, ahead of Series A.", "Phase 2b", None),
        ("The board of Banco Orvelda met on Monday.", "Banco Orvelda", "ORG"),
        ("The Bank now has 2 million customers.", "Bank", None),
        ("Moody's cut the rating of Orvelda.", "Moody's", "ORG"),
        ("Global kettle shipments rose 4% in May, according to Viewline.", "Global", None),
        ("Housebuilder Quorley Homes rose 3%.", "Quorley Homes", "ORG"),
        ("The chipmaker Vantrell reported a loss.", "Vantrell", "ORG"),
        ("The Topix fell 2%, and the FTSE 100 was flat.", "Topix", "ORG"),
        ("The Topix fell 2%, and the FTSE 100 was flat.", "FTSE 100", "ORG"),
        ("The farmers met the Quorley Growers’ Association in May.", "Quorley Growers’ Association", "ORG"),
        ("The lessor Qasira Leasing ordered ten jets.", "Qasira Leasing", "ORG"),
        ("It was founded in 2019 by Ada Terlane and Bo Quist.", "Ada Terlane", "PERSON"),
        ("She was SVP of Sales & Marketing at Tolmaro before.", "Tolmaro", "ORG"),
        ("It works with Tenvik (now Solvanet) on lamps.", "Solvanet", "ORG"),
        ("They arranged the IPO of Zanta Zhack which came today.", "Zanta Zhack", "ORG"),
        ("The firm has an office in SALEM, Ore., and one in Canada.", "Ore.", "GPE"),
        ("The fund is run by Ada Terlane, CFA, Bo Quist, CFA and Mei Lund, CFA.", "CFA", None),
        ("The talks were led by Ada Terlane, President of Orchard Care at Tolmaro.", "Orchard Care", None),
        ("Tenvik (TNVK.DE) beat Solvanet Systems (SLVN.L) to the order.", "SLVN.L", None),
        ("Tolmaro Inc. (TOLMARO) (Nasdaq: TLMR) today gave its results.", "TOLMARO", "ORG"),
        ("The Tolmaro Municipal Bond Fund is up 3%.", "Tolmaro Municipal Bond Fund", "PRODUCT"),
        ("It spoke at the opening of the Lampex technology show in Porto.", "Lampex", "EVENT"),
        ("It delivered $13 million of oral QELTRIX to two states.", "QELTRIX", "PRODUCT"),
        ("It is based on the new LampBeacon open-source computer.", "LampBeacon", "PRODUCT"),
        ("Tenvolo led the round in May.", "Tenvolo", "ORG"),
        ("Apple's tablet is dearer than that.", "Apple", "ORG"),
        ("Today's prices are higher.", "Today", None),
        ("Foxconn has left the venture.", "Foxconn", "ORG"),
        ("The entry-level Dune has a smaller battery than the range-topping Crest.", "Dune", "PRODUCT"),
        ("The profit came from the sale of the MR tanker Lady Amalia.", "Lady Amalia", "PRODUCT"),
        ("It was bought by the fund manager QLM in 2011.", "QLM", "ORG"),
        ("Cormorant Cruise Line — The shares rose 5% after results.", "Cormorant Cruise Line", "ORG"),
        ("“Harbour Hop” will launch on phones in May for $5.", "Harbour Hop", "PRODUCT"),
    ],
)
def test_shapes_of_names(read: Reader, sentence: str, name: str, label: str | None) -> None:
    assert labels(read, sentence).get(name) == label


def test_a_percentage_after_a_name_is_no_model_number(read: Reader) -> None:
    found = labels(read, "Robot maker Hayano Seiki lost 6.3 percent and tool group Tomaro Precision 4.8 percent.")
    assert found["Tomaro Precision"] == "ORG"


def test_the_first_words_of_a_legal_name_are_the_company(read: Reader) -> None:
    found = labels(read, "Saffrel Bay Hotels Ltd posted a profit. In May, Saffrel Bay closed at Rs 412.")
    assert found["Saffrel Bay"] == "ORG"


def test_the_last_word_of_a_product_stands_for_it(read: Reader) -> None:
    entities = read("Acmira launched the Strando X1 Max, a scooter. The Max follows in October and costs €849.")
    assert {e.name for e in entities if e.text == "Max"} == {"Strando X1 Max"}


def test_a_dateline_in_capitals_has_a_normal_name(read: Reader) -> None:
    entities = read("COPENHAGEN, Denmark, 6 May 2025 – Skelvik A/S said today that sales rose.")
    assert {e.name for e in entities if e.text == "COPENHAGEN"} == {"Copenhagen"}


def test_the_article_s_writer_is_a_person(read: Reader) -> None:
    entities = read(("byline", "Ilvy Rautano, 4 May 2021"), "Sales rose.", author="Ilvy Rautano")
    assert [e.label for e in entities] == ["PERSON"]


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Ada Terlane was SVP of Sales & Marketing at Quorley.", "Marketing"),
        ("Quorley named Ada Terlane Chief Marketing Officer.", "Marketing"),
        ("The lamp gives 900 ARSI lumens at night.", "ARSI"),
        ("GTS was $811.2 million in May. That includes GTS of $12 million.", "GTS"),
        ("Revenue of Rs 57 crore came in Q3FY22 after a loss.", "Q3FY22"),
        ("It has 12GB of GDDR5 RAM and a disk.", "GDDR5 RAM"),
        ("Its own QSPAA™ Technology keeps lamps cool.", "QSPAA"),
        ("The Management Board expects a profit.", "Management Board"),
    ],
)
def test_terms_that_are_no_names(read: Reader, sentence: str, word: str) -> None:
    assert not any(word in name for name in labels(read, sentence))


def test_a_hyphenated_role_ends_a_name(read: Reader) -> None:
    found = labels(read, "QRV Chairman-cum-Managing Director Ada Terlane said QRV Ltd sold more.")
    assert found["QRV"] == "ORG"
    assert "Ada Terlane" in found


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("TOLMIRA Orvane E40 sells well in Spain.", "TOLMIRA Orvane E40"),
        ("In May the broadcaster launched Tolmira+.", "Tolmira+"),
        ("In tests the Hexbox Two Y is the fastest home console.", "Hexbox Two Y"),
        ("Others may opt for the $279 Hexbox Two Z.", "Hexbox Two Z"),
        ("Buyers know models like the Altrona and the older ones.", "Altrona"),
        ("They try streaming services, such as Zantavision Red, at home.", "Zantavision Red"),
        ("Tolmira sells a billing solution named TolmiraHila.", "TolmiraHila"),
        ("Its voice assistant, Xaomeo, is woken often.", "Xaomeo"),
    ],
)
def test_products_by_shape_and_by_what_stands_beside_them(read: Reader, sentence: str, name: str) -> None:
    assert labels(read, sentence).get(name) == "PRODUCT"


def test_the_end_of_a_product_s_name_is_the_product(read: Reader) -> None:
    entities = read("The Hexbox Two Y is the best game console. Inside, the Two Y is new. People like the Two Y.")
    assert {(e.label, e.name) for e in entities if e.text == "Two Y"} == {("PRODUCT", "Hexbox Two Y")}


def test_the_section_on_a_company_gives_its_full_name(read: Reader) -> None:
    entities = read(
        "Lamp Makers Group (NYSE: LMG) sold more.", ("heading", "About Lamp Makers Group, Inc.:"), "It grew."
    )
    assert {e.name for e in entities if e.text.startswith("Lamp")} == {"Lamp Makers Group, Inc."}


def test_a_legal_form_in_capitals_belongs_to_the_name(read: Reader) -> None:
    entities = read("LYQ LAMP TECHNOLOGIES INC. (“LYQ” or the “Company”) is pleased. LYQ will focus on lamps.")
    assert {e.name for e in entities} == {"LYQ Lamp Technologies Inc."}


def test_a_maker_s_name_before_a_product_s_is_one_product(read: Reader) -> None:
    entities = read(
        "Quillon hopes the Zantra sedan will sell. There is a Zantra from Quillon.", ("heading", "QUILLON ZANTRA")
    )
    assert {e.name for e in entities if e.label == "PRODUCT"} == {"Quillon Zantra"}


@pytest.mark.parametrize(
    ("sentence", "name", "label"),
    [
        ("Owners may pair it with Quorley's iLampa and others.", "iLampa", "PRODUCT"),
        ("The QuorTab2 and QuorTab-V start at $159.", "QuorTab2", "PRODUCT"),
        ("The QuorTab2 and QuorTab-V start at $159.", "QuorTab-V", "PRODUCT"),
        ("It has 80 channels of QVR. It sends QVR streams to lamps.", "QVR", None),
        ("The same is true for ZDI or QZI signals.", "ZDI", None),
        ("“Today I’m glad,” he said, “and we’re late.”", "I’m", None),
        ("They put their Seed investment into our Series A. We're glad.", "Seed", None),
        ("They put their Seed investment into our Series A. We're glad.", "Series A. We're", None),
        ("It is Bill Terlane-owned and sells lamps.", "Bill Terlane", "PERSON"),
        ("The lamp plays H.264 and H.265 films.", "H.264", None),
        ("In May IBM posted a profit. It sold IBM encoders.", "IBM", "ORG"),
        ("Shares of QRV rose. In May QRV signals a cut.", "QRV", "ORG"),
    ],
)
def test_things_and_terms_that_look_like_companies(read: Reader, sentence: str, name: str, label: str | None) -> None:
    assert labels(read, sentence).get(name) == label


def test_a_company_that_writes_its_name_small_is_found(read: Reader) -> None:
    entities = read(
        ("title", "quorlix introduces an updated lamp platform"),
        "PRINCETON, NJ, March 11, 2024 /24-7PressRelease/ -- quorlix, inc., a maker of lamps, announced lumenware today.",
        "We like quorlix's lumenware. The lumenware is good, says Ada Terlane, quorlix CEO, of lumenware.",
    )
    small = [e for e in entities if e.text.startswith("quorlix")]
    assert [(e.text, e.label) for e in small] == [
        (w, "ORG") for w in ("quorlix", "quorlix, inc.", "quorlix", "quorlix")
    ]
    assert {e.name for e in small} == {"quorlix, inc."}
    assert not any(e.text == "lumenware" for e in entities)


def test_a_wire_service_in_a_dateline_is_an_organisation(read: Reader) -> None:
    found = labels(read, "SEATTLE--(BUSINESS WIRE)--Tolmaro Inc. said it sold lamps.")
    assert found["BUSINESS WIRE"] == "ORG"


MODELS = (
    ("title", "New $90,000 Quorla Roadhen speeds in front of a lorry"),
    "HAGEN, May 4 - Quorla Inc showed a red Roadhen that left the trailer of a lorry.",
    "The Quorla Vantro opened its trailer. Quorla gave no price for the Vantro, but the Roadhen comes later.",
    "Quorla Energy said it sells lamps. The Quorla India unit grew. Shares of Quorla rose.",
)


def test_a_company_s_models_are_products_and_its_units_companies(read: Reader) -> None:
    entities = read(*MODELS)
    assert {(e.text, e.label) for e in entities if "Roadhen" in e.text or "Vantro" in e.text} == {
        (text, "PRODUCT") for text in ("Quorla Roadhen", "Roadhen", "Quorla Vantro", "Vantro")
    }
    assert {e.name for e in entities if e.label == "PRODUCT"} == {"Quorla Roadhen", "Quorla Vantro"}
    assert {e.label for e in entities if e.text in ("Quorla", "Quorla Inc", "Quorla Energy", "Quorla India")} == {"ORG"}


def test_a_sentence_on_a_company_of_two_words_makes_no_model_of_it(read: Reader) -> None:
    found = labels(read, "Shares of Quorla rose. Quorla Brantley supports it, the Quorla Brantley analyst said.")
    assert found["Quorla Brantley"] != "PRODUCT"


def test_the_family_of_a_versioned_name_is_a_product_too(read: Reader) -> None:
    found = labels(read, "The LampTab2 starts at $159. The LampPhone is old, and owners of the LampPhone like it.")
    assert found["LampPhone"] == "PRODUCT"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Every QRV on the list runs well. The QRV market grows, and new QRVs appear each week.", "QRV"),
        ("The kit is made for a wide range of QrVs, every six months.", "QrVs"),
        ("The box has a memory of 128 TB per shelf.", "TB"),
        ("It offers 4K displays via HDMI, DisplayPort, and eDP.", "DisplayPort"),
    ],
)
def test_technical_nouns_are_no_names(read: Reader, text: str, word: str) -> None:
    assert not any(word in name for name in labels(read, text))


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Quorley Labs today unveiled Tolmaris, the first AI server built from scratch.", "Tolmaris", "PRODUCT"),
        ("Quorley’s AI server, Tolmaris, connects more memory.", "Tolmaris", "PRODUCT"),
        ("It serves distributions such as Ubuntu, TeLo, Quorlix and Vantrix.", "Quorlix", "PRODUCT"),
        ("It serves distributions such as Ubuntu, TeLo, Quorlix and Vantrix.", "TeLo", "PRODUCT"),
        ("The rollout of Linux-Based Devices starts in May, with Linux-ready boards.", "Linux", "PRODUCT"),
        ("It sells to the Solingen-based software maker Quorley.", "Solingen", "GPE"),
        ("The press wrote that Quorley-which has a deal with Vantrell-missed targets.", "Quorley", "ORG"),
    ],
)
def test_things_and_their_makers(read: Reader, text: str, name: str, label: str) -> None:
    assert labels(read, text).get(name) == label


def test_a_stock_code_is_no_name_and_makes_a_company_of_the_name_before_it(read: Reader) -> None:
    found = labels(
        read,
        "Quorl (QRL): Shares of the maker fell 4%. Vantre (UK:VTRE): The bank's profit doubled.",
        "Tolma (T), Solvane (SVN) and Orvel Hills (HILL): The companies report today.",
        "Shares of Brennick Inc. BRK, -0.25% fell late on Thursday.",
    )
    assert {name for name, label in found.items() if label == "ORG"} == {
        "Quorl", "Vantre", "Tolma", "Solvane", "Orvel Hills", "Brennick Inc.",
    }  # fmt: skip
    assert not {"QRL", "UK", "VTRE", "SVN", "HILL", "BRK"} & found.keys()


def test_an_abbreviation_that_the_text_goes_on_with_is_no_stock_code(read: Reader) -> None:
    found = labels(read, "Quorlwagen (QW) sold more cars. QW said it would hire.")
    assert found["QW"] == "ORG"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Quorley launched the Tolm 9 and 9 XL phones. The 9 XL costs $900.",
            {"9 XL": "Tolm 9 XL"},
        ),
        ("Quorley sells the Tolm 9, 9T and 9 Pro phones.", {"9T": "Tolm 9T", "9 Pro": "Tolm 9 Pro"}),
        ("Quorley sells the Strando S9, S9+ and Strando Note 8 phones.", {"S9+": "Strando S9+"}),
        ("Quorley sells the Tolm 9 and 12 other phones.", {"12": None}),
    ],
)
def test_a_model_s_name_is_given_in_part(read: Reader, text: str, names: dict[str, str | None]) -> None:
    found = {e.text: e.name for e in read(text)}
    assert {part: found.get(part) for part in names} == names


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Mid-range models cost $90, and Built-in sensors watch the heart.", "Mid-range", None),
        ("It is based on the 8th Gen Tolmar Core processor.", "Tolmar Core", "PRODUCT"),
        ("The Tolmar Strando 13 2-in-1 costs $900.", "Tolmar Strando 13 2-in-1", "PRODUCT"),
        ("The phone has the Strando 630 GPU inside.", "Strando 630", "PRODUCT"),
        ("QUORLTOWN & EAST TOLMAR, Israel--(WIRE)--Quorley Labs today opened a shop.", "QUORLTOWN", "GPE"),
        ("Quarry Oil and Natural Gas Corp ended down 1.5 percent.", "Quarry Oil and Natural Gas Corp", "ORG"),
        ("She is Senior Director of Cloud Marketing at Quorley.", "Cloud Marketing", None),
    ],
)
def test_where_names_begin_and_end(read: Reader, text: str, name: str, label: str | None) -> None:
    assert labels(read, text).get(name) == label


@pytest.mark.parametrize(
    ("sentence", "name", "label"),
    [
        ("Its customers include Qualcomm and a lamp maker.", "Qualcomm", "ORG"),
        ("Lofty goals, for what it's worth: Best Buy has the old lamp for $99.", "Best Buy", "ORG"),
        ("Zorvik Q®, a leading provider of offices, has moved.", "Zorvik Q", "ORG"),
        ("They saw the success of the Plimmo® brand.", "Plimmo", "PRODUCT"),
        ("The board asked Quorley Group QLY.AX to sell a unit.", "Quorley Group", "ORG"),
        ("The board asked Quorley Group QLY.AX to sell a unit.", "Quorley Group QLY.AX", None),
        ("UPDATE 2-Canada's Quorley Rail beats estimates", "Canada", "GPE"),
        ("Lamp sales drive US March retail figures off a cliff", "US", "GPE"),
        ("Phoenix and Boise, which are growing, saw sales fall.", "Phoenix", "GPE"),
        ("The plant is in Kansas City, Kan., and in Macon, Ga., they said.", "Kansas City", "GPE"),
        ("The plant is in Kansas City, Kan., and in Macon, Ga., they said.", "Ga.", "GPE"),
        ("BERGEN & OSLO--(BUSINESS WIRE)--Skelvik A/S said today that sales rose.", "OSLO", "GPE"),
        ("The mine is in the Republic of Niger.", "Republic of Niger", "GPE"),
        ("It cost 81,000 won (61.31 U.S. dollars) a day.", "U.S.", None),
        ("Profit was 1.46 billion Danish crowns, or 38 Canadian cents a share.", "Danish", None),
        ("Sales peaked on New Year’s Eve and on Thanksgiving.", "Eve", None),
        ("Ada Terlane, VP of Product Management at Tolmaro, agreed.", "Product Management", None),
        ("Ada Terlane, chairman of Quorley Foods, agreed.", "Quorley Foods", "ORG"),
    ],
)
def test_general_knowledge_and_form_tell_names(read: Reader, sentence: str, name: str, label: str | None) -> None:
    assert labels(read, sentence).get(name) == label


def test_a_number_word_that_opens_a_sentence_stands_outside_of_the_name() -> None:
    text = "Two Tolmaro Orrin X5 drives fit, and it has two bays."
    assert [line(text).text(*run) for run in runs(line(text), lower_words([line(text)]))] == ["Tolmaro Orrin X5"]


def test_the_republic_and_its_short_name_are_one_place(read: Reader) -> None:
    entities = read("The mine is in the Republic of Niger. It pays taxes in Niger.")
    assert {e.name for e in entities} == {"Republic of Niger"}


def test_a_name_in_a_line_of_credits_is_a_person(read: Reader) -> None:
    entities = read(("byline", "(Reporting by Ada Terlane; Editing by Sue Vost)"))
    assert [e.text for e in entities if e.label == "PERSON"] == ["Ada Terlane", "Sue Vost"]


@pytest.mark.parametrize(
    ("sentence", "name", "label"),
    [
        ("The sand from the Quaddo mine is sold. The Quaddo site employs 40 people.", "Quaddo", "FAC"),
        ("Ada Terlane won an award by Tolbrixa on Monday.", "Tolbrixa", "ORG"),
        ("It was built in the post-World War II boom.", "World War II", "EVENT"),
        ("Power comes from a utility that the Chad Government owns.", "Chad", "GPE"),
        ("It sells lamps in EMEA and APAC.", "EMEA", "LOC"),
        ("She told the Lamp Weekly that sales rose.", "Lamp Weekly", "ORG"),
        ("They added photos to Snapchat and to Google TV.", "Google TV", "PRODUCT"),
    ],
)
def test_heads_and_neighbours_tell_what_a_name_is(read: Reader, sentence: str, name: str, label: str | None) -> None:
    assert labels(read, sentence).get(name) == label


def test_a_title_has_the_full_name_that_the_text_gives_with_its_legal_form(read: Reader) -> None:
    entities = read(
        ("title", "Tolmaro Lamp Shops Reports Third Quarter Results"),
        "Tolmaro Lamp Shops, Inc. today announced its results.",
    )
    assert [e.text for e in entities if e.label == "ORG"] == ["Tolmaro Lamp Shops", "Tolmaro Lamp Shops, Inc."]


def test_a_place_known_by_its_letters_keeps_its_capitals(read: Reader) -> None:
    assert {e.name for e in read("It sells lamps in EMEA.")} == {"EMEA"}


def test_what_a_name_says_of_itself_counts_once_however_it_is_set() -> None:
    lines = [line("ZORVIK Q OPENS A SHOP."), line("The shop of Zorvik Q is open.")]
    evidence = Evidence("zorvik q")
    for at, first in ((0, 0), (1, 3)):
        evidence.take(Candidate(lines[at], first, first + 2, None), frozenset())
    assert evidence.votes["PRODUCT"] == MILD


@pytest.mark.parametrize(
    ("title", "text", "names"),
    [
        (
            "THE QUORLEY LAMP GRILL SURPASSES 50 SHOPS AND SEES DOUBLE-DIGIT INCREASE",
            "Quorley Lamp Grill, Inc. sells lamps.",
            ["QUORLEY LAMP GRILL", "Quorley Lamp Grill, Inc."],
        ),
        ("TRADING STATEMENT AND REPORT FOR THE YEAR TO 30 JUNE 2025", "Sales rose.", []),
        ("QUORLEY.COM ANNOUNCES FIRST QUARTER RESULTS", "Quorley.com, Inc. sells lamps.", ["QUORLEY.COM", "Quorley.com, Inc."]),
    ],
)  # fmt: skip
def test_a_title_in_capitals_hides_plain_words_and_no_names(
    read: Reader, title: str, text: str, names: list[str]
) -> None:
    assert [e.text for e in read(("title", title), text)] == names


@pytest.mark.parametrize(
    ("sentence", "name", "label"),
    [
        ("There is a plant near Swindon and one in Oulu.", "Oulu", "GPE"),
        ("Its lamps are made in Yorkshire and County Mayo.", "County Mayo", "GPE"),
        ("Its lamps are made in Yorkshire and County Mayo.", "Yorkshire", "GPE"),
        ("Market researcher Brivolta says that lamps sold well.", "Brivolta", "ORG"),
        ("Devices were connected to VorkLink, the Group's lamp platform.", "VorkLink", "PRODUCT"),
        ("The firm wrote that on LinkedIn.", "LinkedIn", "PRODUCT"),
    ],
)
def test_gazetteers_and_trades_tell_places_services_and_firms(
    read: Reader, sentence: str, name: str, label: str | None
) -> None:
    assert labels(read, sentence).get(name) == label


def test_a_term_that_begins_a_compound_is_no_part_of_a_name(read: Reader) -> None:
    entities = read("Tolmaro sells lamps. It sells a cable for use with Tolmaro Internet-connected lamps.")
    assert [e.name for e in entities if e.form == "name"] == ["Tolmaro", "Tolmaro"]
