"""What only SQLite can say: pragmas, transactions, the schema's first day."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    create_engine,
    event,
    insert,
    text,
)
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DatabaseError

from corpus.store.direct import dump_json
from corpus.store.failures import StoreError, failure
from corpus.store.mounts import network_kind
from corpus.store.schema import HEAD, metadata
from parsers.text import same_words

#: Milliseconds a writer waits for another one before it gives up.
BUSY_TIMEOUT = 120_000

#: Where Alembic notes the schema's revision; its name and form are Alembic's.
_VERSIONS = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)

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

_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    f"busy_timeout={BUSY_TIMEOUT}",
)


def open_engine(path: Path) -> Engine:
    """Open the database, make or migrate its tables; ``StoreError`` if it can't be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind := network_kind(path):
        raise StoreError(
            f"{path}: lies on a network file system ({kind}), where SQLite loses what "
            "it writes: move the store to a disk of this machine"
        )
    engine = create_engine(
        f"sqlite:///{path}",
        connect_args={"check_same_thread": False, "timeout": BUSY_TIMEOUT / 1000},
        json_serializer=dump_json,
    )
    event.listen(engine, "connect", _connected)
    event.listen(engine, "begin", _begun)
    event.listen(engine, "handle_error", _failed)
    try:
        _migrate(engine)
    except (DatabaseError, OSError) as error:
        engine.dispose()
        reason = getattr(error, "orig", None) or error
        raise StoreError(f"{path}: cannot be used as a store: {reason}") from error
    return engine


@contextmanager
def write(engine: Engine) -> Iterator[Connection]:
    """Give a transaction that holds the writer's place from its start."""
    with (
        engine.connect().execution_options(is_writer=True) as connection,
        connection.begin(),
    ):
        yield connection


def insert_row(connection: Connection, table: Table, **values: Any) -> int:
    """Insert one row and return its id."""
    key = connection.execute(insert(table).values(**values)).inserted_primary_key
    assert key is not None
    return int(key[0])


def check(engine: Engine) -> list[str]:
    """Name what SQLite finds wrong with the file and its references; [] is sound."""
    with engine.connect() as connection:
        found = connection.execute(text("PRAGMA integrity_check")).scalars().all()
        broken = connection.execute(text("PRAGMA foreign_key_check")).all()
        strays = [(row[0], row[1], row[2]) for row in broken]
        strays += [
            (table, row, to)
            for table, column, to in _REFERENCES
            for row in connection.execute(
                text(_STRAYS.format(table, column, to))
            ).scalars()
        ]
    damages = [str(line) for line in found if line != "ok"]
    return damages + [f"{s[0]} row {s[1]} refers to no {s[2]}" for s in strays]


def _connected(connection: sqlite3.Connection, _record: object) -> None:
    # the driver's own implicit BEGIN would start a reader that cannot become a writer
    connection.isolation_level = None
    connection.create_function("same_words", 1, _same_words, deterministic=True)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _failed(context: ExceptionContext) -> None:
    """Tell what the disk refuses as an error of ours; all else is a bug."""
    error = context.original_exception
    if context.engine is not None and (
        told := failure(error, context.engine.url.database)
    ):
        raise told from error


def _same_words(text: str | None) -> str | None:
    """Fold a text for SQL, so that titles are found however they are typeset."""
    return None if text is None else same_words(text)


def _begun(connection: Connection) -> None:
    is_writer = connection.get_execution_options().get("is_writer")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writer else "BEGIN")


def _migrate(engine: Engine) -> None:
    with engine.connect() as connection:
        if _version(connection) == HEAD:
            return
    with write(engine) as connection:
        version = _version(connection)
        if version is None:
            _refuse_other_tables(connection)
            _create(connection)
        elif version > HEAD:
            raise StoreError(
                f"{engine.url.database}: made by a newer presswatch (its tables are of "
                f"{version}, this one knows {HEAD}): take that one, or update this"
            )
        elif version != HEAD:
            _upgrade(connection)


def _refuse_other_tables(connection: Connection) -> None:
    named = "SELECT name FROM sqlite_master WHERE type = 'table' LIMIT 1"
    if name := connection.exec_driver_sql(named).scalar():
        raise StoreError(
            f"{connection.engine.url.database}: holds a table {name!r} that presswatch "
            "did not make: move it away; it is no store"
        )


def _create(connection: Connection) -> None:
    """Make the tables of a new store as they are today, and note that they are so.

    What the migrations would come to, at a tenth of the cost of importing Alembic.
    """
    metadata.create_all(connection)
    _VERSIONS.create(connection)
    connection.execute(insert(_VERSIONS).values(version_num=HEAD))


def _upgrade(connection: Connection) -> None:
    # imported here: it costs more than all the rest of a short command
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "corpus.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _version(connection: Connection) -> str | None:
    named = "SELECT 1 FROM sqlite_master WHERE name = ?"
    if not connection.exec_driver_sql(named, (_VERSIONS.name,)).scalar():
        return None
    versions = f"SELECT version_num FROM {_VERSIONS.name}"
    return connection.exec_driver_sql(versions).scalar()
