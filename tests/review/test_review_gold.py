from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.records import Claim
from pipeline.review.gold import Reviewed, reviewed_gold
from pipeline.review.sheet import SheetError, read_sheet
from pipeline.tables import load_run
from tests.review.sheets import save, sheet

Edit = Callable[..., Reviewed]


@pytest.fixture
def review(finished_run: Path, tmp_path: Path) -> Edit:
    """Judge the claim on revenue with the cells given, nothing else, and turn the sheet into gold."""

    def run(**cells: str) -> Reviewed:
        rows = sheet(finished_run)
        next(r for r in rows if r["metric"] == "revenue" and r["value"] == "53700000").update(cells)
        return reviewed_gold(read_sheet(save(tmp_path / "s.csv", rows)), load_run(finished_run))

    return run


def claim(reviewed: Reviewed) -> Claim:
    (found,) = [r for records in reviewed.gold.values() for r in records if isinstance(r, Claim)]
    return found


def test_a_right_claim_is_gold_as_it_is_with_what_it_needs(review: Edit, finished_run: Path) -> None:
    reviewed = review(verdict="y")
    assert claim(reviewed) in load_run(finished_run).claims
    kinds = {type(r).__name__ for r in reviewed.gold["quarter.txt"]}
    assert kinds == {"Document", "Sentence", "Quantity", "Claim"}


def test_corrected_cells_are_the_gold(review: Edit) -> None:
    reviewed = review(
        verdict="partly", metric_ok="n", metric="net_sales", value_ok="n", value="53,9", unit="USD", bound="approx",
        change_ok="n", change_direction="down", change_value="", change_unit="", period_ok="n",
        period_first_day="2020-07-02", subject_ok="n", subject="Orvelle", stance_ok="n", negated="yes",
    )  # fmt: skip
    found = claim(reviewed)
    assert (found.metric, found.value, found.unit, found.bound) == ("net_sales", 53.9, "USD", "approx")
    assert found.change is not None
    assert (found.change.direction, found.change.value) == ("down", None)
    assert found.period is not None
    assert str(found.period.first_day) == "2020-07-02"
    assert (found.subject.name, found.negated) == ("Orvelle", True)


def test_a_part_whose_cells_are_emptied_is_gone(review: Edit) -> None:
    cells = ("period", "period_first_day", "period_last_day")
    assert claim(review(verdict="p", period_ok="n", **dict.fromkeys(cells, ""))).period is None


@pytest.mark.parametrize(
    "cells",
    [
        {"value": "5.37E+07"}, {"value": "53,700,000"}, {"change_value": "5,5"}, {"period_first_day": "01/07/2020"},
        {"period_first_day": "7/1/2020"}, {"period_first_day": "01.07.2020"}, {"type": "REVENUE"},
    ],
)  # fmt: skip
def test_what_a_spreadsheet_program_rewrites_is_no_correction(
    review: Edit, finished_run: Path, cells: dict[str, str]
) -> None:
    assert claim(review(verdict="y", **cells)) in load_run(finished_run).claims


@pytest.mark.parametrize("cells", [{"verdict": "n"}, {"verdict": "p", "metric_ok": "n"}, {"verdict": "p"}])
def test_a_wrong_claim_that_nobody_corrected_is_left_out(review: Edit, cells: dict[str, str]) -> None:
    reviewed = review(**cells)
    assert (reviewed.kept, reviewed.left_out, reviewed.gold) == (0, 1, {})


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"type": "income"}, "type: Input should be"),
        ({"value": "much"}, "value 'much' is no float"),
        ({"period_last_day": "soon"}, "period_last_day 'soon' is no date"),
        ({"change_direction": "sideways"}, "direction: Input should be"),
    ],
)
def test_a_correction_that_does_not_fit_is_named(review: Edit, cells: dict[str, str], message: str) -> None:
    with pytest.raises(SheetError, match=rf"claim .*{message}"):
        review(verdict="y", **cells)


def test_a_sheet_of_another_run_is_refused(review: Edit, own_run: Path) -> None:
    with pytest.raises(SheetError, match="is not in this run; name the run of the sheet with --output"):
        review(verdict="y", claim_id="d0-1.c0")


def test_every_cell_of_an_untouched_sheet_says_what_the_claim_says(finished_run: Path, tmp_path: Path) -> None:
    rows = sheet(finished_run)
    for row in rows:
        row["verdict"] = "y"
    run = load_run(finished_run)
    reviewed = reviewed_gold(read_sheet(save(tmp_path / "s.csv", rows)), run)
    found: list[Any] = [r for records in reviewed.gold.values() for r in records if isinstance(r, Claim)]
    assert sorted(found, key=lambda c: c.claim_id) == sorted(run.claims, key=lambda c: c.claim_id)
