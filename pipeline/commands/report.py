"""`report`: a run as one page for the browser."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pipeline.commands import DONE, fail

HELP = "write a run as one HTML page: articles with their claims lit, a table with filters, charts"
EXAMPLE = "example: python -m pipeline report --output output/    # writes output/report.html; open it in a browser"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's argument."""
    parser.add_argument("--output", type=Path, default=Path("output"), help="the run's folder (default: output/)")


def run(arguments: argparse.Namespace) -> int:
    """Write the page and say where it is."""
    from pipeline.report.page import write_report  # noqa: PLC0415  (Jinja2 loads only here)
    from pipeline.tables import RunError  # noqa: PLC0415

    try:
        path, shown = write_report(arguments.output)
    except RunError as error:
        return fail(str(error))
    except OSError as error:
        return fail(f"cannot write into {arguments.output}: {error.strerror or error}")
    if not shown.articles:
        print(f"warning: the run in {arguments.output} holds no articles; the page says so", file=sys.stderr)
    print(f"{len(shown.articles):,} articles and {len(shown.claims):,} claims written to {path}")
    return DONE
