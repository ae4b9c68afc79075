"""The review sheet as one self-contained page: it loads nothing, keeps its state in the browser, saves the CSV."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Template
from typing import Any

from pipeline.review.columns import COLUMNS, FIELDS

_ASSETS = Path(__file__).with_name("assets")


def page(rows: Sequence[Mapping[str, Any]], name: str) -> str:
    """Return the page for the rows of a sheet; `name` is the file name that it saves.

    Its security policy allows its own script and style by their hashes and nothing else; the data stand in an
    element that no browser executes, and the script writes text, never markup.
    """
    script, style = _asset("page.js"), _asset("page.css")
    cells = [{column: _cell(row.get(column)) for column in COLUMNS} for row in rows]
    data = {"name": name, "columns": COLUMNS, "fields": FIELDS, "rows": cells}
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    embedded = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    return Template(_asset("page.html")).substitute(
        policy=html.escape(policy, quote=False), name=html.escape(name), style=style, script=script, data=embedded
    )


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")
