import pytest

from pipeline.stages.read.captions import is_caption
from pipeline.stages.read.furniture import furniture_role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Leave a Reply", "end"),
        ("14 Comments", "break"),
        ("gearhead42 says:", "end"),
        ("Related stories", "break"),
        ("You Might Also Like: Tessel doubles sales of buses", "inside"),
        ("Read more: Tessel cuts jobs", "inside"),
        ("Also Read | Tessel cuts jobs", "inside"),
        ("Home » Cars » Orbin opens plant", "inside"),
        ("Advertisement", "inside"),
        ("This website uses cookies to make your visit better.", "inside"),
        ("Want more? You can sign up for our weekly letter here.", "inside"),
        ("© 2021 Orbin Daily. All rights reserved.", "inside"),
        ("Links to product images: Orbin One", "release"),
        ("More product images available from: Orbin One, Orbin Two", "release"),
        ("FOR IMMEDIATE RELEASE", "release"),
        ("###", "release"),
        ("-- ENDS --", "release"),
        ("press@orbin.example", "release"),
        ("+44 20 7946 0011", "release"),
        ("Media Contact:", "contact"),
        ("Links to more pictures: Orbin One, Orbin Two", "release"),
        ("High-resolution photos for download: orbin.example/press", "release"),
        ("Share   Save   Comment   A+ A-", "inside"),
        ("Menu   Search   EN / FR / PT", "inside"),
        ("Facebook  Tweet  Email  Link copied!", "inside"),
        ("Text size  A  A+   Print", "inside"),
        ("Print     PDF     Download all pictures (zip, 9 MB)", "inside"),
        ("Accept  |  Settings", "inside"),
        ("We set cookies on our pages so that they work. Accept Read More", "inside"),
        ("(ATTN: ADDS comment in 4th para)", "inside"),
    ],
)
def test_what_pages_print_round_articles(text: str, role: str) -> None:
    assert furniture_role(text) == role


@pytest.mark.parametrize(
    "text",
    [
        "Home-improvement retailer Orbin grew.",
        "Terms of the deal were not disclosed.",
        "Related costs fell by a third.",
        "Subscribers rose to 5 million.",
        "Market data firm Orbin said it had grown.",
        "Video-game maker Tessel fell 5%.",
        "Buy now, pay later firm Orbin raised $5 million.",
        "About Orbin Corporation",
        "Revenue 812 766",
        "Orbin sells cookies, crackers and crisps.",
        "Search traffic doubled at Orbin.",
        "Financial highlights",
        "Revenue  812  766  +6%",
        "Region  Vans  Lorries  Buses",
        "Orbin One / Orbin Two: 380 km",
        "More images per second: what the sensor of the Orbin One can do",
        "Orbin will no longer use tracking cookies, its founder said.",
    ],
)
def test_what_reads_like_it_and_is_content(text: str) -> None:
    assert furniture_role(text) == ""


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Ada Holm, founder of Orbin Corp. Photo: Wire House", True),
        ("FILE PHOTO: A boat leaves Lyon, June 2, 2019. REUTERS/Kai Poe", True),
        ("A worker at a plant in Ohio. © House", True),
        ("Image courtesy of Orbin", True),
        ("A ferry leaves Lyon. Ada Holm/Harbour Pictures", True),
        ("Luis Holm/Harbour Pictures", True),
        ("A ferry leaves Lyon. (File photo: Ada Holm)", True),
        ("© 2021", False),
        ("View PDF/Print Mode", False),
        ("Orbin sells vans with petrol/Diesel engines.", False),
        ("Orbin said so in an interview with a newspaper.", False),
        ("Photography is a hobby of hers, the founder said.", False),
    ],
)
def test_captions_are_known_by_their_credit(text: str, is_one: bool) -> None:
    assert is_caption(text) is is_one
