import datetime as dt
from pathlib import Path

import pytest

from pipeline.stages.read import read_source
from pipeline.stages.read.front_matter import front_matter

TEXT = """---
title: "Orbin raises $85M"
publish_date: 2024-06-11T09:00:00Z
author: [Ravi Menon]
tags: [ships]
---

# Orbin raises $85M

Orbin, a maker of ferries, has raised $85 million in a round led by Tessel.
"""


def test_fields_give_title_day_and_author() -> None:
    end, page = front_matter(TEXT)
    assert TEXT[end:].startswith("\n# Orbin")
    assert (page.title, page.published, page.author) == ("Orbin raises $85M", dt.date(2024, 6, 11), "Ravi Menon")


@pytest.mark.parametrize("text", ["", "---\n", "---\ntitle: x\n", "# Orbin\n\n---\ntitle: x\n---\n", "---\n\n" * 3000])
def test_other_text_has_no_fields(text: str) -> None:
    assert front_matter(text)[1].title is None


def test_fields_are_furniture(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(TEXT)
    source = read_source(path, "a.md", max_bytes=10**6)
    (article,) = source.articles
    kinds = {source.text[b.start : b.end]: b.block for b in article.blocks}
    assert kinds["tags: [ships]"] == "furniture"
    assert (article.document.title, article.document.author) == ("Orbin raises $85M", "Ravi Menon")
