"""The speed of the whole run as a ratio to plain spaCy over the same texts, in one process and one run.

    python benchmarks/throughput.py [FILE_OR_FOLDER ...] [--repeat N]

Prints CPU seconds of `spacy.load(model).pipe(texts)` with all components, of our whole flow, their ratio
(goal: no more than 1.0), and the share of each stage.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import spacy

from pipeline import flow as flow_module
from pipeline.config import Settings
from pipeline.engine import installed_name
from pipeline.execute.inputs import find_inputs
from pipeline.flow import Flow

STAGES = (
    "read_source",
    "split_sentences",
    "recognize_entities",
    "extract_times",
    "extract_quantities",
    "extract_claims",
)


def timed(function: Callable[..., Any], seconds: dict[str, float], name: str) -> Callable[..., Any]:
    """Return `function` adding its CPU time to `seconds[name]`."""

    def call(*arguments: Any, **options: Any) -> Any:
        begun = time.process_time()
        try:
            return function(*arguments, **options)
        finally:
            seconds[name] += time.process_time() - begun

    return call


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("input", nargs="*", type=Path, default=[Path("raw")])
    parser.add_argument("--repeat", type=int, default=3)
    arguments = parser.parse_args()
    inputs, _ = find_inputs(arguments.input, Path("output"))
    seconds: dict[str, float] = defaultdict(float)
    for name in STAGES:
        setattr(flow_module, name, timed(getattr(flow_module, name), seconds, name))
    flow = Flow(Settings())
    sources = [flow._read(item) for item in inputs]
    texts = [s.text[a.document.start : a.document.end] for s in sources for a in s.articles]
    plain = spacy.load(installed_name(Settings().model))
    list(plain.pipe(texts[:2]))
    for _ in flow.process(inputs[0]):  # warm up
        pass
    seconds.clear()
    ours = theirs = 0.0
    sentences = 0
    for _ in range(arguments.repeat):
        begun = time.process_time()
        sentences += sum(table == "sentences" for item in inputs for table, _ in flow.process(item))
        ours += time.process_time() - begun
        begun = time.process_time()
        list(plain.pipe(texts))
        theirs += time.process_time() - begun
    print(f"plain spaCy {theirs:.2f} s, whole flow {ours:.2f} s: ratio {ours / theirs:.2f}")
    print(f"{arguments.repeat * len(inputs) / ours:.1f} sources and {sentences / ours:.0f} sentences a CPU second")
    for name, spent in seconds.items():
        print(f"  {name:20} {spent:6.2f} s  {spent / ours:5.1%}")


if __name__ == "__main__":
    main()
