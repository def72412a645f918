"""A SQLite file as the store asks it: connections, transactions, rows by name.

Questions are SQL, put to the driver as they stand. A night asks by the thousand, and
to put each through a query builder cost several times what SQLite itself does.
"""

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from corpus.store.failures import failure
from corpus.store.values import Turn, given, turn_of, turns_of
from parsers.text import same_words

#: Milliseconds a writer waits for another one before it gives up.
BUSY_TIMEOUT = 120_000
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    f"busy_timeout={BUSY_TIMEOUT}",
)

#: A row is a named tuple: an attribute for each column that was asked for.
Row = Any

#: Named by the question, not in the code.
_namedtuple: Any = namedtuple


class Connection:
    """One connection to the database; ``:name`` in SQL stands for a value by name.

    A list is one value (see ``one_of``).
    """

    def __init__(self, driver: sqlite3.Connection, path: Path) -> None:
        self._driver, self._path = driver, path

    def rows(self, sql: str, /, **values: Any) -> list[Row]:
        """Return all rows."""
        return list(self.each(sql, **values))

    def each(self, sql: str, /, **values: Any) -> Iterator[Row]:
        """Yield rows as SQLite finds them."""
        with _told(self._path), closing(self._driver.execute(sql, given(values))) as at:
            make, turns = _shape(tuple(column[0] for column in at.description))
            for row in at:
                found = list(row)
                for place, turn in turns:
                    if found[place] is not None:
                        found[place] = turn(found[place])
                yield make(found)

    def row(self, sql: str, /, **values: Any) -> Row | None:
        """Return the first row, if there is one."""
        return next(iter(self.rows(sql, **values)), None)

    def column(self, sql: str, /, **values: Any) -> list[Any]:
        """Return the first column of all rows."""
        with _told(self._path), closing(self._driver.execute(sql, given(values))) as at:
            turn = turn_of(at.description[0][0]) or _same
            return [None if row[0] is None else turn(row[0]) for row in at]

    def value(self, sql: str, /, **values: Any) -> Any:
        """Return the first column of the first row; nothing without one."""
        return next(iter(self.column(sql, **values)), None)

    def pairs(self, sql: str, /, **values: Any) -> list[tuple[Any, Any]]:
        """Return the two columns of all rows, as SQLite gives them."""
        with _told(self._path):
            return self._driver.execute(sql, given(values)).fetchall()

    def run(self, sql: str, /, **values: Any) -> int:
        """Do what a statement says; return how many rows it changed."""
        with _told(self._path):
            return self._driver.execute(sql, given(values)).rowcount

    def insert(self, table: str, /, **values: Any) -> int:
        """Insert one row; return its id."""
        return self.insert_rows(table, [values])[0]

    def insert_rows(self, table: str, rows: Sequence[Mapping[str, Any]]) -> list[int]:
        """Insert rows, all of the same columns; return their ids, in order."""
        if not rows:
            return []
        names = rows[0].keys()
        columns = ", ".join(f'"{name}"' for name in names)
        places = ", ".join(f":{name}" for name in names)
        sql = f"INSERT INTO {table} ({columns}) VALUES ({places})"
        with _told(self._path):
            insert = self._driver.cursor().execute
            return [int(insert(sql, given(row)).lastrowid or 0) for row in rows]

    def set_rows(
        self, table: str, values_by_id: Mapping[int, Mapping[str, Any]]
    ) -> None:
        """Overwrite columns of rows, those with the same columns by one statement."""
        alike: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        for row_id, values in values_by_id.items():
            if values:
                row = {**given(values), "of_id": row_id}
                alike.setdefault(tuple(values), []).append(row)
        with _told(self._path):
            for names, rows in alike.items():
                anew = ", ".join(f'"{name}" = :{name}' for name in names)
                sql = f"UPDATE {table} SET {anew} WHERE id = :of_id"
                self._driver.executemany(sql, rows)


class Database:
    """One SQLite file: connections that rest between questions, and transactions.

    A question asked here is a statement of its own. Several threads may ask at once,
    each over its own connection.
    """

    def __init__(self, path: Path, pragmas: Iterable[str] = PRAGMAS) -> None:
        self.path = path
        self._pragmas = tuple(pragmas)
        self._resting: list[sqlite3.Connection] = []

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a transaction that sees one state of the database throughout."""
        with self._connection() as connection:
            connection.run("BEGIN")
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give a transaction that holds the writer's place from its start."""
        with self._connection() as connection:
            connection.run("BEGIN IMMEDIATE")
            yield connection
            connection.run("COMMIT")

    def rows(self, sql: str, /, **values: Any) -> list[Row]:
        """Return all rows."""
        with self._connection() as connection:
            return connection.rows(sql, **values)

    def each(self, sql: str, /, **values: Any) -> Iterator[Row]:
        """Yield rows as SQLite finds them."""
        with self._connection() as connection:
            yield from connection.each(sql, **values)

    def row(self, sql: str, /, **values: Any) -> Row | None:
        """Return the first row, if there is one."""
        with self._connection() as connection:
            return connection.row(sql, **values)

    def column(self, sql: str, /, **values: Any) -> list[Any]:
        """Return the first column of all rows."""
        with self._connection() as connection:
            return connection.column(sql, **values)

    def value(self, sql: str, /, **values: Any) -> Any:
        """Return the first column of the first row; nothing without one."""
        with self._connection() as connection:
            return connection.value(sql, **values)

    def pairs(self, sql: str, /, **values: Any) -> list[tuple[Any, Any]]:
        """Return the two columns of all rows, as SQLite gives them."""
        with self._connection() as connection:
            return connection.pairs(sql, **values)

    def newest(
        self,
        table: str,
        sql: str,
        conditions: Mapping[str, str],
        limit: int | None,
        **asked: Any,
    ) -> list[Row]:
        """Return the newest rows of a table that are as was asked, the oldest first.

        A condition holds where its value is given; without a limit all come.
        """
        sql = f"{sql} {such_that(conditions, asked)} ORDER BY {table}.id DESC"
        most = -1 if limit is None else limit
        return self.rows(f"{sql} LIMIT :most", most=most, **asked)[::-1]

    def close(self) -> None:
        """Let go of the connections that rest."""
        while self._resting:
            self._resting.pop().close()

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        try:
            driver = self._resting.pop()
        except IndexError:
            driver = self._open()
        try:
            yield Connection(driver, self.path)
        finally:
            try:
                driver.rollback()
                self._resting.append(driver)
            except sqlite3.Error:
                driver.close()

    def _open(self) -> sqlite3.Connection:
        with _told(self.path):
            driver = sqlite3.connect(
                self.path,
                timeout=BUSY_TIMEOUT / 1000,
                # the driver's own BEGIN would start a reader that cannot come to write
                isolation_level=None,
                check_same_thread=False,
            )
            driver.create_function("same_words", 1, _same_words, deterministic=True)
            for pragma in self._pragmas:
                driver.execute(f"PRAGMA {pragma}")
        return driver


def one_of(name: str) -> str:
    """Return what asks for a value that is in a list given under a name.

    >>> one_of("keys")
    'IN (SELECT value FROM json_each(:keys))'
    """
    return f"IN (SELECT value FROM json_each(:{name}))"


def member(document: str, *path: str) -> str:
    """Return what asks for a member of a JSON column.

    >>> member("items.teaser", "title")
    "json_extract(items.teaser, '$.title')"
    """
    return f"json_extract({document}, '$.{'.'.join(path)}')"


def such_that(conditions: Mapping[str, str], values: Mapping[str, Any]) -> str:
    """Return the condition that all those hold whose value is given; "" for none.

    >>> such_that({"kind": "kind = :kind", "since": "at >= :since"}, {"kind": "new"})
    'WHERE kind = :kind'
    """
    asked = [sql for name, sql in conditions.items() if values.get(name)]
    return f"WHERE {' AND '.join(asked)}" if asked else ""


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell what the disk refuses as an error of ours; all else is a bug."""
    try:
        yield
    except sqlite3.Error as error:
        if told := failure(error, path):
            raise told from error
        raise


@lru_cache(maxsize=256)
def _shape(
    names: tuple[str, ...],
) -> tuple[Callable[[Iterable[Any]], Row], Sequence[tuple[int, Turn]]]:
    """Return what makes a row of such columns, and which of its values must be made."""
    return _namedtuple("Row", names)._make, turns_of(names)


def _same(value: Any) -> Any:
    return value


def _same_words(text: str | None) -> str | None:
    """Fold a text for SQL, so that titles are found however they are typeset."""
    return None if text is None else same_words(text)
