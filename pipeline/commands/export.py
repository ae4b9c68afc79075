"""`export`: a run in the format of another tool."""

from __future__ import annotations

import argparse
from pathlib import Path

from pipeline.commands import DONE, fail

HELP = "write a run in the format of another tool"
EXAMPLE = "example: python -m pipeline export label-studio --output output/ --to for_label_studio/"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    from pipeline.export.formats import FORMATS  # noqa: PLC0415

    width = max(map(len, FORMATS))
    listed = "\n".join(f"  {name:{width}}  {made.purpose}" for name, made in FORMATS.items())
    parser.epilog = f"formats:\n{listed}\n\n{EXAMPLE}"
    parser.add_argument("format", choices=list(FORMATS), metavar="FORMAT", help="one of the formats below")
    parser.add_argument("--output", type=Path, default=Path("output"), help="the run's folder (default: output/)")
    parser.add_argument("--to", type=Path, help="folder to write (default: exports/FORMAT in the run's folder; "
                                                "croissant: the run's folder)")  # fmt: skip


def run(arguments: argparse.Namespace) -> int:
    """Write the files and name them."""
    from pipeline.export.formats import ExportError, export_run  # noqa: PLC0415
    from pipeline.tables import RunError, load_run  # noqa: PLC0415

    folder: Path = arguments.output
    beside = folder if arguments.format == "croissant" else folder / "exports" / arguments.format
    try:
        written = export_run(folder, load_run(folder), arguments.format, arguments.to or beside)
    except (RunError, ExportError) as error:
        return fail(str(error))
    except OSError as error:
        return fail(f"cannot write {arguments.to or beside}: {error.strerror or error}")
    for path in written[:10]:
        print(path)
    if len(written) > 10:
        print(f"… and {len(written) - 10} more")
    return DONE
