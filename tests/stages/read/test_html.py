import datetime as dt

from pipeline.stages.read.html import is_html, render

PAGE = """<!doctype html><html lang="en"><head><title>Orbin opens yard | Harbour Daily</title>
<meta property="og:site_name" content="Harbour Daily"><meta name="author" content="https://x.example/ada">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Orbin opens yard",
"datePublished":"2021-03-04T10:00:00Z","author":[{"@type":"Person","name":"Ada Nwosu"}]}]}</script>
<style>p { color: red }</style></head><body>
<nav><ul><li><a href="/">Home</a><li><a href="/b">Business</a></ul></nav>
<article><h1>Orbin opens
  yard</h1><p>Orbin opened a <b>yard</b> in&nbsp;Lyon.</p><p hidden>Not shown.</p>
<figure><figcaption>The yard.</figcaption></figure><h2>Next</h2><ul><li>More jobs</li></ul>
<p><a href="x">Tessel sells its fleet of buses.</a></p>
<table><tr><th>Year<th>Sales<tr><td>2020<td>4.5</table></article>
<div class="related-stories"><p>Vanto buys Pryde for $4.</p></div>
<script>var a = "<p>no</p>";</script></body></html>"""


def test_every_visible_text_is_a_line_and_nothing_else() -> None:
    text, _, _ = render(PAGE)
    assert text.splitlines() == [
        "Home",
        "Business",
        "Orbin opens yard",
        "Orbin opened a yard in\u00a0Lyon.",
        "The yard.",
        "Next",
        "More jobs",
        "Tessel sells its fleet of buses.",
        "Year\tSales",
        "2020\t4.5",
        "Vanto buys Pryde for $4.",
    ]


def test_mark_up_hints_at_what_lines_are() -> None:
    _, hints, _ = render(PAGE.replace("Orbin opened", "Orbin, which builds ferries and tugs, opened"))
    assert hints == [
        "nav", "nav", "title", "paragraph", "caption", "heading", "list_item", "link",
        "heading", "list_item", "nav",
    ]  # fmt: skip


def test_names_of_elements_do_not_swallow_a_whole_page() -> None:
    _, hints, _ = render('<div class="widget"><p>Orbin opened a yard in the old port of Lyon.</p></div>')
    assert hints == ["paragraph"]


def test_the_head_gives_title_day_author_and_publisher() -> None:
    _, _, page = render(PAGE)
    assert page.title == "Orbin opens yard"
    assert page.published == dt.date(2021, 3, 4)
    assert (page.author, page.publisher, page.language) == ("Ada Nwosu", "Harbour Daily", "en")


def test_broken_linked_data_is_passed_over() -> None:
    for data in ("{", "[" * 100_000, '{"@type": ["NewsArticle"], "headline": 5}'):
        _, _, page = render(f'<title>Orbin</title><script type="application/ld+json">{data}</script><p>x')
        assert page.title == "Orbin"


def test_lone_surrogates_become_replacement_characters() -> None:
    text, _, _ = render("<p>Orbin&#xD800; and&#56320; Tessel&#xdfff</p>")
    assert text == "Orbin\ufffd and\ufffd Tessel\ufffd\n"


def test_nothing_is_lost_in_nested_unclosed_and_broken_mark_up() -> None:
    cases = {
        "<div>" * 100_000 + "<p>Orbin grew.</p>": "Orbin grew.\n",
        "<div><b><p>Orbin grew." * 20_000: "Orbin grew.\n" * 20_000,
        "<!--" * 20_000: "",
        '<a href="' * 20_000: "",
        "": "",
        "<p>a < b & c</p></p></div>": "a < b & c\n",
    }
    for html, expected in cases.items():
        text, hints, _ = render(html)
        assert text == expected
        assert len(hints) == text.count("\n")


def test_html_is_known_by_name_or_beginning() -> None:
    assert is_html("x", ".HTM")
    assert is_html("\n<!DOCTYPE html><p>x", ".txt")
    assert is_html('<?xml version="1.0"?><html>', ".txt")
    assert not is_html("Orbin <html> grew", ".txt")
