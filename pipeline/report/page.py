"""The page itself: one HTML file that needs no network and runs only the script and style it came with."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pipeline.report.content import Data, content, read_quarantine
from pipeline.tables import Run, load_run
from pipeline.webpage import script_json, security_policy

STYLES = ("page", "article", "print")
SCRIPTS = (
    "dom", "model", "values", "filters", "csv", "bars", "periods", "overview", "lists", "company",
    "spans", "panel", "article", "table", "claims", "main",
)  # fmt: skip
"""The page's styles and scripts (`assets/`) in the order in which they are joined: constants before their use."""


def write_report(output: Path) -> tuple[Path, Run]:
    """Write `report.html` into the run folder `output`; return its path and the run that it shows.

    Raises RunError where the folder holds no run of this schema version, OSError where it cannot be written.
    """
    run = load_run(output)
    html = page(content(run, read_quarantine(output)))
    path = output / "report.html"
    path.write_text(html, encoding="utf-8", newline="\n")
    return path, run


def page(data: Data) -> str:
    """Return the HTML page that shows `data`; equal data, equal bytes."""
    style = "\n" + "".join(_asset(f"{name}.css") for name in STYLES)
    script = '\n(() => {\n"use strict";\n' + "\n".join(_asset(f"{name}.js") for name in SCRIPTS) + "})();\n"
    environment = Environment(loader=PackageLoader("pipeline.report"), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("report.html.j2").render(
        policy=security_policy(style, script),
        style=Markup(style),
        script=Markup(script),
        data=Markup(script_json(data)),
    )


def _asset(name: str) -> str:
    return (files("pipeline.report") / "assets" / name).read_text(encoding="utf-8")
