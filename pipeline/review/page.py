"""The review sheet as one self-contained page: it loads nothing, keeps its state in the browser, saves the CSV."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Template
from typing import Any

from pipeline.review.columns import COLUMNS, FIELDS
from pipeline.webpage import script_json, security_policy

_ASSETS = Path(__file__).with_name("assets")


def page(rows: Sequence[Mapping[str, Any]], name: str) -> str:
    """Return the page for the rows of a sheet; `name` is the file name that it saves.

    Its security policy allows its own script and style by their hashes and nothing else; the data stand in an
    element that no browser executes, and the script writes text, never markup.
    """
    script, style = _asset("page.js"), _asset("page.css")
    cells = [{column: _cell(row.get(column)) for column in COLUMNS} for row in rows]
    data = {"name": name, "columns": COLUMNS, "fields": FIELDS, "rows": cells}
    policy = html.escape(security_policy(style, script), quote=False)
    return Template(_asset("page.html")).substitute(
        policy=policy, name=html.escape(name), style=style, script=script, data=script_json(data)
    )


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")


def _cell(value: object) -> str:
    return "" if value is None else str(value)
