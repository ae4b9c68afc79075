"""The speed of the whole run, in one process and one run, as a ratio to plain spaCy over the same texts.

    python benchmarks/throughput.py [FILE_OR_FOLDER ...] [--repeat N] [--megabytes 1] [--documents 20000]

Prints CPU seconds of `spacy.load(model).pipe(texts)` with all components and of our whole flow, writing
included, with their ratio (goal: no more than 1.0); the share of each stage; what a run costs before its first
source (goal: 2.5 s); CPU seconds a megabyte as one document grows (goal: flat up to 1 MB); memory as the
number of documents grows (goal: flat, under 500 MB).  The last two take minutes; 0 leaves them out.
"""

from __future__ import annotations

import argparse
import gc
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
import spacy

from pipeline import flow as flow_module
from pipeline.config import Settings
from pipeline.engine import installed_name
from pipeline.execute.inputs import find_inputs
from pipeline.flow import Flow, run_shard
from pipeline.records import Input
from pipeline.stages.write.parts import read_part

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
        with clocked(seconds, name):
            return function(*arguments, **options)

    return call


@contextmanager
def clocked(seconds: dict[str, float], name: str) -> Iterator[None]:
    """Add the CPU time of the block to `seconds[name]`."""
    begun = time.process_time()
    try:
        yield
    finally:
        seconds[name] += time.process_time() - begun


def speed(flow: Flow, inputs: Sequence[Input], repeat: int, folder: Path) -> None:
    """Print the ratio to plain spaCy, the rates, and the time by stage."""
    seconds: dict[str, float] = defaultdict(float)
    originals = {name: getattr(flow_module, name) for name in STAGES}
    for name, function in originals.items():
        setattr(flow_module, name, timed(function, seconds, name))
    sources = [flow._read(item) for item in inputs]
    texts = [s.text[a.document.start : a.document.end] for s in sources for a in s.articles]
    plain = spacy.load(installed_name(Settings().model))
    list(plain.pipe(texts[:2]))
    run_shard(flow.process, inputs[:1], folder / "part", folder)  # tables are loaded, patterns compiled
    seconds.clear()
    gc.collect()
    gc.freeze()  # as a worker does after its first shard; here for both
    for _ in range(repeat):
        with clocked(seconds, "ours"):
            run_shard(flow.process, inputs, folder / "part", folder)
        with clocked(seconds, "plain"):
            list(plain.pipe(texts))
    for name, function in originals.items():
        setattr(flow_module, name, function)
    ours, theirs = seconds.pop("ours"), seconds.pop("plain")
    sentences = repeat * sum(table == "sentences" for table, _ in read_part(folder / "part"))
    print(f"plain spaCy {theirs:.2f} s, whole flow {ours:.2f} s: ratio {ours / theirs:.2f}")
    print(f"{repeat * len(inputs) / ours:.1f} documents and {sentences / ours:.0f} sentences a CPU second")
    seconds["records, writing"] = ours - sum(seconds.values())
    for name, spent in seconds.items():
        print(f"  {name:20} {spent:6.2f} s  {spent / ours:5.1%}")


def start_up(folder: Path) -> None:
    """Print what a run of one tiny source takes, and a second one that finds it done."""
    (folder / "one.txt").write_text("A store.")
    command = [sys.executable, "-m", "pipeline", "run", str(folder / "one.txt"), "--output", str(folder / "out")]
    for label in ("start-up", "unchanged"):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        begun = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        wall, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        print(f"{label}: {wall:.2f} s, {cpu:.2f} s of CPU")


def growth_with_length(flow: Flow, inputs: Sequence[Input], megabytes: float, folder: Path) -> None:
    """Print CPU seconds a megabyte for documents made of the inputs' texts, each twice as long as the last."""
    pieces = [item.path.read_text(encoding="utf-8") for item in inputs if item.path.suffix == ".txt"]
    item = Input(folder / "long.txt", "long.txt")
    for size in (int(megabytes * 1e6 / 2**n) for n in (4, 3, 2, 1, 0)):
        text = "\n\n".join(pieces * (1 + size // sum(map(len, pieces))))[:size]
        item.path.write_text(text, encoding="utf-8")
        begun = time.process_time()
        lines = sum(1 for _ in flow.process(item))
        spent = time.process_time() - begun
        print(f"one document of {size:>9,} characters: {spent:6.2f} s, {spent / size * 1e6:5.1f} s a MB, {lines} lines")


def growth_with_corpus(flow: Flow, documents: int, folder: Path) -> None:
    """Print memory as small documents go through, each with words that were never seen before."""
    choose, process = random.Random(20), psutil.Process()
    item = Input(folder / "small.txt", "small.txt")
    for n in range(1, documents + 1):
        words = " ".join("".join(choose.choices("abcdefghijklmnop", k=9)).capitalize() for _ in range(10))
        item.path.write_text(f"{words} SA said revenue rose {n}% in 2020, as {words.lower()} fell.")
        for _ in flow.process(item):
            pass
        if n % (documents // 5) == 0:
            strings = len(flow.nlp.vocab.strings)
            print(f"after {n:>6,} documents: {process.memory_info().rss / 1e6:.0f} MB, {strings:,} strings")
    print(f"peak of this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3:.0f} MB")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", nargs="*", type=Path, default=[Path("raw")])
    parser.add_argument("--repeat", type=int, default=3, help="rounds of the comparison (default: 3)")
    parser.add_argument("--megabytes", type=float, default=1.0, help="longest document (default: 1)")
    parser.add_argument("--documents", type=int, default=20_000, help="documents for memory (default: 20000)")
    arguments = parser.parse_args()
    inputs, _ = find_inputs(arguments.input, Path("output"))
    flow = Flow(Settings())
    with tempfile.TemporaryDirectory() as name:
        speed(flow, inputs, arguments.repeat, Path(name))
        start_up(Path(name))
        if arguments.documents:
            growth_with_corpus(flow, arguments.documents, Path(name))
        if arguments.megabytes:
            growth_with_length(flow, inputs, arguments.megabytes, Path(name))


if __name__ == "__main__":
    main()
