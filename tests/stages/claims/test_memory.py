"""What a subject may be carried from: the article's topics, its market, the thing mentioned last, former and latter."""

import pytest

from pipeline.records import Document, Entity
from pipeline.stages.claims.subjects import Sought, SubjectMemory, find_subject, spoken_market


def entity(name, start, label="PRODUCT"):
    return Entity(
        doc_id="d",
        sentence_id="d.s0",
        start=start,
        end=start + len(name),
        text=name,
        label=label,
        entity_id=name,
        name=name,
    )


def memory(*mentions, company=None, cited=frozenset(), market=None):
    document = Document(doc_id="d", source="a.txt", sha256="0", start=0, end=999, company=company)
    return SubjectMemory(document, mentions, cited, market=market)


@pytest.mark.parametrize(
    ("texts", "market"),
    [
        (["The global smartphone market shrank.", "In the smartphone market, prices rose."], "smartphone market"),
        (["Sales in the Indian tablet market fell."], "tablet market"),
        (["The EV market is young."], "EV market"),
        (["The market fell and the whole industry with it."], None),
        (["Kettle shipments rose.", "Kettles cost more.", "Makers of kettles are glad."], "kettle market"),
        (["Q3 TV Shipments", "Brands sold fewer TVs."], "TV market"),
        (["Castellan sales rose, and net sales too."], None),
        ([], None),
    ],
)
def test_the_market_of_an_article_is_the_one_it_names_most(texts, market):
    assert spoken_market(texts) == market


def test_a_topic_is_what_is_mentioned_most_but_neither_the_company_nor_whom_it_cites():
    mentions = [entity("Lumo One", 0), entity("Lumo Two", 20), entity("Lumo Two", 40)]
    firms = [entity("Orvelle", 60, "ORG"), entity("Orvelle", 80, "ORG"), entity("Datalys", 90, "ORG")]
    firms.append(entity("Castellan", 95, "ORG"))
    topics = memory(*mentions, *firms, company="Orvelle", cited=frozenset({"Datalys"})).topics
    assert (topics["PRODUCT"].name, topics["ORG"].name) == ("Lumo Two", "Castellan")


def test_the_thing_mentioned_last_and_the_pair_are_those_of_the_sentences_before():
    one, two = entity("Lumo One", 0), entity("Lumo Two", 20)
    held = memory(one, two)
    held.enter([one, two], titled=False)
    assert not held.latest
    held.enter([], titled=False)
    assert held.latest["PRODUCT"].name == "Lumo Two"
    assert [e.name for e in held.pairs["PRODUCT"]] == ["Lumo One", "Lumo Two"]


def test_the_first_thing_of_a_paragraph_is_carried_to_its_end_and_no_further():
    one, two = entity("Lumo One", 0), entity("Lumo Two", 20)
    held = memory(one, two)
    held.enter([one], titled=False, opens=True)
    held.enter([two], titled=False)
    held.enter([], titled=False)
    assert held.paragraph["PRODUCT"].name == "Lumo One"
    held.enter([], titled=False, opens=True)
    assert not held.paragraph


@pytest.mark.parametrize(("word", "name"), [("former", "Lumo One"), ("latter", "Lumo Two")])
def test_former_and_latter_stand_for_the_two_things_named_together_before(parsed, word, name):
    one, two = entity("Lumo One", 0), entity("Lumo Two", 20)
    held = memory(one, two)
    held.enter([one, two], titled=False)
    held.enter([], titled=False)
    sentence = parsed(f"The {word} weighs little.")
    sought = Sought(sentence.root(4, 10), "spec")
    choice = find_subject(sentence, held, sought)
    told = [c.value.name for c in choice.candidates if f"from:{word}.PRODUCT" in c.evidence]
    assert told == [name]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("5G networks are fast.", "5G networks"),
        ("The global phone market grew.", "phone market"),
    ],
)
def test_an_unnamed_subject_is_a_head_phrase_of_whole_words(parsed, sentence, name):
    found = parsed(sentence)
    verb = next(t for t in found.doc if t.text in ("are", "grew", "is"))
    choice = find_subject(found, memory(), Sought(verb, "spec"))
    assert name in {c.value.name for c in choice.candidates}


@pytest.mark.parametrize(("block", "found"), [("title", False), ("paragraph", True)])
def test_a_title_s_company_without_article_is_the_article_s(parsed, block, found):
    sentence = parsed("Company will open five kiosks.", block)
    choice = find_subject(sentence, memory(company="Orvelle"), Sought(sentence.doc[2], "facility"))
    assert ("Company" in {c.value.name for c in choice.candidates}) == found
