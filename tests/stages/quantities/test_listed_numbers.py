"""Bare numbers of lists, which a heading or a sentence with a colon says the meaning of."""

from pipeline.records import Block, Entity, Sentence
from pipeline.stages.quantities import extract_quantities

Line = tuple[Block, str]


def read(*lines: Line, names: tuple[str, ...] = ()) -> list[tuple[str, str, float, str | None]]:
    """Return (text, kind, value, unit) of the quantities of lines, in which `names` are names of products."""
    text = "\n".join(line for _, line in lines)
    sentences, at = [], 0
    for n, (block, line) in enumerate(lines):
        end = at + len(line)
        sentences.append(Sentence(doc_id="d", start=at, end=end, text=line, sentence_id=f"d.s{n}", block=block))
        at = end + 1
    entities = [
        Entity(
            doc_id="d", start=(start := text.index(name)), end=start + len(name), text=name, entity_id="e", name=name,
            label="PRODUCT", form="name", sentence_id=next(s.sentence_id for s in sentences if s.start <= start < s.end),
        )
        for name in names
    ]  # fmt: skip
    return [(q.text, q.kind, q.value, q.unit) for q in extract_quantities(text, sentences, names=entities)]


HEAD: Line = ("heading", "Deliveries by model")


def test_a_list_counts_what_its_heading_says() -> None:
    found = read(HEAD, ("list_item", "Varno One: 8,200 (+12%)"), ("list_item", "2. Varno Two – 924"))
    assert [q for q in found if q[1] == "count"] == [("8,200", "count", 8200, "unit"), ("924", "count", 924, "unit")]


def test_a_sentence_with_a_colon_heads_a_list() -> None:
    lead: Line = ("paragraph", "Shipments in the quarter were as follows:")
    found = read(lead, ("list_item", "Ostrel: 60.1 million"), ("list_item", "Varno: 28.5m, down 2%"))
    assert found[:2] == [("60.1 million", "count", 60_100_000, "unit"), ("28.5m", "count", 28_500_000, "unit")]
    assert ("28.5m", "measure", 28.5, "metre") in read(
        ("list_item", "Ostrel: 60.1 million"), ("list_item", "Varno: 28.5m")
    )


def test_the_scale_of_the_heading_holds_for_the_list() -> None:
    head: Line = ("heading", "Turnover by brand (in € million)")
    found = read(head, ("list_item", "Ostrel: 31.5"), ("list_item", "Varno: 7"))
    assert found == [("31.5", "money", 31_500_000, "EUR"), ("7", "money", 7_000_000, "EUR")]


def test_points_part_the_thousands_of_a_count() -> None:
    found = read(("heading", "Best-selling vans"), ("list_item", "Ostrel: 27.247"), ("list_item", "Varno: 6.999"))
    assert [q[2] for q in found] == [27_247, 6_999]


def test_a_list_of_names_goes_on_with_what_the_last_one_counted() -> None:
    first = (HEAD, ("list_item", "Varno One: 8,200"), ("list_item", "Varno Two: 3,100"))
    second = (("heading", "Abroad"), ("list_item", "Lumo: 1,200"), ("list_item", "Seats: 1,100"))
    found = read(*first, *second, names=("Lumo",))
    assert ("1,200", "count", 1200, "unit") in found
    assert ("1,100", "count", 1100, "unit") not in found


def test_years_and_single_lines_are_no_list() -> None:
    assert read(HEAD, ("list_item", "Founded: 1998"), ("list_item", "Listed: 2007")) == []
    assert ("8,200", "count", 8200, "unit") not in read(HEAD, ("list_item", "Varno One: 8,200"))
