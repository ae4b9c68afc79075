"""The page itself: one HTML file that needs no network and runs only the script and style it came with."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pipeline.report.content import Data, content, read_quarantine
from pipeline.tables import Run, load_run

SCRIPTS = (
    "dom", "model", "values", "filters", "csv", "bars", "periods", "overview", "lists", "company",
    "spans", "panel", "article", "table", "claims", "main",
)  # fmt: skip
"""The page's scripts in the order in which they are joined: what a script uses stands before it."""

_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def write_report(output: Path) -> tuple[Path, Run]:
    """Write `report.html` into the run folder `output`; return its path and the run that it shows.

    Raises RunError where the folder holds no run of this schema version, OSError where it cannot be written.
    """
    run = load_run(output)
    path = output / "report.html"
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        draft.write_text(page(content(run, read_quarantine(output))), encoding="utf-8", newline="\n")
        draft.replace(path)  # a page that is open is never half of one
    finally:
        draft.unlink(missing_ok=True)
    return path, run


def page(data: Data) -> str:
    """Return the HTML page that shows `data`; equal data, equal bytes."""
    style, script = _style(), _script()
    environment = Environment(
        loader=PackageLoader("pipeline.report"), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    return environment.get_template("report.html.j2").render(
        policy=_policy(style, script), style=Markup(style), script=Markup(script), data=Markup(script_json(data))
    )


def script_json(data: Data) -> str:
    """Return `data` as JSON that no text in it can turn into markup inside a script element."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False).translate(_ESCAPES)


def _policy(style: str, script: str) -> str:
    """Return the content security policy: nothing but these two texts, and no sink that parses strings as markup."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hash(script)}",
            f"style-src {_hash(style)}",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _style() -> str:
    return "\n" + "".join(_asset(f"{name}.css") for name in ("page", "article", "print"))


def _script() -> str:
    joined = "\n".join(_asset(f"{name}.js") for name in SCRIPTS)
    return f'\n(() => {{\n"use strict";\n{joined}}})();\n'


def _asset(name: str) -> str:
    return (files("pipeline.report") / "assets" / name).read_text(encoding="utf-8")
