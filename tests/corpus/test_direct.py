"""What is put to SQLite directly is what SQLAlchemy would have put to it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import bindparam, select

from corpus.store import Store, StoreError
from corpus.store.direct import Question, insert_rows, one_of, set_rows
from corpus.store.items import add_items
from corpus.store.schema import items

NOW = datetime(2026, 3, 1, 6, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a store of one site with three items."""
    store = Store(tmp_path / "presswatch.sqlite")
    site_id = store.sites.add("harbour", now=NOW)
    rows = [
        {
            "site_id": site_id,
            "key": f"h.example/{name}",
            "url": f"https://h.example/{name}",
            "is_baseline": name == "fog",
            "first_seen": NOW,
            "teaser": {"title": f"Nebel über {name}"},
        }
        for name in ("fog", "ferry", "fees")
    ]
    with store.write() as connection:
        add_items(connection, rows)
    return store


def _rows(store: Store) -> list[dict[str, Any]]:
    with store.engine.connect() as connection:
        return [row._asdict() for row in connection.execute(select(items))]


def test_a_question_has_the_answers_that_sqlalchemy_gives(store: Store) -> None:
    """Times, JSON and truth values too; what is empty is nothing."""
    assert [row._asdict() for row in Question(select(items)).ask(store.engine)] == (
        _rows(store)
    )


def test_what_differs_each_time_has_a_name(store: Store) -> None:
    """A question is made once; a list of any length is one parameter."""
    question = Question(
        select(items.c.url).where(
            items.c.first_seen <= bindparam("until"), items.c.key.in_(one_of("keys"))
        )
    )
    keys = ["h.example/fees", "h.example/fog", "h.example/'; --"]
    found = question.ask(store.engine, until=NOW, keys=keys)
    assert {row.url for row in found} == {
        "https://h.example/fees",
        "https://h.example/fog",
    }
    assert question.ask(store.engine, until=NOW, keys=[]) == []


def test_rows_are_overwritten_as_the_schema_says(store: Store) -> None:
    """Rows of other columns, and other columns of a row, stay as they are."""
    before = _rows(store)
    with store.write() as connection:
        set_rows(
            connection,
            items,
            {
                1: {"due_at": NOW, "suspect": {"runs": 2}},
                2: {"is_baseline": True, "parts": None},
                3: {},
            },
        )
    expected = [dict(row) for row in before]
    expected[0] |= {"due_at": NOW, "suspect": {"runs": 2}}
    expected[1] |= {"is_baseline": True, "parts": None}
    assert _rows(store) == expected


def test_new_rows_get_their_ids_in_order(store: Store) -> None:
    """Who refers to them counts on it."""
    row = _rows(store)[0]
    new = [{k: v for k, v in {**row, "key": key}.items() if k != "id"} for key in "abc"]
    with store.write() as connection:
        assert insert_rows(connection, items, new) == [4, 5, 6]
    assert [one["key"] for one in _rows(store)[3:]] == list("abc")


def test_a_damaged_file_is_told_as_the_disk_s_fault(store: Store) -> None:
    """Whoever runs this looks at the disk, not for a bug."""
    store.close()
    store.path.write_bytes(b"no store at all " * 4_096)
    with pytest.raises(StoreError, match=r"presswatch\.sqlite"):
        Question(select(items)).ask(store.engine)
