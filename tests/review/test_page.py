import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from pipeline.review.columns import COLUMNS, sheet_rows
from pipeline.review.page import page
from pipeline.review.sampling import draw
from pipeline.tables import load_run

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"


class Elements(HTMLParser):
    """Collects what a browser would see: tags with attributes, and the content of scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] in ("script", "style") and self.cdata_elem:
            self.raw.append((self.tags[-1][0], data))


@pytest.fixture
def elements(finished_run: Path) -> Elements:
    rows = sheet_rows(draw(load_run(finished_run), 100, "type", 0))
    hostile = [{**row, **dict.fromkeys(COLUMNS, HOSTILE)} for row in rows[:1]]
    parsed = Elements()
    parsed.feed(page(rows + hostile, f"{HOSTILE}.csv"))
    return parsed


def test_nothing_in_a_field_becomes_markup(elements: Elements) -> None:
    assert [tag for tag, _ in elements.tags].count("script") == 2
    assert not {"img", "link", "iframe"} & {tag for tag, _ in elements.tags}
    data = json.loads(next(text for _, text in elements.raw if text.startswith("{")))
    assert data["rows"][-1]["subject"] == HOSTILE


def test_the_policy_allows_the_pages_own_script_and_style_and_nothing_else(elements: Elements) -> None:
    policy = next(str(a["content"]) for tag, a in elements.tags if a.get("http-equiv") == "Content-Security-Policy")
    allowed = set(re.findall(r"'(sha256-[^']+)'", policy))
    own = [text for tag, text in elements.raw if not text.startswith("{")]
    assert allowed == {"sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in own}
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_the_page_loads_nothing(elements: Elements) -> None:
    assert not [a for _, a in elements.tags if "src" in a or "href" in a or any(name.startswith("on") for name in a)]
