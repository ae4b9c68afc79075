import base64
import hashlib
import html
import json
import re
from html.parser import HTMLParser

import pytest

from pipeline.cli import main
from pipeline.flat import COLUMNS
from pipeline.records import TABLES
from tests.report.conftest import small_run, write_run

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>&amp;\u2028\u2029'\"`${x}<!--"


@pytest.fixture
def report(tmp_path):
    def make(tables, **more):
        folder = write_run(tmp_path / "out", tables, **more)
        assert main(["report", "--output", str(folder)]) == 0
        return (folder / "report.html").read_text(encoding="utf-8")

    return make


class Elements(HTMLParser):
    """The elements of a page and the texts of its scripts and styles, as a browser cuts them."""

    def __init__(self, page):
        super().__init__(convert_charrefs=False)
        self.tags, self.texts, self.attributes, self.inside = [], [], {}, None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes.setdefault(tag, []).append(dict(attrs))
        if tag in ("script", "style"):
            self.inside = [tag, dict(attrs).get("type"), ""]
            self.texts.append(self.inside)

    def handle_data(self, data):
        if self.inside:
            self.inside[2] += data

    def handle_endtag(self, tag):
        self.inside = None


def data_of(page):
    return json.loads(next(text for _, kind, text in Elements(page).texts if kind == "application/json"))


def hostile_run():
    """The small run with every free text replaced: names, titles, sources, units, rules."""

    def poison(value, key=""):
        fixed = ("doc_id", "sentence_id", "quantity_id", "claim_id", "time_id", "entity_id", "label", "form", "kind", "type", "stance", "block",
                 "published", "first_day", "last_day", "bound", "direction", "basis", "change", "field", "language")  # fmt: skip
        if isinstance(value, dict):
            return {name: poison(item, name) for name, item in value.items()}
        if isinstance(value, list):
            return [poison(item, key) for item in value]
        return HOSTILE if isinstance(value, str) and key not in fixed else value

    return poison(small_run())


def test_no_text_of_a_run_becomes_markup(report):
    plain, hostile = (
        Elements(report(small_run())),
        report(hostile_run(), quarantine=[{"source": HOSTILE, "stage": HOSTILE, "error": HOSTILE}]),
    )
    assert Elements(hostile).tags == plain.tags
    assert "<img" not in hostile
    assert "\u2028" not in hostile
    assert data_of(hostile)["articles"][0]["claims"][0]["text"] == HOSTILE  # and none of it is lost
    assert data_of(hostile)["quarantine"][0]["error"] == HOSTILE


def test_the_policy_allows_this_script_and_this_style_only(report):
    elements = Elements(report(small_run()))
    policy = html.unescape(
        next(
            tag["content"] for tag in elements.attributes["meta"] if tag.get("http-equiv") == "Content-Security-Policy"
        )
    )
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag, kind, text in elements.texts:
        if kind is None:
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            assert re.search(rf"{tag}-src 'sha256-{re.escape(digest)}'(;|$)", policy)


def test_the_page_refers_to_nothing_outside_itself(report):
    page = report(small_run())
    elements = Elements(page)
    assert not {"link", "img", "iframe", "object", "base"} & set(elements.tags)
    assert not [tag for tags in elements.attributes.values() for tag in tags if "src" in tag]
    assert set(re.findall(r"https?://[^\"' )]+", page)) == {"http://www.w3.org/2000/svg"}
    assert "@import" not in page


def test_no_script_turns_a_string_into_markup_or_code(report):
    script = next(text for tag, kind, text in Elements(report(small_run())).texts if tag == "script" and kind is None)
    assert not re.findall(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser", script
    )


def test_equal_runs_give_equal_pages(report):
    assert report(small_run()) == report(small_run())


def test_the_download_has_the_columns_of_the_exported_csv(report):
    script = next(text for tag, kind, text in Elements(report(small_run())).texts if tag == "script" and kind is None)
    columns = re.search(r"const COLUMNS = \{\n(.*?)\n\};", script, re.DOTALL)[1]
    assert re.findall(r"^  (\w+): \(claim\)", columns, re.MULTILINE) == list(COLUMNS)


def test_offsets_of_the_page_are_those_of_the_source(report):
    (article,) = data_of(report(small_run()))["articles"]
    claim = article["claims"][2]
    assert claim["text"] == "We 🚀 plan ten shops"
    assert (claim["start"], claim["end"]) == (83, 83 + len(claim["text"]))


def test_a_claim_is_listed_under_its_subject_where_that_is_an_organisation(report):
    tables = small_run()
    tables["claims"][0]["subject"] = {"text": "sales", "name": "sales"}
    tables["entities"][0]["name"] = tables["claims"][1]["subject"]["name"] = "Orvelle Group"
    (article,) = data_of(report(tables))["articles"]
    assert [claim["company"] for claim in article["claims"]] == ["Orvelle SA", "Orvelle Group", "Orvelle Group"]


def test_the_command_says_what_it_wrote_and_leaves_no_draft(tmp_path, capsys):
    folder = write_run(tmp_path / "out", small_run())
    assert main(["report", "--output", str(folder)]) == 0
    assert capsys.readouterr().out == f"1 articles and 3 claims written to {folder / 'report.html'}\n"
    assert {path.name for path in folder.iterdir()} == {
        *(f"{name}.jsonl" for name in (*TABLES, "quarantine")),
        "manifest.json",
        "report.html",
    }


def test_an_empty_run_is_said_to_be_empty(tmp_path, capsys):
    folder = write_run(tmp_path / "out", {})
    assert main(["report", "--output", str(folder)]) == 0
    assert "holds no articles" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda out: (out / "manifest.json").unlink(), "holds no run (no manifest.json)"),
        (lambda out: (out / "manifest.json").write_text("{"), "cannot read"),
        (lambda out: (out / "manifest.json").write_text('{"schema": "0.9"}'), "schema 0.9, this version reads"),
        (lambda out: (out / "manifest.json").write_text("[]"), "schema unknown, this version reads"),
        (lambda out: (out / "claims.jsonl").unlink(), "no claims.jsonl"),
        (lambda out: (out / "claims.jsonl").write_text('{"doc_id": "d1"}\n'), "claims.jsonl:1: "),
        (lambda out: (out / "claims.jsonl").write_bytes(b"\xff\n"), "cannot read"),
        (lambda out: (out / "quarantine.jsonl").write_text("no json\n"), "quarantine.jsonl:1: "),
        (lambda out: (out / "report.html").mkdir(), "cannot write into"),
    ],
)
def test_a_folder_that_cannot_be_shown_is_refused_in_one_line(tmp_path, capsys, spoil, message):
    folder = write_run(tmp_path / "out", small_run())
    spoil(folder)
    assert main(["report", "--output", str(folder)]) == 2
    error = capsys.readouterr().err
    assert message in error
    assert error.count("\n") == 1


def test_a_folder_that_is_none_is_refused(tmp_path, capsys):
    assert main(["report", "--output", str(tmp_path / "nowhere")]) == 2
    assert "is no folder" in capsys.readouterr().err
