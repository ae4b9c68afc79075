"""`review`: a sample of claims to judge, and what the verdicts say of the run."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from pipeline.commands import DONE, fail

HELP = "measure precision on a sample of claims that you judge; no gold needed"
EXAMPLE = """examples:
  python -m pipeline review sample --n 100 --sheet review.csv    # writes review.csv and review.html
  python -m pipeline review score review.csv                     # after judging in either
  python -m pipeline review gold review.csv --gold my_gold/"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the three steps with their arguments."""
    from pipeline.review.sampling import STRATA  # noqa: PLC0415

    steps = parser.add_subparsers(dest="step", required=True)
    sample = steps.add_parser("sample", help="draw claims into a sheet (CSV) and a page (HTML)",
                              epilog="example: python -m pipeline review sample --n 50 --seed 1")  # fmt: skip
    sample.add_argument("--n", type=int, default=100, help="claims to draw (default: 100)")
    sample.add_argument("--by", choices=STRATA, default="type", help="divide the claims by this, so that each part "
                                                                     "is drawn from (default: type)")  # fmt: skip
    sample.add_argument("--seed", type=int, default=0, help="another seed, another sample (default: 0)")
    sample.add_argument("--output", type=Path, default=Path("output"), help="the run's folder (default: output/)")
    sample.add_argument("--sheet", type=Path, default=Path("review.csv"), help="CSV to write (default: review.csv); "
                                                                               "the page stands beside it")  # fmt: skip
    sample.add_argument("--replace", action="store_true", help="write over a sheet that is there already")

    score = steps.add_parser("score", help="precision overall, by type and by field, with 95%% intervals",
                             epilog="example: python -m pipeline review score review.csv")  # fmt: skip
    score.add_argument("sheet", type=Path, help="the sheet with verdicts")
    score.add_argument("--json", action="store_true", help="print the score as JSON")

    gold = steps.add_parser("gold", help="turn right and corrected claims into gold",
                            epilog="example: python -m pipeline review gold review.csv --gold my_gold/")  # fmt: skip
    gold.add_argument("sheet", type=Path, help="the sheet with verdicts and corrected cells")
    gold.add_argument("--output", type=Path, default=Path("output"), help="the run's folder (default: output/)")
    gold.add_argument("--gold", type=Path, required=True, help="folder to write, a file a source")
    gold.add_argument("--replace", action="store_true", help="write over gold that is there already")


def run(arguments: argparse.Namespace) -> int:
    """Do the step."""
    from pipeline.gold import GoldExistsError  # noqa: PLC0415
    from pipeline.review.sampling import SampleError  # noqa: PLC0415
    from pipeline.review.score import NoVerdictsError  # noqa: PLC0415
    from pipeline.review.sheet import SheetError  # noqa: PLC0415
    from pipeline.tables import RunError  # noqa: PLC0415

    try:
        return {"sample": _sample, "score": _score, "gold": _gold}[arguments.step](arguments)
    except (RunError, SampleError, SheetError, GoldExistsError) as error:
        return fail(str(error))
    except NoVerdictsError as error:
        return fail(f"{arguments.sheet}: {error}")
    except OSError as error:
        return fail(f"cannot write {error.filename}: {error.strerror or error}")


def _sample(arguments: argparse.Namespace) -> int:
    from pipeline.review.columns import COLUMNS, sheet_rows  # noqa: PLC0415
    from pipeline.review.page import page  # noqa: PLC0415
    from pipeline.review.sampling import draw  # noqa: PLC0415
    from pipeline.spreadsheet import csv_text  # noqa: PLC0415
    from pipeline.stages.write import replacing  # noqa: PLC0415
    from pipeline.tables import load_run  # noqa: PLC0415

    sheet: Path = arguments.sheet
    if sheet.suffix.lower() != ".csv":
        return fail(f"{sheet}: a sheet is a CSV file; give it a name that ends in .csv")
    if sheet.exists() and not arguments.replace:
        return fail(f"{sheet} is there already, perhaps with verdicts; name another --sheet, or add --replace")
    rows = sheet_rows(draw(load_run(arguments.output), arguments.n, arguments.by, arguments.seed))
    for path, content in ((sheet, csv_text(COLUMNS, rows)), (sheet.with_suffix(".html"), page(rows, sheet.name))):
        with replacing(path) as file:
            file.write(content)
        print(path)
    print(f"{len(rows)} claims; judge them in either file, then: python -m pipeline review score {sheet}")
    return DONE


def _score(arguments: argparse.Namespace) -> int:
    from pipeline.review.score import score, score_text  # noqa: PLC0415
    from pipeline.review.sheet import read_sheet  # noqa: PLC0415

    result = score(read_sheet(arguments.sheet))
    for warning in result.warnings:
        print(f"warning: {warning}", file=sys.stderr)
    if arguments.json:
        shares = {"claims": result.strict._asdict(), "claims_or_partly": result.lenient._asdict()}
        groups = {"types": result.types, "fields": result.fields}
        shares |= {name: {key: one._asdict() for key, one in group.items()} for name, group in groups.items()}
        print(json.dumps(shares, indent=2))
    else:
        print(score_text(result))
    return DONE


def _gold(arguments: argparse.Namespace) -> int:
    from pipeline.gold import write_gold  # noqa: PLC0415
    from pipeline.review.gold import reviewed_gold  # noqa: PLC0415
    from pipeline.review.sheet import read_sheet  # noqa: PLC0415
    from pipeline.tables import load_run  # noqa: PLC0415

    reviewed = reviewed_gold(read_sheet(arguments.sheet), load_run(arguments.output))
    for path in write_gold(arguments.gold, reviewed.gold, replace=arguments.replace):
        print(path)
    left_out = f"; {reviewed.left_out} judged wrong and not corrected are left out" if reviewed.left_out else ""
    print(f"{reviewed.kept} claims{left_out}")
    return DONE
