"""What only SQLite can say: pragmas, transactions, the schema's first day."""

import json
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
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
    bindparam,
    create_engine,
    event,
    insert,
    inspect,
    select,
    text,
    update,
)
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DatabaseError

from corpus.store.schema import HEAD, metadata
from parsers.text import same_words

#: Milliseconds a writer waits for another one before it gives up.
BUSY_TIMEOUT = 120_000

#: What SQLite says when the disk, and not the question, is at fault; what to do.
_FAILURES = {
    sqlite3.SQLITE_FULL: "make room there",
    sqlite3.SQLITE_IOERR: "look at the disk",
    sqlite3.SQLITE_CANTOPEN: "look at the disk, and at how many files may be open",
    sqlite3.SQLITE_READONLY: "let it be written",
    sqlite3.SQLITE_CORRUPT: "see presswatch archive verify",
    sqlite3.SQLITE_NOTADB: "move it away; it is no store",
    sqlite3.SQLITE_BUSY: "another process has been writing for long; try again",
}

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
_STRAYS = "SELECT id FROM {0} WHERE {1} NOT IN (SELECT id FROM {2})"

_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    f"busy_timeout={BUSY_TIMEOUT}",
)


class StoreError(Exception):
    """The store cannot be used; the message says what, where and what to do."""

    def __init__(self, message: str, *, is_disk: bool = False) -> None:
        super().__init__(message)
        self.is_disk = is_disk


def open_engine(path: Path) -> Engine:
    """Open the database, make or migrate its tables; ``StoreError`` if it can't be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        f"sqlite:///{path}",
        connect_args={"check_same_thread": False, "timeout": BUSY_TIMEOUT / 1000},
        json_serializer=_dump_json,
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


def insert_rows(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]
) -> list[int]:
    """Insert rows, all of the same columns, by one statement; return their ids."""
    if not rows:
        return []
    new = insert(table).returning(table.c.id, sort_by_parameter_order=True)
    return list(connection.execute(new, list(rows)).scalars())


def set_rows(
    connection: Connection, table: Table, values_by_id: Mapping[int, Mapping[str, Any]]
) -> None:
    """Overwrite columns of rows, those with the same columns by one statement."""
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row_id, values in values_by_id.items():
        if values:
            rows = alike.setdefault(tuple(sorted(values)), [])
            rows.append({**values, "of_id": row_id})
    change = update(table).where(table.c.id == bindparam("of_id"))
    for rows in alike.values():
        connection.execute(change, rows)


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


#: Made once: ``json.dumps`` makes one for each call that is not the usual one.
_dump_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _connected(connection: sqlite3.Connection, _record: object) -> None:
    # the driver's own implicit BEGIN would start a reader that cannot become a writer
    connection.isolation_level = None
    connection.create_function("same_words", 1, _same_words, deterministic=True)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _failed(context: ExceptionContext) -> None:
    """Tell what the disk refuses as an error of ours; all else is a bug."""
    error = context.original_exception
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _FAILURES and context.engine is not None:
        path = context.engine.url.database
        raise StoreError(
            f"{path}: {error}: {_FAILURES[code]}",
            is_disk=code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR),
        ) from error


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
        if _version(connection) is None:
            _create(connection)
        elif _version(connection) != HEAD:
            _upgrade(connection)


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
    if not inspect(connection).has_table(_VERSIONS.name):
        return None
    return connection.execute(select(_VERSIONS.c.version_num)).scalar()


def is_network_file_system(path: Path) -> bool:
    """Tell whether the folder lies on a network file system (WAL breaks there)."""
    folder = os.path.realpath(path)
    best, kind = "", ""
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    for line in mounts.splitlines():
        _, mount, type_, *_ = line.split(" ")
        inside = folder == mount or folder.startswith(mount.rstrip("/") + "/")
        if inside and len(mount) >= len(best):
            best, kind = mount, type_
    return kind in {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph"}
