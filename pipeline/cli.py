"""The command line: `python -m pipeline run | evaluate | report | review | export | import | schema`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import __version__
from pipeline.commands import DONE, DONE_WITH_QUARANTINE, FAILED, export, import_, report, review
from pipeline.commands import fail as _fail
from pipeline.records import TABLES, Quarantined, Record

if TYPE_CHECKING:
    from pipeline.execute.run import Summary

COMMANDS = {"report": report, "review": review, "export": export, "import": import_}
"""Commands with a module of their own: `configure` their parser, `run` with its arguments."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line with `argv` (default: the process's arguments) and return the exit status."""
    arguments = _parser().parse_args(argv)
    functions: dict[str, Callable[[argparse.Namespace], int]] = {"run": _run, "evaluate": _evaluate, "schema": _schema}
    functions |= {name: module.run for name, module in COMMANDS.items()}
    try:
        return functions[arguments.command](arguments)
    except BrokenPipeError:  # the reader of our output has left, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return _fail("interrupted; what is finished is kept: the same command goes on from there")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m pipeline", description="Company news into grounded claims.")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True)

    run = commands.add_parser("run", help="extract the dataset from articles and press releases",
                              epilog="example: python -m pipeline run raw/ --output output/")  # fmt: skip
    run.add_argument("input", nargs="*", type=Path, default=[Path("raw")], help="files or folders (default: raw/)")
    run.add_argument("--output", type=Path, default=Path("output"), help="folder to write (default: output/)")
    run.add_argument("--config", type=Path, help="TOML file with settings")
    run.add_argument("--model", help="spaCy model (default: the small English one)")
    run.add_argument("--timeout", type=float, metavar="SECONDS", help="limit a source and megabyte (default: 300)")
    run.add_argument("--min-confidence", type=float, metavar="P", help="leave out less sure claims (default: 0)")
    run.add_argument("--workers", type=int, metavar="N", help="processes (default: the cores; 0: this one alone)")
    run.add_argument("--shard-size", type=int, metavar="N", help="sources that are done together (default: 8)")
    run.add_argument("--fresh", action="store_true", help="do everything anew, not only what changed")
    run.add_argument("--format", choices=["jsonl", "parquet", "both"], help="form of the tables (default: jsonl)")
    run.add_argument("--engine", choices=["local", "dask"], help="who does the work (default: local processes)")
    run.add_argument("--address", metavar="tcp://…", help="Dask scheduler (default: a cluster on this machine)")

    evaluate = commands.add_parser("evaluate", help="measure a run against hand annotation",
                                   epilog="example: python -m pipeline evaluate --errors claims")  # fmt: skip
    evaluate.add_argument("--gold", type=Path, default=Path("annotations"), help="gold (default: annotations/)")
    evaluate.add_argument("--output", type=Path, default=Path("output"), help="the run's folder (default: output/)")
    evaluate.add_argument("--errors", choices=list(TABLES), metavar="TABLE", help=f"list errors: {', '.join(TABLES)}")
    evaluate.add_argument("--json", action="store_true", help="print the scores as JSON")
    evaluate.add_argument("--update-floors", action="store_true", help="pin the current figures in floors.json")
    evaluate.add_argument("--allow-lower", action="store_true", help="let --update-floors lower a figure")

    for name, module in COMMANDS.items():
        module.configure(commands.add_parser(name, help=module.HELP, description=module.HELP, epilog=module.EXAMPLE,
                                             formatter_class=argparse.RawDescriptionHelpFormatter))  # fmt: skip
    commands.add_parser("schema", help="print the JSON Schema of the records",
                        epilog="example: python -m pipeline schema > schema.json")  # fmt: skip
    return parser


def _run(arguments: argparse.Namespace) -> int:
    from pipeline.config import ConfigError, load_execution, load_settings  # noqa: PLC0415
    from pipeline.execute.errors import RunError  # noqa: PLC0415
    from pipeline.execute.run import run  # noqa: PLC0415

    given = {key: value for key, value in vars(arguments).items() if value is not None}
    try:
        settings = load_settings(
            arguments.config, {key: given.get(key) for key in ("model", "timeout", "min_confidence")}
        )
        summary = run(arguments.input, arguments.output, settings, load_execution(given))
    except (ConfigError, RunError) as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(f"cannot write {arguments.output}: {error.strerror or error}")
    _print_summary(summary, arguments.output)
    for line in (arguments.output / "quarantine.jsonl").read_text(encoding="utf-8").splitlines():
        failed = Quarantined.model_validate_json(line)
        print(f"quarantined: {failed.source} ({failed.stage}): {failed.error}", file=sys.stderr)
    if summary.counts["quarantine"]:
        return DONE_WITH_QUARANTINE if summary.counts["documents"] else FAILED
    return DONE


def _print_summary(summary: Summary, output: Path) -> None:
    names = {**dict.fromkeys(TABLES, ""), "documents": "articles"}
    for table, name in names.items():
        print(f"{summary.counts[table]:>8,} {name or table}")
    if foreign := sum(n for language, n in summary.languages.items() if language != "en"):
        print(f"{foreign:>8,} articles not in English: listed, nothing extracted")
    print(f"{summary.counts['quarantine']:>8,} quarantined sources")
    if summary.anew < summary.sources:
        print(f"{summary.sources - summary.anew:>8,} of {summary.sources:,} sources were done already")
    print(f"written to {output}/ in {summary.seconds:.1f} s")


def _evaluate(arguments: argparse.Namespace) -> int:
    from pipeline.evaluate.evaluation import as_json, evaluate  # noqa: PLC0415  (pandas loads only here)
    from pipeline.evaluate.floors import FloorError, update_floors  # noqa: PLC0415
    from pipeline.evaluate.load import GoldError  # noqa: PLC0415
    from pipeline.evaluate.report import error_list, score_table  # noqa: PLC0415

    try:
        evaluation = evaluate(arguments.gold, arguments.output)
        for warning in evaluation.warnings:
            print(f"warning: {warning}", file=sys.stderr)
        if arguments.update_floors:
            floors = arguments.gold / "floors.json"
            pinned = update_floors(floors, evaluation, allow_lower=arguments.allow_lower)
            print(f"{pinned} figures pinned in {floors}")
            return DONE
    except (GoldError, FloorError) as error:
        return _fail(str(error))
    if arguments.errors:
        print(error_list(evaluation, arguments.errors))
    elif arguments.json:
        print(json.dumps(as_json(evaluation), indent=2))
    else:
        print(score_table(evaluation))
    return DONE


def schema() -> dict[str, object]:
    """Return the JSON Schema of every record, by the name of the file that holds it."""
    models: dict[str, type[Record]] = {**TABLES, "quarantine": Quarantined}
    return {name: model.model_json_schema() for name, model in models.items()}


def _schema(_arguments: argparse.Namespace) -> int:
    print(json.dumps(schema(), indent=2, ensure_ascii=False))
    return DONE
