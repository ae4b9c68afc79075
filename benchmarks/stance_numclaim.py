"""Score stance on earnings-call sentences with figures (NumClaim): forward-looking or not.

    python benchmarks/stance_numclaim.py [--errors] FILE ...

A line is a JSON object with `text` and `label` (1 = forward-looking claim about a figure).  A sentence counts
as forward-looking where the clause of one of its numbers is planned, a target or a forecast.  The data is for
non-commercial use: it is only measured on, nothing is learned from it.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from pipeline.engine import load_model
from pipeline.records import Sentence
from pipeline.stages.claims.parsed import Parsed, parse
from pipeline.stages.claims.stances.clause import clause_stance
from pipeline.stages.claims.syntax import clause_head

FORWARD = ("planned", "target", "forecast")


def is_forward_looking(parsed: Parsed) -> bool:
    figures = [token for token in parsed.doc if token.like_num or any(c.isdigit() for c in token.text)]
    return any(clause_stance(parsed, clause_head(figure), None, figure=figure) in FORWARD for figure in figures)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    rows = [json.loads(line) for path in arguments.files for line in path.read_text(encoding="utf-8").splitlines()]
    sentences = [
        Sentence(doc_id="d", sentence_id=f"s{n}", start=0, end=len(row["text"]), text=row["text"], block="paragraph")
        for n, row in enumerate(rows)
    ]
    found = [is_forward_looking(parsed) for parsed in parse(load_model("en_core_web_sm"), sentences, ())]
    right = sum(guess and bool(row["label"]) for guess, row in zip(found, rows, strict=True))
    positive = sum(bool(row["label"]) for row in rows)
    precision, recall = right / max(sum(found), 1), right / max(positive, 1)
    f1 = 2 * right / max(sum(found) + positive, 1)
    print(f"{len(rows)} sentences, {positive} forward-looking: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    if arguments.errors:
        for guess, row in zip(found, rows, strict=True):
            if guess != bool(row["label"]):
                print(f"gold {row['label']} found {int(guess)}  {row['text']}")


if __name__ == "__main__":
    main()
