"""The page in a real browser, where one is installed."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.review.columns import sheet_rows
from pipeline.review.page import page
from pipeline.review.sampling import draw
from pipeline.review.sheet import read_sheet
from pipeline.tables import load_run

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(chromium: Any, finished_run: Path, tmp_path: Path) -> Iterator[Any]:
    rows = sheet_rows(draw(load_run(finished_run), 100, "type", 0))
    rows[1]["subject"] = "<script>document.title = 'run'</script>"
    path = tmp_path / "review.html"
    path.write_text(page(rows, "review.csv"), encoding="utf-8")
    tab = chromium.new_page(accept_downloads=True)
    tab.trouble = []
    tab.on("console", lambda message: tab.trouble.append(message.text))
    tab.on("pageerror", lambda error: tab.trouble.append(str(error)))
    tab.goto(path.as_uri())
    yield tab
    tab.close()


def saved(tab: Any, path: Path) -> list[dict[str, str]]:
    with tab.expect_download() as download:
        tab.click("#save")
    download.value.save_as(path)
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def test_keys_give_verdicts_that_outlive_a_reload_and_are_saved(opened: Any, tmp_path: Path) -> None:
    for key in ("y", "p", "ArrowLeft", "4", "ArrowRight", "n"):
        opened.keyboard.press(key)
    opened.reload()
    assert "3 with a verdict" in opened.text_content("#progress")
    opened.fill("fieldset[data-field=metric] input", "=1+1")
    opened.keyboard.press("n")  # typed into the box, no verdict
    rows = saved(opened, tmp_path / "review.csv")
    assert [row["verdict"] for row in rows[:4]] == ["y", "partly", "n", ""]
    assert rows[1]["metric_ok"] == "n"
    assert rows[3]["metric"] == "'=1+1n"
    assert [row["verdict"] for row in read_sheet(tmp_path / "review.csv")[:4]] == ["y", "p", "n", ""]
    assert opened.trouble == []


def test_markup_in_a_cell_stays_text(opened: Any, tmp_path: Path) -> None:
    opened.click("#next")
    assert opened.input_value("fieldset[data-field=subject] input").startswith("<script>")
    assert opened.title() == "Review: review.csv"
    assert opened.trouble == []


def test_a_click_on_a_verdict_again_takes_it_back(opened: Any) -> None:
    button = opened.locator("fieldset[data-field=value] button", has_text="wrong")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
