"""The times stage beside its peers on the visible sets, in one run.

    python benchmarks/times.py [DATA] [--errors SET N] [--alone]

DATA is the folder with the gold files and `score.py` (default: ../shared/benchmarks/times); --alone leaves the
peers out; --errors lists our misses.  A peer that is not installed is skipped, with the reason (`times_peers.py`).

How our records are fed to the scorer.  Where a set's convention is not the dataset contract's, our record is
turned into its form, never the value chosen by looking at the gold:

- `value` is the TIMEX3 value; the days go beside it as an alternative, half open.
- The sets also annotate bare durations, which the contract keeps in the quantities table: added from there.
- MEANTIME and GUM mark the two ends of a range, the contract the whole: a record whose value is A/B is split.
- Recognizers-Text ends "A to B" before B, begins "the next n days" tomorrow and ends them before the last day:
  these readings of the same record are offered as alternatives in the line "translated".
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.util
import re
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from nupunkt import sent_spans  # noqa: E402
from times_peers import MissingPeerError, Peer, Prediction, recognizers, search_dates, spacy_dates  # noqa: E402

from pipeline.records import Document, Sentence, Time  # noqa: E402
from pipeline.stages.quantities import extract_quantities  # noqa: E402
from pipeline.stages.times import extract_times  # noqa: E402

Gold = dict[str, Any]
Predictions = dict[str, list[Prediction]]
SETS = ("meantime_airbus", "meantime_stock", "business_periods", "gum_news", "recognizers_datetime")
NOT_COVERED = {
    r"I'll leave for|grown for 3Y|lasted 2W|one second time|all week|for the hour|½ hour": "bare durations",
    r"(?:2|two|1) nights?\b|three weekends|hour and|half hours?|year and a quarter|a quarter year": "bare durations",
    r"later (?:this|in the)|earlier this month": "half of the period; in the contract it meets publication",
    r"of the (?:year|month|week|day)\.$|year before independence": "names of awards and of eras",
    r"next (?:two )?decade|next fortnight": "a window from publication, not the calendar's decade",
    r"(?:two|one) months? ago|in two (?:months|years)": "the calendar month or year, not a day",
    r"next couple weeks": "vague",
}
"""Specs that ask for what the contract keeps elsewhere or reads otherwise, by what they say, with the reason."""
_LINE = re.compile(r"[^\n]+")
_LINK = re.compile(r"\s+(?:to|and|through|until|till)\s+|\s*[-–—~]\s*(?!end)")
_ONE_DAY = dt.timedelta(days=1)


def load_scorer(data: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", data / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(data / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def sentences_of(text: str) -> list[Sentence]:
    out: list[Sentence] = []
    for line in _LINE.finditer(text):
        for a, b in sent_spans(line[0]):
            start, end = line.start() + a, line.start() + b
            fields = {"sentence_id": f"s{len(out)}", "text": text[start:end], "block": "paragraph"}
            out.append(Sentence(doc_id="d", start=start, end=end, **fields))
    return out


def document_of(text: str, published: dt.date) -> Document:
    return Document(doc_id="d", source="d", sha256="", start=0, end=len(text), published=published)


def ours(text: str, published: dt.date) -> list[Prediction]:
    sentences = sentences_of(text)
    found = extract_times(text, document_of(text, published), sentences)
    return [prediction(t) for t in found] + durations(text, sentences, found)


def prediction(t: Time) -> Prediction:
    value = t.value or ""
    kind = "SET" if t.kind == "set" else "DURATION" if value[:1] == "P" else "TIME" if "T" in value[4:] else "DATE"
    out: Prediction = {"start": t.start, "end": t.end, "type": kind, "value": t.value}
    if t.first_day and t.last_day:
        days = {"from": t.first_day.isoformat(), "to": (t.last_day + _ONE_DAY).isoformat()}
        out["alts"] = [{"value": t.value}, days]
        if not value[:1].isdigit():
            out.update(days)
    return out


def durations(text: str, sentences: list[Sentence], times: list[Time]) -> list[Prediction]:
    return [
        {"start": q.start, "end": q.end, "type": "DURATION", "value": iso_duration(q.value, q.unit)}
        for q in extract_quantities(text, sentences, times)
        if q.kind == "duration" and not any(t.start < q.end and q.start < t.end for t in times)
    ]


def iso_duration(value: float, unit: str | None) -> str:
    clock = {"second": "S", "minute": "M", "hour": "H"}
    if unit in clock:
        return f"PT{value:g}{clock[unit]}"
    return f"P{value:g}{(unit or 'year')[0].upper()}"


def adapted(set_name: str, gold: list[Gold], out: Predictions) -> Predictions:
    """Return our predictions in the form of a set that marks the ends of ranges."""
    if not set_name.startswith(("meantime", "gum")):
        return out
    texts = {d["id"]: d["text"] for d in gold}
    return {key: [end for p in found for end in ends(p, texts[key])] for key, found in out.items()}


def ends(p: Prediction, text: str) -> list[Prediction]:
    value = p.get("value") or ""
    link = _LINK.search(text[p["start"] : p["end"]]) if value.count("/") == 1 else None
    if link is None:
        return [p]
    first, last = value.split("/")
    left = {"start": p["start"], "end": p["start"] + link.start(), "type": "DATE", "value": first}
    return [left, {"start": p["start"] + link.end(), "end": p["end"], "type": "DATE", "value": last}]


def translated(score: ModuleType, p: Prediction) -> Prediction:
    """Offer Recognizers' readings of the same record."""
    alts = list(p.get("alts", [p]))
    value = p.get("value") or ""
    if "/" in value and (whole := score.timex_interval(value)):
        last = score.timex_interval(value.split("/")[1])
        alts.append({"from": whole[0].isoformat(), "to": last[0].isoformat()})
    for days in [a for a in alts if a.get("from") and a.get("to")]:
        first, after = dt.date.fromisoformat(days["from"]), dt.date.fromisoformat(days["to"])
        for a, b in ((0, 1), (1, 0), (1, 1)):
            alts.append({"from": (first + a * _ONE_DAY).isoformat(), "to": (after - b * _ONE_DAY).isoformat()})
    return {**p, "alts": alts}


def run(gold: list[Gold], peer: Peer) -> tuple[Predictions, float]:
    """Return a peer's predictions and its CPU seconds."""
    peer("It opened on May 5, 2019.", dt.date(2020, 1, 1))  # load what is loaded lazily
    began = time.process_time()
    out = {d["id"]: peer(d["text"], dt.date.fromisoformat(d["dct"])) for d in gold}
    return out, time.process_time() - began


def alone(gold: list[Gold]) -> float:
    """Return the CPU seconds of the times stage by itself, sentences given."""
    ready = [
        (d["text"], document_of(d["text"], dt.date.fromisoformat(d["dct"])), sentences_of(d["text"])) for d in gold
    ]
    began = time.process_time()
    for text, document, sentences in ready:
        extract_times(text, document, sentences)
    return time.process_time() - began


def covered(gold: list[Gold]) -> list[Gold]:
    return [d for d in gold if not any(re.search(p, d["text"]) for p in NOT_COVERED)]


def report_classes(score: ModuleType, gold: list[Gold], out: Predictions) -> None:
    n, ok = score.by_class(gold, out)
    shares = ", ".join(f"{c} {ok[c]}/{n[c]}" for c in n)
    print(f"    right by class: {shares}; all {sum(ok.values())}/{sum(n.values())}")


def report_ours(score: ModuleType, name: str, gold: list[Gold]) -> None:
    out, _ = run(gold, ours)
    out = adapted(name, gold, out)
    speed = sum(len(d["text"]) for d in gold) / max(alone(gold), 1e-9)
    print(score.row(f"{name}: ours", score.score(gold, out), f"{speed:,.0f}"))
    if name.startswith("recognizers"):
        out = {key: [translated(score, p) for p in found] for key, found in out.items()}
        print(score.row(f"{name}: ours, translated", score.score(gold, out)))
        report_classes(score, covered(gold), out)
    if "class" in gold[0]:
        report_classes(score, gold, out)


def report_peers(score: ModuleType, name: str, gold: list[Gold], peers: dict[str, Peer]) -> None:
    size = sum(len(d["text"]) for d in gold)
    for title, peer in peers.items():
        out, seconds = run(gold, peer)
        print(score.row(f"{name}: {title}", score.score(gold, out), f"{size / seconds:,.0f}"))
        if "class" in gold[0]:
            report_classes(score, gold, out)
    try:
        out, seconds = recognizers([(d["id"], d["text"], d["dct"]) for d in gold])
    except MissingPeerError as reason:
        print(f"{name}: Recognizers-Text: skipped, {reason}")
        return
    print(score.row(f"{name}: Recognizers-Text", score.score(gold, out), f"{size / seconds:,.0f}"))
    if "class" in gold[0]:
        report_classes(score, gold, out)


def load_peers() -> dict[str, Peer]:
    peers: dict[str, Peer] = {}
    for title, load in (("dateparser search", search_dates), ("spaCy DATE + dateparser", spacy_dates)):
        try:
            peers[title] = load()
        except MissingPeerError as reason:
            print(f"{title}: skipped, {reason}")
    try:
        recognizers([])
    except MissingPeerError as reason:
        print(f"Recognizers-Text: skipped, {reason}")
    return peers


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="?", type=Path, default=ROOT.parent / "shared/benchmarks/times")
    parser.add_argument("--errors", nargs=2, metavar=("SET", "N"))
    parser.add_argument("--alone", action="store_true")
    args = parser.parse_args()
    score = load_scorer(args.data)
    peers = {} if args.alone or args.errors else load_peers()
    gold = {n: list(score.load(args.data / f"{n}.jsonl", None).values()) for n in SETS}
    if args.errors:
        name, number = args.errors
        out = adapted(name, gold[name], run(gold[name], ours)[0])
        if name.startswith("recognizers"):
            out = {key: [translated(score, p) for p in found] for key, found in out.items()}
        score.score(gold[name], out, int(number))
        return
    gold["meantime"] = gold["meantime_airbus"] + gold["meantime_stock"]
    print(score.HEAD)
    for name, documents in gold.items():
        report_ours(score, name, documents)
        if not args.alone:
            report_peers(score, name, documents, peers)


if __name__ == "__main__":
    main()
