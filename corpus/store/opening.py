"""The store's first and every other day: its tables made, migrated, checked."""

import sqlite3
from pathlib import Path

from corpus.store.database import Connection, Database
from corpus.store.failures import StoreError
from corpus.store.mounts import network_kind

#: The Alembic revision that the schema stands for.
HEAD = "0002"

#: What refers to a row without the database's own watch: columns that may be empty.
_REFERENCES = (
    ("items", "revision_id", "revisions"),
    ("items", "capture_id", "captures"),
    ("changes", "revision_id", "revisions"),
    ("changes", "old_revision_id", "revisions"),
    ("held", "revision_id", "revisions"),
    ("outbox", "change_id", "changes"),
)
# nothing is in an empty table, and NOT IN would say so of NULL too
_STRAYS = "SELECT id FROM {0} WHERE {1} IS NOT NULL AND {1} NOT IN (SELECT id FROM {2})"


def open_database(path: Path) -> Database:
    """Open the database, make or migrate its tables; ``StoreError`` if it can't be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind := network_kind(path):
        raise StoreError(
            f"{path}: lies on a network file system ({kind}), where SQLite loses what "
            "it writes: move the store to a disk of this machine"
        )
    database = Database(path)
    try:
        with database.read() as connection:
            version = read_version(connection)
        if version is not None and version > HEAD:
            raise StoreError(
                f"{path}: made by a newer presswatch (its tables are of {version}, "
                f"this one knows {HEAD}): take that one, or update this"
            )
        if version != HEAD:
            # imported here: it costs more than all the rest of a short command
            from corpus.store.migrating import migrate

            migrate(database)
    except (sqlite3.Error, OSError) as error:
        database.close()
        raise StoreError(f"{path}: cannot be used as a store: {error}") from error
    return database


def read_version(connection: Connection) -> str | None:
    """Return the revision of the tables, as Alembic notes it; nothing without any."""
    named = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
    if not connection.value(named):
        return None
    found = connection.value("SELECT version_num FROM alembic_version")
    return None if found is None else str(found)


def check(database: Database) -> list[str]:
    """Name what SQLite finds wrong with the file and its references; [] is sound."""
    with database.read() as connection:
        found = connection.column("PRAGMA integrity_check")
        broken = connection.rows("PRAGMA foreign_key_check")
        strays = [(row[0], row[1], row[2]) for row in broken]
        strays += [
            (table, row_id, to)
            for table, column, to in _REFERENCES
            for row_id in connection.column(_STRAYS.format(table, column, to))
        ]
    damages = [str(line) for line in found if line != "ok"]
    return damages + [f"{s[0]} row {s[1]} refers to no {s[2]}" for s in strays]
