from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.review.sampling import SampleError, allocate, draw
from pipeline.tables import load_run


@given(st.dictionaries(st.text(max_size=3), st.integers(1, 500), min_size=1), st.integers(1, 300))
def test_every_stratum_is_drawn_from_and_none_beyond_its_size(sizes: dict[str, int], n: int) -> None:
    if n < len(sizes):
        with pytest.raises(SampleError):
            allocate(sizes, n)
        return
    parts = allocate(sizes, n)
    assert sum(parts.values()) == min(n, sum(sizes.values()))
    assert all(1 <= parts[name] <= sizes[name] for name in sizes)


def test_parts_lie_between_equal_and_proportional() -> None:
    parts = allocate({"large": 900, "small": 100}, 40)
    assert parts == {"large": 30, "small": 10}


def test_the_same_seed_draws_the_same_claims_and_another_others(finished_run: Path) -> None:
    run = load_run(finished_run)

    def ids(seed: int) -> list[str]:
        return [one.claim.claim_id for one in draw(run, 6, "none", seed)]

    assert ids(1) == ids(1)
    assert len({tuple(ids(seed)) for seed in range(6)}) > 1
    order = [claim.claim_id for claim in run.claims]
    assert ids(1) == sorted(ids(1), key=order.index)


def test_sizes_are_those_of_the_run(finished_run: Path) -> None:
    run = load_run(finished_run)
    drawn = draw(run, 8, "source", 0)
    sizes = {one.stratum: one.size for one in drawn}
    assert sum(sizes.values()) == len(run.claims)
    assert sizes.keys() == {"quarter.txt", "page.html"}


def test_a_run_without_claims_is_refused(own_run: Path) -> None:
    (own_run / "claims.jsonl").write_text("")
    with pytest.raises(SampleError, match="no claims"):
        draw(load_run(own_run), 10, "type", 0)
