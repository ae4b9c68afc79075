"""The report as its readers use it: in a real, headless Chromium, from disk."""

import csv
import io
import re

import pytest

from tests.report.conftest import many_claims, small_run
from tests.report.test_page import HOSTILE, hostile_run

pytestmark = pytest.mark.browser

CLAIM = "#/article?id=d1&claim=d1.c1"
DARK, NARROW = {"color_scheme": "dark"}, {"viewport": {"width": 320, "height": 256}}
VIEWS = ["", "#/articles", "#/companies", "#/company?name=Orvelle+SA", "#/claims", "#/article?id=d1", CLAIM]


def rows(page):
    return [text.strip() for text in page.locator(".claim-table tbody .of-text a").all_inner_texts()]


def lit(page):
    """Return the words that are lit as fields, by field."""
    found = page.locator(".reading .lit").all_inner_texts()
    return {tuple(reversed(re.split(r"\s+", text.strip(), maxsplit=1))) for text in found}


def downloaded(page, button="#csv"):
    with page.expect_download() as waiting:
        page.click(button)
    assert waiting.value.suggested_filename == "claims.csv"
    return waiting.value.path().read_bytes()


def shown_in_turn(page):
    """Show one view after the other; yield the address of each."""
    for view in VIEWS:
        page.goto(page.url.partition("#")[0] + (view or "#/overview"))
        if view:
            page.wait_for_selector("main[class^='view-']", state="attached")
        yield view


def field_of(page, label):
    return page.locator(".filters label", has_text=re.compile(rf"^{label}")).locator("input, select")


# --- an article and its claims


def test_a_claim_that_is_clicked_lights_its_fields_and_tells_its_evidence(browse):
    page = browse(small_run(), "#/article?id=d1")
    assert lit(page) == set()
    page.get_by_role("button", name="Claim 2: revenue, Orvelle SA, EUR 53.7M").click()
    assert lit(page) == {("Orvelle", "SUBJECT"), ("Revenue", "METRIC"), ("€53.7 million", "VALUE"), ("5.5%", "CHANGE"), ("2020", "PERIOD"), ("Mara Quint", "SPEAKER")}  # fmt: skip
    panel = page.get_by_role("complementary", name="Chosen claim").inner_text()
    for words in (
        "Orvelle SA",
        "EUR 53.7M (EUR 53,700,000)",
        "5.5% yoy",
        "2020",
        "Mara Quint",
        "0.90",
        "metric.subject",
        "Revenue",
        "stance.past",
    ):
        assert words in panel
    assert page.url.endswith(CLAIM)


def test_words_of_several_claims_choose_one_after_the_other(browse):
    tables = small_run()
    tables["claims"].append({**tables["claims"][1], "claim_id": "d1.c3", "metric": "growth"})
    page = browse(tables, "#/article?id=d1")
    words = page.locator(".reading .claims", has_text="rose").first
    words.click()
    first = page.url
    page.locator(".reading .claims", has_text="rose").first.click()
    assert {first.rpartition("=")[2], page.url.rpartition("=")[2]} == {"d1.c1", "d1.c3"}


def test_text_after_a_character_of_two_units_is_cut_right(browse):
    page = browse(small_run(), "#/article?id=d1&claim=d1.c2")
    assert ("ten", "VALUE") in lit(page)
    assert page.locator("blockquote").inner_text() == "We 🚀 plan ten shops"


def test_the_text_of_the_article_is_whole_in_every_layer(browse):
    page = browse(small_run(), CLAIM)
    shown = page.evaluate("""() => {
        const copy = document.querySelector('.reading').cloneNode(true);
        copy.querySelectorAll('.chip, .tag, .panel').forEach((node) => node.remove());
        return [...copy.querySelectorAll('.sentence')].map((node) => node.textContent);
    }""")
    assert shown == [row["text"] for row in small_run()["sentences"]]


@pytest.mark.parametrize(("layer", "style", "shown", "hidden"), [
    ("entities", "boxShadow", "inset", "none"),
    ("quantities", "backgroundColor", "rgb(251, 231, 178)", "rgb(228, 238, 250)"),
    ("times", "textDecorationLine", "underline", "none"),
    ("claims", "backgroundColor", "rgb(228, 238, 250)", "rgba(0, 0, 0, 0)"),
])  # fmt: skip
def test_a_layer_can_be_switched_off_and_stays_off(browse, layer, style, shown, hidden):
    page = browse(small_run(), "#/article?id=d1")
    mark = f"getComputedStyle(document.querySelector('.reading .{layer}{'' if layer == 'quantities' else ':not(.quantities)'}')).{style}"
    assert shown in page.evaluate(mark)
    page.get_by_label(layer).uncheck()
    assert page.evaluate(mark) == hidden
    page.goto(page.url.partition("#")[0] + "#/article?id=d1&claim=d1.c0")
    assert not page.get_by_label(layer).is_checked()
    assert page.locator(".chip").first.is_visible() == (layer != "claims")


def test_furniture_is_folded_away(browse):
    tables = small_run()
    tables["sentences"][0]["block"] = "furniture"
    page = browse(tables, "#/article?id=d1")
    assert not page.get_by_text("lifts sales", exact=False).nth(1).is_visible()


# --- the claims table


def test_filters_narrow_the_table_and_stand_in_the_address(browse):
    page = browse(small_run(), "#/claims")
    assert len(rows(page)) == 3
    field_of(page, "Stance").select_option("planned")
    assert rows(page) == ["We 🚀 plan ten shops"]
    assert "stance=planned" in page.url
    page.reload()
    assert rows(page) == ["We 🚀 plan ten shops"]
    page.get_by_role("button", name="Reset filters").click()
    assert len(rows(page)) == 3


FILTERED = [
    ("Search", "revenue MILLION", [1]),
    ("Search", "mara", [1]),
    ("Search", '"rose million"', []),
    ("Search", '"million in" rose', [1]),
    ("Company", "Orvelle SA", [0, 1, 2]),
    ("Type", "facility", [2]),
    ("Stance", "asserted", [0, 1]),
    ("Metric", "stores", [2]),
    ("Metric", "—none—", [0]),
    ("Period from", "2020-06-01", [1]),
    ("Period from", "2021-01-01", []),
    ("Period to", "2020-01-01", [1]),
    ("Confidence at least", "0.55", [0, 1]),
]


def test_each_filter_keeps_what_it_says(browse):
    page = browse(small_run(), "#/claims")
    for label, value, kept in FILTERED:
        field = field_of(page, label)
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
        assert rows(page) == [small_run()["claims"][index]["text"] for index in kept], (label, value)
        assert page.locator("#count").inner_text().startswith(f"{len(kept)} claim")
        page.get_by_role("button", name="Reset filters").click()


def test_headings_sort_up_down_and_back_with_gaps_last(browse):
    page = browse(small_run(), "#/claims")
    texts = [row["text"] for row in small_run()["claims"]]
    heading = page.get_by_role("columnheader", name="Value")
    orders = []
    for _ in range(3):
        page.locator("#sort-value").click()
        orders.append((heading.get_attribute("aria-sort"), [texts.index(text) for text in rows(page)]))
    assert orders == [("ascending", [2, 1, 0]), ("descending", [1, 2, 0]), ("none", [0, 1, 2])]


def test_the_download_holds_what_is_shown_and_no_formula(browse):
    tables = small_run()
    tables["claims"][0]["subject"] = {"text": "sales", "name": '=HYPERLINK("http://x","a")'}
    tables["claims"][1]["speaker"] = "@SUM(1;2)"
    tables["claims"][2].update(scope="-1+1", value=-5)
    tables["documents"][0]["title"] = '+Orvelle,\n"lifts"'
    page = browse(tables, "#/claims?confidence=0.3&sort=confidence")
    content = downloaded(page)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == 4
    found = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [row["claim_id"] for row in found] == ["d1.c2", "d1.c0", "d1.c1"]
    assert found[1]["subject"] == '\'=HYPERLINK("http://x","a")'
    assert found[2]["speaker"] == "'@SUM(1;2)"
    assert (found[0]["scope"], found[0]["value"]) == ("'-1+1", "-5")
    assert found[0]["title"] == '\'+Orvelle,\n"lifts"'
    assert (found[2]["value"], found[2]["change_value"], found[2]["period_first_day"]) == (
        "53700000",
        "5.5",
        "2020-01-01",
    )
    field_of(page, "Type").select_option("facility")
    assert downloaded(page).count(b"\r\n") == 2


def test_a_statement_leads_to_its_place_in_the_article(browse):
    page = browse(small_run(), "#/claims")
    page.get_by_role("link", name="Revenue rose").click()
    assert page.locator("#chosen").inner_text() == "Claim 2 of 3"
    page.go_back()
    assert len(rows(page)) == 3


# --- overview, companies, charts


def test_bars_lead_to_their_claims(browse):
    page = browse(small_run())
    page.get_by_role("link", name="facility: 1 claim (1 planned)").click()
    assert rows(page) == ["We 🚀 plan ten shops"]


def test_a_metric_is_drawn_by_period_with_its_figures_as_a_table(browse):
    page = browse(many_claims(2, 12), "#/company?name=Company+1")
    marks = page.locator("svg a.mark")
    assert marks.count() == 12
    lengths = marks.locator("line").evaluate_all(
        "lines => lines.map((line) => line.x2.baseVal.value - line.x1.baseVal.value)"
    )
    assert max(lengths) - min(lengths) < 1  # years are of one length, give or take a day
    heights = marks.locator("circle").evaluate_all("dots => dots.map((dot) => dot.cy.baseVal.value)")
    assert heights == sorted(heights, reverse=True)
    page.locator(".metric summary").click()
    assert page.locator(".metric tbody tr").count() == 12


def test_the_histogram_counts_every_claim_in_its_step(browse):
    tables = small_run()
    for claim, confidence in zip(tables["claims"], (0.35, 1.0, 0.15), strict=True):
        claim["confidence"] = confidence
    page = browse(tables)
    page.locator(".card", has=page.get_by_role("heading", name="Confidence")).locator("summary").click()
    table = (
        page.locator(".card", has=page.get_by_role("heading", name="Confidence")).locator("tbody tr").all_inner_texts()
    )
    assert [row.split("\t")[0] for row in table] == ["0.15 to 0.20", "0.35 to 0.40", "0.95 to 1.00"]


def test_an_empty_run_says_so_and_why(browse):
    page = browse({}, quarantine=[{"source": "bad.txt", "stage": "read", "error": "no text"}])
    assert "This run holds no articles: all its sources were quarantined." in page.locator("main").inner_text()
    assert "bad.txt (read): no text" in page.locator("main").inner_text()
    for view in ("articles", "companies", "claims"):
        page.get_by_role("link", name=view.capitalize(), exact=True).click()
        assert page.locator("h1").inner_text() == view.capitalize()


NOWHERE = (
    "#/article?id=d9", "#/company?name=Nobody", "#/nonsense", "#/claims?sort=constructor&type=none", "#/article?id=d1&claim=x", "#%",
)  # fmt: skip


def test_an_address_of_nothing_breaks_nothing(browse):
    page = browse(small_run())
    for view in NOWHERE:
        page.goto(page.url.partition("#")[0] + view)
        page.reload()
        assert page.locator("h1").count() == 1, view


# --- everyone


def test_injected_markup_stays_text(browse):
    page = browse(hostile_run(), quarantine=[{"source": HOSTILE, "stage": HOSTILE, "error": HOSTILE}])
    for view in shown_in_turn(page):
        assert page.locator("main img, main script").count() == 0
        assert page.locator("script").count() == 2
        if "company" not in view:
            assert "<script>alert(1)</script>" in page.locator("main").inner_text()
    page.goto(page.url.partition("#")[0] + "#/companies")
    page.get_by_role("link", name="alert(1)").click()
    assert "<script>alert(1)</script>" in page.locator("h1").inner_text()


def test_everything_can_be_done_by_keyboard(browse):
    page = browse(small_run())
    focused = "document.activeElement === document.body ? '' : document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"

    def tab_to(words, key="Tab"):
        for _ in range(60):
            page.keyboard.press(key)
            if words in page.evaluate(focused):
                assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
                return
        pytest.fail(f"no way to {words} by {key}")

    tab_to("Skip to content")
    tab_to("Articles")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Articles").wait_for()
    tab_to("Orvelle lifts sales")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Orvelle lifts sales", level=1).wait_for()
    tab_to("Claim 2: revenue")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "chosen"
    tab_to("Next")
    page.keyboard.press("Enter")
    assert page.locator("#chosen").inner_text() == "Claim 3 of 3"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "chip-3"
    assert lit(page) == set()
    tab_to("Its claims as a table", "Shift+Tab")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Claims").wait_for()
    tab_to("Value")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "sort-value"
    assert rows(page)[0] == "We 🚀 plan ten shops"


def test_at_400_percent_nothing_scrolls_sideways(browse):
    tables = small_run()
    tables["claims"][1]["metric"] = "a_" * 40 + "b" * 80
    page = browse(tables, **NARROW)
    for view in shown_in_turn(page):
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, view


def test_on_a_narrow_page_the_claim_is_told_below_its_paragraph(browse):
    page = browse(small_run(), CLAIM, **NARROW)
    assert page.evaluate("document.querySelector('.panel').previousElementSibling.textContent").endswith("she said.")
    page.set_viewport_size({"width": 1300, "height": 900})
    page.wait_for_selector(
        "[class='reader'] > .panel", state="attached"
    )  # a function would be evaluated: no CSP allows it


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_names_roles_and_contrast_are_those_that_wcag_asks_for(browse, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe: pip install -e '.[browser]'")
    page = browse(small_run(), color_scheme=scheme)
    for view in shown_in_turn(page):
        found = axe.Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]})
        assert [
            (issue["id"], node["html"][:120], node["failureSummary"])
            for issue in found.response["violations"]
            for node in issue["nodes"]
        ] == [], view


def test_print_hides_the_controls_and_keeps_the_text(browse):
    page = browse(small_run(), CLAIM, **DARK)
    page.emulate_media(media="print")
    assert not page.locator("nav").first.is_visible()
    assert not page.get_by_role("button", name="Close").is_visible()
    assert page.locator(".reading .lit").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_five_thousand_claims_are_shown_in_under_a_second(browse):
    page = browse(many_claims(100, 50))
    shown = []
    for _ in range(3):  # the best of three: the machine may be busy with something else
        shown.append(page.evaluate("performance.getEntriesByName('shown')[0].startTime"))
        page.reload()
    assert min(shown) < 1000
    page.get_by_role("link", name="Claims", exact=True).click()
    assert len(rows(page)) == 50
    assert page.locator(".pager span").inner_text() == "1–50 of 5,000"
    spent = page.evaluate("""() => {
        const field = document.getElementById('search'), begun = performance.now();
        field.value = '"company 7 reached 33 million"';
        field.dispatchEvent(new Event('input'));
        document.getElementById('count').getBoundingClientRect();
        return performance.now() - begun;
    }""")
    assert spent < 1000
    assert page.locator("#count").inner_text().startswith("3 claims")
    page.get_by_role("button", name="Reset filters").click()
    page.get_by_role("button", name="Last", exact=True).click()
    assert page.locator(".pager span").inner_text() == "4,951–5,000 of 5,000"
    assert downloaded(page).count(b"\r\n") == 5001
