"""Records of an article: ids, offsets, furniture, times, names, and what the dollar means."""

from pipeline.records import Block, Entity, Quantity, Sentence, Time
from pipeline.stages.quantities import extract_quantities


def sentence(text: str, part: str, block: Block = "paragraph") -> Sentence:
    start = text.index(part)
    return Sentence(doc_id="d", start=start, end=start + len(part), text=part, sentence_id=f"d.s{start}", block=block)


def time(text: str, part: str, kind: str = "period") -> Time:
    start = text.index(part)
    end = start + len(part)
    return Time.model_validate(
        {
            "doc_id": "d",
            "start": start,
            "end": end,
            "text": part,
            "sentence_id": "d.s0",
            "time_id": "d.t0",
            "kind": kind,
        }
    )


def extract(text: str, *times: Time, dollar: str = "USD") -> list[Quantity]:
    return extract_quantities(text, [sentence(text, text)], times, dollar=dollar)


def test_records_are_grounded_in_the_source_and_numbered_in_order() -> None:
    text = "Noise 12%.\n\nTarvo sold 5 million units.\nIts margin was 9.5%."
    parts = [sentence(text, "Tarvo sold 5 million units."), sentence(text, "Its margin was 9.5%.")]
    found = extract_quantities(text, parts)
    assert [(q.quantity_id, q.text, q.sentence_id) for q in found] == [
        ("d.q0", "5 million", parts[0].sentence_id),
        ("d.q1", "9.5%", parts[1].sentence_id),
    ]
    assert all(text[q.start : q.end] == q.text for q in found)


def test_furniture_gives_nothing() -> None:
    text = "Share this: 12 comments"
    assert extract_quantities(text, [sentence(text, text, "furniture")]) == []


def test_no_sentences_give_nothing() -> None:
    assert extract_quantities("", []) == []


def test_a_number_inside_a_time_is_no_quantity_but_a_length_of_time_is() -> None:
    text = "Over the next 10 years it opens 40 shops; by the 500 mark it pays."
    found = extract(text, time(text, "Over the next 10 years"), time(text, "by the 500 mark"))
    assert [q.text for q in found] == ["10 years", "40"]


def test_a_frequency_is_a_count_though_it_is_a_recurring_time() -> None:
    text = "It runs 6 billion times a day."
    (found,) = extract(text, time(text, "6 billion times a day", "set"))
    assert (found.value, found.unit, found.per) == (6_000_000_000, "time", "day")


def test_a_number_inside_a_name_is_no_quantity() -> None:
    text = "the valux top list of 50 firms grew"
    name = Entity(
        doc_id="d", start=4, end=30, text=text[4:30], sentence_id="d.s0", label="WORK_OF_ART", entity_id="e", name="x"
    )
    assert [q.text for q in extract_quantities(text, [sentence(text, text)])] == ["50"]
    assert extract_quantities(text, [sentence(text, text)], names=[name]) == []


def test_a_wrong_name_round_an_amount_of_money_does_no_harm() -> None:
    text = "It costs RMB 3699 in shops."
    name = Entity(
        doc_id="d", start=9, end=17, text="RMB 3699", sentence_id="d.s0", label="ORG", entity_id="e", name="x"
    )
    (found,) = extract_quantities(text, [sentence(text, text)], names=[name])
    assert (found.value, found.unit) == (3699, "CNY")


def test_the_dollar_is_the_callers_choice() -> None:
    assert [q.unit for q in extract("It paid $5 and 3 dollars.", dollar="AUD")] == ["AUD", "AUD"]


def test_the_dollar_is_what_the_article_states() -> None:
    text = "It paid $5 million. All amounts are stated in Canadian dollars."
    assert [q.unit for q in extract(text)] == ["CAD"]


def test_the_dollar_is_that_of_the_home_exchange() -> None:
    assert [q.unit for q in extract("Varn Mines (TSX.V: VRN) (OTCQX: VRNMF) raised $5 million.")] == ["CAD"]
    assert [q.unit for q in extract("Varn Mines (ASX: VRN; OTC: VRNMF) raised $5 million.")] == ["AUD"]


def test_the_dollar_is_that_of_the_only_exchange_spoken_of_where_nothing_american_is() -> None:
    text = "Varn was fined $5 million. The S&P/ASX 200 closed higher."
    assert [q.unit for q in extract(text) if q.kind == "money"] == ["AUD"]
    assert [q.unit for q in extract(text + " Brent rose.") if q.kind == "money"] == ["USD"]


def test_cents_are_of_the_main_currency_where_no_dollar_is_spoken_of() -> None:
    text = "It paid 304 cents a share after a charge of R1.3 billion."
    assert [q.unit for q in extract(text)] == ["ZAR", "ZAR"]


def test_a_second_listing_in_new_york_leaves_the_dollar_what_it_is() -> None:
    assert [q.unit for q in extract("Varn Mines (TSX: VRN, NYSE: VRNM) raised $5 million.")] == ["USD"]


def test_another_dollar_that_is_only_mentioned_changes_nothing() -> None:
    text = "It paid $5 million and C$7 million; bonds in Canadian dollars fell."
    assert [q.unit for q in extract(text)] == ["USD", "CAD"]


def test_a_heading_in_title_case_has_counts_but_no_model_numbers() -> None:
    text = "Tarvo Cuts 500 Jobs as Model 7 Sales Fall 30%\nThe Model 7 has sold badly for Tarvo."
    title, body = text.split("\n")
    parts = [sentence(text, title, "title"), sentence(text, body)]
    assert [(q.text, q.unit) for q in extract_quantities(text, parts)] == [("500", "job"), ("30%", "percent")]


def test_them_are_what_the_sentence_before_counted() -> None:
    text = "Some 9,000 brands took part.\nOf these, 486 sold out.\nIt hopes for another 150 of them."
    found = extract_quantities(text, [sentence(text, line) for line in text.split("\n")])
    assert [(q.value, q.unit) for q in found] == [(9000, "brand"), (486, "brand"), (150, "brand")]


def test_the_dateline_tells_the_dollar_where_nothing_american_is_spoken_of() -> None:
    text = "HALIFAX, Nova Scotia, May 3, 2024 - Ostrel raised $6 million."
    assert [q.unit for q in extract(text)][-1] == "CAD"
    assert [q.unit for q in extract(text + " It is American.")][-1] == "USD"
    assert [q.unit for q in extract("In Nova Scotia, Ostrel raised $6 million.")] == ["USD"]


def test_the_dateline_of_the_next_article_tells_nothing_of_the_dollar_of_this_one() -> None:
    first, second = "Ostrel raised $6 million.", "HALIFAX, Nova Scotia, May 3 - Varno sold a mill."
    text = f"{first}\n\n{second}"
    assert [q.unit for q in extract_quantities(text, [sentence(text, first)])] == ["USD"]


def test_millions_are_written_with_a_letter_behind_codes_too() -> None:
    assert [(q.value, q.unit) for q in extract("Ostrel made EUR 344m (291m).")] == [(344e6, "EUR"), (291e6, "EUR")]


def test_what_measures_metres_is_no_million() -> None:
    text = "Ostrel spent £9m on a sports centre. Its pool measures 50m."
    assert [(q.value, q.unit) for q in extract(text)][-1] == (50, "metre")
