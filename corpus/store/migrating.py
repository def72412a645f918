"""A store's tables made as they are today, or brought up to it.

The one place that needs SQLAlchemy and Alembic to run; loaded only when it is needed,
since that costs more than all the rest of a short command.
"""

import sqlite3

from sqlalchemy import URL, create_engine, event
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.exc import DatabaseError
from sqlalchemy.schema import CreateIndex, CreateTable

from corpus.store.database import BUSY_TIMEOUT, Connection, Database
from corpus.store.failures import StoreError, failure
from corpus.store.opening import HEAD, read_version
from corpus.store.schema import metadata

#: Where Alembic notes the schema's revision; its name and form are Alembic's.
_VERSIONS = """
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,
CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))
"""


def migrate(database: Database) -> None:
    """Make the tables of a new store, or bring older ones up to today."""
    with database.write() as connection:
        # another process may have been first
        version = read_version(connection)
        if version is None:
            _refuse_other_tables(connection, database)
            _create(connection)
    if version not in (None, HEAD):
        _upgrade(database)


def _refuse_other_tables(connection: Connection, database: Database) -> None:
    named = "SELECT name FROM sqlite_master WHERE type = 'table' LIMIT 1"
    if name := connection.value(named):
        raise StoreError(
            f"{database.path}: holds a table {name!r} that presswatch "
            "did not make: move it away; it is no store"
        )


def _create(connection: Connection) -> None:
    """Make the tables as they are today, and note that they are so.

    What the migrations would come to, at a fraction of their cost.
    """
    for table in metadata.sorted_tables:
        connection.run(str(CreateTable(table).compile(dialect=dialect())))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            connection.run(str(CreateIndex(index).compile(dialect=dialect())))
    connection.run(_VERSIONS)
    connection.insert("alembic_version", version_num=HEAD)


def _upgrade(database: Database) -> None:
    # imported here: a new store needs neither, and they hold ten megabytes
    from alembic import command
    from alembic.config import Config

    engine = create_engine(
        URL.create("sqlite", database=str(database.path)),
        connect_args={"timeout": BUSY_TIMEOUT / 1000},
    )
    event.listen(engine, "connect", _connected)
    event.listen(engine, "begin", lambda at: at.exec_driver_sql("BEGIN IMMEDIATE"))
    config = Config()
    config.set_main_option("script_location", "corpus.store:migrations")
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except DatabaseError as error:
        reason = error.orig or error
        raise failure(reason, database.path) or reason from error
    finally:
        engine.dispose()


def _connected(connection: sqlite3.Connection, _record: object) -> None:
    # the transaction is begun as a writer's, and not by the driver
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys=ON")
