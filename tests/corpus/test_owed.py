"""What a run still owes is found by what is owed, however much is held."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from corpus.store import Store
from corpus.store.owed import Owed


@pytest.mark.parametrize(
    "ask",
    [
        lambda owed: owed.revisions(1),
        lambda owed: owed.baseline(1, reader=1, profile_version=1),
    ],
    ids=["comparisons", "baseline"],
)
def test_what_is_owed_is_found_by_its_own_index(
    ask: Callable[[Owed], object], tmp_path: Path
) -> None:
    """A store of a million revisions owes a few: no other is looked at, none sorted."""
    store = Store(tmp_path / "store.sqlite")
    asked: list[tuple[str, Any]] = []
    event.listen(
        store.engine,
        "before_cursor_execute",
        lambda _, __, sql, values, *___: asked.append((sql, values)),
    )
    ask(store.owed)
    (sql, values) = asked[-1]
    with sqlite3.connect(store.path) as connection:
        rows = connection.execute(f"EXPLAIN QUERY PLAN {sql}", values).fetchall()
    steps = [row[3] for row in rows]
    assert any("revisions_owing" in step for step in steps)
    assert not any("TEMP B-TREE" in step for step in steps)
