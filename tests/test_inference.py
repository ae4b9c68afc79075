from __future__ import annotations

from spacy.language import Language
from threadpoolctl import threadpool_info

from pipeline import inference
from pipeline.flow import Flow
from pipeline.inference import annotate

TEXTS = [
    "Orvelle SA said on Monday that Maren Tolk will open a plant in Leeds with Calder Foods plc.",
    "",
    "Sales rose.",
    "It sold 2.4 million pumps, which cost €129 each, in Spain and in Chile, and plans to hire 350 people there.",
] * 5


def _read(docs):
    return [
        ([(e.start, e.end, e.label_) for e in doc.ents], [(t.text, t.tag_, t.head.i, t.dep_) for t in doc])
        for doc in docs
    ]


def _annotated(flow, components):
    return _read(annotate(flow.nlp, map(flow.nlp.make_doc, TEXTS), components))


def test_components_find_what_they_find_in_the_models_own_pipe(flow: Flow) -> None:
    assert _annotated(flow, flow.nlp.pipe_names) == _read(flow.nlp.pipe(TEXTS))


def test_batches_change_nothing(flow: Flow, monkeypatch) -> None:
    whole = _annotated(flow, flow.nlp.pipe_names)
    monkeypatch.setattr(inference, "BATCH", 20)
    assert _annotated(flow, flow.nlp.pipe_names) == whole


def test_only_the_components_asked_for_run(flow: Flow) -> None:
    named = _annotated(flow, ["ner"])
    assert any(ents for ents, _ in named)
    assert not any(tag or dep for _, tokens in named for _, tag, _, dep in tokens)
    assert not any(ents for ents, _ in _annotated(flow, ["tok2vec", "tagger", "parser"]))


def test_a_component_without_a_pipe_of_its_own_runs_on_every_doc(flow: Flow) -> None:
    @Language.component("test_marks")
    def marks(doc):
        doc.user_data["marked"] = len(doc)
        return doc

    flow.nlp.add_pipe("test_marks")
    try:
        docs = list(annotate(flow.nlp, map(flow.nlp.make_doc, TEXTS), ["test_marks"]))
    finally:
        flow.nlp.remove_pipe("test_marks")
    assert [doc.user_data["marked"] for doc in docs] == [len(doc) for doc in docs]


def test_the_threads_of_the_callers_matrices_are_left_as_they_were(flow: Flow) -> None:
    def threads():
        return [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]

    before = threads()
    _annotated(flow, ["ner"])
    assert threads() == before
