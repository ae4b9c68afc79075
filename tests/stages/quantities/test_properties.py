"""Properties that hold for any amount, any text between amounts and any noise."""

import time
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.stages.quantities import quantities_in

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(n: int) -> str:
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10 - 2] + (f"-{ONES[n % 10]}" if n % 10 else "")
    for name, size in (("billion", 10**9), ("million", 10**6), ("thousand", 1000), ("hundred", 100)):
        if n >= size:
            rest = n % size
            joint = " and " if name == "hundred" else " "
            return f"{in_words(n // size)} {name}" + (joint + in_words(rest) if rest else "")
    raise AssertionError(n)


def indian(n: int) -> str:
    head, tail = str(n)[:-3], str(n)[-3:]
    groups = [head[max(i - 2, 0) : i] for i in range(len(head), 0, -2)][::-1]
    return ",".join([*groups, tail])


WHOLE = st.integers(3, 10**10 - 1)
WRITTEN = WHOLE.flatmap(
    lambda n: st.sampled_from([str(n), f"{n:,}", f"{n:,}".replace(",", "\u202f"), indian(n), in_words(n)]).map(
        lambda text: (text, Fraction(n))
    )
)
SCALED = st.tuples(
    st.integers(1, 999),
    st.integers(0, 99),
    st.sampled_from([("million", 6), ("bn", 9), ("crore", 7), ("trillion", 12)]),
).map(lambda x: (f"{x[0]}.{x[1]:02d} {x[2][0]}", (Fraction(x[0]) + Fraction(x[1], 100)) * 10 ** x[2][1]))
NUMBERS = WRITTEN | SCALED
UNITS = [
    ("$%s", "money", "USD"),
    ("RMB %s", "money", "CNY"),
    ("€%s", "money", "EUR"),
    ("CHF %s", "money", "CHF"),
    ("HK$%s", "money", "HKD"),
    ("%s euros", "money", "EUR"),
    ("%s Swedish kronor", "money", "SEK"),
    ("%s percent", "percent", "percent"),
    ("%s percentage points", "percent", "percentage_point"),
    ("%s kilometres", "measure", "kilometre"),
    ("%s MWh", "measure", "megawatt_hour"),
    ("%s square feet", "measure", "square_foot"),
    ("%s years", "duration", "year"),
]


@given(NUMBERS, st.sampled_from(UNITS))
@settings(max_examples=250, deadline=None)
def test_any_amount_comes_back_with_value_unit_and_span(
    number: tuple[str, Fraction], unit: tuple[str, str, str]
) -> None:
    written, value = number
    form, kind, name = unit
    amount = form % written
    if not form.startswith("%") and written[0].isalpha():
        return  # nobody writes "$five"
    text = f"They got {amount} at once."
    (found,) = quantities_in(text)
    assert text[found.start : found.end] == amount
    assert (found.kind, found.unit) == (kind, name)
    assert found.value == pytest.approx(float(value), rel=1e-12)


@given(NUMBERS)
@settings(max_examples=120, deadline=None)
def test_any_count_comes_back_with_its_noun_and_the_span_of_the_number(number: tuple[str, Fraction]) -> None:
    written, value = number
    text = f"They hired at least {written} skilled workers there."
    (found,) = quantities_in(text)
    if written.isdigit() and len(written) == 4 and 1800 <= value < 2100:
        return
    assert text[found.start : found.end] == written
    assert (found.kind, found.unit, found.bound) == ("count", "worker", "ge")
    assert found.value == pytest.approx(float(value), rel=1e-12)


AMOUNTS = st.sampled_from(
    ["$5 million", "12 per cent", "1,200 workers", "6.5-inch screens", "RMB3.2bn", "nine months", "3x zoom", "40 km"]
)
BETWEEN = st.lists(
    st.sampled_from("the firm said that its shop near Tarvo was open while buyers left".split()), min_size=6
)


@given(AMOUNTS, BETWEEN, AMOUNTS)
@settings(max_examples=120, deadline=None)
def test_text_between_amounts_changes_nothing(first: str, between: list[str], second: str) -> None:
    alone = [[(q.kind, q.value, q.unit) for q in quantities_in(f"Here are {part}; so.")] for part in (first, second)]
    text = f"Here are {first}; {' '.join(between)}; here are {second}; so."
    assert [(q.kind, q.value, q.unit) for q in quantities_in(text)] == alone[0] + alone[1]


NOISE = st.text(
    st.sampled_from("0123456789.,-–/:%$€+()[]{}’”'\"x× amkKMbnthousandive½万 \n\u00a0"), max_size=60
) | st.text(max_size=60)
FRAGMENTS = st.lists(
    NOISE
    | AMOUNTS
    | st.sampled_from(["one", "half a", "up", "to", "from", "and", "No.", "top", "third", "twice", "million"]),
    max_size=8,
).map(" ".join)


@given(FRAGMENTS)
@settings(max_examples=300, deadline=None)
def test_spans_are_in_order_and_never_overlap(text: str) -> None:
    end = 0
    for found in quantities_in(text):
        assert end <= found.start < found.end <= len(text)
        assert not text[found.start].isspace()
        assert not text[found.end - 1].isspace()
        end = found.end


PUMPED = [
    "1", "1,", "11,111,", "1 ", "1 111 ", "1.", "1'", "five ", "five-", "million ", "one hundred and ", "$", "$1 ", "1% ",
    "1-", "1 to ", "1 or ", "1 x ", "1:", "1/", "(1) ", "((", "1” ", "”1", "1 km/", "a third of ", "one in ", "up 1 ",
    "by 1 by ", "of ", "number of ", "the ", "more than ", "top 3 ", "No. 1 ", "ranked 4th ", "twice ", "3 times ", "1e1",
    "R&D&", "a.b.", "1½ ", "1万", "employees ", "10 big ", "1 thousand ", "1 foot 1 inch ", "X 1 ", "in Canadian dollars ",
    "2-1 ", "0.6 of a ", "5 for each ", "2 to 1 ", "annual capacity of 1 kWh ", "$1 million from 2 million ", "f/1.7 ",
    "1 in every ", "5 cents a share, or 3 cents ", "4-1/2 ", "5% (4% ", "1,000 of the town's ", "adults over 60, ",
]  # fmt: skip


@pytest.mark.parametrize("pump", PUMPED)
def test_time_grows_no_faster_than_the_text(pump: str) -> None:
    def seconds(size: int) -> float:
        text = (pump * (size // len(pump) + 1))[:size]
        best = 1e9
        for _ in range(2):
            start = time.process_time()
            quantities_in(text)
            best = min(best, time.process_time() - start)
        return best

    short = max(seconds(2_000), 0.003)
    assert seconds(8_000) < 2.6**2 * short * 1.5


@pytest.mark.parametrize("text", ["No. ¹A", "NO ¹", "revenue¹ rose", "NO. ²", "No. ١", "note ³ below"])
def test_superscripts_and_digits_of_other_scripts_are_no_numbers(text: str) -> None:
    assert quantities_in(text) == []


@given(st.integers(1, 200), st.integers(1, 200))
def test_scores_are_no_quantities_and_ranges_are(a: int, b: int) -> None:
    found = quantities_in(f"They won {max(a, b + 1)}-{min(a, b + 1)} in Ghent.") if a != b + 1 else []
    assert found == []
    (span,) = quantities_in(f"They need {a}-{a + b} trucks in Ghent.")
    assert (span.value, span.value_max, span.unit) == (a, a + b, "truck")


@given(st.decimals("0.01", "99", places=2), st.decimals("0.01", "99", places=2), st.sampled_from(["share", "barrel"]))
def test_the_rate_of_a_price_holds_for_the_price_it_is_compared_with(new: Decimal, old: Decimal, per: str) -> None:
    for text in (f"It is ${new} a {per}, up from ${old}.", f"It rose ${old}, or 2%, to ${new} a {per}."):
        prices = [found for found in quantities_in(text) if found.kind == "money"]
        assert [found.per for found in prices] == [per, per]
