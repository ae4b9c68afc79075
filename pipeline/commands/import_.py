"""`import`: annotation made in another tool, as gold."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pipeline.commands import DONE, fail

HELP = "turn annotation made in another tool into gold"
EXAMPLE = "example: python -m pipeline import label-studio project-1.json --gold my_gold/"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("format", choices=["label-studio"], metavar="FORMAT", help="label-studio")
    parser.add_argument("file", type=Path, help="Label Studio's export in the format JSON, of tasks that "
                                                "`export label-studio` wrote")  # fmt: skip
    parser.add_argument("--gold", type=Path, default=Path("annotations"), help="folder to write, a file a source "
                                                                               "(default: annotations/)")  # fmt: skip
    parser.add_argument("--replace", action="store_true", help="write over gold that is there already")


def run(arguments: argparse.Namespace) -> int:
    """Write a gold file for each annotated source and name it."""
    from pipeline.export.label_studio import LabelStudioError, read_annotations  # noqa: PLC0415
    from pipeline.gold import GoldExistsError, write_gold  # noqa: PLC0415

    try:
        gold, warnings = read_annotations(arguments.file)
        for path in write_gold(arguments.gold, gold, replace=arguments.replace):
            print(path)
    except (LabelStudioError, GoldExistsError) as error:
        return fail(str(error))
    except OSError as error:
        return fail(f"cannot write {arguments.gold}: {error.strerror or error}")
    for warning in warnings:
        print(f"warning: {warning}", file=sys.stderr)
    return DONE
