"""A new store is what its migrations would have made of it."""

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from corpus.store import Store


def _schema(path: Path) -> list[tuple[str, str, str]]:
    with sqlite3.connect(path) as connection:
        rows = connection.execute(
            "SELECT type, name, sql FROM sqlite_master"
        ).fetchall()
        version = connection.execute("SELECT version_num FROM alembic_version")
        rows.append(("version", *version.fetchone(), ""))
    return sorted(
        (kind, name, " ".join((sql or "").split())) for kind, name, sql in rows
    )


def test_a_new_store_is_what_the_migrations_come_to(tmp_path: Path) -> None:
    """A store that is made at once must be one that later migrations can take on."""
    Store(tmp_path / "new.sqlite").close()
    engine = create_engine(f"sqlite:///{tmp_path / 'old.sqlite'}")
    config = Config()
    config.set_main_option("script_location", "corpus.store:migrations")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    assert _schema(tmp_path / "new.sqlite") == _schema(tmp_path / "old.sqlite")
