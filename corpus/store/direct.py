"""What a night asks and keeps by the thousand, put to SQLite directly.

Tables and types are the schema's, and each question is written with SQLAlchemy like
any other; but it is compiled once, and run without what SQLAlchemy does around each
execution, which costs several times what SQLite itself does.
"""

import json
import sqlite3
from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from sqlalchemy import JSON, Connection, Engine, Table, bindparam, func, select
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.types import TypeEngine

from corpus.store.failures import failure
from corpus.store.schema import Moment, moment_text

#: Made once: ``json.dumps`` makes one for each call that is not the usual one.
dump_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

#: Named by the question, not in the code.
_namedtuple: Any = namedtuple

_DIALECT: Any = dialect(paramstyle="named", json_serializer=dump_json)

#: Makes what SQLite takes of a value, or a value of what SQLite gives.
_Turn = Callable[[Any], Any]


class _Compiled(NamedTuple):
    sql: str
    given: Mapping[str, Any]
    turns_in: Mapping[str, _Turn]
    turns_out: Sequence[tuple[int, _Turn]]
    row: Callable[[Iterable[Any]], Any]


class Question:
    """A query that is asked often; what differs each time is a named parameter."""

    def __init__(self, query: Any) -> None:
        self._query = query

    def ask(self, where: Engine | Connection, **asked: Any) -> list[Any]:
        """Return the rows; each has the query's columns as attributes.

        A connection is asked inside its transaction.
        """
        known = self._compiled
        values = {**known.given, **asked}
        for name, turn in known.turns_in.items():
            values[name] = turn(values[name])
        with _driver_of(where) as driver:
            found = driver.execute(known.sql, values).fetchall()
        return [_row(known, row) for row in found]

    @cached_property
    def _compiled(self) -> _Compiled:
        compiled = self._query.compile(dialect=_DIALECT)
        columns = list(self._query.selected_columns)
        given = compiled.params
        return _Compiled(
            sql=str(compiled),
            given=given,
            turns_in=_found(
                {name: _turn_in(compiled.binds[name].type) for name in given}
            ),
            turns_out=[
                (place, turn)
                for place, column in enumerate(columns)
                if (turn := _turn_out(column.type))
            ],
            row=_namedtuple("Row", [column.name for column in columns])._make,
        )


def one_of(name: str) -> Any:
    """Return what a column must be in: the list of values given under a name."""
    values = func.json_each(bindparam(name, type_=JSON)).table_valued("value")
    return select(values.c.value)


def insert_rows(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]
) -> list[int]:
    """Insert rows, all of the same columns and none left to a default; return ids."""
    if not rows:
        return []
    names = tuple(rows[0])
    places = ", ".join(f":{name}" for name in names)
    sql = f"INSERT INTO {table.name} ({_quoted(names)}) VALUES ({places})"
    turned = [_turned(row, _turns_in(table, names)) for row in rows]
    with _driver_of(connection) as driver:
        insert = driver.cursor().execute
        return [int(insert(sql, row).lastrowid or 0) for row in turned]


def set_rows(
    connection: Connection, table: Table, values_by_id: Mapping[int, Mapping[str, Any]]
) -> None:
    """Overwrite columns of rows, those with the same columns by one statement."""
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row_id, values in values_by_id.items():
        if values:
            names = tuple(values)
            row = _turned(values, _turns_in(table, names))
            alike.setdefault(names, []).append({**row, "of_id": row_id})
    with _driver_of(connection) as driver:
        for names, rows in alike.items():
            anew = ", ".join(f'"{name}" = :{name}' for name in names)
            sql = f"UPDATE {table.name} SET {anew} WHERE id = :of_id"
            driver.executemany(sql, rows)


@contextmanager
def _driver_of(where: Engine | Connection) -> Iterator[sqlite3.Connection]:
    """Give SQLite's own connection; what the disk refuses is an error of ours."""
    try:
        if isinstance(where, Connection):
            yield _driver(where.connection)
        else:
            with closing(where.raw_connection()) as borrowed:
                yield _driver(borrowed)
    except sqlite3.Error as error:
        if told := failure(error, where.engine.url.database):
            raise told from error
        raise


def _driver(borrowed: Any) -> sqlite3.Connection:
    found: sqlite3.Connection = borrowed.driver_connection
    return found


def _row(known: _Compiled, row: tuple[Any, ...]) -> Any:
    values = list(row)
    for place, turn in known.turns_out:
        if values[place] is not None:
            values[place] = turn(values[place])
    return known.row(values)


def _turned(row: Mapping[str, Any], turns: Mapping[str, _Turn]) -> dict[str, Any]:
    return {**row, **{name: turn(row[name]) for name, turn in turns.items()}}


@lru_cache(maxsize=256)
def _turns_in(table: Table, names: tuple[str, ...]) -> Mapping[str, _Turn]:
    return _found({name: _turn_in(table.c[name].type) for name in names})


def _turn_in(kind: TypeEngine[Any]) -> _Turn | None:
    if isinstance(kind, Moment):
        return moment_text
    return kind.dialect_impl(_DIALECT).bind_processor(_DIALECT)


def _turn_out(kind: TypeEngine[Any]) -> _Turn | None:
    # what SQLAlchemy would call, by two ways round
    if isinstance(kind, JSON):
        return json.loads
    if isinstance(kind, Moment):
        return datetime.fromisoformat
    return kind.dialect_impl(_DIALECT).result_processor(_DIALECT, None)


def _found(turns: Mapping[str, _Turn | None]) -> dict[str, _Turn]:
    return {name: turn for name, turn in turns.items() if turn is not None}


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
