"""A store is the same, whether it was made today or migrated from its first day."""

import sqlite3
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from corpus.archive import Archive, Locator, Original
from corpus.store import Store
from corpus.store.captures import iter_references
from corpus.store.keep import NewCapture, keep_captures
from corpus.store.locators import original_of
from corpus.store.migrations.versions import v0001_first_tables
from tests.corpus.exchanges import make_exchange, not_modified, writer

THEN = "2026-01-02T03:04:05.000000Z"


def schema(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return all that tells two schemas apart, but for the order of columns."""
    questions = {
        "indexes": "SELECT name, sql FROM sqlite_master WHERE type = 'index'",
        "numbered": "SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'",
        "version": "SELECT version_num FROM alembic_version",
    }
    with sqlite3.connect(path) as store:
        tables = store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (name,) in tables.fetchall():
            for about in ("table_info", "foreign_key_list"):
                # the first column is a mere number
                questions[f"{about} {name}"] = f"SELECT * FROM pragma_{about}('{name}')"
        found = {
            about: store.execute(sql).fetchall() for about, sql in questions.items()
        }
    return {
        about: sorted(row[1:] if " " in about else row for row in rows)
        for about, rows in found.items()
    }


def alembic(path: Path, *, back: bool = False) -> None:
    """Let Alembic make a store from nothing, and perhaps nothing from it."""
    engine = create_engine(f"sqlite:///{path}")
    config = Config()
    config.set_main_option("script_location", "corpus.store:migrations")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if back:
            command.downgrade(config, "base")


def test_a_new_store_is_what_the_migrations_come_to(tmp_path: Path) -> None:
    """A store that is made at once must be one that later migrations can take on."""
    Store(tmp_path / "new.sqlite").close()
    alembic(tmp_path / "old.sqlite")
    assert schema(tmp_path / "new.sqlite") == schema(tmp_path / "old.sqlite")


def test_the_migrations_lead_back_to_nothing(tmp_path: Path) -> None:
    """Whoever must go back to an older program can."""
    alembic(tmp_path / "old.sqlite", back=True)
    with sqlite3.connect(tmp_path / "old.sqlite") as store:
        names = store.execute("SELECT name FROM sqlite_master WHERE name NOT LIKE 's%'")
        assert names.fetchall() == [("alembic_version",)]


def old_store(path: Path, locator: Locator, url: str) -> None:
    """Write a store of the first day that holds one item, read once."""
    with sqlite3.connect(path) as store:
        store.executescript(v0001_first_tables.TABLES.read_text(encoding="utf-8"))
        store.executescript(
            f"""
            CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL);
            INSERT INTO alembic_version VALUES ('0001');
            INSERT INTO sites (name, added_at, is_paused, facts)
            VALUES ('harbour', '{THEN}', 0, '{{}}');
            INSERT INTO runs (site_id, fence, started_at, requested, listings,
                revisions, unchanged, pending, problems, skipped, changes,
                is_complete, is_settled, ledger)
            VALUES (1, 1, '{THEN}', 1, 0, 1, 0, 0, 0, 0, 0, 1, 1, '{{}}');
            """
        )
        place = {**asdict(locator), "url": url, "then": THEN}
        store.execute(
            "INSERT INTO captures (site_id, run_id, url, status, captured_at, digest,"
            " file, offset, length)"
            " VALUES (1, 1, :url, 200, :then, :digest, :file, :offset, :length)",
            place,
        )
        store.execute(
            "INSERT INTO items (site_id, key, url, status, is_baseline, first_seen,"
            " capture_id, digest) VALUES (1, 'k', :url, 'live', 1, :then, 1, :digest)",
            place,
        )


def test_a_store_of_the_first_day_goes_on(tmp_path: Path) -> None:
    """What was captured before the records' ids were kept is referred to as ever."""
    page = make_exchange()
    with writer(tmp_path / "archive") as out:
        first = out.add(page)
    old_store(tmp_path / "old.sqlite", first, page.url)
    store = Store(tmp_path / "old.sqlite")
    known = store.items.known(1, ["k"])["k"]
    assert original_of(known) == first
    with writer(tmp_path / "archive", run=2) as out:
        again = out.add(not_modified(), revisit_of=original_of(known))
        second = out.add(make_exchange(2))
    with store.write() as connection:
        _, new_id = keep_captures(
            connection, 1, 1, [_new(page.url, again), _new("http://new", second)]
        )
        connection.run("UPDATE items SET capture_id = :id", id=new_id)
        ids = connection.column("SELECT record_id FROM captures")
    assert [bool(record_id) for record_id in ids] == [False, False, True]
    assert isinstance(original_of(store.items.known(1, ["k"])["k"]), Original)
    archive = Archive(tmp_path / "archive")
    assert archive.read(again).payload == page.payload
    assert list(archive.verify(iter_references(store.database))) == []
    assert store.check() == []


def _new(url: str, locator: Locator) -> NewCapture:
    return NewCapture(
        url=url, status=200, captured_at=datetime.now(UTC), **asdict(locator)
    )
