"""Revisions for a reader of today: what each state of an item says to it now."""

from collections.abc import Iterator, Mapping
from typing import Any

from corpus.store.database import Connection, Database, Row
from corpus.store.histories import REVISION_COLUMNS
from corpus.store.items import set_item

#: Revisions looked up at once.
_BATCH = 200
_READINGS = f"""
SELECT {REVISION_COLUMNS}, items.teaser, items.url, items.key,
items.revision_id = revisions.id AS is_newest
FROM revisions
JOIN captures ON captures.id = revisions.capture_id
JOIN items ON items.id = revisions.item_id
WHERE revisions.site_id = :site_id AND revisions.is_compared
AND revisions.item_id NOT IN (SELECT item_id FROM held)
AND NOT EXISTS (SELECT 1 FROM revisions AS later
  WHERE later.item_id = revisions.item_id
  AND later.capture_id = revisions.capture_id AND later.id > revisions.id)
AND revisions.id > :last AND revisions.id <= :end
ORDER BY revisions.id LIMIT :most
"""
# that the item was looked at later says the same as its capture's run, and has an index
_READ_AFTER = """
SELECT captures.*, items.id AS item_id
FROM captures JOIN items ON items.capture_id = captures.id
WHERE items.site_id = :site_id AND captures.run_id > :run_id
AND items.looked_run > :run_id AND captures.id > :last
ORDER BY captures.id LIMIT :most
"""


def iter_readings(database: Database, site_id: int) -> Iterator[Row]:
    """Yield the last reading of each state of each item, but what is owed or held.

    With the columns of its capture, and the item's teaser, url and key; ``is_newest``
    tells the item's present state from those before. In the order of keeping, a few at
    a time; what is kept meanwhile is not among them.
    """
    end = database.value("SELECT MAX(id) FROM revisions") or 0
    yield from _in_order(database, _READINGS, site_id=site_id, end=end)


def iter_read_after(database: Database, site_id: int, run_id: int) -> Iterator[Row]:
    """Yield the good captures that later runs made of items, in order of reading."""
    yield from _in_order(database, _READ_AFTER, site_id=site_id, run_id=run_id)


def _in_order(database: Database, sql: str, **asked: Any) -> Iterator[Row]:
    last = 0
    while rows := database.rows(sql, last=last, most=_BATCH, **asked):
        yield from rows
        if len(rows) < _BATCH:
            return
        last = rows[-1].id


def keep_reader(connection: Connection, revision_id: int, **values: Any) -> None:
    """Note that today's reader reads a revision so, as it stands or otherwise."""
    connection.set_rows("revisions", {revision_id: values})


def keep_reading(
    connection: Connection, revision: Row, reading: Mapping[str, Any]
) -> None:
    """Keep what today's reader reads from a capture.

    Of an item's present state as a revision, cause reparse; a state before it stands
    in the middle of a history, and is read anew in its place.
    """
    if not revision.is_newest:
        keep_reader(connection, revision.id, **reading)
        return
    sql = "SELECT last_seen FROM items WHERE id = :id"
    last_seen = connection.value(sql, id=revision.item_id)
    keep_reader(connection, revision.id, last_seen=last_seen)
    kept = connection.insert(
        "revisions",
        item_id=revision.item_id,
        site_id=revision.site_id,
        run_id=revision.run_id,
        capture_id=revision.capture_id,
        part_ids=revision.part_ids,
        first_seen=revision.captured_at,
        cause="reparse",
        is_compared=True,
        **reading,
    )
    set_item(connection, revision.item_id, revision_id=kept)
