from __future__ import annotations

import pytest

from pipeline.lexicon import rows
from pipeline.stages.entities.context import context_votes
from pipeline.stages.entities.evidence import best
from pipeline.stages.entities.intrinsic import intrinsic_votes
from pipeline.stages.entities.mention import Candidate
from pipeline.stages.entities.recognizer import LABELS
from pipeline.stages.entities.vocabulary import CLASSES
from tests.stages.entities.conftest import line

SPECIAL = {"number", "year", "placename", "exchange", "code", "ticker"}


def around(text: str) -> str:
    """Return what the words round the name Xyz speak for."""
    sentence = line(text)
    at = next(i for i, t in enumerate(sentence.tokens) if t.text == "Xyz")
    return best(context_votes(sentence, at, at + 1))[0]


def itself(name: str) -> str:
    sentence = line(name)
    return best(intrinsic_votes(Candidate(sentence, 0, len(sentence.tokens), None), frozenset()))[0]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("shares of Xyz fell", "ORG"),
        ("the chief executive of Xyz", "ORG"),
        ("Xyz's revenue rose", "ORG"),
        ("Xyz CEO Ada Cole said", "ORG"),
        ("carmaker Xyz said", "ORG"),
        ("Xyz (NYSE: XYZ) rose", "ORG"),
        ("Xyz (1810.HK) rose", "ORG"),
        ("Xyz, a maker of lamps, rose", "ORG"),
        ("Xyz said it would pay", "ORG"),
        ("told Ms. Xyz that", "PERSON"),
        ("its founder Xyz said", "PERSON"),
        ("Xyz, 45, joined", "PERSON"),
        ("based in Xyz", "GPE"),
        ("the Xyz-based bank", "GPE"),
        ("Xyz province is", "GPE"),
        ("the launch of Xyz", "PRODUCT"),
        ("the Xyz smartphone", "PRODUCT"),
        ("its drug Xyz was", "PRODUCT"),
        ("Xyz, the company's inhaled therapy, sold", "PRODUCT"),
        ("Xyz is equipped with a lamp", "PRODUCT"),
        ("the Xyz shopping festival", "EVENT"),
        ("on the Xyz ranking", "WORK_OF_ART"),
        ("Xyz technology is", "NONE"),
    ],
)
def test_words_beside_a_name_tell_what_it_is(text: str, label: str) -> None:
    assert around(text) == label


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Quillon Pte. Ltd.", "ORG"),
        ("University of Arden", "ORG"),
        ("Arden Heavy Industries", "ORG"),
        ("Toyota Velara", "PRODUCT"),
        ("FOV", "NONE"),
        ("Orbit 9 Pro", "PRODUCT"),
        ("Orbit Watch", "PRODUCT"),
        ("T-200ER", "PRODUCT"),
        ("Velaximab", "PRODUCT"),
        ("Hartwell Developer Conference", "EVENT"),
        ("Baxter Innovation Award", "WORK_OF_ART"),
        ("Baxter Cloud 100", "WORK_OF_ART"),
        ("Priya Raman", "PERSON"),
        ("Peru", "GPE"),
        ("Western Europe", "LOC"),
        ("Peruvian", "NORP"),
        ("Arden Airport", "FAC"),
        ("Clean Harbours Act", "LAW"),
        ("Surround Display", "NONE"),
        ("YoY", "NONE"),
        ("Bluetooth 5.2", "NONE"),
        ("Inc.", "NONE"),
    ],
)
def test_a_name_itself_tells_what_it_is(name: str, label: str) -> None:
    assert itself(name) == label


def test_every_cue_names_a_known_label_and_known_classes() -> None:
    for row in rows("name_cues"):
        classes = {word[1:-1] for word in row["words"].split() if word.startswith("{")}
        assert row["side"] in ("before", "after"), row
        assert row["label"] in LABELS | {"NONE"}, row
        assert classes <= CLASSES.keys() | SPECIAL, row
