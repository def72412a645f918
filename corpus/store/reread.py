"""Revisions for a reader of today: what each state of an item says to it now."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    Row,
    exists,
    func,
    insert,
    select,
    update,
)

from corpus.store.histories import revision_query
from corpus.store.items import set_item
from corpus.store.schema import captures, held, items, revisions

#: Revisions looked up at once.
_BATCH = 200


def iter_readings(engine: Engine, site_id: int) -> Iterator[Row[Any]]:
    """Yield the last reading of each state of each item, but what is owed or held.

    With the columns of its capture, and the item's teaser, url and key; ``is_newest``
    tells the item's present state from those before. In the order of keeping, a few at
    a time; what is kept meanwhile is not among them.
    """
    later = revisions.alias()
    is_read_again = exists().where(
        later.c.item_id == revisions.c.item_id,
        later.c.capture_id == revisions.c.capture_id,
        later.c.id > revisions.c.id,
    )
    query = (
        revision_query()
        .add_columns(
            items.c.teaser,
            items.c.url,
            items.c.key,
            (items.c.revision_id == revisions.c.id).label("is_newest"),
        )
        .join(items, items.c.id == revisions.c.item_id)
        .where(
            revisions.c.site_id == site_id,
            revisions.c.is_compared,
            revisions.c.item_id.not_in(select(held.c.item_id)),
            ~is_read_again,
        )
        .order_by(revisions.c.id)
        .limit(_BATCH)
    )
    with engine.connect() as connection:
        end = connection.execute(select(func.max(revisions.c.id))).scalar() or 0
    last = 0
    while True:
        some = query.where(revisions.c.id > last, revisions.c.id <= end)
        with engine.connect() as connection:
            rows = connection.execute(some).all()
        yield from rows
        if len(rows) < _BATCH:
            return
        last = rows[-1].id


def iter_read_after(engine: Engine, site_id: int, run_id: int) -> Iterator[Row[Any]]:
    """Yield the good captures that later runs made of items, in order of reading."""
    query = (
        select(captures, items.c.id.label("item_id"))
        .join(items, items.c.capture_id == captures.c.id)
        .where(items.c.site_id == site_id, captures.c.run_id > run_id)
        .where(items.c.looked_run > run_id)  # says the same, and has an index
        .order_by(captures.c.id)
        .limit(_BATCH)
    )
    last = 0
    while True:
        with engine.connect() as connection:
            rows = connection.execute(query.where(captures.c.id > last)).all()
        yield from rows
        if len(rows) < _BATCH:
            return
        last = rows[-1].id


def keep_reader(connection: Connection, revision_id: int, **values: Any) -> None:
    """Note that today's reader reads a revision so, as it stands or otherwise."""
    connection.execute(
        update(revisions).where(revisions.c.id == revision_id).values(**values)
    )


def keep_reading(
    connection: Connection, revision: Row[Any], reading: Mapping[str, Any]
) -> None:
    """Keep what today's reader reads from a capture.

    Of an item's present state as a revision, cause reparse; a state before it stands
    in the middle of a history, and is read anew in its place.
    """
    if not revision.is_newest:
        keep_reader(connection, revision.id, **reading)
        return
    last_seen = connection.execute(
        select(items.c.last_seen).where(items.c.id == revision.item_id)
    ).scalar()
    keep_reader(connection, revision.id, last_seen=last_seen)
    new = connection.execute(
        insert(revisions).values(
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
    ).inserted_primary_key
    assert new is not None
    set_item(connection, revision.item_id, revision_id=new[0])
