import pytest

from pipeline.review.columns import FIELDS, VERDICT, verdict_column
from pipeline.review.score import NoVerdictsError, field_verdict, score, score_text, wilson
from tests.review.sheets import row

Row = dict[str, str]


def judged(rows: list[Row]) -> list[Row]:
    """Fill in what reading a sheet fills in."""
    blank = dict.fromkeys([VERDICT, *map(verdict_column, FIELDS)], "")
    return [{**blank, **one} for one in rows]


def test_wilson_as_published() -> None:
    # Newcombe 1998, Statistics in Medicine 17, table I: 81 of 263 and 0 of 20.
    assert wilson(81 / 263, 263) == pytest.approx((0.2553, 0.3662), abs=1e-4)
    assert wilson(0, 20) == pytest.approx((0, 0.1611), abs=1e-4)


def test_strata_are_weighted_back_to_the_run() -> None:
    rows = [row("large", 90, "y", n) for n in range(5)] + [row("small", 10, "n", n) for n in range(5)]
    result = score(judged(rows))
    assert result.strict.right == pytest.approx(0.9)
    assert result.types["small"].right == 0
    assert result.types["large"].rows == 5


def test_equal_weights_give_the_plain_interval_and_unequal_ones_a_wider() -> None:
    even = score(judged([row("a", 10, "yn"[n % 2], n) for n in range(10)])).strict
    assert (even.low, even.high) == pytest.approx(wilson(0.5, 10))
    rows = [row("a", 90, "yn"[n % 2], n) for n in range(4)] + [row("b", 10, "yn"[n % 2], n) for n in range(6)]
    uneven = score(judged(rows)).strict
    assert uneven.high - uneven.low > even.high - even.low


def test_partly_counts_in_the_second_figure_only() -> None:
    result = score(judged([row("a", 3, verdict, n) for n, verdict in enumerate("ypn")]))
    assert (result.strict.right, result.lenient.right) == pytest.approx((1 / 3, 2 / 3))


@pytest.mark.parametrize(
    ("verdict", "marks", "metric", "value"),
    [
        ("y", {}, "y", "y"),
        ("n", {}, "n", "n"),
        ("n", {"value_ok": "y"}, "n", "y"),
        ("p", {}, "", ""),
        ("p", {"metric_ok": "n"}, "n", "y"),
        ("p", {"value_ok": "y"}, "", "y"),
    ],
)
def test_a_field_without_a_verdict_follows_the_claim(
    verdict: str, marks: dict[str, str], metric: str, value: str
) -> None:
    one = judged([row("a", 1, verdict, **marks)])[0]
    assert (field_verdict(one, "metric"), field_verdict(one, "value")) == (metric, value)


def test_missing_rows_strata_and_verdicts_are_told() -> None:
    rows = judged([row("a", 5, "y", rows="4"), row("b", 7, "", rows="4")])
    warnings = "\n".join(score(rows).warnings)
    assert "2 of the sheet's 4 rows are missing" in warnings
    assert "1 rows have no verdict" in warnings
    assert "no verdict on b: the figures do not speak for its 7 claims" in warnings


def test_a_sheet_without_verdicts_is_refused() -> None:
    with pytest.raises(NoVerdictsError):
        score(judged([row("a", 5, "")]))


def test_the_table_names_every_part() -> None:
    text = score_text(score(judged([row("revenue", 5, "y")])))
    assert all(f"  {name} " in text for name in ("revenue", *FIELDS))
