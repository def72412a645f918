"""What a list left out that led from its first page to its last."""

from collections.abc import Collection
from pathlib import Path

import pytest

from corpus.store import Store
from tests.corpus.test_due import hold

FIRST, LAST = range(24, 29), range(1, 6)


@pytest.mark.parametrize(
    ("shown", "status", "count"),
    [
        ((*FIRST, *LAST), "live", 18),  # all pages between were passed over
        ((*FIRST, *LAST), "removed", 0),
        (FIRST, "live", 0),  # a list that goes no further back
        ((*FIRST, 1, 3, 5), "live", 0),  # with what is pinned
    ],
)
def test_items_newer_than_the_end_of_a_list_should_stand_in_it(
    tmp_path: Path, shown: Collection[int], status: str, count: int
) -> None:
    """None of them is gone only because a list passed over its page."""
    store = Store(tmp_path / "store.sqlite")
    held = {
        f"item{day}": {
            "status": "live" if day in shown else status,
            "published_on": f"2026-02-{day:02}",
            "listed_run": 8 if day in shown else 7,
        }
        for day in range(1, 29)
    }
    site_id = hold(store, **held)
    assert store.items.in_gap(site_id, run_id=8, listed_run=7) == count
