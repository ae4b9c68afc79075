"""Compare sentence splitters, ours among them, on the shared public data.

    python benchmarks/sentences.py [DATA_FOLDER] [SPLITTER ...]

DATA_FOLDER holds the `.jsonl` files and `score.py` (default: ../shared/benchmarks/sentences).  Splitters are
those of `score.py` that are installed; the default is ours and nupunkt.  The golden rules on quotations are
also left out by name: here a quotation of several sentences is split.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from pipeline.stages.sentences import sentence_spans

DATA = Path(__file__).resolve().parents[2] / "shared" / "benchmarks" / "sentences"
SETS = ("gum_news", "business_sentences", "golden_rules")
QUOTATIONS = frozenset({"golden24", "golden25", "golden26", "golden43", "golden44"})
HEAD = """
| splitter | P | R | F1 | after punctuation | sentence F1 | exact | sentences/s |
|---|---|---|---|---|---|---|---|"""


def load_scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    scorer.SPLITTERS["ours"] = lambda: (
        lambda text: scorer.from_ends(text, [end for _, end in sentence_spans(text, 0, len(text))])
    )
    return scorer


def row(scorer: ModuleType, name: str, records: list[dict[str, Any]]) -> str:
    try:
        split = scorer.SPLITTERS[name]()
        split("Warm up. It is 5 p.m. now.")
    except ImportError as error:
        return f"| {name} | not installed: {error} |"
    count, seconds = scorer.evaluate(records, split)
    columns = ("tp", "pred", "gold"), ("ptp", "ppred", "pgold"), ("sent_tp", "sent_pred", "sent_gold")
    whole, after, sentences = (scorer.prf(*(count[key] for key in keys)) for keys in columns)
    figures = " | ".join(f"{value:.3f}" for value in (*whole, after[2], sentences[2]))
    speed = sum(len(record["sents"]) for record in records) / seconds
    return f"| {name} | {figures} | {count['exact']}/{len(records)} | {speed:,.0f} |"


def main(arguments: list[str]) -> None:
    folder = Path(arguments[0]) if arguments else DATA
    scorer = load_scorer(folder)
    data = {name: [json.loads(line) for line in (folder / f"{name}.jsonl").open()] for name in SETS}
    rules = data["golden_rules"]
    data["golden_rules but quotations"] = [record for record in rules if record["id"] not in QUOTATIONS]
    for name, records in data.items():
        print(f"\n{name}: {len(records)} records{HEAD}")
        for splitter in arguments[1:] or ("ours", "nupunkt"):
            print(row(scorer, splitter, records))


if __name__ == "__main__":
    main(sys.argv[1:])
