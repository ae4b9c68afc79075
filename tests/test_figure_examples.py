"""The sentences that the claims' weights are fitted on: their form, and that the stages read them as written."""

import importlib.util
import re
import sys
from pathlib import Path
from typing import get_args

import pytest

from pipeline.records import ClaimType, EntityLabel

FOLDER = Path(__file__).parents[1] / "benchmarks"
LINES = (FOLDER / "figure_examples.tsv").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def module():
    spec = importlib.util.spec_from_file_location("figure_examples", FOLDER / "figure_examples.py")
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = loaded
    spec.loader.exec_module(loaded)
    return loaded


def test_every_figure_stands_in_its_sentence_in_order_and_is_of_a_known_type():
    for number, line in enumerate(LINES, 1):
        block, marked, figures = line.split("\t")
        assert block in "plh", number
        assert set(re.findall(r"\|([A-Z_]+)\*?\]", marked)) <= set(get_args(EntityLabel)), number
        plain, at = re.sub(r"\[([^\[\]|]+)\|[A-Z_]+\*?\]", r"\1", marked), 0
        for figure in figures.split(" ; "):
            text, what = figure.rsplit(" = ", 1)
            at = plain.index(text.strip(), at) + len(text.strip())
            claim = re.fullmatch(r"(\w+) (\w+) @ .+", what)
            assert what in ("change", "previous", "none") or (claim and claim[1] in get_args(ClaimType)), number


def test_no_sentence_stands_twice():
    assert len(set(LINES)) == len(LINES)


def test_names_and_figures_are_read_from_a_line(module, tmp_path):
    file = tmp_path / "lines.tsv"
    file.write_text(
        "p\t[Lumo|ORG] sold 3.2 million phones, up 12%.\t"
        "3.2 million phones = sales_volume sales_volume @ Lumo ; 12% = change\n",
        encoding="utf-8",
    )
    (sentence,) = module.figure_sentences(file)
    assert [(e.text, e.label) for e in sentence.parsed.entities] == [("Lumo", "ORG")]
    told = [sentence.of(q) for q in sentence.parsed.quantities]
    assert [(t.role, t.metric, t.subject) for t in told] == [("claim", "sales_volume", "Lumo"), ("change", "", "")]
