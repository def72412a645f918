"""What a run still owes is found by what is owed, however much is held."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.store import Store
from corpus.store.database import Database, Row
from corpus.store.owed import Owed


class Plans(Database):
    """A database that says of each question how SQLite would find the answer."""

    def rows(self, sql: str, /, **values: Any) -> list[Row]:
        return super().rows(f"EXPLAIN QUERY PLAN {sql}", **values)

    column = rows


@pytest.mark.parametrize(
    "ask",
    [
        lambda owed: owed.revisions(1),
        lambda owed: owed.baseline(1, reader=1, profile_version=1),
    ],
    ids=["comparisons", "baseline"],
)
def test_what_is_owed_is_found_by_its_own_index(
    ask: Callable[[Owed], list[Row]], tmp_path: Path
) -> None:
    """A store of a million revisions owes a few: no other is looked at, none sorted."""
    store = Store(tmp_path / "store.sqlite")
    steps = [row.detail for row in ask(Owed(Plans(store.path)))]
    assert any("revisions_owing" in step for step in steps)
    assert not any("TEMP B-TREE" in step for step in steps)
