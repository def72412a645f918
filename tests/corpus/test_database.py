"""Rows go into the database and come out as the values that they were."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import JSON, Boolean

from corpus.store import Store, StoreError
from corpus.store.database import one_of
from corpus.store.items import add_items
from corpus.store.schema import Moment, metadata
from corpus.store.values import DOCUMENTS, FLAGS, MOMENTS

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
    found = store.database.rows("SELECT * FROM items ORDER BY id")
    return [row._asdict() for row in found]


@pytest.mark.parametrize(
    ("kind", "names"),
    [(Moment, MOMENTS), (JSON, DOCUMENTS), (Boolean, FLAGS)],
    ids=["times", "documents", "flags"],
)
def test_a_column_s_name_tells_what_it_holds_in_every_table(
    kind: type, names: frozenset[str]
) -> None:
    """Whoever adds a column of an old name with another meaning reads it wrongly."""
    columns = [column for table in metadata.sorted_tables for column in table.columns]
    of_kind = {column.name for column in columns if isinstance(column.type, kind)}
    others = {column.name for column in columns} - of_kind
    assert of_kind <= names
    assert not names & others


def test_values_come_out_as_they_went_in(store: Store) -> None:
    """Times, JSON and truth values too; what is empty is nothing."""
    row = _rows(store)[0]
    assert row["first_seen"] == NOW
    assert row["teaser"] == {"title": "Nebel über fog"}
    assert row["is_baseline"] is True
    assert row["parts"] is None


def test_a_list_of_any_length_is_one_value(store: Store) -> None:
    """A site shows thousands of addresses at once; what they say is never SQL."""
    sql = f"SELECT url FROM items WHERE first_seen <= :until AND key {one_of('keys')}"
    keys = ["h.example/fees", "h.example/fog", "h.example/'; --"]
    many = keys + [f"h.example/{number}" for number in range(50_000)]
    for asked in (keys, many):
        found = store.database.column(sql, until=NOW, keys=asked)
        assert set(found) == {"https://h.example/fees", "https://h.example/fog"}
    assert store.database.column(sql, until=NOW, keys=[]) == []


def test_rows_are_overwritten_each_by_its_own_columns(store: Store) -> None:
    """Rows of other columns, and other columns of a row, stay as they are."""
    before = _rows(store)
    with store.write() as connection:
        connection.set_rows(
            "items",
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
        assert connection.insert_rows("items", new) == [4, 5, 6]
    assert [one["key"] for one in _rows(store)[3:]] == list("abc")


def test_a_transaction_that_fails_keeps_nothing(store: Store) -> None:
    """Half of what a run found is worse than none of it."""

    def fail() -> None:
        with store.write() as connection:
            connection.run("DELETE FROM items")
            raise RuntimeError("the crawl is at its end")

    with pytest.raises(RuntimeError):
        fail()
    assert len(_rows(store)) == 3


def test_a_reader_sees_one_state_while_another_writes(store: Store) -> None:
    """A report over several questions must not mix two moments."""
    with store.database.read() as reading:
        before = reading.value("SELECT COUNT(*) FROM items")
        with store.write() as writing:
            writing.run("DELETE FROM items WHERE id = 1")
        assert reading.value("SELECT COUNT(*) FROM items") == before
    assert store.database.value("SELECT COUNT(*) FROM items") == before - 1


def test_a_store_that_stands_is_opened_without_what_makes_one(store: Store) -> None:
    """SQLAlchemy costs more than all the rest of a short command."""
    code = (
        "import sys; from pathlib import Path; from corpus.store import Store\n"
        f"Store(Path({str(store.path)!r})).sites.get('harbour')\n"
        "print('sqlalchemy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


def test_a_damaged_file_is_told_as_the_disk_s_fault(store: Store) -> None:
    """Whoever runs this looks at the disk, not for a bug."""
    store.close()
    store.path.write_bytes(b"no store at all " * 4_096)
    with pytest.raises(StoreError, match=r"presswatch\.sqlite"):
        store.database.rows("SELECT * FROM items")
